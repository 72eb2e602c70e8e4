// SPDX-License-Identifier: Apache-2.0
#include "model/decode/decode.h"

#include "model/decode/decode_message.h"

#include <QCoreApplication>

namespace dmsc {

namespace {

Field group(const QString& name, QByteArrayView bytes, RecordPart part, std::vector<Field> children)
{
    const QString size = QCoreApplication::translate("Decode", "%1 bytes").arg(bytes.size());
    return {name, size, {part, 0, static_cast<std::uint32_t>(bytes.size())}, StatusLevel::None, std::move(children)};
}

bool isApduLayer(Layer layer)
{
    return layer == Layer::Apdu || layer == Layer::SecureChannel;
}

std::vector<Field> decodePart(const RecordView& record, QByteArrayView bytes, RecordPart part)
{
    if (isApduLayer(record.layer)) {
        return part == RecordPart::Request ? decodeCommandApdu(bytes) : decodeResponseApdu(bytes);
    }
    if (record.layer == Layer::SyncMl || record.layer == Layer::Notification) {
        return decodeMessage(bytes, part);
    }
    return {{QCoreApplication::translate("Decode", "Text"), plainText(bytes, 4096),
        {part, 0, static_cast<std::uint32_t>(bytes.size())}, StatusLevel::None, {}}};
}

} // namespace

std::vector<Field> decode(const RecordView& record)
{
    std::vector<Field> fields;
    if (!record.target.isEmpty()) {
        fields.push_back({QCoreApplication::translate("Decode", "Target"), QString::fromUtf8(record.target), {},
            StatusLevel::None, {}});
    }
    if (!record.request.isEmpty()) {
        fields.push_back(group(isApduLayer(record.layer) ? QCoreApplication::translate("Decode", "Command")
                                                         : QCoreApplication::translate("Decode", "Request"),
            record.request, RecordPart::Request, decodePart(record, record.request, RecordPart::Request)));
    }
    if (!record.response.isEmpty()) {
        fields.push_back(group(QCoreApplication::translate("Decode", "Response"), record.response, RecordPart::Response,
            decodePart(record, record.response, RecordPart::Response)));
    }
    if (!record.status.isEmpty()) {
        fields.push_back(
            {QCoreApplication::translate("Decode", "Status"), QString::fromUtf8(record.status), {}, record.level, {}});
    }
    return fields;
}

} // namespace dmsc
