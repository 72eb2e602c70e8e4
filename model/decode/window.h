// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/bytes.h"
#include "model/decode/decode.h"

#include <algorithm>
#include <cstdint>
#include <span>

namespace dmsc {

/// Bytes to decode and where in a record they lie.
struct Window
{
    QByteArrayView bytes;
    RecordPart part = RecordPart::Request;
    std::uint32_t start = 0;

    [[nodiscard]] qsizetype size() const { return bytes.size(); }
    [[nodiscard]] bool isEmpty() const { return bytes.isEmpty(); }
    /// 0 outside, so that a look at what may be there needs no check of its own.
    [[nodiscard]] std::uint8_t at(qsizetype offset) const
    {
        return offset >= 0 && offset < bytes.size() ? static_cast<std::uint8_t>(bytes[offset]) : std::uint8_t{0};
    }
    /// As much of [offset, offset + length) as there is.
    [[nodiscard]] Window sliced(qsizetype offset, qsizetype length) const
    {
        const qsizetype from = std::clamp<qsizetype>(offset, 0, bytes.size());
        const qsizetype count = std::clamp<qsizetype>(length, 0, bytes.size() - from);
        return {bytes.sliced(from, count), part, static_cast<std::uint32_t>(start + from)};
    }
    [[nodiscard]] Window from(qsizetype offset) const { return sliced(offset, bytes.size()); }
    [[nodiscard]] Window first(qsizetype length) const { return sliced(0, length); }
    [[nodiscard]] ByteRange range() const { return {part, start, static_cast<std::uint32_t>(bytes.size())}; }
    [[nodiscard]] ByteView view() const
    {
        return {reinterpret_cast<const std::uint8_t*>(bytes.data()), static_cast<std::size_t>(bytes.size())};
    }
    /// Big endian, of the last eight bytes at most.
    [[nodiscard]] std::uint64_t number() const
    {
        std::uint64_t value = 0;
        for (const char byte : bytes) {
            value = value << 8U | static_cast<std::uint8_t>(byte);
        }
        return value;
    }
};

/// In the user's language; `text` comes from QT_TRANSLATE_NOOP("Decode", ...).
[[nodiscard]] QString inWords(const char* text);

[[nodiscard]] Field fieldOf(const Window& window, QString name, QString value = {});
/// A field over bits of the first byte of `window`.
[[nodiscard]] Field bitsOf(const Window& window, std::uint8_t mask, QString name, QString value);
/// One bit that says yes or no.
[[nodiscard]] Field flagOf(const Window& window, std::uint8_t mask, QString name);
/// Says what does not fit, with level Error.
[[nodiscard]] Field malformed(const Window& window, QString text);

/// A code and what it stands for; `text` is translated.
struct Named
{
    std::uint32_t code;
    const char* text;
};
/// Empty when the code is not there.
[[nodiscard]] QString nameIn(std::span<const Named> names, std::uint32_t code);
/// The same for names of standards, which no language changes.
[[nodiscard]] QString wordIn(std::span<const Named> names, std::uint32_t code);

/// Flags of the first byte of `window`, one field for each row (code: mask); the set ones also by name in `field`.
void addFlags(const Window& window, std::span<const Named> flags, Field& field);

/// "4B words", hex and what it stands for; hex alone for empty words.
[[nodiscard]] QString hexAnd(const Window& window, const QString& words);

} // namespace dmsc
