// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/record/record_view.h"

// The row of a session's receipt (SEC-3, SEC-7): a CMS SignedData as its response, from the card to the host.
namespace dmsc {

/// With `cms` as its content and `target` as what it is about; of a session between `host` and the card.
[[nodiscard]] Record receiptRow(Actor host, const QByteArray& cms, const QString& target);
[[nodiscard]] bool isReceipt(const RecordView& row);

} // namespace dmsc
