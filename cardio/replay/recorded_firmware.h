// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cardio/handset/handset_hooks.h"

#include <vector>

namespace dmsc {

/// The firmware that a recorded device fetched and had checked. Neither the package nor the card is in a recording of
/// messages: the demo's package stands for it, and what became of it is what became of it then.
class RecordedFirmware final : public SignatureVerifier
{
public:
    /// FUMO's result codes, in their order.
    explicit RecordedFirmware(std::vector<int> codes)
        : m_codes(std::move(codes))
    {
    }
    /// Nothing where no firmware was dealt with then. It outlives the hooks.
    void addTo(HandsetParts& parts);

    [[nodiscard]] Result<bool> verifySignature(std::uint8_t key, ByteView hash, ByteView signature) override;

private:
    [[nodiscard]] Result<FirmwareDownload> fetch();

    std::vector<int> m_codes;
    std::size_t m_next = 0;
};

} // namespace dmsc
