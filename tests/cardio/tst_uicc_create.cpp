// SPDX-License-Identifier: Apache-2.0
// CREATE and RESIZE FILE as ETSI TS 102 222 has them, and what is selected on the channels meanwhile (TS 102 221).
#include "tests/cardio/uicc_rig.h"
#include "tests/support/run_test.h"

namespace dmsc::tst_uicc_create {

using namespace dmsc::test;

namespace {

/// CREATE FILE in the current directory; the rest of the parameters in hex.
QString created(const UiccRig& rig, const char* parameters)
{
    const Bytes inside = *fromHex(QString::fromLatin1(parameters));
    CommandApdu command{0x00, 0xE0, 0, 0, {0x62, static_cast<std::uint8_t>(inside.size())}, std::nullopt};
    command.data.insert(command.data.end(), inside.begin(), inside.end());
    return toHex(rig.send(command));
}

std::uint64_t freeOf(const UiccRig& rig, const char* select = "00A40004023F0000")
{
    return rig.fcpOf(select).freeMemory.value_or(0);
}

} // namespace

class TestUiccCreate : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aFileIsMadeInTheStateThatWasAskedFor()
    {
        UiccRig rig;
        rig.verifyAll();
        QCOMPARE(created(rig, "82024121 83026F60 8A0101 8B032F0601 80020004 8800"), rig.ok());
        QCOMPARE(*rig.fcpOf("00A40004026F6000").lifeCycle, LifeCycle::Creation);
        QCOMPARE(created(rig, "82024121 83026F61 8A0103 8B032F0601 80020004 8800"), rig.ok());
        QCOMPARE(*rig.fcpOf("00A40004026F6100").lifeCycle, LifeCycle::Initialisation);
        QCOMPARE(created(rig, "82024121 83026F62 8A0104 8B032F0601 80020004 8800"), rig.ok());
        QCOMPARE(rig.tell("00A4000C026F62"), sw("6283"));
        QCOMPARE(rig.tell("00B0000001"), sw("6985"));
        QCOMPARE(rig.tell("00440000"), rig.ok());
        QCOMPARE(rig.tell("00B0000001"), sw("FF9000"));
        QCOMPARE(created(rig, "82024121 83026F63 8B032F0601 80020004 8800"), rig.ok());
        QCOMPARE(*rig.fcpOf("00A40004026F6300").lifeCycle, LifeCycle::Activated);
        QCOMPARE(created(rig, "82024121 83026F64 8A010C 8B032F0601 80020004 8800"), sw("6A80"));
    }

    void aNewFileIsFilledWithThePattern()
    {
        UiccRig rig;
        rig.verifyAll();
        QCOMPARE(created(rig, "82024121 83026F60 8A0105 8B032F0601 80020006 8800 A504 C102AABB"), rig.ok());
        QCOMPARE(rig.tell("00B0000000"), sw("AABBBBBBBBBB9000"));
        QCOMPARE(created(rig, "82024121 83026F61 8A0105 8B032F0601 80020005 8800 A504 C202AABB"), rig.ok());
        QCOMPARE(rig.tell("00B0000000"), sw("AABBAABBAA9000"));
        QCOMPARE(created(rig, "820442210004 83026F62 8A0105 8B032F0601 80020008 8800 A505 C203010203"), rig.ok());
        QCOMPARE(rig.tell("00B2020400"), sw("010203019000")); // each record begins anew
        QCOMPARE(created(rig, "820442210004 83026F63 8A0105 8B032F0601 80020008 8800 A508 C106010203040506"), rig.ok());
        QCOMPARE(rig.tell("00B2020400"), sw("010203049000"));
        QCOMPARE(created(rig, "82024121 83026F64 8A0105 8B032F0601 80020004 8800 A506 C10100C20100"), sw("6A80"));
        rig.insert();
        QCOMPARE(rig.tell("00A4000C026F60"), rig.ok());
        QCOMPARE(rig.tell("00B0000000"), sw("AABBBBBBBBBB9000"));
    }

    void aShortIdBelongsToOneFile()
    {
        UiccRig rig;
        rig.verifyAll();
        QCOMPARE(rig.tell("00A4000C027F10"), rig.ok());
        QCOMPARE(created(rig, "82024121 83026F60 8A0105 8B032F0601 80020004 880108"), rig.ok());
        QCOMPARE(created(rig, "82024121 83026F61 8A0105 8B032F0601 80020004 880108"), sw("6A80"));
        // One that only follows from the file id gives way.
        QCOMPARE(created(rig, "82024121 83026F21 8A0105 8B032F0601 80020004"), rig.ok());
        QVERIFY(!rig.fcpOf("00A40004026F2100").shortId);
        QCOMPARE(*rig.fcpOf("00A40004026F6000").shortId, std::uint8_t{1});
    }

    void aDirectoryKeepsItsTotalSize()
    {
        UiccRig rig;
        rig.verifyAll();
        const std::uint64_t before = freeOf(rig);
        QCOMPARE(created(rig, "82027821 83025F01 8A0105 8B032F0606 81020100"), rig.ok());
        QCOMPARE(freeOf(rig), before - 256 - 32);
        QCOMPARE(rig.tell("00A4000C025F01"), rig.ok());
        QCOMPARE(created(rig, "82024121 83026F60 8A0105 8B032F0601 800200C8 8800"), rig.ok());
        QCOMPARE(freeOf(rig), before - 256 - 32); // it was kept for this
        const Fcp directory = rig.fcpOf("00A40004025F0100");
        QCOMPARE(*directory.totalSize, std::uint64_t{256});
        QCOMPARE(*directory.freeMemory, std::uint64_t{256 - 232});
        QCOMPARE(created(rig, "82024121 83026F61 8A0105 8B032F0601 8002000A 8800"), sw("6A84"));
        QCOMPARE(rig.tell("00A4000C023F00"), rig.ok());
        QCOMPARE(rig.tell("80D4000009 6207 83025F01 810140"), sw("6A84")); // less than what is in it
        QCOMPARE(rig.tell("80D400000A 6208 83025F01 81020200"), rig.ok());
        QCOMPARE(rig.tell("80D400000A 6208 83025F01 80020200"), sw("6A80"));
        rig.insert();
        QCOMPARE(freeOf(rig), before - 512 - 32);
        rig.verifyAll();
        QCOMPARE(rig.tell("00A4000C025F01"), rig.ok());
        QCOMPARE(created(rig, "82024121 83026F61 8A0105 8B032F0601 8002000A 8800"), rig.ok());
        QCOMPARE(rig.tell("00A4000C023F00"), rig.ok());
        QCOMPARE(rig.tell("00E40000025F01"), rig.ok());
        QCOMPARE(freeOf(rig), before);
        QCOMPARE(created(rig, "82027821 83025F02 8A0105 8B032F0606 8104 00200000"), sw("6A84"));
    }

    void dataObjectsHaveWhatWasReservedForThem()
    {
        UiccRig rig;
        rig.verifyAll();
        const std::uint64_t before = freeOf(rig);
        QCOMPARE(created(rig, "82027921 83026F60 8A0105 8B032F0601 80021000 8800"), rig.ok());
        QCOMPARE(freeOf(rig), before - 4096 - 32);
        QCOMPARE(rig.tell("00A4000C026F60"), rig.ok());
        QCOMPARE(rig.tell("80DB0080058203AABBCC"), rig.ok());
        QCOMPARE(freeOf(rig), before - 4096 - 32);
        QCOMPARE(*rig.fcpOf("00A40004026F6000").reservedSize, std::uint64_t{4096});
        QCOMPARE(*rig.fcpOf("00A40004026F6000").freeMemory, before - 32 - 5);
        // More than the file may ever have.
        QCOMPARE(created(rig, "82027921 83026F61 8A0105 8B032F0601 80021000 8800 A504 86020800"), sw("6A80"));
    }

    void aSelectionDoesNotReachTheFileThatComesAfterIt()
    {
        UiccRig rig;
        rig.verifyAll();
        QCOMPARE(created(rig, "82024121 83026F60 8A0105 8B032F0601 80020004 8800"), rig.ok());
        QCOMPARE(rig.tell("0070000001"), sw("019000"));
        QCOMPARE(rig.tell("01A4000C026F60"), rig.ok());
        QCOMPARE(rig.tell("00E40000026F60"), rig.ok());
        QCOMPARE(created(rig, "82024121 83026F61 8A0105 8B032F0601 80020004 8800"), rig.ok());
        QCOMPARE(rig.tell("01B0000001"), sw("6986"));
        QCOMPARE(rig.tell("01D6000001AA"), sw("6986"));
        QCOMPARE(rig.tell("00B0000001"), sw("FF9000"));
    }

    void theNewestRecordOfACyclicFileIsCurrent()
    {
        UiccRig rig;
        rig.verifyAll();
        QCOMPARE(created(rig, "820446210001 83026F60 8A0105 8B032F0601 80020003 8800"), rig.ok());
        for (const char* update : {"00DC000301 01", "00DC000301 02", "00DC000301 03"})
            QCOMPARE(rig.tell(update), rig.ok());
        QCOMPARE(rig.tell("00A4000C026F60"), rig.ok());
        QCOMPARE(rig.tell("00B2000400"), sw("039000"));
        QCOMPARE(rig.tell("00B2000200"), sw("029000"));
        QCOMPARE(rig.tell("00A4000C026F60"), rig.ok());
        QCOMPARE(rig.tell("00B2000300"), sw("019000")); // before the newest: the oldest
        QCOMPARE(rig.tell("00B2010200"), sw("6A86")); // next has no number
        QCOMPARE(rig.tell("00DC010301 04"), sw("6A86"));
    }

    void aNewChannelStartsWhereTheOneThatOpensItIs()
    {
        UiccRig rig;
        QCOMPARE(rig.tell("00A4040C07A0000000871002"), rig.ok());
        QCOMPARE(rig.tell("0070000001"), sw("019000"));
        QVERIFY(rig.tell("81F2000000").contains(sw("83023F00"))); // from the basic one: at the MF
        QCOMPARE(rig.tell("01A4000C027F10"), rig.ok());
        QCOMPARE(rig.tell("0170000001"), sw("029000"));
        QVERIFY(rig.tell("82F2000000").contains(sw("83027F10")));
        QCOMPARE(rig.tell("02A4040C07A0000000871002"), rig.ok());
        QCOMPARE(rig.tell("0270000500"), rig.ok());
        QVERIFY(rig.tell("C1F2000000").contains(sw("83027FF0")));
        QCOMPARE(rig.tell("41A4080C047FFF6F07"), rig.ok());
        QCOMPARE(rig.tell("02A4040C07F0444D5F534301"), rig.ok());
        QCOMPARE(rig.tell("0270000600"), rig.ok());
        QVERIFY(rig.tell("C2F2000000").contains(sw("83023F00"))); // DM_SC is on one channel
    }

    void anApplicationsSessionIsEnded()
    {
        UiccRig rig;
        QCOMPARE(rig.tell("00A4044C07A0000000871002"), sw("6A82")); // it is not selected
        QCOMPARE(rig.tell("00A4040C07A0000000871002"), rig.ok());
        QVERIFY(rig.tell("00A4044407A000000087100200").startsWith(sw("62")));
        QVERIFY(rig.tell("80F2000000").contains(sw("83023F00")));
        QCOMPARE(rig.tell("80F2000100"), sw("84009000"));
        QCOMPARE(rig.tell("00A4080C047FFF6F07"), sw("6A82"));
        // DM_SC's channel closes with it.
        QCOMPARE(rig.tell("00A4040C07F0444D5F534301"), rig.ok());
        QCOMPARE(rig.tell("00A4044C07F0444D5F534301"), rig.ok());
        QCOMPARE(rig.tell("8042000000"), sw("6985"));
        QVERIFY(rig.tell("80F2000000").contains(sw("83023F00")));
        QCOMPARE(rig.tell("00A4004C023F00"), sw("6A86")); // files have no session
    }

    void pathsToActivateAndDeactivate()
    {
        UiccRig rig;
        rig.verifyAll();
        QCOMPARE(rig.tell("00040800 04 7FF06FE8"), rig.ok());
        QCOMPARE(rig.tell("00A4080C 04 7FF06FE8"), sw("6283"));
        QCOMPARE(rig.tell("00440800 04 7FF06FE8"), rig.ok());
        QCOMPARE(rig.tell("00A4080C 04 7FF06FE8"), rig.ok());
        QCOMPARE(rig.tell("00040900 02 6FE8"), rig.ok());
        QCOMPARE(rig.tell("00440900 02 6FE8"), rig.ok());
        QCOMPARE(rig.tell("00040800 03 7FF06F"), sw("6700"));
        QCOMPARE(rig.tell("00040800 04 7FF06F00"), sw("6A82"));
        QCOMPARE(rig.tell("00040801 04 7FF06FE8"), sw("6A86"));
    }

    void lengthsThatDoNotFitAreSaid()
    {
        UiccRig rig;
        QCOMPARE(rig.tell("00A4080C03000000"), sw("6700"));
        QCOMPARE(rig.tell("00A4080C"), sw("6700"));
        QCOMPARE(rig.tell("00C0000010"), sw("6985")); // nothing waits
        QCOMPARE(rig.tell("00A40004022FE2"), sw("611D"));
        QCOMPARE(rig.tell("00C00000021234"), sw("6700"));
        QCOMPARE(rig.tell("00C000001E"), sw("6C1D"));
        QVERIFY(rig.tell("00C000001D").startsWith(sw("62"))); // it has waited
        const QString all = rig.tell("80F2000000");
        const auto size = static_cast<int>(all.size() / 2 - 2);
        QCOMPARE(rig.tell("80F2000002"), QStringLiteral("6C%1").arg(size, 2, 16, QLatin1Char('0')).toUpper());
        QCOMPARE(rig.tell(QStringLiteral("80F20000%1").arg(size, 2, 16, QLatin1Char('0'))), all);
        QCOMPARE(rig.tell("80F2000002AABB"), sw("6700"));
    }

    void aLinkOfAChainIsAnsweredAtOnce()
    {
        UiccRig rig;
        QCOMPARE(rig.tell("10FF000001AA"), sw("6D00"));
        QCOMPARE(rig.tell("10F2000001AA"), sw("6E00"));
        QCOMPARE(rig.tell("1020000108 31323334FFFFFFFF"), sw("6884"));
        QCOMPARE(rig.tell("10B2010401AA"), sw("6884"));
        QCOMPARE(rig.tell("90DB0080018A"), rig.ok());
        QCOMPARE(rig.tell("90CA006601AA"), sw("6884"));
        QCOMPARE(rig.tell("00A4040C08A000000003000000"), rig.ok());
        QCOMPARE(rig.tell("80F28002024F00"), sw("6982")); // under the channel alone
        QCOMPARE(rig.tell("80F48002024F00"), sw("6D00"));
    }
};

int run(int argc, char** argv)
{
    return test::run<QCoreApplication, TestUiccCreate>(argc, argv);
}

} // namespace dmsc::tst_uicc_create

#include "tst_uicc_create.moc"
