// SPDX-License-Identifier: Apache-2.0
#include "widgets/log/hex_view.h"
#include "widgets/log/log_links.h"
#include "widgets/log/log_view.h"
#include "widgets/log/record_details.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QLabel>
#include <QLineEdit>
#include <QMainWindow>
#include <QMenu>
#include <QScrollBar>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTableView>
#include <QTest>
#include <QToolButton>
#include <QTreeView>

#include <memory>
#include <thread>
#include <utility>

using namespace dmsc;
using namespace Qt::StringLiterals;

namespace {

Record selectRecord(int number)
{
    Record record;
    record.name = QStringLiteral("SELECT %1").arg(number);
    record.status = QStringLiteral("9000");
    record.level = StatusLevel::Ok;
    record.request = QByteArray::fromHex("00A4040007F0444D5343000100");
    record.response = QByteArray::fromHex("6F0684044849434B9000");
    return record;
}

void fill(RecordQueue& queue, int count)
{
    for (int i = 0; i < count; ++i) {
        queue.write(selectRecord(i));
    }
}

/// A READ with two GET RESPONSEs, and a SELECT.
void writeGroup(RecordQueue& queue)
{
    for (int i = 0; i < 4; ++i) {
        Record record = selectRecord(i);
        record.continuation = i == 1 || i == 2;
        queue.write(record);
    }
}

/// A log with so many rows, on the screen. Its queue goes with it.
std::unique_ptr<LogView> filled(int count)
{
    auto queue = std::make_unique<RecordQueue>();
    auto view = std::make_unique<LogView>(queue.get());
    view->resize(1200, 400);
    view->show();
    fill(*queue, count);
    [&] { QTRY_COMPARE(view->model().rowCount(), count); }();
    QObject::connect(view.get(), &QObject::destroyed, [kept = std::shared_ptr<RecordQueue>(std::move(queue))] {});
    return view;
}

int currentRow(const LogView& view)
{
    return view.table().currentIndex().row();
}

/// The items of the menu of saved filters as somebody who opens it sees them.
QList<QAction*> openSaved(const LogView& view)
{
    QMenu* menu = view.findChild<QToolButton*>(u"logSavedFilters"_s)->menu();
    Q_EMIT menu->aboutToShow();
    return menu->actions();
}

} // namespace

class TestLogView : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void GEN_20_recordsOfAnotherThreadAppear();
    void followsTheTailOnlyFromTheBottom();
    void choosingAFieldMarksItsBytes();
    void choosingAByteChoosesItsField();
    void secretsAreDotsUntilAskedFor();
    void filterKeepsTheChosenRecord();
    void showRecordSwitchesTheFilterOff();
    void anErrorIsToldAndTheLastGoodFilterHolds();
    void wordsAreOfferedAndTaken();
    void layersGoWithTheText();
    void filterLikeThisCell();
    void filtersAreSavedByName();
    void findGoesFromRowToRow();
    void findKeysWorkInALogOfAWindow();
    void marksAndCommentsByKeyboard();
    void goToARow();
    void arrowsFoldAndUnfold();
    void aClickOnTheSignFolds();
    void followIsShownAndCanBeSwitched();
    void filteringDoesNotTakeTheUserToTheTail();
    void issuesAreListedAndLeadToTheirRows();
    void linksLeadToWhatBelongsToTheRow();
    void copiesMaskSecrets();
    void selectionAndShownRowsAreInOrder();
    void anOpenedRecordingNeedsNoQueue();
    void aMillionRowsAreFilteredInShortTurns();
    void emptyPlacesSayWhatCouldBeHere();
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

void TestLogView::filterKeepsTheChosenRecord()
{
    RecordQueue queue;
    LogView view(&queue);
    fill(queue, 50);
    QTRY_COMPARE(view.model().rowCount(), 50);
    view.showRecord(RecordNo{42});
    auto* filter = view.findChild<QLineEdit*>(QStringLiteral("logFilter"));
    filter->setText(QStringLiteral("\"SELECT 4\""));
    QCOMPARE(view.model().rowCount(), 11);
    QCOMPARE(view.model().recordAt(view.table().currentIndex().row()).value, 42U);
    filter->clear();
    QCOMPARE(view.table().currentIndex().row(), 42);
}

void TestLogView::showRecordSwitchesTheFilterOff()
{
    RecordQueue queue;
    LogView view(&queue);
    fill(queue, 50);
    QTRY_COMPARE(view.model().rowCount(), 50);
    view.findChild<QLineEdit*>(QStringLiteral("logFilter"))->setText(QStringLiteral("\"SELECT 4\""));
    QCOMPARE(view.model().rowCount(), 11);
    view.showRecord(RecordNo{7});
    QCOMPARE(view.model().rowCount(), 50);
    QCOMPARE(view.table().currentIndex().row(), 7);
    // It is switched off, not gone.
    view.action(LogCommand::ToggleFilter)->trigger();
    QCOMPARE(view.model().rowCount(), 11);
}

void TestLogView::anErrorIsToldAndTheLastGoodFilterHolds()
{
    const auto view = filled(50);
    auto* filter = view->findChild<QLineEdit*>(u"logFilter"_s);
    auto* message = view->findChild<QLabel*>(u"logFilterMessage"_s);
    filter->setText(u"sw == 9000 no <= 3"_s);
    QCOMPARE(view->model().rowCount(), 3);
    filter->setText(u"sw == 9000 no <= "_s);
    QCOMPARE(view->model().rowCount(), 3);
    QVERIFY(message->isHidden()); // somebody may still be typing
    QTRY_VERIFY(!message->isHidden());
    QVERIFY(message->text().contains(u"value behind <="_s));
    filter->setText(u"sw == 9000 no <= 4"_s);
    QVERIFY(message->isHidden());
    QCOMPARE(view->model().rowCount(), 4);
    view->action(LogCommand::ToggleFilter)->trigger();
    QCOMPARE(view->model().rowCount(), 50);
    QCOMPARE(filter->text(), u"sw == 9000 no <= 4"_s);
}

void TestLogView::wordsAreOfferedAndTaken()
{
    const auto view = filled(5);
    auto* filter = view->findChild<QLineEdit*>(u"logFilter"_s);
    view->activateWindow();
    filter->setFocus();
    QTRY_VERIFY(filter->hasFocus());
    QTest::keyClicks(filter, u"lev"_s);
    QWidget* popup = QApplication::activePopupWidget();
    QVERIFY(popup != nullptr);
    QCOMPARE(popup->objectName(), u"logFilterWords"_s);
    QTest::keyClick(popup, Qt::Key_Down);
    QTest::keyClick(popup, Qt::Key_Return);
    QCOMPARE(filter->text(), u"level "_s);
    QVERIFY(QApplication::activePopupWidget() != nullptr); // the operators
    QTest::keyClick(QApplication::activePopupWidget(), Qt::Key_Escape);
    QVERIFY(QApplication::activePopupWidget() == nullptr);
    filter->setText(u"apdu"_s);
    QTest::keyClick(filter, Qt::Key_Return);
    QTRY_VERIFY(view->table().hasFocus());
}

void TestLogView::layersGoWithTheText()
{
    const auto view = filled(5);
    view->setFilterText(u"no == 1 or no == 2"_s);
    const QList<QAction*> layers = view->findChild<QToolButton*>(u"logLayers"_s)->menu()->actions();
    QCOMPARE(view->model().rowCount(), 2);
    layers[int(Layer::Apdu)]->setChecked(false);
    QCOMPARE(view->model().rowCount(), 0);
    layers[int(Layer::Apdu)]->setChecked(true);
    layers[int(Layer::Ui)]->setChecked(false);
    QCOMPARE(view->model().rowCount(), 2);
}

void TestLogView::filterLikeThisCell()
{
    const auto view = filled(20);
    view->showRecord(RecordNo{7});
    view->table().setCurrentIndex(view->model().index(7, LogModel::Name));
    auto* filter = view->findChild<QLineEdit*>(u"logFilter"_s);
    view->action(LogCommand::FilterLike)->trigger();
    QCOMPARE(filter->text(), u"name == \"SELECT 7\""_s);
    QCOMPARE(view->model().rowCount(), 1);
    view->setFilterText(u"no < 3 or no > 15"_s);
    view->table().setCurrentIndex(view->model().index(0, LogModel::Number));
    view->action(LogCommand::FilterNotLike)->trigger();
    QCOMPARE(filter->text(), u"(no < 3 or no > 15) and not (no == 1)"_s);
    QCOMPARE(view->model().rowCount(), 6);
}

void TestLogView::filtersAreSavedByName()
{
    QByteArray state;
    {
        const auto view = filled(20);
        view->setFilterText(u"no <= 2"_s);
        const auto items = openSaved(*view);
        items.front()->trigger();
        auto* name = view->findChild<QLineEdit*>(u"logFilterName"_s);
        QVERIFY(name->isVisible());
        QTest::keyClicks(name, u"first & second"_s);
        QTest::keyClick(name, Qt::Key_Return);
        state = view->saveState();
    }
    const auto view = filled(20);
    view->restoreState(state);
    QCOMPARE(view->model().rowCount(), 20);
    const auto items = openSaved(*view);
    QCOMPARE(items.at(1)->text(), u"first && second"_s);
    items.at(1)->trigger();
    QCOMPARE(view->model().rowCount(), 2);
    // Deleting it by the menu below.
    openSaved(*view).at(2)->menu()->actions().front()->trigger();
    for (const QAction* item : openSaved(*view))
        QVERIFY(item->text() != u"first && second"_s);
}

void TestLogView::findGoesFromRowToRow()
{
    const auto view = filled(40);
    view->showRecord(RecordNo{10});
    view->action(LogCommand::Find)->trigger();
    auto* find = view->findChild<QLineEdit*>(u"logFind"_s);
    auto* count = view->findChild<QLabel*>(u"logFindCount"_s);
    QVERIFY(find->isVisible());
    QTest::keyClicks(find, u"select 3"_s);
    QCOMPARE(currentRow(*view), 30); // 3 lies before where the user was
    QCOMPARE(count->text(), u"2 of 11"_s);
    QTest::keyClick(find, Qt::Key_Return);
    QCOMPARE(currentRow(*view), 31);
    QTest::keyClick(find, Qt::Key_Return, Qt::ShiftModifier);
    QTest::keyClick(find, Qt::Key_Return, Qt::ShiftModifier);
    QCOMPARE(currentRow(*view), 3);
    view->action(LogCommand::FindPrevious)->trigger();
    QCOMPARE(currentRow(*view), 39);
    QVERIFY(count->text().contains(u"other end"_s));
    QCOMPARE(view->model().rowCount(), 40); // a search is no filter
    QImage framed = view->table().viewport()->grab().toImage();
    QTest::keyClick(find, Qt::Key_Escape);
    QVERIFY(!find->isVisible());
    QVERIFY(view->table().viewport()->grab().toImage() != framed);
    view->setFilterText(u"no < 5"_s);
    view->action(LogCommand::Find)->trigger();
    find->setText(u"select 39"_s);
    QCOMPARE(count->text(), u"not found"_s);
}

void TestLogView::findKeysWorkInALogOfAWindow()
{
    QMainWindow window;
    RecordQueue queue;
    auto* view = new LogView(&queue);
    window.setCentralWidget(view);
    auto* other = new QAction(&window);
    other->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_F));
    window.addAction(other);
    const QSignalSpy triggered(other, &QAction::triggered);
    window.show();
    fill(queue, 3);
    QTRY_COMPARE(view->model().rowCount(), 3);
    window.activateWindow();
    view->table().setFocus();
    QTRY_VERIFY(view->table().hasFocus());
    QTest::keyClick(&view->table(), Qt::Key_F, Qt::ControlModifier);
    QVERIFY(view->findChild<QLineEdit*>(u"logFind"_s)->isVisible());
    QCOMPARE(triggered.count(), 0);
}

void TestLogView::marksAndCommentsByKeyboard()
{
    const auto view = filled(20);
    view->showRecord(RecordNo{4});
    view->table().setFocus();
    QTest::keyClick(&view->table(), Qt::Key_M, Qt::ControlModifier);
    QVERIFY(view->model().mark(RecordNo{4}));
    view->showRecord(RecordNo{9});
    QTest::keyClick(&view->table(), Qt::Key_F2);
    auto* editor = view->findChild<QLineEdit*>(u"logComment"_s);
    QVERIFY(editor != nullptr);
    QTest::keyClicks(editor, u"why?"_s);
    QTest::keyClick(editor, Qt::Key_Return);
    QTRY_COMPARE(view->model().mark(RecordNo{9}), std::optional(u"why?"_s));
    view->action(LogCommand::NextMark)->trigger(); // round the end
    QCOMPARE(currentRow(*view), 4);
    view->action(LogCommand::PreviousMark)->trigger();
    QCOMPARE(currentRow(*view), 9);
    view->table().setFocus();
    QTest::keyClick(&view->table(), Qt::Key_M, Qt::ControlModifier);
    QVERIFY(!view->model().mark(RecordNo{9}));
}

void TestLogView::goToARow()
{
    const auto view = filled(200);
    view->setFilterText(u"no < 50"_s);
    view->action(LogCommand::GoTo)->trigger();
    auto* number = view->findChild<QSpinBox*>(u"logGoTo"_s);
    QVERIFY(number->isVisible());
    QCOMPARE(number->maximum(), 200);
    QTest::keyClicks(number, u"150"_s);
    QTest::keyClick(number, Qt::Key_Return);
    QVERIFY(!number->isVisible());
    QCOMPARE(currentRow(*view), 149);
    view->action(LogCommand::GoTo)->trigger();
    QTest::keyClicks(number, u"3"_s);
    QTest::keyClick(number, Qt::Key_Escape);
    QCOMPARE(currentRow(*view), 149);
}

void TestLogView::arrowsFoldAndUnfold()
{
    RecordQueue queue;
    LogView view(&queue);
    writeGroup(queue);
    QTRY_COMPARE(view.model().rowCount(), 4);
    view.table().setCurrentIndex(view.model().index(2, LogModel::Name)); // a GET RESPONSE
    QTest::keyClick(&view.table(), Qt::Key_Left);
    QCOMPARE(view.model().rowCount(), 2);
    QCOMPARE(currentRow(view), 0);
    QTest::keyClick(&view.table(), Qt::Key_Right);
    QCOMPARE(view.model().rowCount(), 4);
    QTest::keyClick(&view.table(), Qt::Key_Left);
    QCOMPARE(view.model().rowCount(), 2);
    const int column = view.table().currentIndex().column();
    QTest::keyClick(&view.table(), Qt::Key_Left); // nothing is left to fold
    QCOMPARE(view.table().currentIndex().column(), column - 1);
    view.showRecord(RecordNo{2});
    QCOMPARE(view.model().rowCount(), 4);
    QCOMPARE(currentRow(view), 2);
    view.action(LogCommand::FoldAll)->trigger();
    QCOMPARE(view.model().rowCount(), 2);
    QCOMPARE(currentRow(view), 0); // what it lies below
    view.action(LogCommand::UnfoldAll)->trigger();
    QCOMPARE(view.model().rowCount(), 4);
}

void TestLogView::aClickOnTheSignFolds()
{
    RecordQueue queue;
    LogView view(&queue);
    view.resize(1000, 300);
    view.show();
    writeGroup(queue);
    QTRY_COMPARE(view.model().rowCount(), 4);
    const QRect cell = view.table().visualRect(view.model().index(0, LogModel::Number));
    const QPoint sign(cell.left() + cell.height() / 2, cell.center().y());
    QTest::mouseClick(view.table().viewport(), Qt::LeftButton, {}, sign);
    QCOMPARE(view.model().rowCount(), 2);
    QTest::mouseClick(view.table().viewport(), Qt::LeftButton, {}, sign);
    QCOMPARE(view.model().rowCount(), 4);
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

void TestLogView::issuesAreListedAndLeadToTheirRows()
{
    RecordQueue queue;
    LogView view(&queue);
    view.resize(1200, 400);
    view.show();
    fill(queue, 10);
    Record bad = selectRecord(10);
    bad.status = u"6A82"_s;
    bad.level = StatusLevel::Error;
    queue.write(bad);
    fill(queue, 10);
    queue.write(bad);
    QTRY_COMPARE(view.model().rowCount(), 22);
    const auto* count = view.findChild<QToolButton*>(u"logIssueCount"_s);
    QCOMPARE(count->text(), u"2"_s);
    QCOMPARE(count->accessibleName(), u"2 error(s), 0 warning(s)"_s);
    auto* issues = view.findChild<QTableView*>(u"logIssues"_s);
    QVERIFY(!issues->isVisible());
    view.action(LogCommand::Issues)->trigger();
    QVERIFY(issues->isVisible());
    QCOMPARE(issues->model()->rowCount(), 1);
    issues->setCurrentIndex(issues->model()->index(0, 0));
    QTest::keyClick(issues, Qt::Key_Return);
    QCOMPARE(currentRow(view), 10);
    QTest::keyClick(issues, Qt::Key_Return);
    QCOMPARE(currentRow(view), 21);
    QTest::keyClick(issues, Qt::Key_Return);
    QCOMPARE(currentRow(view), 10);
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

QTEST_MAIN(TestLogView)
#include "tst_log_view.moc"
