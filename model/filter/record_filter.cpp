// SPDX-License-Identifier: Apache-2.0
#include "model/filter/record_filter.h"

#include "model/filter/filter_node.h"
#include "model/filter/filter_parser.h"

#include <QCoreApplication>

#include <utility>

namespace dmsc {

RecordFilter::RecordFilter() = default;

tl::expected<RecordFilter, FilterError> RecordFilter::parse(const QString& text)
{
    if (text.size() > kMaxFilterText) {
        return tl::unexpected(FilterError{
            QCoreApplication::translate("RecordFilter", "Expected at most %1 characters").arg(kMaxFilterText),
            kMaxFilterText, text.size() - kMaxFilterText});
    }
    RecordFilter filter;
    filter.m_text = text;
    if (text.trimmed().isEmpty()) {
        return filter;
    }
    FilterParser::Parsed root = FilterParser(text).parse();
    if (!root) {
        return tl::unexpected(std::move(root.error()));
    }
    filter.m_root = std::make_shared<const Node>(*std::move(root));
    return filter;
}

RecordFilter RecordFilter::containing(const QString& text)
{
    RecordFilter filter;
    filter.m_text = text;
    if (text.isEmpty()) {
        return filter;
    }
    AnywhereTest test{0, TextPattern(text, TextPattern::Extent::Part, TextPattern::Star::Literal), {}};
    for (std::size_t layer = 0; layer < kLayerCount; ++layer) {
        test.layers.set(layer, layerHas(test.pattern, static_cast<Layer>(layer), text));
    }
    filter.m_root = std::make_shared<const Node>(Node{std::move(test)});
    return filter;
}

RecordSelection select(const Recording& recording, const RecordFilter& filter)
{
    RecordSelection selection;
    RecordMatcher matcher(filter);
    for (std::uint32_t i = 0; i < recording.store.size(); ++i) {
        if (matcher.matches(recording.store, recording.marks, RecordNo{i})) {
            selection.push_back(RecordNo{i});
        }
    }
    return selection;
}

} // namespace dmsc
