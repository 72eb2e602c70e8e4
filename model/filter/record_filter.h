// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/record/record_store.h"
#include "model/recording/recording.h"

#include <QString>

#include <tl/expected.hpp>

#include <memory>
#include <vector>

namespace dmsc {

/// Where the text of a filter goes wrong, and how.
struct FilterError
{
    QString text; ///< in the user's language, says what was expected
    qsizetype offset = 0;
    qsizetype length = 0;
};

/// A question that each row answers with yes or no; README.md has the language.
class RecordFilter
{
public:
    RecordFilter(); ///< lets everything pass
    /// Blank text lets everything pass. The error lies in the text, or just behind it where something is missing.
    [[nodiscard]] static tl::expected<RecordFilter, FilterError> parse(const QString& text);
    /// Rows that have this text, as it is, in name, target, status, layer or comment.
    [[nodiscard]] static RecordFilter containing(const QString& text);

    [[nodiscard]] bool isOpen() const { return m_root == nullptr; }
    [[nodiscard]] const QString& text() const { return m_text; }

    struct Node; ///< of the parsed filter; record_filter.cpp
private:
    friend class RecordMatcher;
    QString m_text;
    std::shared_ptr<const Node> m_root; ///< never changed once made; empty: open
};

/// A filter asked over one store. What depends on a name or status alone is asked once a word, not once a row.
class RecordMatcher
{
public:
    explicit RecordMatcher(RecordFilter filter);
    ~RecordMatcher();
    RecordMatcher(RecordMatcher&&) noexcept;
    RecordMatcher& operator=(RecordMatcher&&) noexcept;

    /// `store` and `marks` must be the same, grown at most, at every call.
    [[nodiscard]] bool matches(const RecordStore& store, const Marks& marks, RecordNo record);

private:
    struct State;
    std::unique_ptr<State> m_state;
};

[[nodiscard]] RecordSelection select(const Recording& recording, const RecordFilter& filter);

/// A word that could stand at the cursor, and what it would replace.
struct FilterCompletion
{
    QString word; ///< quoted where the language needs it
    QString explanation;
    qsizetype offset = 0;
    qsizetype length = 0;
};
/// `store` lends its names and statuses.
[[nodiscard]] std::vector<FilterCompletion> completeFilter(
    const QString& text, qsizetype cursor, const RecordStore& store);

} // namespace dmsc
