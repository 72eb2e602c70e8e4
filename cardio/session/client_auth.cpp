// SPDX-License-Identifier: Apache-2.0
#include "cardio/session/client_auth.h"

#include <QCoreApplication>

namespace dmsc {

using syncml::Command;
using syncml::StatusCode;

namespace {

constexpr int kMaxChallenges = 2; // the first one, and one more with another nonce

} // namespace

ClientAuth::ClientAuth(DmAccount& account, SecretKeeper* keeper, RandomSource random)
    : m_account(&account)
    , m_keeper(keeper)
    , m_random(random ? std::move(random) : systemRandom())
    , m_client(account.client)
    , m_server(account.server)
{
}

void ClientAuth::fill(syncml::Header& header) const
{
    if (m_client.scheme == AuthScheme::Md5 || m_client.scheme == AuthScheme::Hmac)
        header.source.name = m_client.user;
    if (m_credDue)
        header.cred = credOf(m_client);
}

void ClientAuth::sign(syncml::Header& header)
{
    fill(header);
    if (!m_keeper || !header.cred)
        return;
    if (m_client.scheme == AuthScheme::Basic)
        m_trouble = Error{ErrorKind::NotAllowed,
            QCoreApplication::translate("DmAuth",
                "the DM server asks for Basic, which would give away the password that the card keeps; let it ask for "
                "MD5 or HMAC"),
            QString::fromStdString(m_account->serverId)};
    else
        header.cred = md5Cred(askKeeper(keptProof(m_client.nonce, {})));
}

void ClientAuth::seal(DmPacket& packet)
{
    if (m_client.scheme != AuthScheme::Hmac)
        return;
    packet.hmac = m_keeper ? hmacHeader(m_client.user, askKeeper(keptProof(m_client.nonce, packet.body)))
                           : hmacOf(m_client, packet.body);
}

KeptProof ClientAuth::keptProof(const Bytes& nonce, ByteView body) const
{
    return {m_account->serverId, nonce, body.empty() ? std::nullopt : messageDigests(body)};
}

DmDigest ClientAuth::askKeeper(const KeptProof& proof)
{
    auto digest = m_trouble ? Result<DmDigest>(tl::unexpected(*m_trouble)) : m_keeper->prove(proof);
    if (!digest)
        m_trouble = digest.error();
    return digest.value_or(DmDigest{});
}

Proof ClientAuth::askKeeper(const KeptProof& proof, const std::optional<DmDigest>& given)
{
    if (!given || m_trouble)
        return Proof::Wrong;
    const auto right = m_keeper->check(proof, *given);
    if (!right)
        m_trouble = right.error();
    return right.value_or(false) ? Proof::Right : Proof::Wrong;
}

Proof ClientAuth::credProof(const syncml::Cred* cred, const Bytes& nonce)
{
    if (m_keeper && cred && m_server.scheme == AuthScheme::Md5)
        return askKeeper(keptProof(nonce, {}), digestIn(*cred));
    DmSecret secret = m_server;
    secret.nonce = nonce;
    return checkCred(secret, cred);
}

Proof ClientAuth::hmacProof(const DmPacket& packet)
{
    if (m_keeper && !packet.hmac.empty())
        return askKeeper(keptProof(m_server.nonce, packet.body), digestIn(packet.hmac, m_server.user));
    return checkHmac(m_server, packet.hmac, packet.body);
}

Bytes ClientAuth::freshNonce() const
{
    Bytes nonce(kNonceSize);
    if (!m_random(nonce))
        nonce.clear();
    return nonce;
}

Proof ClientAuth::proofOf(const DmPacket& packet, const syncml::Message& message)
{
    if (m_server.scheme == AuthScheme::Hmac)
        return hmacProof(packet);
    const syncml::Cred* cred = message.header.cred ? &*message.header.cred : nullptr;
    const Proof proof = credProof(cred, m_server.nonce);
    if (proof == Proof::Right || !m_serverProved)
        return proof;
    if (proof == Proof::Missing)
        return Proof::Right; // 212 was for the session
    // A server that goes on sending Cred may use the nonce for the next session already.
    return credProof(cred, m_account->server.nonce);
}

ClientAuth::Verdict ClientAuth::check(const DmPacket& packet, const syncml::Message& message, const Command* status)
{
    Verdict verdict;
    if (m_server.scheme == AuthScheme::None) {
        verdict.accepted = true;
        verdict.proof = Proof::Right;
        return verdict;
    }
    verdict.proof = proofOf(packet, message);
    // With HMAC a nonce is due in every message, whoever has proved what (B15).
    if (verdict.proof == Proof::Missing && status && asksForProof(status->status)
        && m_server.scheme != AuthScheme::Hmac)
        return verdict;
    if (verdict.proof != Proof::Right)
        return refuse(verdict.proof);
    verdict.accepted = true;
    m_serverTries = 0;
    if (m_server.scheme == AuthScheme::Hmac) {
        m_serverProved = true;
        m_givenNonce = freshNonce();
        verdict.chal = challengeOf(AuthScheme::Hmac, *m_givenNonce); // each message has another one
        return verdict;
    }
    if (m_serverProved)
        return verdict;
    m_serverProved = true;
    verdict.status = StatusCode::Authenticated;
    if (m_server.scheme == AuthScheme::Md5) {
        m_givenNonce = freshNonce(); // for the next session
        verdict.chal = challengeOf(AuthScheme::Md5, *m_givenNonce);
    }
    return verdict;
}

void ClientAuth::sent()
{
    if (!m_givenNonce)
        return;
    m_account->server.nonce = *m_givenNonce;
    if (m_server.scheme == AuthScheme::Hmac)
        m_server.nonce = *m_givenNonce;
    m_givenNonce.reset();
}

ClientAuth::Verdict ClientAuth::refuse(Proof proof)
{
    Verdict verdict;
    verdict.proof = proof;
    verdict.status = proof == Proof::Missing ? StatusCode::AuthenticationRequired : StatusCode::Unauthorized;
    verdict.last = ++m_serverTries > kMaxChallenges;
    if (verdict.last)
        return verdict;
    // Used for the next try, but who has not proved itself does not move the account's nonce.
    m_server.nonce = freshNonce();
    verdict.chal = challengeOf(m_server.scheme, m_server.nonce);
    return verdict;
}

void ClientAuth::takeNonce(const Command& status)
{
    if (!status.chal || authSchemeOf(status.chal->meta.type) != m_client.scheme)
        return;
    const Bytes nonce = nonceOf(*status.chal);
    if (status.status != StatusCode::Authenticated)
        m_client.nonce = nonce; // with 212 it is for the next session
    if (m_serverProved || m_account->server.scheme == AuthScheme::None)
        m_account->client.nonce = nonce;
}

ClientAuth::Heard ClientAuth::hear(const Command* status)
{
    const bool hmac = m_client.scheme == AuthScheme::Hmac;
    if (!status)
        return hmac ? Heard::Refused : Heard::Fine;
    if (asksForProof(status->status))
        return hearChallenge(*status);
    if (status->status != StatusCode::Ok && status->status != StatusCode::Authenticated)
        return Heard::Fine; // not about the proof
    // Each HMAC message is acknowledged by 200 and a nonce for the next one (SEC 5.1.4).
    if (hmac && (status->status != StatusCode::Ok || !status->chal))
        return Heard::Refused;
    if (status->chal && m_client.scheme != AuthScheme::None && authSchemeOf(status->chal->meta.type) != m_client.scheme)
        return Heard::Refused; // the type stays for the session
    m_clientProved = true;
    m_challenges = 0;
    m_agreed = m_client.scheme;
    m_credDue = status->status != StatusCode::Authenticated;
    takeNonce(*status);
    return Heard::Fine;
}

ClientAuth::Heard ClientAuth::hearChallenge(const Command& status)
{
    if (!status.chal || m_challenges >= kMaxChallenges || (m_client.user.empty() && m_client.password.empty()))
        return Heard::Refused;
    const AuthScheme scheme = authSchemeOf(status.chal->meta.type);
    // Basic is the password itself. A keeper of passwords refuses it in words of its own.
    const bool kept = m_keeper && scheme == AuthScheme::Basic;
    if (scheme != AuthScheme::None && scheme < m_account->client.scheme && !kept) {
        m_weakerAsked = true;
        return Heard::Refused;
    }
    if (scheme == AuthScheme::None || (m_agreed && *m_agreed != AuthScheme::None && *m_agreed != scheme))
        return Heard::Refused;
    const Bytes nonce = nonceOf(*status.chal);
    const bool sameAgain =
        m_challenges > 0 && m_client.scheme == scheme && (scheme == AuthScheme::Basic || m_client.nonce == nonce);
    if (sameAgain)
        return Heard::Refused; // it was answered, and would be answered the same
    ++m_challenges;
    m_agreed = scheme;
    m_client.scheme = scheme;
    if (!status.chal->meta.nextNonce.empty())
        m_client.nonce = nonce;
    m_credDue = true;
    return Heard::Challenged;
}

} // namespace dmsc
