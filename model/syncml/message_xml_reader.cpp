// SPDX-License-Identifier: Apache-2.0
#include "model/syncml/message_builder.h"
#include "model/syncml/message_xml.h"
#include "model/syncml/xml_attributes.h"
#include "model/syncml/xml_text.h"

#include <QCoreApplication>

#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/xmlerror.h>

#include <algorithm>
#include <array>
#include <memory>
#include <utility>

namespace dmsc::syncml {

using wbxml::Tag;
using wbxml::Vocabulary;

namespace {

constexpr std::string_view kMetInfNamespace = "syncml:metinf";
constexpr std::array<std::string_view, 4> kSyncMlNamespaces = {
    "SYNCML:SYNCML1.2", "SYNCML:SYNCML1.1", "SYNCML:SYNCML1.0", "syncml:SYNCML1.2"};

std::string_view view(const xmlChar* text)
{
    return text ? std::string_view(reinterpret_cast<const char*>(text)) : std::string_view();
}

QString shown(std::string_view text)
{
    constexpr std::size_t kShown = 80;
    text = text.substr(0, kShown);
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

bool isSyncMlNamespace(std::string_view uri)
{
    return std::find(kSyncMlNamespaces.begin(), kSyncMlNamespaces.end(), uri) != kSyncMlNamespaces.end();
}

/// Elements below Data, written out again as XML text: prefixes become default namespaces, attributes are left out
/// (TNDS has none), comments too.
class Capture
{
public:
    [[nodiscard]] bool active() const { return !m_namespaces.empty(); }

    void start(std::string_view name, std::string_view uri)
    {
        const bool sameNamespace = active() ? m_namespaces.back() == uri : uri.empty();
        m_text += '<';
        m_text += name;
        if (!sameNamespace) {
            m_text += R"( xmlns=")";
            appendEscapedAttribute(uri);
            m_text += '"';
        }
        m_text += '>';
        m_namespaces.emplace_back(uri);
    }

    void end(std::string_view name)
    {
        m_text += "</";
        m_text += name;
        m_text += '>';
        m_namespaces.pop_back();
    }

    void text(std::string_view piece) { appendEscaped(m_text, piece); }

    std::string take() { return std::exchange(m_text, {}); }

private:
    void appendEscapedAttribute(std::string_view text)
    {
        for (const char unit : text) {
            if (unit == '"')
                m_text += "&quot;";
            else
                appendEscaped(m_text, {&unit, 1});
        }
    }

    std::string m_text;
    std::vector<std::string> m_namespaces; ///< of the elements open now
};

/// One parse with libxml2's SAX2 interface. The callbacks below only pass on to it.
class XmlMessageReader
{
public:
    Result<Message> read(std::string_view xml);

    void start(std::string_view name, std::string_view uri);
    void end(std::string_view name);
    void text(std::string_view piece);
    void declaration();
    void reference(std::string_view name);
    void error(const xmlError& error);

private:
    [[nodiscard]] Tag tagFor(std::string_view name, std::string_view uri) const;
    void stop(Error error);

    MessageBuilder m_builder;
    Capture m_capture;
    std::optional<Error> m_error;
    xmlParserCtxtPtr m_context = nullptr;
    bool m_rootSeen = false;
};

XmlMessageReader& self(void* context)
{
    return *static_cast<XmlMessageReader*>(context);
}

void onStart(void* context, const xmlChar* name, const xmlChar*, const xmlChar* uri, int, const xmlChar**, int, int,
    const xmlChar**)
{
    self(context).start(view(name), view(uri));
}

void onEnd(void* context, const xmlChar* name, const xmlChar*, const xmlChar*)
{
    self(context).end(view(name));
}

void onText(void* context, const xmlChar* text, int length)
{
    self(context).text({reinterpret_cast<const char*>(text), static_cast<std::size_t>(length)});
}

void onEntityDeclaration(void* context, const xmlChar*, int, const xmlChar*, const xmlChar*, xmlChar*)
{
    self(context).declaration();
}

void onAttributeDeclaration(
    void* context, const xmlChar*, const xmlChar*, int, int, const xmlChar*, xmlEnumerationPtr values)
{
    xmlFreeEnumeration(values); // the callback owns it
    self(context).declaration();
}

void onElementDeclaration(void* context, const xmlChar*, int, xmlElementContentPtr)
{
    self(context).declaration();
}

void onReference(void* context, const xmlChar* name)
{
    self(context).reference(view(name));
}

void onError(void* context, xmlErrorPtr error)
{
    if (error)
        self(context).error(*error);
}

xmlSAXHandler handlers()
{
    xmlSAXHandler handler{};
    handler.initialized = XML_SAX2_MAGIC;
    handler.startElementNs = onStart;
    handler.endElementNs = onEnd;
    handler.characters = onText;
    handler.ignorableWhitespace = onText;
    handler.cdataBlock = onText;
    handler.entityDecl = onEntityDeclaration;
    handler.attributeDecl = onAttributeDeclaration;
    handler.elementDecl = onElementDeclaration;
    handler.reference = onReference;
    handler.serror = onError;
    return handler;
}

struct FreeContext
{
    void operator()(xmlParserCtxtPtr context) const
    {
        xmlFreeDoc(context->myDoc); // libxml2 makes one for entity declarations even without a tree
        xmlFreeParserCtxt(context);
    }
};

Result<Message> XmlMessageReader::read(std::string_view xml)
{
    const std::unique_ptr<xmlParserCtxt, FreeContext> context(
        xmlCreateMemoryParserCtxt(xml.data(), static_cast<int>(xml.size())));
    if (!context)
        return fail(ErrorKind::Limit,
            QCoreApplication::translate("SyncMlText", "no memory for an XML message of %1 bytes").arg(xml.size()));
    xmlCtxtUseOptions(context.get(), XML_PARSE_NONET);
    *context->sax = handlers();
    context->userData = this;
    m_context = context.get();
    xmlParseDocument(context.get());
    m_context = nullptr;
    if (!m_error && !context->wellFormed)
        m_error = Error{
            ErrorKind::Syntax, QCoreApplication::translate("SyncMlText", "the message is not well-formed XML"), {}};
    if (m_error)
        return tl::unexpected<Error>(std::move(*m_error));
    return std::move(m_builder).finish();
}

void XmlMessageReader::start(std::string_view name, std::string_view uri)
{
    if (m_error)
        return;
    if (!m_rootSeen && !uri.empty() && !isSyncMlNamespace(uri)) {
        stop({ErrorKind::Syntax,
            QCoreApplication::translate("SyncMlText", "the root is in namespace %1, expected SYNCML:SYNCML1.2")
                .arg(shown(uri)),
            {}});
        return;
    }
    m_rootSeen = true;
    if (m_capture.active() || m_builder.inItemData()) {
        m_capture.start(name, uri);
        return;
    }
    if (auto started = m_builder.start(tagFor(name, uri), name); !started)
        stop(started.error());
}

void XmlMessageReader::end(std::string_view name)
{
    if (m_error)
        return;
    if (!m_capture.active()) {
        m_builder.end();
        return;
    }
    m_capture.end(name);
    if (!m_capture.active())
        m_builder.document(m_capture.take(), name == "MgmtTree" ? mime::kTndsXml : std::string_view());
}

void XmlMessageReader::text(std::string_view piece)
{
    if (m_error)
        return;
    if (m_capture.active())
        m_capture.text(piece);
    else
        m_builder.text(piece);
}

Tag XmlMessageReader::tagFor(std::string_view name, std::string_view uri) const
{
    const bool metInf = uri == kMetInfNamespace || (m_builder.inMeta() && (uri.empty() || isSyncMlNamespace(uri)));
    if (!metInf && !uri.empty() && !isSyncMlNamespace(uri))
        return Tag::None;
    if (metInf) {
        if (const auto tag = wbxml::findTag(Vocabulary::SyncMl, wbxml::pageOf(Tag::MetFormat), name))
            return *tag;
    }
    // Some put Meta itself into the namespace of its children.
    return wbxml::findTag(Vocabulary::SyncMl, wbxml::pageOf(Tag::Meta), name).value_or(Tag::None);
}

void XmlMessageReader::declaration()
{
    stop({ErrorKind::Syntax,
        QCoreApplication::translate("SyncMlText", "entity and other DTD declarations are not accepted in a message"),
        {}});
}

void XmlMessageReader::reference(std::string_view name)
{
    stop({ErrorKind::Syntax, QCoreApplication::translate("SyncMlText", "entity &%1; is not defined").arg(shown(name)),
        {}});
}

void XmlMessageReader::error(const xmlError& error)
{
    // Namespace slips and warnings do not stop a reader that means to be tolerant.
    if (m_error || error.level != XML_ERR_FATAL)
        return;
    const QString said = QString::fromUtf8(error.message ? error.message : "").trimmed();
    m_error = Error{ErrorKind::Syntax,
        QCoreApplication::translate("SyncMlText", "the message is not well-formed XML: %1").arg(said),
        QCoreApplication::translate("SyncMlText", "line %1, column %2").arg(error.line).arg(error.int2)};
}

void XmlMessageReader::stop(Error error)
{
    if (m_error)
        return;
    if (error.where.isEmpty() && m_context && m_context->input) {
        error.where = QCoreApplication::translate("SyncMlText", "line %1, column %2")
                          .arg(m_context->input->line)
                          .arg(m_context->input->col);
    }
    m_error = std::move(error);
    if (m_context)
        xmlStopParser(m_context);
}

/// In UTF-16 a NUL is half a character.
bool hasWideCharacters(std::string_view text)
{
    return text.starts_with("\xFF\xFE") || text.starts_with("\xFE\xFF")
        || text.substr(0, 2).find('\0') != std::string_view::npos;
}

} // namespace

Result<Message> decodeXml(ByteView octets, Nul nul)
{
    if (octets.size() > kMaxMessageBytes) {
        return fail(ErrorKind::Limit,
            QCoreApplication::translate("SyncMlText", "XML message of %1 bytes, at most %2 are read")
                .arg(octets.size())
                .arg(kMaxMessageBytes));
    }
    std::string text(reinterpret_cast<const char*>(octets.data()), octets.size());
    if (nul == Nul::PassedOver && !hasWideCharacters(text))
        std::erase(text, '\0');
    const std::string_view whole = text;
    const std::size_t first = whole.find_first_not_of(" \t\r\n");
    if (first == std::string_view::npos)
        return fail(ErrorKind::Syntax,
            QCoreApplication::translate("SyncMlText", "the message is empty, expected a SyncML document"));
    // Strictly, nothing may stand before the declaration.
    const bool declared = whole.substr(first).starts_with("<?xml");
    if (auto good = checkAttributes(whole); !good)
        return tl::unexpected(std::move(good.error()));
    return XmlMessageReader().read(declared ? whole.substr(first) : whole);
}

} // namespace dmsc::syncml
