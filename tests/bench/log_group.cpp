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
#include <numeric>
#include <random>
#include <string>
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
    record.continuation = number % 4 == 2;
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

/// Turns of the event loop until all rows were asked, in CPU milliseconds.
std::vector<double> turnsOfFiltering(LogView& view)
{
    std::vector<double> turns;
    while (view.model().isFiltering())
        turns.push_back(cpuMs([] { QCoreApplication::processEvents(QEventLoop::AllEvents); }));
    return turns;
}

/// To the first rows on the screen, and the turns until the last one is known.
void reportFilter(LogView& view, const std::string& name, const QString& text)
{
    auto* field = view.findChild<QLineEdit*>(QStringLiteral("logFilter"));
    const auto filterBy = [&](const QString& by) {
        field->setText(by);
        view.table().viewport()->repaint();
    };
    std::vector<double> first;
    std::vector<double> longest;
    std::vector<double> all;
    for (int run = 0; run < 5; ++run) {
        filterBy({});
        first.push_back(cpuMs([&] { filterBy(text); }));
        const std::vector<double> turns = turnsOfFiltering(view);
        const double rest = std::accumulate(turns.begin(), turns.end(), 0.0);
        longest.push_back(turns.empty() ? first.back() : *std::max_element(turns.begin(), turns.end()));
        all.push_back(first.back() + rest);
    }
    report({.name = "log.filter_" + name + ".first_rows.1M", .value = median(first), .unit = "ms", .target = 16});
    report({.name = "log.filter_" + name + ".longest_turn.1M", .value = median(longest), .unit = "ms", .target = 16});
    report({.name = "log.filter_" + name + ".all_rows.1M", .value = median(all), .unit = "ms"});
    filterBy({});
}

void reportFilters(LogView& view)
{
    reportFilter(view, "s", QStringLiteral("s"));
    reportFilter(view, "sele", QStringLiteral("sele"));
    reportFilter(view, "6a", QStringLiteral("6a"));
    reportFilter(view, "nothing", QStringLiteral("zzz"));
    reportFilter(
        view, "expression", QStringLiteral("(sw == 6axx or level >= warning) and dur > 0.1ms and not ins == b0"));
    reportFilter(view, "bytes", QStringLiteral("bytes ~ 727272 and not response ~ 9000"));
    reportFilter(view, "pattern", QStringLiteral("target =~ \"^x\" or name =~ \"^(GET|READ)\""));
}

void reportFoldsAndMarks(LogView& view)
{
    LogModel& model = view.model();
    const double foldMs = medianMs(
        5, [&] { view.action(LogCommand::FoldAll)->trigger(); },
        [&] {
            view.action(LogCommand::UnfoldAll)->trigger();
            (void)turnsOfFiltering(view);
        });
    report({.name = "log.fold_all.first_rows.1M", .value = foldMs, .unit = "ms", .target = 16});
    const std::vector<double> turns = turnsOfFiltering(view);
    if (!turns.empty())
        report({.name = "log.fold_all.longest_turn.1M",
            .value = *std::max_element(turns.begin(), turns.end()),
            .unit = "ms",
            .target = 16});
    view.action(LogCommand::UnfoldAll)->trigger();
    (void)turnsOfFiltering(view);
    const double oneMs = medianMs(
        5, [&] { model.setFolded(RecordNo{1}, true); }, [&] { model.setFolded(RecordNo{1}, false); });
    report({.name = "log.fold_one.1M", .value = oneMs, .unit = "ms", .target = 16});
    view.action(LogCommand::UnfoldAll)->trigger();
    std::uint32_t next = 0;
    const double markMs = cpuMs([&] {
        for (; next < 1'000; ++next)
            model.setMark(RecordNo{next * 997}, QString());
    });
    report({.name = "log.mark", .value = markMs, .unit = "us", .target = 1'000});
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
    LogView view(&queue);
    view.resize(1280, 400);
    view.show();
    QCoreApplication::processEvents();
    reportDraining(view, queue);
    reportFilters(view);
    reportFoldsAndMarks(view);
    reportScrolling(view);
}

} // namespace dmsc::bench
