// SPDX-License-Identifier: Apache-2.0
#include "model/decode/discretionary_data.h"

#include "model/decode/apdu_frame.h"
#include "model/decode/tlv_head.h"

#include <algorithm>

namespace dmsc {

namespace {

/// Primitive, or constructed.
bool isDiscretionary(std::uint32_t tag)
{
    return tag == 0x53 || tag == 0x73;
}

} // namespace

/// False: the bytes end within it.
bool DiscretionaryData::passOffset()
{
    constexpr std::uint8_t kOffset = 0x54;
    constexpr qsizetype kMostBytes = 4;
    if (byteOrZero(m_head, m_at) != kOffset) {
        return true;
    }
    const auto head = tlvHeadAt(m_head, m_at);
    if (!head || m_head.size() - m_at - head->size < head->length) {
        return false;
    }
    for (qsizetype i = 0; i < std::min(head->length, kMostBytes); ++i) {
        m_offset = m_offset << 8 | byteOrZero(m_head, m_at + head->size + i);
    }
    m_at += head->size + head->length;
    return true;
}

ByteSpan DiscretionaryData::next(QByteArrayView fresh)
{
    constexpr qsizetype kLongestHead = 32;
    if (m_isContent) {
        return {0, static_cast<std::size_t>(fresh.size())};
    }
    const qsizetype before = m_head.size();
    m_head += fresh.first(std::min(fresh.size(), kLongestHead));
    const bool isPassed = passOffset();
    const auto head = isPassed ? tlvHeadAt(m_head, m_at) : std::nullopt;
    if (!head && m_head.size() < kLongestHead
        && (!isPassed || m_at == m_head.size() || isDiscretionary(byteOrZero(m_head, m_at)))) {
        return {};
    }
    if (head && isDiscretionary(head->tag)) {
        m_at += head->size;
    }
    m_isContent = true;
    const qsizetype from = std::clamp<qsizetype>(m_at - before, 0, fresh.size());
    return {static_cast<std::size_t>(from), static_cast<std::size_t>(fresh.size() - from)};
}

} // namespace dmsc
