// SPDX-License-Identifier: Apache-2.0
#include "model/items/plan_model.h"

#include "model/items/cell_text.h"
#include "model/uicc/secret_type.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace dmsc {

namespace {

constexpr std::array<const char*, PlanModel::ColumnCount> kPlanHeaders = {
    QT_TRANSLATE_NOOP("PlanModel", "Side"),
    QT_TRANSLATE_NOOP("PlanModel", "Operation"),
    QT_TRANSLATE_NOOP("PlanModel", "Node"),
    QT_TRANSLATE_NOOP("PlanModel", "Property"),
    QT_TRANSLATE_NOOP("PlanModel", "Change"),
    QT_TRANSLATE_NOOP("PlanModel", "Result"),
};
constexpr std::array<const char*, 6> kProperties = {
    QT_TRANSLATE_NOOP("PlanModel", "value"),
    QT_TRANSLATE_NOOP("PlanModel", "format"),
    QT_TRANSLATE_NOOP("PlanModel", "type"),
    QT_TRANSLATE_NOOP("PlanModel", "ACL"),
    QT_TRANSLATE_NOOP("PlanModel", "title"),
    QT_TRANSLATE_NOOP("PlanModel", "name"),
};
constexpr int kFirstFailure = 300; // status codes from here on say that it was not done

QString kindText(Operation::Kind kind)
{
    switch (kind) {
    case Operation::Kind::Add:
        return QCoreApplication::translate("PlanModel", "add");
    case Operation::Kind::Delete:
        return QCoreApplication::translate("PlanModel", "delete");
    case Operation::Kind::Replace:
        return QCoreApplication::translate("PlanModel", "replace");
    }
    return {};
}

QString subtreeText(const Subtree& subtree)
{
    const NodeId top = rootOf(subtree);
    if (top == kNoNode)
        return {};
    if (!subtree->isInterior(top))
        return cellText(*subtree, top);
    return QCoreApplication::translate("PlanModel", "%n node(s)", nullptr, int(subtree->subtreeSize(top)));
}

/// before -> after
QString changeText(const Operation& operation)
{
    if (operation.kind == Operation::Kind::Add)
        return subtreeText(operation.added);
    if (operation.kind == Operation::Kind::Delete)
        return subtreeText(operation.removed);
    const auto shown = [&operation](const std::string& text) {
        const QString cell = operation.secret && !text.empty() ? secretDots() : cellText(Format::Chr, text);
        return cell.isEmpty() ? QCoreApplication::translate("PlanModel", "(empty)") : cell;
    };
    return shown(operation.before) + QStringLiteral(" \u2192 ") + shown(operation.after);
}

bool sameOperation(const Operation& a, const Operation& b)
{
    return a.side == b.side && a.kind == b.kind && a.uri == b.uri && a.property == b.property && a.before == b.before
        && a.after == b.after && a.added == b.added && a.removed == b.removed;
}

} // namespace

PlanModel::PlanModel(QObject* parent)
    : QAbstractTableModel(parent)
{
}

void PlanModel::setPlan(const Plan& plan)
{
    const auto& now = plan.operations();
    std::size_t same = 0;
    while (same < now.size() && same < m_rows.size() && sameOperation(now[same], m_rows[same].operation))
        ++same;
    std::size_t tail = 0; // of the same operations at the end
    while (tail < now.size() - same && tail < m_rows.size() - same
        && sameOperation(now[now.size() - 1 - tail], m_rows[m_rows.size() - 1 - tail].operation))
        ++tail;
    const auto first = static_cast<int>(same);
    if (const auto gone = static_cast<int>(m_rows.size() - same - tail); gone > 0) {
        beginRemoveRows({}, first, first + gone - 1);
        m_rows.erase(m_rows.begin() + first, m_rows.begin() + first + gone);
        endRemoveRows();
    }
    if (const auto added = static_cast<int>(now.size() - same - tail); added > 0) {
        std::vector<Row> rows;
        for (std::size_t i = same; i < now.size() - tail; ++i)
            rows.push_back({now[i], 0, {}});
        beginInsertRows({}, first, first + added - 1);
        m_rows.insert(m_rows.begin() + first, rows.begin(), rows.end());
        endInsertRows();
    }
}

void PlanModel::setResult(int row, int status, const QString& answer)
{
    if (row < 0 || row >= rowCount())
        return;
    m_rows[static_cast<std::size_t>(row)].status = status;
    m_rows[static_cast<std::size_t>(row)].answer = answer;
    Q_EMIT dataChanged(index(row, 0), index(row, ColumnCount - 1));
}

void PlanModel::clearResults()
{
    for (Row& row : m_rows) {
        row.status = 0;
        row.answer.clear();
    }
    if (!m_rows.empty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

int PlanModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int PlanModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString PlanModel::text(const Row& row, int column)
{
    const Operation& operation = row.operation;
    switch (column) {
    case SideColumn:
        return operation.side == Side::Device ? QCoreApplication::translate("PlanModel", "device")
                                              : QCoreApplication::translate("PlanModel", "card");
    case KindColumn:
        return kindText(operation.kind);
    case UriColumn:
        return shownText(operation.uri.text());
    case PropertyColumn:
        return operation.kind == Operation::Kind::Replace
            ? QCoreApplication::translate("PlanModel", kProperties.at(static_cast<std::size_t>(operation.property)))
            : QString();
    case ChangeColumn:
        return changeText(operation);
    case ResultColumn:
        return row.status == 0 ? QString() : QStringLiteral("%1 %2").arg(row.status).arg(row.answer).trimmed();
    default:
        return {};
    }
}

QVariant PlanModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const Row& row = m_rows[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole:
        return text(row, index.column());
    case Qt::AccessibleTextRole: {
        const QString cell = text(row, index.column());
        return cell.isEmpty() ? QCoreApplication::translate("PlanModel", "none") : cell;
    }
    case SideRole:
        return static_cast<int>(row.operation.side);
    case KindRole:
        return static_cast<int>(row.operation.kind);
    case StatusRole:
        return row.status;
    case FailedRole:
        return row.status >= kFirstFailure;
    default:
        return {};
    }
}

QVariant PlanModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= ColumnCount)
        return {};
    if (role == Qt::DisplayRole || role == Qt::AccessibleTextRole)
        return QCoreApplication::translate("PlanModel", kPlanHeaders.at(static_cast<std::size_t>(section)));
    return {};
}

} // namespace dmsc
