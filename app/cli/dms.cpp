// SPDX-License-Identifier: Apache-2.0
// dmsc dms: a DM server that plays a script to whoever comes.
#include "app/cli/dm_options.h"
#include "app/cli/line_printer.h"
#include "app/cli/session.h"
#include "app/cli/stop_signals.h"
#include "cardio/server/dm_server.h"
#include "cardio/server/server_script.h"

#include <QCoreApplication>

#include <atomic>
#include <map>
#include <mutex>

namespace dmsc::cli {

namespace {

constexpr QLatin1String kNoAuth("none"); ///< of --auth
constexpr int kLastAnswer = 5; ///< looks at the signals, in which the last answer reaches its client

/// The lines about sessions. One whose client may still refuse us waits a while for it.
class SessionLines
{
public:
    explicit SessionLines(LinePrinter& printer)
        : m_printer(&printer)
    {
    }

    void take(const QJsonObject& session, bool certain)
    {
        const std::lock_guard lock(m_mutex);
        const QString id = session[QLatin1String("session")].toString() + QLatin1Char(' ')
            + session[QLatin1String("device")].toString();
        m_waiting.erase(id);
        if (certain)
            print(session);
        else
            m_waiting.insert({id, {session, kLastAnswer}});
    }

    /// A look at the signals has passed; or there will be no other.
    void look(bool last = false)
    {
        const std::lock_guard lock(m_mutex);
        for (auto one = m_waiting.begin(); one != m_waiting.end();) {
            auto& [session, looks] = one->second;
            if (!last && --looks > 0) {
                ++one;
                continue;
            }
            print(session);
            one = m_waiting.erase(one);
        }
    }

    [[nodiscard]] bool finished() const { return m_finished; }

private:
    void print(const QJsonObject& session)
    {
        m_printer->line(session);
        m_finished = m_finished || session[QLatin1String("end")] == QLatin1String("finished");
    }

    std::mutex m_mutex;
    LinePrinter* m_printer;
    std::map<QString, std::pair<QJsonObject, int>> m_waiting; ///< by session, with the looks that are left
    std::atomic<bool> m_finished = false;
};

Result<DmServerOptions> optionsFrom(const Arguments& arguments)
{
    DmServerOptions options;
    const QString listen = arguments.listen.isEmpty() ? QStringLiteral("127.0.0.1:0") : arguments.listen;
    const auto place = addressOf(listen);
    if (!place)
        return tl::unexpected(place.error());
    options.address = place->host;
    options.port = place->port;
    options.certificate = arguments.certificate;
    options.key = arguments.key;
    options.files = arguments.files;
    options.session.records = recordsOf(arguments);
    options.session.serverId = arguments.as.isEmpty() ? kServerId : arguments.as.toStdString();
    if (arguments.xml != arguments.wbxml)
        options.session.encoding = arguments.xml ? Encoding::Xml : Encoding::Wbxml;
    return options;
}

/// A name or a scheme without the secret would let everybody in who was to be kept out.
Result<void> checkCredentials(const Arguments& arguments)
{
    const bool demanded = !arguments.user.isEmpty() || (!arguments.auth.isEmpty() && arguments.auth != kNoAuth);
    if (demanded && arguments.secret.isEmpty())
        return fail(ErrorKind::BadValue,
            QCoreApplication::translate(
                "CommandLine", "clients can only be told apart by a secret: name it with --secret S, or leave out %1")
                .arg(arguments.user.isEmpty() ? QStringLiteral("--auth") : QStringLiteral("--user")));
    if (!arguments.key.isEmpty() && arguments.certificate.isEmpty())
        return fail(ErrorKind::BadValue,
            QCoreApplication::translate("CommandLine", "--key FILE belongs to a --certificate FILE"));
    return {};
}

Result<std::shared_ptr<const ServerScript>> scriptFrom(const Arguments& arguments)
{
    if (arguments.script.isEmpty())
        return std::make_shared<const ServerScript>();
    const auto document = readFile(arguments.script);
    if (!document)
        return tl::unexpected(document.error());
    auto script = readServerScript(*document);
    if (!script)
        return at(script.error(), arguments.script);
    return std::make_shared<const ServerScript>(*std::move(script));
}

} // namespace

Result<Answer> serveDm(const Arguments& arguments)
{
    if (auto checked = checkCredentials(arguments); !checked)
        return tl::unexpected(checked.error());
    auto options = optionsFrom(arguments);
    if (!options)
        return tl::unexpected(options.error());
    const auto account = accountFrom(arguments);
    if (!account)
        return tl::unexpected(account.error());
    const auto script = scriptFrom(arguments);
    if (!script)
        return tl::unexpected(script.error());
    const StopSignals signals;
    LinePrinter printer;
    SessionLines lines(printer);
    options->session.endedUnasked = [&lines](const ClientFacts& client, const std::string& session, bool turnedAway) {
        lines.take(unaskedSession(client, session, turnedAway), true);
    };
    const auto tell = [&lines](const QJsonObject& session, bool certain) { lines.take(session, certain); };
    auto server = DmServer::listen({account->client, account->server}, *std::move(options),
        [&tell, script = *script](const std::string& sessionId) { return playScript(script, sessionId, tell); });
    if (!server)
        return tl::unexpected(server.error());
    printer.line((*server)->url().toUtf8());
    if (!arguments.files.isEmpty())
        printer.line((*server)->filesUrl().toUtf8());
    int last = kLastAnswer;
    do {
        lines.look();
        printer.flush();
        if (arguments.once && lines.finished())
            --last;
    } while (!signals.wait() && last > 0);
    server->reset(); // sessions that are still running are told as broken
    lines.look(true);
    printer.flush();
    return Answer{};
}

} // namespace dmsc::cli
