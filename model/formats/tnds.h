// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/bytes.h"
#include "model/formats/description.h"
#include "model/syncml/wbxml_reader.h"
#include "model/syncml/wbxml_writer.h"

#include <QString>

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

/// MgmtTree documents: TNDS (trees with values, TND 8.4) and DDF (descriptions, TND 8.5), in XML and WBXML.
/// They share vocabulary and namespace `syncml:dmddf1.2`; a document with DFProperties is a DDF.
namespace dmsc {

/// Asked now and then; true ends with Cancelled.
using StopToken = std::function<bool()>;

struct MgmtTreeReadOptions
{
    /// The name of a top Node that has none: in messages the last segment of the command's Target (TND 8.4).
    std::string nameForUnnamedTop;
    bool asDescription = false; ///< a DDF even where no DFProperties are found
    /// False: go through libxml2 whatever the document (tests compare the two ways).
    bool plainScan = true;
    StopToken stop;
};

struct MgmtTreeContent
{
    Tree tree;
    std::optional<Description> description; ///< if the document has DFProperties, or asDescription
    std::vector<QString> warnings; ///< tolerated oddities, with their place
};

/// Errors name "line N" (XML) or "byte N" (WBXML).
[[nodiscard]] Result<MgmtTreeContent> readMgmtTreeXml(ByteView document, const MgmtTreeReadOptions& options = {});
[[nodiscard]] Result<MgmtTreeContent> readMgmtTreeWbxml(ByteView document, const MgmtTreeReadOptions& options = {});
/// Goes on after the Start of a MgmtTree inside another document (SyncML Data) up to and with its End.
[[nodiscard]] Result<MgmtTreeContent> readMgmtTreeElement(
    wbxml::Reader& source, const MgmtTreeReadOptions& options = {});

/// The properties that Get `?list=TNDS+Value-...` can choose between (TNDS 9.2).
struct TndsProperties
{
    enum Property : std::uint8_t { Acl = 1, Format = 2, Title = 4, TStamp = 8, Type = 16, VerNo = 32, Value = 64 };
    static constexpr std::uint8_t kAll = 127;
};

struct TndsWriteOptions
{
    std::uint8_t properties = TndsProperties::kAll;
    bool lines = true; ///< XML: one Node per line, indented; else without any white space
    bool prolog = true; ///< XML: declaration and DOCTYPE before the MgmtTree
    std::function<bool(const Tree&, NodeId)> readable; ///< nodes to leave out, with what is below them; empty: none
};

/// The subtree at `from` as a top Node of its own name; for the root, its children, or a Node "." where the root itself
/// has something to say. Refuses what XML cannot carry (control characters in text), naming the URI.
[[nodiscard]] Result<Bytes> writeTndsXml(
    const Tree& tree, NodeId from = Tree::root(), const TndsWriteOptions& options = {});
[[nodiscard]] Result<Bytes> writeTndsWbxml(
    const Tree& tree, NodeId from = Tree::root(), const TndsWriteOptions& options = {});
/// The MgmtTree element inside another document.
[[nodiscard]] Result<void> writeTndsElement(
    wbxml::Writer& writer, const Tree& tree, NodeId from, const TndsWriteOptions& options = {});

/// A description as DDF 1.2, children in the DTD's order. Nodes without a rule get Get and Occurrence One.
[[nodiscard]] Result<Bytes> writeDdf(const Description& description, NodeId from = Tree::root());
/// A description that fits a tree which has none: each node Get and Replace, its Format and Type, Dynamic.
[[nodiscard]] Description describe(const Tree& tree);

} // namespace dmsc
