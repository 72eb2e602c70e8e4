// SPDX-License-Identifier: Apache-2.0
#include "model/trace/gsmtap.h"

#include <QtEndian>

#include <algorithm>
#include <array>

namespace dmsc::gsmtap {

namespace {

constexpr qsizetype kHeader = 4; ///< CLA INS P1 P2
constexpr qsizetype kStatusWord = 2;
constexpr qsizetype kShortLimit = 256;
constexpr int kFilled = 0xD0; ///< in the spare byte, which others leave 0, with one or both of these
constexpr int kFilledRequest = 0x01;
constexpr int kFilledResponse = 0x02;

/// 0 beyond the end: the bytes come from outside.
std::uint8_t byteAt(QByteArrayView bytes, qsizetype at)
{
    return at >= 0 && at < bytes.size() ? static_cast<std::uint8_t>(bytes[at]) : std::uint8_t{0};
}

/// Instructions without command data: their P3 is Le. Those of ISO 7816-4 and ETSI TS 102 221 that a T=0 trace needs.
bool bringsData(std::uint8_t ins)
{
    static constexpr std::array<std::uint8_t, 12> kInstructions{
        0x12, 0x70, 0x84, 0xB0, 0xB1, 0xB2, 0xB3, 0xC0, 0xCA, 0xE9, 0xEA, 0xF2};
    return std::find(kInstructions.begin(), kInstructions.end(), ins) != kInstructions.end();
}

/// With Lc at 4, or at 5 and 6 after a 0; 0 where the pair is too short for that.
qsizetype withData(QByteArrayView pair, qsizetype data, qsizetype length, qsizetype leSize)
{
    const qsizetype rest = pair.size() - kStatusWord - data - length;
    if (rest < 0)
        return 0;
    return data + length + std::min(rest, leSize);
}

} // namespace

QByteArray head(Filled filled)
{
    QByteArray bytes(kHeadSize, '\0');
    bytes[0] = 2;
    bytes[1] = char(kHeadSize / 4);
    bytes[2] = char(kTypeSim);
    if (filled.request || filled.response)
        bytes[kHeadSize - 1] = static_cast<char>(
            kFilled | (filled.request ? kFilledRequest : 0) | (filled.response ? kFilledResponse : 0));
    return bytes;
}

std::optional<Message> read(QByteArrayView datagram)
{
    if (datagram.size() < kHeadSize || byteAt(datagram, 0) != 2 || byteAt(datagram, 2) != kTypeSim)
        return std::nullopt;
    const qsizetype size = qsizetype{byteAt(datagram, 1)} * 4;
    const std::uint8_t subtype = byteAt(datagram, 12);
    if (size < kHeadSize || size > datagram.size() || subtype > std::uint8_t(SimSubtype::Atr))
        return std::nullopt;
    const std::uint8_t spare = byteAt(datagram, kHeadSize - 1);
    const bool isFilled = (spare & ~(kFilledRequest | kFilledResponse)) == kFilled;
    const Filled filled{isFilled && (spare & kFilledRequest) != 0, isFilled && (spare & kFilledResponse) != 0};
    return Message{SimSubtype{subtype}, datagram.sliced(size), filled};
}

qsizetype commandSize(QByteArrayView pair)
{
    const qsizetype body = pair.size() - kHeader - kStatusWord;
    if (body <= 0)
        return std::max<qsizetype>(pair.size() - kStatusWord, 0);
    const qsizetype p3 = byteAt(pair, kHeader);
    if (body == 1)
        return kHeader + 1;
    const std::uint8_t ins = byteAt(pair, 1);
    if (bringsData(ins) && body - 1 <= kShortLimit)
        if (p3 == 0 || body - 1 <= p3)
            return kHeader + 1;
    if (p3 == 0 && body >= 3) {
        const qsizetype length = qFromBigEndian<quint16>(pair.data() + kHeader + 1);
        // Le of three bytes, or Lc of three bytes, data, perhaps Le of two.
        if (bringsData(ins) || length == 0)
            return body - 1 <= kShortLimit ? kHeader + 1 : kHeader + 3;
        if (const qsizetype size = withData(pair, kHeader + 3, length, 2); size != 0)
            return size;
    }
    if (p3 != 0)
        if (const qsizetype size = withData(pair, kHeader + 1, p3, 1); size != 0)
            return size;
    return kHeader + 1;
}

} // namespace dmsc::gsmtap
