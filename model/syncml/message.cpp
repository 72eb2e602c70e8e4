// SPDX-License-Identifier: Apache-2.0
#include "model/syncml/message.h"

#include <span>

namespace dmsc::syncml {

namespace {

struct Name
{
    CommandKind kind;
    std::string_view name;
};

constexpr Name kNames[] = {
    {CommandKind::Add, "Add"},
    {CommandKind::Alert, "Alert"},
    {CommandKind::Atomic, "Atomic"},
    {CommandKind::Copy, "Copy"},
    {CommandKind::Delete, "Delete"},
    {CommandKind::Exec, "Exec"},
    {CommandKind::Get, "Get"},
    {CommandKind::Replace, "Replace"},
    {CommandKind::Results, "Results"},
    {CommandKind::Sequence, "Sequence"},
    {CommandKind::Status, "Status"},
};

} // namespace

std::string_view commandName(CommandKind kind)
{
    for (const Name& entry : kNames) {
        if (entry.kind == kind)
            return entry.name;
    }
    return {};
}

CommandKind commandKind(std::string_view name)
{
    for (const Name& entry : kNames) {
        if (entry.name == name)
            return entry.kind;
    }
    return CommandKind::Unknown;
}

bool isBinary(const Item& item)
{
    return item.meta.format == format::kBin;
}

} // namespace dmsc::syncml
