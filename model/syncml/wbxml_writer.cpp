// SPDX-License-Identifier: Apache-2.0
#include "model/syncml/wbxml_writer.h"

#include <QCoreApplication>

#include <string>

namespace dmsc::wbxml {

namespace {

constexpr std::uint8_t kVersion13 = 0x03;

/// mb_u_int32: seven bits a byte, the highest first, bit 8 says that more follow.
void appendNumber(Bytes& out, std::uint32_t value)
{
    int shift = 28;
    while (shift > 0 && value >> shift == 0)
        shift -= 7;
    for (; shift > 0; shift -= 7)
        out.push_back(static_cast<std::uint8_t>(0x80U | (value >> shift & 0x7FU)));
    out.push_back(static_cast<std::uint8_t>(value & 0x7FU));
}

void append(Bytes& out, std::string_view text)
{
    const auto* octets =
        reinterpret_cast<const std::uint8_t*>(text.data()); // one type on both sides: copied as a block
    out.insert(out.end(), octets, octets + text.size());
}

} // namespace

Bytes documentHeader(Vocabulary vocabulary, std::uint32_t charset, std::string_view strings)
{
    const DocumentType& type = documentTypeFor(vocabulary);
    const bool numbered = type.number != 0;
    std::string table(strings);
    Bytes out{kVersion13};
    appendNumber(out, type.number);
    if (!numbered) {
        if (!table.empty() && table.back() != '\0')
            table.push_back('\0');
        appendNumber(out, static_cast<std::uint32_t>(table.size()));
        table += type.publicId;
        table.push_back('\0');
    }
    appendNumber(out, charset);
    appendNumber(out, static_cast<std::uint32_t>(table.size()));
    append(out, table);
    return out;
}

Writer::Writer(Vocabulary vocabulary)
    : m_out(documentHeader(vocabulary, kCharsetUtf8, {}))
{
}

void Writer::start(Tag tag)
{
    if (!m_open.empty())
        beginContent();
    switchPage(m_tagPage, pageOf(tag));
    m_open.push_back({m_out.size(), false, false});
    m_out.push_back(tokenOf(tag));
}

void Writer::attribute(std::string_view name, std::string_view value)
{
    if (m_open.empty() || m_open.back().content) {
        refuse(QCoreApplication::translate("WbxmlText", "an attribute must follow the start of its element"));
        return;
    }
    const AttributeStart* whole = value.empty() ? nullptr : findAttributeStart(m_attributePage, name, value);
    const AttributeStart* start = whole ? whole : findAttributeStart(m_attributePage, name, {});
    if (!start) {
        refuse(QCoreApplication::translate("WbxmlText", "attribute %1 has no WBXML token")
                   .arg(QString::fromUtf8(name.data(), static_cast<qsizetype>(name.size()))));
        return;
    }
    m_open.back().attributes = true;
    m_inAttributes = true;
    m_out[m_open.back().tagAt] |= global::kHasAttributes;
    switchPage(m_attributePage, start->page);
    m_out.push_back(start->token);
    if (whole)
        return;
    if (const AttributeValue* known = findAttributeValue(m_attributePage, value))
        m_out.push_back(known->token);
    else
        inlineString(value);
}

void Writer::text(std::string_view text)
{
    if (text.empty())
        return;
    beginContent();
    inlineString(text);
}

void Writer::opaque(std::string_view octets)
{
    if (octets.empty())
        return;
    if (octets.size() > UINT32_MAX) {
        refuse(QCoreApplication::translate("WbxmlText", "opaque data of more than 4 GiB"));
        return;
    }
    beginContent();
    m_out.push_back(global::kOpaque);
    appendNumber(m_out, static_cast<std::uint32_t>(octets.size()));
    append(m_out, octets);
}

void Writer::end()
{
    if (m_open.empty()) {
        refuse(QCoreApplication::translate("WbxmlText", "more elements were ended than started"));
        return;
    }
    closeAttributes();
    if (m_open.back().content)
        m_out.push_back(global::kEnd);
    m_open.pop_back();
}

void Writer::element(Tag tag, std::string_view text)
{
    start(tag);
    this->text(text);
    end();
}

void Writer::element(Tag tag)
{
    start(tag);
    end();
}

Result<Bytes> Writer::finish() &&
{
    if (!m_open.empty())
        refuse(QCoreApplication::translate("WbxmlText", "%1 elements were not ended").arg(m_open.size()));
    if (m_error)
        return tl::unexpected<Error>(std::move(*m_error));
    return std::move(m_out);
}

void Writer::beginContent()
{
    if (m_open.empty()) {
        refuse(QCoreApplication::translate("WbxmlText", "text before the first element"));
        return;
    }
    closeAttributes();
    OpenElement& element = m_open.back();
    element.content = true;
    m_out[element.tagAt] |= global::kHasContent;
}

void Writer::closeAttributes()
{
    if (m_inAttributes)
        m_out.push_back(global::kEnd);
    m_inAttributes = false;
}

void Writer::switchPage(std::uint8_t& current, std::uint8_t page)
{
    if (current == page)
        return;
    m_out.push_back(global::kSwitchPage);
    m_out.push_back(page);
    current = page;
}

void Writer::inlineString(std::string_view text)
{
    if (text.find('\0') != std::string_view::npos)
        refuse(QCoreApplication::translate("WbxmlText", "text that holds NUL cannot be an inline string"));
    m_out.push_back(global::kStrI);
    append(m_out, text);
    m_out.push_back(0);
}

void Writer::refuse(const QString& what)
{
    if (!m_error)
        m_error =
            Error{ErrorKind::BadValue, what, QCoreApplication::translate("WbxmlText", "byte %1").arg(m_out.size())};
}

} // namespace dmsc::wbxml
