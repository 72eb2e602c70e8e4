// SPDX-License-Identifier: Apache-2.0
#include "model/decode/file_documents.h"

#include "model/decode/apdu_frame.h"
#include "model/decode/message_secrets.h"

#include <algorithm>

namespace dmsc {

namespace {

bool isDocument(QByteArrayView bytes)
{
    return isMessage({reinterpret_cast<const std::uint8_t*>(bytes.data()), static_cast<std::size_t>(bytes.size())});
}

/// Tag and length of the data object that begins there.
qsizetype objectHead(QByteArrayView bytes)
{
    constexpr std::uint8_t kLongTag = 0x1F;
    constexpr std::uint8_t kLongLength = 0x80;
    const qsizetype tag = (byteOrZero(bytes, 0) & kLongTag) == kLongTag ? 2 : 1;
    const std::uint8_t length = byteOrZero(bytes, tag);
    return tag + 1 + ((length & kLongLength) != 0 ? length & 0x03 : 0);
}

/// Unused bytes at the end are no part of a document.
QByteArrayView withoutFilling(QByteArrayView bytes)
{
    while (bytes.endsWith('\xFF')) {
        bytes.chop(1);
    }
    return bytes;
}

bool isWriting(std::uint8_t ins)
{
    return ins == 0xD0 || ins == 0xD6 || ins == 0xDB;
}

/// Where a command reads or writes, as far as blocks of data objects tell: the end of what is there stands for "next".
std::optional<qsizetype> offsetOf(QByteArrayView command, qsizetype end)
{
    constexpr std::uint8_t kShortId = 0x80;
    constexpr std::uint8_t kBlock = 0xC0;
    constexpr std::uint8_t kFirstBlock = 0x80;
    const std::uint8_t p1 = byteOrZero(command, 2);
    const std::uint8_t p2 = byteOrZero(command, 3);
    switch (byteOrZero(command, 1)) {
    case 0xB0: // READ BINARY
    case 0xD0: // WRITE
    case 0xD6: // UPDATE
        return (p1 & kShortId) != 0 ? p2 : p1 << 8 | p2;
    case 0xCB: // RETRIEVE DATA
    case 0xDB: // SET DATA
        return (p2 & kBlock) == kFirstBlock ? 0 : end;
    default:
        return std::nullopt;
    }
}

} // namespace

void FileDocuments::begin(QByteArrayView command)
{
    constexpr std::uint8_t kSelect = 0xA4;
    constexpr std::uint8_t kChainAndProprietary = 0x90;
    const auto channel = static_cast<std::uint8_t>(byteOrZero(command, 0) & ~kChainAndProprietary);
    m_place.reset();
    if (byteOrZero(command, 1) == kSelect) {
        m_files.erase(channel);
        return;
    }
    if (const auto place = offsetOf(command, 0)) {
        m_file = &m_files[channel];
        m_writes = isWriting(byteOrZero(command, 1));
        m_place = offsetOf(command, m_file->bytes.size());
        if (m_place == 0) {
            *m_file = {};
        }
    }
}

void FileDocuments::decide(File& file)
{
    constexpr qsizetype kHead = 64;
    const QByteArrayView bytes(file.bytes);
    const qsizetype head = objectHead(bytes);
    if (isDocument(bytes)) {
        file.kind = Kind::Document;
        file.documentAt = 0;
    } else if (head < bytes.size() && isDocument(bytes.sliced(head))) {
        file.kind = Kind::Document;
        file.documentAt = head;
    } else if (bytes.size() >= kHead) {
        file.kind = Kind::Other;
        file.bytes.clear();
    }
}

std::vector<ByteSpan> FileDocuments::next(QByteArrayView content)
{
    // Each block is read with all before it.
    constexpr qsizetype kLongest = qsizetype{64} << 10;
    const qsizetype from = *m_place;
    *m_place += content.size();
    File& file = *m_file;
    if (file.kind == Kind::Other) {
        return {};
    }
    if (from > file.bytes.size() || from > kLongest) {
        const bool isPart = file.kind == Kind::Document;
        return isPart ? std::vector<ByteSpan>{{0, static_cast<std::size_t>(content.size())}} : std::vector<ByteSpan>{};
    }
    file.bytes.truncate(from);
    file.bytes.append(content);
    decide(file);
    if (file.kind != Kind::Document) {
        return {};
    }
    return secretsFrom(file, from);
}

/// Those that end after a place, counted from it.
std::vector<ByteSpan> FileDocuments::secretsFrom(const File& file, qsizetype place)
{
    MessageMemory own;
    const QByteArrayView document = withoutFilling(file.bytes).sliced(file.documentAt);
    const auto secrets = secretsOfMessage(document, MessageExtent::Beginning, own).value_or(std::vector<ByteSpan>{});
    std::vector<ByteSpan> fresh;
    for (const ByteSpan span : secrets) {
        const qsizetype begin = std::max(static_cast<qsizetype>(span.offset) + file.documentAt, place);
        const qsizetype end = static_cast<qsizetype>(span.end()) + file.documentAt;
        if (begin < end) {
            fresh.push_back({static_cast<std::size_t>(begin - place), static_cast<std::size_t>(end - begin)});
        }
    }
    return fresh;
}

} // namespace dmsc
