// SPDX-License-Identifier: Apache-2.0
#include "model/decode/decode.h"

#include <optional>

namespace dmsc {

namespace {

constexpr int kMaxDepth = 12;
constexpr std::size_t kMaxFields = 4096;

struct Header
{
    std::uint32_t tag = 0;
    qsizetype tagSize = 0;
    qsizetype size = 0; ///< tag and length field together
    qsizetype length = 0;
    bool constructed = false;
};

/// Tag of one to three bytes and definite length of at most four, as ISO 7816-4 5.2.2 allows.
std::optional<Header> headerAt(QByteArrayView bytes, qsizetype at)
{
    const auto byte = [bytes](qsizetype i) { return static_cast<std::uint8_t>(bytes[i]); };
    Header header;
    qsizetype pos = at;
    header.tag = byte(pos);
    if (header.tag == 0x00 || header.tag == 0xFF) {
        return std::nullopt;
    }
    header.constructed = (header.tag & 0x20) != 0;
    if ((header.tag & 0x1F) == 0x1F) {
        do {
            ++pos;
            if (pos >= bytes.size() || pos - at > 2) {
                return std::nullopt;
            }
            header.tag = header.tag << 8 | byte(pos);
        } while ((byte(pos) & 0x80) != 0);
    }
    header.tagSize = ++pos - at;
    if (pos >= bytes.size()) {
        return std::nullopt;
    }
    qsizetype lengthBytes = 0;
    header.length = byte(pos++);
    if (header.length >= 0x80) {
        lengthBytes = header.length & 0x7F;
        if (lengthBytes == 0 || lengthBytes > 4 || bytes.size() - pos < lengthBytes) {
            return std::nullopt;
        }
        header.length = 0;
        for (qsizetype i = 0; i < lengthBytes; ++i) {
            header.length = header.length << 8 | byte(pos++);
        }
    }
    header.size = pos - at;
    return header.length <= bytes.size() - pos ? std::optional(header) : std::nullopt;
}

class TlvReader
{
public:
    explicit TlvReader(RecordPart part)
        : m_part(part)
    {
    }

    std::optional<std::vector<Field>> read(QByteArrayView bytes, qsizetype start, int depth)
    {
        std::vector<Field> fields;
        qsizetype at = 0;
        while (at < bytes.size()) {
            const std::optional<Header> header = headerAt(bytes, at);
            if (!header || ++m_count > kMaxFields) {
                return std::nullopt;
            }
            fields.push_back(fieldFor(*header, bytes, at, start, depth));
            at += header->size + header->length;
        }
        return fields;
    }

private:
    Field fieldFor(const Header& header, QByteArrayView bytes, qsizetype at, qsizetype start, int depth)
    {
        const QByteArrayView value = bytes.sliced(at + header.size, header.length);
        Field field;
        field.name = hexText(bytes.sliced(at, header.tagSize)).remove(QLatin1Char(' '));
        field.bytes = {
            m_part, static_cast<std::uint32_t>(start + at), static_cast<std::uint32_t>(header.size + header.length)};
        if (header.constructed && depth < kMaxDepth) {
            if (auto children = read(value, start + at + header.size, depth + 1)) {
                field.children = std::move(*children);
            }
        }
        if (field.children.empty()) {
            field.value = header.length >= 4 ? plainText(value, 48) : hexText(value);
        }
        return field;
    }

    RecordPart m_part;
    std::size_t m_count = 0;
};

} // namespace

std::vector<Field> decodeTlv(QByteArrayView bytes, RecordPart part, std::uint32_t start)
{
    // Two bytes are more often a file identifier (2F00) than an empty data object.
    if (bytes.size() < 3) {
        return {};
    }
    return TlvReader(part).read(bytes, start, 0).value_or(std::vector<Field>{});
}

} // namespace dmsc
