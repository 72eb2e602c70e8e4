// SPDX-License-Identifier: Apache-2.0
#include "cardio/files/known_files.h"

#include "cardio/card/card_interface.h"
#include "cardio/files/pkcs15.h"

#include <algorithm>

namespace dmsc {

namespace {

using App = CardApplication;
constexpr std::array<std::uint8_t, 7> kUsim = {0xA0, 0x00, 0x00, 0x00, 0x87, 0x10, 0x02};
constexpr std::array<std::uint8_t, 7> kIsim = {0xA0, 0x00, 0x00, 0x00, 0x87, 0x10, 0x04};
constexpr std::array<std::uint8_t, 5> kGlobalPlatform = {0xA0, 0x00, 0x00, 0x01, 0x51};
constexpr std::array<std::uint8_t, 8> kOldIssuer = {0xA0, 0x00, 0x00, 0x00, 0x03, 0x00, 0x00, 0x00};

constexpr std::string_view kImsType = "urn:oma:mo:ext-3gpp-ims:1.0";
constexpr std::string_view kMudMidType = "urn:oma:mo:ext-3gpp-mudmid:1.0";
constexpr std::string_view kNasType = "urn:oma:mo:ext-3gpp-nas-config:1.0";
// By the pattern of 3GPP's other URNs; the clause of TS 24.424 was not at hand.
constexpr std::string_view kXcapType = "urn:oma:mo:ext-3gpp-xcap:1.0";

constexpr std::array kFiles = {
    KnownFile{App::None, {0x2F00}, CardFileKind::LinearFixed, 0, "EF.DIR", "applications"},
    KnownFile{App::None, {0x2F05}, CardFileKind::Transparent, 0, "EF.PL", "preferred languages"},
    KnownFile{App::None, {0x2F06}, CardFileKind::LinearFixed, 0, "EF.ARR", "access rules"},
    KnownFile{App::None, {0x2F08}, CardFileKind::Transparent, 0, "EF.UMPC", "maximum power consumption"},
    KnownFile{App::None, {0x2F5A}, CardFileKind::Transparent, 0, "EF_TOOLKIT", "toolkit commands of the emulated card"},
    KnownFile{App::None, {0x2FE2}, CardFileKind::Transparent, 0, "EF.ICCID", "card number"},
    KnownFile{App::None, {0x7F10}, CardFileKind::Df, 0, "DF.TELECOM", {}},
    KnownFile{App::None, {0x7F10, 0x6F06}, CardFileKind::LinearFixed, 0, "EF.ARR", "access rules"},
    KnownFile{App::None, {0x7F10, 0x5F3D}, CardFileKind::Df, 109, "DF.MCS", "mission critical services"},
    KnownFile{App::None, {0x7F10, 0x5F3D, 0x4F01}, CardFileKind::Transparent, 109, "EF_MST", "MCS service table"},
    KnownFile{App::None, {0x7F10, 0x5F3D, 0x4F02}, CardFileKind::BerTlv, 109, "EF_MCS_CONFIG",
        "MCS configuration (TS 24.483)", MoContentKind::McsConfig, "urn:oma:mo:ext-3gpp-MCPTT-UE-configuration:1.0",
        "MCSConfig"},
    KnownFile{App::None, {0x7F10, 0x5F3E}, CardFileKind::Df, 119, "DF.V2X", "vehicle communication"},
    KnownFile{App::None, {0x7F10, 0x5F3E, 0x4F02}, CardFileKind::BerTlv, 119, "EF_V2X_CONFIG",
        "V2X configuration (TS 24.385)"},

    KnownFile{App::Usim, {0x6F06}, CardFileKind::LinearFixed, 0, "EF.ARR", "access rules"},
    KnownFile{App::Usim, {0x6F07}, CardFileKind::Transparent, 0, "EF_IMSI", "subscriber identity"},
    KnownFile{App::Usim, {0x6F38}, CardFileKind::Transparent, 0, "EF_UST", "USIM service table"},
    KnownFile{App::Usim, {0x6F46}, CardFileKind::Transparent, 19, "EF_SPN", "service provider name"},
    KnownFile{App::Usim, {0x6F56}, CardFileKind::Transparent, 34, "EF_EST", "enabled services"},
    KnownFile{App::Usim, {0x6F57}, CardFileKind::Transparent, 35, "EF_ACL", "allowed access points",
        MoContentKind::AccessPoints, {}, "AccessPoints"},
    KnownFile{App::Usim, {0x6FAD}, CardFileKind::Transparent, 0, "EF_AD", "administrative data"},
    KnownFile{App::Usim, {0x6FE8}, CardFileKind::Transparent, 96, "EF_NASCONFIG", "NAS configuration (TS 24.368)",
        MoContentKind::NasConfig, kNasType, "NASConfig"},
    KnownFile{App::Usim, {0x6FF3}, CardFileKind::Transparent, 106, "EF_ePDGId", "home ePDG"},
    KnownFile{App::Usim, {0x6FF4}, CardFileKind::Transparent, 107, "EF_ePDGSelection", "ePDG selection"},
    KnownFile{App::Usim, {0x6FF5}, CardFileKind::Transparent, 110, "EF_ePDGIdEm", "emergency ePDG"},
    KnownFile{App::Usim, {0x6FF6}, CardFileKind::Transparent, 111, "EF_ePDGSelectionEm", "emergency ePDG selection"},
    KnownFile{App::Usim, {0x6FF8}, CardFileKind::BerTlv, 115, "EF_IMSConfigData", "IMS configuration (TS 24.167)",
        MoContentKind::Document, kImsType, "IMSConfig"},
    KnownFile{App::Usim, {0x6FF9}, CardFileKind::Transparent, 117, "EF_3GPPPSDATAOFF", "services exempt from data off",
        MoContentKind::PsDataOff, {}, "PSDataOff"},
    KnownFile{App::Usim, {0x6FFA}, CardFileKind::Transparent, 118, "EF_3GPPPSDATAOFFservicelist", "services by URI"},
    KnownFile{App::Usim, {0x6FFB}, CardFileKind::LinearFixed, 116, "EF_TVCONFIG", "TV configuration (TS 24.117)"},
    KnownFile{App::Usim, {0x6FFC}, CardFileKind::BerTlv, 120, "EF_XCAPConfigData", "XCAP configuration (TS 24.424)",
        MoContentKind::Xcap, kXcapType, "XCAPConfig"},
    KnownFile{App::Usim, {0x6FFD}, CardFileKind::Transparent, 121, "EF_EARFCNList", "NB-IoT frequencies"},
    KnownFile{App::Usim, {0x6FFE}, CardFileKind::BerTlv, 134, "EF_MuDMiDConfigData",
        "multi-device and multi-identity (TS 24.175)", MoContentKind::Document, kMudMidType, "MuDMiDConfig"},
    KnownFile{App::Usim, {0x6F0B}, CardFileKind::Transparent, 150, "EF_IMSDCI", "IMS data channel indication"},
    KnownFile{App::Usim, {0x5FC0}, CardFileKind::Df, 0, "DF.5GS", "5G system"},
    KnownFile{App::Usim, {0x5FC0, 0x4F0B}, CardFileKind::BerTlv, 132, "EF_URSP", "UE route selection policy"},

    KnownFile{App::Isim, {0x6F06}, CardFileKind::LinearFixed, 0, "EF.ARR", "access rules"},
    KnownFile{App::Isim, {0x6F02}, CardFileKind::Transparent, 0, "EF_IMPI", "private identity"},
    KnownFile{App::Isim, {0x6F03}, CardFileKind::Transparent, 0, "EF_DOMAIN", "home network domain"},
    KnownFile{App::Isim, {0x6F04}, CardFileKind::LinearFixed, 0, "EF_IMPU", "public identities"},
    KnownFile{App::Isim, {0x6F07}, CardFileKind::Transparent, 0, "EF_IST", "ISIM service table"},
    KnownFile{App::Isim, {0x6FF8}, CardFileKind::BerTlv, 18, "EF_IMSConfigData", "IMS configuration (TS 24.167)",
        MoContentKind::Document, kImsType, "IMSConfig"},
    KnownFile{App::Isim, {0x6FFA}, CardFileKind::Transparent, 20, "EF_WebRTCURI", "WebRTC server"},
    KnownFile{App::Isim, {0x6FFC}, CardFileKind::BerTlv, 19, "EF_XCAPConfigData", "XCAP configuration (TS 24.424)",
        MoContentKind::Xcap, kXcapType, "XCAPConfig"},
    KnownFile{App::Isim, {0x6FFE}, CardFileKind::BerTlv, 21, "EF_MuDMiDConfigData",
        "multi-device and multi-identity (TS 24.175)", MoContentKind::Document, kMudMidType, "MuDMiDConfig"},

    KnownFile{App::Pkcs15, {pkcs15::kOdfFile}, CardFileKind::Transparent, 0, "EF.ODF", "PKCS#15 object directories"},
    KnownFile{App::Pkcs15, {pkcs15::kTokenInfoFile}, CardFileKind::Transparent, 0, "EF.TokenInfo", "PKCS#15 token"},
};

// Names of the URNs by clause 4 of 3GPP TS 24.483 where it was at hand, else by their pattern.
constexpr std::array kMcs = {
    McsObject{0x80, "MCPTTUEConfig", "urn:oma:mo:ext-3gpp-MCPTT-UE-configuration:1.0"},
    McsObject{0x81, "MCPTTUserProfile", "urn:oma:mo:ext-3gpp-MCPTT-user-profile:1.0"},
    McsObject{0x82, "MCSGroupConfig", "urn:oma:mo:ext-3gpp-MCS-group-configuration:1.0"},
    McsObject{0x83, "MCPTTServiceConfig", "urn:oma:mo:ext-3gpp-MCPTT-service-configuration:1.0"},
    McsObject{0x84, "MCSUEInitialConfig", "urn:oma:mo:ext-3gpp-MCS-UE-initial-configuration:1.0"},
    McsObject{0x85, "MCDataUEConfig", "urn:oma:mo:ext-3gpp-MCData-UE-configuration:1.0"},
    McsObject{0x86, "MCDataUserProfile", "urn:oma:mo:ext-3gpp-MCData-user-profile:1.0"},
    McsObject{0x87, "MCDataServiceConfig", "urn:oma:mo:ext-3gpp-MCData-service-configuration:1.0"},
    McsObject{0x88, "MCVideoUEConfig", "urn:oma:mo:ext-3gpp-MCVideo-UE-configuration:1.0"},
    McsObject{0x89, "MCVideoUserProfile", "urn:oma:mo:ext-3gpp-MCVideo-user-profile:1.0"},
    McsObject{0x8A, "MCVideoServiceConfig", "urn:oma:mo:ext-3gpp-MCVideo-service-configuration:1.0"},
};

template <class Start> bool startsWith(ByteView aid, const Start& start)
{
    return aid.size() >= std::size(start) && std::equal(std::begin(start), std::end(start), aid.begin());
}

} // namespace

CardApplication applicationOf(ByteView aid)
{
    if (startsWith(aid, kUsim))
        return App::Usim;
    if (startsWith(aid, kIsim))
        return App::Isim;
    if (startsWith(aid, pkcs15::kAid))
        return App::Pkcs15;
    if (startsWith(aid, card::kAid))
        return App::DmSc;
    return startsWith(aid, kGlobalPlatform) || startsWith(aid, kOldIssuer) ? App::IssuerDomain : App::Other;
}

QString applicationName(CardApplication application)
{
    switch (application) {
    case App::Usim:
        return QStringLiteral("ADF.USIM");
    case App::Isim:
        return QStringLiteral("ADF.ISIM");
    case App::Pkcs15:
        return QStringLiteral("PKCS#15");
    case App::DmSc:
        return QStringLiteral("DM_SC");
    case App::IssuerDomain:
        return QStringLiteral("ISD");
    case App::None:
    case App::Other:
        break;
    }
    return {};
}

std::span<const std::uint16_t> KnownFile::ids() const
{
    const auto end = std::find(path.begin(), path.end(), std::uint16_t{0});
    return {path.data(), static_cast<std::size_t>(end - path.begin())};
}

std::span<const KnownFile> knownFiles()
{
    return kFiles;
}

std::span<const McsObject> mcsObjects()
{
    return kMcs;
}

bool hasService(ByteView table, std::uint16_t number)
{
    const std::size_t byte = (number - 1U) / 8U;
    return number != 0 && byte < table.size() && (table[byte] >> ((number - 1U) % 8U) & 1U) != 0;
}

} // namespace dmsc
