// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/compare/operation.h"

#include <optional>
#include <string>
#include <vector>

namespace dmsc {

/// What decides a subtree of a three-way merge.
enum class MergePolicy : std::uint8_t { Ask, CardWins, DeviceWins, Newest };
struct PolicyRule
{
    Uri uri; ///< on the device's side; the nearest rule above a node counts
    MergePolicy policy = MergePolicy::Ask;
};

/// Both sides changed the same thing since the base.
struct MergeConflict
{
    enum class Kind : std::uint8_t {
        Value, ///< value or property against value or property
        EditDelete, ///< one deleted what the other changed
        AddAdd, ///< both added a node of that name, not the same
        NodeKind, ///< leaf against interior
    } kind = Kind::Value;
    Uri device; ///< where it stands on the device
    Uri card; ///< where it stands on the card: MOs hang in different places
    std::optional<Property> property; ///< Value only
    std::optional<std::string> base; ///< property text; not set: not there
    std::optional<std::string> onDevice;
    std::optional<std::string> onCard;
    std::vector<Uri> changed; ///< EditDelete: the leaves that would be lost
    std::string deviceStamp; ///< TStamp, for Newest; may be empty
    std::string cardStamp;
};

/// What shall be kept of a conflict.
enum class Choice : std::uint8_t { Open, Base, Card, Device };

/// A three-way merge: base, device and card; what follows from it, and what must be decided. A value.
struct Merge
{
    std::vector<Operation> operations; ///< without conflicts: for either side, in an order that can be carried out
    std::vector<MergeConflict> conflicts;
    std::vector<Choice> suggested; ///< by policy and the rule never to lose an edit; Open where Ask decides
    bool hadBase = true; ///< two-way without: nothing is deleted
    std::size_t alreadyEqual = 0; ///< changes that both sides have made alike
};

/// Three-way merge of keyed trees. MOs meet by the Type of their roots, wherever they hang (see matchForMerge() for
/// several of one Type); the name of a root is its side's own. What is in no MO is left alone. `base` is keyed like the
/// card's tree (a copy of it after the last synchronisation); null: first contact, two-way: unions, what differs is a
/// conflict, nothing is deleted. Value, Format with Type, ACL and Title merge one by one. Linear in the trees, less
/// where digests agree.
[[nodiscard]] Merge mergeTrees(
    const Tree* base, const Tree& device, const Tree& card, const std::vector<PolicyRule>& rules = {});
/// The operations of the merge with its conflicts decided; Conflict error that counts those still Open.
/// Carrying them out twice is harmless: each expects what it changes. Choosing a side of an EditDelete or NodeKind
/// takes the whole subtree as that side has it; Base where the base has nothing deletes, and is refused without a base.
[[nodiscard]] Result<std::vector<Operation>> resolve(
    const Merge& merge, const std::vector<Choice>& choices, const Tree* base, const Tree& device, const Tree& card);

} // namespace dmsc
