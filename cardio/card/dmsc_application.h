// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cardio/apdu/apdu.h"
#include "cardio/card/card_approvals.h"
#include "cardio/card/card_receipts.h"
#include "cardio/card/card_server.h"
#include "cardio/card/command_chain.h"
#include "cardio/card/entity_session.h"
#include "cardio/channel/card_handshakes.h"
#include "cardio/store/card_image.h"

#include <QDateTime>

namespace dmsc {

/// What an emulated card needs from outside.
struct CardOutside
{
    StampClock clock = systemStampClock();
    RandomSource random = systemRandom();
    std::function<QDateTime()> now = [] { return QDateTime::currentDateTimeUtc(); }; ///< for certificates
    QString sealKey{}; ///< see CardSetup
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
    /// What process() answers while it is selected: these, and whatever is protected.
    [[nodiscard]] static bool takes(const CommandApdu& command);
    /// Selected: a session that was open is over.
    [[nodiscard]] ResponseApdu select();
    /// One of its commands, while it is selected.
    [[nodiscard]] ResponseApdu process(const CommandApdu& command);
    /// Reset, another application selected, or its logical channel closed.
    void close();

private:
    DmscApplication(CardImage& image, CardOutside outside);

    [[nodiscard]] ResponseApdu shakeHands(const CommandApdu& command);
    [[nodiscard]] ResponseApdu protectedCommand(CommandApdu command);
    [[nodiscard]] ResponseApdu secured(CommandApdu command);
    [[nodiscard]] ResponseApdu execute(const CommandApdu& command);
    [[nodiscard]] ResponseApdu executePlain(const CommandApdu& command);
    /// After each handshake command: a session for whoever stands at the other end now. False: it could not begin.
    [[nodiscard]] bool settle();
    [[nodiscard]] bool beginSession();
    void endSession();
    /// What one entity left half done is not for another.
    void dropUnfinished();

    // card_commands.cpp
    [[nodiscard]] ResponseApdu discovery() const;
    [[nodiscard]] ResponseApdu dmMessage(const CommandApdu& command); ///< whoever of the two is the server
    [[nodiscard]] ResponseApdu syncStatus();
    [[nodiscard]] ResponseApdu readJournal(const CommandApdu& command);
    [[nodiscard]] ResponseApdu nodeDigests(const CommandApdu& command);
    [[nodiscard]] ResponseApdu accessConditions() const;
    [[nodiscard]] ResponseApdu policy(const CommandApdu& command);
    [[nodiscard]] ResponseApdu receipt(const CommandApdu& command);
    [[nodiscard]] Digest contentDigest(); ///< of the root, as the entity sees it

    CardImage* m_image;
    CardOutside m_outside;
    CardHandshakes m_channel;
    CommandChain m_chain; ///< of a command under the channel
    CommandChain m_shaking; ///< of a handshake's command: one in between leaves a half-sent message as it is
    std::optional<EntitySession> m_session;
    Digest m_digest{}; ///< of the handshake that opened it
    CardReceipts m_receipts;
    CardServer m_server; ///< UC1
    CardApprovals m_approvals;
};

} // namespace dmsc
