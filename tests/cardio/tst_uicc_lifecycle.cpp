// SPDX-License-Identifier: Apache-2.0
// How files of the emulated UICC, and the card itself, come to their end; access rules in the file's own parameters.
#include "cardio/desk/side_session.h"
#include "cardio/files/access_rule.h"
#include "tests/cardio/uicc_rig.h"
#include "tests/support/run_test.h"

namespace dmsc::tst_uicc_lifecycle {

using namespace dmsc::test;

namespace {

constexpr const char* kSelectNas = "00A4080C 04 7FF06FE8";
constexpr const char* kSelectUsim = "00A4040C 07 A0000000871002";

} // namespace

class TestUiccLifecycle : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aTerminatedFileStaysSo()
    {
        UiccRig rig;
        QCOMPARE(rig.tell(kSelectNas), rig.ok());
        QCOMPARE(rig.tell("00E80000"), sw("6982"));
        rig.verifyAll();
        QCOMPARE(rig.tell("00E80100"), sw("6A86"));
        QCOMPARE(rig.tell("00E8000001FF"), sw("6700"));
        QCOMPARE(rig.tell("00E60000026FE8"), sw("6981")); // no directory
        QCOMPARE(rig.tell("00E80000"), rig.ok());
        QCOMPARE(rig.tell("00B0000001"), sw("6985"));
        QCOMPARE(rig.tell("00D6000001AA"), sw("6985"));
        rig.insert();
        rig.verifyAll();
        QCOMPARE(rig.tell(kSelectNas), sw("6284"));
        for (const char* command : {"00440000", "00040000", "00E80000", "80D400000A 6208 83026FE8 80021000"})
            QCOMPARE(rig.tell(command), sw("6985"));
        QCOMPARE(*rig.fcpOf("00A40804047FF06FE800").lifeCycle, LifeCycle::Terminated);
        // What is left to do is to delete it.
        QCOMPARE(rig.tell("00E40000026FE8"), rig.ok());
        QCOMPARE(rig.tell(kSelectNas), sw("6A82"));
    }

    void whatHangsBelowATerminatedDirectoryGoesWithIt()
    {
        UiccRig rig;
        rig.verifyAll();
        QCOMPARE(rig.tell("00E60000"), sw("6985")); // the MF ends with the card alone
        QCOMPARE(rig.tell(kSelectUsim), rig.ok());
        QCOMPARE(rig.tell("00E60000"), rig.ok());
        rig.insert();
        rig.verifyAll();
        QCOMPARE(rig.tell(kSelectUsim), sw("6284"));
        QCOMPARE(rig.tell("00A4000C026FE8"), sw("6284"));
        QCOMPARE(rig.tell("00B0000001"), sw("6985"));
        QCOMPARE(rig.tell("00E0000018 6216 82020121 83026F02 8A0105 8B032F0601 80020FA0 8800"), sw("6985"));
        // Beside it life goes on.
        QCOMPARE(rig.tell("00A4080C022FE2"), rig.ok());
        QVERIFY(rig.tell("00B0000001").endsWith(rig.ok()));
    }

    void aTerminatedCardDoesNothingAnyMore()
    {
        UiccRig rig;
        QCOMPARE(rig.tell("00FE0000"), sw("6982"));
        rig.verifyAll();
        QCOMPARE(rig.tell("00FE000001AA"), sw("6700"));
        QCOMPARE(rig.tell("00FE0000"), rig.ok());
        for (const bool again : {false, true}) {
            if (again)
                rig.insert();
            for (const char* command : {"00A4000C023F00", "00A4040007F0444D5F53430100", "80CA006600", "0020000100",
                     "00C0000010", "0070000001"})
                QCOMPARE(rig.tell(command), sw("6985"));
            rig.card->reset();
        }
        // The workbench says so instead of a tree.
        rig.card.reset();
        const auto side = SideSession::open({Where::Kind::Card, rig.path()});
        QVERIFY(!side);
        QVERIFY2(side.error().what.contains(QStringLiteral("ended for good")), qPrintable(side.error().what));
    }

    void theWholeSizeStandsBesideThatOfTheContent()
    {
        const UiccRig rig;
        const Fcp iccid = rig.fcpOf("00A40804022FE200");
        QCOMPARE(*iccid.size, std::uint64_t{10});
        QCOMPARE(*iccid.totalSize, std::uint64_t{42});
        const std::uint64_t before = *rig.fcpOf("00A40004023F0000").freeMemory;
        rig.verifyAll();
        QCOMPARE(rig.tell("00E0000018 6216 82020121 83026F02 8A0105 8B032F0601 80020FA0 8800"), rig.ok());
        QCOMPARE(*rig.fcpOf("00A40004026F0200").totalSize, before - *rig.fcpOf("00A40004023F0000").freeMemory);
    }

    void compactRulesCountWhereNoOthersStand()
    {
        const auto rules = parseCompactRules(hex("43FF0093 0190"));
        QVERIFY2(rules, rules ? "" : qPrintable(rules.error().text()));
        QCOMPARE(rules->size(), std::size_t{4});
        QCOMPARE(describe(conditionFor(*rules, FileAccess::DeleteSelf)), QStringLiteral("never"));
        QCOMPARE(describe(conditionFor(*rules, FileAccess::Update)), QStringLiteral("always"));
        QCOMPARE(describe((*rules)[2].condition), QStringLiteral("condition 93"));
        QVERIFY(!parseCompactRules(hex("43FF00")));
        QVERIFY(parseCompactRules({})->empty());
        QVERIFY(parseCompactRules(hex("8800"))->empty()); // what the card likes

        UiccRig rig;
        rig.verifyAll();
        // Read always, update never, delete by who has a key of environment 1.
        QCOMPARE(rig.tell("00E0000019 6217 82020121 83026F02 8A0105 8C0443 91FF00 80020010 8800"), rig.ok());
        rig.insert();
        QCOMPARE(rig.tell("00A4000C026F02"), rig.ok());
        QCOMPARE(rig.tell("00B0000001"), sw("FF9000"));
        rig.verifyAll();
        QCOMPARE(rig.tell("00A4000C026F02"), rig.ok());
        QCOMPARE(rig.tell("00D6000001AA"), sw("6982"));
        // Create without any rule is no file.
        QCOMPARE(rig.tell("00E0000013 6211 82020121 83026F03 8A0105 80020010 8800"), sw("6A80"));
    }
};

int run(int argc, char** argv)
{
    return test::run<QCoreApplication, TestUiccLifecycle>(argc, argv);
}

} // namespace dmsc::tst_uicc_lifecycle

#include "tst_uicc_lifecycle.moc"
