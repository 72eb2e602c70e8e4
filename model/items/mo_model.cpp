// SPDX-License-Identifier: Apache-2.0
#include "model/items/mo_model.h"

#include "model/items/cell_text.h"
#include "model/items/state_text.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace dmsc {

namespace {

constexpr std::array<const char*, MoModel::ColumnCount> kMoHeaders = {
    QT_TRANSLATE_NOOP("MoModel", "MO"),
    QT_TRANSLATE_NOOP("MoModel", "Node"),
    QT_TRANSLATE_NOOP("MoModel", "Differ"),
    QT_TRANSLATE_NOOP("MoModel", "Only device"),
    QT_TRANSLATE_NOOP("MoModel", "Only card"),
};

bool isMo(const Tree& tree, NodeId node)
{
    return node != kNoNode && tree.isInterior(node) && !tree.type(node).empty();
}

} // namespace

QString moShortName(std::string_view type)
{
    // urn:oma:mo:oma-dm-dmacc:1.0 -> dmacc 1.0; com.example/1.0/Phone -> Phone 1.0
    QString text = shownText(type);
    if (text.contains(u'/')) {
        const QStringList parts = text.split(u'/', Qt::SkipEmptyParts);
        return parts.size() < 3 ? text : parts.last() + QLatin1Char(' ') + parts.at(1);
    }
    const QStringList parts = text.split(u':', Qt::SkipEmptyParts);
    if (parts.size() < 3)
        return text;
    QString name = parts.at(parts.size() - 2);
    for (const QLatin1String common : {QLatin1String("oma-dm-"), QLatin1String("oma-"), QLatin1String("ext-")})
        if (name.startsWith(common)) {
            name.remove(0, common.size());
            break;
        }
    return name + QLatin1Char(' ') + parts.last();
}

MoModel::MoModel(QObject* parent)
    : QAbstractTableModel(parent)
{
}

std::vector<MoModel::Row> MoModel::rowsOf(const Workspace& workspace)
{
    std::vector<Row> rows;
    const AlignedTree& aligned = workspace.aligned();
    const auto size = static_cast<std::uint32_t>(aligned.size());
    for (std::uint32_t i = 1; i < size;) {
        const PairNo pair{i};
        const bool onDevice = isMo(workspace.working(Side::Device), aligned.node(pair, Side::Device));
        if (!onDevice && !isMo(workspace.working(Side::Card), aligned.node(pair, Side::Card))) {
            ++i;
            continue;
        }
        const Side side = onDevice ? Side::Device : Side::Card;
        const Tree& tree = workspace.working(side);
        const NodeId node = aligned.node(pair, side);
        const AlignedTree::Pair all = aligned.at(pair);
        rows.push_back({pair, all.end, shownText(tree.type(node)), shownText(tree.uri(node).text()), all.counts,
            all.state, all.moved});
        i = all.end;
    }
    return rows;
}

void MoModel::update(const Workspace& workspace)
{
    std::vector<Row> fresh = rowsOf(workspace);
    const bool sameMos = std::equal(fresh.begin(), fresh.end(), m_rows.begin(), m_rows.end(),
        [](const Row& a, const Row& b) { return a.uri == b.uri && a.type == b.type; });
    if (!sameMos) {
        beginResetModel();
        m_rows = std::move(fresh);
        endResetModel();
        return;
    }
    m_rows = std::move(fresh);
    if (!m_rows.empty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

PairNo MoModel::pairAt(int row) const
{
    return row >= 0 && row < rowCount() ? m_rows[static_cast<std::size_t>(row)].pair : kNoPair;
}

int MoModel::rowOf(PairNo pair) const
{
    for (std::size_t i = 0; i < m_rows.size(); ++i)
        if (m_rows[i].pair <= pair && dmsc::index(pair) < m_rows[i].end)
            return static_cast<int>(i);
    return -1;
}

int MoModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int MoModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString MoModel::text(const Row& row, int column)
{
    switch (column) {
    case TypeColumn:
        return moShortName(row.type.toStdString());
    case UriColumn:
        return row.uri;
    case DifferColumn:
        return QString::number(row.counts.valueDiffers + row.counts.propertiesDiffer + row.counts.moved);
    case OnlyDeviceColumn:
        return QString::number(row.counts.onlyDevice);
    case OnlyCardColumn:
        return QString::number(row.counts.onlyCard);
    default:
        return {};
    }
}

QVariant MoModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const Row& row = m_rows[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        return text(row, index.column());
    case Qt::ToolTipRole:
    case TypeRole:
        return row.type;
    case Qt::AccessibleTextRole:
        return QCoreApplication::translate(
            "MoModel", "%1 at %2, %3, %n difference(s)", nullptr, int(row.counts.total()))
            .arg(text(row, TypeColumn), row.uri, stateWord(row.state, row.moved));
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(
            Qt::Alignment((index.column() >= DifferColumn ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter));
    case PairRole:
        return dmsc::index(row.pair);
    case StateRole:
        return static_cast<int>(row.state);
    case MovedRole:
        return row.moved;
    case DifferencesRole:
        return static_cast<int>(row.counts.total());
    default:
        return {};
    }
}

QVariant MoModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= ColumnCount)
        return {};
    if (role == Qt::DisplayRole || role == Qt::AccessibleTextRole)
        return QCoreApplication::translate("MoModel", kMoHeaders.at(static_cast<std::size_t>(section)));
    return {};
}

} // namespace dmsc
