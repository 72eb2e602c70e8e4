// SPDX-License-Identifier: Apache-2.0
// The session log in the real window: recorded, marked, saved, opened beside it, compared, played again, written.
#include "model/items/row_pair_model.h"
#include "model/recording/recording_file.h"
#include "tests/gui/window_bench.h"
#include "tests/support/run_test.h"
#include "widgets/flows/flow_panel.h"
#include "widgets/ladder/row_ladder.h"
#include "widgets/log/log_view.h"
#include "widgets/replay/recording_comparison.h"
#include "widgets/replay/replay_form.h"
#include "widgets/window/log_flows.h"
#include "widgets/window/message_bar.h"

#include <QAction>
#include <QCheckBox>
#include <QComboBox>
#include <QDir>
#include <QDockWidget>
#include <QDragEnterEvent>
#include <QDropEvent>
#include <QFile>
#include <QFileDialog>
#include <QHeaderView>
#include <QLineEdit>
#include <QMenu>
#include <QMimeData>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QToolButton>
#include <QUrl>

namespace dmsc::tst_window_log {

using dmsc::test::WindowBench;

namespace {

constexpr int kPatience = 30'000;

} // namespace

class WindowLogTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_bench = std::make_unique<WindowBench>();
        QVERIFY(m_bench->openDemo());
        QTRY_VERIFY_WITH_TIMEOUT(rows() > 10, kPatience);
        QTRY_VERIFY(m_bench->controller().desk().records().waiting() == 0);
    }
    void cleanup() { m_bench.reset(); }

    void the_session_is_recorded_from_its_first_row()
    {
        QTRY_VERIFY(!flows().desk().recordingPath().isEmpty());
        const QString path = flows().desk().recordingPath();
        auto* button = m_bench->find<QToolButton>("statusRecording");
        QTRY_VERIFY(button->isVisible());
        QCOMPARE(button->toolTip(), path);
        const int shown = rows();
        const QByteArray last = live().model().store().at(RecordNo{std::uint32_t(shown - 1)}).name.toByteArray();
        // Open while it is recorded.
        QTRY_VERIFY(readRecording(path) && int(readRecording(path)->store.size()) == shown);
        const auto recording = readRecording(path);
        QCOMPARE(recording->store.at(RecordNo{std::uint32_t(shown - 1)}).name.toByteArray(), last);
    }

    void marks_are_in_the_recording()
    {
        live().showRecord(RecordNo{3});
        live().action(LogCommand::Mark)->trigger();
        QVERIFY(live().model().mark(RecordNo{3}));
        QTRY_VERIFY(!flows().desk().recordingPath().isEmpty());
        const QString path = flows().desk().recordingPath();
        QTRY_VERIFY(readRecording(path) && readRecording(path)->marks.contains(RecordNo{3}));
        live().showRecord(RecordNo{0});
        live().action(LogCommand::NextMark)->trigger();
        QCOMPARE(chosen(), std::optional(RecordNo{3}));
    }

    void a_log_begun_anew_is_another_recording()
    {
        QTRY_VERIFY(!flows().desk().recordingPath().isEmpty());
        const QString first = flows().desk().recordingPath();
        trigger(Command::ClearLog);
        QCOMPARE(rows(), 0);
        QTRY_VERIFY(!flows().desk().recordingPath().isEmpty() && flows().desk().recordingPath() != first);
        m_bench->action(Command::Reload)->trigger();
        QTRY_VERIFY_WITH_TIMEOUT(rows() > 0 && m_bench->idle(), kPatience);
        const QString second = flows().desk().recordingPath();
        QTRY_VERIFY(readRecording(second) && int(readRecording(second)->store.size()) == rows());
        QVERIFY(QFile::exists(first));
    }

    void a_recording_that_is_still_written_goes_on_in_its_window()
    {
        QTRY_VERIFY(!flows().desk().recordingPath().isEmpty());
        const QString path = flows().desk().recordingPath();
        QTRY_VERIFY(readRecording(path) && int(readRecording(path)->store.size()) == rows());
        open(path);
        LogView& other = opened();
        const int before = other.model().rowCount();
        other.model().setMark(RecordNo{0}, QStringLiteral("mine"));
        Record more;
        more.name = QStringLiteral("came later");
        m_bench->controller().desk().records().write(more);
        QTRY_VERIFY_WITH_TIMEOUT(other.model().rowCount() > before, kPatience);
        QVERIFY(other.model().mark(RecordNo{0}));
        const std::pair<const RecordNo, QString> mine(RecordNo{0}, QStringLiteral("mine"));
        QTRY_VERIFY_WITH_TIMEOUT(readRecording(path)->marks == Marks{mine}, kPatience);
    }

    void what_the_filter_shows_is_saved_and_opened_beside_the_log()
    {
        live().setFilterText(QStringLiteral("sw == 9000"));
        QTRY_VERIFY(live().shownRows().size() > 0 && !live().model().isFiltering());
        const std::size_t shown = live().shownRows().size();
        QVERIFY(int(shown) < int(live().model().store().size()));
        const QString path = save(TraceFormat::Recording, "shown.dmsclog");
        open(path);
        QCOMPARE(opened().model().store().size(), shown);
        QCOMPARE(&flows().current(), &opened());
        QVERIFY(m_bench->find<QDockWidget>("recordingDock1")->isVisible());
        QCOMPARE(flows().openPaths(), QStringList{path});
        // Closing its tab goes back to the live log.
        m_bench->find<QDockWidget>("recordingDock1")->close();
        QTRY_VERIFY(m_bench->find<QDockWidget>("recordingDock1") == nullptr);
        QCOMPARE(&flows().current(), &live());
    }

    void what_is_open_is_not_written_over()
    {
        const QString path = save(TraceFormat::Recording, "open.dmsclog");
        open(path);
        QTRY_VERIFY(!flows().desk().recordingPath().isEmpty());
        const QSignalSpy failed(&flows(), &LogFlows::failed);
        for (const QString& taken : {path, flows().desk().recordingPath()}) {
            const qint64 before = QFileInfo(taken).size();
            flows().exportTo({ExportChoice::Rows::Selected, TraceFormat::Recording, Secrets::Masked}, taken);
            QVERIFY(!flows().desk().busy());
            QCOMPARE(QFileInfo(taken).size(), before);
        }
        QCOMPARE(failed.size(), 2);
        QCOMPARE(failed.first().first().value<Error>().kind, ErrorKind::Exists);
    }

    void the_form_asks_for_rows_format_and_secrets()
    {
        trigger(Command::ExportRows);
        auto* form = m_bench->find<QDialog>("exportForm");
        QVERIFY(form != nullptr && form->isVisible());
        QVERIFY(!form->findChild<QCheckBox*>(QStringLiteral("exportSecrets"))->isChecked());
        auto* format = form->findChild<QComboBox*>(QStringLiteral("exportFormat"));
        QVERIFY(format->currentText().contains(QStringLiteral("Wireshark")));
        form->findChild<QPushButton*>(QStringLiteral("exportNext"))->click();
        auto* dialog = m_bench->find<QFileDialog>("exportDialog");
        QTRY_VERIFY(dialog != nullptr && dialog->isVisible());
        QCOMPARE(dialog->defaultSuffix(), QStringLiteral("pcap"));
        dialog->close();
    }

    void rows_are_written_in_every_format()
    {
        QVERIFY(head(save(TraceFormat::Pcap, "rows.pcap")).size() > 24);
        const QByteArray html = head(save(TraceFormat::Html, "rows.html"));
        QVERIFY(html.contains("<html") || html.contains("<!DOCTYPE html"));
        QVERIFY(head(save(TraceFormat::Json, "rows.json")).startsWith('{'));
        QVERIFY(head(save(TraceFormat::Text, "rows.txt")).size() > 100);
        QVERIFY(head(save(SheetFormat::Pdf, "rows.pdf")).startsWith("%PDF"));
        QVERIFY(head(save(SheetFormat::Svg, "rows.svg")).contains("<svg"));
    }

    void a_recording_is_compared_with_itself()
    {
        const QString path = save(TraceFormat::Recording, "all.dmsclog");
        QSignalSpy compared(&flows().desk(), &RecordingDesk::compared);
        flows().compareWith(path);
        QVERIFY(compared.wait(kPatience));
        const auto result = compared.first().at(4).value<ComparedRecordings>();
        QVERIFY(result.same > 0);
        QCOMPARE(result.onlyRight, std::size_t(0));
        QTRY_VERIFY(flows().comparison().isVisible());
        QVERIFY(!flows().comparison().isEmpty());
    }

    void the_session_is_played_to_a_copy_of_the_card_again()
    {
        trigger(Command::ReplayRecording);
        QVERIFY(flows().replayForm().isVisible());
        ReplayRequest request;
        request.recording = live().recording();
        request.rows = allOf(request.recording);
        request.target = ReplayTarget::Card;
        request.where = m_bench->controller().side(Side::Card)->where;
        QSignalSpy replayed(&flows().desk(), &RecordingDesk::replayed);
        Q_EMIT flows().replayForm().replayRequested(request);
        QVERIFY(replayed.wait(kPatience));
        QVERIFY(replayed.first().first().value<ReplayReport>().answered.store.size() > 0);
        QTRY_VERIFY(flows().comparison().isVisible());
    }

    void a_compared_row_is_shown_among_the_rows_of_its_recording()
    {
        QSignalSpy compared(&flows().desk(), &RecordingDesk::compared);
        flows().compareWith(save(TraceFormat::Recording, "all.dmsclog"));
        QVERIFY(compared.wait(kPatience));
        auto* pairs = flows().comparison().findChild<QTableView*>(QStringLiteral("rowPairs"));
        const QStringList files = flows().openPaths();
        pairs->setCurrentIndex(pairs->model()->index(3, RowPairModel::RightName));
        QTest::keyClick(pairs, Qt::Key_Return);
        LogView& answered = flows().current();
        QVERIFY(&answered != &live());
        QCOMPARE(answered.model().store().size(), flows().comparison().right().store.size());
        QTRY_VERIFY(answered.table().hasFocus());
        const RecordNo shown = answered.model().recordAt(answered.table().currentIndex().row());
        QCOMPARE(
            QString::number(shown.value + 1), pairs->model()->index(3, RowPairModel::RightNumber).data().toString());
        QCOMPARE(flows().openPaths(), files);
        flows().comparison().findChild<QAction*>(QStringLiteral("showRowInLog"))->trigger();
        QCOMPARE(&flows().current(), &answered);
        answered.parentWidget()->close();
        QTRY_COMPARE(&flows().current(), &live());
    }

    void the_ladder_shows_the_rows_of_the_list()
    {
        trigger(Command::ShowRowLadder);
        RowLadder& ladder = flows().ladder();
        QVERIFY(ladder.isVisible());
        QCOMPARE(ladder.table().model()->rowCount(), live().model().rowCount());
        QTRY_VERIFY(ladder.lanes().size() >= 2);
        live().showRecord(RecordNo{5});
        QCOMPARE(ladder.table().currentIndex().row(), 5);
        ladder.table().selectRow(7);
        QCOMPARE(chosen(), std::optional(RecordNo{7}));
        QTest::keyClick(&ladder.table(), Qt::Key_Return);
        QTRY_COMPARE(m_bench->window().focusWidget(), static_cast<QWidget*>(&live().table()));
        live().setFilterText(QStringLiteral("sw == 9000"));
        QTRY_VERIFY(!live().model().isFiltering());
        QCOMPARE(ladder.table().model()->rowCount(), live().model().rowCount());
    }

    void the_logs_are_arranged_alike_and_so_they_come_back()
    {
        open(save(TraceFormat::Recording, "arranged.dmsclog"));
        QHeaderView* header = opened().table().horizontalHeader();
        header->moveSection(header->visualIndex(LogModel::Status), 0);
        opened().table().setColumnHidden(LogModel::Length, true);
        opened().action(LogCommand::TimeDelta)->trigger();
        opened().setFilterText(QStringLiteral("sw == 9000"));
        const auto alike = [](LogView& log) {
            auto* saved = log.findChild<QToolButton*>(QStringLiteral("logSavedFilters"))->menu();
            Q_EMIT saved->aboutToShow();
            const QList<QAction*> items = saved->actions();
            return log.table().horizontalHeader()->visualIndex(LogModel::Status) == 0
                && log.table().isColumnHidden(LogModel::Length) && log.model().timeMode() == TimeMode::Delta
                && std::any_of(items.begin(), items.end(),
                    [](const QAction* item) { return item->text() == QLatin1String("sw == 9000"); });
        };
        QTRY_VERIFY(alike(live()));
        QVERIFY(live().shownRows().size() > opened().shownRows().size()); // its filter is its own
        // What was changed last is kept without waiting, also where its tab is closed.
        header->moveSection(header->visualIndex(LogModel::Target), 1);
        m_bench->find<QDockWidget>("recordingDock1")->close();
        m_bench->window().saveSession();
        QVERIFY(m_bench->open(m_bench->options()));
        QTRY_VERIFY(alike(live()));
        QCOMPARE(live().table().horizontalHeader()->visualIndex(LogModel::Target), 1);
    }

    void the_ladder_offers_to_be_saved()
    {
        trigger(Command::ShowRowLadder);
        m_bench->find<QToolButton>("rowLadderSave")->click();
        auto* form = m_bench->find<QDialog>("exportForm");
        QVERIFY(form != nullptr && form->isVisible());
        QVERIFY(
            form->findChild<QComboBox*>(QStringLiteral("exportFormat"))->currentText().contains(QLatin1String("SVG")));
    }

    void dropped_recordings_open_beside_the_log()
    {
        const QString path = save(TraceFormat::Recording, "drop.dmsclog");
        QMimeData data;
        data.setUrls({QUrl::fromLocalFile(path)});
        // Qt gives a drop to the widget that took the drag.
        QDragEnterEvent enter(QPoint(5, 5), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(&m_bench->window(), &enter);
        QDropEvent drop(QPointF(5, 5), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(&m_bench->window(), &drop);
        QTRY_COMPARE_WITH_TIMEOUT(flows().openPaths(), QStringList{path}, kPatience);
    }

    void opened_recordings_come_back_in_the_next_session()
    {
        const QString path = save(TraceFormat::Recording, "again.dmsclog");
        open(path);
        m_bench->window().saveSession();
        QVERIFY(m_bench->open(m_bench->options()));
        QTRY_COMPARE_WITH_TIMEOUT(flows().openPaths(), QStringList{path}, kPatience);
    }

    void what_a_killed_run_left_is_offered_at_the_next_start()
    {
        const QString path = save(TraceFormat::Recording, "left.dmsclog");
        const QString left = QDir(m_bench->path("recordings")).filePath(QStringLiteral("left.dmsclog"));
        QVERIFY(QFile::copy(path, left));
        QFile lock(left + QStringLiteral(".lock")); // of a process that is no more
        QVERIFY(lock.open(QIODevice::WriteOnly));
        lock.write("4194304\ndmsc-workbench\n" + QSysInfo::machineHostName().toUtf8() + '\n');
        lock.close();
        WindowOptions options = m_bench->options();
        options.empty = true;
        QVERIFY(m_bench->open(options));
        auto* next = m_bench->find<QToolButton>("messageNext");
        QTRY_VERIFY_WITH_TIMEOUT(next->isVisible() && m_bench->action(Command::OpenUnfinished)->isEnabled(), kPatience);
        next->click();
        QTRY_COMPARE_WITH_TIMEOUT(flows().openPaths(), QStringList{left}, kPatience);
        QVERIFY(opened().model().store().size() > 10);
        QVERIFY(!m_bench->action(Command::OpenUnfinished)->isEnabled());
    }

    void every_command_of_the_log_is_in_the_palette_and_in_its_menu()
    {
        auto* menu = m_bench->find<QMenu>("logMenu");
        Q_EMIT menu->aboutToShow();
        for (int command = int(Command::OpenRecording); command <= int(Command::ClearLog); ++command) {
            if (Command(command) != Command::CompareRecordings) // a menu of its own, with what is open
                QVERIFY2(menu->actions().contains(m_bench->action(Command(command))),
                    qPrintable(m_bench->action(Command(command))->text()));
        }
        for (int command = 0; command < kLogCommandCount; ++command)
            QVERIFY(m_bench->window().actions().registry().action(live().action(LogCommand(command))->objectName()));
        QVERIFY(menu->actions().contains(live().action(LogCommand::Mark)));
        QCOMPARE(m_bench->window().actions().registry().conflicts(), QStringList());
        live().showRecord(RecordNo{2});
        m_bench->window().actions().registry().action(QStringLiteral("log.mark"))->trigger();
        QVERIFY(live().model().mark(RecordNo{2}));
    }

private:
    [[nodiscard]] LogFlows& flows() { return m_bench->window().logs(); }
    [[nodiscard]] LogView& live() { return m_bench->window().log(); }
    [[nodiscard]] LogView& opened()
    {
        return *m_bench->find<QDockWidget>("recordingDock1")->findChild<LogView*>(QStringLiteral("logView"));
    }
    [[nodiscard]] std::optional<RecordNo> chosen()
    {
        const QModelIndex index = live().table().currentIndex();
        return index.isValid() ? std::optional(live().model().recordAt(index.row())) : std::nullopt;
    }
    [[nodiscard]] int rows() { return int(live().model().store().size()); }
    void trigger(Command command)
    {
        QVERIFY2(m_bench->action(command)->isEnabled(), qPrintable(m_bench->action(command)->toolTip()));
        m_bench->action(command)->trigger();
    }
    QString save(const std::variant<TraceFormat, SheetFormat>& format, const char* name)
    {
        const QString path = m_bench->path(name);
        const QSignalSpy failed(&flows().desk(), &RecordingDesk::failed);
        QSignalSpy exported(&flows().desk(), &RecordingDesk::exported);
        flows().exportTo({ExportChoice::Rows::Shown, format, Secrets::Masked}, path);
        if (!exported.wait(kPatience) && !failed.isEmpty())
            qWarning() << failed.first().first().value<Error>().text();
        return path;
    }
    [[nodiscard]] static QByteArray head(const QString& path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.read(4000) : QByteArray();
    }
    void open(const QString& path)
    {
        QSignalSpy spy(&flows().desk(), &RecordingDesk::opened);
        flows().open(path);
        QVERIFY(spy.wait(kPatience));
    }

    std::unique_ptr<WindowBench> m_bench;
};

int run(int argc, char** argv)
{
    return test::run<QApplication, WindowLogTest>(argc, argv);
}

} // namespace dmsc::tst_window_log

#include "tst_window_log.moc"
