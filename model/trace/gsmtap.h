// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <cstdint>
#include <optional>

/// What APDUs travel in between programs that watch cards: UDP, a head of 16 bytes, the pair.
namespace dmsc::gsmtap {

inline constexpr quint16 kPort = 4729;
inline constexpr qsizetype kHeadSize = 16;
inline constexpr std::uint8_t kTypeSim = 4;

/// What the bytes after the head are.
enum class SimSubtype : std::uint8_t { Apdu = 0, Atr = 1 };

/// Where secret bytes were filled with FF; in the last byte of the head, which is spare and 0 otherwise.
struct Filled
{
    bool request = false;
    bool response = false;
};

struct Message
{
    SimSubtype subtype = SimSubtype::Apdu;
    QByteArrayView content;
    Filled filled;
};

/// Version 2, four words, SIM, an APDU.
[[nodiscard]] QByteArray head(Filled filled);
/// Nothing for what is no message of a SIM of these subtypes.
[[nodiscard]] std::optional<Message> read(QByteArrayView datagram);

/// Where the command of a pair ends and its response begins. It is not written down: Lc, Le, and which instructions
/// bring data tell; a case 2 with an extended Le and a response of at most 256 bytes is taken for a short one.
[[nodiscard]] qsizetype commandSize(QByteArrayView pair);

} // namespace dmsc::gsmtap
