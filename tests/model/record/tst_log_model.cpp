// SPDX-License-Identifier: Apache-2.0
#include "model/items/field_model.h"
#include "model/items/log_model.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace dmsc;
using namespace std::chrono_literals;

namespace {

Record make(Layer layer, const QString& name, const QString& status, StatusLevel level)
{
    Record record;
    record.time = 41'500us;
    record.duration = 1234us;
    record.layer = layer;
    record.name = name;
    record.status = status;
    record.level = level;
    record.request = QByteArray(5, 'a');
    record.response = QByteArray(2, 'b');
    return record;
}

std::vector<Record> batch()
{
    return {
        make(Layer::Apdu, QStringLiteral("SELECT DM_SC"), QStringLiteral("9000"), StatusLevel::Ok),
        make(Layer::SecureChannel, QStringLiteral("INITIALIZE UPDATE"), QStringLiteral("9000"), StatusLevel::Ok),
        make(Layer::SyncMl, QStringLiteral("Replace"), QStringLiteral("405"), StatusLevel::Error),
        make(Layer::Ui, QStringLiteral("Confirm"), QString(), StatusLevel::Warning),
    };
}

QString text(const LogModel& model, int row, int column, int role = Qt::DisplayRole)
{
    return model.index(row, column).data(role).toString();
}

} // namespace

class TestLogModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void columnsSayWhatHappened();
    void accessibleTextIsNeverEmpty();
    void oneInsertionPerBatch();
    void filterByTextAndLayer();
    void rowsArriveUnderAFilter();
    void rowOfFindsTheNextShownRow();
    void clearEmptiesIt();
    void longTextIsCutInTheCell();
    void fieldModelIsATree();
    void fieldModelFindsTheFieldOfAByte();
};

void TestLogModel::columnsSayWhatHappened()
{
    LogModel model;
    model.append(batch());
    QCOMPARE(text(model, 0, LogModel::Number), QStringLiteral("1"));
    QCOMPARE(text(model, 0, LogModel::Time), QStringLiteral("0.042"));
    QCOMPARE(text(model, 0, LogModel::Direction), QStringLiteral("Device \u2192 Card"));
    QCOMPARE(text(model, 0, LogModel::LayerName), QStringLiteral("APDU"));
    QCOMPARE(text(model, 0, LogModel::Length), QStringLiteral("7"));
    QCOMPARE(text(model, 0, LogModel::Duration), QStringLiteral("1.2"));
    QCOMPARE(text(model, 2, LogModel::Status, Qt::AccessibleTextRole), QStringLiteral("error 405"));
    QCOMPARE(model.errorCount(), 1);
    QCOMPARE(model.warningCount(), 1);
}

void TestLogModel::accessibleTextIsNeverEmpty()
{
    LogModel model;
    std::vector<Record> records = batch();
    records.push_back({});
    records.back().from = Actor::None;
    records.back().to = Actor::None;
    model.append(records);
    for (int row = 0; row < model.rowCount(); ++row) {
        for (int column = 0; column < model.columnCount(); ++column) {
            QVERIFY(!text(model, row, column, Qt::AccessibleTextRole).isEmpty());
        }
    }
}

void TestLogModel::oneInsertionPerBatch()
{
    LogModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    const QSignalSpy inserted(&model, &QAbstractItemModel::rowsInserted);
    model.append(batch());
    model.append({});
    model.append(batch());
    QCOMPARE(inserted.count(), 2);
    QCOMPARE(model.rowCount(), 8);
}

void TestLogModel::filterByTextAndLayer()
{
    LogModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.append(batch());
    LogFilter filter;
    filter.text = QStringLiteral("select");
    model.setFilter(filter);
    QCOMPARE(model.rowCount(), 1);
    filter.text = QStringLiteral("syncml"); // a layer's name
    model.setFilter(filter);
    QCOMPARE(model.rowCount(), 1);
    QCOMPARE(model.recordAt(0).value, 2U);
    filter.text.clear();
    filter.layers.reset(static_cast<std::size_t>(Layer::Apdu));
    model.setFilter(filter);
    QCOMPARE(model.rowCount(), 3);
    model.setFilter({});
    QCOMPARE(model.rowCount(), 4);
}

void TestLogModel::rowsArriveUnderAFilter()
{
    LogModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    LogFilter filter;
    filter.text = QStringLiteral("9000");
    model.setFilter(filter);
    model.append(batch());
    model.append(batch());
    QCOMPARE(model.rowCount(), 4);
    QCOMPARE(model.recordAt(2).value, 4U);
    QCOMPARE(model.store().size(), std::size_t{8});
}

void TestLogModel::rowOfFindsTheNextShownRow()
{
    LogModel model;
    model.append(batch());
    QCOMPARE(model.rowOf(RecordNo{3}), std::optional<int>(3));
    QVERIFY(!model.rowOf(RecordNo{4}));
    LogFilter filter;
    filter.text = QStringLiteral("confirm");
    model.setFilter(filter);
    QCOMPARE(model.rowOf(RecordNo{0}), std::optional<int>(0));
    QVERIFY(!model.rowOf(RecordNo{4}));
}

void TestLogModel::clearEmptiesIt()
{
    LogModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.append(batch());
    model.clear();
    QCOMPARE(model.rowCount(), 0);
    QCOMPARE(model.errorCount(), 0);
    model.append(batch());
    QCOMPARE(text(model, 0, LogModel::Number), QStringLiteral("1"));
}

void TestLogModel::longTextIsCutInTheCell()
{
    LogModel model;
    model.append({make(Layer::Ui, QString(100'000, QChar(0x20AC)), QString(), StatusLevel::None)});
    QVERIFY(text(model, 0, LogModel::Name).size() <= 201);
}

void TestLogModel::fieldModelIsATree()
{
    FieldModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setFields(decodeResponseApdu(QByteArray::fromHex("620482025031"
                                                           "9000")));
    QCOMPARE(model.rowCount(), 2);
    const QModelIndex data = model.index(0, 0);
    const QModelIndex fcp = model.index(0, 0, data);
    QCOMPARE(fcp.data().toString(), QStringLiteral("62"));
    QCOMPARE(model.index(0, FieldModel::Value, fcp).data().toString(), QStringLiteral("50 31"));
    QCOMPARE(fcp.parent(), data);
    QVERIFY(!fcp.siblingAtColumn(1).data(Qt::AccessibleTextRole).toString().isEmpty());
    model.setFields({});
    QCOMPARE(model.rowCount(), 0);
}

void TestLogModel::fieldModelFindsTheFieldOfAByte()
{
    FieldModel model;
    model.setFields(decodeResponseApdu(QByteArray::fromHex("620482025031"
                                                           "9000")));
    const QModelIndex deepest = model.fieldAt(RecordPart::Response, 4);
    QCOMPARE(deepest.data().toString(), QStringLiteral("82"));
    QVERIFY(model.bytesAt(deepest) == (ByteRange{RecordPart::Response, 2, 4}));
    QVERIFY(!model.fieldAt(RecordPart::Request, 4).isValid());
    QVERIFY(!model.fieldAt(RecordPart::Response, 8).isValid());
}

QTEST_GUILESS_MAIN(TestLogModel)
#include "tst_log_model.moc"
