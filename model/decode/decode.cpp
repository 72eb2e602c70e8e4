// SPDX-License-Identifier: Apache-2.0
#include "model/decode/decode.h"

#include "model/decode/apdu_frame.h"
#include "model/decode/decode_message.h"
#include "model/decode/decode_notification.h"
#include "model/record/receipt_row.h"

#include <QCoreApplication>

namespace dmsc {

namespace {

std::vector<Field> decodePart(const RecordView& record, const Window& part)
{
    const Wrapping wrapping = record.layer == Layer::SecureChannel ? Wrapping::Unwrapped : Wrapping::AsSent;
    if (isApduPair(record.layer, record.status)) {
        return part.part == RecordPart::Request ? decodeCommandApdu(part.bytes, wrapping)
                                                : decodeResponseApdu(part.bytes, record.request, wrapping);
    }
    switch (record.layer) {
    case Layer::SyncMl:
        return decodeMessage(part);
    case Layer::Notification:
        return decodeNotification(part);
    case Layer::SecureChannel:
        return {fieldOf(part,
            inWords(isReceipt(record) ? QT_TRANSLATE_NOOP("Decode", "Receipt signed by both sides (CMS SignedData)")
                                      : QT_TRANSLATE_NOOP("Decode", "Values of the handshake")),
            hexText(part.bytes))};
    default:
        return {fieldOf(part, inWords(QT_TRANSLATE_NOOP("Decode", "Text")), plainText(part.bytes, 4096))};
    }
}

Field group(const RecordView& record, const char* name, QByteArrayView bytes, RecordPart part)
{
    const Window window{bytes, part, 0};
    const QString size = inWords(QT_TRANSLATE_NOOP("Decode", "%1 bytes")).arg(bytes.size());
    Field field = fieldOf(window, inWords(name), size);
    field.children = decodePart(record, window);
    return field;
}

} // namespace

std::vector<Field> decode(const RecordView& record)
{
    std::vector<Field> fields;
    if (!record.target.isEmpty()) {
        fields.push_back({inWords(QT_TRANSLATE_NOOP("Decode", "Target")), QString::fromUtf8(record.target), {},
            StatusLevel::None, {}});
    }
    if (!record.request.isEmpty()) {
        const char* name = isApduPair(record.layer, record.status) ? QT_TRANSLATE_NOOP("Decode", "Command")
                                                                   : QT_TRANSLATE_NOOP("Decode", "Request");
        fields.push_back(group(record, name, record.request, RecordPart::Request));
    }
    if (!record.response.isEmpty()) {
        fields.push_back(group(record, QT_TRANSLATE_NOOP("Decode", "Response"), record.response, RecordPart::Response));
    }
    if (!record.status.isEmpty()) {
        fields.push_back(
            {inWords(QT_TRANSLATE_NOOP("Decode", "Status")), QString::fromUtf8(record.status), {}, record.level, {}});
    }
    return fields;
}

} // namespace dmsc
