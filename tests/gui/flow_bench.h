// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/gui/window_bench.h"
#include "widgets/flows/flow_panel.h"
#include "widgets/prompts/decision_pane.h"
#include "widgets/prompts/handset_panel.h"

#include <QAction>
#include <QPushButton>
#include <QTreeView>

namespace dmsc::test {

inline constexpr int kPatience = 30'000;

/// The window with flows in it: chosen as commands, their questions answered by keyboard.
class FlowBench : public WindowBench
{
public:
    void run(Command command)
    {
        QVERIFY2(action(command)->isEnabled(), qPrintable(action(command)->toolTip()));
        action(command)->trigger();
        QVERIFY(window().flow().isRunning());
    }
    /// Answers by keyboard whatever is asked until the flow has ended; gives back how often that was.
    int answerAll(bool yes)
    {
        HandsetScreen& screen = window().handset().screen();
        int count = 0;
        for (; count < 50; ++count) {
            if (!QTest::qWaitFor(
                    [&] { return (screen.isAsking() && canAnswer()) || (!screen.isAsking() && !isRunning()); },
                    kPatience)
                || !isRunning())
                break;
            // Off screen there is no window manager that gives the window its place back after a dialog.
            QApplication::setActiveWindow(screen.window());
            if (!yes) {
                QTest::keyClick(focus(), Qt::Key_Escape);
            } else {
                auto* button = screen.findChild<QPushButton*>(QStringLiteral("promptYes"));
                for (int i = 0; i < 8 && !button->hasFocus(); ++i)
                    QTest::keyClick(focus(), Qt::Key_Tab);
                QTest::keyClick(button, Qt::Key_Return);
            }
            if (!QTest::qWaitFor([&] { return !canAnswer(); }, 3000)) {
                qWarning("the question does not take the key");
                action(Command::Cancel)->trigger();
                break;
            }
        }
        (void)QTest::qWaitFor([this] { return !isRunning() && idle(); }, kPatience);
        return count;
    }
    /// Takes a decision back, by mouse: the row in the list, then the button.
    void revoke(int row)
    {
        DecisionPane& pane = window().handset().decisions();
        window().handset().setCurrentWidget(&pane);
        auto* list = pane.findChild<QTreeView*>();
        const QModelIndex index = list->model()->index(row, 0);
        list->scrollTo(index);
        QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, list->visualRect(index).center());
        auto* button = pane.findChild<QPushButton*>(QStringLiteral("decisionRevoke"));
        QVERIFY(button->isEnabled());
        QTest::mouseClick(button, Qt::LeftButton);
        QVERIFY(pane.model().isRevoked(row));
        QTRY_VERIFY_WITH_TIMEOUT(idle(), kPatience);
    }
    [[nodiscard]] QWidget* focus()
    {
        QWidget* focus = QApplication::focusWidget();
        return focus != nullptr ? focus : &window().handset().screen();
    }
    [[nodiscard]] bool canAnswer()
    {
        return window().handset().screen().findChild<QPushButton*>(QStringLiteral("promptYes"))->isEnabled();
    }
    [[nodiscard]] bool isRunning() { return window().flow().isRunning(); }
    [[nodiscard]] FlowReport report() { return window().flow().report().value_or(FlowReport()); }
    [[nodiscard]] bool allDone()
    {
        for (const FlowStep& step : report().steps) {
            const bool good = hasEnded(step.state) && step.state != StepState::Failed; // a refusal is an end too
            if (!good && step.state != StepState::Skipped)
                return false;
        }
        return !report().steps.empty();
    }
};

} // namespace dmsc::test
