// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cardio/card/dmsc_application.h"

#include <vector>

namespace dmsc {

/// What GET DATA and GET STATUS tell of the card as a whole.
struct CardResources
{
    std::vector<Bytes> applications; ///< AIDs, the domain's own among them
    std::uint64_t freeMemory = 0; ///< non-volatile, bytes
};

/// The issuer's security domain (GlobalPlatform Card Specification 11.3, 11.4, 11.9; ETSI TS 102 226 8.2.1.7.2): what
/// can be read of it without authentication, and a secure channel for whoever proves to be the issuer.
class IssuerDomain
{
public:
    /// The image must outlive it.
    IssuerDomain(CardImage& image, CardOutside outside);

    /// AIDs that it answers to: the one of today, and the one of old cards.
    [[nodiscard]] static std::vector<Bytes> names();
    /// Selected by that name: a session that was open is over.
    [[nodiscard]] ResponseApdu select(const Bytes& aid);
    /// Reset, or another application selected.
    void close();

    /// GET STATUS, which is answered under the channel alone: 6982 without.
    [[nodiscard]] static bool guards(const CommandApdu& command);
    /// GET DATA, which is answered whatever is selected.
    [[nodiscard]] static bool knows(const CommandApdu& command);
    /// 0066 card data, 00E0 keys, FF21 memory; others 6A88.
    [[nodiscard]] ResponseApdu getData(const CommandApdu& command, const CardResources& resources) const;

    /// Commands for process(): of a handshake, and protected ones.
    [[nodiscard]] static bool takes(const CommandApdu& command);
    /// One of them, while the domain is selected by the name. GET DATA and GET STATUS are answered under the channel.
    [[nodiscard]] ResponseApdu process(const CommandApdu& command, const Bytes& aid, const CardResources& resources);

private:
    [[nodiscard]] ResponseApdu shakeHands(const CommandApdu& command);
    [[nodiscard]] ResponseApdu secured(const CommandApdu& command, const CardResources& resources);
    [[nodiscard]] static ResponseApdu getStatus(const CommandApdu& command, const CardResources& resources);
    [[nodiscard]] Bytes keyInformation() const;

    CardImage* m_image;
    CardOutside m_outside;
    Bytes m_aid;
    std::unique_ptr<CardHandshakes> m_channel; ///< for the name that was selected; null: none was
    CommandChain m_shaking;
};

} // namespace dmsc
