// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cardio/apdu/cla.h"
#include "cardio/channel/random.h"
#include "cardio/channel/scp03_keys.h"
#include "cardio/channel/scp03_session.h"
#include "cardio/channel/session_channel.h"

#include <functional>
#include <optional>

namespace dmsc {

/// How a host wants its channel.
struct Scp03Options
{
    SecurityLevel level = SecurityLevel::All;
    MacSize macSize = MacSize::S8; ///< must be the card's
    LogicalChannel channel = LogicalChannel::Basic;
    std::optional<Bytes> diversification; ///< when set, the card's 10 bytes of key diversification data must be these
    std::optional<Bytes> aid; ///< when set, a pseudo-random card challenge must be the one for this application
    RandomSource random = systemRandom();
};

/// What both sides showed each other. Nothing here is secret.
struct Scp03Handshake
{
    Bytes diversification; ///< 10 bytes
    KeyVersion version{};
    std::uint8_t parameter = 0; ///< "i": 01 S16, 10 pseudo-random challenge, 20 R-MAC, 40 R-ENC
    Bytes hostChallenge;
    Bytes cardChallenge;
    Bytes cardCryptogram;
    Bytes hostCryptogram;
    std::optional<SequenceCounter> sequence; ///< with a pseudo-random challenge only
};

/// An open SCP03 channel, the host's end. Made by openScp03().
class Scp03Host final : public SessionChannel
{
public:
    Scp03Host(Scp03Session session, Scp03Handshake handshake);

    [[nodiscard]] const Scp03Handshake& handshake() const { return m_handshake; }

private:
    Scp03Handshake m_handshake;
};

/// Carries a command of a handshake to the card.
using ApduExchange = std::function<Result<ResponseApdu>(const CommandApdu&)>;

/// The host's half of the handshake, step by step in this order; errors as openScp03().
class Scp03Client
{
public:
    Scp03Client(Scp03KeySet keys, Scp03Options options);

    [[nodiscard]] Result<void> askCard(const ApduExchange& exchange);
    [[nodiscard]] Result<void> checkCard();
    [[nodiscard]] Result<Scp03Host> authenticate(const ApduExchange& exchange);

    [[nodiscard]] const Scp03Handshake& shown() const { return m_handshake; }
    [[nodiscard]] const std::optional<SessionKeys>& sessionKeys() const { return m_sessionKeys; }
    /// The status word of the card when it refused a step.
    [[nodiscard]] std::optional<StatusWord> refusal() const { return m_refusal; }

private:
    Scp03KeySet m_keys;
    Scp03Options m_options;
    Scp03Handshake m_handshake;
    std::optional<SessionKeys> m_sessionKeys;
    std::optional<StatusWord> m_refusal;
};

/// INITIALIZE UPDATE and EXTERNAL AUTHENTICATE (Amendment D 7.1.1, 7.1.2) with the card's application that is selected
/// on the channel. Errors: Card for a refusal of INITIALIZE UPDATE, Unsupported when the card does not offer what the
/// options ask for, Security when the card does not know the keys or refuses ours, Io from the link.
[[nodiscard]] Result<Scp03Host> openScp03(Link& link, const Scp03KeySet& keys, const Scp03Options& options = {});

} // namespace dmsc
