// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/decode/secrets.h"

namespace dmsc::test {

/// What would be masked of the next row, in order, one after the other.
inline QByteArrayList masked(
    SecretWatch& watch, Layer layer, const QByteArray& request, const QByteArray& response = {})
{
    Record record;
    record.layer = layer;
    record.status = QStringLiteral("9000");
    record.request = request;
    record.response = response;
    watch.mark(record);
    QByteArrayList texts;
    for (const ByteRange& range : record.secrets) {
        const QByteArray& part = range.part == RecordPart::Request ? request : response;
        texts.append(part.mid(range.offset, range.length));
    }
    return texts;
}

/// Of a row alone.
inline QByteArrayList masked(Layer layer, const QByteArray& request, const QByteArray& response = {})
{
    SecretWatch watch;
    return masked(watch, layer, request, response);
}

} // namespace dmsc::test
