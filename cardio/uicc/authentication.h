// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cardio/apdu/apdu.h"
#include "cardio/store/card_image.h"
#include "cardio/uicc/milenage.h"

namespace dmsc {

/// AUTHENTICATE of USIM and ISIM in the 3G context (3GPP TS 31.102 7.1.2, TS 31.103 7.1.2): the network proves itself
/// by MILENAGE, and the sequence number that it names must be new (TS 33.102 C.2). The subscriber's key is a published
/// test value (TS 35.208 4.3, test set 1).
class Authentication
{
public:
    static constexpr std::uint8_t kIns = 0x88;

    /// The image must outlive it.
    explicit Authentication(CardImage& image)
        : m_image(&image)
    {
    }

    /// For the application that is selected; others have no such command.
    [[nodiscard]] static bool knows(const CommandApdu& command, ByteView aid);
    [[nodiscard]] ResponseApdu run(const CommandApdu& command, bool isPinVerified);

private:
    /// Whether SQN is newer than what was taken with its index, noting it then.
    [[nodiscard]] Result<bool> take(const Sequence& sqn);
    [[nodiscard]] Sequence highest() const;

    CardImage* m_image;
};

} // namespace dmsc
