// SPDX-License-Identifier: Apache-2.0
#include "model/items/field_difference_model.h"

#include "model/items/row_pair_model.h"

#include <QCoreApplication>

namespace dmsc {

FieldDifferenceModel::FieldDifferenceModel(QObject* parent)
    : QAbstractTableModel(parent)
{
}

void FieldDifferenceModel::set(std::vector<FieldDifference> fields)
{
    beginResetModel();
    m_fields = std::move(fields);
    endResetModel();
}

int FieldDifferenceModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_fields.size());
}

int FieldDifferenceModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString FieldDifferenceModel::cell(const FieldDifference& field, int column)
{
    switch (column) {
    case Name:
        return field.path;
    case State:
        return agreementText(field.state, field.expected);
    case Left:
        return field.left;
    case Right:
        return field.right;
    case Why:
        return field.why;
    default:
        return {};
    }
}

QVariant FieldDifferenceModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const FieldDifference& field = at(index.row());
    switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole:
        return cell(field, index.column());
    case Qt::AccessibleTextRole: {
        const QString shown = cell(field, index.column());
        return shown.isEmpty() ? QCoreApplication::translate("FieldDifferenceModel", "none") : shown;
    }
    case AgreementRole:
        return static_cast<int>(field.state);
    case ExpectedRole:
        return field.expected;
    default:
        return {};
    }
}

QVariant FieldDifferenceModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Name:
        return QCoreApplication::translate("FieldDifferenceModel", "Field");
    case State:
        return QCoreApplication::translate("FieldDifferenceModel", "State");
    case Left:
        return QCoreApplication::translate("FieldDifferenceModel", "Left");
    case Right:
        return QCoreApplication::translate("FieldDifferenceModel", "Right");
    case Why:
        return QCoreApplication::translate("FieldDifferenceModel", "Why it may differ");
    default:
        return {};
    }
}

} // namespace dmsc
