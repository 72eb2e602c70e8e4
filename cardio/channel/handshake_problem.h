// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cardio/apdu/status_word.h"
#include "cardio/channel/handshake.h"

namespace dmsc {

/// What a handshake was about to do when the card said no.
enum class HandshakeStage : std::uint8_t {
    AskCard, ///< INITIALIZE UPDATE
    Authenticate, ///< EXTERNAL AUTHENTICATE
    AskCertificate, ///< GET DATA BF21
    ShowCertificate, ///< PERFORM SECURITY OPERATION
    Agree, ///< MUTUAL or INTERNAL AUTHENTICATE
};

struct HandshakeRefusal
{
    HandshakeStage stage = HandshakeStage::AskCard;
    StatusWord sw = StatusWord::Ok;
    std::uint8_t keyVersion = 0;
    std::optional<Certificate> ownCertificate; ///< that was shown
};

/// What was wrong, which permission is missing, what to do next, and the card's status word; in the user's language.
/// Of `kind`, or Conflict where the card knows nothing of the session that the handshake was to happen in.
[[nodiscard]] Error handshakeProblem(ErrorKind kind, const HandshakeRefusal& refusal, const HandshakeOptions& options);

/// "no permission to open a session as DM server: why".
[[nodiscard]] QString noPermission(const QString& why, const HandshakeOptions& options);

} // namespace dmsc
