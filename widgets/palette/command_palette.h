// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "widgets/palette/command_model.h"

#include <QFrame>
#include <QPointer>

class QLabel;
class QLineEdit;
class QListView;

namespace dmsc {

/// Finds every action by words in any order and runs it. Lies over its window, which stays usable; Escape or a click
/// elsewhere closes it and gives the focus back. Arrow keys choose while the cursor stays in the line.
class CommandPalette : public QFrame
{
    Q_OBJECT

public:
    CommandPalette(const ActionRegistry& registry, QWidget* window);

    /// Shows it empty at the top of the window, with the focus.
    void open();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void search(const QString& query);
    void place();
    void step(int rows);
    void trigger();
    void dismiss();

    CommandModel m_model;
    QLineEdit* m_line;
    QListView* m_list;
    QLabel* m_nothing; ///< in place of the list, where nothing was found
    QPointer<QWidget> m_focusBefore;
};

} // namespace dmsc
