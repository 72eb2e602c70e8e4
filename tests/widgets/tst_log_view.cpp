// SPDX-License-Identifier: Apache-2.0
#include "tests/support/painted_text.h"
#include "tests/support/run_test.h"
#include "tests/widgets/log_rig.h"
#include "widgets/log/hex_view.h"
#include "widgets/log/log_delegate.h"
#include "widgets/log/log_links.h"
#include "widgets/log/record_details.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QImage>
#include <QLabel>
#include <QLineEdit>
#include <QPainter>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTreeView>

#include <thread>

namespace dmsc::tst_log_view {

using namespace Qt::StringLiterals;

class TestLogView : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void GEN_20_recordsOfAnotherThreadAppear();
    void followsTheTailOnlyFromTheBottom();
    void choosingAFieldMarksItsBytes();
    void choosingAByteChoosesItsField();
    void secretsAreDotsUntilAskedFor();
    void followIsShownAndCanBeSwitched();
    void filteringDoesNotTakeTheUserToTheTail();
    void linksLeadToWhatBelongsToTheRow();
    void copiesMaskSecrets();
    void selectionAndShownRowsAreInOrder();
    void anOpenedRecordingNeedsNoQueue();
    void aMillionRowsAreFilteredInShortTurns();
    void emptyPlacesSayWhatCouldBeHere();
    void technicalCellsReadFromTheLeftInAMirroredTable();
    void timesAndNamesFitTheirColumns();
    void whatIsFoundInTheElidedPartIsFramedAtTheDots();
    void stateSurvives();
    void everyControlHasAName();
    void queueMayBeWrittenAfterTheView();
};

void TestLogView::GEN_20_recordsOfAnotherThreadAppear()
{
    RecordQueue queue;
    LogView view(&queue);
    const QSignalSpy changed(&view, &LogView::changed);
    std::jthread worker([sink = queue.sink()] {
        for (int i = 0; i < 500; ++i) {
            sink(selectRecord(i));
        }
    });
    QTRY_COMPARE(view.model().rowCount(), 500);
    QVERIFY(changed.count() >= 1);
    // A second burst after the timer went to sleep.
    QTest::qWait(120);
    fill(queue, 3);
    QTRY_COMPARE(view.model().rowCount(), 503);
}

void TestLogView::followsTheTailOnlyFromTheBottom()
{
    RecordQueue queue;
    LogView view(&queue);
    view.resize(1000, 260);
    view.show();
    QVERIFY(QTest::qWaitForWindowExposed(&view));
    fill(queue, 200);
    QTRY_COMPARE(view.model().rowCount(), 200);
    QScrollBar* bar = view.table().verticalScrollBar();
    QTRY_VERIFY(bar->maximum() > 0 && bar->value() == bar->maximum());
    fill(queue, 200);
    QTRY_COMPARE(view.model().rowCount(), 400);
    QTRY_COMPARE(bar->value(), bar->maximum());
    bar->setValue(10);
    fill(queue, 100);
    QTRY_COMPARE(view.model().rowCount(), 500);
    QCOMPARE(bar->value(), 10);
}

void TestLogView::choosingAFieldMarksItsBytes()
{
    RecordQueue queue;
    LogView view(&queue);
    fill(queue, 1);
    QTRY_COMPARE(view.model().rowCount(), 1);
    view.showRecord(RecordNo{0});
    QTreeView& fields = view.details().fields();
    const QModelIndex command = fields.model()->index(0, 0);
    const QModelIndex ins = fields.model()->index(1, 0, command);
    QCOMPARE(ins.data().toString(), QStringLiteral("INS"));
    fields.setCurrentIndex(ins);
    QVERIFY(view.details().hex().marked() == (ByteRange{RecordPart::Request, 1, 1}));
    QCOMPARE(view.details().hex().markedText(), QStringLiteral("A4"));
    QVERIFY(view.details().hex().accessibleDescription().contains(QStringLiteral("A4")));
}

void TestLogView::choosingAByteChoosesItsField()
{
    RecordQueue queue;
    LogView view(&queue);
    view.resize(1200, 400);
    view.show();
    fill(queue, 1);
    QTRY_COMPARE(view.model().rowCount(), 1);
    view.showRecord(RecordNo{0});
    HexView& hex = view.details().hex();
    hex.setFocus();
    QTest::keyClick(&hex, Qt::Key_End); // Le, the last byte of the command
    QCOMPARE(view.details().fields().currentIndex().data().toString(), QStringLiteral("Le"));
    QTest::keyClick(&hex, Qt::Key_Right); // over the end into the response
    QVERIFY(view.details().fields().currentIndex().data().toString().startsWith(QStringLiteral("6F")));
    QTest::keyClick(&hex, Qt::Key_End);
    QCOMPARE(view.details().fields().currentIndex().data().toString(), QStringLiteral("SW"));
}

void TestLogView::secretsAreDotsUntilAskedFor()
{
    RecordQueue queue;
    LogView view(&queue);
    Record record = selectRecord(0);
    record.request = QByteArray::fromHex("0020000104") + QByteArray("1234");
    record.secrets = {{RecordPart::Request, 5, 4}};
    queue.write(record);
    QTRY_COMPARE(view.model().rowCount(), 1);
    view.showRecord(RecordNo{0});
    HexView& hex = view.details().hex();
    hex.mark({RecordPart::Request, 4, 5});
    QCOMPARE(hex.markedText(), QStringLiteral("04........"));
    const auto dataText = [&view] {
        const QAbstractItemModel* model = view.details().fields().model();
        return model->index(5, 1, model->index(0, 0)).data().toString();
    };
    QCOMPARE(dataText(), QStringLiteral("2A 2A 2A 2A"));
    view.findChild<QToolButton*>(QStringLiteral("logReveal"))->click();
    hex.mark({RecordPart::Request, 4, 5});
    QCOMPARE(hex.markedText(), QStringLiteral("0431323334"));
    QCOMPARE(dataText(), QStringLiteral("31 32 33 34"));
    // Another row starts hidden again.
    queue.write(record);
    QTRY_COMPARE(view.model().rowCount(), 2);
    view.showRecord(RecordNo{1});
    hex.mark({RecordPart::Request, 5, 4});
    QCOMPARE(hex.markedText(), QStringLiteral("........"));
}

void TestLogView::followIsShownAndCanBeSwitched()
{
    const auto view = filled(300);
    QScrollBar* bar = view->table().verticalScrollBar();
    const QAction* follow = view->action(LogCommand::Follow);
    QTRY_COMPARE(bar->value(), bar->maximum());
    QVERIFY(follow->isChecked());
    bar->setValue(10);
    QVERIFY(!follow->isChecked());
    view->action(LogCommand::Follow)->trigger();
    QCOMPARE(bar->value(), bar->maximum());
    QVERIFY(follow->isChecked());
}

void TestLogView::filteringDoesNotTakeTheUserToTheTail()
{
    const auto view = filled(300);
    QScrollBar* bar = view->table().verticalScrollBar();
    QTRY_VERIFY(bar->maximum() > 0);
    bar->setValue(10);
    QCOMPARE(view->action(LogCommand::Follow)->isChecked(), false);
    view->setFilterText(u"no <= 2"_s);
    QTRY_COMPARE(bar->maximum(), 0);
    QVERIFY(!view->action(LogCommand::Follow)->isChecked());
    view->setFilterText({});
    QTRY_VERIFY(bar->maximum() > 0);
    QVERIFY(bar->value() < bar->maximum());
}

void TestLogView::linksLeadToWhatBelongsToTheRow()
{
    RecordStore store;
    const auto add = [&store](Layer layer, bool continuation, std::uint32_t exchange) {
        Record record;
        record.layer = layer;
        record.continuation = continuation;
        record.exchange = ExchangeId{exchange};
        store.append(record);
    };
    add(Layer::Apdu, false, 5); // 0
    add(Layer::Apdu, true, 5);
    add(Layer::SyncMl, false, 5); // 2: the message
    add(Layer::SyncMl, true, 5); // 3, 4: its Statuses
    add(Layer::SyncMl, true, 5);
    add(Layer::Apdu, false, 6); // 5: another exchange
    using enum RecordRelation;
    const auto links = [&store](std::uint32_t row) { return linksOf(store, RecordNo{row}); };
    const RecordLink carriers{CarriedBy, RecordNo{0}, RecordNo{1}};
    QCOMPARE(links(2), (std::vector<RecordLink>{{AnsweredBy, RecordNo{3}, RecordNo{4}}, carriers}));
    QCOMPARE(links(3), (std::vector<RecordLink>{{Answers, RecordNo{2}, RecordNo{2}}, carriers}));
    QCOMPARE(links(0).back(), (RecordLink{Carries, RecordNo{2}, RecordNo{4}}));
    QVERIFY(links(5).empty());

    const auto view = filled(3);
    view->showRecord(RecordNo{0});
    Q_EMIT view->details().linkActivated(RecordNo{2});
    QCOMPARE(currentRow(*view), 2);
}

void TestLogView::copiesMaskSecrets()
{
    RecordQueue queue;
    LogView view(&queue);
    Record record = selectRecord(0);
    record.request = QByteArray::fromHex("0020000104") + QByteArray("1234");
    record.response = QByteArray::fromHex("9000");
    record.secrets = {{RecordPart::Request, 5, 4}};
    queue.write(record);
    QTRY_COMPARE(view.model().rowCount(), 1);
    view.showRecord(RecordNo{0});
    view.action(LogCommand::CopyHex)->trigger();
    QCOMPARE(QApplication::clipboard()->text(), u"1 > 0020000104........\n1 < 9000\n"_s);
    view.action(LogCommand::CopyText)->trigger();
    const QStringList cells = QApplication::clipboard()->text().trimmed().split(u'\t');
    QCOMPARE(cells.front(), u"1"_s);
    QVERIFY(cells.contains(u"SELECT 0"_s));
}

void TestLogView::selectionAndShownRowsAreInOrder()
{
    const auto view = filled(20);
    view->setFilterText(u"no > 10"_s);
    QCOMPARE(view->shownRows().size(), std::size_t{10});
    QItemSelectionModel* selection = view->table().selectionModel();
    for (const int row : {7, 2}) {
        selection->select(view->model().index(row, 0), QItemSelectionModel::Select | QItemSelectionModel::Rows);
    }
    QCOMPARE(view->selection(), (RecordSelection{RecordNo{12}, RecordNo{17}}));
    const Recording copy = view->recording();
    QCOMPARE(copy.store.size(), std::size_t{20});
    QVERIFY(copy.startedAt.isValid());
}

void TestLogView::anOpenedRecordingNeedsNoQueue()
{
    Recording recording;
    for (int i = 0; i < 5; ++i)
        recording.store.append(selectRecord(i));
    recording.marks[RecordNo{2}] = u"look"_s;
    LogView view(nullptr);
    view.setFilterText(u"marked"_s);
    view.setRecording(recording);
    QCOMPARE(view.shownRows(), RecordSelection{RecordNo{2}});
    view.showRecord(RecordNo{4});
    QCOMPARE(view.model().rowCount(), 5);
    QCOMPARE(currentRow(view), 4);
}

void TestLogView::aMillionRowsAreFilteredInShortTurns()
{
    Recording recording;
    for (int i = 0; i < 1'000'000; ++i) {
        static const Record common = selectRecord(0);
        recording.store.append(common);
    }
    LogView view(nullptr);
    view.resize(1000, 300);
    view.show();
    view.setRecording(recording);
    view.setFilterText(u"request ~ 0100 and target == \"\""_s);
    QVERIFY(view.model().rowCount() > 0); // the first screen, at once
    QTRY_VERIFY_WITH_TIMEOUT(!view.model().isFiltering(), 60'000);
    QCOMPARE(view.model().rowCount(), 1'000'000);
}

void TestLogView::emptyPlacesSayWhatCouldBeHere()
{
    RecordQueue queue;
    LogView view(&queue);
    view.resize(900, 300);
    view.show();
    auto* empty = view.findChild<QLabel*>(QStringLiteral("logEmpty"));
    QVERIFY(empty->isVisible() && !empty->text().isEmpty());
    fill(queue, 1);
    QTRY_VERIFY(!empty->isVisible());
    view.findChild<QLineEdit*>(QStringLiteral("logFilter"))->setText(QStringLiteral("nothing like it"));
    QVERIFY(empty->isVisible());
    view.clear();
    QCOMPARE(view.model().rowCount(), 0);
}

void TestLogView::technicalCellsReadFromTheLeftInAMirroredTable()
{
    Record record = selectRecord(0);
    record.name = u"./A/P/"_s;
    record.target = u"(64) EF.DIR."_s;
    Recording recording;
    recording.store.append(record);
    for (const Qt::LayoutDirection direction : {Qt::LeftToRight, Qt::RightToLeft}) {
        LogView view(nullptr);
        view.setRecording(recording);
        for (const auto& [column, text] : {std::pair(LogModel::Name, record.name), {LogModel::Target, record.target}}) {
            QStyleOptionViewItem cell;
            cell.direction = direction;
            cell.rect = {0, 0, 300, 30};
            test::PaintedText paper(cell.rect.size());
            QPainter painter(&paper);
            painter.setLayoutDirection(direction);
            view.table().itemDelegate()->paint(&painter, cell, view.model().index(0, column));
            painter.end();
            QCOMPARE(paper.line(), text);
        }
    }
}

namespace {

void paintCell(QPaintDevice& paper, const LogView& view, int column)
{
    QStyleOptionViewItem cell;
    cell.rect = {0, 0, view.table().columnWidth(column), 30};
    cell.font = view.table().font();
    cell.fontMetrics = view.table().fontMetrics();
    cell.textElideMode = view.table().textElideMode();
    QPainter painter(&paper);
    view.table().itemDelegate()->paint(&painter, cell, view.model().index(0, column));
}

} // namespace

void TestLogView::timesAndNamesFitTheirColumns()
{
    Record record = selectRecord(0);
    record.name = u"EXTERNAL AUTHENTICATE"_s;
    record.time = std::chrono::seconds(1234);
    Recording recording;
    recording.startedAt = QDateTime::currentDateTimeUtc();
    recording.store.append(record);
    LogView view(nullptr);
    view.setRecording(recording);
    for (const LogCommand mode : {LogCommand::TimeRelative, LogCommand::TimeAbsolute, LogCommand::TimeDelta}) {
        view.action(mode)->trigger();
        for (const int column : {LogModel::Time, LogModel::Name}) {
            test::PaintedText paper({view.table().columnWidth(column), 30});
            paintCell(paper, view, column);
            QCOMPARE(paper.line(), view.model().index(0, column).data().toString());
        }
    }
}

void TestLogView::whatIsFoundInTheElidedPartIsFramedAtTheDots()
{
    Record record = selectRecord(0);
    record.name = u"EXTERNAL AUTHENTICATE"_s;
    Recording recording;
    recording.store.append(record);
    LogView view(nullptr);
    view.setRecording(recording);
    view.table().setColumnWidth(LogModel::Name, 100);
    auto* delegate = qobject_cast<LogDelegate*>(view.table().itemDelegate());
    const auto painted = [&](const QString& searched) {
        delegate->setSearched(searched);
        QImage image(100, 30, QImage::Format_RGB32);
        image.fill(Qt::white);
        paintCell(image, view, LogModel::Name);
        return image;
    };
    const QImage plain = painted({});
    QVERIFY(painted(u"auth"_s) != plain); // EXTER...ICATE
    QVERIFY(painted(u"auth"_s) == painted(u"authen"_s)); // the dots alone
    QVERIFY(painted(u"authenticate"_s) != painted(u"authen"_s)); // and what is left of it
    QVERIFY(painted(u"select"_s) == plain);
}

void TestLogView::stateSurvives()
{
    RecordQueue queue;
    QByteArray state;
    {
        LogView view(&queue);
        view.table().setColumnHidden(LogModel::Target, true);
        view.table().setColumnWidth(LogModel::Name, 333);
        view.action(LogCommand::TimeDelta)->trigger();
        view.action(LogCommand::Issues)->trigger();
        view.action(LogCommand::FoldAll)->trigger();
        state = view.saveState();
    }
    LogView view(&queue);
    view.restoreState(QByteArray("damaged"));
    view.restoreState(state.first(state.size() / 2));
    QVERIFY(!view.table().isColumnHidden(LogModel::Target));
    view.restoreState(state);
    QVERIFY(view.table().isColumnHidden(LogModel::Target));
    QCOMPARE(view.table().columnWidth(LogModel::Name), 333);
    QVERIFY(view.model().allFolded());
    QVERIFY(view.model().timeMode() == TimeMode::Delta);
    QVERIFY(view.action(LogCommand::TimeDelta)->isChecked());
    QVERIFY(!view.findChild<QTableView*>(u"logIssues"_s)->isHidden());
}

void TestLogView::everyControlHasAName()
{
    RecordQueue queue;
    LogView view(&queue);
    for (const QWidget* widget : view.findChildren<QWidget*>()) {
        const bool inner = widget->objectName().startsWith(QStringLiteral("qt_")) || !widget->parentWidget();
        if (widget->focusPolicy() != Qt::NoFocus && !inner && !widget->inherits("QMenu")
            && !widget->inherits("QHeaderView")) {
            const auto* button = qobject_cast<const QToolButton*>(widget);
            const bool named = !widget->accessibleName().isEmpty() || (button != nullptr && !button->text().isEmpty());
            QVERIFY2(named, qPrintable(widget->objectName() + QLatin1String(widget->metaObject()->className())));
        }
    }
}

void TestLogView::queueMayBeWrittenAfterTheView()
{
    RecordQueue queue;
    {
        LogView view(&queue);
        fill(queue, 1);
    }
    fill(queue, 1);
    QCoreApplication::processEvents();
    LogView next(&queue);
    QTRY_COMPARE(next.model().rowCount(), 2);
}

int run(int argc, char** argv)
{
    return test::run<QApplication, TestLogView>(argc, argv);
}

} // namespace dmsc::tst_log_view

#include "tst_log_view.moc"
