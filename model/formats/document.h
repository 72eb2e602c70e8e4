// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/bytes.h"
#include "model/formats/description.h"
#include "model/formats/tnds.h"

#include <QString>

#include <optional>
#include <vector>

namespace dmsc {

/// A document we read or write. Reading goes by content, writing by suffix (.xml .wbxml .ddf .json) or by choice.
enum class DocumentFormat : std::uint8_t { TndsXml, TndsWbxml, Ddf, ProvisioningXml, ProvisioningWbxml, Json };

[[nodiscard]] std::optional<DocumentFormat> formatForSuffix(const QString& path);
[[nodiscard]] std::optional<DocumentFormat> formatForName(const QString& name); ///< xml wbxml ddf prov provwbxml json

struct Document
{
    Tree tree;
    DocumentFormat format = DocumentFormat::TndsXml;
    std::optional<Description> description; ///< DDF only
    std::vector<QString> warnings; ///< tolerated oddities, with their line or offset
};

/// Errors name file, line or offset and what was expected. A document with DFProperties is read as Ddf whether
/// TndsXml, TndsWbxml or Ddf was asked for.
[[nodiscard]] Result<Document> readDocument(
    const QString& path, std::optional<DocumentFormat> format = std::nullopt, const StopToken& stop = {});
[[nodiscard]] Result<Document> parseDocument(
    ByteView bytes, std::optional<DocumentFormat> format = std::nullopt, const StopToken& stop = {});

/// Serialises the whole tree, or the subtree at `from`.
[[nodiscard]] Result<Bytes> writeDocument(const Document& document, DocumentFormat format, NodeId from = Tree::root());
/// The same into a file that is replaced in one step, or into a pipe.
Result<void> saveDocument(const QString& path, const Document& document, DocumentFormat format);

} // namespace dmsc
