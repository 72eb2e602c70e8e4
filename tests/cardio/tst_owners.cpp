// SPDX-License-Identifier: Apache-2.0
#include "rights_rig.h"
#include "tests/support/run_test.h"

#include <QRandomGenerator>

namespace dmsc::tst_owners {

using namespace dmsc::test;
using syncml::Command;
using syncml::CommandKind;

namespace {

constexpr const char* kTree = R"(
    DMAcc
      Operator  node  urn:oma:mo:oma-dm-dmacc:1.0
        Name = Operator
      Mine  node  urn:oma:mo:oma-dm-dmacc:1.0
        Name = Mine
    Shared
)";

RightsRig ownedRig()
{
    return RightsRig(kTree, {{".", "issuer"}, {"./DMAcc/Mine", "device"}});
}

} // namespace

class TestOwners : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void DM_SC_ADM_5_aNewImagesNodesHaveTheOwnersThatItIsMadeWith()
    {
        RightsRig rig = ownedRig();
        QCOMPARE(rig.owner("./DMAcc"), std::string("issuer"));
        QCOMPARE(rig.owner("./DMAcc/Operator/Name"), std::string("issuer"));
        QCOMPARE(rig.owner("./DMAcc/Mine/Name"), std::string("device"));
    }

    void DM_SC_ADM_5_whatIsAddedBelongsToWhoAddsIt()
    {
        RightsRig rig = ownedRig();
        QCOMPARE(rig.code("dms", command(CommandKind::Add, "./Inbox/New/Leaf", "x")), 200);
        QCOMPARE(rig.code("dms", tnds(CommandKind::Add, "./Tree", treeOf("Tree\n  A = 1\n  B\n    C = 2\n"))), 200);
        for (const char* where : {"./Inbox", "./Inbox/New", "./Inbox/New/Leaf", "./Tree", "./Tree/B/C"})
            QCOMPARE(rig.owner(where), std::string("dms"));
        QCOMPARE(rig.owner("."), std::string("issuer"));
        rig.open(); // it stands in the file
        QCOMPARE(rig.owner("./Tree/B/C"), std::string("dms"));
        QCOMPARE(rig.owner("./DMAcc/Mine"), std::string("device"));
    }

    void DM_SC_ADM_5_aReplaceKeepsTheOwnerUnlessTheSubtreeIsReplacedWhole()
    {
        RightsRig rig = ownedRig();
        QCOMPARE(rig.code("issuer", command(CommandKind::Replace, "./DMAcc/Mine/Name", "changed")), 200);
        QCOMPARE(rig.owner("./DMAcc/Mine/Name"), std::string("device"));
        QCOMPARE(rig.code("issuer", command(CommandKind::Replace, "./DMAcc/Mine?prop=Name", "Yours")), 200);
        QCOMPARE(rig.owner("./DMAcc/Yours/Name"), std::string("device"));
        QCOMPARE(
            rig.code("issuer", tnds(CommandKind::Replace, "./DMAcc/Yours", treeOf("Yours\n  Name = whole\n"))), 200);
        QCOMPARE(rig.owner("./DMAcc/Yours"), std::string("issuer"));
        QCOMPARE(rig.owner("./DMAcc/Yours/Name"), std::string("issuer"));
    }

    void DM_SC_ADM_5_aCopyBelongsToTheCopier()
    {
        RightsRig rig = ownedRig();
        QCOMPARE(rig.code("issuer", copyOf("./DMAcc/Mine/Name", "./Shared/Copy")), 200);
        QCOMPARE(rig.owner("./Shared/Copy"), std::string("issuer"));
        QCOMPARE(rig.owner("./DMAcc/Mine/Name"), std::string("device"));
        QCOMPARE(rig.code("issuer", copyOf("./DMAcc/Operator/Name", "./DMAcc/Mine/Name")), 200); // a Replace
        QCOMPARE(rig.owner("./DMAcc/Mine/Name"), std::string("device"));
    }

    // NodeIds are used again: the owner of what was there must not stick to what comes.
    void DM_SC_ADM_5_aNodeInTheRoomOfADeletedOneHasItsOwnOwner()
    {
        RightsRig rig = ownedRig();
        QCOMPARE(rig.codes("issuer",
                     {command(CommandKind::Delete, "./DMAcc/Mine"), command(CommandKind::Add, "./Shared/A", "1"),
                         command(CommandKind::Add, "./Shared/B", "2")}),
            (std::vector<int>{200, 200, 200}));
        QCOMPARE(rig.owner("./Shared/A"), std::string("issuer"));
        QCOMPARE(rig.owner("./Shared/B"), std::string("issuer"));
        const std::string before = ledgerText(*rig.image);
        rig.open();
        QCOMPARE(ledgerText(*rig.image), before);
    }

    void DM_SC_ADM_5_whatIsTakenBackHasTheOwnersThatItHad()
    {
        RightsRig rig = ownedRig();
        const std::string before = ledgerText(*rig.image);
        Command atomic;
        atomic.kind = CommandKind::Atomic;
        atomic.members = {command(CommandKind::Delete, "./DMAcc/Mine"), command(CommandKind::Add, "./Shared/A", "1"),
            command(CommandKind::Replace, "./DMAcc/Operator?prop=Name", "Other"),
            command(CommandKind::Delete, "./Nowhere")};
        QCOMPARE(rig.codes("issuer", {atomic}), (std::vector<int>{507, 216, 216, 216, 404}));
        QCOMPARE(ledgerText(*rig.image), before);
    }

    // Whatever is done, by whom, stored or not: the running sums are those of the tree.
    void DM_SC_ADM_5_theLedgerAgreesWithTheTreeAfterAnyChanges()
    {
        QRandomGenerator random(20261124);
        RightsRig rig = ownedRig();
        const char* const entities[] = {"issuer", "device", "dms"};
        const char* const places[] = {"./DMAcc", "./DMAcc/Mine", "./DMAcc/Operator", "./Shared", "./Shared/M", "./T"};
        const Tree mo = treeOf("M  node  urn:oma:mo:test:1.0\n  A = 1\n  S\n    B = 22\n");
        for (int round = 0; round < 300; ++round) {
            const std::string place = places[random.bounded(6)];
            const std::string name = place + "/" + char('a' + random.bounded(4));
            std::vector<Command> commands;
            switch (random.bounded(7)) {
            case 0:
                commands = {command(CommandKind::Add, name, std::string(random.bounded(300U), 'x'))};
                break;
            case 1:
                commands = {tnds(CommandKind::Add, name, mo)};
                break;
            case 2:
                commands = {command(CommandKind::Delete, name)};
                break;
            case 3:
                commands = {command(CommandKind::Replace, name, std::string(random.bounded(300U), 'y'))};
                break;
            case 4:
                commands = {tnds(CommandKind::Replace, name, mo)};
                break;
            case 5:
                commands = {command(CommandKind::Replace, name + "?prop=Name", "b")};
                break;
            default:
                commands = {command(CommandKind::Delete, name), tnds(CommandKind::Add, name, mo),
                    command(CommandKind::Delete, "./Nowhere")};
                if (random.bounded(2) == 0) {
                    Command atomic;
                    atomic.kind = CommandKind::Atomic;
                    atomic.members = std::move(commands);
                    commands = {std::move(atomic)};
                }
            }
            (void)rig.codes(entities[random.bounded(3)], std::move(commands));
            QCOMPARE(rig.image->memoryUsed(), storedBytes(rig.image->tree()));
            const std::string before = ledgerText(*rig.image);
            if (round % 10 == 0) {
                rig.open();
                QCOMPARE(ledgerText(*rig.image), before);
            }
        }
    }

    void DM_SC_ADM_5_aFailedTransactionLeavesTheOwnersAsTheyWere()
    {
        RightsRig rig = ownedRig();
        const std::string before = ledgerText(*rig.image);
        bool broken = false;
        rig.open([&](StoreStep step) { return !broken || step != StoreStep::Commit; });
        (void)rig.as("dms"); // has its first grant
        broken = true;
        QCOMPARE(rig.code("issuer", command(CommandKind::Delete, "./DMAcc")), 510);
        QCOMPARE(ledgerText(*rig.image), before);
        QCOMPARE(rig.code("dms", command(CommandKind::Add, "./Late", "x")), 510);
        QCOMPARE(ledgerText(*rig.image), before);
        broken = false;
        QCOMPARE(rig.code("dms", command(CommandKind::Add, "./Late", "x")), 200);
        QCOMPARE(rig.owner("./Late"), std::string("dms"));
        QCOMPARE(rig.owner("./DMAcc/Mine"), std::string("device"));
        const std::string after = ledgerText(*rig.image);
        rig.open();
        QCOMPARE(ledgerText(*rig.image), after);
    }

    void DM_SC_ADM_7_aTypeThatComesOrGoesCountsAllThatIsBelow()
    {
        RightsRig rig = ownedRig();
        const std::string before = ledgerText(*rig.image);
        const std::uint64_t accounts = rig.image->ledger().bytesOfType("urn:oma:mo:oma-dm-dmacc:1.0");
        QVERIFY(accounts > 0);
        TreeEditor editor = rig.image->edit("issuer", {});
        QVERIFY(editor.setType(rig.image->tree().find(uri("./DMAcc")), "urn:all"));
        const NodeId leaf = rig.image->tree().find(uri("./DMAcc/Mine/Name"));
        QCOMPARE(rig.image->ledger().moTypeOf(leaf), std::string("urn:all"));
        QCOMPARE(rig.image->ledger().bytesOfType("urn:oma:mo:oma-dm-dmacc:1.0"), std::uint64_t{0});
        QVERIFY(rig.image->ledger().bytesOfType("urn:all") > accounts);
        editor.rollBack(0);
        QCOMPARE(ledgerText(*rig.image), before);
    }

    void DM_SC_ADM_5_theCardTellsOwnersWhereTheyDifferFromTheParents()
    {
        RightsRig rig = ownedRig();
        QCOMPARE(rig.code("dms", interior("./Shared/Ours")), 200);
        const auto session = rig.as("issuer");
        const ResponseApdu answer = session->owners();
        QCOMPARE(answer.sw, StatusWord::Ok);
        const auto owners = decodeOwners(answer.data);
        QVERIFY(owners);
        const std::map<Uri, std::string> expected{
            {uri("."), "issuer"}, {uri("./DMAcc/Mine"), "device"}, {uri("./Shared/Ours"), "dms"}};
        QVERIFY(owners->told() == expected);
        QCOMPARE(owners->of(uri("./DMAcc/Mine/Name")), std::string("device"));
        // Who may not know of a node is not told whose it is.
        const auto own = rig.as("device");
        const auto fewer = decodeOwners(own->owners().data);
        QVERIFY(fewer);
        QVERIFY(!fewer->told().contains(uri("./Shared/Ours")));
        QVERIFY(fewer->told().contains(uri("./DMAcc/Mine")));
    }

    void anAnswerAboutOwnersThatIsNoneIsRefused()
    {
        Owners owners;
        owners.set(uri("."), "issuer");
        owners.set(uri("./A"), "dms");
        const Bytes good = encodeOwners(owners);
        QVERIFY(decodeOwners(good) == owners);
        for (std::size_t size = 1; size < good.size(); ++size)
            if (const auto read = decodeOwners(ByteView(good).first(size)))
                QVERIFY(*read != owners);
        const Bytes nameless{0xA7, 0x03, 0x81, 0x01, '.'};
        QVERIFY(!decodeOwners(nameless));
        const Bytes badUri{0xA7, 0x06, 0x80, 0x01, 'x', 0x81, 0x01, '/'};
        QVERIFY(!decodeOwners(badUri));
    }
};

int run(int argc, char** argv)
{
    return test::run<QCoreApplication, TestOwners>(argc, argv);
}

} // namespace dmsc::tst_owners

#include "tst_owners.moc"
