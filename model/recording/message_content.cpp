// SPDX-License-Identifier: Apache-2.0
#include "model/recording/message_content.h"

#include "model/syncml/message_wbxml.h"
#include "model/syncml/message_xml.h"
#include "model/syncml/wbxml_reader.h"

namespace dmsc {

namespace {

using syncml::Command;
using syncml::Message;

Result<Message> messageIn(QByteArrayView bytes)
{
    const ByteView octets(reinterpret_cast<const std::uint8_t*>(bytes.data()), static_cast<std::size_t>(bytes.size()));
    return wbxml::isWbxml(octets) ? syncml::decodeWbxml(octets) : syncml::decodeXml(octets);
}

void forgetRun(std::vector<Command>& commands)
{
    for (Command& command : commands) {
        command.reference.message = syncml::MessageId::None;
        if (command.chal)
            command.chal->meta.nextNonce.clear();
        for (syncml::Item& item : command.items)
            item.base64 = false; // how XML has to carry octets
        forgetRun(command.members);
    }
}

void forgetRun(Message& message)
{
    message.header.sessionId.clear();
    message.header.msgId = syncml::MessageId::None;
    if (message.header.cred)
        message.header.cred->data.clear(); // its scheme stays
    forgetRun(message.commands);
}

bool sameContent(QByteArrayView left, QByteArrayView right)
{
    if (left == right)
        return true;
    auto l = messageIn(left);
    auto r = messageIn(right);
    if (!l || !r)
        return false;
    forgetRun(*l);
    forgetRun(*r);
    return *l == *r;
}

} // namespace

bool sameContent(const RecordView& left, const RecordView& right)
{
    return sameContent(left.request, right.request) && sameContent(left.response, right.response);
}

} // namespace dmsc
