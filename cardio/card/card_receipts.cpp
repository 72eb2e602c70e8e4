// SPDX-License-Identifier: Apache-2.0
#include "cardio/card/card_receipts.h"

namespace dmsc {

void CardReceipts::begin(const CardPeer& peer, const Digest& handshake, const Digest& before)
{
    m_open = peer.certificate.has_value();
    m_method = peer.method;
    m_level = peer.level;
    m_peer = peer.certificate;
    m_handshake = handshake;
    m_before = before;
    m_chain = handshake;
}

void CardReceipts::note(const CommandApdu& command, const ResponseApdu& answer)
{
    if (m_open)
        m_chain = nextInChain(
            m_chain, {command.ins, command.p1, digestOf(command.data), digestOf(answer.data), value(answer.sw)});
}

bool CardReceipts::isOurs(const Transcript& transcript, const Facts& facts) const
{
    return transcript.method == m_method && transcript.level == static_cast<std::uint8_t>(m_level)
        && transcript.entity == facts.entity && transcript.iccid == facts.iccid && transcript.handshake == m_handshake
        && transcript.before == m_before && transcript.after == facts.after && transcript.chain() == m_chain;
}

ResponseApdu CardReceipts::answer(ByteView cms, const Facts& facts, const CardKeyPair& keys, const QDateTime& now) const
{
    if (!m_open || !m_peer || keys.chain.empty())
        return statusOnly(StatusWord::ConditionsNotSatisfied);
    const auto host = verify(cms, keys.anchors, now);
    if (!host)
        return statusOnly(host.error().kind == ErrorKind::Security ? StatusWord::DataInvalid : StatusWord::WrongData);
    if (host->signers.size() != 1 || host->signers.front().der() != m_peer->der())
        return statusOnly(StatusWord::DataInvalid);
    const auto transcript = decodeTranscript(host->content);
    if (!transcript || !isOurs(*transcript, facts))
        return statusOnly(StatusWord::WrongData);
    auto both = addSignature(cms, keys.key, keys.chain);
    if (!both)
        return statusOnly(StatusWord::NoDiagnosis);
    return {*std::move(both), StatusWord::Ok};
}

} // namespace dmsc
