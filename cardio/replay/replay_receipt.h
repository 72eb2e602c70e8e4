// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cardio/apdu/apdu.h"
#include "cardio/channel/handshake.h"
#include "cardio/receipt/receipt.h"

#include <optional>

namespace dmsc {

/// A session that is played again ends in a receipt of its own: the recorded one is about other keys.
class ReplayReceipt
{
public:
    /// Of a session that was opened with this certificate.
    ReplayReceipt(CertificateCredential own, const HandshakeFacts& facts);

    /// A RECEIPT with the host's signature over what was said this time; other commands, and what holds no transcript,
    /// stay as they are.
    [[nodiscard]] CommandApdu renewed(CommandApdu recorded) const;
    /// What the card was asked within the session, and has answered.
    void note(const CommandApdu& command, const ResponseApdu& answer);

private:
    CertificateCredential m_own;
    Transcript m_said;
    bool m_hasBefore = false;
};

} // namespace dmsc
