// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/record/record.h"

#include <QByteArrayView>

#include <cstdint>
#include <optional>

namespace dmsc {

inline constexpr qsizetype kApduHeader = 4;
inline constexpr std::uint8_t kGetResponse = 0xC0; ///< INS

/// The byte at a place; 0 behind the end.
[[nodiscard]] inline std::uint8_t byteOrZero(QByteArrayView bytes, qsizetype at)
{
    return at < bytes.size() ? static_cast<std::uint8_t>(bytes[at]) : std::uint8_t{0};
}

/// How many bytes Lc, data and Le of a command take.
struct ApduBody
{
    qsizetype lcSize = 0;
    qsizetype lc = 0;
    qsizetype leSize = 0;
    qsizetype le = 0;

    [[nodiscard]] qsizetype dataAt() const { return kApduHeader + lcSize; }
};

/// Cases 1 to 4, short and extended, of ISO 7816-4 5.1; nothing when the lengths contradict each other or there is no
/// header.
[[nodiscard]] std::optional<ApduBody> apduBody(QByteArrayView apdu);

/// Whether a row is a command and its response: all of Layer::Apdu, and those of Layer::SecureChannel that have a
/// status word; the others tell of a handshake.
[[nodiscard]] bool isApduPair(Layer layer, QByteArrayView status);

/// Whether the class byte tells of secure messaging, and of whose.
enum class SecureMessaging : std::uint8_t { None, GlobalPlatform, Iso };
[[nodiscard]] SecureMessaging secureMessaging(std::uint8_t cla);

} // namespace dmsc
