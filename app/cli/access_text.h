// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/access/handshake_step.h"

#include <QJsonObject>

#include <utility>

namespace dmsc::cli {

/// The words of rights in JSON.
inline constexpr std::pair<Right, const char*> kRightWords[] = {{Right::Explore, "explore"}, {Right::Read, "read"},
    {Right::Write, "write"}, {Right::Delete, "delete"}, {Right::Memory, "memory"}, {Right::Others, "others"}};

[[nodiscard]] QJsonValue blocks(Blocks count);

[[nodiscard]] QJsonObject asJson(const AccessConditions& access);
[[nodiscard]] QJsonObject asJson(const MemoryMap& map);
[[nodiscard]] QJsonObject asJson(const HandshakeReport& report);

[[nodiscard]] QString stateWord(StepState state); ///< "done", as JSON and lines have it

/// Lines for people.
[[nodiscard]] QString asText(const AccessConditions& access);
[[nodiscard]] QString asText(const MemoryMap& map);
[[nodiscard]] QString asText(const HandshakeReport& report);

} // namespace dmsc::cli
