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

/// The rules known for a tree: one Description per MO identifier, and whole-tree ones.
class DescriptionSet
{
public:
    void add(Description description);
    [[nodiscard]] bool empty() const { return m_descriptions.empty(); }
    /// The rule for a node of `tree`, found through the MO root above it (its Type), else from the tree's root.
    [[nodiscard]] const NodeRule* ruleFor(const Tree& tree, NodeId node) const;
    /// The rule for a child that does not exist yet.
    [[nodiscard]] const NodeRule* ruleForChild(const Tree& tree, NodeId parent, std::string_view name) const;

private:
    std::vector<std::shared_ptr<const Description>> m_descriptions;
};

enum class EditKind : std::uint8_t { Add, Delete, Replace, Rename };
/// May the user do this to this node? Checks Format (checkValue) and the DDF rule; the error says which of the two
/// forbids it and why. `value` is the new value for Add and Replace.
[[nodiscard]] Result<void> checkEdit(
    const DescriptionSet& descriptions, const Tree& tree, NodeId node, EditKind kind, std::string_view value = {});

} // namespace dmsc
