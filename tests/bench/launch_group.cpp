// SPDX-License-Identifier: Apache-2.0
// From the start of the workbench to its first paint, beside a window that has the same widgets and nothing behind.
#include "tests/bench/bench.h"
#include "tests/bench/child.h"

#include <QTemporaryDir>

#include <cstdio>

namespace dmsc::bench {

namespace {

constexpr int kLaunches = 7;

struct Medians
{
    double ms = 0;
    double cpuMs = 0;
    double megabytes = 0;
};

std::optional<Medians> launches(const std::vector<std::string>& command, const std::vector<std::string>& environment)
{
    std::vector<double> ms, cpu, megabytes;
    for (int i = 0; i < kLaunches; ++i) {
        const RunningChild child = startChild(command, environment);
        if (child.line.empty())
            return std::nullopt;
        ms.push_back(child.msToLine);
        cpu.push_back(child.cpuMs);
        megabytes.push_back(child.megabytes);
    }
    return Medians{median(ms), median(cpu), median(megabytes)};
}

void reportPlatform(const std::string& platform, const std::vector<std::string>& environment)
{
    const QTemporaryDir folder;
    const std::string settings = folder.filePath(QStringLiteral("settings.ini")).toStdString();
    const auto ours =
        launches({builtProgram("dmsc-workbench"), "--empty", "--report-paint", "--settings", settings}, environment);
    const auto theirs = launches({builtProgram("dmsc-bench-window")}, environment);
    if (!ours || !theirs) {
        std::fprintf(stderr, "dmsc-bench: no window comes up on %s\n", platform.c_str());
        return;
    }
    const std::string peer = "empty window with the same widgets";
    const std::string name = "launch." + platform;
    report({.name = name + ".first_paint.wall",
        .value = ours->ms,
        .unit = "ms",
        .target = 100,
        .peer = peer,
        .peerValue = theirs->ms});
    report({.name = name + ".first_paint.cpu",
        .value = ours->cpuMs,
        .unit = "ms",
        .peer = peer,
        .peerValue = theirs->cpuMs});
    report({.name = name + ".resident",
        .value = ours->megabytes,
        .unit = "MB",
        .target = 45,
        .peer = peer,
        .peerValue = theirs->megabytes});
}

/// Xvfb on a display of its own choice while this lives.
class OwnDisplay
{
public:
    OwnDisplay()
        : m_server(startChild({"Xvfb", "-displayfd", "1", "-screen", "0", "1600x1000x24", "-nolisten", "tcp"}))
    {
    }
    [[nodiscard]] std::string name() const { return m_server.line.empty() ? "" : ":" + m_server.line; }

private:
    RunningChild m_server;
};

} // namespace

void launch()
{
    reportPlatform("offscreen", {"QT_QPA_PLATFORM=offscreen"});
    const OwnDisplay display;
    if (display.name().empty()) {
        std::fputs("dmsc-bench: no Xvfb, no figures for xcb\n", stderr);
        return;
    }
    reportPlatform("xcb", {"QT_QPA_PLATFORM=xcb", "DISPLAY=" + display.name()});
}

} // namespace dmsc::bench
