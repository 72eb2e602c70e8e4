// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/access/credential_info.h"

#include <QAbstractTableModel>
#include <QDateTime>

#include <optional>
#include <vector>

namespace dmsc {

/// What a handshake wants of a credential.
struct WantedCredential
{
    Role role = Role::Issuer;
    HandshakeMethod method = HandshakeMethod::Scp03;
    friend bool operator==(const WantedCredential&, const WantedCredential&) = default;
};

/// The credentials of the workbench as a table; those that a handshake cannot use are disabled and say why.
class CredentialModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Name, Kind, For, Note, Detail, ColumnCount };
    enum Role {
        IdRole = Qt::UserRole, ///< CredentialInfo::id
        BuiltInRole,
        NoteLevelRole, ///< StatusLevel of the note as int
    };

    explicit CredentialModel(QObject* parent = nullptr);

    void setCredentials(std::vector<CredentialInfo> credentials);
    /// Without a wish every credential fits.
    void setWanted(std::optional<WantedCredential> wanted);
    /// What "expired" is measured by; the clock when it is not set.
    void setNow(const QDateTime& now);

    [[nodiscard]] const std::vector<CredentialInfo>& credentials() const { return m_credentials; }
    [[nodiscard]] const CredentialInfo* at(const QModelIndex& index) const;
    [[nodiscard]] QModelIndex find(const QString& id) const;
    /// The first that fits and has not expired, else the first that fits.
    [[nodiscard]] QModelIndex firstFitting() const;
    /// Empty when it fits what is wanted.
    [[nodiscard]] QString whyNot(const CredentialInfo& credential) const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex& index) const override;

private:
    struct NoteText
    {
        int level; ///< StatusLevel
        QString text;
    };
    [[nodiscard]] bool hasExpired(const CredentialInfo& credential) const;
    [[nodiscard]] NoteText note(const CredentialInfo& credential) const;
    [[nodiscard]] QString text(const CredentialInfo& credential, int column) const;
    void tellAll();

    std::vector<CredentialInfo> m_credentials;
    std::optional<WantedCredential> m_wanted;
    QDateTime m_now;
};

} // namespace dmsc
