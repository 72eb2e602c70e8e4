// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/access/entity.h"
#include "model/recording/recording.h"

#include <QByteArray>

#include <functional>
#include <optional>
#include <vector>

namespace dmsc {

/// What a recorded handshake tells of itself in clear.
struct RecordedHandshake
{
    HandshakeMethod method = HandshakeMethod::Scp03;
    std::uint8_t level = 0x33; ///< SecurityLevel
    std::uint8_t keyVersion = 0; ///< SCP03: of the key set; SCP11: of the card's key pair; 0: whichever it has
    std::size_t challengeSize = 0; ///< SCP03: bytes of the host's challenge; 0: it went protected
    QByteArray certificates; ///< SCP11a, SCP11c: what the host has shown
};

/// Something that is done with a card as a whole.
struct CardStep
{
    enum class Kind : std::uint8_t {
        Reset,
        Plain, ///< one command as it stands
        Handshake, ///< the commands of one that succeeded
        Secured, ///< a protected command and what fetched its answer
    };
    Kind kind = Kind::Plain;
    std::vector<RecordNo> rows; ///< as they went over the wire
    std::optional<RecordNo> plain; ///< Secured: the row with the command unprotected, selected or not
    bool isPlainSelected = false;
    std::optional<RecordedHandshake> handshake;
};

/// Which of the steps must not be played, because the command of one, or a part of its chain, is not known any more;
/// what fetches their answers with them. `isMasked` tells it of a row that is sent as it is, or unprotected.
[[nodiscard]] std::vector<bool> unplayable(
    const Recording& recording, const std::vector<CardStep>& steps, const std::function<bool(RecordNo)>& isMasked);

/// The selected rows that go to a card, put together to steps; others are counted. Any recording can be read.
struct CardScript
{
    std::vector<CardStep> steps;
    std::size_t skipped = 0;
};
[[nodiscard]] CardScript cardScript(const Recording& recording, const RecordSelection& rows);

} // namespace dmsc
