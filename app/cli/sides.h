// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cardio/desk/side_session.h"

#include <utility>

namespace dmsc::cli {

/// Opens what a WHERE names and reads its tree.
[[nodiscard]] Result<std::unique_ptr<SideSession>> openSide(const QString& text);

/// Two trees, read at the same time.
using TreePair = std::pair<std::shared_ptr<const Tree>, std::shared_ptr<const Tree>>;
[[nodiscard]] Result<TreePair> readBoth(const QString& left, const QString& right);

/// The node that a --uri names; an empty one is the root.
[[nodiscard]] Result<NodeId> findNode(const Tree& tree, const QString& text, const QString& where);

} // namespace dmsc::cli
