// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cardio/session/client_session.h"

namespace dmsc {

/// Writes what a client's session does: a row per message of the server with its answer, one per command, one per
/// question to the user. Nothing without a sink.
class ClientRecords final : public UserAgent
{
public:
    ClientRecords(RecordSink sink, RecordClock clock, Actor peer, UserAgent* user)
        : m_sink(std::move(sink))
        , m_clock(std::move(clock))
        , m_peer(peer)
        , m_user(user)
    {
    }

    [[nodiscard]] std::chrono::nanoseconds now() const;
    /// `request` null: package 1, which the client begins with.
    void message(const DmPacket* request, const DmPacket* answer, const syncml::Message* said,
        std::chrono::nanoseconds start) const;
    void commands(const syncml::Message& request, const std::vector<syncml::Command>& answers) const;

    [[nodiscard]] PromptAnswer ask(const Prompt& prompt) override;
    void tell(const Notice& notice) override;

private:
    RecordSink m_sink;
    RecordClock m_clock;
    Actor m_peer;
    UserAgent* m_user;
};

} // namespace dmsc
