// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cardio/channel/card_handshakes.h"
#include "cardio/receipt/receipt.h"

namespace dmsc {

/// The card's half of a receipt (SEC-3, SEC-7; CARD-INTERFACE.md, section 15): it keeps a running chain over what was
/// asked and answered in the session, and signs a transcript only when that is its own.
class CardReceipts
{
public:
    /// A session begins; `before` is the content digest of the root, as the entity sees it.
    void begin(const CardPeer& peer, const Digest& handshake, const Digest& before);
    void end() { m_open = false; }
    /// Certificates stand on both sides, so that there can be a receipt.
    [[nodiscard]] bool isKept() const { return m_open; }

    /// A whole command and the plain answer to it.
    void note(const CommandApdu& command, const ResponseApdu& answer);

    /// What the card knows of the session besides.
    struct Facts
    {
        std::string entity;
        std::string iccid;
        Digest after{};
    };
    /// Answers RECEIPT: 6985 there is none, 6A80 not this session's transcript, 6984 the host's signature is wrong.
    [[nodiscard]] ResponseApdu answer(
        ByteView cms, const Facts& facts, const CardKeyPair& keys, const QDateTime& now) const;

private:
    [[nodiscard]] bool isOurs(const Transcript& transcript, const Facts& facts) const;

    bool m_open = false;
    HandshakeMethod m_method = HandshakeMethod::Scp03;
    SecurityLevel m_level = SecurityLevel::All;
    std::optional<Certificate> m_peer;
    Digest m_handshake{};
    Digest m_before{};
    Digest m_chain{};
};

} // namespace dmsc
