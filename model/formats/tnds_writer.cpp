// SPDX-License-Identifier: Apache-2.0
#include "model/formats/mgmt_tree_out.h"
#include "model/formats/tnds.h"

#include <QCoreApplication>

namespace dmsc {

using wbxml::Tag;

namespace {

constexpr std::string_view kTndsVersion = "1.2";
constexpr std::uint8_t kInRtProperties = TndsProperties::kAll & ~TndsProperties::Value;

Tag formatTag(Format format)
{
    constexpr Tag kTags[] = {Tag::DdfFormatNode, Tag::DdfChr, Tag::DdfInt, Tag::DdfBool, Tag::DdfFloat, Tag::DdfDate,
        Tag::DdfTime, Tag::DdfXml, Tag::DdfBin, Tag::DdfB64, Tag::DdfNull};
    return kTags[static_cast<std::size_t>(format)];
}

template <class Out> class TndsWriter
{
public:
    TndsWriter(Out& out, const Tree& tree, const TndsWriteOptions& options)
        : m_out(out)
        , m_tree(tree)
        , m_options(options)
    {
    }

    Result<void> write(NodeId from)
    {
        m_out.root();
        m_out.line();
        (void)writeElement(m_out, Tag::DdfVerDTD, kTndsVersion);
        const bool childrenSay = from == Tree::root() && !rootSays();
        const bool good = childrenSay ? writeChildren(from) : writeNode(from);
        m_out.endRoot();
        return good ? Result<void>() : tl::unexpected(m_error);
    }

private:
    [[nodiscard]] bool wants(TndsProperties::Property property) const { return (m_options.properties & property) != 0; }
    [[nodiscard]] bool readable(NodeId id) const { return !m_options.readable || m_options.readable(m_tree, id); }
    [[nodiscard]] bool rootSays() const
    {
        const NodeId id = Tree::root();
        return m_tree.children(id).empty() || !m_tree.type(id).empty() || !m_tree.acl(id).empty()
            || !m_tree.title(id).empty() || !m_tree.tstamp(id).empty() || m_tree.verNo(id).has_value();
    }

    bool writeChildren(NodeId id)
    {
        for (const NodeId child : m_tree.children(id)) {
            if (!writeNode(child))
                return false;
        }
        return true;
    }

    bool writeNode(NodeId id)
    {
        if (!readable(id))
            return true;
        m_out.startNode();
        // Readers take white space around a NodeName for layout, so a name that has it would come back as another.
        const std::string_view name = m_tree.name(id);
        if (trimmed(name) != name || !writeElement(m_out, Tag::DdfNodeName, name))
            return refuse(id, QCoreApplication::translate("MgmtTree", "the name"));
        if ((m_options.properties & kInRtProperties) != 0 && !writeProperties(id))
            return false;
        const bool interior = m_tree.isInterior(id);
        if (!(interior ? writeChildren(id) : writeValue(id)))
            return false;
        m_out.endNode(interior && !m_tree.children(id).empty());
        return true;
    }

    bool writeProperties(NodeId id)
    {
        m_out.start(Tag::DdfRTProperties);
        if (wants(TndsProperties::Acl) && !m_tree.acl(id).empty() && !writeElement(m_out, Tag::DdfACL, m_tree.acl(id)))
            return refuse(id, QCoreApplication::translate("MgmtTree", "the ACL"));
        if (wants(TndsProperties::Format)) {
            m_out.start(Tag::DdfFormat);
            m_out.empty(formatTag(m_tree.format(id)));
            m_out.end(Tag::DdfFormat);
        }
        if (wants(TndsProperties::Title) && !m_tree.title(id).empty()
            && !writeElement(m_out, Tag::DdfTitle, m_tree.title(id)))
            return refuse(id, QCoreApplication::translate("MgmtTree", "the Title"));
        if (wants(TndsProperties::TStamp) && !m_tree.tstamp(id).empty()
            && !writeElement(m_out, Tag::DdfTStamp, m_tree.tstamp(id)))
            return refuse(id, QCoreApplication::translate("MgmtTree", "the TStamp"));
        if (wants(TndsProperties::Type)) {
            m_out.start(Tag::DdfType);
            if (!writeElement(m_out, m_tree.isInterior(id) ? Tag::DdfDDFName : Tag::DdfMIME, m_tree.type(id)))
                return refuse(id, QCoreApplication::translate("MgmtTree", "the Type"));
            m_out.end(Tag::DdfType);
        }
        if (const auto verNo = m_tree.verNo(id); wants(TndsProperties::VerNo) && verNo)
            (void)writeElement(m_out, Tag::DdfVerNo, std::to_string(*verNo));
        m_out.end(Tag::DdfRTProperties);
        return true;
    }

    bool writeValue(NodeId id)
    {
        const Format format = m_tree.format(id);
        if (!wants(TndsProperties::Value) || format == Format::Null)
            return true;
        const std::string_view value = m_tree.value(id);
        if (!isBinary(format))
            return writeElement(m_out, Tag::DdfValue, value)
                || refuse(id, QCoreApplication::translate("MgmtTree", "the value"));
        if (value.empty()) {
            m_out.empty(Tag::DdfValue);
            return true;
        }
        m_out.start(Tag::DdfValue);
        (void)m_out.octets(value);
        m_out.end(Tag::DdfValue);
        return true;
    }

    bool refuse(NodeId id, const QString& what)
    {
        m_error = Error{ErrorKind::BadValue,
            QCoreApplication::translate("MgmtTree",
                "%1 holds characters that the document cannot carry (expected UTF-8 text without control "
                "characters; Format bin carries any bytes)")
                .arg(what),
            QString::fromStdString(m_tree.uri(id).text())};
        return false;
    }

    Out& m_out;
    const Tree& m_tree;
    const TndsWriteOptions& m_options;
    Error m_error;
};

std::size_t guessedSize(const Tree& tree, NodeId from)
{
    constexpr std::size_t kMarkupPerNode = 140;
    return from == Tree::root() ? tree.bytes() + tree.size() * kMarkupPerNode : 0;
}

} // namespace

Result<Bytes> writeTndsXml(const Tree& tree, NodeId from, const TndsWriteOptions& options)
{
    MgmtTreeXmlOut out(options.lines);
    out.out().reserve(guessedSize(tree, from));
    if (options.prolog)
        out.prolog();
    if (auto written = TndsWriter(out, tree, options).write(from); !written)
        return tl::unexpected(std::move(written.error()));
    return bytesOf(out.out());
}

Result<void> writeTndsElement(wbxml::Writer& writer, const Tree& tree, NodeId from, const TndsWriteOptions& options)
{
    MgmtTreeWbxmlOut out(writer);
    return TndsWriter(out, tree, options).write(from);
}

Result<Bytes> writeTndsWbxml(const Tree& tree, NodeId from, const TndsWriteOptions& options)
{
    wbxml::Writer writer(wbxml::Vocabulary::DmDdf);
    if (auto written = writeTndsElement(writer, tree, from, options); !written)
        return tl::unexpected(std::move(written.error()));
    return std::move(writer).finish();
}

} // namespace dmsc
