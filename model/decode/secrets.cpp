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

std::vector<ByteRange> SecretWatch::unmarked(const RecordView& row, const std::vector<ByteRange>& marked)
{
    std::vector<ByteRange> found;
    if (isApduPair(row.layer, row.status)) {
        const bool inClear = row.layer == Layer::SecureChannel;
        found = m_apdus[{row.layer, row.from, row.to}].next(row.request, row.response, inClear, m_memory);
    } else if (row.layer == Layer::SyncMl) {
        addMessage(row.request, RecordPart::Request, m_memory, found);
        addMessage(row.response, RecordPart::Response, m_memory, found);
    }
    std::erase_if(found, [&marked](const ByteRange& one) {
        return std::ranges::any_of(marked, [&one](const ByteRange& before) { return covers(before, one); });
    });
    return found;
}

void SecretWatch::mark(Record& record)
{
    const QByteArray status = record.status.toLatin1();
    RecordView row;
    row.layer = record.layer;
    row.from = record.from;
    row.to = record.to;
    row.status = status;
    row.request = record.request;
    row.response = record.response;
    const std::vector<ByteRange> found = unmarked(row, record.secrets);
    record.secrets.insert(record.secrets.end(), found.begin(), found.end());
}

} // namespace dmsc
