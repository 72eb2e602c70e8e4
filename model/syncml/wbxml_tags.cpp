// SPDX-License-Identifier: Apache-2.0
#include "model/syncml/wbxml_tokens.h"

#include <iterator>
#include <span>

namespace dmsc::wbxml {

using namespace std::string_view_literals;

namespace {

// Indexed by token - kFirstToken; an empty name is a reserved token.
constexpr std::uint8_t kFirstToken = 0x05;

constexpr std::string_view kSyncMlTags[] = {"Add"sv, "Alert"sv, "Archive"sv, "Atomic"sv, "Chal"sv, "Cmd"sv, "CmdID"sv,
    "CmdRef"sv, "Copy"sv, "Cred"sv, "Data"sv, "Delete"sv, "Exec"sv, "Final"sv, "Get"sv, "Item"sv, "Lang"sv, "LocName"sv,
    "LocURI"sv, "Map"sv, "MapItem"sv, "Meta"sv, "MsgID"sv, "MsgRef"sv, "NoResp"sv, "NoResults"sv, "Put"sv, "Replace"sv,
    "RespURI"sv, "Results"sv, "Search"sv, "Sequence"sv, "SessionID"sv, "SftDel"sv, "Source"sv, "SourceRef"sv,
    "Status"sv, "Sync"sv, "SyncBody"sv, "SyncHdr"sv, "SyncML"sv, "Target"sv, "TargetRef"sv, {}, "VerDTD"sv,
    "VerProto"sv, "NumberOfChanges"sv, "MoreData"sv, "Field"sv, "Filter"sv, "Record"sv, "FilterType"sv,
    "SourceParent"sv, "TargetParent"sv, "Move"sv, "Correlator"sv};
constexpr std::string_view kMetInfTags[] = {"Anchor"sv, "EMI"sv, "Format"sv, "FreeID"sv, "FreeMem"sv, "Last"sv,
    "Mark"sv, "MaxMsgSize"sv, "Mem"sv, "MetInf"sv, "Next"sv, "NextNonce"sv, "SharedMem"sv, "Size"sv, "Type"sv,
    "Version"sv, "MaxObjSize"sv, "FieldLevel"sv};
constexpr std::string_view kDdfTags[] = {"AccessType"sv, "ACL"sv, "Add"sv, "b64"sv, "bin"sv, "bool"sv, "chr"sv,
    "CaseSense"sv, "CIS"sv, "Copy"sv, "CS"sv, "date"sv, "DDFName"sv, "DefaultValue"sv, "Delete"sv, "Description"sv,
    "DFFormat"sv, "DFProperties"sv, "DFTitle"sv, "DFType"sv, "Dynamic"sv, "Exec"sv, "float"sv, "Format"sv, "Get"sv,
    "int"sv, "Man"sv, "MgmtTree"sv, "MIME"sv, "Mod"sv, "Name"sv, "Node"sv, "node"sv, "NodeName"sv, "null"sv,
    "Occurrence"sv, "One"sv, "OneOrMore"sv, "OneOrN"sv, "Path"sv, "Permanent"sv, "Replace"sv, "RTProperties"sv,
    "Scope"sv, "Size"sv, "time"sv, "Title"sv, "TStamp"sv, "Type"sv, "Value"sv, "VerDTD"sv, "VerNo"sv, "xml"sv,
    "ZeroOrMore"sv, "ZeroOrN"sv, "ZeroOrOne"sv};

constexpr std::string_view kProvTags[] = {"wap-provisioningdoc"sv, "characteristic"sv, "parm"sv};
constexpr std::string_view kProvTags1[] = {{}, "characteristic"sv, "parm"sv};

constexpr DocumentType kDocumentTypes[] = {
    {0x1201, "-//SYNCML//DTD SyncML 1.2//EN"sv, Vocabulary::SyncMl},
    {0x0FD3, "-//SYNCML//DTD SyncML 1.1//EN"sv, Vocabulary::SyncMl},
    {0x0FD1, "-//SYNCML//DTD SyncML 1.0//EN"sv, Vocabulary::SyncMl},
    {0, "-//OMA//DTD-DM-DDF 1.2//EN"sv, Vocabulary::DmDdf},
    {0x000B, "-//WAPFORUM//DTD PROV 1.0//EN"sv, Vocabulary::Prov},
};

std::span<const std::string_view> tagsOf(Vocabulary vocabulary, std::uint8_t page)
{
    if (vocabulary == Vocabulary::Prov) {
        return page == 0 ? std::span<const std::string_view>(kProvTags)
            : page == 1  ? std::span<const std::string_view>(kProvTags1)
                         : std::span<const std::string_view>();
    }
    switch (page) {
    case 0:
        return kSyncMlTags;
    case 1:
        return kMetInfTags;
    case 2:
        return kDdfTags;
    default:
        return {};
    }
}

} // namespace

std::string_view tagName(Vocabulary vocabulary, Tag tag)
{
    const auto tags = tagsOf(vocabulary, pageOf(tag));
    const std::size_t index = std::size_t{tokenOf(tag)} - kFirstToken; // below the first: wraps to a huge index
    return index < tags.size() ? tags[index] : std::string_view();
}

std::optional<Tag> findTag(Vocabulary vocabulary, std::uint8_t page, std::string_view name)
{
    const auto tags = tagsOf(vocabulary, page);
    for (std::size_t i = 0; i < tags.size(); ++i) {
        if (tags[i] == name && !name.empty())
            return makeTag(page, static_cast<std::uint8_t>(i + kFirstToken));
    }
    return std::nullopt;
}

const DocumentType* findDocumentType(std::uint32_t number)
{
    for (const DocumentType& type : kDocumentTypes) {
        if (type.number == number && number != 0)
            return &type;
    }
    return nullptr;
}

const DocumentType* findDocumentType(std::string_view publicId)
{
    const std::size_t first = publicId.find_first_not_of(' ');
    if (first == std::string_view::npos)
        return nullptr;
    publicId = publicId.substr(first, publicId.find_last_not_of(' ') - first + 1);
    for (const DocumentType& type : kDocumentTypes) {
        if (type.publicId == publicId)
            return &type;
    }
    return nullptr;
}

const DocumentType& documentTypeFor(Vocabulary vocabulary)
{
    for (const DocumentType& type : kDocumentTypes) {
        if (type.vocabulary == vocabulary)
            return type;
    }
    return kDocumentTypes[0];
}

} // namespace dmsc::wbxml
