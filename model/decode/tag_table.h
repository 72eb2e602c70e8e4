// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/decode/window.h"

#include <optional>
#include <span>
#include <vector>

namespace dmsc {

struct TagTable;

/// Gives a field its value in words and the fields inside; `value` is the data object's value alone.
using Describe = void (*)(const Window& value, Field& field);

/// What a data object is called and how its value is read.
struct TagRow
{
    std::uint32_t tag;
    const char* name; ///< the standard's, or ours where it has none; not translated
    Describe describe = nullptr; ///< null: text where it is text, else hex
    const TagTable* inside = nullptr; ///< of the objects in a constructed one; null: the table it was found in
    std::uint8_t nth = 0; ///< only the n-th object of this tag among its neighbours, counted from 1; 0: any
};

struct TagTable
{
    std::span<const TagRow> rows;
    const TagTable* others = nullptr; ///< asked for tags that are not in `rows`
};

/// Names that hold wherever nothing else is known: ISO 7816-4 and -6, GlobalPlatform.
extern const TagTable kCommonTags;

/// All of `window` as BER-TLV data objects with definite lengths, as far as 4096 objects and 12 levels; nothing when
/// it is not that. FF bytes after the last object, which fill up records and files, are one field.
[[nodiscard]] std::optional<std::vector<Field>> readTlv(const Window& window, const TagTable& table);

/// As readTlv, as the fields inside of `field`; its value in hex when that fails.
void addTlv(const Window& window, const TagTable& table, Field& field);

namespace describe {
void asHex(const Window& value, Field& field);
void asText(const Window& value, Field& field);
void asNumber(const Window& value, Field& field);
void asBytes(const Window& value, Field& field); ///< a count of bytes
void asOid(const Window& value, Field& field);
void asAid(const Window& value, Field& field);
} // namespace describe

/// "1.2.840.114283", hex where it is no object identifier.
[[nodiscard]] QString oidText(QByteArrayView oid);
/// The application that an AID (or its head) is known to name; empty for others.
[[nodiscard]] QString aidName(QByteArrayView aid);

} // namespace dmsc
