// SPDX-License-Identifier: Apache-2.0
#include "model/filter/filter_fields.h"
#include "model/filter/filter_tokens.h"
#include "model/filter/record_filter.h"
#include "tests/support/run_test.h"

#include <QElapsedTimer>
#include <QTest>

#include <algorithm>

namespace dmsc::tst_record_filter {

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace {

Record apdu(const QString& name, const char* request, const char* response, const QString& status, StatusLevel level)
{
    Record record;
    record.from = Actor::Workbench;
    record.to = Actor::Card;
    record.name = name;
    record.request = QByteArray::fromHex(request);
    record.response = QByteArray::fromHex(response);
    record.status = status;
    record.level = level;
    return record;
}

Record message(const QString& name, const QString& target, const QString& status, StatusLevel level)
{
    Record record;
    record.layer = Layer::SyncMl;
    record.from = Actor::Server;
    record.to = Actor::Device;
    record.name = name;
    record.target = target;
    record.status = status;
    record.level = level;
    return record;
}

/// Rows are numbered from 1, as people see them.
Recording sample()
{
    Recording recording;
    std::vector<Record> rows{
        apdu(u"SELECT DM_SC"_s, "00A4040007A0000005591010", "6F0684009000", u"9000"_s, StatusLevel::Ok), // 1
        apdu(u"SELECT"_s, "00A40004022FE2", "6A82", u"6A82"_s, StatusLevel::Error), // 2
        apdu(u"READ BINARY"_s, "00B0000000", "611C", u"611C"_s, StatusLevel::Ok), // 3
        apdu(u"GET RESPONSE"_s, "00C000001C", "0102039000", u"9000"_s, StatusLevel::Ok), // 4
        message(u"Replace"_s, u"./SIM/APN/Name"_s, u"200"_s, StatusLevel::Ok), // 5
        message(u"Add"_s, u"./DMAcc/x,y (2)"_s, u"405"_s, StatusLevel::Error), // 6
        message(u"Alert"_s, u""_s, u"9000"_s, StatusLevel::None), // 7: no status that exists, but not a card's
        message(u"Status"_s, u"./SIM/APN"_s, u""_s, StatusLevel::Warning), // 8
    };
    rows[3].continuation = true;
    rows[2].exchange = rows[3].exchange = ExchangeId{7};
    rows[4].request = "<SyncML><CmdID>1</CmdID></SyncML>";
    rows[4].duration = 12ms;
    rows[5].duration = 1200us;
    rows[6].time = 2s;
    rows[7].time = 90s;
    for (const Record& row : rows) {
        recording.store.append(row);
    }
    recording.marks[RecordNo{1}] = QStringLiteral("why not here?");
    recording.marks[RecordNo{5}] = QString();
    return recording;
}

/// The numbers of the rows that pass, or where and why the text is wrong.
QString rows(const QString& text)
{
    const auto filter = RecordFilter::parse(text);
    if (!filter) {
        return QStringLiteral("%1+%2 %3")
            .arg(filter.error().offset)
            .arg(filter.error().length)
            .arg(filter.error().text);
    }
    QStringList numbers;
    for (const RecordNo row : select(sample(), *filter)) {
        numbers << QString::number(row.shown());
    }
    return numbers.join(u' ');
}

QStringList completions(const QString& text)
{
    QStringList words;
    for (const FilterCompletion& each : completeFilter(text, text.size(), sample().store)) {
        words << each.word;
    }
    return words;
}

} // namespace

class TestRecordFilter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void passes_data();
    void passes();
    void errorsSayWhereAndWhat_data();
    void errorsSayWhereAndWhat();
    void textIsBounded();
    void expensivePatternsGiveUp();
    void newWordsAreAskedToo();
    void containingTakesTheTextAsItIs();
    void quotingKeepsTheMeaning();
    void completes();
    void completionReplacesTheWord();
    void wordsOfListsAreTaken();
    void completionSaysNothingTwice();
};

void TestRecordFilter::passes_data()
{
    QTest::addColumn<QString>("expected");
    const auto row = [](const char* text, const char* expected) {
        QTest::newRow(text) << QString::fromLatin1(expected);
    };
    row("", "1 2 3 4 5 6 7 8");
    row("   ", "1 2 3 4 5 6 7 8");
    // Bare words: in name, target, status or layer.
    row("sele", "1 2");
    row("SYNCML", "5 6 7 8");
    row("6a82", "2");
    row("./sim", "5 8");
    row("sel*sc", "1");
    row("\"sel*sc\"", "");
    row("\"READ BINARY\"", "3");
    row("select 6a82", "2");
    row("not apdu", "5 6 7 8");
    row("!apdu && !200", "6 7 8");
    row("select or replace 200", "1 2 5");
    row("(select or replace) and not 9000", "2 5");
    row("select || add || (get)", "1 2 4 6");
    row("name", "5"); // a field only where something is compared
    row("x,y", "6");
    // Text fields.
    row("name == select", "2");
    row("name == select*", "1 2");
    row("name != select", "1 3 4 5 6 7 8");
    row("name ~ select", "1 2");
    row("target == ./SIM/*", "5 8");
    row("target == *", "1 2 3 4 5 6 7 8");
    row("target == \"\"", "1 2 3 4 7");
    row("target ~ \"x,y (2)\"", "6");
    row("target =~ \"^\\\\./(SIM|DMAcc)/[^/]+$\"", "6 8");
    row("name in {Add, alert, \"GET RESPONSE\"}", "4 6 7");
    row("name == and", "");
    // Statuses: SyncML's as numbers, a card's by digits.
    row("status >= 400", "6 7");
    row("status < 400", "5");
    row("status == 9000", "1 4 7");
    row("sw == 9000", "1 4");
    row("sw != 9000", "2 3");
    row("sw == 61xx", "3");
    row("sw in {61xx, 6A82}", "2 3");
    row("sw >= 6a00 and sw < 7000", "2");
    row("ins == a4", "1 2");
    row("ins == bx or ins == C0", "3 4");
    row("cla != 00", "");
    // Choices.
    row("layer == syncml", "5 6 7 8");
    row("layer != syncml", "1 2 3 4");
    row("layer == secureChannel", "");
    row("layer != ui", "1 2 3 4 5 6 7 8");
    row("securechannel", "");
    row("level >= warning", "2 6 8");
    row("level in {none, warning}", "7 8");
    row("from == server", "5 6 7 8");
    row("to == card", "1 2 3 4");
    // Numbers and units.
    row("len > 10", "1 5");
    row("len >= 0.033k", "5");
    row("dur > 10", "5");
    row("dur >= 1200us and dur < 2ms", "6");
    row("time >= 1.5min", "8");
    row("time > 1s time < 1min", "7");
    row("no <= 2", "1 2");
    row("no in {1, 8}", "1 8");
    row("exchange == 7", "3 4");
    // Bytes.
    row("request ~ 00a404", "1");
    row("request ~ A4", "1 2");
    row("request == 00B0000000", "3");
    row("response ~ 9000", "1 4");
    row("bytes ~ 2fe2 or bytes ~ 010203", "2 4");
    row("request ~ \"<cmdid>\"", "5");
    row("not request != 00b0000000", "3");
    // Marks and groups.
    row("marked", "2 6");
    row("comment ~ why", "2");
    row("marked and comment == \"\"", "6");
    row("continuation", "4");
    row("not continuation and apdu", "1 2 3");
}

void TestRecordFilter::passes()
{
    QFETCH(QString, expected);
    QCOMPARE(rows(QString::fromLatin1(QTest::currentDataTag())), expected);
}

void TestRecordFilter::errorsSayWhereAndWhat_data()
{
    QTest::addColumn<int>("offset");
    QTest::addColumn<int>("length");
    QTest::addColumn<QString>("says");
    const auto row = [](const char* text, int offset, int length, const char* says) {
        QTest::newRow(text) << offset << length << QString::fromLatin1(says);
    };
    row("status >", 8, 0, "value behind >");
    row("statos == 4", 0, 6, "statos is no field");
    row("name < 4", 5, 1, "==");
    row("name = 4", 5, 1, "Expected one of ==");
    row("(select or", 10, 0, "text to look for");
    row("apdu (select", 5, 1, "closing )");
    row("select)", 6, 1, "closes");
    row("select and", 10, 0, "text to look for");
    row("and select", 0, 3, "text to look for");
    row("a or or b", 5, 2, "text to look for");
    row("\"open", 0, 5, "quotation mark");
    row("name == \"open", 8, 5, "quotation mark");
    row("layer == apdo", 9, 4, "apdu, scp03");
    row("level > bad", 8, 3, "warning");
    row("sw == 9", 6, 1, "4 hex digits");
    row("sw > 61xx", 5, 4, "digits only");
    row("ins == zz", 7, 2, "2 hex digits");
    row("len > 4q", 6, 2, "units B, k");
    row("no > 1.5", 5, 3, "whole number");
    row("status > bad", 9, 3, "SyncML status");
    row("request ~ 00a", 10, 3, "bytes in hex");
    row("marked == yes", 7, 2, "stands alone");
    row("name in {a", 10, 0, ", or }");
    row("name in {a b}", 11, 1, ", or }");
    row("name in {}", 9, 1, "value of the set");
    row("name =~ \"(\"", 8, 3, "regular expression");
}

void TestRecordFilter::errorsSayWhereAndWhat()
{
    QFETCH(int, offset);
    QFETCH(int, length);
    QFETCH(QString, says);
    const QString text = QString::fromLatin1(QTest::currentDataTag());
    const auto filter = RecordFilter::parse(text);
    QVERIFY(!filter);
    QVERIFY2(filter.error().text.contains(says), qPrintable(filter.error().text));
    QCOMPARE(filter.error().offset, offset);
    QCOMPARE(filter.error().length, length);
}

void TestRecordFilter::textIsBounded()
{
    QVERIFY(RecordFilter::parse(QString(60, u'(') + u'a' + QString(60, u')')));
    const auto deep = RecordFilter::parse(QString(2000, u'(') + u'a' + QString(2000, u')'));
    QVERIFY(!deep);
    QCOMPARE(deep.error().offset, 64);
    QVERIFY(!RecordFilter::parse(QStringLiteral("not ").repeated(900) + u'a'));
    QVERIFY(RecordFilter::parse(QString(4096, u'a')));
    QVERIFY(!RecordFilter::parse(QString(4097, u'a')));
}

void TestRecordFilter::expensivePatternsGiveUp()
{
    Recording recording;
    recording.store.append(message(u"Replace"_s, QString(5000, u'a'), u"200"_s, StatusLevel::Ok));
    const auto filter = RecordFilter::parse(u"target =~ \"(a+)+b\""_s);
    QVERIFY(filter);
    QElapsedTimer timer;
    timer.start();
    QVERIFY(select(recording, *filter).empty());
    QVERIFY(timer.elapsed() < 2000); // without a limit: until the sun goes out
}

void TestRecordFilter::newWordsAreAskedToo()
{
    Recording recording = sample();
    RecordMatcher matcher(*RecordFilter::parse(u"name == fresh"_s));
    QVERIFY(!matcher.matches(recording.store, recording.marks, RecordNo{0}));
    const RecordNo fresh = recording.store.append(message(u"Fresh"_s, u""_s, u""_s, StatusLevel::None));
    QVERIFY(matcher.matches(recording.store, recording.marks, fresh));
}

void TestRecordFilter::containingTakesTheTextAsItIs()
{
    QCOMPARE(select(sample(), RecordFilter::containing(u"y (2"_s)), RecordSelection{RecordNo{5}});
    QVERIFY(select(sample(), RecordFilter::containing(u"name == select"_s)).empty());
    QVERIFY(RecordFilter::containing({}).isOpen());
}

void TestRecordFilter::quotingKeepsTheMeaning()
{
    QCOMPARE(quotedForFilter(u"SELECT"_s), QStringLiteral("SELECT"));
    QCOMPARE(quotedForFilter(u"./SIM/APN?list=ACL"_s), QStringLiteral("\"./SIM/APN?list=ACL\""));
    for (const QString& text : {u"a b"_s, u"a*"_s, u"say \"hi\""_s, u"back\\slash"_s, u"and"_s, u"In"_s, u"name"_s,
             u"x,y"_s, u""_s, u"a=b"_s, u"("_s, u"!a"_s}) {
        Recording recording;
        recording.store.append(message(u"Get"_s, text, u""_s, StatusLevel::None));
        recording.store.append(message(u"Get"_s, text + u"+"_s, u""_s, StatusLevel::None));
        const auto filter = RecordFilter::parse(u"target == "_s + quotedForFilter(text));
        QVERIFY2(filter, qPrintable(text));
        QCOMPARE(select(recording, *filter), RecordSelection{RecordNo{0}});
    }
}

void TestRecordFilter::completes()
{
    QVERIFY(completions(u""_s).contains(u"name"_s));
    QCOMPARE(completions(u"sta"_s), (QStringList{u"status"_s, u"\"Status\""_s}));
    QVERIFY(completions(u"sele"_s).contains(u"\"SELECT DM_SC\""_s));
    QCOMPARE(completions(u"level "_s), (QStringList{u"=="_s, u"!="_s, u"<"_s, u"<="_s, u">"_s, u">="_s, u"in {"_s}));
    QCOMPARE(completions(u"level >= w"_s), QStringList{u"warning"_s});
    QCOMPARE(completions(u"layer == sy"_s), QStringList{u"syncml"_s});
    QCOMPARE(completions(u"sw == 6"_s), (QStringList{u"611C"_s, u"6A82"_s}));
    QCOMPARE(completions(u"status in {200, 4"_s), QStringList{u"405"_s});
    QCOMPARE(completions(u"dur > 10"_s), (QStringList{u"10ms"_s, u"10us"_s, u"10s"_s, u"10min"_s}));
    QCOMPARE(completions(u"marked an"_s), QStringList{u"and"_s});
    QVERIFY(completions(u"name == \"GET R"_s).contains(u"\"GET RESPONSE\""_s));
    // Whatever is offered can be parsed where it stands.
    for (const QString& field : completions(u""_s)) {
        const auto known = fieldOf(field);
        if (known && fieldKind(*known) == FieldKind::Choice) {
            for (const QString& value : completions(field + u" == "_s)) {
                QVERIFY(RecordFilter::parse(field + u" == "_s + value));
            }
        }
    }
}

void TestRecordFilter::wordsOfListsAreTaken()
{
    Recording recording;
    for (const Layer layer : {Layer::SecureChannel, Layer::Ui, Layer::Plan}) {
        Record record;
        record.layer = layer;
        recording.store.append(record);
    }
    const auto rowsOf = [&recording](const QString& text) {
        const auto filter = RecordFilter::parse(text);
        return filter ? select(recording, *filter) : RecordSelection{};
    };
    for (const char* text : {"layer == secureChannel", "layer == scp03", "secureChannel", "scp03"})
        QCOMPARE(rowsOf(QLatin1String(text)), RecordSelection{RecordNo{0}});
    for (const char* text : {"layer == ui", "layer in {ui}", "ui", "user"})
        QCOMPARE(rowsOf(QLatin1String(text)), RecordSelection{RecordNo{1}});
    QVERIFY(rowsOf(u"channel"_s).empty()); // MANAGE CHANNEL is looked for more often
}

void TestRecordFilter::completionSaysNothingTwice()
{
    for (const char* text : {"level >= w", "layer == sync", "to == car"}) {
        const auto found = completeFilter(QLatin1String(text), QLatin1String(text).size(), sample().store);
        QCOMPARE(found.size(), std::size_t{1});
        QVERIFY(found.front().explanation.compare(found.front().word, Qt::CaseInsensitive) != 0);
    }
}

void TestRecordFilter::completionReplacesTheWord()
{
    const QString text = QStringLiteral("apdu lev >= error");
    const auto found = completeFilter(text, 7, sample().store);
    const auto level =
        std::find_if(found.begin(), found.end(), [](const auto& each) { return each.word == u"level"_s; });
    QVERIFY(level != found.end());
    QCOMPARE(level->offset, 5);
    QCOMPARE(level->length, 3);
}

int run(int argc, char** argv)
{
    return test::run<QCoreApplication, TestRecordFilter>(argc, argv);
}

} // namespace dmsc::tst_record_filter

#include "tst_record_filter.moc"
