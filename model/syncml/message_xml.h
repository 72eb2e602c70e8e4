// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/bytes.h"
#include "model/error.h"
#include "model/syncml/message.h"

#include <string>

namespace dmsc::syncml {

/// What XML has no place for, and some clients write all the same: the end of a text in C, say.
enum class Nul : std::uint8_t {
    Refused,
    PassedOver, ///< as if it were not there: for who only listens, and does nothing at a node that was named so
};

/// Reads application/vnd.syncml.dm+xml: any prefixes, quotes and CDATA, namespaces may be missing but not foreign.
/// Nothing is fetched; entity and other DTD declarations are refused. Errors name the line.
[[nodiscard]] Result<Message> decodeXml(ByteView octets, Nul nul = Nul::Refused);

/// Writes compact XML in UTF-8 with the namespaces of SyncML 1.2. Data of Format "bin" goes as base64; other data that
/// XML cannot carry (NUL, invalid UTF-8) is an error.
[[nodiscard]] Result<std::string> encodeXml(const Message& message);

} // namespace dmsc::syncml
