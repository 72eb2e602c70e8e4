// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cardio/flows/flow.h"
#include "cardio/handset/handset_hooks.h"
#include "cardio/server/http_client.h"
#include "cardio/session/recorded_user.h"

#include <chrono>
#include <map>
#include <mutex>

namespace dmsc {

/// One flow under way: its steps, who is told of them, the user's decisions. May be used by several threads.
class FlowRun final : public UserAgent
{
public:
    FlowRun(const FlowRequest& request, const FlowSides& sides, FlowOutside outside);

    /// Waits as the pace says, then the step begins. Cancelled when the user has stopped the flow.
    Result<void> begin(const QString& id);
    void end(const QString& id, StepState state = StepState::Done);
    /// begin(), `work`, end(): the error of the work fails the step.
    template <class Work> auto step(const QString& id, Work&& work) -> decltype(work())
    {
        if (auto begun = begin(id); !begun)
            return tl::unexpected(begun.error());
        auto done = work();
        if (done)
            end(id);
        else
            fail(id, done.error());
        return done;
    }
    void fail(const QString& id, const Error& error);
    void skip(const QString& id) { end(id, StepState::Skipped); }
    /// Ends a step in which the user is asked: as the last question was answered.
    void endAsked(const QString& id);
    [[nodiscard]] bool hasStep(const QString& id);
    /// What a step has done, in place of what it does.
    void note(const QString& id, const QString& text);
    /// Ends it: what has not happened was skipped; an error fails the step that was under way or next.
    [[nodiscard]] FlowReport finish(const Result<QString>& outcome);
    void count(std::size_t messages, std::size_t bytes);

    /// The device's own question: the step that is planned for it where its turn has come, else one of its own.
    [[nodiscard]] PromptAnswer ask(const Prompt& prompt) override;
    void tell(const Notice& notice) override;
    /// Who answers the alerts of the peer's session: a step of its own for each, from the one who asks.
    [[nodiscard]] UserAgent& alertsOf(Actor peer) { return peer == Actor::Card ? m_cardAsks : m_serverAsks; }
    /// The user has not agreed to something.
    [[nodiscard]] bool isRefused();

    [[nodiscard]] const FlowRequest& request() const { return m_report.request; }
    [[nodiscard]] SideSession& device() const { return *m_sides.device; }
    [[nodiscard]] SideSession& card() const { return *m_sides.card; }
    [[nodiscard]] const FlowOutside& outside() const { return m_outside; }
    [[nodiscard]] const RecordOutlet& records() const { return m_outside.records; }

private:
    /// The user alerts of a peer.
    class PeerAlerts final : public UserAgent
    {
    public:
        PeerAlerts(FlowRun& run, Actor peer)
            : m_run(&run)
            , m_peer(peer)
        {
        }
        [[nodiscard]] PromptAnswer ask(const Prompt& prompt) override { return m_run->askFor(m_peer, prompt); }
        void tell(const Notice& notice) override { m_run->tell(notice); }

    private:
        FlowRun* m_run;
        Actor m_peer;
    };
    /// When a step began, and how long had been waited for people until then.
    struct Begin
    {
        std::chrono::steady_clock::time_point time;
        std::chrono::steady_clock::duration waited;
    };

    [[nodiscard]] PromptAnswer askFor(Actor asker, const Prompt& prompt);
    [[nodiscard]] QString questionStep(Actor asker, const Prompt& prompt);
    [[nodiscard]] PromptAnswer askInStep(const QString& id, const Prompt& prompt);
    [[nodiscard]] PromptAnswer answered(const Prompt& prompt);
    [[nodiscard]] bool pace();
    [[nodiscard]] bool goesOn() const; ///< nobody has stopped it
    void start(const QString& id);
    /// What the device does by itself waits while its user is asked; resume() is false when the flow was stopped.
    [[nodiscard]] QString pauseOwnWork();
    [[nodiscard]] bool resume(const QString& own);
    [[nodiscard]] FlowStep* known(const QString& id); // with m_mutex held
    [[nodiscard]] FlowStep& find(const QString& id); // with m_mutex held
    [[nodiscard]] bool isIn(const char* id, StepState state); // with m_mutex held
    void change(const QString& id, const std::function<void(FlowStep&)>& change);

    std::mutex m_mutex;
    FlowSides m_sides;
    FlowOutside m_outside;
    RecordedUser m_user;
    FlowReport m_report;
    PeerAlerts m_cardAsks;
    PeerAlerts m_serverAsks;
    std::map<QString, Begin> m_begins;
    std::chrono::steady_clock::duration m_waited{0}; ///< for people: answers, and the pace of the flow
    QString m_last; ///< the step that was told last
    std::size_t m_questions = 0; ///< steps that were not planned
    StepState m_answer = StepState::Done; ///< of the last question
    bool m_isRefused = false;
};

// The use cases; each gives its outcome in one sentence.
[[nodiscard]] Result<QString> runUc1(FlowRun& run);
[[nodiscard]] Result<QString> runUc1A2(FlowRun& run);
[[nodiscard]] Result<QString> runUc2(FlowRun& run);
[[nodiscard]] Result<QString> runUc2A1(FlowRun& run);
[[nodiscard]] Result<QString> runSync(FlowRun& run);
[[nodiscard]] Result<QString> runStore(FlowRun& run);
[[nodiscard]] Result<QString> runApprove(FlowRun& run);

// What several of them do.
/// How the card is spoken to in that role.
[[nodiscard]] HandshakeRequest handshakeAs(const FlowRun& run, Role as);
/// The handshake step: the card is spoken to as the request says.
[[nodiscard]] Result<HandshakeReport> shakeInFlow(FlowRun& run, Role as);
/// Who the card is, as the handshake has proved it.
[[nodiscard]] PromptAsker cardAsker(const SideSession& card);
[[nodiscard]] std::string cardOwner(const SideSession& card); ///< "card:ICCID": the owner of what comes from it
/// The device's, and what the request adds to them.
[[nodiscard]] HandsetSettings settingsOf(const FlowRun& run);
/// What any server's session has of the handset; firmware comes by `http`, which outlives them.
[[nodiscard]] HandsetParts handsetParts(FlowRun& run, const PromptAsker& asker, HttpClient& http);
[[nodiscard]] HttpOptions httpOptions(const FlowRun& run);
/// The user is told that it is finished (USE-8).
void tellFinished(FlowRun& run, const PromptAsker& asker, const QString& text);

} // namespace dmsc
