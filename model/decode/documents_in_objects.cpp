// SPDX-License-Identifier: Apache-2.0
#include "model/decode/documents_in_objects.h"

#include "model/decode/message_secrets.h"
#include "model/decode/tlv_head.h"
#include "model/syncml/wbxml_reader.h"

#include <algorithm>
#include <optional>
#include <string_view>

namespace dmsc {

namespace {

constexpr int kDeepest = 6; ///< objects inside each other
constexpr qsizetype kLongestBefore = 256; ///< before a document

/// Numbers in data objects look like a short WBXML header.
bool isCertainWbxml(std::string_view bytes)
{
    constexpr std::uint32_t kUtf8 = 106;
    constexpr std::uint32_t kLastShortId = 0x7F;
    const auto reader = wbxml::Reader::open(viewOf(bytes));
    return reader
        && (reader->header().charset == kUtf8 || reader->header().publicId == 0
            || reader->header().publicId > kLastShortId);
}

bool isDocument(QByteArrayView content, DocumentBegin begin)
{
    constexpr char kLastVersion = 0x03;
    const std::string_view bytes(content.data(), static_cast<std::size_t>(content.size()));
    if (bytes.empty() || !isMessage(viewOf(bytes))) {
        return false;
    }
    if (bytes.front() <= kLastVersion && bytes.front() > 0) {
        return isCertainWbxml(bytes);
    }
    return begin == DocumentBegin::Likely || beginsDocument(bytes);
}

/// A document, and where the object that holds it ends.
struct Held
{
    qsizetype at = 0;
    qsizetype end = 0;
};

/// The first one in the objects from `at` on.
// NOLINTNEXTLINE(misc-no-recursion): at most kDeepest deep
std::optional<Held> heldIn(QByteArrayView bytes, qsizetype at, DocumentBegin begin, int depth)
{
    for (const qsizetype last = at + kLongestBefore; at < last;) {
        const auto head = tlvHeadAt(bytes, at);
        if (!head) {
            break;
        }
        const qsizetype value = at + head->size;
        const qsizetype end = value + head->length;
        if (isDocument(bytes.sliced(value), begin)) {
            return Held{value, end};
        }
        const QByteArrayView inside = bytes.first(std::min(end, bytes.size()));
        if (const auto inner = depth < kDeepest ? heldIn(inside, value, begin, depth + 1) : std::nullopt) {
            return inner;
        }
        at = end;
    }
    return std::nullopt;
}

ByteSpan spanOf(qsizetype from, qsizetype to)
{
    return {static_cast<std::size_t>(from), static_cast<std::size_t>(std::max(from, to) - from)};
}

} // namespace

std::vector<ByteSpan> documentsInObjects(QByteArrayView file, DocumentBegin begin)
{
    // Unused bytes at the end are no part of a document.
    while (file.endsWith('\xFF')) {
        file.chop(1);
    }
    if (isDocument(file, begin)) {
        return {spanOf(0, file.size())};
    }
    std::vector<ByteSpan> documents;
    for (auto held = heldIn(file, 0, begin, 0); held;) {
        const auto next = heldIn(file, held->end, DocumentBegin::Certain, 0);
        documents.push_back(spanOf(held->at, next ? held->end : file.size()));
        held = next;
    }
    return documents;
}

} // namespace dmsc
