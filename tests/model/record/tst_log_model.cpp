// SPDX-License-Identifier: Apache-2.0
#include "model/items/field_model.h"
#include "model/items/log_model.h"
#include "model/items/log_search.h"
#include "tests/support/run_test.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>

namespace dmsc::tst_log_model {

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

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

RecordFilter filterOf(const QString& text)
{
    return RecordFilter::parse(text).value();
}

/// SELECT, READ with two GET RESPONSEs, a message with one Status.
std::vector<Record> groups()
{
    std::vector<Record> rows{
        make(Layer::Apdu, u"SELECT"_s, u"9000"_s, StatusLevel::Ok),
        make(Layer::Apdu, u"READ BINARY"_s, u"6102"_s, StatusLevel::Ok),
        make(Layer::Apdu, u"GET RESPONSE"_s, u"6101"_s, StatusLevel::Ok),
        make(Layer::Apdu, u"GET RESPONSE"_s, u"9000"_s, StatusLevel::Ok),
        make(Layer::SyncMl, u"SyncML"_s, u""_s, StatusLevel::Ok),
        make(Layer::SyncMl, u"Replace"_s, u"200"_s, StatusLevel::Ok),
    };
    for (const std::size_t row : {2U, 3U, 5U}) {
        rows[row].continuation = true;
    }
    for (std::size_t row = 0; row < rows.size(); ++row) {
        rows[row].time = std::chrono::milliseconds(100 * row * row);
    }
    return rows;
}

/// "1 2 4": the numbers of the rows that are shown.
QString shown(const LogModel& model)
{
    QStringList numbers;
    for (const RecordNo record : model.shownRecords()) {
        numbers << QString::number(record.shown());
    }
    return numbers.join(u' ');
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
    void manyRowsAreAskedInSlices();
    void groupsFold();
    void aFoldHidesNothingWhoseHeadIsHidden();
    void aGroupGrowsBehindAFoldedHead();
    void marksAndComments();
    void timeInThreeWays();
    void filterLikeACellFindsTheRow();
    void issuesAreCounted();
    void searchFindsShownRows();
    void aRecordingIsShownAndCopied();
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
    model.setFilter(filterOf(u"select"_s));
    QCOMPARE(shown(model), u"1"_s);
    model.setFilter(filterOf(u"syncml"_s)); // a layer's name
    QCOMPARE(shown(model), u"3"_s);
    model.setFilter(filterOf(u"layer != apdu"_s));
    QCOMPARE(shown(model), u"2 3 4"_s);
    model.setFilter({});
    QCOMPARE(model.rowCount(), 4);
}

void TestLogModel::rowsArriveUnderAFilter()
{
    LogModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setFilter(filterOf(u"9000"_s));
    model.append(batch());
    model.append(batch());
    QCOMPARE(model.rowCount(), 4);
    QCOMPARE(model.recordAt(2).value, 4U);
    QCOMPARE(model.store().size(), std::size_t{8});
}

void TestLogModel::manyRowsAreAskedInSlices()
{
    LogModel model;
    constexpr int kRows = 200'000;
    model.append(std::vector<Record>(kRows, make(Layer::Apdu, u"SELECT"_s, u"9000"_s, StatusLevel::Ok)));
    QSignalSpy filtering(&model, &LogModel::filteringChanged);
    // A pattern that is asked of each row's target, so that it takes longer than a slice.
    model.setFilter(filterOf(u"target =~ \"^$\" and request ~ 6161616161"_s));
    QVERIFY(model.isFiltering());
    QVERIFY(model.rowCount() > 0);
    QVERIFY(model.rowCount() < kRows);
    model.append(batch()); // comes while the others are being asked
    QTRY_VERIFY_WITH_TIMEOUT(!model.isFiltering(), 20'000);
    QCOMPARE(model.rowCount(), kRows + 4);
    QCOMPARE(filtering.takeLast().front().toBool(), false);
    // A newer filter ends the older.
    model.setFilter(filterOf(u"target =~ \"^$\""_s));
    QVERIFY(model.isFiltering());
    model.setFilter(filterOf(u"no <= 3"_s));
    QTRY_VERIFY(!model.isFiltering());
    QCOMPARE(shown(model), u"1 2 3"_s);
}

void TestLogModel::groupsFold()
{
    LogModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.append(groups());
    QCOMPARE(model.index(1, 0).data(LogModel::GroupSizeRole).toInt(), 2);
    QCOMPARE(model.index(2, 0).data(LogModel::GroupSizeRole).toInt(), 0);
    model.setFolded(RecordNo{3}, true); // from within
    QCOMPARE(shown(model), u"1 2 5 6"_s);
    QVERIFY(model.index(1, 0).data(LogModel::FoldedRole).toBool());
    QCOMPARE(text(model, 1, LogModel::Name), u"READ BINARY  +2"_s);
    QVERIFY(text(model, 1, LogModel::Number, Qt::AccessibleTextRole).contains(u"folded"_s));
    model.append(groups());
    QCOMPARE(shown(model), u"1 2 5 6 7 8 9 10 11 12"_s);
    model.setAllFolded(true);
    QCOMPARE(shown(model), u"1 2 5 7 8 11"_s);
    model.setFolded(RecordNo{4}, false);
    QCOMPARE(shown(model), u"1 2 5 6 7 8 11"_s);
    model.setAllFolded(false);
    QCOMPARE(model.rowCount(), 12);
    model.setFolded(RecordNo{0}, true); // stands alone
    QCOMPARE(model.rowCount(), 12);
}

void TestLogModel::aFoldHidesNothingWhoseHeadIsHidden()
{
    LogModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.append(groups());
    model.setAllFolded(true);
    model.setFilter(filterOf(u"GET"_s));
    QCOMPARE(shown(model), u"3 4"_s);
    model.setFilter(filterOf(u"apdu"_s));
    QCOMPARE(shown(model), u"1 2"_s);
    model.setFolded(RecordNo{1}, false);
    QCOMPARE(shown(model), u"1 2 3 4"_s);
    model.setFilter(filterOf(u"apdu not 6101"_s)); // what is unfolded stays so
    QCOMPARE(shown(model), u"1 2 4"_s);
}

void TestLogModel::aGroupGrowsBehindAFoldedHead()
{
    LogModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    const std::vector<Record> rows = groups();
    model.append({rows.begin(), rows.begin() + 3});
    model.setFolded(RecordNo{1}, true);
    QCOMPARE(shown(model), u"1 2"_s);
    model.append({rows[3], rows[4]});
    QCOMPARE(shown(model), u"1 2 5"_s);
    model.setFolded(RecordNo{1}, false);
    QCOMPARE(shown(model), u"1 2 3 4 5"_s);
}

void TestLogModel::marksAndComments()
{
    LogModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.append(groups());
    QSignalSpy changed(&model, &LogModel::markChanged);
    model.setMark(RecordNo{1}, QString());
    QCOMPARE(changed.count(), 1);
    QVERIFY(model.index(1, 0).data(LogModel::MarkedRole).toBool());
    QVERIFY(model.setData(model.index(1, LogModel::Comment), u"odd"_s, Qt::EditRole));
    QCOMPARE(model.recording().marks.at(RecordNo{1}), u"odd"_s);
    QCOMPARE(text(model, 1, LogModel::Comment), u"\u2605 odd"_s);
    model.setFilter(filterOf(u"marked"_s));
    QCOMPARE(shown(model), u"2"_s);
    model.setMark(RecordNo{4}, u"message"_s);
    model.setMark(RecordNo{0}, QString());
    QCOMPARE(shown(model), u"1 2 5"_s);
    model.setMark(RecordNo{1}, std::nullopt);
    QCOMPARE(shown(model), u"1 5"_s);
    QCOMPARE(changed.count(), 5);
    model.setMark(RecordNo{99}, QString()); // there is no such row
    QCOMPARE(changed.count(), 5);
}

void TestLogModel::timeInThreeWays()
{
    LogModel model;
    model.append(groups());
    QCOMPARE(text(model, 3, LogModel::Time), u"0.900"_s);
    model.setTimeMode(TimeMode::Delta);
    QCOMPARE(text(model, 0, LogModel::Time), u"0.000000"_s);
    QCOMPARE(text(model, 3, LogModel::Time), u"0.500000"_s);
    model.setFilter(filterOf(u"no != 3"_s)); // since the row that is shown above
    QCOMPARE(text(model, 2, LogModel::Time), u"0.800000"_s);
    model.setTimeMode(TimeMode::Absolute);
    QCOMPARE(text(model, 2, LogModel::Time), u"0.900"_s); // nobody said when it began
    model.setStartedAt(QDateTime({2024, 5, 1}, {12, 0, 0}, Qt::LocalTime));
    QCOMPARE(text(model, 2, LogModel::Time), u"12:00:00.900"_s);
    QCOMPARE(model.headerData(LogModel::Time, Qt::Horizontal, Qt::DisplayRole).toString(), u"Time"_s);
}

void TestLogModel::filterLikeACellFindsTheRow()
{
    LogModel model;
    model.append(groups());
    model.append(batch());
    model.setMark(RecordNo{3}, u"odd, \"this\""_s);
    for (int row = 0; row < model.rowCount(); ++row) {
        for (int column = 0; column < LogModel::ColumnCount; ++column) {
            const QString like = model.filterLike(model.index(row, column));
            const auto filter = RecordFilter::parse(like);
            QVERIFY2(filter, qPrintable(like));
            const RecordSelection found = select(model.recording(), *filter);
            QVERIFY2(std::find(found.begin(), found.end(), model.recordAt(row)) != found.end(), qPrintable(like));
            QVERIFY2(RecordFilter::parse(u"not (%1)"_s.arg(like)), qPrintable(like));
        }
    }
}

void TestLogModel::issuesAreCounted()
{
    LogModel model;
    const QAbstractItemModelTester tester(&model.issues(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.append(batch());
    model.append(batch());
    LogIssueModel& issues = model.issues();
    QCOMPARE(issues.rowCount(), 2);
    QCOMPARE(issues.index(0, LogIssueModel::Name).data().toString(), u"Replace"_s); // errors first
    QCOMPARE(issues.index(0, LogIssueModel::Count).data().toString(), u"2"_s);
    QCOMPARE(issues.index(1, LogIssueModel::Name).data().toString(), u"Confirm"_s);
    QCOMPARE(model.errorCount(), 2);
    QCOMPARE(model.warningCount(), 2);
    QCOMPARE(issues.next(0, std::nullopt), RecordNo{2});
    QCOMPARE(issues.next(0, RecordNo{2}), RecordNo{6});
    QCOMPARE(issues.next(0, RecordNo{6}), RecordNo{2});
    model.append({make(Layer::Apdu, u"SELECT"_s, u"6A82"_s, StatusLevel::Error)});
    QCOMPARE(issues.index(1, LogIssueModel::Status).data().toString(), u"6A82"_s);
}

void TestLogModel::searchFindsShownRows()
{
    LogModel model;
    model.append(groups());
    LogSearch search(model);
    search.setText(u"get"_s);
    QCOMPARE(search.count(), std::size_t{2});
    const auto at = [&](std::optional<RecordNo> from, LogSearch::Direction direction) {
        const auto hit = search.next(from, direction);
        return hit ? u"%1%2"_s.arg(hit->record.shown()).arg(hit->wrapped ? u" wrapped"_s : QString()) : u"none"_s;
    };
    QCOMPARE(at(std::nullopt, LogSearch::Direction::Forward), u"3"_s);
    QCOMPARE(at(RecordNo{2}, LogSearch::Direction::Forward), u"4"_s);
    QCOMPARE(at(RecordNo{3}, LogSearch::Direction::Forward), u"3 wrapped"_s);
    QCOMPARE(at(RecordNo{3}, LogSearch::Direction::Backward), u"3"_s);
    QCOMPARE(at(RecordNo{0}, LogSearch::Direction::Backward), u"4 wrapped"_s);
    model.append(groups());
    QTRY_COMPARE(search.count(), std::size_t{4});
    model.setFolded(RecordNo{1}, true);
    QTRY_COMPARE(search.count(), std::size_t{2});
    model.setMark(RecordNo{0}, u"get this"_s);
    QTRY_COMPARE(search.count(), std::size_t{3});
    search.setText(u"nowhere"_s);
    QCOMPARE(at(std::nullopt, LogSearch::Direction::Forward), u"none"_s);
}

void TestLogModel::aRecordingIsShownAndCopied()
{
    LogModel first;
    first.append(groups());
    first.setMark(RecordNo{2}, u"here"_s);
    const Recording copy = first.recording();
    first.append(groups());
    LogModel second;
    const QAbstractItemModelTester tester(&second, QAbstractItemModelTester::FailureReportingMode::QtTest);
    second.setFilter(filterOf(u"apdu"_s));
    second.setRecording(copy);
    QCOMPARE(shown(second), u"1 2 3 4"_s);
    QCOMPARE(second.mark(RecordNo{2}), std::optional(u"here"_s));
    second.append(groups());
    QCOMPARE(second.store().size(), std::size_t{12});
    QCOMPARE(copy.store.size(), std::size_t{6});
}

void TestLogModel::rowOfFindsTheNextShownRow()
{
    LogModel model;
    model.append(batch());
    QCOMPARE(model.rowOf(RecordNo{3}), std::optional<int>(3));
    QVERIFY(!model.rowOf(RecordNo{4}));
    model.setFilter(filterOf(u"confirm"_s));
    QCOMPARE(model.rowOf(RecordNo{0}), std::optional<int>(0));
    QVERIFY(!model.exactRowOf(RecordNo{0}));
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
    model.setFields(decodeResponseApdu(QByteArray::fromHex("620483025031"
                                                           "9000")));
    QCOMPARE(model.rowCount(), 2);
    const QModelIndex data = model.index(0, 0);
    const QModelIndex fcp = model.index(0, 0, data);
    QCOMPARE(fcp.data().toString(), QStringLiteral("62 FCP template"));
    QCOMPARE(model.index(0, FieldModel::Value, fcp).data().toString(), QStringLiteral("50 31 EF.ODF"));
    QCOMPARE(fcp.parent(), data);
    QVERIFY(!fcp.siblingAtColumn(1).data(Qt::AccessibleTextRole).toString().isEmpty());
    model.setFields({});
    QCOMPARE(model.rowCount(), 0);
}

void TestLogModel::fieldModelFindsTheFieldOfAByte()
{
    FieldModel model;
    model.setFields(decodeResponseApdu(QByteArray::fromHex("620483025031"
                                                           "9000")));
    const QModelIndex deepest = model.fieldAt(RecordPart::Response, 4);
    QCOMPARE(deepest.data().toString(), QStringLiteral("83 File identifier"));
    QVERIFY(model.bytesAt(deepest) == (ByteRange{RecordPart::Response, 2, 4}));
    QVERIFY(!model.fieldAt(RecordPart::Request, 4).isValid());
    QVERIFY(!model.fieldAt(RecordPart::Response, 8).isValid());
}

int run(int argc, char** argv)
{
    return test::run<QCoreApplication, TestLogModel>(argc, argv);
}

} // namespace dmsc::tst_log_model

#include "tst_log_model.moc"
