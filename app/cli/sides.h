// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/cli/session.h"

#include <utility>

namespace dmsc::cli {

/// Opens what a WHERE names, a card with the session that the arguments ask for, and reads its tree. With a user the
/// card is in a handset: its toolkit may ask. What could not be read is said.
[[nodiscard]] Result<std::unique_ptr<SideSession>> openSide(
    const QString& text, const Arguments& arguments, UserAgent* user = nullptr);
/// The first positional's side with its card's files found.
[[nodiscard]] Result<std::unique_ptr<SideSession>> openExplored(const Arguments& arguments);
/// A card with nothing but SELECT done; Unsupported for what is no card with the DM_SC application.
[[nodiscard]] Result<std::unique_ptr<SideSession>> selectCard(const QString& text, const SessionChoice& choice);
/// A card on which a handshake has succeeded and nothing was read.
[[nodiscard]] Result<std::unique_ptr<SideSession>> openCard(const QString& text, const SessionChoice& choice);

/// Two sides' states, read at the same time.
using StatePair = std::pair<SideState, SideState>;
[[nodiscard]] Result<StatePair> readBoth(const QString& left, const QString& right, const Arguments& arguments);

/// The node that a --uri names; an empty one is the root.
[[nodiscard]] Result<NodeId> findNode(const Tree& tree, const QString& text, const QString& where);

/// The file that a path names as card files shows it, or a name or file id that no other file has. Of an explored card.
[[nodiscard]] Result<CardFile> findFile(const SideSession& side, const QString& text);

} // namespace dmsc::cli
