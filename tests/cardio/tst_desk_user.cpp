// SPDX-License-Identifier: Apache-2.0
#include "cardio/desk/desk_user.h"
#include "tests/support/run_test.h"

#include <QTest>

#include <atomic>
#include <future>

namespace dmsc::tst_desk_user {

using namespace std::chrono_literals;

namespace {

/// A user in front of a window, and what the window was told.
struct Rig
{
    std::atomic<std::uint32_t> open{0};
    std::atomic<int> closed{0};
    std::atomic<int> told{0};
    DeskUser user{{[this](PromptId id, const Prompt&) { open = static_cast<std::uint32_t>(id); },
        [this](PromptId, const PromptAnswer&) { ++closed; }, [this](const Notice&) { ++told; }}};

    std::future<PromptAnswer> ask(const Prompt& prompt)
    {
        return std::async(std::launch::async, [this, prompt] { return user.ask(prompt); });
    }
    [[nodiscard]] PromptId waitForQuestion() const
    {
        (void)QTest::qWaitFor([this] { return open != 0; }, 5000);
        return PromptId{open.load()};
    }
};

PromptAnswer yes()
{
    PromptAnswer answer;
    answer.verdict = PromptAnswer::Verdict::Yes;
    return answer;
}

} // namespace

class TestDeskUser : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void DM_SC_USE_1_waitsForThePersonsAnswer();
    void E06_theTimeLimitEndsTheQuestion();
    void aStopCancelsTheQuestionAndTheNextOnes();
    void anAnswerToAnotherQuestionDoesNothing();
    void DM_SC_USE_2_aStandInIsSeenToAnswer();
    void DM_SC_USE_8_isTold();
    void aSteppedFlowWaitsForEachStep();
    void aTimedFlowIsSlowAndCanBeHurried();
    void aStoppedFlowDoesNotGoOn();
};

void TestDeskUser::DM_SC_USE_1_waitsForThePersonsAnswer()
{
    Rig rig;
    rig.user.begin(AnswerMode::Ask);
    auto asked = rig.ask({});
    const PromptId id = rig.waitForQuestion();
    QVERIFY(asked.wait_for(50ms) == std::future_status::timeout);
    rig.user.answer(id, yes());
    QVERIFY(asked.get().verdict == PromptAnswer::Verdict::Yes);
    QCOMPARE(rig.closed.load(), 1);
}

void TestDeskUser::E06_theTimeLimitEndsTheQuestion()
{
    Rig rig;
    rig.user.begin(AnswerMode::Ask);
    Prompt prompt;
    prompt.options.maxDisplay = 1s;
    auto asked = rig.ask(prompt);
    QVERIFY(asked.get().verdict == PromptAnswer::Verdict::TimedOut);
    QCOMPARE(rig.closed.load(), 1);
}

void TestDeskUser::aStopCancelsTheQuestionAndTheNextOnes()
{
    Rig rig;
    rig.user.begin(AnswerMode::Ask);
    auto asked = rig.ask({});
    (void)rig.waitForQuestion();
    rig.user.stop();
    QVERIFY(asked.get().verdict == PromptAnswer::Verdict::Cancelled);
    QVERIFY(rig.ask({}).get().verdict == PromptAnswer::Verdict::Cancelled);
    rig.user.begin(AnswerMode::Yes);
    QVERIFY(rig.ask({}).get().verdict == PromptAnswer::Verdict::Yes);
}

void TestDeskUser::anAnswerToAnotherQuestionDoesNothing()
{
    Rig rig;
    rig.user.begin(AnswerMode::Ask);
    auto asked = rig.ask({});
    const PromptId id = rig.waitForQuestion();
    rig.user.answer(PromptId{static_cast<std::uint32_t>(id) + 1}, yes());
    QVERIFY(asked.wait_for(50ms) == std::future_status::timeout);
    rig.user.answer(id, {});
    rig.user.answer(id, yes()); // too late
    QVERIFY(asked.get().verdict == PromptAnswer::Verdict::No);
}

void TestDeskUser::DM_SC_USE_2_aStandInIsSeenToAnswer()
{
    Rig rig;
    rig.user.begin(AnswerMode::No);
    QVERIFY(rig.ask({}).get().verdict == PromptAnswer::Verdict::No);
    QVERIFY(rig.open != 0);
    QCOMPARE(rig.closed.load(), 1);
    rig.user.begin(AnswerMode::Yes);
    Prompt prompt;
    prompt.partial = true;
    prompt.changes.resize(3);
    const PromptAnswer all = rig.ask(prompt).get();
    QCOMPARE(all.accepted.size(), 3U);
}

void TestDeskUser::DM_SC_USE_8_isTold()
{
    Rig rig;
    rig.user.tell({});
    QCOMPARE(rig.told.load(), 1);
}

void TestDeskUser::aSteppedFlowWaitsForEachStep()
{
    FlowPacer pacer;
    pacer.begin(Pace::Stepped, 0ms);
    auto step = std::async(std::launch::async, [&] { return pacer.wait(); });
    QVERIFY(step.wait_for(50ms) == std::future_status::timeout);
    pacer.nextStep();
    pacer.nextStep(); // remembered
    QVERIFY(step.get());
    QVERIFY(pacer.wait());
    auto next = std::async(std::launch::async, [&] { return pacer.wait(); });
    QVERIFY(next.wait_for(50ms) == std::future_status::timeout);
    pacer.setPace(Pace::Free, 0ms);
    QVERIFY(next.get());
}

void TestDeskUser::aTimedFlowIsSlowAndCanBeHurried()
{
    FlowPacer pacer;
    pacer.begin(Pace::Timed, 100ms);
    const auto begin = std::chrono::steady_clock::now();
    QVERIFY(pacer.wait());
    QVERIFY(std::chrono::steady_clock::now() - begin >= 95ms);
    pacer.setPace(Pace::Timed, 60s);
    auto step = std::async(std::launch::async, [&] { return pacer.wait(); });
    pacer.nextStep();
    QVERIFY(step.get());
}

void TestDeskUser::aStoppedFlowDoesNotGoOn()
{
    FlowPacer pacer;
    pacer.begin(Pace::Stepped, 0ms);
    auto step = std::async(std::launch::async, [&] { return pacer.wait(); });
    pacer.stop();
    QVERIFY(!step.get());
    pacer.begin(Pace::Free, 0ms);
    QVERIFY(pacer.wait());
}

int run(int argc, char** argv)
{
    return test::run<QCoreApplication, TestDeskUser>(argc, argv);
}

} // namespace dmsc::tst_desk_user

#include "tst_desk_user.moc"
