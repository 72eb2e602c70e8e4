// SPDX-License-Identifier: Apache-2.0
#include "model/formats/provisioning.h"
#include "model/formats/text_tools.h"
#include "model/formats/xml_parser.h"
#include "model/syncml/wbxml_reader.h"

#include <QCoreApplication>

#include <algorithm>

namespace dmsc {

using wbxml::Event;
using wbxml::Tag;

namespace {

constexpr std::size_t kMaxDepth = 32;
constexpr std::size_t kMaxElements = 1'000'000;
constexpr std::size_t kMaxWordBytes = 255; // fits a Title, where changed names go
constexpr std::size_t kMaxValueBytes = std::size_t{1} << 20;

enum class ElementKind : std::uint8_t { Document, Characteristic, Parm, Foreign, Other };

/// Puts the document together from elements and attributes, whoever parsed them.
class Assembler
{
public:
    Result<void> start(ElementKind kind, std::string_view name);
    Result<void> attribute(std::string_view name, std::string_view value);
    Result<void> text(std::string_view text) const;
    void end();
    [[nodiscard]] Characteristic take() { return std::move(m_document); }

private:
    [[nodiscard]] ElementKind top() const { return m_kinds.empty() ? ElementKind::Other : m_kinds.back(); }

    Characteristic m_document;
    std::vector<ElementKind> m_kinds;
    std::vector<Characteristic*> m_open; ///< stay valid: only the innermost one grows
    std::size_t m_elements = 0;
};

Result<void> Assembler::start(ElementKind kind, std::string_view name)
{
    const auto expected = [&](const QString& what) {
        return fail(ErrorKind::Syntax,
            QCoreApplication::translate("Provisioning", "expected %1, found <%2>").arg(what, shownHead(name)));
    };
    if (m_kinds.empty() && kind != ElementKind::Document)
        return expected(QStringLiteral("<wap-provisioningdoc>"));
    if (top() == ElementKind::Foreign)
        kind = ElementKind::Foreign;
    if (top() == ElementKind::Parm && kind != ElementKind::Foreign)
        return expected(QStringLiteral("</parm>"));
    if (kind == ElementKind::Other || (kind == ElementKind::Document && !m_kinds.empty()))
        return expected(QCoreApplication::translate("Provisioning", "<characteristic> or <parm>"));
    if (m_kinds.size() >= kMaxDepth)
        return fail(ErrorKind::Limit,
            QCoreApplication::translate("Provisioning", "elements nested more than %1 deep").arg(kMaxDepth));
    if (++m_elements > kMaxElements)
        return fail(
            ErrorKind::Limit, QCoreApplication::translate("Provisioning", "more than %1 elements").arg(kMaxElements));
    m_kinds.push_back(kind);
    if (kind == ElementKind::Document) {
        m_open.push_back(&m_document);
    } else if (kind == ElementKind::Characteristic) {
        m_open.back()->children.emplace_back();
        m_open.push_back(&m_open.back()->children.back());
    } else if (kind == ElementKind::Parm) {
        m_open.back()->parms.emplace_back();
    }
    return {};
}

Result<void> Assembler::attribute(std::string_view name, std::string_view value)
{
    const bool isValue = top() == ElementKind::Parm && name == "value";
    if (value.size() > (isValue ? kMaxValueBytes : kMaxWordBytes))
        return fail(ErrorKind::Limit,
            QCoreApplication::translate("Provisioning", "attribute %1 has at most %2 bytes")
                .arg(shownHead(name))
                .arg(isValue ? kMaxValueBytes : kMaxWordBytes));
    if (!isUtf8(value) || value.find('\0') != std::string_view::npos)
        return fail(ErrorKind::Syntax,
            QCoreApplication::translate("Provisioning", "attribute %1: expected UTF-8 text without NUL")
                .arg(shownHead(name)));
    if (top() == ElementKind::Parm && name == "name")
        m_open.back()->parms.back().name = value;
    else if (isValue)
        m_open.back()->parms.back().value = value;
    else if (top() == ElementKind::Characteristic && name == "type")
        m_open.back()->type = value;
    else if (top() == ElementKind::Document && name == "version")
        m_document.type = value;
    return {};
}

Result<void> Assembler::text(std::string_view text) const
{
    if (top() == ElementKind::Foreign || isBlank(text))
        return {};
    return fail(ErrorKind::Syntax,
        QCoreApplication::translate("Provisioning", "expected <characteristic> or <parm>, found the text \"%1\"")
            .arg(shownHead(trimmed(text))));
}

void Assembler::end()
{
    if (top() == ElementKind::Characteristic || top() == ElementKind::Document)
        m_open.pop_back();
    m_kinds.pop_back();
}

class ProvisioningSink final : public XmlSink
{
public:
    bool start(const XmlElement& element, std::size_t line) override
    {
        ElementKind kind = ElementKind::Other;
        if (m_rootSeen && element.uri != m_uri)
            kind = ElementKind::Foreign;
        else if (element.local == "wap-provisioningdoc")
            kind = ElementKind::Document;
        else if (element.local == "characteristic")
            kind = ElementKind::Characteristic;
        else if (element.local == "parm")
            kind = ElementKind::Parm;
        if (!m_rootSeen)
            m_uri = element.uri;
        m_rootSeen = true;
        if (!keep(m_assembler.start(kind, element.local), line))
            return false;
        return std::all_of(element.attributes.begin(), element.attributes.end(), [&](const XmlAttribute& each) {
            return !each.prefix.empty() || keep(m_assembler.attribute(each.local, each.value), line);
        });
    }
    bool text(std::string_view text, std::size_t line) override { return keep(m_assembler.text(text), line); }
    bool end(std::size_t /*line*/) override
    {
        m_assembler.end();
        return true;
    }

    Assembler m_assembler;
    Error m_error;

private:
    bool keep(const Result<void>& result, std::size_t line)
    {
        if (!result)
            m_error = at(result.error(), lineText(line)).value();
        return result.has_value();
    }

    bool m_rootSeen = false;
    std::string m_uri;
};

ElementKind kindOf(Tag tag)
{
    switch (tag) {
    case Tag::ProvDocument:
        return ElementKind::Document;
    case Tag::ProvCharacteristic:
    case Tag::ProvCharacteristic1:
        return ElementKind::Characteristic;
    case Tag::ProvParm:
    case Tag::ProvParm1:
        return ElementKind::Parm;
    default:
        return ElementKind::Foreign;
    }
}

Result<void> tell(Assembler& assembler, const Event& event)
{
    switch (event.kind) {
    case Event::Kind::Start:
        return assembler.start(kindOf(event.tag), event.name.empty() ? std::string_view("?") : event.name);
    case Event::Kind::Attribute:
        return assembler.attribute(event.name, event.text);
    case Event::Kind::Text:
    case Event::Kind::Opaque:
        return assembler.text(event.text);
    case Event::Kind::End:
        assembler.end();
        return {};
    default:
        return {};
    }
}

} // namespace

Result<Characteristic> readProvisioningXml(ByteView document)
{
    ProvisioningSink sink;
    const auto outcome = parseXml(document, sink);
    if (!outcome)
        return tl::unexpected(outcome.error());
    if (*outcome == XmlOutcome::Stopped)
        return tl::unexpected(sink.m_error);
    return sink.m_assembler.take();
}

Result<Characteristic> readProvisioningWbxml(ByteView document)
{
    wbxml::ReaderOptions options;
    options.fallback = wbxml::Vocabulary::Prov;
    auto source = wbxml::Reader::open(document, options);
    if (!source)
        return tl::unexpected(std::move(source.error()));
    if (source->header().vocabulary != wbxml::Vocabulary::Prov)
        return fail(ErrorKind::Syntax,
            QCoreApplication::translate(
                "Provisioning", "not a provisioning document: its public id is %1, expected PROV 1.0")
                .arg(shownHead(source->header().publicIdText)),
            QCoreApplication::translate("Provisioning", "byte %1").arg(1));
    Assembler assembler;
    while (true) {
        const auto event = source->next();
        if (!event)
            return tl::unexpected(event.error());
        if (event->kind == Event::Kind::EndDocument)
            return assembler.take();
        if (auto told = tell(assembler, *event); !told)
            return at(told.error(), QCoreApplication::translate("Provisioning", "byte %1").arg(event->offset));
    }
}

} // namespace dmsc
