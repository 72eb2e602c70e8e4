// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cardio/apdu/tlv.h"
#include "cardio/store/card_image.h"
#include "model/access/key_set_tries.h"
#include "model/access/memory_map.h"
#include "model/tree/digest.h"

#include <optional>
#include <string>
#include <vector>

// What the card answers, read by the host: CARD-INTERFACE.md, sections 2, 6, 7, 12 and 14. Bytes from outside; nullopt
// where they are not what the interface says.
namespace dmsc {

/// Syntax: what stands for an answer that was not as the interface says.
[[nodiscard]] tl::unexpected<Error> unreadable(const char* command);

/// What SELECT tells about a card's DM_SC application (GEN-12).
struct CardDiscovery
{
    std::uint8_t versionMajor = 0;
    std::uint8_t versionMinor = 0;
    std::uint8_t leastLevel = 0; ///< of SCP03
    bool extendedLength = false;
    std::vector<OfferedMethod> offers; ///< none: a card of interface 1.0, which has SCP03 alone
    Bytes answer; ///< to SELECT, all of it
};
[[nodiscard]] std::optional<CardDiscovery> decodeDiscovery(ByteView answer);

/// One answer to "what has changed?" (GEN-5).
struct SyncStatus
{
    Epoch epoch{};
    CardSeq seq{};
    CardSeq oldest{}; ///< the journal leads from here to seq
    Digest content{}; ///< of the root
    Digest acl{};
    std::uint64_t memorySize = 0;
    std::uint64_t memoryUsed = 0;
    std::uint64_t memoryFree = 0;
    std::uint64_t nodes = 0;
    std::string iccid;
};
[[nodiscard]] std::optional<SyncStatus> decodeSyncStatus(ByteView answer);

[[nodiscard]] std::optional<std::vector<JournalEntry>> decodeJournal(ByteView answer);
[[nodiscard]] std::optional<AccessConditions> decodeAccessConditions(ByteView answer);
/// `self` is left empty: the answer does not say who asked. A card of interface 1.0 tells bytes alone: no map.
[[nodiscard]] std::optional<MemoryMap> decodeMemoryMap(ByteView answer);

[[nodiscard]] std::optional<std::vector<KeySetTries>> decodeTries(ByteView answer);

/// What is accepted from the role, for people: "SCP03 (level 33) or SCP11a"; "nothing" for nothing.
[[nodiscard]] QString offersText(const std::vector<OfferedMethod>& offers, Role role);
/// May this be tried? NotAllowed, with what would be accepted instead (SEC-6). An empty list means SCP03 at 33.
[[nodiscard]] Result<void> checkOffered(
    const std::vector<OfferedMethod>& offers, Role role, HandshakeMethod method, std::uint8_t level);

} // namespace dmsc
