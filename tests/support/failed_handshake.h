// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cardio/card/card_client.h"
#include "cardio/channel/demo_pki.h"
#include "cardio/desk/emulated_card.h"
#include "cardio/link/in_process_link.h"
#include "tests/support/faulty_link.h"

namespace dmsc::test {

/// A wrong answer to the card's challenge, by somebody with a program that our host is not: a try of the role's key set
/// is gone. Gives the card's refusal.
inline QString failHandshake(const QString& image, Role role)
{
    const auto card = EmulatedCard::open(image);
    if (!card)
        qFatal("%s", qPrintable(card.error().text()));
    InProcessLink link(**card);
    FaultyLink wrong(link,
        {[](std::size_t index, Bytes& command) {
             if (index == 2)
                 command[5] ^= 0x80U;
         },
            {}});
    const DemoKeySet keys = demoKeySet(role);
    HandshakeOptions options;
    options.as = role;
    const auto refused = CardClient::open(wrong, KeySetCredential{keys.keys, keys.macSize}, options);
    return refused ? QString() : refused.error().text();
}

} // namespace dmsc::test
