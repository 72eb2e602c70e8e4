// SPDX-License-Identifier: Apache-2.0
#include "model/record/receipt_row.h"

namespace dmsc {

namespace {

constexpr const char* kReceiptName = "RECEIPT";

} // namespace

Record receiptRow(Actor host, const QByteArray& cms, const QString& target)
{
    Record record;
    record.layer = Layer::SecureChannel;
    record.from = Actor::Card;
    record.to = host;
    record.name = QLatin1String(kReceiptName);
    record.target = target;
    record.response = cms;
    record.status = QStringLiteral("ok");
    record.level = StatusLevel::Ok;
    return record;
}

bool isReceipt(const RecordView& row)
{
    // The command of the same name has a request.
    return row.layer == Layer::SecureChannel && row.request.isEmpty() && !row.response.isEmpty()
        && row.name == QByteArrayView(kReceiptName);
}

} // namespace dmsc
