// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/bytes.h"
#include "model/syncml/message.h"

#include <QByteArray>
#include <QFile>

namespace dmsc::test {

inline Bytes bytesOf(std::string_view text)
{
    return {text.begin(), text.end()};
}

inline Bytes load(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const QByteArray all = file.readAll();
    return {all.begin(), all.end()};
}

/// A message that uses everything that we write: credentials, references, a challenge, groups, binary data.
inline syncml::Message richMessage()
{
    using namespace syncml;
    Message message;
    message.header.sessionId = "1A";
    message.header.msgId = MessageId{2};
    message.header.target = {"http://dms.example/dm", {}};
    message.header.source = {"urn:imei:493005100592800", "Bruce2"};
    message.header.respUri = "http://dms.example/dm?s=1&t=<2>";
    message.header.cred = Cred{{}, "Zz6EivR3yeaaENcRN6lpAQ=="};
    message.header.cred->meta.format = "b64";
    message.header.cred->meta.type = "syncml:auth-md5";
    message.header.meta.maxMsgSize = 16384;
    message.header.meta.maxObjSize = 262080;

    Command status;
    status.kind = CommandKind::Status;
    status.id = CommandId{1};
    status.reference = {MessageId{1}, CommandId::None, "SyncHdr", {"urn:imei:493005100592800"}, {"dms"}};
    status.status = StatusCode::Unauthorized;
    status.chal.emplace();
    status.chal->meta.format = "b64";
    status.chal->meta.type = "syncml:auth-md5";
    status.chal->meta.nextNonce = "Tm9uY2U=";

    Command alert;
    alert.kind = CommandKind::Alert;
    alert.id = CommandId{2};
    alert.alert = AlertCode::Generic;
    alert.correlator = "c-1";
    alert.items.emplace_back();
    alert.items[0].source.uri = "./FUMO/x";
    alert.items[0].meta.type = "Reversed-Domain-Name: org.example.fumo";
    alert.items[0].meta.mark = "critical";
    alert.items[0].data = "";

    Command add;
    add.kind = CommandKind::Add;
    add.id = CommandId{4};
    add.items.resize(3);
    add.items[0].target.uri = "./Com/Ünïcode %2F";
    add.items[0].meta.format = "chr";
    add.items[0].meta.type = "text/plain";
    add.items[0].data = " blanks & <markup> ]]> \r\n ";
    add.items[1].target.uri = "./Com/Icon";
    add.items[1].meta.format = "bin";
    add.items[1].meta.size = 5;
    add.items[1].data = std::string("\0\xFF\x80z\n", 5);
    add.items[2].target.uri = "./Com/Node";
    add.items[2].meta.format = "node";

    Command exec;
    exec.kind = CommandKind::Exec;
    exec.id = CommandId{5};
    exec.correlator = "c-2";
    exec.items.resize(1);
    exec.items[0].target.uri = "./FUMO/x/Update";

    Command atomic;
    atomic.kind = CommandKind::Atomic;
    atomic.id = CommandId{3};
    atomic.members = {add, exec};

    Command results;
    results.kind = CommandKind::Results;
    results.id = CommandId{6};
    results.reference = {MessageId{1}, CommandId{7}, {}, {"./DevInfo"}, {}};
    results.items.resize(1);
    results.items[0].source.uri = "./DevInfo";
    results.items[0].meta.format = "node";
    results.items[0].data = "DevId/Man/Mod";
    results.items[0].moreData = true;

    message.commands = {status, alert, atomic, results};
    message.final = true;
    return message;
}

} // namespace dmsc::test
