// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cardio/apdu/apdu.h"
#include "cardio/card/entity_session.h"
#include "cardio/session/secret_keeper.h"

namespace dmsc {

/// Data of DM CREDENTIAL (CARD-INTERFACE.md, section 20); `given`: of the server, where it is to be checked.
[[nodiscard]] Bytes encodeCredential(const KeptProof& proof, const std::optional<DmDigest>& given = {});
/// The digest in its answer.
[[nodiscard]] std::optional<DmDigest> decodeCredential(ByteView answer);

/// DM CREDENTIAL on the card: digests made with the secret of an account in its store, for the device alone (GEN-6).
[[nodiscard]] ResponseApdu runCredential(const CommandApdu& command, const CardImage& image, EntitySession& entity);

} // namespace dmsc
