// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cardio/session/server_session.h"

namespace dmsc {

/// Who the client of a server's session is, and who the server is to it (PRO 2.4, SEC 5.1).
class ServerGate
{
public:
    /// `account` outlives the gate; its nonces move on.
    ServerGate(ServerAccount& account, RandomSource random);

    /// How one message of the client stands.
    struct Admission
    {
        syncml::StatusCode status = syncml::StatusCode::Ok; ///< for its SyncHdr
        std::optional<syncml::Chal> chal;
        bool admitted = false; ///< its commands may be looked at
        bool last = false; ///< refused, and no further try is taken
    };
    [[nodiscard]] Admission admit(const DmPacket& packet, const syncml::Header& header);
    [[nodiscard]] bool authenticated() const { return m_authenticated; }
    /// The client has had its tries.
    [[nodiscard]] bool turnedAway() const { return m_turnedAway; }
    /// A challenge of ours waits for its answer.
    [[nodiscard]] bool challenged() const { return m_challenge.has_value(); }

    /// The server's Cred and name, as long as the client wants them.
    void prove(syncml::Header& header) const;
    void sign(DmPacket& packet) const;
    enum class Verdict : std::uint8_t {
        Accepted,
        Again, ///< the client asks for other credentials: everything goes once more
        Refused,
    };
    /// What the client said to the server's SyncHdr.
    /// The client may still say that it does not take our proof.
    [[nodiscard]] bool mayBeRefused() const { return m_own.scheme != AuthScheme::None && !m_accepted; }
    [[nodiscard]] Verdict heard(const syncml::Command& status);

private:
    [[nodiscard]] Proof proofOf(const DmPacket& packet, const syncml::Header& header, const Bytes& nonce) const;
    [[nodiscard]] Admission welcome(const Bytes& nonce);
    [[nodiscard]] Admission turnAway(Proof proof);
    [[nodiscard]] Bytes freshNonce() const;
    void takeNonce(const Bytes& nonce);

    ServerAccount* m_account;
    RandomSource m_random;
    DmSecret m_own; ///< what proves the server in this session
    std::optional<Bytes> m_challenge; ///< the nonce of it
    Bytes m_used; ///< the nonce that let the client in
    int m_missing = 0;
    int m_wrong = 0;
    bool m_authenticated = false;
    bool m_turnedAway = false;
    bool m_accepted = false; ///< the client has answered 212
    bool m_tried = false; ///< one challenge of the client has been answered
};

} // namespace dmsc
