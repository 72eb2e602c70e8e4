// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/error.h"

#include <cstddef>
#include <functional>
#include <optional>
#include <stdexcept>
#include <string>
#include <type_traits>
#include <utility>
#include <vector>

namespace dmsc::bench {

inline constexpr std::size_t kLeaves = 1'000'000; ///< of the trees for which the figures are asked
inline constexpr std::size_t kChanges = 100; ///< between two of them

/// A figure of ours, and what it is held against.
struct Figure
{
    std::string name{};
    double value = 0;
    std::string unit{}; ///< "ms", "bytes", "MB/s", ...
    std::optional<double> target{}; ///< what is asked for: at most, of what is better when there is more at least
    std::string peer{}; ///< measured in the same run, or a floor from the material ("reference: ..."); empty: none
    double peerValue = 0;
};

/// Prints it as one line of JSON at once.
void report(const Figure& figure);

using Action = std::function<void()>;

/// CPU milliseconds that this thread spends on it: what the clock on the wall shows when nothing else runs.
[[nodiscard]] double cpuMs(const Action& run);
/// Milliseconds on the wall: for what waits for the disk or is spent in other processes.
[[nodiscard]] double wallMs(const Action& run);
/// Median of so many runs in CPU milliseconds; `prepare` goes before each and does not count.
[[nodiscard]] double medianMs(int runs, const Action& run, const Action& prepare = {});
/// The value that so many percent of the values do not exceed.
[[nodiscard]] double percentile(std::vector<double> values, int percent);
[[nodiscard]] double median(std::vector<double> values);

/// Figures of what failed would be worse than none.
template <class T> T must(Result<T> result)
{
    if (!result)
        throw std::runtime_error(result.error().text().toStdString());
    if constexpr (!std::is_void_v<T>)
        return *std::move(result);
}

/// A group of figures: dmsc-bench runs all of them, or those whose names begin with an argument of its command line.
struct Group
{
    std::string name;
    Action run;
};

// One function a file; main() lists them.
void tree();
void compare();
void items();
void log();
void merge();
void card();
void handshake();
void reader();
void session();
void process();
void window();
void launch();

} // namespace dmsc::bench
