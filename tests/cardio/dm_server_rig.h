// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cardio/session/server_session.h"
#include "tests/cardio/message_parts.h"

#include <algorithm>
#include <stdexcept>

// A client made by hand for ServerSession: says exactly what a test wants said, in either encoding.
namespace dmsc::test {

using namespace syncml;

inline Command alertOf(AlertCode code, std::vector<Item> items = {})
{
    Command command;
    command.kind = CommandKind::Alert;
    command.alert = code;
    command.items = std::move(items);
    return command;
}

inline Command commandOf(CommandKind kind, std::string uri = {}, std::optional<std::string> data = {})
{
    Command command;
    command.kind = kind;
    if (uri.empty())
        return command;
    command.items.emplace_back().target.uri = std::move(uri);
    command.items.back().data = std::move(data);
    return command;
}

inline Command devInfo(const std::vector<std::string>& names = {"DmV", "Lang", "DevId", "Man", "Mod"})
{
    Command replace = commandOf(CommandKind::Replace);
    for (const std::string& name : names) {
        Item& item = replace.items.emplace_back();
        item.source.uri = "./DevInfo/" + name;
        item.meta.format = "chr";
        item.meta.type = "text/plain";
        item.data = "value of " + name;
    }
    return replace;
}

/// Status of a command of the server's message.
inline Command statusOf(const Message& of, const Command& command, StatusCode code)
{
    Command status;
    status.kind = CommandKind::Status;
    status.reference.message = of.header.msgId;
    status.reference.command = command.id;
    status.reference.name = commandName(command.kind);
    status.status = code;
    return status;
}

inline Command headerStatus(MessageId message, StatusCode code = StatusCode::Ok)
{
    Command status;
    status.kind = CommandKind::Status;
    status.reference = {message, CommandId::None, "SyncHdr", {}, {}};
    status.status = code;
    return status;
}

inline Command resultsOf(const Message& of, const Command& command, const std::string& uri, std::string data)
{
    Command results;
    results.kind = CommandKind::Results;
    results.reference.message = of.header.msgId;
    results.reference.command = command.id;
    results.items.emplace_back().source.uri = uri;
    results.items.back().data = std::move(data);
    return results;
}

inline bool isManagement(const Command& command)
{
    return command.kind != CommandKind::Status && command.kind != CommandKind::Alert;
}

inline std::vector<Command> managementOf(const Message& message)
{
    std::vector<Command> found;
    std::copy_if(message.commands.begin(), message.commands.end(), std::back_inserter(found), isManagement);
    return found;
}

/// The Status for a command of ours; None when there is none.
inline StatusCode statusFor(const Message& message, CommandId id)
{
    for (const Command& one : message.commands)
        if (one.kind == CommandKind::Status && one.reference.command == id)
            return one.status;
    return StatusCode::None;
}

inline const Command* headerStatusIn(const Message& message)
{
    for (const Command& one : message.commands)
        if (one.kind == CommandKind::Status && one.reference.command == CommandId::None)
            return &one;
    return nullptr;
}

class HandMadeClient
{
public:
    explicit HandMadeClient(ServerSession& server, Encoding encoding = Encoding::Wbxml)
        : m_server(&server)
        , m_encoding(encoding)
    {
    }

    std::string sessionId = "A1";
    std::string source = "IMEI:493005100592800";
    std::uint32_t msgId = 0;
    std::optional<Cred> cred;
    DmSecret hmac; ///< scheme Hmac: signs
    std::optional<std::uint64_t> maxMsgSize;
    std::optional<std::uint64_t> maxObjSize;
    DmPacket sent;
    DmPacket received;

    [[nodiscard]] Message next(std::vector<Command> commands, bool final = true)
    {
        Message message;
        message.header.sessionId = sessionId;
        message.header.msgId = static_cast<MessageId>(++msgId);
        message.header.target.uri = "http://127.0.0.1/dm";
        message.header.source.uri = source;
        message.header.cred = cred;
        message.header.meta.maxMsgSize = maxMsgSize;
        message.header.meta.maxObjSize = maxObjSize;
        std::uint32_t id = 0;
        for (Command& command : commands)
            command.id = static_cast<CommandId>(++id);
        message.commands = std::move(commands);
        message.final = final;
        return message;
    }

    Result<Message> exchange(const Message& message)
    {
        auto packet = encodePacket(message, m_encoding);
        if (!packet)
            return tl::unexpected(packet.error());
        if (hmac.scheme == AuthScheme::Hmac)
            packet->hmac = hmacOf(hmac, packet->body);
        return exchange(*packet);
    }

    Result<Message> exchange(const DmPacket& packet)
    {
        sent = packet;
        auto reply = m_server->receive(packet);
        if (!reply)
            return tl::unexpected(reply.error());
        received = *reply;
        return decodePacket(received);
    }

    /// Throws where the server does not answer: for cases that are about something else.
    Message say(std::vector<Command> commands, bool final = true)
    {
        auto reply = exchange(next(std::move(commands), final));
        if (!reply)
            throw std::runtime_error(reply.error().text().toStdString());
        return *reply;
    }

    Message package1() { return say({alertOf(AlertCode::ClientInitiated), devInfo()}); }

    /// Status for the header and each command of the server, as a client does that carries all out.
    Message obey(const Message& message, StatusCode code = StatusCode::Ok)
    {
        std::vector<Command> answers = {headerStatus(message.header.msgId)};
        for (const Command& one : managementOf(message))
            answers.push_back(statusOf(message, one, code));
        if (!message.final)
            answers.push_back(alertOf(AlertCode::NextMessage));
        return say(std::move(answers), message.final);
    }

private:
    ServerSession* m_server;
    Encoding m_encoding;
};

/// Commands package by package, and what came back.
struct Script
{
    std::vector<std::vector<Command>> packages;
    std::vector<std::vector<CommandAnswer>> answers;
    std::vector<ClientFacts> facts;

    [[nodiscard]] CommandSource source()
    {
        return [this, next = std::size_t{0}](const ClientFacts& client,
                   std::vector<CommandAnswer> given) mutable -> Result<std::vector<Command>> {
            facts.push_back(client);
            answers.push_back(std::move(given));
            return next < packages.size() ? packages[next++] : std::vector<Command>{};
        };
    }
};

} // namespace dmsc::test
