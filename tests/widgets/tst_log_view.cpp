// SPDX-License-Identifier: Apache-2.0
#include "widgets/log/hex_view.h"
#include "widgets/log/log_view.h"
#include "widgets/log/record_details.h"

#include <QLabel>
#include <QLineEdit>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>
#include <QToolButton>
#include <QTreeView>

#include <thread>

using namespace dmsc;

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
    void showRecordTakesTheFilterAway();
    void emptyPlacesSayWhatCouldBeHere();
    void stateSurvives();
    void everyControlHasAName();
    void queueMayBeWrittenAfterTheView();
};

void TestLogView::GEN_20_recordsOfAnotherThreadAppear()
{
    RecordQueue queue;
    LogView view(queue);
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
    LogView view(queue);
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
    LogView view(queue);
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
    LogView view(queue);
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
    QCOMPARE(view.details().fields().currentIndex().data().toString(), QStringLiteral("6F"));
    QTest::keyClick(&hex, Qt::Key_End);
    QCOMPARE(view.details().fields().currentIndex().data().toString(), QStringLiteral("SW"));
}

void TestLogView::secretsAreDotsUntilAskedFor()
{
    RecordQueue queue;
    LogView view(queue);
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
    LogView view(queue);
    fill(queue, 50);
    QTRY_COMPARE(view.model().rowCount(), 50);
    view.showRecord(RecordNo{42});
    auto* filter = view.findChild<QLineEdit*>(QStringLiteral("logFilter"));
    filter->setText(QStringLiteral("SELECT 4"));
    QCOMPARE(view.model().rowCount(), 11);
    QCOMPARE(view.model().recordAt(view.table().currentIndex().row()).value, 42U);
    filter->clear();
    QCOMPARE(view.table().currentIndex().row(), 42);
}

void TestLogView::showRecordTakesTheFilterAway()
{
    RecordQueue queue;
    LogView view(queue);
    fill(queue, 50);
    QTRY_COMPARE(view.model().rowCount(), 50);
    view.findChild<QLineEdit*>(QStringLiteral("logFilter"))->setText(QStringLiteral("SELECT 4"));
    view.showRecord(RecordNo{7});
    QCOMPARE(view.model().rowCount(), 50);
    QCOMPARE(view.table().currentIndex().row(), 7);
}

void TestLogView::emptyPlacesSayWhatCouldBeHere()
{
    RecordQueue queue;
    LogView view(queue);
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
        LogView view(queue);
        view.table().setColumnHidden(LogModel::Target, true);
        view.table().setColumnWidth(LogModel::Name, 333);
        state = view.saveState();
    }
    LogView view(queue);
    view.restoreState(QByteArray("damaged"));
    view.restoreState(state.first(state.size() / 2));
    QVERIFY(!view.table().isColumnHidden(LogModel::Target));
    view.restoreState(state);
    QVERIFY(view.table().isColumnHidden(LogModel::Target));
    QCOMPARE(view.table().columnWidth(LogModel::Name), 333);
}

void TestLogView::everyControlHasAName()
{
    RecordQueue queue;
    LogView view(queue);
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
        LogView view(queue);
        fill(queue, 1);
    }
    fill(queue, 1);
    QCoreApplication::processEvents();
    LogView next(queue);
    QTRY_COMPARE(next.model().rowCount(), 2);
}

QTEST_MAIN(TestLogView)
#include "tst_log_view.moc"
