// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/decode/decode.h"

#include <QByteArray>
#include <QString>

#include <optional>

namespace dmsc {

/// Golden form: two blanks a level, "name value @offset+length", bits after a slash.
inline QString print(const std::vector<Field>& fields, int level = 0)
{
    QString text;
    for (const Field& field : fields) {
        text += QString(level * 2, QLatin1Char(' ')) + field.name + QLatin1Char(' ') + field.value
            + QStringLiteral(" @%1+%2").arg(field.bytes.offset).arg(field.bytes.length);
        if (field.bits != 0) {
            text += QStringLiteral("/%1").arg(field.bits, 2, 16, QLatin1Char('0')).toUpper();
        }
        text += QLatin1Char('\n') + print(field.children, level + 1);
    }
    return text;
}

/// The first field of that name, in document order.
inline const Field* find(const std::vector<Field>& fields, const QString& name)
{
    for (const Field& field : fields) {
        if (field.name == name) {
            return &field;
        }
        if (const Field* inside = find(field.children, name)) {
            return inside;
        }
    }
    return nullptr;
}

/// Its value; "?" where there is no such field.
inline QString valueOf(const std::vector<Field>& fields, const QString& name)
{
    const Field* found = find(fields, name);
    return found == nullptr ? QStringLiteral("?") : found->value;
}

/// The bytes that a field of this name was read from.
inline QByteArray bytesOf(const std::vector<Field>& fields, const QString& name, const QByteArray& part)
{
    const Field* found = find(fields, name);
    return found == nullptr ? QByteArray() : part.mid(found->bytes.offset, found->bytes.length);
}

/// Every field lies in its part, and within its parent where both have bytes; bits are of one byte.
inline bool isWellFormed(const std::vector<Field>& fields, qsizetype request, qsizetype response,
    const std::optional<ByteRange>& around = std::nullopt)
{
    for (const Field& field : fields) {
        const ByteRange& bytes = field.bytes;
        const auto size = static_cast<std::uint64_t>(bytes.part == RecordPart::Request ? request : response);
        const std::uint64_t end = std::uint64_t{bytes.offset} + bytes.length;
        const bool inParent = !around || around->length == 0 || bytes.length == 0
            || (bytes.part == around->part && bytes.offset >= around->offset
                && end <= std::uint64_t{around->offset} + around->length);
        if (end > size || !inParent || (field.bits != 0 && bytes.length > 1)
            || !isWellFormed(field.children, request, response, bytes)) {
            return false;
        }
    }
    return true;
}

} // namespace dmsc
