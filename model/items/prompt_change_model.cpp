// SPDX-License-Identifier: Apache-2.0
#include "model/items/prompt_change_model.h"

#include "model/items/cell_text.h"

#include <QCoreApplication>
#include <QStringList>

namespace dmsc {

namespace {

constexpr qsizetype kMaxValueText = 120; // characters of a value; the rest is for the details of the tree

QString shortened(const QString& value)
{
    QString line = value.left(kMaxValueText).simplified();
    return value.size() > kMaxValueText ? line + QChar(u'…') : line;
}

} // namespace

QString promptChangeWord(PromptChange::Kind kind)
{
    switch (kind) {
    case PromptChange::Kind::Add:
        return QStringLiteral("+ ") + QCoreApplication::translate("PromptChangeModel", "new");
    case PromptChange::Kind::Replace:
        return QStringLiteral("# ") + QCoreApplication::translate("PromptChangeModel", "changed");
    case PromptChange::Kind::Delete:
        return QStringLiteral("− ") + QCoreApplication::translate("PromptChangeModel", "removed");
    }
    return {};
}

QString promptChangeValues(const PromptChange& change)
{
    const QString dots = QStringLiteral("••••");
    const QString before = change.secret ? dots : shortened(change.before);
    const QString after = change.secret ? dots : shortened(change.after);
    switch (change.kind) {
    case PromptChange::Kind::Add:
        return change.after.isEmpty() && !change.secret ? QString() : after;
    case PromptChange::Kind::Delete:
        return change.before.isEmpty() && !change.secret ? QString() : before;
    case PromptChange::Kind::Replace:
        break;
    }
    const QString nothing = QCoreApplication::translate("PromptChangeModel", "(empty)");
    return (before.isEmpty() ? nothing : before) + QStringLiteral(" → ") + (after.isEmpty() ? nothing : after);
}

PromptChangeModel::PromptChangeModel(QObject* parent)
    : QAbstractListModel(parent)
{
}

void PromptChangeModel::setPrompt(const Prompt& prompt)
{
    beginResetModel();
    m_changes = prompt.changes;
    m_partial = prompt.partial;
    m_accepted.assign(m_changes.size(), true);
    endResetModel();
}

std::vector<std::size_t> PromptChangeModel::accepted() const
{
    std::vector<std::size_t> accepted;
    for (std::size_t i = 0; i < m_accepted.size(); ++i) {
        if (m_accepted[i])
            accepted.push_back(i);
    }
    return accepted;
}

int PromptChangeModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_changes.size());
}

QVariant PromptChangeModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const PromptChange& change = m_changes[std::size_t(index.row())];
    const QString uri = shownText(change.uri);
    const QString what = change.what.isEmpty() ? uri : change.what;
    switch (role) {
    case Qt::DisplayRole:
        return what;
    case Qt::ToolTipRole: {
        QStringList lines{what, promptChangeValues(change), uri};
        lines.removeAll(QString());
        lines.removeDuplicates();
        return lines.join(QLatin1Char('\n'));
    }
    case Qt::AccessibleTextRole: {
        QStringList words{promptChangeWord(change.kind).mid(2), what};
        if (change.secret)
            words << QCoreApplication::translate("PromptChangeModel", "secret value");
        else if (const QString values = promptChangeValues(change); !values.isEmpty())
            words << values;
        return (words << uri).join(QStringLiteral(", "));
    }
    case Qt::CheckStateRole:
        return m_partial ? QVariant(int(m_accepted[std::size_t(index.row())] ? Qt::Checked : Qt::Unchecked))
                         : QVariant();
    case KindRole:
        return int(change.kind);
    case KindTextRole:
        return promptChangeWord(change.kind);
    case UriRole:
        return uri;
    case ValuesRole:
        return promptChangeValues(change);
    default:
        return {};
    }
}

bool PromptChangeModel::setData(const QModelIndex& index, const QVariant& value, int role)
{
    if (role != Qt::CheckStateRole || !m_partial || !checkIndex(index, CheckIndexOption::IndexIsValid))
        return false;
    m_accepted[std::size_t(index.row())] = value.toInt() == int(Qt::Checked);
    Q_EMIT dataChanged(index, index, {Qt::CheckStateRole});
    return true;
}

Qt::ItemFlags PromptChangeModel::flags(const QModelIndex& index) const
{
    if (!index.isValid())
        return Qt::NoItemFlags;
    const Qt::ItemFlags shown = Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren;
    return m_partial ? shown | Qt::ItemIsUserCheckable : shown;
}

} // namespace dmsc
