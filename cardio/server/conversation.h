// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cardio/link/link.h"
#include "cardio/session/server_session.h"

namespace dmsc {

/// A server's side of a session as straight code: perform() sends commands in the next package and waits for what the
/// client answered. For a thread of its own beside the one that carries the messages; source() joins the two.
class Conversation
{
public:
    Conversation();
    ~Conversation();
    Conversation(const Conversation&) = delete;
    Conversation& operator=(const Conversation&) = delete;

    /// For the ServerSession; blocks it until perform() or finish() is called.
    [[nodiscard]] CommandSource source();
    /// Cancelled when the session is over or stop() was called.
    [[nodiscard]] Result<std::vector<CommandAnswer>> perform(std::vector<syncml::Command> commands);
    /// The client, once its first package has come.
    [[nodiscard]] Result<ClientFacts> client();
    void finish(); ///< no more commands: the session ends
    void stop(); ///< wakes both ends

private:
    class State;
    std::shared_ptr<State> m_state;
};

/// The card in a device as a DM server reaches it: each APDU is a Sequence of Replace and Get on the device's relay
/// nodes (handset_hooks.h). What it carries is wrapped by the server's own secure channel: the device cannot read it.
class RelayLink final : public Link
{
public:
    explicit RelayLink(Conversation& conversation)
        : m_conversation(&conversation)
    {
    }
    [[nodiscard]] Result<Bytes> transmit(ByteView command) override;
    [[nodiscard]] Result<void> reset() override;
    [[nodiscard]] Bytes atr() const override { return {}; }
    [[nodiscard]] bool extendedLength() const override { return true; }

private:
    Conversation* m_conversation;
};

} // namespace dmsc
