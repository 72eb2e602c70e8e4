// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cardio/apdu/apdu.h"
#include "cardio/card/command_chain.h"
#include "cardio/channel/scp03_card.h"
#include "cardio/store/card_image.h"

namespace dmsc {

/// What an emulated card needs from outside.
struct CardOutside
{
    StampClock clock = systemStampClock();
    RandomSource random = systemRandom();
};

/// The DM_SC application of CARD-INTERFACE.md on a card's image. Selecting it, logical channels and the delivery of
/// long answers are the card's affair. It is selected on one channel at a time.
class DmscApplication
{
public:
    /// The image must outlive the application.
    [[nodiscard]] static Result<std::unique_ptr<DmscApplication>> open(CardImage& image, CardOutside outside);

    /// The commands that this application has: they need it to be selected, and others do not know them.
    [[nodiscard]] static bool knows(const CommandApdu& command);
    /// Selected: a session that was open is over.
    [[nodiscard]] ResponseApdu select();
    /// One of its commands, while it is selected.
    [[nodiscard]] ResponseApdu process(const CommandApdu& command);
    /// Reset, another application selected, or its logical channel closed.
    void close();

private:
    DmscApplication(CardImage& image, Scp03KeySet keys, CardOutside outside);

    [[nodiscard]] ResponseApdu secured(CommandApdu command);
    [[nodiscard]] ResponseApdu execute(const CommandApdu& command);

    // card_commands.cpp
    [[nodiscard]] static ResponseApdu discovery();
    [[nodiscard]] ResponseApdu dmMessage(const CommandApdu& command);
    [[nodiscard]] ResponseApdu syncStatus() const;
    [[nodiscard]] ResponseApdu readJournal(const CommandApdu& command) const;
    [[nodiscard]] ResponseApdu nodeDigests(const CommandApdu& command) const;
    [[nodiscard]] ResponseApdu memory() const;

    CardImage* m_image;
    Scp03Card m_channel;
    CardOutside m_outside;
    CommandChain m_chain;
};

} // namespace dmsc
