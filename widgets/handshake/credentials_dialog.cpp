// SPDX-License-Identifier: Apache-2.0
#include "widgets/handshake/credentials_dialog.h"

#include "widgets/handshake/credential_pane.h"
#include "widgets/theme/grid.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace dmsc {

CredentialsDialog::CredentialsDialog(QWidget* parent)
    : QDialog(parent)
    , m_pane(new CredentialPane(this))
{
    setObjectName(QStringLiteral("credentialsDialog"));
    setWindowTitle(tr("Credentials"));
    auto* text = new QLabel(tr("What the workbench proves itself with to cards. Your own are kept in one file, each "
                               "encrypted under your passphrase."),
        this);
    text->setWordWrap(true);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    buttons->button(QDialogButtonBox::Close)->setAutoDefault(false);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(2 * kGrid, 2 * kGrid, 2 * kGrid, 2 * kGrid);
    layout->setSpacing(2 * kGrid);
    layout->addWidget(text);
    layout->addWidget(m_pane, 1);
    layout->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    resize(100 * kGrid, 60 * kGrid);
}

} // namespace dmsc
