// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/compare/merge.h"
#include "tests/support/tree_text.h"

#include <algorithm>

namespace dmsc::test {

/// One operation as text: `card replace ./M/A value: 1 -> 2`, `device add ./M/B`, `card delete ./M/C`.
[[nodiscard]] inline std::string textOf(const Operation& operation)
{
    const std::string side = operation.side == Side::Device ? "device " : "card ";
    if (operation.kind == Operation::Kind::Add)
        return side + "add " + operation.uri.text() + "\n";
    if (operation.kind == Operation::Kind::Delete)
        return side + "delete " + operation.uri.text() + "\n";
    return side + "replace " + operation.uri.text() + " " + std::string(propertyName(operation.property)) + ": "
        + operation.before + " -> " + operation.after + "\n";
}

[[nodiscard]] inline std::string textOf(const std::vector<Operation>& operations)
{
    std::string out;
    for (const Operation& operation : operations)
        out += textOf(operation);
    return out;
}

/// One conflict as text: `value ./M/A value: 1 | 2 | 3`, base, device and card; `-` is not there.
[[nodiscard]] inline std::string textOf(const MergeConflict& conflict)
{
    constexpr const char* kKinds[] = {"value ", "edit-delete ", "add-add ", "node-kind "};
    std::string out = kKinds[static_cast<std::size_t>(conflict.kind)] + conflict.device.text();
    if (conflict.card != conflict.device)
        out += " (" + conflict.card.text() + ")";
    if (conflict.property)
        out += " " + std::string(propertyName(*conflict.property));
    out += ": " + conflict.base.value_or("-") + " | " + conflict.onDevice.value_or("-") + " | "
        + conflict.onCard.value_or("-");
    for (const Uri& uri : conflict.changed)
        out += " !" + uri.text();
    return out + "\n";
}

[[nodiscard]] inline std::string textOf(const std::vector<MergeConflict>& conflicts)
{
    std::string out;
    for (const MergeConflict& conflict : conflicts)
        out += textOf(conflict);
    return out;
}

[[nodiscard]] inline std::vector<Operation> ofSide(const std::vector<Operation>& operations, Side side)
{
    std::vector<Operation> mine;
    std::copy_if(operations.begin(), operations.end(), std::back_inserter(mine),
        [side](const Operation& operation) { return operation.side == side; });
    return mine;
}

/// The MOs of a tree, each as the text of its subtree without the root's name, sorted: what must be alike on both
/// sides after a merge.
[[nodiscard]] inline std::vector<std::string> mosOf(const Tree& tree)
{
    std::vector<std::string> out;
    const auto walk = [&](const auto& self, NodeId node) -> void {
        if (!tree.isInterior(node))
            return;
        if (tree.type(node).empty()) {
            for (const NodeId below : tree.children(node))
                self(self, below);
            return;
        }
        Tree alone;
        const auto root = alone.addSubtree(Tree::root(), "MO", tree, node);
        if (!root)
            qFatal("an MO cannot be copied");
        // Time stamps and version numbers are each side's own; an empty Type of a leaf means text/plain.
        for (std::uint32_t i = 0; i < alone.idEnd(); ++i) {
            const NodeId id{i};
            alone.setTStamp(id, {});
            alone.setVerNo(id, {});
            if (!alone.isInterior(id) && alone.type(id) == "text/plain")
                (void)alone.setType(id, {});
        }
        out.push_back(textOf(alone, *root));
    };
    for (const NodeId top : tree.children(Tree::root()))
        walk(walk, top);
    std::sort(out.begin(), out.end());
    return out;
}

} // namespace dmsc::test
