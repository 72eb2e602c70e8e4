// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cardio/apdu/cla.h"
#include "cardio/channel/random.h"
#include "cardio/channel/scp03_keys.h"
#include "cardio/channel/scp03_session.h"

#include <array>
#include <functional>
#include <optional>
#include <variant>

namespace dmsc {

/// Where the card's challenge comes from: a generator, or the sequence counter (Amendment D 6.2.2.1).
enum class ChallengeKind : std::uint8_t { Random, PseudoRandom };

/// What the card's issuer has laid down.
struct Scp03CardConfig
{
    Scp03KeySet keys;
    MacSize macSize = MacSize::S8;
    ChallengeKind challenge = ChallengeKind::PseudoRandom;
    SecurityLevel minimum = SecurityLevel::CommandMac; ///< weaker levels are refused with 6982
    Bytes aid{}; ///< of the application that opens the channel, for the pseudo-random challenge
    std::array<std::uint8_t, 10> diversification{}; ///< told to the host as it is
    std::optional<std::uint8_t> triesLeft{}; ///< of a key set that can be blocked; 0: it is (6983)
};

/// A card command's result: a value, or the status word that refuses it.
template <class T> using CardResult = tl::expected<T, StatusWord>;

/// What a card-side channel needs from outside. Empty functions take the default.
struct Scp03CardOutside
{
    RandomSource random = systemRandom();
    /// Makes the next counter last before a session opens; when it fails, none opens (6581).
    std::function<Result<void>(SequenceCounter next)> storeCounter;
    /// The card challenge of the given size; by default as ChallengeKind says.
    std::function<Result<SecretBytes>(SequenceCounter counter, MacSize size)> challenge;
    /// Before a cryptogram is compared a try is taken, after success all are given back; when it does not last, none
    /// opens (6581).
    std::function<Result<void>(bool succeeded)> storeTry{};
    /// Asked when the host has shown that it knows the keys; the status word refuses it.
    std::function<CardResult<void>(SecurityLevel level)> accept{};
};

/// The card's end of SCP03, for one application. Whatever is wrong closes the session, and only a new handshake opens
/// one again. Status words: 6700 length, 6985 out of order or counter used up, 6A86 P1 P2, 6A88 key version, 6300 host
/// cryptogram (63Cx with the tries left, where they are counted), 6983 blocked, 6988 MAC or padding, 6982 level too
/// low, unprotected command, or other logical channel, 6581 counter or try not stored.
///
/// With pseudo-random challenges the counter moves on when, and before, a session opens: no two sessions share keys,
/// and attempts without the keys use nothing up.
class Scp03Card
{
public:
    Scp03Card(Scp03CardConfig config, SequenceCounter next, Scp03CardOutside outside = {});

    /// INITIALIZE UPDATE (unprotected), or EXTERNAL AUTHENTICATE (protected): for handshake(), not for unwrap().
    [[nodiscard]] static bool isHandshake(const CommandApdu& command);
    /// Answers one of the two; the answer goes out as it is.
    [[nodiscard]] ResponseApdu handshake(const CommandApdu& command);

    [[nodiscard]] bool isOpen() const { return std::holds_alternative<Open>(m_state); }
    /// Of the open session, else nullopt.
    [[nodiscard]] std::optional<SecurityLevel> level() const;
    /// Forgets session and half handshake: reset, SELECT, end of the channel.
    void close() { m_state = Closed{}; }
    [[nodiscard]] SequenceCounter nextCounter() const { return m_next; }
    /// Hands the open session over and is closed.
    [[nodiscard]] std::optional<Scp03Session> release();

    /// The plain command, its class byte without secure messaging but with channel and chaining. An error is to be
    /// answered as it is, without wrap().
    [[nodiscard]] CardResult<CommandApdu> unwrap(const CommandApdu& command);
    /// Protects the answer to the command unwrapped last; the result may be longer than one APDU carries, then it goes
    /// out by 61xx.
    [[nodiscard]] ResponseApdu wrap(ResponseApdu response);

private:
    struct Closed
    {
    };
    struct Pending
    {
        SessionKeys keys;
        SecretBytes hostCryptogram;
        LogicalChannel channel{};
    };
    struct Open
    {
        Scp03Session session;
        LogicalChannel channel{};
    };

    [[nodiscard]] CardResult<ResponseApdu> initializeUpdate(const CommandApdu& command);
    [[nodiscard]] CardResult<void> externalAuthenticate(const CommandApdu& command, const Pending& pending);
    [[nodiscard]] CardResult<void> checkExternalAuthenticate(const CommandApdu& command, const Pending& pending) const;
    [[nodiscard]] CardResult<void> checkCryptogram(const CommandApdu& command, const Pending& pending);
    [[nodiscard]] CardResult<void> admit(SecurityLevel wanted);
    [[nodiscard]] CardResult<void> checkInitializeUpdate(const CommandApdu& command) const;
    [[nodiscard]] Result<SecretBytes> challenge() const;
    [[nodiscard]] Bytes answerHead() const;
    [[nodiscard]] std::size_t answerSize() const;
    [[nodiscard]] CardResult<void> advanceCounter();

    Scp03CardConfig m_config;
    SequenceCounter m_next;
    Scp03CardOutside m_outside;
    std::variant<Closed, Pending, Open> m_state;
};

} // namespace dmsc
