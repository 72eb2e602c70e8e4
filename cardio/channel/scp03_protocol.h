// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/bytes.h"

#include <cstddef>
#include <cstdint>

// The handshake's commands, GlobalPlatform Amendment D 7.1: what host and card share.
namespace dmsc::scp03 {

inline constexpr std::uint8_t kInsInitializeUpdate = 0x50;
inline constexpr std::uint8_t kInsExternalAuthenticate = 0x82;
inline constexpr const char* kInitializeUpdateName = "INITIALIZE UPDATE";
inline constexpr const char* kExternalAuthenticateName = "EXTERNAL AUTHENTICATE";

inline constexpr std::uint8_t kProtocol = 0x03;
inline constexpr std::size_t kDiversificationSize = 10;
inline constexpr std::size_t kKeyInfoSize = 3;
inline constexpr std::size_t kSequenceSize = 3;

// Bits of the parameter "i" in the key information.
inline constexpr unsigned kS16Bit = 0x01;
inline constexpr unsigned kPseudoRandomBit = 0x10;
inline constexpr unsigned kRMacBit = 0x20;
inline constexpr unsigned kREncBit = 0x40;
inline constexpr unsigned kKnownBits = kS16Bit | kPseudoRandomBit | kRMacBit | kREncBit;

/// What session keys and cryptograms are derived over.
[[nodiscard]] inline Bytes contextOf(ByteView hostChallenge, ByteView cardChallenge)
{
    Bytes context(hostChallenge.begin(), hostChallenge.end());
    context.insert(context.end(), cardChallenge.begin(), cardChallenge.end());
    return context;
}

} // namespace dmsc::scp03
