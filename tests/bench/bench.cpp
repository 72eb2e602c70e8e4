// SPDX-License-Identifier: Apache-2.0
#include "tests/bench/bench.h"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <ctime>

namespace dmsc::bench {

namespace {

double threadMs()
{
    timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) / 1e6;
}

} // namespace

void report(const Figure& figure)
{
    // Names and units are ours: nothing in them has to be escaped.
    std::printf(R"({"name":"%s","value":%.6g,"unit":"%s")", figure.name.c_str(), figure.value, figure.unit.c_str());
    if (figure.target)
        std::printf(R"(,"target":%.6g)", *figure.target);
    if (!figure.peer.empty())
        std::printf(R"(,"peer":"%s","peer_value":%.6g)", figure.peer.c_str(), figure.peerValue);
    std::puts("}");
    std::fflush(stdout);
}

double cpuMs(const Action& run)
{
    const double start = threadMs();
    run();
    return threadMs() - start;
}

double wallMs(const Action& run)
{
    const auto start = std::chrono::steady_clock::now();
    run();
    return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count();
}

double medianMs(int runs, const Action& run, const Action& prepare)
{
    std::vector<double> times;
    for (int i = 0; i < runs; ++i) {
        if (prepare)
            prepare();
        times.push_back(cpuMs(run));
    }
    return median(std::move(times));
}

double percentile(std::vector<double> values, int percent)
{
    std::sort(values.begin(), values.end());
    const std::size_t place = values.size() * static_cast<std::size_t>(percent) / 100;
    return values[std::min(place, values.size() - 1)];
}

double median(std::vector<double> values)
{
    return percentile(std::move(values), 50);
}

} // namespace dmsc::bench
