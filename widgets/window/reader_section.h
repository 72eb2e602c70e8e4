// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cardio/pcsc/reader_info.h"

#include <QList>
#include <QObject>
#include <QPointer>

class QAction;
class QMenu;

namespace dmsc {

class ReaderBoard;

/// The readers as entries of a menu, kept true while the menu is open: what is in each as sign and words, disabled
/// where nothing can be opened, and above them what is missing and what to do about it.
class ReaderSection : public QObject
{
    Q_OBJECT

public:
    /// Watches from when the menu opens until it closes.
    ReaderSection(ReaderBoard& watch, QMenu* menu);

    /// Where the menu is built anew each time: put the entries here, before `next` (null: at the end).
    void place(QAction* next);

Q_SIGNALS:
    void chosen(const QString& reader);

private:
    void fill();
    void addLine(const QString& text, bool first);
    void addReader(const ReaderInfo& reader);
    void add(QAction* action);

    ReaderBoard& m_watch;
    QMenu* m_menu;
    QPointer<QAction> m_next;
    QList<QPointer<QAction>> m_entries;
    bool m_open = false;
};

/// "empty", "DM_SC card", "DM_SC card, in use by another program", ...
[[nodiscard]] QString readerStatusText(const ReaderInfo& reader);

} // namespace dmsc
