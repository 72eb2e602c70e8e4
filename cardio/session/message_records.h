// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cardio/session/record_outlet.h"
#include "model/bytes.h"
#include "model/record/message_records.h"

namespace dmsc {

/// Writes statusRecords().
void writeStatuses(const RecordOutlet& records, const std::vector<syncml::Command>& asked,
    const std::vector<syncml::Command>& answers, Actor from, Actor to, ExchangeId exchange = {});

/// A row for a package 0, and for what was answered where the carrier has answers.
void writeNotification(const RecordOutlet& records, Actor from, Actor to, ByteView package, ByteView answer = {});

} // namespace dmsc
