// SPDX-License-Identifier: Apache-2.0
#include "model/decode/file_documents.h"

#include "model/decode/apdu_frame.h"
#include "model/decode/documents_in_objects.h"
#include "model/decode/message_secrets.h"

#include <algorithm>

namespace dmsc {

namespace {

constexpr std::uint8_t kAppendRecord = 0xE2;

/// What an odd instruction that reads asks for.
qsizetype askedOffset(QByteArrayView command)
{
    DiscretionaryData asked;
    if (const auto body = apduBody(command)) {
        static_cast<void>(asked.next(command.sliced(body->dataAt(), body->lc)));
    }
    return asked.offset();
}

/// Secrets of all documents in a file, from its begin.
std::vector<ByteSpan> secretsIn(QByteArrayView file, const std::vector<ByteSpan>& documents)
{
    std::vector<ByteSpan> all;
    for (const ByteSpan one : documents) {
        MessageMemory own;
        const QByteArrayView document =
            file.sliced(static_cast<qsizetype>(one.offset), static_cast<qsizetype>(one.length));
        const auto found = secretsOfMessage(document, MessageExtent::Beginning, own);
        for (const ByteSpan span : found.value_or(std::vector<ByteSpan>{})) {
            all.push_back({one.offset + span.offset, span.length});
        }
    }
    return all;
}

/// Those that end after a place, counted from it.
std::vector<ByteSpan> endingAfter(std::size_t place, const std::vector<ByteSpan>& spans)
{
    std::vector<ByteSpan> fresh;
    for (const ByteSpan span : spans) {
        const std::size_t begin = std::max(span.offset, place);
        if (begin < span.end()) {
            fresh.push_back({begin - place, span.end() - begin});
        }
    }
    return fresh;
}

} // namespace

void FileDocuments::begin(QByteArrayView command, QByteArrayView response)
{
    const std::uint8_t channel = logicalChannel(byteOrZero(command, 0));
    m_command = fileCommandOf(command);
    m_place.reset();
    m_data = {};
    if (!m_command) {
        if (byteOrZero(command, 1) == kSelectFile && isDone(response)) {
            m_files.erase(channel);
        }
        return;
    }
    m_file = &m_files[channel];
    if (m_command->file != 0 && m_command->file != m_file->name) {
        *m_file = {};
        m_file->name = m_command->file;
    }
    const std::uint8_t p1 = byteOrZero(command, 2);
    const std::uint8_t p2 = byteOrZero(command, 3);
    switch (m_command->unit) {
    case FileCommand::Unit::Octets:
        if (!m_command->inObjects) {
            goTo((p1 & 0x80) != 0 ? p2 : p1 << 8 | p2);
        }
        break;
    case FileCommand::Unit::Records:
        goToRecord(command);
        break;
    case FileCommand::Unit::Objects: {
        // The blocks of a data object come one after the other.
        constexpr std::uint8_t kBlock = 0xC0;
        constexpr std::uint8_t kFirstBlock = 0x80;
        const bool isFirst = (p2 & kBlock) == kFirstBlock;
        goTo(isFirst ? 0 : std::max<qsizetype>(m_file->bytes.size(), 1));
        break;
    }
    }
    if (m_command->inObjects && m_command->use == FileCommand::Use::Reads) {
        goTo(askedOffset(command));
    }
}

/// `offset`: in the file or in the record.
void FileDocuments::goTo(qsizetype offset)
{
    if (m_command->unit == FileCommand::Unit::Records) {
        m_place = m_file->recordAt + offset;
        return;
    }
    m_place = offset;
    if (offset == 0) {
        const std::uint16_t name = m_file->name;
        *m_file = {};
        m_file->name = name;
    }
}

void FileDocuments::goToRecord(QByteArrayView command)
{
    constexpr std::uint8_t kMode = 0x07;
    constexpr std::uint8_t kNext = 0x02;
    File& file = *m_file;
    const int number = byteOrZero(command, 2);
    const bool isNext = byteOrZero(command, 1) == kAppendRecord || (byteOrZero(command, 3) & kMode) == kNext
        || (file.record != 0 && number == file.record + 1);
    if (isNext) {
        ++file.record;
        file.recordAt = file.bytes.size();
    } else if (number != file.record && number != 0) {
        // What comes before this one is not known.
        const bool isPart = number != 1 && (file.kind == Kind::Document || file.kind == Kind::Part);
        file = {file.name, isPart ? Kind::Part : Kind::Undecided, {}, number, 0};
    }
    if (!m_command->inObjects) {
        goTo(0);
    }
}

std::vector<ByteSpan> FileDocuments::next(QByteArrayView data)
{
    if (!m_command->inObjects) {
        return nextContent(data);
    }
    const ByteSpan content = m_data.next(data);
    if (content.length == 0) {
        return {};
    }
    if (!m_place) {
        goTo(m_data.offset());
    }
    auto found = nextContent(data.sliced(static_cast<qsizetype>(content.offset)));
    std::ranges::for_each(found, [&content](ByteSpan& span) { span.offset += content.offset; });
    return found;
}

std::vector<ByteSpan> FileDocuments::nextContent(QByteArrayView content)
{
    // Each block is read with all before it.
    constexpr qsizetype kLongest = qsizetype{64} << 10;
    constexpr qsizetype kHead = 256;
    const bool isRecord = m_command->unit == FileCommand::Unit::Records;
    File& file = *m_file;
    // A record may hold a document of its own.
    if (isRecord && *m_place == file.recordAt && !documentsInObjects(content, DocumentBegin::Certain).empty()) {
        file = {file.name, Kind::Undecided, {}, file.record, 0};
        m_place = 0;
    }
    const qsizetype from = *m_place;
    *m_place += content.size();
    if (file.kind == Kind::Other) {
        return {};
    }
    if (file.kind == Kind::Part || from > file.bytes.size() || from > kLongest) {
        const bool isPart = file.kind != Kind::Undecided;
        return isPart ? std::vector<ByteSpan>{{0, static_cast<std::size_t>(content.size())}} : std::vector<ByteSpan>{};
    }
    file.bytes.truncate(from);
    file.bytes.append(content);
    const auto documents = documentsInObjects(file.bytes, DocumentBegin::Likely);
    if (!documents.empty()) {
        file.kind = Kind::Document;
    } else if (file.bytes.size() >= kHead) {
        file.kind = Kind::Other;
        file.bytes.clear();
    }
    return endingAfter(static_cast<std::size_t>(from), secretsIn(file.bytes, documents));
}

} // namespace dmsc
