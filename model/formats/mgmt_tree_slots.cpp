// SPDX-License-Identifier: Apache-2.0
#include "model/formats/mgmt_tree_slots.h"

namespace dmsc::mgmt {

using wbxml::Tag;
using namespace std::string_view_literals;

namespace {

struct Place
{
    Slot parent;
    Tag tag;
    Slot slot;
};

constexpr Place kPlaces[] = {
    {Slot::Document, Tag::DdfMgmtTree, Slot::MgmtTree},

    {Slot::MgmtTree, Tag::DdfVerDTD, Slot::VerDTD},
    {Slot::MgmtTree, Tag::DdfMan, Slot::Man},
    {Slot::MgmtTree, Tag::DdfMod, Slot::Mod},
    {Slot::MgmtTree, Tag::DdfNode, Slot::Node},

    {Slot::Node, Tag::DdfNodeName, Slot::NodeName},
    {Slot::Node, Tag::DdfPath, Slot::Path},
    {Slot::Node, Tag::DdfRTProperties, Slot::RTProperties},
    {Slot::Node, Tag::DdfDFProperties, Slot::DFProperties},
    {Slot::Node, Tag::DdfNode, Slot::Node},
    {Slot::Node, Tag::DdfValue, Slot::Value},
    {Slot::Node, Tag::DdfType, Slot::Type}, // 1.1.2

    {Slot::RTProperties, Tag::DdfACL, Slot::Acl},
    {Slot::RTProperties, Tag::DdfFormat, Slot::Format},
    {Slot::RTProperties, Tag::DdfName, Slot::RtName},
    {Slot::RTProperties, Tag::DdfSize, Slot::RtSize},
    {Slot::RTProperties, Tag::DdfTitle, Slot::Title},
    {Slot::RTProperties, Tag::DdfTStamp, Slot::TStamp},
    {Slot::RTProperties, Tag::DdfType, Slot::Type},
    {Slot::RTProperties, Tag::DdfVerNo, Slot::VerNo},

    {Slot::DFProperties, Tag::DdfAccessType, Slot::AccessType},
    {Slot::DFProperties, Tag::DdfDefaultValue, Slot::DefaultValue},
    {Slot::DFProperties, Tag::DdfDescription, Slot::Description},
    {Slot::DFProperties, Tag::DdfDFFormat, Slot::DFFormat},
    {Slot::DFProperties, Tag::DdfOccurrence, Slot::Occurrence},
    {Slot::DFProperties, Tag::DdfScope, Slot::Scope},
    {Slot::DFProperties, Tag::DdfDFTitle, Slot::DFTitle},
    {Slot::DFProperties, Tag::DdfDFType, Slot::DFType},
    {Slot::DFProperties, Tag::DdfCaseSense, Slot::CaseSense},

    {Slot::Type, Tag::DdfMIME, Slot::Mime},
    {Slot::Type, Tag::DdfDDFName, Slot::DdfName},
    {Slot::DFType, Tag::DdfMIME, Slot::DFMime},
    {Slot::DFType, Tag::DdfDDFName, Slot::DFDdfName},

    {Slot::AccessType, Tag::DdfAdd, Slot::Right},
    {Slot::AccessType, Tag::DdfCopy, Slot::Right},
    {Slot::AccessType, Tag::DdfDelete, Slot::Right},
    {Slot::AccessType, Tag::DdfExec, Slot::Right},
    {Slot::AccessType, Tag::DdfGet, Slot::Right},
    {Slot::AccessType, Tag::DdfReplace, Slot::Right},

    {Slot::Occurrence, Tag::DdfOne, Slot::Times},
    {Slot::Occurrence, Tag::DdfZeroOrOne, Slot::Times},
    {Slot::Occurrence, Tag::DdfZeroOrMore, Slot::Times},
    {Slot::Occurrence, Tag::DdfOneOrMore, Slot::Times},
    {Slot::Occurrence, Tag::DdfZeroOrN, Slot::Limited},
    {Slot::Occurrence, Tag::DdfOneOrN, Slot::Limited},

    {Slot::Scope, Tag::DdfPermanent, Slot::ScopeWord},
    {Slot::Scope, Tag::DdfDynamic, Slot::ScopeWord},
    {Slot::CaseSense, Tag::DdfCS, Slot::CaseWord},
    {Slot::CaseSense, Tag::DdfCIS, Slot::CaseWord},
};

constexpr Tag kFormatTags[] = {Tag::DdfB64, Tag::DdfBin, Tag::DdfBool, Tag::DdfChr, Tag::DdfInt, Tag::DdfFormatNode,
    Tag::DdfNull, Tag::DdfXml, Tag::DdfDate, Tag::DdfTime, Tag::DdfFloat};

constexpr std::size_t kContainers = static_cast<std::size_t>(Slot::LastContainer) + 1;
constexpr std::size_t kTokens = 64;
using Table = std::array<std::array<Slot, kTokens>, kContainers>;

constexpr Table makeTable()
{
    Table table{};
    for (auto& row : table)
        row.fill(Slot::None);
    for (const Place& place : kPlaces)
        table[static_cast<std::size_t>(place.parent)][wbxml::tokenOf(place.tag)] = place.slot;
    for (const Tag tag : kFormatTags) {
        table[static_cast<std::size_t>(Slot::Format)][wbxml::tokenOf(tag)] = Slot::FormatWord;
        table[static_cast<std::size_t>(Slot::DFFormat)][wbxml::tokenOf(tag)] = Slot::DFFormatWord;
    }
    return table;
}

constexpr Table kTable = makeTable();
constexpr std::uint8_t kDdfPage = 2;
constexpr std::size_t kNameSlots = 256;

constexpr std::size_t hashOf(std::string_view name)
{
    const auto byte = [&](std::size_t i) { return static_cast<std::size_t>(static_cast<unsigned char>(name[i])); };
    return (name.size() * 31 + byte(0) * 7 + byte(name.size() - 1) * 3 + byte(name.size() / 2) * 11) % kNameSlots;
}

struct NameEntry
{
    std::string_view name;
    Tag tag = Tag::None;
};

std::array<NameEntry, kNameSlots> makeNames()
{
    std::array<NameEntry, kNameSlots> names;
    const auto put = [&](std::string_view name, Tag tag) {
        std::size_t at = hashOf(name);
        while (!names[at].name.empty())
            at = (at + 1) % kNameSlots;
        names[at] = {name, tag};
    };
    for (std::uint8_t token = wbxml::tokenOf(Tag::DdfAccessType); token <= wbxml::tokenOf(Tag::DdfZeroOrOne); ++token) {
        const Tag tag = wbxml::makeTag(kDdfPage, token);
        put(wbxml::tagName(wbxml::Vocabulary::DmDdf, tag), tag);
    }
    put("Data"sv, Tag::DdfValue); // 1.1.2
    return names;
}

} // namespace

Slot slotOf(Slot parent, Tag tag)
{
    if (!isContainer(parent) || wbxml::pageOf(tag) != kDdfPage)
        return Slot::None;
    return kTable[static_cast<std::size_t>(parent)][wbxml::tokenOf(tag) % kTokens];
}

Tag tagOf(std::string_view name)
{
    static const std::array<NameEntry, kNameSlots> kNames = makeNames();
    if (name.empty())
        return Tag::None;
    for (std::size_t at = hashOf(name); !kNames[at].name.empty(); at = (at + 1) % kNameSlots) {
        if (kNames[at].name == name)
            return kNames[at].tag;
    }
    return Tag::None;
}

std::string_view allowedIn(Slot parent)
{
    switch (parent) {
    case Slot::Document:
        return "<MgmtTree>"sv;
    case Slot::MgmtTree:
        return "<VerDTD>, <Man>, <Mod> or <Node>"sv;
    case Slot::Node:
        return "<NodeName>, <Path>, <RTProperties>, <DFProperties>, <Node> or <Value>"sv;
    case Slot::RTProperties:
        return "<ACL>, <Format>, <Name>, <Size>, <Title>, <TStamp>, <Type> or <VerNo>"sv;
    case Slot::DFProperties:
        return "<AccessType>, <DefaultValue>, <Description>, <DFFormat>, <Occurrence>, <Scope>, <DFTitle>, <DFType> "
               "or <CaseSense>"sv;
    case Slot::AccessType:
        return "<Add>, <Copy>, <Delete>, <Exec>, <Get> or <Replace>"sv;
    case Slot::Format:
    case Slot::DFFormat:
        return "<b64>, <bin>, <bool>, <chr>, <int>, <node>, <null>, <xml>, <date>, <time> or <float>"sv;
    case Slot::Type:
    case Slot::DFType:
        return "<MIME> or <DDFName>"sv;
    case Slot::Occurrence:
        return "<One>, <ZeroOrOne>, <ZeroOrMore>, <OneOrMore>, <ZeroOrN> or <OneOrN>"sv;
    case Slot::Scope:
        return "<Permanent> or <Dynamic>"sv;
    case Slot::CaseSense:
        return "<CS> or <CIS>"sv;
    default:
        return "text"sv;
    }
}

} // namespace dmsc::mgmt
