// SPDX-License-Identifier: Apache-2.0
#include "model/syncml/message_xml.h"

#include "model/syncml/base64.h"
#include "model/syncml/message_emitter.h"
#include "model/syncml/xml_text.h"

#include <QCoreApplication>

namespace dmsc::syncml {

using wbxml::Tag;

namespace {

std::string_view nameOf(Tag tag)
{
    return wbxml::tagName(wbxml::Vocabulary::SyncMl, tag);
}

class XmlSink final : public ElementSink
{
public:
    XmlSink() { m_out = R"(<?xml version="1.0" encoding="UTF-8"?>)"; }

    void start(Tag tag) override
    {
        open(tag);
        m_out += '>';
    }

    void end(Tag tag) override
    {
        m_out += "</";
        m_out += nameOf(tag);
        m_out += '>';
    }

    void leaf(Tag tag, std::string_view text) override
    {
        if (text.empty() && tag != Tag::Data) {
            open(tag);
            m_out += "/>";
            return;
        }
        start(tag);
        if (allowed(tag, text))
            appendEscaped(m_out, text);
        end(tag);
    }

    void payload(const Item& item) override
    {
        const bool binary = isBinary(item);
        Meta meta = item.meta;
        if (binary) {
            meta.format = format::kBase64;
            if (meta.size && !item.base64)
                meta.size = base64Size(*meta.size);
        }
        emitMeta(meta, *this);
        if (!item.data)
            return;
        start(Tag::Data);
        if (binary)
            m_out += toBase64(*item.data);
        else if (allowed(Tag::Data, *item.data))
            appendAsCdata(m_out, *item.data);
        end(Tag::Data);
    }

    Result<std::string> finish() &&
    {
        if (m_error)
            return tl::unexpected<Error>(std::move(*m_error));
        return std::move(m_out);
    }

private:
    void open(Tag tag)
    {
        m_out += '<';
        m_out += nameOf(tag);
        if (tag == Tag::SyncML)
            m_out += R"( xmlns="SYNCML:SYNCML1.2")";
        else if (wbxml::pageOf(tag) == wbxml::pageOf(Tag::MetFormat))
            m_out += R"( xmlns="syncml:metinf")";
    }

    bool allowed(Tag tag, std::string_view text)
    {
        if (isXmlText(text))
            return true;
        if (!m_error) {
            const std::string_view name = nameOf(tag);
            m_error = Error{ErrorKind::BadValue,
                QCoreApplication::translate(
                    "SyncMlText", "%1 holds octets that XML cannot carry; send it with Format bin or as WBXML")
                    .arg(QString::fromLatin1(name.data(), static_cast<qsizetype>(name.size()))),
                {}};
        }
        return false;
    }

    std::string m_out;
    std::optional<Error> m_error;
};

} // namespace

Result<std::string> encodeXml(const Message& message)
{
    XmlSink sink;
    if (auto emitted = emitMessage(message, sink); !emitted)
        return tl::unexpected<Error>(std::move(emitted.error()));
    return std::move(sink).finish();
}

} // namespace dmsc::syncml
