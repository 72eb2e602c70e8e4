// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/bytes.h"
#include "model/tree/tree.h"

#include <string>
#include <vector>

namespace dmsc {

/// One transparent file of the PKCS#15 directory 5015.
struct PublishedFile
{
    std::uint16_t number = 0;
    Bytes content;
};

/// Data objects hold at most this many bytes: READ BINARY reaches no further in many readers.
inline constexpr std::size_t kMaxDataObject = 32767;

[[nodiscard]] Bytes publicationAid();

/// The Management Objects of a store as PKCS#15 data objects: EF.ODF 5031, EF.TokenInfo 5032, EF.DODF 4401
/// (4402 and so on where there are many) and one EF from 4D01 on for each object, a TNDS document in XML, in WBXML
/// where XML cannot carry it. Longer ones are split: "DMAcc 1/2", "DMAcc 2/2". Only nodes that every server may Get are
/// published: who reads is not known.
[[nodiscard]] std::vector<PublishedFile> publishedFiles(const Tree& tree, const std::string& iccid);

} // namespace dmsc
