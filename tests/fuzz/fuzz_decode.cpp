// SPDX-License-Identifier: Apache-2.0
// The decoders of the log: any bytes as any row. Byte 0: layer and whether the row is a pair with a status word; byte
// 1: how much of the rest is the request, in 256ths.
#include "model/decode/decode.h"
#include "model/decode/secrets.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <optional>

using namespace dmsc;

namespace {

void check(bool holds)
{
    if (!holds) {
        std::abort();
    }
}

/// Every field lies in its part, and in its parent where both have bytes.
void checkFields(const std::vector<Field>& fields, const RecordView& view, const std::optional<ByteRange>& around)
{
    for (const Field& field : fields) {
        const ByteRange& bytes = field.bytes;
        const QByteArrayView part = bytes.part == RecordPart::Request ? view.request : view.response;
        const std::uint64_t end = std::uint64_t{bytes.offset} + bytes.length;
        check(end <= static_cast<std::uint64_t>(part.size()));
        check(field.bits == 0 || bytes.length <= 1);
        if (around && around->length != 0 && bytes.length != 0) {
            check(bytes.part == around->part && bytes.offset >= around->offset);
            check(end <= std::uint64_t{around->offset} + around->length);
        }
        checkFields(field.children, view, bytes);
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    if (size < 2) {
        return 0;
    }
    const QByteArrayView rest(reinterpret_cast<const char*>(data + 2), static_cast<qsizetype>(size - 2));
    const qsizetype split = rest.size() * data[1] / 255;
    RecordView view;
    view.layer = static_cast<Layer>(data[0] % kLayerCount);
    view.request = rest.first(split);
    view.response = rest.sliced(split);
    view.status = (data[0] & 0x80U) != 0 ? QByteArrayView("9000") : QByteArrayView("ok");
    const std::vector<Field> fields = decode(view);
    check(rest.isEmpty() || !fields.empty());
    checkFields(fields, view, std::nullopt);
    Record record;
    record.layer = view.layer;
    record.status = QString::fromUtf8(view.status);
    record.request = view.request.toByteArray();
    record.response = view.response.toByteArray();
    SecretWatch watch;
    watch.mark(record);
    record.secrets.clear();
    watch.mark(record); // the same again, as a part of what came before
    for (const ByteRange& range : record.secrets) {
        const QByteArrayView part = range.part == RecordPart::Request ? view.request : view.response;
        check(std::uint64_t{range.offset} + range.length <= static_cast<std::uint64_t>(part.size()));
    }
    return 0;
}
