// SPDX-License-Identifier: Apache-2.0
#include "cardio/handset/session_overlay.h"

namespace dmsc {

SessionOverlay::SessionOverlay(const ManagedTree& below)
    : m_tree(below.tree())
{
}

TreeEditor SessionOverlay::edit(const std::string& /*owner*/)
{
    return TreeEditor(m_tree, systemStampClock());
}

Result<void> SessionOverlay::commit(TreeEditor& editor, const std::string& /*owner*/)
{
    // There is nothing below that it could fail to be written to.
    (void)editor.take();
    return {};
}

} // namespace dmsc
