// SPDX-License-Identifier: Apache-2.0
// dm-cases.md C: commands on the tree, in a session. What needs no session stands in tst_executor.
#include "client_rig.h"

#include "cardio/session/account_rights.h"
#include "cardio/session/executor.h"
#include "model/formats/tnds.h"
#include "tests/support/run_test.h"

namespace dmsc::tst_dm_client_tree {

using namespace dmsc::test;
using syncml::Command;
using syncml::CommandKind;
using syncml::Item;

namespace {

constexpr const char* kAccounts = R"(
    . [acl Add=*&Delete=srv&Get=*]
    DMAcc [acl Add=srv&Delete=srv&Get=*&Replace=gone+srv]
      A  node  urn:oma:mo:oma-dm-dmacc:1.0
        ServerID = gone
      B  node  urn:oma:mo:oma-dm-dmacc:1.2
        ServerID = srv
    MO [acl Add=gone&Get=*]
      Only [acl Replace=gone] = x
      Both [acl Get=*&Replace=gone+srv] = x
)";

Command tnds(CommandKind kind, const std::string& target, const char* text)
{
    Command made = command(kind, target);
    const Tree tree = treeOf(text);
    const auto document = writeTndsWbxml(tree, tree.children(Tree::root()).front());
    made.items.front().meta.type = syncml::mime::kTndsWbxml;
    made.items.front().data = std::string(document->begin(), document->end());
    return made;
}

struct Accounts
{
    Tree tree = treeOf(kAccounts);
    TreeEditor editor{tree, fixedClock()};
};

} // namespace

class TestDmClientTree : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void C01_C03_C04_C07_get_data()
    {
        QTest::addColumn<bool>("wbxml");
        QTest::newRow("XML") << false;
        QTest::newRow("WBXML") << true;
    }
    void C01_C03_C04_C07_get()
    {
        QFETCH(bool, wbxml);
        ClientRig rig;
        rig.options.encoding = wbxml ? Encoding::Wbxml : Encoding::Xml;
        rig.start();
        const auto answer = rig.say({command(CommandKind::Get, "./MO/Raw"), command(CommandKind::Get, "MO/Text"),
            command(CommandKind::Get, "./MO/Bare"), command(CommandKind::Get, "./None")});
        QCOMPARE(rig.codes(), (Codes{200, 200, 200, 200, 404}));
        const auto results = resultsOf(*answer);
        QCOMPARE(results.size(), std::size_t{3});
        QCOMPARE(results[0].source.uri, std::string("./MO/Raw"));
        QCOMPARE(results[0].meta.format, std::string("bin"));
        QCOMPARE(results[0].meta.type, std::string("image/png"));
        QCOMPARE(*results[0].data, std::string("\0\xFF\1", 3));
        QCOMPARE(*results[1].data, std::string("plain"));
        QVERIFY(results[1].meta.format.empty());
        QCOMPARE(results[2].data, std::optional<std::string>("")); // there is Data, and it is empty
        QCOMPARE(results[2].meta.format, std::string("node"));
    }

    void C06_C15_C16_C36_C37_C39_whatIsRefused()
    {
        ClientRig rig;
        rig.options.ddf.permanent = [](const Tree& tree, NodeId node) { return tree.name(node) == "DevInfo"; };
        rig.start();
        Command copy = command(CommandKind::Copy, "./MO/Bare/Copy");
        copy.items.front().source.uri = "./MO/Sub";
        QCOMPARE(rig.codes({command(CommandKind::Get, "./1/2/3/4/5/6/7"), command(CommandKind::Add, "./MO/Text", "x"),
                     command(CommandKind::Add, "./MO/Text/Below", "x"), command(CommandKind::Delete, "./DevInfo"),
                     command(CommandKind::Delete, "."), command(CommandKind::Delete, "./MO/None"), copy,
                     command(CommandKind::Replace, "./MO/Sub", "x"), command(CommandKind::Exec, "./MO/Text")}),
            (Codes{200, 414, 418, 405, 405, 405, 404, 405, 405, 406}));
        QVERIFY(rig.unchanged());
        QCOMPARE(rig.device.commits, 0);
    }

    void C09_C10_C12_lists()
    {
        ClientRig rig;
        rig.start();
        const auto structure = resultsOf(*rig.say({command(CommandKind::Get, "./MO?list=Struct")}));
        QCOMPARE(structure.size(), std::size_t{6}); // not what only another server may read
        for (const Item& item : structure) {
            QVERIFY(!item.data || item.data->empty());
            QVERIFY(!item.source.uri.starts_with("./MO/Closed"));
        }
        QCOMPARE(structure.front().meta.type, std::string("urn:oma:mo:test:1.0"));
        QCOMPARE(structure.front().meta.format, std::string("node"));
        const auto data = resultsOf(*rig.say({command(CommandKind::Get, "./MO?list=StructData")}));
        QCOMPARE(*data.back().data, std::string("plain"));
    }

    void C13_C18_C21_C25_additions()
    {
        ClientRig rig;
        rig.start();
        Command interior = command(CommandKind::Add, "./Mine");
        interior.items.front().meta.format = "node";
        QCOMPARE(rig.codes({command(CommandKind::Add, "./MO/New", "n"), interior,
                     tnds(CommandKind::Add, "./MO/T", "T\n  A = 1\n  B = 2\n"),
                     tnds(CommandKind::Add, "./MO/Bad", "Bad\n  A = 1\n  B : int = two\n")}),
            (Codes{200, 200, 200, 200, 500}));
        const Tree& tree = rig.device.tree();
        QCOMPARE(std::string(tree.acl(tree.find(uri("./MO/New")))), std::string());
        QCOMPARE(std::string(tree.acl(tree.find(uri("./Mine")))), std::string("Add=srv&Delete=srv&Replace=srv"));
        QVERIFY(tree.find(uri("./MO/Bad")) == kNoNode);
        QCOMPARE(rig.codes({tnds(CommandKind::Replace, "./MO/T", "T\n  C = 3\n")}), (Codes{200, 200}));
        QVERIFY(tree.find(uri("./MO/T/A")) == kNoNode);
        QCOMPARE(rig.value("./MO/T/C"), std::string("3"));
        Command broken = tnds(CommandKind::Replace, "./MO/T", "T\n  D = 4\n");
        broken.items.front().data->resize(10);
        QVERIFY(rig.codes({broken}).back() >= 400);
        QCOMPARE(rig.value("./MO/T/C"), std::string("3"));
    }

    void C19_fullDevicesChangeNothing()
    {
        ClientRig rig;
        rig.start();
        rig.device.failing = true;
        QCOMPARE(rig.codes({group(CommandKind::Atomic, {command(CommandKind::Add, "./MO/N", "x")})}),
            (Codes{200, 510, 510}));
        QVERIFY(rig.unchanged());
    }

    void C22_C34_versionAndTime()
    {
        ClientRig rig;
        rig.start();
        QCOMPARE(rig.codes({command(CommandKind::Replace, "./MO/Text", "new")}), (Codes{200, 200}));
        const auto answer = rig.say({command(CommandKind::Get, "./MO/Text?prop=VerNo"),
            command(CommandKind::Get, "./MO/Text?prop=TStamp"), command(CommandKind::Get, "./MO/Text?prop=Size")});
        const auto results = resultsOf(*answer);
        QCOMPARE(*results[0].data, std::string("0"));
        QCOMPARE(*results[1].data, std::string("20260601T120000Z"));
        QCOMPARE(*results[2].data, std::string("3"));
    }

    void C27_C28_C30_C31_C40_aclsAndProperties()
    {
        ClientRig rig;
        rig.account.serverId = "other"; // has Get on Closed, and nothing but * elsewhere
        rig.start();
        QCOMPARE(rig.codes({command(CommandKind::Get, "./MO/Closed/Secret"),
                     command(CommandKind::Replace, "./MO/Closed/Secret", "x"),
                     command(CommandKind::Replace, "./MO?prop=ACL", "Get=*&Replace=other"),
                     command(CommandKind::Exec, "./MO/Text"), command(CommandKind::Add, "./MO/Text?prop=Title", "x"),
                     command(CommandKind::Get, "./MO/Text?prop=Colour")}),
            (Codes{200, 200, 425, 425, 425, 405, 406}));
        QVERIFY(rig.unchanged());
        ClientRig srv;
        srv.start();
        QCOMPARE(srv.codes({command(CommandKind::Get, "./MO/Closed/Secret"),
                     command(CommandKind::Replace, "./MO/Closed/Secret?prop=ACL", "Get=*"),
                     command(CommandKind::Replace, "./MO/Sub?prop=ACL", "Get=&nonsense"),
                     command(CommandKind::Replace, "./MO/Sub?prop=ACL", "Get=srv&Replace=srv")}),
            (Codes{200, 425, 425, 500, 200}));
        QCOMPARE(*resultsOf(*srv.say({command(CommandKind::Get, "./MO/Sub?prop=ACL")})).front().data,
            std::string("Get=srv&Replace=srv"));
    }

    void C28_C25_aDocumentChangesNoAclWithoutTheRight()
    {
        const char* text = "Low [acl Get=*]\n  Mine [acl Get=*&Replace=srv] = 1\n  Sub [acl Get=*&Replace=srv]\n"
                           "    Kept [acl Get=other] = 2\n    Gone = 3\n";
        Tree tree = treeOf(text);
        TreeEditor editor(tree, fixedClock());
        ExecutorOptions options;
        options.server = "srv";
        const auto code = [&](const Command& one) {
            syncml::Message message;
            message.header.msgId = syncml::MessageId{1};
            message.commands = {one};
            message.commands.front().id = syncml::CommandId{1};
            return static_cast<int>(CommandExecutor(editor, options).execute(message).back().status);
        };
        // A leaf's ACL is its parent's business, and so is whether it is a leaf.
        QCOMPARE(code(tnds(CommandKind::Replace, "./Low/Mine", "Mine [acl Delete=*&Get=*&Replace=srv] = 9\n")), 425);
        QCOMPARE(code(tnds(CommandKind::Replace, "./Low/Mine", "Mine [acl Get=*&Replace=srv]\n  Below = 9\n")), 425);
        QCOMPARE(code(tnds(CommandKind::Replace, "./Low/Sub", "Sub\n  Kept [acl Get=srv] = 9\n")), 200);
        QCOMPARE(std::string(tree.acl(tree.find(uri("./Low/Sub/Kept")))), std::string("Get=srv"));
        // What a document does not mention stays.
        QCOMPARE(std::string(tree.acl(tree.find(uri("./Low/Sub")))), std::string("Get=*&Replace=srv"));
        QCOMPARE(code(tnds(CommandKind::Replace, "./Low/Sub", "Sub\n  Kept = 8\n  New = 9\n")), 200);
        QCOMPARE(std::string(tree.acl(tree.find(uri("./Low/Sub/Kept")))), std::string("Get=srv"));
        QCOMPARE(code(tnds(CommandKind::Replace, "./Low/Mine", "Mine = 9\n")), 200);
        QCOMPARE(std::string(tree.acl(tree.find(uri("./Low/Mine")))), std::string("Get=*&Replace=srv"));
        QCOMPARE(std::string(tree.value(tree.find(uri("./Low/Mine")))), std::string("9"));
        options.server = "stranger";
        QCOMPARE(code(tnds(CommandKind::Replace, "./Low/Mine", "Mine = 7\n")), 425);
    }

    void DM_SC_PRV_2_theSecretsOfAccountsAreNotRead()
    {
        ClientRig rig;
        rig.start();
        QCOMPARE(rig.codes({tnds(CommandKind::Add, "./MO/A",
                     "A  node  urn:oma:mo:oma-dm-dmacc:1.0\n  AppAuth\n    X\n      AAuthData : bin = n\n"
                     "      AAuthName = me\n      AAuthSecret = pw\n  Name = A\n")}),
            (Codes{200, 200}));
        const std::string secret = "./MO/A/AppAuth/X/AAuthSecret";
        Command copy = command(CommandKind::Copy, "./MO/Bare/Copy");
        copy.items.front().source.uri = secret;
        Command onto = copy;
        onto.items.front().target.uri = "./MO/Text";
        QCOMPARE(rig.codes({command(CommandKind::Get, secret), command(CommandKind::Get, secret + "?prop=Size"),
                     command(CommandKind::Get, secret + "?list=TNDS"),
                     command(CommandKind::Get, "./MO/A/AppAuth/X/AAuthData"),
                     command(CommandKind::Replace, secret + "?prop=Name", "Name"), copy, onto}),
            (Codes{200, 405, 405, 405, 405, 405, 405, 405}));
        // What is above it may be renamed; it stays the account's.
        QCOMPARE(rig.codes({command(CommandKind::Replace, "./MO/A/AppAuth?prop=Name", "Other"),
                     command(CommandKind::Get, "./MO/A/Other/X/AAuthSecret")}),
            (Codes{200, 200, 405}));
        for (const char* list : {"./MO/A?list=StructData", "./MO/A?list=TNDS", "./MO/A?list=Struct"}) {
            const auto items = resultsOf(*rig.say({command(CommandKind::Get, list)}));
            std::string all;
            for (const Item& item : items)
                all += item.source.uri + ' ' + item.data.value_or(std::string()) + '\n';
            QVERIFY(all.find("AAuthName") != std::string::npos);
            QVERIFY(all.find("AAuthSecret") == std::string::npos && all.find("AAuthData") == std::string::npos);
            QVERIFY(all.find("pw") == std::string::npos);
        }
        QCOMPARE(rig.codes({command(CommandKind::Replace, "./MO/A/Other/X/AAuthSecret", "new")}), (Codes{200, 200}));
        QCOMPARE(rig.value("./MO/A/Other/X/AAuthSecret"), std::string("new"));
    }

    void TND_8_5_theAccessTypeBindsServers()
    {
        ClientRig rig;
        rig.options.ddf.accessType = [](const Tree& tree, NodeId node, AclCommand command) {
            return tree.name(node) != "Text" || command == AclCommand::Add;
        };
        rig.start();
        QCOMPARE(rig.codes({command(CommandKind::Get, "./MO/Text"), command(CommandKind::Replace, "./MO/Text", "x"),
                     command(CommandKind::Delete, "./MO/Text"), command(CommandKind::Exec, "./MO/Text")}),
            (Codes{200, 405, 405, 405, 405}));
        QVERIFY(rig.unchanged());
        QCOMPARE(rig.codes({command(CommandKind::Delete, "./MO")}), (Codes{200, 200})); // with its parent it goes
    }

    void TND_8_5_whatTheDescriptionLetsNobodyAddIsNotAdded()
    {
        ClientRig rig;
        rig.options.ddf.adds = [](const Tree& tree, NodeId parent, std::string_view name) {
            if (tree.name(parent) == "MO" && name == "Own")
                return MayAdd::Nobody;
            return name == "Part" ? MayAdd::ItsMaker : MayAdd::Everybody;
        };
        rig.start();
        Command copy = command(CommandKind::Copy, "./MO/Own");
        copy.items.front().source.uri = "./MO/Text";
        QCOMPARE(
            rig.codes({command(CommandKind::Add, "./MO/Own", "x"), command(CommandKind::Add, "./MO/Own/Below", "x"),
                copy, command(CommandKind::Add, "./MO/Other", "x")}),
            (Codes{200, 405, 405, 405, 200}));
        QVERIFY(rig.device.tree().find(uri("./MO/Own")) == kNoNode);
    }

    void C24_anInteriorNodeHasNoValue()
    {
        ClientRig rig;
        rig.start();
        Command add = command(CommandKind::Add, "./MO/New", "x");
        add.items.front().meta.format = "node";
        QCOMPARE(rig.codes({add}), (Codes{200, 405}));
        QVERIFY(rig.unchanged());
        add.items.front().data = "";
        QCOMPARE(rig.codes({add}), (Codes{200, 200}));
    }

    void C42_aRemovedServerLeavesAllAcls()
    {
        Accounts rig;
        ExecutorOptions options;
        options.server = "srv";
        syncml::Message message;
        message.header.msgId = syncml::MessageId{1};
        message.commands = {command(CommandKind::Delete, "./DMAcc/A")};
        message.commands.front().id = syncml::CommandId{1};
        const auto answers = CommandExecutor(rig.editor, options).execute(message);
        QCOMPARE(static_cast<int>(answers.back().status), 200);
        const auto acl = [&](const char* at) { return std::string(rig.tree.acl(rig.tree.find(uri(at)))); };
        QCOMPARE(acl("./DMAcc"), std::string("Add=srv&Delete=srv&Get=*&Replace=srv"));
        QCOMPARE(acl("./MO"), std::string("Get=*"));
        QCOMPARE(acl("./MO/Only"), std::string()); // inherits again
        QCOMPARE(acl("./MO/Both"), std::string("Get=*&Replace=srv"));
    }

    void C27_theRootAlwaysHasAnAcl()
    {
        ClientRig rig;
        auto editor = rig.device.edit({});
        QVERIFY(editor.setAcl(Tree::root(), ""));
        rig.start();
        const auto answer = rig.say({command(CommandKind::Get, ".?prop=ACL")});
        QCOMPARE(*resultsOf(*answer).at(0).data, std::string(kDefaultRootAcl));
    }

    void C43_theRootsAclIsChangedByWhoMayReplaceItAlone()
    {
        ClientRig rig;
        QVERIFY(rig.device.edit({}).setAcl(Tree::root(), "Add=*&Get=*"));
        rig.start();
        const auto change = [](const char* acl) { return command(CommandKind::Replace, ".?prop=ACL", acl); };
        QCOMPARE(rig.codes({change("Add=other&Get=*")}), (Codes{200, 425}));
        QCOMPARE(std::string(rig.device.tree().acl(Tree::root())), std::string("Add=*&Get=*"));
        ClientRig allowed;
        QVERIFY(allowed.device.edit({}).setAcl(Tree::root(), "Add=*&Get=*&Replace=*"));
        allowed.start();
        QCOMPARE(allowed.codes({change("Add=other&Get=*"), command(CommandKind::Add, "./Mine", "x")}),
            (Codes{200, 200, 425})); // and holds at once
    }

    void C42_theRootKeepsAnybody()
    {
        Accounts rig;
        QVERIFY(rig.editor.setAcl(Tree::root(), "Add=gone&Get=gone+srv"));
        QVERIFY(stripServer(rig.editor, "gone"));
        QCOMPARE(std::string(rig.tree.acl(Tree::root())), std::string("Add=*&Get=srv"));
        QCOMPARE(serversBelow(rig.tree, Tree::root()), (std::vector<std::string>{"gone", "srv"}));
    }

    void G05_G06_oddCommands()
    {
        ClientRig rig;
        rig.start();
        QCOMPARE(rig.codes({command(CommandKind::Get, "/MO/Text"), command(CommandKind::Delete, "/MO"),
                     command(CommandKind::Replace, "./MO/../MO/Text", "x"), command(CommandKind::Get, "./MO/")}),
            (Codes{200, 404, 404, 404, 404}));
        QVERIFY(rig.unchanged());
        ClientRig windows;
        windows.options.dialect = Dialect::Windows;
        windows.start();
        QCOMPARE(windows.codes({command(CommandKind::Get, "/MO/Text")}), (Codes{200, 400}));
    }

    void theWindowsDialectReplacesWhatIsMissing()
    {
        ClientRig oma;
        oma.start();
        QCOMPARE(oma.codes({command(CommandKind::Replace, "./MO/New", "x")}), (Codes{200, 404}));
        ClientRig rig;
        rig.options.dialect = Dialect::Windows;
        rig.start();
        QCOMPARE(
            rig.codes({command(CommandKind::Replace, "./MO/New", "x"), command(CommandKind::Replace, "./MO/New", "y"),
                command(CommandKind::Replace, "./MO/Closed/N", "x")}),
            (Codes{200, 200, 200, 425}));
        QCOMPARE(rig.value("./MO/New"), std::string("y"));
        QCOMPARE(rig.codes({group(CommandKind::Atomic,
                     {group(CommandKind::Atomic, {command(CommandKind::Delete, "./MO/New")}),
                         command(CommandKind::Delete, "./MO/Text")})}),
            (Codes{200, 507, 500, 215}));
    }

    void G11_namesThatNeedCare()
    {
        for (const Encoding encoding : {Encoding::Xml, Encoding::Wbxml}) {
            ClientRig rig;
            rig.options.encoding = encoding;
            rig.start();
            const std::string name = "./MO/Bare/G\xC3\xB6tz & <x>%2F";
            const std::string title(255, 't');
            QCOMPARE(rig.codes({command(CommandKind::Add, name, "v"),
                         command(CommandKind::Replace, name + "?prop=Title", title),
                         command(CommandKind::Replace, name + "?prop=Title", title + "t")}),
                (Codes{200, 200, 200, 413}));
            const auto answer = rig.say({command(CommandKind::Get, name), command(CommandKind::Get, "./MO/Bare")});
            QCOMPARE(resultsOf(*answer)[0].source.uri, name);
            QCOMPARE(*resultsOf(*answer)[1].data, name.substr(10));
        }
    }
};

int run(int argc, char** argv)
{
    return test::run<QCoreApplication, TestDmClientTree>(argc, argv);
}

} // namespace dmsc::tst_dm_client_tree

#include "tst_dm_client_tree.moc"
