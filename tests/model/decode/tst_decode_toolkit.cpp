// SPDX-License-Identifier: Apache-2.0
#include "field_text.h"
#include "tests/support/run_test.h"

#include <QTest>

namespace dmsc::tst_decode_toolkit {

/// Commands and responses as in the sequences of 3GPP TS 31.124 and ETSI TS 102 384.
class TestDecodeToolkit : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void displayText();
    void displayTextPacked();
    void displayTextUcs2();
    void getInputHidden();
    void selectItem();
    void terminalResponse();
    void openChannelFails();
    void menuSelection();
    void eventDownload();
    void openChannelTo();
    void shortMessages();
    void terminalProfileBits();
    void brokenObjectsAreSaid();
};

namespace {

const QByteArray kFetch = QByteArray::fromHex("8012000000");

} // namespace

void TestDecodeToolkit::displayText()
{
    // TS 102 384 27.22.4.1.1, sequence 1.1: "Toolkit Test 1", 8-bit.
    const QByteArray answer = QByteArray::fromHex("D01A8103012180820281028D0F04546F6F6C6B6974205465737420319000");
    const auto fields = decodeResponseApdu(answer, kFetch);
    QVERIFY(isWellFormed(fields, kFetch.size(), answer.size()));
    QCOMPARE(valueOf(fields, QStringLiteral("Data")), QStringLiteral("DISPLAY TEXT"));
    QCOMPARE(valueOf(fields, QStringLiteral("82 Device identities")), QStringLiteral("UICC to display"));
    QCOMPARE(valueOf(fields, QStringLiteral("8D Text string")), QStringLiteral("Toolkit Test 1"));
    QCOMPARE(valueOf(fields, QStringLiteral("Qualifier")), QStringLiteral("80 the user clears the text"));
}

void TestDecodeToolkit::displayTextPacked()
{
    // The same test, sequence 1.4: packed in 7 bits.
    const QByteArray answer = QByteArray::fromHex("D0198103012180820281028D0E00D4F79BBD4ED341D4F29C0E9A01 9000");
    const auto fields = decodeResponseApdu(answer, kFetch);
    QCOMPARE(valueOf(fields, QStringLiteral("Coding")), QStringLiteral("00 GSM default alphabet, packed"));
    QVERIFY(isWellFormed(fields, kFetch.size(), answer.size()));
}

void TestDecodeToolkit::displayTextUcs2()
{
    // Cyrillic "ZDRAVSTVUJTE", TS 102 384 27.22.4.1.6.
    const QByteArray answer = QByteArray::fromHex("D0248103012180820281028D1908041704140420041004120421042204120423"
                                                  "0419042204159000");
    QCOMPARE(valueOf(decodeResponseApdu(answer, kFetch), QStringLiteral("8D Text string")),
        QString::fromUtf8("ЗДРАВСТВУЙТЕ"));
}

void TestDecodeToolkit::getInputHidden()
{
    const QByteArray answer = QByteArray::fromHex("D0198103012304820281828D0A04456E7465722050494E910204089000");
    const auto fields = decodeResponseApdu(answer, kFetch);
    QCOMPARE(valueOf(fields, QStringLiteral("Command type")), QStringLiteral("23 GET INPUT"));
    QCOMPARE(valueOf(fields, QStringLiteral("Qualifier")), QStringLiteral("04 input is hidden"));
    QCOMPARE(valueOf(fields, QStringLiteral("91 Response length")), QStringLiteral("at least 4, at most 8 characters"));
}

void TestDecodeToolkit::selectItem()
{
    // TS 102 384 27.22.4.9.1, shortened to two items.
    const QByteArray answer =
        QByteArray::fromHex("D0218103012400820281828508 53656C6563742031 8F050141707031 8F0502417070329000");
    const auto fields = decodeResponseApdu(answer, kFetch);
    QCOMPARE(valueOf(fields, QStringLiteral("85 Alpha identifier")), QStringLiteral("Select 1"));
    QCOMPARE(valueOf(fields, QStringLiteral("8F Item")), QStringLiteral("1 App1"));
}

void TestDecodeToolkit::terminalResponse()
{
    const QByteArray apdu = QByteArray::fromHex("801400000C810301218082028281830122");
    const auto fields = decodeCommandApdu(apdu);
    QVERIFY(isWellFormed(fields, apdu.size(), 0));
    QCOMPARE(valueOf(fields, QStringLiteral("Data")), QStringLiteral("DISPLAY TEXT"));
    const Field* result = find(fields, QStringLiteral("83 Result"));
    QCOMPARE(result->value, QStringLiteral("22 the user did not accept"));
    QVERIFY(result->level == StatusLevel::Warning);
}

void TestDecodeToolkit::openChannelFails()
{
    const auto fields = decodeCommandApdu(QByteArray::fromHex("801400000D81030140018202828183023A01"));
    QCOMPARE(valueOf(fields, QStringLiteral("83 Result")), QStringLiteral("3A bearer independent protocol error"));
    QCOMPARE(valueOf(fields, QStringLiteral("Additional information")), QStringLiteral("01 no channel available"));
}

void TestDecodeToolkit::menuSelection()
{
    const auto fields = decodeCommandApdu(QByteArray::fromHex("80C2000009D3078202018190010200"));
    QCOMPARE(valueOf(fields, QStringLiteral("82 Device identities")), QStringLiteral("keypad to UICC"));
    QCOMPARE(valueOf(fields, QStringLiteral("90 Item identifier")), QStringLiteral("2"));
}

void TestDecodeToolkit::eventDownload()
{
    const auto fields = decodeCommandApdu(QByteArray::fromHex("80C2000010D60E9901098202828138028100B7011E"));
    QCOMPARE(valueOf(fields, QStringLiteral("99 Event list")), QStringLiteral("09 Data available"));
    QCOMPARE(valueOf(fields, QStringLiteral("38 Channel status")), QStringLiteral("channel 1, link established"));
    QCOMPARE(valueOf(fields, QStringLiteral("B7 Channel data length")), QStringLiteral("30"));
}

void TestDecodeToolkit::openChannelTo()
{
    const QByteArray answer = QByteArray::fromHex("D026810301400382028182350702030405021F023C03021F903E05217F00"
                                                  "000186069121436587099000");
    const auto fields = decodeResponseApdu(answer, kFetch);
    QVERIFY(isWellFormed(fields, kFetch.size(), answer.size()));
    QCOMPARE(valueOf(fields, QStringLiteral("35 Bearer description")),
        QStringLiteral("02 packet service of GPRS, UTRAN or E-UTRAN"));
    QCOMPARE(valueOf(fields, QStringLiteral("3E Other address")), QStringLiteral("127.0.0.1"));
    QCOMPARE(valueOf(fields, QStringLiteral("86 Address")), QStringLiteral("+1234567890"));
    const auto v6 = decodeResponseApdu(QByteArray::fromHex("D0133E115720010DB80000000000000000000000019000"), kFetch);
    QCOMPARE(valueOf(v6, QStringLiteral("3E Other address")), QStringLiteral("2001:db8:0:0:0:0:0:1"));
}

void TestDecodeToolkit::shortMessages()
{
    const QByteArray envelope =
        QByteArray::fromHex("80C2000022D120820283818604912143658B14040781214365F77FF662113051406200"
                            "03414243");
    const auto fields = decodeCommandApdu(envelope);
    QVERIFY(isWellFormed(fields, envelope.size(), 0));
    QCOMPARE(valueOf(fields, QStringLiteral("8B SMS TPDU")), QStringLiteral("SMS-DELIVER 1234567"));
    QCOMPARE(valueOf(fields, QStringLiteral("TP-OA")), QStringLiteral("1234567"));
    QCOMPARE(valueOf(fields, QStringLiteral("TP-SCTS")), QStringLiteral("2026-11-03 15:04:26"));
    QCOMPARE(bytesOf(fields, QStringLiteral("TP-UD"), envelope), QByteArray("ABC"));
}

void TestDecodeToolkit::terminalProfileBits()
{
    const QByteArray apdu = QByteArray::fromHex("801000000609FFFFFF0000");
    const auto fields = decodeCommandApdu(apdu);
    QVERIFY(isWellFormed(fields, apdu.size(), 0));
    QCOMPARE(valueOf(fields, QStringLiteral("Menu selection")), QStringLiteral("yes"));
    QCOMPARE(valueOf(fields, QStringLiteral("Profile download")), QStringLiteral("yes"));
    QCOMPARE(valueOf(fields, QStringLiteral("Timer expiration")), QStringLiteral("no"));
    QCOMPARE(find(fields, QStringLiteral("GET INPUT"))->bits, std::uint8_t{0x04});
}

void TestDecodeToolkit::brokenObjectsAreSaid()
{
    const auto fields = decodeCommandApdu(QByteArray::fromHex("801400000581040121FF"));
    QVERIFY(find(fields, QStringLiteral("Malformed"))->level == StatusLevel::Error);
}

int run(int argc, char** argv)
{
    return test::run<QCoreApplication, TestDecodeToolkit>(argc, argv);
}

} // namespace dmsc::tst_decode_toolkit

#include "tst_decode_toolkit.moc"
