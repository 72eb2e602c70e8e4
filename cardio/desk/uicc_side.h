// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cardio/desk/card_wire.h"
#include "cardio/desk/side_session.h"
#include "cardio/files/card_files.h"
#include "cardio/files/uicc_mos.h"
#include "cardio/toolkit/toolkit_link.h"

namespace dmsc {

/// A plain UICC as a side: the MOs that it keeps in files are its tree, and changing them writes to the files.
class UiccSide final : public SideSession
{
public:
    /// Finds the card's files and reads those that carry MOs. What is locked is missing from the tree until
    /// verifyPin() opens it; state().warnings says so.
    [[nodiscard]] static Result<std::unique_ptr<SideSession>> open(
        std::unique_ptr<Link> link, const Where& where, const SideOptions& options, const Progress& progress);

    Result<void> reload(const Progress& progress) override;
    Result<std::vector<OperationResult>> apply(
        const std::vector<Operation>& operations, const Progress& progress) override;

    Result<void> explore(const Progress& progress) override;
    Result<CardFileContent> readFile(const QString& path) override;
    Result<void> writeFile(const CardFileWrite& write) override;
    Result<void> resizeFile(const QString& path, std::uint64_t size) override;
    Result<CardPin> verifyPin(std::uint8_t reference, const QByteArray& digits) override;
    Result<CardPin> pinState(std::uint8_t reference) override;
    Result<CardPinChange> changePin(const PinChange& change) override;
    Result<CardFileWrite> prepareFile(const QString& path, const CardFilePart& part) override;
    Result<std::vector<CardFileWrite>> preview(const std::vector<Operation>& operations) override;

private:
    Result<void> start(std::unique_ptr<Link> link, const SideOptions& options);
    Result<void> readMos(const Progress& progress);
    void publish();

    [[nodiscard]] Link& link() { return m_toolkit ? static_cast<Link&>(*m_toolkit) : *m_wire; }

    std::unique_ptr<CardWire> m_wire;
    std::optional<ToolkitLink> m_toolkit; ///< over the wire, where the card is in a handset
    std::optional<CardFiles> m_files;
    UiccMos m_mos;
};

} // namespace dmsc
