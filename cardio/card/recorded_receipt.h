// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cardio/card/card_client.h"
#include "cardio/session/record_outlet.h"

namespace dmsc {

/// CardClient::receipt() at `time`, and its row in the records (SEC-7): of a session between `host` and the card.
[[nodiscard]] Result<Bytes> recordedReceipt(CardClient& card, const CertificateCredential& own, const Digest& before,
    const QDateTime& time, Actor host, const RecordOutlet& records);

} // namespace dmsc
