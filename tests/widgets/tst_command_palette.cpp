// SPDX-License-Identifier: Apache-2.0
#include "tests/support/run_test.h"
#include "widgets/palette/command_palette.h"
#include "widgets/palette/word_match.h"

#include <QAbstractItemModelTester>
#include <QAction>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QSignalSpy>
#include <QTest>
#include <QVBoxLayout>

namespace dmsc::tst_command_palette {

namespace {

QList<QKeySequence> keys(const QString& text)
{
    return {QKeySequence(text)};
}

void addSome(ActionRegistry& registry)
{
    registry.add(
        {QStringLiteral("plan.apply"), QStringLiteral("&Apply the plan"), keys(QStringLiteral("Ctrl+Return")), {}, {}});
    registry.add({QStringLiteral("edit.undo"), QStringLiteral("&Undo"), keys(QStringLiteral("Ctrl+Z")), {}, {}});
    registry.add({QStringLiteral("copy.right"), QStringLiteral("Copy to the card"), keys(QStringLiteral("Alt+Right")),
        {}, QStringLiteral("Plans a copy of the selected nodes")});
    registry.add({QStringLiteral("next"), QStringLiteral("Next difference"), keys(QStringLiteral("F7")), {}, {}});
}

} // namespace

class TestCommandPalette : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void wordsMatchInAnyOrderWithSlips_data();
    void wordsMatchInAnyOrderWithSlips();
    void registryKnowsActionsById();
    void disabledActionsSayWhy();
    void actionsAreFoundByOtherWords();
    void conflictsAreFound();
    void shortcutsChangeUnlessTaken();
    void modelFindsAndOrders();
    void keyboardAloneIsEnough();
    void disabledActionsAreShownButNotRun();
    void nothingFoundIsSaid();
    void escapeGivesTheFocusBack();
};

void TestCommandPalette::wordsMatchInAnyOrderWithSlips_data()
{
    QTest::addColumn<QString>("query");
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("found");
    const QString text = QStringLiteral("Copy to the card");
    QTest::newRow("empty") << QString() << text << true;
    QTest::newRow("beginning") << QStringLiteral("cop") << text << true;
    QTest::newRow("other order") << QStringLiteral("card copy") << text << true;
    QTest::newRow("inside") << QStringLiteral("opy") << text << true;
    QTest::newRow("swapped letters") << QStringLiteral("cpoy") << text << true;
    QTest::newRow("letter left out") << QStringLiteral("diffrence") << QStringLiteral("Next difference") << true;
    QTest::newRow("two slips") << QStringLiteral("difrence") << QStringLiteral("Next difference") << true;
    QTest::newRow("case and accents") << QStringLiteral("\u00C4NDER") << QStringLiteral("Wert \u00E4ndern") << true;
    QTest::newRow("one word misses") << QStringLiteral("copy device") << text << false;
    QTest::newRow("short words forgive nothing") << QStringLiteral("cxp") << text << false;
    QTest::newRow("other word") << QStringLiteral("undo") << text << false;
    QTest::newRow("very long") << QString(5000, QLatin1Char('c')) << text << false;
}

void TestCommandPalette::wordsMatchInAnyOrderWithSlips()
{
    QFETCH(QString, query);
    QFETCH(QString, text);
    QFETCH(bool, found);
    QCOMPARE(wordMatch(query, text).has_value(), found);
}

void TestCommandPalette::registryKnowsActionsById()
{
    ActionRegistry registry;
    addSome(registry);
    QCOMPARE(registry.actions().size(), std::size_t{4});
    QAction* apply = registry.action(QStringLiteral("plan.apply"));
    QVERIFY(apply != nullptr);
    QVERIFY(registry.action(QStringLiteral("no.such")) == nullptr);
    QCOMPARE(registry.add({QStringLiteral("plan.apply"), QStringLiteral("Other"), {}, {}, {}}), apply);
    QCOMPARE(registry.actions().size(), std::size_t{4});
    QCOMPARE(ActionRegistry::plainText(*apply), QStringLiteral("Apply the plan"));
    QVERIFY(apply->toolTip().contains(QStringLiteral("Ctrl+Return")));
}

void TestCommandPalette::disabledActionsSayWhy()
{
    ActionRegistry registry;
    addSome(registry);
    QAction* copy = registry.action(QStringLiteral("copy.right"));
    QVERIFY(copy->toolTip().contains(QStringLiteral("Plans a copy")));
    registry.setAvailable(QStringLiteral("copy.right"), QStringLiteral("Nothing is selected"));
    QVERIFY(!copy->isEnabled());
    QVERIFY(copy->toolTip().contains(QStringLiteral("Nothing is selected")));
    QCOMPARE(registry.whyNot(*copy), QStringLiteral("Nothing is selected"));
    registry.setAvailable(QStringLiteral("copy.right"));
    QVERIFY(copy->isEnabled());
    QVERIFY(copy->toolTip().contains(QStringLiteral("Plans a copy")));
}

void TestCommandPalette::actionsAreFoundByOtherWords()
{
    ActionRegistry registry;
    addSome(registry);
    registry.add({QStringLiteral("flow"), QStringLiteral("Run a flow"), {}, {}, {}, QStringLiteral("server address")});
    registry.add({QStringLiteral("serve"), QStringLiteral("Stop the server"), {}, {}, {}});
    CommandModel found(registry);
    found.setQuery(QStringLiteral("server"));
    QCOMPARE(found.rowCount(), 2);
    QCOMPARE(found.actionAt(0)->objectName(), QStringLiteral("serve")); // what is called so comes first
    QCOMPARE(found.actionAt(1)->text(), QStringLiteral("Run a flow"));
    found.setQuery(QStringLiteral("flow address"));
    QCOMPARE(found.rowCount(), 1);
}

void TestCommandPalette::conflictsAreFound()
{
    ActionRegistry registry;
    addSome(registry);
    QVERIFY(registry.conflicts().isEmpty());
    registry.add({QStringLiteral("zoom"), QStringLiteral("Zoom"), keys(QStringLiteral("Ctrl+Z")), {}, {}});
    QCOMPARE(registry.conflicts(), QStringList{QStringLiteral("Ctrl+Z: Undo, Zoom")});
}

void TestCommandPalette::shortcutsChangeUnlessTaken()
{
    ActionRegistry registry;
    addSome(registry);
    const auto taken = registry.setShortcuts(QStringLiteral("next"), keys(QStringLiteral("Ctrl+Z")));
    QVERIFY(!taken && taken.error().kind == ErrorKind::Exists);
    QVERIFY(taken.error().what.contains(QStringLiteral("Undo")));
    QVERIFY(registry.setShortcuts(QStringLiteral("next"), keys(QStringLiteral("F8"))).has_value());
    QCOMPARE(registry.action(QStringLiteral("next"))->shortcut(), QKeySequence(QStringLiteral("F8")));
    QCOMPARE(registry.defaultShortcuts(QStringLiteral("next")), keys(QStringLiteral("F7")));
    QVERIFY(!registry.setShortcuts(QStringLiteral("no.such"), {}).has_value());
}

void TestCommandPalette::modelFindsAndOrders()
{
    ActionRegistry registry;
    addSome(registry);
    CommandModel model(registry);
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QCOMPARE(model.rowCount(), 4);
    registry.setAvailable(QStringLiteral("plan.apply"), QStringLiteral("The plan is empty"));
    model.setQuery({});
    QCOMPARE(model.index(3).data(CommandModel::WhyNotRole).toString(), QStringLiteral("The plan is empty"));
    QCOMPARE(model.index(3).data(Qt::AccessibleTextRole).toString(),
        QStringLiteral("Apply the plan, Ctrl+Return, not available, The plan is empty"));
    model.setQuery(QStringLiteral("difference next"));
    QCOMPARE(model.rowCount(), 1);
    QCOMPARE(model.actionAt(0), registry.action(QStringLiteral("next")));
    QVERIFY(model.actionAt(1) == nullptr && model.actionAt(-1) == nullptr);
}

void TestCommandPalette::keyboardAloneIsEnough()
{
    ActionRegistry registry;
    addSome(registry);
    QWidget window;
    window.resize(900, 600);
    CommandPalette palette(registry, &window);
    window.show();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    const QSignalSpy undone(registry.action(QStringLiteral("edit.undo")), &QAction::triggered);
    palette.open();
    auto* line = palette.findChild<QLineEdit*>();
    QVERIFY(line->hasFocus());
    QTest::keyClick(line, Qt::Key_Down);
    QTest::keyClick(line, Qt::Key_Return);
    QCOMPARE(undone.count(), 1);
    QVERIFY(!palette.isVisible());
    palette.open();
    QTest::keyClicks(line, QStringLiteral("und"));
    QTest::keyClick(line, Qt::Key_Return);
    QCOMPARE(undone.count(), 2);
}

void TestCommandPalette::disabledActionsAreShownButNotRun()
{
    ActionRegistry registry;
    addSome(registry);
    registry.setAvailable(QStringLiteral("edit.undo"), QStringLiteral("Nothing to undo"));
    QWidget window;
    CommandPalette palette(registry, &window);
    window.show();
    const QSignalSpy undone(registry.action(QStringLiteral("edit.undo")), &QAction::triggered);
    palette.open();
    auto* line = palette.findChild<QLineEdit*>();
    QTest::keyClicks(line, QStringLiteral("undo"));
    QCOMPARE(palette.findChild<QListView*>()->model()->rowCount(), 1);
    QTest::keyClick(line, Qt::Key_Return);
    QCOMPARE(undone.count(), 0);
    QVERIFY(palette.isVisible());
}

void TestCommandPalette::nothingFoundIsSaid()
{
    ActionRegistry registry;
    addSome(registry);
    QWidget window;
    CommandPalette palette(registry, &window);
    window.show();
    palette.open();
    const auto* nothing = palette.findChild<QLabel*>(QStringLiteral("noCommand"));
    QVERIFY(!nothing->isVisible());
    auto* line = palette.findChild<QLineEdit*>();
    QTest::keyClicks(line, QStringLiteral("xyzzy"));
    QVERIFY(nothing->isVisible());
    QVERIFY(!palette.findChild<QListView*>()->isVisible());
    line->clear();
    QVERIFY(!nothing->isVisible());
}

void TestCommandPalette::escapeGivesTheFocusBack()
{
    ActionRegistry registry;
    addSome(registry);
    QWidget window;
    auto* edit = new QLineEdit;
    auto* other = new QLineEdit;
    auto* layout = new QVBoxLayout(&window);
    layout->addWidget(other);
    layout->addWidget(edit);
    CommandPalette palette(registry, &window);
    window.show();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    edit->setFocus();
    palette.open();
    QTest::keyClick(palette.findChild<QLineEdit*>(), Qt::Key_Escape);
    QVERIFY(!palette.isVisible());
    QVERIFY(edit->hasFocus());
    palette.open();
    other->setFocus(Qt::MouseFocusReason);
    QVERIFY(!palette.isVisible());
    QVERIFY(other->hasFocus());
}

int run(int argc, char** argv)
{
    return test::run<QApplication, TestCommandPalette>(argc, argv);
}

} // namespace dmsc::tst_command_palette

#include "tst_command_palette.moc"
