// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cardio/channel/handshake.h"
#include "cardio/desk/where.h"
#include "cardio/pcsc/waiting_sink.h"
#include "model/error.h"
#include "model/recording/compare_recordings.h"

#include <functional>
#include <map>
#include <optional>
#include <vector>

namespace dmsc {

/// Who answers when a recording is played again.
enum class ReplayTarget : std::uint8_t {
    Card, ///< the commands, to an emulated card or the card in a reader
    Handset, ///< the messages of its servers, to an emulated handset
    Server, ///< the messages of its clients, to the emulated DM server
};

struct ReplayRequest
{
    Recording recording;
    RecordSelection rows; ///< those that the target has nothing to do with are passed over
    ReplayTarget target = ReplayTarget::Card;
    Where where; ///< the card or handset; nothing it holds is changed: a copy answers, unless it is a reader
    bool allowReader = false; ///< a card in a reader is really written to
    std::map<RecordNo, QByteArray> edited; ///< what is sent in place of a row's sentPart()
    WaitingSink waiting; ///< hears of a reader that takes long
    /// What handshakes are shaken with again, chosen by the key version or certificate that the recorded one names. The
    /// demo desk's are known.
    std::vector<Credential> credentials;
};

struct ReplayReport
{
    Recording recorded; ///< what was played, with the rows' numbers as they were
    Recording answered; ///< what was said now
    ComparedRecordings compared; ///< left: as recorded; right: now
    std::size_t skipped = 0; ///< selected rows that the target has nothing to do with
    std::vector<QString> notes; ///< what could not be played as it was and why, in the user's language
};

/// Which part of a row is sent to the target; nullopt: the target has nothing to do with the row.
[[nodiscard]] std::optional<RecordPart> sentPart(ReplayTarget target, const RecordView& row);

/// Plays the commands again, in order, and compares what is answered. A handshake is shaken afresh where the
/// credentials are at hand, and what its session carried is said again inside the new one; else secured commands are
/// sent as they were, the card refuses them, and the difference is told. `progress` returns false to stop: Cancelled.
/// NotFound where none of the rows is for the target.
[[nodiscard]] Result<ReplayReport> replay(
    const ReplayRequest& request, const std::function<bool(std::size_t done, std::size_t total)>& progress = {});

} // namespace dmsc
