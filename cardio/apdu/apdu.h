// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cardio/apdu/status_word.h"
#include "model/bytes.h"

#include <cstddef>
#include <cstdint>
#include <optional>

namespace dmsc {

/// A command in all, header and lengths included: what PC/SC with a virtual reader carries.
inline constexpr std::size_t kMaxCommandSize = 65535;
/// A response in all, status word included.
inline constexpr std::size_t kMaxResponseSize = 65535;
inline constexpr std::size_t kMaxResponseData = kMaxResponseSize - 2;

inline constexpr std::size_t kMaxShortData = 255;
inline constexpr std::size_t kMaxShortLe = 256;
/// The most data that fits into an extended command together with Le.
inline constexpr std::size_t kMaxExtendedData = kMaxCommandSize - 9;
inline constexpr std::size_t kMaxExtendedLe = 65536;

/// A command APDU, ISO/IEC 7816-4 5.1, cases 1 to 4 in short and extended form.
struct CommandApdu
{
    std::uint8_t cla = 0;
    std::uint8_t ins = 0;
    std::uint8_t p1 = 0;
    std::uint8_t p2 = 0;
    Bytes data;
    /// Bytes expected in the answer, 1 to 65536; 256 is coded as 00, 65536 as 0000. None: no Le field.
    std::optional<std::size_t> le;
    /// Written in extended form although the short one would do; parseCommand sets it from what it read.
    bool extended = false;

    /// Extended because it must be or was asked for; a case 1 command has no lengths and is never extended.
    [[nodiscard]] bool isExtended() const;
    /// Limit error for a command over 65535 bytes, BadValue for an Le outside 1 to 65536.
    [[nodiscard]] Result<Bytes> encode() const;
    friend bool operator==(const CommandApdu&, const CommandApdu&) = default;
};

/// Exactly one command; Syntax error with the offset when lengths and bytes do not agree.
[[nodiscard]] Result<CommandApdu> parseCommand(ByteView bytes);

/// A response APDU: data and status word. The data of a response put together from several has no upper limit here.
struct ResponseApdu
{
    Bytes data;
    StatusWord sw = StatusWord::Ok;

    /// Limit error over 65535 bytes.
    [[nodiscard]] Result<Bytes> encode() const;
    friend bool operator==(const ResponseApdu&, const ResponseApdu&) = default;
};

[[nodiscard]] inline ResponseApdu statusOnly(StatusWord sw)
{
    return {{}, sw};
}

/// Syntax error for fewer than 2 bytes, Limit for more than 65535.
[[nodiscard]] Result<ResponseApdu> parseResponse(ByteView bytes);

/// The two bytes of a response without data.
[[nodiscard]] Bytes encodeStatus(StatusWord sw);

} // namespace dmsc
