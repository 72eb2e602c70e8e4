// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/access/handshake_step.h"
#include "model/prompts/prompt.h"

#include <optional>
#include <string>
#include <vector>

// The use cases as flows: what is to be run, its steps, how it went. Values.
namespace dmsc {

/// UC1, UC2 and what the other requirements demand as a whole.
enum class FlowKind : std::uint8_t {
    Uc1, ///< the device notifies the card, which provisions it (UC1-N)
    Uc1A1, ///< the card starts it (UC1-A1)
    Uc1A2, ///< the card cannot verify the device (UC1-A2)
    Uc2, ///< bootstrap, handshake, access conditions, memory, session (UC2-N)
    Uc2A1, ///< the same with a DM server through the device (UC2-A1)
    Sync, ///< three-way synchronisation
    Store, ///< the DM server has the device store an MO on the card (GEN-9)
    Approve, ///< a firmware package is checked with the card's key (GEN-11, USE-6, USE-7)
};
inline constexpr int kFlowKindCount = 8;
[[nodiscard]] QString flowWord(FlowKind kind); ///< "uc1-a1": never translated
[[nodiscard]] std::optional<FlowKind> flowOf(QStringView word);
[[nodiscard]] QString flowTitle(FlowKind kind); ///< in the user's language
[[nodiscard]] QString flowSummary(FlowKind kind); ///< one or two plain sentences for a stakeholder

/// One arrow of the ladder, or a thing that happens at one life line (from == to).
struct FlowStep
{
    QString id; ///< stable: "notify", "handshake", "package1", "confirm", "apply", "report", ...
    QString title; ///< short, on the arrow: "package 1: DevInfo"
    QString caption; ///< one plain sentence for the back of the room
    Actor from = Actor::Device;
    Actor to = Actor::Card;
    StepState state = StepState::Waiting;
    std::chrono::microseconds duration{0};
    QString problem; ///< of a failed step: what was wrong and what to do
    ExchangeId exchange; ///< the log's rows that carried it
    friend bool operator==(const FlowStep&, const FlowStep&) = default;
};

/// What the user's stand-in says to every prompt, or that a person is asked.
enum class AnswerMode : std::uint8_t { Ask, Yes, No };

/// How the flow waits between steps.
enum class Pace : std::uint8_t {
    Free, ///< as fast as it goes
    Timed, ///< `delay` before each step
    Stepped, ///< until Desk::nextStep()
};

struct FlowRequest
{
    FlowKind kind = FlowKind::Uc1;
    HandshakeRequest handshake; ///< how the card is spoken to
    std::vector<std::string> wanted; ///< Uc1: MO identifiers; empty: all that the card has for this device
    std::string server; ///< URL of a DM server; empty: the emulated one in process
    /// The card makes and checks the proofs of the device's session with the DM server (GEN-6); see canProveByCard().
    bool proveByCard = false;
    QString anchor; ///< PEM file of a trust anchor for the server, beside the system's; empty: none
    bool wbxml = true; ///< how DM messages are written, XML otherwise
    AnswerMode answers = AnswerMode::Ask;
    Pace pace = Pace::Free;
    std::chrono::milliseconds delay{0};
    QString patchFolder; ///< Sync: what would be done is written there, nothing is carried out; empty: it is
    QString package; ///< Approve: path of the package
    QString signature; ///< Approve: path of its detached CMS signature
    bool rejectUnapproved = false; ///< Approve: the setting of USE-6: delete it; otherwise the user is asked (USE-7)
};

/// A decision of the user as the flow noted it.
struct Decision
{
    Prompt prompt;
    PromptAnswer answer;
    QString device{}; ///< whose user it was, where that is known
};

struct FlowReport
{
    FlowRequest request;
    std::vector<FlowStep> steps;
    bool done = false; ///< it went through to its end
    bool refused = false; ///< the user did not agree to something, which is neither a success nor a failure
    QString outcome; ///< one sentence: what is now where, or which permission is missing
    std::vector<Decision> decisions;
    std::size_t messages = 0; ///< DM messages in both directions
    std::size_t messageBytes = 0;
    std::size_t pairs = 0; ///< command pairs
};

/// The steps that a flow will have when all goes well, Waiting; ids as they will be told.
[[nodiscard]] std::vector<FlowStep> plannedFlow(FlowKind kind);
[[nodiscard]] std::vector<FlowStep> plannedFlow(const FlowRequest& request);
/// The device has a session with a DM server, and the card no other one at the same time.
[[nodiscard]] bool canProveByCard(FlowKind kind);

} // namespace dmsc
