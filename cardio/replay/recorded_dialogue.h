// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cardio/session/client_session.h"
#include "cardio/session/server_session.h"
#include "model/recording/recording.h"

#include <optional>
#include <vector>

namespace dmsc {

/// One DM message of a recording.
struct RecordedMessage
{
    RecordNo row;
    RecordPart part = RecordPart::Request;
    bool byDevice = false;
    bool isDirect = false;
    std::size_t session = 0; ///< place in RecordedDialogue::sessions; 0 of a direct one
    bool refused = false; ///< what it proved was not taken
};

/// Whether the workbench itself wants something of a device: that is answered at once, by the response of the same row,
/// and is no session of a server.
[[nodiscard]] bool isDirect(const RecordView& row);

/// A session as its recorded messages tell of it. Passwords are not among that: both ends of the replay get the same
/// made-up ones, and what proves them is made anew.
struct RecordedSession
{
    std::string id;
    std::string serverId;
    DmAccount account; ///< for the device's end
    std::vector<std::vector<syncml::Command>> packages; ///< what the server asked for, without Status
    std::optional<syncml::Header> device; ///< of the device's first message
    std::optional<syncml::Header> server; ///< of the server's first message
    Encoding encoding = Encoding::Wbxml; ///< of the device's first message
    bool serverInitiated = false;
    std::vector<syncml::Command> alerts; ///< generic alerts of package 1
    std::vector<int> firmware; ///< result codes of FUMO, in their order
};

/// The messages between a device and its servers, in their order. Any recording can be read: what is no message stands
/// there with the session before it.
struct RecordedDialogue
{
    std::vector<RecordedMessage> messages;
    std::vector<RecordedSession> sessions;
    std::size_t skipped = 0; ///< selected rows without such a message
};
[[nodiscard]] RecordedDialogue recordedDialogue(const Recording& recording, const RecordSelection& rows);

/// A message as it is.
[[nodiscard]] DmPacket packetOf(const QByteArray& message);
/// A message as it will be sent again: the Cred in it, or its HMAC, proves the secret as it is now.
[[nodiscard]] DmPacket proved(const QByteArray& message, const DmSecret& secret);
/// The nonce by which whoever said this wants the next message proved; nothing when it does not ask for proof.
[[nodiscard]] std::optional<Bytes> challengeIn(const QByteArray& said);

} // namespace dmsc
