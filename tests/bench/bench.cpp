// SPDX-License-Identifier: Apache-2.0
#include "tests/bench/bench.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <chrono>
#include <cstdio>

namespace dmsc::bench {

void report(const Figure& figure)
{
    QJsonObject line{{QStringLiteral("name"), QString::fromStdString(figure.name)},
        {QStringLiteral("value"), figure.value}, {QStringLiteral("unit"), QString::fromStdString(figure.unit)}};
    if (!figure.peer.empty()) {
        line.insert(QStringLiteral("peer"), QString::fromStdString(figure.peer));
        line.insert(QStringLiteral("peer_value"), figure.peerValue);
    }
    std::puts(QJsonDocument(line).toJson(QJsonDocument::Compact).constData());
    std::fflush(stdout);
}

double medianMs(int runs, const std::function<void()>& run, const std::function<void()>& prepare)
{
    std::vector<double> times;
    for (int i = 0; i < runs; ++i) {
        if (prepare)
            prepare();
        const auto start = std::chrono::steady_clock::now();
        run();
        times.push_back(std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count());
    }
    std::sort(times.begin(), times.end());
    return times[times.size() / 2];
}

} // namespace dmsc::bench
