// SPDX-License-Identifier: Apache-2.0
#include "model/items/conflict_model.h"
#include "model/items/merge_preview.h"
#include "model/uicc/secret_type.h"
#include "tests/support/run_test.h"
#include "tests/support/tree_text.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

namespace dmsc::tst_conflict_model {

namespace {

std::shared_ptr<const Tree> tree(const char* inside)
{
    return std::make_shared<const Tree>(test::treeOf(std::string("M  node  urn:mo:m:1.0\n") + inside));
}

ConflictInput input(bool withBase = true)
{
    ConflictInput input;
    input.base = withBase ? tree("  A = 1\n  B\n    C = 1\n  Key : chr application/x-secret = old\n") : nullptr;
    input.device = tree("  A = 2\n  Key : chr application/x-secret = mine\n");
    input.card = tree("  A = 3\n  B\n    C = 2\n  Key : chr application/x-secret = theirs\n");
    input.merge = std::make_shared<const Merge>(mergeTrees(input.base.get(), *input.device, *input.card));
    return input;
}

QString text(const ConflictModel& model, int row, int column, int role = Qt::DisplayRole)
{
    return model.data(model.index(row, column), role).toString();
}

int number(const ConflictModel& model, int row, int role)
{
    return model.data(model.index(row, 0), role).toInt();
}

} // namespace

class TestConflictModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void DM_SC_GEN_7_conflictsInWords();
    void secretsStayDots();
    void choosing();
    void takeAll();
    void withoutABase();
    void everyCellSpeaks();
    void previewTellsWhatHappens();
};

void TestConflictModel::DM_SC_GEN_7_conflictsInWords()
{
    ConflictModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setInput(input());
    QCOMPARE(model.rowCount(), 3);
    QCOMPARE(text(model, 0, ConflictModel::WhereColumn), QStringLiteral("./M/A"));
    QCOMPARE(text(model, 0, ConflictModel::WhatColumn), QStringLiteral("value changed on both sides"));
    QCOMPARE(text(model, 0, ConflictModel::BaseColumn), QStringLiteral("1"));
    QCOMPARE(text(model, 0, ConflictModel::DeviceColumn), QStringLiteral("2"));
    QCOMPARE(text(model, 0, ConflictModel::CardColumn), QStringLiteral("3"));
    QCOMPARE(text(model, 0, ConflictModel::ChoiceColumn), QStringLiteral("not decided"));
    QCOMPARE(text(model, 1, ConflictModel::WhatColumn), QStringLiteral("changed on the card, deleted on the device"));
    QCOMPARE(text(model, 1, ConflictModel::DeviceColumn), QStringLiteral("not there"));
    QVERIFY(text(model, 1, ConflictModel::CardColumn).startsWith(u'2')); // nodes
    QVERIFY(text(model, 1, ConflictModel::WhatColumn, Qt::ToolTipRole).contains(QStringLiteral("./M/B/C")));
    // The edit is kept unless somebody says otherwise.
    QCOMPARE(number(model, 1, ConflictModel::ChoiceRole), static_cast<int>(Choice::Card));
    QCOMPARE(number(model, 1, ConflictModel::StateRole), static_cast<int>(ConflictModel::State::Suggested));
    QCOMPARE(number(model, 0, ConflictModel::StateRole), static_cast<int>(ConflictModel::State::Open));
    QVERIFY(model.choiceMeans(0, Choice::Card).contains(u'3'));
    QVERIFY(model.choiceMeans(1, Choice::Device).contains(QStringLiteral("lost")));
}

void TestConflictModel::secretsStayDots()
{
    ConflictModel model;
    model.setInput(input());
    for (const int column : {ConflictModel::BaseColumn, ConflictModel::DeviceColumn, ConflictModel::CardColumn})
        QCOMPARE(text(model, 2, column), secretDots());
    for (int column = 0; column < ConflictModel::ColumnCount; ++column)
        for (const int role :
            {Qt::DisplayRole, Qt::EditRole, Qt::ToolTipRole, Qt::AccessibleTextRole, Qt::AccessibleDescriptionRole})
            for (const QString& secret : {QStringLiteral("old"), QStringLiteral("mine"), QStringLiteral("theirs")})
                QVERIFY2(!text(model, 2, column, role).contains(secret), qPrintable(text(model, 2, column, role)));
    for (const Choice choice : {Choice::Base, Choice::Card, Choice::Device})
        QVERIFY(model.choiceMeans(2, choice).contains(secretDots()));
}

void TestConflictModel::choosing()
{
    ConflictModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setInput(input());
    QSignalSpy counts(&model, &ConflictModel::openCountChanged);
    QSignalSpy changes(&model, &QAbstractItemModel::dataChanged);
    QCOMPARE(model.openCount(), 2);
    QCOMPARE(model.nextOpen(-1), 0);
    QCOMPARE(model.nextOpen(0), 2);
    QCOMPARE(model.nextOpen(2), 0);
    const QModelIndex cell = model.index(0, ConflictModel::ChoiceColumn);
    QVERIFY(cell.flags() & Qt::ItemIsEditable);
    QVERIFY(!(model.index(0, ConflictModel::CardColumn).flags() & Qt::ItemIsEditable));
    QVERIFY(model.setData(cell, static_cast<int>(Choice::Device), Qt::EditRole));
    QCOMPARE(changes.size(), 1);
    QCOMPARE(counts.size(), 1);
    QCOMPARE(counts.first().first().toInt(), 1);
    QCOMPARE(number(model, 0, ConflictModel::StateRole), static_cast<int>(ConflictModel::State::Decided));
    QVERIFY(model.data(model.index(0, ConflictModel::DeviceColumn), ConflictModel::TakenRole).toBool());
    QVERIFY(!model.data(model.index(0, ConflictModel::CardColumn), ConflictModel::TakenRole).toBool());
    QVERIFY(!model.setData(cell, 17, Qt::EditRole));
    QVERIFY(!model.setData(cell, QStringLiteral("x"), Qt::EditRole));
    QVERIFY(!model.choose(99, Choice::Card));
    QVERIFY(model.choose(2, Choice::Base));
    QCOMPARE(model.nextOpen(-1), -1);
    QCOMPARE(model.choices(), (std::vector{Choice::Device, Choice::Card, Choice::Base}));
}

void TestConflictModel::takeAll()
{
    ConflictModel model;
    model.setInput(input());
    for (const Choice choice : {Choice::Card, Choice::Device, Choice::Base}) {
        model.chooseAll(choice);
        QCOMPARE(model.choices(), std::vector<Choice>(3, choice));
        QCOMPARE(model.openCount(), 0);
    }
    model.chooseAll(Choice::Open);
    QCOMPARE(model.choices(), model.input().merge->suggested);
    QCOMPARE(number(model, 1, ConflictModel::StateRole), static_cast<int>(ConflictModel::State::Suggested));
}

void TestConflictModel::withoutABase()
{
    ConflictModel model;
    model.setInput(input(false));
    QCOMPARE(model.rowCount(), 2); // B is added, nothing is deleted
    QCOMPARE(text(model, 0, ConflictModel::BaseColumn), QStringLiteral("no base"));
    QVERIFY(!model.choose(0, Choice::Base));
    model.chooseAll(Choice::Base);
    QCOMPARE(model.openCount(), 2);
    const QVariantList allowed = model.data(model.index(0, 0), ConflictModel::AllowedRole).toList();
    QVERIFY(!allowed.contains(static_cast<int>(Choice::Base)));
    QCOMPARE(allowed.size(), 3);
}

void TestConflictModel::everyCellSpeaks()
{
    ConflictModel model;
    model.setInput(input());
    for (int row = 0; row < model.rowCount(); ++row)
        for (int column = 0; column < ConflictModel::ColumnCount; ++column) {
            QVERIFY(!text(model, row, column, Qt::AccessibleTextRole).isEmpty());
            QVERIFY(!text(model, row, column, Qt::ToolTipRole).isEmpty());
        }
    ConflictInput named = input();
    named.cardName = QStringLiteral("Operator A");
    model.setInput(named);
    QCOMPARE(model.headerData(ConflictModel::CardColumn, Qt::Horizontal, Qt::DisplayRole).toString(),
        QStringLiteral("Operator A"));
    model.setInput({});
    QCOMPARE(model.rowCount(), 0);
}

void TestConflictModel::previewTellsWhatHappens()
{
    ConflictInput some = input();
    MergePreview preview = previewMerge(some, some.merge->suggested);
    QCOMPARE(preview.open, 2);
    QCOMPARE(preview.toDevice + preview.toCard, static_cast<int>(some.merge->operations.size()));
    QVERIFY(preview.summary.contains(u'2'));
    preview = previewMerge(some, std::vector<Choice>(3, Choice::Card));
    QCOMPARE(preview.open, 0);
    QCOMPARE(preview.toCard, 0);
    QCOMPARE(preview.toDevice, 3);
    some.device = some.card;
    some.merge = std::make_shared<const Merge>(mergeTrees(some.card.get(), *some.device, *some.card));
    QCOMPARE(previewMerge(some, {}).summary, QStringLiteral("Device and card have the same."));
}

int run(int argc, char** argv)
{
    return test::run<QCoreApplication, TestConflictModel>(argc, argv);
}

} // namespace dmsc::tst_conflict_model

#include "tst_conflict_model.moc"
