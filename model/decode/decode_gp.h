// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/decode/tag_table.h"

namespace dmsc {

extern const TagTable kCardDataTags; ///< 66 (GlobalPlatform H.2)
extern const TagTable kKeyInformationTags; ///< E0 (GlobalPlatform 11.3.3.1)
extern const TagTable kResourceTags; ///< FF21 (ETSI TS 102 226 8.2.1.7.2)
extern const TagTable kStatusTags; ///< E3 (GlobalPlatform 11.4.3.1)
extern const TagTable kCertificateTags; ///< 7F21 and 7F49, SCP11 (Amendment F)
extern const TagTable kKeyAgreementTags; ///< A6, 5F49, 86 of SCP11

/// Whether these bytes have the length and the protocol number of an answer to INITIALIZE UPDATE of SCP03.
[[nodiscard]] bool looksLikeInitializeUpdate(const Window& answer);
void addInitializeUpdate(const Window& answer, Field& field);

/// Data of a command under GlobalPlatform's secure messaging as it goes over the link: what stands before the MAC, and
/// the MAC. The bytes before it, for the caller to decode where they are in clear; nothing when they are encrypted.
[[nodiscard]] std::optional<Window> addSecured(const Window& data, Field& field);

} // namespace dmsc
