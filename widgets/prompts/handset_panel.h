// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "widgets/prompts/handset_screen.h"

#include <QDialog>
#include <QPointer>
#include <QTabWidget>

class QDockWidget;

namespace dmsc {

class DecisionPane;

/// The handset's screen and the list of what was decided, one behind the other.
class HandsetPanel : public QTabWidget
{
    Q_OBJECT

public:
    explicit HandsetPanel(QWidget* parent = nullptr);

    [[nodiscard]] HandsetScreen& screen() const { return *m_screen; }
    [[nodiscard]] DecisionPane& decisions() const { return *m_decisions; }
    void showScreen() { setCurrentIndex(0); }
    void showDecisions();

    /// Words for the tab of the decisions.
    void setDecisionCount(int count);

private:
    HandsetScreen* m_screen;
    DecisionPane* m_decisions;
};

/// Where the handset's panel is to be seen: in its dock, or in a dialog while the dock is hidden and something is
/// asked.
class HandsetPlace : public QObject
{
    Q_OBJECT

public:
    HandsetPlace(HandsetPanel& panel, QDockWidget& dock, QWidget& window);

    /// Brings the screen where it can be seen.
    void show();
    /// Nothing is asked any more: the dialog goes.
    void release();
    [[nodiscard]] QDialog* dialog() const { return m_dialog; }

Q_SIGNALS:
    /// The dialog was closed while something was asked.
    void dismissed();

private:
    void follow(); // the dock was hidden while something is asked
    void toDock();
    void toDialog();

    HandsetPanel& m_panel;
    QDockWidget& m_dock;
    QWidget& m_window;
    QPointer<QDialog> m_dialog;
};

} // namespace dmsc
