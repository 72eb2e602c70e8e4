// SPDX-License-Identifier: Apache-2.0
#include "tests/support/run_test.h"
#include "tests/widgets/log_rig.h"

#include <QAction>
#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QMainWindow>
#include <QSignalSpy>
#include <QSpinBox>

namespace dmsc::tst_log_tools {

using namespace Qt::StringLiterals;

class TestLogTools : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void filterKeepsTheChosenRecord();
    void showRecordSwitchesTheFilterOff();
    void anErrorIsToldAndTheLastGoodFilterHolds();
    void whatIsBeingTypedTakesNoRowsAway();
    void wordsAreOfferedAndTaken();
    void theErrorIsNotCoveredByTheWords();
    void secretsAreRevealedByACommand();
    void layersGoWithTheText();
    void filterLikeThisCell();
    void filtersAreSavedByName();
    void findGoesFromRowToRow();
    void escapeClosesWhatIsOpenBeforeItTakesTheFilterAway();
    void findKeysWorkInALogOfAWindow();
    void marksAndCommentsByKeyboard();
    void goToARow();
    void arrowsFoldAndUnfold();
    void aClickOnTheSignFolds();
    void issuesAreListedAndLeadToTheirRows();
    void whatEveryRowHasIsInViewInASmallWindow();
};

/// So wide is the log in a window of 1280 pixels with its details and the handset beside it.
void TestLogTools::whatEveryRowHasIsInViewInASmallWindow()
{
    const auto view = filled(40);
    view->resize(928, 190);
    for (const LogModel::Column column : {LogModel::Number, LogModel::Time, LogModel::Direction, LogModel::LayerName,
             LogModel::Name, LogModel::Length, LogModel::Status, LogModel::Duration}) {
        const QTableView& table = view->table();
        QVERIFY(!table.isColumnHidden(column));
        const int end = table.columnViewportPosition(column) + table.columnWidth(column);
        QVERIFY2(end <= table.viewport()->width(), qPrintable(u"column %1 ends at %2"_s.arg(column).arg(end)));
    }
}

void TestLogTools::filterKeepsTheChosenRecord()
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

void TestLogTools::showRecordSwitchesTheFilterOff()
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

void TestLogTools::anErrorIsToldAndTheLastGoodFilterHolds()
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

void TestLogTools::whatIsBeingTypedTakesNoRowsAway()
{
    const auto view = filled(50);
    auto* filter = view->findChild<QLineEdit*>(u"logFilter"_s);
    const auto rowsAfter = [&](const QString& text) {
        filter->clear();
        for (const QChar letter : text)
            filter->insert(letter);
        return view->model().rowCount();
    };
    QCOMPARE(rowsAfter(u"sw =="_s), 50);
    QCOMPARE(rowsAfter(u"sw == 90"_s), 50);
    QCOMPARE(rowsAfter(u"no <= 3 and sw == 90"_s), 3); // what is finished holds
    QCOMPARE(rowsAfter(u"(no <= 3 or no == 7) and not sw =="_s), 4);
    QCOMPARE(rowsAfter(u"no <= 3 and sw == 9000"_s), 3);
    QCOMPARE(rowsAfter(u"nowhere =="_s), 0); // no field, so it is looked for
}

void TestLogTools::wordsAreOfferedAndTaken()
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

void TestLogTools::theErrorIsNotCoveredByTheWords()
{
    const auto view = filled(5);
    auto* filter = view->findChild<QLineEdit*>(u"logFilter"_s);
    auto* message = view->findChild<QLabel*>(u"logFilterMessage"_s);
    view->activateWindow();
    filter->setFocus();
    QTRY_VERIFY(filter->hasFocus());
    QTest::keyClicks(filter, u"sw == 9"_s);
    QTRY_VERIFY(message->isVisible());
    const QWidget* popup = QApplication::activePopupWidget();
    QVERIFY(popup != nullptr);
    QTRY_VERIFY(popup->geometry().top() > message->mapToGlobal(message->rect().bottomLeft()).y());
    // Where nothing is wrong, they are at the line again.
    QTest::keyClicks(filter, u"0"_s);
    QTest::keyClicks(filter, u"0"_s);
    QTest::keyClicks(filter, u"0 or l"_s);
    QTRY_VERIFY(message->isHidden() && QApplication::activePopupWidget() != nullptr);
    const int gap =
        QApplication::activePopupWidget()->geometry().top() - filter->mapToGlobal(filter->rect().bottomLeft()).y();
    QVERIFY2(std::abs(gap) <= 2, qPrintable(QString::number(gap)));
}

void TestLogTools::secretsAreRevealedByACommand()
{
    RecordQueue queue;
    LogView view(&queue);
    Record record = selectRecord(0);
    record.secrets = {{RecordPart::Request, 5, 3}};
    queue.write(record);
    queue.write(selectRecord(1));
    QTRY_COMPARE(view.model().rowCount(), 2);
    view.showRecord(RecordNo{1});
    QVERIFY(!view.action(LogCommand::Reveal)->isEnabled());
    view.showRecord(RecordNo{0});
    QVERIFY(view.action(LogCommand::Reveal)->isEnabled());
    auto* button = view.findChild<QToolButton*>(u"logReveal"_s);
    view.action(LogCommand::Reveal)->trigger();
    QVERIFY(button->isChecked());
    view.action(LogCommand::Reveal)->trigger();
    QVERIFY(!button->isChecked());
}

void TestLogTools::layersGoWithTheText()
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

void TestLogTools::filterLikeThisCell()
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

void TestLogTools::filtersAreSavedByName()
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

void TestLogTools::findGoesFromRowToRow()
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

void TestLogTools::escapeClosesWhatIsOpenBeforeItTakesTheFilterAway()
{
    const auto view = filled(40);
    auto* filter = view->findChild<QLineEdit*>(u"logFilter"_s);
    auto* find = view->findChild<QLineEdit*>(u"logFind"_s);
    view->activateWindow();
    view->setFilterText(u"no < 9"_s);
    // In the find bar: it closes, and again from the rows nothing is lost.
    view->action(LogCommand::Find)->trigger();
    QTRY_VERIFY(find->hasFocus());
    QTest::keyClick(find, Qt::Key_Escape);
    QVERIFY(!find->isVisible());
    QTRY_VERIFY(view->table().hasFocus());
    QTest::keyClick(&view->table(), Qt::Key_Escape);
    QCOMPARE(filter->text(), u"no < 9"_s);
    // From the rows it closes the bar too.
    view->action(LogCommand::Find)->trigger();
    view->table().setFocus();
    QTest::keyClick(&view->table(), Qt::Key_Escape);
    QVERIFY(!find->isVisible());
    // In the filter's line the bar goes first, then the filter; undo brings it back.
    view->action(LogCommand::Find)->trigger();
    filter->setFocus();
    QTRY_VERIFY(filter->hasFocus());
    QTest::keyClick(filter, Qt::Key_Escape);
    QVERIFY(!find->isVisible());
    QVERIFY(filter->hasFocus());
    QCOMPARE(filter->text(), u"no < 9"_s);
    QTest::keyClick(filter, Qt::Key_Escape);
    QCOMPARE(filter->text(), QString());
    QTest::keyClick(filter, Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(filter->text(), u"no < 9"_s);
    QCOMPARE(view->model().rowCount(), 8);
}

void TestLogTools::findKeysWorkInALogOfAWindow()
{
    RecordQueue queue; // outlives the view in the window
    QMainWindow window;
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

void TestLogTools::marksAndCommentsByKeyboard()
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

void TestLogTools::goToARow()
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

void TestLogTools::arrowsFoldAndUnfold()
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

void TestLogTools::aClickOnTheSignFolds()
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

void TestLogTools::issuesAreListedAndLeadToTheirRows()
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

int run(int argc, char** argv)
{
    return test::run<QApplication, TestLogTools>(argc, argv);
}

} // namespace dmsc::tst_log_tools

#include "tst_log_tools.moc"
