// SPDX-License-Identifier: Apache-2.0
// MainWindow: what it remembers.
#include "widgets/compare/compare_pane.h"
#include "widgets/compare/compare_view.h"
#include "widgets/compare/filter_bar.h"
#include "widgets/files/card_files_pane.h"
#include "widgets/log/log_view.h"
#include "widgets/window/change_watch.h"
#include "widgets/window/demonstration.h"
#include "widgets/window/log_flows.h"
#include "widgets/window/main_window.h"
#include "widgets/window/screen_fit.h"

#include <QAction>
#include <QActionGroup>
#include <QApplication>
#include <QSettings>

namespace dmsc {

namespace {

constexpr int kMaxRowsLookedAt = 200'000;

} // namespace

void MainWindow::restoreSession()
{
    // Qt refuses what is not its own; the window then keeps its default layout.
    if (!m_session.geometry.isEmpty())
        restoreGeometry(m_session.geometry);
    fitToScreen(*this);
    if (!m_session.docks.isEmpty())
        restoreState(m_session.docks, kDockState);
    if (m_session.filterStates)
        m_compare->filter()->setStates(CompareFilter::States(*m_session.filterStates));
    m_compare->filter()->setText(m_session.filter);
    m_saved = m_session;
    m_watch = new ChangeWatch(this);
    connect(m_watch, &ChangeWatch::changed, this, &MainWindow::saveChangedSession);
    connect(qApp, &QGuiApplication::commitDataRequest, this, &MainWindow::saveChangedSession, Qt::DirectConnection);
}

void MainWindow::restoreRows()
{
    if (m_session.expanded.isEmpty())
        return;
    CompareModel& rows = m_controller.compare();
    QStringList left;
    for (const QString& text : std::as_const(m_session.expanded)) {
        const auto uri = Uri::parse(text.toStdString());
        int row = -1;
        for (const Side side : kSides) {
            if (uri && row < 0)
                row = rows.rowForUri(side, *uri);
        }
        if (row >= 0)
            rows.setExpanded(row, true);
        else
            left << text; // of the side that is not open yet
    }
    m_session.expanded = m_controller.side(Side::Device) && m_controller.side(Side::Card) ? QStringList() : left;
}

void MainWindow::addRecent(const Where& where)
{
    const QString text = where.text();
    m_session.recent.removeAll(text);
    m_session.recent.prepend(text);
    while (m_session.recent.size() > kMaxRecent)
        m_session.recent.removeLast();
    m_watch->touch();
}

SessionState MainWindow::session()
{
    SessionState state = m_session;
    state.geometry = saveGeometry();
    state.docks = m_demonstration->isOn() ? m_demonstration->docksBefore() : saveState(kDockState);
    state.theme = themeKey(m_theme);
    const auto textOf = [this](Side side, const QString& last) {
        const bool coming = !m_started || m_busy; // what is being opened counts as open
        return m_controller.side(side) ? m_controller.side(side)->where.text() : coming ? last : QString();
    };
    state.device = textOf(Side::Device, m_session.device);
    state.card = textOf(Side::Card, m_session.card);
    state.filter = m_compare->filter()->text();
    state.filterStates = quint32(m_compare->filter()->states().to_ulong());
    const CompareModel& rows = m_controller.compare();
    if (m_controller.isOpen())
        state.expanded.clear();
    const int count = qMin(rows.rowCount(), kMaxRowsLookedAt);
    for (int row = 0; row < count && state.expanded.size() < kMaxExpanded; ++row) {
        if (rows.isExpanded(row))
            state.expanded << rows.index(row, CompareModel::StateColumn).data(CompareModel::UriRole).toString();
    }
    state.recordings = m_logs->openPaths();
    state.log = m_log != nullptr ? m_logs->arrangement() : m_session.log;
    if (m_files != nullptr && (m_files->isVisible() || !m_session.files.isEmpty()))
        state.files = m_files->saveState();
    return state;
}

void MainWindow::saveSession()
{
    m_saved = session();
    writeSession(*m_settings, m_saved);
    m_settings->sync();
}

void MainWindow::saveChangedSession()
{
    if (m_started && session() != m_saved)
        saveSession();
}

void MainWindow::showTheme(Theme theme)
{
    m_theme = theme;
    applyTheme(theme);
    for (QAction* action : m_themes->actions())
        action->setChecked(action->data().toInt() == int(theme));
}

} // namespace dmsc
