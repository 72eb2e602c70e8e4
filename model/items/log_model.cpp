// SPDX-License-Identifier: Apache-2.0
#include "model/items/log_model.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <limits>

namespace dmsc {

namespace {

/// More than fits in a cell; the details show the rest.
constexpr qsizetype kMaxCellText = 200;

constexpr std::array<const char*, LogModel::ColumnCount> kHeaders{
    QT_TRANSLATE_NOOP("LogModel", "No."),
    QT_TRANSLATE_NOOP("LogModel", "Time (s)"),
    QT_TRANSLATE_NOOP("LogModel", "Direction"),
    QT_TRANSLATE_NOOP("LogModel", "Layer"),
    QT_TRANSLATE_NOOP("LogModel", "Name"),
    QT_TRANSLATE_NOOP("LogModel", "Length"),
    QT_TRANSLATE_NOOP("LogModel", "Status"),
    QT_TRANSLATE_NOOP("LogModel", "ms"),
    QT_TRANSLATE_NOOP("LogModel", "Target"),
};

QString cell(QByteArrayView utf8)
{
    const QString text = QString::fromUtf8(utf8.first(std::min(utf8.size(), kMaxCellText * 4)));
    return text.size() <= kMaxCellText ? text : text.left(kMaxCellText) + QChar(0x2026);
}

QString directionText(const RecordView& record)
{
    const QString glyph = directionGlyph(record.from, record.to);
    const QString from = actorName(record.from);
    const QString to = actorName(record.to);
    if (glyph.isEmpty()) {
        return from.isEmpty() ? to : from;
    }
    return record.from < record.to ? from + QLatin1Char(' ') + glyph + QLatin1Char(' ') + to
                                   : to + QLatin1Char(' ') + glyph + QLatin1Char(' ') + from;
}

QString columnText(const RecordView& record, int column)
{
    switch (column) {
    case LogModel::Number:
        return QString::number(record.number.shown());
    case LogModel::Time:
        return QString::number(static_cast<double>(record.time.count()) / 1e9, 'f', 3);
    case LogModel::Direction:
        return directionText(record);
    case LogModel::LayerName:
        return layerName(record.layer);
    case LogModel::Name:
        return (record.continuation ? QStringLiteral("\u21B3 ") : QString()) + cell(record.name);
    case LogModel::Target:
        return cell(record.target);
    case LogModel::Length:
        return QString::number(record.length());
    case LogModel::Status:
        return cell(record.status);
    case LogModel::Duration:
        return QString::number(static_cast<double>(record.duration.count()) / 1e3, 'f', 1);
    default:
        return {};
    }
}

/// What a screen reader says: never empty, severity first as a word.
QString accessibleText(const RecordView& record, int column)
{
    QString text = columnText(record, column);
    if (column == LogModel::Direction) {
        text = QCoreApplication::translate("LogModel", "from %1 to %2")
                   .arg(actorName(record.from), actorName(record.to))
                   .trimmed();
    }
    if (column == LogModel::Status && record.level == StatusLevel::Error) {
        text = QCoreApplication::translate("LogModel", "error %1").arg(text);
    }
    if (column == LogModel::Status && record.level == StatusLevel::Warning) {
        text = QCoreApplication::translate("LogModel", "warning %1").arg(text);
    }
    return text.isEmpty() ? QCoreApplication::translate("LogModel", "none") : text;
}

bool isNumeric(int column)
{
    return column == LogModel::Number || column == LogModel::Time || column == LogModel::Length
        || column == LogModel::Duration;
}

char lower(char byte)
{
    return byte >= 'A' && byte <= 'Z' ? static_cast<char>(byte + ('a' - 'A')) : byte;
}

/// `needle` is in lower case. ASCII letters compare without case, others as they are.
bool contains(QByteArrayView text, const QByteArray& needle)
{
    return std::search(text.begin(), text.end(), needle.begin(), needle.end(), [](char a, char b) {
        return lower(a) == b;
    }) != text.end();
}

QByteArray lowered(const QString& text)
{
    QByteArray needle = text.toUtf8();
    std::transform(needle.begin(), needle.end(), needle.begin(), lower);
    return needle;
}

} // namespace

LogModel::LogModel(QObject* parent)
    : QAbstractTableModel(parent)
{
}

void LogModel::count(const Record& record)
{
    m_warnings += record.level == StatusLevel::Warning ? 1 : 0;
    m_errors += record.level == StatusLevel::Error ? 1 : 0;
}

bool LogModel::passes(const RecordView& record) const
{
    const auto layer = static_cast<std::size_t>(record.layer);
    if (!m_filter.layers.test(layer)) {
        return false;
    }
    return m_needleInLayer.test(layer) || m_needleInWord[record.nameWord] != 0 || m_needleInWord[record.statusWord] != 0
        || contains(record.target, m_needle);
}

void LogModel::askNewWords()
{
    const std::vector<QByteArray>& words = m_store.words();
    while (m_needleInWord.size() < words.size()) {
        m_needleInWord.push_back(contains(words[m_needleInWord.size()], m_needle) ? 1 : 0);
    }
}

void LogModel::append(const std::vector<Record>& records)
{
    if (records.empty()) {
        return;
    }
    const int before = rowCount();
    if (m_filter.isOpen()) {
        beginInsertRows({}, before, before + static_cast<int>(records.size()) - 1);
        for (const Record& record : records) {
            count(record);
            m_store.append(record);
        }
        endInsertRows();
        return;
    }
    // The store may grow before the rows are announced: only m_shown makes a row.
    std::vector<std::uint32_t> added;
    for (const Record& record : records) {
        count(record);
        const RecordNo number = m_store.append(record);
        askNewWords();
        if (passes(m_store.at(number))) {
            added.push_back(number.value);
        }
    }
    if (!added.empty()) {
        beginInsertRows({}, before, before + static_cast<int>(added.size()) - 1);
        m_shown.insert(m_shown.end(), added.begin(), added.end());
        endInsertRows();
    }
}

void LogModel::clear()
{
    beginResetModel();
    m_store = {};
    m_shown.clear();
    m_needleInWord.clear();
    m_warnings = 0;
    m_errors = 0;
    endResetModel();
}

void LogModel::setFilter(const LogFilter& filter)
{
    if (filter == m_filter) {
        return;
    }
    beginResetModel();
    const bool narrower = narrows(filter);
    m_filter = filter;
    m_needle = lowered(filter.text);
    for (std::size_t layer = 0; layer < kLayerCount; ++layer) {
        m_needleInLayer.set(layer, contains(layerName(static_cast<Layer>(layer)).toUtf8(), m_needle));
    }
    m_needleInWord.clear();
    askNewWords();
    narrower ? dropFromShown() : collectShown();
    endResetModel();
}

bool LogModel::narrows(const LogFilter& filter) const
{
    // While somebody types, each letter leaves less of what the last one left.
    return !m_filter.isOpen() && (filter.layers & ~m_filter.layers).none() && lowered(filter.text).contains(m_needle);
}

void LogModel::dropFromShown()
{
    const auto hidden = [this](std::uint32_t number) { return !passes(m_store.at(RecordNo{number})); };
    m_shown.erase(std::remove_if(m_shown.begin(), m_shown.end(), hidden), m_shown.end());
}

void LogModel::collectShown()
{
    m_shown.clear();
    if (m_filter.isOpen()) {
        return;
    }
    for (std::uint32_t i = 0; i < m_store.size(); ++i) {
        if (passes(m_store.at(RecordNo{i}))) {
            m_shown.push_back(i);
        }
    }
}

RecordNo LogModel::recordAt(int row) const
{
    const auto index = static_cast<std::uint32_t>(row);
    return RecordNo{m_filter.isOpen() ? index : m_shown[index]};
}

std::optional<int> LogModel::rowOf(RecordNo number) const
{
    if (m_filter.isOpen()) {
        return number.value < m_store.size() ? std::optional(static_cast<int>(number.value)) : std::nullopt;
    }
    const auto row = std::lower_bound(m_shown.begin(), m_shown.end(), number.value);
    return row == m_shown.end() ? std::nullopt : std::optional(static_cast<int>(row - m_shown.begin()));
}

int LogModel::rowCount(const QModelIndex& parent) const
{
    if (parent.isValid()) {
        return 0;
    }
    return static_cast<int>(m_filter.isOpen() ? m_store.size() : m_shown.size());
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
    if (role == Qt::TextAlignmentRole) {
        const Qt::Alignment side = isNumeric(index.column()) ? Qt::AlignRight : Qt::AlignLeft;
        return QVariant::fromValue(side | Qt::AlignVCenter);
    }
    const RecordView record = m_store.at(recordAt(index.row()));
    switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole:
        return columnText(record, index.column());
    case Qt::AccessibleTextRole:
        return accessibleText(record, index.column());
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
    default:
        return {};
    }
}

QVariant LogModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= ColumnCount) {
        return {};
    }
    if (role == Qt::DisplayRole || role == Qt::AccessibleTextRole) {
        return QCoreApplication::translate("LogModel", kHeaders.at(static_cast<std::size_t>(section)));
    }
    if (role == Qt::TextAlignmentRole) {
        const Qt::Alignment side = isNumeric(section) ? Qt::AlignRight : Qt::AlignLeft;
        return QVariant::fromValue(side | Qt::AlignVCenter);
    }
    return {};
}

} // namespace dmsc
