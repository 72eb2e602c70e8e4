// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cardio/channel/random.h"
#include "cardio/session/client_session.h"
#include "cardio/session/secret_keeper.h"

namespace dmsc {

/// Who has proved itself in a client's session, and with what the next message does (SEC 5.1, PRO 2.4). Nonces that
/// come from a peer that has not proved itself are used, but the account keeps its own (SEC 5.1.3.4).
class ClientAuth
{
public:
    /// `keeper`: of the account's passwords; null: the account has them itself.
    ClientAuth(DmAccount& account, SecretKeeper* keeper, RandomSource random);

    /// Our Cred, where one is due, and the user's name.
    void sign(syncml::Header& header);
    /// As long as sign() would make it, without asking the keeper: it proves nothing.
    void fill(syncml::Header& header) const;
    /// The HMAC of a finished message.
    void seal(DmPacket& packet);
    /// Why the keeper of the passwords could not do its part, since the session began: nothing more may be sent.
    [[nodiscard]] const std::optional<Error>& trouble() const { return m_trouble; }

    /// What the server's proof came to.
    struct Verdict
    {
        bool accepted = false;
        Proof proof = Proof::Missing;
        syncml::StatusCode status = syncml::StatusCode::Ok; ///< for the SyncHdr
        std::optional<syncml::Chal> chal;
        bool last = false; ///< no further try
    };
    /// `status`: the server's Status of our SyncHdr, null where it gives none. One that only challenges has proved
    /// nothing yet and is not challenged back (PRO 2.4): what is known about it stays as it is.
    [[nodiscard]] Verdict check(const DmPacket& packet, const syncml::Message& message, const syncml::Command* status);
    /// Our answer goes out: the nonce that it gives the server is in force from now on.
    void sent();
    [[nodiscard]] bool serverProved() const { return m_serverProved; }

    /// What the server says of our proof, in its Status of our SyncHdr.
    enum class Heard : std::uint8_t {
        Fine,
        Challenged, ///< a new proof is due: what was refused goes again
        Refused, ///< no further try: the session ends
    };
    /// The server asked for a weaker type than the account's: whoever answers in its name would have the password.
    [[nodiscard]] bool weakerAsked() const { return m_weakerAsked; }
    /// `status` null: it says nothing.
    [[nodiscard]] Heard hear(const syncml::Command* status);

private:
    [[nodiscard]] Heard hearChallenge(const syncml::Command& status);
    void takeNonce(const syncml::Command& status);
    [[nodiscard]] Bytes freshNonce() const;
    [[nodiscard]] Proof proofOf(const DmPacket& packet, const syncml::Message& message);
    [[nodiscard]] Proof credProof(const syncml::Cred* cred, const Bytes& nonce);
    [[nodiscard]] Proof hmacProof(const DmPacket& packet);
    [[nodiscard]] KeptProof keptProof(const Bytes& nonce, ByteView body) const; ///< `body` empty: for a Cred
    [[nodiscard]] DmDigest askKeeper(const KeptProof& proof);
    [[nodiscard]] Proof askKeeper(const KeptProof& proof, const std::optional<DmDigest>& given);
    [[nodiscard]] Verdict refuse(Proof proof);

    DmAccount* m_account;
    SecretKeeper* m_keeper;
    std::optional<Error> m_trouble;
    RandomSource m_random;
    DmSecret m_client; ///< as this session uses it
    DmSecret m_server;
    bool m_credDue = true; ///< not after 212
    bool m_clientProved = false;
    bool m_weakerAsked = false;
    int m_challenges = 0; ///< answered since the last success
    std::optional<AuthScheme> m_agreed; ///< the type may not change any more
    bool m_serverProved = false; ///< for the session, by 212
    int m_serverTries = 0;
    std::optional<Bytes> m_givenNonce; ///< for a proved server, until sent()
};

} // namespace dmsc
