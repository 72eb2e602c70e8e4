// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "widgets/details/node_view.h"

namespace dmsc {

/// Edits as operations, or why Format, DDF or tree do not allow them.
[[nodiscard]] Result<Operation> replaceValue(Side side, const NodeView& view, std::string value);
/// Of Type, Acl, Title and Name.
[[nodiscard]] Result<Operation> replaceProperty(Side side, const NodeView& view, Property property, std::string after);
[[nodiscard]] Result<Operation> addNode(Side side, const NodeView& parent, const NodeData& data);
[[nodiscard]] Result<Operation> removeNode(Side side, const NodeView& view);

/// What a property has now.
[[nodiscard]] std::string propertyText(const NodeView& view, Property property);

} // namespace dmsc
