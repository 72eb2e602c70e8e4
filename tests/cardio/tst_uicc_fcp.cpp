// SPDX-License-Identifier: Apache-2.0
#include "cardio/files/access_rule.h"
#include "cardio/files/fcp.h"
#include "tests/cardio/test_cards.h"
#include "tests/support/run_test.h"

#include <QTest>

namespace dmsc::tst_uicc_fcp {

using dmsc::test::hex;

class TestUiccFcp : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void parametersOfRealCards()
    {
        const auto nas = parseFcp(hex("621E820241218303 6FE8"));
        QVERIFY(!nas); // cut off
        const auto whole = parseFcp(hex("621E8202412183026FE8A506D00120D2010F8A01058B036F060380020080 8800"));
        QVERIFY2(whole, whole ? "" : qPrintable(whole.error().text()));
        QCOMPARE(*whole->kind, CardFileKind::Transparent);
        QCOMPARE(int(*whole->fileId), 0x6FE8);
        QCOMPARE(*whole->size, std::uint64_t{128});
        QVERIFY(!whole->shortId);
        QCOMPARE(*whole->lifeCycle, LifeCycle::Activated);
        QCOMPARE(int(*whole->access->file), 0x6F06);
        QCOMPARE(int(whole->access->records.front().number), 3);

        const auto ims = parseFcp(
            hex("622D8202792183026FF8A5158302012A84010185 02012C8602012CD00130D2010F8A01058B036F060380020000 8800"));
        QVERIFY2(ims, ims ? "" : qPrintable(ims.error().text()));
        QCOMPARE(*ims->kind, CardFileKind::BerTlv);
        QCOMPARE(*ims->freeMemory, std::uint64_t{298});
        QCOMPARE(*ims->reservedSize, std::uint64_t{300});
        QCOMPARE(*ims->maximumSize, std::uint64_t{300});
        QCOMPARE(int(*ims->fileDetails), 1);
        QCOMPARE(
            int(*parseFcp(hex("620A82027921 83024F02 8801 10").data() ? hex("620B8202792183024F02880110") : Bytes())
                     ->shortId),
            2);
    }

    void directoriesAndRecords()
    {
        const auto mf =
            parseFcp(hex("622482027821 83023F00 A50683040000FFFF 8A0105 8B032F0601 C6069001808301018102 1000"));
        QVERIFY2(mf, mf ? "" : qPrintable(mf.error().text()));
        QCOMPARE(*mf->kind, CardFileKind::Mf);
        QVERIFY(mf->isDirectory());
        QCOMPARE(mf->pins.size(), std::size_t{1});
        QVERIFY(mf->pins.front().enabled);
        QCOMPARE(*mf->totalSize, std::uint64_t{0x1000});
        const auto linear = parseFcp(hex("6F0B 82054221003002 83022F00"));
        QCOMPARE(linear->recordLength, 48U);
        QCOMPARE(linear->recordCount, 2U);
        QVERIFY(!linear->shortId); // the last five bits of 2F00 are no short id
        QCOMPARE(int(*parseFcp(hex("6208 82024121 83026F07"))->shortId), 7);
        // An application without files: A5 is its own affair.
        const auto application = parseFcp(hex("6F118407F0444D5F534301A506800100810203 33"));
        QVERIFY(!application || !application->freeMemory);
    }

    void writtenAsRead()
    {
        Fcp fcp;
        fcp.kind = CardFileKind::LinearFixed;
        fcp.recordLength = 48;
        fcp.recordCount = 2;
        fcp.fileId = 0x2F00;
        fcp.size = 96;
        fcp.shortId = 0x1E;
        fcp.lifeCycle = LifeCycle::Activated;
        fcp.access = AccessReference{0x2F06, {{std::nullopt, 1}}};
        QCOMPARE(toHex(encodeFcp(fcp, FcpTemplate::Fci)),
            QStringLiteral("6F1A8205422100300283022F008A01058B032F0601800200608801F0"));
        QCOMPARE(*parseFcp(encodeFcp(fcp)), fcp);
        fcp.kind = CardFileKind::Adf;
        fcp.recordLength = fcp.recordCount = 0;
        fcp.size.reset();
        fcp.shortId.reset();
        fcp.name = hex("A0000000871002");
        fcp.totalSize = 70000;
        fcp.freeMemory = 100;
        fcp.pins = {{0x01, true, std::nullopt}, {0x81, false, std::uint8_t{8}}};
        fcp.access = AccessReference{0x6F06, {{std::uint8_t{1}, 2}, {std::uint8_t{2}, 3}}};
        QCOMPARE(*parseFcp(encodeFcp(fcp)), fcp);
    }

    void sizesAreNeverNegative_data()
    {
        QTest::addColumn<quint64>("size");
        QTest::addColumn<QString>("coded");
        QTest::newRow("0") << quint64{0} << QStringLiteral("80020000");
        QTest::newRow("32767") << quint64{32767} << QStringLiteral("80027FFF");
        QTest::newRow("32768") << quint64{32768} << QStringLiteral("8003008000");
        QTest::newRow("40000") << quint64{40000} << QStringLiteral("8003009C40");
        QTest::newRow("8388608") << quint64{8388608} << QStringLiteral("800400800000");
    }

    void sizesAreNeverNegative()
    {
        QFETCH(quint64, size);
        QFETCH(QString, coded);
        Fcp fcp;
        fcp.size = size;
        QCOMPARE(toHex(encodeFcp(fcp)).mid(4), coded);
    }

    void rulesOfARealCard()
    {
        const auto rules =
            parseAccessRules(hex("800101A40683010195010880011AA40683010A95010884 01D4A40683010A950108FFFFFF"));
        QVERIFY2(rules, rules ? "" : qPrintable(rules.error().text()));
        QCOMPARE(rules->size(), std::size_t{3});
        QCOMPARE(describe(conditionFor(*rules, FileAccess::Read)), QStringLiteral("PIN 1 verified"));
        QCOMPARE(describe(conditionFor(*rules, FileAccess::Update)), QStringLiteral("ADM 1 verified"));
        QCOMPARE(describe(conditionFor(*rules, FileAccess::DeleteSelf)), QStringLiteral("never"));
        QCOMPARE(describe(conditionFor(*rules, std::uint8_t{0xD4})), QStringLiteral("ADM 1 verified"));
        QCOMPARE(operationsOf((*rules)[2], false), std::vector<QString>{QStringLiteral("resize")});
        QCOMPARE(operationsOf((*rules)[1], false),
            (std::vector<QString>{QStringLiteral("update"), QStringLiteral("deactivate"), QStringLiteral("activate")}));
        QCOMPARE(encodeAccessRules(*rules), hex("800101A40683010195010880011AA40683010A9501088401D4A40683010A950108"));
    }

    void conditionsAreEvaluated()
    {
        // Read: always. Update: PIN 1 or (ADM 1 and universal PIN). Delete: a form that we do not know.
        const auto rules = parseAccessRules(hex("8001019000 800102 A0 1A A406830101950108 A7 10 A40683010A950108"
                                                "A406830111950108 800140 9E0110"));
        QVERIFY2(rules, rules ? "" : qPrintable(rules.error().text()));
        const auto with = [](std::vector<KeyReference> keys) {
            return [keys](KeyReference key) { return std::find(keys.begin(), keys.end(), key) != keys.end(); };
        };
        const auto update = conditionFor(*rules, FileAccess::Update);
        QVERIFY(isSatisfied(conditionFor(*rules, FileAccess::Read), with({})));
        QVERIFY(!isSatisfied(update, with({})));
        QVERIFY(isSatisfied(update, with({KeyReference::Pin1})));
        QVERIFY(!isSatisfied(update, with({KeyReference::Adm1})));
        QVERIFY(isSatisfied(update, with({KeyReference::Adm1, KeyReference::UniversalPin})));
        QVERIFY(!isSatisfied(conditionFor(*rules, FileAccess::DeleteSelf), with({KeyReference::Pin1})));
        QCOMPARE(describe(update), QStringLiteral("PIN 1 verified or ADM 1 verified and universal PIN verified"));
        // Conditions in a row are alternatives, whichever way they are read back.
        const auto row = parseAccessRules(hex("800101 A406830101950108 A406830181950108"));
        QVERIFY(isSatisfied(row->front().condition, with({KeyReference::SecondPin1})));
        QVERIFY(!isSatisfied(row->front().condition, with({})));
    }

    void nonsenseIsRefused()
    {
        QVERIFY(!parseAccessRules(hex("9000")));
        QVERIFY(!parseAccessRules(hex("8002 0101")));
        QVERIFY(!parseAccessRules(hex("8401")));
        QVERIFY(parseAccessRules(hex("FFFF"))->empty());
        QVERIFY(!parseFcp({}));
        QVERIFY(!parseFcp(hex("9000")));
        QVERIFY(!parseFcp(hex("6204 8302 2F")));
        QVERIFY(!parseFcp(hex("6203 83012F")));
    }
};

int run(int argc, char** argv)
{
    return test::run<QCoreApplication, TestUiccFcp>(argc, argv);
}

} // namespace dmsc::tst_uicc_fcp

#include "tst_uicc_fcp.moc"
