// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/decode/secrets.h"
#include "model/record/record_store.h"
#include "model/syncml/message.h"

#include <chrono>
#include <optional>
#include <string>
#include <vector>

namespace dmsc {

/// Makes rows of messages as a live session does: a server's message and the client's answer to it are one row, each
/// Status in them is another, package 1 stands alone. A command without a Status in the package that answers it, or
/// anywhere, gets a row too.
class MessageRows
{
public:
    explicit MessageRows(RecordStore& store)
        : m_store(&store)
    {
    }

    /// `message`: what the bytes say, if they can be read.
    void add(QByteArray bytes, std::optional<syncml::Message> message, std::chrono::nanoseconds time);
    void finish();

private:
    struct Waiting
    {
        QByteArray bytes;
        std::optional<syncml::Message> message;
        std::chrono::nanoseconds time{0};
    };
    /// What one end wants done and has no Status of yet.
    class OpenCommands
    {
    public:
        void ask(const std::optional<syncml::Message>& message);
        void take(const syncml::Message& answer);
        [[nodiscard]] std::vector<syncml::Command> rest();

    private:
        struct Open
        {
            syncml::MessageId message;
            syncml::Command command;
        };
        std::vector<Open> m_open;
    };
    [[nodiscard]] bool isFromDevice(const syncml::Message& message);
    void addRow(const Waiting* asked, const Waiting* answer);
    void addStatuses(const std::optional<syncml::Message>& asked, const std::optional<syncml::Message>& answer,
        OpenCommands& open, Actor from, Actor to);
    void addUnanswered(OpenCommands& open, Actor from, Actor to);
    void flush();

    RecordStore* m_store;
    std::optional<Waiting> m_asked; ///< the server's message that no answer was seen to yet
    std::optional<syncml::Message> m_said; ///< the client's last message
    std::string m_device; ///< the client's address
    std::uint32_t m_exchange = 0;
    std::chrono::nanoseconds m_time{0}; ///< of the last row
    std::string m_session;
    OpenCommands m_byServer;
    OpenCommands m_byDevice;
    SecretWatch m_secrets;
};

} // namespace dmsc
