// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/items/credential_model.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QPushButton;
class QTableView;

namespace dmsc {

class ImportForm;
class NoteFrame;

/// The credentials: choose one, unlock the own ones, import, remove. What it wants done it says by signals; answers
/// come as a new list or as setFailure().
class CredentialPane : public QWidget
{
    Q_OBJECT

public:
    explicit CredentialPane(QWidget* parent = nullptr);
    ~CredentialPane() override;

    void setCredentials(const std::vector<CredentialInfo>& credentials, bool locked);
    void setWanted(const WantedCredential& wanted);
    void setFailure(const QString& text);
    /// Chosen by id; nothing happens when it is unknown or does not fit.
    void choose(const QString& id);
    [[nodiscard]] const CredentialInfo* chosen() const;
    [[nodiscard]] const CredentialModel& model() const { return m_model; }
    [[nodiscard]] bool isLocked() const { return m_locked; }

Q_SIGNALS:
    void chosenChanged();
    /// Enter or a double click on one.
    void activated();
    void unlockRequested(const QByteArray& passphrase);
    void importRequested(const QString& path, const QByteArray& passphrase, const QString& label, dmsc::Role role);
    void removeRequested(const QString& id);

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    void buildTable();
    void buildLayout();
    void chooseFirst();
    void updateButtons();
    void unlock();
    void askFile();
    void askRemove();

    CredentialModel m_model;
    std::optional<WantedCredential> m_wanted;
    bool m_locked = false;
    bool m_opened = false; ///< a passphrase was accepted
    QTableView* m_view;
    QWidget* m_lockRow;
    QLabel* m_lockText;
    QLineEdit* m_passphrase;
    QPushButton* m_unlock;
    QPushButton* m_import;
    QPushButton* m_remove;
    ImportForm* m_form;
    NoteFrame* m_note;
};

} // namespace dmsc
