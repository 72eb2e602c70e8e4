// SPDX-License-Identifier: Apache-2.0
#include "model/decode/tlv_head.h"

namespace dmsc {

std::optional<TlvHead> tlvHeadAt(QByteArrayView bytes, qsizetype at)
{
    const auto byte = [bytes](qsizetype i) { return static_cast<std::uint8_t>(bytes[i]); };
    if (at < 0 || at >= bytes.size()) {
        return std::nullopt;
    }
    TlvHead head;
    qsizetype pos = at;
    head.tag = byte(pos);
    // FF21 is GlobalPlatform's; FF before another FF is filling.
    const bool filling = head.tag == 0xFF && (pos + 1 >= bytes.size() || byte(pos + 1) == 0xFF);
    if (head.tag == 0x00 || filling) {
        return std::nullopt;
    }
    head.constructed = (head.tag & 0x20) != 0;
    if ((head.tag & 0x1F) == 0x1F) {
        do {
            ++pos;
            if (pos >= bytes.size() || pos - at > 2) {
                return std::nullopt;
            }
            head.tag = head.tag << 8 | byte(pos);
        } while ((byte(pos) & 0x80) != 0);
    }
    head.tagSize = ++pos - at;
    if (pos >= bytes.size()) {
        return std::nullopt;
    }
    head.length = byte(pos++);
    if (head.length >= 0x80) {
        const qsizetype lengthBytes = head.length & 0x7F;
        if (lengthBytes == 0 || lengthBytes > 4 || bytes.size() - pos < lengthBytes) {
            return std::nullopt;
        }
        head.length = 0;
        for (qsizetype i = 0; i < lengthBytes; ++i) {
            head.length = head.length << 8 | byte(pos++);
        }
    }
    head.size = pos - at;
    return head;
}

} // namespace dmsc
