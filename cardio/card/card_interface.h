// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cardio/apdu/tlv.h"
#include "cardio/channel/security_level.h"

#include <cstdint>

/// Numbers of the DM_SC application, as CARD-INTERFACE.md specifies it; card and host share them.
namespace dmsc::card {

/// Proprietary (first byte F0), "DM_SC", version 1.
inline constexpr std::uint8_t kAid[] = {0xF0, 0x44, 0x4D, 0x5F, 0x53, 0x43, 0x01};
inline constexpr std::uint8_t kInterfaceVersion[] = {0x01, 0x00};
inline constexpr SecurityLevel kLevel = SecurityLevel::All;
inline constexpr std::uint8_t kMethodScp03 = 0x03;

inline constexpr std::uint8_t kInsSelect = 0xA4;
inline constexpr std::uint8_t kInsGetResponse = 0xC0;
// All of these with CLA 84 (94 for the parts of a chain), P1 P2 = 0000 unless said otherwise.
inline constexpr std::uint8_t kInsDmMessage = 0x40;
inline constexpr std::uint8_t kInsSyncStatus = 0x42;
inline constexpr std::uint8_t kInsReadJournal = 0x44;
inline constexpr std::uint8_t kInsNodeDigests = 0x46;
inline constexpr std::uint8_t kInsGetMemory = 0x48;
/// P1 of DM MESSAGE that drops what was sent so far of a message.
inline constexpr std::uint8_t kAbortMessage = 0x80;

/// SHA-256 of the message stands before it.
inline constexpr std::size_t kMessageDigestSize = 32;
inline constexpr std::size_t kMaxMessageSize = std::size_t{64} << 20U;

namespace tag {
// SELECT
inline constexpr TlvTag kFci{0x6F};
inline constexpr TlvTag kDfName{0x84};
inline constexpr TlvTag kProprietary{0xA5};
inline constexpr TlvTag kVersion{0x80};
inline constexpr TlvTag kMethod{0x81}; ///< method, least security level
inline constexpr TlvTag kStoreState{0x82}; ///< 01: formatted
inline constexpr TlvTag kCapabilities{0x83}; ///< 01 extended length, 02 chaining
inline constexpr TlvTag kMaxCommandData{0x85};
// SYNC STATUS, GET MEMORY
inline constexpr TlvTag kEpoch{0x80};
inline constexpr TlvTag kSeq{0x81};
inline constexpr TlvTag kOldestSeq{0x82};
inline constexpr TlvTag kContentDigest{0x83};
inline constexpr TlvTag kAclDigest{0x84};
inline constexpr TlvTag kMemorySize{0x85};
inline constexpr TlvTag kMemoryUsed{0x86};
inline constexpr TlvTag kMemoryFree{0x87};
inline constexpr TlvTag kIccid{0x88};
inline constexpr TlvTag kNodeCount{0x89};
// READ JOURNAL
inline constexpr TlvTag kFromSeq{0x81};
inline constexpr TlvTag kToSeq{0x82};
inline constexpr TlvTag kEntry{0xA3};
inline constexpr TlvTag kEntrySeq{0x80};
inline constexpr TlvTag kEntryKind{0x81};
inline constexpr TlvTag kEntryUri{0x82};
inline constexpr TlvTag kEntryOwner{0x83};
// NODE DIGESTS
inline constexpr TlvTag kDigestSize{0x80};
inline constexpr TlvTag kSalt{0x81};
inline constexpr TlvTag kUri{0x82};
inline constexpr TlvTag kNamesDigest{0x83}; ///< of the URI before it
inline constexpr TlvTag kNode{0xA2};
inline constexpr TlvTag kNoSuchNode{0xA3};
inline constexpr TlvTag kOwnDigest{0x80};
inline constexpr TlvTag kChildDigests{0x81}; ///< the names are as the host knows them
inline constexpr TlvTag kChildren{0x82};
} // namespace tag

} // namespace dmsc::card
