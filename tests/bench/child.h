// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace dmsc::bench {

/// What a program cost from its start to its end.
struct ChildCost
{
    double wallMs = 0;
    double cpuMs = 0; ///< all its threads, user and system
    double peakMegabytes = 0; ///< resident
    int exitCode = -1;
};

/// Runs a program (found by PATH) with its output thrown away; nothing where it cannot be started or is killed.
[[nodiscard]] std::optional<ChildCost> runChild(const std::vector<std::string>& command);
/// Medians of three runs.
[[nodiscard]] std::optional<ChildCost> medianChild(const std::vector<std::string>& command);

/// A program that runs until this goes; `line` is the first line it printed, empty where it did not start.
struct RunningChild
{
    RunningChild() = default;
    RunningChild(RunningChild&& other) noexcept;
    RunningChild& operator=(RunningChild&&) = delete;
    ~RunningChild();

    std::string line{};
    double msToLine = 0; ///< from the start
    double megabytes = 0; ///< resident then
    double cpuMs = 0; ///< used until then
    int process = -1;
};
[[nodiscard]] RunningChild startChild(
    const std::vector<std::string>& command, const std::vector<std::string>& environment = {});

/// Path of a program that is built beside this one.
[[nodiscard]] std::string builtProgram(const char* name);

} // namespace dmsc::bench
