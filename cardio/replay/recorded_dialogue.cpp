// SPDX-License-Identifier: Apache-2.0
#include "cardio/replay/recorded_dialogue.h"

#include "cardio/handset/approval.h"
#include "cardio/replay/replay.h"
#include "model/byte_array.h"
#include "model/syncml/base64.h"

#include <algorithm>
#include <cstdlib>

namespace dmsc {

using syncml::AlertCode;
using syncml::Command;
using syncml::CommandKind;
using syncml::Message;

namespace {

const std::string kPassword = "replayed";

/// Basic has the secret itself in its Cred: user:password.
void takeBasic(const syncml::Cred& cred, DmSecret& secret)
{
    const std::string plain = syncml::fromBase64(cred.data).value_or(cred.data);
    const std::size_t colon = plain.find(':');
    secret.user = plain.substr(0, colon);
    secret.password = colon == std::string::npos ? std::string() : plain.substr(colon + 1);
}

void setScheme(DmSecret& secret, AuthScheme scheme)
{
    if (secret.scheme == AuthScheme::None && scheme != AuthScheme::None) {
        secret.scheme = scheme;
        secret.password = kPassword;
        secret.nonce.assign(kNonceSize, 0);
    }
}

/// How the sender proves itself, and what it wants of the other end.
void learnProofs(const Message& message, DmSecret& own, DmSecret& others)
{
    if (message.header.cred) {
        setScheme(own, authSchemeOf(message.header.cred->meta.type));
        if (own.scheme == AuthScheme::Basic)
            takeBasic(*message.header.cred, own);
    }
    for (const Command& command : message.commands)
        if (command.chal)
            setScheme(others, authSchemeOf(command.chal->meta.type));
}

class DialogueReader
{
public:
    explicit DialogueReader(const Recording& recording)
        : m_store(&recording.store)
    {
    }

    RecordedDialogue read(const RecordSelection& rows)
    {
        for (const RecordNo row : rows) {
            const RecordView view = m_store->at(row);
            if (isDirect(view)) {
                m_dialogue.messages.push_back({row, RecordPart::Request, false, true, 0});
                continue;
            }
            const auto byServer = sentPart(ReplayTarget::Handset, view);
            const auto byDevice = sentPart(ReplayTarget::Server, view);
            if (!byServer && !byDevice)
                ++m_dialogue.skipped;
            for (const RecordPart part : {RecordPart::Request, RecordPart::Response})
                if (byServer == part || byDevice == part)
                    take({row, part, byDevice == part, false, 0});
        }
        return std::move(m_dialogue);
    }

private:
    void take(RecordedMessage message)
    {
        const RecordView view = m_store->at(message.row);
        const QByteArray bytes = (message.part == RecordPart::Request ? view.request : view.response).toByteArray();
        const DmPacket packet = packetOf(bytes);
        const auto content = decodePacket(packet);
        if (m_dialogue.sessions.empty() || (content && beginsAnother(*content, message.byDevice)))
            m_dialogue.sessions.emplace_back();
        message.session = m_dialogue.sessions.size() - 1;
        if (content && asksForProof(headerStatus(*content)))
            markRefused(message);
        m_dialogue.messages.push_back(message);
        if (content)
            learn(*content, message.byDevice, encodingOf(packet));
    }

    /// The one before of the other side.
    void markRefused(const RecordedMessage& refusal)
    {
        if (m_dialogue.messages.empty())
            return;
        RecordedMessage& last = m_dialogue.messages.back();
        last.refused = !last.isDirect && last.session == refusal.session && last.byDevice != refusal.byDevice;
        // What the device would not do is asked for again.
        std::vector<std::vector<Command>>& packages = m_dialogue.sessions[last.session].packages;
        if (last.refused && refusal.byDevice && !packages.empty())
            packages.pop_back();
    }

    [[nodiscard]] static syncml::StatusCode headerStatus(const Message& message)
    {
        for (const Command& command : message.commands)
            if (command.kind == CommandKind::Status && command.reference.name == "SyncHdr")
                return command.status;
        return syncml::StatusCode::None;
    }

    [[nodiscard]] bool beginsAnother(const Message& message, bool byDevice) const
    {
        const RecordedSession& current = m_dialogue.sessions.back();
        const bool isFirst = byDevice && static_cast<std::uint32_t>(message.header.msgId) == 1;
        return (current.device || current.server)
            && (message.header.sessionId != current.id || (isFirst && current.device));
    }

    void learn(const Message& message, bool byDevice, Encoding encoding)
    {
        RecordedSession& session = m_dialogue.sessions.back();
        session.id = message.header.sessionId;
        if (byDevice)
            learnDevice(message, encoding, session);
        else
            learnServer(message, session);
    }

    static void learnDevice(const Message& message, Encoding encoding, RecordedSession& session)
    {
        learnProofs(message, session.account.client, session.account.server);
        if (session.account.client.scheme != AuthScheme::Basic)
            session.account.client.user = message.header.source.name;
        learnFirmware(message, session);
        if (session.device)
            return;
        session.device = message.header;
        session.encoding = encoding;
        session.account.address = message.header.target.uri;
        for (const Command& command : message.commands) {
            session.serverInitiated |= command.alert == AlertCode::ServerInitiated;
            if (command.kind == CommandKind::Alert && command.alert == AlertCode::Generic)
                session.alerts.push_back(command);
        }
    }

    static void learnFirmware(const Message& message, RecordedSession& session)
    {
        for (const Command& command : message.commands)
            if (command.kind == CommandKind::Alert && command.alert == AlertCode::Generic)
                for (const syncml::Item& item : command.items)
                    if (item.meta.type.starts_with(kFumoAlert))
                        session.firmware.push_back(std::atoi(item.data.value_or(std::string()).c_str()));
    }

    void learnServer(const Message& message, RecordedSession& session)
    {
        learnProofs(message, session.account.server, session.account.client);
        if (!session.server) {
            session.server = message.header;
            session.serverId = message.header.source.uri;
            session.account.serverId = session.serverId;
            session.account.name = session.serverId;
        }
        if (session.account.server.scheme != AuthScheme::Basic)
            session.account.server.user =
                message.header.source.name.empty() ? session.serverId : message.header.source.name;
        if (asksForProof(headerStatus(message)))
            return; // it wants nothing yet
        if (session.packages.empty() || m_isPackageWhole)
            session.packages.emplace_back();
        m_isPackageWhole = message.final;
        for (const Command& command : message.commands)
            if (isAsked(command))
                addTo(session.packages.back(), command);
    }

    /// Chunks become the object that they are of: who replays it cuts it anew, by the limits of the one who listens.
    static void addTo(std::vector<Command>& package, const Command& command)
    {
        const auto isOne = [](const Command& one) { return one.items.size() == 1 && one.items.front().data; };
        const bool isContinued = !package.empty() && isOne(package.back()) && package.back().items.front().moreData
            && isOne(command) && command.kind == package.back().kind;
        if (!isContinued) {
            package.push_back(command);
            return;
        }
        syncml::Item& object = package.back().items.front();
        object.data->append(*command.items.front().data);
        object.moreData = command.items.front().moreData;
    }

    /// What a server wants done, unlike what holds the session together.
    [[nodiscard]] static bool isAsked(const Command& command)
    {
        return command.kind != CommandKind::Status && command.kind != CommandKind::Results
            && command.alert != AlertCode::NextMessage && command.alert != AlertCode::SessionAbort;
    }

    const RecordStore* m_store;
    RecordedDialogue m_dialogue;
    bool m_isPackageWhole = false;
};

} // namespace

bool isDirect(const RecordView& row)
{
    return row.layer == Layer::SyncMl && row.from == Actor::Workbench && row.to == Actor::Device
        && !row.request.isEmpty();
}

RecordedDialogue recordedDialogue(const Recording& recording, const RecordSelection& rows)
{
    return DialogueReader(recording).read(rows);
}

DmPacket packetOf(const QByteArray& message)
{
    DmPacket packet;
    packet.body.assign(message.begin(), message.end());
    packet.contentType =
        encodingOf(packet) == Encoding::Wbxml ? syncml::mime::kMessageWbxml : syncml::mime::kMessageXml;
    return packet;
}

DmPacket proved(const QByteArray& message, const DmSecret& secret)
{
    DmPacket packet = packetOf(message);
    if (secret.scheme == AuthScheme::Hmac)
        packet.hmac = hmacOf(secret, packet.body);
    const auto content = decodePacket(packet);
    const auto cred = credOf(secret);
    // Digests are of one length, so that no other byte moves.
    if (content && content->header.cred && cred && content->header.cred->data.size() == cred->data.size()) {
        const auto& old = content->header.cred->data;
        const auto place = std::search(packet.body.begin(), packet.body.end(), old.begin(), old.end());
        if (place != packet.body.end())
            std::copy(cred->data.begin(), cred->data.end(), place);
    }
    return packet;
}

std::optional<Bytes> challengeIn(const QByteArray& said)
{
    const auto content = said.isEmpty() ? Result<syncml::Message>() : decodePacket(packetOf(said));
    if (!content)
        return std::nullopt;
    for (const syncml::Command& command : content->commands)
        if (command.kind == syncml::CommandKind::Status && command.chal && asksForProof(command.status)
            && !command.chal->meta.nextNonce.empty())
            return nonceOf(*command.chal);
    return std::nullopt;
}

} // namespace dmsc
