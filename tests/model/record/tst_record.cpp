// SPDX-License-Identifier: Apache-2.0
#include "model/decode/apdu_names.h"
#include "model/decode/decode.h"
#include "model/record/message_records.h"
#include "model/record/record_queue.h"
#include "model/record/record_store.h"
#include "model/trace/record_json.h"
#include "tests/support/run_test.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <algorithm>
#include <atomic>
#include <thread>

namespace dmsc::tst_record {

using namespace std::chrono_literals;

namespace {

Record sample(int number)
{
    Record record;
    record.time = std::chrono::milliseconds(number);
    record.duration = 250us;
    record.layer = Layer::Apdu;
    record.level = StatusLevel::Ok;
    record.exchange = ExchangeId{7};
    record.name = QStringLiteral("SELECT");
    record.target = QStringLiteral("./DMAcc/Konto-%1-\u00E4").arg(number);
    record.status = QStringLiteral("9000");
    record.request = QByteArray::fromHex("00A4040007F0444D5343000100") + QByteArray::number(number);
    record.response = QByteArray::fromHex("6F009000");
    return record;
}

bool holdsLevel(const std::vector<Field>& fields, const QString& name, StatusLevel level)
{
    return std::ranges::any_of(fields, [&](const Field& field) {
        return (field.name == name && field.level == level) || holdsLevel(field.children, name, level);
    });
}

} // namespace

class TestRecord : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void storeGivesBackWhatWasAppended();
    void storeKeepsViewsWhileItGrows();
    void storeTakesPartsLargerThanABlock();
    void storeKeepsSecretRanges();
    void SEC_ofTooManySecretsNeighboursBecomeOne();
    void storeUsesAtMost60BytesARowPlusPayload();
    void queueStampsRecordsWithoutTime();
    void queueWakesOncePerBatch();
    void queueKeepsTheOrderOfEachWriter();
    void sinkMayOutliveItsQueue();
    void GEN_20_everyStatusWordHasWords();
    void instructionNamesFollowTheClass();
    void howSeriousAStatusIs_data();
    void howSeriousAStatusIs();
    void aChallengeIsNoError();
    void jsonMasksSecretsUnlessAsked();
};

void TestRecord::storeGivesBackWhatWasAppended()
{
    RecordStore store;
    QVERIFY(store.isEmpty());
    const Record record = sample(3);
    const RecordNo number = store.append(record);
    QCOMPARE(number.shown(), 1U);
    const RecordView view = store.at(number);
    QCOMPARE(view.time, record.time);
    QCOMPARE(view.duration, record.duration);
    QVERIFY(view.layer == record.layer && view.from == record.from && view.to == record.to);
    QVERIFY(view.level == record.level && view.exchange == record.exchange);
    QCOMPARE(QString::fromUtf8(view.name), record.name);
    QCOMPARE(QString::fromUtf8(view.target), record.target);
    QCOMPARE(QString::fromUtf8(view.status), record.status);
    QCOMPARE(view.request.toByteArray(), record.request);
    QCOMPARE(view.response.toByteArray(), record.response);
}

void TestRecord::storeKeepsViewsWhileItGrows()
{
    RecordStore store;
    const RecordView first = store.at(store.append(sample(0)));
    for (int i = 1; i < 20'000; ++i) {
        store.append(sample(i));
    }
    QCOMPARE(store.size(), std::size_t{20'000});
    QCOMPARE(first.request.toByteArray(), sample(0).request);
    QCOMPARE(store.at(RecordNo{19'999}).request.toByteArray(), sample(19'999).request);
    QCOMPARE(QString::fromUtf8(store.at(RecordNo{4096}).target), sample(4096).target);
}

void TestRecord::storeTakesPartsLargerThanABlock()
{
    RecordStore store;
    Record record = sample(1);
    record.response = QByteArray(3'000'000, 'x');
    const RecordNo big = store.append(record);
    const RecordNo next = store.append(sample(2));
    QCOMPARE(store.at(big).response.size(), 3'000'000);
    QCOMPARE(store.at(next).request.toByteArray(), sample(2).request);
    record.target = QString(100'000, QLatin1Char('t'));
    QCOMPARE(store.at(store.append(record)).target.size(), 65535);
}

void TestRecord::storeKeepsSecretRanges()
{
    RecordStore store;
    Record record = sample(1);
    record.secrets = {{RecordPart::Request, 5, 8}, {RecordPart::Response, 0, 2}};
    const RecordNo number = store.append(record);
    QVERIFY(store.secrets(number) == record.secrets);
    QVERIFY(store.secrets(store.append(sample(2))).empty());
}

void TestRecord::SEC_ofTooManySecretsNeighboursBecomeOne()
{
    RecordStore store;
    Record record = sample(1);
    record.request = QByteArray(20'000, 'x');
    // 600 of four bytes, the later the further apart, and 50 in the answer; not in their order.
    std::uint32_t at = 0;
    for (std::uint32_t i = 0; i < 600; ++i) {
        at += 4 + 1 + i / 25;
        record.secrets.insert(record.secrets.begin(), {RecordPart::Request, at, 4});
    }
    for (std::uint32_t i = 0; i < 50; ++i)
        record.secrets.push_back({RecordPart::Response, 10 * i, 2});
    const RecordNo number = store.append(record);
    const std::vector<ByteRange> kept = store.secrets(number);
    QCOMPARE(kept.size(), std::size_t{255});
    for (const ByteRange& secret : record.secrets)
        QVERIFY(std::ranges::any_of(kept, [&secret](const ByteRange& one) {
            return one.part == secret.part && one.offset <= secret.offset
                && secret.offset + secret.length <= one.offset + one.length;
        }));
    // What lies far from any other stays as it is.
    QVERIFY(std::ranges::find(kept, ByteRange{RecordPart::Request, at, 4}) != kept.end());
}

void TestRecord::storeUsesAtMost60BytesARowPlusPayload()
{
    RecordStore store;
    std::size_t payload = 0;
    constexpr int kRows = 100'000;
    for (int i = 0; i < kRows; ++i) {
        const Record record = sample(i);
        payload += std::size_t(record.request.size() + record.response.size() + record.target.toUtf8().size());
        store.append(record);
    }
    const double perRow = double(store.bytesUsed() - payload) / kRows;
    QVERIFY2(perRow <= 60, qPrintable(QString::number(perRow)));
}

void TestRecord::queueStampsRecordsWithoutTime()
{
    RecordQueue queue([] { return std::chrono::nanoseconds(5ms); });
    Record unstamped = sample(1);
    unstamped.time = -1ns;
    unstamped.duration = 2ms;
    queue.write(unstamped);
    queue.write(sample(1));
    const auto records = queue.take(10);
    QCOMPARE(records.size(), std::size_t{2});
    QCOMPARE(records[0].time, std::chrono::nanoseconds(3ms));
    QCOMPARE(records[1].time, std::chrono::nanoseconds(1ms));
}

void TestRecord::queueWakesOncePerBatch()
{
    RecordQueue queue;
    int woken = 0;
    queue.setWakeUp([&woken] { ++woken; });
    for (int i = 0; i < 5; ++i) {
        queue.write(sample(i));
    }
    QCOMPARE(woken, 1);
    QCOMPARE(queue.take(3).size(), std::size_t{3});
    QCOMPARE(queue.waiting(), std::size_t{2});
    queue.write(sample(6));
    QCOMPARE(woken, 1);
    QCOMPARE(queue.take(100).size(), std::size_t{3});
    queue.write(sample(7));
    QCOMPARE(woken, 2);
}

void TestRecord::queueKeepsTheOrderOfEachWriter()
{
    RecordQueue queue;
    constexpr int kEach = 2000;
    std::atomic<int> running{2};
    const auto writer = [sink = queue.sink(), &running](Layer layer) {
        for (int i = 0; i < kEach; ++i) {
            Record record = sample(i);
            record.layer = layer;
            sink(std::move(record));
        }
        --running;
    };
    std::jthread one(writer, Layer::Apdu);
    std::jthread two(writer, Layer::SyncMl);
    int seen[2] = {0, 0};
    while (running > 0 || queue.waiting() > 0) {
        for (const Record& record : queue.take(100)) {
            int& next = seen[record.layer == Layer::Apdu ? 0 : 1];
            QCOMPARE(record.time, std::chrono::nanoseconds(std::chrono::milliseconds(next)));
            ++next;
        }
    }
    QCOMPARE(seen[0], kEach);
    QCOMPARE(seen[1], kEach);
}

void TestRecord::sinkMayOutliveItsQueue()
{
    RecordSink sink;
    {
        RecordQueue queue;
        queue.setWakeUp([] { QFAIL("woken after its queue was gone"); });
        sink = queue.sink();
    }
    sink(sample(1));
}

void TestRecord::GEN_20_everyStatusWordHasWords()
{
    for (int word = 0; word <= 0xFFFF; ++word) {
        QVERIFY(!statusWordText(static_cast<std::uint16_t>(word)).isEmpty());
    }
    QCOMPARE(statusWordText(0x6A84), QStringLiteral("not enough memory"));
    QVERIFY(statusWordText(0x63C2).contains(QLatin1Char('2')));
    QVERIFY(statusWordText(0x6110).contains(QStringLiteral("16")));
    QVERIFY(statusWordText(0x6100).contains(QStringLiteral("256")));
    QVERIFY(statusWordText(0x9E10).contains(QStringLiteral("16")));
    QVERIFY(statusWordLevel(0x9E10) == StatusLevel::Warning);
    QVERIFY(statusWordLevel(0x9000) == StatusLevel::Ok);
    QVERIFY(statusWordLevel(0x9001) == StatusLevel::Error);
    QVERIFY(statusWordLevel(0x63C2) == StatusLevel::Warning);
    QVERIFY(statusWordLevel(0x6982) == StatusLevel::Error);
    QCOMPARE(statusWordHex(0x00AB), QStringLiteral("00AB"));
}

void TestRecord::instructionNamesFollowTheClass()
{
    QCOMPARE(instructionName(0x00, 0xE4), QStringLiteral("DELETE FILE"));
    QCOMPARE(instructionName(0x84, 0xE4), QStringLiteral("DELETE"));
    QCOMPARE(instructionName(0x80, 0x50), QStringLiteral("INITIALIZE UPDATE"));
    QVERIFY(instructionName(0x00, 0x01).isEmpty());
    QCOMPARE(instructionName(0xA0, 0x20), QStringLiteral("VERIFY CHV"));
    QCOMPARE(instructionName(0xA0, 0xB0), QStringLiteral("READ BINARY"));
    QCOMPARE(instructionName(0xA0, 0xC2), QStringLiteral("ENVELOPE"));
}

void TestRecord::howSeriousAStatusIs_data()
{
    QTest::addColumn<std::vector<int>>("codes");
    QTest::addColumn<StatusLevel>("level");
    QTest::newRow("done or under way") << std::vector<int>{101, 200, 201, 202, 204, 212, 213, 299} << StatusLevel::Ok;
    QTest::newRow("not done, and nobody failed")
        << std::vector<int>{214, 215, 216, 300, 304, 399} << StatusLevel::Warning;
    QTest::newRow("refused or failed") << std::vector<int>{400, 404, 418, 425, 500, 507, 516} << StatusLevel::Error;
    QTest::newRow("no Status") << std::vector<int>{-1, 0, 99} << StatusLevel::Error;
}

void TestRecord::howSeriousAStatusIs()
{
    QFETCH(std::vector<int>, codes);
    QFETCH(StatusLevel, level);
    for (const int code : codes) {
        QVERIFY2(statusLevel(static_cast<syncml::StatusCode>(code)) == level, qPrintable(QString::number(code)));
        // The row and the fields of a message say the same.
        syncml::Command status;
        status.kind = syncml::CommandKind::Status;
        status.reference.command = syncml::CommandId{4};
        status.status = static_cast<syncml::StatusCode>(code);
        QVERIFY(statusRecords({}, {status}, Actor::Device, Actor::Server, {}).at(0).level == level);
        RecordView message;
        message.layer = Layer::SyncMl;
        const QByteArray text = "<SyncML><SyncBody><Status><Cmd>Get</Cmd><Data>" + QByteArray::number(code)
            + "</Data></Status></SyncBody></SyncML>";
        message.request = text;
        QVERIFY(holdsLevel(decode(message), QStringLiteral("Status"), level));
    }
}

void TestRecord::aChallengeIsNoError()
{
    syncml::Command header;
    header.kind = syncml::CommandKind::Status;
    header.status = syncml::StatusCode::AuthenticationRequired;
    syncml::Command status = header;
    status.reference.command = syncml::CommandId{4};
    const auto level = [&](const syncml::Command& of) {
        return statusRecords({}, {header, of}, Actor::Device, Actor::Server, {}).at(0).level;
    };
    QVERIFY(level(status) == StatusLevel::Error); // the last word
    header.chal = syncml::Chal();
    QVERIFY(level(status) == StatusLevel::None);
    status.status = syncml::StatusCode::NotFound;
    QVERIFY(level(status) == StatusLevel::Error);
}

void TestRecord::jsonMasksSecretsUnlessAsked()
{
    RecordStore store;
    Record record = sample(1);
    record.request = QByteArray::fromHex("0020000104313233349900");
    // The second range runs over the end: it masks what there is.
    record.secrets = {{RecordPart::Request, 5, 4}, {RecordPart::Request, 10, 999}};
    store.append(record);
    const QDateTime start(QDate(2026, 1, 2), QTime(3, 4, 5), Qt::UTC);
    const auto request = [&](Secrets secrets) {
        const QJsonObject document = QJsonDocument::fromJson(toJson(store, start, secrets)).object();
        return document[QStringLiteral("records")].toArray().at(0).toObject()[QStringLiteral("request")].toString();
    };
    QCOMPARE(request(Secrets::Masked), QStringLiteral("0020000104........99.."));
    QCOMPARE(request(Secrets::Shown), QStringLiteral("0020000104313233349900"));
    QVERIFY(toJson(store, start).contains("2026-01-02T03:04:05.000Z"));
}

int run(int argc, char** argv)
{
    return test::run<QCoreApplication, TestRecord>(argc, argv);
}

} // namespace dmsc::tst_record

#include "tst_record.moc"
