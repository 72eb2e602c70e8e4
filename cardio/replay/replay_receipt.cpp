// SPDX-License-Identifier: Apache-2.0
#include "cardio/replay/replay_receipt.h"

#include "cardio/card/card_answers.h"
#include "cardio/card/card_interface.h"
#include "cardio/receipt/signed_message.h"

#include <QDateTime>

#include <utility>

namespace dmsc {

ReplayReceipt::ReplayReceipt(CertificateCredential own, const HandshakeFacts& facts)
    : m_own(std::move(own))
{
    m_said.method = facts.method;
    m_said.level = static_cast<std::uint8_t>(facts.level);
    m_said.handshake = facts.digest;
}

CommandApdu ReplayReceipt::renewed(CommandApdu recorded) const
{
    if (recorded.ins != card::kInsReceipt)
        return recorded;
    const auto message = readSigned(recorded.data, m_own.anchors, QDateTime::currentDateTimeUtc());
    const auto before = message ? decodeTranscript(message->content) : tl::unexpected(message.error());
    if (!before)
        return recorded;
    Transcript now = m_said;
    now.entity = before->entity;
    now.time = before->time;
    if (auto cms = sign(encode(now), m_own.key, m_own.chain))
        recorded.data = *std::move(cms);
    return recorded;
}

void ReplayReceipt::note(const CommandApdu& command, const ResponseApdu& answer)
{
    if (command.ins == card::kInsReceipt)
        return;
    const auto status = command.ins == card::kInsSyncStatus ? decodeSyncStatus(answer.data) : std::nullopt;
    if (status) {
        m_said.iccid = status->iccid;
        m_said.after = status->content;
        if (!std::exchange(m_hasBefore, true))
            m_said.before = status->content;
    }
    m_said.entries.push_back(
        {command.ins, command.p1, digestOf(command.data), digestOf(answer.data), value(answer.sw)});
}

} // namespace dmsc
