// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/uicc/card_file.h"

#include <QString>

#include <optional>

namespace dmsc {

/// "MF", "transparent", "linear fixed, 3 x 32", "BER-TLV", ...
[[nodiscard]] QString structureText(const CardFile& file);
/// Content can be read from files of this kind, and written.
[[nodiscard]] bool hasContent(CardFileKind kind);
/// "1,024 B" in the user's way of writing numbers.
[[nodiscard]] QString byteCountText(std::uint64_t bytes);
/// Who may do it, in words; empty where the card does not say. `operation` is "read", "update", ...
[[nodiscard]] QString conditionFor(const CardFile& file, QStringView operation);
/// "verified", "3 tries left", "blocked", ...
[[nodiscard]] QString pinStateText(const CardPin& pin);
[[nodiscard]] bool isBlocked(const CardPin& pin);
/// The key that a condition names and that is not yet verified; nothing where it names none that the card has.
[[nodiscard]] std::optional<CardPin> missingKey(const CardFileTree& tree, const QString& condition);
[[nodiscard]] std::optional<CardPin> pinOf(const CardFileTree& tree, std::uint8_t reference);

} // namespace dmsc
