// SPDX-License-Identifier: Apache-2.0
#include "widgets/prompts/handset_panel.h"

#include "widgets/prompts/decision_pane.h"
#include "widgets/theme/grid.h"

#include <QDockWidget>
#include <QTabBar>
#include <QVBoxLayout>

namespace dmsc {

HandsetPanel::HandsetPanel(QWidget* parent)
    : QTabWidget(parent)
    , m_screen(new HandsetScreen)
    , m_decisions(new DecisionPane)
{
    setObjectName(QStringLiteral("handsetPanel"));
    setAccessibleName(tr("Handset"));
    setDocumentMode(true);
    tabBar()->setObjectName(QStringLiteral("handsetTabs"));
    tabBar()->setAccessibleName(tr("Screen or decisions"));
    addTab(m_screen, tr("Screen"));
    addTab(m_decisions, {});
    setDecisionCount(0);
    connect(m_decisions, &DecisionPane::countChanged, this, &HandsetPanel::setDecisionCount);
}

void HandsetPanel::showDecisions()
{
    setCurrentWidget(m_decisions);
    m_decisions->takeFocus();
}

void HandsetPanel::setDecisionCount(int count)
{
    setTabText(1, count == 0 ? tr("Decisions") : tr("Decisions (%1)").arg(count));
}

HandsetPlace::HandsetPlace(HandsetPanel& panel, QDockWidget& dock, QWidget& window)
    : QObject(&window)
    , m_panel(panel)
    , m_dock(dock)
    , m_window(window)
{
    connect(&m_dock, &QDockWidget::visibilityChanged, this, [this](bool visible) {
        if (visible && m_dialog)
            toDock();
        else if (!visible && m_dock.isHidden() && m_panel.screen().isAsking())
            // Not while the dock is being hidden with all that is in it.
            QMetaObject::invokeMethod(this, &HandsetPlace::follow, Qt::QueuedConnection);
    });
}

void HandsetPlace::show()
{
    m_panel.showScreen();
    if (m_dock.isHidden()) {
        toDialog();
    } else {
        m_dock.raise();
    }
    m_panel.screen().takeFocus();
}

void HandsetPlace::release()
{
    if (m_dialog)
        toDock();
}

void HandsetPlace::follow()
{
    if (m_dock.isHidden() && m_window.isVisible() && m_panel.screen().isAsking())
        show();
}

void HandsetPlace::toDock()
{
    m_dock.setWidget(&m_panel);
    m_panel.show();
    if (m_dialog) {
        m_dialog->disconnect(this);
        m_dialog->close(); // deletes itself
        m_dialog.clear();
    }
    if (m_panel.screen().isAsking())
        m_panel.screen().takeFocus();
}

void HandsetPlace::toDialog()
{
    if (!m_dialog) {
        m_dialog = new QDialog(&m_window);
        m_dialog->setObjectName(QStringLiteral("handsetDialog"));
        m_dialog->setAttribute(Qt::WA_DeleteOnClose);
        m_dialog->setModal(false);
        m_dialog->setWindowTitle(tr("The handset asks"));
        auto* layout = new QVBoxLayout(m_dialog);
        layout->setContentsMargins(kGrid, kGrid, kGrid, kGrid);
        layout->addWidget(&m_panel);
        m_panel.show();
        m_dialog->resize(46 * kGrid, 64 * kGrid);
        connect(m_dialog, &QDialog::rejected, this, [this] {
            toDock();
            Q_EMIT dismissed();
        });
    }
    m_dialog->show();
    m_dialog->raise();
    m_dialog->activateWindow();
}

} // namespace dmsc
