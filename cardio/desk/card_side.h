// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cardio/card/card_reader.h"
#include "cardio/desk/side_session.h"
#include "cardio/link/card_endpoint.h"
#include "cardio/link/recorded_link.h"

namespace dmsc {

/// A card as a side: spoken to by APDUs through a link, wherever the card is.
class CardSide final : public SideSession
{
public:
    /// An emulated card on its image, or the card in a reader.
    [[nodiscard]] static Result<std::unique_ptr<SideSession>> open(
        const Where& where, const SideOptions& options, const Progress& progress);

    Result<void> reload(const Progress& progress) override;
    Result<std::vector<OperationResult>> apply(
        const std::vector<Operation>& operations, const Progress& progress) override;

private:
    [[nodiscard]] static Result<std::unique_ptr<CardSide>> onImage(const Where& where);
    [[nodiscard]] static Result<std::unique_ptr<CardSide>> inReader(const Where& where);
    Result<void> start(const SideOptions& options);
    /// Selects the application and shakes hands again when the channel is gone.
    Result<void> ensureOpen();
    Result<void> openAgain();
    Result<void> refresh(const Progress& progress);
    void record(const Exchange& exchange) const;
    void recordHandshake(std::chrono::nanoseconds begin) const;

    SideOptions m_options;
    std::unique_ptr<CardEndpoint> m_card;
    std::unique_ptr<Link> m_link;
    std::unique_ptr<RecordedLink> m_recorded;
    std::unique_ptr<CardClient> m_client;
    std::optional<TreeClient> m_session;
    std::optional<CardReader> m_reader;
};

} // namespace dmsc
