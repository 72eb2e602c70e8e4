// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/syncml/message.h"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>

namespace dmsc::test {

inline syncml::Command command(
    syncml::CommandKind kind, std::string target, std::optional<std::string> data = std::nullopt)
{
    syncml::Command made;
    made.kind = kind;
    syncml::Item& item = made.items.emplace_back();
    item.target.uri = std::move(target);
    item.data = std::move(data);
    return made;
}

inline bool hasAlert(const syncml::Message& message, syncml::AlertCode code)
{
    return std::any_of(message.commands.begin(), message.commands.end(),
        [&](const syncml::Command& one) { return one.kind == syncml::CommandKind::Alert && one.alert == code; });
}

} // namespace dmsc::test
