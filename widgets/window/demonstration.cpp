// SPDX-License-Identifier: Apache-2.0
#include "widgets/window/demonstration.h"

#include "widgets/flows/flow_panel.h"
#include "widgets/prompts/handset_panel.h"
#include "widgets/window/session_state.h"

#include <QApplication>
#include <QDockWidget>
#include <QMainWindow>

namespace dmsc {

namespace {

constexpr double kLargeType = 1.5;
constexpr int kScreenShare = 3; // of the window's width: a third

} // namespace

Demonstration::Demonstration(QMainWindow& window, const Stage& stage)
    : QObject(&window)
    , m_window(window)
    , m_stage(stage)
{
}

void Demonstration::setOn(bool on)
{
    if (on == m_on)
        return;
    m_on = on;
    on ? begin() : end();
}

void Demonstration::begin()
{
    m_before = m_window.saveState(kDockState);
    m_focus = QApplication::focusWidget();
    m_window.centralWidget()->hide();
    for (QDockWidget* dock : m_window.findChildren<QDockWidget*>(QString(), Qt::FindDirectChildrenOnly)) {
        if (dock != m_stage.ladder && dock != m_stage.handset)
            dock->hide();
    }
    for (QDockWidget* dock : {m_stage.ladder, m_stage.handset}) {
        dock->setFloating(false);
        m_window.addDockWidget(Qt::TopDockWidgetArea, dock); // docks of one area share it as they are told to
        dock->show();
    }
    setLarge(true);
    const int screen = m_window.width() / kScreenShare;
    m_window.resizeDocks({m_stage.ladder, m_stage.handset}, {m_window.width() - screen, screen}, Qt::Horizontal);
    if (m_stage.screen->screen().isAsking())
        m_stage.screen->screen().takeFocus();
    else
        m_stage.flow->takeFocus();
}

void Demonstration::end()
{
    setLarge(false);
    m_window.centralWidget()->show();
    m_window.restoreState(m_before, kDockState);
    m_window.update(); // Qt leaves the handle of an area that is empty now where it was
    if (m_focus)
        m_focus->setFocus(Qt::OtherFocusReason);
}

void Demonstration::setLarge(bool large)
{
    QFont font = QApplication::font();
    if (large)
        font.setPointSizeF(font.pointSizeF() * kLargeType);
    m_stage.screen->setFont(font);
    m_stage.flow->setLarge(large);
}

} // namespace dmsc
