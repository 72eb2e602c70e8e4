// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/syncml/wbxml_tokens.h"

#include <array>
#include <cstdint>
#include <string_view>

namespace dmsc::mgmt {

/// What an element is in the place where it stands; containers first.
enum class Slot : std::uint8_t {
    Document,
    MgmtTree,
    Node,
    RTProperties,
    DFProperties,
    AccessType,
    Format, ///< Format and DFFormat
    DFFormat,
    Type,
    DFType,
    Occurrence,
    Scope,
    CaseSense,
    LastContainer = CaseSense,
    // elements that hold text
    VerDTD,
    Man,
    Mod,
    NodeName,
    Path,
    Value,
    Acl,
    RtName,
    RtSize,
    Title,
    TStamp,
    VerNo,
    Mime,
    DdfName,
    DFMime,
    DFDdfName,
    DefaultValue,
    Description,
    DFTitle,
    Limited, ///< ZeroOrN, OneOrN
    // elements whose being there says it all
    FormatWord,
    DFFormatWord,
    Right,
    Times,
    ScopeWord,
    CaseWord,
    // elsewhere
    Foreign, ///< another namespace: skipped
    Markup, ///< an element inside a Value: kept as text
    None, ///< not allowed here
};

[[nodiscard]] constexpr bool isContainer(Slot slot)
{
    return slot <= Slot::LastContainer;
}
[[nodiscard]] constexpr bool holdsText(Slot slot)
{
    return slot >= Slot::VerDTD && slot <= Slot::Limited;
}

/// What an element of the MgmtTree vocabulary is inside `parent` (DTD dm_ddf-v1_2, widened by the 1.1.2 dialect).
[[nodiscard]] Slot slotOf(Slot parent, wbxml::Tag tag);
/// The element names that `parent` may hold, for error texts.
[[nodiscard]] std::string_view allowedIn(Slot parent);
/// The tag of an element name of the vocabulary; Tag::None for any other name.
[[nodiscard]] wbxml::Tag tagOf(std::string_view name);

} // namespace dmsc::mgmt
