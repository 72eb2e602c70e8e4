// SPDX-License-Identifier: Apache-2.0
#include "model/syncml/wbxml_reader.h"

#include <QCoreApplication>

#include <algorithm>
#include <cstring>

namespace dmsc::wbxml {

namespace {

constexpr std::uint8_t kVersionFirst = 0x01;
constexpr std::uint8_t kVersionLast = 0x03;
constexpr std::uint32_t kPublicIdInTable = 0;
constexpr std::uint32_t kPublicIdUnknown = 1;
constexpr std::uint8_t kTagMask = 0x3F;
constexpr std::uint8_t kFirstValueToken = 0x80;
constexpr std::size_t kTableTextFree = std::size_t{1} << 20;

// IANA MIBenum numbers.
constexpr std::uint32_t kCharsetUnknown = 0;
constexpr std::uint32_t kCharsetAscii = 3;
constexpr std::uint32_t kCharsetLatin1 = 4;

QString hex(std::uint8_t value)
{
    return QStringLiteral("0x%1").arg(hexDigits(value));
}

void appendCodePoint(std::string& out, char32_t code)
{
    const auto add = [&out](char32_t unit) { out.push_back(static_cast<char>(static_cast<unsigned char>(unit))); };
    if (code < 0x80) {
        add(code);
    } else if (code < 0x800) {
        add(0xC0 | code >> 6);
        add(0x80 | (code & 0x3F));
    } else if (code < 0x10000) {
        add(0xE0 | code >> 12);
        add(0x80 | (code >> 6 & 0x3F));
        add(0x80 | (code & 0x3F));
    } else {
        add(0xF0 | code >> 18);
        add(0x80 | (code >> 12 & 0x3F));
        add(0x80 | (code >> 6 & 0x3F));
        add(0x80 | (code & 0x3F));
    }
}

/// Global tokens that none of our vocabularies uses: EXT_*, PI.
bool isForeignGlobal(std::uint8_t token)
{
    const std::uint8_t low = token & kTagMask;
    return low <= 0x03 && token != global::kStrT && token != global::kOpaque && token >= 0x40;
}

} // namespace

Result<Reader> Reader::open(ByteView document, const ReaderOptions& options)
{
    Reader reader(document, options);
    if (auto header = reader.readHeader(); !header)
        return tl::unexpected<Error>(std::move(header.error()));
    return reader;
}

Reader::Reader(ByteView document, const ReaderOptions& options)
    : m_document(document)
    , m_options(options)
{
}

Result<void> Reader::readHeader()
{
    if (m_document.size() > m_options.limits.bytes) {
        return wrong(ErrorKind::Limit,
            QCoreApplication::translate("WbxmlText", "WBXML document of %1 bytes, at most %2 are read")
                .arg(m_document.size())
                .arg(m_options.limits.bytes),
            0);
    }
    const auto version = byte("the version");
    if (!version)
        return tl::unexpected<Error>(version.error());
    m_header.version = *version;
    if (*version < kVersionFirst || *version > kVersionLast)
        return wrong(ErrorKind::Unsupported,
            QCoreApplication::translate("WbxmlText", "not WBXML 1.1 to 1.3: version byte %1").arg(hex(*version)), 0);

    const auto publicId = number("the public id");
    if (!publicId)
        return tl::unexpected<Error>(publicId.error());
    m_header.publicId = *publicId;
    std::uint32_t idIndex = 0;
    if (*publicId == kPublicIdInTable) {
        const auto index = number("the index of the public id");
        if (!index)
            return tl::unexpected<Error>(index.error());
        idIndex = *index;
    }

    const std::size_t charsetAt = m_position;
    const auto charset = number("the character set");
    if (!charset)
        return tl::unexpected<Error>(charset.error());
    m_header.charset = *charset;
    if (*charset != kCharsetUtf8 && *charset != kCharsetAscii && *charset != kCharsetLatin1
        && *charset != kCharsetUnknown) {
        return wrong(ErrorKind::Unsupported,
            QCoreApplication::translate(
                "WbxmlText", "character set %1, expected UTF-8 (106), US-ASCII (3) or ISO 8859-1 (4)")
                .arg(*charset),
            charsetAt);
    }

    const std::size_t tableAt = m_position;
    const auto tableLength = number("the length of the string table");
    if (!tableLength)
        return tl::unexpected<Error>(tableLength.error());
    if (*tableLength > m_document.size() - m_position) {
        return wrong(ErrorKind::Syntax,
            QCoreApplication::translate("WbxmlText", "string table of %1 bytes, but %2 are left")
                .arg(*tableLength)
                .arg(m_document.size() - m_position),
            tableAt);
    }
    m_header.stringTable = view(m_position, *tableLength);
    m_position += *tableLength;
    m_header.length = m_position;
    return resolvePublicId(idIndex);
}

Result<void> Reader::resolvePublicId(std::uint32_t tableIndex)
{
    const DocumentType* type = nullptr;
    QString found;
    if (m_header.publicId == kPublicIdInTable) {
        const auto text = tableString(tableIndex, 1);
        if (!text)
            return tl::unexpected<Error>(text.error());
        m_header.publicIdText = *text;
        type = findDocumentType(*text);
        constexpr std::size_t kShown = 80;
        const auto shown = text->substr(0, kShown);
        found = QString::fromUtf8(shown.data(), static_cast<qsizetype>(shown.size()));
    } else {
        type = findDocumentType(m_header.publicId);
        found = QStringLiteral("0x%1").arg(m_header.publicId, 0, 16);
    }
    if (type) {
        m_header.vocabulary = type->vocabulary;
        if (m_header.publicIdText.empty())
            m_header.publicIdText = type->publicId;
        return {};
    }
    const bool nameless = m_header.publicId == kPublicIdUnknown || m_header.publicIdText.empty();
    if (m_options.fallback && nameless) {
        m_header.vocabulary = *m_options.fallback;
        return {};
    }
    return wrong(ErrorKind::Unsupported,
        QCoreApplication::translate(
            "WbxmlText", "unknown public id %1, expected SyncML 1.0 to 1.2, DM-DDF 1.2 or PROV 1.0")
            .arg(found),
        1);
}

Result<Event> Reader::next()
{
    if (m_failed)
        return wrong(ErrorKind::Syntax, QCoreApplication::translate("WbxmlText", "nothing can be read after an error"),
            m_position);
    auto event = step();
    m_failed = !event.has_value();
    return event;
}

Result<Event> Reader::step()
{
    if (m_inAttributes)
        return readAttribute();
    if (m_endPending) {
        m_endPending = false;
        return endOf(m_position);
    }
    if (!m_open.empty() || !m_rootSeen)
        return readContent();
    if (m_position < m_document.size()) {
        return wrong(ErrorKind::Syntax,
            QCoreApplication::translate("WbxmlText", "%1 bytes follow the end of the document")
                .arg(m_document.size() - m_position),
            m_position);
    }
    Event event;
    event.offset = m_options.baseOffset + m_position;
    return event;
}

Result<void> Reader::skipElement()
{
    const std::size_t outside = m_open.size();
    while (true) {
        auto event = next();
        if (!event)
            return tl::unexpected<Error>(std::move(event.error()));
        if (event->kind == Event::Kind::EndDocument || m_open.size() < outside)
            return {};
    }
}

Result<Event> Reader::readContent()
{
    const std::size_t from = m_position;
    auto token = byte("a tag, text or the end of an element");
    while (token && *token == global::kSwitchPage) {
        const auto page = byte("a code page");
        if (!page)
            return tl::unexpected<Error>(page.error());
        m_tagPage = *page;
        token = byte("a tag, text or the end of an element");
    }
    if (!token)
        return tl::unexpected<Error>(token.error());
    if (isForeignGlobal(*token)) {
        return wrong(ErrorKind::Unsupported,
            QCoreApplication::translate("WbxmlText", "extension or processing instruction token %1 has no meaning here")
                .arg(hex(*token)),
            m_position - 1);
    }
    switch (*token) {
    case global::kEnd:
        if (m_open.empty())
            return wrong(ErrorKind::Syntax,
                QCoreApplication::translate("WbxmlText", "end of an element before the first one"), m_position - 1);
        return endOf(from);
    case global::kStrI:
    case global::kStrT:
    case global::kEntity:
    case global::kOpaque:
        if (m_open.empty())
            return wrong(ErrorKind::Syntax, QCoreApplication::translate("WbxmlText", "text before the first element"),
                m_position - 1);
        return readText(*token, from);
    default:
        return readStart(*token, from);
    }
}

Result<Event> Reader::readStart(std::uint8_t token, std::size_t from)
{
    if (m_open.size() >= m_options.limits.depth)
        return wrong(ErrorKind::Limit,
            QCoreApplication::translate("WbxmlText", "elements nested more than %1 deep").arg(m_options.limits.depth),
            from);
    if (++m_elements > m_options.limits.elements)
        return wrong(ErrorKind::Limit,
            QCoreApplication::translate("WbxmlText", "more than %1 elements").arg(m_options.limits.elements), from);

    OpenElement element;
    const std::uint8_t low = token & kTagMask;
    if (low == global::kLiteral) {
        const std::size_t at = m_position;
        const auto index = number("the index of a tag name");
        if (!index)
            return tl::unexpected<Error>(index.error());
        const auto name = tableString(*index, at);
        if (!name)
            return tl::unexpected<Error>(name.error());
        element = {Tag::Literal, *name};
    } else {
        element.tag = makeTag(m_tagPage, low);
        element.name = tagName(m_header.vocabulary, element.tag);
    }
    m_open.push_back(element);
    m_rootSeen = true;
    m_contentFollows = (token & global::kHasContent) != 0;
    m_endPending = !m_contentFollows;
    if (token & global::kHasAttributes) {
        m_inAttributes = true;
        finishAttributes();
    }
    return Event{Event::Kind::Start, element.tag, element.name, {}, m_options.baseOffset + from, m_position - from};
}

void Reader::finishAttributes()
{
    if (m_position < m_document.size() && m_document[m_position] == global::kEnd) {
        ++m_position;
        m_inAttributes = false;
    }
}

Result<Event> Reader::readAttribute()
{
    const std::size_t from = m_position;
    auto token = byte("an attribute");
    while (token && *token == global::kSwitchPage) {
        const auto page = byte("a code page");
        if (!page)
            return tl::unexpected<Error>(page.error());
        m_attributePage = *page;
        token = byte("an attribute");
    }
    if (!token)
        return tl::unexpected<Error>(token.error());

    std::string_view name;
    m_scratch.clear();
    if (*token == global::kLiteral) {
        const std::size_t at = m_position;
        const auto index = number("the index of an attribute name");
        if (!index)
            return tl::unexpected<Error>(index.error());
        const auto text = tableString(*index, at);
        if (!text)
            return tl::unexpected<Error>(text.error());
        name = *text;
    } else {
        const AttributeStart* start =
            m_header.vocabulary == Vocabulary::Prov ? attributeStart(m_attributePage, *token) : nullptr;
        if (!start) {
            return wrong(ErrorKind::Syntax,
                QCoreApplication::translate("WbxmlText", "unknown attribute token %1 on code page %2")
                    .arg(hex(*token))
                    .arg(m_attributePage),
                m_position - 1);
        }
        name = start->name;
        m_scratch = start->value;
    }
    if (auto values = readAttributeValues(m_scratch); !values)
        return tl::unexpected<Error>(std::move(values.error()));
    finishAttributes();
    return Event{
        Event::Kind::Attribute, m_open.back().tag, name, m_scratch, m_options.baseOffset + from, m_position - from};
}

Result<void> Reader::readAttributeValues(std::string& value)
{
    while (m_position < m_document.size()) {
        // A page switch belongs to the value if a value token comes after it, else to the next attribute.
        std::size_t look = m_position;
        std::uint8_t page = m_attributePage;
        while (look + 2 < m_document.size() && m_document[look] == global::kSwitchPage) {
            page = m_document[look + 1];
            look += 2;
        }
        const std::uint8_t token = m_document[look];
        const bool text =
            token == global::kStrI || token == global::kStrT || token == global::kEntity || token == global::kOpaque;
        if (!text && token < kFirstValueToken)
            return {};
        m_position = look + 1;
        m_attributePage = page;
        if (token == global::kEntity) {
            const auto code = entity();
            if (!code)
                return tl::unexpected<Error>(code.error());
            appendCodePoint(value, *code);
        } else if (text) {
            const auto piece = readString(token);
            if (!piece)
                return tl::unexpected<Error>(piece.error());
            appendText(value, *piece);
        } else {
            const AttributeValue* known = attributeValue(m_attributePage, token);
            if (!known) {
                return wrong(ErrorKind::Syntax,
                    QCoreApplication::translate("WbxmlText", "unknown attribute value token %1 on code page %2")
                        .arg(hex(token))
                        .arg(m_attributePage),
                    look);
            }
            value += known->text;
        }
    }
    return {};
}

Result<Event> Reader::readText(std::uint8_t token, std::size_t from)
{
    Event event;
    event.kind = token == global::kOpaque ? Event::Kind::Opaque : Event::Kind::Text;
    if (token == global::kEntity) {
        const auto code = entity();
        if (!code)
            return tl::unexpected<Error>(code.error());
        m_scratch.clear();
        appendCodePoint(m_scratch, *code);
        event.text = m_scratch;
    } else {
        const auto text = readString(token);
        if (!text)
            return tl::unexpected<Error>(text.error());
        event.text = *text;
        if (token != global::kOpaque && m_header.charset == kCharsetLatin1) {
            m_scratch.clear();
            appendText(m_scratch, *text);
            event.text = m_scratch;
        }
    }
    event.tag = m_open.back().tag;
    event.name = m_open.back().name;
    event.offset = m_options.baseOffset + from;
    event.length = m_position - from;
    return event;
}

Result<std::string_view> Reader::readString(std::uint8_t token)
{
    switch (token) {
    case global::kStrI:
        return inlineString();
    case global::kOpaque:
        return opaque();
    default: {
        const std::size_t at = m_position;
        const auto index = number("the index of a string");
        if (!index)
            return tl::unexpected<Error>(index.error());
        auto text = tableString(*index, at);
        if (text) {
            m_tableText += text->size();
            if (m_tableText > m_document.size() * Limits::kTableTextFactor + kTableTextFree)
                return wrong(ErrorKind::Limit,
                    QCoreApplication::translate("WbxmlText", "string table references expand to too much text"), at);
        }
        return text;
    }
    }
}

Result<std::string_view> Reader::inlineString()
{
    const std::size_t left = m_document.size() - m_position;
    const void* end = left > 0 ? std::memchr(m_document.data() + m_position, 0, left) : nullptr;
    if (!end)
        return wrong(ErrorKind::Syntax, QCoreApplication::translate("WbxmlText", "string without the NUL that ends it"),
            m_position - 1);
    const auto length =
        static_cast<std::size_t>(static_cast<const std::uint8_t*>(end) - m_document.data()) - m_position;
    const std::string_view text = view(m_position, length);
    m_position += length + 1;
    return text;
}

Result<std::string_view> Reader::tableString(std::size_t index, std::size_t at)
{
    if (index >= m_header.stringTable.size()) {
        return wrong(ErrorKind::Syntax,
            QCoreApplication::translate("WbxmlText", "string %1 is outside of the string table of %2 bytes")
                .arg(index)
                .arg(m_header.stringTable.size()),
            at);
    }
    // The last string of real devices' tables has no NUL.
    const std::string_view rest = m_header.stringTable.substr(index);
    return rest.substr(0, std::min(rest.find('\0'), rest.size()));
}

Result<std::string_view> Reader::opaque()
{
    const std::size_t at = m_position;
    const auto length = number("the length of opaque data");
    if (!length)
        return tl::unexpected<Error>(length.error());
    const std::size_t left = m_document.size() - m_position;
    if (*length > left)
        return wrong(ErrorKind::Syntax,
            QCoreApplication::translate("WbxmlText", "opaque data of %1 bytes, but %2 are left").arg(*length).arg(left),
            at);
    const std::string_view octets = view(m_position, *length);
    m_position += *length;
    return octets;
}

Result<char32_t> Reader::entity()
{
    const std::size_t at = m_position;
    const auto code = number("a character entity");
    if (!code)
        return tl::unexpected<Error>(code.error());
    if (*code == 0 || *code > 0x10FFFF || (*code >= 0xD800 && *code <= 0xDFFF))
        return wrong(
            ErrorKind::Syntax, QCoreApplication::translate("WbxmlText", "entity %1 is not a character").arg(*code), at);
    return static_cast<char32_t>(*code);
}

Result<std::uint32_t> Reader::number(const char* what)
{
    const std::size_t from = m_position;
    std::uint64_t value = 0;
    while (true) {
        const auto next = byte(what);
        if (!next)
            return tl::unexpected<Error>(next.error());
        value = value << 7 | (*next & 0x7FU);
        if (value > UINT32_MAX || m_position - from > 5)
            return wrong(ErrorKind::Syntax,
                QCoreApplication::translate("WbxmlText", "number of more than 32 bits for %1").arg(QLatin1String(what)),
                from);
        if (!(*next & 0x80U))
            return static_cast<std::uint32_t>(value);
    }
}

Result<std::uint8_t> Reader::byte(const char* what)
{
    if (m_position >= m_document.size()) {
        return wrong(ErrorKind::Syntax,
            QCoreApplication::translate("WbxmlText", "the document ends where %1 is expected").arg(QLatin1String(what)),
            m_position);
    }
    return m_document[m_position++];
}

void Reader::appendText(std::string& out, std::string_view text) const
{
    if (m_header.charset != kCharsetLatin1) {
        out += text;
        return;
    }
    for (const char unit : text)
        appendCodePoint(out, static_cast<unsigned char>(unit));
}

Event Reader::endOf(std::size_t from)
{
    const OpenElement element = m_open.back();
    m_open.pop_back();
    return Event{Event::Kind::End, element.tag, element.name, {}, m_options.baseOffset + from, m_position - from};
}

std::string_view Reader::view(std::size_t from, std::size_t length) const
{
    const ByteView part = m_document.subspan(from, length);
    return {reinterpret_cast<const char*>(part.data()), part.size()};
}

tl::unexpected<Error> Reader::wrong(ErrorKind kind, const QString& what, std::size_t offset) const
{
    return fail(kind, what, QCoreApplication::translate("WbxmlText", "byte %1").arg(m_options.baseOffset + offset));
}

bool isWbxml(ByteView document)
{
    return Reader::open(document).has_value();
}

Result<Reader> openEmbedded(const Event& opaque, const Limits& limits)
{
    ReaderOptions options;
    options.limits = limits;
    // The octets are the last part of the token.
    options.baseOffset = opaque.offset + opaque.length - opaque.text.size();
    const auto* data = reinterpret_cast<const std::uint8_t*>(opaque.text.data());
    return Reader::open(ByteView(data, opaque.text.size()), options);
}

} // namespace dmsc::wbxml
