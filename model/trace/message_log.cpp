// SPDX-License-Identifier: Apache-2.0
#include "model/trace/message_log.h"

#include "model/byte_array.h"
#include "model/record/packed_record.h"
#include "model/syncml/message_wbxml.h"
#include "model/syncml/message_xml.h"
#include "model/trace/message_rows.h"

#include <QCoreApplication>
#include <QDateTime>

#include <algorithm>
#include <array>
#include <chrono>
#include <optional>

namespace dmsc {

namespace {

constexpr QByteArrayView kComment = "<!--";
constexpr QByteArrayView kCommentEnd = "-->";
constexpr QByteArrayView kElement = "SyncML";
constexpr qsizetype kMaxPrefix = 32;
constexpr qsizetype kMaxStamp = 40;

bool isNameCharacter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '-'
        || c == '.';
}

/// A message from its first to past its last byte.
struct Range
{
    qsizetype begin = 0;
    qsizetype end = 0;
};

/// "<SyncML" or "<prefix:SyncML" from `from` on: where its "<" is.
qsizetype findStart(QByteArrayView text, qsizetype from, QByteArray& prefix)
{
    for (qsizetype at = text.indexOf(kElement, from); at >= 0; at = text.indexOf(kElement, at + 1)) {
        const qsizetype after = at + kElement.size();
        if (after < text.size() && (isNameCharacter(text[after]) || text[after] == ':'))
            continue;
        qsizetype begin = at;
        if (begin > 0 && text[begin - 1] == ':')
            for (--begin; begin > 0 && at - begin <= kMaxPrefix && isNameCharacter(text[begin - 1]);)
                --begin;
        if (begin == 0 || text[begin - 1] != '<')
            continue;
        prefix = text.sliced(begin, at - begin).toByteArray();
        return begin - 1;
    }
    return -1;
}

std::optional<Range> findMessage(QByteArrayView text, qsizetype from)
{
    QByteArray prefix;
    const qsizetype begin = findStart(text, from, prefix);
    if (begin < 0)
        return std::nullopt;
    const QByteArray close = "</" + prefix + "SyncML";
    const qsizetype end = text.indexOf(close, begin);
    const qsizetype bracket = end < 0 ? -1 : text.indexOf('>', end);
    return Range{begin, bracket < 0 ? text.size() : bracket + 1};
}

/// The date and time of a .NET program in one of the usual cultures.
QDateTime stampOf(QByteArrayView comment)
{
    if (comment.size() > kMaxStamp)
        return {};
    const QString text = QString::fromUtf8(comment).simplified();
    static constexpr std::array kFormats{"M/d/yyyy h:mm:ss AP", "dd.MM.yyyy HH:mm:ss", "dd/MM/yyyy HH:mm:ss",
        "yyyy-MM-dd HH:mm:ss", "dd-MM-yyyy HH:mm:ss", "d-M-yyyy HH:mm:ss", "yyyy/MM/dd H:mm:ss"};
    for (const char* format : kFormats)
        if (QDateTime time = QLocale::c().toDateTime(text, QLatin1String(format)); time.isValid())
            return time;
    return {};
}

/// The last stamp in what stands between two messages.
QDateTime lastStamp(QByteArrayView between)
{
    QDateTime last;
    for (qsizetype at = between.indexOf(kComment); at >= 0; at = between.indexOf(kComment, at + 1)) {
        const qsizetype begin = at + kComment.size();
        const qsizetype end = between.indexOf(kCommentEnd, begin);
        if (end < 0)
            break;
        if (const QDateTime stamp = stampOf(between.sliced(begin, end - begin)); stamp.isValid())
            last = stamp;
    }
    return last;
}

std::optional<syncml::Message> messageOf(Result<syncml::Message> decoded)
{
    return decoded ? std::optional(*std::move(decoded)) : std::nullopt;
}

} // namespace

Result<Recording> readXmlMessages(QByteArrayView text, const TraceProgress& progress)
{
    Recording recording;
    MessageRows rows(recording.store);
    std::chrono::nanoseconds time{0};
    ReadingWatch watch(progress, text.size(), 1);
    qsizetype from = 0;
    while (const auto found = findMessage(text, from)) {
        if (const QDateTime stamp = lastStamp(text.sliced(from, found->begin - from)); stamp.isValid()) {
            if (!recording.startedAt.isValid())
                recording.startedAt = stamp.toUTC();
            // Stamps may lie further apart than a time can say.
            constexpr auto kMost = std::chrono::floor<std::chrono::milliseconds>(kMaxRecordTime);
            time = std::clamp(
                std::chrono::milliseconds(recording.startedAt.msecsTo(stamp)), std::chrono::milliseconds(0), kMost);
        }
        QByteArray bytes = text.sliced(found->begin, found->end - found->begin).toByteArray();
        auto message = messageOf(syncml::decodeXml(viewOf(bytes)));
        rows.add(std::move(bytes), std::move(message), time);
        from = found->end;
        if (!watch.goesOn(text.size() - from))
            return readingStopped();
    }
    rows.finish();
    if (recording.store.isEmpty())
        return fail(ErrorKind::NotFound, QCoreApplication::translate("Trace", "there is no DM message in this file"));
    return recording;
}

Result<Recording> readWbxmlMessage(QByteArrayView message)
{
    QByteArray bytes = message.toByteArray();
    auto decoded = syncml::decodeWbxml(viewOf(bytes));
    if (!decoded)
        return tl::unexpected(decoded.error());
    Recording recording;
    MessageRows rows(recording.store);
    rows.add(std::move(bytes), *std::move(decoded), {});
    rows.finish();
    return recording;
}

} // namespace dmsc
