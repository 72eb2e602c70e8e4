// SPDX-License-Identifier: Apache-2.0
#include "rights_rig.h"

#include "cardio/card/node_digests.h"
#include "tests/support/run_test.h"

#include <QRandomGenerator>

namespace dmsc::tst_rights {

using namespace dmsc::test;
using syncml::Command;
using syncml::CommandKind;

namespace {

constexpr const char* kAccount = "urn:oma:mo:oma-dm-dmacc:1.0";
constexpr const char* kTree = R"(
    DMAcc
      Mine  node  urn:oma:mo:oma-dm-dmacc:1.0
        Name = Mine
      Operator  node  urn:oma:mo:oma-dm-dmacc:1.0
        Name = Operator
        Port : int = 80
    Private  node  urn:oma:mo:private:1.0 [acl Get=issuer&Replace=*]
      Diary = dear diary
    Shared
      Open = yes
)";

RightsRig ownedRig(std::vector<ScopedRights> application = {})
{
    return RightsRig(kTree, {{".", "issuer"}, {"./DMAcc/Mine", "device"}}, testPolicy(std::move(application)));
}

Command replaced(std::string target, std::string value)
{
    return command(CommandKind::Replace, std::move(target), std::move(value));
}

std::string storedText(const RightsRig& rig)
{
    return textOf(rig.image->tree());
}

} // namespace

class TestRights : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void F09_DM_SC_SEC_2_nobodyTouchesAnothersDataWithoutTheRight_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<QByteArray>("target");
        const auto row = [](const char* name, CommandKind kind, const char* target) {
            QTest::newRow(name) << static_cast<int>(kind) << QByteArray(target);
        };
        row("value", CommandKind::Replace, "./DMAcc/Operator/Name");
        row("name", CommandKind::Replace, "./DMAcc/Operator?prop=Name");
        row("title", CommandKind::Replace, "./DMAcc/Operator?prop=Title");
        row("ACL", CommandKind::Replace, "./DMAcc/Operator?prop=ACL");
        row("ACL of the root", CommandKind::Replace, ".?prop=ACL");
        row("a name above others' data", CommandKind::Replace, "./DMAcc?prop=Name");
        row("leaf", CommandKind::Delete, "./DMAcc/Operator/Name");
        row("MO", CommandKind::Delete, "./DMAcc/Operator");
        row("own and others' below", CommandKind::Delete, "./DMAcc");
        row("into another's MO", CommandKind::Add, "./DMAcc/Operator/New");
        row("deep into another's MO", CommandKind::Add, "./DMAcc/Operator/Deep/New");
        row("over another's", CommandKind::Copy, "./DMAcc/Operator/Name");
    }

    void F09_DM_SC_SEC_2_nobodyTouchesAnothersDataWithoutTheRight()
    {
        QFETCH(int, kind);
        QFETCH(QByteArray, target);
        RightsRig rig = ownedRig();
        // No ACL is in the way.
        QCOMPARE(rig.code("issuer", replaced(".?prop=ACL", "Add=*&Delete=*&Get=*&Replace=*")), 200);
        const std::string before = storedText(rig);
        Command tried = command(static_cast<CommandKind>(kind), target.toStdString(), "x");
        if (target.endsWith("ACL"))
            tried.items.front().data = "Get=*";
        tried.items.front().source.uri = "./DMAcc/Mine/Name";
        if (tried.kind != CommandKind::Copy)
            tried.items.front().source.uri.clear();
        for (const char* entity : {"device", "dms"})
            QCOMPARE(rig.code(entity, tried), 425);
        QCOMPARE(storedText(rig), before);
        if (!target.startsWith(".?"))
            QCOMPARE(rig.code("issuer", tried), 200); // it was the right that was missing
    }

    void DM_SC_SEC_2_ownDataNeedsTheRightAlone()
    {
        RightsRig rig = ownedRig();
        const Tree whole = treeOf("Mine  node  urn:oma:mo:oma-dm-dmacc:1.0\n  Name = whole\n");
        QCOMPARE(rig.codes("device",
                     {replaced("./DMAcc/Mine/Name", "mine"), replaced("./DMAcc/Mine?prop=ACL", "Get=device"),
                         command(CommandKind::Add, "./DMAcc/Mine/Port", "1"), copyOf("./DMAcc/Mine/Port", "./Copy"),
                         tnds(CommandKind::Replace, "./DMAcc/Mine", whole), replaced("./Copy?prop=Name", "Kept"),
                         command(CommandKind::Delete, "./DMAcc/Mine"), tnds(CommandKind::Add, "./Mine", whole)}),
            (std::vector<int>{200, 200, 200, 200, 200, 200, 200, 200}));
    }

    void DM_SC_PRV_2_serversReadTheSecretsOfTheirOwnAccountsOnly()
    {
        const char* accounts = "DMAcc\n"
                               "  A  node  urn:oma:mo:oma-dm-dmacc:1.0\n    AAuthSecret = of another\n    Name = A\n"
                               "  B  node  urn:oma:mo:oma-dm-dmacc:1.0\n    AAuthSecret = its own\n";
        RightsRig rig(accounts, {{".", "issuer"}, {"./DMAcc/B", "dms"}});
        QCOMPARE(rig.code("dms", command(CommandKind::Get, "./DMAcc/A/AAuthSecret")), 405);
        QCOMPARE(rig.code("dms", copyOf("./DMAcc/A/AAuthSecret", "./Copy")), 405);
        QCOMPARE(rig.get("dms", "./DMAcc/A/Name"), std::string("A"));
        QCOMPARE(rig.get("dms", "./DMAcc/B/AAuthSecret"), std::string("its own"));
        QCOMPARE(rig.get("issuer", "./DMAcc/A/AAuthSecret"), std::string("of another"));
        const std::string listed = rig.tree("dms");
        QVERIFY(listed.find("of another") == std::string::npos && listed.find("its own") != std::string::npos);
        // The digests are those of what it reads.
        const auto session = rig.as("dms");
        const Tree& view = session->view().tree();
        QVERIFY(view.find(uri("./DMAcc/A/AAuthSecret")) == kNoNode);
        QVERIFY(view.find(uri("./DMAcc/B/AAuthSecret")) != kNoNode);
    }

    void DM_SC_SEC_2_eachBitIsWhatItSays_data()
    {
        QTest::addColumn<int>("bits");
        QTest::addColumn<QList<int>>("codes"); // Get, Struct, Replace, Add, Delete of what the issuer stored
        const auto others = [](Right right) { return static_cast<int>(right) | static_cast<int>(Right::Others); };
        QTest::newRow("nothing") << 0 << QList<int>{425, 200, 425, 425, 425};
        QTest::newRow("own only") << 0x1F << QList<int>{425, 200, 425, 425, 425};
        QTest::newRow("explore") << others(Right::Explore) << QList<int>{425, 200, 425, 425, 425};
        QTest::newRow("read") << others(Right::Read) << QList<int>{200, 200, 425, 425, 425};
        QTest::newRow("write") << others(Right::Write) << QList<int>{425, 200, 200, 425, 425};
        QTest::newRow("explore, write") << (others(Right::Write) | 1) << QList<int>{425, 200, 200, 200, 425};
        QTest::newRow("delete") << others(Right::Delete) << QList<int>{425, 200, 425, 425, 200};
        QTest::newRow("all") << 0x3F << QList<int>{200, 200, 200, 200, 200};
    }

    void DM_SC_SEC_2_eachBitIsWhatItSays()
    {
        QFETCH(int, bits);
        QFETCH(QList<int>, codes);
        RightsRig rig = ownedRig({{{static_cast<std::uint8_t>(bits)}, ".", {}}});
        QCOMPARE(rig.code("issuer", replaced(".?prop=ACL", "Add=*&Delete=*&Get=*&Replace=*")), 200);
        QCOMPARE(rig.code("application", command(CommandKind::Get, "./Shared/Open")), codes[0]);
        QCOMPARE(rig.code("application", command(CommandKind::Get, ".?list=Struct")), codes[1]);
        const bool explores = (bits & 0x21) == 0x21;
        const std::string list = rig.get("application", ".?list=StructData");
        QCOMPARE(list.find("./Shared/Open") != std::string::npos, explores);
        QCOMPARE(list.find("./Shared/Open=yes") != std::string::npos, bits == 0x3F);
        QCOMPARE(rig.code("application", replaced("./Shared/Open", "no")), codes[2]);
        QCOMPARE(rig.code("application", command(CommandKind::Add, "./DMAcc/Operator/New", "x")), codes[3]);
        QCOMPARE(rig.code("application", command(CommandKind::Delete, "./DMAcc/Operator/Name")), codes[4]);
    }

    void DM_SC_SEC_2_aRightMayHoldForASubtree()
    {
        RightsRig rig = ownedRig({{{kEverything}, "./DMAcc/Operator", {}}, {{kOwn}, "./Apps", {}}});
        QCOMPARE(rig.get("application", "./DMAcc/Operator/Name"), std::string("Operator"));
        QCOMPARE(rig.get("application", "."), std::string("DMAcc"));
        QCOMPARE(rig.get("application", "./DMAcc"), std::string("Operator"));
        QCOMPARE(rig.code("application", replaced("./DMAcc/Operator/Name", "x")), 425); // the ACL says no
        QCOMPARE(rig.code("application", command(CommandKind::Get, "./DMAcc/Mine/Name")), 425);
        QCOMPARE(rig.code("application", command(CommandKind::Get, "./Shared")), 425);
        QCOMPARE(rig.code("application", command(CommandKind::Add, "./Apps/Own", "x")), 200);
        QCOMPARE(rig.code("application", command(CommandKind::Add, "./Appsy", "x")), 425);
        QCOMPARE(rig.code("application", command(CommandKind::Add, "./Else/Own", "x")), 425);
        QCOMPARE(rig.code("application", replaced("./Apps?prop=Name", "Else")), 425);
        QCOMPARE(rig.get("application", "."), std::string("Apps/DMAcc"));
        QCOMPARE(rig.code("application", command(CommandKind::Delete, "./Apps")), 200);
    }

    void DM_SC_SEC_2_aRightMayHoldForMosOfAType()
    {
        RightsRig rig = ownedRig({{{kEverything}, {}, kAccount}});
        const Tree account = treeOf("New  node  urn:oma:mo:oma-dm-dmacc:1.0\n  Name = new\n");
        const Tree other = treeOf("Odd  node  urn:oma:mo:other:1.0\n  Name = odd\n");
        QCOMPARE(rig.get("application", "./DMAcc/Operator/Name"), std::string("Operator"));
        QCOMPARE(rig.get("application", "."), std::string("DMAcc"));
        QCOMPARE(rig.code("application", tnds(CommandKind::Add, "./DMAcc/New", account)), 200);
        QCOMPARE(rig.code("application", tnds(CommandKind::Add, "./DMAcc/Odd", other)), 425);
        QCOMPARE(rig.code("application", command(CommandKind::Add, "./DMAcc/Leaf", "x")), 425);
        QCOMPARE(rig.code("application", command(CommandKind::Add, "./DMAcc/New/Leaf", "x")), 200);
        QCOMPARE(rig.code("application", command(CommandKind::Get, "./Private/Diary")), 425);
    }

    void DM_SC_SEC_2_anAclBindsOnAnothersDataAlone()
    {
        RightsRig rig = ownedRig({{{kEverything}, ".", {}}});
        QCOMPARE(rig.code("application", replaced("./DMAcc/Operator/Name", "x")), 425); // Get=*, Add=*
        QCOMPARE(rig.code("issuer", replaced("./DMAcc/Operator?prop=ACL", "Replace=application")), 200);
        QCOMPARE(rig.code("application", replaced("./DMAcc/Operator/Name", "x")), 200);
        QCOMPARE(rig.code("application", command(CommandKind::Get, "./DMAcc/Operator/Name")), 425);
        QCOMPARE(rig.code("application", tnds(CommandKind::Add, "./Own", treeOf("Own [acl Get=dms]\n  A = 1\n"))), 200);
        QCOMPARE(rig.get("application", "./Own/A"), std::string("1"));
        QCOMPARE(rig.code("device", command(CommandKind::Get, "./Own/A")), 425);
        QCOMPARE(rig.get("dms", "./Own/A"), std::string("1"));
    }

    void DM_SC_PRV_2_aPrivateMoIsReadWithTheRightAlone()
    {
        RightsRig rig = ownedRig({{{0x23}, ".", {}}});
        QCOMPARE(rig.code("issuer", replaced("./Private?prop=ACL", "")), 200); // the policy's rights alone
        QCOMPARE(rig.code("device", command(CommandKind::Get, "./Private/Diary")), 425);
        QCOMPARE(rig.code("device", command(CommandKind::Get, "./Private/Diary?prop=Size")), 425);
        QCOMPARE(rig.code("device", copyOf("./Private/Diary", "./Stolen")), 425);
        for (const char* way : {".", ".?list=Struct", ".?list=StructData"})
            QVERIFY(rig.get("device", way).find("Private") == std::string::npos);
        QVERIFY(rig.tree("device").find("dear diary") == std::string::npos);
        QCOMPARE(rig.get("application", "./Private/Diary"), std::string("dear diary"));
        QVERIFY(rig.tree("application").find("dear diary") != std::string::npos);
        // The issuer gives the right.
        rig.policy.entities[1].conditions.push_back({{0x23}, "./Private", {}});
        QCOMPARE(rig.get("device", "./Private/Diary"), std::string("dear diary"));
    }

    void DM_SC_PRV_2_nothingTellsWhetherAPrivateNodeIsThere()
    {
        RightsRig rig = ownedRig();
        for (const CommandKind kind :
            {CommandKind::Get, CommandKind::Delete, CommandKind::Replace, CommandKind::Exec}) {
            QCOMPARE(rig.code("device", command(kind, "./Private/Diary", "x")), 425);
            QCOMPARE(rig.code("device", command(kind, "./Private/Dairy", "x")), 425);
            QCOMPARE(rig.code("device", command(kind, "./Prvate", "x")), 425);
        }
        QCOMPARE(rig.code("device", command(CommandKind::Add, "./Private/Diary", "x")), 425);
        QCOMPARE(rig.code("device", command(CommandKind::Add, "./Private/Dairy", "x")), 425);
        QCOMPARE(rig.code("device", command(CommandKind::Add, "./Private/Diary/Below", "x")), 425);
        QCOMPARE(rig.code("dms", command(CommandKind::Get, "./Prvate")), 404); // may explore everything
    }

    void DM_SC_PRV_2_whatIsPrivateShowsInNoSyncAnswer()
    {
        RightsRig rig = ownedRig();
        const auto session = rig.as("device");
        const auto issuer = rig.as("issuer");
        QVERIFY(issuer->view().isWhole());
        QVERIFY(&issuer->view().tree() == &rig.image->tree());
        QVERIFY(issuer->view().epoch() == rig.image->epoch());
        const EntityView& view = session->view();
        QVERIFY(!view.isWhole());
        QCOMPARE(textOf(view.tree()), normalText(R"(
            DMAcc
              Mine  node  urn:oma:mo:oma-dm-dmacc:1.0
                Name = Mine
        )"));
        QVERIFY(view.epoch() != rig.image->epoch());
        QVERIFY(!answerDigests(view.tree(), {uri("./Private"), {}}, {}).found);

        // A change of what is private changes no digest and no journal of the device's; a change of its own does.
        Hasher hasher;
        const Digest before = view.tree().computeContentDigest(Tree::root(), hasher);
        const CardSeq from = rig.image->seq();
        QCOMPARE(rig.codes("issuer",
                     {replaced("./Private/Diary", "today"), command(CommandKind::Delete, "./Private/Diary"),
                         command(CommandKind::Add, "./Private/Secret", "x")}),
            (std::vector<int>{200, 200, 200}));
        QCOMPARE(number(rig.image->seq()), number(from) + 1);
        QVERIFY(session->view().tree().computeContentDigest(Tree::root(), hasher) == before);
        QVERIFY(session->view().journalSince(from).empty());
        QVERIFY(!issuer->view().journalSince(from).empty());
        QCOMPARE(rig.code("device", replaced("./DMAcc/Mine/Name", "changed")), 200);
        QVERIFY(session->view().tree().computeContentDigest(Tree::root(), hasher) != before);
        QCOMPARE(session->view().journalSince(from).size(), std::size_t{1});
        QCOMPARE(rig.code("device", command(CommandKind::Delete, "./DMAcc/Mine/Name")), 200);
        QCOMPARE(session->view().journalSince(from).back().change.uri, uri("./DMAcc/Mine/Name"));
    }

    void DM_SC_PRV_2_anAclHidesFromTheViewWhatItHidesFromGet()
    {
        RightsRig rig = ownedRig({{{0x23}, ".", {}}});
        const auto session = rig.as("application");
        QVERIFY(!session->view().isWhole());
        QVERIFY(session->view().tree().find(uri("./Private")) == kNoNode);
        QCOMPARE(rig.code("issuer", replaced("./Private?prop=ACL", "Get=*")), 200);
        QVERIFY(session->view().isWhole());
        QVERIFY(session->view().tree().find(uri("./Private/Diary")) != kNoNode);
    }

    // GEN-5 proves a copy of the card by the view's digest: it must be of exactly what Get gives.
    void DM_SC_PRV_2_theViewIsWhatGetGives()
    {
        QRandomGenerator random(3);
        RightsRig rig = ownedRig({{{0x23}, "./DMAcc", {}}, {{kEverything}, {}, "urn:oma:mo:private:1.0"},
            {{0x21}, "./Shared", {}}, {{0x22}, "./Shared/n1", {}}});
        const char* const entities[] = {"issuer", "device", "dms", "application"};
        const char* const places[] = {"./DMAcc", "./DMAcc/Mine", "./DMAcc/Operator", "./Shared", "./Private"};
        const char* const acls[] = {"Get=dms", "Get=device+application&Add=*", "", "Add=*&Get=*&Delete=*&Replace=*"};
        const Tree mo = treeOf("M  node  urn:oma:mo:private:1.0\n  A = 1\n  S\n    B = 22\n");
        std::vector<std::unique_ptr<EntitySession>> sessions;
        for (const char* entity : entities)
            sessions.push_back(rig.as(entity));
        for (int round = 0; round < 120; ++round) {
            const std::string name = std::string(places[random.bounded(5)]) + "/n" + char('0' + random.bounded(3));
            const char* entity = entities[random.bounded(4)];
            switch (random.bounded(5)) {
            case 0:
                (void)rig.code(entity, command(CommandKind::Add, name, "v"));
                break;
            case 1:
                (void)rig.code(entity, tnds(CommandKind::Add, name, mo));
                break;
            case 2:
                (void)rig.code(entity, replaced(name + "?prop=ACL", acls[random.bounded(4)]));
                break;
            case 3:
                (void)rig.code(
                    "issuer", replaced(std::string(places[random.bounded(5)]) + "?prop=ACL", acls[random.bounded(4)]));
                break;
            default:
                (void)rig.code(entity, command(CommandKind::Delete, name));
            }
            for (std::size_t i = 0; i < sessions.size(); ++i)
                QCOMPARE(textOf(sessions[i]->view().tree()), rig.tree(entities[i]));
        }
    }
};

int run(int argc, char** argv)
{
    return test::run<QCoreApplication, TestRights>(argc, argv);
}

} // namespace dmsc::tst_rights

#include "tst_rights.moc"
