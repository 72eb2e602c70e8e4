// SPDX-License-Identifier: Apache-2.0
// dm-cases.md A (set-up and packages) and D (grouping, large objects, flow), role client.
#include "client_rig.h"

#include "model/syncml/base64.h"
#include "tests/support/run_test.h"

namespace dmsc::tst_dm_client_session {

using namespace dmsc::test;
using syncml::AlertCode;
using syncml::Command;
using syncml::CommandKind;
using syncml::Item;
using syncml::Message;

namespace {

/// Accepts an Exec and finishes when it is told to.
class SlowHooks final : public DeviceHooks
{
public:
    std::optional<HookOutcome> run(CommandKind kind, const Uri& target, const Item& /*item*/,
        const std::string& correlator, const std::string& server) override
    {
        if (kind != CommandKind::Exec || target.text() != "./MO/Text")
            return std::nullopt;
        waiting = correlator;
        asker = server;
        return HookOutcome{syncml::StatusCode::Accepted, {}};
    }
    std::optional<syncml::StatusCode> consent(CommandKind kind, const Uri& target, const Item& /*item*/,
        const Tree& /*tree*/, const std::string& /*server*/) override
    {
        ++asked;
        return kind == CommandKind::Replace && target.text() == "./MO/Sub/Leaf"
            ? std::optional(syncml::StatusCode::NotModified)
            : std::nullopt;
    }
    std::vector<Command> takeAlerts() override
    {
        if (!finished || waiting.empty())
            return {};
        Command made = alert(AlertCode::Generic, {"done"});
        made.correlator = std::exchange(waiting, {});
        return {made};
    }

    std::string waiting;
    std::string asker;
    bool finished = false;
    int asked = 0;
};

void collectIds(const std::vector<Command>& commands, std::vector<std::uint32_t>& ids)
{
    for (const Command& one : commands) {
        ids.push_back(static_cast<std::uint32_t>(one.id));
        collectIds(one.members, ids);
    }
}

} // namespace

class TestDmClientSession : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void A01_A03_packageOne_data()
    {
        QTest::addColumn<bool>("wbxml");
        QTest::addColumn<bool>("server");
        QTest::newRow("XML, the client begins") << false << false;
        QTest::newRow("WBXML, after package 0") << true << true;
    }
    void A01_A03_packageOne()
    {
        QFETCH(bool, wbxml);
        QFETCH(bool, server);
        ClientRig rig;
        rig.options.encoding = wbxml ? Encoding::Wbxml : Encoding::Xml;
        rig.options.serverInitiated = server;
        rig.options.sessionId = "4A";
        Command request = alert(AlertCode::Generic, {"x"});
        rig.options.alerts = {request};
        const Message one = rig.start();
        QCOMPARE(encodingOf(rig.last), rig.options.encoding);
        QCOMPARE(one.header.verDtd, std::string("1.2"));
        QCOMPARE(one.header.verProto, std::string("DM/1.2"));
        QCOMPARE(one.header.sessionId, std::string("4A"));
        QCOMPARE(static_cast<int>(one.header.msgId), 1);
        QCOMPARE(one.header.source.uri, std::string("IMEI:001"));
        QCOMPARE(one.header.target.uri, std::string("http://server"));
        QCOMPARE(one.header.meta.maxMsgSize, std::optional<std::uint64_t>(16'384));
        QVERIFY(one.header.meta.maxObjSize);
        QVERIFY(!one.header.cred);
        QCOMPARE(one.commands.size(), std::size_t{3});
        QCOMPARE(static_cast<int>(one.commands[0].alert), server ? 1200 : 1201);
        QCOMPARE(static_cast<int>(one.commands[0].id), 1);
        QVERIFY(one.commands[1].kind == CommandKind::Replace);
        std::vector<std::string> uris;
        for (const Item& item : one.commands[1].items) {
            uris.push_back(item.source.uri);
            QVERIFY(item.data);
            QCOMPARE(item.meta.type, std::string("text/plain"));
            QCOMPARE(item.meta.format, std::string("chr"));
        }
        QCOMPARE(uris,
            (std::vector<std::string>{"./DevInfo/DevId", "./DevInfo/DmV", "./DevInfo/Ext/Colour", "./DevInfo/Lang",
                "./DevInfo/Man", "./DevInfo/Mod"}));
        QCOMPARE(static_cast<int>(one.commands[2].alert), 1226);
        QVERIFY(one.final);
    }

    void A07_aServerThatHasNothingToDoEndsTheSession()
    {
        ClientRig rig;
        rig.start();
        QVERIFY(!rig.say({}));
        QVERIFY(rig.session->end() == SessionEnd::Finished);
        QVERIFY(rig.unchanged());
        QVERIFY(!rig.say({command(CommandKind::Delete, "./MO/Text")})); // over is over
        QVERIFY(rig.unchanged());
    }

    void A09_A10_A12_A18_idsAndOrder()
    {
        ClientRig rig;
        rig.start();
        const auto answer = rig.say({command(CommandKind::Get, "./MO/Text"),
            group(CommandKind::Sequence, {command(CommandKind::Get, "./MO"), command(CommandKind::Get, "./None")})});
        QVERIFY(answer);
        QCOMPARE(static_cast<int>(answer->header.msgId), 2);
        std::vector<std::uint32_t> ids;
        collectIds(answer->commands, ids);
        auto unique = ids;
        std::sort(unique.begin(), unique.end());
        QVERIFY(std::adjacent_find(unique.begin(), unique.end()) == unique.end());
        QVERIFY(unique.front() > 0);
        for (const Command& one : answer->commands)
            QVERIFY(one.kind == CommandKind::Status || one.kind == CommandKind::Results);
        QVERIFY(answer->commands[0].reference.name == "SyncHdr");
        QVERIFY(answer->commands[1].reference.name == "Get"); // the Status, then the Results
        QVERIFY(answer->commands[2].kind == CommandKind::Results);
        QCOMPARE(answer->commands[2].reference.command, answer->commands[1].reference.command);
        QCOMPARE(rig.codes(), (Codes{200, 200, 200, 200, 404}));
        QVERIFY(answer->final);
    }

    void A15_aSessionThatIsCutOffLeavesWholeCommandsOnly()
    {
        ClientRig rig;
        rig.start();
        rig.say({chunk("./MO/Text", "half", true, 8)}, false);
        rig.session.reset(); // the transport is gone
        QVERIFY(rig.unchanged());
        rig.options.sessionId = "2";
        rig.msgId = 0;
        rig.start();
        QCOMPARE(rig.codes({command(CommandKind::Replace, "./MO/Text", "after")}), (Codes{200, 200}));
        QCOMPARE(rig.value("./MO/Text"), std::string("after"));
    }

    void A16_otherVersionsAreNotProcessed()
    {
        for (const auto& [dtd, protocol, code] :
            {std::tuple("1.2", "DM/1.1", 513), std::tuple("1.2", "DM/1.3", 513), std::tuple("1.1", "DM/1.2", 505)}) {
            ClientRig rig;
            rig.start();
            Message message = rig.made({command(CommandKind::Delete, "./MO/Text")});
            message.header.verDtd = dtd;
            message.header.verProto = protocol;
            QVERIFY(rig.send(rig.packet(message)));
            QCOMPARE(rig.codes(), (Codes{code}));
            QVERIFY(rig.unchanged());
        }
    }

    void A22_anExecThatFinishesLater()
    {
        ClientRig rig;
        SlowHooks hooks;
        rig.options.hooks = &hooks;
        rig.start();
        Command exec = command(CommandKind::Exec, "./MO/Text", "argument");
        exec.correlator = "c-17";
        QCOMPARE(rig.codes({exec}), (Codes{200, 202}));
        QCOMPARE(hooks.asker, std::string("srv"));
        QVERIFY(!hasAlert(rig.lastMessage(), AlertCode::Generic));
        hooks.finished = true;
        const auto answer = rig.say({command(CommandKind::Get, "./MO/Text")});
        QVERIFY(hasAlert(*answer, AlertCode::Generic));
        QCOMPARE(answer->commands.back().correlator, std::string("c-17"));

        // Or in the next session.
        QCOMPARE(rig.codes({exec}), (Codes{200, 202}));
        rig.options.sessionId = "2";
        rig.msgId = 0;
        hooks.waiting = "c-18";
        QCOMPARE(rig.start().commands.back().correlator, std::string("c-18"));
    }

    void C40_USE_5_hooksAreAskedAfterTheRights()
    {
        ClientRig rig;
        SlowHooks hooks;
        rig.options.hooks = &hooks;
        rig.account.serverId = "stranger";
        rig.start();
        QCOMPARE(rig.codes({command(CommandKind::Exec, "./MO/Text"), command(CommandKind::Replace, "./MO/Text", "x")}),
            (Codes{200, 425, 425}));
        QCOMPARE(hooks.asked, 0);
        ClientRig allowed;
        allowed.options.hooks = &hooks;
        allowed.start();
        QCOMPARE(allowed.codes({command(CommandKind::Replace, "./MO/Sub/Leaf", "y"),
                     command(CommandKind::Replace, "./MO/Text", "z")}),
            (Codes{200, 304, 200}));
        QCOMPARE(hooks.asked, 2);
        QCOMPARE(allowed.value("./MO/Sub/Leaf"), std::string("x"));
        QCOMPARE(allowed.value("./MO/Text"), std::string("z"));
    }

    void DM_SC_GEN_20_whatCannotBeStoredIsSaid()
    {
        ClientRig rig;
        rig.start();
        rig.device.failing = true;
        QCOMPARE(rig.codes({command(CommandKind::Replace, "./MO/Text", "x"), command(CommandKind::Get, "./MO/Text")}),
            (Codes{200, 510, 200}));
        QVERIFY(rig.unchanged());
        QVERIFY(!rig.session->changedTree());
    }

    void D01_D03_atomic()
    {
        ClientRig rig;
        rig.start();
        QCOMPARE(rig.codes({group(CommandKind::Atomic,
                     {command(CommandKind::Replace, "./MO/Text", "a"), command(CommandKind::Add, "./MO/N", "b")})}),
            (Codes{200, 200, 200, 200}));
        QCOMPARE(rig.device.commits, 1);
        QCOMPARE(rig.codes({group(CommandKind::Atomic,
                     {command(CommandKind::Replace, "./MO/Text", "b"), group(CommandKind::Atomic, {})})}),
            (Codes{200, 507, 216, 500}));
        QCOMPARE(rig.codes({group(CommandKind::Atomic,
                     {command(CommandKind::Replace, "./MO/Text", "b"), command(CommandKind::Get, "./MO/Text")})}),
            (Codes{200, 507, 216, 500}));
        QCOMPARE(rig.value("./MO/Text"), std::string("a"));
    }

    void D04_anAtomicWhoseAnswerDoesNotFitIsRolledBack()
    {
        ClientRig rig;
        rig.options.encoding = Encoding::Xml;
        rig.maxMsgSize = 2'000;
        rig.start();
        std::vector<Command> members;
        for (int i = 0; i < 40; ++i)
            members.push_back(command(CommandKind::Add, "./MO/Bare/N" + std::to_string(i), "x"));
        auto answer = rig.say({group(CommandKind::Atomic, members)});
        QVERIFY(answer);
        QCOMPARE(rig.codes()[1], 517);
        std::size_t statuses = 0;
        while (answer && !answer->final) {
            QVERIFY(rig.last.body.size() <= 2'000);
            statuses += rig.codes().size() - 1;
            answer = rig.say({alert(AlertCode::NextMessage)});
        }
        QVERIFY(statuses + rig.codes().size() - 1 >= 41);
        QVERIFY(rig.unchanged());
        // One that fits is answered in one message.
        members.resize(2);
        answer = rig.say({group(CommandKind::Atomic, members)});
        QCOMPARE(rig.codes(), (Codes{200, 200, 200, 200}));
        QVERIFY(rig.last.body.size() <= 2'000);
    }

    void D04_theAnswerToAnAtomicIsNotSpread()
    {
        ClientRig rig;
        rig.options.encoding = Encoding::Xml;
        rig.maxMsgSize = 2'000;
        rig.start();
        std::vector<Command> commands;
        for (int i = 0; i < 4; ++i)
            commands.push_back(command(CommandKind::Get, "./MO/Text"));
        commands.push_back(group(CommandKind::Atomic,
            {command(CommandKind::Replace, "./MO/Text", "a"), command(CommandKind::Replace, "./MO/Sub/Leaf", "b"),
                command(CommandKind::Add, "./MO/N", "c")}));
        auto answer = rig.say(commands);
        int pages = 0;
        for (; answer; ++pages) {
            QVERIFY(rig.last.body.size() <= 2'000);
            const Codes codes = rig.codes();
            std::size_t ofAtomic = 0;
            for (const Command& one : answer->commands)
                if (one.kind == CommandKind::Status
                    && (one.reference.name == "Atomic" || one.reference.name == "Replace"
                        || one.reference.name == "Add"))
                    ++ofAtomic;
            QVERIFY(ofAtomic == 0 || ofAtomic == 4);
            if (answer->final)
                break;
            answer = rig.say({alert(AlertCode::NextMessage)});
        }
        QVERIFY(pages >= 1);
        QCOMPARE(rig.value("./MO/N"), std::string("c"));
    }

    void D06_D07_sequence()
    {
        ClientRig yes;
        yes.start();
        const std::vector<Command> members{command(CommandKind::Replace, "./MO/Text", "a"),
            alert(AlertCode::ConfirmOrReject, {"", "Go on?"}), command(CommandKind::Replace, "./MO/Text", "b"),
            command(CommandKind::Get, "./MO/Text")};
        QCOMPARE(yes.codes({group(CommandKind::Sequence, members), command(CommandKind::Get, "./MO/Text")}),
            (Codes{200, 200, 200, 200, 200, 200, 200}));
        QCOMPARE(*resultsOf(yes.lastMessage()).front().data, std::string("b"));
        ClientRig no(PromptAnswer::Verdict::No);
        no.start();
        QCOMPARE(no.codes({group(CommandKind::Sequence, members), command(CommandKind::Get, "./MO/Text")}),
            (Codes{200, 200, 200, 304, 215, 215, 200}));
        QCOMPARE(no.value("./MO/Text"), std::string("a"));
    }

    void D09_chunksMakeAnObject_data()
    {
        QTest::addColumn<bool>("wbxml");
        QTest::addColumn<bool>("finals");
        QTest::newRow("XML") << false << false;
        QTest::newRow("WBXML") << true << false;
        QTest::newRow("a server that closes every package") << true << true;
    }
    void D09_chunksMakeAnObject()
    {
        QFETCH(bool, wbxml);
        QFETCH(bool, finals);
        ClientRig rig;
        rig.options.encoding = wbxml ? Encoding::Wbxml : Encoding::Xml;
        rig.start();
        QCOMPARE(rig.codes({chunk("./MO/Text", "one ", true, 12)}, finals), (Codes{200, 213}));
        QVERIFY(hasAlert(rig.lastMessage(), AlertCode::NextMessage));
        QVERIFY(!rig.lastMessage().final);
        QVERIFY(rig.unchanged()); // committed at the end
        QCOMPARE(rig.codes({chunk("./MO/Text", "two ", true)}, finals), (Codes{200, 213}));
        QCOMPARE(rig.codes({chunk("./MO/Text", "last", false)}), (Codes{200, 200}));
        QVERIFY(rig.lastMessage().final);
        QCOMPARE(rig.value("./MO/Text"), std::string("one two last"));
    }

    void D09_base64IsCutAnywhere()
    {
        ClientRig rig;
        rig.options.encoding = Encoding::Xml;
        rig.start();
        // AAECAwQF is 00..05; Size counts the characters that travel.
        const auto part = [&](const std::string& data, bool more, const std::string& size) {
            DmPacket packet = rig.packet(rig.made({chunk("./MO/Raw", "PART", more)}, !more));
            std::string xml(packet.body.begin(), packet.body.end());
            const std::string plain = "<Data>PART</Data>";
            xml.replace(xml.find(plain), plain.size(),
                "<Meta><Format xmlns='syncml:metinf'>b64</Format>" + size + "</Meta><Data>" + data + "</Data>");
            packet.body.assign(xml.begin(), xml.end());
            return packet;
        };
        QVERIFY(rig.send(part("AAE", true, "<Size xmlns='syncml:metinf'>8</Size>")));
        QCOMPARE(rig.codes(), (Codes{200, 213}));
        QVERIFY(rig.send(part("CAwQF", false, "")));
        QCOMPARE(rig.codes(), (Codes{200, 200}));
        QCOMPARE(rig.value("./MO/Raw"), std::string("\0\1\2\3\4\5", 6));
    }

    void D10_sizesThatDifferCommitNothing()
    {
        ClientRig rig;
        rig.start();
        rig.say({chunk("./MO/Text", "abc", true, 10)}, false);
        QCOMPARE(rig.codes({chunk("./MO/Text", "def", false)}), (Codes{200, 424}));
        rig.say({chunk("./MO/Text", "abc", true, 4)}, false);
        QCOMPARE(rig.codes({chunk("./MO/Text", "more than that", true)}, false), (Codes{200, 424}));
        QCOMPARE(rig.codes({chunk("./MO/Text", "abc", true)}, false), (Codes{200, 424})); // of the refused one still
        QCOMPARE(rig.codes({chunk("./MO/Text", "abc", false)}, false), (Codes{200, 424}));
        QCOMPARE(rig.codes({chunk("./MO/Text", "abc", true)}, false), (Codes{200, 411}));
        QVERIFY(rig.unchanged());
    }

    void D10_D12_theTailOfARefusedObjectIsNoObject_data()
    {
        QTest::addColumn<std::vector<Command>>("first");
        QTest::addColumn<int>("status"); // 0: nothing is said of the chunk
        QTest::addColumn<int>("tail");
        const Command begun = chunk("./MO/Text", "abc", true, 10);
        const Command declined =
            group(CommandKind::Sequence, {alert(AlertCode::ConfirmOrReject, {"", "Sure?"}), begun});
        Command broken = begun;
        broken.items.front().meta.size = 2;
        QTest::newRow("over MaxObjSize") << std::vector{chunk("./MO/Text", "abc", true, 101)} << 413 << 413;
        QTest::newRow("no Size") << std::vector{chunk("./MO/Text", "abc", true)} << 411 << 411;
        QTest::newRow("more than Size") << std::vector{broken} << 424 << 424;
        QTest::newRow("another command came")
            << std::vector{begun, command(CommandKind::Get, "./MO/Raw")} << 200 << 424;
        QTest::newRow("in an Atomic") << std::vector{group(CommandKind::Atomic, {begun})} << 406 << 406;
        QTest::newRow("in an Atomic that failed before")
            << std::vector{group(CommandKind::Atomic, {command(CommandKind::Delete, "./MO/None"), begun})} << 215
            << 215;
        QTest::newRow("skipped in a Sequence") << std::vector{declined} << 215 << 215;
    }
    void D10_D12_theTailOfARefusedObjectIsNoObject()
    {
        QFETCH(std::vector<Command>, first);
        QFETCH(int, status);
        QFETCH(int, tail);
        ClientRig rig(PromptAnswer::Verdict::No);
        rig.options.maxObjSize = 100;
        rig.start();
        QCOMPARE(rig.codes(std::move(first), false).back(), status);
        QCOMPARE(rig.codes({chunk("./MO/Text", "middle", true)}, false), (Codes{200, tail}));
        QCOMPARE(rig.codes({chunk("./MO/Text", "TAIL", false)}), (Codes{200, tail}));
        QVERIFY(rig.unchanged());
        // It has passed: what comes now is whole again.
        QCOMPARE(rig.codes({chunk("./MO/Text", "one ", true, 7)}, false), (Codes{200, 213}));
        QCOMPARE(rig.codes({chunk("./MO/Text", "two", false)}), (Codes{200, 200}));
        QCOMPARE(rig.codes({command(CommandKind::Replace, "./MO/Sub/Leaf", "new")}), (Codes{200, 200}));
        QCOMPARE(rig.value("./MO/Text"), std::string("one two"));
    }

    void D12_aTailInAnAtomicIsRefusedToo()
    {
        ClientRig rig;
        rig.options.maxObjSize = 100;
        rig.start();
        QCOMPARE(rig.codes({chunk("./MO/Text", "abc", true, 101)}, false), (Codes{200, 413}));
        const std::string tail(98, 'T');
        QCOMPARE(rig.codes({group(CommandKind::Atomic, {chunk("./MO/Text", tail, false)})}), (Codes{200, 507, 413}));
        QVERIFY(rig.unchanged());
    }

    void D12_aRefusedObjectEndsWithItsPackage()
    {
        ClientRig rig;
        rig.options.maxObjSize = 100;
        rig.start();
        QCOMPARE(rig.codes({chunk("./MO/Text", "abc", true, 101)}, false), (Codes{200, 413}));
        QCOMPARE(rig.codes({command(CommandKind::Get, "./MO/Raw")}), (Codes{200, 200})); // the server gave it up
        QCOMPARE(rig.codes({command(CommandKind::Replace, "./MO/Text", "small")}), (Codes{200, 200}));
        QCOMPARE(rig.value("./MO/Text"), std::string("small"));
    }

    void D12_whatIsNotTheFirstOfItsMessageIsNoTail()
    {
        ClientRig rig;
        rig.options.maxObjSize = 100;
        rig.start();
        // In the same message, and after something else in a later one (PRO 2.2: nothing in between).
        QCOMPARE(rig.codes({chunk("./MO/Text", "abc", true, 101), command(CommandKind::Replace, "./MO/Text", "small")},
                     false),
            (Codes{200, 413, 200}));
        QCOMPARE(rig.value("./MO/Text"), std::string("small"));
        QCOMPARE(rig.codes({chunk("./MO/Text", "abc", true, 101)}, false), (Codes{200, 413}));
        QCOMPARE(rig.codes({command(CommandKind::Replace, "./MO/Sub/Leaf", "new"),
                     command(CommandKind::Replace, "./MO/Text", "whole")}),
            (Codes{200, 200, 200}));
        QCOMPARE(rig.value("./MO/Text"), std::string("whole"));
        // The large one was given up with that.
        QCOMPARE(rig.codes({command(CommandKind::Replace, "./MO/Text", "last")}), (Codes{200, 200}));
    }

    void D12_aSmallObjectAfterARefusedOneIsCarriedOutAtOnce_data()
    {
        QTest::addColumn<bool>("final"); // of the message with the refused chunk
        QTest::newRow("in the same package") << false;
        QTest::newRow("in another") << true;
    }
    void D12_aSmallObjectAfterARefusedOneIsCarriedOutAtOnce()
    {
        QFETCH(bool, final);
        ClientRig rig;
        rig.options.maxObjSize = 100;
        rig.start();
        QCOMPARE(rig.codes({chunk("./MO/Text", "abc", true, 101)}, final), (Codes{200, 413}));
        // The server knows that the large one is refused, and makes do with this.
        QCOMPARE(rig.codes({command(CommandKind::Replace, "./MO/Text", "small")}), (Codes{200, 200}));
        QCOMPARE(rig.value("./MO/Text"), std::string("small"));
        // One that knows it and goes on all the same: what is as long as the rest is the rest.
        QCOMPARE(rig.codes({chunk("./MO/Text", "abc", true, 101)}, final), (Codes{200, 413}));
        QCOMPARE(rig.codes({command(CommandKind::Replace, "./MO/Text", std::string(98, 'T'))}), (Codes{200, 413}));
        QCOMPARE(rig.value("./MO/Text"), std::string("small"));
    }

    void D12_aTailIsRefusedAfterAMessageThatWasNotRead()
    {
        ClientRig rig;
        rig.options.maxMsgSize = 2'000;
        rig.start();
        QCOMPARE(rig.codes({chunk("./MO/Text", std::string(2'000, 'x'), true, 2'004)}, false), (Codes{413}));
        QCOMPARE(rig.codes({chunk("./MO/Text", "TAIL", false)}), (Codes{200, 413}));
        QVERIFY(rig.unchanged());
    }

    void D10_aChunkThatNeverComesIsAskedFor()
    {
        ClientRig rig;
        rig.start();
        rig.say({chunk("./MO/Text", "abc", true, 10)}, false);
        const auto answer = rig.say({command(CommandKind::Replace, "./MO/Sub/Leaf", "new")});
        QVERIFY(answer->commands[1].kind == CommandKind::Alert);
        QCOMPARE(static_cast<int>(answer->commands[1].alert), 1225);
        QCOMPARE(answer->commands[1].items.front().target.uri, std::string("./MO/Text"));
        QCOMPARE(rig.codes(), (Codes{200, 200}));
        QCOMPARE(rig.value("./MO/Text"), std::string("plain"));
        QCOMPARE(rig.value("./MO/Sub/Leaf"), std::string("new"));
    }

    void D12_objectsOverMaxObjSize()
    {
        ClientRig rig;
        rig.options.maxObjSize = 100;
        rig.start();
        QCOMPARE(rig.codes({chunk("./MO/Text", "abc", true, 101)}, false), (Codes{200, 413}));
        QCOMPARE(rig.codes({command(CommandKind::Replace, "./MO/Text", std::string(101, 'x'))}), (Codes{200, 413}));
        QVERIFY(rig.unchanged());
        QCOMPARE(rig.codes({command(CommandKind::Replace, "./MO/Text", std::string(100, 'x'))}), (Codes{200, 200}));
        // And what the server does not take is not sent.
        rig.maxObjSize = 50;
        QCOMPARE(rig.codes({command(CommandKind::Get, "./MO/Text")}), (Codes{200, 413}));
        QVERIFY(resultsOf(rig.lastMessage()).empty());
    }

    void D13_noMessageIsLargerThanTheServerTakes_data()
    {
        QTest::addColumn<bool>("wbxml");
        QTest::addColumn<QByteArray>("octet");
        QTest::addColumn<QString>("format");
        QTest::newRow("WBXML text") << true << QByteArray("x") << "chr";
        QTest::newRow("XML text") << false << QByteArray("x") << "chr";
        QTest::newRow("XML that is escaped") << false << QByteArray("<") << "chr";
        QTest::newRow("XML of two bytes a character") << false << QByteArray("\xC3\xA4") << "chr";
        QTest::newRow("XML base64") << false << QByteArray("\xFF\x00\x80", 3) << "bin";
        QTest::newRow("WBXML octets") << true << QByteArray("\xFF\x00\x80", 3) << "bin";
    }
    void D13_noMessageIsLargerThanTheServerTakes()
    {
        QFETCH(bool, wbxml);
        QFETCH(QByteArray, octet);
        QFETCH(QString, format);
        const std::string value = octet.repeated(20'000 / octet.size()).toStdString();
        ClientRig rig;
        rig.options.encoding = wbxml ? Encoding::Wbxml : Encoding::Xml;
        rig.options.maxMsgSize = 200'000;
        rig.start();
        Command add = command(CommandKind::Add, "./MO/Large", value);
        add.items.front().meta.format = format.toStdString();
        QCOMPARE(rig.codes({add}), (Codes{200, 200}));
        rig.maxMsgSize = 3'000;
        std::string whole;
        auto answer = rig.say({command(CommandKind::Get, "./MO/Text"), command(CommandKind::Get, "./MO/Large"),
            command(CommandKind::Get, "./MO/Sub/Leaf")});
        bool announced = false;
        int messages = 0;
        for (; answer; ++messages) {
            QVERIFY2(rig.last.body.size() <= 3'000, qPrintable(QString::number(rig.last.body.size())));
            for (const Item& item : resultsOf(*answer)) {
                if (item.source.uri != "./MO/Large")
                    continue;
                announced = announced || item.meta.size.has_value();
                if (item.meta.size)
                    QCOMPARE(*item.meta.size, item.base64 ? syncml::base64Size(value.size()) : value.size());
                QCOMPARE(item.meta.size.has_value(), whole.empty()); // on the first chunk alone
                whole += *item.data;
                QCOMPARE(item.moreData, whole.size() < value.size());
            }
            QCOMPARE(hasAlert(*answer, AlertCode::NextMessage), false);
            if (answer->final)
                break;
            answer = rig.say({alert(AlertCode::NextMessage)});
        }
        QVERIFY(announced);
        QVERIFY(messages >= 6);
        QVERIFY(answer);
        QCOMPARE(whole.size(), value.size());
        QCOMPARE(whole, value);
        QCOMPARE(*resultsOf(*answer).back().data, std::string("x"));
    }

    void D13_manyAnswersAreSpread()
    {
        ClientRig rig;
        rig.maxMsgSize = 1'500;
        rig.start();
        std::vector<Command> gets;
        for (int i = 0; i < 100; ++i)
            gets.push_back(command(CommandKind::Get, "./MO/Text"));
        auto answer = rig.say(gets);
        std::size_t statuses = 0;
        std::size_t results = 0;
        for (int messages = 0; answer && messages < 100; ++messages) {
            QVERIFY(rig.last.body.size() <= 1'500);
            QCOMPARE(answer->commands.front().reference.name, std::string("SyncHdr"));
            for (const Command& one : answer->commands)
                statuses += one.kind == CommandKind::Status && one.reference.name == "Get" ? 1 : 0;
            results += resultsOf(*answer).size();
            if (answer->final)
                break;
            answer = rig.say({alert(AlertCode::NextMessage)});
        }
        QCOMPARE(statuses, std::size_t{100});
        QCOMPARE(results, std::size_t{100});
        QVERIFY(rig.session->end() == SessionEnd::Running);
    }

    void D13_listsAreSpreadByTheirItems()
    {
        ClientRig rig;
        rig.maxMsgSize = 700;
        rig.start();
        auto answer = rig.say({command(CommandKind::Get, "./MO?list=StructData")});
        std::vector<std::string> sources;
        while (answer) {
            QVERIFY(rig.last.body.size() <= 700);
            for (const Item& item : resultsOf(*answer))
                sources.push_back(item.source.uri);
            if (answer->final)
                break;
            answer = rig.say({alert(AlertCode::NextMessage)});
        }
        QCOMPARE(sources,
            (std::vector<std::string>{"./MO", "./MO/Bare", "./MO/Raw", "./MO/Sub", "./MO/Sub/Leaf", "./MO/Text"}));
    }

    void D13_aRefusedChunkIsTheLast()
    {
        ClientRig rig;
        rig.options.maxMsgSize = 200'000;
        rig.start();
        rig.say({command(CommandKind::Replace, "./MO/Text", std::string(20'000, 'x'))});
        rig.maxMsgSize = 3'000;
        QVERIFY(!rig.say({command(CommandKind::Get, "./MO/Text")})->final);
        Command refusal;
        refusal.kind = CommandKind::Status;
        refusal.reference.name = "Results";
        refusal.reference.command = syncml::CommandId{3};
        refusal.status = syncml::StatusCode::DeviceFull;
        const auto answer = rig.say({refusal, alert(AlertCode::NextMessage)});
        QVERIFY(answer && answer->final);
        QVERIFY(resultsOf(*answer).empty());
    }

    void D13_aLimitThatLeavesNoRoomEndsTheSession()
    {
        ClientRig rig;
        rig.maxMsgSize = 40;
        rig.start();
        const auto answer = rig.session->receive(rig.packet(rig.made({command(CommandKind::Get, "./MO/Text")})));
        QVERIFY(!answer);
        QVERIFY(answer.error().kind == ErrorKind::Limit);
        QVERIFY(rig.session->end() == SessionEnd::Aborted);
    }

    void D16_noFinalBeforeTheServers()
    {
        ClientRig rig;
        rig.start();
        for (int i = 0; i < 3; ++i) {
            const auto answer = rig.say({command(CommandKind::Get, "./MO/Text")}, false);
            QVERIFY(!answer->final);
            QVERIFY(hasAlert(*answer, AlertCode::NextMessage));
            QCOMPARE(resultsOf(*answer).size(), std::size_t{1});
        }
        QVERIFY(!rig.say({}, false)->final);
        const auto answer = rig.say({command(CommandKind::Get, "./MO/Text")});
        QVERIFY(answer->final);
        QVERIFY(!hasAlert(*answer, AlertCode::NextMessage));
    }

    void D15_anAbortIsNotAnswered()
    {
        ClientRig rig;
        rig.start();
        QVERIFY(!rig.say({alert(AlertCode::SessionAbort), command(CommandKind::Delete, "./MO/Text")}));
        QVERIFY(rig.session->end() == SessionEnd::Aborted);
        QVERIFY(rig.unchanged());
    }

    void G07_aRetransmissionGetsTheSameAnswerAndIsNotDoneTwice()
    {
        ClientRig rig;
        rig.start();
        const DmPacket request = rig.packet(rig.made({command(CommandKind::Add, "./MO/N", "1")}));
        QVERIFY(rig.send(request));
        QCOMPARE(rig.codes(), (Codes{200, 200}));
        const Bytes first = rig.last.body;
        QVERIFY(rig.send(request));
        QCOMPARE(rig.last.body, first); // not 418
        QCOMPARE(rig.device.commits, 1);
    }
};

int run(int argc, char** argv)
{
    return test::run<QCoreApplication, TestDmClientSession>(argc, argv);
}

} // namespace dmsc::tst_dm_client_session

#include "tst_dm_client_session.moc"
