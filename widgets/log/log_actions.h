// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QList>

#include <array>
#include <cstdint>

class QAction;
class QWidget;

namespace dmsc {

/// What a log can be told to do, in the order of the table in log_actions.cpp.
enum class LogCommand : std::uint8_t {
    FocusFilter,
    ToggleFilter, ///< checkable
    FilterLike,
    FilterNotLike,
    Find,
    FindNext,
    FindPrevious,
    GoTo,
    Mark,
    EditComment,
    NextMark,
    PreviousMark,
    Follow, ///< checkable
    Issues, ///< checkable
    FoldAll,
    UnfoldAll,
    TimeRelative, ///< one of three
    TimeAbsolute,
    TimeDelta,
    Reveal,
    CopyText,
    CopyHex,
};
inline constexpr int kLogCommandCount = static_cast<int>(LogCommand::CopyHex) + 1;

/// One action per command. Their keys work while the focus is in the log.
class LogActions
{
public:
    /// They belong to `log`, and are its actions.
    explicit LogActions(QWidget* log);

    [[nodiscard]] QAction* operator[](LogCommand command) const { return m_actions[std::size_t(command)]; }
    /// In groups with separators between, for a menu; these belong to `parent`.
    [[nodiscard]] QList<QAction*> grouped(QWidget* parent) const;

private:
    std::array<QAction*, kLogCommandCount> m_actions{};
};

} // namespace dmsc
