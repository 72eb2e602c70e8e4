// SPDX-License-Identifier: Apache-2.0
#include "model/recording/recording_file.h"
#include "model/trace/capture_reader.h"
#include "model/trace/gsmtap.h"
#include "model/trace/masked_row.h"
#include "model/trace/record_json.h"
#include "model/trace/trace.h"
#include "tests/support/run_test.h"
#include "tests/support/sample_recording.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QTemporaryDir>
#include <QTest>
#include <QXmlStreamReader>

Q_DECLARE_METATYPE(dmsc::TraceFormat)

namespace dmsc::tst_trace_export {

using test::sampleRecording;

namespace {

constexpr const char* kPin = "31323334";

QByteArray contentOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// What a row holds, but for its number and, where secrets were masked, their bytes.
void compareRows(const Recording& left, const Recording& right, bool withSecrets)
{
    QCOMPARE(left.store.size(), right.store.size());
    for (const RecordNo number : allOf(left)) {
        const RecordView one = left.store.at(number);
        const RecordView other = right.store.at(number);
        QCOMPARE(one.time, other.time);
        QCOMPARE(one.duration, other.duration);
        QCOMPARE(one.layer, other.layer);
        QCOMPARE(one.from, other.from);
        QCOMPARE(one.to, other.to);
        QCOMPARE(one.level, other.level);
        QCOMPARE(one.exchange, other.exchange);
        QCOMPARE(one.continuation, other.continuation);
        QCOMPARE(one.name, other.name);
        QCOMPARE(one.target, other.target);
        QCOMPARE(one.status, other.status);
        QCOMPARE(left.store.secrets(number), right.store.secrets(number));
        const MaskedRow masked = dmsc::masked(left, number, Secrets::Masked);
        QCOMPARE(other.request, withSecrets ? one.request : masked.view.request);
        QCOMPARE(other.response, withSecrets ? one.response : masked.view.response);
    }
    QCOMPARE(left.marks, right.marks);
    QCOMPARE(left.startedAt, right.startedAt);
}

} // namespace

/// A recording written in each format, and what of it may be read by whom.
class TestTraceExport : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void formatsBySuffix();
    void roundTrip_data();
    void roundTrip();
    void noFormatGivesSecretsAway_data();
    void noFormatGivesSecretsAway();
    void SEC_noFormatGivesAwayWhatOtherRowsTell_data();
    void SEC_noFormatGivesAwayWhatOtherRowsTell();
    void filteredRowsGetNewNumbers();
    void pcapIsWhatTheStandardsSay();
    void pcapKeepsHeaderAndStatusOfWhatDoesNotFit();
    void pcapSaysHowMuchOfLeCame();
    void htmlIsWellFormedAndNamesChanges();
    void jsonIsWhatQtWouldWrite();
    void scriptorText();
    void SEC_filledBytesStaySecret_data();
    void SEC_filledBytesStaySecret();
    void noRowsAreAnEmptyFile();
    void messagesAsFiles();
    void stoppedOrFailedLeavesNothing();
    void maskedHexOfRanges();

private:
    QString path(const QString& name) const { return m_dir.filePath(name); }
    QTemporaryDir m_dir;
};

void TestTraceExport::formatsBySuffix()
{
    QCOMPARE(traceFormatOf(QStringLiteral("a/b.DMSCLOG")), TraceFormat::Recording);
    QCOMPARE(traceFormatOf(QStringLiteral("a.pcap")), TraceFormat::Pcap);
    QCOMPARE(traceFormatOf(QStringLiteral("a.html")), TraceFormat::Html);
    QCOMPARE(traceFormatOf(QStringLiteral("a.json")), TraceFormat::Json);
    QCOMPARE(traceFormatOf(QStringLiteral("a.txt")), TraceFormat::Text);
    QCOMPARE(traceFormatOf(QStringLiteral("a.apdu")), TraceFormat::Scriptor);
    QCOMPARE(traceFormatOf(m_dir.path()), TraceFormat::Messages);
    QCOMPARE(traceFormatOf(QStringLiteral("new/")), TraceFormat::Messages);
    QVERIFY(!traceFormatOf(QStringLiteral("a.doc")));
}

void TestTraceExport::roundTrip_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<bool>("shown");
    for (const char* suffix : {"dmsclog", "json", "txt"}) {
        QTest::addRow("%s masked", suffix) << QStringLiteral("masked.") + QLatin1String(suffix) << false;
        QTest::addRow("%s shown", suffix) << QStringLiteral("shown.") + QLatin1String(suffix) << true;
    }
}

void TestTraceExport::roundTrip()
{
    QFETCH(QString, name);
    QFETCH(bool, shown);
    const Recording recording = sampleRecording();
    const auto written = exportRecording(
        recording, allOf(recording), *traceFormatOf(name), path(name), shown ? Secrets::Shown : Secrets::Masked);
    QVERIFY2(written, qPrintable(written ? QString() : written.error().text()));
    const auto read = importRecording(path(name));
    QVERIFY2(read, qPrintable(read ? QString() : read.error().text()));
    QVERIFY(read->incomplete.isEmpty());
    // JSON and text say what is secret by dots alone; where there are none their bytes tell.
    compareRows(recording, *read, shown);
}

void TestTraceExport::noFormatGivesSecretsAway_data()
{
    QTest::addColumn<QString>("name");
    for (const char* name : {"s.dmsclog", "s.json", "s.pcap", "s.html", "s.txt", "s.apdu"})
        QTest::addRow("%s", name) << QString::fromLatin1(name);
}

void TestTraceExport::noFormatGivesSecretsAway()
{
    QFETCH(QString, name);
    const Recording recording = sampleRecording();
    const auto holdsPin = [&](Secrets secrets) {
        const auto written = exportRecording(recording, allOf(recording), *traceFormatOf(name), path(name), secrets);
        if (!written)
            qFatal("%s", qPrintable(written.error().text()));
        QByteArray content = contentOf(path(name)).toLower();
        const bool asBytes = content.contains("1234\xFF\xFF") || content.contains("c2vjcmv0");
        content.replace(' ', "");
        return asBytes || content.contains(kPin) || content.contains("1234ffffffff");
    };
    QVERIFY(!holdsPin(Secrets::Masked));
    QVERIFY(holdsPin(Secrets::Shown));
    QCOMPARE(QFile::permissions(path(name)) & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
}

void TestTraceExport::SEC_noFormatGivesAwayWhatOtherRowsTell_data()
{
    QTest::addColumn<QByteArray>("trace");
    QTest::addColumn<QByteArray>("secret");
    QTest::addColumn<bool>("isCard");
    const auto card = [](const char* name, const char* trace, const char* secret) {
        QTest::newRow(name) << QByteArray(trace) << QByteArray::fromHex(secret) << true;
    };
    card("AUTHENTICATE by T=0",
        "008800812210111111111111111111111111111111111022222222222222222222222222222222\n6115\n00C0000015\n"
        "DB08A1A2A3A4A5A6A7A80433333333044444444404555555559000\n",
        "33333333");
    card("RUN GSM ALGORITHM",
        "A08800001011111111111111111111111111111111\n9F0C\nA0C000000C\n"
        "A1A2A3A4C1C2C3C4C5C6C7C89000\n",
        "C1C2C3C4C5C6C7C8");
    card("VERIFY, Lc too small", "0020000107313233343536FFFF\n6700\n", "313233343536");
    card("VERIFY, Lc too big", "0020000108373839\n6700\n", "373839");
    card("VERIFY in data objects", "0021000106810431323334\n9000\n", "31323334");
    card("CHANGE in data objects", "002500010C810431323334820435363738\n9000\n", "31323334");
    const QByteArray head = QByteArray(32, '\1') + "<Item><Target><LocURI>./A/AAuthSecret</LocURI></Target><Data>geh";
    const QByteArray tail = "eim</Data></Item>";
    const auto line = [](const char* header, const QByteArray& data) {
        return header + QByteArray(1, char(data.size())).toHex() + data.toHex() + "\n9000\n";
    };
    QTest::newRow("DM MESSAGE in a chain")
        << line("90400000", head) + line("80400000", tail) << QByteArray("eim") << true;
    QTest::newRow("DM MESSAGE by GET RESPONSE") << QByteArray("80400000\n6140\n00C0000040\n") + head.mid(32).toHex()
            + "6111\n00C0000011\n" + tail.toHex()
            + "9000\n" << QByteArray("eim") << true;
    const QByteArray header = "<SyncHdr><VerDTD>1.2</VerDTD><VerProto>DM/1.2</VerProto><SessionID>7</SessionID><MsgID>"
                              "1</MsgID>";
    QTest::newRow("text that was typed unseen") << "<SyncML>" + header
            + "<Target><LocURI>imei:1</LocURI></Target><Source><LocURI>https://dm.example</LocURI>"
              "</Source></SyncHdr><SyncBody><Alert><CmdID>4</CmdID><Data>1102</Data><Item><Data>ET=P</Data></Item>"
              "<Item><Data>Code?</Data></Item></Alert><Final/></SyncBody></SyncML>\n<SyncML>"
            + header
            + "<Target><LocURI>https://dm.example</LocURI></Target><Source><LocURI>imei:1</LocURI></Source>"
              "</SyncHdr><SyncBody><Status><CmdID>1</CmdID><MsgRef>1</MsgRef><CmdRef>4</CmdRef><Cmd>Alert</Cmd>"
              "<Data>200</Data><Item><Data>Passw0rdTyped</Data></Item></Status><Final/></SyncBody></SyncML>\n"
                                                << QByteArray("Passw0rdTyped") << false;
}

void TestTraceExport::SEC_noFormatGivesAwayWhatOtherRowsTell()
{
    QFETCH(QByteArray, trace);
    QFETCH(QByteArray, secret);
    QFETCH(bool, isCard);
    const QString input = path(QStringLiteral("other.log"));
    QFile file(input);
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(trace) == trace.size());
    file.close();
    const auto recording = importRecording(input);
    QVERIFY2(recording, qPrintable(recording ? QString() : recording.error().text()));
    const auto holdsSecret = [&](const Recording& rows, const QString& name, Secrets secrets) {
        const QString out = path(name);
        const auto written = exportRecording(rows, allOf(rows), *traceFormatOf(name), out, secrets);
        if (!written)
            qFatal("%s", qPrintable(written.error().text()));
        QByteArray content;
        if (const QStringList files = QDir(out).entryList(QDir::Files); QFileInfo(out).isDir())
            for (const QString& one : files)
                content += contentOf(out + one);
        else
            content = contentOf(out);
        QByteArray hex = content.toLower();
        hex.replace(' ', "");
        return content.contains(secret) || hex.contains(secret.toHex());
    };
    const QByteArrayList suffixes = isCard ? QByteArrayList{"dmsclog", "json", "html", "txt", "pcap", "apdu"}
                                           : QByteArrayList{"dmsclog", "json", "html", "txt", "out/"};
    for (const QByteArray& suffix : suffixes) {
        const QString name = QStringLiteral("%1.%2").arg(QLatin1String(QTest::currentDataTag()), QLatin1String(suffix));
        QVERIFY2(!holdsSecret(*recording, name, Secrets::Masked), suffix.constData());
        // What was shown on purpose is hidden again from whoever is handed it next.
        if (suffix != "dmsclog" && suffix != "json" && suffix != "txt")
            continue;
        QVERIFY2(holdsSecret(*recording, name, Secrets::Shown), suffix.constData());
        const auto again = importRecording(path(name));
        QVERIFY(again);
        QVERIFY2(!holdsSecret(*again, QStringLiteral("again.json"), Secrets::Masked), suffix.constData());
    }
}

void TestTraceExport::filteredRowsGetNewNumbers()
{
    const Recording recording = sampleRecording();
    const RecordSelection rows{RecordNo{2}, RecordNo{5}};
    QVERIFY(
        exportRecording(recording, rows, TraceFormat::Recording, path(QStringLiteral("few.dmsclog")), Secrets::Masked));
    const auto read = importRecording(path(QStringLiteral("few.dmsclog")));
    QVERIFY(read);
    QCOMPARE(read->store.size(), std::size_t{2});
    QCOMPARE(read->store.at(RecordNo{0}).name, QByteArrayView("VERIFY"));
    QCOMPARE(read->marks.at(RecordNo{0}), recording.marks.at(RecordNo{2}));
    QVERIFY(read->marks.at(RecordNo{1}).isEmpty());
}

void TestTraceExport::pcapIsWhatTheStandardsSay()
{
    const Recording recording = sampleRecording();
    const QString file = path(QStringLiteral("a.pcap"));
    QVERIFY(exportRecording(recording, allOf(recording), TraceFormat::Pcap, file, Secrets::Masked));
    const QByteArray content = contentOf(file);
    QCOMPARE(content.first(24).toHex(),
        QByteArray("4d3cb2a1020004000000000000000000000004006500000"
                   "0"));
    // 2026-01-02T03:04:05.006Z and seven nanoseconds; the first packet carries 13 + 2 bytes.
    QCOMPARE(content.sliced(24, 16).toHex(), QByteArray("a5355769878d5b003b0000003b000000"));
    QCOMPARE(content.sliced(40, 20).toHex(), QByteArray("4500003b0000400040113cb07f0000017f000001"));
    QCOMPARE(content.sliced(60, 8).toHex(), QByteArray("1279127900270000"));
    QCOMPARE(content.sliced(68, 16).toHex(), QByteArray("02040400000000000000000000000000"));
    QCOMPARE(content.sliced(84, 15).toHex(), QByteArray("00a4040c08a000000087100200611c"));
    int packets = 0;
    QVERIFY(forEachPacket(content, [&](const CapturedPacket& packet) {
        ++packets;
        return packet.linkType == 101U;
    }).isEmpty());
    QCOMPARE(packets, 4); // four pairs at the card; the question and the message are no APDUs
    const auto read = importRecording(file);
    QVERIFY(read);
    QCOMPARE(read->startedAt, recording.startedAt);
    QCOMPARE(read->store.at(RecordNo{2}).request.toByteArray().toHex(), QByteArray("0020000108ffffffffffffffff"));
    QCOMPARE(read->store.at(RecordNo{1}).response, recording.store.at(RecordNo{1}).response);
    QVERIFY(read->store.at(RecordNo{1}).continuation);
    QCOMPARE(read->store.at(RecordNo{3}).time, recording.store.at(RecordNo{5}).time);
}

void TestTraceExport::pcapKeepsHeaderAndStatusOfWhatDoesNotFit()
{
    Recording recording;
    Record record = test::apduRecord("READ BINARY", "00B00000000000", "", "9000");
    record.response = QByteArray(65536, 'x') + QByteArray::fromHex("9000");
    record.time = {};
    recording.store.append(record);
    const QString file = path(QStringLiteral("long.pcap"));
    QVERIFY(exportRecording(recording, allOf(recording), TraceFormat::Pcap, file, Secrets::Masked));
    const auto read = importRecording(file);
    QVERIFY(read);
    const RecordView row = read->store.at(RecordNo{0});
    QCOMPARE(row.request.first(5).toByteArray().toHex(), QByteArray("00b0000000"));
    QCOMPARE(row.status, QByteArrayView("9000"));
    QVERIFY(row.length() > 65000);
}

/// tshark takes as many bytes for data as Le asks for, and then finds no status word.
void TestTraceExport::pcapSaysHowMuchOfLeCame()
{
    Recording recording;
    for (const char* response : {"6982", "0102039000", "0102030405060708090A9000"}) {
        Record record = test::apduRecord("READ BINARY", "00B000000A", response, "");
        record.time = {};
        recording.store.append(record);
    }
    const QString file = path(QStringLiteral("le.pcap"));
    QVERIFY(exportRecording(recording, allOf(recording), TraceFormat::Pcap, file, Secrets::Masked));
    const auto read = importRecording(file);
    QVERIFY(read);
    QByteArrayList commands;
    for (const RecordNo number : allOf(*read)) {
        commands += read->store.at(number).request.toByteArray().toHex();
        QCOMPARE(read->store.at(number).response, recording.store.at(number).response);
    }
    QCOMPARE(commands, (QByteArrayList{"00b0000000", "00b0000003", "00b000000a"}));
}

void TestTraceExport::htmlIsWellFormedAndNamesChanges()
{
    const Recording recording = sampleRecording();
    const QString file = path(QStringLiteral("a.html"));
    QVERIFY(exportRecording(recording, allOf(recording), TraceFormat::Html, file, Secrets::Masked));
    QByteArray content = contentOf(file);
    QVERIFY(content.contains("<tr id=\"row4\""));
    QVERIFY(content.contains("href=\"#row6\""));
    QVERIFY(content.contains("Install &quot;1 &lt; 2&quot;?"));
    QVERIFY(!content.contains("<script"));
    QVERIFY(!content.contains("http-equiv"));
    QVERIFY(content.contains("prefers-color-scheme:dark"));
    QVERIFY(content.contains("<ins>new &lt;value&gt;</ins>"));
    QVERIFY(content.contains("why the PIN"));
    // But for the elements that HTML leaves open it reads as XML.
    content.replace("<meta charset=\"utf-8\">", "");
    content.replace("<meta name=\"viewport\" content=\"width=device-width\">", "");
    content.replace("<meta name=\"referrer\" content=\"no-referrer\">", "");
    QXmlStreamReader reader(content);
    int ladders = 0;
    while (!reader.atEnd())
        if (reader.readNext() == QXmlStreamReader::StartElement && reader.name() == QLatin1String("svg"))
            ++ladders;
    QVERIFY2(!reader.hasError(), qPrintable(reader.errorString()));
    QCOMPARE(ladders, 1);
}

void TestTraceExport::jsonIsWhatQtWouldWrite()
{
    Recording recording = sampleRecording();
    Record odd;
    for (int c = 0; c < 0x80; ++c)
        odd.name += QChar(c);
    odd.target = QString::fromUtf8("\xEF\xBB\xBF \xC3\xA4 \xE2\x80\xA8 \xF0\x9F\x93\xB1 </b>");
    odd.time = std::chrono::hours(24 * 365 * 200) + std::chrono::nanoseconds(1);
    odd.duration = std::chrono::microseconds(1);
    const RecordNo number = recording.store.append(odd);
    recording.marks[number] = QString(QChar(0xD800)) + u'"' + QChar(0xDC00) + u'\n' + QChar(0xFEFF);
    RecordView broken = recording.store.at(number);
    broken.name = "\xFF\xC3 \xED\xA0\x80";
    broken.time = std::chrono::seconds(1'000'000'000);
    broken.duration = std::chrono::seconds(1000);
    recording.store.append(broken, {});
    for (const int nanoseconds : {0, 1, 999, 1'000'000, 123'456'789}) {
        broken.time = std::chrono::nanoseconds(nanoseconds);
        broken.duration = std::chrono::microseconds(nanoseconds);
        recording.store.append(broken, {});
    }
    for (const Secrets secrets : {Secrets::Masked, Secrets::Shown}) {
        const QString file = path(QStringLiteral("qt.json"));
        QVERIFY(exportRecording(recording, allOf(recording), TraceFormat::Json, file, secrets));
        QByteArray expected = "{\n\"startedAt\": \"2026-01-02T03:04:05.006Z\",\n\"records\": [";
        for (const RecordNo no : allOf(recording)) {
            QJsonObject object = toJson(masked(recording, no, secrets));
            if (const auto mark = recording.marks.find(no); mark != recording.marks.end())
                object.insert(QLatin1String("mark"), mark->second);
            expected += (no.value == 0 ? "\n" : ",\n") + QJsonDocument(object).toJson(QJsonDocument::Compact);
        }
        QCOMPARE(contentOf(file), expected + "\n]\n}\n");
    }
}

void TestTraceExport::scriptorText()
{
    const Recording recording = sampleRecording();
    const QString file = path(QStringLiteral("a.apdu"));
    QVERIFY(exportRecording(recording, allOf(recording), TraceFormat::Scriptor, file, Secrets::Masked));
    const QByteArrayList lines = contentOf(file).split('\n');
    QCOMPARE(lines[0], QByteArray("# 1 SELECT: 611C"));
    QCOMPARE(lines[1], QByteArray("00 A4 04 0C 08 A0 00 00 00 87 10 02 00"));
    QCOMPARE(lines[5], QByteArray("00 20 00 01 08 FF FF FF FF FF FF FF FF"));
    // Commands alone come back as rows that nobody has answered yet.
    const auto read = importRecording(file);
    QVERIFY(read);
    QCOMPARE(read->store.size(), std::size_t{4});
    QCOMPARE(read->store.at(RecordNo{0}).request, recording.store.at(RecordNo{0}).request);
    QVERIFY(read->store.at(RecordNo{0}).response.isEmpty());
}

void TestTraceExport::SEC_filledBytesStaySecret_data()
{
    QTest::addColumn<QString>("file");
    for (const char* file : {"f.dmsclog", "f.json", "f.txt", "f.pcap", "f.apdu"})
        QTest::newRow(file) << QString::fromLatin1(file);
}

/// Whoever reads what was masked must be able to tell that it was, though the bytes are those of no PIN or key.
void TestTraceExport::SEC_filledBytesStaySecret()
{
    QFETCH(const QString, file);
    Recording recording;
    Record verify = test::apduRecord("VERIFY", "002000010831323334FFFFFFFF", "9000", "9000");
    verify.secrets = {{RecordPart::Request, 5, 8}};
    // What its writer alone knows to be secret.
    Record update = test::apduRecord("UPDATE BINARY", "00D6000004AABBCCDD", "9000", "9000");
    update.secrets = {{RecordPart::Request, 6, 2}};
    Record open = test::apduRecord("UPDATE BINARY", "00D6000004FFFFFFFF", "9000", "9000");
    for (const Record& row : {verify, update, open})
        recording.store.append(row);
    QVERIFY(exportRecording(recording, allOf(recording), *traceFormatOf(file), path(file), Secrets::Masked));
    const auto read = importRecording(path(file));
    QVERIFY2(read, qPrintable(read ? QString() : read.error().text()));
    QCOMPARE(read->store.size(), std::size_t{3});
    const auto isFilledAt = [&read](std::uint32_t row) {
        return isFilled(read->store.at(RecordNo{row}), read->store.secrets(RecordNo{row}), RecordPart::Request);
    };
    QVERIFY(isFilledAt(0));
    QVERIFY(isFilledAt(1));
    QVERIFY(!isFilledAt(2));
    QVERIFY(exportRecording(
        recording, allOf(recording), *traceFormatOf(file), path(QStringLiteral("shown.") + file), Secrets::Shown));
    const auto shown = importRecording(path(QStringLiteral("shown.") + file));
    QVERIFY(shown);
    for (const RecordNo row : allOf(*shown))
        QVERIFY(!isFilled(shown->store.at(row), shown->store.secrets(row), RecordPart::Request));
}

void TestTraceExport::noRowsAreAnEmptyFile()
{
    const Recording recording = sampleRecording();
    for (const char* name : {"empty.dmsclog", "empty.json", "empty.txt", "empty.pcap", "empty.apdu", "empty.html"}) {
        const QString file = path(QString::fromLatin1(name));
        const auto written = exportRecording(recording, {}, *traceFormatOf(file), file, Secrets::Masked);
        QVERIFY2(written, name);
        QVERIFY(QFile::exists(file));
    }
}

void TestTraceExport::messagesAsFiles()
{
    const Recording recording = sampleRecording();
    const QString folder = path(QStringLiteral("messages/"));
    QVERIFY(exportRecording(recording, allOf(recording), TraceFormat::Messages, folder, Secrets::Masked));
    QCOMPARE(QDir(folder).entryList(QDir::Files),
        (QStringList{QStringLiteral("0001-server-to-device.xml"), QStringLiteral("0002-device-to-server.xml")}));
    const QByteArray first = contentOf(folder + QStringLiteral("0001-server-to-device.xml"));
    QVERIFY(first.contains("<Data>........</Data>"));
    const auto again = exportRecording(recording, allOf(recording), TraceFormat::Messages, folder, Secrets::Masked);
    QVERIFY(!again);
    QCOMPARE(again.error().kind, ErrorKind::Exists);
    const auto none = exportRecording(
        recording, {RecordNo{0}}, TraceFormat::Messages, path(QStringLiteral("none/")), Secrets::Masked);
    QVERIFY(!none);
    QVERIFY(!QDir(path(QStringLiteral("none"))).exists());
    QCOMPARE(QDir(m_dir.path()).entryList({QStringLiteral("none*"), QStringLiteral("messages.*")}), QStringList());
}

void TestTraceExport::stoppedOrFailedLeavesNothing()
{
    const Recording recording = sampleRecording();
    const QString file = path(QStringLiteral("stopped.txt"));
    const auto stopped = exportRecording(recording, allOf(recording), TraceFormat::Text, file, Secrets::Masked,
        [](std::size_t, std::size_t) { return false; });
    QVERIFY(!stopped);
    QCOMPARE(stopped.error().kind, ErrorKind::Cancelled);
    QVERIFY(!QFile::exists(file));
    const auto nowhere = exportRecording(
        recording, allOf(recording), TraceFormat::Text, path(QStringLiteral("no/where.txt")), Secrets::Masked);
    QVERIFY(!nowhere);
    QCOMPARE(nowhere.error().kind, ErrorKind::Io);
}

void TestTraceExport::maskedHexOfRanges()
{
    Recording recording;
    Record record = test::apduRecord("VERIFY", "0020000102AABB", "9000", "9000");
    record.time = {};
    record.secrets = {{RecordPart::Request, 6, 1000}, {RecordPart::Response, 4000, 1}};
    recording.store.append(record);
    const MaskedRow row = masked(recording, RecordNo{0}, Secrets::Masked);
    QCOMPARE(row.hex(RecordPart::Request), QByteArray("0020000102AA.."));
    QCOMPARE(row.hex(RecordPart::Response, ' '), QByteArray("90 00"));
    QCOMPARE(row.view.request.toByteArray().toHex(), QByteArray("0020000102aaff"));
    std::vector<ByteRange> secrets;
    QCOMPARE(fromMaskedHex("0020 .. .. 01", RecordPart::Request, Layer::Apdu, secrets),
        std::optional(QByteArray::fromHex("0020ffff01")));
    QCOMPARE(secrets, (std::vector<ByteRange>{{RecordPart::Request, 2, 2}}));
    QVERIFY(!fromMaskedHex("002", RecordPart::Request, Layer::Apdu, secrets));
    QVERIFY(!fromMaskedHex("00x0", RecordPart::Request, Layer::Apdu, secrets));
}

int run(int argc, char** argv)
{
    return test::run<QCoreApplication, TestTraceExport>(argc, argv);
}

} // namespace dmsc::tst_trace_export

#include "tst_trace_export.moc"
