// SPDX-License-Identifier: Apache-2.0
#include "cardio/channel/card_handshakes.h"
#include "cardio/channel/demo_pki.h"

#include <algorithm>
#include <cstdlib>

namespace {

using namespace dmsc;

/// Made once: reading keys takes longer than anything that is tested here.
const DemoPki& pki()
{
    static const DemoPki made = demoPki().value();
    return made;
}

CardHandshakeStore store()
{
    CardHandshakeStore made;
    made.keySet = [](std::uint8_t version) -> std::optional<CardKeySet> {
        if (version > 1)
            return std::nullopt;
        CardKeySet keys{{.keys = Scp03KeySet::test()}, SequenceCounter::First, 3};
        return keys;
    };
    made.keyPair = [](std::uint8_t version) -> std::optional<CardKeyPair> {
        if (version > 1)
            return std::nullopt;
        const CertifiedKey& own = version == 0 ? pki().card : pki().cardP384;
        return CardKeyPair{version, own.key, {own.certificate}, {pki().authority}};
    };
    made.now = [] { return QDateTime({2026, 1, 1}, {0, 0}, Qt::UTC); };
    return made;
}

} // namespace

/// Commands in a row, each with its length in two bytes. Who has no certificate of the authority's may open SCP11b and
/// nothing else, and gets no command past the card.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    CardHandshakes card(store(), Bytes{0xF0, 0x44, 0x4D, 0x53, 0x43});
    ByteView input(data, size);
    while (input.size() >= 2) {
        const std::size_t length = std::min(std::size_t{input[0]} << 8U | input[1], input.size() - 2);
        const Result<CommandApdu> command = parseCommand(input.subspan(2, length));
        input = input.subspan(2 + length);
        if (!command)
            continue;
        if (CardHandshakes::isHandshake(*command))
            (void)card.handshake(*command);
        else if (card.unwrap(*command))
            std::abort();
        if (CardHandshakes::isHandshakeInside(*command) && card.isOpen())
            (void)card.handshakeInside(*command);
        if (card.isOpen() && card.peer()->method == HandshakeMethod::Scp03)
            std::abort();
    }
    return 0;
}
