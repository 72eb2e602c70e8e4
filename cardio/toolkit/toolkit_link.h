// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cardio/apdu/status_word.h"
#include "cardio/link/link.h"
#include "cardio/session/record_outlet.h"
#include "cardio/session/recorded_user.h"

#include <functional>

namespace dmsc {

/// The way to a card as its handset goes it (ETSI TS 102 223): after each reset the card is told what the terminal can
/// do, and whenever it answers 91xx its commands are fetched, put to the user and answered, before the answer that
/// announced them is given back with 9000. What the toolkit gets wrong is told to the user and disturbs nobody else.
class ToolkitLink final : public Link
{
public:
    /// Card and user outlive the link. `asker` says who the card is by then.
    ToolkitLink(Link& card, UserAgent& user, RecordOutlet records, std::function<PromptAsker()> asker);
    ToolkitLink(const ToolkitLink&) = delete;
    ToolkitLink& operator=(const ToolkitLink&) = delete;
    ~ToolkitLink() override = default;

    [[nodiscard]] Result<Bytes> transmit(ByteView command) override;
    /// TERMINAL PROFILE follows at once; a card that knows no toolkit refuses it, and stays as it is.
    [[nodiscard]] Result<void> reset() override;
    [[nodiscard]] Bytes atr() const override { return m_card->atr(); }
    [[nodiscard]] bool extendedLength() const override { return m_card->extendedLength(); }
    [[nodiscard]] bool isShared() const override { return m_card->isShared(); }
    [[nodiscard]] Result<void> claim() override { return m_card->claim(); }
    void release() override { m_card->release(); }

private:
    void serve(StatusWord sw);

    Link* m_card;
    RecordOutlet m_records;
    RecordedUser m_user;
    std::function<PromptAsker()> m_asker;
};

} // namespace dmsc
