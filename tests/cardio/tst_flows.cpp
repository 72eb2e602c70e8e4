// SPDX-License-Identifier: Apache-2.0
#include "cardio/card/card_client.h"
#include "cardio/credentials/credential_store.h"
#include "cardio/flows/insert_card.h"
#include "cardio/flows/served_session.h"
#include "cardio/flows/sync_flow.h"
#include "cardio/handset/accounts.h"
#include "cardio/handset/bootstrap.h"
#include "cardio/handset/emulated_handset.h"
#include "cardio/handset/provenance.h"
#include "cardio/server/dm_server.h"
#include "cardio/session/scripted_user.h"
#include "cardio/session/tree_client.h"
#include "model/compare/diff.h"
#include "model/items/flow_model.h"
#include "tests/support/run_test.h"
#include "tests/support/sanitized.h"

#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <thread>

namespace dmsc::tst_flows {

namespace {

/// The demo desk without a window: a handset and a card on their images.
struct Rig
{
    Rig()
    {
        if (!createHandset(path("handset"), {true, {}}) || !createCard(path("card"), {true, {}}))
            qFatal("no images");
        open();
    }
    void open()
    {
        device.reset();
        card.reset();
        auto left = SideSession::open({Where::Kind::Handset, path("handset")});
        auto right = SideSession::open({Where::Kind::Card, path("card")});
        if (!left || !right)
            qFatal("not opened");
        device = std::move(*left);
        card = std::move(*right);
    }
    [[nodiscard]] QString path(const char* name) const { return folder.filePath(QLatin1String(name)); }
    FlowReport run(FlowKind kind, UserAgent& user)
    {
        FlowRequest request;
        request.kind = kind;
        return run(request, user);
    }
    FlowReport run(const FlowRequest& request, UserAgent& user)
    {
        FlowOutside outside;
        outside.user = &user;
        outside.settings = settings;
        outside.syncFolder = path("sync");
        outside.tell = [this](const FlowStep& step) { told.push_back(step); };
        return runFlow(request, {device.get(), card.get()}, outside);
    }

    QTemporaryDir folder;
    std::unique_ptr<SideSession> device;
    std::unique_ptr<SideSession> card;
    HandsetSettings settings;
    std::vector<FlowStep> told;
};

/// Takes a moment for each answer.
class SlowUser final : public UserAgent
{
public:
    static constexpr std::chrono::milliseconds kThinks{1500};
    explicit SlowUser(PromptAnswer::Verdict always)
        : m_user(always)
    {
    }
    [[nodiscard]] PromptAnswer ask(const Prompt& prompt) override
    {
        std::this_thread::sleep_for(kThinks);
        return m_user.ask(prompt);
    }
    void tell(const Notice& notice) override { m_user.tell(notice); }

private:
    ScriptedUser m_user;
};

/// Looks at the ladder while the question is open.
class WatchingUser final : public UserAgent
{
public:
    explicit WatchingUser(const Rig& rig)
        : m_rig(&rig)
    {
    }
    [[nodiscard]] PromptAnswer ask(const Prompt& prompt) override
    {
        FlowModel ladder;
        ladder.setSteps(plannedFlow(kind));
        for (const FlowStep& step : m_rig->told)
            ladder.take(step);
        int open = 0;
        for (int row = 0; row < ladder.rowCount(); ++row) {
            const StepState state = ladder.steps()[std::size_t(row)].state;
            open += state == StepState::Running ? 1 : 0;
            if (open > 0 && ladder.steps()[std::size_t(row)].to != Actor::User && state != StepState::Waiting)
                ahead += ladder.steps()[std::size_t(row)].id;
        }
        questions += ladder.steps()[std::size_t(ladder.currentRow())].to == Actor::User && open == 1 ? 1 : 0;
        return acceptAsItStands(prompt);
    }
    void tell(const Notice& /*notice*/) override { }

    FlowKind kind = FlowKind::Uc1;
    QStringList ahead; ///< steps that are further than the question above them
    int questions = 0;

private:
    const Rig* m_rig;
};

StepState stateOf(const FlowReport& report, const char* id)
{
    for (const FlowStep& step : report.steps)
        if (step.id == QLatin1String(id))
            return step.state;
    return StepState::Waiting;
}

bool allEnded(const FlowReport& report)
{
    return std::all_of(report.steps.begin(), report.steps.end(),
        [](const FlowStep& step) { return step.state == StepState::Done || step.state == StepState::Skipped; });
}

bool sameTree(const Tree& left, const Tree& right)
{
    return equalSubtrees(left, Tree::root(), right, Tree::root());
}

} // namespace

class TestFlows : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void DM_SC_GEN_18_UC1_N_theCardProvisionsTheDevice();
    void UC1_N_nothingIsTakenInThatTheUserRefuses();
    void DM_SC_USE_1_aQuestionIsToldAsItWasAnswered_data();
    void DM_SC_USE_1_aQuestionIsToldAsItWasAnswered();
    void DM_SC_USE_1_nothingIsTakenInBeforeItsQuestionIsAnswered_data();
    void DM_SC_USE_1_nothingIsTakenInBeforeItsQuestionIsAnswered();
    void UC1_N_twiceChangesNothingMore();
    void DM_SC_GEN_18_UC1_A1_theCardStartsIt();
    void UC1_A2_aStrangerIsRefusedAndNothingHappens();
    void UC2_N_handshakeThenBootstrap();
    void F02_anotherCardTakesThePlaceOfTheOneBefore();
    void DM_SC_GEN_18_UC2_A1_theServerReachesTheCardThroughTheDevice();
    void DM_SC_GEN_20_UC2_A1_whatAServerAtAUrlHasDoneTheCardTells_data();
    void DM_SC_GEN_20_UC2_A1_whatAServerAtAUrlHasDoneTheCardTells();
    void E02_theServersQuestionsAreTheServersInTheLadder();
    void DM_SC_GEN_9_theServerHasTheDeviceStore();
    void DM_SC_GEN_6_theCardProvesTheDeviceInItsSessions_data();
    void DM_SC_GEN_6_theCardProvesTheDeviceInItsSessions();
    void DM_SC_ADM_7_theDevicesMemoryCountsForWhatItStores();
    void DM_SC_GEN_7_synchroniseBringsChangesAcross();
    void DM_SC_GEN_7_synchroniseAsksAboutConflicts();
    void DM_SC_GEN_11_aPackageIsApprovedByTheCard();
    void DM_SC_USE_6_aPackageWithoutApprovalIsDeleted();
    void DM_SC_USE_7_aPackageWithoutApprovalAsksTheUser();
    void DM_SC_PRV_1_aFlowThatIsStoppedLeavesTheDeviceAsItWas();
    void theSessionFromBeforeIsBack();
    void aFlowWithoutACardSaysWhatIsMissing();
};

void TestFlows::DM_SC_GEN_18_UC1_N_theCardProvisionsTheDevice()
{
    Rig rig;
    ScriptedUser user(PromptAnswer::Verdict::Yes);
    const FlowReport report = rig.run(FlowKind::Uc1, user);
    QVERIFY2(report.done, qPrintable(report.outcome));
    QVERIFY(allEnded(report));
    for (const char* id : {"handshake", "notify", "package1", "package2", "graft", "report", "told"})
        QVERIFY2(stateOf(report, id) == StepState::Done, id);
    QVERIFY(report.messages >= 3);
    QVERIFY(!user.asked().empty()); // the demo card marks an MO "confirm"
    QVERIFY(user.asked().front().asker.verified);
    QCOMPARE(user.told().size(), 1U);
    QCOMPARE(report.decisions.size(), user.asked().size());
}

void TestFlows::UC1_N_nothingIsTakenInThatTheUserRefuses()
{
    Rig yes;
    ScriptedUser accepting(PromptAnswer::Verdict::Yes);
    QVERIFY(yes.run(FlowKind::Uc1, accepting).done);
    Rig no;
    ScriptedUser refusing(PromptAnswer::Verdict::No);
    const FlowReport report = no.run(FlowKind::Uc1, refusing);
    QVERIFY2(report.done, qPrintable(report.outcome));
    QVERIFY(!refusing.asked().empty());
    // It is said, and the user is told the same (USE-8).
    QVERIFY2(report.outcome.contains(QLatin1String("refused")), qPrintable(report.outcome));
    QCOMPARE(refusing.told().back().text, report.outcome);
    QVERIFY(!sameTree(yes.device->tree(), no.device->tree()));
    // The question is told as it was answered, in the ladder too, and what hung on it did not happen.
    QVERIFY(report.refused);
    QVERIFY(stateOf(report, "confirm") == StepState::Refused);
    QVERIFY(stateOf(report, "report") == StepState::Done);
}

void TestFlows::DM_SC_USE_1_aQuestionIsToldAsItWasAnswered_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<int>("verdict");
    QTest::addColumn<int>("state");
    using Verdict = PromptAnswer::Verdict;
    for (const FlowKind kind : {FlowKind::Uc1, FlowKind::Uc2}) {
        const QByteArray name = flowWord(kind).toUtf8();
        QTest::newRow(name + " no") << int(kind) << int(Verdict::No) << int(StepState::Refused);
        QTest::newRow(name + " late") << int(kind) << int(Verdict::TimedOut) << int(StepState::TimedOut);
    }
    QTest::newRow("yes") << int(FlowKind::Uc2) << int(Verdict::Yes) << int(StepState::Done);
}

void TestFlows::DM_SC_USE_1_aQuestionIsToldAsItWasAnswered()
{
    QFETCH(int, kind);
    QFETCH(int, verdict);
    QFETCH(int, state);
    Rig rig;
    SlowUser user(static_cast<PromptAnswer::Verdict>(verdict));
    const FlowReport report = rig.run(static_cast<FlowKind>(kind), user);
    QVERIFY2(report.done, qPrintable(report.outcome));
    // What came unasked is taken in all the same.
    QVERIFY(stateOf(report, "graft") == StepState::Done || stateOf(report, "graft") == StepState::Skipped);
    QCOMPARE(report.refused, static_cast<StepState>(state) != StepState::Done);
    QCOMPARE(stateOf(report, "confirm"), static_cast<StepState>(state));
    QCOMPARE(stateOf(report, "told"), StepState::Done);
    // Nobody's thinking counts for a step.
    for (const FlowStep& step : report.steps)
        QVERIFY2(step.duration < SlowUser::kThinks, qPrintable(step.id));
    // The ladder that grew is the one of the report.
    for (const FlowStep& step : report.steps) {
        const auto last =
            std::find_if(rig.told.rbegin(), rig.told.rend(), [&](const FlowStep& told) { return told.id == step.id; });
        QVERIFY(last != rig.told.rend() && last->state == step.state);
    }
}

void TestFlows::DM_SC_USE_1_nothingIsTakenInBeforeItsQuestionIsAnswered_data()
{
    QTest::addColumn<int>("kind");
    for (const FlowKind kind : {FlowKind::Uc1, FlowKind::Uc1A1, FlowKind::Uc2})
        QTest::newRow(qPrintable(flowWord(kind))) << int(kind);
}

void TestFlows::DM_SC_USE_1_nothingIsTakenInBeforeItsQuestionIsAnswered()
{
    QFETCH(int, kind);
    Rig rig;
    WatchingUser user(rig);
    user.kind = static_cast<FlowKind>(kind);
    const FlowReport report = rig.run(user.kind, user);
    QVERIFY2(report.done, qPrintable(report.outcome));
    QVERIFY(user.questions > 0);
    QCOMPARE(std::size_t(user.questions), report.decisions.size());
    QVERIFY2(user.ahead.isEmpty(), qPrintable(user.ahead.join(QLatin1Char(' '))));
    QVERIFY(allEnded(report));
}

void TestFlows::UC1_N_twiceChangesNothingMore()
{
    Rig rig;
    ScriptedUser user(PromptAnswer::Verdict::Yes);
    QVERIFY(rig.run(FlowKind::Uc1, user).done);
    const Tree once = rig.device->tree();
    const FlowReport again = rig.run(FlowKind::Uc1, user);
    QVERIFY2(again.done, qPrintable(again.outcome));
    QVERIFY(sameTree(once, rig.device->tree()));
    FlowRequest none;
    none.kind = FlowKind::Uc1;
    none.wanted = {"urn:none"};
    const FlowReport unknown = rig.run(none, user);
    QVERIFY(!unknown.done);
    QVERIFY2(unknown.outcome.contains(QLatin1String("urn:none")), qPrintable(unknown.outcome));
}

void TestFlows::DM_SC_GEN_18_UC1_A1_theCardStartsIt()
{
    Rig rig;
    ScriptedUser user(PromptAnswer::Verdict::Yes);
    const FlowReport report = rig.run(FlowKind::Uc1A1, user);
    QVERIFY2(report.done, qPrintable(report.outcome));
    QVERIFY(stateOf(report, "card-notifies") == StepState::Done);
    QVERIFY(stateOf(report, "package2") == StepState::Done);
    // What was delivered is not offered again.
    const FlowReport again = rig.run(FlowKind::Uc1A1, user);
    QVERIFY(stateOf(again, "package1") == StepState::Skipped);
}

void TestFlows::UC1_A2_aStrangerIsRefusedAndNothingHappens()
{
    Rig rig;
    ScriptedUser user(PromptAnswer::Verdict::Yes);
    const Tree before = rig.device->tree();
    const Tree cardBefore = rig.card->tree();
    for (int i = 0; i < 12; ++i) { // it costs nobody a try
        const FlowReport report = rig.run(FlowKind::Uc1A2, user);
        QVERIFY2(report.done, qPrintable(report.outcome));
        QVERIFY(stateOf(report, "refused") == StepState::Done);
    }
    QVERIFY(user.asked().empty());
    QVERIFY(sameTree(before, rig.device->tree()));
    QVERIFY(sameTree(cardBefore, rig.card->tree()));
}

void TestFlows::UC2_N_handshakeThenBootstrap()
{
    Rig rig;
    ScriptedUser user(PromptAnswer::Verdict::Yes);
    const FlowReport report = rig.run(FlowKind::Uc2, user);
    QVERIFY2(report.done, qPrintable(report.outcome));
    QVERIFY(allEnded(report));
    QVERIFY(stateOf(report, "graft") == StepState::Done);
    const Tree once = rig.device->tree();
    QVERIFY(rig.run(FlowKind::Uc2, user).done);
    QVERIFY(sameTree(once, rig.device->tree()));
}

void TestFlows::F02_anotherCardTakesThePlaceOfTheOneBefore()
{
    Rig rig;
    ScriptedUser user(PromptAnswer::Verdict::Yes);
    const auto fromCards = [&rig] {
        const OwnerLedger& ledger = *rig.device->handset()->managed().ledger();
        std::uint64_t bytes = 0;
        for (std::size_t i = 0; i < ledger.names().size(); ++i)
            if (isCardOwner(ledger.names()[i]))
                bytes += ledger.bytesOf(OwnerLedger::Owner(i));
        return bytes;
    };
    QVERIFY(rig.run(FlowKind::Uc2, user).done);
    QVERIFY(fromCards() > 0);
    rig.card.reset();
    QVERIFY(QFile::remove(rig.path("card")) && createCard(rig.path("card"), {})); // with a number of its own
    rig.open();
    QVERIFY(rig.run(FlowKind::Uc2, user).done);
    QCOMPARE(fromCards(), std::uint64_t{0});
    // And when it is taken out.
    rig.card.reset();
    QVERIFY(QFile::remove(rig.path("card")) && createCard(rig.path("card"), {true, {}}));
    rig.open();
    QVERIFY(rig.run(FlowKind::Uc2, user).done);
    QVERIFY(fromCards() > 0);
    const auto gone = takeCardOut(rig.device->handset()->managed());
    QVERIFY(gone && !gone->removed.empty());
    QCOMPARE(fromCards(), std::uint64_t{0});
}

void TestFlows::DM_SC_GEN_18_UC2_A1_theServerReachesTheCardThroughTheDevice()
{
    Rig rig;
    ScriptedUser user(PromptAnswer::Verdict::Yes);
    const Tree before = rig.device->tree();
    const FlowReport report = rig.run(FlowKind::Uc2A1, user);
    QVERIFY2(report.done, qPrintable(report.outcome));
    for (const char* id : {"server-notifies", "package1", "handshake", "access", "store", "end", "told"})
        QVERIFY2(stateOf(report, id) == StepState::Done, id);
    const auto uri = Uri::parse("./ServerConfig/Version");
    const NodeId version = rig.card->tree().find(*uri);
    QVERIFY(version != kNoNode);
    QVERIFY(rig.card->tree().value(version) == "1");
    const auto owners = rig.card->state().owners;
    QVERIFY(owners && owners->of(*uri) == "dms"); // ADM-5: tied to who stored it
    QVERIFY(rig.run(FlowKind::Uc2A1, user).done);
    QVERIFY(rig.card->tree().value(rig.card->tree().find(*uri)) == "2");
}

namespace {

/// A DM server of its own, whose part of the one session is straight code.
class ServerAtUrl
{
public:
    using Part = void (*)(Conversation&);
    ServerAtUrl(const Tree& device, Part part)
    {
        const DmAccount account = serverAccount(device);
        DmServerOptions options;
        options.session.serverId = account.serverId;
        auto server = DmServer::listen({account.client, account.server}, std::move(options),
            [this](const std::string&) { return m_conversation.source(); });
        if (!server)
            qFatal("no server");
        m_server = *std::move(server);
        m_thread = std::jthread([this, part] {
            part(m_conversation);
            m_conversation.finish();
        });
    }
    ServerAtUrl(const ServerAtUrl&) = delete;
    ServerAtUrl& operator=(const ServerAtUrl&) = delete;
    ~ServerAtUrl() { m_conversation.stop(); }
    [[nodiscard]] std::string url() const { return m_server->url().toStdString(); }

private:
    Conversation m_conversation;
    std::unique_ptr<DmServer> m_server;
    std::jthread m_thread;
};

void asksNothing(Conversation& conversation)
{
    (void)conversation.client();
}

void asksTheDeviceAlone(Conversation& conversation)
{
    syncml::Command get;
    get.kind = syncml::CommandKind::Get;
    get.items.emplace_back().target.uri = "./DevInfo/Man";
    (void)conversation.perform({get});
}

void selects(Conversation& conversation)
{
    RelayLink link(conversation);
    (void)CardClient::select(link);
}

void stores(Conversation& conversation)
{
    RelayLink link(conversation);
    HandshakeOptions options;
    options.as = Role::Dms;
    const auto card = CardClient::open(link, *CredentialStore::builtIn(Role::Dms, options.method), options);
    if (!card)
        return;
    Tree added;
    NodeData mo;
    mo.name = "Mine";
    mo.type = "org.example/1.0/Mine";
    Operation operation;
    operation.side = Side::Card;
    operation.kind = Operation::Kind::Add;
    operation.uri = Uri().child("Mine");
    operation.added = takeSubtree(added, *added.add(Tree::root(), mo));
    (void)TreeClient(**card, {}).apply({operation}, Tree(), {});
}

syncml::Command alertOf(syncml::AlertCode code, std::initializer_list<const char*> items)
{
    syncml::Command alert;
    alert.kind = syncml::CommandKind::Alert;
    alert.alert = code;
    for (const char* text : items)
        alert.items.emplace_back().data = text;
    return alert;
}

void asksTheUserFirst(Conversation& conversation)
{
    (void)conversation.perform({alertOf(syncml::AlertCode::TextInput, {"MAXDT=30", "Which number?"})});
    (void)conversation.perform({alertOf(syncml::AlertCode::SingleChoice, {"MAXDT=30", "Which one?", "one", "two"})});
    syncml::Command exec;
    exec.kind = syncml::CommandKind::Exec;
    exec.correlator = "store";
    exec.items.emplace_back().target.uri = std::string(kStoreOnCard);
    exec.items.back().data = "./DevDetail";
    (void)conversation.perform({exec});
}

} // namespace

void TestFlows::E02_theServersQuestionsAreTheServersInTheLadder()
{
    if (test::kThreadSanitized)
        QSKIP("the network's thread is told what to do by queued calls");
    Rig rig;
    const ServerAtUrl server(rig.device->tree(), &asksTheUserFirst);
    PromptAnswer late;
    late.verdict = PromptAnswer::Verdict::TimedOut;
    PromptAnswer no;
    ScriptedUser user(std::vector<PromptAnswer>{late, no});
    FlowRequest request;
    request.kind = FlowKind::Store;
    request.handshake.as = Role::Device;
    request.server = server.url();
    const FlowReport report = rig.run(request, user);
    QVERIFY2(report.done, qPrintable(report.outcome));
    QVERIFY(report.refused);
    QCOMPARE(user.asked().size(), 2U);
    // The device has asked nothing: what it would ask about is nothing that is to be confirmed.
    QVERIFY(stateOf(report, "confirm") == StepState::Skipped);
    std::vector<FlowStep> questions;
    std::ranges::copy_if(report.steps, std::back_inserter(questions),
        [](const FlowStep& step) { return step.id.startsWith(QLatin1String("question")); });
    QCOMPARE(questions.size(), 2U);
    for (const FlowStep& question : questions) {
        QCOMPARE(question.from, Actor::Server);
        QCOMPARE(question.to, Actor::User);
        QVERIFY(question.title.contains(QLatin1String("server")));
    }
    QVERIFY(questions[0].state == StepState::TimedOut && questions[0].caption.contains(QLatin1String("Which number?")));
    QVERIFY(questions[1].state == StepState::Refused && questions[1].caption.contains(QLatin1String("Which one?")));
    QVERIFY(report.steps.back().id == QLatin1String("told")); // they stand where they were asked
}

void TestFlows::DM_SC_GEN_20_UC2_A1_whatAServerAtAUrlHasDoneTheCardTells_data()
{
    QTest::addColumn<ServerAtUrl::Part>("part");
    QTest::addColumn<QString>("problem");
    QTest::newRow("nothing") << &asksNothing << QStringLiteral("asked for nothing on the card");
    QTest::newRow("something of the device") << &asksTheDeviceAlone << QStringLiteral("asked for nothing on the card");
    QTest::newRow("a SELECT") << &selects << QStringLiteral("stored nothing");
    QTest::newRow("an object") << &stores << QString();
}

void TestFlows::DM_SC_GEN_20_UC2_A1_whatAServerAtAUrlHasDoneTheCardTells()
{
    if (test::kThreadSanitized)
        QSKIP("the network's thread is told what to do by queued calls");
    QFETCH(ServerAtUrl::Part, part);
    QFETCH(QString, problem);
    Rig rig;
    const ServerAtUrl server(rig.device->tree(), part);
    ScriptedUser user(PromptAnswer::Verdict::Yes);
    FlowRequest request;
    request.kind = FlowKind::Uc2A1;
    request.server = server.url();
    const FlowReport report = rig.run(request, user);
    QCOMPARE(report.done, problem.isEmpty());
    QVERIFY2(report.outcome.contains(problem), qPrintable(report.outcome));
    QCOMPARE(user.told().size(), std::size_t(problem.isEmpty() ? 1 : 0)); // USE-8: of what took place alone
    QCOMPARE(stateOf(report, "store") == StepState::Done, problem.isEmpty());
    QCOMPARE(rig.card->tree().find(*Uri::parse("./Mine")) != kNoNode, problem.isEmpty());
}

void TestFlows::DM_SC_GEN_9_theServerHasTheDeviceStore()
{
    Rig rig;
    ScriptedUser user(PromptAnswer::Verdict::Yes);
    FlowRequest request;
    request.kind = FlowKind::Store;
    request.wanted = {"./DevDetail"};
    request.handshake.as = Role::Device;
    const FlowReport report = rig.run(request, user);
    QVERIFY2(report.done, qPrintable(report.outcome));
    QVERIFY(stateOf(report, "handshake") == StepState::Done); // SEC-8
    QVERIFY(stateOf(report, "store") == StepState::Done);
    const auto uri = Uri::parse("./DevDetail");
    const NodeId stored = rig.card->tree().find(*uri);
    QVERIFY(stored != kNoNode);
    QVERIFY(rig.card->tree().subtreeSize(stored) > 1);
    const auto owners = rig.card->state().owners;
    QVERIFY(owners && owners->of(*uri) == "device"); // ADM-5: tied to who stored it
}

void TestFlows::DM_SC_GEN_6_theCardProvesTheDeviceInItsSessions_data()
{
    QTest::addColumn<int>("kind");
    for (const FlowKind kind : {FlowKind::Store, FlowKind::Approve})
        QTest::newRow(qPrintable(flowWord(kind))) << int(kind);
}

void TestFlows::DM_SC_GEN_6_theCardProvesTheDeviceInItsSessions()
{
    QFETCH(int, kind);
    Rig rig;
    ScriptedUser user(PromptAnswer::Verdict::Yes);
    FlowRequest request;
    request.kind = static_cast<FlowKind>(kind);
    request.proveByCard = true;
    // The demo card has another password for this account than the device, which the server is told here.
    const auto passwordOn = [](const SideSession& side) { return accountsOf(side.tree()).front().client.password; };
    QVERIFY(passwordOn(*rig.device) != passwordOn(*rig.card));
    const FlowReport report = rig.run(request, user);
    QVERIFY2(report.done, qPrintable(report.outcome));
    for (const char* id : {"prove", "check"})
        QVERIFY2(stateOf(report, id) == StepState::Done, id);
    // Told in the order in which it takes place.
    std::vector<QString> begun;
    for (const FlowStep& step : rig.told)
        if (step.state == StepState::Running)
            begun.push_back(step.id);
    const auto at = [&](const char* id) { return std::ranges::find(begun, QLatin1String(id)); };
    QVERIFY(at("prove") < at("check"));
    QVERIFY(request.kind != FlowKind::Store || (at("prove") < at("package1") && at("ask") < at("check")));
    // Without it the card is not asked.
    request.proveByCard = false;
    const FlowReport without = Rig().run(request, user);
    QVERIFY2(without.done, qPrintable(without.outcome));
    QVERIFY(
        std::ranges::none_of(without.steps, [](const FlowStep& step) { return step.id == QLatin1String("prove"); }));
}

void TestFlows::DM_SC_ADM_7_theDevicesMemoryCountsForWhatItStores()
{
    Rig rig;
    HandshakeRequest device;
    device.as = Role::Device;
    QVERIFY(!rig.card->handshake(device, {}).error);
    const auto reduced = rig.card->manageMemory({{MemoryAction::Release, {}, {}}});
    QVERIFY(reduced && reduced->front().done());
    ScriptedUser user(PromptAnswer::Verdict::Yes);
    FlowRequest request;
    request.kind = FlowKind::Store;
    request.wanted = {"./DevDetail"};
    request.handshake = device;
    const FlowReport report = rig.run(request, user);
    // Whatever the server was told, what is not on the card is not said to be there.
    QVERIFY2(!report.done, qPrintable(report.outcome));
    QVERIFY(stateOf(report, "store") == StepState::Failed);
    QVERIFY(user.told().empty());
    QCOMPARE(rig.card->tree().find(*Uri::parse("./DevDetail")), kNoNode);
}

void TestFlows::DM_SC_GEN_7_synchroniseBringsChangesAcross()
{
    Rig rig;
    ScriptedUser user(PromptAnswer::Verdict::Yes);
    const FlowReport first = rig.run(FlowKind::Sync, user);
    QVERIFY2(first.done || first.outcome.contains(QLatin1String("too many")), qPrintable(first.outcome));
    if (!first.done) {
        // First contact with many conflicts: decided in the list.
        const auto plan = planSync(*rig.device, *rig.card, rig.path("sync"), {});
        QVERIFY(plan.has_value());
        const std::vector<Choice> choices(plan->merge->conflicts.size(), Choice::Card);
        const auto applied = applySync(*rig.device, *rig.card, rig.path("sync"), *plan, choices);
        QVERIFY2(applied.has_value(), applied ? "" : qPrintable(applied.error().text()));
    }
    const auto quiet = planSync(*rig.device, *rig.card, rig.path("sync"), {});
    QVERIFY(quiet.has_value());
    QVERIFY(quiet->base);
    QCOMPARE(quiet->merge->operations.size(), 0U);
    QCOMPARE(quiet->merge->conflicts.size(), 0U);
    // A change on one side comes over without a question.
    const auto uri = Uri::parse("./AP/mms/Proxy/Addr");
    Operation change;
    change.side = Side::Device;
    change.uri = *uri;
    change.before = std::string(rig.device->tree().value(rig.device->tree().find(*uri)));
    change.after = "proxy.changed.example";
    const auto changed = rig.device->apply({change});
    QVERIFY(changed.has_value() && changed->front().status == 200);
    const std::size_t asked = user.asked().size();
    const FlowReport report = rig.run(FlowKind::Sync, user);
    QVERIFY2(report.done, qPrintable(report.outcome));
    QCOMPARE(user.asked().size(), asked);
    QVERIFY(rig.card->tree().value(rig.card->tree().find(*uri)) == "proxy.changed.example");
}

void TestFlows::DM_SC_GEN_7_synchroniseAsksAboutConflicts()
{
    Rig rig;
    const auto plan = planSync(*rig.device, *rig.card, rig.path("sync"), {});
    QVERIFY(plan.has_value());
    const std::vector<Choice> choices(plan->merge->conflicts.size(), Choice::Card);
    QVERIFY(applySync(*rig.device, *rig.card, rig.path("sync"), *plan, choices).has_value());
    const auto uri = Uri::parse("./AP/mms/Proxy/Addr");
    for (const Side side : kSides) {
        SideSession& session = side == Side::Device ? *rig.device : *rig.card;
        Operation change;
        change.side = side;
        change.uri = *uri;
        change.before = std::string(session.tree().value(session.tree().find(*uri)));
        change.after = side == Side::Device ? "of.the.device" : "of.the.card";
        const auto changed = session.apply({change});
        QVERIFY(changed.has_value() && changed->front().status == 200);
    }
    PromptAnswer second;
    second.verdict = PromptAnswer::Verdict::Yes;
    second.chosen = {2};
    ScriptedUser user(std::vector<PromptAnswer>{second});
    const FlowReport report = rig.run(FlowKind::Sync, user);
    QVERIFY2(report.done, qPrintable(report.outcome));
    QCOMPARE(user.asked().size(), 1U);
    QVERIFY(rig.card->tree().value(rig.card->tree().find(*uri)) == "of.the.device");
    QVERIFY(rig.device->tree().value(rig.device->tree().find(*uri)) == "of.the.device");
}

void TestFlows::DM_SC_GEN_11_aPackageIsApprovedByTheCard()
{
    Rig rig;
    ScriptedUser user(PromptAnswer::Verdict::No);
    const FlowReport report = rig.run(FlowKind::Approve, user);
    QVERIFY2(report.done, qPrintable(report.outcome));
    QVERIFY(stateOf(report, "verify") == StepState::Done);
    QVERIFY(stateOf(report, "report") == StepState::Done);
    const auto steps = report.steps.size();
    QCOMPARE(steps, plannedFlow(FlowKind::Approve).size()); // the session is no step of its own
    QVERIFY2(report.steps.back().caption.contains(QLatin1String("1226")), qPrintable(report.steps.back().caption));
    QVERIFY(user.asked().empty());
}

namespace {

/// The demo's package with a bit changed, beside its true signature.
FlowRequest forged(const Rig& rig)
{
    QFile::copy(QStringLiteral(":/dmsc/demo/firmware.p7s"), rig.path("signature"));
    QFile original(QStringLiteral(":/dmsc/demo/firmware.bin"));
    QFile package(rig.path("package"));
    if (!original.open(QIODevice::ReadOnly) || !package.open(QIODevice::WriteOnly))
        qFatal("no package");
    QByteArray bytes = original.readAll();
    bytes[0] = static_cast<char>(bytes[0] ^ 1);
    package.write(bytes);
    FlowRequest request;
    request.kind = FlowKind::Approve;
    request.package = rig.path("package");
    request.signature = rig.path("signature");
    return request;
}

} // namespace

void TestFlows::DM_SC_USE_6_aPackageWithoutApprovalIsDeleted()
{
    Rig rig;
    rig.settings.rejectUnapproved = true;
    ScriptedUser user(PromptAnswer::Verdict::Yes);
    const FlowReport report = rig.run(forged(rig), user);
    QVERIFY2(report.done, qPrintable(report.outcome));
    QVERIFY(user.asked().empty());
    QVERIFY2(report.outcome.contains(QLatin1String("deleted")), qPrintable(report.outcome));
}

void TestFlows::DM_SC_USE_7_aPackageWithoutApprovalAsksTheUser()
{
    Rig rig;
    ManagedTree& device = rig.device->handset()->managed();
    TreeEditor editor = device.edit("user");
    // Whatever the version of its firmware object.
    QVERIFY(editor.setType(device.tree().find(*Uri::parse("./FUMO/fw1")), "urn:oma:mo:oma-fumo:1.1"));
    QVERIFY(device.commit(editor, "user"));
    ScriptedUser user(PromptAnswer::Verdict::No);
    const FlowReport report = rig.run(forged(rig), user);
    QVERIFY2(report.done, qPrintable(report.outcome));
    QCOMPARE(user.asked().size(), 1U);
}

void TestFlows::DM_SC_PRV_1_aFlowThatIsStoppedLeavesTheDeviceAsItWas()
{
    for (int steps = 0; steps < 6; ++steps) {
        Rig rig;
        const Tree before = rig.device->tree();
        ScriptedUser user(PromptAnswer::Verdict::No);
        FlowOutside outside;
        outside.user = &user;
        int left = steps;
        outside.pace = [&left] { return left-- > 0; };
        FlowRequest request;
        request.kind = FlowKind::Uc2;
        const FlowReport report = runFlow(request, {rig.device.get(), rig.card.get()}, outside);
        QVERIFY(!report.done);
        QVERIFY(sameTree(before, rig.device->tree()) || steps >= 5);
    }
}

void TestFlows::theSessionFromBeforeIsBack()
{
    Rig rig;
    const auto before = rig.card->state().access;
    ScriptedUser user(PromptAnswer::Verdict::No);
    QVERIFY(rig.run(FlowKind::Uc1A2, user).done);
    QVERIFY(rig.card->state().secured);
    QVERIFY(rig.card->state().access == before);
}

void TestFlows::aFlowWithoutACardSaysWhatIsMissing()
{
    Rig rig;
    ScriptedUser user(PromptAnswer::Verdict::No);
    FlowOutside outside;
    outside.user = &user;
    const FlowReport report = runFlow({}, {rig.device.get(), nullptr}, outside);
    QVERIFY(!report.done);
    QVERIFY(report.outcome.contains(QLatin1String("DM_SC")));
}

int run(int argc, char** argv)
{
    return test::run<QCoreApplication, TestFlows>(argc, argv);
}

} // namespace dmsc::tst_flows

#include "tst_flows.moc"
