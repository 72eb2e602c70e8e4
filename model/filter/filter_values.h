// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/filter/filter_fields.h"

#include <QByteArray>
#include <QStringView>

#include <cstdint>
#include <optional>

namespace dmsc {

/// A number with its unit, in what the field is kept in: bytes, nanoseconds (time), microseconds (dur), or a count.
[[nodiscard]] std::optional<std::int64_t> numberValue(FilterField field, QStringView text);
/// The units of a field, the one that is meant without any first; empty: none.
[[nodiscard]] QStringList unitsOf(FilterField field);

struct CodeValue
{
    std::uint16_t value = 0;
    std::uint16_t mask = 0;
};
/// Exactly so many hex digits; x stands for any digit.
[[nodiscard]] std::optional<CodeValue> codeValue(FilterField field, QStringView text);
[[nodiscard]] int codeDigits(FilterField field);

/// Whole bytes in hex, or nothing.
[[nodiscard]] std::optional<QByteArray> hexValue(QStringView text);

} // namespace dmsc
