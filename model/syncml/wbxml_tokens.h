// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

/// Token tables of the WBXML documents that we speak: SyncML and MetInf (OMA SyncML RepPro 1.2, MetInf 1.2),
/// the DDF/TNDS page (OMA DM TND 1.2, "WBXML definition"), PROV 1.1 (OMA ProvCont 1.1, clause 8).
namespace dmsc::wbxml {

/// Which tables a document is read with. SyncMl and DmDdf share their tables (pages 0, 1, 2) and differ in public id.
enum class Vocabulary : std::uint8_t { SyncMl, DmDdf, Prov };

/// Global tokens, WBXML 1.3 clause 7.1.
inline constexpr std::uint32_t kCharsetUtf8 = 106; // IANA MIBenum

namespace global {
inline constexpr std::uint8_t kSwitchPage = 0x00;
inline constexpr std::uint8_t kEnd = 0x01;
inline constexpr std::uint8_t kEntity = 0x02;
inline constexpr std::uint8_t kStrI = 0x03;
inline constexpr std::uint8_t kLiteral = 0x04;
inline constexpr std::uint8_t kStrT = 0x83;
inline constexpr std::uint8_t kOpaque = 0xC3;
inline constexpr std::uint8_t kHasContent = 0x40; ///< bit of a tag token
inline constexpr std::uint8_t kHasAttributes = 0x80; ///< bit of a tag token
} // namespace global

/// An element: code page in the high byte, tag token (without its two flag bits) in the low one.
/// Met... is page 1, Ddf... is page 2, Prov... belongs to Vocabulary::Prov, which numbers its own pages.
enum class Tag : std::uint16_t {
    None = 0,
    Literal = 0x0004, ///< named through the string table
    Add = 0x0005,
    Alert,
    Archive,
    Atomic,
    Chal,
    Cmd,
    CmdID,
    CmdRef,
    Copy,
    Cred,
    Data,
    Delete,
    Exec,
    Final,
    Get,
    Item,
    Lang,
    LocName,
    LocURI,
    Map,
    MapItem,
    Meta,
    MsgID,
    MsgRef,
    NoResp,
    NoResults,
    Put,
    Replace,
    RespURI,
    Results,
    Search,
    Sequence,
    SessionID,
    SftDel,
    Source,
    SourceRef,
    Status,
    Sync,
    SyncBody,
    SyncHdr,
    SyncML,
    Target,
    TargetRef,
    VerDTD = 0x0031,
    VerProto,
    NumberOfChanges,
    MoreData,
    Field,
    Filter,
    Record,
    FilterType,
    SourceParent,
    TargetParent,
    Move,
    Correlator,

    MetAnchor = 0x0105,
    MetEMI,
    MetFormat,
    MetFreeID,
    MetFreeMem,
    MetLast,
    MetMark,
    MetMaxMsgSize,
    MetMem,
    MetMetInf,
    MetNext,
    MetNextNonce,
    MetSharedMem,
    MetSize,
    MetType,
    MetVersion,
    MetMaxObjSize,
    MetFieldLevel,

    DdfAccessType = 0x0205,
    DdfACL,
    DdfAdd,
    DdfB64,
    DdfBin,
    DdfBool,
    DdfChr,
    DdfCaseSense,
    DdfCIS,
    DdfCopy,
    DdfCS,
    DdfDate,
    DdfDDFName,
    DdfDefaultValue,
    DdfDelete,
    DdfDescription,
    DdfDFFormat,
    DdfDFProperties,
    DdfDFTitle,
    DdfDFType,
    DdfDynamic,
    DdfExec,
    DdfFloat,
    DdfFormat,
    DdfGet,
    DdfInt,
    DdfMan,
    DdfMgmtTree,
    DdfMIME,
    DdfMod,
    DdfName,
    DdfNode,
    DdfFormatNode, ///< the empty element `node` inside Format
    DdfNodeName,
    DdfNull,
    DdfOccurrence,
    DdfOne,
    DdfOneOrMore,
    DdfOneOrN,
    DdfPath,
    DdfPermanent,
    DdfReplace,
    DdfRTProperties,
    DdfScope,
    DdfSize,
    DdfTime,
    DdfTitle,
    DdfTStamp,
    DdfType,
    DdfValue,
    DdfVerDTD,
    DdfVerNo,
    DdfXml,
    DdfZeroOrMore,
    DdfZeroOrN,
    DdfZeroOrOne,

    ProvDocument = 0x0005, ///< wap-provisioningdoc
    ProvCharacteristic = 0x0006,
    ProvParm = 0x0007,
    ProvCharacteristic1 = 0x0106, ///< the same element on page 1
    ProvParm1 = 0x0107,
};

[[nodiscard]] constexpr Tag makeTag(std::uint8_t page, std::uint8_t token)
{
    return static_cast<Tag>(page << 8 | token);
}
[[nodiscard]] constexpr std::uint8_t pageOf(Tag tag)
{
    return static_cast<std::uint8_t>(static_cast<std::uint16_t>(tag) >> 8);
}
[[nodiscard]] constexpr std::uint8_t tokenOf(Tag tag)
{
    return static_cast<std::uint8_t>(static_cast<std::uint16_t>(tag) & 0xFF);
}

/// Element name of a tag, empty when the tables do not have it.
[[nodiscard]] std::string_view tagName(Vocabulary vocabulary, Tag tag);

/// The tag of an element name on one code page; names are case-sensitive.
[[nodiscard]] std::optional<Tag> findTag(Vocabulary vocabulary, std::uint8_t page, std::string_view name);

/// Attribute start token of PROV: a name and, for most tokens, the whole value that it stands for.
struct AttributeStart
{
    std::uint8_t page = 0;
    std::uint8_t token = 0;
    std::string_view name;
    std::string_view value; ///< empty: the value follows in tokens of its own
};

/// Attribute value token of PROV.
struct AttributeValue
{
    std::uint8_t page = 0;
    std::uint8_t token = 0;
    std::string_view text;
};

[[nodiscard]] const AttributeStart* attributeStart(std::uint8_t page, std::uint8_t token);
[[nodiscard]] const AttributeValue* attributeValue(std::uint8_t page, std::uint8_t token);

/// The token for an attribute, on `page` if it is there, else on another page; null when no table has it.
[[nodiscard]] const AttributeStart* findAttributeStart(
    std::uint8_t page, std::string_view name, std::string_view value);
/// The token for a whole value on `page`; null when that page does not have it.
[[nodiscard]] const AttributeValue* findAttributeValue(std::uint8_t page, std::string_view text);

/// A document type by its public id: as a number, as text, and which of them our writer uses.
struct DocumentType
{
    std::uint32_t number = 0; ///< 0: has none, goes through the string table
    std::string_view publicId;
    Vocabulary vocabulary = Vocabulary::SyncMl;
};

[[nodiscard]] const DocumentType* findDocumentType(std::uint32_t number);
/// Blanks around the id are ignored (real files have them).
[[nodiscard]] const DocumentType* findDocumentType(std::string_view publicId);
/// What a new document of this vocabulary declares: SyncML 1.2, DM-DDF 1.2, PROV 1.0.
[[nodiscard]] const DocumentType& documentTypeFor(Vocabulary vocabulary);

} // namespace dmsc::wbxml
