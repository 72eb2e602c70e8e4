// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/recording/recording_file.h"

#include <QFile>

namespace dmsc::test {

inline Record sampleRecord(std::uint32_t number)
{
    using namespace std::chrono_literals;
    Record record;
    record.time = std::chrono::milliseconds(number);
    record.duration = 250us;
    record.layer = static_cast<Layer>(number % kLayerCount);
    record.from = static_cast<Actor>(number % kActorCount);
    record.to = static_cast<Actor>((number + 1) % kActorCount);
    record.level = static_cast<StatusLevel>(number % 4);
    record.continuation = number % 3 == 1;
    record.exchange = ExchangeId{number / 2};
    record.name = QStringLiteral("VERIFY \u00E4 %1").arg(number % 5);
    record.target = number % 4 == 0 ? QString() : QStringLiteral("./Konto/%1").arg(number);
    record.status = number % 6 == 0 ? QString() : QStringLiteral("9000");
    record.request = QByteArray::fromHex("0020000104") + QByteArray::number(number);
    record.response = number % 7 == 0 ? QByteArray() : QByteArray::fromHex("9000");
    if (number % 2 == 0)
        record.secrets = {{RecordPart::Request, 5, 1}, {RecordPart::Response, 0, 2}};
    return record;
}

/// What differs, for a test's message; empty where the row is that record.
inline QString difference(const RecordStore& store, RecordNo row, const Record& expected)
{
    const RecordView view = store.at(row);
    const bool same = view.number == row && view.time == expected.time && view.duration == expected.duration
        && view.layer == expected.layer && view.from == expected.from && view.to == expected.to
        && view.level == expected.level && view.continuation == expected.continuation
        && view.exchange == expected.exchange && QString::fromUtf8(view.name) == expected.name
        && QString::fromUtf8(view.target) == expected.target && QString::fromUtf8(view.status) == expected.status
        && view.request == expected.request && view.response == expected.response
        && store.secrets(row) == expected.secrets;
    return same ? QString() : QStringLiteral("row %1 is %2").arg(row.shown()).arg(QString::fromUtf8(view.name));
}

/// The first difference from sampleRecord(0), (1), ... (count - 1).
inline QString difference(const RecordStore& store, std::uint32_t count)
{
    if (store.size() != count)
        return QStringLiteral("%1 rows, %2 expected").arg(store.size()).arg(count);
    for (std::uint32_t i = 0; i < count; ++i) {
        if (const QString found = difference(store, RecordNo{i}, sampleRecord(i)); !found.isEmpty())
            return found;
    }
    return {};
}

inline QByteArray sampleFrames(std::uint32_t from, std::uint32_t count)
{
    QByteArray frames;
    for (std::uint32_t i = from; i < from + count; ++i)
        frames += recordFrame(sampleRecord(i));
    return frames;
}

inline bool writeBytes(const QString& path, const QByteArray& bytes, QIODevice::OpenMode mode = QIODevice::WriteOnly)
{
    QFile file(path);
    return file.open(mode) && file.write(bytes) == bytes.size();
}

} // namespace dmsc::test
