// SPDX-License-Identifier: Apache-2.0
#include "widgets/window/handshake_flows.h"

#include "widgets/handshake/credential_pane.h"
#include "widgets/handshake/credentials_dialog.h"
#include "widgets/handshake/handshake_wizard.h"
#include "widgets/window/desk_controller.h"

#include <QFileDialog>
#include <QScreen>

#include <algorithm>

namespace dmsc {

HandshakeFlows::HandshakeFlows(DeskController& controller, QWidget* window)
    : QObject(window)
    , m_controller(controller)
    , m_desk(controller.desk())
    , m_window(window)
{
    connectDesk();
}

void HandshakeFlows::connectDesk()
{
    connect(&m_controller, &DeskController::sideUpdated, this, &HandshakeFlows::takeSide);
    connect(&m_controller, &DeskController::busyChanged, this, [this](bool busy) {
        if (!busy)
            takeIdle();
    });
    connect(&m_desk, &Desk::handshakeStepped, this, &HandshakeFlows::takeStep);
    connect(&m_desk, &Desk::handshakeDone, this, &HandshakeFlows::takeReport);
    connect(&m_desk, &Desk::credentialsChanged, this, &HandshakeFlows::takeCredentials);
    connect(&m_desk, &Desk::triesTold, this, [this](Side side, const std::vector<KeySetTries>& tries) {
        if (m_wizard && side == m_side)
            m_wizard->setTries(tries);
    });
    connect(&m_desk, &Desk::receiptWritten, this, [this](Side side, const ReceiptInfo& receipt) {
        if (m_wizard && side == m_side)
            m_wizard->accept(); // what it shows has ended
        tellReceipt(receipt);
    });
}

void HandshakeFlows::connectWizard()
{
    connect(m_wizard, &HandshakeWizard::startRequested, this, &HandshakeFlows::start);
    connect(m_wizard, &HandshakeWizard::cancelRequested, &m_desk, &Desk::cancel);
    connect(m_wizard, &HandshakeWizard::logRequested, this, &HandshakeFlows::logRequested);
    connect(m_wizard, &HandshakeWizard::memoryRequested, this, [this] {
        m_wizard->accept();
        Q_EMIT memoryRequested(m_side);
    });
    connect(m_wizard, &HandshakeWizard::receiptRequested, this, &HandshakeFlows::writeReceipt);
    connect(m_wizard, &HandshakeWizard::triesRequested, this, [this] { m_desk.askTries(m_side); });
    connect(m_wizard, &HandshakeWizard::resetTriesRequested, this,
        [this](std::uint8_t keyVersion) { m_desk.resetTries(m_side, keyVersion); });
    connect(m_wizard, &HandshakeWizard::failed, this, &HandshakeFlows::failed);
    connect(m_wizard, &HandshakeWizard::noticed, this,
        [this](const QString& text) { Q_EMIT noticed(StatusTone::Ok, text); });
    connectCredentials(m_wizard->credentialPane());
}

void HandshakeFlows::connectCredentials(CredentialPane& pane)
{
    connect(&pane, &CredentialPane::unlockRequested, this, [this, &pane](const QByteArray& passphrase) {
        ask(&pane);
        m_desk.unlockCredentials(passphrase);
    });
    connect(&pane, &CredentialPane::importRequested, this,
        [this, &pane](const QString& path, const QByteArray& passphrase, const QString& label, Role role) {
            ask(&pane);
            m_desk.importCredential(path, passphrase, label, role);
        });
    connect(&pane, &CredentialPane::removeRequested, this, [this, &pane](const QString& id) {
        ask(&pane);
        m_desk.removeCredential(id);
    });
}

void HandshakeFlows::ask(CredentialPane* pane)
{
    m_asked.emplace_back(pane);
}

std::optional<Side> HandshakeFlows::cardSide() const
{
    for (const Side side : {Side::Card, Side::Device}) {
        const std::optional<SideState>& state = m_controller.side(side);
        if (state && state->card)
            return side;
    }
    return std::nullopt;
}

HandshakeRequest HandshakeFlows::lastRequest(const SideState& state) const
{
    if (m_last && (!state.access || (m_last->as == state.access->role && m_last->method == state.access->method)))
        return *m_last;
    HandshakeRequest request;
    if (state.access) {
        request.as = state.access->role;
        request.method = state.access->method;
        request.level = state.access->level;
        request.throughDevice = request.as == Role::Dms;
    }
    return request;
}

void HandshakeFlows::openWizard()
{
    const std::optional<Side> side = cardSide();
    if (!side)
        return;
    if (m_wizard) {
        m_wizard->raise();
        m_wizard->activateWindow();
        return;
    }
    m_side = *side;
    const SideState& state = *m_controller.side(m_side);
    m_wizard = new HandshakeWizard(state, lastRequest(state), m_window);
    m_wizard->setAttribute(Qt::WA_DeleteOnClose);
    connectWizard();
    m_wizard->show();
    ask(&m_wizard->credentialPane());
    m_desk.listCredentials();
}

void HandshakeFlows::shakeAgain()
{
    openWizard();
    if (m_wizard)
        m_wizard->goToRun();
}

void HandshakeFlows::showCredentials()
{
    if (!m_dialog) {
        m_dialog = new CredentialsDialog(m_window);
        m_dialog->setAttribute(Qt::WA_DeleteOnClose);
        connectCredentials(m_dialog->pane());
        ask(&m_dialog->pane());
        m_desk.listCredentials();
    }
    m_dialog->show();
    m_dialog->raise();
    m_dialog->activateWindow();
}

void HandshakeFlows::writeReceipt()
{
    const std::optional<Side> side = cardSide();
    if (!side || !whyNoReceipt().isEmpty())
        return;
    QWidget* parent = m_wizard ? static_cast<QWidget*>(m_wizard) : m_window;
    auto* dialog = new QFileDialog(parent, tr("Write the receipt of this session"));
    dialog->setObjectName(QStringLiteral("receiptDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilters({tr("Receipt, CMS SignedData (*.p7s)"), tr("All files (*)")});
    dialog->setDefaultSuffix(QStringLiteral("p7s"));
    connect(dialog, &QFileDialog::fileSelected, this,
        [this, at = *side](const QString& path) { m_desk.writeReceipt(at, path); });
    dialog->open();
}

void HandshakeFlows::keepClearOf(const QRect& place)
{
    if (!m_wizard || !m_wizard->frameGeometry().intersects(place))
        return;
    const QRect screen = m_wizard->screen()->availableGeometry();
    const QRect frame = m_wizard->frameGeometry();
    const int room = place.top() - screen.top();
    const int tooHigh = frame.height() - room;
    if (tooHigh > 0)
        m_wizard->resize(
            m_wizard->width(), std::max(m_wizard->minimumSizeHint().height(), m_wizard->height() - tooHigh));
    m_wizard->move(frame.left(), std::max(screen.top(), place.top() - std::min(frame.height(), room)));
}

QString HandshakeFlows::whyNoHandshake() const
{
    if (cardSide())
        return {};
    for (const Side side : {Side::Card, Side::Device}) {
        const std::optional<SideState>& state = m_controller.side(side);
        if (state && state->where.kind == Where::Kind::Reader)
            return tr("%1 does not carry the DM_SC application").arg(state->title);
    }
    return tr("Open a card with the DM_SC application first");
}

QString HandshakeFlows::whyNotAgain() const
{
    if (QString why = whyNoHandshake(); !why.isEmpty())
        return why;
    return m_controller.side(*cardSide())->secured ? QString() : tr("No session is open: shake hands first");
}

QString HandshakeFlows::whyNoReceipt() const
{
    if (QString why = whyNotAgain(); !why.isEmpty())
        return why;
    const std::optional<AccessConditions>& access = m_controller.side(*cardSide())->access;
    const HandshakeMethod method = access ? access->method : HandshakeMethod::Scp03;
    if (method == HandshakeMethod::Scp11a || method == HandshakeMethod::Scp11c)
        return {};
    return tr("With %1 there is no receipt: it needs certificates on both sides").arg(methodName(method));
}

void HandshakeFlows::start(const HandshakeRequest& request)
{
    ++m_runs;
    m_justEnded = false;
    m_desk.handshake(m_side, request);
}

void HandshakeFlows::takeSide(Side side)
{
    if (!m_wizard || side != m_side)
        return;
    const std::optional<SideState>& state = m_controller.side(side);
    if (state && state->card) {
        m_wizard->setSide(*state);
        return;
    }
    m_wizard->close();
    Q_EMIT noticed(StatusTone::Warning, tr("The handshake's card is not open any more"));
}

void HandshakeFlows::takeStep(Side side, const HandshakeStep& step)
{
    m_justEnded = false;
    if (m_wizard && side == m_side && m_runs == 1)
        m_wizard->takeStep(step);
}

void HandshakeFlows::takeReport(Side side, const HandshakeReport& report)
{
    if (report.open)
        m_last = report.request;
    m_justEnded = !report.open;
    if (m_runs == 0)
        return;
    --m_runs;
    if (m_wizard && side == m_side && m_runs == 0)
        m_wizard->takeReport(report);
}

void HandshakeFlows::takeCredentials(const std::vector<CredentialInfo>& credentials, bool locked)
{
    if (!m_asked.empty())
        m_asked.pop_front();
    if (m_wizard)
        m_wizard->setCredentials(credentials, locked);
    if (m_dialog)
        m_dialog->pane().setCredentials(credentials, locked);
}

bool HandshakeFlows::takeFailure(const Error& error)
{
    if (m_justEnded) {
        m_justEnded = false;
        return true;
    }
    if (!m_asked.empty()) {
        const QPointer<CredentialPane> pane = m_asked.front();
        if (pane)
            pane->setFailure(error.text());
        return pane;
    }
    if (m_runs == 0)
        return false;
    --m_runs;
    if (m_wizard && m_runs == 0)
        m_wizard->takeFailure(error);
    return m_wizard;
}

bool HandshakeFlows::takeCancelled()
{
    if (m_justEnded) {
        m_justEnded = false;
        return true;
    }
    if (m_runs == 0)
        return false;
    --m_runs;
    if (m_wizard && m_runs == 0)
        m_wizard->takeCancelled();
    return true;
}

void HandshakeFlows::takeIdle()
{
    // Whatever was to come has come.
    m_asked.clear();
    m_justEnded = false;
    m_runs = 0;
    if (m_wizard)
        m_wizard->takeCancelled();
}

void HandshakeFlows::tellReceipt(const ReceiptInfo& receipt)
{
    if (receipt.hostSignatureHolds && receipt.cardSignatureHolds)
        Q_EMIT noticed(StatusTone::Ok,
            tr("The receipt is in %1: signed by %2 and by the card, %3, up to here. The session goes on.")
                .arg(receipt.path, receipt.hostSigner, receipt.cardSigner));
    else
        Q_EMIT noticed(StatusTone::Error, tr("The receipt is in %1, but a signature does not hold").arg(receipt.path));
}

} // namespace dmsc
