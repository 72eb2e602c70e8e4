// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/bytes.h"
#include "model/tree/tree.h"

#include <functional>
#include <string>
#include <vector>

namespace dmsc {

/// One transparent file of the PKCS#15 directory 5015.
struct PublishedFile
{
    std::uint16_t number = 0;
    Bytes content;
    bool isPrivate = false; ///< to be read with PIN 1 alone
};

/// Who of those that the issuer's policy lets in beside the issuer may read a node.
enum class Readers : std::uint8_t { Nobody, Some, All };
using ReadersOf = std::function<Readers(NodeId)>;

/// Data objects hold at most this many bytes: READ BINARY reaches no further in many readers.
inline constexpr std::size_t kMaxDataObject = 32767;

[[nodiscard]] Bytes publicationAid();

/// The Management Objects of a store as PKCS#15 data objects: EF.ODF 5031, EF.TokenInfo 5032, EF.AODF 4301 with PIN 1,
/// EF.DODF 4401 (4402 and so on where there are many) and one EF from 4D01 on for each object, a TNDS document in XML,
/// in WBXML where XML cannot carry it. Longer ones are split: "DMAcc 1/2", "DMAcc 2/2". Only nodes that every server
/// may Get are published: who reads is not known. What nobody may read by policy is not published either, and an object
/// with something that not all may read is private. `readers` empty: the policy lets everybody read everything.
[[nodiscard]] std::vector<PublishedFile> publishedFiles(
    const Tree& tree, const std::string& iccid, const ReadersOf& readers = {});

} // namespace dmsc
