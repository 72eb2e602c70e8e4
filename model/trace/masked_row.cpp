// SPDX-License-Identifier: Apache-2.0
#include "model/trace/masked_row.h"

#include <algorithm>
#include <cstdint>
#include <utility>

namespace dmsc {

namespace {

constexpr char kDigits[] = "0123456789ABCDEF";
constexpr char16_t kBullet = 0x2022;

/// The part of a range that lies within so many bytes.
std::pair<qsizetype, qsizetype> within(const ByteRange& range, qsizetype size)
{
    const auto begin = std::min<qsizetype>(range.offset, size);
    return {begin, begin + std::min<qsizetype>(range.length, size - begin)};
}

void fill(QByteArray& bytes, RecordPart part, const std::vector<ByteRange>& secrets, char filling)
{
    for (const ByteRange& range : secrets) {
        if (range.part != part)
            continue;
        const auto [begin, end] = within(range, bytes.size());
        std::fill(bytes.begin() + begin, bytes.begin() + end, filling);
    }
}

std::optional<int> digit(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    if (c >= 'A' && c <= 'F')
        return c - 'A' + 10;
    if (c >= 'a' && c <= 'f')
        return c - 'a' + 10;
    return std::nullopt;
}

bool isBlank(char c)
{
    return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

/// Adds one byte to ranges that were found from the left to the right.
void addSecret(std::vector<ByteRange>& secrets, RecordPart part, qsizetype at)
{
    const auto offset = static_cast<std::uint32_t>(at);
    if (!secrets.empty() && secrets.back().part == part && secrets.back().offset + secrets.back().length == offset)
        ++secrets.back().length;
    else
        secrets.push_back({part, offset, 1});
}

} // namespace

bool MaskedRow::hides(RecordPart part) const
{
    return std::any_of(secrets.begin(), secrets.end(), [part](const ByteRange& one) { return one.part == part; });
}

QByteArray MaskedRow::hex(RecordPart part, char separator) const
{
    const QByteArrayView bytes = part == RecordPart::Request ? view.request : view.response;
    const qsizetype step = separator == '\0' ? 2 : 3;
    QByteArray text(bytes.size() * step, separator);
    char* to = text.data();
    for (const char one : bytes) {
        const auto byte = static_cast<unsigned char>(one);
        to[0] = kDigits[byte >> 4U];
        to[1] = kDigits[byte & 0x0FU];
        to += step;
    }
    for (const ByteRange& range : secrets) {
        if (range.part != part)
            continue;
        const auto [begin, end] = within(range, bytes.size());
        for (qsizetype i = begin; i < end; ++i)
            text[i * step] = text[i * step + 1] = '.';
    }
    if (separator != '\0')
        text.chop(1);
    return text;
}

QString MaskedRow::valueOf(const Field& field) const
{
    const std::uint64_t begin = field.bytes.offset;
    const std::uint64_t end = begin + field.bytes.length;
    const bool isSecret = begin != end && std::any_of(secrets.begin(), secrets.end(), [&](const ByteRange& one) {
        return one.part == field.bytes.part && one.offset <= begin && end <= std::uint64_t{one.offset} + one.length;
    });
    return isSecret ? QString(6, QChar(kBullet)) : field.value;
}

MaskedRow masked(const RecordView& record, std::vector<ByteRange> secrets)
{
    MaskedRow row{record, std::move(secrets), {}, {}};
    if (row.secrets.empty())
        return row;
    row.request = record.request.toByteArray();
    row.response = record.response.toByteArray();
    fill(row.request, RecordPart::Request, row.secrets, secretFill(record.layer));
    fill(row.response, RecordPart::Response, row.secrets, secretFill(record.layer));
    row.view.request = row.request;
    row.view.response = row.response;
    return row;
}

MaskedRow masked(const Recording& recording, RecordNo number, Secrets secrets)
{
    return masked(recording.store.at(number),
        secrets == Secrets::Masked ? recording.store.secrets(number) : std::vector<ByteRange>{});
}

bool isFilled(const RecordView& record, const std::vector<ByteRange>& secrets, RecordPart part)
{
    const QByteArrayView bytes = part == RecordPart::Request ? record.request : record.response;
    const char filling = secretFill(record.layer);
    return std::any_of(secrets.begin(), secrets.end(), [&](const ByteRange& range) {
        const auto [begin, end] = within(range, bytes.size());
        return range.part == part && begin != end
            && std::all_of(bytes.begin() + begin, bytes.begin() + end, [filling](char one) { return one == filling; });
    });
}

void addFilled(QByteArrayView bytes, RecordPart part, std::vector<ByteRange>& secrets)
{
    constexpr qsizetype kDataAt = 5; // CLA INS P1 P2 Lc
    constexpr qsizetype kStatusWord = 2;
    const bool isRequest = part == RecordPart::Request;
    const qsizetype end = isRequest ? bytes.size() : bytes.size() - kStatusWord;
    for (qsizetype at = isRequest ? kDataAt : 0; at < end; ++at)
        if (bytes[at] == '\xFF')
            addSecret(secrets, part, at);
}

char secretFill(Layer layer)
{
    return layer == Layer::Apdu || layer == Layer::SecureChannel ? '\xFF' : '.';
}

std::optional<QByteArray> fromMaskedHex(
    QByteArrayView text, RecordPart part, Layer layer, std::vector<ByteRange>& secrets)
{
    QByteArray bytes;
    bytes.reserve(text.size() / 2);
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (isBlank(text[i]))
            continue;
        if (i + 1 == text.size())
            return std::nullopt;
        const char first = text[i];
        const char second = text[++i];
        if (first == '.' && second == '.') {
            addSecret(secrets, part, bytes.size());
            bytes += secretFill(layer);
            continue;
        }
        const auto high = digit(first);
        const auto low = digit(second);
        if (!high || !low)
            return std::nullopt;
        bytes += static_cast<char>(*high << 4 | *low);
    }
    return bytes;
}

} // namespace dmsc
