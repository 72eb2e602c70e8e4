// SPDX-License-Identifier: Apache-2.0
#include "cardio/card/recorded_receipt.h"

#include "model/byte_array.h"
#include "model/record/receipt_row.h"

namespace dmsc {

Result<Bytes> recordedReceipt(CardClient& card, const CertificateCredential& own, const Digest& before,
    const QDateTime& time, Actor host, const RecordOutlet& records)
{
    const auto begin = records.now();
    auto cms = card.receipt(own, before, time);
    if (cms && records) {
        const QString entity = card.access() ? QString::fromStdString(card.access()->entity) : QString();
        records.write(receiptRow(host, toByteArray(*cms), entity), begin);
    }
    return cms;
}

} // namespace dmsc
