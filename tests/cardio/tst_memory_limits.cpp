// SPDX-License-Identifier: Apache-2.0
#include "memory_rig.h"
#include "tests/support/run_test.h"

namespace dmsc::tst_memory_limits {

using namespace dmsc::test;
using syncml::Command;
using syncml::CommandKind;

class TestMemoryLimits : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void DM_SC_ADM_6_aWritePastTheGrantSaysWhatIsShortAndChangesNothing()
    {
        RightsRig rig = smallRig("D = 1\n", {{".", "issuer"}, {"./D", "device"}}); // 34 bytes
        const std::string before = textOf(rig.image->tree());
        const std::uint64_t free = 2000 - kNode - 2;
        QCOMPARE(said(rig.run("device", {leaf("./A", 4096)})),
            "free " + std::to_string(free) + ", needed " + std::to_string(4096 + kNode + 1));
        QCOMPARE(rig.code("device", leaf("./A", 4096)), 420);
        QCOMPARE(rig.code("device", leaf("./A", free - kNode)), 420); // one byte too many, its name
        QCOMPARE(rig.code("device", command(CommandKind::Replace, "./D", std::string(2000, 'x'))), 420);
        QCOMPARE(rig.code("device", copyOf("./D", "./" + std::string(990, 'n') + "/" + std::string(990, 'm'))), 420);
        QCOMPARE(textOf(rig.image->tree()), before);
        // Someone else's change of it counts for it too.
        const auto answers = rig.run("issuer", {command(CommandKind::Replace, "./D", std::string(2000, 'x'))});
        QCOMPARE(said(answers), "free " + std::to_string(free) + ", needed 1999, entity device");
        QCOMPARE(rig.code("device", leaf("./A", free - kNode - 1)), 200); // to the last byte
        QCOMPARE(memoryOf(rig, "device").usedBytes, std::uint64_t{2000});
        QCOMPARE(rig.code("device", leaf("./B", 0)), 420);
        QCOMPARE(rig.code("device", command(CommandKind::Delete, "./D")), 200);
        QCOMPARE(rig.code("device", leaf("./B", 0)), 200);
    }

    void DM_SC_ADM_6_insideAnAtomicTheMemberSaysWhatIsShort()
    {
        RightsRig rig = smallRig();
        Command atomic;
        atomic.kind = CommandKind::Atomic;
        atomic.members = {leaf("./A", 1000), leaf("./B", 1000), leaf("./C", 1)};
        const auto answers = rig.run("device", {atomic});
        QCOMPARE(said(answers), std::string("free 967, needed 1033"));
        QCOMPARE(rig.codes("device", {atomic}), (std::vector<int>{507, 216, 420, 215}));
        QCOMPARE(rig.image->tree().size(), std::size_t{1});
        // One after the other, what fits is stored.
        QCOMPARE(rig.codes("device", {leaf("./A", 1000), leaf("./B", 1000), leaf("./C", 1)}),
            (std::vector<int>{200, 420, 200}));
    }

    void DM_SC_ADM_6_deletingFreesItsOwnersBlocks()
    {
        RightsRig rig = smallRig();
        QCOMPARE(rig.code("device", leaf("./A", 1000)), 200);
        QCOMPARE(memoryOf(rig, "device").used, Blocks{11});
        QCOMPARE(memoryOf(rig, "issuer").used, Blocks{0});
        QCOMPARE(rig.code("issuer", command(CommandKind::Delete, "./A")), 200);
        QCOMPARE(memoryOf(rig, "device").used, Blocks{0});
        QCOMPARE(granted(rig, "device"), std::uint64_t{20});
    }

    void DM_SC_ADM_7_theIssuersLimitsPerTypeAreKept()
    {
        IssuerPolicy policy = smallPolicy();
        policy.types = {{kType, Blocks{5}, {}}};
        RightsRig rig = smallRig("", {}, policy);
        const Tree mo = treeOf("M  node  urn:oma:mo:test:1.0\n  A = 1\n"); // 33 + 19 + 34
        QCOMPARE(rig.code("device", tnds(CommandKind::Add, "./M", mo)), 200);
        QCOMPARE(rig.code("dms", tnds(CommandKind::Add, "./N", mo)), 200); // all together, whoever stores them
        QCOMPARE(mapOf(rig).types.front().used, Blocks{2});
        const std::string before = textOf(rig.image->tree());
        QCOMPARE(said(rig.run("device", {leaf("./M/B", 300)})),
            std::string("free 328, needed 333, type urn:oma:mo:test:1.0"));
        QCOMPARE(rig.code("issuer", leaf("./N/B", 300)), 420);
        QCOMPARE(textOf(rig.image->tree()), before);
        QCOMPARE(rig.code("device", leaf("./M/B", 295)), 200);
        QCOMPARE(rig.code("device", leaf("./Else", 300)), 200); // in no MO
        QCOMPARE(rig.code("dms", command(CommandKind::Delete, "./N")), 200);
        QCOMPARE(mapOf(rig).types.front().used, Blocks{5}); // 414 bytes
    }

    void DM_SC_ADM_7_theIssuersOwnGrantGrowsIntoTheReserveLast()
    {
        RightsRig rig = smallRig();
        (void)rig.as("device");
        QCOMPARE(number(mapOf(rig).free), std::uint64_t{880});
        QCOMPARE(rig.code("issuer", leaf("./A", 88'000 - kNode - 1)), 200);
        QCOMPARE(granted(rig, "issuer"), std::uint64_t{880});
        QCOMPARE(number(mapOf(rig).free), std::uint64_t{0});
        QCOMPARE(number(mapOf(rig).reserve), std::uint64_t{90});
        QCOMPARE(rig.code("dms", leaf("./B", 0)), 420);
        QCOMPARE(rig.code("issuer", leaf("./B", 8'500)), 200);
        QCOMPARE(number(mapOf(rig).reserve), std::uint64_t{4});
        QCOMPARE(said(rig.run("issuer", {leaf("./C", 1'000)})), std::string("free 467, needed 1033"));
        QCOMPARE(rig.code("issuer", command(CommandKind::Delete, "./B")), 200);
        QCOMPARE(number(mapOf(rig).reserve), std::uint64_t{90}); // comes back first
        QCOMPARE(number(mapOf(rig).free), std::uint64_t{0});
        QVERIFY(addsUp(mapOf(rig)));
    }

    void DM_SC_ADM_7_aPolicyThatTakesBackMoreThanIsFreeStopsWritingAlone()
    {
        RightsRig rig = smallRig();
        QCOMPARE(rig.code("device", leaf("./A", 1000)), 200);
        rig.policy.entities[1].memoryLimit = Blocks{5};
        rig.policy.system = Blocks{990};
        const auto device = rig.as("device");
        QCOMPARE(granted(rig, "device"), std::uint64_t{20}); // what was granted stays
        QCOMPARE(send(*device, MemoryAction::Extend, 1), StatusWord::NotEnoughMemory);
        QCOMPARE(rig.code("device", leaf("./B", 100)), 200);
        QCOMPARE(rig.code("dms", leaf("./C", 100)), 420);
        QCOMPARE(rig.code("device", command(CommandKind::Delete, "./A")), 200);
        QVERIFY(addsUp(mapOf(rig)));
    }

    void DM_SC_ADM_7_whatNobodyOfThePolicyStoredIsTheIssuers()
    {
        RightsRig rig = smallRig("A = 1\nB = 22\n", {{"./B", "formerly"}});
        QCOMPARE(memoryOf(rig, "issuer").usedBytes, 2 * kNode + 5);
        QCOMPARE(rig.code("device", command(CommandKind::Replace, "./B", "x")), 425);
    }

    // The root is the card's own.
    void DM_SC_ADM_6_anEmptyCardUsesNoBlocks()
    {
        RightsRig rig = smallRig();
        for (const EntityMemory& memory : mapOf(rig).entities)
            QCOMPARE(memory.used, Blocks{0});
        QVERIFY(addsUp(mapOf(rig)));
    }

    void aShortageIsReadAsItIsWritten()
    {
        const Shortage all{120, 4096, "dms", "urn:x, y"};
        QCOMPARE(all.text(), std::string("free 120, needed 4096, entity dms, type urn:x, y"));
        QVERIFY(Shortage::parse(all.text()) == all);
        const Shortage plain{0, 1, {}, {}};
        QVERIFY(Shortage::parse(plain.text()) == plain);
        for (const char* text :
            {"", "free", "free x, needed 1", "free 1", "free 1, needed 2 ", "free 1, needed 2, odd"})
            QVERIFY(!Shortage::parse(text));
    }
};

int run(int argc, char** argv)
{
    return test::run<QCoreApplication, TestMemoryLimits>(argc, argv);
}

} // namespace dmsc::tst_memory_limits

#include "tst_memory_limits.moc"
