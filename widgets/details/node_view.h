// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/compare/operation.h"
#include "model/compare/side.h"
#include "model/formats/description.h"
#include "model/uicc/secret_type.h"

#include <memory>

namespace dmsc {

/// One side of the row that is shown, or nothing. The tree is the desk's: a view is good until that changes, when
/// the pane is given a new one.
struct NodeView
{
    const Tree* tree = nullptr;
    NodeId node = kNoNode;
    std::shared_ptr<const DescriptionSet> descriptions;
    bool writable = false;
    QString owner{}; ///< who stored it on the card; empty where nobody tells

    [[nodiscard]] bool exists() const { return tree != nullptr && node != kNoNode && tree->contains(node); }
};

/// By its Type, its name, or a DDF that lets nobody Get it.
[[nodiscard]] inline bool isSecret(const NodeView& view)
{
    return view.exists()
        && (isSecret(*view.tree, view.node)
            || (view.descriptions && hidesValue(*view.descriptions, *view.tree, view.node)));
}

/// Both sides of a row.
struct PairView
{
    NodeView device;
    NodeView card;

    [[nodiscard]] const NodeView& of(Side side) const { return side == Side::Device ? device : card; }
};

} // namespace dmsc
