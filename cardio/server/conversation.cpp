// SPDX-License-Identifier: Apache-2.0
#include "cardio/server/conversation.h"

#include "cardio/handset/handset_hooks.h"

#include <QCoreApplication>

#include <condition_variable>
#include <mutex>

namespace dmsc {

using syncml::Command;
using syncml::CommandKind;
using syncml::StatusCode;

namespace {

tl::unexpected<Error> over()
{
    return fail(
        ErrorKind::Cancelled, QCoreApplication::translate("Conversation", "the DM session with the device is over"));
}

/// Above this a command APDU goes over as a large object, which no Sequence can hold.
constexpr std::size_t kMaxInSequence = 4'096;

Command onRelay(CommandKind kind, std::string_view node)
{
    Command command;
    command.kind = kind;
    command.items.emplace_back().target.uri = node;
    return command;
}

} // namespace

class Conversation::State
{
public:
    Result<std::vector<Command>> commandsAfter(const ClientFacts& client, std::vector<CommandAnswer> answers)
    {
        std::unique_lock lock(m_mutex);
        m_client = client;
        m_over = m_over || client.refused;
        m_answers = std::move(answers);
        m_asked = true;
        m_changed.notify_all();
        m_changed.wait(lock, [this] { return m_commands || m_finished || m_over; });
        if (m_over)
            return dmsc::over();
        return std::exchange(m_commands, std::nullopt).value_or(std::vector<Command>());
    }

    Result<std::vector<CommandAnswer>> perform(std::vector<Command> commands)
    {
        std::unique_lock lock(m_mutex);
        m_changed.wait(lock, [this] { return m_asked || m_over; });
        if (m_over || m_finished)
            return dmsc::over();
        m_asked = false;
        m_commands = std::move(commands);
        m_changed.notify_all();
        m_changed.wait(lock, [this] { return m_asked || m_over; });
        if (!m_asked)
            return dmsc::over();
        return std::exchange(m_answers, {});
    }

    Result<ClientFacts> client()
    {
        std::unique_lock lock(m_mutex);
        m_changed.wait(lock, [this] { return m_client || m_over; });
        if (!m_client)
            return dmsc::over();
        return *m_client;
    }

    void finish()
    {
        const std::lock_guard lock(m_mutex);
        m_finished = true;
        m_changed.notify_all();
    }

    void stop()
    {
        const std::lock_guard lock(m_mutex);
        m_over = true;
        m_changed.notify_all();
    }

private:
    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::optional<ClientFacts> m_client;
    std::optional<std::vector<Command>> m_commands; ///< to be taken by the session
    std::vector<CommandAnswer> m_answers;
    bool m_asked = false; ///< the session waits for commands; answers to those before are there
    bool m_finished = false;
    bool m_over = false;
};

Conversation::Conversation()
    : m_state(std::make_shared<State>())
{
}

Conversation::~Conversation()
{
    m_state->stop();
}

CommandSource Conversation::source()
{
    // Lives as long as the session has the source: then whoever performs learns that it is over.
    const std::shared_ptr<State> used(m_state.get(), [state = m_state](State*) { state->stop(); });
    return [used](const ClientFacts& client, std::vector<CommandAnswer> answers) {
        return used->commandsAfter(client, std::move(answers));
    };
}

Result<std::vector<CommandAnswer>> Conversation::perform(std::vector<Command> commands)
{
    if (commands.empty())
        return std::vector<CommandAnswer>();
    return m_state->perform(std::move(commands));
}

Result<ClientFacts> Conversation::client()
{
    return m_state->client();
}

void Conversation::finish()
{
    m_state->finish();
}

void Conversation::stop()
{
    m_state->stop();
}

namespace {

/// The card's answer in that to the Get.
Result<Bytes> responseIn(const CommandAnswer& get)
{
    if (!syncml::isSuccess(get.status) || get.results.empty() || !get.results.front().data)
        return fail(get.status == StatusCode::NotFound ? ErrorKind::Card : ErrorKind::NotAllowed,
            QCoreApplication::translate("Conversation", "the device does not pass on what its card says: %1")
                .arg(syncml::describe(get.status)),
            QString::fromLatin1(kRelayResponse.data(), static_cast<qsizetype>(kRelayResponse.size())));
    const std::string& data = *get.results.front().data;
    return Bytes(data.begin(), data.end());
}

Result<void> accepted(const CommandAnswer& replace)
{
    if (syncml::isSuccess(replace.status))
        return {};
    return fail(replace.status == StatusCode::NotFound ? ErrorKind::Card : ErrorKind::NotAllowed,
        QCoreApplication::translate("Conversation", "the device does not pass commands on to its card: %1")
            .arg(syncml::describe(replace.status)),
        QString::fromLatin1(kRelayCommand.data(), static_cast<qsizetype>(kRelayCommand.size())));
}

} // namespace

Result<Bytes> RelayLink::transmit(ByteView command)
{
    if (auto checked = checkCommandSize(command); !checked)
        return tl::unexpected(checked.error());
    Command replace = onRelay(CommandKind::Replace, kRelayCommand);
    replace.items.front().meta.format = syncml::format::kBin;
    replace.items.front().data.emplace(command.begin(), command.end());
    Command get = onRelay(CommandKind::Get, kRelayResponse);

    std::vector<CommandAnswer> parts;
    if (command.size() <= kMaxInSequence) {
        Command sequence;
        sequence.kind = CommandKind::Sequence;
        sequence.members = {std::move(replace), std::move(get)};
        auto answers = m_conversation->perform({std::move(sequence)});
        if (!answers)
            return tl::unexpected(answers.error());
        if (!answers->empty())
            parts = std::move(answers->front().members);
    } else {
        auto written = m_conversation->perform({std::move(replace)});
        if (!written)
            return tl::unexpected(written.error());
        auto read = m_conversation->perform({std::move(get)});
        if (!read)
            return tl::unexpected(read.error());
        parts = std::move(*written);
        std::move(read->begin(), read->end(), std::back_inserter(parts));
    }
    if (parts.size() != 2)
        return over();
    if (auto taken = accepted(parts[0]); !taken)
        return tl::unexpected(taken.error());
    auto response = responseIn(parts[1]);
    if (!response)
        return response;
    if (auto checked = checkResponseSize(*response); !checked)
        return tl::unexpected(checked.error());
    return response;
}

Result<void> RelayLink::reset()
{
    return {}; // the card's power is the device's; a handshake begins with a SELECT anyway
}

} // namespace dmsc
