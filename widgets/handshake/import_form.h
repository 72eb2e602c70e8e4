// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/access/entity.h"

#include <QFrame>

class QComboBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QPushButton;

namespace dmsc {

/// What an import wants to know about a chosen file: a name, whom it stands for, the file's own passphrase, and the
/// passphrase of the store where it has none yet. What was typed is gone once it was sent.
class ImportForm : public QFrame
{
    Q_OBJECT

public:
    explicit ImportForm(QWidget* parent = nullptr);
    ~ImportForm() override;

    /// `newStore`: the first credential of one's own; a passphrase for them is chosen now.
    void ask(const QString& path, Role role, bool newStore);
    void dismiss();

Q_SIGNALS:
    /// `storePassphrase` is empty where the store has one already.
    void entered(const QString& path, const QByteArray& filePassphrase, const QString& label, dmsc::Role role,
        const QByteArray& storePassphrase);
    void dismissed();

private:
    void check();
    void send();
    void wipe();
    [[nodiscard]] QString whyNot() const;

    QString m_path;
    bool m_newStore = false;
    QLabel* m_title;
    QLineEdit* m_label;
    QComboBox* m_role;
    QLineEdit* m_filePassphrase;
    QLineEdit* m_store;
    QLineEdit* m_again;
    QLabel* m_storeTitle;
    QLabel* m_againTitle;
    QPushButton* m_import;
};

/// Overwrites what stands in a field before it is cleared: its buffer is not.
void wipeField(QLineEdit& field);
/// A field for a passphrase: dots, nothing remembered, no menu to copy from.
[[nodiscard]] QLineEdit* passphraseField(QWidget* parent, const QString& name, const QString& spoken);

} // namespace dmsc
