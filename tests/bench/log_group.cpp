// SPDX-License-Identifier: Apache-2.0
// The session log under load: records written by a worker thread, drained and shown by the window's thread.
#include "tests/bench/bench.h"
#include "widgets/log/log_view.h"

#include <QCoreApplication>
#include <QLineEdit>
#include <QScrollBar>
#include <QTableView>

#include <algorithm>
#include <array>
#include <chrono>
#include <random>
#include <thread>

namespace dmsc::bench {

namespace {

using Clock = std::chrono::steady_clock;
constexpr std::uint32_t kRows = 1'000'000;
constexpr std::uint32_t kRowBytes = 32; ///< of request and response together

Record record(std::uint32_t number)
{
    static const std::array<QString, 4> kNames = {QStringLiteral("READ BINARY"), QStringLiteral("SELECT"),
        QStringLiteral("GET RESPONSE"), QStringLiteral("Replace")};
    Record record;
    record.time = std::chrono::microseconds(number * 5);
    record.duration = std::chrono::microseconds(number % 900);
    record.name = kNames[number % kNames.size()];
    record.status = number % 50 == 0 ? QStringLiteral("6A82") : QStringLiteral("9000");
    record.level = number % 50 == 0 ? StatusLevel::Error : StatusLevel::Ok;
    record.request = QByteArray(kRowBytes - 2, 'r');
    record.response = QByteArray(2, 's');
    return record;
}

void reportStore()
{
    RecordQueue queue;
    std::vector<Record> records;
    for (std::uint32_t i = 0; i < kRows; ++i)
        records.push_back(record(i));
    RecordStore store;
    const double appendMs = cpuMs([&] {
        for (const Record& each : records)
            store.append(each);
    });
    report({.name = "log.appended_to_store", .value = kRows / appendMs, .unit = "1000 rows/s", .target = 200});
    report({.name = "log.memory_per_row_without_bytes",
        .value = static_cast<double>(store.bytesUsed()) / kRows - kRowBytes,
        .unit = "bytes",
        .target = 60});
}

/// A million rows through queue, model and table, while the event loop runs.
void reportDraining(LogView& view, RecordQueue& queue)
{
    std::vector<double> turns;
    const auto begin = Clock::now();
    const std::jthread worker([&queue] {
        for (std::uint32_t i = 0; i < kRows; ++i)
            queue.write(record(i));
    });
    double busy = 0;
    while (view.model().store().size() < kRows) {
        const double turn = cpuMs([] { QCoreApplication::processEvents(QEventLoop::AllEvents); });
        busy += turn;
        turns.push_back(turn);
        std::this_thread::sleep_for(std::chrono::milliseconds(1));
    }
    const double wall = std::chrono::duration<double>(Clock::now() - begin).count();
    report({.name = "log.drained_and_painted.wall", .value = kRows / wall / 1e3, .unit = "1000 rows/s", .target = 200});
    report({.name = "log.drained_and_painted.cpu", .value = kRows / busy, .unit = "1000 rows/s", .target = 200});
    report({.name = "log.longest_turn",
        .value = *std::max_element(turns.begin(), turns.end()),
        .unit = "ms",
        .target = 16});
    report({.name = "log.turn_p95", .value = percentile(turns, 95), .unit = "ms", .target = 16});
}

void reportFilter(LogView& view)
{
    auto* field = view.findChild<QLineEdit*>(QStringLiteral("logFilter"));
    const auto filterBy = [&](const QString& text) {
        field->setText(text);
        view.table().viewport()->repaint();
    };
    for (const char* text : {"s", "se", "sele", "6a", "zzz"}) {
        const double ms = medianMs(
            5, [&] { filterBy(QLatin1String(text)); }, [&] { filterBy({}); });
        report({.name = std::string("log.filter_") + text + ".1M", .value = ms, .unit = "ms", .target = 33});
    }
    filterBy({});
}

void reportScrolling(LogView& view)
{
    std::mt19937 random(1);
    QScrollBar* bar = view.table().verticalScrollBar();
    std::vector<double> frames;
    for (int i = 0; i < 150; ++i) {
        bar->setValue(static_cast<int>(random() % static_cast<unsigned>(bar->maximum() + 1)));
        frames.push_back(cpuMs([&] { view.table().viewport()->repaint(); }));
    }
    report({.name = "log.scroll_p95.1M", .value = percentile(frames, 95), .unit = "ms", .target = 8});
}

} // namespace

void log()
{
    reportStore();
    RecordQueue queue;
    LogView view(queue);
    view.resize(1280, 400);
    view.show();
    QCoreApplication::processEvents();
    reportDraining(view, queue);
    reportFilter(view);
    reportScrolling(view);
}

} // namespace dmsc::bench
