// SPDX-License-Identifier: Apache-2.0
#include "cardio/desk/document_side.h"

#include "cardio/handset/demo_content.h"
#include "model/syncml/status_code.h"

#include <QFileInfo>

namespace dmsc {

Result<std::unique_ptr<SideSession>> DocumentSide::open(const Where& where, const Progress& progress)
{
    auto side = std::make_unique<DocumentSide>();
    side->m_state.where = where;
    side->m_state.title = QFileInfo(where.name).fileName();
    side->m_state.detail = QFileInfo(where.name).absoluteFilePath();
    if (auto read = side->read(progress); !read)
        return tl::unexpected(read.error());
    return side;
}

Result<void> DocumentSide::read(const Progress& progress)
{
    const StopToken stop = [&progress] { return progress && !progress(0, 0); };
    auto document = readDocument(m_state.where.name, std::nullopt, stop);
    if (!document)
        return tl::unexpected(document.error());
    auto descriptions = builtInDescriptions();
    if (!descriptions)
        return tl::unexpected(descriptions.error());
    m_format = document->format;
    m_description = std::move(document->description);
    if (m_description)
        descriptions->add(*m_description);
    m_state.tree = std::make_shared<const Tree>(std::move(document->tree));
    m_state.descriptions = std::make_shared<const DescriptionSet>(std::move(*descriptions));
    m_state.warnings = std::move(document->warnings);
    m_state.modified = false;
    return {};
}

Result<void> DocumentSide::reload(const Progress& progress)
{
    return m_state.modified ? Result<void>() : read(progress);
}

Result<std::vector<OperationResult>> DocumentSide::apply(
    const std::vector<Operation>& operations, const Progress& /*progress*/)
{
    Tree changed = tree();
    if (auto done = applyAll(changed, operations); !done)
        return tl::unexpected(done.error());
    std::vector<OperationResult> results;
    for (std::size_t i = 0; i < operations.size(); ++i)
        results.push_back({i, static_cast<int>(syncml::StatusCode::Ok), syncml::describe(syncml::StatusCode::Ok)});
    m_state.tree = std::make_shared<const Tree>(std::move(changed));
    m_state.modified = m_state.modified || !operations.empty();
    return results;
}

Result<void> DocumentSide::save(const QString& path, std::optional<DocumentFormat> format)
{
    const bool same = QFileInfo(path).absoluteFilePath() == m_state.detail;
    if (!format)
        format = same ? m_format : formatForSuffix(path);
    // What the file itself said about its nodes goes along, as long as the nodes are still the file's.
    if (format == DocumentFormat::Ddf && m_description && !m_state.modified) {
        Document document{tree(), *format, m_description, {}};
        return saveDocument(path, document, *format);
    }
    auto saved = SideSession::save(path, format);
    if (saved && same)
        m_state.modified = false;
    return saved;
}

} // namespace dmsc
