// SPDX-License-Identifier: Apache-2.0
// Secrets in commands of cards, whatever is in the files and messages that they carry.
#include "tests/model/decode/secret_rig.h"
#include "tests/support/run_test.h"

#include <QTest>

namespace dmsc::tst_apdu_secrets {

using test::masked;

class TestApduSecrets : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void SEC_apdus_data();
    void SEC_apdus();
    void SEC_sessionKeysOfAuthenticate_data();
    void SEC_sessionKeysOfAuthenticate();
    void SEC_keysThatGoOnInTheNextBlock();
    void SEC_keyTemplateInAChain();
};

void TestApduSecrets::SEC_apdus_data()
{
    QTest::addColumn<QByteArray>("apdu");
    QTest::addColumn<QByteArray>("secret");
    const auto row = [](const char* name, const char* apdu, const char* secret) {
        QTest::newRow(name) << QByteArray::fromHex(apdu) << QByteArray::fromHex(secret);
    };
    row("VERIFY", "002000010831323334FFFFFFFF", "31323334FFFFFFFF");
    row("VERIFY of a SIM", "A02000010831323334FFFFFFFF", "31323334FFFFFFFF");
    row("VERIFY in data objects", "0021000106810431323334", "810431323334");
    row("CHANGE in data objects", "0025000106810431323334", "810431323334");
    row("UNBLOCK in data objects", "002D000106810431323334", "810431323334");
    row("VERIFY, Lc too big", "0020000108313233", "08313233");
    row("VERIFY, Lc too small", "002000010231323334", "0231323334");
    row("VERIFY, Lc one too small", "002000010331323334", "31323334");
    row("VERIFY, Lc missing", "00200001003132", "003132");
    row("UNBLOCK, Lc too big", "002C0001103132333435363738FFFFFFFF", "103132333435363738FFFFFFFF");
    row("PUT KEY, Lc too big", "80D8000109AABBCCDD", "09AABBCCDD");
    row("VERIFY, extended", "0020000100000431323334", "31323334");
    row("how many tries are left", "00200001", "");
    row("UNBLOCK", "002C00010A31323334353637383132", "31323334353637383132");
    row("PUT KEY", "80D8000104AABBCCDD", "AABBCCDD");
    row("STORE DATA, group of keys", "80E28800058113021122", "8113021122");
    row("STORE DATA, group of keys after another", "80E2880009010101888113021122", "010101888113021122");
    row("STORE DATA, no keys", "80E288000401010188", "");
    row("STORE DATA, BER-TLV", "80E2910006BF3E035C015A", "");
    row("STORE DATA, group 0070", "80E288000B0070080102030405060708", "0070080102030405060708");
    row("STORE DATA, group 0071", "80E28800050071020102", "");
    row("PUT DATA, key template", "00DB3FFF094D06B6005F480211AA", "4D06B6005F480211AA");
    row("PUT DATA of a file", "00DB3FFF055C03DF3001", "");
    row("POLICY put keys", "8454020006810131820141", "810131820141");
    row("POLICY put key pair", "8454060006810113820141", "810113820141");
    row("POLICY put", "8454010003800101", "");
    row("DM CREDENTIAL, nonce and proof", "805801000A8001738102AABB8401CC", "AABBCC");
    row("DM CREDENTIAL that cannot be read", "805800000281FF", "81FF");
    row("GET INPUT hidden", "801400001081030123048202828183 01008D020431", "81030123048202828183 01008D020431");
    row("GET INPUT shown", "801400001081030123008202828183 01008D020431", "");
    row("terminal response that cannot be read", "801400000281FF", "81FF");
    row("SELECT", "00A4040007F0444D5F534301", "");
}

void TestApduSecrets::SEC_apdus()
{
    QFETCH(QByteArray, apdu);
    QFETCH(QByteArray, secret);
    const QByteArrayList found = masked(Layer::Apdu, apdu, QByteArray::fromHex("9000"));
    QCOMPARE(found.join(), secret);
}

void TestApduSecrets::SEC_sessionKeysOfAuthenticate_data()
{
    QTest::addColumn<QByteArray>("command");
    QTest::addColumn<QByteArray>("fetch");
    QTest::newRow("USIM") << QByteArray("008800810401AA01BB00") << QByteArray("00C0000008");
    QTest::newRow("USIM, other channel") << QByteArray("018800810401AA01BB00") << QByteArray("01C0000008");
    QTest::newRow("in data objects") << QByteArray("0089008106800101810102") << QByteArray("00C0000008");
    QTest::newRow("SIM") << QByteArray("A08800001000112233445566778899AABBCCDDEEFF") << QByteArray("A0C0000008");
}

void TestApduSecrets::SEC_sessionKeysOfAuthenticate()
{
    QFETCH(QByteArray, command);
    QFETCH(QByteArray, fetch);
    const QByteArray answer = QByteArray::fromHex("DB0211220233440255669000");
    command = QByteArray::fromHex(command);
    QCOMPARE(masked(Layer::Apdu, command, answer), QByteArrayList{answer.chopped(2)});
    // By T=0 what waits is fetched, with the right length the second time.
    SecretWatch watch;
    QVERIFY(masked(watch, Layer::Apdu, command, QByteArray::fromHex("6109")).isEmpty());
    QVERIFY(masked(watch, Layer::Apdu, QByteArray::fromHex("00C0000000"), QByteArray::fromHex("6C08")).isEmpty());
    QCOMPARE(masked(watch, Layer::Apdu, QByteArray::fromHex(fetch), answer), QByteArrayList{answer.chopped(2)});
    // The next command has answers of its own.
    masked(watch, Layer::Apdu, QByteArray::fromHex("00A4000C023F00"), QByteArray::fromHex("6109"));
    QVERIFY(masked(watch, Layer::Apdu, QByteArray::fromHex(fetch), answer).isEmpty());
}

void TestApduSecrets::SEC_keysThatGoOnInTheNextBlock()
{
    SecretWatch watch;
    const QByteArray rest = QByteArray::fromHex("80E2880103010203");
    masked(watch, Layer::Apdu, QByteArray::fromHex("80E2080005811310AABB"), QByteArray::fromHex("9000"));
    QCOMPARE(masked(watch, Layer::Apdu, rest, QByteArray::fromHex("9000")), QByteArrayList{rest.mid(5)});
}

void TestApduSecrets::SEC_keyTemplateInAChain()
{
    SecretWatch watch;
    const QByteArray ok = QByteArray::fromHex("9000");
    QCOMPARE(masked(watch, Layer::Apdu, QByteArray::fromHex("10DB3FFF034D0611"), ok),
        QByteArrayList{QByteArray::fromHex("4D0611")});
    QCOMPARE(masked(watch, Layer::Apdu, QByteArray::fromHex("00DB3FFF022233"), ok),
        QByteArrayList{QByteArray::fromHex("2233")});
    QVERIFY(masked(watch, Layer::Apdu, QByteArray::fromHex("00DB3FFF022233"), ok).isEmpty());
}

int run(int argc, char** argv)
{
    return test::run<QCoreApplication, TestApduSecrets>(argc, argv);
}

} // namespace dmsc::tst_apdu_secrets

#include "tst_apdu_secrets.moc"
