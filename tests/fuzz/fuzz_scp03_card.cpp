// SPDX-License-Identifier: Apache-2.0
#include "cardio/channel/scp03_card.h"
#include "cardio/channel/scp03_host.h"
#include "cardio/link/card_endpoint.h"
#include "cardio/link/in_process_link.h"

#include <algorithm>
#include <cstdlib>

namespace {

using namespace dmsc;

/// Carries the handshake of a host that knows the keys.
class HandshakeCard final : public CardEndpoint
{
public:
    explicit HandshakeCard(Scp03Card& card)
        : m_card(&card)
    {
    }
    [[nodiscard]] Bytes process(ByteView bytes) override
    {
        const Result<CommandApdu> command = parseCommand(bytes);
        return command ? m_card->handshake(*command).encode().value_or(Bytes{}) : Bytes{};
    }
    void reset() override { m_card->close(); }
    [[nodiscard]] Bytes atr() const override { return {}; }

private:
    Scp03Card* m_card;
};

RandomSource zeroes()
{
    return [](std::span<std::uint8_t> out) -> Result<void> {
        std::fill(out.begin(), out.end(), std::uint8_t{0});
        return {};
    };
}

/// Commands in a row, each with its length in one byte. None may get past the card: whoever sends them has no keys.
void feed(Scp03Card& card, ByteView input)
{
    while (!input.empty()) {
        const std::size_t size = std::min<std::size_t>(input[0], input.size() - 1);
        const Result<CommandApdu> command = parseCommand(input.subspan(1, size));
        input = input.subspan(1 + size);
        if (!command)
            continue;
        if (Scp03Card::isHandshake(*command))
            (void)card.handshake(*command);
        else if (card.unwrap(*command))
            std::abort();
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    if (size < 1)
        return 0;
    Scp03CardConfig config{Scp03KeySet::test()};
    config.macSize = (data[0] & 1U) != 0 ? MacSize::S16 : MacSize::S8;
    config.challenge = (data[0] & 2U) != 0 ? ChallengeKind::Random : ChallengeKind::PseudoRandom;
    Scp03CardOutside outside;
    outside.random = zeroes();
    Scp03Card card(config, SequenceCounter::First, outside);
    const ByteView commands(data + 1, size - 1);
    feed(card, commands);
    if (card.isOpen())
        std::abort();
    HandshakeCard endpoint(card);
    InProcessLink link(endpoint);
    Scp03Options options;
    options.macSize = config.macSize;
    options.random = zeroes();
    if (!openScp03(link, config.keys, options))
        std::abort();
    feed(card, commands);
    return 0;
}
