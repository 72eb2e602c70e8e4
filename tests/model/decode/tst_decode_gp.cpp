// SPDX-License-Identifier: Apache-2.0
#include "field_text.h"
#include "tests/support/run_test.h"

#include <QTest>

namespace dmsc::tst_decode_gp {

/// Against published traces of SCP03 (level 33) and SCP11.
class TestDecodeGp : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initializeUpdate();
    void externalAuthenticate();
    void wrappedCommand();
    void wrappedWithoutData();
    void wrappedAnswer();
    void unwrappedIsReadAsItIs();
    void keyInformation();
    void cardData();
    void scp11KeyAgreement();
    void statusOfAnApplication();
    void getDataSaysWhatItAsksFor();
};

void TestDecodeGp::initializeUpdate()
{
    const QByteArray command = QByteArray::fromHex("8050300008fdf38259a1e0de4400");
    const QByteArray answer =
        QByteArray::fromHex("00000000000000000000 300370 3b1aca81e821f219 081cdc01c26b372d 000003 9000");
    const auto asked = decodeCommandApdu(command);
    QCOMPARE(asked.at(1).value, QStringLiteral("50 INITIALIZE UPDATE"));
    QCOMPARE(asked.at(2).value, QStringLiteral("30 key version"));
    QCOMPARE(valueOf(asked, QStringLiteral("Data")), QStringLiteral("host challenge FD F3 82 59 A1 E0 DE 44"));
    const auto fields = decodeResponseApdu(answer, command);
    QVERIFY(isWellFormed(fields, command.size(), answer.size()));
    QCOMPARE(valueOf(fields, QStringLiteral("Key version")), QStringLiteral("30"));
    QCOMPARE(valueOf(fields, QStringLiteral("Secure channel protocol")), QStringLiteral("03 SCP03"));
    QCOMPARE(valueOf(fields, QStringLiteral("Protocol options (i)")),
        QStringLiteral("70 pseudo-random card challenge, answers with MAC, answers encrypted"));
    QCOMPARE(valueOf(fields, QStringLiteral("Card challenge")), QStringLiteral("3B 1A CA 81 E8 21 F2 19"));
    QCOMPARE(valueOf(fields, QStringLiteral("Card cryptogram")), QStringLiteral("08 1C DC 01 C2 6B 37 2D"));
    QCOMPARE(valueOf(fields, QStringLiteral("Sequence counter")), QStringLiteral("3"));
    // By GET RESPONSE, as T=0 has it, and with 16-byte challenges.
    QCOMPARE(valueOf(decodeResponseApdu(answer, QByteArray::fromHex("80C0000020")), QStringLiteral("Sequence counter")),
        QStringLiteral("3"));
    const QByteArray s16 = QByteArray::fromHex("A1A01243058551312085 300371 0617A2C34D50B562F7DECFC3DBF58A64"
                                               "9EF733B7486D813C92E4CA61E5102F91 00082A 9000");
    QCOMPARE(valueOf(decodeResponseApdu(s16, command), QStringLiteral("Card cryptogram")),
        QStringLiteral("9E F7 33 B7 48 6D 81 3C 92 E4 CA 61 E5 10 2F 91"));
}

void TestDecodeGp::externalAuthenticate()
{
    const auto fields = decodeCommandApdu(QByteArray::fromHex("84823300108c36f96bcc00724a4e13ad591d7da3f0"));
    QCOMPARE(fields.at(1).value, QStringLiteral("82 EXTERNAL AUTHENTICATE"));
    QCOMPARE(fields.at(2).value, QStringLiteral("33 C-MAC, C-DECRYPTION, R-MAC, R-ENCRYPTION"));
    QCOMPARE(fields.at(2).children.size(), std::size_t{4});
    QCOMPARE(valueOf(fields, QStringLiteral("Host cryptogram")), QStringLiteral("8C 36 F9 6B CC 00 72 4A"));
    QCOMPARE(valueOf(fields, QStringLiteral("C-MAC")).left(2), QStringLiteral("ye")); // the flag of P1
    QCOMPARE(fields.at(5).children.at(1).value, QStringLiteral("4E 13 AD 59 1D 7D A3 F0"));
}

void TestDecodeGp::wrappedCommand()
{
    const QByteArray apdu = QByteArray::fromHex("84e2910018267a85dfe4a98fca6fb0527e0dfecce4914e40401433c87f00");
    const auto fields = decodeCommandApdu(apdu);
    QCOMPARE(bytesOf(fields, QStringLiteral("Encrypted data"), apdu),
        QByteArray::fromHex("267a85dfe4a98fca6fb0527e0dfecce4"));
    QCOMPARE(bytesOf(fields, QStringLiteral("C-MAC"), apdu), QByteArray::fromHex("914e40401433c87f"));
}

void TestDecodeGp::wrappedWithoutData()
{
    const QByteArray apdu = QByteArray::fromHex("84f2200208ac6a59024bed84cc");
    const auto fields = decodeCommandApdu(apdu);
    QCOMPARE(find(fields, QStringLiteral("Encrypted data")), nullptr);
    QCOMPARE(bytesOf(fields, QStringLiteral("C-MAC"), apdu), QByteArray::fromHex("ac6a59024bed84cc"));
}

void TestDecodeGp::wrappedAnswer()
{
    const QByteArray command = QByteArray::fromHex("84e2910018267a85dfe4a98fca6fb0527e0dfecce4914e40401433c87f00");
    const QByteArray answer =
        QByteArray::fromHex("f3ba2b1013aa6224f5e1c138d71805c569e5439b47576260b75fc021b25097cb2e68f8a0144975b99000");
    const auto fields = decodeResponseApdu(answer, command);
    QCOMPARE(bytesOf(fields, QStringLiteral("R-MAC"), answer), QByteArray::fromHex("2e68f8a0144975b9"));
    QCOMPARE(find(fields, QStringLiteral("Encrypted data"))->bytes.length, 32U);
}

void TestDecodeGp::unwrappedIsReadAsItIs()
{
    RecordView view;
    view.layer = Layer::SecureChannel;
    view.status = "9000";
    const QByteArray command = QByteArray::fromHex("84E2910006BF3E035C015A00");
    const QByteArray answer = QByteArray::fromHex("bf3e125a10898821199000000000000000000000059000");
    view.request = command;
    view.response = answer;
    const auto fields = decode(view);
    QVERIFY(isWellFormed(fields, command.size(), answer.size()));
    QCOMPARE(find(fields, QStringLiteral("C-MAC")), nullptr);
    QCOMPARE(bytesOf(fields, QStringLiteral("BF3E"), command), QByteArray::fromHex("BF3E035C015A"));
    // A row that tells of a handshake is no pair.
    view.status = "ok";
    QCOMPARE(decode(view).front().children.size(), std::size_t{1});
}

void TestDecodeGp::keyInformation()
{
    const auto fields = decodeResponseApdu(
        QByteArray::fromHex("E012C00401308810C00402308810C004033088109000"), QByteArray::fromHex("80CA00E000"));
    QCOMPARE(valueOf(fields, QStringLiteral("C0 Key information")), QStringLiteral("key 1 of version 30, AES 128"));
}

void TestDecodeGp::cardData()
{
    const auto fields = decodeResponseApdu(
        QByteArray::fromHex("6631732F06072A864886FC6B01600C060A2A864886FC6B0202020363 0906072A864886FC6B03640B06092A"
                            "864886FC6B0403709000"),
        QByteArray::fromHex("80CA006600"));
    const QString text = print(fields);
    QVERIFY2(text.contains(QStringLiteral("06 Object identifier 1.2.840.114283.1")), qPrintable(text));
    QVERIFY2(text.contains(QStringLiteral("1.2.840.114283.4.3.112")), qPrintable(text));
}

void TestDecodeGp::scp11KeyAgreement()
{
    // OpenSCP's SCP11a vector on P-256.
    const QByteArray command =
        QByteArray::fromHex("8082031153 A60D 90021101 95013C 800188 810110 5F4941"
                            "0470B0BD7863E90E32DA5401188354D1F41999442FDFDCBA7472B7F1E5DBBF8A32"
                            "F92D9D4F9D55C60D57D39BD6D7973306CEA55F7A86884096651A9CCAC8239C9200");
    const auto fields = decodeCommandApdu(command);
    QCOMPARE(fields.at(1).value, QStringLiteral("82 MUTUAL AUTHENTICATE"));
    QVERIFY(isWellFormed(fields, command.size(), 0));
    QCOMPARE(valueOf(fields, QStringLiteral("90 SCP identifier and parameters")), QStringLiteral("11 01 SCP11a"));
    QCOMPARE(find(fields, QStringLiteral("5F49 Ephemeral public key"))->bytes.length, 68U);
    const QByteArray answer =
        QByteArray::fromHex("5F49410492CAFD79D7E39EA433611E9AAD9742D85B3BD06F3D6055D7CDE28FC44D0AB556"
                            "BC0F94D2100D87727FDFA2B49033C78F07A30AA8D5A6A505E59F99FCDFB25266"
                            "86100b63c42c2d5138936ff5894f10c1234f9000");
    QCOMPARE(valueOf(decodeResponseApdu(answer, command), QStringLiteral("86 Receipt")),
        QStringLiteral("0B 63 C4 2C 2D 51 38 93 6F F5 89 4F 10 C1 23 4F"));
}

void TestDecodeGp::statusOfAnApplication()
{
    const auto fields = decodeResponseApdu(
        QByteArray::fromHex("E3134F08A0000000030000009F70010FC5039EFE809000"), QByteArray::fromHex("80F28002024F0000"));
    QCOMPARE(valueOf(fields, QStringLiteral("9F70 Life cycle state")), QStringLiteral("0F secured, or personalised"));
    QVERIFY(valueOf(fields, QStringLiteral("C5 Privileges")).contains(QStringLiteral("security domain")));
}

void TestDecodeGp::getDataSaysWhatItAsksFor()
{
    const auto fields = decodeCommandApdu(QByteArray::fromHex("00CABF2106A60483021301 00"));
    QCOMPARE(fields.at(2).value, QStringLiteral("BF tag BF21 certificate store"));
    QCOMPARE(valueOf(fields, QStringLiteral("83 Key identifier and version")), QStringLiteral("13 01"));
}

int run(int argc, char** argv)
{
    return test::run<QCoreApplication, TestDecodeGp>(argc, argv);
}

} // namespace dmsc::tst_decode_gp

#include "tst_decode_gp.moc"
