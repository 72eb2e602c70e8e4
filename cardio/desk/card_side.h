// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cardio/card/card_reader.h"
#include "cardio/desk/side_session.h"
#include "cardio/files/card_files.h"
#include "cardio/link/card_endpoint.h"
#include "cardio/link/recorded_link.h"

namespace dmsc {

/// A card as a side: spoken to by APDUs through a link, wherever the card is. Its files are reached beside the
/// application, on a logical channel of their own.
class CardSide final : public SideSession
{
public:
    /// An emulated card on its image, or the card in a reader; one without our application is opened as a UiccSide.
    [[nodiscard]] static Result<std::unique_ptr<SideSession>> open(
        const Where& where, const SideOptions& options, const Progress& progress);

    Result<void> reload(const Progress& progress) override;
    Result<std::vector<OperationResult>> apply(
        const std::vector<Operation>& operations, const Progress& progress) override;

    Result<void> explore(const Progress& progress) override;
    Result<CardFileContent> readFile(const QString& path) override;
    Result<void> writeFile(const CardFileWrite& write) override;
    Result<void> resizeFile(const QString& path, std::uint64_t size) override;
    Result<CardPin> verifyPin(std::uint8_t reference, const QByteArray& digits) override;

private:
    [[nodiscard]] static Result<std::unique_ptr<CardSide>> onImage(const Where& where);
    [[nodiscard]] static Result<std::unique_ptr<CardSide>> inReader(const Where& where, const SideOptions& options);
    Result<void> start(const SideOptions& options);
    /// Selects the application and shakes hands again when the channel is gone.
    Result<void> ensureOpen();
    Result<void> openAgain();
    Result<void> refresh(const Progress& progress);
    [[nodiscard]] Result<CardFiles*> files();
    void recordHandshake(std::chrono::nanoseconds begin) const;

    SideOptions m_options;
    std::unique_ptr<Link> m_link;
    std::unique_ptr<RecordedLink> m_recorded;
    std::unique_ptr<CardClient> m_client;
    std::optional<TreeClient> m_session;
    std::optional<CardReader> m_reader;
    std::optional<CardFiles> m_files;
    bool m_hasFileChannel = false; ///< since the card's last reset
};

} // namespace dmsc
