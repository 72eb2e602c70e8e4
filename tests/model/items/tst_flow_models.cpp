// SPDX-License-Identifier: Apache-2.0
// The steps of a flow, what a prompt would change, what was decided.
#include "model/items/decision_model.h"
#include "model/items/flow_model.h"
#include "model/items/prompt_change_model.h"
#include "tests/support/run_test.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

namespace dmsc::tst_flow_models {

namespace {

FlowStep step(const char* id, StepState state)
{
    FlowStep made;
    made.id = QLatin1String(id);
    made.title = made.id;
    made.caption = QStringLiteral("what happens");
    made.state = state;
    return made;
}

QList<int> statesOf(const FlowModel& model)
{
    QList<int> states;
    for (int row = 0; row < model.rowCount(); ++row)
        states << model.index(row).data(FlowModel::StateRole).toInt();
    return states;
}

Prompt threeChanges(bool partial)
{
    Prompt prompt;
    prompt.text = QStringLiteral("Take these in?");
    prompt.asker = {QStringLiteral("Operator A"), QStringLiteral("SCP03 0x33"), true};
    prompt.partial = partial;
    prompt.changes = {
        {PromptChange::Kind::Add, "./Inbox/A", QStringLiteral("Account"), {}, QStringLiteral("new"), false},
        {PromptChange::Kind::Replace, "./Inbox/B", QStringLiteral("Password"), QStringLiteral("old pass"),
            QStringLiteral("new pass"), true},
        {PromptChange::Kind::Delete, "./Inbox/C", QStringLiteral("Proxy"), QStringLiteral("10.0.0.1"), {}, false}};
    return prompt;
}

} // namespace

class FlowModelsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void steps_go_through_their_states()
    {
        FlowModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setSteps({step("a", StepState::Waiting), step("b", StepState::Waiting)});
        QCOMPARE(model.currentRow(), -1);
        model.take(step("a", StepState::Running));
        model.take(step("a", StepState::Done));
        QCOMPARE(statesOf(model), QList<int>({int(StepState::Done), int(StepState::Waiting)}));
        QCOMPARE(model.currentRow(), 0);
        QVERIFY(model.index(0).data(Qt::AccessibleTextRole).toString().contains(QStringLiteral("what happens")));
    }

    void a_step_that_was_not_planned_comes_after_the_one_before_it()
    {
        FlowModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setSteps({step("a", StepState::Waiting), step("b", StepState::Waiting)});
        model.take(step("a", StepState::Done));
        model.take(step("extra", StepState::Running));
        QCOMPARE(model.rowCount(), 3);
        QCOMPARE(model.index(1).data().toString(), QStringLiteral("extra"));
        model.take(step("extra", StepState::Done));
        QCOMPARE(model.rowCount(), 3);
        model.take(step("extra", StepState::Running)); // the same once more is another step
        QCOMPARE(model.rowCount(), 4);
        QCOMPARE(model.index(2).data(FlowModel::StateRole).toInt(), int(StepState::Running));
    }

    void what_stops_fails_where_it_was_and_skips_the_rest()
    {
        FlowModel model;
        model.setSteps({step("a", StepState::Done), step("b", StepState::Waiting), step("c", StepState::Waiting)});
        model.take(step("b", StepState::Running));
        model.stop(QStringLiteral("the card was pulled"));
        QCOMPARE(statesOf(model), QList<int>({int(StepState::Done), int(StepState::Failed), int(StepState::Skipped)}));
        QCOMPARE(model.failedRow(), 1);
        QCOMPARE(model.index(1).data(FlowModel::ProblemRole).toString(), QStringLiteral("the card was pulled"));
        model.setSteps({step("a", StepState::Done), step("b", StepState::Waiting)});
        model.stop({});
        QCOMPARE(statesOf(model), QList<int>({int(StepState::Done), int(StepState::Skipped)}));
        QCOMPARE(model.failedRow(), -1);
    }

    void actors_stand_in_their_order()
    {
        for (int i = 0; i < kFlowKindCount; ++i) {
            const std::vector<Actor> actors = flowActors(plannedFlow(FlowKind(i)));
            QVERIFY(actors.size() >= 2);
            const auto at = [&actors](Actor actor) { return std::find(actors.begin(), actors.end(), actor); };
            QVERIFY(at(Actor::Device) != actors.end());
            if (at(Actor::Card) != actors.end())
                QVERIFY(at(Actor::Device) < at(Actor::Card));
            if (at(Actor::Server) != actors.end())
                QVERIFY(at(Actor::Server) < at(Actor::Device));
        }
    }

    void changes_say_what_they_are_and_hide_secrets()
    {
        PromptChangeModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setPrompt(threeChanges(false));
        QCOMPARE(model.rowCount(), 3);
        QCOMPARE(model.index(0).data(PromptChangeModel::ValuesRole).toString(), QStringLiteral("new"));
        QCOMPARE(model.index(2).data(PromptChangeModel::ValuesRole).toString(), QStringLiteral("10.0.0.1"));
        for (const int role : {int(Qt::DisplayRole), int(Qt::ToolTipRole), int(Qt::AccessibleTextRole),
                 int(PromptChangeModel::ValuesRole)})
            QVERIFY(!model.index(1).data(role).toString().contains(QStringLiteral("pass")));
        QVERIFY(model.index(1).data(PromptChangeModel::ValuesRole).toString().contains(QStringLiteral("•")));
        QVERIFY(!model.index(0).data(Qt::CheckStateRole).isValid());
        QVERIFY(!model.setData(model.index(0), int(Qt::Unchecked), Qt::CheckStateRole));
        QCOMPARE(model.accepted().size(), std::size_t(3));
    }

    void some_changes_can_be_accepted_alone()
    {
        PromptChangeModel model;
        model.setPrompt(threeChanges(true));
        QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
        QVERIFY(model.setData(model.index(1), int(Qt::Unchecked), Qt::CheckStateRole));
        QCOMPARE(changed.count(), 1);
        QCOMPARE(model.accepted(), (std::vector<std::size_t>{0, 2}));
    }

    void decisions_are_listed_newest_first_and_can_be_revoked()
    {
        DecisionModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        PromptAnswer yes;
        yes.verdict = PromptAnswer::Verdict::Yes;
        yes.accepted = {0};
        model.add({threeChanges(true), {}}, QDateTime::currentDateTime());
        model.add({threeChanges(true), yes}, QDateTime::currentDateTime());
        QCOMPARE(model.rowCount(), 2);
        QVERIFY(model.index(0, 0).data(DecisionModel::AcceptedRole).toBool());
        QVERIFY(!model.index(1, 0).data(DecisionModel::AcceptedRole).toBool());
        QVERIFY(model.undoText(0).contains(QStringLiteral("./Inbox/A")));
        QVERIFY(!model.undoText(0).contains(QStringLiteral("./Inbox/C"))); // was not accepted
        QVERIFY(model.revoke(0));
        QVERIFY(!model.revoke(0));
        QVERIFY(!model.revoke(7));
        QVERIFY(model.isRevoked(0));
        QVERIFY(model.index(0, DecisionModel::AnswerColumn).data().toString().contains(QStringLiteral("revoked")));
    }

    void old_decisions_are_forgotten()
    {
        DecisionModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        for (std::size_t i = 0; i < DecisionModel::kMost + 5; ++i)
            model.add({}, QDateTime::currentDateTime());
        QCOMPARE(std::size_t(model.rowCount()), DecisionModel::kMost);
    }
};

int run(int argc, char** argv)
{
    return test::run<QCoreApplication, FlowModelsTest>(argc, argv);
}

} // namespace dmsc::tst_flow_models

#include "tst_flow_models.moc"
