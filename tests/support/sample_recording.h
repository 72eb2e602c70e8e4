// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/recording/recording.h"

namespace dmsc::test {

inline Record apduRecord(const char* name, const char* command, const char* response, const char* status)
{
    Record record;
    record.name = QString::fromLatin1(name);
    record.request = QByteArray::fromHex(command);
    record.response = QByteArray::fromHex(response);
    record.status = QString::fromLatin1(status);
    record.level = StatusLevel::Ok;
    return record;
}

/// A PIN, a question, a message with a Cred, and what goes wrong: rows of several layers, some with secrets.
inline Recording sampleRecording()
{
    Recording recording;
    recording.startedAt = QDateTime::fromString(QStringLiteral("2026-01-02T03:04:05.006Z"), Qt::ISODateWithMs);
    std::vector<Record> records;
    records.push_back(apduRecord("SELECT", "00A4040C08A000000087100200", "611C", "611C"));
    records.push_back(apduRecord(
        "GET RESPONSE", "00C000001C", "621A8205422100300283022F008A01058B032F0601800200608801F09000", "9000"));
    records.back().continuation = true;
    records.push_back(apduRecord("VERIFY", "002000010831323334FFFFFFFF", "63C2", "63C2"));
    records.back().level = StatusLevel::Warning;
    records.back().secrets = {{RecordPart::Request, 5, 8}};
    Record question;
    question.layer = Layer::Ui;
    question.from = Actor::Server;
    question.to = Actor::User;
    question.name = QStringLiteral("Install \"1 < 2\"?\nReally & truly?");
    question.status = QStringLiteral("yes");
    records.push_back(question);
    Record message;
    message.layer = Layer::SyncMl;
    message.from = Actor::Server;
    message.name = QStringLiteral("SyncML");
    message.target = QStringLiteral("SessionID 2A, MsgID 2");
    message.request =
        "<SyncML xmlns=\"SYNCML:SYNCML1.2\"><SyncHdr><VerDTD>1.2</VerDTD><VerProto>DM/1.2</VerProto><SessionID>2A"
        "</SessionID><MsgID>2</MsgID><Target><LocURI>imei:1</LocURI></Target><Source><LocURI>https://dm.example"
        "</LocURI></Source><Cred><Meta><Type xmlns=\"syncml:metinf\">syncml:auth-md5</Type></Meta><Data>c2VjcmV0</Data>"
        "</Cred></SyncHdr><SyncBody><Replace><CmdID>4</CmdID><Item><Target><LocURI>./Name</LocURI></Target><Data>new "
        "&lt;value&gt;</Data></Item></Replace><Final/></SyncBody></SyncML>";
    message.secrets = {{RecordPart::Request, std::uint32_t(message.request.indexOf("c2VjcmV0")), 8}};
    message.response =
        "<SyncML xmlns=\"SYNCML:SYNCML1.2\"><SyncHdr><VerDTD>1.2</VerDTD><VerProto>DM/1.2</VerProto><SessionID>2A"
        "</SessionID><MsgID>3</MsgID><Target><LocURI>https://dm.example</LocURI></Target><Source><LocURI>imei:1"
        "</LocURI></Source></SyncHdr><SyncBody><Status><CmdID>1</CmdID><MsgRef>2</MsgRef><CmdRef>4</CmdRef><Cmd>Replace"
        "</Cmd><Data>200</Data></Status><Final/></SyncBody></SyncML>";
    message.level = StatusLevel::Ok;
    records.push_back(message);
    records.push_back(apduRecord("READ BINARY", "00B0000000", "6982", "6982"));
    records.back().level = StatusLevel::Error;
    std::uint32_t number = 0;
    for (Record& record : records) {
        record.time = std::chrono::milliseconds(250) * number + std::chrono::nanoseconds(7);
        record.duration = std::chrono::microseconds(1500) + std::chrono::microseconds(number);
        record.exchange = {1 + number / 2};
        record.to = record.layer == Layer::SyncMl ? Actor::Device : record.to;
        recording.store.append(record);
        ++number;
    }
    recording.marks = {{RecordNo{2}, QStringLiteral("why the PIN \\ here?\nask")}, {RecordNo{5}, QString()}};
    return recording;
}

} // namespace dmsc::test
