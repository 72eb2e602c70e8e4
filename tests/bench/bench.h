// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace dmsc::bench {

/// A figure of ours, and what it is held against: a floor from the material, or a peer measured in the same run.
struct Figure
{
    std::string name;
    double value = 0;
    std::string unit; ///< "ms", "bytes", "MB/s", ...
    std::string peer; ///< empty: none
    double peerValue = 0;
};

/// Prints it as one line of JSON at once.
void report(const Figure& figure);

/// Median time of so many runs in milliseconds; `prepare` goes before each and does not count.
[[nodiscard]] double medianMs(int runs, const std::function<void()>& run, const std::function<void()>& prepare = {});

/// A group of figures: dmsc-bench runs all of them, or those whose names begin with an argument of its command line.
struct Group
{
    std::string name;
    std::function<void()> run;
};

// One function a file; main() lists them.
void tree();
void compare();
void items();

} // namespace dmsc::bench
