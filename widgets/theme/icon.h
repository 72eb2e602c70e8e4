// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "widgets/theme/colors.h"

#include <QIcon>
#include <QString>

#include <cstdint>

namespace dmsc {

/// The files of resources/icons, in alphabetical order.
enum class Icon : std::uint8_t {
    Add,
    Application,
    Apply,
    Cancel,
    Card,
    ChevronDown,
    ChevronRight,
    Close,
    Collapse,
    Commands,
    CopyToLeft,
    CopyToRight,
    Details,
    Device,
    Edit,
    Error,
    Expand,
    ExpandDifferences,
    Export,
    File,
    Files,
    Filter,
    Flow,
    Handshake,
    Import,
    Info,
    Issuer,
    Key,
    Lock,
    Log,
    Memory,
    NextDifference,
    Open,
    Plan,
    Play,
    Plug,
    Present,
    PreviousDifference,
    Reader,
    Receipt,
    Redo,
    Remove,
    Reveal,
    Save,
    Search,
    Server,
    Settings,
    StateConflict,
    StateDiffers,
    StateMoved,
    StateOnlyCard,
    StateOnlyDevice,
    StateProperties,
    StateSame,
    Step,
    Stop,
    Sync,
    Theme,
    Undo,
    Unlock,
    User,
    Warning,
};
inline constexpr int kIconCount = static_cast<int>(Icon::Warning) + 1;

/// ":/dmsc/icons/open.svg"
[[nodiscard]] QString iconFile(Icon icon);

/// In the colour of the application's text; follows a change of theme by itself. Sharp at every size and scale.
[[nodiscard]] QIcon themedIcon(Icon icon);
/// The same in the colour of a state or status.
[[nodiscard]] QIcon themedIcon(Icon icon, StatusTone tone);
[[nodiscard]] QIcon stateIcon(StateTone tone);
/// A row whose value is the same and whose properties are not.
[[nodiscard]] QIcon propertiesDifferIcon();
/// The program's own, in its own colours.
[[nodiscard]] QIcon applicationIcon();

} // namespace dmsc
