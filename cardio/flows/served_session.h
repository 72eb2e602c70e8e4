// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cardio/flows/flow_run.h"
#include "cardio/server/conversation.h"
#include "cardio/session/client_session.h"

namespace dmsc {

/// The part of a DM server that speaks within a session: straight code in a thread of its own.
using Director = std::function<Result<void>(Conversation& conversation)>;

/// The account between the emulated handset and the emulated DM server in process: the handset's first one, or a
/// made-up one with fresh secrets where it has none.
[[nodiscard]] DmAccount serverAccount(const Tree& device);
/// The account of the flow's session: that, or the one whose passwords the card has. Before the card is anybody's.
[[nodiscard]] Result<DmAccount> sessionAccount(const FlowRun& run);

/// The handset's session with a DM server: the emulated one in process with `director`, or the one at the request's
/// URL, which directs itself. The server has notified the handset, or that begins by itself to tell `alerts`. Error of
/// either end.
[[nodiscard]] Result<SessionReport> runServed(FlowRun& run, HttpClient& http, DmAccount account, DeviceHooks& hooks,
    const Director& director, const std::vector<syncml::Command>& alerts = {});

/// Package 0 comes, and is checked as the handset checks it.
[[nodiscard]] Result<std::string> notifyHandset(FlowRun& run, const DmAccount& account);

} // namespace dmsc
