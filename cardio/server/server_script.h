// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cardio/session/server_session.h"

#include <QJsonObject>

#include <functional>
#include <memory>

namespace dmsc {

/// What a DM server is to do in each session, package by package (README.md of this folder has the form).
struct ServerScript
{
    std::vector<std::vector<syncml::Command>> packages;
    /// A TNDS document: an Add that finds its node there already is followed by a Replace.
    bool replaceExisting = false;
};

/// Reads JSON, a SyncML message or a TNDS document (both XML or WBXML). Errors name what was expected and where.
[[nodiscard]] Result<ServerScript> readServerScript(ByteView document);

/// Plays a script in one session. `done` gets the session as JSON when it is over, however it ended, in the thread that
/// runs the session; "end" says "finished", "refused" (by the client, which does not take the server's proof) or
/// "broken". Where it is not `certain` the client may still refuse, and the session is told again.
using SessionTold = std::function<void(const QJsonObject& session, bool certain)>;
[[nodiscard]] CommandSource playScript(
    std::shared_ptr<const ServerScript> script, const std::string& sessionId, SessionTold done);

/// The same object for a session that ended before its script was asked for commands: "end" is "not-authenticated"
/// where the client was turned away, else "broken".
[[nodiscard]] QJsonObject unaskedSession(const ClientFacts& client, const std::string& sessionId, bool turnedAway);

/// A command with its Status, Results and members, as playScript() tells it.
[[nodiscard]] QJsonObject asJson(const CommandAnswer& answer);

} // namespace dmsc
