// SPDX-License-Identifier: Apache-2.0
#include "cardio/card/recorded_receipt.h"
#include "cardio/credentials/credential_store.h"
#include "cardio/flows/card_requests.h"
#include "cardio/flows/served_session.h"
#include "cardio/handset/emulated_handset.h"
#include "cardio/session/tree_client.h"
#include "model/formats/tnds.h"

#include <QCoreApplication>
#include <QDateTime>

// A DM server at work through the device: UC2-A1, and GEN-9.
namespace dmsc {

namespace {

constexpr std::string_view kServerMo = "org.dmsc/1.0/ServerConfig";
constexpr std::string_view kServerMoName = "ServerConfig";

PromptAsker serverAsker(const DmAccount& account)
{
    PromptAsker asker;
    asker.name = QString::fromStdString(account.name.empty() ? account.serverId : account.name);
    asker.proof = QString::fromLatin1(
        authType(account.server.scheme).data(), static_cast<qsizetype>(authType(account.server.scheme).size()));
    asker.verified = account.server.scheme != AuthScheme::None;
    return asker;
}

/// What the server stores: as it wants it this time.
std::vector<Operation> serverMo(const Tree& card)
{
    const Uri root = Uri().child(kServerMoName);
    Operation operation;
    operation.side = Side::Card;
    if (card.find(root) == kNoNode) {
        Tree tree;
        NodeData data;
        data.name = kServerMoName;
        data.type = kServerMo;
        const auto mo = tree.add(Tree::root(), data);
        NodeData version;
        version.name = "Version";
        version.format = Format::Int;
        version.value = "1";
        if (mo)
            (void)tree.add(*mo, version);
        operation.kind = Operation::Kind::Add;
        operation.uri = root;
        operation.added = mo ? takeSubtree(tree, *mo) : nullptr;
        return {operation};
    }
    const Uri version = root.child("Version");
    const NodeId leaf = card.find(version);
    operation.kind = Operation::Kind::Replace;
    operation.uri = version;
    operation.before = leaf != kNoNode ? std::string(card.value(leaf)) : std::string();
    operation.after = std::to_string(std::strtol(operation.before.c_str(), nullptr, 10) + 1);
    return {operation};
}

Result<void> storeAsServer(FlowRun& run, CardClient& card)
{
    TreeClientOptions options;
    options.source = "dmsc:server";
    options.self = Actor::Server;
    options.records = run.records();
    TreeClient tree(card, std::move(options));
    const auto answers = tree.get({"./" + std::string(kServerMoName) + "?list=TNDS"});
    if (!answers)
        return tl::unexpected(answers.error());
    Tree now;
    if (answers->front().status == syncml::StatusCode::Ok) {
        auto read = treeOf(answers->front(), kServerMoName);
        if (!read)
            return tl::unexpected(read.error());
        now = *std::move(read);
    }
    const std::vector<Operation> operations = serverMo(now);
    const auto results = tree.apply(operations, now, run.outside().progress);
    if (!results)
        return tl::unexpected(results.error());
    return allGood(*results) ? Result<void>() : tl::unexpected(firstFailure(*results, operations));
}

/// What both sides have signed about the server's session, as a row (SEC-7).
void keepReceipt(const FlowRun& run, CardClient& card, const Credential& credential, const std::optional<Digest>& begin)
{
    const auto* own = std::get_if<CertificateCredential>(&credential);
    if (!own || !begin || !run.records())
        return;
    (void)recordedReceipt(card, *own, *begin, QDateTime::currentDateTimeUtc(), Actor::Server, run.records());
}

/// Who the server is to the card, and how the store stands where the session is to end in a receipt.
Result<std::optional<Digest>> askAccess(CardClient& card)
{
    if (auto access = card.accessConditions(); !access)
        return tl::unexpected(access.error());
    if (!card.facts().ownCertificate)
        return std::optional<Digest>();
    const auto status = card.syncStatus();
    return status ? Result<std::optional<Digest>>(status->content) : tl::unexpected(status.error());
}

/// The server's end of UC2-A1: a channel of its own to the card, through the device's relay.
Result<void> reachCard(FlowRun& run, Conversation& conversation)
{
    if (auto client = conversation.client(); !client)
        return tl::unexpected(client.error());
    RelayLink link(conversation);
    HandshakeRequest request = run.request().handshake;
    request.as = Role::Dms;
    const auto credential = CredentialStore::builtIn(Role::Dms, request.method);
    const auto opened = run.step(QStringLiteral("handshake"), [&]() -> Result<std::shared_ptr<CardClient>> {
        if (!credential)
            return tl::unexpected(credential.error());
        HandshakeOptions options;
        options.as = Role::Dms;
        options.method = request.method;
        auto card = CardClient::open(link, *credential, options);
        if (!card)
            return tl::unexpected(card.error());
        return std::shared_ptr<CardClient>(std::move(*card));
    });
    if (!opened)
        return tl::unexpected(opened.error());
    CardClient& card = **opened;
    const auto begin = run.step(QStringLiteral("access"), [&] { return askAccess(card); });
    if (!begin)
        return tl::unexpected(begin.error());
    if (auto stored = run.step(QStringLiteral("store"), [&] { return storeAsServer(run, card); }); !stored)
        return tl::unexpected(stored.error());
    return run.step(QStringLiteral("end"), [&] {
        keepReceipt(run, card, *credential, *begin);
        return card.endSession();
    });
}

/// What the server has wanted of the device's firmware: the card has time for it now, and the result goes to the server
/// in a session of its own. The flow's last sentence about it; empty where it wanted nothing.
Result<QString> finishFirmware(FlowRun& run, HttpClient& http, HandsetHooks& hooks)
{
    if (!hooks.waits())
        return QString();
    const HandshakeOutcome shaken = run.card().handshake(handshakeAs(run, Role::Device), {}, run.outside().progress);
    if (shaken.error)
        return tl::unexpected(*shaken.error);
    const auto alerts = hooks.finishFirmware(*run.card().cardClient());
    const DmAccount account = serverAccount(run.device().handset()->managed().tree()); // its nonces have moved on
    HandsetHooks later(handsetParts(run, serverAsker(account), http));
    const auto told = runServed(
        run, http, account, later, [](Conversation&) { return Result<void>(); }, alerts);
    if (!told)
        return tl::unexpected(told.error());
    return QCoreApplication::translate(
        "FlowRun", "Afterwards the card has checked the firmware, and the server was told the result.");
}

/// Where the card's journal is.
std::pair<QString, std::uint32_t> journalOf(const SideSession& card)
{
    const auto& facts = card.state().card;
    return facts ? std::pair(facts->epoch, facts->seq) : std::pair(QString(), std::uint32_t{0});
}

tl::unexpected<Error> askedForNothing()
{
    return fail(
        ErrorKind::NotFound, QCoreApplication::translate("FlowRun", "the server has asked for nothing on the card"));
}

/// A step that somebody else has taken.
Result<void> pass(FlowRun& run, const char* id)
{
    return run.step(QLatin1String(id), [] { return Result<void>(); });
}

/// A server at a URL directs itself, and what it says to the card is sealed: what it has stored, the card tells.
Result<void> checkStored(FlowRun& run, const CardRequests& asked, const HandshakeRequest& session,
    const std::pair<QString, std::uint32_t>& before)
{
    if (asked.relayed() == 0)
        return askedForNothing();
    if (const auto opened = run.card().handshake(session, {}, run.outside().progress); opened.error)
        return tl::unexpected(*opened.error);
    if (auto read = run.card().reload(run.outside().progress); !read)
        return read;
    if (journalOf(run.card()) == before) {
        const Error nothing{ErrorKind::NotFound,
            QCoreApplication::translate("FlowRun", "the server has reached the card, but stored nothing on it"), {}};
        run.fail(QStringLiteral("store"), nothing);
        return tl::unexpected(nothing);
    }
    for (const char* id : {"handshake", "store", "end"})
        if (auto shown = pass(run, id); !shown)
            return shown;
    return {};
}

/// The subtree's operations on the card: added, or put in place of what is there.
std::vector<Operation> storeOperations(const Tree& device, NodeId mo, const Tree& card)
{
    std::vector<Operation> operations;
    const Uri uri = device.uri(mo);
    Operation operation;
    operation.side = Side::Card;
    operation.uri = uri;
    if (const NodeId there = card.find(uri); there != kNoNode) {
        operation.kind = Operation::Kind::Delete;
        operation.removed = takeSubtree(card, there);
        operations.push_back(operation);
        operation.removed.reset();
    }
    operation.kind = Operation::Kind::Add;
    operation.added = takeSubtree(device, mo);
    operations.push_back(operation);
    return operations;
}

Result<void> storeOnCard(FlowRun& run, const Tree& device, NodeId mo)
{
    return run.step(QStringLiteral("store"), [&]() -> Result<void> {
        const auto operations = storeOperations(device, mo, run.card().tree());
        const auto results = run.card().apply(operations, run.outside().progress);
        if (!results)
            return tl::unexpected(results.error());
        return allGood(*results) ? Result<void>() : tl::unexpected(firstFailure(*results, operations));
    });
}

syncml::StatusCode statusOf(const Result<void>& stored)
{
    if (stored)
        return syncml::StatusCode::Ok;
    return stored.error().kind == ErrorKind::Full ? syncml::StatusCode::DeviceFull : syncml::StatusCode::CommandFailed;
}

/// The MO that the server asks for: the one wanted, or the first that the card has not.
Result<std::string> moToStore(FlowRun& run)
{
    if (!run.request().wanted.empty())
        return run.request().wanted.front();
    const Tree& device = run.device().tree();
    const Tree& card = run.card().tree();
    for (const NodeId child : device.children(Tree::root()))
        if (device.isInterior(child) && device.hasType(child) && card.find(device.uri(child)) == kNoNode)
            return device.uri(child).text();
    return fail(ErrorKind::NotFound,
        QCoreApplication::translate("FlowRun", "the card has all of the device's objects; name the one to store"));
}

/// That the user does not agree is an answer, no failure.
Result<void> askToStore(FlowRun& run, Conversation& conversation, const std::string& uri)
{
    if (auto client = conversation.client(); !client)
        return tl::unexpected(client.error());
    const auto asked = run.step(QStringLiteral("ask"), [&]() -> Result<std::vector<CommandAnswer>> {
        syncml::Command exec;
        exec.kind = syncml::CommandKind::Exec;
        exec.correlator = "store";
        syncml::Item& item = exec.items.emplace_back();
        item.target.uri = std::string(kStoreOnCard);
        item.meta.format = std::string(syncml::format::kChr);
        item.meta.type = "text/plain";
        item.data = uri;
        return conversation.perform({exec});
    });
    if (!asked)
        return tl::unexpected(asked.error());
    return run.step(QStringLiteral("report"), [&]() -> Result<void> {
        const auto status = asked->empty() ? syncml::StatusCode::None : asked->front().status;
        if (status != syncml::StatusCode::NotModified && !syncml::isSuccess(status))
            return fail(ErrorKind::Card, syncml::describe(status), QString::fromStdString(uri));
        return {};
    });
}

/// What the device has stored for the server, and what went wrong first.
struct Stored
{
    QStringList uris;
    std::optional<Error> problem;
};

/// In words; an error where nothing was stored and the user did not say so.
Result<QString> outcomeOf(const CardRequests& asked, const Stored& stored)
{
    if (stored.problem)
        return tl::unexpected(*stored.problem);
    if (!stored.uris.isEmpty())
        return QCoreApplication::translate("FlowRun", "The device has stored %1 on the card.")
            .arg(stored.uris.join(QStringLiteral(", ")));
    const auto& last = asked.lastStore();
    if (!last)
        return askedForNothing();
    if (last->status == syncml::StatusCode::NotModified)
        return QCoreApplication::translate("FlowRun", "The user did not agree, so %1 was not stored on the card.")
            .arg(last->uri);
    return fail(ErrorKind::Card, syncml::describe(last->status), last->uri);
}

/// The card is the device's in this, and counts what is stored as its (ADM-5).
Result<void> openAsDevice(FlowRun& run)
{
    if (auto shaken = shakeInFlow(run, run.request().handshake.as); !shaken)
        return tl::unexpected(shaken.error());
    return run.card().reload(run.outside().progress);
}

/// The handset's session with the server that wants something stored; the emulated one wants `uri`.
Result<QString> runStoreSession(FlowRun& run, const DmAccount& account, const std::string& uri)
{
    const bool isForeign = !run.request().server.empty();
    Stored stored;
    HttpClient http(httpOptions(run));
    HandsetParts parts = handsetParts(run, serverAsker(account), http);
    parts.store = [&](const Tree& device, NodeId mo) {
        const auto done = storeOnCard(run, device, mo);
        if (done)
            stored.uris += QString::fromStdString(device.uri(mo).text());
        else if (!stored.problem)
            stored.problem = done.error();
        return statusOf(done);
    };
    HandsetHooks hooks(std::move(parts));
    // Who directs itself has no thread of ours that would tell its steps.
    CardRequests asked(hooks, isForeign ? std::function<void()>([&] { (void)pass(run, "ask"); }) : nullptr);
    const auto report = runServed(
        run, http, account, asked, [&](Conversation& conversation) { return askToStore(run, conversation, uri); });
    if (!report)
        return tl::unexpected(report.error());
    auto outcome = outcomeOf(asked, stored);
    if (outcome && isForeign)
        if (auto told = pass(run, "report"); !told)
            return tl::unexpected(told.error());
    return outcome;
}

} // namespace

Result<QString> runUc2A1(FlowRun& run)
{
    const bool isForeign = !run.request().server.empty();
    const HandshakeRequest session = run.card().sessionRequest();
    if (isForeign)
        if (auto read = run.card().reload(run.outside().progress); !read)
            return tl::unexpected(read.error());
    const auto before = journalOf(run.card());
    const DmAccount account = serverAccount(run.device().tree());
    if (auto notified = notifyHandset(run, account); !notified)
        return tl::unexpected(notified.error());
    HttpClient http(httpOptions(run));
    HandsetParts parts = handsetParts(run, serverAsker(account), http);
    parts.card = run.card().cardLink();
    // The relay carries another session: ours is over, and with it the card's answers to us until it is over too.
    parts.verifier = nullptr;
    parts.cardBusy = true;
    if (auto ended = run.card().cardClient()->endSession(); !ended)
        return tl::unexpected(ended.error());
    HandsetHooks hooks(std::move(parts));
    CardRequests asked(hooks);
    const auto report = runServed(
        run, http, account, asked, [&run](Conversation& conversation) { return reachCard(run, conversation); });
    if (!report)
        return tl::unexpected(report.error());
    const auto firmware = finishFirmware(run, http, hooks);
    if (!firmware)
        return tl::unexpected(firmware.error());
    if (isForeign)
        if (auto stored = checkStored(run, asked, session, before); !stored)
            return tl::unexpected(stored.error());
    const QStringList sentences{QCoreApplication::translate("FlowRun",
                                    "The server has stored its object on the card; the device has only relayed what it "
                                    "cannot read."),
        *firmware};
    const QString outcome = sentences.join(QLatin1Char(' ')).trimmed();
    tellFinished(run, serverAsker(account), outcome);
    return outcome;
}

Result<QString> runStore(FlowRun& run)
{
    const auto account = sessionAccount(run);
    if (!account)
        return tl::unexpected(account.error());
    if (auto opened = openAsDevice(run); !opened)
        return tl::unexpected(opened.error());
    const auto uri = run.request().server.empty() ? moToStore(run) : Result<std::string>();
    if (!uri)
        return tl::unexpected(uri.error());
    if (auto notified = notifyHandset(run, *account); !notified)
        return tl::unexpected(notified.error());
    auto outcome = runStoreSession(run, *account, *uri);
    if (outcome)
        tellFinished(run, serverAsker(*account), *outcome);
    return outcome;
}

} // namespace dmsc
