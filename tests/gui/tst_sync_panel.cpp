// SPDX-License-Identifier: Apache-2.0
// A synchronisation before it is carried out: summary, policies, conflicts, preview.
#include "model/items/conflict_model.h"
#include "tests/support/run_test.h"
#include "widgets/sync/conflict_view.h"
#include "widgets/sync/policy_form.h"
#include "widgets/sync/sync_panel.h"
#include "widgets/theme/action_button.h"
#include "widgets/theme/theme.h"

#include <QAccessible>
#include <QApplication>
#include <QComboBox>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>
#include <QToolButton>

#include <memory>

namespace dmsc::tst_sync_panel {

namespace {

/// An account with a name and an address, as one side has it.
std::shared_ptr<const Tree> treeWith(const std::string& name, const std::string& address)
{
    auto tree = std::make_shared<Tree>();
    NodeData root;
    root.name = "Acc";
    root.type = "urn:oma:mo:oma-dm-dmacc:1.0";
    const auto account = tree->add(Tree::root(), root);
    const auto leaf = [&](const char* key, const std::string& value) {
        NodeData data;
        data.name = key;
        data.format = Format::Chr;
        data.value = value;
        (void)tree->add(*account, data);
    };
    leaf("Addr", address);
    leaf("Name", name);
    return tree;
}

SyncPlan planOf(const char* base, const char* device, const char* card, const std::vector<PolicyRule>& rules = {})
{
    SyncPlan plan;
    plan.base = base != nullptr ? treeWith(base, "a") : nullptr;
    plan.device = treeWith(device, "a");
    plan.card = treeWith(card, "b");
    plan.merge = std::make_shared<Merge>(mergeTrees(plan.base.get(), *plan.device, *plan.card, rules));
    plan.deviceName = QStringLiteral("Demo handset");
    plan.cardName = QStringLiteral("Demo card");
    return plan;
}

} // namespace

class SyncPanelTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        applyTheme(Theme::Light);
        letAssistivePress();
        QAccessible::setActive(true); // somebody listens from the beginning
    }
    void init()
    {
        m_panel = std::make_unique<SyncPanel>();
        m_panel->show();
        QApplication::setActiveWindow(m_panel.get());
    }
    void cleanup() { m_panel.reset(); }

    void before_there_is_a_plan_nothing_can_be_applied()
    {
        QVERIFY(!find<QPushButton>("syncApply")->isEnabled());
        QVERIFY(!m_panel->whyNot().isEmpty());
    }

    void what_only_one_side_changed_needs_no_decision()
    {
        m_panel->setPlan(planOf("n", "n", "n"));
        QCOMPARE(m_panel->conflicts().model().rowCount(), 0);
        QCOMPARE(m_panel->preview().size(), std::size_t(1));
        QVERIFY(find<QPushButton>("syncApply")->isEnabled());
        QVERIFY(summary().contains(QStringLiteral("Demo handset")));
        QVERIFY(find<QLabel>("syncPreviewTitle")->text().contains(QStringLiteral("Device: 1")));
    }

    void open_conflicts_hold_it_back_and_say_so()
    {
        m_panel->setPlan(planOf("n", "device's", "card's"));
        QCOMPARE(m_panel->conflicts().model().openCount(), 1);
        auto* apply = find<QPushButton>("syncApply");
        QVERIFY(!apply->isEnabled());
        QVERIFY(apply->toolTip().contains(QStringLiteral("open")));
        QVERIFY(find<QLabel>("syncWhyNot")->text().contains(QStringLiteral("open")));
        find<QToolButton>("conflictCard")->click();
        QVERIFY(apply->isEnabled());
        QVERIFY(find<QToolButton>("conflictCard")->isChecked());
        QSignalSpy asked(m_panel.get(), &SyncPanel::applyRequested);
        apply->click();
        QCOMPARE(asked.count(), 1);
        QCOMPARE(asked.first().first().value<std::vector<Choice>>(), std::vector<Choice>{Choice::Card});
    }

    void the_preview_follows_the_choice()
    {
        m_panel->setPlan(planOf("n", "device's", "card's"));
        const auto operationsFor = [this](Side side) {
            return std::count_if(m_panel->preview().begin(), m_panel->preview().end(),
                [side](const Operation& operation) { return operation.side == side; });
        };
        find<QToolButton>("conflictCard")->click();
        QCOMPARE(operationsFor(Side::Device), 2);
        QCOMPARE(operationsFor(Side::Card), 0);
        find<QToolButton>("conflictDevice")->click();
        QCOMPARE(operationsFor(Side::Device), 1);
        QCOMPARE(operationsFor(Side::Card), 1);
        find<QToolButton>("conflictBase")->click();
        QCOMPARE(operationsFor(Side::Device), 2);
        QCOMPARE(operationsFor(Side::Card), 1);
        find<QToolButton>("conflictOpen")->click();
        QVERIFY(!find<QPushButton>("syncApply")->isEnabled());
    }

    void conflicts_are_decided_by_assistive_programs()
    {
        using Actions = QAccessibleActionInterface;
        m_panel->setPlan(planOf("n", "device's", "card's"));
        const auto decide = [this](const char* button, const QString& action) {
            auto* face = QAccessible::queryAccessibleInterface(find<QToolButton>(button))->actionInterface();
            face->doAction(action);
            return find<QToolButton>(button)->isChecked();
        };
        QVERIFY(decide("conflictCard", Actions::toggleAction()));
        QCOMPARE(m_panel->conflicts().model().choices().front(), Choice::Card);
        QVERIFY(decide("conflictDevice", Actions::pressAction()));
        QCOMPARE(m_panel->conflicts().model().choices().front(), Choice::Device);
        QVERIFY(decide("conflictDevice", Actions::toggleAction())); // chosen it stays
        QVERIFY(find<QPushButton>("syncApply")->isEnabled());
    }

    void conflicts_are_decided_by_keyboard()
    {
        m_panel->setPlan(planOf("n", "device's", "card's"));
        auto* table = find<QTableView>("conflictTable");
        table->setFocus();
        QTest::keyClick(table, Qt::Key_Left, Qt::AltModifier);
        QCOMPARE(m_panel->conflicts().model().choices().front(), Choice::Card);
        QTest::keyClick(table, Qt::Key_Right, Qt::AltModifier);
        QCOMPARE(m_panel->conflicts().model().choices().front(), Choice::Device);
        QTest::keyClick(table, Qt::Key_F7);
        QCOMPARE(table->currentIndex().row(), 0);
    }

    void without_a_base_there_is_none_to_take()
    {
        m_panel->setPlan(planOf(nullptr, "device's", "card's"));
        QVERIFY(summary().contains(QStringLiteral("first time")));
        QVERIFY(m_panel->conflicts().model().openCount() > 0);
        QVERIFY(!find<QToolButton>("conflictBase")->isEnabled());
        QVERIFY(!find<QToolButton>("conflictBase")->toolTip().isEmpty());
    }

    void policies_are_for_everything_and_for_each_mo()
    {
        m_panel->setPlan(planOf("n", "device's", "card's"));
        auto* everything = find<QComboBox>("policy:.");
        auto* account = find<QComboBox>("policy:./Acc");
        QVERIFY(everything != nullptr && account != nullptr);
        QSignalSpy asked(m_panel.get(), &SyncPanel::planRequested);
        everything->setFocus();
        QTest::keyClick(everything, Qt::Key_Down);
        QCOMPARE(asked.count(), 1);
        QCOMPARE(m_panel->rules().size(), std::size_t(1));
        QVERIFY(m_panel->rules().front().policy == MergePolicy::CardWins);
        m_panel->setPlan(planOf("n", "device's", "card's", m_panel->rules()));
        QVERIFY(find<QPushButton>("syncApply")->isEnabled()); // the policy has decided
        QVERIFY(m_panel->rules().front().policy == MergePolicy::CardWins); // and is kept
    }

    void what_runs_holds_everything_back()
    {
        m_panel->setPlan(planOf("n", "n", "n"));
        m_panel->setBusy(QStringLiteral("Something is running"));
        QVERIFY(!find<QPushButton>("syncApply")->isEnabled());
        m_panel->setBusy({});
        QVERIFY(find<QPushButton>("syncApply")->isEnabled());
        m_panel->setDone(QStringLiteral("In step."));
        QVERIFY(!find<QPushButton>("syncApply")->isEnabled());
        QCOMPARE(summary(), QStringLiteral("In step."));
    }

    void everything_has_a_name()
    {
        m_panel->setPlan(planOf("n", "device's", "card's"));
        for (const QWidget* widget : m_panel->findChildren<QWidget*>()) {
            if (!widget->isVisible() || (widget->focusPolicy() & Qt::TabFocus) == 0
                || widget->objectName().startsWith(QLatin1String("qt_")))
                continue;
            QAccessibleInterface* face = QAccessible::queryAccessibleInterface(const_cast<QWidget*>(widget));
            QVERIFY2(!face->text(QAccessible::Name).isEmpty(), qPrintable(widget->objectName()));
        }
    }

private:
    template <class T> [[nodiscard]] T* find(const char* name) { return m_panel->findChild<T*>(QLatin1String(name)); }
    [[nodiscard]] QString summary()
    {
        return find<QWidget>("syncSummary")->findChild<QLabel*>(QStringLiteral("noteText"))->text();
    }

    std::unique_ptr<SyncPanel> m_panel;
};

int run(int argc, char** argv)
{
    return test::run<QApplication, SyncPanelTest>(argc, argv);
}

} // namespace dmsc::tst_sync_panel

#include "tst_sync_panel.moc"
