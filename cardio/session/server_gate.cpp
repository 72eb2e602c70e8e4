// SPDX-License-Identifier: Apache-2.0
#include "cardio/session/server_gate.h"

namespace dmsc {

using syncml::StatusCode;

namespace {

/// Its base64 ends in "==": there are clients that take one "=" for an empty nonce.
constexpr int kTries = 2; ///< of one kind: the first, and one after a challenge

} // namespace

ServerGate::ServerGate(ServerAccount& account, RandomSource random)
    : m_account(&account)
    , m_random(random ? std::move(random) : systemRandom())
    , m_own(account.server)
{
}

Bytes ServerGate::freshNonce() const
{
    Bytes nonce(kNonceSize);
    return m_random(nonce) ? nonce : Bytes();
}

Proof ServerGate::proofOf(const DmPacket& packet, const syncml::Header& header, const Bytes& nonce) const
{
    DmSecret secret = m_account->client;
    secret.nonce = nonce;
    if (secret.scheme == AuthScheme::Hmac)
        return checkHmac(secret, packet.hmac, packet.body);
    return checkCred(secret, header.cred ? &*header.cred : nullptr);
}

ServerGate::Admission ServerGate::admit(const DmPacket& packet, const syncml::Header& header)
{
    const DmSecret& client = m_account->client;
    if (client.scheme == AuthScheme::None)
        return {header.cred ? StatusCode::Authenticated : StatusCode::Ok, {}, true, false};
    if (m_authenticated && client.scheme != AuthScheme::Hmac) {
        // Clients that send a Cred in every message use the nonce that let them in, or already the next one.
        const bool right = !header.cred || proofOf(packet, header, m_used) == Proof::Right
            || proofOf(packet, header, client.nonce) == Proof::Right;
        if (right)
            return {StatusCode::Authenticated, {}, true, false};
        return {StatusCode::Unauthorized, {}, false, true};
    }
    const Bytes nonce = m_challenge.value_or(client.nonce);
    const Proof proof = proofOf(packet, header, nonce);
    return proof == Proof::Right ? welcome(nonce) : turnAway(proof);
}

ServerGate::Admission ServerGate::welcome(const Bytes& nonce)
{
    m_used = nonce;
    m_challenge.reset();
    m_authenticated = true;
    m_wrong = 0;
    m_missing = 0;
    DmSecret& client = m_account->client;
    Admission admission;
    admission.admitted = true;
    admission.status = client.scheme == AuthScheme::Hmac ? StatusCode::Ok : StatusCode::Authenticated;
    if (client.scheme == AuthScheme::Basic)
        return admission;
    Bytes next = freshNonce();
    if (next.empty())
        return {StatusCode::ServerFailure, {}, false, true};
    client.nonce = std::move(next);
    admission.chal = challengeOf(client.scheme, client.nonce);
    return admission;
}

ServerGate::Admission ServerGate::turnAway(Proof proof)
{
    const bool missing = proof == Proof::Missing;
    const int tries = ++(missing ? m_missing : m_wrong);
    Admission admission;
    admission.status = missing ? StatusCode::AuthenticationRequired : StatusCode::Unauthorized;
    admission.last = tries >= kTries;
    m_turnedAway = admission.last;
    if (admission.last)
        return admission;
    // The stored nonce stays what it is until the client has proved itself (SEC 5.1.3.4).
    m_challenge = freshNonce();
    if (m_challenge->empty())
        return {StatusCode::ServerFailure, {}, false, true};
    admission.chal = challengeOf(m_account->client.scheme, *m_challenge);
    return admission;
}

void ServerGate::prove(syncml::Header& header) const
{
    if (m_own.scheme == AuthScheme::None)
        return;
    header.source.name = m_own.user;
    if (!m_accepted)
        header.cred = credOf(m_own);
}

void ServerGate::sign(DmPacket& packet) const
{
    if (m_own.scheme == AuthScheme::Hmac)
        packet.hmac = hmacOf(m_own, packet.body);
}

void ServerGate::takeNonce(const Bytes& nonce)
{
    m_own.nonce = nonce;
    if (m_authenticated || m_account->client.scheme == AuthScheme::None)
        m_account->server.nonce = nonce;
}

ServerGate::Verdict ServerGate::heard(const syncml::Command& status)
{
    const bool next = status.chal && !status.chal->meta.nextNonce.empty();
    if (syncml::isSuccess(status.status)) {
        if (m_own.scheme == AuthScheme::None)
            return Verdict::Accepted;
        if (next)
            takeNonce(nonceOf(*status.chal));
        else if (m_own.scheme == AuthScheme::Hmac)
            return Verdict::Refused; // each message needs a nonce of its own (SEC 5.1.4)
        m_accepted = m_accepted || (status.status == StatusCode::Authenticated && m_own.scheme != AuthScheme::Hmac);
        return Verdict::Accepted;
    }
    const bool asks = asksForProof(status.status);
    const AuthScheme asked = status.chal ? authSchemeOf(status.chal->meta.type) : AuthScheme::None;
    const bool weaker = asked == AuthScheme::Basic && m_own.scheme != AuthScheme::Basic;
    if (!asks || m_tried || m_accepted || m_own.scheme == AuthScheme::None || asked == AuthScheme::None || weaker)
        return Verdict::Refused;
    m_tried = true;
    m_own.scheme = asked;
    if (next)
        m_own.nonce = nonceOf(*status.chal); // for this try only
    return Verdict::Again;
}

} // namespace dmsc
