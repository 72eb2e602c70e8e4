// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "card_rig.h"

#include "cardio/session/client_session.h"
#include "cardio/session/scripted_user.h"
#include "tests/cardio/message_parts.h"

namespace dmsc::test {

inline constexpr const char* kClientTree = R"(
    . [acl Add=*&Get=*]
    DevInfo  node  urn:oma:mo:oma-dm-devinfo:1.0 [acl Get=*]
      DevId = IMEI:001
      DmV = 1.2
      Ext
        Colour = red
      Lang = en
      Man = House
      Mod = Desk
    DevDetail
      URI
        MaxDepth : int = 6
        MaxSegLen : int = 20
        MaxTotLen : int = 60
    MO  node  urn:oma:mo:test:1.0 [acl Add=srv&Delete=srv&Exec=srv&Get=*&Replace=srv]
      Text [verno 65535] = plain
      Raw : bin image/png = \x00\xFF\x01
      Sub
        Leaf = x
      Closed [acl Get=other]
        Secret = hidden
      Bare
)";

/// A tree in memory; a commit can be made to fail.
class MemoryTree final : public ManagedTree
{
public:
    explicit MemoryTree(const char* text = kClientTree)
        : m_tree(treeOf(text))
    {
    }
    [[nodiscard]] const Tree& tree() const override { return m_tree; }
    [[nodiscard]] const OwnerLedger* ledger() const override { return nullptr; }
    [[nodiscard]] TreeEditor edit(const std::string& /*owner*/) override { return TreeEditor(m_tree, fixedClock()); }
    Result<void> commit(TreeEditor& editor, const std::string& /*owner*/) override
    {
        if (failing) {
            editor.rollBack(0);
            return fail(ErrorKind::Io, QStringLiteral("no disk"));
        }
        ++commits;
        (void)editor.take();
        return {};
    }

    bool failing = false;
    int commits = 0;

private:
    Tree m_tree;
};

inline syncml::Command group(syncml::CommandKind kind, std::vector<syncml::Command> members)
{
    syncml::Command made;
    made.kind = kind;
    made.members = std::move(members);
    return made;
}

inline syncml::Command alert(syncml::AlertCode code, const std::vector<std::string>& items = {})
{
    syncml::Command made;
    made.kind = syncml::CommandKind::Alert;
    made.alert = code;
    for (const std::string& data : items)
        made.items.emplace_back().data = data;
    return made;
}

/// A chunk of a large object.
inline syncml::Command chunk(
    const std::string& target, std::string data, bool more, std::optional<std::uint64_t> size = std::nullopt)
{
    syncml::Command made = command(syncml::CommandKind::Replace, target, std::move(data));
    made.items.front().moreData = more;
    made.items.front().meta.size = size;
    return made;
}

/// A client's session, and the messages of a server that are written by hand, right or wrong.
struct ClientRig
{
    explicit ClientRig(PromptAnswer::Verdict verdict = PromptAnswer::Verdict::Yes)
        : user(verdict)
    {
        setUp();
    }
    explicit ClientRig(std::vector<PromptAnswer> answers)
        : user(std::move(answers))
    {
        setUp();
    }

    MemoryTree device;
    ScriptedUser user;
    DmAccount account;
    ClientOptions options;
    std::unique_ptr<ClientSession> session;
    DmPacket last; ///< what the client said last
    std::uint32_t msgId = 0; ///< of the server
    std::uint64_t maxMsgSize = 0; ///< that the server tells; 0: none
    std::uint64_t maxObjSize = 0;
    std::optional<syncml::Cred> cred; ///< that the server sends
    syncml::StatusCode headerStatus = syncml::StatusCode::Ok; ///< that the server gives; None: no Status
    std::optional<syncml::Chal> chal;
    DmSecret hmac; ///< the server's, when its scheme is Hmac
    bool seal = false; ///< the server's messages carry an HMAC

    syncml::Message start()
    {
        session = std::make_unique<ClientSession>(device, account, options);
        auto packet = session->start();
        if (!packet)
            qFatal("start: %s", qPrintable(packet.error().text()));
        last = *std::move(packet);
        return lastMessage();
    }
    [[nodiscard]] syncml::Message lastMessage() const
    {
        auto message = decodePacket(last);
        if (!message)
            qFatal("the client's message: %s", qPrintable(message.error().text()));
        return *std::move(message);
    }

    /// A message of the server: its Status for our header, then the commands, numbered.
    [[nodiscard]] syncml::Message made(std::vector<syncml::Command> commands, bool final = true)
    {
        syncml::Message message;
        message.header.sessionId = options.sessionId;
        message.header.msgId = syncml::MessageId{++msgId};
        message.header.target.uri = "IMEI:001";
        message.header.source.uri = "http://server";
        message.header.cred = cred;
        if (maxMsgSize != 0)
            message.header.meta.maxMsgSize = maxMsgSize;
        if (maxObjSize != 0)
            message.header.meta.maxObjSize = maxObjSize;
        std::uint32_t id = 0;
        if (headerStatus != syncml::StatusCode::None) {
            syncml::Command& status = message.commands.emplace_back();
            status.kind = syncml::CommandKind::Status;
            status.reference.message = lastMessage().header.msgId;
            status.reference.name = "SyncHdr";
            status.status = headerStatus;
            status.chal = chal;
        }
        for (syncml::Command& one : commands)
            message.commands.push_back(std::move(one));
        number(message.commands, id);
        message.final = final;
        return message;
    }
    [[nodiscard]] DmPacket packet(const syncml::Message& message) const
    {
        auto made = encodePacket(message, options.encoding);
        if (!made)
            qFatal("the server's message: %s", qPrintable(made.error().text()));
        if (seal)
            made->hmac = hmacOf(hmac, made->body);
        return *std::move(made);
    }
    std::optional<syncml::Message> send(const DmPacket& sent)
    {
        auto answer = session->receive(sent);
        if (!answer)
            qFatal("receive: %s", qPrintable(answer.error().text()));
        if (!*answer)
            return std::nullopt;
        last = **answer;
        return lastMessage();
    }
    std::optional<syncml::Message> say(std::vector<syncml::Command> commands, bool final = true)
    {
        return send(packet(made(std::move(commands), final)));
    }

    /// Status codes in their order, that of the header first.
    [[nodiscard]] std::vector<int> codes() const
    {
        std::vector<int> list;
        for (const syncml::Command& one : lastMessage().commands)
            if (one.kind == syncml::CommandKind::Status)
                list.push_back(static_cast<int>(one.status));
        return list;
    }
    std::vector<int> codes(std::vector<syncml::Command> commands, bool final = true)
    {
        if (!say(std::move(commands), final))
            return {};
        return codes();
    }
    [[nodiscard]] std::string value(std::string_view at) const
    {
        return std::string(device.tree().value(device.tree().find(uri(at))));
    }
    [[nodiscard]] bool unchanged() const { return textOf(device.tree()) == normalText(kClientTree); }

private:
    static void number(std::vector<syncml::Command>& commands, std::uint32_t& id)
    {
        for (syncml::Command& one : commands) {
            one.id = syncml::CommandId{++id};
            number(one.members, id);
        }
    }
    void setUp()
    {
        account.serverId = "srv";
        account.address = "http://server";
        options.user = &user;
    }
};

inline std::vector<syncml::Item> resultsOf(const syncml::Message& message)
{
    std::vector<syncml::Item> items;
    for (const syncml::Command& one : message.commands)
        if (one.kind == syncml::CommandKind::Results)
            items.insert(items.end(), one.items.begin(), one.items.end());
    return items;
}

using Codes = std::vector<int>;

} // namespace dmsc::test
