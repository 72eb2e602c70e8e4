// SPDX-License-Identifier: Apache-2.0
#include "model/formats/provisioning.h"
#include "model/formats/text_tools.h"
#include "model/syncml/wbxml_writer.h"

#include <QCoreApplication>

namespace dmsc {

using wbxml::Tag;

namespace {

constexpr std::string_view kProvisioningVersion = "1.0";

std::string_view versionOf(const Characteristic& document)
{
    return document.type.empty() ? kProvisioningVersion : std::string_view(document.type);
}

class XmlWriter
{
public:
    Result<Bytes> write(const Characteristic& document)
    {
        m_out = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                "<!DOCTYPE wap-provisioningdoc PUBLIC \"-//WAPFORUM//DTD PROV 1.0//EN\" "
                "\"http://www.wapforum.org/DTD/prov.dtd\">\n"
                "<wap-provisioningdoc";
        attribute("version", versionOf(document));
        m_out += ">\n";
        content(document, 1);
        m_out += "</wap-provisioningdoc>\n";
        if (m_error)
            return tl::unexpected(std::move(*m_error));
        return bytesOf(m_out);
    }

private:
    void content(const Characteristic& characteristic, std::size_t depth)
    {
        for (const ProvisioningParm& parm : characteristic.parms) {
            m_out.append(depth, ' ').append("<parm");
            attribute("name", parm.name);
            if (parm.value)
                attribute("value", *parm.value);
            m_out += "/>\n";
        }
        for (const Characteristic& child : characteristic.children) {
            m_out.append(depth, ' ').append("<characteristic");
            attribute("type", child.type);
            m_out += ">\n";
            content(child, depth + 1);
            m_out.append(depth, ' ').append("</characteristic>\n");
        }
    }

    void attribute(std::string_view name, std::string_view value)
    {
        m_out.append(1, ' ').append(name).append("=\"");
        if (!appendXmlAttribute(m_out, value) && !m_error)
            m_error = Error{ErrorKind::BadValue,
                QCoreApplication::translate("Provisioning", "%1 holds characters that XML cannot carry")
                    .arg(shownHead(value)),
                {}};
        m_out += '"';
    }

    std::string m_out;
    std::optional<Error> m_error;
};

void writeContent(wbxml::Writer& writer, const Characteristic& characteristic)
{
    for (const ProvisioningParm& parm : characteristic.parms) {
        writer.start(Tag::ProvParm);
        writer.attribute("name", parm.name);
        if (parm.value)
            writer.attribute("value", *parm.value);
        writer.end();
    }
    for (const Characteristic& child : characteristic.children) {
        writer.start(Tag::ProvCharacteristic);
        writer.attribute("type", child.type);
        writeContent(writer, child);
        writer.end();
    }
}

} // namespace

Result<Bytes> writeProvisioningXml(const Characteristic& document)
{
    return XmlWriter().write(document);
}

Result<Bytes> writeProvisioningWbxml(const Characteristic& document)
{
    wbxml::Writer writer(wbxml::Vocabulary::Prov);
    writer.start(Tag::ProvDocument);
    writer.attribute("version", versionOf(document));
    writeContent(writer, document);
    writer.end();
    return std::move(writer).finish();
}

} // namespace dmsc
