// SPDX-License-Identifier: Apache-2.0
#include "model/items/row_pair_model.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>

namespace dmsc {

namespace {

bool isLeft(int column)
{
    return column < RowPairModel::State;
}

QString nameOf(const RecordView& row)
{
    const QString name = QString::fromUtf8(row.name);
    return row.target.isEmpty() ? name : name + QStringLiteral("  ") + QString::fromUtf8(row.target);
}

} // namespace

QString agreementText(Agreement state, bool expected)
{
    switch (state) {
    case Agreement::Same:
        return expected ? QCoreApplication::translate("RowPairModel", "(=) same")
                        : QCoreApplication::translate("RowPairModel", "= same");
    case Agreement::Differs:
        return expected ? QCoreApplication::translate("RowPairModel", "(#) as expected")
                        : QCoreApplication::translate("RowPairModel", "# differs");
    case Agreement::OnlyLeft:
        return QCoreApplication::translate("RowPairModel", "> only left");
    case Agreement::OnlyRight:
        return QCoreApplication::translate("RowPairModel", "< only right");
    }
    return {};
}

QString agreementText(const RowPair& pair)
{
    switch (pair.note) {
    case PairNote::NotPlayed:
        return QCoreApplication::translate("RowPairModel", "> not played: its secrets are masked");
    case PairNote::NotCompared:
        return QCoreApplication::translate("RowPairModel", "= nothing to compare");
    case PairNote::None:
        break;
    }
    return agreementText(pair.state, pair.expected);
}

QString verdictText(const ComparedRecordings& compared)
{
    const int same = static_cast<int>(compared.same);
    const int differs = static_cast<int>(compared.differs);
    const int onlyLeft = static_cast<int>(compared.onlyLeft);
    const int onlyRight = static_cast<int>(compared.onlyRight);
    const int notPlayed = static_cast<int>(compared.notPlayed);
    const int notCompared = static_cast<int>(compared.notCompared);
    QStringList parts{QCoreApplication::translate("RowPairModel", "%n row(s) same", nullptr, same)};
    if (differs > 0)
        parts += QCoreApplication::translate("RowPairModel", "%n differ(s)", nullptr, differs);
    if (onlyLeft > 0)
        parts += QCoreApplication::translate("RowPairModel", "%n only left", nullptr, onlyLeft);
    if (onlyRight > 0)
        parts += QCoreApplication::translate("RowPairModel", "%n only right", nullptr, onlyRight);
    if (notPlayed > 0)
        parts += QCoreApplication::translate("RowPairModel", "%n not played", nullptr, notPlayed);
    if (notCompared > 0)
        parts += QCoreApplication::translate("RowPairModel", "%n with nothing to compare", nullptr, notCompared);
    if (compared.stopped)
        parts += QCoreApplication::translate("RowPairModel", "stopped before the end");
    return parts.join(QStringLiteral(", "));
}

RowPairModel::RowPairModel(QObject* parent)
    : QAbstractTableModel(parent)
{
}

void RowPairModel::set(Recording left, Recording right, std::vector<RowPair> pairs)
{
    beginResetModel();
    m_left = std::move(left);
    m_right = std::move(right);
    m_pairs = std::move(pairs);
    choose();
    endResetModel();
}

void RowPairModel::setNames(const QString& left, const QString& right)
{
    m_leftName = left;
    m_rightName = right;
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
}

void RowPairModel::setSameHidden(bool hidden)
{
    if (m_isSameHidden == hidden)
        return;
    beginResetModel();
    m_isSameHidden = hidden;
    choose();
    endResetModel();
}

void RowPairModel::choose()
{
    m_shown.clear();
    m_shown.reserve(m_pairs.size());
    for (std::uint32_t i = 0; i < m_pairs.size(); ++i)
        if (!m_isSameHidden || m_pairs[i].state != Agreement::Same)
            m_shown.push_back(i);
}

int RowPairModel::nextDifference(int row) const
{
    for (int i = row + 1; i < rowCount(); ++i)
        if (pairAt(i).state != Agreement::Same)
            return i;
    return -1;
}

int RowPairModel::previousDifference(int row) const
{
    for (int i = std::min(row, rowCount()) - 1; i >= 0; --i)
        if (pairAt(i).state != Agreement::Same)
            return i;
    return -1;
}

int RowPairModel::rowOf(RecordNo left) const
{
    const auto found = std::ranges::find_if(
        m_shown, [this, left](std::uint32_t place) { return m_pairs[place].left && *m_pairs[place].left >= left; });
    return found == m_shown.end() ? -1 : static_cast<int>(found - m_shown.begin());
}

int RowPairModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_shown.size());
}

int RowPairModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

bool RowPairModel::isGap(const RowPair& pair, int column)
{
    return column != State && !(isLeft(column) ? pair.left : pair.right);
}

QString RowPairModel::cell(const RowPair& pair, int column) const
{
    if (column == State)
        return agreementText(pair);
    if (isGap(pair, column))
        return {};
    const RecordNo number = isLeft(column) ? *pair.left : *pair.right;
    const RecordView row = (isLeft(column) ? m_left : m_right).store.at(number);
    switch (column) {
    case LeftNumber:
    case RightNumber:
        return QString::number(number.shown());
    case LeftName:
    case RightName:
        return nameOf(row);
    default:
        return QString::fromUtf8(row.status);
    }
}

QVariant RowPairModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const RowPair& pair = pairAt(index.row());
    const int column = index.column();
    switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole:
        return cell(pair, column);
    case Qt::AccessibleTextRole:
        return isGap(pair, column) ? QCoreApplication::translate("RowPairModel", "no row") : cell(pair, column);
    case Qt::TextAlignmentRole:
        return column == LeftNumber || column == RightNumber ? int(Qt::AlignRight | Qt::AlignVCenter)
            : column == State                                ? int(Qt::AlignCenter)
                                                             : int(Qt::AlignLeft | Qt::AlignVCenter);
    case AgreementRole:
        return static_cast<int>(pair.state);
    case GapRole:
        return isGap(pair, column);
    default:
        return {};
    }
}

QVariant RowPairModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case LeftNumber:
    case RightNumber:
        return QCoreApplication::translate("RowPairModel", "No.");
    case LeftName:
        return m_leftName.isEmpty() ? QCoreApplication::translate("RowPairModel", "Left") : m_leftName;
    case RightName:
        return m_rightName.isEmpty() ? QCoreApplication::translate("RowPairModel", "Right") : m_rightName;
    case State:
        return QCoreApplication::translate("RowPairModel", "State");
    case LeftStatus:
    case RightStatus:
        return QCoreApplication::translate("RowPairModel", "Status");
    default:
        return {};
    }
}

} // namespace dmsc
