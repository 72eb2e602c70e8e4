// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cardio/card/entity_session.h"
#include "model/prompts/prompt.h"
#include "model/syncml/message.h"

#include <string>
#include <vector>

namespace dmsc {

/// An MO of the card that an entity may have.
struct ProvisionedMo
{
    Uri uri; ///< on the card
    std::string moType;
    ConfirmMark mark = ConfirmMark::Absent;
    std::string question; ///< that the card itself wants the user asked (USE-9); empty: none
    ShortDigest digest{}; ///< of all that the entity would get: another one when something changes for it
};

/// The Text of the confirmation MO's entry for the MO: the card asks the user with it. Optional.
inline constexpr std::string_view kConfirmationText = "Text";

/// The MOs that a device can take in and of which the entity may read something (PRV-2), in the order of the tree.
/// Marks and questions count also where the entity may not read the confirmation MO.
[[nodiscard]] std::vector<ProvisionedMo> provisionFor(const CardImage& image, const Tree& view);
/// Add to ./Inbox with the MO as it stands in `view` and this Meta Mark; errors of the writer of TNDS.
[[nodiscard]] Result<syncml::Command> inboxAdd(const Tree& view, const ProvisionedMo& mo, std::string_view mark);
/// Alert 1101 with the MO's question.
[[nodiscard]] syncml::Command questionFor(const ProvisionedMo& mo);

} // namespace dmsc
