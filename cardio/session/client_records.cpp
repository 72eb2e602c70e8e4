// SPDX-License-Identifier: Apache-2.0
#include "cardio/session/client_records.h"

#include "model/byte_array.h"

#include <algorithm>
#include <string_view>

namespace dmsc {

using syncml::Command;
using syncml::CommandKind;

namespace {

QString targetOf(const Command& command)
{
    if (!command.items.empty())
        return QString::fromStdString(command.items.front().target.uri);
    return command.members.empty() ? QString() : targetOf(command.members.front());
}

StatusLevel levelOf(syncml::StatusCode code)
{
    if (syncml::isSuccess(code))
        return StatusLevel::Ok;
    return code == syncml::StatusCode::NotModified ? StatusLevel::Warning : StatusLevel::Error;
}

/// Where a Cred stands in the bytes of a message.
void markSecret(const std::string& data, const QByteArray& bytes, RecordPart part, std::vector<ByteRange>& secrets)
{
    if (data.empty())
        return;
    const qsizetype place = bytes.indexOf(QByteArray(data.data(), static_cast<qsizetype>(data.size())));
    if (place >= 0)
        secrets.push_back({part, static_cast<std::uint32_t>(place), static_cast<std::uint32_t>(data.size())});
}

void markCred(const DmPacket& packet, const QByteArray& bytes, RecordPart part, std::vector<ByteRange>& secrets)
{
    const auto message = decodePacket(packet);
    if (message && message->header.cred)
        markSecret(message->header.cred->data, bytes, part, secrets);
}

} // namespace

std::chrono::nanoseconds ClientRecords::now() const
{
    return m_clock ? m_clock() : std::chrono::nanoseconds{0};
}

void ClientRecords::message(
    const DmPacket* request, const DmPacket* answer, const syncml::Message* said, std::chrono::nanoseconds start) const
{
    if (!m_sink)
        return;
    Record record;
    record.layer = Layer::SyncMl;
    record.from = request ? m_peer : Actor::Device;
    record.to = request ? Actor::Device : m_peer;
    if (m_clock) {
        record.time = start;
        record.duration = std::chrono::duration_cast<std::chrono::microseconds>(m_clock() - start);
    }
    record.name = QStringLiteral("SyncML");
    if (said)
        record.target = QStringLiteral("SessionID %1, MsgID %2")
                            .arg(QString::fromStdString(said->header.sessionId))
                            .arg(static_cast<std::uint32_t>(said->header.msgId));
    if (request) {
        record.request = toByteArray(request->body);
        markCred(*request, record.request, RecordPart::Request, record.secrets);
    }
    if (answer) {
        QByteArray& ours = request ? record.response : record.request;
        ours = toByteArray(answer->body);
        markCred(*answer, ours, request ? RecordPart::Response : RecordPart::Request, record.secrets);
    }
    record.level = StatusLevel::Ok;
    m_sink(std::move(record));
}

void ClientRecords::commands(const syncml::Message& request, const std::vector<Command>& answers) const
{
    if (!m_sink)
        return;
    for (const Command& answer : answers) {
        if (answer.kind != CommandKind::Status || answer.reference.command == syncml::CommandId::None)
            continue;
        Record record;
        record.layer = Layer::SyncMl;
        record.from = m_peer;
        record.to = Actor::Device;
        record.continuation = true;
        record.name = QString::fromStdString(answer.reference.name);
        const auto asked = std::find_if(request.commands.begin(), request.commands.end(),
            [&](const Command& one) { return one.id == answer.reference.command; });
        if (!answer.reference.targets.empty())
            record.target = QString::fromStdString(answer.reference.targets.front());
        else if (asked != request.commands.end())
            record.target = targetOf(*asked);
        record.status = QString::number(static_cast<int>(answer.status));
        record.level = levelOf(answer.status);
        m_sink(std::move(record));
    }
}

PromptAnswer ClientRecords::ask(const Prompt& prompt)
{
    const auto start = now();
    PromptAnswer answer = m_user->ask(prompt);
    if (!m_sink)
        return answer;
    Record record;
    record.layer = Layer::Ui;
    record.from = m_peer;
    record.to = Actor::User;
    if (m_clock) {
        record.time = start;
        record.duration = std::chrono::duration_cast<std::chrono::microseconds>(m_clock() - start);
    }
    record.name = prompt.text;
    record.target = prompt.asker.name;
    record.status = answerText(prompt, answer);
    record.level = answer.verdict == PromptAnswer::Verdict::Yes ? StatusLevel::Ok : StatusLevel::Warning;
    m_sink(std::move(record));
    return answer;
}

void ClientRecords::tell(const Notice& notice)
{
    m_user->tell(notice);
}

} // namespace dmsc
