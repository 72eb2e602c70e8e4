// SPDX-License-Identifier: Apache-2.0
// Logs as the programs wrote them: pcscd 1.9.9 -a, OpenSC 0.23, pcsc-tools 1.6 with a virtual card; the others by what
// their sources and manuals show.
#include "model/byte_array.h"
#include "model/record/packed_record.h"
#include "model/syncml/message_wbxml.h"
#include "model/syncml/message_xml.h"
#include "model/trace/apdu_log.h"
#include "model/trace/apdu_log_line.h"
#include "model/trace/gsmtap.h"
#include "model/trace/import_recording.h"
#include "model/trace/record_json.h"
#include "model/trace/trace.h"
#include "tests/support/run_test.h"
#include "tests/support/sample_recording.h"

#include <QFile>
#include <QRandomGenerator>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>
#include <QtEndian>

#include <algorithm>

namespace dmsc::tst_trace_import {

namespace {

QString dataPath(const char* name)
{
    return QStringLiteral(DMSC_SOURCE_DIR "/tests/model/trace/data/") + QLatin1String(name);
}

QByteArray contentOf(const char* name)
{
    QFile file(dataPath(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// "COMMAND RESPONSE" a row, with > in front of what belongs to the row before.
QStringList pairsOf(const Recording& recording)
{
    QStringList pairs;
    for (const RecordNo number : allOf(recording)) {
        const RecordView row = recording.store.at(number);
        pairs += (row.continuation ? QStringLiteral(">") : QString())
            + QString::fromLatin1(
                row.request.toByteArray().toHex().toUpper() + ' ' + row.response.toByteArray().toHex().toUpper());
    }
    return pairs;
}

/// A pcap of one packet, its head and numbers in either byte order.
QByteArray pcapOf(quint32 magic, bool bigEndian, quint32 linkType, const QByteArray& packet)
{
    QByteArray out;
    const auto number = [&](auto value) {
        char bytes[sizeof(value)];
        bigEndian ? qToBigEndian(value, bytes) : qToLittleEndian(value, bytes);
        out.append(bytes, sizeof(value));
    };
    number(magic);
    number(quint16{2});
    number(quint16{4});
    number(quint64{0});
    number(quint32{65535});
    number(linkType);
    number(quint32{1000});
    number(quint32{500});
    number(quint32(packet.size()));
    number(quint32(packet.size()));
    return out + packet;
}

/// Section, interface in nanoseconds, one enhanced packet at 1000.0000005 s.
QByteArray pcapngOf(quint16 linkType, const QByteArray& packet)
{
    QByteArray out;
    const auto number = [&](auto value) {
        char bytes[sizeof(value)];
        qToLittleEndian(value, bytes);
        out.append(bytes, sizeof(value));
    };
    number(quint32{0x0A0D0D0A});
    number(quint32{28});
    number(quint32{0x1A2B3C4D});
    number(quint16{1});
    number(quint16{0});
    number(quint64(~0ULL));
    number(quint32{28});
    number(quint32{1});
    number(quint32{32});
    number(linkType);
    number(quint16{0});
    number(quint32{0});
    number(quint16{9});
    number(quint16{1});
    out.append("\x09\0\0\0", 4);
    number(quint32{0});
    number(quint32{32});
    const QByteArray padding((4 - packet.size() % 4) % 4, '\0');
    const auto size = quint32(32 + packet.size() + padding.size());
    const quint64 time = 1000'000'000'500ULL;
    number(quint32{6});
    number(size);
    number(quint32{0});
    number(quint32(time >> 32U));
    number(quint32(time));
    number(quint32(packet.size()));
    number(quint32(packet.size()));
    out += packet + padding;
    number(size);
    return out;
}

/// IPv4 or IPv6, UDP, GSMTAP, a READ BINARY with its answer.
QByteArray packetOf(int version)
{
    const QByteArray pair = QByteArray::fromHex("00B0000002ABCD9000");
    const auto udpSize = static_cast<char>(8 + 16 + pair.size());
    QByteArray ip;
    if (version == 4) {
        ip = QByteArray::fromHex("4500000000004000401100007F0000017F000001");
        ip[3] = static_cast<char>(20 + udpSize);
    } else {
        ip = QByteArray::fromHex("600000000000114000000000000000000000000000000001") + QByteArray(15, '\0') + '\1';
        ip[5] = udpSize;
    }
    return ip + QByteArray::fromHex("12791279") + '\0' + udpSize + QByteArray(2, '\0') + gsmtap::head({}) + pair;
}

} // namespace

class TestTraceImport : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void apduLogs_data();
    void apduLogs();
    void rowsAreNamedAsLiveOnes();
    void twoReadersOfOnePcscd();
    void timesOfPcscd();
    void captures_data();
    void captures();
    void exportedPdus();
    void commandSizes_data();
    void commandSizes();
    void syncMlViewerSave();
    void messagesThatNobodyAnsweredInFull();
    void aStatusNamesItsItem();
    void linesALittleOutOfOrder();
    void aTextThatWasCutOff();
    void messagesInWbxmlAndXml();
    void textOfWindows();
    void readingTellsHowFarItIsAndStops_data();
    void readingTellsHowFarItIsAndStops();
    void jsonInAnyOrderWithWhatNobodyKnows();
    void brokenJsonNamesThePlace_data();
    void brokenJsonNamesThePlace();
    void longRowsOfJsonStopInTime();
    void refused_data();
    void refused();
    void cutAnywhere_data();
    void cutAnywhere();
    void changedAnywhere();
};

void TestTraceImport::apduLogs_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QStringList>("pairs");
    const QString select = QStringLiteral("00A40004023F00 611C");
    const QString fcp = QStringLiteral(">00C000001C 621A8205422100300283022F008A01058B032F0601800200608801F09000");
    const QString verify = QStringLiteral("002000010831323334"
                                          "3FFFFFFF 63C2");
    const QString selectIccid = QStringLiteral("00A40000022FE2 9000");
    const QString iccid = QStringLiteral("00B000000A 980000000000000000F19000");
    QTest::newRow("pcscd") << QStringLiteral("pcscd-apdu.log") << QStringList{select, fcp, verify, selectIccid, iccid};
    QTest::newRow("opensc debug") << QStringLiteral("opensc-debug.log") << QStringList{select, fcp, verify};
    QTest::newRow("opensc-tool") << QStringLiteral("opensc-tool.txt")
                                 << QStringList{QStringLiteral("00A40004023F00 9000"), fcp, verify, selectIccid, iccid};
    QTest::newRow("scriptor") << QStringLiteral("scriptor.txt") << QStringList{select, fcp, selectIccid, iccid};
    QTest::newRow("pySim-shell") << QStringLiteral("pysim-shell.txt")
                                 << QStringList{QStringLiteral("00A40004022FE2 611C"), fcp, iccid};
    QTest::newRow("pySim-trace")
        << QStringLiteral("pysim-trace.txt")
        << QStringList{QStringLiteral("00A40004023F00 621A8205422100300283022F008A01058B032F0601800200608801F09000"),
               verify, iccid};
    QTest::newRow("GlobalPlatformPro") << QStringLiteral("globalplatformpro.txt")
                                       << QStringList{
                                              QStringLiteral("00A4040000 6F108408A000000151000000A5049F6501FF9000"),
                                              QStringLiteral("8050000008F0C86A8D6E451E9E00 6985")};
    QTest::newRow("GPShell") << QStringLiteral("gpshell.txt")
                             << QStringList{QStringLiteral(
                                    "00A4040008A00000000300000000 6F108408A000000003000000A5049F6501FF9000")};
    QTest::newRow("plain hex") << QStringLiteral("hex-pairs.txt")
                               << QStringList{QStringLiteral("00A4040000 6F108408A000000003000000A5049F6501FF9000"),
                                      QStringLiteral("80CA9F7F00 6A88")};
}

void TestTraceImport::apduLogs()
{
    QFETCH(QString, file);
    QFETCH(QStringList, pairs);
    const auto read = importRecording(dataPath(qPrintable(file)));
    QVERIFY2(read, qPrintable(read ? QString() : read.error().text()));
    QCOMPARE(pairsOf(*read), pairs);
}

void TestTraceImport::rowsAreNamedAsLiveOnes()
{
    const auto read = importRecording(dataPath("pcscd-apdu.log"));
    QVERIFY(read);
    const RecordView verify = read->store.at(RecordNo{2});
    QVERIFY(verify.name.startsWith("VERIFY"));
    QCOMPARE(verify.status, QByteArrayView("63C2"));
    QCOMPARE(verify.level, StatusLevel::Warning);
    QCOMPARE(verify.layer, Layer::Apdu);
    QCOMPARE(verify.to, Actor::Card);
    QCOMPARE(read->store.secrets(RecordNo{2}), (std::vector<ByteRange>{{RecordPart::Request, 5, 8}}));
    QCOMPARE(read->store.at(RecordNo{0}).exchange, read->store.at(RecordNo{1}).exchange);
    QVERIFY(read->store.at(RecordNo{0}).exchange != verify.exchange);
}

void TestTraceImport::twoReadersOfOnePcscd()
{
    // As pcscd writes it with its threads' numbers; each serves one program.
    const auto read = readApduLog("00000004 [139784] APDU: 00 A4 04 0C 07 A0 00 00 00 87 10 02 \n"
                                  "00000005 [139785] APDU: 00 A4 00 0C 02 2F E2 \n"
                                  "00000411 [139784] SW: 90 00 \n"
                                  "00000003 [139785] SW: 6A 82 \n"
                                  "00000004 [139784] APDU: 00 A4 00 04 02 6F 07 \n"
                                  "00000005 [139785] APDU: 00 B0 00 00 0A \n"
                                  "00000411 [139785] SW: 69 86 \n"
                                  "00000003 [139784] SW: 61 1C \n"
                                  "00000004 [139785] APDU: 00 B0 00 00 0B \n"
                                  "00000004 [139784] APDU: 00 C0 00 00 1C \n"
                                  "00000003 [139784] SW: 90 00 \n",
        {});
    QVERIFY(read);
    QStringList rows;
    for (std::uint32_t i = 0; i < read->store.size(); ++i) {
        const RecordView row = read->store.at(RecordNo{i});
        rows += QStringLiteral("%1 %2 %3 %4")
                    .arg(QString::fromUtf8(row.name), QString::fromUtf8(row.status))
                    .arg(row.exchange.value)
                    .arg(QString::fromUtf8(row.target));
    }
    QCOMPARE(rows.join(QLatin1Char('|')),
        QStringLiteral("SELECT 9000 1 USIM|SELECT 6A82 2 EF.ICCID|READ BINARY 6986 3 |SELECT 611C 4 USIM/EF.IMSI|"
                       "GET RESPONSE 9000 4 USIM/EF.IMSI|READ BINARY - 5 "));
}

void TestTraceImport::timesOfPcscd()
{
    const auto read = importRecording(dataPath("pcscd-apdu.log"));
    QVERIFY(read);
    QCOMPARE(read->store.at(RecordNo{0}).duration, std::chrono::microseconds(50663));
    QVERIFY(read->store.at(RecordNo{1}).time > read->store.at(RecordNo{0}).time);
    const auto debug = importRecording(dataPath("opensc-debug.log"));
    QVERIFY(debug);
    QCOMPARE(debug->store.at(RecordNo{0}).duration, std::chrono::milliseconds(92));
    const auto gp = importRecording(dataPath("globalplatformpro.txt"));
    QVERIFY(gp);
    QCOMPARE(gp->store.at(RecordNo{1}).duration, std::chrono::milliseconds(8378));
}

void TestTraceImport::captures_data()
{
    QTest::addColumn<QByteArray>("capture");
    QTest::addColumn<qint64>("nanoseconds");
    const QByteArray v4 = packetOf(4);
    const QByteArray ethernet = QByteArray(12, '\1') + QByteArray::fromHex("0800") + v4 + QByteArray(10, '\0');
    const QByteArray tagged = QByteArray(12, '\1') + QByteArray::fromHex("8100000186DD") + packetOf(6);
    QTest::newRow("raw, little, us") << pcapOf(0xA1B2C3D4, false, 101, v4) << qint64{500'000};
    QTest::newRow("raw, big, us") << pcapOf(0xA1B2C3D4, true, 101, v4) << qint64{500'000};
    QTest::newRow("raw, little, ns") << pcapOf(0xA1B23C4D, false, 101, v4) << qint64{500};
    QTest::newRow("raw, big, ns") << pcapOf(0xA1B23C4D, true, 101, packetOf(6)) << qint64{500};
    QTest::newRow("Ethernet, padded") << pcapOf(0xA1B23C4D, false, 1, ethernet) << qint64{500};
    QTest::newRow("Ethernet, VLAN, IPv6") << pcapOf(0xA1B23C4D, false, 1, tagged) << qint64{500};
    QTest::newRow("Linux cooked") << pcapOf(
        0xA1B23C4D, false, 113, QByteArray(14, '\0') + QByteArray::fromHex("0800") + v4)
                                  << qint64{500};
    QTest::newRow("pcapng") << pcapngOf(101, v4) << qint64{500};
}

void TestTraceImport::captures()
{
    QFETCH(QByteArray, capture);
    QFETCH(qint64, nanoseconds);
    const auto read = importTrace(capture);
    QVERIFY2(read, qPrintable(read ? QString() : read.error().text()));
    QCOMPARE(pairsOf(*read), QStringList{QStringLiteral("00B0000002 ABCD9000")});
    QVERIFY(read->incomplete.isEmpty());
    const auto start = std::chrono::milliseconds(read->startedAt.toMSecsSinceEpoch());
    QCOMPARE((start + read->store.at(RecordNo{0}).time).count(), 1000'000'000'000 + nanoseconds);
}

void TestTraceImport::exportedPdus()
{
    const auto pdu = [](const QByteArray& name, const char* hex) {
        QByteArray packet = QByteArray::fromHex("000C");
        packet += '\0';
        packet += static_cast<char>(name.size());
        return packet + name + QByteArray(4, '\0') + QByteArray::fromHex(hex);
    };
    const QByteArray pair = pcapOf(0xA1B23C4D, false, 252, pdu("gsm_sim", "00B0000002ABCD9000"));
    auto read = importTrace(pair);
    QVERIFY(read);
    QCOMPARE(pairsOf(*read), QStringList{QStringLiteral("00B0000002 ABCD9000")});
    const QByteArray command = pcapOf(0xA1B23C4D, false, 252, pdu("gsm_sim.command", "00B0000002"));
    const QByteArray response = pcapOf(0xA1B23C4D, false, 252, pdu("gsm_sim.response", "ABCD9000"));
    read = importTrace(command + response.sliced(24));
    QVERIFY(read);
    QCOMPARE(pairsOf(*read), QStringList{QStringLiteral("00B0000002 ABCD9000")});
    read = importTrace(pcapOf(0xA1B23C4D, false, 252, pdu("iso7816.atr", "3B80")));
    QVERIFY(read);
    QCOMPARE(read->store.at(RecordNo{0}).layer, Layer::Reader);
    QCOMPARE(read->store.at(RecordNo{0}).name, QByteArrayView("ATR"));
}

void TestTraceImport::commandSizes_data()
{
    QTest::addColumn<QByteArray>("command");
    QTest::addColumn<QByteArray>("response");
    const QByteArray data(300, 'd');
    QTest::newRow("case 1") << QByteArray("00440000") << QByteArray("9000");
    QTest::newRow("case 2") << QByteArray("00B0000004") << QByteArray("010203049000");
    QTest::newRow("case 2, less than Le") << QByteArray("00B0000000") << QByteArray("010203049000");
    QTest::newRow("case 2, refused") << QByteArray("00B0000004") << QByteArray("6982");
    QTest::newRow("case 3") << QByteArray("00D6000002ABCD") << QByteArray("9000");
    QTest::newRow("case 3, 61xx") << QByteArray("00A40004023F00") << QByteArray("611C");
    QTest::newRow("case 4") << QByteArray("00A40004023F0000")
                            << QByteArray("62029000"
                                          "9000");
    QTest::newRow("case 4, refused") << QByteArray("00A40004023F0000") << QByteArray("6A82");
    QTest::newRow("case 2 extended") << QByteArray("00B00000000200") << QByteArray(data.toHex() + "9000");
    QTest::newRow("case 3 extended") << QByteArray("00D600000"
                                                   "0012C"
        + data.toHex()) << QByteArray("9000");
    QTest::newRow("case 4 extended") << QByteArray("80E2000000012C" + data.toHex() + "0000") << QByteArray("ABCD9000");
    QTest::newRow("initialize update") << QByteArray("80503000081122334455667788"
                                                     "00")
                                       << QByteArray(QByteArray(29, 'r').toHex() + "9000");
}

void TestTraceImport::commandSizes()
{
    QFETCH(QByteArray, command);
    QFETCH(QByteArray, response);
    const QByteArray pair = QByteArray::fromHex(command + response);
    QCOMPARE(pair.first(gsmtap::commandSize(pair)).toHex(), command.toLower());
}

void TestTraceImport::syncMlViewerSave()
{
    const auto read = importRecording(dataPath("syncmlviewer.xml"));
    QVERIFY2(read, qPrintable(read ? QString() : read.error().text()));
    QStringList rows;
    for (const RecordNo number : allOf(*read)) {
        const RecordView row = read->store.at(number);
        rows += QStringLiteral("%1 %2 %3 %4")
                    .arg(row.continuation ? QStringLiteral(">") : QStringLiteral("-"), QString::fromUtf8(row.name),
                        QString::fromUtf8(row.target), QString::fromUtf8(row.status));
    }
    QCOMPARE(rows,
        (QStringList{QStringLiteral("- SyncML SessionID 2A, MsgID 1 "),
            QStringLiteral("- SyncML SessionID 2A, MsgID 1 "), QStringLiteral("> Alert  200"),
            QStringLiteral("> Replace ./Vendor/Example/Name 425"), QStringLiteral("> Get ./DevInfo/Man 200")}));
    const RecordView first = read->store.at(RecordNo{0});
    QCOMPARE(first.from, Actor::Device);
    QVERIFY(first.response.isEmpty());
    const RecordView second = read->store.at(RecordNo{1});
    QCOMPARE(second.from, Actor::Server);
    QVERIFY(second.response.contains("<MsgID>2</MsgID>"));
    QCOMPARE(second.time, std::chrono::nanoseconds(std::chrono::seconds(2)));
    QCOMPARE(second.duration, std::chrono::microseconds(std::chrono::seconds(1)));
    QCOMPARE(read->store.at(RecordNo{3}).level, StatusLevel::Error);
    // The credential is secret.
    const auto secrets = read->store.secrets(RecordNo{0});
    const qsizetype at = first.request.indexOf(QByteArrayView("c2VjcmV0LWNyZWRlbnRpYWw="));
    QVERIFY(std::any_of(secrets.begin(), secrets.end(), [at](const ByteRange& range) {
        return qsizetype{range.offset} <= at && at + 24 <= qsizetype{range.offset} + qsizetype{range.length};
    }));
}

namespace {

QByteArray dmMessage(int number, bool byDevice, const QByteArray& body)
{
    const QByteArray server = "<LocURI>https://dms</LocURI>";
    const QByteArray device = "<LocURI>IMEI:1</LocURI>";
    return "<SyncML xmlns=\"SYNCML:SYNCML1.2\"><SyncHdr><VerDTD>1.2</VerDTD><VerProto>DM/1.2</VerProto><SessionID>1"
           "</SessionID><MsgID>"
        + QByteArray::number(number) + "</MsgID><Target>" + (byDevice ? server : device) + "</Target><Source>"
        + (byDevice ? device : server) + "</Source></SyncHdr><SyncBody>" + body + "</SyncBody></SyncML>\n";
}

QByteArray statusOf(const char* message, const char* command, const char* name, const char* code, const char* more = "")
{
    return QByteArray("<Status><CmdID>1</CmdID><MsgRef>") + message + "</MsgRef><CmdRef>" + command + "</CmdRef><Cmd>"
        + name + "</Cmd>" + more + "<Data>" + code + "</Data></Status>";
}

QByteArray itemOf(const char* uri)
{
    return QByteArray("<Item><Target><LocURI>") + uri + "</LocURI></Target></Item>";
}

QStringList statusesOf(const Recording& recording)
{
    QStringList rows;
    for (const RecordNo number : allOf(recording)) {
        const RecordView row = recording.store.at(number);
        if (row.continuation)
            rows += QStringLiteral("%1 %2 %3")
                        .arg(QString::fromUtf8(row.name), QString::fromUtf8(row.target), QString::fromUtf8(row.status));
    }
    return rows;
}

} // namespace

void TestTraceImport::messagesThatNobodyAnsweredInFull()
{
    const QByteArray alert = "<Alert><CmdID>2</CmdID><Data>1201</Data></Alert><Final/>";
    const QByteArray asked = statusOf("1", "2", "Alert", "200") + "<Exec><CmdID>4</CmdID>" + itemOf("./A/Do")
        + "</Exec><Get><CmdID>5</CmdID>" + itemOf("./B") + "</Get><Final/>";
    const QByteArray first = dmMessage(1, true, alert) + dmMessage(1, false, asked);
    // The package goes on in another message: only then nobody has answered.
    const QByteArray part = dmMessage(2, true, statusOf("1", "5", "Get", "200"));
    auto read = importTrace(first + part + dmMessage(2, false, "<Alert><CmdID>1</CmdID><Data>1222</Data></Alert>")
        + dmMessage(3, true, statusOf("2", "1", "Alert", "200") + statusOf("1", "4", "Exec", "202") + "<Final/>"));
    QVERIFY(read);
    QCOMPARE(statusesOf(*read),
        (QStringList{QStringLiteral("Alert  200"), QStringLiteral("Get ./B 200"), QStringLiteral("Alert  200"),
            QStringLiteral("Exec  202")}));
    read = importTrace(first + dmMessage(2, true, statusOf("1", "5", "Get", "200") + "<Final/>"));
    QVERIFY(read);
    QCOMPARE(statusesOf(*read),
        (QStringList{QStringLiteral("Alert  200"), QStringLiteral("Get ./B 200"), QStringLiteral("Exec ./A/Do -")}));
    QCOMPARE(read->store.at(RecordNo{4}).level, StatusLevel::Error);
    // At the end of the log.
    read = importTrace(first);
    QVERIFY(read);
    QCOMPARE(statusesOf(*read),
        (QStringList{QStringLiteral("Alert  200"), QStringLiteral("Exec ./A/Do -"), QStringLiteral("Get ./B -")}));
}

void TestTraceImport::aStatusNamesItsItem()
{
    const QByteArray asked = "<Get><CmdID>4</CmdID>" + itemOf("./A") + itemOf("./B") + "</Get><Final/>";
    for (const char* more : {"<TargetRef>./B</TargetRef>", "<SourceRef>./B</SourceRef>"}) {
        const auto read = importTrace(
            dmMessage(1, false, asked) + dmMessage(1, true, statusOf("1", "4", "Get", "404", more) + "<Final/>"));
        QVERIFY(read);
        QCOMPARE(statusesOf(*read), QStringList{QStringLiteral("Get ./B 404")});
    }
    QByteArray status = statusOf("1", "4", "Get", "404");
    status.replace("</Status>", "<Item><Source><LocURI>./B</LocURI></Source></Item></Status>");
    auto read = importTrace(dmMessage(1, false, asked) + dmMessage(1, true, status + "<Final/>"));
    QVERIFY(read);
    QCOMPARE(statusesOf(*read), QStringList{QStringLiteral("Get ./B 404")});
    read = importTrace(dmMessage(1, false, asked) + dmMessage(1, true, statusOf("1", "4", "Get", "404") + "<Final/>"));
    QVERIFY(read);
    QCOMPARE(statusesOf(*read), QStringList{QStringLiteral("Get ./A 404")});
}

void TestTraceImport::linesALittleOutOfOrder()
{
    const QByteArray before = contentOf("opensc-debug.log");
    const auto orderly = importTrace(before);
    QVERIFY(orderly);
    // Every second stamp a little earlier than the one before it.
    QByteArrayList lines = before.split('\n');
    const QRegularExpression stamp(QStringLiteral("\\b(\\d\\d:\\d\\d:\\d\\d\\.)(\\d\\d\\d)\\b"));
    for (qsizetype i = 1; i < lines.size(); i += 2) {
        QString line = QString::fromUtf8(lines[i]);
        const auto found = stamp.match(line);
        const int rest = found.hasMatch() ? found.capturedView(2).toInt() : 0;
        if (rest >= 10)
            line.replace(found.capturedStart(2), 3, QStringLiteral("%1").arg(rest - 10, 3, 10, QLatin1Char('0')));
        lines[i] = line.toUtf8();
    }
    const auto read = importTrace(lines.join('\n'));
    QVERIFY(read);
    QCOMPARE(read->store.size(), orderly->store.size());
    for (const RecordNo row : allOf(*read))
        QVERIFY(read->store.at(row).time < std::chrono::hours(1));
}

void TestTraceImport::aTextThatWasCutOff()
{
    const QTemporaryDir folder;
    const QString file = folder.filePath(QStringLiteral("a.txt"));
    const Recording recording = test::sampleRecording();
    QVERIFY(exportRecording(recording, allOf(recording), TraceFormat::Text, file, Secrets::Shown));
    QFile written(file);
    QVERIFY(written.open(QIODevice::ReadOnly));
    const QByteArray whole = written.readAll();
    const auto read = importTrace(whole);
    QVERIFY(read);
    QCOMPARE(read->incomplete, QString());
    QCOMPARE(read->store.size(), recording.store.size());
    for (const qsizetype size : {whole.size() * 9 / 10, whole.size() / 2, whole.lastIndexOf("\n[") + 1}) {
        const auto cut = importTrace(whole.first(size));
        QVERIFY2(cut, qPrintable(cut ? QString() : cut.error().text()));
        QVERIFY(!cut->incomplete.isEmpty());
    }
    // An earlier version wrote no end.
    QByteArray before = whole.first(whole.lastIndexOf("\nend of log"));
    before.replace("dmsc log 2", "dmsc log 1");
    QVERIFY(importTrace(before)->incomplete.isEmpty());
    QVERIFY(!importTrace(before.chopped(1))->incomplete.isEmpty());
}

void TestTraceImport::messagesInWbxmlAndXml()
{
    const QByteArray xml = test::sampleRecording().store.at(RecordNo{4}).request.toByteArray();
    const auto message = syncml::decodeXml(viewOf(xml));
    QVERIFY(message);
    const auto wbxml = syncml::encodeWbxml(*message);
    QVERIFY(wbxml);
    auto read = importTrace(toByteArray(*wbxml));
    QVERIFY(read);
    QCOMPARE(read->store.at(RecordNo{0}).target, QByteArrayView("SessionID 2A, MsgID 2"));
    // Prefixes, and two in a row; what is cut off is still shown.
    QByteArray prefixed = xml;
    prefixed.replace("<SyncML xmlns=", "<s:SyncML xmlns:s=").replace("</SyncML>", "</s:SyncML>");
    read = importTrace(prefixed + "\n" + xml.chopped(20));
    QVERIFY(read);
    QCOMPARE(read->store.size(), std::size_t{3}); // nobody answered the first one
    QCOMPARE(read->store.at(RecordNo{1}).level, StatusLevel::Error);
    // Stamps that lie further apart than a time can say.
    read = importTrace("<!-- 1/1/2026 1:18:17 AM -->\n" + xml + "\n<!-- 1/1/6006 1:18:17 AM -->\n" + xml);
    QVERIFY(read);
    QCOMPARE(read->store.size(), std::size_t{3});
    QCOMPARE(read->store.at(RecordNo{1}).time.count(),
        std::chrono::nanoseconds(std::chrono::floor<std::chrono::milliseconds>(kMaxRecordTime)).count());
}

void TestTraceImport::textOfWindows()
{
    const QByteArray log = contentOf("hex-pairs.txt");
    const QString text = QString::fromLatin1(log);
    QByteArray wide("\xFF\xFE");
    wide.append(reinterpret_cast<const char*>(text.utf16()), text.size() * 2);
    for (const QByteArray& content : {wide, "\xEF\xBB\xBF" + log}) {
        const auto read = importTrace(content);
        QVERIFY(read);
        QCOMPARE(read->store.size(), std::size_t{2});
    }
}

void TestTraceImport::readingTellsHowFarItIsAndStops_data()
{
    QTest::addColumn<QString>("name");
    for (const char* name : {"many.dmsclog", "many.txt", "many.json", "many.pcap", "many.log", "many.xml"})
        QTest::addRow("%s", name) << QString::fromLatin1(name);
}

void TestTraceImport::readingTellsHowFarItIsAndStops()
{
    QFETCH(QString, name);
    const QTemporaryDir folder;
    const QString path = folder.filePath(name);
    const QByteArray lines =
        name.endsWith(QLatin1String("log")) ? contentOf("scriptor.txt") : contentOf("syncmlviewer.xml");
    if (const auto format = traceFormatOf(name); format && name != QLatin1String("many.log")) {
        Recording recording;
        for (int i = 0; i < 5000; ++i)
            recording.store.append(test::apduRecord("SELECT", "00A4040C08A000000087100200", "9000", "9000"));
        QVERIFY(exportRecording(recording, allOf(recording), *format, path, Secrets::Masked));
    } else {
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(lines.repeated(200));
    }
    std::vector<std::size_t> told;
    const auto read = importRecording(path, [&told](std::size_t done, std::size_t total) {
        told.push_back(done);
        return done <= total;
    });
    QVERIFY(read && !read->store.isEmpty());
    QVERIFY(!told.empty());
    QVERIFY(std::ranges::is_sorted(told));
    int asked = 0;
    const auto stopped = importRecording(path, [&asked](std::size_t, std::size_t) {
        ++asked;
        return false;
    });
    QVERIFY(!stopped);
    QCOMPARE(stopped.error().kind, ErrorKind::Cancelled);
    QCOMPARE(asked, 1);
}

void TestTraceImport::jsonInAnyOrderWithWhatNobodyKnows()
{
    const QByteArray row =
        R"({"layer":"apdu","from":"device","to":"card","level":"ok","request":"","name":"a\\\"]},{","mark":"m"})";
    const auto read = importTrace(R"(  {"by": {"a": ["}]\"", {}, [1]], "b": null}, "records": [)" + row + " ,\n" + row
        + R"( ] , "more": -1.5e3,"startedAt":"2024-01-02T03:04:05.678Z"} )");
    QVERIFY2(read, read ? "" : qPrintable(read.error().what));
    QCOMPARE(read->store.size(), std::size_t{2});
    QCOMPARE(QString::fromUtf8(read->store.at(RecordNo{1}).name), QStringLiteral("a\\\"]},{"));
    QCOMPARE(read->marks.size(), std::size_t{2});
    QCOMPARE(read->startedAt.toString(Qt::ISODateWithMs), QStringLiteral("2024-01-02T03:04:05.678Z"));
    QVERIFY(importTrace(R"({"records":[]})"));
}

void TestTraceImport::brokenJsonNamesThePlace_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("where");
    const auto row = [](const char* name, const char* json, const char* where) {
        QTest::newRow(name) << QByteArray(json) << QString::fromLatin1(where);
    };
    row("cut off in the rows", R"({"records": [)", "byte 13");
    row("cut off after them", R"({"records": [])", "byte 14");
    row("no colon", R"({"records" [])", "byte 11");
    row("no comma", R"({"a": 1 "records": []})", "byte 8");
    row("something behind", R"({"records": []} x)", "byte 16");
    row("a row that is none", R"({"records": [{"layer": }]})", "byte 24");
}

void TestTraceImport::brokenJsonNamesThePlace()
{
    QFETCH(const QByteArray, json);
    QFETCH(const QString, where);
    const auto read = importTrace(json);
    QVERIFY(!read);
    QVERIFY(!read.error().what.isEmpty());
    QCOMPARE(read.error().where, where);
}

/// A person who has had enough waits for the piece at hand, not for all rows, however few and long they are.
void TestTraceImport::longRowsOfJsonStopInTime()
{
    Recording recording;
    for (int i = 0; i < 20; ++i)
        recording.store.append(test::apduRecord("SELECT", QByteArray(200'000, 'A'), "9000", "9000"));
    const QByteArray json = toJson(recording.store, {});
    std::size_t last = 0;
    std::size_t widest = 0;
    const auto read = recordingFromJson(json, [&](std::size_t done, std::size_t) {
        widest = std::max(widest, done - last);
        last = done;
        return true;
    });
    QVERIFY(read);
    QVERIFY(last > std::size_t(json.size()) / 2);
    QVERIFY2(widest < 600'000, qPrintable(QString::number(widest)));
}

void TestTraceImport::refused_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("prose") << QByteArray("There is nothing here.\n");
    QTest::newRow("JSON of something else") << QByteArray("{\"a\": 1}");
    QTest::newRow("JSON with wrong words")
        << QByteArray(R"({"records": [{"layer": "apdu", "from": "me", "to": "card", "level": "ok"}]})");
    QTest::newRow("JSON with half a byte") << QByteArray(
        R"({"records": [{"layer": "apdu", "from": "device", "to": "card", "level": "ok", "request": "0"}]})");
    for (const char* member : {R"("no": -5)", R"("no": 1.5)", R"("time": "x")", R"("time": -1)", R"("duration": 1e300)",
             R"("duration": "1")", R"("exchange": -1)", R"("request": 5)", R"("response": 5)"})
        QTest::newRow(member)
            << QByteArray(
                   R"({"records": [{"layer": "apdu", "from": "device", "to": "card", "level": "ok", "request": "", )")
                + member + "}]}";
    QTest::newRow("JSON without a request")
        << QByteArray(R"({"records": [{"layer": "apdu", "from": "device", "to": "card", "level": "ok"}]})");
    QTest::newRow("our text, broken") << QByteArray("dmsc log 1\n[1] nonsense\n");
    QTest::newRow("pcap without APDUs") << pcapOf(0xA1B2C3D4, false, 1, QByteArray(60, 'x'));
    QTest::newRow("pcap cut off") << pcapOf(0xA1B2C3D4, false, 1, QByteArray(60, 'x')).first(22);
}

void TestTraceImport::refused()
{
    QFETCH(QByteArray, content);
    const auto read = importTrace(content);
    QVERIFY(!read);
    QVERIFY(!read.error().what.isEmpty());
}

void TestTraceImport::cutAnywhere_data()
{
    QTest::addColumn<QByteArray>("content");
    for (const char* name : {"opensc-debug.log", "opensc-tool.txt", "scriptor.txt", "globalplatformpro.txt"})
        QTest::addRow("%s", name) << contentOf(name);
    QTest::newRow("JSON") << QByteArray(
        R"({"startedAt":"","records":[{"layer":"apdu","from":"device","to":"card","level":"ok","request":"","name":"a\"]"}]})");
    QTest::newRow("pcap") << pcapOf(0xA1B2C3D4, true, 101, packetOf(4));
    QTest::newRow("pcapng") << pcapngOf(101, packetOf(6));
}

/// Whatever is cut off or doubled, reading ends and gives rows or a reason.
void TestTraceImport::cutAnywhere()
{
    QFETCH(QByteArray, content);
    for (qsizetype size = 0; size < content.size(); ++size) {
        const auto read = importTrace(content.first(size));
        if (!read)
            QVERIFY(!read.error().what.isEmpty());
        else
            QVERIFY(!read->store.isEmpty());
    }
}

void TestTraceImport::changedAnywhere()
{
    QRandomGenerator random(6);
    for (const QByteArray& good : {pcapngOf(101, packetOf(4)), pcapOf(0xA1B23C4D, false, 101, packetOf(6)),
             contentOf("opensc-tool.txt"), contentOf("syncmlviewer.xml")})
        for (int i = 0; i < 300; ++i) {
            QByteArray content = good;
            for (int change = 0; change < 3; ++change)
                content[random.bounded(int(content.size()))] = static_cast<char>(random.bounded(256));
            const auto read = importTrace(content);
            QVERIFY(read || !read.error().what.isEmpty());
        }
}

int run(int argc, char** argv)
{
    return test::run<QCoreApplication, TestTraceImport>(argc, argv);
}

} // namespace dmsc::tst_trace_import

#include "tst_trace_import.moc"
