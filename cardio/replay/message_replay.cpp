// SPDX-License-Identifier: Apache-2.0
#include "cardio/handset/accounts.h"
#include "cardio/handset/emulated_handset.h"
#include "cardio/handset/handset_hooks.h"
#include "cardio/replay/recorded_answers.h"
#include "cardio/replay/recorded_card.h"
#include "cardio/replay/recorded_dialogue.h"
#include "cardio/replay/recorded_firmware.h"
#include "cardio/replay/replay_run.h"
#include "cardio/store/tree_image.h"
#include "model/byte_array.h"

#include <QCoreApplication>
#include <QTemporaryDir>

#include <algorithm>

// A recording's DM messages, to a handset or a server.
namespace dmsc {

namespace {

/// The end that answers: said to in turn, and asked what it says next.
class MessageEnd
{
public:
    MessageEnd() = default;
    MessageEnd(const MessageEnd&) = delete;
    MessageEnd& operator=(const MessageEnd&) = delete;
    virtual ~MessageEnd() = default;

    /// Another session begins, whoever speaks first.
    virtual Result<void> begin(const RecordedSession& session) = 0;
    /// What it says now; empty: nothing.
    [[nodiscard]] virtual QByteArray say() = 0;
    virtual void hear(const QByteArray& message, bool refused) = 0; ///< refused: the proof in it, in the recording
    /// To a message of the workbench itself, outside any session.
    [[nodiscard]] virtual Result<QByteArray> answer(const QByteArray& message) = 0;
};

/// By the nonce that the other end has just asked for, where it has. What was refused then proves nothing now.
DmPacket provedTo(const QByteArray& challenger, const QByteArray& message, DmSecret secret, bool refused)
{
    if (refused)
        return packetOf(message);
    if (auto nonce = challengeIn(challenger))
        secret.nonce = *std::move(nonce);
    return proved(message, secret);
}

/// A server's messages say where it is and perhaps its name; ACLs know it by the id that the device's account has.
std::string serverIdOf(const Tree& device, const DmAccount& recorded)
{
    std::string id = recorded.serverId;
    for (const DmAccount& account : accountsOf(device)) {
        if (account.serverId == recorded.server.user)
            return account.serverId;
        if (account.address == recorded.address)
            id = account.serverId;
    }
    return id;
}

/// A device: its client's session on a copy of the handset.
class HandsetEnd final : public MessageEnd
{
public:
    HandsetEnd(const Recording& recording, EmulatedHandset& handset)
        : m_handset(&handset)
        , m_user(recording)
        , m_card(recording)
    {
    }

    Result<void> begin(const RecordedSession& recorded) override
    {
        m_session.reset();
        m_said.clear();
        m_account = recorded.account;
        m_account.serverId = serverIdOf(m_handset->managed().tree(), recorded.account);
        HandsetParts parts;
        parts.device = &m_handset->managed();
        parts.user = &m_user;
        parts.asker.name = QString::fromStdString(recorded.serverId);
        parts.card = &m_card;
        // What the device did with its card is another recording's business.
        parts.store = [](const Tree&, NodeId) { return syncml::StatusCode::Ok; };
        m_hooks.reset(); // it uses what is made anew
        m_firmware = std::make_unique<RecordedFirmware>(recorded.firmware);
        m_firmware->addTo(parts);
        m_hooks = std::make_unique<HandsetHooks>(std::move(parts));
        m_session = std::make_unique<ClientSession>(m_handset->managed(), m_account, optionsFor(recorded));
        auto first = m_session->start();
        if (!first)
            return tl::unexpected(first.error());
        m_says = toByteArray(first->body);
        return {};
    }

    [[nodiscard]] QByteArray say() override { return std::exchange(m_says, {}); }

    void hear(const QByteArray& message, bool refused) override
    {
        const QByteArray last = std::exchange(m_said, {});
        m_says.clear();
        if (!m_session)
            return;
        const auto answer = m_session->receive(provedTo(last, message, m_account.server, refused));
        if (answer && *answer)
            m_says = m_said = toByteArray((*answer)->body);
    }

    [[nodiscard]] Result<QByteArray> answer(const QByteArray& message) override
    {
        const auto answered = m_handset->exchange(viewOf(message), {});
        if (!answered)
            return tl::unexpected(answered.error());
        return toByteArray(*answered);
    }

private:
    [[nodiscard]] ClientOptions optionsFor(const RecordedSession& recorded)
    {
        ClientOptions options;
        options.encoding = recorded.encoding;
        if (!recorded.id.empty())
            options.sessionId = recorded.id;
        options.serverInitiated = recorded.serverInitiated;
        options.alerts = recorded.alerts;
        if (recorded.device) {
            options.maxMsgSize = recorded.device->meta.maxMsgSize.value_or(options.maxMsgSize);
            options.maxObjSize = recorded.device->meta.maxObjSize.value_or(options.maxObjSize);
        }
        options.user = &m_user;
        options.hooks = m_hooks.get();
        options.asker.name = QString::fromStdString(recorded.serverId);
        options.ddf = m_handset->ddf();
        options.replay = true;
        return options;
    }

    EmulatedHandset* m_handset;
    RecordedAnswers m_user;
    RecordedCard m_card;
    DmAccount m_account;
    std::unique_ptr<RecordedFirmware> m_firmware;
    std::unique_ptr<HandsetHooks> m_hooks;
    std::unique_ptr<ClientSession> m_session;
    QByteArray m_says;
    QByteArray m_said; ///< last, and perhaps asked for a proof in it
};

/// A DM server that wants what the recorded one wanted.
class ServerEnd final : public MessageEnd
{
public:
    Result<void> begin(const RecordedSession& recorded) override
    {
        m_says.clear();
        m_said.clear();
        m_account = {recorded.account.client, recorded.account.server};
        ServerOptions options;
        options.serverId = recorded.serverId;
        options.respUri = recorded.account.address;
        if (recorded.server) {
            options.respUri = recorded.server->respUri;
            options.maxMsgSize = recorded.server->meta.maxMsgSize.value_or(options.maxMsgSize);
            options.maxObjSize = recorded.server->meta.maxObjSize.value_or(options.maxObjSize);
        }
        CommandSource source = [packages = recorded.packages, next = std::size_t{0}](const ClientFacts&,
                                   const std::vector<CommandAnswer>&) mutable -> Result<std::vector<syncml::Command>> {
            return next < packages.size() ? packages[next++] : std::vector<syncml::Command>();
        };
        m_session = std::make_unique<ServerSession>(m_account, std::move(options), std::move(source));
        return {};
    }

    [[nodiscard]] QByteArray say() override { return std::exchange(m_says, {}); }

    void hear(const QByteArray& message, bool refused) override
    {
        const QByteArray last = std::exchange(m_said, {});
        m_says.clear();
        if (!m_session)
            return;
        if (const auto reply = m_session->receive(provedTo(last, message, m_account.client, refused)))
            m_says = m_said = toByteArray(reply->body);
    }

    [[nodiscard]] Result<QByteArray> answer(const QByteArray&) override
    {
        return fail(ErrorKind::Unsupported, {}); // not a server's
    }

private:
    ServerAccount m_account;
    std::unique_ptr<ServerSession> m_session;
    QByteArray m_says;
    QByteArray m_said; ///< last, and perhaps asked for a proof in it
};

/// What the rows of who asks have as their status: "212" of the message itself in a session; of what the workbench
/// asks by itself, that of the first command.
QString rowStatus(const QByteArray& message, bool isDirectRow)
{
    DmPacket packet;
    packet.body.assign(message.begin(), message.end());
    const auto content = decodePacket(packet);
    if (!content || content->commands.empty())
        return QStringLiteral("-");
    const auto found = std::ranges::find_if(content->commands, [isDirectRow](const syncml::Command& command) {
        return command.kind == syncml::CommandKind::Status
            && (!isDirectRow || command.reference.command != syncml::CommandId::None);
    });
    const syncml::Command& status = found == content->commands.end() ? content->commands.front() : *found;
    return QString::number(static_cast<int>(status.status));
}

class MessagePlayer
{
public:
    MessagePlayer(ReplayRun& run, MessageEnd& end, bool isDevice)
        : m_run(&run)
        , m_end(&end)
        , m_isDevice(isDevice)
    {
    }

    Result<void> play(const RecordedDialogue& dialogue)
    {
        m_run->skip(dialogue.skipped);
        std::optional<std::size_t> session;
        std::size_t done = 0;
        for (const RecordedMessage& message : dialogue.messages) {
            if (auto going = m_run->next(done++, dialogue.messages.size()); !going)
                return going;
            if (message.isDirect) {
                // Beside sessions it only looks at what these, and the device by itself, have made of the tree.
                const bool isWanted = dialogue.sessions.empty() || m_run->isEdited(message.row);
                if (m_isDevice && isWanted && m_run->isMasked(message.row))
                    m_run->notPlayed(message.row);
                else if (m_isDevice && isWanted)
                    takeDirect(message.row);
                else
                    m_run->skip();
                continue;
            }
            if (session != message.session) {
                session = message.session;
                if (auto begun = m_end->begin(dialogue.sessions[message.session]); !begun)
                    return begun;
            }
            if (isLeftOut(message.row))
                continue;
            takeRow(message.row);
            take(message);
        }
        endRow();
        return {};
    }

private:
    /// Dots are nothing that anybody should be told to store.
    bool isLeftOut(RecordNo row)
    {
        if (m_leftOut == row)
            return true;
        if (!m_run->isMasked(row))
            return false;
        endRow();
        m_run->notPlayed(row);
        m_leftOut = row;
        (void)m_end->say(); // nobody hears it
        return true;
    }

    void takeRow(RecordNo row)
    {
        if (m_row == row)
            return;
        endRow();
        m_row = row;
        const RecordView view = m_run->row(row);
        m_record = {};
        m_record.time = m_run->clock()();
        m_record.layer = view.layer;
        m_record.from = view.from;
        m_record.to = view.to;
        m_record.exchange = view.exchange;
        m_record.continuation = view.continuation;
        m_record.name = QString::fromUtf8(view.name);
        m_record.target = QString::fromUtf8(view.target);
        m_record.level = StatusLevel::Ok;
    }

    void take(const RecordedMessage& message)
    {
        QByteArray& bytes = message.part == RecordPart::Request ? m_record.request : m_record.response;
        if (message.byDevice == m_isDevice) {
            bytes = m_end->say();
            if (bytes.isEmpty())
                m_record.level = StatusLevel::Error;
        } else {
            bytes = m_run->sent(message.row);
            m_end->hear(bytes, message.refused);
        }
    }

    void takeDirect(RecordNo row)
    {
        takeRow(row);
        m_run->note(QCoreApplication::translate("Replay",
            "The device was asked what the workbench had asked; what it did by itself meanwhile is not done again."));
        m_record.request = m_run->sent(row);
        if (auto answer = m_end->answer(m_record.request)) {
            m_record.response = *std::move(answer);
        } else {
            m_record.level = StatusLevel::Error;
            m_run->note(answer.error().text());
        }
        endRow();
    }

    void endRow()
    {
        if (!m_row)
            return;
        if (!m_run->row(*m_row).status.isEmpty())
            m_record.status = rowStatus(m_record.response, isDirect(m_run->row(*m_row)));
        m_run->answered(m_row, m_record);
        m_row.reset();
    }

    ReplayRun* m_run;
    MessageEnd* m_end;
    bool m_isDevice; ///< the end that answers
    std::optional<RecordNo> m_row;
    std::optional<RecordNo> m_leftOut;
    Record m_record;
};

} // namespace

Result<void> replayToHandset(ReplayRun& run)
{
    const ReplayRequest& request = run.request();
    if (request.where.kind != Where::Kind::Handset)
        return fail(ErrorKind::BadValue,
            QCoreApplication::translate("Replay", "messages of servers are replayed to handset:FILE"),
            request.where.text());
    const QTemporaryDir folder;
    const QString copy = folder.filePath(QStringLiteral("handset"));
    if (auto copied = copyImage(request.where.name, ImageKind::Handset, copy); !copied)
        return copied;
    auto handset = EmulatedHandset::open(copy);
    if (!handset)
        return tl::unexpected(handset.error());
    HandsetEnd end(request.recording, **handset);
    return MessagePlayer(run, end, true).play(recordedDialogue(request.recording, request.rows));
}

Result<void> replayToServer(ReplayRun& run)
{
    ServerEnd end;
    return MessagePlayer(run, end, false).play(recordedDialogue(run.request().recording, run.request().rows));
}

} // namespace dmsc
