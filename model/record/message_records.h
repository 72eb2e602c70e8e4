// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/record/record.h"
#include "model/syncml/message.h"

#include <vector>

// The rows of DM messages, alike whoever writes them: either end of a session, or the reader of a foreign log.
namespace dmsc {

/// "SyncML", with SessionID and MsgID as its target; a message that could not be read gives null and no target.
[[nodiscard]] Record messageRecord(Actor from, Actor to, const syncml::Message* message);

/// A row for each Status of `answers` that is about a command (not the SyncHdr), in the order of the Statuses, as
/// continuations of the message before them: the command's name, the node that the Status names or else the command's
/// first, and what it was answered. `asked` holds the
/// commands, members of Atomic and Sequence with them.
[[nodiscard]] std::vector<Record> statusRecords(const std::vector<syncml::Command>& asked,
    const std::vector<syncml::Command>& answers, Actor from, Actor to, ExchangeId exchange);

/// Whether a command is answered by a Status.
[[nodiscard]] bool wantsStatus(const syncml::Command& command);
/// A row, with "-" as its status, for a command that nobody has answered.
[[nodiscard]] Record unansweredRecord(const syncml::Command& command, Actor from, Actor to, ExchangeId exchange);

/// How serious a Status is to who looks for trouble. Warning: what was asked for did not happen though nobody failed
/// (redirections, not modified, cancelled, not executed, rolled back). Error: 4xx, 5xx and what is no Status at all.
[[nodiscard]] StatusLevel statusLevel(syncml::StatusCode code);

/// Whether a message's Statuses only challenge: 401 and 407 of its SyncHdr with a Chal are a part of authentication,
/// and what they leave undone goes again. Without a Chal they are the last word.
[[nodiscard]] bool onlyChallenges(const std::vector<syncml::Command>& answers);

/// URI of a command's first Item, or of its first member's.
[[nodiscard]] QString firstTarget(const syncml::Command& command);

} // namespace dmsc
