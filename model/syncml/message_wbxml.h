// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/bytes.h"
#include "model/error.h"
#include "model/syncml/message.h"

namespace dmsc::syncml {

/// Reads application/vnd.syncml.dm+wbxml of any WBXML 1.1 to 1.3 writer. Errors name the byte.
[[nodiscard]] Result<Message> decodeWbxml(ByteView octets);

/// Writes WBXML 1.3 with the numeric public id of SyncML 1.2 and no string table; Data of Items is OPAQUE.
[[nodiscard]] Result<Bytes> encodeWbxml(const Message& message);

} // namespace dmsc::syncml
