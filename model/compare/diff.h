// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/compare/operation.h"

#include <cstddef>

namespace dmsc {

/// One difference between a left and a right tree. An added or deleted subtree is one entry per leaf and per
/// empty interior node; any other change is exactly one entry. A Replace of Name is a node that is elsewhere on the
/// right: an MO recognised by its identifier, or a node with the same content under another name.
struct Difference
{
    Operation::Kind kind = Operation::Kind::Replace; ///< Add: only right has it; Delete: only left has it
    Property property = Property::Value;
    NodeId left = kNoNode; ///< kNoNode for Add
    NodeId right = kNoNode; ///< kNoNode for Delete
    friend bool operator==(const Difference&, const Difference&) = default;
};

struct DiffOptions
{
    /// Match MOs by the Type of their root, wherever they hang; off: by URI alone.
    bool matchMos = true;
    /// Report a renamed node (equal content that tells it from others, one candidate) as one Replace of Name.
    bool findRenames = true;
    bool ignoreAcl = false;
    bool ignoreTitle = false;
};

/// Merge of two sorted child lists, level by level; equal cached digests cut the walk short.
/// Document order of the left tree, additions at their place in byte order. Values compare as raw bytes; an empty
/// Type of a leaf is text/plain.
[[nodiscard]] std::vector<Difference> diff(const Tree& left, const Tree& right, const DiffOptions& options = {});
/// The same for two subtrees; their roots' names do not count.
[[nodiscard]] std::vector<Difference> diff(
    const Tree& left, NodeId leftFrom, const Tree& right, NodeId rightFrom, const DiffOptions& options = {});

struct DifferenceCounts
{
    std::size_t added = 0;
    std::size_t deleted = 0;
    std::size_t replaced = 0;
};
[[nodiscard]] DifferenceCounts counts(const std::vector<Difference>& differences);

/// URI to report for a difference (the left one; the right one for Add).
[[nodiscard]] Uri uriOf(const Difference& difference, const Tree& left, const Tree& right);
/// What the difference is about as text: the raw value (of an interior node nothing), the Format word, the Type,
/// ACL or Title; for Name the whole URI. Empty for kNoNode.
[[nodiscard]] std::string textOf(const Difference& difference, const Tree& tree, NodeId node);

/// The operations on `side` that make the subtree at `target` there equal to `from`'s: what copying it means.
/// Additions of whole subtrees stay one operation each; a missing parent of `target` is added (interior, no Type,
/// or as it is in `source` when the parent URIs agree) by the same operation.
[[nodiscard]] Result<std::vector<Operation>> planCopy(
    const Tree& source, NodeId from, const Tree& destination, const Uri& target, Side side);

} // namespace dmsc
