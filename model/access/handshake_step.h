// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/access/memory_map.h"
#include "model/record/record.h"

#include <QByteArray>
#include <QString>

#include <chrono>
#include <vector>

namespace dmsc {

/// One intermediate value of a handshake: a challenge, a cryptogram, what a key was derived from, a certificate.
struct HandshakeValue
{
    QString id; ///< "hostChallenge", stable, for test vectors
    QString name; ///< "host challenge", in the user's language
    QByteArray bytes;
    QString text; ///< of a certificate: subject, issuer, validity; else empty
    bool secret = false; ///< a session key or shared secret: hidden until revealed on purpose
    friend bool operator==(const HandshakeValue&, const HandshakeValue&) = default;
};

enum class StepState : std::uint8_t {
    Waiting,
    Running,
    Done,
    Failed,
    Skipped,
    Refused, ///< of a question: the user said no
    TimedOut, ///< of a question: nobody answered in time
};

/// One rung of the handshake's ladder.
struct HandshakeStep
{
    QString id; ///< "select", "initializeUpdate", "checkCard", "externalAuthenticate", "cardCertificate", ...
    QString title; ///< "The card proves that it knows the issuer's key", in the user's language
    Actor from = Actor::Device; ///< who proves or says it
    Actor to = Actor::Card;
    StepState state = StepState::Waiting;
    std::chrono::microseconds duration{0};
    QString problem; ///< of a failed step: what was wrong, which permission is missing, what to do
    std::vector<HandshakeValue> values;
    ExchangeId exchange; ///< the log's rows that carried it, or that a check is about; 0 where nothing is logged
    friend bool operator==(const HandshakeStep&, const HandshakeStep&) = default;
};

/// What a person asks for in the wizard or on the command line.
struct HandshakeRequest
{
    Role as = Role::Issuer;
    HandshakeMethod method = HandshakeMethod::Scp03;
    std::uint8_t level = 0x33; ///< SecurityLevel
    QString credential; ///< CredentialInfo::id; empty: the demo desk's for this role
    bool throughDevice = false; ///< a DMS whose commands the device relays (UC2-A1)
    bool asItSays = false; ///< nobody has said as whom: the credential tells, and `as` becomes that
    friend bool operator==(const HandshakeRequest&, const HandshakeRequest&) = default;
};

/// A command of a handshake and the card's answer, as they went over the link.
struct HandshakeApdu
{
    QString step; ///< HandshakeStep::id
    QByteArray command;
    QByteArray response;
};

/// How a handshake went, step by step, and what it gave.
struct HandshakeReport
{
    HandshakeRequest request;
    std::vector<HandshakeStep> steps;
    std::vector<HandshakeApdu> apdus; ///< those of the steps before "accessConditions"
    std::uint8_t keyVersion = 0; ///< SCP03: of the key set; SCP11: of the card's key pair; 0: not known yet
    bool open = false; ///< a session can take place now
    bool again = false; ///< it was a re-authentication in a running session (SEC-9)
    AccessConditions access;
    MemoryMap memory;
    bool receipts = false; ///< with certificates: the session can end in a receipt (SEC-7)
    std::size_t pairs = 0; ///< command pairs after SELECT
    std::size_t bytes = 0; ///< in both directions
};

/// The steps that a handshake of this method will have, all Waiting; ids as they will be reported.
[[nodiscard]] std::vector<HandshakeStep> plannedSteps(HandshakeMethod method, Role as);

/// A run as a test vector: JSON with the method, level and key version, every value by its id, secret ones included,
/// and the commands and answers.
[[nodiscard]] QByteArray testVector(const HandshakeReport& report);

} // namespace dmsc
