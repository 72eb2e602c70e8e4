// SPDX-License-Identifier: Apache-2.0
#include "model/decode/secrets.h"

#include "model/decode/apdu_frame.h"

#include <algorithm>

namespace dmsc {

namespace {

bool covers(const ByteRange& whole, const ByteRange& part)
{
    return whole.part == part.part && whole.offset <= part.offset
        && part.offset - whole.offset + std::uint64_t{part.length} <= whole.length;
}

void addMessage(QByteArrayView message, RecordPart part, MessageMemory& memory, std::vector<ByteRange>& found)
{
    const auto secrets = secretsOfMessage(message, MessageExtent::Whole, memory);
    if (!secrets) {
        return;
    }
    for (const ByteSpan span : *secrets) {
        found.push_back({part, static_cast<std::uint32_t>(span.offset), static_cast<std::uint32_t>(span.length)});
    }
}

} // namespace

void SecretWatch::mark(Record& record)
{
    std::vector<ByteRange> found;
    if (isApduPair(record.layer, record.status.toLatin1())) {
        const bool inClear = record.layer == Layer::SecureChannel;
        found =
            m_apdus[{record.layer, record.from, record.to}].next(record.request, record.response, inClear, m_memory);
    } else if (record.layer == Layer::SyncMl) {
        addMessage(record.request, RecordPart::Request, m_memory, found);
        addMessage(record.response, RecordPart::Response, m_memory, found);
    }
    std::erase_if(found, [&record](const ByteRange& one) {
        return std::ranges::any_of(record.secrets, [&one](const ByteRange& marked) { return covers(marked, one); });
    });
    record.secrets.insert(record.secrets.end(), found.begin(), found.end());
}

} // namespace dmsc
