// SPDX-License-Identifier: Apache-2.0
#include "model/decode/message_walk.h"

#include "model/decode/xml_scanner.h"
#include "model/syncml/wbxml_reader.h"

#include <QCoreApplication>

#include <algorithm>
#include <functional>
#include <string>
#include <vector>

namespace dmsc {

namespace {

constexpr int kMaxEmbedded = 3;
constexpr std::size_t kMaxEmbeddedText = std::size_t{32} << 20;
constexpr std::string_view kBlanks = " \t\r\n";
constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

/// Begins with a tag, after blanks.
bool looksLikeXml(std::string_view text)
{
    if (text.starts_with(kByteOrderMark)) {
        text.remove_prefix(kByteOrderMark.size());
    }
    const std::size_t begin = text.find_first_not_of(kBlanks);
    if (begin == std::string_view::npos || text[begin] != '<' || begin + 1 == text.size()) {
        return false;
    }
    const char next = text[begin + 1];
    return next == '?' || next == '!' || next == '_' || (next >= 'A' && next <= 'Z') || (next >= 'a' && next <= 'z');
}

class Walker
{
public:
    Walker(ByteView message, MessageSink& sink)
        : m_message(message)
        , m_sink(&sink)
    {
    }

    void walk()
    {
        if (wbxml::isWbxml(m_message)) {
            wbxml::ReaderOptions options;
            options.limits.depth = kMaxMessageDepth;
            auto reader = wbxml::Reader::open(m_message, options);
            if (!reader) {
                note(reader.error().text(), {0, m_message.size()});
                return;
            }
            walkWbxml(*reader, 0);
        } else {
            walkXml(textOf(m_message), TextOrigin(0), 0);
        }
    }

private:
    bool send(MessagePiece::Kind kind, ByteSpan whole, bool wbxml, std::string_view name = {})
    {
        MessagePiece piece;
        piece.kind = kind;
        piece.wbxml = wbxml;
        piece.name = name;
        piece.whole = whole;
        return m_sink->take(piece);
    }

    bool note(const QString& text, ByteSpan whole)
    {
        const std::string utf8 = text.toStdString();
        MessagePiece piece;
        piece.text = utf8;
        piece.whole = whole;
        return m_sink->take(piece);
    }

    /// Where a text of the reader stands in the message: it points into it unless it was converted.
    [[nodiscard]] ByteSpan contentOf(const wbxml::Event& event) const
    {
        const auto* begin = reinterpret_cast<const char*>(m_message.data());
        const std::less<> before;
        const bool inside = !event.text.empty() && !before(event.text.data(), begin)
            && !before(begin + m_message.size(), event.text.data() + event.text.size());
        if (inside) {
            return {static_cast<std::size_t>(event.text.data() - begin), event.text.size()};
        }
        return event.kind == wbxml::Event::Kind::Attribute ? valueOf(event) : ByteSpan{event.offset, event.length};
    }

    /// The value of an attribute is a copy of what stands in it or in the table of strings.
    [[nodiscard]] ByteSpan valueOf(const wbxml::Event& event) const
    {
        const std::string_view message = textOf(m_message);
        const std::size_t inToken = message.substr(event.offset, event.length).rfind(event.text);
        if (event.text.empty() || inToken != std::string_view::npos) {
            return {event.offset + (event.text.empty() ? 0 : inToken), event.text.size()};
        }
        const std::size_t inTable = message.substr(0, event.offset).find(event.text);
        return inTable == std::string_view::npos ? ByteSpan{event.offset, event.length}
                                                 : ByteSpan{inTable, event.text.size()};
    }

    // NOLINTNEXTLINE(misc-no-recursion): at most kMaxEmbedded deep
    bool walkWbxml(wbxml::Reader& reader, int level)
    {
        using Kind = wbxml::Event::Kind;
        const std::size_t base = reader.offset() - reader.header().length;
        bool goOn = send(MessagePiece::Kind::Header, {base, reader.header().length}, true);
        std::size_t open = 0;
        while (goOn) {
            const auto event = reader.next();
            if (!event) {
                goOn = note(event.error().text(), {std::min(reader.offset(), m_message.size()), 0});
                break;
            }
            if (event->kind == Kind::EndDocument) {
                break;
            }
            open += event->kind == Kind::Start ? 1 : 0;
            open -= event->kind == Kind::End ? 1 : 0;
            goOn = take(*event, level);
        }
        for (; goOn && open > 0; --open) {
            goOn = send(MessagePiece::Kind::End, {std::min(reader.offset(), m_message.size()), 0}, false);
        }
        return goOn;
    }

    // NOLINTNEXTLINE(misc-no-recursion)
    bool take(const wbxml::Event& event, int level)
    {
        using Kind = wbxml::Event::Kind;
        switch (event.kind) {
        case Kind::Start:
            return send(MessagePiece::Kind::Start, {event.offset, event.length}, true, event.name);
        case Kind::End:
            return send(MessagePiece::Kind::End, {event.offset, event.length}, true);
        case Kind::Attribute:
        case Kind::Text:
        case Kind::Opaque:
            return takeText(event, level);
        case Kind::EndDocument:
            break;
        }
        return true;
    }

    // NOLINTNEXTLINE(misc-no-recursion)
    bool takeText(const wbxml::Event& event, int level)
    {
        MessagePiece piece;
        piece.kind = MessagePiece::Kind::Text;
        piece.wbxml = true;
        piece.name = event.kind == wbxml::Event::Kind::Attribute ? event.name : std::string_view();
        piece.text = event.text;
        piece.whole = {event.offset, event.length};
        piece.content = contentOf(event);
        if (level >= kMaxEmbedded) {
            return m_sink->take(piece);
        }
        wbxml::Limits limits;
        limits.depth = kMaxMessageDepth;
        if (event.kind == wbxml::Event::Kind::Opaque) {
            if (auto inner = wbxml::openEmbedded(event, limits)) {
                piece.kind = MessagePiece::Kind::Embedded;
                return m_sink->take(piece) && walkWbxml(*inner, level + 1);
            }
        }
        const bool inPlace = piece.content.length == event.text.size();
        if (inPlace && looksLikeXml(event.text)) {
            piece.kind = MessagePiece::Kind::Embedded;
            const std::string_view text = textOf(m_message).substr(piece.content.offset, piece.content.length);
            return m_sink->take(piece) && walkXml(text, TextOrigin(piece.content.offset), level + 1);
        }
        return m_sink->take(piece);
    }

    // NOLINTNEXTLINE(misc-no-recursion)
    bool walkXml(std::string_view text, const TextOrigin& origin, int level)
    {
        using Kind = XmlScanner::Token::Kind;
        XmlScanner scanner(text);
        std::vector<std::string_view> open;
        bool goOn = true;
        while (goOn) {
            const auto token = scanner.next();
            if (!token) {
                break;
            }
            const ByteSpan whole = origin.span(token->from, token->to);
            switch (token->kind) {
            case Kind::Start:
            case Kind::Empty:
                if (open.size() >= kMaxMessageDepth) {
                    note(QCoreApplication::translate("Decode", "elements nested more than %1 deep").arg(open.size()),
                        whole);
                    return false;
                }
                goOn = send(MessagePiece::Kind::Start, whole, false, token->name)
                    && takeXmlAttributes(text, *token, origin);
                if (token->kind == Kind::Start) {
                    open.push_back(token->name);
                } else if (goOn) {
                    goOn = send(MessagePiece::Kind::End, {whole.end(), 0}, false);
                }
                break;
            case Kind::End:
                goOn = closeXml(open, token->name, whole);
                break;
            case Kind::Text:
            case Kind::Literal:
                goOn = takeXmlText(text, *token, origin, level);
                break;
            }
        }
        const ByteSpan end{origin.at(scanner.position()), 0};
        for (; goOn && !open.empty(); open.pop_back()) {
            goOn = send(MessagePiece::Kind::End, end, false);
        }
        return goOn;
    }

    bool takeXmlAttributes(std::string_view text, const XmlScanner::Token& tag, const TextOrigin& origin)
    {
        for (const XmlAttribute& attribute : attributesOf(text.substr(0, tag.to), tag.from)) {
            const std::string_view value = text.substr(attribute.valueFrom, attribute.valueTo - attribute.valueFrom);
            const PlainText plain = withoutEntities(value, TextOrigin(0), 0);
            MessagePiece piece;
            piece.kind = MessagePiece::Kind::Text;
            piece.name = attribute.name;
            piece.text = plain.text;
            piece.whole = origin.span(attribute.from, attribute.to);
            piece.content = origin.span(attribute.valueFrom, attribute.valueTo);
            if (!m_sink->take(piece)) {
                return false;
            }
        }
        return true;
    }

    /// Closes what is open within the element of that name too; a tag without a partner closes nothing.
    bool closeXml(std::vector<std::string_view>& open, std::string_view name, ByteSpan whole)
    {
        if (std::ranges::find(open, name) == open.end()) {
            return true;
        }
        while (open.back() != name) {
            open.pop_back();
            if (!send(MessagePiece::Kind::End, {whole.offset, 0}, false)) {
                return false;
            }
        }
        open.pop_back();
        return send(MessagePiece::Kind::End, whole, false);
    }

    // NOLINTNEXTLINE(misc-no-recursion)
    bool takeXmlText(std::string_view text, const XmlScanner::Token& token, const TextOrigin& origin, int level)
    {
        const std::string_view content = text.substr(token.contentFrom, token.contentTo - token.contentFrom);
        if (content.find_first_not_of(kBlanks) == std::string_view::npos) {
            return true;
        }
        MessagePiece piece;
        piece.kind = MessagePiece::Kind::Text;
        piece.whole = origin.span(token.from, token.to);
        piece.content = origin.span(token.contentFrom, token.contentTo);
        if (token.kind == XmlScanner::Token::Kind::Text && content.size() <= kMaxEmbeddedText
            && content.find('&') != std::string_view::npos) {
            const PlainText plain = withoutEntities(content, origin, token.contentFrom);
            piece.text = plain.text;
            if (level < kMaxEmbedded && looksLikeXml(plain.text)) {
                piece.kind = MessagePiece::Kind::Embedded;
                return m_sink->take(piece) && walkXml(plain.text, plain.origin, level + 1);
            }
            return m_sink->take(piece);
        }
        piece.text = content;
        if (level < kMaxEmbedded && looksLikeXml(content)) {
            piece.kind = MessagePiece::Kind::Embedded;
            return m_sink->take(piece) && walkXml(content, origin.from(token.contentFrom), level + 1);
        }
        return m_sink->take(piece);
    }

    ByteView m_message;
    MessageSink* m_sink;
};

} // namespace

bool isMessage(ByteView message)
{
    // What is neither is told by its first byte nearly always, and at no cost.
    constexpr std::uint8_t kLastVersion = 0x03;
    const bool hasVersion = !message.empty() && message.front() >= 1 && message.front() <= kLastVersion;
    return (hasVersion && wbxml::isWbxml(message)) || looksLikeXml(textOf(message));
}

void walkMessage(ByteView message, MessageSink& sink)
{
    Walker(message, sink).walk();
}

} // namespace dmsc
