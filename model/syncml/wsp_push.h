// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/bytes.h"

#include <optional>

namespace dmsc::syncml {

/// A connectionless WSP Push (WAP-230 8.2.4.1) of Content-Type application/vnd.syncml.notification: how package 0 comes
/// over SMS and UDP. Both are views into what was read, and together all of it.
struct WspPush
{
    ByteView header; ///< transaction id, PDU type, length of the headers, headers
    ByteView notification;
};
/// nullopt for what is no such Push. Any bytes may come in.
[[nodiscard]] std::optional<WspPush> readPush(ByteView datagram);
/// As a server's push gateway sends it.
[[nodiscard]] Bytes pushOf(ByteView notification);

} // namespace dmsc::syncml
