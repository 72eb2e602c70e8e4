// SPDX-License-Identifier: Apache-2.0
#include "model/items/log_model.h"

#include <utility>

namespace dmsc {

namespace {

using namespace std::chrono_literals;

/// A turn of the event loop stays well below a frame, with the painting that follows.
} // namespace

LogModel::LogModel(QObject* parent)
    : QAbstractTableModel(parent)
{
    m_slices.setSingleShot(true);
    connect(&m_slices, &QTimer::timeout, this, &LogModel::askOn);
}

void LogModel::append(const std::vector<Record>& records)
{
    if (records.empty()) {
        return;
    }
    const bool wasComplete = !isFiltering();
    if (m_rows.showsAll()) {
        const int before = rowCount();
        beginInsertRows({}, before, before + static_cast<int>(records.size()) - 1);
    }
    for (const Record& record : records) {
        m_recording.store.append(record);
    }
    if (m_rows.showsAll()) {
        endInsertRows();
    } else if (wasComplete) {
        addRows(m_rows.ask(m_recording, LogRows::Deadline::max()));
    }
    if (!m_slices.isActive()) {
        m_issues.take(store(), LogRows::Deadline::max());
    }
}

void LogModel::addRows(const std::vector<std::uint32_t>& rows)
{
    if (rows.empty()) {
        return;
    }
    const int before = rowCount();
    beginInsertRows({}, before, before + static_cast<int>(rows.size()) - 1);
    m_rows.add(rows);
    endInsertRows();
}

void LogModel::setRecording(Recording recording)
{
    beginResetModel();
    m_recording = std::move(recording);
    m_rows.restart();
    m_issues.clear();
    askFirst();
    endResetModel();
    Q_EMIT filteringChanged(isFiltering());
}

void LogModel::setStartedAt(const QDateTime& startedAt)
{
    m_recording.startedAt = startedAt;
}

void LogModel::clear()
{
    Recording empty;
    empty.startedAt = m_recording.startedAt;
    setRecording(std::move(empty));
}

void LogModel::setFilter(const RecordFilter& filter)
{
    beginResetModel();
    m_rows.setFilter(filter);
    askFirst();
    endResetModel();
    Q_EMIT filteringChanged(isFiltering());
}

void LogModel::setAllFolded(bool folded)
{
    beginResetModel();
    m_rows.setAllFolded(folded);
    askFirst();
    endResetModel();
    Q_EMIT filteringChanged(isFiltering());
}

void LogModel::askFirst()
{
    m_rows.add(m_rows.ask(m_recording, LogRows::endOfSlice()));
    m_slices.stop();
    if (isFiltering() || !m_issues.isComplete(store())) {
        m_slices.start();
    }
}

void LogModel::askOn()
{
    const bool wasFiltering = isFiltering();
    const LogRows::Deadline end = LogRows::endOfSlice();
    addRows(m_rows.ask(m_recording, end));
    if (!isFiltering()) {
        m_issues.take(store(), end);
    }
    if (isFiltering() || !m_issues.isComplete(store())) {
        m_slices.start();
    }
    if (wasFiltering && !isFiltering()) {
        Q_EMIT filteringChanged(false);
    }
}

RecordSelection LogModel::shownRecords() const
{
    RecordSelection selection;
    const int rows = rowCount();
    selection.reserve(static_cast<std::size_t>(rows));
    for (int row = 0; row < rows; ++row) {
        selection.push_back(recordAt(row));
    }
    return selection;
}

void LogModel::setMark(RecordNo record, const std::optional<QString>& comment)
{
    if (record.value >= store().size() || mark(record) == comment) {
        return;
    }
    if (comment) {
        m_recording.marks[record] = *comment;
    } else {
        m_recording.marks.erase(record);
    }
    askAgain(record);
    if (const std::optional<int> row = exactRowOf(record)) {
        Q_EMIT dataChanged(index(*row, 0), index(*row, ColumnCount - 1));
    }
    Q_EMIT markChanged(record);
}

void LogModel::askAgain(RecordNo record)
{
    const auto standing = m_rows.askAgain(record, m_recording);
    if (!standing || standing->was == standing->is) {
        return;
    }
    const int row = static_cast<int>(standing->row);
    if (standing->is) {
        beginInsertRows({}, row, row);
        m_rows.insert(standing->row, record);
        endInsertRows();
    } else {
        beginRemoveRows({}, row, row);
        m_rows.remove(standing->row);
        endRemoveRows();
    }
}

std::optional<QString> LogModel::mark(RecordNo record) const
{
    const auto found = m_recording.marks.find(record);
    return found == m_recording.marks.end() ? std::nullopt : std::optional(found->second);
}

void LogModel::setFolded(RecordNo record, bool folded)
{
    const RecordNo head = headOf(store(), record);
    if (groupSize(store(), head) == 0 || m_rows.isFolded(head) == folded) {
        return;
    }
    const LogRows::Change change = m_rows.foldChange(head, folded, m_recording);
    const int first = static_cast<int>(change.row);
    const int last = first + static_cast<int>(change.records.size()) - 1;
    if (change.records.empty()) {
        m_rows.commitFold(head, folded, change);
    } else if (folded) {
        beginRemoveRows({}, first, last);
        m_rows.commitFold(head, folded, change);
        endRemoveRows();
    } else {
        beginInsertRows({}, first, last);
        m_rows.commitFold(head, folded, change);
        endInsertRows();
    }
    if (const std::optional<int> row = exactRowOf(head)) {
        Q_EMIT dataChanged(index(*row, 0), index(*row, ColumnCount - 1));
    }
}

void LogModel::setTimeMode(TimeMode mode)
{
    m_timeMode = mode;
    if (rowCount() > 0) {
        Q_EMIT dataChanged(index(0, Time), index(rowCount() - 1, Time));
    }
    Q_EMIT headerDataChanged(Qt::Horizontal, Time, Time);
}

RecordNo LogModel::recordAt(int row) const
{
    return m_rows.at(static_cast<std::size_t>(row));
}

std::optional<int> LogModel::rowOf(RecordNo number) const
{
    const std::optional<std::size_t> row = m_rows.rowOf(number, m_recording);
    return row ? std::optional(static_cast<int>(*row)) : std::nullopt;
}

std::optional<int> LogModel::exactRowOf(RecordNo number) const
{
    const std::optional<int> row = rowOf(number);
    return row && recordAt(*row) == number ? row : std::nullopt;
}

LogRow LogModel::rowAt(int row, Column column) const
{
    LogRow found;
    found.record = store().at(recordAt(row));
    found.startedAt = m_recording.startedAt;
    found.timeMode = m_timeMode;
    if (column == Comment) {
        found.mark = mark(found.record.number);
    }
    if (column == Time) {
        found.above = row > 0 ? store().at(recordAt(row - 1)).time : found.record.time;
    }
    if ((column == Number || column == Name) && !found.record.continuation) {
        found.folded = m_rows.isFolded(found.record.number);
        found.groupSize = groupSize(store(), found.record.number);
    }
    return found;
}

QString LogModel::filterLike(const QModelIndex& cell) const
{
    const auto column = static_cast<Column>(cell.column());
    return filterLikeCell(rowAt(cell.row(), column), column);
}

int LogModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.count(m_recording));
}

int LogModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant LogModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid)) {
        return {};
    }
    const auto column = static_cast<Column>(index.column());
    if (role == Qt::TextAlignmentRole) {
        const Qt::Alignment side = isNumeric(column) ? Qt::AlignRight : Qt::AlignLeft;
        return QVariant::fromValue(side | Qt::AlignVCenter);
    }
    if (role == Qt::DisplayRole || role == Qt::ToolTipRole) {
        return logCell(rowAt(index.row(), column), column);
    }
    if (role == Qt::AccessibleTextRole) {
        return logCellSpoken(rowAt(index.row(), column), column);
    }
    const RecordNo number = recordAt(index.row());
    const RecordView record = store().at(number);
    switch (role) {
    case Qt::EditRole:
        return column == Comment ? QVariant(mark(number).value_or(QString())) : QVariant();
    case LevelRole:
        return static_cast<int>(record.level);
    case RecordNoRole:
        return record.number.value;
    case FromRole:
        return static_cast<int>(record.from);
    case ToRole:
        return static_cast<int>(record.to);
    case NameRole:
        return QString::fromUtf8(record.name);
    case StatusRole:
        return QString::fromUtf8(record.status);
    case DurationRole:
        return static_cast<qint64>(record.duration.count());
    case ContinuationRole:
        return record.continuation;
    case GroupSizeRole:
        return record.continuation ? 0 : groupSize(store(), number);
    case FoldedRole:
        return !record.continuation && m_rows.isFolded(number);
    case MarkedRole:
        return mark(number).has_value();
    default:
        return {};
    }
}

QVariant LogModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= ColumnCount) {
        return {};
    }
    const auto column = static_cast<Column>(section);
    if (role == Qt::DisplayRole || role == Qt::AccessibleTextRole) {
        return logHeader(column, m_timeMode);
    }
    if (role == Qt::TextAlignmentRole) {
        const Qt::Alignment side = isNumeric(column) ? Qt::AlignRight : Qt::AlignLeft;
        return QVariant::fromValue(side | Qt::AlignVCenter);
    }
    return {};
}

Qt::ItemFlags LogModel::flags(const QModelIndex& index) const
{
    const Qt::ItemFlags flags = QAbstractTableModel::flags(index);
    return index.column() == Comment ? flags | Qt::ItemIsEditable : flags;
}

bool LogModel::setData(const QModelIndex& index, const QVariant& value, int role)
{
    if (role != Qt::EditRole || !index.isValid() || index.column() != Comment) {
        return false;
    }
    const RecordNo record = recordAt(index.row());
    const QString text = value.toString();
    // An editor that was opened and left says nothing about a row without a mark.
    if (!text.isEmpty() || mark(record)) {
        setMark(record, text);
    }
    return true;
}

} // namespace dmsc
