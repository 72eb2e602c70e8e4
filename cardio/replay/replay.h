// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cardio/desk/where.h"
#include "model/error.h"
#include "model/recording/compare_recordings.h"

#include <functional>
#include <map>

namespace dmsc {

/// Who answers when a recording is played again.
enum class ReplayTarget : std::uint8_t {
    Card, ///< the APDUs, to an emulated card or the card in a reader
    Handset, ///< the messages of its servers, to an emulated handset
    Server, ///< the messages of its clients, to the emulated DM server
};

struct ReplayRequest
{
    Recording recording;
    RecordSelection rows; ///< those of other layers are passed over
    ReplayTarget target = ReplayTarget::Card;
    Where where; ///< the card or handset; nothing it holds is changed: a copy answers, unless it is a reader
    bool allowReader = false; ///< a card in a reader is really written to
    std::map<RecordNo, QByteArray> edited; ///< requests that were changed by hand
};

struct ReplayReport
{
    Recording answered; ///< what was said now
    ComparedRecordings compared; ///< left: as recorded; right: now
    std::size_t skipped = 0; ///< selected rows that the target has nothing to do with
};

/// Plays the commands again, in order, and compares what is answered. Secured commands of another session cannot be
/// accepted again: they are played and the difference is told. `progress` returns false to stop.
[[nodiscard]] Result<ReplayReport> replay(
    const ReplayRequest& request, const std::function<bool(std::size_t done, std::size_t total)>& progress = {});

} // namespace dmsc
