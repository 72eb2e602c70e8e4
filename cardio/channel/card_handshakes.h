// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cardio/channel/certificate.h"
#include "cardio/channel/scp03_card.h"
#include "model/access/entity.h"
#include "model/tree/digest.h"

#include <functional>
#include <optional>
#include <vector>

namespace dmsc {

/// Who stands at the other end of a card's channel, as far as the handshake proves it.
struct CardPeer
{
    HandshakeMethod method = HandshakeMethod::Scp03;
    SecurityLevel level = SecurityLevel::All;
    std::uint8_t keyVersion = 0; ///< SCP03: of its key set; SCP11: of the card's key pair
    std::optional<Certificate> certificate; ///< SCP11a, SCP11c: its own
};

/// A key set of one entity. Tries are the issuer's: 0 left means blocked (6983).
struct CardKeySet
{
    Scp03CardConfig config;
    SequenceCounter next{};
    std::uint8_t triesLeft = 0;
};

/// A key pair of the card.
struct CardKeyPair
{
    std::uint8_t version = 0;
    PrivateKey key;
    std::vector<Certificate> chain; ///< its certificate first
    std::vector<Certificate> anchors; ///< that certificates of entities must lead to (CA-KLOC)
};

/// What a card's handshakes need from its store. All are asked at the moment they are needed and may be slow.
struct CardHandshakeStore
{
    /// By key version; 0: the one that the card prefers. nullopt: 6A88.
    std::function<std::optional<CardKeySet>(std::uint8_t version)> keySet;
    std::function<std::optional<CardKeyPair>(std::uint8_t version)> keyPair;
    /// Must last before a session opens; 6581 otherwise.
    std::function<Result<void>(std::uint8_t keyVersion, SequenceCounter next)> storeCounter;
    /// Must last before a cryptogram is compared (one less) and after success (all again).
    std::function<Result<void>(std::uint8_t keyVersion, bool succeeded)> storeTry;
    /// The issuer's policy (SEC-6): may this peer come in so? The status word that says no: 6982 level too low,
    /// 6985 method not accepted from it, 6A88 nobody the card knows.
    std::function<CardResult<void>(const CardPeer&)> accept;
    std::function<QDateTime()> now;
    RandomSource random = systemRandom();
    /// SCP11's ephemeral key; empty: a fresh one each time. For vectors.
    std::function<Result<PrivateKey>(Curve)> ephemeral{};
    /// SCP11c, to which the card adds nothing of its own: was a command carried out before in a session with this
    /// ephemeral key of the host's (SHA-256 of the point)? Empty, both: remembered in memory.
    std::function<bool(const Digest& key)> isUsed{};
    /// Must last before the first command of such a session is carried out; 6581 otherwise.
    std::function<Result<void>(const Digest& key)> markUsed{};
};

/// The card's end of every handshake, for one application: SCP03 (INITIALIZE UPDATE, EXTERNAL AUTHENTICATE) and SCP11
/// (GET DATA BF21, PERFORM SECURITY OPERATION, MUTUAL and INTERNAL AUTHENTICATE). Whatever is wrong closes the channel;
/// a handshake that goes through an open channel (SEC-9) leaves it as it is until it has succeeded, then replaces it.
/// Status words as Scp03Card, but a wrong cryptogram is 63Cx (tries left) and a blocked key 6983; SCP11: 6A80
/// malformed, 6A88 key or curve, 6988 a certificate that does not lead to an anchor or is not valid now, 6985 out of
/// order or (SCP11c) played before.
class CardHandshakes
{
public:
    CardHandshakes(CardHandshakeStore store, Bytes aid);
    ~CardHandshakes();
    CardHandshakes(const CardHandshakes&) = delete;
    CardHandshakes& operator=(const CardHandshakes&) = delete;

    /// A command of a handshake, as it comes (unprotected, or EXTERNAL AUTHENTICATE): for handshake().
    [[nodiscard]] static bool isHandshake(const CommandApdu& command);
    /// A command of a handshake that came out of unwrap(): for handshakeInside().
    [[nodiscard]] static bool isHandshakeInside(const CommandApdu& plain);
    /// Whole commands, chains put together.
    [[nodiscard]] ResponseApdu handshake(const CommandApdu& command);
    /// The answer goes through wrap().
    [[nodiscard]] ResponseApdu handshakeInside(const CommandApdu& plain);

    [[nodiscard]] bool isOpen() const;
    [[nodiscard]] const CardPeer* peer() const; ///< of the open channel, else null
    [[nodiscard]] Digest digest() const; ///< of the handshake that opened it, see HandshakeFacts
    void close();

    /// See Scp03Card.
    [[nodiscard]] CardResult<CommandApdu> unwrap(const CommandApdu& command);
    [[nodiscard]] ResponseApdu wrap(ResponseApdu response);

private:
    class State;
    std::unique_ptr<State> m_state;
};

} // namespace dmsc
