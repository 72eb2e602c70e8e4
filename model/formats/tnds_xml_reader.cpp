// SPDX-License-Identifier: Apache-2.0
#include "model/formats/mgmt_tree_reader.h"
#include "model/formats/plain_xml.h"
#include "model/formats/text_tools.h"
#include "model/formats/xml_parser.h"

#include <QCoreApplication>

#include <algorithm>

namespace dmsc {

namespace {

constexpr std::string_view kRoot = "MgmtTree";
constexpr std::size_t kMaxBytes = UINT32_MAX; // positions are kept in 32 bits

/// What the plain scanner finds, told to the reader. All elements are of the home namespace.
class PlainSink
{
public:
    explicit PlainSink(MgmtTreeReader& reader)
        : m_reader(reader)
    {
    }

    bool start(std::string_view name, std::size_t position)
    {
        if (m_reader.inValue()) {
            m_tag.assign("<").append(name);
            return m_reader.startMarkup(m_tag, name, position);
        }
        return m_reader.start(mgmt::tagOf(name), name, position);
    }
    bool text(std::string_view text, std::size_t position) { return m_reader.text(text, position); }
    bool end(std::size_t position) { return m_reader.end(position); }

private:
    MgmtTreeReader& m_reader;
    std::string m_tag;
};

/// What libxml2 finds, told to the reader: sorts out namespaces, puts markup inside Values into text again.
class FullSink final : public XmlSink
{
public:
    explicit FullSink(MgmtTreeReader& reader)
        : m_reader(reader)
    {
    }

    bool start(const XmlElement& element, std::size_t line) override;
    bool text(std::string_view text, std::size_t line) override { return m_reader.text(text, line); }
    bool end(std::size_t line) override;

private:
    [[nodiscard]] static bool isVocabulary(std::string_view uri) { return uri.starts_with("syncml:dmddf"); }
    [[nodiscard]] bool isHome(const XmlElement& element) const
    {
        return element.prefix == m_prefix ? element.uri == m_uri : isVocabulary(element.uri);
    }
    bool startMarkup(const XmlElement& element, std::size_t line);

    MgmtTreeReader& m_reader;
    bool m_rootSeen = false;
    std::string m_prefix; ///< of the root element
    std::string m_uri;
    std::size_t m_depth = 0; ///< of markup inside a Value
    std::string m_tag;
};

bool FullSink::start(const XmlElement& element, std::size_t line)
{
    if (!m_rootSeen) {
        m_rootSeen = true;
        m_prefix = element.prefix;
        m_uri = element.uri;
        if (!m_uri.empty() && !isVocabulary(m_uri))
            m_reader.warn(QCoreApplication::translate("MgmtTree", "the namespace %1 is read as syncml:dmddf1.2")
                              .arg(shownHead(m_uri)),
                line);
    }
    if (m_reader.inValue())
        return startMarkup(element, line);
    std::string name(element.prefix);
    if (!name.empty())
        name += ':';
    name += element.local;
    if (m_reader.inForeign() || !isHome(element))
        return m_reader.startForeign(name, line);
    return m_reader.start(mgmt::tagOf(element.local), name, line);
}

bool FullSink::startMarkup(const XmlElement& element, std::size_t line)
{
    const auto qualified = [](std::string_view prefix, std::string_view local) {
        return prefix.empty() ? std::string(local) : std::string(prefix).append(":").append(local);
    };
    const std::string name = qualified(element.prefix, element.local);
    m_tag.assign("<").append(name);
    const auto attribute = [this](std::string_view attributeName, std::string_view value) {
        m_tag.append(" ").append(attributeName).append("=\"");
        (void)appendXmlAttribute(m_tag, value); // the parser has vouched for the characters
        m_tag.append("\"");
    };
    const auto isOwn = [&](const XmlNamespace& declared) { return declared.prefix == element.prefix; };
    const bool declared = std::any_of(element.namespaces.begin(), element.namespaces.end(), isOwn);
    // A namespace that comes from outside the Value must go with it; our own default one is no part of the value.
    if (m_depth == 0 && !declared && !element.uri.empty() && !isHome(element))
        attribute(element.prefix.empty() ? "xmlns" : qualified("xmlns", element.prefix), element.uri);
    for (const XmlNamespace& space : element.namespaces)
        attribute(space.prefix.empty() ? "xmlns" : qualified("xmlns", space.prefix), space.uri);
    for (const XmlAttribute& each : element.attributes)
        attribute(qualified(each.prefix, each.local), each.value);
    ++m_depth;
    return m_reader.startMarkup(m_tag, name, line);
}

bool FullSink::end(std::size_t line)
{
    if (m_depth > 0)
        --m_depth;
    return m_reader.end(line);
}

std::size_t lineOf(std::string_view document, std::size_t position)
{
    const auto first = document.begin();
    const auto last = first + static_cast<std::ptrdiff_t>(std::min(position, document.size()));
    return 1 + static_cast<std::size_t>(std::count(first, last, '\n'));
}

Result<MgmtTreeContent> failed(const MgmtTreeReader& reader, const std::function<QString(std::size_t)>& place)
{
    const ReadFailure& failure = *reader.failure();
    return at(failure.error, place(failure.position));
}

} // namespace

Result<MgmtTreeContent> readMgmtTreeXml(ByteView document, const MgmtTreeReadOptions& options)
{
    if (document.size() > kMaxBytes)
        return fail(ErrorKind::Limit, QCoreApplication::translate("MgmtTree", "a document has at most 4 GB"));
    const std::string_view text = textOf(document);
    if (options.plainScan) {
        MgmtTreeReader reader(options, true);
        reader.expect(document.size());
        PlainSink sink(reader);
        const auto place = [text](std::size_t position) { return lineText(lineOf(text, position)); };
        switch (PlainXml(text).read(sink, kRoot)) {
        case PlainXml::Outcome::Read:
            return reader.finish(place);
        case PlainXml::Outcome::Stopped:
            return failed(reader, place);
        case PlainXml::Outcome::NotPlain:
            break;
        }
    }
    MgmtTreeReader reader(options, true);
    reader.expect(document.size());
    FullSink sink(reader);
    const auto outcome = parseXml(document, sink);
    if (!outcome)
        return tl::unexpected(outcome.error());
    return *outcome == XmlOutcome::Read ? reader.finish(lineText) : failed(reader, lineText);
}

} // namespace dmsc
