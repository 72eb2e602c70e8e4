// SPDX-License-Identifier: Apache-2.0
#include "cardio/desk/reader_records.h"

#include "model/byte_array.h"

#include <algorithm>

namespace dmsc {

namespace {

Record event(const QString& name, const QString& reader, StatusLevel level)
{
    Record record;
    record.layer = Layer::Reader;
    record.from = Actor::Card;
    record.to = Actor::Workbench;
    record.name = name;
    record.target = reader;
    record.level = level;
    return record;
}

const ReaderInfo* find(const ReaderList& list, const QString& name)
{
    const auto found =
        std::find_if(list.readers.begin(), list.readers.end(), [&](const ReaderInfo& one) { return one.name == name; });
    return found == list.readers.end() ? nullptr : &*found;
}

/// What is in the reader now.
Record contentEvent(const ReaderInfo& reader)
{
    switch (reader.status) {
    case ReaderStatus::Card: {
        Record record = event(QStringLiteral("CARD PRESENT"), reader.name, StatusLevel::Ok);
        record.status = reader.card;
        record.response = toByteArray(reader.atr);
        return record;
    }
    case ReaderStatus::Empty:
        return event(QStringLiteral("CARD EMPTY"), reader.name, StatusLevel::Ok);
    case ReaderStatus::Mute:
        return event(QStringLiteral("CARD MUTE"), reader.name, StatusLevel::Error);
    case ReaderStatus::InUse:
        return event(QStringLiteral("CARD IN USE"), reader.name, StatusLevel::Warning);
    case ReaderStatus::Unknown:
        break;
    }
    return event(QStringLiteral("CARD UNKNOWN"), reader.name, StatusLevel::Warning);
}

void writeProblem(const RecordOutlet& records, const ReaderList& before, const ReaderList& now)
{
    const bool gone = now.problem && (!before.problem || before.problem->what != now.problem->what);
    if (gone) {
        Record record = event(QStringLiteral("PC/SC PROBLEM"), {}, StatusLevel::Error);
        record.status = now.problem->text();
        records.write(std::move(record));
    } else if (before.problem && !now.problem) {
        records.write(event(QStringLiteral("PC/SC READY"), {}, StatusLevel::Ok));
    }
}

} // namespace

void writeReaderEvents(const RecordOutlet& records, const ReaderList& before, const ReaderList& now)
{
    if (!records)
        return;
    writeProblem(records, before, now);
    for (const ReaderInfo& reader : before.readers)
        if (!find(now, reader.name))
            records.write(event(QStringLiteral("READER LOST"), reader.name, StatusLevel::Warning));
    for (const ReaderInfo& reader : now.readers) {
        const ReaderInfo* last = find(before, reader.name);
        if (!last)
            records.write(event(QStringLiteral("READER PRESENT"), reader.name, StatusLevel::Ok));
        const bool same = last && last->status == reader.status && last->atr == reader.atr;
        if (!same && (last || reader.status != ReaderStatus::Empty))
            records.write(contentEvent(reader));
    }
}

} // namespace dmsc
