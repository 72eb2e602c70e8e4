// SPDX-License-Identifier: Apache-2.0
#include "model/formats/xml_parser.h"

#include "model/formats/text_tools.h"
#include "model/syncml/xml_attributes.h"

#include <QCoreApplication>

#include <libxml/SAX2.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>

#include <algorithm>
#include <climits>
#include <cstring>
#include <memory>
#include <optional>
#include <utility>
#include <vector>

namespace dmsc {

namespace {

struct Free
{
    void operator()(xmlParserCtxtPtr context) const
    {
        xmlFreeDoc(context->myDoc); // libxml2 makes one for entity declarations even without a tree
        xmlFreeParserCtxt(context);
    }
};

std::string_view view(const xmlChar* text)
{
    return text ? std::string_view(reinterpret_cast<const char*>(text)) : std::string_view();
}

/// Stands between libxml2's callbacks and a sink.
class Parser
{
public:
    Parser(ByteView document, XmlSink& sink)
        : m_sink(sink)
    {
        static const bool kReady = (xmlInitParser(), true);
        (void)kReady;
        m_context.reset(xmlCreateMemoryParserCtxt(
            reinterpret_cast<const char*>(document.data()), static_cast<int>(document.size())));
    }

    Result<XmlOutcome> parse();

private:
    static Parser& self(void* data) { return *static_cast<Parser*>(data); }
    static void onStart(void* data, const xmlChar* local, const xmlChar* prefix, const xmlChar* uri, int namespaceCount,
        const xmlChar** namespaces, int attributeCount, int defaulted, const xmlChar** attributes);
    static void onEnd(void* data, const xmlChar* local, const xmlChar* prefix, const xmlChar* uri);
    static void onText(void* data, const xmlChar* text, int length);
    static void onEntity(
        void* data, const xmlChar* name, int type, const xmlChar* publicId, const xmlChar* systemId, xmlChar* content);
    static void onError(void* data, xmlErrorPtr error);

    [[nodiscard]] std::size_t line() const
    {
        return m_context->input ? static_cast<std::size_t>(m_context->input->line) : 0;
    }
    void go(bool on);
    void refuse(ErrorKind kind, const QString& what, std::size_t at);

    XmlSink& m_sink;
    std::unique_ptr<xmlParserCtxt, Free> m_context;
    std::vector<XmlAttribute> m_attributes;
    std::vector<XmlNamespace> m_namespaces;
    std::optional<Error> m_error;
    bool m_stopped = false;
};

Result<XmlOutcome> Parser::parse()
{
    if (!m_context)
        return fail(ErrorKind::Syntax, QCoreApplication::translate("Xml", "not an XML document: it is empty"));
    xmlSAXHandler handler{};
    handler.initialized = XML_SAX2_MAGIC;
    handler.startElementNs = onStart;
    handler.endElementNs = onEnd;
    handler.characters = onText;
    handler.ignorableWhitespace = onText;
    handler.cdataBlock = onText;
    handler.entityDecl = onEntity;
    handler.serror = onError;
    *m_context->sax = handler;
    m_context->userData = this;
    // NOENT: so that &amp; in attributes comes decoded; entities of the document's own are refused. HUGE: honest
    // values may be big, our limits stand in the sinks.
    xmlCtxtUseOptions(m_context.get(), XML_PARSE_NONET | XML_PARSE_HUGE | XML_PARSE_NOENT);
    xmlParseDocument(m_context.get());
    if (m_error)
        return tl::unexpected<Error>(std::move(*m_error));
    if (m_stopped)
        return XmlOutcome::Stopped;
    if (!m_context->wellFormed)
        return fail(ErrorKind::Syntax, QCoreApplication::translate("Xml", "not well-formed XML"), lineText(line()));
    return XmlOutcome::Read;
}

void Parser::onStart(void* data, const xmlChar* local, const xmlChar* prefix, const xmlChar* uri, int namespaceCount,
    const xmlChar** namespaces, int attributeCount, int /*defaulted*/, const xmlChar** attributes)
{
    Parser& parser = self(data);
    if (parser.m_stopped || parser.m_error)
        return;
    parser.m_attributes.clear();
    for (int i = 0; i < attributeCount; ++i) {
        const xmlChar** const a = attributes + i * std::ptrdiff_t{5}; // local, prefix, URI, value, end of the value
        parser.m_attributes.push_back({view(a[1]), view(a[0]),
            std::string_view(reinterpret_cast<const char*>(a[3]), static_cast<std::size_t>(a[4] - a[3]))});
    }
    parser.m_namespaces.clear();
    for (int i = 0; i < namespaceCount; ++i)
        parser.m_namespaces.push_back(
            {view(namespaces[i * std::ptrdiff_t{2}]), view(namespaces[i * std::ptrdiff_t{2} + 1])});
    parser.go(parser.m_sink.start(
        {view(local), view(prefix), view(uri), parser.m_attributes, parser.m_namespaces}, parser.line()));
}

void Parser::onEnd(void* data, const xmlChar* /*local*/, const xmlChar* /*prefix*/, const xmlChar* /*uri*/)
{
    Parser& parser = self(data);
    if (!parser.m_stopped && !parser.m_error)
        parser.go(parser.m_sink.end(parser.line()));
}

void Parser::onText(void* data, const xmlChar* text, int length)
{
    Parser& parser = self(data);
    if (!parser.m_stopped && !parser.m_error && length > 0)
        parser.go(parser.m_sink.text(
            std::string_view(reinterpret_cast<const char*>(text), static_cast<std::size_t>(length)), parser.line()));
}

void Parser::onEntity(void* data, const xmlChar* name, int /*type*/, const xmlChar* /*publicId*/,
    const xmlChar* /*systemId*/, xmlChar* /*content*/)
{
    Parser& parser = self(data);
    parser.refuse(ErrorKind::Syntax,
        QCoreApplication::translate(
            "Xml", "the document declares the entity \"%1\": documents with entities of their own are refused")
            .arg(shownHead(view(name))),
        parser.line());
    parser.go(false);
}

void Parser::onError(void* data, xmlErrorPtr error)
{
    Parser& parser = self(data);
    if (parser.m_stopped || error->level != XML_ERR_FATAL)
        return;
    parser.refuse(ErrorKind::Syntax,
        QCoreApplication::translate("Xml", "not well-formed XML: %1")
            .arg(shownHead(trimmed(error->message ? error->message : ""))),
        static_cast<std::size_t>(error->line));
}

void Parser::go(bool on)
{
    if (on)
        return;
    m_stopped = true;
    xmlStopParser(m_context.get());
}

void Parser::refuse(ErrorKind kind, const QString& what, std::size_t at)
{
    if (!m_error)
        m_error = Error{kind, what, lineText(at)};
}

class RootSink final : public XmlSink
{
public:
    bool start(const XmlElement& element, std::size_t line) override
    {
        m_root = XmlRoot{std::string(element.local), std::string(element.uri), line};
        return false;
    }
    bool text(std::string_view, std::size_t) override { return true; }
    bool end(std::size_t) override { return false; }

    std::optional<XmlRoot> m_root;
};

} // namespace

QString lineText(std::size_t line)
{
    return QCoreApplication::translate("Xml", "line %1").arg(line);
}

Result<XmlOutcome> parseXml(ByteView document, XmlSink& sink)
{
    if (document.empty())
        return fail(ErrorKind::Syntax, QCoreApplication::translate("Xml", "not an XML document: it is empty"));
    if (document.size() > INT_MAX)
        return fail(ErrorKind::Limit, QCoreApplication::translate("Xml", "an XML document has at most 2 GB"));
    if (auto good = syncml::checkAttributes(textOf(document)); !good)
        return tl::unexpected(std::move(good.error()));
    return Parser(document, sink).parse();
}

Result<XmlRoot> xmlRoot(ByteView document)
{
    constexpr std::size_t kWhereRootsAre = std::size_t{1} << 20;
    RootSink sink;
    const auto outcome = parseXml(document.first(std::min(document.size(), kWhereRootsAre)), sink);
    if (sink.m_root)
        return std::move(*sink.m_root);
    if (!outcome)
        return tl::unexpected(outcome.error());
    return fail(ErrorKind::Syntax, QCoreApplication::translate("Xml", "not an XML document: there is no root element"));
}

} // namespace dmsc
