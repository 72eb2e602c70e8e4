// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/syncml/message.h"

#include <algorithm>

namespace dmsc::test {

inline bool hasAlert(const syncml::Message& message, syncml::AlertCode code)
{
    return std::any_of(message.commands.begin(), message.commands.end(),
        [&](const syncml::Command& one) { return one.kind == syncml::CommandKind::Alert && one.alert == code; });
}

} // namespace dmsc::test
