// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cardio/desk/desk.h"
#include "widgets/theme/colors.h"

#include <QObject>
#include <QPointer>

#include <deque>
#include <optional>

class QWidget;

namespace dmsc {

class CredentialPane;
class CredentialsDialog;
class DeskController;
class HandshakeWizard;

/// What stands between the handshake wizard, the credentials and the desk: carries requests to the one and answers to
/// the other. One wizard at a time; the window stays usable beside it.
class HandshakeFlows : public QObject
{
    Q_OBJECT

public:
    HandshakeFlows(DeskController& controller, QWidget* window);

    void openWizard();
    /// Shakes hands as in the session that is open (SEC-9): what waits in the plan stays.
    void shakeAgain();
    void showCredentials();
    void writeReceipt();

    /// Moves the wizard away from what it would cover, in the screen's pixels.
    void keepClearOf(const QRect& place);

    // Why it cannot be done now; empty when it can.
    [[nodiscard]] QString whyNoHandshake() const;
    [[nodiscard]] QString whyNotAgain() const;
    [[nodiscard]] QString whyNoReceipt() const;

    /// True when this was about something that was asked for here, and has been said there.
    bool takeFailure(const Error& error);
    bool takeCancelled();

Q_SIGNALS:
    void noticed(dmsc::StatusTone tone, const QString& text);
    void failed(const dmsc::Error& error);
    void logRequested(dmsc::ExchangeId exchange);
    void memoryRequested(dmsc::Side side);

private:
    void connectDesk();
    void connectWizard();
    void connectCredentials(CredentialPane& pane);
    [[nodiscard]] std::optional<Side> cardSide() const;
    [[nodiscard]] HandshakeRequest lastRequest(const SideState& state) const;
    void start(const HandshakeRequest& request);
    void takeSide(Side side);
    void takeStep(Side side, const HandshakeStep& step);
    void takeReport(Side side, const HandshakeReport& report);
    void takeCredentials(const std::vector<CredentialInfo>& credentials, bool locked);
    void takeIdle();
    void tellReceipt(const ReceiptInfo& receipt);
    void ask(CredentialPane* pane);

    DeskController& m_controller;
    Desk& m_desk;
    QWidget* m_window;
    QPointer<HandshakeWizard> m_wizard;
    QPointer<CredentialsDialog> m_dialog;
    Side m_side = Side::Card; ///< of the wizard
    std::optional<HandshakeRequest> m_last; ///< of the last run that opened a session
    int m_runs = 0; ///< handshakes under way; all but the last were stopped
    bool m_justEnded = false; ///< a failure that comes now is said already
    std::deque<QPointer<CredentialPane>> m_asked; ///< who waits for the store, in order
};

} // namespace dmsc
