// SPDX-License-Identifier: Apache-2.0
#include "model/formats/mgmt_tree_out.h"
#include "model/formats/tnds.h"

#include <QCoreApplication>

namespace dmsc {

using wbxml::Tag;

namespace {

constexpr std::string_view kDdfVersion = "1.2"; // whatever dialect the description was read from

constexpr std::pair<NodeRule::Access, Tag> kRights[] = {{NodeRule::Add, Tag::DdfAdd}, {NodeRule::Copy, Tag::DdfCopy},
    {NodeRule::Delete, Tag::DdfDelete}, {NodeRule::Exec, Tag::DdfExec}, {NodeRule::Get, Tag::DdfGet},
    {NodeRule::Replace, Tag::DdfReplace}};

constexpr Tag kOccurrences[] = {
    Tag::DdfOne, Tag::DdfZeroOrOne, Tag::DdfZeroOrMore, Tag::DdfOneOrMore, Tag::DdfZeroOrN, Tag::DdfOneOrN};

/// DFProperties in the order that the DTD demands.
class DdfWriter
{
public:
    explicit DdfWriter(const Description& description)
        : m_description(description)
        , m_tree(description.tree)
    {
    }

    Result<Bytes> write(NodeId from)
    {
        m_out.prolog();
        m_out.root();
        m_out.line();
        good(writeElement(m_out, Tag::DdfVerDTD, kDdfVersion), from);
        for (const auto& [tag, text] :
            {std::pair(Tag::DdfMan, &m_description.man), {Tag::DdfMod, &m_description.mod}}) {
            if (!text->empty()) {
                m_out.line();
                good(writeElement(m_out, tag, *text), from);
            }
        }
        if (from != Tree::root() || m_tree.children(from).empty() || m_description.rule(from))
            node(from);
        else
            children(from);
        m_out.endRoot();
        if (m_error)
            return tl::unexpected(std::move(*m_error));
        return bytesOf(m_out.out());
    }

private:
    void children(NodeId id)
    {
        for (const NodeId child : m_tree.children(id))
            node(child);
    }

    void node(NodeId id)
    {
        static const NodeRule kPlain = [] {
            NodeRule rule;
            rule.access = NodeRule::Get;
            return rule;
        }();
        const NodeRule* const given = m_description.rule(id);
        const NodeRule& rule = given ? *given : kPlain;
        m_out.startNode();
        good(writeElement(m_out, Tag::DdfNodeName, rule.placeholder ? std::string_view() : m_tree.name(id)), id);
        m_out.start(Tag::DdfDFProperties);
        properties(id, rule);
        m_out.end(Tag::DdfDFProperties);
        children(id);
        if (!m_tree.isInterior(id))
            value(id, rule);
        m_out.endNode(!m_tree.children(id).empty());
    }

    void properties(NodeId id, const NodeRule& rule)
    {
        const Format format = rule.format.value_or(m_tree.format(id));
        m_out.start(Tag::DdfAccessType);
        for (const auto& [right, tag] : kRights) {
            if ((rule.access & right) != 0)
                m_out.empty(tag);
        }
        m_out.end(Tag::DdfAccessType);
        if (rule.defaultValue)
            good(writeElement(m_out, Tag::DdfDefaultValue, *rule.defaultValue), id);
        if (!rule.description.empty())
            good(writeElement(m_out, Tag::DdfDescription, rule.description), id);
        m_out.start(Tag::DdfDFFormat);
        m_out.empty(*wbxml::findTag(wbxml::Vocabulary::DmDdf, wbxml::pageOf(Tag::DdfNode), formatName(format)));
        m_out.end(Tag::DdfDFFormat);
        occurrence(rule);
        m_out.start(Tag::DdfScope);
        m_out.empty(rule.scope == NodeRule::Scope::Permanent ? Tag::DdfPermanent : Tag::DdfDynamic);
        m_out.end(Tag::DdfScope);
        if (!rule.title.empty())
            good(writeElement(m_out, Tag::DdfDFTitle, rule.title), id);
        types(id, rule, format);
        if (!rule.caseSensitive) {
            m_out.start(Tag::DdfCaseSense);
            m_out.empty(Tag::DdfCIS);
            m_out.end(Tag::DdfCaseSense);
        }
    }

    void occurrence(const NodeRule& rule)
    {
        const Tag tag = kOccurrences[static_cast<std::size_t>(rule.occurrence)];
        m_out.start(Tag::DdfOccurrence);
        if (tag == Tag::DdfZeroOrN || tag == Tag::DdfOneOrN)
            (void)writeElement(m_out, tag, std::to_string(rule.maxOccurrence));
        else
            m_out.empty(tag);
        m_out.end(Tag::DdfOccurrence);
    }

    void types(NodeId id, const NodeRule& rule, Format format)
    {
        m_out.start(Tag::DdfDFType);
        if (format == Format::Node) {
            good(writeElement(m_out, Tag::DdfDDFName, m_tree.type(id)), id);
        } else if (rule.types.empty()) {
            good(writeElement(m_out, Tag::DdfMIME, m_tree.type(id)), id);
        } else {
            for (const std::string& type : rule.types)
                good(writeElement(m_out, Tag::DdfMIME, type), id);
        }
        m_out.end(Tag::DdfDFType);
    }

    /// A sample value, where the tree has another one than the default.
    void value(NodeId id, const NodeRule& rule)
    {
        const std::string_view text = m_tree.value(id);
        if (text.empty() || (rule.defaultValue && trimmed(*rule.defaultValue) == trimmed(text)))
            return;
        m_out.start(Tag::DdfValue);
        good(isBinary(m_tree.format(id)) ? m_out.octets(text) : m_out.text(text), id);
        m_out.end(Tag::DdfValue);
    }

    void good(bool written, NodeId id)
    {
        if (written || m_error)
            return;
        m_error = Error{ErrorKind::BadValue,
            QCoreApplication::translate("MgmtTree",
                "the description holds characters that XML cannot carry (expected UTF-8 without control "
                "characters)"),
            QString::fromStdString(m_tree.uri(id).text())};
    }

    const Description& m_description;
    const Tree& m_tree;
    MgmtTreeXmlOut m_out{true};
    std::optional<Error> m_error;
};

} // namespace

Result<Bytes> writeDdf(const Description& description, NodeId from)
{
    return DdfWriter(description).write(from);
}

Description describe(const Tree& tree)
{
    Description description;
    description.tree = tree;
    for (std::uint32_t i = 0; i < tree.idEnd(); ++i) {
        const NodeId id{i};
        if (!tree.contains(id) || id == Tree::root())
            continue;
        NodeRule& rule = description.rules[i];
        rule.access = NodeRule::Get;
        if (!tree.isInterior(id))
            rule.access |= NodeRule::Replace;
        rule.accessGiven = true;
        rule.format = tree.format(id);
        if (!tree.type(id).empty())
            rule.types.emplace_back(tree.type(id));
    }
    return description;
}

} // namespace dmsc
