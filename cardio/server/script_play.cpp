// SPDX-License-Identifier: Apache-2.0
#include "cardio/server/server_script.h"

#include "model/syncml/base64.h"
#include "model/syncml/xml_text.h"

#include <QJsonArray>

namespace dmsc {

using syncml::Command;
using syncml::CommandKind;
using syncml::Item;
using syncml::StatusCode;

namespace {

QString qtext(std::string_view text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

void put(QJsonObject& object, const char* key, const std::string& text)
{
    if (!text.empty())
        object.insert(QLatin1String(key), qtext(text));
}

QJsonObject asJson(const Item& item)
{
    QJsonObject object;
    put(object, "target", item.target.uri);
    put(object, "source", item.source.uri);
    put(object, "format", item.meta.format);
    put(object, "type", item.meta.type);
    put(object, "mark", item.meta.mark);
    if (!item.data)
        return object;
    if (!syncml::isBinary(item) && syncml::isXmlText(*item.data))
        object.insert(QLatin1String("data"), qtext(*item.data));
    else
        object.insert(QLatin1String("base64"), qtext(syncml::toBase64(*item.data)));
    return object;
}

QJsonArray asJson(const std::vector<Item>& items)
{
    QJsonArray array;
    for (const Item& item : items)
        array.append(asJson(item));
    return array;
}

/// One session with a script; tells how it went when the session lets go of it.
class Play
{
public:
    Play(std::shared_ptr<const ServerScript> script, const std::string& sessionId, SessionTold done)
        : m_script(std::move(script))
        , m_done(std::move(done))
    {
        put(m_told, "session", sessionId);
    }
    Play(const Play&) = delete;
    Play& operator=(const Play&) = delete;
    ~Play()
    {
        if (m_begun && !m_finished)
            tell("broken", true);
    }

    std::vector<Command> next(const ClientFacts& client, const std::vector<CommandAnswer>& answers)
    {
        if (client.refused) {
            m_finished = true;
            tell("refused", true);
            return {};
        }
        note(client);
        if (m_begun)
            note(answers);
        m_begun = true;
        if (auto again = replacements(answers); !again.empty())
            return again;
        if (m_next < m_script->packages.size())
            return m_script->packages[m_next++];
        m_finished = true;
        tell("finished", !client.mayRefuse);
        return {};
    }

    /// The session was over before it began.
    void leave(const ClientFacts& client, bool turnedAway)
    {
        note(client);
        m_finished = true;
        tell(turnedAway ? "not-authenticated" : "broken", true);
    }

private:
    void note(const ClientFacts& client)
    {
        put(m_told, "device", client.deviceId);
        put(m_told, "user", client.user);
        m_told.insert(QLatin1String("authenticated"), client.authenticated);
        QJsonObject info;
        for (const auto& [uri, value] : client.devInfo)
            info.insert(qtext(uri), qtext(value));
        m_told.insert(QLatin1String("devInfo"), info);
        for (const Command& alert : client.alerts) {
            QJsonObject told{{QLatin1String("items"), asJson(alert.items)}};
            put(told, "correlator", alert.correlator);
            m_alerts.append(told);
        }
    }

    void note(const std::vector<CommandAnswer>& answers)
    {
        QJsonArray package;
        for (const CommandAnswer& answer : answers)
            package.append(dmsc::asJson(answer));
        m_packages.append(package);
    }

    [[nodiscard]] std::vector<Command> replacements(const std::vector<CommandAnswer>& answers) const
    {
        std::vector<Command> again;
        for (const CommandAnswer& answer : answers) {
            if (!m_script->replaceExisting || answer.command.kind != CommandKind::Add
                || answer.status != StatusCode::AlreadyExists)
                continue;
            again.push_back(answer.command);
            again.back().kind = CommandKind::Replace;
        }
        return again;
    }

    void tell(const char* end, bool certain)
    {
        m_told.insert(QLatin1String("end"), QLatin1String(end));
        m_told.insert(QLatin1String("packages"), m_packages);
        m_told.insert(QLatin1String("alerts"), m_alerts);
        m_done(m_told, certain);
    }

    std::shared_ptr<const ServerScript> m_script;
    SessionTold m_done;
    std::size_t m_next = 0;
    QJsonObject m_told;
    QJsonArray m_packages;
    QJsonArray m_alerts;
    bool m_begun = false;
    bool m_finished = false;
};

} // namespace

QJsonObject asJson(const CommandAnswer& answer)
{
    const std::string_view name = syncml::commandName(answer.command.kind);
    QJsonObject object{{QLatin1String("command"), qtext(name)}};
    if (!answer.command.items.empty())
        put(object, "target", answer.command.items.front().target.uri);
    if (answer.command.kind == CommandKind::Alert)
        object.insert(QLatin1String("code"), static_cast<int>(answer.command.alert));
    object.insert(QLatin1String("status"), static_cast<int>(answer.status));
    QJsonArray items;
    for (const StatusCode code : answer.items)
        items.append(static_cast<int>(code));
    if (!items.isEmpty())
        object.insert(QLatin1String("items"), items);
    if (!answer.results.empty())
        object.insert(QLatin1String("results"), asJson(answer.results));
    QJsonArray members;
    for (const CommandAnswer& member : answer.members)
        members.append(asJson(member));
    if (!members.isEmpty())
        object.insert(QLatin1String("commands"), members);
    return object;
}

QJsonObject unaskedSession(const ClientFacts& client, const std::string& sessionId, bool turnedAway)
{
    QJsonObject told;
    Play(std::make_shared<const ServerScript>(), sessionId, [&](const QJsonObject& session, bool) {
        told = session;
    }).leave(client, turnedAway);
    return told;
}

CommandSource playScript(std::shared_ptr<const ServerScript> script, const std::string& sessionId, SessionTold done)
{
    auto play = std::make_shared<Play>(std::move(script), sessionId, std::move(done));
    return
        [play](const ClientFacts& client, const std::vector<CommandAnswer>& answers) -> Result<std::vector<Command>> {
            return play->next(client, answers);
        };
}

} // namespace dmsc
