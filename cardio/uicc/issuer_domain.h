// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cardio/apdu/apdu.h"

#include <vector>

namespace dmsc {

/// What GET DATA tells of the card as a whole.
struct CardResources
{
    std::size_t applications = 0;
    std::uint64_t freeMemory = 0; ///< non-volatile, bytes
};

/// The issuer's security domain, as far as it can be read without authentication (GlobalPlatform Card Specification
/// 11.3, 11.9; ETSI TS 102 226 8.2.1.7.2). It opens no secure channel.
class IssuerDomain
{
public:
    /// AIDs that it answers to: the one of today, and the one of old cards.
    [[nodiscard]] static std::vector<Bytes> names();
    [[nodiscard]] static ResponseApdu discovery(const Bytes& aid);
    /// GET DATA, which is answered whatever is selected.
    [[nodiscard]] static bool knows(const CommandApdu& command);
    /// 0066 card data, 00E0 keys, FF21 memory; others 6A88.
    [[nodiscard]] static ResponseApdu getData(const CommandApdu& command, const CardResources& resources);
};

} // namespace dmsc
