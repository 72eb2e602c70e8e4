// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cardio/channel/handshake.h"
#include "cardio/channel/secret.h"

namespace dmsc {

/// Tells a handshake's steps to whoever watches, one after the other.
class HandshakeLadder
{
public:
    explicit HandshakeLadder(const HandshakeOptions& options);

    void begin(const char* id);
    void add(const char* id, const char* name, ByteView bytes);
    void addSecret(const char* id, const char* name, ByteView bytes);
    void add(const char* id, const char* name, const Certificate& certificate);
    /// What both kinds of handshake end up with.
    void add(const SessionKeys& keys);
    void done();
    /// The step has failed; gives the error back with its whole text in `what`.
    [[nodiscard]] tl::unexpected<Error> failed(Error error);

private:
    void tell();

    std::vector<HandshakeStep> m_planned;
    StepSink m_sink;
    HandshakeStep m_step;
    std::chrono::steady_clock::time_point m_start;
};

} // namespace dmsc
