// SPDX-License-Identifier: Apache-2.0
#include "cardio/files/tlv_file.h"

#include <QCoreApplication>

namespace dmsc {

namespace {

void append(Bytes& out, ByteView bytes)
{
    out.insert(out.end(), bytes.begin(), bytes.end());
}

} // namespace

Result<TlvFile> parseTlvFile(ByteView file)
{
    TlvFile read;
    while (read.used < file.size() && file[read.used] != 0xFF && file[read.used] != 0x00) {
        auto next = TlvReader(file.subspan(read.used)).next();
        if (!next)
            return at(next.error(), QCoreApplication::translate("TlvFile", "file offset %1").arg(read.used));
        Tlv tlv = **next;
        tlv.offset += read.used;
        tlv.valueOffset += read.used;
        read.used = tlv.valueOffset + tlv.value.size();
        read.objects.push_back(tlv);
    }
    return read;
}

Bytes replaceValue(ByteView whole, const std::vector<Tlv>& chain, ByteView value)
{
    Bytes inner(value.begin(), value.end());
    for (std::size_t i = chain.size(); i-- > 0;) {
        const Tlv& tlv = chain[i];
        const ByteView outer = i == 0 ? whole : chain[i - 1].value;
        const std::size_t base = i == 0 ? 0 : chain[i - 1].valueOffset;
        Bytes next;
        append(next, outer.first(tlv.offset - base));
        append(next, TlvWriter().add(tlv.tag, ByteView(inner)).bytes());
        append(next, outer.subspan(tlv.valueOffset + tlv.value.size() - base));
        inner = std::move(next);
    }
    return inner;
}

} // namespace dmsc
