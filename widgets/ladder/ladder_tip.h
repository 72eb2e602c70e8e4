// SPDX-License-Identifier: Apache-2.0
#pragma once

class QAbstractItemView;
class QHelpEvent;
class QModelIndex;

namespace dmsc {

/// Shows the tool tip of a rung, which names URIs and APDUs, so that it reads from left to right in mirrored windows
/// too. False for what asks for something else.
bool showLadderTip(const QHelpEvent* event, QAbstractItemView* view, const QModelIndex& index);

} // namespace dmsc
