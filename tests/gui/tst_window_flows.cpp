// SPDX-License-Identifier: Apache-2.0
// The use cases in the real window with the real desk: a flow is chosen, its questions are answered by keyboard.
#include "model/items/flow_model.h"
#include "tests/gui/flow_bench.h"
#include "tests/support/run_test.h"
#include "widgets/flows/flow_menu.h"
#include "widgets/flows/flow_panel.h"
#include "widgets/flows/flow_sheet.h"
#include "widgets/flows/flow_tone.h"
#include "widgets/log/log_view.h"
#include "widgets/palette/command_model.h"
#include "widgets/prompts/decision_pane.h"
#include "widgets/prompts/handset_panel.h"
#include "widgets/sync/conflict_view.h"
#include "widgets/sync/sync_panel.h"
#include "widgets/window/message_bar.h"
#include "widgets/window/session_flows.h"

#include <QAccessible>
#include <QAction>
#include <QComboBox>
#include <QDialog>
#include <QDialogButtonBox>
#include <QDir>
#include <QDockWidget>
#include <QFile>
#include <QFileDialog>
#include <QInputDialog>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMessageBox>
#include <QPushButton>
#include <QTableView>
#include <QToolButton>

#include <algorithm>

namespace dmsc::tst_window_flows {

using dmsc::test::FlowBench;

using dmsc::test::kPatience;

class WindowFlowsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_bench = std::make_unique<FlowBench>();
        QVERIFY(m_bench->openDemo());
    }
    void cleanup() { m_bench.reset(); }

    void every_flow_is_in_the_menu_and_in_the_commands()
    {
        QVERIFY(m_bench->find<QMenu>("flowsMenu")->actions().contains(m_bench->find<QMenu>("flowMenu")->menuAction()));
        for (int i = 0; i < kFlowKindCount; ++i) {
            QAction* action = m_bench->action(runCommand(FlowKind(i)));
            QVERIFY(m_bench->find<QMenu>("flowMenu")->actions().contains(action));
            QVERIFY(action->isEnabled());
            QVERIFY(action->toolTip().contains(flowWord(FlowKind(i)).toUpper()));
        }
    }

    void pace_and_decisions_are_found_by_their_words()
    {
        CommandModel palette(m_bench->window().actions().registry());
        for (const auto& [words, command] :
            {std::pair("step by step", Command::StepByStep), std::pair("pace", Command::StepByStep),
                std::pair("revoke", Command::ShowDecisions), std::pair("demo anew", Command::RenewDemo)}) {
            palette.setQuery(QLatin1String(words));
            QVERIFY2(palette.rowCount() > 0 && palette.actionAt(0) == m_bench->action(command), words);
        }
        QAction* steps = m_bench->action(Command::StepByStep);
        auto* speed = m_bench->find<QComboBox>("flowSpeed");
        steps->trigger();
        QCOMPARE(m_bench->window().flow().pace(), Pace::Stepped);
        speed->setCurrentIndex(0);
        Q_EMIT speed->activated(0);
        QVERIFY(!steps->isChecked()); // the box and the command say the same
        m_bench->action(Command::ShowDecisions)->trigger();
        QVERIFY(m_bench->window().handset().decisions().isVisible());
    }

    void a_demo_that_is_begun_anew_has_everything_to_deliver_again()
    {
        m_bench->run(Command::RunUc1A1);
        m_bench->answerAll(true);
        const std::size_t taken = deviceNodes();
        m_bench->run(Command::RunUc1A1);
        m_bench->answerAll(true);
        QVERIFY2(
            m_bench->report().outcome.contains(QStringLiteral("nothing new")), qPrintable(m_bench->report().outcome));
        // What is lost is asked about first, and not by default.
        m_bench->action(Command::RenewDemo)->trigger();
        auto* box = m_bench->find<QMessageBox>("discardDialog");
        QVERIFY(box && box->isVisible());
        box->button(QMessageBox::Cancel)->click();
        QVERIFY(m_bench->idle());
        QCOMPARE(deviceNodes(), taken);
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        m_bench->action(Command::RenewDemo)->trigger();
        box = m_bench->find<QMessageBox>("discardDialog");
        for (QAbstractButton* button : box->buttons())
            if (box->buttonRole(button) == QMessageBox::DestructiveRole)
                button->click();
        QTRY_VERIFY_WITH_TIMEOUT(m_bench->bothOpen() && deviceNodes() < taken, kPatience);
        m_bench->run(Command::RunUc1A1);
        m_bench->answerAll(true);
        QVERIFY2(m_bench->report().done, qPrintable(m_bench->report().outcome));
        QCOMPARE(deviceNodes(), taken);
    }

    void without_a_card_the_flows_say_why()
    {
        m_bench->action(Command::CloseCard)->trigger();
        QTRY_VERIFY(!m_bench->controller().side(Side::Card) && m_bench->idle());
        QAction* action = m_bench->action(Command::RunUc1);
        QVERIFY(!action->isEnabled());
        QVERIFY(action->toolTip().contains(QStringLiteral("card side")));
        QVERIFY(!m_bench->action(Command::Sync)->isEnabled());
    }

    void UC1_N_is_answered_by_keyboard_and_the_tree_has_it()
    {
        const std::size_t before = deviceNodes();
        m_bench->run(Command::RunUc1);
        m_bench->answerAll(true);
        QVERIFY2(m_bench->report().done, qPrintable(m_bench->report().outcome));
        QVERIFY2(deviceNodes() > before, qPrintable(m_bench->report().outcome));
        QVERIFY(m_bench->allDone());
        QVERIFY(m_bench->window().handset().screen().notice().size() > 1); // USE-8
    }

    void DM_SC_GEN_6_the_card_proves_the_device_where_that_is_wanted()
    {
        QAction* proves = m_bench->action(Command::ProveByCard);
        QVERIFY(proves->isCheckable() && !proves->isChecked());
        QVERIFY(m_bench->find<QMenu>("flowHowMenu")->actions().contains(proves));
        const auto asked = [this] {
            m_bench->run(Command::RunStore);
            m_bench->answerAll(true);
            int steps = 0;
            for (const FlowStep& step : m_bench->report().steps)
                steps += (step.id == QLatin1String("prove") || step.id == QLatin1String("check"))
                        && step.state == StepState::Done
                    ? 1
                    : 0;
            return m_bench->report().done ? steps : -1;
        };
        QCOMPARE(asked(), 0);
        proves->trigger();
        QCOMPARE(asked(), 2);
        m_bench->run(Command::RunUc2A1); // the card has one session at a time
        m_bench->answerAll(true);
        QVERIFY2(m_bench->report().done, qPrintable(m_bench->report().outcome));
    }

    void DM_SC_USE_1_what_is_refused_is_not_taken_in()
    {
        const std::shared_ptr<const Tree> before = m_bench->controller().side(Side::Device)->tree;
        m_bench->run(Command::RunUc1);
        const int answered = m_bench->answerAll(false);
        QVERIFY(answered > 0); // some of the demo's data are marked
        const DecisionModel& decisions = m_bench->window().handset().decisions().model();
        QCOMPARE(decisions.rowCount(), answered);
        const Tree& after = *m_bench->controller().side(Side::Device)->tree;
        int checked = 0;
        for (int row = 0; row < decisions.rowCount(); ++row) {
            QCOMPARE(decisions.at(row)->answer.verdict, PromptAnswer::Verdict::No);
            for (const PromptChange& change : decisions.at(row)->prompt.changes) {
                const auto uri = Uri::parse(change.uri);
                QVERIFY2(uri, change.uri.c_str());
                QCOMPARE(after.find(*uri) == kNoNode, before->find(*uri) == kNoNode);
                ++checked;
            }
        }
        QVERIFY(checked > 0);
        // The user reads it on the handset, and whoever watches at the ladder (USE-8).
        QVERIFY2(m_bench->report().outcome.contains(QStringLiteral("refused")), qPrintable(m_bench->report().outcome));
        QVERIFY(m_bench->window().handset().screen().notice().contains(m_bench->report().outcome));
        // Neither the ladder nor its verdict tells a refusal as a success.
        QVERIFY(m_bench->report().refused);
        QCOMPARE(flowTone(m_bench->report()), StatusTone::Warning);
        const FlowModel& ladder = m_bench->window().flow().model();
        int told = 0;
        for (int row = 0; row < ladder.rowCount(); ++row)
            told += ladder.index(row).data(FlowModel::StateTextRole).toString() == QStringLiteral("× refused") ? 1 : 0;
        QCOMPARE(told, answered);
        QVERIFY(m_bench->allDone());
        FlowSheet sheet(m_bench->report());
        const auto drawn = sheet.render(SheetFormat::Svg);
        QVERIFY(drawn && !drawn->contains("✓ " + m_bench->report().outcome.toUtf8()));
    }

    void DM_SC_USE_5_a_consent_that_is_taken_back_is_asked_for_again()
    {
        const std::shared_ptr<const Tree> before = m_bench->controller().side(Side::Device)->tree;
        m_bench->run(Command::RunUc1);
        QVERIFY(m_bench->answerAll(true) > 0);
        m_bench->action(Command::RunAgain)->trigger();
        QCOMPARE(m_bench->answerAll(true), 0); // what is there already is nobody asked about
        DecisionModel& decisions = m_bench->window().handset().decisions().model();
        // One by which something came that was not there.
        int row = 0;
        Uri came;
        const auto brought = [&](int at) {
            for (const PromptChange& change : decisions.at(at)->prompt.changes)
                if (came = *Uri::parse(change.uri); before->find(came) == kNoNode && has(came))
                    return true;
            return false;
        };
        while (row < decisions.rowCount() && !brought(row))
            ++row;
        QVERIFY(row < decisions.rowCount());
        m_bench->revoke(row);
        QVERIFY2(!has(came), came.text().c_str());
        const QString told = m_bench->window().handset().screen().notice();
        QVERIFY2(told.contains(QString::fromStdString(came.text())), qPrintable(told));

        const int known = decisions.rowCount();
        m_bench->action(Command::RunAgain)->trigger();
        QCOMPARE(m_bench->answerAll(false), 1);
        QCOMPARE(decisions.rowCount(), known + 1);
        QVERIFY(std::ranges::any_of(
            decisions.at(0)->prompt.changes, [&](const PromptChange& change) { return change.uri == came.text(); }));
        QVERIFY(!has(came)); // the answer was no
        m_bench->action(Command::RunAgain)->trigger();
        QCOMPARE(m_bench->answerAll(true), 1);
        QVERIFY(has(came));
    }

    void UC1_A1_the_card_begins()
    {
        m_bench->run(Command::RunUc1A1);
        m_bench->answerAll(true);
        QVERIFY2(m_bench->report().done, qPrintable(m_bench->report().outcome));
        QVERIFY(m_bench->allDone());
    }

    void UC1_A2_the_card_refuses_and_nothing_happens()
    {
        const std::size_t before = deviceNodes();
        m_bench->run(Command::RunUc1A2);
        QCOMPARE(m_bench->answerAll(true), 0);
        QVERIFY(!m_bench->report().outcome.isEmpty());
        QCOMPARE(deviceNodes(), before);
    }

    void UC2_N_handshake_and_session()
    {
        m_bench->run(Command::RunUc2);
        m_bench->answerAll(true);
        QVERIFY2(m_bench->report().done, qPrintable(m_bench->report().outcome));
        QVERIFY(m_bench->allDone());
    }

    void UC2_A1_a_server_reaches_the_card()
    {
        m_bench->run(Command::RunUc2A1);
        m_bench->answerAll(true);
        QVERIFY2(m_bench->report().done, qPrintable(m_bench->report().outcome));
        const std::vector<Actor> actors = flowActors(m_bench->report().steps);
        QVERIFY(std::find(actors.begin(), actors.end(), Actor::Server) != actors.end());
    }

    void steps_lead_to_the_log()
    {
        m_bench->run(Command::RunUc2);
        m_bench->answerAll(true);
        const FlowModel& model = m_bench->window().flow().model();
        bool any = false;
        for (int row = 0; row < model.rowCount() && !any; ++row)
            any = model.index(row).data(FlowModel::ExchangeRole).toUInt() != 0;
        QVERIFY(any);
    }

    void step_by_step_waits_for_F8()
    {
        m_bench->window().flow().setPace(Pace::Stepped, {});
        m_bench->action(Command::RunUc2A1)->trigger();
        QTest::qWait(400);
        QVERIFY(m_bench->window().flow().isRunning());
        QVERIFY(m_bench->action(Command::NextStep)->isEnabled());
        const int before = m_bench->window().flow().model().currentRow();
        m_bench->action(Command::NextStep)->trigger();
        QTRY_VERIFY_WITH_TIMEOUT(m_bench->window().flow().model().currentRow() > before, kPatience);
        m_bench->action(Command::Cancel)->trigger();
        QTRY_VERIFY_WITH_TIMEOUT(m_bench->idle(), kPatience);
        QVERIFY(!m_bench->window().flow().isRunning());
    }

    void a_flow_that_asks_can_be_cancelled()
    {
        m_bench->action(Command::RunUc1)->trigger();
        QTRY_VERIFY_WITH_TIMEOUT(
            m_bench->window().handset().screen().isAsking() || !m_bench->window().flow().isRunning(), kPatience);
        m_bench->action(Command::Cancel)->trigger();
        QTRY_VERIFY_WITH_TIMEOUT(m_bench->idle(), kPatience);
        QVERIFY(!m_bench->window().handset().screen().isAsking());
        QVERIFY(!m_bench->window().flow().isRunning());
    }

    void with_the_dock_hidden_a_dialog_asks()
    {
        m_bench->find<QDockWidget>("handsetDock")->hide();
        m_bench->action(Command::RunUc1)->trigger();
        QTRY_VERIFY_WITH_TIMEOUT(
            m_bench->window().handset().screen().isAsking() || !m_bench->window().flow().isRunning(), kPatience);
        QVERIFY(m_bench->window().handset().screen().isAsking()); // the demo's data are marked
        QVERIFY(m_bench->find<QDialog>("handsetDialog")->isVisible());
        m_bench->answerAll(true);
        QVERIFY(m_bench->report().done);
        QTRY_VERIFY(m_bench->find<QDialog>("handsetDialog") == nullptr);
    }

    void the_demonstration_shows_ladder_and_handset_and_goes_back()
    {
        auto* details = m_bench->find<QDockWidget>("detailsDock");
        auto* ladder = m_bench->find<QDockWidget>("ladderDock");
        QVERIFY(details->isVisible());
        m_bench->action(Command::Demonstration)->trigger();
        QVERIFY(!details->isVisible());
        QVERIFY(!m_bench->view().isVisible());
        QTRY_VERIFY(ladder->isVisible() && ladder->width() > m_bench->window().width() / 2);
        QVERIFY(m_bench->window().handset().font().pointSizeF() > QApplication::font().pointSizeF());
        m_bench->action(Command::Demonstration)->trigger();
        QVERIFY(details->isVisible());
        QVERIFY(m_bench->view().isVisible());
        QCOMPARE(m_bench->window().handset().font().pointSizeF(), QApplication::font().pointSizeF());
    }

    void what_assistive_programs_toggle_is_carried_out()
    {
        auto* details = m_bench->find<QDockWidget>("detailsDock");
        QAction* demonstration = m_bench->action(Command::Demonstration);
        QToolButton* button = nullptr;
        for (auto* each : m_bench->window().findChildren<QToolButton*>())
            if (each->defaultAction() == demonstration)
                button = each;
        QVERIFY(button != nullptr && details->isVisible());
        m_bench->action(Command::ShowLadder)->trigger();
        auto* face = QAccessible::queryAccessibleInterface(button)->actionInterface();
        QVERIFY(face->actionNames().contains(QAccessibleActionInterface::toggleAction()));
        face->doAction(QAccessibleActionInterface::toggleAction());
        QVERIFY(demonstration->isChecked() && button->isChecked());
        QVERIFY(!details->isVisible());
        face->doAction(QAccessibleActionInterface::toggleAction());
        QVERIFY(!demonstration->isChecked() && !button->isChecked());
        QVERIFY(details->isVisible());
        demonstration->trigger(); // and by hand, once
        QVERIFY(demonstration->isChecked() && button->isChecked() && !details->isVisible());
        demonstration->trigger();
    }

    void what_is_no_url_of_a_server_is_not_taken()
    {
        FlowMenu& flows = *m_bench->window().findChild<FlowMenu*>();
        flows.findChild<QAction*>(QStringLiteral("flowServer"))->trigger();
        auto* dialog = m_bench->find<QInputDialog>("flowServerDialog");
        QTRY_VERIFY(dialog->isVisible());
        auto* ok = dialog->findChild<QDialogButtonBox*>()->button(QDialogButtonBox::Ok);
        QVERIFY(ok->isEnabled()); // nothing: the emulated one
        for (const char* wrong : {"foo bar", "ftp://x/", "127.0.0.1:8080"}) {
            dialog->setTextValue(QLatin1String(wrong));
            QVERIFY2(!ok->isEnabled(), wrong);
            QVERIFY(dialog->labelText().contains(QStringLiteral("http://HOST/PATH")));
        }
        dialog->setTextValue(QStringLiteral("http://127.0.0.1:8080/dm"));
        QVERIFY(ok->isEnabled());
        QVERIFY(!dialog->labelText().contains(QStringLiteral("HOST")));
        ok->click();
        QCOMPARE(flows.server(), QStringLiteral("http://127.0.0.1:8080/dm"));
        flows.setServer({});
    }

    void a_question_can_be_answered_in_the_demonstration()
    {
        m_bench->action(Command::RunUc1)->trigger();
        QTRY_VERIFY_WITH_TIMEOUT(m_bench->window().handset().screen().isAsking() && m_bench->canAnswer(), kPatience);
        m_bench->action(Command::Demonstration)->trigger();
        QTRY_VERIFY(m_bench->window().handset().isAncestorOf(QApplication::focusWidget()));
        QTest::keyClick(m_bench->focus(), Qt::Key_Escape);
        m_bench->answerAll(false);
        QVERIFY(!m_bench->isRunning());
        QVERIFY(m_bench->window().handset().decisions().model().rowCount() > 0);
        m_bench->action(Command::Demonstration)->trigger();
    }

    void what_was_run_is_saved()
    {
        m_bench->run(Command::RunUc1A2);
        m_bench->answerAll(true);
        QVERIFY(m_bench->action(Command::SaveFlow)->isEnabled());
        for (const char* name : {"flow.pdf", "flow.svg", "flow.png"}) {
            const QString path = m_bench->path(name);
            m_bench->window().sessions().saveTo(path);
            QTRY_VERIFY_WITH_TIMEOUT(QFile(path).size() > 500, kPatience);
        }
    }

    void synchronise_with_a_preview()
    {
        m_bench->action(Command::Sync)->trigger();
        auto* panel = m_bench->find<SyncPanel>("syncPanel");
        QVERIFY(panel != nullptr && panel->isVisible());
        QTRY_VERIFY_WITH_TIMEOUT(panel->findChild<QTableView*>(QStringLiteral("syncPreview"))->model()->rowCount() > 0
                || panel->conflicts().model().rowCount() > 0,
            kPatience);
        QTRY_VERIFY_WITH_TIMEOUT(m_bench->idle(), kPatience);
        panel->conflicts().model().chooseAll(Choice::Card);
        QVERIFY2(panel->whyNot().isEmpty(), qPrintable(panel->whyNot()));
        saveInto(m_bench->path("patch"));
        QVERIFY(!panel->preview().empty()); // it waits as before
        panel->findChild<QPushButton*>(QStringLiteral("syncApply"))->click();
        QTRY_VERIFY_WITH_TIMEOUT(m_bench->idle(), kPatience);
        const QString said = panel->findChild<QWidget*>(QStringLiteral("syncSummary"))
                                 ->findChild<QLabel*>(QStringLiteral("noteText"))
                                 ->text();
        QVERIFY2(said.contains(QStringLiteral("in step")), qPrintable(said));
        panel->findChild<QPushButton*>(QStringLiteral("syncAgain"))->click();
        QTRY_VERIFY_WITH_TIMEOUT(
            !panel->conflicts().model().input().merge->conflicts.size() && m_bench->idle() && panel->preview().empty(),
            kPatience);
    }

    void F02_an_opened_card_is_in_the_handset_where_that_is_wanted()
    {
        const std::size_t before = deviceNodes();
        QVERIFY(!m_bench->isRunning()); // two that are opened are only compared
        m_bench->action(Command::CardIsInserted)->trigger();
        QTRY_VERIFY(m_bench->isRunning());
        m_bench->answerAll(true);
        QVERIFY2(m_bench->report().done, qPrintable(m_bench->report().outcome));
        QCOMPARE(m_bench->report().request.kind, FlowKind::Uc2);
        const std::size_t inserted = deviceNodes();
        QVERIFY(inserted > before);
        m_bench->action(Command::CloseCard)->trigger();
        QTRY_VERIFY_WITH_TIMEOUT(m_bench->idle() && deviceNodes() < inserted, kPatience);
        const QString told = m_bench->window().handset().screen().notice();
        QVERIFY2(told.contains(QStringLiteral("The card is out")), qPrintable(told));
    }

    void F02_a_card_is_put_in_and_taken_out_by_hand()
    {
        m_bench->run(Command::InsertCard);
        m_bench->answerAll(true);
        const std::size_t inserted = deviceNodes();
        m_bench->action(Command::TakeCardOut)->trigger();
        QTRY_VERIFY_WITH_TIMEOUT(m_bench->idle() && deviceNodes() < inserted, kPatience);
        QVERIFY(m_bench->controller().side(Side::Card)); // it stays open
    }

    void DM_SC_USE_5_what_was_agreed_to_before_is_listed_and_can_be_taken_back()
    {
        m_bench->run(Command::RunUc1);
        QVERIFY(m_bench->answerAll(true) > 0);
        m_bench->close();
        QVERIFY(m_bench->openDemo());
        DecisionModel& decisions = m_bench->window().handset().decisions().model();
        QVERIFY(decisions.rowCount() > 0);
        const auto came = Uri::parse("./DMAcc/Harbour");
        int row = 0;
        while (row < decisions.rowCount() && decisions.at(row)->prompt.changes.front().uri != came->text())
            ++row;
        QVERIFY(row < decisions.rowCount() && has(*came));
        m_bench->revoke(row);
        QVERIFY(!has(*came));
        const int known = decisions.rowCount();
        m_bench->action(Command::Reload)->trigger();
        QTRY_VERIFY_WITH_TIMEOUT(m_bench->idle(), kPatience);
        QCOMPARE(decisions.rowCount(), known); // listed once
    }

    void the_handset_settings_are_remembered()
    {
        m_bench->action(Command::AskUnmarked)->setChecked(true);
        m_bench->action(Command::AskUnmarked)->trigger(); // off again
        m_bench->action(Command::AskUnmarked)->trigger();
        QVERIFY(m_bench->window().sessions().settings().askUnmarked);
        m_bench->window().saveSession();
        WindowOptions options = m_bench->options();
        options.empty = true;
        QVERIFY(m_bench->open(options));
        QVERIFY(m_bench->window().sessions().settings().askUnmarked);
        QVERIFY(m_bench->action(Command::AskUnmarked)->isChecked());
    }

    void the_window_fits_in_1280_pixels()
    {
        QVERIFY2(m_bench->window().minimumSizeHint().width() <= 1280,
            qPrintable(QString::number(m_bench->window().minimumSizeHint().width())));
        QCOMPARE(m_bench->window().width(), 1280);
    }

private:
    /// The panel's plan, as SyncML for either side.
    void saveInto(const QString& folder)
    {
        QVERIFY(QDir().mkpath(folder));
        m_bench->find<QPushButton>("syncSave")->click();
        QTRY_VERIFY(m_bench->find<QFileDialog>("saveSyncDialog") != nullptr);
        auto* chooser = m_bench->find<QFileDialog>("saveSyncDialog");
        auto* name = chooser->findChild<QLineEdit*>(QStringLiteral("fileNameEdit"));
        name->setText(folder);
        QTest::keyClick(name, Qt::Key_Return);
        for (const char* side : {"/card.xml", "/device.xml"}) {
            QFile file(folder + QLatin1String(side));
            QTRY_VERIFY_WITH_TIMEOUT(file.exists(), kPatience);
            QTRY_VERIFY_WITH_TIMEOUT(m_bench->idle(), kPatience);
            QVERIFY(file.open(QIODevice::ReadOnly) && file.readAll().contains("<Atomic>"));
        }
    }
    [[nodiscard]] bool has(const Uri& uri)
    {
        return m_bench->controller().side(Side::Device)->tree->find(uri) != kNoNode;
    }
    [[nodiscard]] std::size_t deviceNodes() { return m_bench->controller().side(Side::Device)->tree->size(); }
    std::unique_ptr<FlowBench> m_bench;
};

int run(int argc, char** argv)
{
    return test::run<QApplication, WindowFlowsTest>(argc, argv);
}

} // namespace dmsc::tst_window_flows

#include "tst_window_flows.moc"
