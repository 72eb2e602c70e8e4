// SPDX-License-Identifier: Apache-2.0
// dmsc client: the emulated handset goes to a DM server.
#include "app/cli/dm_options.h"
#include "app/cli/firmware_parts.h"
#include "app/cli/line_printer.h"
#include "app/cli/session.h"
#include "app/cli/stop_signals.h"
#include "app/cli/terminal_user.h"
#include "cardio/flows/insert_card.h"
#include "cardio/handset/accounts.h"
#include "cardio/handset/handset_hooks.h"
#include "cardio/server/application_socket.h"
#include "cardio/server/http_transport.h"
#include "cardio/server/push_port.h"
#include "cardio/session/recorded_user.h"
#include "model/flow/server_url.h"
#include "model/syncml/notification.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>

#include <atomic>
#include <mutex>
#include <optional>

namespace dmsc::cli {

namespace {

constexpr int kLookForPush = 100; ///< milliseconds

/// The handset's own account for that server, to be used at the URL that is named; nullopt: it has none.
std::optional<DmAccount> knownAccount(const Tree& tree, const Arguments& arguments, const std::string& serverId)
{
    const std::string url = arguments.server.toStdString();
    for (DmAccount& known : accountsOf(tree)) {
        if (arguments.as.isEmpty() ? known.address != url : known.serverId != serverId)
            continue;
        known.address = url;
        return std::move(known);
    }
    return std::nullopt;
}

/// The same, whose passwords the card has.
Result<DmAccount> accountOfCard(const Tree& tree, const Arguments& arguments)
{
    const auto scheme = authOf(arguments.auth, false);
    if (!scheme)
        return tl::unexpected(scheme.error());
    if (auto known = knownAccount(tree, arguments, arguments.as.toStdString())) {
        if (!arguments.auth.isEmpty())
            known->client.scheme = known->server.scheme = *scheme;
        return *std::move(known);
    }
    return fail(ErrorKind::NotFound,
        QCoreApplication::translate("CommandLine",
            "the handset has no account for this DM server, which --prove-by-card needs; name it with --as, or let the "
            "card bring one"),
        arguments.as.isEmpty() ? arguments.server : arguments.as);
}

/// The handset's own account for that server, or a made-up one with what the arguments say.
Result<DmAccount> accountFor(const Tree& tree, const Arguments& arguments)
{
    if (arguments.proveByCard)
        return accountOfCard(tree, arguments);
    auto given = accountFrom(arguments);
    if (!given)
        return given;
    if (auto known = knownAccount(tree, arguments, given->serverId)) {
        if (!arguments.secret.isEmpty() || !arguments.auth.isEmpty())
            known->client = given->client;
        if (!arguments.serverSecret.isEmpty() || arguments.auth == QLatin1String("none"))
            known->server = given->server;
        return *std::move(known);
    }
    given->address = arguments.server.toStdString();
    return given;
}

const char* endWord(SessionEnd end)
{
    switch (end) {
    case SessionEnd::Finished:
        return "finished";
    case SessionEnd::NotAuthenticated:
        return "not-authenticated";
    case SessionEnd::Aborted:
        return "aborted";
    case SessionEnd::Running:
        break;
    }
    return "broken";
}

QJsonObject asJson(const SessionReport& report)
{
    return {{QStringLiteral("end"), QLatin1String(endWord(report.end))},
        {QStringLiteral("messages"), static_cast<qint64>(report.messages)},
        {QStringLiteral("bytes"), static_cast<qint64>(report.bytes)},
        {QStringLiteral("changedTree"), report.changedTree}};
}

Answer told(const SessionReport& report, const Arguments& arguments)
{
    Answer answer;
    if (arguments.json) {
        answer.output = QJsonDocument(asJson(report)).toJson().toStdString();
    } else {
        answer.output =
            QCoreApplication::translate("CommandLine", "%1: %2 messages, %3 bytes, %4")
                .arg(endText(report.end, report.abort))
                .arg(report.messages)
                .arg(report.bytes)
                .arg(report.changedTree ? QCoreApplication::translate("CommandLine", "the tree was changed")
                                        : QCoreApplication::translate("CommandLine", "the tree is as it was"))
                .toStdString()
            + "\n";
    }
    if (report.end != SessionEnd::Finished) {
        answer.exit = Exit::Trouble;
        answer.note = endText(report.end, report.abort);
    }
    return answer;
}

ClientOptions optionsFor(
    const DmAccount& account, const Arguments& arguments, const EmulatedHandset& handset, UserAgent& user)
{
    ClientOptions options;
    // An application on this machine need not know WBXML.
    const bool xml = arguments.listen.isEmpty() ? arguments.xml : !arguments.wbxml;
    options.encoding = xml ? Encoding::Xml : Encoding::Wbxml;
    options.dialect = arguments.windows ? Dialect::Windows : Dialect::Oma;
    options.ddf = handset.ddf();
    options.user = &user;
    options.records = recordsOf(arguments);
    options.asker.name = QString::fromStdString(account.name.empty() ? account.serverId : account.name);
    return options;
}

HandsetHooks hooksOf(ManagedTree& device, UserAgent& user, FirmwareParts& firmware, const PromptAsker& asker)
{
    HandsetParts parts;
    parts.device = &device;
    parts.user = &user;
    parts.asker = asker;
    firmware.addTo(parts);
    return HandsetHooks(std::move(parts));
}

QJsonObject toldOf(const ApplicationEnd& end)
{
    QJsonObject told = asJson(end.report.value_or(SessionReport{}));
    if (end.broken)
        told.insert(QStringLiteral("end"), QLatin1String(endWord(SessionEnd::Running)));
    told.insert(QStringLiteral("server"), QString::fromStdString(end.serverId));
    if (end.summons != Summons::What::Start)
        told.insert(QStringLiteral("end"), QStringLiteral("refused"));
    return told;
}

/// What the handset does for whoever notifies it.
Result<ApplicationSession> sessionFor(
    EmulatedHandset& handset, UserAgent& user, HandsetHooks& hooks, const Arguments& arguments)
{
    const auto resync = resyncOf(arguments.resync);
    if (!resync)
        return tl::unexpected(resync.error());
    return sessionWithApplications(
        handset.managed(), user,
        [&](const DmAccount& account) {
            ClientOptions session = optionsFor(account, arguments, handset, user);
            session.hooks = &hooks;
            return session;
        },
        recordsOf(arguments), *resync);
}

/// Waits for applications on this machine that act as DM servers (GEN-15).
Result<Answer> serveApplications(
    EmulatedHandset& handset, UserAgent& user, FirmwareParts& firmware, const Arguments& arguments)
{
    const StopSignals signals;
    LinePrinter printer;
    std::atomic<bool> finished = false;
    HandsetHooks hooks = hooksOf(handset.managed(), user, firmware, {});
    ApplicationSocketOptions options;
    options.name =
        QFileInfo(arguments.listen).absoluteFilePath(); // a name alone would be one in the folder of the system
    std::mutex first; // an application may come before the line that says where
    std::unique_lock listening(first);
    options.ended = [&](const ApplicationEnd& end) {
        const std::lock_guard order(first);
        printer.line(toldOf(end));
        finished = finished || (end.report && end.report->end == SessionEnd::Finished);
    };
    auto session = sessionFor(handset, user, hooks, arguments);
    if (!session)
        return tl::unexpected(session.error());
    auto socket = ApplicationSocket::listen(std::move(options), *std::move(session));
    if (!socket)
        return tl::unexpected(socket.error());
    printer.line((*socket)->path().toUtf8());
    listening.unlock();
    do
        printer.flush();
    while (!signals.wait() && !(arguments.once && finished));
    socket->reset();
    printer.flush();
    return Answer{};
}

/// Waits for notifications (package 0), and goes to the server that each names, at the URL of its account.
Result<Answer> serveNotifications(
    EmulatedHandset& handset, UserAgent& user, FirmwareParts& firmware, const Arguments& arguments)
{
    const auto place = addressOf(arguments.push);
    if (!place)
        return tl::unexpected(place.error());
    const StopSignals signals;
    auto port = PushPort::listen(place->host, place->port);
    if (!port)
        return tl::unexpected(port.error());
    LinePrinter printer;
    HandsetHooks hooks = hooksOf(handset.managed(), user, firmware, {});
    HttpTransport http(firmware.http());
    const auto answer = sessionFor(handset, user, hooks, arguments);
    if (!answer)
        return tl::unexpected(answer.error());
    printer.line(port->text().toUtf8());
    bool finished = false;
    do {
        printer.flush();
        const auto package = port->receive(kLookForPush);
        if (!package)
            continue;
        const ApplicationEnd end = (*answer)(*package, http);
        if (end.summons == Summons::What::Dropped)
            continue; // without a word, to whoever sent it and to us (NOTI 6.1)
        printer.line(toldOf(end));
        finished = end.report && end.report->end == SessionEnd::Finished;
    } while (!signals.wait() && !(arguments.once && finished));
    printer.flush();
    return Answer{};
}

/// The handset starts with that card in it: before its first session (F01).
Result<void> insertNamedCard(ManagedTree& device, FirmwareParts& parts, UserAgent& user)
{
    if (!parts.card())
        return {};
    if (auto read = parts.card()->reload(); !read)
        return read;
    const auto report = insertCard(device, *parts.card(), HandsetSettings(), user);
    return report ? Result<void>() : tl::unexpected(report.error());
}

/// The session with the server that --server names.
Result<Answer> goToServer(
    EmulatedHandset& handset, UserAgent& user, FirmwareParts& firmware, const Arguments& arguments)
{
    ManagedTree& device = handset.managed();
    auto account = accountFor(device.tree(), arguments);
    if (!account)
        return tl::unexpected(account.error());
    ClientOptions options = optionsFor(*account, arguments, handset, user);
    options.sessionId = syncml::sessionIdText(freshSessionId());
    if (arguments.proveByCard) {
        const auto keeper = firmware.keeper();
        if (!keeper)
            return tl::unexpected(keeper.error());
        options.keeper = *keeper;
    }
    HandsetHooks hooks = hooksOf(device, user, firmware, options.asker);
    options.hooks = &hooks;

    HttpTransport transport(firmware.http());
    ClientSession session(device, *account, std::move(options));
    const auto report = runClientSession(session, transport);
    (void)saveNonces(device, *account); // an account that was made up has none to save
    if (!report)
        return tl::unexpected(report.error());
    return told(*report, arguments);
}

Result<void> checkProof(const Arguments& arguments)
{
    const bool given = !arguments.secret.isEmpty() || !arguments.serverSecret.isEmpty();
    if (!arguments.proveByCard || (!given && !arguments.server.isEmpty()))
        return {};
    return fail(ErrorKind::BadValue,
        QCoreApplication::translate("CommandLine",
            "--prove-by-card goes with --server, and without --secret and --server-secret: the card has them"));
}

} // namespace

Result<Answer> runClient(const Arguments& arguments)
{
    if (auto checked = checkProof(arguments); !checked)
        return tl::unexpected(checked.error());
    const int ways =
        int(!arguments.server.isEmpty()) + int(!arguments.listen.isEmpty()) + int(!arguments.push.isEmpty());
    if (arguments.handset.isEmpty() || ways != 1)
        return fail(ErrorKind::BadValue,
            QCoreApplication::translate("CommandLine",
                "a DM client needs --handset FILE, and --server URL, --listen SOCKET for applications or --push "
                "HOST:PORT for notifications"));
    if (!arguments.resync.isEmpty() && !arguments.server.isEmpty())
        return fail(ErrorKind::BadValue,
            QCoreApplication::translate(
                "CommandLine", "--resync is about notifications: it belongs to --listen or --push"));
    if (!arguments.server.isEmpty())
        if (auto url = serverUrl(arguments.server); !url)
            return tl::unexpected(url.error());
    const auto handset = openHandset(arguments.handset);
    if (!handset)
        return tl::unexpected(handset.error());
    const auto user = userFor(arguments.answer);
    if (!user)
        return tl::unexpected(user.error());
    RecordedUser asked(**user, recordsOf(arguments));
    const auto firmware = FirmwareParts::from(arguments);
    if (!firmware)
        return tl::unexpected(firmware.error());
    if (auto inserted = insertNamedCard((*handset)->managed(), **firmware, asked); !inserted)
        return tl::unexpected(inserted.error());
    if (!arguments.listen.isEmpty())
        return serveApplications(**handset, asked, **firmware, arguments);
    if (!arguments.push.isEmpty())
        return serveNotifications(**handset, asked, **firmware, arguments);
    return goToServer(**handset, asked, **firmware, arguments);
}

} // namespace dmsc::cli
