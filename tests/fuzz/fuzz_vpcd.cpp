// SPDX-License-Identifier: Apache-2.0
#include "cardio/apdu/status_word.h"
#include "cardio/link/atr.h"
#include "cardio/pcsc/atr_text.h"
#include "cardio/vpcd/vpcd_frames.h"

#include <cstdlib>

namespace {

/// Takes only what a card may be given.
class StrictCard final : public dmsc::CardEndpoint
{
public:
    [[nodiscard]] dmsc::Bytes process(dmsc::ByteView command) override
    {
        if (command.size() < 4 || command.size() > 65535)
            std::abort();
        return {command.begin(), command.begin() + command[0] % 5};
    }
    void reset() override { }
    [[nodiscard]] dmsc::Bytes atr() const override { return dmsc::emulatedCardAtr(); }
};

} // namespace

/// Whatever a virtual reader sends, in whatever portions, is cut the same way and answered by at least a status word;
/// and whatever a card says on reset can be described.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const dmsc::ByteView input(data, size);
    (void)dmsc::describeAtr(input);
    StrictCard card;
    dmsc::VpcdFrames whole;
    dmsc::VpcdFrames portions;
    whole.add(input);
    for (std::size_t at = 0; at < size; ++at)
        portions.add(input.subspan(at, 1));
    while (const auto frame = whole.next()) {
        if (portions.next() != frame)
            std::abort();
        const auto answer = dmsc::answerVpcd(card, *frame);
        if (answer && answer->size() < 2)
            std::abort();
    }
    return portions.next() ? (std::abort(), 1) : 0;
}
