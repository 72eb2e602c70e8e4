// SPDX-License-Identifier: Apache-2.0
// MainWindow: docks, and the way of the focus between panes.
#include "widgets/compare/address_bar.h"
#include "widgets/compare/compare_pane.h"
#include "widgets/compare/compare_view.h"
#include "widgets/compare/mo_list.h"
#include "widgets/details/details_pane.h"
#include "widgets/files/card_files_pane.h"
#include "widgets/flows/flow_panel.h"
#include "widgets/log/log_view.h"
#include "widgets/memory/memory_pane.h"
#include "widgets/plan/plan_pane.h"
#include "widgets/prompts/handset_panel.h"
#include "widgets/theme/grid.h"
#include "widgets/window/main_window.h"
#include "widgets/window/message_bar.h"
#include "widgets/window/pane_scroll.h"

#include <QAction>
#include <QApplication>
#include <QDockWidget>
#include <QRegularExpression>
#include <QTabBar>
#include <QTableView>

namespace dmsc {

namespace {

constexpr int kMemoryHeight = 44 * kGrid;
constexpr int kLogSettles = 20; // ms

/// The first widget below (or at) `pane` that takes the focus by Tab.
QWidget* firstFocusable(QWidget* pane)
{
    const auto takesFocus = [](const QWidget* widget) {
        return (widget->focusPolicy() & Qt::TabFocus) != 0 && widget->isVisible() && widget->isEnabled();
    };
    if (takesFocus(pane))
        return pane;
    for (QWidget* child : pane->findChildren<QWidget*>()) {
        if (takesFocus(child))
            return child;
    }
    return nullptr;
}

/// A dock behind a tab counts as visible to Qt, which puts it outside of the window.
bool isSeen(const QWidget& pane)
{
    const QRect place(pane.mapTo(pane.window(), QPoint()), pane.size());
    return pane.isVisible() && pane.window()->rect().intersects(place);
}

} // namespace

QDockWidget* MainWindow::addDock(const QString& name, const QString& title, Qt::DockWidgetArea area, QWidget* content)
{
    auto* dock = new QDockWidget(title, this);
    dock->setObjectName(name);
    dock->setAccessibleName(title);
    if (content != nullptr)
        dock->setWidget(content);
    addDockWidget(area, dock);
    return dock;
}

void MainWindow::markFocus(QWidget* was, QWidget* is)
{
    // The title bars tell by a bar which of the docks has the focus.
    for (QDockWidget* dock : findChildren<QDockWidget*>(QString(), Qt::FindDirectChildrenOnly)) {
        if ((was != nullptr && dock->isAncestorOf(was)) || (is != nullptr && dock->isAncestorOf(is)))
            dock->update();
    }
}

void MainWindow::buildDocks()
{
    connect(qApp, &QApplication::focusChanged, this, &MainWindow::markFocus);
    setCorner(Qt::BottomRightCorner, Qt::RightDockWidgetArea);
    setTabPosition(Qt::AllDockWidgetAreas, QTabWidget::North);
    m_mos = new MoList(m_controller.mos(), this);
    m_details = new DetailsPane(this);
    m_plan = new PlanPane(&m_controller.plan(), (*m_actions)[Command::Apply], this);
    m_mosDock = addDock(QStringLiteral("mosDock"), tr("MOs"), Qt::LeftDockWidgetArea, m_mos);
    auto* details = new PaneScroll(m_details, this);
    m_detailsDock = addDock(QStringLiteral("detailsDock"), tr("Details"), Qt::RightDockWidgetArea, details);
    connect(details, &PaneScroll::outgrown, this, [this, details](int height) { // an editor opens
        if (details->isVisible() && !m_detailsDock->isFloating())
            resizeDocks({m_detailsDock}, {m_detailsDock->height() - details->height() + height}, Qt::Vertical);
    });
    m_logDock = addDock(QStringLiteral("logDock"), tr("Log"), Qt::BottomDockWidgetArea, nullptr);
    m_planDock = addDock(QStringLiteral("planDock"), tr("Plan"), Qt::BottomDockWidgetArea, m_plan);
    m_filesDock = addDock(QStringLiteral("filesDock"), tr("Card files"), Qt::BottomDockWidgetArea, nullptr);
    m_memoryDock = addDock(QStringLiteral("memoryDock"), tr("Memory"), Qt::BottomDockWidgetArea, nullptr);
    buildFlows();
    buildLogs();
    tabifyDockWidget(m_logDock, m_planDock);
    tabifyDockWidget(m_planDock, m_memoryDock);
    tabifyDockWidget(m_memoryDock, m_filesDock);
    tabifyDockWidget(m_filesDock, m_ladderDock);
    tabifyDockWidget(m_ladderDock, m_rowLadderDock);
    tabifyDockWidget(m_rowLadderDock, m_comparisonDock);
    m_logDock->raise();
    tabifyDockWidget(m_detailsDock, m_replayDock);
    resizeDocks({m_mosDock, m_detailsDock}, {20 * kGrid, 42 * kGrid}, Qt::Horizontal);
    resizeDocks({m_logDock}, {26 * kGrid}, Qt::Vertical);
    resizeDocks({m_detailsDock, m_handsetDock}, {3000, 2600}, Qt::Vertical);
}

void MainWindow::showLog()
{
    m_logDock->show();
    m_logDock->raise();
    LogModel& model = log().model();
    for (int row = model.rowCount() - 1; row >= 0; --row) {
        if (model.index(row, 0).data(LogModel::LevelRole).toInt() == int(StatusLevel::Error)) {
            log().showRecord(model.recordAt(row));
            break;
        }
    }
    log().table().setFocus(Qt::OtherFocusReason);
}

void MainWindow::showLogRow(RecordNo row)
{
    m_logDock->show();
    m_logDock->raise();
    log().showRecord(row);
    log().table().setFocus(Qt::OtherFocusReason);
}

void MainWindow::linkToLog(const QString& error, std::size_t from)
{
    if (m_controller.desk().records().waiting() > 0) {
        QTimer::singleShot(kLogSettles, this, [this, error, from] { linkToLog(error, from); });
        return;
    }
    const RecordStore& store = log().model().store();
    for (std::size_t at = store.size(); at > from; --at) {
        const RecordNo row{std::uint32_t(at - 1)};
        if (store.at(row).level == StatusLevel::Error) {
            m_messages->setLogRow(error, row);
            return;
        }
    }
}

void MainWindow::showPlan()
{
    m_planDock->show();
    m_planDock->raise();
    if (QWidget* widget = firstFocusable(m_plan))
        widget->setFocus(Qt::OtherFocusReason);
}

void MainWindow::showMemory()
{
    m_memoryDock->show();
    m_memoryDock->raise();
    if (m_memoryDock->height() < kMemoryHeight && !m_memoryDock->isFloating())
        resizeDocks({m_memoryDock}, {kMemoryHeight}, Qt::Vertical);
    if (QWidget* widget = firstFocusable(m_memory))
        widget->setFocus(Qt::OtherFocusReason);
}

QList<QWidget*> MainWindow::panes() const
{
    QList<QWidget*> panes{m_mos, m_compare->address(), m_compare->view(), m_details};
    if (m_log != nullptr)
        panes << m_log;
    for (QDockWidget* dock : findChildren<QDockWidget*>(QRegularExpression(QStringLiteral("^recordingDock"))))
        panes << dock->widget();
    for (const QDockWidget* dock : {m_rowLadderDock, m_comparisonDock, m_replayDock}) {
        if (dock->widget() != nullptr)
            panes << dock->widget();
    }
    panes << m_plan << m_memory << m_files << m_flow << m_handset;
    return panes;
}

void MainWindow::cyclePanes(int step)
{
    const QList<QWidget*> all = panes();
    const QWidget* focus = QApplication::focusWidget();
    qsizetype at = -1;
    for (qsizetype i = 0; i < all.size(); ++i) {
        if (focus != nullptr && (all[i] == focus || all[i]->isAncestorOf(focus)))
            at = i;
    }
    if (at < 0)
        at = step > 0 ? all.size() - 1 : 0;
    for (qsizetype tries = 0; tries < all.size(); ++tries) {
        at = (at + step + all.size()) % all.size();
        QWidget* target = isSeen(*all[at]) ? firstFocusable(all[at]) : nullptr;
        if (target != nullptr) {
            target->setFocus(Qt::TabFocusReason);
            return;
        }
    }
}

} // namespace dmsc
