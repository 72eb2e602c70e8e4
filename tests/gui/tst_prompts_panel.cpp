// SPDX-License-Identifier: Apache-2.0
// The handset's screen: every kind of question, its safe answer, its time limits, its place.
#include "tests/support/run_test.h"
#include "widgets/prompts/decision_pane.h"
#include "widgets/prompts/handset_panel.h"
#include "widgets/theme/theme.h"

#include <QAbstractButton>
#include <QAccessible>
#include <QApplication>
#include <QDialog>
#include <QDockWidget>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMainWindow>
#include <QPushButton>
#include <QRadioButton>
#include <QScrollArea>
#include <QSignalSpy>
#include <QTest>
#include <QTreeView>

#include <memory>

namespace dmsc::tst_prompts_panel {

using Verdict = dmsc::PromptAnswer::Verdict;

namespace {

constexpr int kPatience = 5000;

Prompt question(PromptKind kind)
{
    Prompt prompt;
    prompt.kind = kind;
    prompt.asker = {QStringLiteral("Operator A"), QStringLiteral("SCP03 0x33"), true};
    prompt.text = QStringLiteral("May the account be taken in?");
    prompt.why = QStringLiteral("marked to be confirmed");
    prompt.ifYes = QStringLiteral("the account is used from now on");
    prompt.ifNo = QStringLiteral("nothing changes");
    return prompt;
}

Prompt withChanges(bool partial)
{
    Prompt prompt = question(PromptKind::Confirm);
    prompt.partial = partial;
    prompt.changes = {{PromptChange::Kind::Add, "./DMAcc/OperatorA", QStringLiteral("DM account"), {},
                          QStringLiteral("4 nodes"), false},
        {PromptChange::Kind::Replace, "./DMAcc/B/AAuthSecret", QStringLiteral("Secret"), QStringLiteral("old secret"),
            QStringLiteral("new secret"), true}};
    return prompt;
}

} // namespace

class PromptsPanelTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { applyTheme(Theme::Light); }
    void init()
    {
        m_window = std::make_unique<QMainWindow>();
        m_window->setCentralWidget(new QLineEdit);
        m_dock = new QDockWidget(QStringLiteral("Handset"), m_window.get());
        m_dock->setAccessibleName(QStringLiteral("Handset"));
        m_panel = new HandsetPanel;
        m_dock->setWidget(m_panel);
        m_window->addDockWidget(Qt::RightDockWidgetArea, m_dock);
        m_place = std::make_unique<HandsetPlace>(*m_panel, *m_dock, *m_window);
        m_window->resize(900, 700);
        m_window->show();
        QApplication::setActiveWindow(m_window.get());
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
        m_answers = std::make_unique<QSignalSpy>(&screen(), &HandsetScreen::answered);
    }
    void cleanup()
    {
        m_answers.reset();
        m_place.reset();
        m_window.reset();
        QApplication::setLayoutDirection(Qt::LeftToRight);
    }

    void DM_SC_USE_1_who_asks_what_and_why_is_said()
    {
        ask(question(PromptKind::Confirm));
        const QString asker = find<QWidget>("promptAsker")->accessibleName();
        QVERIFY(asker.contains(QStringLiteral("Operator A")));
        QVERIFY(asker.contains(QStringLiteral("verified by SCP03 0x33")));
        QCOMPARE(find<QLabel>("promptText")->text(), QStringLiteral("May the account be taken in?"));
        QVERIFY(find<QLabel>("promptWhy")->text().contains(QStringLiteral("marked to be confirmed")));
        QVERIFY(find<QLabel>("promptEffects")->text().contains(QStringLiteral("nothing changes")));
        QVERIFY(find<QLabel>("promptEffects")->text().contains(QStringLiteral("is used from now on")));
    }

    void who_is_not_verified_is_said_to_be_so()
    {
        Prompt prompt = question(PromptKind::Confirm);
        prompt.asker = {QStringLiteral("My bank"), {}, false};
        ask(prompt);
        QVERIFY(find<QWidget>("promptAsker")->accessibleName().contains(QStringLiteral("not verified")));
    }

    void the_safe_answer_has_the_focus_and_return_gives_it()
    {
        ask(question(PromptKind::Confirm));
        QVERIFY(find<QPushButton>("promptNo")->isDefault());
        QVERIFY(!find<QPushButton>("promptYes")->isDefault());
        QTRY_VERIFY_WITH_TIMEOUT(find<QPushButton>("promptNo")->hasFocus(), kPatience);
        QTest::keyClick(find<QPushButton>("promptNo"), Qt::Key_Return);
        QCOMPARE(verdict(), Verdict::No);
    }

    void a_yes_of_the_asker_is_the_default_only_where_it_says_so()
    {
        Prompt prompt = question(PromptKind::Confirm);
        prompt.defaultYes = true;
        ask(prompt);
        QTRY_VERIFY_WITH_TIMEOUT(find<QPushButton>("promptYes")->hasFocus(), kPatience);
    }

    void keys_that_were_meant_for_something_else_answer_nothing()
    {
        ask(question(PromptKind::Confirm));
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Space);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
        QCOMPARE(m_answers->count(), 0);
        QVERIFY(!find<QPushButton>("promptYes")->isEnabled());
        ready();
    }

    void escape_refuses()
    {
        ask(question(PromptKind::Confirm));
        ready();
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
        QCOMPARE(verdict(), Verdict::No);
    }

    void yes_by_keyboard()
    {
        ask(question(PromptKind::Confirm));
        ready();
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        QVERIFY(find<QPushButton>("promptYes")->hasFocus());
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Space);
        QCOMPARE(verdict(), Verdict::Yes);
        QCOMPARE(m_answers->count(), 1);
    }

    void DM_SC_USE_5_the_small_diff_hides_secrets()
    {
        ask(withChanges(false));
        auto* list = find<QListView>("promptChanges");
        QVERIFY(list->isVisible());
        QCOMPARE(list->model()->rowCount(), 2);
        const QString spoken = list->model()->index(1, 0).data(Qt::AccessibleTextRole).toString();
        QVERIFY(spoken.contains(QStringLiteral("changed")));
        QVERIFY(!spoken.contains(QStringLiteral("old secret")));
    }

    void accept_only_some()
    {
        ask(withChanges(true));
        ready();
        auto* list = find<QListView>("promptChanges");
        list->setFocus();
        list->setCurrentIndex(list->model()->index(0, 0));
        QTest::keyClick(list, Qt::Key_Space);
        QVERIFY(find<QPushButton>("promptYes")->text().contains(QStringLiteral("1 of 2")));
        list->setCurrentIndex(list->model()->index(1, 0));
        QTest::keyClick(list, Qt::Key_Space);
        QVERIFY(!find<QPushButton>("promptYes")->isEnabled()); // nothing left to say yes to
        QTest::keyClick(list, Qt::Key_Space);
        find<QPushButton>("promptYes")->click();
        QCOMPARE(verdict(), Verdict::Yes);
        QCOMPARE(answer().accepted, std::vector<std::size_t>{1});
    }

    void DM_SC_USE_9_alert_1100_is_shown_and_seen()
    {
        ask(question(PromptKind::Display));
        ready();
        QVERIFY(!find<QPushButton>("promptNo")->isVisible());
        QTRY_VERIFY(find<QPushButton>("promptYes")->hasFocus());
        QTest::keyClick(find<QPushButton>("promptYes"), Qt::Key_Return);
        QCOMPARE(verdict(), Verdict::Yes);
    }

    void alert_1102_takes_what_its_options_let_through()
    {
        Prompt prompt = question(PromptKind::TextInput);
        prompt.options.input = PromptOptions::Input::Number;
        prompt.options.maxLength = 4;
        prompt.options.hidden = true;
        ask(prompt);
        auto* field = find<QLineEdit>("promptField");
        QVERIFY(field->hasFocus());
        QCOMPARE(field->echoMode(), QLineEdit::Password);
        QTest::keyClicks(field, QStringLiteral("12ab345"));
        QCOMPARE(field->text(), QStringLiteral("1234"));
        ready();
        QTest::keyClick(field, Qt::Key_Return);
        QCOMPARE(verdict(), Verdict::Yes);
        QCOMPARE(answer().text, QStringLiteral("1234"));
    }

    void alert_1102_says_what_is_missing()
    {
        Prompt prompt = question(PromptKind::TextInput);
        prompt.options.input = PromptOptions::Input::IpAddress;
        ask(prompt);
        ready(false);
        auto* field = find<QLineEdit>("promptField");
        QTest::keyClicks(field, QStringLiteral("10.0.0"));
        QVERIFY(!find<QPushButton>("promptYes")->isEnabled());
        QVERIFY(find<QLabel>("promptFieldHint")->text().contains(QStringLiteral("192.168.0.1")));
        QTest::keyClicks(field, QStringLiteral(".1"));
        QVERIFY(find<QPushButton>("promptYes")->isEnabled());
    }

    void alert_1102_takes_days_that_exist()
    {
        Prompt prompt = question(PromptKind::TextInput);
        prompt.options.input = PromptOptions::Input::Date;
        prompt.options.defaultResponse = QStringLiteral("29022023");
        ask(prompt);
        ready(false);
        QVERIFY(find<QLabel>("promptFieldHint")->text().contains(QStringLiteral("DDMMYYYY")));
        find<QLineEdit>("promptField")->setText(QStringLiteral("29022024"));
        QVERIFY(find<QPushButton>("promptYes")->isEnabled());
    }

    void alert_1103_one_choice()
    {
        Prompt prompt = question(PromptKind::SingleChoice);
        prompt.choices = {QStringLiteral("one"), QStringLiteral("two"), QStringLiteral("three")};
        prompt.options.defaultResponse = QStringLiteral("2");
        ask(prompt);
        QVERIFY(find<QRadioButton>("promptChoice2")->isChecked());
        QVERIFY(find<QRadioButton>("promptChoice2")->hasFocus());
        QTest::keyClick(find<QRadioButton>("promptChoice2"), Qt::Key_Down);
        ready();
        find<QPushButton>("promptYes")->click();
        QCOMPARE(answer().chosen, std::vector<int>{3});
    }

    void alert_1104_several_choices()
    {
        Prompt prompt = question(PromptKind::MultipleChoice);
        prompt.choices = {QStringLiteral("one"), QStringLiteral("two"), QStringLiteral("three")};
        prompt.options.defaultResponse = QStringLiteral("1-3");
        ask(prompt);
        QTest::keyClick(find<QAbstractButton>("promptChoice2"), Qt::Key_Space);
        ready();
        find<QPushButton>("promptYes")->click();
        QCOMPARE(answer().chosen, (std::vector<int>{1, 2, 3}));
    }

    void alert_1103_is_answered_by_keyboard_alone()
    {
        Prompt prompt = question(PromptKind::SingleChoice);
        prompt.choices = {QStringLiteral("one"), QStringLiteral("two"), QStringLiteral("three")};
        ask(prompt);
        auto* first = find<QRadioButton>("promptChoice1");
        QVERIFY(first->hasFocus());
        const QImage focused = first->grab().toImage();
        QTest::keyClick(first, Qt::Key_Return); // nothing is chosen yet, and the question is just there
        QCOMPARE(m_answers->count(), 0);
        QTest::keyClick(first, Qt::Key_Up); // round
        auto* last = find<QRadioButton>("promptChoice3");
        QVERIFY(last->hasFocus() && last->isChecked());
        QVERIFY(first->grab().toImage() != focused); // the mark went with it
        ready();
        QTest::keyClick(last, Qt::Key_Return);
        QCOMPARE(m_answers->count(), 1);
        QCOMPARE(verdict(), Verdict::Yes);
        QCOMPARE(answer().chosen, std::vector<int>{3});
    }

    void alert_1104_is_answered_by_keyboard_alone()
    {
        Prompt prompt = question(PromptKind::MultipleChoice);
        prompt.choices = {QStringLiteral("one"), QStringLiteral("two"), QStringLiteral("three")};
        ask(prompt);
        QTest::keyClick(find<QAbstractButton>("promptChoice1"), Qt::Key_Down);
        auto* second = find<QAbstractButton>("promptChoice2");
        QVERIFY(second->hasFocus() && !second->isChecked());
        QTest::keyClick(second, Qt::Key_Space);
        QTest::keyClick(second, Qt::Key_Down);
        ready();
        QTest::keyClick(find<QAbstractButton>("promptChoice3"), Qt::Key_Return);
        QCOMPARE(answer().chosen, std::vector<int>{2});
    }

    void what_is_long_takes_lines_and_is_not_cut()
    {
        Prompt prompt = question(PromptKind::SingleChoice);
        prompt.text = QStringLiteral("./AP/") + QString(300, QLatin1Char('x'));
        prompt.choices = {QStringLiteral("short"), QStringLiteral("many words ").repeated(30),
            QString(200, QLatin1Char('y')), QStringLiteral("last")};
        ask(prompt);
        QTRY_VERIFY(find<QWidget>("promptChoice2")->height() > 3 * find<QWidget>("promptChoice1")->height());
        QVERIFY(find<QWidget>("promptChoice3")->height() > 2 * find<QWidget>("promptChoice1")->height());
        auto* scroll = find<QScrollArea>("promptScroll");
        QVERIFY(scroll->widget()->width() <= scroll->viewport()->width());
        auto* words = find<QLabel>("promptText");
        QVERIFY(words->heightForWidth(words->width()) <= words->height());
        QVERIFY(words->height() > 3 * words->fontMetrics().height());
        QCOMPARE(words->accessibleName(), prompt.text);
        // The keys bring what they reach into sight.
        QTest::keyClick(find<QWidget>("promptChoice1"), Qt::Key_Up);
        auto* last = find<QWidget>("promptChoice4");
        QVERIFY(last->hasFocus());
        QVERIFY(scroll->viewport()->rect().contains(last->mapTo(scroll->viewport(), last->rect().center())));
    }

    void MINDT_holds_the_answers_back_visibly()
    {
        Prompt prompt = question(PromptKind::Confirm);
        prompt.options.minDisplay = std::chrono::seconds(1);
        ask(prompt);
        QTest::qWait(600);
        QVERIFY(!find<QPushButton>("promptNo")->isEnabled());
        QVERIFY(find<QLabel>("promptHold")->isVisible());
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
        QCOMPARE(m_answers->count(), 0);
        ready();
        QVERIFY(!find<QLabel>("promptHold")->isVisible());
    }

    void MAXDT_runs_down_and_then_nobody_has_answered()
    {
        Prompt prompt = question(PromptKind::Confirm);
        prompt.options.maxDisplay = std::chrono::seconds(1);
        ask(prompt);
        auto* ring = find<QWidget>("promptRing");
        QVERIFY(ring->isVisible());
        QVERIFY(ring->accessibleName().contains(QStringLiteral("1")));
        QTRY_COMPARE_WITH_TIMEOUT(m_answers->count(), 1, kPatience);
        QCOMPARE(verdict(), Verdict::TimedOut);
    }

    void without_a_limit_there_is_no_ring()
    {
        ask(question(PromptKind::Confirm));
        QVERIFY(!find<QWidget>("promptRing")->isVisible());
    }

    void DM_SC_USE_8_what_is_finished_is_told()
    {
        screen().tell(
            {Notice::Kind::Finished, {QStringLiteral("issuer"), {}, true}, QStringLiteral("3 objects taken in")});
        QCOMPARE(screen().notice(), QStringLiteral("✓ 3 objects taken in"));
        ask(question(PromptKind::Confirm));
        QVERIFY(!find<QWidget>("handsetIdle")->isVisible());
        screen().close(m_id);
        QVERIFY(find<QWidget>("handsetIdle")->isVisible());
    }

    void a_question_that_is_over_can_not_be_answered()
    {
        ask(question(PromptKind::Confirm));
        ready();
        screen().close(m_id);
        QTest::keyClick(m_panel, Qt::Key_Escape);
        QCOMPARE(m_answers->count(), 0);
        QVERIFY(!screen().isAsking());
    }

    void while_the_dock_is_hidden_a_dialog_asks()
    {
        m_dock->hide();
        ask(question(PromptKind::Confirm));
        QDialog* dialog = m_place->dialog();
        QVERIFY(dialog != nullptr && dialog->isVisible());
        QVERIFY(!dialog->isModal());
        QVERIFY(dialog->isAncestorOf(m_panel));
        screen().close(m_id);
        m_place->release();
        QVERIFY(m_place->dialog() == nullptr);
        QCOMPARE(m_dock->widget(), m_panel);
    }

    void a_dialog_that_is_closed_refuses()
    {
        m_dock->hide();
        ask(question(PromptKind::Confirm));
        QSignalSpy dismissed(m_place.get(), &HandsetPlace::dismissed);
        m_place->dialog()->reject();
        QCOMPARE(dismissed.count(), 1);
        QCOMPARE(m_dock->widget(), m_panel);
    }

    void the_dock_takes_the_panel_back_when_it_is_shown()
    {
        m_dock->hide();
        ask(question(PromptKind::Confirm));
        m_dock->show();
        QTRY_VERIFY(m_place->dialog() == nullptr);
        QCOMPARE(m_dock->widget(), m_panel);
        QVERIFY(screen().isAsking());
    }

    void a_question_goes_where_it_can_be_seen_and_keeps_what_was_chosen()
    {
        Prompt prompt = question(PromptKind::SingleChoice);
        prompt.choices = {QStringLiteral("one"), QStringLiteral("two")};
        ask(prompt);
        find<QRadioButton>("promptChoice2")->click();
        QVERIFY(m_place->dialog() == nullptr);
        m_dock->close(); // its x
        QTRY_VERIFY(m_place->dialog() != nullptr && m_place->dialog()->isVisible());
        QVERIFY(m_place->dialog()->isAncestorOf(m_panel) && screen().isVisible());
        QVERIFY(find<QRadioButton>("promptChoice2")->isChecked());
        QCOMPARE(m_answers->count(), 0);
        m_dock->show();
        QTRY_VERIFY(m_place->dialog() == nullptr);
        QCOMPARE(m_dock->widget(), m_panel);
        QVERIFY(screen().isAsking() && find<QRadioButton>("promptChoice2")->isChecked());
        m_dock->close();
        QTRY_VERIFY(m_place->dialog() != nullptr);
        ready();
        find<QPushButton>("promptYes")->click();
        QCOMPARE(answer().chosen, std::vector<int>{2});
        // Without a question nothing comes up.
        screen().close(m_id);
        m_place->release();
        m_dock->show();
        m_dock->close();
        QCoreApplication::processEvents();
        QVERIFY(m_place->dialog() == nullptr);
    }

    void decisions_can_be_revoked_and_say_how_to_undo()
    {
        PromptAnswer yes;
        yes.verdict = Verdict::Yes;
        m_panel->decisions().add({withChanges(false), yes});
        QVERIFY(m_panel->tabText(1).contains(QStringLiteral("1")));
        m_panel->setCurrentIndex(1);
        auto* list = find<QTreeView>("decisionList");
        auto* revoke = find<QPushButton>("decisionRevoke");
        QVERIFY(!revoke->isEnabled());
        list->setCurrentIndex(list->model()->index(0, 0));
        QVERIFY(revoke->isEnabled());
        QSignalSpy revoked(&m_panel->decisions(), &DecisionPane::revoked);
        revoke->click();
        QCOMPARE(revoked.count(), 1);
        QVERIFY(!revoke->isEnabled());
        QVERIFY(find<QLabel>("noteText")->text().contains(QStringLiteral("./DMAcc/OperatorA")));
    }

    void everything_has_a_name_and_fits_in_every_theme_and_direction()
    {
        for (const Qt::LayoutDirection direction : {Qt::LeftToRight, Qt::RightToLeft}) {
            QApplication::setLayoutDirection(direction);
            for (const Theme theme : {Theme::Light, Theme::Dark, Theme::HighContrast}) {
                applyTheme(theme);
                ask(withChanges(true));
                QVERIFY(!m_window->grab().isNull());
                for (const QWidget* widget : m_panel->findChildren<QWidget*>()) {
                    if (!widget->isVisible() || (widget->focusPolicy() & Qt::TabFocus) == 0)
                        continue;
                    QAccessibleInterface* face = QAccessible::queryAccessibleInterface(const_cast<QWidget*>(widget));
                    QVERIFY2(!face->text(QAccessible::Name).isEmpty(), qPrintable(widget->objectName()));
                }
                screen().close(m_id);
            }
        }
        applyTheme(Theme::Light);
    }

private:
    [[nodiscard]] HandsetScreen& screen() { return m_panel->screen(); }
    template <class T> [[nodiscard]] T* find(const char* name) { return m_panel->findChild<T*>(QLatin1String(name)); }
    void ask(const Prompt& prompt)
    {
        m_id = PromptId(std::uint32_t(m_id) + 1);
        screen().ask(m_id, prompt);
        m_place->show();
    }
    /// Waits until an answer can be given.
    void ready(bool yes = true)
    {
        QTRY_VERIFY_WITH_TIMEOUT(find<QPushButton>("promptNo")->isEnabled(), kPatience);
        if (yes)
            QVERIFY(find<QPushButton>("promptYes")->isEnabled());
    }
    [[nodiscard]] PromptAnswer answer() const
    {
        return m_answers->isEmpty() ? PromptAnswer{Verdict::TooLarge, {}, {}, {}}
                                    : m_answers->last().at(1).value<PromptAnswer>();
    }
    [[nodiscard]] Verdict verdict() const { return answer().verdict; }

    std::unique_ptr<QMainWindow> m_window;
    QDockWidget* m_dock = nullptr;
    HandsetPanel* m_panel = nullptr;
    std::unique_ptr<HandsetPlace> m_place;
    std::unique_ptr<QSignalSpy> m_answers;
    PromptId m_id = PromptId::None;
};

int run(int argc, char** argv)
{
    return test::run<QApplication, PromptsPanelTest>(argc, argv);
}

} // namespace dmsc::tst_prompts_panel

#include "tst_prompts_panel.moc"
