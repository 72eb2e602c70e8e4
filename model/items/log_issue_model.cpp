// SPDX-License-Identifier: Apache-2.0
#include "model/items/log_issue_model.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace dmsc {

namespace {

/// Between two looks at the clock.
constexpr std::uint32_t kRecordsPerLook = 256;

QString levelWord(StatusLevel level)
{
    return level == StatusLevel::Error ? QCoreApplication::translate("LogModel", "error")
                                       : QCoreApplication::translate("LogModel", "warning");
}

} // namespace

LogIssueModel::LogIssueModel(QObject* parent)
    : QAbstractTableModel(parent)
{
}

void LogIssueModel::take(const RecordStore& store, std::chrono::steady_clock::time_point deadline)
{
    const int before = m_errors + m_warnings;
    for (; m_taken < store.size(); ++m_taken) {
        if (m_taken % kRecordsPerLook == 0 && std::chrono::steady_clock::now() >= deadline) {
            break;
        }
        const RecordView record = store.at(RecordNo{m_taken});
        if (record.level == StatusLevel::Error || record.level == StatusLevel::Warning) {
            count(record);
        }
    }
    if (m_errors + m_warnings != before) {
        Q_EMIT dataChanged(index(0, Count), index(rowCount() - 1, Count));
    }
}

void LogIssueModel::count(const RecordView& record)
{
    (record.level == StatusLevel::Error ? m_errors : m_warnings) += 1;
    const Key key{(std::uint64_t{record.nameWord} << 32U) | record.statusWord,
        static_cast<std::uint32_t>(record.layer) * 256U + static_cast<std::uint32_t>(record.level)};
    const auto known = m_index.constFind(key);
    const std::size_t issue = known != m_index.cend() ? *known : add(record);
    m_index.insert(key, issue);
    m_issues[issue].records.push_back(record.number.value);
}

std::size_t LogIssueModel::add(const RecordView& record)
{
    const bool isError = record.level == StatusLevel::Error;
    const std::size_t row = isError ? m_errorRows : m_rows.size();
    beginInsertRows({}, static_cast<int>(row), static_cast<int>(row));
    m_issues.push_back(
        {record.level, record.layer, QString::fromUtf8(record.name), QString::fromUtf8(record.status), {}});
    m_rows.insert(m_rows.begin() + static_cast<std::ptrdiff_t>(row), m_issues.size() - 1);
    m_errorRows += isError ? 1 : 0;
    endInsertRows();
    return m_issues.size() - 1;
}

void LogIssueModel::clear()
{
    beginResetModel();
    m_issues.clear();
    m_rows.clear();
    m_index.clear();
    m_taken = 0;
    m_errors = 0;
    m_warnings = 0;
    m_errorRows = 0;
    endResetModel();
}

RecordNo LogIssueModel::next(int row, std::optional<RecordNo> after) const
{
    const std::vector<std::uint32_t>& records = m_issues[m_rows[static_cast<std::size_t>(row)]].records;
    const auto found = after ? std::upper_bound(records.begin(), records.end(), after->value) : records.end();
    return RecordNo{found == records.end() ? records.front() : *found};
}

int LogIssueModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int LogIssueModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant LogIssueModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid)) {
        return {};
    }
    const Issue& issue = m_issues[m_rows[static_cast<std::size_t>(index.row())]];
    if (role == LevelRole) {
        return static_cast<int>(issue.level);
    }
    if (role == Qt::TextAlignmentRole) {
        return QVariant::fromValue((index.column() == Count ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    }
    const bool spoken = role == Qt::AccessibleTextRole;
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole && !spoken) {
        return {};
    }
    switch (index.column()) {
    case Count:
        return QLocale().toString(qulonglong{issue.records.size()});
    case Name:
        return issue.name.isEmpty() ? layerName(issue.layer) : issue.name;
    default:
        return spoken ? levelWord(issue.level) + QLatin1Char(' ') + issue.status : issue.status;
    }
}

QVariant LogIssueModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || (role != Qt::DisplayRole && role != Qt::AccessibleTextRole)) {
        return {};
    }
    switch (section) {
    case Count:
        return QCoreApplication::translate("LogModel", "Rows");
    case Name:
        return QCoreApplication::translate("LogModel", "Name");
    case Status:
        return QCoreApplication::translate("LogModel", "Status");
    default:
        return {};
    }
}

} // namespace dmsc
