// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cardio/apdu/cla.h"
#include "cardio/channel/random.h"
#include "cardio/channel/scp03_keys.h"
#include "cardio/channel/scp03_session.h"
#include "cardio/channel/secure_channel.h"

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
class Scp03Host final : public SecureChannel
{
public:
    Scp03Host(Scp03Session session, Scp03Handshake handshake);

    [[nodiscard]] QString method() const override;
    [[nodiscard]] SecurityLevel level() const override { return m_level; }
    [[nodiscard]] bool isOpen() const override { return m_session.has_value(); }
    void close() override { m_session.reset(); }
    [[nodiscard]] Result<CommandApdu> wrap(CommandApdu command) override;
    [[nodiscard]] Result<ResponseApdu> unwrap(ResponseApdu response) override;
    [[nodiscard]] std::size_t plainCapacity(std::size_t wrapped) const override;

    [[nodiscard]] const Scp03Handshake& handshake() const { return m_handshake; }

private:
    std::optional<Scp03Session> m_session;
    Scp03Handshake m_handshake;
    SecurityLevel m_level;
};

/// INITIALIZE UPDATE and EXTERNAL AUTHENTICATE (Amendment D 7.1.1, 7.1.2) with the card's application that is selected
/// on the channel. Errors: Card for a refusal of INITIALIZE UPDATE, Unsupported when the card does not offer what the
/// options ask for, Security when the card does not know the keys or refuses ours, Io from the link.
[[nodiscard]] Result<Scp03Host> openScp03(Link& link, const Scp03KeySet& keys, const Scp03Options& options = {});

} // namespace dmsc
