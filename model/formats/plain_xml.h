// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/formats/text_tools.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>
#include <vector>

namespace dmsc {

/// A fast scanner for the plain kind of XML that big documents are: UTF-8, element names in ASCII without prefixes, no
/// attributes but one xmlns on the root, no processing instructions, no DTD subset. It gives up on everything else, and
/// on everything that is not well formed, and leaves that to a full parser; so it may be narrow but never lenient.
class PlainXml
{
public:
    enum class Outcome : std::uint8_t {
        Read,
        NotPlain, ///< start again with a full parser
        Stopped, ///< the sink returned false
    };

    explicit PlainXml(std::string_view document)
        : m_begin(document.data())
        , m_at(document.data())
        , m_end(document.data() + document.size())
        , m_checked(document.data())
    {
    }

    /// Sink: bool start(name, position), bool text(text, position), bool end(position); positions are byte offsets.
    template <class Sink> Outcome read(Sink& sink, std::string_view rootName);

private:
    enum Class : std::uint8_t { Ordinary, Blank, NameChar, NameStart };

    [[nodiscard]] static constexpr std::array<Class, 256> nameClasses();
    [[nodiscard]] static constexpr std::array<bool, 256> textStops();

    [[nodiscard]] std::size_t position() const { return static_cast<std::size_t>(m_at - m_begin); }
    [[nodiscard]] std::size_t left() const { return static_cast<std::size_t>(m_end - m_at); }
    [[nodiscard]] bool startsWith(std::string_view text) const
    {
        return std::string_view(m_at, left()).starts_with(text);
    }
    bool skipTo(std::string_view text); ///< behind the next occurrence
    void skipBlanks();
    [[nodiscard]] bool checkBytes();
    bool prolog(std::string_view rootName);
    bool declaration();
    bool docType();
    bool comment();
    std::string_view name();
    bool rootAttribute();
    bool reference();
    template <class Sink> Outcome startTag(Sink& sink);
    template <class Sink> Outcome endTag(Sink& sink);
    template <class Sink> Outcome content(Sink& sink);
    template <class Sink> Outcome cdata(Sink& sink);
    template <class Sink> Outcome send(Sink& sink, const char* from, const char* to, std::size_t at);
    template <class Sink> Outcome slowText(Sink& sink, const char* from);

    static const std::array<Class, 256> kNames;
    static const std::array<bool, 256> kTextStops;

    const char* m_begin;
    const char* m_at;
    const char* m_end;
    const char* m_checked; ///< bytes before this are UTF-8 and characters that XML allows
    std::vector<std::string_view> m_open;
    std::string m_text;
};

template <class Sink> PlainXml::Outcome PlainXml::read(Sink& sink, std::string_view rootName)
{
    if (!prolog(rootName))
        return Outcome::NotPlain;
    Outcome outcome = startTag(sink);
    while (outcome == Outcome::Read && !m_open.empty()) {
        if (m_at >= m_checked && !checkBytes())
            return Outcome::NotPlain;
        outcome = content(sink);
    }
    if (outcome != Outcome::Read)
        return outcome;
    skipBlanks();
    while (startsWith("<!--")) {
        if (!comment())
            return Outcome::NotPlain;
        skipBlanks();
    }
    return m_at == m_end && checkBytes() ? Outcome::Read : Outcome::NotPlain;
}

template <class Sink> PlainXml::Outcome PlainXml::content(Sink& sink)
{
    if (m_at == m_end)
        return Outcome::NotPlain;
    if (*m_at == '<') {
        const char next = left() > 1 ? m_at[1] : '\0';
        if (next == '/')
            return endTag(sink);
        if (next != '!')
            return startTag(sink);
        if (startsWith("<![CDATA["))
            return cdata(sink);
        return comment() ? Outcome::Read : Outcome::NotPlain;
    }
    const char* const from = m_at;
    while (m_at != m_end && !kTextStops[static_cast<unsigned char>(*m_at)])
        ++m_at;
    if (m_at == m_end)
        return Outcome::NotPlain;
    if (*m_at != '<')
        return slowText(sink, from);
    return sink.text(std::string_view(from, static_cast<std::size_t>(m_at - from)), position()) ? Outcome::Read
                                                                                                : Outcome::Stopped;
}

template <class Sink> PlainXml::Outcome PlainXml::startTag(Sink& sink)
{
    const std::size_t at = position();
    ++m_at;
    const std::string_view tag = name();
    if (tag.empty())
        return Outcome::NotPlain;
    if (m_at != m_end && *m_at == '>') { // most of them
        ++m_at;
        m_open.push_back(tag);
        return sink.start(tag, at) ? Outcome::Read : Outcome::Stopped;
    }
    const bool root = m_open.empty();
    if (m_at != m_end && kNames[static_cast<unsigned char>(*m_at)] == Blank) {
        skipBlanks();
        if (root && startsWith("xmlns") && !rootAttribute())
            return Outcome::NotPlain;
    }
    const bool empty = startsWith("/>");
    if (!empty && !startsWith(">"))
        return Outcome::NotPlain;
    m_at += empty ? 2 : 1;
    if (!sink.start(tag, at))
        return Outcome::Stopped;
    if (!empty)
        m_open.push_back(tag);
    else if (!sink.end(at))
        return Outcome::Stopped;
    return Outcome::Read;
}

template <class Sink> PlainXml::Outcome PlainXml::endTag(Sink& sink)
{
    const std::size_t at = position();
    m_at += 2;
    const std::string_view expected = m_open.back();
    if (!startsWith(expected))
        return Outcome::NotPlain;
    m_at += expected.size();
    skipBlanks();
    if (m_at == m_end || *m_at != '>')
        return Outcome::NotPlain;
    ++m_at;
    m_open.pop_back();
    return sink.end(at) ? Outcome::Read : Outcome::Stopped;
}

template <class Sink> PlainXml::Outcome PlainXml::cdata(Sink& sink)
{
    constexpr std::string_view kOpen = "<![CDATA[";
    const std::size_t at = position();
    m_at += kOpen.size();
    const char* const from = m_at;
    if (!skipTo("]]>"))
        return Outcome::NotPlain;
    return send(sink, from, m_at - 3, at);
}

/// Text with its line ends made \n.
template <class Sink> PlainXml::Outcome PlainXml::send(Sink& sink, const char* from, const char* to, std::size_t at)
{
    if (from == to)
        return Outcome::Read;
    std::string_view text(from, static_cast<std::size_t>(to - from));
    if (text.find('\r') != std::string_view::npos) {
        m_text.clear();
        for (std::size_t i = 0; i < text.size(); ++i) {
            if (text[i] != '\r')
                m_text += text[i];
            else if (i + 1 == text.size() || text[i + 1] != '\n')
                m_text += '\n';
        }
        text = m_text;
    }
    return sink.text(text, at) ? Outcome::Read : Outcome::Stopped;
}

/// Text with references, carriage returns or brackets in it.
template <class Sink> PlainXml::Outcome PlainXml::slowText(Sink& sink, const char* from)
{
    m_text.assign(from, m_at);
    while (m_at != m_end && *m_at != '<') {
        if (*m_at == '&') {
            if (!reference())
                return Outcome::NotPlain;
            continue;
        }
        if (*m_at == ']' && startsWith("]]>"))
            return Outcome::NotPlain;
        if (*m_at == '\r') {
            m_text += '\n';
            m_at += startsWith("\r\n") ? 2 : 1;
            continue;
        }
        m_text += *m_at++;
    }
    return sink.text(std::string_view(m_text), position()) ? Outcome::Read : Outcome::Stopped;
}

} // namespace dmsc
