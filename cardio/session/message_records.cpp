// SPDX-License-Identifier: Apache-2.0
#include "cardio/session/message_records.h"

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

} // namespace dmsc
