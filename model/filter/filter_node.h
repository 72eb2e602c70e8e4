// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/filter/filter_fields.h"
#include "model/filter/record_filter.h"
#include "model/filter/text_pattern.h"

#include <QByteArray>
#include <QRegularExpression>

#include <bitset>
#include <cstdint>
#include <variant>
#include <vector>

namespace dmsc {

/// Tests that depend on a name or status alone are numbered: a matcher keeps their answers by word.
using TestNo = std::uint32_t;

/// In name, target, status, comment or the layer's name.
struct AnywhereTest
{
    TestNo number = 0;
    TextPattern pattern;
    std::bitset<kLayerCount> layers; ///< whose names match
};

struct TextTest
{
    TestNo number = 0;
    FilterField field = FilterField::Name;
    TextPattern pattern;
};

struct RegexTest
{
    TestNo number = 0;
    FilterField field = FilterField::Name;
    QRegularExpression pattern;
};

/// A SyncML status as a number.
struct StatusNumberTest
{
    TestNo number = 0;
    FilterOperator op = FilterOperator::Equal;
    std::int64_t value = 0;
};

/// A status word, instruction or class; digits that are not in the mask do not count.
struct CodeTest
{
    TestNo number = 0;
    FilterField field = FilterField::Sw;
    FilterOperator op = FilterOperator::Equal;
    std::uint16_t value = 0;
    std::uint16_t mask = 0xFFFF;
};

struct ChoiceTest
{
    FilterField field = FilterField::Layer;
    std::bitset<8> allowed; ///< by the number of the Layer, Actor or StatusLevel
};

struct NumberTest
{
    FilterField field = FilterField::Len;
    FilterOperator op = FilterOperator::Equal;
    std::int64_t value = 0; ///< bytes, nanoseconds (time), microseconds (dur), or a count
};

struct BytesTest
{
    FilterField field = FilterField::AnyBytes;
    bool whole = false; ///< all of the part, not something in it
    bool isText = false; ///< ASCII letters without regard to case
    QByteArray value;
};

struct FlagTest
{
    FilterField field = FilterField::Marked;
};

/// Tests and what joins them; `parts` of Not is one.
struct RecordFilter::Node
{
    enum class Join : std::uint8_t { All, Any, Not };
    struct Joined
    {
        Join join = Join::All;
        std::vector<Node> parts;
    };
    std::variant<Joined, AnywhereTest, TextTest, RegexTest, StatusNumberTest, CodeTest, ChoiceTest, NumberTest,
        BytesTest, FlagTest>
        what;
};

} // namespace dmsc
