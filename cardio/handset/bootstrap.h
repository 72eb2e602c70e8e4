// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cardio/handset/handset_settings.h"
#include "cardio/session/managed_tree.h"
#include "cardio/session/user_agent.h"
#include "model/compare/operation.h"

#include <string>
#include <vector>

namespace dmsc {

/// An MO that a card offers to the device.
struct OfferedMo
{
    std::string moType; ///< Type of its root
    Subtree mo;
    Uri onCard;
    ConfirmMark mark = ConfirmMark::Absent;
    bool confirmed = false; ///< it is marked to be confirmed, and the user has just been asked
};

/// What a card offers (GEN-2, GEN-10).
struct CardOffer
{
    std::string iccid;
    PromptAsker asker; ///< the card, as it was verified
    std::vector<OfferedMo> mos;
};

/// The card's confirmation MO: Type of its root, and below: <X>/URI (of an MO on the card) and <X>/Mark.
inline constexpr std::string_view kConfirmationMo = "org.dmsc/1.0/Confirmation";
[[nodiscard]] ConfirmMark confirmMarkOf(const Tree& card, NodeId mo);
/// The MOs of a card's tree that a device can take in, without the card's own confirmation MO.
[[nodiscard]] CardOffer offerOf(const Tree& card, const std::string& iccid, const PromptAsker& asker);

struct GraftResult
{
    enum class What : std::uint8_t { Added, Replaced, Same, Refused, Failed } what = What::Added;
    std::string moType;
    Uri onDevice;
    QString why; ///< of Refused and Failed
};
struct BootstrapReport
{
    std::vector<GraftResult> mos;
    std::vector<Uri> removed; ///< accounts and MOs that the card does not list any more (F03)
    std::vector<Uri> restored; ///< the device's own nodes that are as they were before a card replaced them
    PromptAnswer answer; ///< the user's, where there was a question
    bool asked = false;
};

/// Where an MO goes in a device's tree: onto the MO of its Type that is the same by its key (ServerID, name), else
/// beside the others of its Type, else where the standard hangs it.
[[nodiscard]] Uri placeFor(const Tree& device, const OfferedMo& mo);

/// Takes the offer in (GEN-3, F01): one question for all that must be asked (USE-1, USE-2, USE-4, USE-5), then one
/// change set; each node remembers that it is "card:ICCID"'s. References that start with ./Inbox/ are brought over.
[[nodiscard]] Result<BootstrapReport> takeIn(
    ManagedTree& device, const CardOffer& offer, const HandsetSettings& settings, UserAgent& user);
/// What becomes of a device's tree when cards leave.
struct CardLeft
{
    std::vector<Uri> removed; ///< roots of what is gone
    std::vector<Uri> restored; ///< nodes of its own that are as they were before
};
/// Removes what came only from that card, and puts back what it had replaced; what anybody else has changed since stays
/// (F02). All cards but `keep` when `iccid` is empty.
[[nodiscard]] Result<CardLeft> dropCard(ManagedTree& device, const std::string& iccid, const std::string& keep = {});

} // namespace dmsc
