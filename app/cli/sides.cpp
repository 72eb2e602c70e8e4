// SPDX-License-Identifier: Apache-2.0
#include "app/cli/sides.h"

#include <QCoreApplication>
#include <QDir>
#include <QStandardPaths>

#include <thread>

namespace dmsc::cli {

namespace {

using SideTree = Result<std::shared_ptr<const Tree>>;

/// Opens, reads and closes in the calling thread.
SideTree readTree(const QString& where)
{
    const auto side = openSide(where);
    if (!side)
        return tl::unexpected(side.error());
    return (*side)->state().tree;
}

/// Copies of cards seen before, shared with the workbench; empty when there is no place for them.
QString cacheFolder()
{
    const QString folder =
        QStandardPaths::writableLocation(QStandardPaths::GenericCacheLocation) + QStringLiteral("/dmsc/cards");
    return QDir().mkpath(folder) ? folder : QString();
}

} // namespace

Result<std::unique_ptr<SideSession>> openSide(const QString& text)
{
    const auto where = Where::parse(text);
    if (!where)
        return tl::unexpected(where.error());
    SideOptions options;
    if (where->kind == Where::Kind::Card || where->kind == Where::Kind::Reader)
        options.cacheFolder = cacheFolder();
    return SideSession::open(*where, options);
}

Result<TreePair> readBoth(const QString& left, const QString& right)
{
    SideTree second;
    SideTree first;
    if (left.startsWith(QLatin1String("pcsc:")) || right.startsWith(QLatin1String("pcsc:"))) {
        // It may be the same card twice, and a card talks to one at a time.
        first = readTree(left);
        second = readTree(right);
    } else {
        const std::jthread reader([&] { second = readTree(right); });
        first = readTree(left);
    }
    if (!first)
        return tl::unexpected(first.error());
    if (!second)
        return tl::unexpected(second.error());
    return TreePair{*std::move(first), *std::move(second)};
}

Result<NodeId> findNode(const Tree& tree, const QString& text, const QString& where)
{
    if (text.isEmpty())
        return Tree::root();
    const auto uri = Uri::parse(text.toStdString());
    if (!uri)
        return tl::unexpected(uri.error());
    const NodeId node = tree.find(*uri);
    if (node == kNoNode)
        return fail(ErrorKind::NotFound,
            QCoreApplication::translate("CommandLine", "there is no node %1").arg(QString::fromStdString(uri->text())),
            where);
    return node;
}

} // namespace dmsc::cli
