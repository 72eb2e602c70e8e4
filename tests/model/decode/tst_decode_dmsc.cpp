// SPDX-License-Identifier: Apache-2.0
#include "field_text.h"

#include "model/decode/apdu_names.h"
#include "tests/support/run_test.h"

#include <QTest>

namespace dmsc::tst_decode_dmsc {

/// The examples' numbers are those of CARD-INTERFACE.md.
class TestDecodeDmsc : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void selectShowsTheOffers();
    void syncStatus();
    void journal();
    void nodeDigests();
    void memory();
    void accessConditions();
    void policy();
    void notification();
    void messageInsideOfDmMessage();
    void commandNames_data();
    void commandNames();
};

namespace {

QByteArray answerOf(const char* hex)
{
    return QByteArray::fromHex(hex) + QByteArray::fromHex("9000");
}

} // namespace

void TestDecodeDmsc::selectShowsTheOffers()
{
    const QByteArray command = QByteArray::fromHex("00A4040007F0444D5F5343010000");
    const QByteArray answer = answerOf("6F2B 8407F0444D5F534301 A520 80020101 81020333 820101 830103 8502FFF6"
                                       "A60C 800101 810103 820133 83013 0");
    const auto fields = decodeResponseApdu(answer, command);
    const QString text = print(fields);
    QVERIFY2(isWellFormed(fields, command.size(), answer.size()), qPrintable(text));
    QCOMPARE(valueOf(fields, QStringLiteral("80 Interface version")), QStringLiteral("1.1"));
    QCOMPARE(
        valueOf(fields, QStringLiteral("83 Capabilities")), QStringLiteral("03 extended length, command chaining"));
    QCOMPARE(valueOf(fields, QStringLiteral("80 Role")), QStringLiteral("01 card issuer"));
    QCOMPARE(valueOf(fields, QStringLiteral("81 Method")), QStringLiteral("03 SCP03"));
    QCOMPARE(valueOf(fields, QStringLiteral("82 Least level")),
        QStringLiteral("33 C-MAC, C-DECRYPTION, R-MAC, R-ENCRYPTION"));
}

void TestDecodeDmsc::syncStatus()
{
    const auto fields =
        decodeResponseApdu(answerOf("80080102030405060708 81040000002A 820400000001 850400100000 88083839383832313030 "
                                    "8904000000C8"),
            QByteArray::fromHex("8042000000"), Wrapping::Unwrapped);
    QCOMPARE(valueOf(fields, QStringLiteral("81 Sequence number")), QStringLiteral("42"));
    QCOMPARE(valueOf(fields, QStringLiteral("85 Memory size")), QStringLiteral("1048576 bytes"));
}

void TestDecodeDmsc::journal()
{
    const auto asked =
        decodeCommandApdu(QByteArray::fromHex("804400000E 80080102030405060708 81020029"), Wrapping::Unwrapped);
    QCOMPARE(valueOf(asked, QStringLiteral("80 Epoch")), QStringLiteral("01 02 03 04 05 06 07 08"));
    const auto changes = decodeResponseApdu(answerOf("81012982012A A313 80012A 810102 82032E2F41 8306646576696365"),
        QByteArray::fromHex("8444000000"), Wrapping::Unwrapped);
    QCOMPARE(valueOf(changes, QStringLiteral("81 Kind")), QStringLiteral("02 subtree gone"));
    QCOMPARE(valueOf(changes, QStringLiteral("82 URI")), QStringLiteral("./A"));
    QCOMPARE(valueOf(changes, QStringLiteral("83 Owner")), QStringLiteral("device"));
}

void TestDecodeDmsc::nodeDigests()
{
    const auto asked =
        decodeCommandApdu(QByteArray::fromHex("804600000B 800104 8101AA 82032E2F41"), Wrapping::Unwrapped);
    QCOMPARE(valueOf(asked, QStringLiteral("82 URI")), QStringLiteral("./A"));
    const auto fields = decodeResponseApdu(
        answerOf("A20F 800401020304 81070A0B0C0D010203 A300"), QByteArray::fromHex("8446000000"), Wrapping::Unwrapped);
    QCOMPARE(valueOf(fields, QStringLiteral("80 Own digest")), QStringLiteral("01 02 03 04"));
    QVERIFY(find(fields, QStringLiteral("A3 No such interior node")) != nullptr);
}

void TestDecodeDmsc::memory()
{
    const auto asked = decodeCommandApdu(QByteArray::fromHex("804C020006 8001 64 810110"), Wrapping::Unwrapped);
    QCOMPARE(asked.at(2).value, QStringLiteral("02 extend"));
    QCOMPARE(valueOf(asked, QStringLiteral("81 Blocks")), QStringLiteral("16"));
    const auto fields = decodeResponseApdu(answerOf("880140 89021000 A411 8003646D73 810103 820120 830110 840105"),
        QByteArray::fromHex("8448000000"), Wrapping::Unwrapped);
    QCOMPARE(valueOf(fields, QStringLiteral("88 Block size")), QStringLiteral("64 bytes"));
    QCOMPARE(valueOf(fields, QStringLiteral("81 Role")), QStringLiteral("03 DM server"));
    QCOMPARE(valueOf(fields, QStringLiteral("83 Granted blocks")), QStringLiteral("16"));
}

void TestDecodeDmsc::accessConditions()
{
    const auto fields = decodeResponseApdu(answerOf("8003646D73 810103 82011A 830133 A107 800123 81022E2F 880140"),
        QByteArray::fromHex("844A000000"), Wrapping::Unwrapped);
    QCOMPARE(valueOf(fields, QStringLiteral("82 Method")), QStringLiteral("1A SCP11a"));
    QCOMPARE(valueOf(fields, QStringLiteral("88 Block size")), QStringLiteral("64 bytes"));
    QCOMPARE(valueOf(fields, QStringLiteral("80 Rights")), QStringLiteral("23 explore, read, others' data too"));
    QCOMPARE(find(fields, QStringLiteral("80 Rights"))->children.size(), std::size_t{6});
}

void TestDecodeDmsc::policy()
{
    const auto keys = decodeCommandApdu(QByteArray::fromHex("8054020006 810131 820141"), Wrapping::Unwrapped);
    QCOMPARE(keys.at(2).value, QStringLiteral("02 put keys"));
    QCOMPARE(valueOf(keys, QStringLiteral("82 ENC")), QStringLiteral("41"));
    const auto pair = decodeCommandApdu(QByteArray::fromHex("8054060006 810113 830130"), Wrapping::Unwrapped);
    QCOMPARE(pair.at(2).value, QStringLiteral("06 put key pair"));
    QCOMPARE(valueOf(pair, QStringLiteral("83 Certificate")), QStringLiteral("30"));
    const auto policy = decodeResponseApdu(answerOf("800101 84010F A50D 8003646D73 810103 A603810133"),
        QByteArray::fromHex("8454000000"), Wrapping::Unwrapped);
    QCOMPARE(valueOf(policy, QStringLiteral("84 Tries of a key set")), QStringLiteral("15"));
}

void TestDecodeDmsc::notification()
{
    const QByteArray command =
        QByteArray::fromHex("805600001C 801A 02D00000001234 12 636F6D2E6D676D747372762E6D616E616765");
    const auto fields = decodeCommandApdu(command, Wrapping::Unwrapped);
    QVERIFY(isWellFormed(fields, command.size(), 0));
    QCOMPARE(fields.at(2).value, QStringLiteral("00 the device wants a session"));
    QCOMPARE(valueOf(fields, QStringLiteral("80 Trigger")), QStringLiteral("session 1234 with com.mgmtsrv.manage"));
}

void TestDecodeDmsc::messageInsideOfDmMessage()
{
    const QByteArray message = QByteArray::fromHex("03A4016A00 6D6C71 03312E3200 0101 6B120101");
    const QByteArray command = QByteArray::fromHex("8040000033") + QByteArray(32, '\x11') + message;
    const auto fields = decodeCommandApdu(command, Wrapping::Unwrapped);
    QVERIFY(isWellFormed(fields, command.size(), 0));
    QCOMPARE(valueOf(fields, QStringLiteral("VerDTD")), QStringLiteral("1.2"));
    QCOMPARE(bytesOf(fields, QStringLiteral("SyncML"), command), message.mid(5));
}

void TestDecodeDmsc::commandNames_data()
{
    QTest::addColumn<QByteArray>("hex");
    QTest::addColumn<QString>("name");
    const auto row = [](const char* hex, const char* name) {
        QTest::newRow(name) << QByteArray(hex) << QString::fromLatin1(name);
    };
    row("84400000", "DM MESSAGE");
    row("84420000", "SYNC STATUS");
    row("94440000", "READ JOURNAL");
    row("84460000", "NODE DIGESTS");
    row("84480000", "GET MEMORY");
    row("844A0000", "ACCESS CONDITIONS");
    row("844C0100", "MANAGE MEMORY");
    row("844E0000", "OWNERS");
    row("80503000", "INITIALIZE UPDATE");
    row("84520000", "RECEIPT");
    row("84540000", "POLICY");
    row("84560000", "NOTIFICATION");
    row("84823300", "EXTERNAL AUTHENTICATE");
    row("8082111503A60102", "MUTUAL AUTHENTICATE");
    row("80F20000", "STATUS");
    row("80F28002", "GET STATUS");
    row("00440000", "ACTIVATE FILE");
    row("842281B6", "MANAGE SECURITY ENVIRONMENT");
    row("A0F20000", "STATUS");
    row("A02C0000", "UNBLOCK CHV");
    row("005A0000", "INS 5A");
    QTest::newRow("too short") << QByteArray("00A404") << QString();
}

void TestDecodeDmsc::commandNames()
{
    QFETCH(QByteArray, hex);
    QFETCH(QString, name);
    QCOMPARE(commandName(QByteArray::fromHex(hex)), name);
}

int run(int argc, char** argv)
{
    return test::run<QCoreApplication, TestDecodeDmsc>(argc, argv);
}

} // namespace dmsc::tst_decode_dmsc

#include "tst_decode_dmsc.moc"
