// SPDX-License-Identifier: Apache-2.0
#include "model/decode/secrets.h"

#include "model/decode/apdu_frame.h"
#include "model/record/packed_record.h"

#include <algorithm>

namespace dmsc {

namespace {

bool covers(const ByteRange& whole, const ByteRange& part)
{
    return whole.part == part.part && whole.offset <= part.offset
        && part.offset - whole.offset + std::uint64_t{part.length} <= whole.length;
}

void addSecret(std::vector<ByteRange>& secrets, const ByteRange& found)
{
    // More than a record keeps make all of it secret, however many more there are.
    if (secrets.size() <= kMaxRecordSecrets
        && std::ranges::none_of(secrets, [&found](const ByteRange& one) { return covers(one, found); })) {
        secrets.push_back(found);
    }
}

void addMessage(QByteArrayView message, RecordPart part, AlertMemory& alerts, std::vector<ByteRange>& secrets)
{
    const auto found = secretsOfMessage(message, MessageExtent::Whole, alerts);
    if (!found) {
        return;
    }
    for (const ByteSpan span : *found) {
        addSecret(secrets, {part, static_cast<std::uint32_t>(span.offset), static_cast<std::uint32_t>(span.length)});
    }
}

} // namespace

void SecretWatch::mark(Record& record)
{
    if (isApduPair(record.layer, record.status.toLatin1())) {
        ApduSecrets& way = m_apdus[{record.layer, record.from, record.to}];
        const bool inClear = record.layer == Layer::SecureChannel;
        for (const ByteRange& found : way.next(record.request, record.response, inClear, m_alerts)) {
            addSecret(record.secrets, found);
        }
    } else if (record.layer == Layer::SyncMl) {
        addMessage(record.request, RecordPart::Request, m_alerts, record.secrets);
        addMessage(record.response, RecordPart::Response, m_alerts, record.secrets);
    }
}

} // namespace dmsc
