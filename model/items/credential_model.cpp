// SPDX-License-Identifier: Apache-2.0
#include "model/items/credential_model.h"

#include "model/record/record.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>

namespace dmsc {

namespace {

QString dayText(const QDateTime& time)
{
    return time.date().toString(Qt::ISODate);
}

} // namespace

CredentialModel::CredentialModel(QObject* parent)
    : QAbstractTableModel(parent)
{
}

void CredentialModel::setCredentials(std::vector<CredentialInfo> credentials)
{
    if (credentials == m_credentials)
        return;
    beginResetModel();
    m_credentials = std::move(credentials);
    endResetModel();
}

void CredentialModel::setWanted(std::optional<WantedCredential> wanted)
{
    m_wanted = wanted;
    tellAll();
}

void CredentialModel::setNow(const QDateTime& now)
{
    m_now = now;
    tellAll();
}

void CredentialModel::tellAll()
{
    if (!m_credentials.empty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

const CredentialInfo* CredentialModel::at(const QModelIndex& index) const
{
    return index.isValid() && index.model() == this && std::size_t(index.row()) < m_credentials.size()
        ? &m_credentials[std::size_t(index.row())]
        : nullptr;
}

QModelIndex CredentialModel::find(const QString& id) const
{
    const auto found = std::find_if(m_credentials.begin(), m_credentials.end(),
        [&id](const CredentialInfo& credential) { return credential.id == id; });
    return found == m_credentials.end() ? QModelIndex() : index(int(found - m_credentials.begin()), 0);
}

QModelIndex CredentialModel::firstFitting() const
{
    QModelIndex expired;
    for (int row = 0; row < rowCount(); ++row) {
        const CredentialInfo& credential = m_credentials[std::size_t(row)];
        if (!whyNot(credential).isEmpty())
            continue;
        if (!hasExpired(credential))
            return index(row, 0);
        if (!expired.isValid())
            expired = index(row, 0);
    }
    return expired;
}

QString CredentialModel::whyNot(const CredentialInfo& credential) const
{
    if (!m_wanted)
        return {};
    if (std::find(credential.methods.begin(), credential.methods.end(), m_wanted->method) == credential.methods.end())
        return QCoreApplication::translate("CredentialModel", "%1 cannot use it").arg(methodName(m_wanted->method));
    if (credential.role != m_wanted->role)
        return QCoreApplication::translate("CredentialModel", "stands for another");
    return {};
}

bool CredentialModel::hasExpired(const CredentialInfo& credential) const
{
    const QDateTime now = m_now.isValid() ? m_now : QDateTime::currentDateTimeUtc();
    return credential.notAfter.isValid() && credential.notAfter < now;
}

CredentialModel::NoteText CredentialModel::note(const CredentialInfo& credential) const
{
    if (const QString why = whyNot(credential); !why.isEmpty())
        return {int(StatusLevel::None), why};
    if (hasExpired(credential))
        return {int(StatusLevel::Error),
            QCoreApplication::translate("CredentialModel", "! expired on %1").arg(dayText(credential.notAfter))};
    if (credential.builtIn)
        return {int(StatusLevel::Warning),
            QCoreApplication::translate("CredentialModel", "published test keys, protect nothing")};
    if (credential.notAfter.isValid())
        return {int(StatusLevel::Ok),
            QCoreApplication::translate("CredentialModel", "valid until %1").arg(dayText(credential.notAfter))};
    return {int(StatusLevel::Ok), QCoreApplication::translate("CredentialModel", "protected by your passphrase")};
}

QString CredentialModel::text(const CredentialInfo& credential, int column) const
{
    switch (column) {
    case Name:
        return credential.label;
    case Kind:
        return credential.kind == CredentialInfo::Kind::KeySet
            ? QCoreApplication::translate("CredentialModel", "key set")
            : QCoreApplication::translate("CredentialModel", "certificate");
    case For:
        return roleName(credential.role);
    case Note:
        return note(credential).text;
    case Detail:
        return credential.detail;
    default:
        return {};
    }
}

int CredentialModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_credentials.size());
}

int CredentialModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant CredentialModel::data(const QModelIndex& index, int role) const
{
    const CredentialInfo* credential = at(index);
    if (credential == nullptr)
        return {};
    switch (role) {
    case Qt::DisplayRole:
        return text(*credential, index.column());
    case Qt::ToolTipRole:
    case Qt::AccessibleTextRole: {
        QStringList words;
        for (int column = 0; column < ColumnCount; ++column)
            words << text(*credential, column);
        words.removeAll(QString());
        return words.join(role == Qt::ToolTipRole ? QStringLiteral("\n") : QStringLiteral(", "));
    }
    case IdRole:
        return credential->id;
    case BuiltInRole:
        return credential->builtIn;
    case NoteLevelRole:
        return note(*credential).level;
    default:
        return {};
    }
}

QVariant CredentialModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Name:
        return QCoreApplication::translate("CredentialModel", "Credential");
    case Kind:
        return QCoreApplication::translate("CredentialModel", "Kind");
    case For:
        return QCoreApplication::translate("CredentialModel", "Stands for");
    case Note:
        return QCoreApplication::translate("CredentialModel", "Note");
    case Detail:
        return QCoreApplication::translate("CredentialModel", "Details");
    default:
        return {};
    }
}

Qt::ItemFlags CredentialModel::flags(const QModelIndex& index) const
{
    const CredentialInfo* credential = at(index);
    if (credential == nullptr)
        return Qt::NoItemFlags;
    return whyNot(*credential).isEmpty() ? QAbstractTableModel::flags(index) : Qt::NoItemFlags;
}

} // namespace dmsc
