// SPDX-License-Identifier: Apache-2.0
#include "model/items/card_file_model.h"

#include "model/items/card_file_text.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>
#include <array>

namespace dmsc {

namespace {

constexpr std::array<const char*, CardFileModel::ColumnCount> kHeaders = {
    QT_TRANSLATE_NOOP("CardFileModel", "File"),
    QT_TRANSLATE_NOOP("CardFileModel", "Id"),
    QT_TRANSLATE_NOOP("CardFileModel", "Structure"),
    QT_TRANSLATE_NOOP("CardFileModel", "Size"),
    QT_TRANSLATE_NOOP("CardFileModel", "Read"),
    QT_TRANSLATE_NOOP("CardFileModel", "Update"),
};

QString columnText(const CardFile& file, int column)
{
    switch (column) {
    case CardFileModel::NameColumn:
        return file.name.isEmpty() ? file.id : file.name;
    case CardFileModel::IdColumn:
        return file.id;
    case CardFileModel::StructureColumn:
        return structureText(file);
    case CardFileModel::SizeColumn:
        return file.size ? byteCountText(*file.size) : QString();
    case CardFileModel::ReadColumn:
        return conditionFor(file, u"read");
    case CardFileModel::UpdateColumn:
        return conditionFor(file, u"update");
    default:
        return {};
    }
}

/// The column with its heading: a condition alone says nothing to who hears it.
QString spokenText(const CardFile& file, int column)
{
    const QString text = columnText(file, column);
    if (column == CardFileModel::NameColumn) {
        const QString count = file.findings.empty()
            ? QString()
            : QCoreApplication::translate("CardFileModel", "%n finding(s)", nullptr, int(file.findings.size()));
        QStringList words{text, file.description, structureText(file), count};
        words.removeAll(QString());
        return words.join(QStringLiteral(", "));
    }
    const QString heading = QCoreApplication::translate("CardFileModel", kHeaders.at(std::size_t(column)));
    return text.isEmpty() ? QCoreApplication::translate("CardFileModel", "%1: not known").arg(heading)
                          : heading + QStringLiteral(": ") + text;
}

QString toolTip(const CardFile& file)
{
    QStringList lines{file.path, file.description};
    for (const QString& finding : file.findings)
        lines << QStringLiteral("! ") + finding;
    lines.removeAll(QString());
    return lines.join(QLatin1Char('\n'));
}

} // namespace

CardFileModel::CardFileModel(QObject* parent)
    : QAbstractItemModel(parent)
{
}

bool CardFileModel::hasSamePaths(const CardFileTree* other) const
{
    if (!m_tree || other == nullptr)
        return false;
    return std::equal(m_tree->files.begin(), m_tree->files.end(), other->files.begin(), other->files.end(),
        [](const CardFile& a, const CardFile& b) { return a.path == b.path && a.parent == b.parent; });
}

void CardFileModel::setTree(std::shared_ptr<const CardFileTree> tree)
{
    if (m_tree == tree)
        return;
    if (hasSamePaths(tree.get())) {
        m_tree = std::move(tree);
        const auto tell = [this](const std::vector<int>& rows) {
            if (rows.empty())
                return;
            Q_EMIT dataChanged(createIndex(0, 0, quintptr(rows.front())),
                createIndex(int(rows.size()) - 1, ColumnCount - 1, quintptr(rows.back())));
        };
        tell(m_tops);
        for (const Node& node : m_nodes)
            tell(node.children);
        return;
    }
    beginResetModel();
    m_tree = std::move(tree);
    m_nodes.assign(m_tree ? m_tree->files.size() : 0, {});
    m_tops.clear();
    for (std::size_t i = 0; i < m_nodes.size(); ++i) {
        const int parent = m_tree->files[i].parent;
        const bool hangs = parent >= 0 && std::size_t(parent) < i;
        std::vector<int>& siblings = hangs ? m_nodes[std::size_t(parent)].children : m_tops;
        m_nodes[i].parent = hangs ? parent : -1;
        m_nodes[i].row = int(siblings.size());
        siblings.push_back(int(i));
    }
    endResetModel();
}

const CardFile* CardFileModel::file(const QModelIndex& index) const
{
    if (!index.isValid() || index.model() != this || index.internalId() >= m_nodes.size())
        return nullptr;
    return &m_tree->files[std::size_t(index.internalId())];
}

QModelIndex CardFileModel::indexOf(const QString& path) const
{
    for (std::size_t i = 0; i < m_nodes.size(); ++i) {
        if (m_tree->files[i].path == path)
            return createIndex(m_nodes[i].row, NameColumn, quintptr(i));
    }
    return {};
}

const std::vector<int>& CardFileModel::childrenOf(const QModelIndex& parent) const
{
    return parent.isValid() ? m_nodes[std::size_t(parent.internalId())].children : m_tops;
}

QModelIndex CardFileModel::index(int row, int column, const QModelIndex& parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    return createIndex(row, column, quintptr(childrenOf(parent)[std::size_t(row)]));
}

QModelIndex CardFileModel::parent(const QModelIndex& child) const
{
    if (!child.isValid() || child.internalId() >= m_nodes.size())
        return {};
    const int above = m_nodes[std::size_t(child.internalId())].parent;
    return above < 0 ? QModelIndex() : createIndex(m_nodes[std::size_t(above)].row, 0, quintptr(above));
}

int CardFileModel::rowCount(const QModelIndex& parent) const
{
    if (parent.isValid() && parent.column() != 0)
        return 0;
    return int(childrenOf(parent).size());
}

int CardFileModel::columnCount(const QModelIndex&) const
{
    return ColumnCount;
}

QVariant CardFileModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const CardFile& file = m_tree->files[std::size_t(index.internalId())];
    switch (role) {
    case Qt::DisplayRole:
        return columnText(file, index.column());
    case Qt::AccessibleTextRole:
        return spokenText(file, index.column());
    case Qt::ToolTipRole:
        return toolTip(file);
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(
            Qt::Alignment((index.column() == SizeColumn ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter));
    case PathRole:
        return file.path;
    case KindRole:
        return int(file.kind);
    case FindingsRole:
        return int(file.findings.size());
    case MoTypeRole:
        return file.moType;
    case FilterRole:
        return QStringList({file.name, file.id, file.description, file.path, structureText(file), file.moType})
            .join(QLatin1Char('\n'));
    default:
        return {};
    }
}

QVariant CardFileModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= ColumnCount)
        return {};
    if (role == Qt::DisplayRole || role == Qt::AccessibleTextRole)
        return QCoreApplication::translate("CardFileModel", kHeaders.at(std::size_t(section)));
    return {};
}

} // namespace dmsc
