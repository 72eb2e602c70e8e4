// SPDX-License-Identifier: Apache-2.0
// Keys in the files of SIMs and USIMs: which rows of a session hide them, from how a file was selected before.
#include "model/decode/secrets.h"
#include "model/trace/import_recording.h"
#include "model/trace/trace.h"
#include "tests/support/run_test.h"

#include <QFile>
#include <QHash>
#include <QTemporaryDir>
#include <QTest>

namespace dmsc::tst_key_files {

namespace {

const QByteArray kUsim = "00A4040C0CA0000000871002FF34FF0789"; // SELECT
const QByteArray kIsim = "00A4040C0CA0000000871004FF34FF0789";
const QByteArray kKeys = "00112233445566778899AABBCCDDEEFF";

QByteArrayList maskedRows(const QByteArrayList& rows)
{
    SecretWatch watch;
    QByteArrayList masked;
    for (const QByteArray& row : rows) {
        const qsizetype middle = row.indexOf('>');
        Record record;
        record.request = QByteArray::fromHex(row.first(middle));
        record.response = QByteArray::fromHex(row.sliced(middle + 1));
        watch.mark(record);
        QByteArray hidden;
        for (const ByteRange& range : record.secrets) {
            const QByteArray& part = range.part == RecordPart::Request ? record.request : record.response;
            hidden += part.mid(range.offset, range.length).toHex().toUpper();
        }
        masked += hidden;
    }
    return masked;
}

QByteArrayList sayings(const QByteArray& text)
{
    QByteArrayList rows = text.split('|');
    for (QByteArray& row : rows)
        if (!row.contains('>'))
            row += ">9000";
    return rows;
}

} // namespace

class TestKeyFiles : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void SEC_keysOfASimAreHidden_data();
    void SEC_keysOfASimAreHidden();
    void SEC_otherContentIsShown_data();
    void SEC_otherContentIsShown();
    void SEC_whatGetResponseFetchesOfAKeyFile();
    void SEC_noExportOfAForeignTraceHasKeys_data();
    void SEC_noExportOfAForeignTraceHasKeys();
};

void TestKeyFiles::SEC_keysOfASimAreHidden_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("selects");
    const auto row = [](const char* name, const QByteArray& before, const QByteArray& how) {
        QTest::newRow(name) << before << how;
    };
    const QByteArray read = "00B0000010";
    row("EF.Keys by identifier", kUsim + "|00A4000C026F08", read);
    row("the DF was never seen", "00A4000C026F08", read);
    row("EF.KeysPS below the current DF", kUsim + "|00A4020C026F09", read);
    row("EF.Keys by path from the MF", kUsim + "|00A4080C047FFF6F08", read);
    row("by path from the current DF", kUsim + "|00A4090C045FC04F05", read);
    row("EF.Keys by SFI", kUsim, "00B0880010");
    row("EF.KeysPS by SFI", kUsim, "00B0890010");
    row("SFI, then the current EF", kUsim + "|00B0880000>9000", read);
    row("SFI, the DF was never seen", "00A4000C026F07>6A82", "00B0880010");
    row("EF.EPSNSC, a record by SFI", kUsim, "00B201C410");
    row("EF.EPSNSC, a record", kUsim + "|00A4000C026FE4", "00B2010410");
    row("EF.EPSNSC, odd instruction", kUsim, "00B16FE4035401000010");
    row("EF.Keys, odd instruction by SFI", kUsim, "00B10008035401000010");
    row("the current EF, odd instruction", kUsim + "|00A4000C026F08", "00B10000035401000010");
    row("EF.EPSNSC, part of a record", kUsim, "00B301C4035401000010");
    row("EF.EPSNSC, the next record", kUsim + "|00A4000C026FE4", "00B2000210");
    row("EF.Kc of a SIM in another class", "00A40000027F20|00A40000026F20", "80B0000010");
    row("secure messaging on READ", kUsim + "|00A4000C026F08", "0CB0000010");
    row("secure messaging on SELECT, channel 5", "61" + kUsim.mid(2) + "|61A4000C026F08", "41B0000010");
    row("EF.Kc of a SIM", "A0A40000023F00>9F16|A0A40000027F20>9F16|A0A40000026F20>9F0F", "A0B0000010");
    row("EF.KcGPRS of a SIM", "A0A40000027F20>9F16|A0A40000026F52>9F0F", "A0B0000010");
    row("EF.Kc of DF.GSM-ACCESS", kUsim + "|00A4000C025F3B|00A4000C024F20", read);
    row("EF.Kc by SFI", kUsim + "|00A4000C025F3B", "00B0810010");
    row("EF.5GAUTHKEYS", kUsim + "|00A4000C025FC0|00A4000C024F05", read);
    row("EF.5GAUTHKEYS by SFI", kUsim + "|00A4000C025FC0", "00B0850010");
    row("EF.5GS3GPPNSC", kUsim + "|00A4000C025FC0|00A4000C024F03", "00B2010410");
    row("after a SELECT that failed", kUsim + "|00A4000C026F08|00A4000C026F07>6A82", read);
    row("after one with a warning", kUsim + "|00A4000C026F08>6283", read);
    row("nobody noted the answers", kUsim + ">|00A4000C026F08>", read);
    row("channel 1", "0070000001>019000|01" + kUsim.mid(2) + "|01A4000C026F08|00A4000C023F00", "01B0000010");
    row("channel 5", "0070000500>9000|41" + kUsim.mid(2) + "|41A4000C026F08", "41B0000010");
    row("opened by channel 1", "01" + kUsim.mid(2) + "|0170000001>029000", "02B0880010");
    row("up to the ADF again", kUsim + "|00A4000C025FC0|00A4030C", "00B0880010");
    row("back in the ADF", kUsim + "|00A4000C023F00|00A4000C027FFF", "00B0880010");
}

void TestKeyFiles::SEC_keysOfASimAreHidden()
{
    QFETCH(const QByteArray, before);
    QFETCH(const QByteArray, selects);
    const QByteArrayList said = sayings(before);
    const QByteArrayList read = maskedRows(said + QByteArrayList{selects + '>' + kKeys + "9000"});
    QVERIFY2(read.last().endsWith(kKeys), read.last().constData());
    // And when they are written.
    const QByteArray data = selects.mid(2, 2) == "B1" || selects.mid(2, 2) == "B3" ? "5401005310" + kKeys : kKeys;
    const QHash<QByteArray, QByteArray> writing = {{"B0", "D6"}, {"B1", "D7"}, {"B2", "DC"}, {"B3", "DD"}};
    const QByteArray update = selects.left(2) + writing[selects.mid(2, 2)] + selects.mid(4, 4)
        + QByteArray::number(data.size() / 2, 16).rightJustified(2, '0') + data;
    QCOMPARE(maskedRows(said + QByteArrayList{update + ">9000"}).last(), data);
    // What came before is nobody's secret.
    QVERIFY(read.first(said.size()).join().isEmpty());
}

void TestKeyFiles::SEC_otherContentIsShown_data()
{
    QTest::addColumn<QByteArray>("said");
    const QByteArray content = ">" + kKeys + "9000";
    const auto row = [](const char* name, const QByteArray& said) { QTest::newRow(name) << said; };
    row("another file", kUsim + "|00A4000C026F08|00A4000C026F07|00B0000010" + content);
    row("another SFI", kUsim + "|00A4000C026F08|00B0870010" + content + "|00B0000010" + content);
    row("DF.ProSe has other files with the same identifiers",
        kUsim + "|00A4000C025F90|00A4000C024F05|00B0000010" + content);
    row("SFI 8 of the MF", kUsim + "|00A4000C023F00|00B0880010" + content);
    row("P-CSCF of an ISIM", kIsim + "|00A4000C026F09|00B2010410" + content);
    row("SFI 9 of an ISIM", kIsim + "|00B0890010" + content);
    row("another channel", "01" + kUsim.mid(2) + "|01A4000C026F08|00A4000C026F07|00B0000010" + content);
    row("a new channel", kUsim + "|00A4000C026F08|0070000001>019000|01B0880010" + content);
    row("SELECT itself", kUsim + "|00A4000C026F08>620483026F089000");
    row("GET DATA", kUsim + "|00A4000C026F08|80CA006610" + content);
}

void TestKeyFiles::SEC_otherContentIsShown()
{
    QFETCH(const QByteArray, said);
    QCOMPARE(maskedRows(sayings(said)).join(), QByteArray());
}

void TestKeyFiles::SEC_whatGetResponseFetchesOfAKeyFile()
{
    const QByteArrayList read =
        maskedRows(sayings(kUsim + "|00A40004026F08>611C|00C000001C>6F0483026F089000|00B0000000>6C10"
            + "|00B0000010>6110|00C0000010>" + kKeys + "9000"));
    QCOMPARE(read.join(), kKeys);
    QCOMPARE(read.last(), kKeys);
}

void TestKeyFiles::SEC_noExportOfAForeignTraceHasKeys_data()
{
    QTest::addColumn<QByteArray>("trace");
    const QByteArrayList said = {kUsim, "00A4000C026F08", "00D6000010" + kKeys, "00B0000010"};
    const QByteArrayList answers = {"9000", "9000", "9000", kKeys + "9000"};
    QByteArray pcsc;
    QByteArray hex;
    for (qsizetype i = 0; i < said.size(); ++i) {
        pcsc += "00000004 APDU: " + QByteArray::fromHex(said[i]).toHex(' ').toUpper()
            + " \n00000200 SW: " + QByteArray::fromHex(answers[i]).toHex(' ').toUpper() + " \n";
        hex += said[i] + '\n' + answers[i] + '\n';
    }
    QTest::newRow("pcscd") << pcsc;
    QTest::newRow("hex") << hex;
}

void TestKeyFiles::SEC_noExportOfAForeignTraceHasKeys()
{
    QFETCH(const QByteArray, trace);
    const auto read = importTrace(trace);
    QVERIFY(read);
    QCOMPARE(read->store.size(), std::size_t(4));
    QTemporaryDir folder;
    const auto exported = [&](const QString& name, Secrets secrets) {
        const QString path = folder.filePath(name);
        if (!exportRecording(*read, allOf(*read), *traceFormatOf(name), path, secrets))
            return QByteArray();
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    };
    const auto tells = [](QByteArray content) {
        const bool asBytes = content.contains(QByteArray::fromHex(kKeys));
        content.replace(' ', "");
        return asBytes || content.toUpper().contains(kKeys);
    };
    for (const char* name : {"a.pcap", "a.html", "a.json", "a.txt", "a.apdu", "a.dmsclog"}) {
        const QByteArray masked = exported(QLatin1String(name), Secrets::Masked);
        QVERIFY(!masked.isEmpty());
        QVERIFY2(!tells(masked), name);
        QVERIFY2(tells(exported(QLatin1String(name), Secrets::Shown)), name);
    }
}

int run(int argc, char** argv)
{
    return test::run<QCoreApplication, TestKeyFiles>(argc, argv);
}

} // namespace dmsc::tst_key_files

#include "tst_key_files.moc"
