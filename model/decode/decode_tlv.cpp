// SPDX-License-Identifier: Apache-2.0
#include "model/decode/tag_table.h"
#include "model/decode/tlv_head.h"

#include <QCoreApplication>

#include <map>

namespace dmsc {

namespace {

constexpr int kMaxDepth = 12;
constexpr std::size_t kMaxFields = 4096;
constexpr char kFilling = '\xFF';

/// Of an object that is there as a whole.
std::optional<TlvHead> headerAt(QByteArrayView bytes, qsizetype at)
{
    const auto head = tlvHeadAt(bytes, at);
    return head && head->length <= bytes.size() - at - head->size ? head : std::nullopt;
}

const TagRow* rowFor(const TagTable* table, std::uint32_t tag, int nth)
{
    for (; table != nullptr; table = table->others) {
        for (const TagRow& row : table->rows) {
            if (row.tag == tag && (row.nth == 0 || row.nth == nth)) {
                return &row;
            }
        }
    }
    return nullptr;
}

bool isFilling(QByteArrayView bytes)
{
    return std::all_of(bytes.begin(), bytes.end(), [](char byte) { return byte == kFilling; });
}

class TlvReader
{
public:
    std::optional<std::vector<Field>> read(const Window& window, const TagTable& table, int depth)
    {
        std::vector<Field> fields;
        std::map<std::uint32_t, int> seen;
        qsizetype at = 0;
        while (at < window.size()) {
            const std::optional<TlvHead> header = headerAt(window.bytes, at);
            if (!header && !fields.empty() && isFilling(window.bytes.sliced(at))) {
                fields.push_back(fieldOf(window.from(at), inWords(QT_TRANSLATE_NOOP("Decode", "Filling"))));
                return fields;
            }
            if (!header || ++m_count > kMaxFields) {
                return std::nullopt;
            }
            const Window object = window.sliced(at, header->size + header->length);
            fields.push_back(fieldFor(*header, object, table, ++seen[header->tag], depth));
            at += object.size();
        }
        return fields;
    }

private:
    Field fieldFor(const TlvHead& header, const Window& object, const TagTable& table, int nth, int depth)
    {
        const Window value = object.from(header.size);
        const TagRow* row = rowFor(&table, header.tag, nth);
        Field field = fieldOf(object, hexText(object.bytes.first(header.tagSize)).remove(QLatin1Char(' ')));
        if (row != nullptr) {
            field.name += QLatin1Char(' ') + QString::fromUtf8(row->name);
        }
        if (row != nullptr && row->describe != nullptr) {
            row->describe(value, field);
            return field;
        }
        if (header.constructed && depth < kMaxDepth) {
            const TagTable& inside = row != nullptr && row->inside != nullptr ? *row->inside : table;
            if (auto children = read(value, inside, depth + 1)) {
                field.children = std::move(*children);
            }
        }
        if (field.children.empty()) {
            field.value = header.length >= 4 ? plainText(value.bytes, 48) : hexText(value.bytes);
        }
        return field;
    }

    std::size_t m_count = 0;
};

} // namespace

std::optional<std::vector<Field>> readTlv(const Window& window, const TagTable& table)
{
    return TlvReader().read(window, table, 0);
}

void addTlv(const Window& window, const TagTable& table, Field& field)
{
    if (auto children = readTlv(window, table)) {
        field.children = std::move(*children);
    } else {
        field.value = hexText(window.bytes);
    }
}

std::vector<Field> decodeTlv(QByteArrayView bytes, RecordPart part, std::uint32_t start)
{
    // Two bytes are more often a file identifier (2F00) than an empty data object.
    if (bytes.size() < 3) {
        return {};
    }
    return readTlv({bytes, part, start}, kCommonTags).value_or(std::vector<Field>{});
}

} // namespace dmsc
