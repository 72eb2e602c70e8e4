// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/syncml/message.h"
#include "model/syncml/wbxml_tokens.h"

namespace dmsc::syncml {

/// The element of a command, Tag::None for Unknown.
[[nodiscard]] constexpr wbxml::Tag tagOf(CommandKind kind)
{
    using wbxml::Tag;
    constexpr Tag kTags[] = {Tag::None, Tag::Add, Tag::Alert, Tag::Atomic, Tag::Copy, Tag::Delete, Tag::Exec, Tag::Get,
        Tag::Replace, Tag::Results, Tag::Sequence, Tag::Status};
    return kTags[static_cast<std::size_t>(kind)];
}

/// Unknown for every element that is no DM command.
[[nodiscard]] constexpr CommandKind kindOf(wbxml::Tag tag)
{
    using wbxml::Tag;
    switch (tag) {
    case Tag::Add:
        return CommandKind::Add;
    case Tag::Alert:
        return CommandKind::Alert;
    case Tag::Atomic:
        return CommandKind::Atomic;
    case Tag::Copy:
        return CommandKind::Copy;
    case Tag::Delete:
        return CommandKind::Delete;
    case Tag::Exec:
        return CommandKind::Exec;
    case Tag::Get:
        return CommandKind::Get;
    case Tag::Replace:
        return CommandKind::Replace;
    case Tag::Results:
        return CommandKind::Results;
    case Tag::Sequence:
        return CommandKind::Sequence;
    case Tag::Status:
        return CommandKind::Status;
    default:
        return CommandKind::Unknown;
    }
}

} // namespace dmsc::syncml
