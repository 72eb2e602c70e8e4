// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/access/key_set_tries.h"
#include "model/error.h"
#include "widgets/handshake/handshake_draft.h"

#include <QPointer>
#include <QWizard>

#include <memory>

namespace dmsc {

class CredentialPage;
class CredentialPane;
class FileJob;
class MethodPage;
class ResultPage;
class RunPage;
class WhoPage;
class WizardRail;

/// The handshake as a wizard: who, how, with what, the run itself, what came of it. It speaks to no card: what it wants
/// it says by signals, what happened it is told. Shown with show(), never exec(); the window stays usable beside it.
class HandshakeWizard : public QWizard
{
    Q_OBJECT

public:
    enum Page { Who, Method, Credentials, Run, Result };

    /// `last` is what is chosen at first: the request of the session that is open, or of the last run.
    HandshakeWizard(const SideState& side, const HandshakeRequest& last, QWidget* parent = nullptr);
    ~HandshakeWizard() override;

    /// Goes as far as what is chosen allows, at most into the run: for shaking hands again. Stops at the credential
    /// page until the credentials are known.
    void goToRun();
    void setSide(const SideState& side);
    void setCredentials(const std::vector<CredentialInfo>& credentials, bool locked);
    void takeStep(const HandshakeStep& step);
    void takeReport(const HandshakeReport& report);
    void takeFailure(const Error& error);
    void takeCancelled();
    void setTries(const std::vector<KeySetTries>& tries);

    [[nodiscard]] const HandshakeRequest& request() const { return m_draft.request; }
    [[nodiscard]] bool isRunning() const;
    [[nodiscard]] CredentialPane& credentialPane() const;
    /// Cancel and Escape; stops what runs.
    void reject() override;

Q_SIGNALS:
    void startRequested(const dmsc::HandshakeRequest& request);
    void cancelRequested();
    void logRequested(dmsc::ExchangeId exchange);
    void memoryRequested();
    void receiptRequested();
    void triesRequested();
    void resetTriesRequested(std::uint8_t keyVersion);
    /// Something worth saying in the window, such as where a test vector was written.
    void noticed(const QString& text);
    void failed(const dmsc::Error& error);

private:
    void buildPages();
    void turnTo(int page);
    void goOn();
    void warnBeforeExport();
    void askExportFile();
    void writeVector(const QString& path);

    HandshakeDraft m_draft;
    WizardRail* m_rail;
    WhoPage* m_who;
    MethodPage* m_method;
    CredentialPage* m_credentials;
    RunPage* m_run;
    ResultPage* m_result;
    std::unique_ptr<FileJob> m_job;
    bool m_toRun = false; ///< goToRun() waits for the credentials
};

} // namespace dmsc
