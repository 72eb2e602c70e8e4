// SPDX-License-Identifier: Apache-2.0
#include "model/filter/filter_values.h"

#include "model/byte_array.h"
#include "model/bytes.h"

#include <algorithm>
#include <array>
#include <span>

namespace dmsc {

namespace {

struct Unit
{
    QLatin1String word;
    double factor;
};

// The first of each is what a number without unit means.
constexpr std::array<Unit, 5> kLengths{{{QLatin1String("B"), 1}, {QLatin1String("k"), 1e3}, {QLatin1String("kB"), 1e3},
    {QLatin1String("M"), 1e6}, {QLatin1String("MB"), 1e6}}};
constexpr std::array<Unit, 6> kTimes{{{QLatin1String("s"), 1e9}, {QLatin1String("ms"), 1e6}, {QLatin1String("us"), 1e3},
    {QLatin1String("ns"), 1}, {QLatin1String("min"), 60e9}, {QLatin1String("h"), 3600e9}}};
constexpr std::array<Unit, 4> kDurations{
    {{QLatin1String("ms"), 1e3}, {QLatin1String("us"), 1}, {QLatin1String("s"), 1e6}, {QLatin1String("min"), 60e6}}};

/// More digits would not fit a double exactly, nor anything that is counted here.
constexpr qsizetype kMaxDigits = 15;

std::span<const Unit> units(FilterField field)
{
    switch (field) {
    case FilterField::Len:
        return kLengths;
    case FilterField::Time:
        return kTimes;
    case FilterField::Dur:
        return kDurations;
    default:
        return {};
    }
}

std::optional<double> factorOf(FilterField field, QStringView unit)
{
    const std::span<const Unit> known = units(field);
    if (unit.isEmpty()) {
        return known.empty() ? 1.0 : known.front().factor;
    }
    const auto found = std::find_if(known.begin(), known.end(),
        [&](const Unit& each) { return unit.compare(each.word, Qt::CaseInsensitive) == 0; });
    return found == known.end() ? std::nullopt : std::optional(found->factor);
}

bool isDigit(QChar c)
{
    return c >= u'0' && c <= u'9';
}

} // namespace

std::optional<std::int64_t> numberValue(FilterField field, QStringView text)
{
    qsizetype end = 0;
    while (end < text.size() && (isDigit(text[end]) || text[end] == u'.')) {
        ++end;
    }
    const QStringView digits = text.first(end);
    bool isNumber = false;
    const double number = digits.toDouble(&isNumber);
    const std::optional<double> factor = factorOf(field, text.sliced(end));
    if (!isNumber || digits.size() > kMaxDigits || !factor || (units(field).empty() && digits.contains(u'.'))) {
        return std::nullopt;
    }
    constexpr double kMost = 9e18;
    return static_cast<std::int64_t>(std::min(number * *factor + 0.5, kMost));
}

QStringList unitsOf(FilterField field)
{
    QStringList words;
    for (const Unit& unit : units(field)) {
        words << unit.word;
    }
    return words;
}

int codeDigits(FilterField field)
{
    return field == FilterField::Sw ? 4 : 2;
}

std::optional<CodeValue> codeValue(FilterField field, QStringView text)
{
    if (text.size() != codeDigits(field)) {
        return std::nullopt;
    }
    CodeValue code;
    for (const QChar digit : text) {
        const bool any = digit.toLower() == u'x';
        bool isHex = false;
        const uint value = any ? 0 : QString(digit).toUInt(&isHex, 16);
        if (!any && !isHex) {
            return std::nullopt;
        }
        code.value = static_cast<std::uint16_t>(code.value * 16U + value);
        code.mask = static_cast<std::uint16_t>(code.mask * 16U + (any ? 0U : 15U));
    }
    return code;
}

std::optional<QByteArray> hexValue(QStringView text)
{
    const Result<Bytes> bytes = fromHex(text);
    return bytes && !bytes->empty() ? std::optional(toByteArray(*bytes)) : std::nullopt;
}

} // namespace dmsc
