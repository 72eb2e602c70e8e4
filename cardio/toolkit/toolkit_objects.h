// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>

/// Tags of toolkit data objects (ETSI TS 101 220 7.2) without the bit that says that they must be understood.
namespace dmsc::toolkit_tags {

inline constexpr std::uint8_t kPending = 0x91; // SW1: a command waits (ETSI TS 102 221 7.4.2)
inline constexpr std::uint8_t kProactive = 0xD0; // the BER tag around a command
inline constexpr std::uint8_t kUnderstand = 0x80; // comprehension required

inline constexpr std::uint8_t kDetails = 0x01;
inline constexpr std::uint8_t kDevices = 0x02;
inline constexpr std::uint8_t kResult = 0x03;
inline constexpr std::uint8_t kDuration = 0x04;
inline constexpr std::uint8_t kAlpha = 0x05;
inline constexpr std::uint8_t kText = 0x0D;
inline constexpr std::uint8_t kItem = 0x0F;
inline constexpr std::uint8_t kItemId = 0x10;
inline constexpr std::uint8_t kResponseLength = 0x11;
inline constexpr std::uint8_t kFiles = 0x12;
inline constexpr std::uint8_t kDefaultText = 0x17;
inline constexpr std::uint8_t kNextAction = 0x18;
inline constexpr std::uint8_t kEvents = 0x19;
inline constexpr std::uint8_t kIcon = 0x1E;
inline constexpr std::uint8_t kIcons = 0x1F;
inline constexpr std::uint8_t kImmediate = 0x2B;
inline constexpr std::uint8_t kTextAttribute = 0x50;
inline constexpr std::uint8_t kItemAttributes = 0x51;

} // namespace dmsc::toolkit_tags
