// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cardio/desk/side_session.h"

namespace dmsc {

/// A document as a side: changed in memory, written when it is saved.
class DocumentSide final : public SideSession
{
public:
    [[nodiscard]] static Result<std::unique_ptr<SideSession>> open(const Where& where, const Progress& progress);

    Result<void> reload(const Progress& progress) override;
    Result<std::vector<OperationResult>> apply(
        const std::vector<Operation>& operations, const Progress& progress) override;

private:
    Result<void> save(const QString& path, std::optional<DocumentFormat> format) override;
    Result<void> read(const Progress& progress);

    DocumentFormat m_format = DocumentFormat::TndsXml;
    std::optional<Description> m_description;
};

} // namespace dmsc
