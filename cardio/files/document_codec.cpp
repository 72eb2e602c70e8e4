// SPDX-License-Identifier: Apache-2.0
#include "cardio/files/mo_codec.h"
#include "model/compare/operation.h"
#include "model/formats/document.h"
#include "model/formats/xml_parser.h"
#include "model/syncml/message_wbxml.h"
#include "model/syncml/message_xml.h"

#include <QCoreApplication>

#include <algorithm>
#include <utility>

namespace dmsc {

namespace {

constexpr std::string_view kRawLeaf = "Document";

/// A tree that the content carries: the one of a bare document, or one per TNDS Item of a message.
struct Part
{
    Tree tree;
    DocumentFormat format = DocumentFormat::TndsXml;
    std::size_t item = 0; ///< among itemsOf() the message
};

struct Carried
{
    enum class Carrier : std::uint8_t { Empty, Document, MessageWbxml, MessageXml, Raw };
    Carrier carrier = Carrier::Empty;
    std::vector<Part> parts;
    syncml::Message message;
    std::vector<QString> findings;

    [[nodiscard]] bool isMessage() const { return carrier == Carrier::MessageWbxml || carrier == Carrier::MessageXml; }
};

void collectItems(std::vector<syncml::Command>& commands, std::vector<syncml::Item*>& out)
{
    for (syncml::Command& command : commands) {
        for (syncml::Item& item : command.items)
            out.push_back(&item);
        collectItems(command.members, out);
    }
}

std::vector<syncml::Item*> itemsOf(syncml::Message& message)
{
    std::vector<syncml::Item*> items;
    collectItems(message.commands, items);
    return items;
}

Result<void> readItems(Carried& content)
{
    const auto items = itemsOf(content.message);
    for (std::size_t i = 0; i < items.size(); ++i) {
        const syncml::Item& item = *items[i];
        const bool binary = item.meta.type == syncml::mime::kTndsWbxml;
        if (!item.data || (!binary && item.meta.type != syncml::mime::kTndsXml))
            continue;
        MgmtTreeReadOptions options;
        const std::string& target = item.target.uri;
        options.nameForUnnamedTop = target.substr(target.find_last_of('/') + 1);
        auto read =
            binary ? readMgmtTreeWbxml(viewOf(*item.data), options) : readMgmtTreeXml(viewOf(*item.data), options);
        if (!read)
            return tl::unexpected(read.error());
        content.parts.push_back(
            {std::move(read->tree), binary ? DocumentFormat::TndsWbxml : DocumentFormat::TndsXml, i});
    }
    return {};
}

bool readMessage(ByteView bytes, Carried& content)
{
    const bool xml = textOf(bytes).starts_with('<');
    auto message = xml ? syncml::decodeXml(bytes) : syncml::decodeWbxml(bytes);
    if (!message)
        return false;
    content.message = *std::move(message);
    content.carrier = xml ? Carried::Carrier::MessageXml : Carried::Carrier::MessageWbxml;
    return readItems(content).has_value() && !content.parts.empty();
}

Carried parse(ByteView bytes)
{
    Carried content;
    if (bytes.empty())
        return content;
    auto document = parseDocument(bytes);
    if (document && !document->description && document->format != DocumentFormat::Json) {
        content.carrier = Carried::Carrier::Document;
        content.findings = std::move(document->warnings);
        content.parts.push_back({std::move(document->tree), document->format, 0});
        return content;
    }
    if (readMessage(bytes, content))
        return content;
    Carried raw;
    raw.carrier = Carried::Carrier::Raw;
    if (!document)
        raw.findings.push_back(document.error().text());
    return raw;
}

/// A top node of a part, and what it is called below the MO's root.
struct Top
{
    std::size_t part = 0;
    NodeId node = kNoNode;
};

std::vector<Top> topsOf(const Carried& content)
{
    std::vector<Top> tops;
    for (std::size_t i = 0; i < content.parts.size(); ++i)
        for (const NodeId node : content.parts[i].tree.children(Tree::root()))
            tops.push_back({i, node});
    return tops;
}

/// One MO in all is the root itself, under the name that we gave it.
bool isOneMo(const Carried& content, const std::vector<Top>& tops)
{
    return tops.size() == 1 && content.parts[tops[0].part].tree.isInterior(tops[0].node);
}

Result<void> copyBelow(Tree& to, NodeId parent, const Tree& from, NodeId node)
{
    for (const NodeId child : from.children(node))
        if (const auto added = to.addSubtree(parent, from.name(child), from, child); !added)
            return tl::unexpected(added.error());
    return {};
}

Result<void> becomeRoot(Tree& tree, NodeId root, const Tree& from, NodeId top)
{
    if (from.hasType(top) && !from.type(top).empty())
        if (auto set = tree.setType(root, from.type(top)); !set)
            return set;
    if (auto set = tree.setAcl(root, from.acl(top)); !set)
        return set;
    if (auto set = tree.setTitle(root, from.title(top)); !set)
        return set;
    return copyBelow(tree, root, from, top);
}

Result<void> addRaw(ByteView bytes, Tree& tree, NodeId root)
{
    NodeData leaf;
    leaf.name = kRawLeaf;
    leaf.value = textOf(bytes);
    leaf.format = xmlRoot(bytes) && checkValue(Format::Xml, leaf.value) ? Format::Xml : Format::Bin;
    const auto added = tree.add(root, leaf);
    return added ? Result<void>() : tl::unexpected(added.error());
}

Result<void> addContent(const Carried& content, ByteView bytes, Tree& tree, NodeId root)
{
    if (content.carrier == Carried::Carrier::Raw)
        return addRaw(bytes, tree, root);
    const auto tops = topsOf(content);
    if (isOneMo(content, tops))
        return becomeRoot(tree, root, content.parts[tops[0].part].tree, tops[0].node);
    for (const Top& top : tops) {
        const Tree& from = content.parts[top.part].tree;
        const std::string name = freeName(tree, root, std::string(from.name(top.node)));
        if (const auto added = tree.addSubtree(root, name, from, top.node); !added)
            return tl::unexpected(added.error());
    }
    return {};
}

Result<MoCodec::Findings> decodeDocument(ByteView bytes, Tree& tree, NodeId root)
{
    const Carried content = parse(bytes);
    if (auto added = addContent(content, bytes, tree, root); !added)
        return tl::unexpected(added.error());
    return content.findings;
}

/// The parts' trees as `tree` wants them.
class NewParts
{
public:
    NewParts(const Carried& content, const Tree& tree, NodeId root)
        : m_content(content)
        , m_tree(tree)
        , m_root(root)
    {
        for (const Part& part : content.parts) {
            Tree made;
            (void)made.setType(Tree::root(), part.tree.type(Tree::root()));
            (void)made.setAcl(Tree::root(), part.tree.acl(Tree::root()));
            (void)made.setTitle(Tree::root(), part.tree.title(Tree::root()));
            m_parts.push_back(std::move(made));
        }
    }

    Result<std::vector<Tree>> make()
    {
        const auto tops = topsOf(m_content);
        const auto made = isOneMo(m_content, tops) ? one(tops[0]) : several(tops);
        return made ? Result<std::vector<Tree>>(std::move(m_parts)) : tl::unexpected(made.error());
    }

private:
    Result<void> one(const Top& top)
    {
        const Tree& before = m_content.parts[top.part].tree;
        Tree& made = m_parts[top.part];
        const auto added = made.addSubtree(Tree::root(), before.name(top.node), m_tree, m_root);
        if (!added)
            return tl::unexpected(added.error());
        // A Type that we gave the root for want of its own stays ours.
        return before.type(top.node).empty() ? made.setType(*added, {}) : Result<void>();
    }

    Result<void> several(const std::vector<Top>& tops)
    {
        Tree names; // as decoding gives them
        for (const Top& top : tops) {
            const Tree& before = m_content.parts[top.part].tree;
            NodeData data;
            data.name = freeName(names, Tree::root(), std::string(before.name(top.node)));
            if (const auto named = names.add(Tree::root(), data); !named)
                return tl::unexpected(named.error());
            const NodeId child = m_tree.child(m_root, data.name);
            if (child != kNoNode)
                if (auto put = add(top.part, before.name(top.node), child); !put)
                    return put;
        }
        for (const NodeId child : m_tree.children(m_root))
            if (names.child(Tree::root(), m_tree.name(child)) == kNoNode)
                if (auto put = add(m_parts.size() - 1, m_tree.name(child), child); !put)
                    return put;
        return {};
    }

    Result<void> add(std::size_t part, std::string_view name, NodeId node)
    {
        const auto added = m_parts[part].addSubtree(Tree::root(), name, m_tree, node);
        return added ? Result<void>() : tl::unexpected(added.error());
    }

    const Carried& m_content;
    const Tree& m_tree;
    NodeId m_root;
    std::vector<Tree> m_parts;
};

Result<Bytes> writeTree(const Tree& tree, DocumentFormat format, ByteView before)
{
    const std::string_view old = textOf(before);
    TndsWriteOptions options;
    options.lines = old.find('\n') != std::string_view::npos;
    options.prolog = old.starts_with("<?xml");
    if (format == DocumentFormat::TndsXml)
        return writeTndsXml(tree, Tree::root(), options);
    if (format == DocumentFormat::TndsWbxml)
        return writeTndsWbxml(tree);
    Document document;
    document.tree = tree;
    document.format = format;
    return writeDocument(document, format);
}

Result<Bytes> writeMessage(Carried& content)
{
    if (content.carrier == Carried::Carrier::MessageWbxml)
        return syncml::encodeWbxml(content.message);
    const auto text = syncml::encodeXml(content.message);
    if (!text)
        return tl::unexpected(text.error());
    return Bytes(viewOf(*text).begin(), viewOf(*text).end());
}

Result<Bytes> rewritten(Carried& content, ByteView before, const Tree& tree, NodeId root)
{
    const auto trees = NewParts(content, tree, root).make();
    if (!trees)
        return tl::unexpected(trees.error());
    if (!content.isMessage())
        return writeTree(trees->front(), content.parts.front().format, before);
    const auto items = itemsOf(content.message);
    for (std::size_t i = 0; i < trees->size(); ++i) {
        const Part& part = content.parts[i];
        if (equalSubtrees((*trees)[i], Tree::root(), part.tree, Tree::root()))
            continue;
        syncml::Item& item = *items[part.item];
        auto data = writeTree((*trees)[i], part.format, viewOf(*item.data));
        if (!data)
            return data;
        item.data = std::string(textOf(*data));
        item.meta.size.reset(); // it counted the old bytes
    }
    return writeMessage(content);
}

/// A document where there was none: TNDS in XML, which every reader of such files takes.
Result<Bytes> firstDocument(const Tree& tree, NodeId root)
{
    Tree made;
    if (const auto added = made.addSubtree(Tree::root(), tree.name(root), tree, root); !added)
        return tl::unexpected(added.error());
    TndsWriteOptions options;
    options.lines = false;
    return writeTndsXml(made, Tree::root(), options);
}

Result<Bytes> rawBytes(const Tree& tree, NodeId root)
{
    const NodeId leaf = tree.child(root, kRawLeaf);
    if (leaf == kNoNode || tree.children(root).size() != 1 || tree.isInterior(leaf))
        return fail(ErrorKind::NotAllowed,
            QCoreApplication::translate(
                "DocumentCodec", "the file holds no tree but a document of another kind, which changes as a whole"),
            QString::fromStdString(tree.uri(root).text()));
    return Bytes(viewOf(tree.value(leaf)).begin(), viewOf(tree.value(leaf)).end());
}

Result<Bytes> encodeDocument(ByteView before, const Tree& tree, NodeId root)
{
    Carried content = parse(before);
    Tree now;
    NodeData data;
    data.name = tree.name(root);
    data.type = tree.type(root);
    const auto nowRoot = now.add(Tree::root(), data);
    if (!nowRoot)
        return tl::unexpected(nowRoot.error());
    if (auto added = addContent(content, before, now, *nowRoot); !added)
        return tl::unexpected(added.error());
    if (equalSubtrees(now, *nowRoot, tree, root))
        return Bytes(before.begin(), before.end());
    if (content.carrier == Carried::Carrier::Raw)
        return rawBytes(tree, root);
    return content.parts.empty() ? firstDocument(tree, root) : rewritten(content, before, tree, root);
}

} // namespace

MoCodec documentCodec()
{
    return {decodeDocument, encodeDocument, false};
}

} // namespace dmsc
