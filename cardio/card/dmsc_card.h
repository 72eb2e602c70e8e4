// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cardio/apdu/apdu.h"
#include "cardio/channel/scp03_card.h"
#include "cardio/link/card_endpoint.h"
#include "cardio/store/card_image.h"

#include <memory>

namespace dmsc {

/// What an emulated card needs from outside.
struct CardOutside
{
    StampClock clock = systemStampClock();
    RandomSource random = systemRandom();
};

/// The emulated card: the DM_SC application of CARD-INTERFACE.md on an image. Nothing but APDUs goes in and out.
class DmscCard final : public CardEndpoint
{
public:
    [[nodiscard]] static Result<std::unique_ptr<DmscCard>> open(
        const QString& path, CardOutside outside = {}, StoreProbe probe = {});

    [[nodiscard]] Bytes process(ByteView bytes) override;
    void reset() override;
    [[nodiscard]] Bytes atr() const override;

private:
    /// A command whose parts are still coming, or nothing.
    struct Chain
    {
        bool active = false;
        std::uint8_t ins = 0;
        std::uint8_t p1 = 0;
        std::uint8_t p2 = 0;
        Bytes data;
    };

    DmscCard(CardImage image, Scp03KeySet keys, CardOutside outside);

    [[nodiscard]] ResponseApdu handle(const CommandApdu& command);
    [[nodiscard]] ResponseApdu select(const CommandApdu& command);
    [[nodiscard]] ResponseApdu application(const CommandApdu& command);
    [[nodiscard]] ResponseApdu secured(CommandApdu command);
    [[nodiscard]] ResponseApdu execute(const CommandApdu& command);
    /// As much as Le allows; the rest waits for GET RESPONSE.
    [[nodiscard]] Bytes deliver(ResponseApdu response, const CommandApdu& command);
    [[nodiscard]] Bytes getResponse(const CommandApdu& command);

    // card_commands.cpp
    [[nodiscard]] ResponseApdu discovery() const;
    [[nodiscard]] ResponseApdu dmMessage(const CommandApdu& command);
    [[nodiscard]] ResponseApdu syncStatus() const;
    [[nodiscard]] ResponseApdu readJournal(const CommandApdu& command) const;
    [[nodiscard]] ResponseApdu nodeDigests(const CommandApdu& command) const;
    [[nodiscard]] ResponseApdu memory() const;

    CardImage m_image;
    Scp03Card m_channel;
    CardOutside m_outside;
    bool m_selected = false;
    Chain m_chain;
    Bytes m_waiting; // of an answer, taken from m_taken on
    std::size_t m_taken = 0;
    StatusWord m_waitingStatus = StatusWord::Ok;
};

} // namespace dmsc
