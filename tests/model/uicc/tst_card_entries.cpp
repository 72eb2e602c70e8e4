// SPDX-License-Identifier: Apache-2.0
// What may be entered as a key of a card and as the tag of a data object.
#include "model/uicc/object_tag.h"
#include "model/uicc/pin_text.h"
#include "tests/support/run_test.h"

#include <QTest>

namespace dmsc::tst_card_entries {

class TestCardEntries : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tagsOfOneToThreeBytes_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("tag"); // 0: refused
        QTest::newRow("one byte") << QStringLiteral("81") << 0x81;
        QTest::newRow("lower case, blanks") << QStringLiteral("9f 22") << 0x9F22;
        QTest::newRow("three bytes") << QStringLiteral("BF8101") << 0xBF8101;
        QTest::newRow("constructed") << QStringLiteral("A0") << 0xA0;
        QTest::newRow("nothing") << QString() << 0;
        QTest::newRow("no hex") << QStringLiteral("8G") << 0;
        QTest::newRow("half a byte") << QStringLiteral("812") << 0;
        QTest::newRow("00") << QStringLiteral("00") << 0;
        QTest::newRow("more follows") << QStringLiteral("9F") << 0;
        QTest::newRow("more follows after two") << QStringLiteral("9F81") << 0;
        QTest::newRow("too much") << QStringLiteral("8101") << 0;
        QTest::newRow("four bytes") << QStringLiteral("9F818101") << 0;
        QTest::newRow("not the shortest, two") << QStringLiteral("9F1E") << 0;
        QTest::newRow("not the shortest, three") << QStringLiteral("9F8001") << 0;
        QTest::newRow("the list of tags") << QStringLiteral("5C") << 0;
    }
    void tagsOfOneToThreeBytes()
    {
        QFETCH(QString, text);
        QFETCH(int, tag);
        const auto found = objectTag(text);
        QCOMPARE(found.has_value(), tag != 0);
        if (found)
            QCOMPARE(*found, std::uint32_t(tag));
        else
            QVERIFY(!found.error().what.isEmpty());
    }

    void labelsShowWholeBytes()
    {
        QVERIFY(objectLabel(0x81).endsWith(QStringLiteral("81")));
        QVERIFY(objectLabel(0x9F22).endsWith(QStringLiteral("9F22")));
    }

    void keysAreDigitsOrHex()
    {
        constexpr std::uint8_t kPin1 = 0x01;
        constexpr std::uint8_t kAdm1 = 0x0A;
        QVERIFY(whyNoPin(kPin1, QStringLiteral("1234")).isEmpty());
        QVERIFY(whyNoPin(kPin1, QStringLiteral("12345678")).isEmpty());
        for (const char* text : {"", "123", "123456789", "12a4", "0011223344556677"})
            QVERIFY2(!whyNoPin(kPin1, QString::fromLatin1(text)).isEmpty(), text);
        QVERIFY(whyNoPin(kAdm1, QStringLiteral("00112233445566FF")).isEmpty());
        QVERIFY(!whyNoPin(kAdm1, QStringLiteral("00112233445566FG")).isEmpty());
        QCOMPARE(pinBytes(kAdm1, QStringLiteral("00112233445566FF")), QByteArray::fromHex("00112233445566FF"));
        QCOMPARE(pinBytes(kPin1, QStringLiteral("1234")), QByteArray("1234"));
        QVERIFY(whyNoPuk(QStringLiteral("12345678")).isEmpty());
        QVERIFY(!whyNoPuk(QStringLiteral("1234567")).isEmpty());
        QVERIFY(isAdministrativeKey(0x8A));
        QVERIFY(!isAdministrativeKey(0x81));
    }
};

int run(int argc, char** argv)
{
    return test::run<QCoreApplication, TestCardEntries>(argc, argv);
}

} // namespace dmsc::tst_card_entries

#include "tst_card_entries.moc"
