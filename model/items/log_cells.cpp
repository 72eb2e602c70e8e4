// SPDX-License-Identifier: Apache-2.0
#include "model/items/log_cells.h"

#include "model/filter/filter_fields.h"
#include "model/filter/filter_tokens.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace dmsc {

namespace {

/// More than fits in a cell.
constexpr qsizetype kMaxCellText = 200;

constexpr std::array<const char*, LogColumns::ColumnCount> kLogHeaders{
    QT_TRANSLATE_NOOP("LogModel", "No."),
    QT_TRANSLATE_NOOP("LogModel", "Time (s)"),
    QT_TRANSLATE_NOOP("LogModel", "Direction"),
    QT_TRANSLATE_NOOP("LogModel", "Layer"),
    QT_TRANSLATE_NOOP("LogModel", "Name"),
    QT_TRANSLATE_NOOP("LogModel", "Target"),
    QT_TRANSLATE_NOOP("LogModel", "Length"),
    QT_TRANSLATE_NOOP("LogModel", "Status"),
    QT_TRANSLATE_NOOP("LogModel", "ms"),
    QT_TRANSLATE_NOOP("LogModel", "Comment"),
};

QString cut(const QString& text)
{
    return text.size() <= kMaxCellText ? text : text.left(kMaxCellText) + QChar(0x2026);
}

QString cell(QByteArrayView utf8)
{
    return cut(QString::fromUtf8(utf8.first(std::min(utf8.size(), kMaxCellText * 4))));
}

QString seconds(std::chrono::nanoseconds time, int decimals)
{
    return QString::number(static_cast<double>(time.count()) / 1e9, 'f', decimals);
}

QString milliseconds(std::chrono::microseconds duration)
{
    return QString::number(static_cast<double>(duration.count()) / 1e3, 'f', 1);
}

QString timeText(const LogRow& row)
{
    if (row.timeMode == TimeMode::Delta) {
        return seconds(row.record.time - row.above, 6);
    }
    if (row.timeMode == TimeMode::Absolute && row.startedAt.isValid()) {
        const auto since = std::chrono::duration_cast<std::chrono::milliseconds>(row.record.time);
        return row.startedAt.addMSecs(since.count()).toLocalTime().toString(QStringLiteral("HH:mm:ss.zzz"));
    }
    return seconds(row.record.time, 3);
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

QString nameText(const LogRow& row)
{
    const QString name = cell(row.record.name);
    if (row.record.continuation) {
        return QStringLiteral("\u21B3 ") + name;
    }
    return row.folded && row.groupSize > 0 ? QStringLiteral("%1  +%2").arg(name).arg(row.groupSize) : name;
}

QString commentText(const LogRow& row)
{
    return row.mark ? (QStringLiteral("\u2605 ") + cut(*row.mark)).trimmed() : QString();
}

QString spokenGroup(const LogRow& row)
{
    if (row.groupSize == 0) {
        return {};
    }
    const int count = row.groupSize;
    const QString rows = QCoreApplication::translate("LogModel", "%n row(s) belong to it", nullptr, count);
    return QStringLiteral(", ")
        + (row.folded ? QCoreApplication::translate("LogModel", "folded") + QStringLiteral(", ") : QString()) + rows;
}

QString is(const char* field, const QString& value)
{
    return QStringLiteral("%1 == %2").arg(QLatin1String(field), quotedForFilter(value));
}

QString choice(FilterField field, std::size_t value)
{
    return QStringLiteral("%1 == %2").arg(fieldWord(field), choiceWords(field).at(static_cast<qsizetype>(value)));
}

} // namespace

QString logCell(const LogRow& row, LogColumns::Column column)
{
    const RecordView& record = row.record;
    switch (column) {
    case LogColumns::Number:
        return QString::number(record.number.shown());
    case LogColumns::Time:
        return timeText(row);
    case LogColumns::Direction:
        return directionText(record);
    case LogColumns::LayerName:
        return layerName(record.layer);
    case LogColumns::Name:
        return nameText(row);
    case LogColumns::Target:
        return cell(record.target);
    case LogColumns::Length:
        return QString::number(record.length());
    case LogColumns::Status:
        return cell(record.status);
    case LogColumns::Duration:
        return milliseconds(record.duration);
    case LogColumns::Comment:
        return commentText(row);
    case LogColumns::ColumnCount:
        break;
    }
    return {};
}

QString logCellSpoken(const LogRow& row, LogColumns::Column column)
{
    const RecordView& record = row.record;
    QString text = logCell(row, column);
    if (column == LogColumns::Number) {
        text += spokenGroup(row);
    }
    if (column == LogColumns::Direction) {
        text = QCoreApplication::translate("LogModel", "from %1 to %2")
                   .arg(actorName(record.from), actorName(record.to))
                   .trimmed();
    }
    if (column == LogColumns::Status && record.level == StatusLevel::Error) {
        text = QCoreApplication::translate("LogModel", "error %1").arg(text);
    }
    if (column == LogColumns::Status && record.level == StatusLevel::Warning) {
        text = QCoreApplication::translate("LogModel", "warning %1").arg(text);
    }
    if (column == LogColumns::Comment && row.mark) {
        text = QCoreApplication::translate("LogModel", "marked %1").arg(*row.mark).trimmed();
    }
    return text.isEmpty() ? QCoreApplication::translate("LogModel", "none") : text;
}

QString logHeader(LogColumns::Column column, TimeMode mode)
{
    if (column == LogColumns::Time && mode == TimeMode::Absolute) {
        return QCoreApplication::translate("LogModel", "Time");
    }
    if (column == LogColumns::Time && mode == TimeMode::Delta) {
        return QCoreApplication::translate("LogModel", "Delta (s)");
    }
    return QCoreApplication::translate("LogModel", kLogHeaders.at(static_cast<std::size_t>(column)));
}

bool isNumeric(LogColumns::Column column)
{
    return column == LogColumns::Number || column == LogColumns::Time || column == LogColumns::Length
        || column == LogColumns::Duration;
}

QString filterLikeCell(const LogRow& row, LogColumns::Column column)
{
    const RecordView& record = row.record;
    switch (column) {
    case LogColumns::Number:
        return QStringLiteral("no == %1").arg(record.number.shown());
    case LogColumns::Time:
        return QStringLiteral("time >= %1ns").arg(record.time.count());
    case LogColumns::Direction:
        return QStringLiteral("%1 and %2")
            .arg(choice(FilterField::From, static_cast<std::size_t>(record.from)),
                choice(FilterField::To, static_cast<std::size_t>(record.to)));
    case LogColumns::LayerName:
        return choice(FilterField::Layer, static_cast<std::size_t>(record.layer));
    case LogColumns::Name:
        return is("name", QString::fromUtf8(record.name));
    case LogColumns::Target:
        return is("target", QString::fromUtf8(record.target));
    case LogColumns::Length:
        return QStringLiteral("len == %1").arg(record.length());
    case LogColumns::Status:
        return is("status", QString::fromUtf8(record.status));
    case LogColumns::Duration:
        return QStringLiteral("dur >= %1us").arg(record.duration.count());
    case LogColumns::Comment:
        if (row.mark && !row.mark->isEmpty()) {
            return is("comment", *row.mark);
        }
        return row.mark ? QStringLiteral("marked") : QStringLiteral("not marked");
    case LogColumns::ColumnCount:
        break;
    }
    return {};
}

} // namespace dmsc
