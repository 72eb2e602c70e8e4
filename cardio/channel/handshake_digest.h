// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cardio/apdu/apdu.h"
#include "model/tree/digest.h"

namespace dmsc {

/// The digest over a handshake that both sides work out, see HandshakeFacts::digest.
class HandshakeDigest
{
public:
    HandshakeDigest() { m_hasher.begin(); }
    void begin() { m_hasher.begin(); }
    void add(const CommandApdu& command);
    void add(const ResponseApdu& answer);
    /// Of all that was added; the next one begins anew.
    [[nodiscard]] Digest end();

private:
    Hasher m_hasher;
};

} // namespace dmsc
