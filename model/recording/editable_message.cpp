// SPDX-License-Identifier: Apache-2.0
#include "model/recording/editable_message.h"

#include "model/byte_array.h"
#include "model/decode/decode.h"
#include "model/syncml/message_wbxml.h"
#include "model/syncml/message_xml.h"
#include "model/syncml/wbxml_reader.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>

namespace dmsc {

namespace {

constexpr qsizetype kBytesPerLine = 16;

QString hexLines(const QByteArray& bytes)
{
    QString text;
    for (qsizetype at = 0; at < bytes.size(); at += kBytesPerLine) {
        if (at > 0)
            text += QLatin1Char('\n');
        text += toHex(viewOf(bytes).subspan(static_cast<std::size_t>(at),
                          static_cast<std::size_t>(std::min(kBytesPerLine, bytes.size() - at))),
            u" ");
    }
    return text;
}

/// Elements begin on a line of their own, which means nothing in SyncML; empty ones stay empty.
QString linesOf(const QByteArray& xml)
{
    static const QRegularExpression between(QStringLiteral(">(?=<[^/!])"));
    QString text = QString::fromUtf8(xml);
    return text.contains(QLatin1Char('\n')) ? text : text.replace(between, QStringLiteral(">\n"));
}

bool isDmLayer(Layer layer)
{
    return layer == Layer::SyncMl;
}

Result<QByteArray> wbxmlOf(const QByteArray& xml)
{
    const auto message = syncml::decodeXml(viewOf(xml));
    if (!message)
        return tl::unexpected(message.error());
    const auto bytes = syncml::encodeWbxml(*message);
    return bytes ? Result<QByteArray>(toByteArray(*bytes)) : tl::unexpected(bytes.error());
}

/// The first field that says what is wrong with a command.
Result<void> checkCommand(const QByteArray& bytes)
{
    const auto fields = decodeCommandApdu(bytes);
    const auto wrong = std::ranges::find(fields, StatusLevel::Error, &Field::level);
    return wrong == fields.end() ? Result<void>() : fail(ErrorKind::Syntax, wrong->value);
}

} // namespace

Result<QString> editableText(Layer layer, const QByteArray& message)
{
    if (message.size() > kMaxEditableBytes)
        return fail(ErrorKind::Limit,
            QCoreApplication::translate("EditableMessage", "a message of %1 bytes is too long to be edited by hand")
                .arg(message.size()));
    if (!isDmLayer(layer))
        return hexLines(message);
    if (!wbxml::isWbxml(viewOf(message)))
        return linesOf(message);
    const auto read = syncml::decodeWbxml(viewOf(message));
    const auto xml = read ? syncml::encodeXml(*read) : tl::unexpected(read.error());
    // What cannot be read, or written as XML, can still be changed byte by byte.
    return xml ? linesOf(QByteArray::fromStdString(*xml)) : hexLines(message);
}

Result<QByteArray> messageOfText(Layer layer, const QString& text, const QByteArray& original)
{
    if (isDmLayer(layer) && text.trimmed().startsWith(QLatin1Char('<'))) {
        const QByteArray xml = text.toUtf8();
        if (wbxml::isWbxml(viewOf(original)))
            return wbxmlOf(xml);
        const auto read = syncml::decodeXml(viewOf(xml));
        return read ? Result<QByteArray>(xml) : tl::unexpected(read.error());
    }
    const auto bytes = fromHex(QString(text).simplified());
    if (!bytes)
        return tl::unexpected(bytes.error());
    QByteArray message = toByteArray(*bytes);
    if (layer == Layer::Apdu || layer == Layer::SecureChannel)
        if (const auto checked = checkCommand(message); !checked)
            return tl::unexpected(checked.error());
    return message;
}

} // namespace dmsc
