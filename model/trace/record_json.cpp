// SPDX-License-Identifier: Apache-2.0
#include "model/trace/record_json.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <array>

namespace dmsc {

namespace {

// Words of the file, not of the window: they stay the same in every language.
constexpr std::array<const char*, kLayerCount> kLayers{
    "apdu", "secureChannel", "syncml", "plan", "ui", "storage", "reader", "notification"};
constexpr std::array<const char*, kActorCount> kActors{"none", "device", "card", "server", "user", "workbench"};
constexpr std::array<const char*, 4> kLevels{"none", "ok", "warning", "error"};

template <class Names, class Enum> QString word(const Names& names, Enum value)
{
    return QString::fromLatin1(names.at(static_cast<std::size_t>(value)));
}

QString hex(QByteArrayView bytes, RecordPart part, const std::vector<ByteRange>& masked)
{
    QByteArray text = QByteArray::fromRawData(bytes.data(), bytes.size()).toHex();
    for (const ByteRange& range : masked) {
        if (range.part != part) {
            continue;
        }
        const qsizetype begin = std::min<qsizetype>(range.offset, bytes.size());
        const qsizetype end = std::min<qsizetype>(begin + range.length, bytes.size());
        std::fill(text.begin() + begin * 2, text.begin() + end * 2, '.');
    }
    return QString::fromLatin1(text);
}

QJsonObject object(const RecordView& record, const std::vector<ByteRange>& masked)
{
    return {
        {QStringLiteral("no"), static_cast<qint64>(record.number.shown())},
        {QStringLiteral("time"), static_cast<double>(record.time.count()) / 1e9},
        {QStringLiteral("duration"), static_cast<double>(record.duration.count()) / 1e3},
        {QStringLiteral("layer"), word(kLayers, record.layer)},
        {QStringLiteral("from"), word(kActors, record.from)},
        {QStringLiteral("to"), word(kActors, record.to)},
        {QStringLiteral("name"), QString::fromUtf8(record.name)},
        {QStringLiteral("target"), QString::fromUtf8(record.target)},
        {QStringLiteral("status"), QString::fromUtf8(record.status)},
        {QStringLiteral("level"), word(kLevels, record.level)},
        {QStringLiteral("exchange"), static_cast<qint64>(record.exchange.value)},
        {QStringLiteral("continuation"), record.continuation},
        {QStringLiteral("request"), hex(record.request, RecordPart::Request, masked)},
        {QStringLiteral("response"), hex(record.response, RecordPart::Response, masked)},
    };
}

} // namespace

QByteArray toJson(const RecordStore& store, const QDateTime& startedAt, Secrets secrets)
{
    QJsonArray records;
    for (std::size_t i = 0; i < store.size(); ++i) {
        const RecordNo number{static_cast<std::uint32_t>(i)};
        const auto masked = secrets == Secrets::Masked ? store.secrets(number) : std::vector<ByteRange>{};
        records.append(object(store.at(number), masked));
    }
    const QJsonObject document{
        {QStringLiteral("startedAt"), startedAt.toUTC().toString(Qt::ISODateWithMs)},
        {QStringLiteral("records"), records},
    };
    return QJsonDocument(document).toJson(QJsonDocument::Indented);
}

} // namespace dmsc
