// SPDX-License-Identifier: Apache-2.0
#include "model/recording/crc32.h"

#include <QtEndian>

#include <array>
#include <cstddef>

namespace dmsc {

namespace {

constexpr std::size_t kStride = 8;
using Table = std::array<std::uint32_t, 256>;

/// tables[0] takes a byte, tables[n] a byte with n zero bytes behind it: eight bytes at a time are as many look-ups.
constexpr std::array<Table, kStride> makeTables()
{
    std::array<Table, kStride> tables{};
    for (std::uint32_t byte = 0; byte < 256; ++byte) {
        std::uint32_t rest = byte;
        for (int bit = 0; bit < 8; ++bit)
            rest = (rest >> 1U) ^ ((rest & 1U) != 0 ? 0xEDB88320U : 0U);
        tables[0][byte] = rest;
    }
    for (std::size_t n = 1; n < kStride; ++n) {
        for (std::size_t byte = 0; byte < 256; ++byte)
            tables[n][byte] = (tables[n - 1][byte] >> 8U) ^ tables[0][tables[n - 1][byte] & 0xFFU];
    }
    return tables;
}

constexpr std::array<Table, kStride> kTables = makeTables();

std::uint32_t ofEight(const char* bytes, std::uint32_t rest)
{
    const std::uint32_t low = qFromLittleEndian<std::uint32_t>(bytes) ^ rest;
    const auto high = qFromLittleEndian<std::uint32_t>(bytes + 4);
    return kTables[7][low & 0xFFU] ^ kTables[6][(low >> 8U) & 0xFFU] ^ kTables[5][(low >> 16U) & 0xFFU]
        ^ kTables[4][low >> 24U] ^ kTables[3][high & 0xFFU] ^ kTables[2][(high >> 8U) & 0xFFU]
        ^ kTables[1][(high >> 16U) & 0xFFU] ^ kTables[0][high >> 24U];
}

} // namespace

std::uint32_t crc32(QByteArrayView bytes, std::uint32_t before)
{
    std::uint32_t rest = ~before;
    const char* at = bytes.data();
    const char* const end = at + bytes.size();
    for (; end - at >= static_cast<std::ptrdiff_t>(kStride); at += kStride)
        rest = ofEight(at, rest);
    for (; at != end; ++at)
        rest = (rest >> 8U) ^ kTables[0][(rest ^ static_cast<unsigned char>(*at)) & 0xFFU];
    return ~rest;
}

} // namespace dmsc
