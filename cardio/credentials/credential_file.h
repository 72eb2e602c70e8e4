// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cardio/channel/handshake.h"
#include "model/access/credential_info.h"

namespace dmsc {

/// What a person brings: PKCS#12, PEM (private key, its certificate, those above it and the authority that the card's
/// certificate must lead to, in one file), or a key set as JSON
/// {"version":"31","enc":hex,"mac":hex,"dek":hex,"macSize":8|16}. Recognised by content.
/// Security error for a wrong passphrase, BadValue where something is missing, with what.
[[nodiscard]] Result<Credential> readCredential(ByteView file, const SecretBytes& passphrase);

/// What can be told of it: kind, methods, detail, end of validity. Id, label and role are the caller's.
[[nodiscard]] CredentialInfo describe(const Credential& credential);

/// For a sealed box, and out of one. Damaged error for what pack() has not made.
[[nodiscard]] Result<SecretBytes> pack(const Credential& credential);
[[nodiscard]] Result<Credential> unpack(ByteView packed);

} // namespace dmsc
