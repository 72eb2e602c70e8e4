// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/formats/text_tools.h"
#include "model/syncml/wbxml_writer.h"

#include <string>
#include <string_view>

namespace dmsc {

/// Elements of a MgmtTree document as XML text. Names come from the WBXML tables, which are the vocabulary.
class MgmtTreeXmlOut
{
public:
    explicit MgmtTreeXmlOut(bool lines)
        : m_lines(lines)
    {
    }

    void prolog()
    {
        m_out += "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                 "<!DOCTYPE MgmtTree PUBLIC \"-//OMA//DTD-DM-DDF 1.2//EN\" "
                 "\"http://www.openmobilealliance.org/tech/DTD/dm_ddf-v1_2.dtd\">\n";
    }
    void root()
    {
        m_out += "<MgmtTree xmlns=\"syncml:dmddf1.2\">";
        ++m_depth;
    }
    /// Begins a line where an element of the tree's structure comes.
    void line()
    {
        if (m_lines)
            m_out.append(1, '\n').append(m_depth, ' ');
    }
    void startNode()
    {
        line();
        start(wbxml::Tag::DdfNode);
        ++m_depth;
    }
    void endNode(bool hadNodes)
    {
        --m_depth;
        if (hadNodes)
            line();
        end(wbxml::Tag::DdfNode);
    }
    void endRoot()
    {
        --m_depth;
        line();
        end(wbxml::Tag::DdfMgmtTree);
        if (m_lines)
            m_out += '\n';
    }
    void start(wbxml::Tag tag) { m_out.append(1, '<').append(nameOf(tag)).append(1, '>'); }
    void end(wbxml::Tag tag) { m_out.append("</").append(nameOf(tag)).append(1, '>'); }
    void empty(wbxml::Tag tag) { m_out.append(1, '<').append(nameOf(tag)).append("/>"); }
    [[nodiscard]] bool text(std::string_view text) { return appendXmlText(m_out, text); }
    [[nodiscard]] bool octets(std::string_view octets)
    {
        appendBase64(m_out, octets);
        return true;
    }

    [[nodiscard]] std::string& out() { return m_out; }

private:
    static std::string_view nameOf(wbxml::Tag tag) { return wbxml::tagName(wbxml::Vocabulary::DmDdf, tag); }

    bool m_lines;
    std::size_t m_depth = 0;
    std::string m_out;
};

/// The same as WBXML tokens.
class MgmtTreeWbxmlOut
{
public:
    explicit MgmtTreeWbxmlOut(wbxml::Writer& writer)
        : m_writer(writer)
    {
    }

    void root() { m_writer.start(wbxml::Tag::DdfMgmtTree); }
    void line() { }
    void startNode() { m_writer.start(wbxml::Tag::DdfNode); }
    void endNode(bool /*hadNodes*/) { m_writer.end(); }
    void endRoot() { m_writer.end(); }
    void start(wbxml::Tag tag) { m_writer.start(tag); }
    void end(wbxml::Tag /*tag*/) { m_writer.end(); }
    void empty(wbxml::Tag tag) { m_writer.element(tag); }
    [[nodiscard]] bool text(std::string_view text)
    {
        if (text.find('\0') != std::string_view::npos || !isUtf8(text))
            return false;
        m_writer.text(text);
        return true;
    }
    [[nodiscard]] bool octets(std::string_view octets)
    {
        m_writer.opaque(octets);
        return true;
    }

private:
    wbxml::Writer& m_writer;
};

/// An element with text; without, an empty one. False if the text cannot be carried.
template <class Out> [[nodiscard]] bool writeElement(Out& out, wbxml::Tag tag, std::string_view text)
{
    if (text.empty()) {
        out.empty(tag);
        return true;
    }
    out.start(tag);
    const bool good = out.text(text);
    out.end(tag);
    return good;
}

} // namespace dmsc
