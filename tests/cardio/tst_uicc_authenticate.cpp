// SPDX-License-Identifier: Apache-2.0
// AUTHENTICATE of USIM and ISIM: published vectors of TS 35.208, and what the card keeps of sequence numbers.
#include "cardio/uicc/milenage.h"
#include "tests/cardio/uicc_rig.h"
#include "tests/support/run_test.h"

#include <QTest>

namespace dmsc::tst_uicc_authenticate {

namespace {

// TS 35.208 4.3, test set 1, and the same key with other numbers; computed by a program of its own.
const char* const kRand = "23553CBE9637A89D218AE64DAE47BF35";
const char* const kAutn = "55F328B43577B9B94A9FFAC354DFAFB3";
const char* const kAnswer =
    "DB08A54211D5E3BA50BF10B40BA9A3C58B2A05BBF0D987B21BF8CB10F769BCD751044604127672711C6D34419000";
const char* const kResync = "DC0EBA853F3C123CCF44E93596E355C69000";
const char* const kLaterRand = "00112233445566778899AABBCCDDEEFF";
const char* const kLaterAutn = "C32785748607800094FF8C8ECF652D8F";
const char* const kLaterAnswer =
    "DB089D17CD1D46269624104461E8DAF40DE2D786931D9D4AE45F9F1091AB134C94F05233DAF7D74B9A3419E29000";
const char* const kSelectUsim = "00A4040C07A0000000871002";
const char* const kSelectIsim = "00A4040C07A0000000871004";

QString authenticate(const char* rand, const char* autn, const char* context = "81")
{
    return QStringLiteral("008800%1 22 10%2 10%3 00")
        .arg(QLatin1String(context), QLatin1String(rand), QLatin1String(autn));
}

template <std::size_t N> std::array<std::uint8_t, N> arrayOf(const QString& hex)
{
    std::array<std::uint8_t, N> made{};
    const auto bytes = fromHex(hex);
    std::copy(bytes->begin(), bytes->end(), made.begin());
    return made;
}

/// A card whose application is selected and whose PIN is verified.
struct Subscriber : test::UiccRig
{
    explicit Subscriber(const char* select = kSelectUsim) { begin(select); }
    void begin(const char* select = kSelectUsim) const
    {
        QCOMPARE(tell(select), ok());
        QCOMPARE(tell("00200001 08 31323334FFFFFFFF"), ok());
    }
};

} // namespace

class TestUiccAuthenticate : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void milenageGivesThePublishedValues_data();
    void milenageGivesThePublishedValues();
    void theNetworkIsProvedOnce();
    void sequenceNumbersOutliveThePower();
    void whatIsWrongIsRefused_data();
    void whatIsWrongIsRefused();
    void itIsForSubscribersApplicationsAndWithThePinAlone();
};

void TestUiccAuthenticate::milenageGivesThePublishedValues_data()
{
    for (const char* column : {"key", "opc", "rand", "sqn", "amf", "f1", "f1star", "f2", "f3", "f4", "f5", "f5star"})
        QTest::addColumn<QString>(column);
    const auto row = [](const char* name, const char* values) {
        QTestData& data = QTest::newRow(name);
        for (const QString& value : QString::fromLatin1(values).split(QLatin1Char(' ')))
            data << value;
    };
    row("TS 35.208, 4.3.1",
        "465B5CE8B199B49FAA5F0A2EE238A6BC CD63CB71954A9F4E48A5994E37A02BAF 23553CBE9637A89D218AE64DAE47BF35 "
        "FF9BB4D0B607 B9B9 4A9FFAC354DFAFB3 01CFAF9EC4E871E9 A54211D5E3BA50BF B40BA9A3C58B2A05BBF0D987B21BF8CB "
        "F769BCD751044604127672711C6D3441 AA689C648370 451E8BECA43B");
    row("TS 35.208, another",
        "FEC86BA6EB707ED08905757B1BB44B8F 1006020F0A478BF6B699F15C062E42B3 9F7C8D021ACCF4DB213CCFF0C7F71A6A "
        "9D0277595FFC 725C 9CABC3E99BAF7281 95814BA2B3044324 8011C48C0C214ED2 5DBDBB2954E8F3CDE665B046179A5098 "
        "59A92D3B476A0443487055CF88B2307B 33484DC2136B DEACDD848CC6");
}

void TestUiccAuthenticate::milenageGivesThePublishedValues()
{
    QFETCH(const QString, key);
    QFETCH(const QString, opc);
    QFETCH(const QString, rand);
    QFETCH(const QString, sqn);
    QFETCH(const QString, amf);
    QFETCH(const QString, f1);
    QFETCH(const QString, f1star);
    QFETCH(const QString, f2);
    QFETCH(const QString, f3);
    QFETCH(const QString, f4);
    QFETCH(const QString, f5);
    QFETCH(const QString, f5star);
    auto functions = Milenage::create(*AesKey::from(*fromHex(key)), arrayOf<kAesBlockSize>(opc));
    QVERIFY(functions);
    const auto macs = functions->macs(arrayOf<kAesBlockSize>(rand), arrayOf<6>(sqn), arrayOf<2>(amf));
    QVERIFY(macs);
    QCOMPARE(toHex(macs->network), f1);
    QCOMPARE(toHex(macs->resync), f1star);
    const auto keys = functions->keys(arrayOf<kAesBlockSize>(rand));
    QVERIFY(keys);
    QCOMPARE(toHex(keys->res), f2);
    QCOMPARE(toHex(keys->cipher), f3);
    QCOMPARE(toHex(keys->integrity), f4);
    QCOMPARE(toHex(keys->anonymity), f5);
    QCOMPARE(toHex(keys->resyncAnonymity), f5star);
}

void TestUiccAuthenticate::theNetworkIsProvedOnce()
{
    const Subscriber rig;
    QCOMPARE(rig.tell(authenticate(kRand, kAutn)), QString::fromLatin1(kAnswer));
    QCOMPARE(rig.tell(authenticate(kRand, kAutn)), QString::fromLatin1(kResync));
    QCOMPARE(rig.tell(authenticate(kLaterRand, kLaterAutn)), QString::fromLatin1(kLaterAnswer));
}

void TestUiccAuthenticate::sequenceNumbersOutliveThePower()
{
    Subscriber rig(kSelectIsim);
    QCOMPARE(rig.tell(authenticate(kRand, kAutn)), QString::fromLatin1(kAnswer));
    rig.insert();
    rig.begin();
    QCOMPARE(rig.tell(authenticate(kRand, kAutn)), QString::fromLatin1(kResync));
}

void TestUiccAuthenticate::whatIsWrongIsRefused_data()
{
    QTest::addColumn<QString>("command");
    QTest::addColumn<QString>("answer");
    QTest::newRow("MAC") << authenticate(kRand, "55F328B43577B9B94A9FFAC354DFAFB4") << QStringLiteral("9862");
    QTest::newRow("another challenge") << authenticate(kLaterRand, kAutn) << QStringLiteral("9862");
    QTest::newRow("GSM context") << authenticate(kRand, kAutn, "80") << QStringLiteral("9864");
    QTest::newRow("VGCS context") << authenticate(kRand, kAutn, "82") << QStringLiteral("6A86");
    QTest::newRow("no AUTN") << QStringLiteral("00880081 11 10%1 00").arg(QLatin1String(kRand))
                             << QStringLiteral("6700");
    QTest::newRow("another length within")
        << QStringLiteral("00880081 22 0F%1 10%2 00").arg(QLatin1String(kRand), QLatin1String(kAutn))
        << QStringLiteral("6700");
}

void TestUiccAuthenticate::whatIsWrongIsRefused()
{
    QFETCH(const QString, command);
    QFETCH(const QString, answer);
    const Subscriber rig;
    QCOMPARE(rig.tell(command), answer);
    QCOMPARE(rig.tell(authenticate(kRand, kAutn)), QString::fromLatin1(kAnswer)); // nothing was taken
}

void TestUiccAuthenticate::itIsForSubscribersApplicationsAndWithThePinAlone()
{
    const test::UiccRig rig;
    QCOMPARE(rig.tell("00200001 08 31323334FFFFFFFF"), rig.ok());
    QCOMPARE(rig.tell(authenticate(kRand, kAutn)), QStringLiteral("6D00"));
    rig.card->reset();
    QCOMPARE(rig.tell(kSelectUsim), rig.ok());
    QCOMPARE(rig.tell(authenticate(kRand, kAutn)), QStringLiteral("6982"));
}

int run(int argc, char** argv)
{
    return test::run<QCoreApplication, TestUiccAuthenticate>(argc, argv);
}

} // namespace dmsc::tst_uicc_authenticate

#include "tst_uicc_authenticate.moc"
