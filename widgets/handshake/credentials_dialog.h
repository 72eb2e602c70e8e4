// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDialog>

namespace dmsc {

class CredentialPane;

/// The credentials by themselves: to look at, unlock, import and remove. Shown with show(), never exec().
class CredentialsDialog : public QDialog
{
    Q_OBJECT

public:
    explicit CredentialsDialog(QWidget* parent = nullptr);

    [[nodiscard]] CredentialPane& pane() const { return *m_pane; }

private:
    CredentialPane* m_pane;
};

} // namespace dmsc
