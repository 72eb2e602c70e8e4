// SPDX-License-Identifier: Apache-2.0
#include "card_rig.h"

#include "cardio/session/executor.h"
#include "cardio/session/responder.h"
#include "tests/cardio/message_parts.h"
#include "tests/support/run_test.h"

namespace dmsc::tst_executor {

using namespace dmsc::test;
using syncml::Command;
using syncml::CommandKind;
using syncml::Item;

namespace {

constexpr const char* kTree = R"(
    . [acl Add=*&Get=*]
    DevDetail
      URI
        MaxDepth : int = 6
        MaxSegLen : int = 20
        MaxTotLen : int = 60
    MO  node  urn:oma:mo:test:1.0 [acl Add=srv&Delete=srv&Get=*&Replace=srv]
      Text [verno 65535] = plain
      Raw : bin image/png = \x00\xFF\x01
      Sub
        Leaf = x
      Closed [acl Get=other]
        Secret = hidden
      Bare
)";

Command tnds(CommandKind kind, std::string target, const Tree& tree)
{
    Command made = command(kind, std::move(target));
    const auto document = writeTndsWbxml(tree, tree.children(Tree::root()).front());
    made.items.front().meta.type = syncml::mime::kTndsWbxml;
    made.items.front().data = std::string(document->begin(), document->end());
    return made;
}

Command group(CommandKind kind, std::vector<Command> members)
{
    Command made;
    made.kind = kind;
    made.members = std::move(members);
    return made;
}

/// A tree and somebody who commands it.
struct Rig
{
    Tree tree = treeOf(kTree);
    TreeEditor editor{tree, fixedClock()};
    ExecutorOptions options;

    std::vector<Command> run(std::vector<Command> commands)
    {
        syncml::Message message;
        message.header.msgId = syncml::MessageId{1};
        std::uint32_t id = 0;
        const auto number = [&](Command& one) { one.id = syncml::CommandId{++id}; };
        for (Command& one : commands) {
            number(one);
            for (Command& member : one.members)
                number(member);
        }
        message.commands = std::move(commands);
        return CommandExecutor(editor, options).execute(message);
    }

    /// Status codes without that of the header.
    std::vector<int> codes(std::vector<Command> commands)
    {
        std::vector<int> list;
        for (const Command& answer : run(std::move(commands)))
            if (answer.kind == CommandKind::Status)
                list.push_back(static_cast<int>(answer.status));
        list.erase(list.begin());
        return list;
    }
    int code(Command one) { return codes({std::move(one)}).front(); }
    [[nodiscard]] std::string text(std::string_view at) const { return textOf(tree, tree.find(uri(at))); }
    [[nodiscard]] bool unchanged() const { return textOf(tree) == normalText(kTree); }

    Item get(std::string target)
    {
        for (const Command& answer : run({command(CommandKind::Get, std::move(target))}))
            if (answer.kind == CommandKind::Results)
                return answer.items.front();
        return {};
    }
};

Rig asServer(std::string server)
{
    Rig rig;
    rig.options.server = std::move(server);
    return rig;
}

using Codes = std::vector<int>;

} // namespace

class TestExecutor : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void C01_C03_C07_getGivesValuesAndChildren()
    {
        Rig rig;
        const Item leaf = rig.get("./MO/Text");
        QCOMPARE(leaf.source.uri, std::string("./MO/Text"));
        QCOMPARE(*leaf.data, std::string("plain"));
        QVERIFY(leaf.meta.format.empty());
        const Item raw = rig.get("MO/Raw");
        QCOMPARE(raw.meta.format, std::string("bin"));
        QCOMPARE(raw.meta.type, std::string("image/png"));
        QCOMPARE(raw.data->size(), std::size_t{3});
        QCOMPARE(*rig.get("./MO").data, std::string("Bare/Closed/Raw/Sub/Text"));
        QCOMPARE(rig.get("./MO").meta.format, std::string("node"));
        QCOMPARE(*rig.get("./MO/Bare").data, std::string());
    }

    void C04_C06_whatIsNotThere()
    {
        Rig rig;
        QCOMPARE(rig.code(command(CommandKind::Get, "./None")), 404);
        QCOMPARE(rig.code(command(CommandKind::Get, "./1/2/3/4/5/6/7")), 414);
        QCOMPARE(rig.code(command(CommandKind::Get, "./a-name-with-many-characters")), 414);
        QVERIFY(rig.code(command(CommandKind::Get, "/MO")) >= 400);
    }

    void DM_SC_GEN_17_C09_C10_theStructureIsListed()
    {
        Rig rig;
        const auto answers = rig.run({command(CommandKind::Get, "./MO/Sub?list=Struct")});
        QCOMPARE(answers[2].items.size(), std::size_t{2});
        QVERIFY(!answers[2].items[1].data);
        const auto data = rig.run({command(CommandKind::Get, "./MO/Sub?list=StructData")});
        QCOMPARE(data[2].items[1].source.uri, std::string("./MO/Sub/Leaf"));
        QCOMPARE(*data[2].items[1].data, std::string("x"));
        QCOMPARE(rig.code(command(CommandKind::Get, "./MO?list=Nonsense")), 406);
        QCOMPARE(rig.code(command(CommandKind::Get, "./MO?list=TNDS+Value-ACL")), 406);
    }

    void C12_listsHoldOnlyWhatMayBeRead()
    {
        Rig rig = asServer("srv");
        const Item item = rig.get("./MO?list=TNDS");
        const auto content =
            readMgmtTreeWbxml(ByteView(reinterpret_cast<const std::uint8_t*>(item.data->data()), item.data->size()));
        QVERIFY(content);
        QVERIFY(content->tree.find(uri("./MO/Text")) != kNoNode);
        QVERIFY(content->tree.find(uri("./MO/Closed")) == kNoNode);
        QCOMPARE(rig.code(command(CommandKind::Get, "./MO/Closed/Secret")), 425);
    }

    void DM_SC_GEN_4_C13_C15_C16_nodesAreAdded()
    {
        Rig rig;
        QCOMPARE(rig.code(command(CommandKind::Add, "./MO/New", "fresh")), 200);
        QCOMPARE(*rig.get("./MO/New?prop=ACL").data, std::string());
        QCOMPARE(*rig.get("./MO/New?prop=Name").data, std::string("New"));
        QCOMPARE(rig.code(command(CommandKind::Add, "./MO/New", "again")), 418);
        QCOMPARE(rig.code(command(CommandKind::Add, "./MO/Text/Below", "x")), 405);
        QCOMPARE(rig.code(command(CommandKind::Add, "./P/Q/R", "deep")), 200); // missing parents are made
        rig.options.implicitParents = false;
        QCOMPARE(rig.code(command(CommandKind::Add, "./X/Y", "x")), 404);
        Command bad = command(CommandKind::Add, "./MO/Int", "seven");
        bad.items.front().meta.format = "int";
        QCOMPARE(rig.code(bad), 500);
        bad.items.front().meta.format = "nonsense";
        QCOMPARE(rig.code(bad), 415);
    }

    void C18_theCreatorOwnsWhatItMayNotReplace()
    {
        Rig rig = asServer("srv");
        Command add = command(CommandKind::Add, "./Mine");
        add.items.front().meta.format = "node";
        QCOMPARE(rig.code(add), 200);
        QCOMPARE(
            std::string(rig.tree.acl(rig.tree.find(uri("./Mine")))), std::string("Add=srv&Delete=srv&Replace=srv"));
    }

    void C19_memoryIsNotExceeded()
    {
        Rig rig;
        rig.options.memoryFree = 100;
        QCOMPARE(rig.code(command(CommandKind::Add, "./MO/Big", std::string(200, 'x'))), 420);
        QCOMPARE(rig.code(command(CommandKind::Replace, "./MO/Text", std::string(200, 'x'))), 420);
        QVERIFY(rig.unchanged());
        QCOMPARE(rig.code(command(CommandKind::Add, "./MO/Small", "x")), 200);
    }

    void C21_C25_subtreesAreAllOrNothing()
    {
        Rig rig;
        QCOMPARE(rig.code(tnds(CommandKind::Add, "./MO/Tree", treeOf("Tree\n  A = 1\n  B : int = 2\n"))), 200);
        QCOMPARE(rig.text("./MO/Tree"), std::string("Tree\n  A = 1\n  B : int = 2\n"));
        QCOMPARE(rig.code(tnds(CommandKind::Add, "./MO/Tree", treeOf("Tree\n  A = 1\n"))), 418);
        QCOMPARE(rig.code(tnds(CommandKind::Add, "./MO/Bad", treeOf("Bad\n  A = 1\n  B : int = two\n"))), 500);
        QVERIFY(rig.tree.find(uri("./MO/Bad")) == kNoNode);
        QCOMPARE(rig.code(tnds(CommandKind::Add, "./MO/Deep", treeOf("Deep\n  1\n    2\n      3\n        4\n"))), 200);
        QCOMPARE(
            rig.code(tnds(CommandKind::Add, "./MO/D2", treeOf("D2\n  1\n    2\n      3\n        4\n          5\n"))),
            414);
        QCOMPARE(rig.code(tnds(CommandKind::Replace, "./MO/Tree", treeOf("Tree\n  C = 3\n"))), 200);
        QCOMPARE(rig.text("./MO/Tree"), std::string("Tree\n  C = 3\n"));
        Command broken = command(CommandKind::Replace, "./MO/Tree", "no document");
        broken.items.front().meta.type = syncml::mime::kTndsWbxml;
        QCOMPARE(rig.code(broken), 500);
        QCOMPARE(rig.text("./MO/Tree"), std::string("Tree\n  C = 3\n"));
        // A document of another name hangs below its Target.
        QCOMPARE(rig.code(tnds(CommandKind::Add, "./MO/Bare", treeOf("Guest\n  A = 1\n"))), 200);
        QVERIFY(rig.tree.find(uri("./MO/Bare/Guest/A")) != kNoNode);
    }

    void C22_C24_C34_replaceMovesVersionAndTime()
    {
        Rig rig;
        QCOMPARE(rig.code(command(CommandKind::Replace, "./MO/Text", "new")), 200);
        const NodeId node = rig.tree.find(uri("./MO/Text"));
        QCOMPARE(rig.tree.verNo(node), std::optional<std::uint16_t>(0)); // FFFF wraps
        QCOMPARE(std::string(rig.tree.tstamp(node)), std::string("20260601T120000Z"));
        QCOMPARE(rig.code(command(CommandKind::Replace, "./MO/Sub", "value")), 405);
        QCOMPARE(rig.code(command(CommandKind::Replace, "./MO/None", "value")), 404);
    }

    void C27_C28_C30_aclsAreEnforced()
    {
        Rig rig = asServer("srv");
        QCOMPARE(rig.code(command(CommandKind::Replace, "./MO/Sub?prop=ACL", "Get=*&Replace=srv")), 200);
        QCOMPARE(rig.code(command(CommandKind::Replace, "./MO/Sub?prop=ACL", "Get=&nonsense")), 500);
        QCOMPARE(*rig.get("./MO/Sub?prop=ACL").data, std::string("Get=*&Replace=srv"));
        // The whole ACL of the nearest ancestor counts: "Get=other" blocks everything else.
        QCOMPARE(rig.code(command(CommandKind::Replace, "./MO/Closed/Secret", "x")), 425);
        QCOMPARE(rig.code(command(CommandKind::Delete, "./MO/Closed/Secret")), 425);
        QCOMPARE(rig.code(command(CommandKind::Add, "./MO/Closed/New", "x")), 425);
        // A leaf's ACL is its parent's business.
        QCOMPARE(rig.code(command(CommandKind::Replace, "./MO/Closed/Secret?prop=ACL", "Get=*")), 425);
        Rig stranger = asServer("stranger");
        QCOMPARE(stranger.code(command(CommandKind::Replace, "./MO/Text", "x")), 425);
        QCOMPARE(stranger.code(command(CommandKind::Replace, "./MO?prop=ACL", "Get=*")), 425);
        QCOMPARE(stranger.code(command(CommandKind::Exec, "./MO/Text")), 425);
        QVERIFY(stranger.unchanged());
    }

    void C31_C33_properties()
    {
        Rig rig;
        QCOMPARE(rig.code(command(CommandKind::Add, "./MO/Text?prop=Title", "x")), 405);
        QCOMPARE(rig.code(command(CommandKind::Get, "./MO/Text?prop=Colour")), 406);
        QCOMPARE(rig.code(command(CommandKind::Replace, "./MO/Text?prop=Type", "x")), 405);
        QCOMPARE(*rig.get("./MO/Raw?prop=Size").data, std::string("3"));
        QCOMPARE(rig.code(command(CommandKind::Get, "./MO?prop=Size")), 406);
        QCOMPARE(rig.code(command(CommandKind::Replace, "./MO/Text?prop=Title", "A title")), 200);
        QCOMPARE(rig.code(command(CommandKind::Replace, "./MO/Text?prop=Name", "Words")), 200);
        QCOMPARE(rig.code(command(CommandKind::Replace, "./MO/Words?prop=Name", "Raw")), 418);
        QCOMPARE(*rig.get("./MO/Words?prop=Title").data, std::string("A title"));
    }

    void C36_C37_permanentNodesStay()
    {
        Rig rig;
        rig.options.permanent = [](const Tree& tree, NodeId node) { return tree.name(node) == "Sub"; };
        QCOMPARE(rig.code(command(CommandKind::Delete, "./MO/Sub")), 405);
        QCOMPARE(rig.code(command(CommandKind::Replace, "./MO/Sub?prop=Name", "Other")), 405);
        QCOMPARE(rig.code(command(CommandKind::Delete, ".")), 405);
        QCOMPARE(rig.code(command(CommandKind::Delete, "./None")), 404);
        QCOMPARE(rig.code(command(CommandKind::Delete, "./MO")), 200); // with its parent it goes
    }

    void C39_C40_copyAndExec()
    {
        Rig rig;
        Command copy = command(CommandKind::Copy, "./MO/Bare/Copy");
        copy.items.front().source.uri = "./MO/Raw";
        QCOMPARE(rig.code(copy), 200);
        QCOMPARE(rig.tree.value(rig.tree.find(uri("./MO/Bare/Copy"))), rig.tree.value(rig.tree.find(uri("./MO/Raw"))));
        copy.items.front().source.uri = "./MO/Sub";
        QCOMPARE(rig.code(copy), 405);
        QCOMPARE(rig.code(command(CommandKind::Exec, "./MO/Text")), 406);
        QCOMPARE(rig.code(command(CommandKind::Exec, "./None")), 404);
    }

    void D01_D03_atomic()
    {
        Rig rig;
        QCOMPARE(rig.codes({group(CommandKind::Atomic,
                     {command(CommandKind::Replace, "./MO/Text", "a"), command(CommandKind::Add, "./MO/N", "b")})}),
            (Codes{200, 200, 200}));
        Rig fails;
        QCOMPARE(fails.codes({group(CommandKind::Atomic,
                     {command(CommandKind::Delete, "./MO/Sub"), command(CommandKind::Replace, "./MO/Text", "a"),
                         command(CommandKind::Replace, "./MO/None", "b"), command(CommandKind::Add, "./MO/N", "c")})}),
            (Codes{507, 216, 216, 404, 215}));
        QVERIFY(fails.unchanged());
        QVERIFY(fails.editor.changes().changes.empty());
        Rig nested;
        QCOMPARE(nested.codes({group(CommandKind::Atomic,
                     {command(CommandKind::Replace, "./MO/Text", "a"), command(CommandKind::Get, "./MO/Text")})}),
            (Codes{507, 216, 500}));
        QVERIFY(nested.unchanged());
        Command both = command(CommandKind::Replace, "./MO/Text", "a");
        both.items.push_back(command(CommandKind::Replace, "./MO/None", "b").items.front());
        QCOMPARE(nested.codes({group(CommandKind::Atomic, {both})}), (Codes{507, 404}));
        QVERIFY(nested.unchanged());
    }

    void D06_sequence()
    {
        Rig rig;
        QCOMPARE(rig.codes({group(CommandKind::Sequence,
                     {command(CommandKind::Replace, "./MO/Text", "a"), command(CommandKind::Delete, "./MO/None"),
                         command(CommandKind::Get, "./MO/Text")})}),
            (Codes{200, 200, 404, 200}));
    }

    void DM_SC_GEN_19_D10_sizesAreVerifiedBeforeStoring()
    {
        Rig rig;
        Command replace = command(CommandKind::Replace, "./MO/Text", "five!");
        replace.items.front().meta.size = 6;
        QCOMPARE(rig.code(replace), 424);
        QVERIFY(rig.unchanged());
        replace.items.front().meta.size = 5;
        QCOMPARE(rig.code(replace), 200);
    }

    void C27_nobodyTakesTheServerIdOfAnother()
    {
        const auto account = [](const std::string& name, const std::string& id) {
            return name + "  node  urn:oma:mo:oma-dm-dmacc:1.0 [acl Add=*&Delete=*&Get=*&Replace=*]\n"
                + "  ServerID = " + id + "\n";
        };
        Rig rig = asServer("b");
        for (const auto& [name, id] : {std::pair("A", "a"), std::pair("B", "b")}) {
            const Tree one = treeOf(account(name, id).c_str());
            QVERIFY(rig.editor.addSubtree(Tree::root(), name, one, one.children(Tree::root()).front()));
        }
        const std::string before = textOf(rig.tree);
        const auto asOther = [&](Codes expected, std::vector<Command> commands) {
            QCOMPARE(rig.codes(std::move(commands)), expected);
            QCOMPARE(textOf(rig.tree), before);
        };
        Command node = command(CommandKind::Add, "./B/X");
        node.items.front().meta.format = "node";
        node.items.front().meta.type = "urn:oma:mo:oma-dm-dmacc:1.1";
        asOther({425}, {command(CommandKind::Replace, "./B/ServerID", "a")});
        Command copy = command(CommandKind::Copy, "./B/ServerID");
        copy.items.front().source.uri = "./A/ServerID";
        asOther({425}, {copy});
        asOther({425}, {tnds(CommandKind::Add, "./C", treeOf(account("C", "a").c_str()))});
        asOther({425}, {tnds(CommandKind::Replace, "./B", treeOf(account("B", "a").c_str()))});
        asOther(
            {507, 216, 425}, {group(CommandKind::Atomic, {node, command(CommandKind::Add, "./B/X/ServerID", "a")})});
        asOther({507, 216, 216, 425},
            {group(CommandKind::Atomic,
                {node, command(CommandKind::Add, "./B/X/Other", "a"),
                    command(CommandKind::Replace, "./B/X/Other?prop=Name", "ServerID")})});
        // Another name, and its own once more, are its business.
        QCOMPARE(rig.code(command(CommandKind::Replace, "./B/ServerID", "b")), 200);
        QCOMPARE(rig.code(command(CommandKind::Replace, "./B/ServerID", "c")), 200);
        QCOMPARE(rig.code(tnds(CommandKind::Add, "./D", treeOf(account("D", "d").c_str()))), 200);
        rig.options.server.clear();
        QCOMPARE(rig.code(command(CommandKind::Replace, "./B/ServerID", "a")), 200); // the owner may
    }

    void C28_aQuestionMarkIsNoPartOfAName()
    {
        Rig rig;
        QCOMPARE(rig.code(command(CommandKind::Replace, "./MO/Text?prop=Name", "z?prop=ACL")), 500);
        QCOMPARE(rig.code(command(CommandKind::Add, "./MO/a?b", "x")), 500);
        QCOMPARE(rig.code(tnds(CommandKind::Add, "./N", treeOf("N\n  a?prop=ACL = x\n"))), 500);
        QVERIFY(rig.unchanged());
    }

    void A13_A16_G05_whatWeDoNotKnow()
    {
        Rig rig;
        Command strange;
        strange.name = "Put";
        QCOMPARE(rig.code(strange), 406);
        Command faulty = command(CommandKind::Delete, "./MO/Text");
        faulty.fault = syncml::Fault{};
        QCOMPARE(rig.code(faulty), 400);
        Command empty;
        empty.kind = CommandKind::Delete;
        QCOMPARE(rig.code(empty), 412);
        syncml::Message message;
        message.header.msgId = syncml::MessageId{1};
        message.header.verProto = "DM/1.1";
        message.commands = {command(CommandKind::Delete, "./MO/Text")};
        const auto answers = CommandExecutor(rig.editor, rig.options).execute(message);
        QCOMPARE(answers.size(), std::size_t{1});
        QCOMPARE(static_cast<int>(answers.front().status), 513);
        QVERIFY(rig.unchanged());
    }

    void DM_SC_GEN_20_everyOperationHasItsStatus()
    {
        Rig rig;
        const auto answers = rig.run({command(CommandKind::Get, "./MO/Text"), command(CommandKind::Delete, "./None")});
        QCOMPARE(answers.size(), std::size_t{4}); // header, Status, Results, Status
        QVERIFY(answers[1].kind == CommandKind::Status && answers[2].kind == CommandKind::Results); // A18
        QCOMPARE(answers[3].reference.name, std::string("Delete"));
        QCOMPARE(answers[3].reference.targets, std::vector<std::string>{"./None"});
    }
};

int run(int argc, char** argv)
{
    return test::run<QCoreApplication, TestExecutor>(argc, argv);
}

} // namespace dmsc::tst_executor

#include "tst_executor.moc"
