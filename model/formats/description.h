// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/tree/tree.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

namespace dmsc {

/// What a DDF says about one node (TND 8.5, DFProperties). Everything is optional in real files.
struct NodeRule
{
    enum Access : std::uint8_t { Add = 1, Copy = 2, Delete = 4, Exec = 8, Get = 16, Replace = 32 };
    enum class Occurrence : std::uint8_t { One, ZeroOrOne, ZeroOrMore, OneOrMore, ZeroOrN, OneOrN };
    enum class Scope : std::uint8_t { Dynamic, Permanent };

    std::uint8_t access = 0; ///< of Access
    bool accessGiven = false;
    std::optional<Format> format;
    std::vector<std::string> types; ///< leaf: MIME types; interior: at most one DDFName
    std::optional<std::string> defaultValue;
    std::string description;
    std::string title;
    Occurrence occurrence = Occurrence::One;
    std::uint32_t maxOccurrence = 0; ///< ZeroOrN, OneOrN
    Scope scope = Scope::Dynamic;
    bool caseSensitive = true;
    bool placeholder = false; ///< unnamed in the DDF: stands for any name
};

/// A DDF document: its nodes as a tree (placeholders are called <X>, <X2>, ...) with a rule for each.
struct Description
{
    Tree tree;
    std::unordered_map<std::uint32_t, NodeRule> rules; ///< by NodeId of `tree`
    std::string man, mod, version; ///< MgmtTree's Man, Mod, VerDTD

    [[nodiscard]] const NodeRule* rule(NodeId node) const;
};

/// Where a node of some tree stands in a description.
struct DescribedNode
{
    std::shared_ptr<const Description> description;
    NodeId node = kNoNode; ///< of description->tree
    std::string mo; ///< the MO identifier that led there, empty if the whole tree is described

    [[nodiscard]] const NodeRule* rule() const { return description->rule(node); }
};

/// The rules known for a tree: one Description per MO identifier, and whole-tree ones. The one added last wins.
class DescriptionSet
{
public:
    void add(Description description);
    [[nodiscard]] bool empty() const { return m_entries.empty(); }
    /// The rule for a node of `tree`, found through the MO root above it (its Type), else from the tree's root.
    [[nodiscard]] const NodeRule* ruleFor(const Tree& tree, NodeId node) const;
    /// The rule for a child that does not exist yet.
    [[nodiscard]] const NodeRule* ruleForChild(const Tree& tree, NodeId parent, std::string_view name) const;
    /// The same with all that is known about the place.
    [[nodiscard]] std::optional<DescribedNode> describe(const Tree& tree, NodeId node) const;
    [[nodiscard]] std::optional<DescribedNode> describeChild(
        const Tree& tree, NodeId parent, std::string_view name) const;

private:
    struct Entry
    {
        std::shared_ptr<const Description> description;
        std::unordered_multimap<std::string, NodeId> mos; ///< interior nodes that have a Type
    };
    [[nodiscard]] std::optional<DescribedNode> find(
        const Tree& tree, NodeId node, std::vector<std::string_view> namesBelow) const;

    std::vector<Entry> m_entries;
};

/// The description gives nobody the right to Get this leaf: its value is a secret.
[[nodiscard]] bool hidesValue(const DescriptionSet& descriptions, const Tree& tree, NodeId node);

enum class EditKind : std::uint8_t { Add, Delete, Replace, Rename };
/// May the user do this to this node? Checks Format (checkValue) and the DDF rule; the error says which of the two
/// forbids it and why. `value`: for Replace the new value, for Rename the new name; for Add, where `node` is the
/// parent, the name of the child.
[[nodiscard]] Result<void> checkEdit(
    const DescriptionSet& descriptions, const Tree& tree, NodeId node, EditKind kind, std::string_view value = {});
/// The same for adding a node of which all is known: name, Format, Type and value.
[[nodiscard]] Result<void> checkAdd(
    const DescriptionSet& descriptions, const Tree& tree, NodeId parent, const NodeData& data);

} // namespace dmsc
