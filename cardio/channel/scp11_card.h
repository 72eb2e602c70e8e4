// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cardio/channel/card_handshakes.h"

namespace dmsc {

/// The card's end of SCP11a, b and c up to the agreed session, for CardHandshakes. Stores of certificates and what is
/// half done only; whatever is wrong forgets it.
class Scp11Card
{
public:
    struct Agreed
    {
        Scp03Session session;
        CardPeer peer;
        ResponseApdu answer;
        std::optional<Digest> once; ///< SCP11c: to be marked as used with the first command
    };

    /// GET DATA BF21: the certificates of one of the card's key pairs.
    [[nodiscard]] static CardResult<ResponseApdu> certificates(
        const CardHandshakeStore& store, const CommandApdu& command);
    /// PERFORM SECURITY OPERATION: one certificate of the host's chain, its own the last.
    [[nodiscard]] CardResult<void> takeCertificate(const CardHandshakeStore& store, const CommandApdu& command);
    /// MUTUAL or INTERNAL AUTHENTICATE.
    [[nodiscard]] CardResult<Agreed> agree(const CardHandshakeStore& store, const CommandApdu& command);
    void forget();
    /// The next certificate begins a chain.
    [[nodiscard]] bool beginsChain() const { return m_chain.empty() || m_complete; }

private:
    [[nodiscard]] CardResult<void> checkPeer(
        const CardHandshakeStore& store, const CardKeyPair& pair, const CardPeer& peer) const;

    std::vector<Certificate> m_chain; ///< the leaf last
    bool m_complete = false;
};

} // namespace dmsc
