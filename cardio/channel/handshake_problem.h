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

/// What was wrong, which permission is missing, and what to do next; in the user's language.
[[nodiscard]] QString handshakeProblem(const HandshakeRefusal& refusal, const HandshakeOptions& options);

} // namespace dmsc
