// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cardio/session/record_outlet.h"
#include "model/syncml/message.h"

// The rows of DM messages, alike whichever end of a session writes them.
namespace dmsc {

/// "SyncML", with SessionID and MsgID as its target; a message that could not be read gives null and no target.
[[nodiscard]] Record messageRecord(Actor from, Actor to, const syncml::Message* message);

/// A row for each Status of `answers` that is about a command (not the SyncHdr), in the order of the Statuses, as
/// continuations of the message before them: the command's name and target, and what it was answered. `asked` holds the
/// commands, members of Atomic and Sequence with them.
void writeStatuses(const RecordOutlet& records, const std::vector<syncml::Command>& asked,
    const std::vector<syncml::Command>& answers, Actor from, Actor to, ExchangeId exchange = {});

[[nodiscard]] StatusLevel levelOf(syncml::StatusCode code);
/// URI of a command's first Item, or of its first member's.
[[nodiscard]] QString firstTarget(const syncml::Command& command);

} // namespace dmsc
