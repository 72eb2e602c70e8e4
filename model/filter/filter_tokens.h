// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/filter/filter_fields.h"

#include <QString>

#include <vector>

namespace dmsc {

/// A word of the filter language, where it stands in the text.
struct FilterToken
{
    enum class Kind : std::uint8_t {
        Word, ///< bare: a field, `and`, or a value
        Quoted,
        Operator,
        And, ///< &&
        Or, ///< ||
        Not, ///< !
        Open,
        Close,
        BraceOpen,
        BraceClose,
        Comma,
        Stray, ///< what the language has no use for: a lone =, an open quotation
        End,
    };
    Kind kind = Kind::End;
    QString text; ///< without quotation marks and escapes
    qsizetype offset = 0;
    qsizetype length = 0;
    FilterOperator op = FilterOperator::Equal; ///< of an Operator
};

/// Never fails: what makes no sense is a Stray. The last token is the End, behind the text.
[[nodiscard]] std::vector<FilterToken> filterTokens(const QString& text);

/// The text as one word or quotation that means exactly it.
[[nodiscard]] QString quotedForFilter(const QString& text);

} // namespace dmsc
