// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/bytes.h"
#include "model/uicc/card_file.h"

#include <array>
#include <cstdint>
#include <span>
#include <string_view>

namespace dmsc {

/// Applications whose files we know.
enum class CardApplication : std::uint8_t { None, Usim, Isim, Pkcs15, DmSc, IssuerDomain, Other };
/// By the AID's registered start (ETSI TS 101 220 annex E, PKCS #15, CARD-INTERFACE.md, GlobalPlatform).
[[nodiscard]] CardApplication applicationOf(ByteView aid);
[[nodiscard]] QString applicationName(CardApplication application); ///< "ADF.USIM"

/// How the content of a file is an MO; see mo_codec.h.
enum class MoContentKind : std::uint8_t {
    None,
    NasConfig,
    PsDataOff,
    AccessPoints,
    Document, ///< object 80 says the encoding, object 81 is the document
    Xcap, ///< object 80
    McsConfig, ///< a document per tag
};

/// A file that standards place below the MF or an application (3GPP TS 31.102, 31.103, ETSI TS 102 221).
struct KnownFile
{
    CardApplication application = CardApplication::None; ///< None: below the MF
    std::array<std::uint16_t, 3> path{}; ///< ids of directories on the way and the file's own, then zeros
    CardFileKind structure = CardFileKind::Transparent;
    std::uint16_t service = 0; ///< of EF_UST or EF_IST that announces it, 0: none
    std::string_view name = {};
    std::string_view description = {};
    MoContentKind content = MoContentKind::None;
    std::string_view moType = {};
    std::string_view moName = {}; ///< of the MO's root beside the device's tree

    [[nodiscard]] std::span<const std::uint16_t> ids() const;
};

/// Directories stand before what is in them.
[[nodiscard]] std::span<const KnownFile> knownFiles();

/// An MO of EF_MCS_CONFIG (3GPP TS 31.102 4.6.4.2): tag 7F + service number.
struct McsObject
{
    std::uint32_t tag = 0;
    std::string_view name = {};
    std::string_view moType = {};
};
[[nodiscard]] std::span<const McsObject> mcsObjects();

/// Bit of service `number` (from 1) in a service table; a table that ends before says no.
[[nodiscard]] bool hasService(ByteView table, std::uint16_t number);

} // namespace dmsc
