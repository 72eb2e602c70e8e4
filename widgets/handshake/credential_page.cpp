// SPDX-License-Identifier: Apache-2.0
#include "widgets/handshake/credential_page.h"

#include "widgets/handshake/note_frame.h"
#include "widgets/theme/grid.h"

#include <QVBoxLayout>

namespace dmsc {

CredentialPage::CredentialPage(HandshakeDraft& draft, QWidget* parent)
    : QWizardPage(parent)
    , m_draft(draft)
    , m_pane(new CredentialPane(this))
    , m_demo(new NoteFrame(this))
{
    setTitle(tr("With which credential?"));
    m_demo->setObjectName(QStringLiteral("credentialDemo"));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(kGrid);
    layout->addWidget(m_pane, 1);
    layout->addWidget(m_demo);
    connect(m_pane, &CredentialPane::chosenChanged, this, &CredentialPage::take);
}

void CredentialPage::initializePage()
{
    setSubTitle(tr("What proves to the card that this is: %1. Method: %2.")
                    .arg(roleName(m_draft.request.as), methodName(m_draft.request.method)));
    const QString wished = m_draft.request.credential;
    m_pane->setCredentials(m_draft.credentials, m_draft.locked);
    m_pane->setWanted({m_draft.request.as, m_draft.request.method});
    m_pane->choose(wished);
    take();
}

void CredentialPage::updateCredentials()
{
    m_pane->setCredentials(m_draft.credentials, m_draft.locked);
}

void CredentialPage::take()
{
    const CredentialInfo* chosen = m_pane->chosen();
    m_draft.request.credential = chosen != nullptr ? chosen->id : QString();
    if (chosen != nullptr && chosen->builtIn)
        m_demo->say(StatusTone::Warning,
            tr("These are the demo desk's published test keys. Everybody has them: they protect nothing."));
    else if (chosen != nullptr && m_pane->isLocked())
        m_demo->say(StatusTone::Warning, tr("Unlock your credentials before this one can be used."));
    else
        m_demo->clear();
    Q_EMIT completeChanged();
}

bool CredentialPage::isComplete() const
{
    const CredentialInfo* chosen = m_pane->chosen();
    return chosen != nullptr && (chosen->builtIn || !m_pane->isLocked());
}

} // namespace dmsc
