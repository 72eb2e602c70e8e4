// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/bytes.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

namespace dmsc {

/// A BER-TLV tag as it is written, e.g. 0x4F, 0x9F65, 0x7F21; one to three bytes (ISO/IEC 7816-4 5.2.2.1).
enum class TlvTag : std::uint32_t {};

[[nodiscard]] constexpr TlvTag tlvTag(std::uint32_t value)
{
    return static_cast<TlvTag>(value);
}
[[nodiscard]] QString tagText(TlvTag tag);

/// Nesting that readers follow at most.
inline constexpr int kMaxTlvDepth = 16;

/// One data object. `value` looks into the bytes that were parsed and lives as long as they do.
struct Tlv
{
    TlvTag tag{};
    ByteView value;
    std::size_t offset = 0; ///< of the tag's first byte in the whole input
    std::size_t valueOffset = 0; ///< of the value's first byte in the whole input
    int depth = 0; ///< 0 for the outermost

    /// The value is itself a row of data objects (bit 6 of the tag's first byte).
    [[nodiscard]] bool isConstructed() const;
};

/// Reads data objects one after the other. Lengths are definite, of up to four bytes, and checked against what is
/// there.
class TlvReader
{
public:
    explicit TlvReader(ByteView bytes)
        : m_bytes(bytes)
    {
    }

    /// The next object; nullopt at the end. Syntax error with the offset for anything malformed.
    [[nodiscard]] Result<std::optional<Tlv>> next();
    /// A reader over the value of a constructed object; errors name offsets in the whole input.
    /// Limit error deeper than kMaxTlvDepth, Syntax for a primitive object.
    [[nodiscard]] static Result<TlvReader> inside(const Tlv& tlv);

private:
    TlvReader(ByteView bytes, std::size_t base, int depth)
        : m_bytes(bytes)
        , m_base(base)
        , m_depth(depth)
    {
    }
    [[nodiscard]] Result<TlvTag> readTag();
    [[nodiscard]] Result<std::size_t> readLength();
    [[nodiscard]] tl::unexpected<Error> syntax(const QString& what) const;

    ByteView m_bytes;
    std::size_t m_at = 0;
    std::size_t m_base = 0;
    int m_depth = 0;
};

/// The objects of one level.
[[nodiscard]] Result<std::vector<Tlv>> parseTlvs(ByteView bytes);
/// The objects within a constructed one.
[[nodiscard]] Result<std::vector<Tlv>> childrenOf(const Tlv& tlv);
/// All objects of all levels in the order of their bytes; `depth` tells the level.
[[nodiscard]] Result<std::vector<Tlv>> parseTlvTree(ByteView bytes);
/// The first object with that tag, or nullopt.
[[nodiscard]] std::optional<Tlv> findTlv(const std::vector<Tlv>& tlvs, TlvTag tag);
/// The value of the first object with that tag where it is one byte; else nullopt.
[[nodiscard]] std::optional<std::uint8_t> byteIn(const std::vector<Tlv>& tlvs, TlvTag tag);
/// The value as an unsigned big-endian number; Syntax error for 0 or more than 8 bytes.
[[nodiscard]] Result<std::uint64_t> numberOf(const Tlv& tlv);

/// Writes data objects with the shortest possible length fields.
class TlvWriter
{
public:
    TlvWriter& add(TlvTag tag, ByteView value);
    /// The number big-endian in the fewest bytes, at least `minimumSize`.
    TlvWriter& addNumber(TlvTag tag, std::uint64_t value, std::size_t minimumSize = 1);
    /// A constructed object around what `content` has written.
    TlvWriter& add(TlvTag tag, const TlvWriter& content) { return add(tag, ByteView(content.m_bytes)); }

    [[nodiscard]] const Bytes& bytes() const { return m_bytes; }
    [[nodiscard]] Bytes take() { return std::move(m_bytes); }

private:
    Bytes m_bytes;
};

} // namespace dmsc
