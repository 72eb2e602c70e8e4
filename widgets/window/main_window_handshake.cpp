// SPDX-License-Identifier: Apache-2.0
// MainWindow: handshakes, credentials, receipts.
#include "widgets/log/log_view.h"
#include "widgets/window/handshake_flows.h"
#include "widgets/window/main_window.h"
#include "widgets/window/message_bar.h"

#include <QAction>
#include <QDockWidget>
#include <QTableView>

#include <vector>

namespace dmsc {

void MainWindow::connectHandshakes()
{
    m_handshakes = new HandshakeFlows(m_controller, this);
    connect(m_handshakes, &HandshakeFlows::noticed, this,
        [this](StatusTone tone, const QString& text) { m_messages->showMessage(tone, text); });
    connect(m_handshakes, &HandshakeFlows::failed, this, &MainWindow::takeFailure);
    connect(m_handshakes, &HandshakeFlows::logRequested, this, &MainWindow::showExchange);
    connect(m_handshakes, &HandshakeFlows::memoryRequested, this, [this] { showMemory(); });
    const auto on = [this](Command command, void (HandshakeFlows::*what)()) {
        connect((*m_actions)[command], &QAction::triggered, m_handshakes, what);
    };
    on(Command::Handshake, &HandshakeFlows::openWizard);
    on(Command::HandshakeAgain, &HandshakeFlows::shakeAgain);
    on(Command::WriteReceipt, &HandshakeFlows::writeReceipt);
    on(Command::Credentials, &HandshakeFlows::showCredentials);
}

void MainWindow::updateHandshakeActions(const QString& busy)
{
    const auto firstOf = [](const QString& a, const QString& b) { return a.isEmpty() ? b : a; };
    m_actions->setReason(Command::Handshake, firstOf(m_handshakes->whyNoHandshake(), busy));
    m_actions->setReason(Command::HandshakeAgain, firstOf(m_handshakes->whyNotAgain(), busy));
    m_actions->setReason(Command::WriteReceipt, firstOf(m_handshakes->whyNoReceipt(), busy));
}

void MainWindow::showExchange(ExchangeId exchange)
{
    m_logDock->show();
    m_logDock->raise();
    const std::vector<RecordNo> rows = log().model().store().exchangeRows(exchange);
    if (rows.empty()) {
        m_messages->showMessage(StatusTone::Warning, tr("The log does not hold this step any more"));
        return;
    }
    log().showRecord(rows.front());
    m_handshakes->keepClearOf(QRect(log().mapToGlobal(QPoint()), log().size()));
    activateWindow();
    log().table().setFocus(Qt::OtherFocusReason);
}

} // namespace dmsc
