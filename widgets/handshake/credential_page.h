// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "widgets/handshake/credential_pane.h"
#include "widgets/handshake/handshake_draft.h"

#include <QWizardPage>

namespace dmsc {

class NoteFrame;

/// With which credential. Next is the moment when something is sent to the card.
class CredentialPage : public QWizardPage
{
    Q_OBJECT

public:
    explicit CredentialPage(HandshakeDraft& draft, QWidget* parent = nullptr);

    void initializePage() override;
    [[nodiscard]] bool isComplete() const override;
    [[nodiscard]] CredentialPane& pane() const { return *m_pane; }
    /// The store has others than before.
    void updateCredentials();

private:
    void take();

    HandshakeDraft& m_draft;
    CredentialPane* m_pane;
    NoteFrame* m_demo;
};

} // namespace dmsc
