// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cardio/channel/certificate.h"
#include "cardio/channel/random.h"
#include "cardio/channel/scp03_keys.h"
#include "cardio/channel/secure_channel.h"
#include "model/access/handshake_step.h"
#include "model/tree/digest.h"

#include <functional>
#include <memory>
#include <optional>
#include <variant>

namespace dmsc {

/// What a side proves itself with by SCP03.
struct KeySetCredential
{
    Scp03KeySet keys;
    MacSize macSize = MacSize::S8;
};

/// What a side proves itself with by SCP11: its key and certificates, and whom it trusts.
struct CertificateCredential
{
    PrivateKey key;
    std::vector<Certificate> chain; ///< its own certificate first; empty for SCP11b
    std::vector<Certificate> anchors; ///< that the card's certificate must lead to
    std::uint8_t cardKeyVersion = 0; ///< of the card's key pair; 0: the one of HandshakeOptions::cardKeys that fits
};

using Credential = std::variant<KeySetCredential, CertificateCredential>;

/// Called for each step when it begins and when it ends.
using StepSink = std::function<void(const HandshakeStep&)>;

struct HandshakeOptions
{
    HandshakeMethod method = HandshakeMethod::Scp03;
    SecurityLevel level = SecurityLevel::All; ///< SCP11 has 33 only
    Role as = Role::Issuer; ///< that the card must take us for
    bool asAnybody = false; ///< `as` is a guess: whoever the card takes us for is right
    Bytes aid; ///< of the application that is selected: checks a pseudo-random challenge
    RandomSource random = systemRandom();
    QDateTime time = QDateTime::currentDateTimeUtc(); ///< at which certificates must be valid
    StepSink steps;
    bool showKeys = false; ///< SCP03: the key set is published, its keys are told among the secret values
    /// SCP11: versions of the card's key pairs that it accepts, in the order in which they are tried; empty: whichever
    /// the card has.
    std::vector<std::uint8_t> cardKeys{};
    /// SCP11: what the application demands of the card's certificate beside its chain, before ours is shown.
    std::function<Result<void>(const Certificate&)> acceptCard{};
    std::size_t sessionKeySize = 16; ///< SCP11: bytes of the session keys, 16, 24 or 32; SCP03 has those of its key set
    std::function<Result<PrivateKey>(Curve)> ephemeral{}; ///< SCP11; empty: a fresh one each time. For vectors
};

/// What a handshake proved, for the log, receipts and people. Nothing here is secret.
struct HandshakeFacts
{
    HandshakeMethod method = HandshakeMethod::Scp03;
    SecurityLevel level = SecurityLevel::All;
    std::uint8_t keyVersion = 0; ///< SCP03: of the key set; SCP11: of the card's key pair
    QString credential; ///< "key version 30", or the subject of our certificate
    std::optional<Certificate> cardCertificate; ///< SCP11
    std::optional<Certificate> ownCertificate; ///< SCP11a, SCP11c
    /// SHA-256 over the handshake's commands and answers, each: data length as 4 bytes, then INS P1 P2 and the data of
    /// the whole (unchained) command, or the data and status word of the whole answer. Both sides compute the same.
    Digest digest{};
};

struct Handshake
{
    std::unique_ptr<SecureChannel> channel;
    HandshakeFacts facts;
};

/// Opens a channel to the application that is selected, by the method of the options with a credential of its kind
/// (NotAllowed otherwise). `running`: a channel that is open; the handshake goes through it (SEC-9), what is under way
/// stays, and `running` is closed when the new channel stands. The failed step carries what was wrong, which permission
/// is missing and what to do; the same is the error's text. Errors as openScp03().
[[nodiscard]] Result<Handshake> shakeHands(
    Link& link, const Credential& credential, const HandshakeOptions& options, SecureChannel* running = nullptr);

} // namespace dmsc
