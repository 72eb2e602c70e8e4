// SPDX-License-Identifier: Apache-2.0
#include "cardio/session/message_records.h"

#include "model/byte_array.h"

#include <utility>

namespace dmsc {

void writeStatuses(const RecordOutlet& records, const std::vector<syncml::Command>& asked,
    const std::vector<syncml::Command>& answers, Actor from, Actor to, ExchangeId exchange)
{
    if (!records)
        return;
    for (Record& record : statusRecords(asked, answers, from, to, exchange))
        records.write(std::move(record));
}

void writeNotification(const RecordOutlet& records, Actor from, Actor to, ByteView package, ByteView answer)
{
    if (!records)
        return;
    Record record;
    record.layer = Layer::Notification;
    record.from = from;
    record.to = to;
    record.name = QStringLiteral("Notification");
    record.level = StatusLevel::Ok;
    record.request = toByteArray(package);
    record.response = toByteArray(answer);
    records.write(std::move(record));
}

} // namespace dmsc
