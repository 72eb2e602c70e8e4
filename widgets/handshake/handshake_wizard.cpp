// SPDX-License-Identifier: Apache-2.0
#include "widgets/handshake/handshake_wizard.h"

#include "widgets/details/file_job.h"
#include "widgets/handshake/credential_page.h"
#include "widgets/handshake/method_page.h"
#include "widgets/handshake/result_page.h"
#include "widgets/handshake/run_page.h"
#include "widgets/handshake/who_page.h"
#include "widgets/handshake/wizard_rail.h"
#include "widgets/theme/grid.h"

#include <QAbstractButton>
#include <QFileDialog>
#include <QMessageBox>
#include <QPushButton>

namespace dmsc {

HandshakeWizard::HandshakeWizard(const SideState& side, const HandshakeRequest& last, QWidget* parent)
    : QWizard(parent)
    , m_draft{side, last, {}, false, std::nullopt}
    , m_rail(new WizardRail({tr("Who"), tr("Method"), tr("Credential"), tr("Handshake"), tr("Result")}, this))
    , m_who(new WhoPage(m_draft, this))
    , m_method(new MethodPage(m_draft, this))
    , m_credentials(new CredentialPage(m_draft, this))
    , m_run(new RunPage(m_draft, this))
    , m_result(new ResultPage(m_draft, this))
{
    setObjectName(QStringLiteral("handshakeWizard"));
    setWindowTitle(side.title.isEmpty() ? tr("Handshake") : tr("Handshake with %1").arg(side.title));
    setWizardStyle(QWizard::ModernStyle);
    setOptions(QWizard::NoBackButtonOnStartPage | QWizard::NoCancelButtonOnLastPage);
    buildPages();
    resize(124 * kGrid, 90 * kGrid);
}

HandshakeWizard::~HandshakeWizard() = default;

void HandshakeWizard::buildPages()
{
    setSideWidget(m_rail);
    setPage(Who, m_who);
    setPage(Method, m_method);
    setPage(Credentials, m_credentials);
    setPage(Run, m_run);
    setPage(Result, m_result);
    m_credentials->setButtonText(QWizard::NextButton, tr("&Shake hands"));
    connect(this, &QWizard::currentIdChanged, this, &HandshakeWizard::turnTo);
    connect(m_run, &RunPage::startRequested, this, [this] { Q_EMIT startRequested(m_draft.request); });
    connect(m_run, &RunPage::cancelRequested, this, &HandshakeWizard::cancelRequested);
    connect(m_run, &RunPage::logRequested, this, &HandshakeWizard::logRequested);
    connect(m_run, &RunPage::exportRequested, this, &HandshakeWizard::warnBeforeExport);
    connect(m_result, &ResultPage::memoryRequested, this, &HandshakeWizard::memoryRequested);
    connect(m_result, &ResultPage::receiptRequested, this, &HandshakeWizard::receiptRequested);
    connect(m_result, &ResultPage::triesRequested, this, &HandshakeWizard::triesRequested);
    connect(m_result, &ResultPage::resetTriesRequested, this, &HandshakeWizard::resetTriesRequested);
    connect(&m_credentials->pane(), &CredentialPane::activated, this, &QWizard::next);
}

void HandshakeWizard::turnTo(int page)
{
    if (page >= 0)
        m_rail->setCurrent(page);
    // When the wizard has done what it does with the focus itself.
    if (page == Who)
        QMetaObject::invokeMethod(m_who, &WhoPage::takeFocus, Qt::QueuedConnection);
    else if (page == Method)
        QMetaObject::invokeMethod(m_method, &MethodPage::takeFocus, Qt::QueuedConnection);
}

CredentialPane& HandshakeWizard::credentialPane() const
{
    return m_credentials->pane();
}

bool HandshakeWizard::isRunning() const
{
    return m_run->isRunning();
}

void HandshakeWizard::goToRun()
{
    m_toRun = true;
    goOn();
}

void HandshakeWizard::goOn()
{
    while (m_toRun && currentId() >= Who && currentId() < Run && currentPage()->isComplete())
        next();
    if (currentId() >= Run)
        m_toRun = false;
}

void HandshakeWizard::setSide(const SideState& side)
{
    const bool otherOffers = side.offers != m_draft.side.offers;
    m_draft.side = side;
    if (otherOffers && !m_run->isRunning() && !m_draft.report) {
        m_who->updateOffers();
        if (currentId() == Method)
            m_method->updateOffers();
    }
    if (currentId() == Result)
        m_result->updateSide();
}

void HandshakeWizard::setCredentials(const std::vector<CredentialInfo>& credentials, bool locked)
{
    m_draft.credentials = credentials;
    m_draft.locked = locked;
    if (currentId() == Credentials)
        m_credentials->updateCredentials();
    goOn();
}

void HandshakeWizard::takeStep(const HandshakeStep& step)
{
    m_run->takeStep(step);
}

void HandshakeWizard::takeReport(const HandshakeReport& report)
{
    m_run->takeReport(report);
}

void HandshakeWizard::takeFailure(const Error& error)
{
    m_run->takeFailure(error.text());
}

void HandshakeWizard::takeCancelled()
{
    m_run->takeCancelled();
}

void HandshakeWizard::setTries(const std::vector<KeySetTries>& tries)
{
    m_result->setTries(tries);
}

void HandshakeWizard::reject()
{
    m_run->stop();
    QWizard::reject();
}

void HandshakeWizard::warnBeforeExport()
{
    if (!m_draft.report)
        return;
    auto* box = new QMessageBox(QMessageBox::Warning, tr("Export a test vector"),
        tr("The file will contain the session keys of this run."), QMessageBox::Cancel, this);
    box->setObjectName(QStringLiteral("exportWarning"));
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setInformativeText(tr("Who has it can read and forge this session. With real credentials, shake hands again "
                               "before you go on working."));
    QPushButton* go = box->addButton(tr("Choose a file..."), QMessageBox::AcceptRole);
    go->setObjectName(QStringLiteral("exportGo"));
    box->setDefaultButton(QMessageBox::Cancel);
    box->setEscapeButton(QMessageBox::Cancel);
    connect(go, &QPushButton::clicked, this, &HandshakeWizard::askExportFile);
    box->open();
}

void HandshakeWizard::askExportFile()
{
    auto* dialog = new QFileDialog(this, tr("Export a test vector"));
    dialog->setObjectName(QStringLiteral("exportDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilters({tr("Test vector (*.json)"), tr("All files (*)")});
    dialog->setDefaultSuffix(QStringLiteral("json"));
    connect(dialog, &QFileDialog::fileSelected, this, &HandshakeWizard::writeVector);
    dialog->open();
}

void HandshakeWizard::writeVector(const QString& path)
{
    if (!m_draft.report)
        return;
    m_job = FileJob::writeSecret(path, testVector(*m_draft.report));
    connect(m_job.get(), &FileJob::written, this,
        [this, path] { Q_EMIT noticed(tr("The test vector is in %1; it contains session keys").arg(path)); });
    connect(m_job.get(), &FileJob::failed, this, &HandshakeWizard::failed);
}

} // namespace dmsc
