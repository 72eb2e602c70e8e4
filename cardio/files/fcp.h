// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/bytes.h"
#include "model/uicc/card_file.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace dmsc {

/// Life cycle status of a file (ISO/IEC 7816-4 5.3.3.2 table 13).
enum class LifeCycle : std::uint8_t { NoInformation, Creation, Initialisation, Activated, Deactivated, Terminated };

/// Where a file's access rules stand: records of an EF.ARR (ETSI TS 102 221 11.1.1.4.7.3).
struct AccessReference
{
    struct Record
    {
        std::optional<std::uint8_t> environment; ///< security environment (SEID) in which this record counts
        std::uint8_t number = 0;
        friend bool operator==(const Record&, const Record&) = default;
    };
    std::optional<std::uint16_t> file; ///< none: the EF.ARR of the directory, 2F06 or 6F06
    std::vector<Record> records;
    friend bool operator==(const AccessReference&, const AccessReference&) = default;
};

/// One key of a directory's PIN status template (tag C6, ETSI TS 102 221 9.5.2).
struct PinStatus
{
    std::uint8_t reference = 0;
    bool enabled = false;
    std::optional<std::uint8_t> usage; ///< usage qualifier, tag 95: 00 means "not used for verification"
    friend bool operator==(const PinStatus&, const PinStatus&) = default;
};

/// File control parameters (ISO/IEC 7816-4 5.3.3, ETSI TS 102 221 11.1.1.4). Sizes are bytes.
struct Fcp
{
    std::optional<CardFileKind> kind; ///< from tag 82; Mf by its file id, Adf by a name (84)
    bool shareable = true;
    std::uint32_t recordLength = 0;
    std::uint32_t recordCount = 0;
    std::optional<std::uint16_t> fileId;
    Bytes name; ///< DF name, the AID of an application
    std::optional<std::uint64_t> size; ///< tag 80: of the content; a BER-TLV file's: used by its objects
    std::optional<std::uint64_t> totalSize; ///< tag 81
    std::optional<std::uint8_t> shortId; ///< 1 to 30, also where it follows from the file id
    std::optional<LifeCycle> lifeCycle;
    std::optional<AccessReference> access; ///< tag 8B
    Bytes compactAccess; ///< value of tag 8C
    Bytes expandedAccess; ///< value of tag AB
    std::vector<PinStatus> pins;
    std::optional<std::uint64_t> freeMemory; ///< A5/83
    std::optional<std::uint64_t> reservedSize; ///< A5/85, BER-TLV files
    std::optional<std::uint64_t> maximumSize; ///< A5/86, BER-TLV files
    std::optional<std::uint8_t> fileDetails; ///< A5/84: bit 1 = DER only
    // Of a file to be made (ETSI TS 102 222 6.3.2.2.2), not written; empty: none.
    Bytes fillPattern; ///< A5/C1: the first bytes, the last of them goes on to the end
    Bytes repeatPattern; ///< A5/C2: again and again
    friend bool operator==(const Fcp&, const Fcp&) = default;

    [[nodiscard]] bool isDirectory() const
    {
        return kind == CardFileKind::Mf || kind == CardFileKind::Df || kind == CardFileKind::Adf;
    }
};

/// Template 62 or 6F, as a card gives it. What we do not know is passed over; a known object of the wrong length is a
/// Syntax error. Nothing is required: an application without files tells a name alone.
[[nodiscard]] Result<Fcp> parseFcp(ByteView bytes);

/// Which template to write: FCP, or FCI for who expects that (ISO/IEC 7816-4 7.4.3).
enum class FcpTemplate : std::uint8_t { Fcp = 0x62, Fci = 0x6F };
/// Sizes get a leading 00 where their first bit is set: some readers take them for signed numbers.
[[nodiscard]] Bytes encodeFcp(const Fcp& fcp, FcpTemplate form = FcpTemplate::Fcp);

} // namespace dmsc
