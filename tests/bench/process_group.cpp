// SPDX-License-Identifier: Apache-2.0
// Whole processes on generated files: dmsc beside git, diff and xmllint.
#include "model/formats/document.h"
#include "tests/bench/bench.h"
#include "tests/bench/child.h"
#include "tests/support/random_tree.h"

#include <QFile>
#include <QTemporaryDir>

#include <cstdio>

namespace dmsc::bench {

namespace {

/// One Node per line, 165 MB for a million leaves.
bool writeTree(const QString& path, const Tree& tree)
{
    const auto text = writeTndsXml(tree);
    QFile file(path);
    if (!text || !file.open(QIODevice::WriteOnly))
        return false;
    const auto size = static_cast<qint64>(text->size());
    return file.write(reinterpret_cast<const char*>(text->data()), size) == size;
}

void reportAgainst(const std::string& name, const std::optional<ChildCost>& ours, const std::string& peer,
    const std::vector<std::string>& command)
{
    const auto theirs = medianChild(command);
    if (!ours || !theirs) {
        std::fprintf(stderr, "dmsc-bench: %s cannot be run\n", ours ? command.front().c_str() : "dmsc");
        return;
    }
    report({.name = name + ".wall",
        .value = ours->wallMs,
        .unit = "ms",
        .target = theirs->wallMs,
        .peer = peer,
        .peerValue = theirs->wallMs});
    report({.name = name + ".cpu", .value = ours->cpuMs, .unit = "ms", .peer = peer, .peerValue = theirs->cpuMs});
    report({.name = name + ".peak_memory",
        .value = ours->peakMegabytes,
        .unit = "MB",
        .peer = peer,
        .peerValue = theirs->peakMegabytes});
}

void reportParsing(const QString& path)
{
    const double megabytes = static_cast<double>(QFile(path).size()) / 1e6;
    report({.name = "load.file_size.1M", .value = megabytes, .unit = "MB"});
    const double ms = medianMs(3, [&] { (void)readDocument(path); });
    report({.name = "load.in_process.1M",
        .value = megabytes / ms * 1e3,
        .unit = "MB/s",
        .target = 316,
        .peer = "reference: libxml2 SAX2 without building a tree, examples.md",
        .peerValue = 316});
}

} // namespace

void process()
{
    const QTemporaryDir folder;
    const QString leftPath = folder.filePath(QStringLiteral("left.xml"));
    const QString rightPath = folder.filePath(QStringLiteral("right.xml"));
    if (!writeTree(leftPath, test::bigTree(kLeaves))
        || !writeTree(rightPath, test::bigTree(kLeaves, kLeaves / kChanges))) {
        std::fputs("dmsc-bench: there is no room for two files of 165 MB\n", stderr);
        return;
    }
    const std::string dmsc = builtProgram("dmsc");
    const std::string left = leftPath.toStdString();
    const std::string right = rightPath.toStdString();
    reportParsing(leftPath);
    const auto load = medianChild({dmsc, "show", left, "--uri", "./aa/aa/aa/aa/aa/leaf0"});
    reportAgainst("load.show_one_leaf.1M", load, "xmllint --noout", {"xmllint", "--noout", left});
    const auto compared = medianChild({dmsc, "diff", left, right});
    reportAgainst("diff.files.1M.100_changes", compared, "diff", {"diff", left, right});
    reportAgainst(
        "diff.files.1M.100_changes.git", compared, "git diff --no-index", {"git", "diff", "--no-index", left, right});
}

} // namespace dmsc::bench
