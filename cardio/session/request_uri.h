// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/formats/tnds.h"
#include "model/tree/uri.h"

#include <optional>
#include <variant>

namespace dmsc {

/// A run-time property as a LocURI names it, `?prop=ACL` (TND 8.3).
enum class NodeProperty : std::uint8_t { Acl, Format, Name, Size, Title, TStamp, Type, VerNo };
[[nodiscard]] std::string_view propertyWord(NodeProperty property);

/// `?list=Struct|StructData|TNDS[+Value+...]` (TND 8.4).
struct ListRequest
{
    enum class Kind : std::uint8_t { Struct, StructData, Tnds } kind = Kind::Tnds;
    std::uint8_t properties = TndsProperties::kAll; ///< Tnds only
};

/// The Target of a command: a node, one of its properties, or a way of listing it.
struct RequestUri
{
    Uri uri;
    std::variant<std::monostate, NodeProperty, ListRequest> wish;
    [[nodiscard]] bool isPlain() const { return std::holds_alternative<std::monostate>(wish); }
};

/// BadValue or Limit for a URI that is none; Unsupported for a property or list that does not exist (406).
[[nodiscard]] Result<RequestUri> parseRequestUri(std::string_view text);

} // namespace dmsc
