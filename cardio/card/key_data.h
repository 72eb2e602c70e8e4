// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cardio/channel/card_handshakes.h"

namespace dmsc {

// The data of POLICY "put keys" and "put key pair" (CARD-INTERFACE.md, section 13).

[[nodiscard]] SecretBytes encodeKeySet(const Scp03CardConfig& keys);
/// nullopt: malformed.
[[nodiscard]] std::optional<Scp03CardConfig> decodeKeySet(ByteView data);

/// The error is that of writing the private key.
[[nodiscard]] Result<SecretBytes> encodeKeyPair(const CardKeyPair& pair);
/// nullopt: malformed, without an authority, or the key is not that of the first certificate.
[[nodiscard]] std::optional<CardKeyPair> decodeKeyPair(ByteView data);

} // namespace dmsc
