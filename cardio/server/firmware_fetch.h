// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cardio/handset/approval.h"
#include "cardio/server/http_client.h"

namespace dmsc {

/// A firmware package of at most kMaxPackage bytes and its signature of at most kMaxApproval, by HTTP or HTTPS. Servers
/// may redirect, but never to a less safe scheme; a package without a length told beforehand is refused, as nobody
/// could say whether it is whole. Where the server has no signature there is none: whoever approves decides.
[[nodiscard]] Result<FirmwareDownload> fetchFirmware(
    HttpClient& http, const FirmwareSource& source, const Progress& progress = {});

} // namespace dmsc
