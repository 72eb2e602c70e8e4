// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/compare/side.h"
#include "model/tree/tree.h"

#include <memory>
#include <vector>

namespace dmsc {

/// A run-time property that can differ and be replaced (TND 8.3). TStamp, VerNo and Size follow from changes.
enum class Property : std::uint8_t { Value, Format, Type, Acl, Title, Name };
[[nodiscard]] std::string_view propertyName(Property property); ///< "value", "format", ...
/// A property of a node as text; for Name the whole URI.
[[nodiscard]] std::string propertyText(Property property, const Tree& tree, NodeId node);

/// A subtree by value, cheap to pass on: the one child of `tree`'s root is the subtree's root.
using Subtree = std::shared_ptr<const Tree>;
[[nodiscard]] Subtree takeSubtree(const Tree& tree, NodeId node);
[[nodiscard]] NodeId rootOf(const Subtree& subtree); ///< kNoNode when there is none
/// Equal in everything that can be set: names below the roots, Format, Type, value, ACL, Title.
[[nodiscard]] bool equalSubtrees(const Tree& left, NodeId l, const Tree& right, NodeId r);

/// One step of a plan: what to do to one side, with the old state that it expects (compare and set).
struct Operation
{
    enum class Kind : std::uint8_t {
        Add, ///< `added` as a new child at `uri`
        Delete, ///< the subtree at `uri`, which is `removed`
        Replace, ///< `property` of the node at `uri`: from `before` to `after`
    };

    Side side = Side::Device;
    Kind kind = Kind::Replace;
    Uri uri; ///< Replace of Name: the URI before
    Property property = Property::Value;
    std::string before; ///< raw value, Format word, name, ...
    std::string after;
    Subtree added;
    Subtree removed; ///< a Delete without it expects nothing, and has no inverse
    bool secret = false; ///< `before` and `after` are not to be shown
};

/// Does it, or says why not (Conflict where the old state is not the expected one) and leaves the tree as it was.
Result<void> apply(Tree& tree, const Operation& operation);
/// All of them or, on the first error, none; the error's `where` names the operation's URI. Sides do not count.
Result<void> applyAll(Tree& tree, const std::vector<Operation>& operations);
[[nodiscard]] Operation inverse(const Operation& operation);
/// The operations that take back `operations`, last first.
[[nodiscard]] std::vector<Operation> inverse(const std::vector<Operation>& operations);

} // namespace dmsc
