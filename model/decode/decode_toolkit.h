// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/decode/window.h"

#include <optional>

namespace dmsc {

/// COMPREHENSION-TLV data objects (ETSI TS 101 220 7.1.1, TS 102 223 8) as fields inside of `field`, or its value in
/// hex when they do not read as such.
void addToolkitObjects(const Window& objects, Field& field);
/// A BER-TLV around such objects: a proactive command (D0), an envelope (D1 and on).
void addToolkitTemplate(const Window& data, Field& field);
/// "DISPLAY TEXT"; empty for types without a name here.
[[nodiscard]] QString proactiveName(std::uint8_t type);
/// The type of the command in a proactive command or terminal response; nothing when it has no command details.
struct ToolkitDetails
{
    std::uint8_t type = 0;
    std::uint8_t qualifier = 0;
};
[[nodiscard]] std::optional<ToolkitDetails> toolkitDetails(QByteArrayView objects);

} // namespace dmsc
