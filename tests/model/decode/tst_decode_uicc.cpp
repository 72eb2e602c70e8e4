// SPDX-License-Identifier: Apache-2.0
#include "field_text.h"
#include "tests/support/run_test.h"

#include <QTest>

namespace dmsc::tst_decode_uicc {

class TestDecodeUicc : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void fcpOfABerTlvFile();
    void fcpOfALinearFile();
    void pinStatusNamesItsPins();
    void accessRulesOfARealCard();
    void applicationTemplate();
    void parameters_data();
    void parameters();
    void classBits();
    void pinsAreReadAsDigits();
    void authentication();
    void pathsAreNamed();
    void createFileHasTheFcp();
    void dataUnderIsoSecureMessaging();
};

void TestDecodeUicc::fcpOfABerTlvFile()
{
    // EF.IMSConfigData of a sysmoISIM-SJA5, FCP as the card gave it.
    const QByteArray answer =
        QByteArray::fromHex("622D820279218302 6FF8 A51583020 12A840101 8502012C8602012C D00130D2010F"
                            "8A0105 8B036F0603 80020000 8800 9000");
    const auto fields = decodeResponseApdu(answer, QByteArray::fromHex("00A40004026FF800"));
    QVERIFY(isWellFormed(fields, 0, answer.size()));
    QCOMPARE(valueOf(fields, QStringLiteral("82 File descriptor")), QStringLiteral("working EF, BER-TLV"));
    QCOMPARE(valueOf(fields, QStringLiteral("83 File identifier")), QStringLiteral("6F F8 EF.IMSConfigData"));
    QCOMPARE(valueOf(fields, QStringLiteral("83 Amount of available memory")), QStringLiteral("298 bytes"));
    QCOMPARE(valueOf(fields, QStringLiteral("86 Maximum file size")), QStringLiteral("300 bytes"));
    QCOMPARE(valueOf(fields, QStringLiteral("84 File details")), QStringLiteral("01 DER coding only"));
    QCOMPARE(valueOf(fields, QStringLiteral("8A Life cycle status")), QStringLiteral("05 operational, activated"));
    QCOMPARE(valueOf(fields, QStringLiteral("8B Security attributes, referenced")),
        QStringLiteral("record 3 of 6F 06 EF.ARR"));
    QCOMPARE(valueOf(fields, QStringLiteral("80 File size")), QStringLiteral("0 bytes"));
    QCOMPARE(valueOf(fields, QStringLiteral("88 Short file identifier")), QStringLiteral("none"));
}

void TestDecodeUicc::fcpOfALinearFile()
{
    const auto fields = decodeTlv(QByteArray::fromHex("620E 82054221006E05 83022F00 8801F0 "), RecordPart::Response, 0);
    QCOMPARE(valueOf(fields, QStringLiteral("82 File descriptor")),
        QStringLiteral("working EF, linear fixed, 5 records of 110 bytes"));
    QCOMPARE(valueOf(fields, QStringLiteral("88 Short file identifier")), QStringLiteral("30"));
    const Field* structure = find(fields, QStringLiteral("Structure"));
    QVERIFY(structure != nullptr);
    QCOMPARE(structure->bits, std::uint8_t{0x07});
    QCOMPARE(structure->bytes.offset, 4U);
}

void TestDecodeUicc::pinStatusNamesItsPins()
{
    // Of an MF with the PIN, the second PIN and the universal PIN; the first one is enabled.
    const auto fields =
        decodeTlv(QByteArray::fromHex("6211 C60F 900180 830101 830181 950108 830111"), RecordPart::Response, 0);
    QVERIFY(isWellFormed(fields, 0, 19));
    const Field* states = find(fields, QStringLiteral("90 PS_DO"));
    QVERIFY(states != nullptr);
    QCOMPARE(print(states->children),
        QStringLiteral("PIN 1 enabled @6+1/80\nsecond PIN 1 disabled @6+1/40\nuniversal PIN disabled @6+1/20\n"));
}

void TestDecodeUicc::accessRulesOfARealCard()
{
    // Record 3 of EF.ARR in the USIM of a sysmoISIM-SJA5, filled up.
    const QByteArray answer =
        QByteArray::fromHex("800101A406830101950108 80011AA40683010A950108 8401D4A40683010A950108 FFFFFFFF 9000");
    const auto fields = decodeResponseApdu(answer, QByteArray::fromHex("00B2030400"));
    QVERIFY(isWellFormed(fields, 0, answer.size()));
    const QString text = print(fields);
    QVERIFY2(text.contains(QStringLiteral("80 Access mode 01 read (EF), delete child (DF) @0+3")), qPrintable(text));
    QVERIFY2(text.contains(QStringLiteral("83 Key reference 01 PIN 1 @5+3")), qPrintable(text));
    QVERIFY2(text.contains(QStringLiteral("83 Key reference 0A ADM 1 @16+3")), qPrintable(text));
    QVERIFY2(text.contains(QStringLiteral("84 Access mode, instructions commands with INS D4")), qPrintable(text));
    QVERIFY2(text.contains(QStringLiteral("Filling")), qPrintable(text));
}

void TestDecodeUicc::applicationTemplate()
{
    const QByteArray answer = QByteArray::fromHex("611E4F0CA000000063504B43532D3135 50084D4F2073746F7265 51043F005015"
                                                  "FFFF 9000");
    const auto fields = decodeResponseApdu(answer, QByteArray::fromHex("00B2020400"));
    QVERIFY(valueOf(fields, QStringLiteral("4F Application identifier")).endsWith(QStringLiteral("PKCS#15")));
    QCOMPARE(valueOf(fields, QStringLiteral("50 Application label")), QStringLiteral("MO store"));
    QCOMPARE(bytesOf(fields, QStringLiteral("51 Path"), answer), QByteArray::fromHex("51043F005015"));
}

void TestDecodeUicc::parameters_data()
{
    QTest::addColumn<QByteArray>("apdu");
    QTest::addColumn<QString>("p1");
    QTest::addColumn<QString>("p2");
    const auto row = [](const char* name, const char* apdu, const char* p1, const char* p2) {
        QTest::newRow(name) << QByteArray::fromHex(apdu) << QString::fromLatin1(p1) << QString::fromLatin1(p2);
    };
    row("SELECT by AID", "00A4040407F0444D5F534301", "04 by AID", "04 FCP, first or only");
    row("SELECT the next one", "00A4040E05F0444D5F53", "04 by AID", "0E no data, next");
    row("READ BINARY with an offset", "00B0010000", "01 offset 256", "00 low byte of the offset");
    row("READ BINARY with an SFI", "00B08A0410", "8A SFI 10", "04 offset 4");
    row("READ RECORD", "00B2032400", "03 record 3", "24 SFI 4, the record of P1, 0 is the current one");
    row("READ RECORD next", "00B2000200", "00 record 0", "02 current EF, next record");
    row("VERIFY of the second PIN", "00200081083132333435363738", "00", "81 second PIN 1");
    row("open a channel", "0070000001", "00 open", "00 the card chooses the channel");
    row("close channel 2", "00708002", "80 close", "02 channel 2");
    row("RETRIEVE DATA, first block", "80CB00800180", "00", "80 first block, current EF");
    row("SET DATA, next block", "80DB000001AA", "00", "00 next block, current EF");
    row("STATUS", "80F2010C", "01 application is initialised in the terminal", "0C no data");
    row("GET STATUS", "80F28002024F0000", "80 issuer security domain", "02 answer as TLV");
    row("AUTHENTICATE", "0088008100", "00", "81 3G context");
    row("VERIFY CHV", "A0200001083132333435363738", "00", "01 PIN 1");
}

void TestDecodeUicc::parameters()
{
    QFETCH(QByteArray, apdu);
    QFETCH(QString, p1);
    QFETCH(QString, p2);
    const auto fields = decodeCommandApdu(apdu);
    QVERIFY(isWellFormed(fields, apdu.size(), 0));
    QCOMPARE(fields.at(2).value, p1);
    QCOMPARE(fields.at(3).value, p2);
}

void TestDecodeUicc::classBits()
{
    QCOMPARE(print({decodeCommandApdu(QByteArray::fromHex("94400000")).front()}),
        QStringLiteral("CLA 94 proprietary, channel 0, secure messaging, more of the chain follows @0+1\n"
                       "  Class proprietary @0+1/80\n"
                       "  Channels 0 - 3 @0+1/40\n"
                       "  More of the chain follows yes @0+1/10\n"
                       "  Secure messaging GlobalPlatform or proprietary @0+1/0C\n"
                       "  Logical channel 0 @0+1/03\n"));
    QCOMPARE(print({decodeCommandApdu(QByteArray::fromHex("65B00000")).front()}),
        QStringLiteral("CLA 65 interindustry, channel 9, secure messaging @0+1\n"
                       "  Class interindustry @0+1/80\n"
                       "  Channels 4 - 19 @0+1/40\n"
                       "  More of the chain follows no @0+1/10\n"
                       "  Secure messaging GlobalPlatform or proprietary @0+1/20\n"
                       "  Logical channel 9 @0+1/0F\n"));
}

void TestDecodeUicc::pinsAreReadAsDigits()
{
    const auto change = decodeCommandApdu(QByteArray::fromHex("0024000110 31323334FFFFFFFF 35363738FFFFFFFF"));
    QCOMPARE(valueOf(change, QStringLiteral("Old PIN")), QStringLiteral("1234"));
    QCOMPARE(valueOf(change, QStringLiteral("New PIN")), QStringLiteral("5678"));
    const auto unblock = decodeCommandApdu(QByteArray::fromHex("002C000110 3132333435363738 35363738FFFFFFFF"));
    QCOMPARE(valueOf(unblock, QStringLiteral("Unblocking PIN")), QStringLiteral("12345678"));
}

void TestDecodeUicc::authentication()
{
    const QByteArray rand(16, '\x11');
    const QByteArray sim = QByteArray::fromHex("A088000010") + rand;
    for (const QByteArray& command : {sim, QByteArray::fromHex("0088000010") + rand}) {
        const auto fields = decodeCommandApdu(command);
        QCOMPARE(bytesOf(fields, QStringLiteral("RAND"), command), rand);
        QVERIFY(find(fields, QStringLiteral("AUTN")) == nullptr);
    }
    const QByteArray keys = QByteArray::fromHex("A1A2A3A4C1C2C3C4C5C6C7C89000");
    QCOMPARE(bytesOf(decodeResponseApdu(keys, sim), QStringLiteral("Kc"), keys), keys.mid(4, 8));
    // Fetched by GET RESPONSE, whose own bytes do not tell what it answers.
    const QByteArray answer = QByteArray::fromHex("DB04A1A2A3A410") + rand + QByteArray::fromHex("10") + rand
        + QByteArray::fromHex("08C1C2C3C4C5C6C7C89000");
    const auto fields = decodeResponseApdu(answer, QByteArray::fromHex("00C0000030"));
    QVERIFY(isWellFormed(fields, 0, answer.size()));
    QCOMPARE(bytesOf(fields, QStringLiteral("CK"), answer), QByteArray::fromHex("10") + rand);
    QCOMPARE(valueOf(fields, QStringLiteral("Kc")), QStringLiteral("C1 C2 C3 C4 C5 C6 C7 C8"));
}

void TestDecodeUicc::pathsAreNamed()
{
    const auto fields = decodeCommandApdu(QByteArray::fromHex("00A40800045015503100"));
    QCOMPARE(valueOf(fields, QStringLiteral("Data")), QStringLiteral("DF.PKCS#15/EF.ODF"));
}

void TestDecodeUicc::createFileHasTheFcp()
{
    const QByteArray create = QByteArray::fromHex("00E00000186216820201218302 6F028A01058B032F0601 80020FA08800");
    const auto fields = decodeCommandApdu(create);
    QVERIFY(isWellFormed(fields, create.size(), 0));
    QCOMPARE(valueOf(fields, QStringLiteral("80 File size")), QStringLiteral("4000 bytes"));
    QCOMPARE(valueOf(fields, QStringLiteral("8B Security attributes, referenced")),
        QStringLiteral("record 1 of 2F 06 EF.ARR"));
}

void TestDecodeUicc::dataUnderIsoSecureMessaging()
{
    // ICAO 9303 part 11, worked example D.4: SELECT EF.COM under secure messaging.
    const QByteArray select = QByteArray::fromHex("0CA4020C158709016375432908C044F68E08BF8B92D635FF24F800");
    const auto fields = decodeCommandApdu(select);
    QCOMPARE(bytesOf(fields, QStringLiteral("87 Padding indicator and cryptogram"), select),
        QByteArray::fromHex("8709016375432908C044F6"));
    QCOMPARE(valueOf(fields, QStringLiteral("8E Cryptographic checksum")), QStringLiteral("BF 8B 92 D6 35 FF 24 F8"));
}

int run(int argc, char** argv)
{
    return test::run<QCoreApplication, TestDecodeUicc>(argc, argv);
}

} // namespace dmsc::tst_decode_uicc

#include "tst_decode_uicc.moc"
