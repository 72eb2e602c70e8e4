// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/filter/filter_node.h"
#include "model/filter/filter_tokens.h"

#include <QString>

#include <tl/expected.hpp>

#include <vector>

namespace dmsc {

/// Reads a filter by recursive descent; `or` binds less than `and`, which may be left out, and that less than `not`.
class FilterParser
{
public:
    using Node = RecordFilter::Node;
    using Parsed = tl::expected<Node, FilterError>;

    explicit FilterParser(const QString& text);

    /// The text must not be blank.
    [[nodiscard]] Parsed parse();

private:
    [[nodiscard]] const FilterToken& token() const { return m_tokens[m_at]; }
    [[nodiscard]] bool atKeyword(const char* word) const;
    [[nodiscard]] bool atAnd() const;
    [[nodiscard]] bool atOr() const;
    [[nodiscard]] bool atNot() const;
    [[nodiscard]] bool atTest() const;
    void advance();
    [[nodiscard]] TestNo nextTest() { return m_tests++; }

    [[nodiscard]] Parsed alternatives();
    [[nodiscard]] Parsed conjunction();
    [[nodiscard]] Parsed negation();
    [[nodiscard]] Parsed group();
    [[nodiscard]] Parsed test();
    [[nodiscard]] Parsed anywhere();
    [[nodiscard]] Parsed comparison(FilterField field);
    [[nodiscard]] Parsed membership(FilterField field);

    [[nodiscard]] Parsed compare(FilterField field, FilterOperator op, const FilterToken& value);
    [[nodiscard]] Parsed compareText(FilterField field, FilterOperator op, const FilterToken& value);
    [[nodiscard]] Parsed compareByRegex(FilterField field, const FilterToken& value);
    [[nodiscard]] Parsed compareStatus(FilterOperator op, const FilterToken& value);
    [[nodiscard]] Parsed compareChoice(FilterField field, FilterOperator op, const FilterToken& value) const;
    [[nodiscard]] Parsed compareCode(FilterField field, FilterOperator op, const FilterToken& value);
    [[nodiscard]] Parsed compareNumber(FilterField field, FilterOperator op, const FilterToken& value) const;
    [[nodiscard]] Parsed compareBytes(FilterField field, FilterOperator op, const FilterToken& value) const;

    std::vector<FilterToken> m_tokens;
    std::size_t m_at = 0;
    TestNo m_tests = 0;
    int m_depth = 0;
};

/// A text may have so many characters, and parentheses and negations may lie so deep in each other.
inline constexpr qsizetype kMaxFilterText = 4096;
inline constexpr int kMaxFilterDepth = 64;

[[nodiscard]] tl::unexpected<FilterError> wrong(const FilterToken& where, QString text);

} // namespace dmsc
