// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/filter/text_pattern.h"
#include "model/record/record.h"

#include <QString>
#include <QStringList>
#include <QStringView>

#include <cstdint>
#include <optional>
#include <vector>

namespace dmsc {

/// What of a row a filter can ask for by name, in the order in which a completion offers it.
enum class FilterField : std::uint8_t {
    Name,
    Target,
    Status,
    Sw,
    Ins,
    Cla,
    Layer,
    Level,
    From,
    To,
    Request,
    Response,
    AnyBytes,
    Len,
    Time,
    Dur,
    No,
    Exchange,
    Comment,
    Marked,
    Continuation,
};
inline constexpr int kFilterFieldCount = 21;

/// How a field is compared, and what may stand on the right.
enum class FieldKind : std::uint8_t {
    Text,
    Choice, ///< one of a few words
    Code, ///< one or two bytes in hex, x for any digit
    Octets,
    Number,
    Flag, ///< stands alone
};

/// `=~` searches by a regular expression, `~` finds a part.
enum class FilterOperator : std::uint8_t { Equal, NotEqual, Less, LessEqual, Greater, GreaterEqual, Contains, Matches };

[[nodiscard]] std::optional<FilterField> fieldOf(QStringView word);
[[nodiscard]] QString fieldWord(FilterField field);
[[nodiscard]] QString fieldExplanation(FilterField field);
[[nodiscard]] FieldKind fieldKind(FilterField field);

[[nodiscard]] QString operatorText(FilterOperator op);
[[nodiscard]] QString operatorExplanation(FilterOperator op);
[[nodiscard]] bool isOrder(FilterOperator op);
/// Whether two numbers stand to each other as the operator says; false for Contains and Matches.
template <class Number> [[nodiscard]] bool holds(FilterOperator op, Number left, Number right)
{
    switch (op) {
    case FilterOperator::Equal:
        return left == right;
    case FilterOperator::NotEqual:
        return left != right;
    case FilterOperator::Less:
        return left < right;
    case FilterOperator::LessEqual:
        return left <= right;
    case FilterOperator::Greater:
        return left > right;
    case FilterOperator::GreaterEqual:
        return left >= right;
    default:
        return false;
    }
}
[[nodiscard]] std::vector<FilterOperator> operatorsOf(FilterField field);

/// The words of a Choice field, the same in every language, by the number of what they name.
[[nodiscard]] QStringList choiceWords(FilterField field);
/// The word that lists and files have for it besides, which a filter takes too; empty where there is none.
[[nodiscard]] QString shownWord(FilterField field, qsizetype choice);
/// Whether a text that is looked for anywhere, as `pattern` finds it, is in the name of a layer, or is one of its
/// words.
[[nodiscard]] bool layerHas(const TextPattern& pattern, Layer layer, const QString& text);
/// What people see beside them: the names in the user's language.
[[nodiscard]] QStringList choiceNames(FilterField field);

} // namespace dmsc
