// SPDX-License-Identifier: Apache-2.0
#include "model/items/mo_model.h"
#include "model/items/plan_model.h"
#include "tests/support/run_test.h"
#include "tests/support/tree_text.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

namespace dmsc::tst_plan_and_mo_models {

namespace {

Operation replaceValue(std::string_view at, std::string before, std::string after)
{
    return {Side::Card, Operation::Kind::Replace, *Uri::parse(at), Property::Value, std::move(before), std::move(after),
        {}, {}};
}

QString text(const QAbstractItemModel& model, int row, int column, int role = Qt::DisplayRole)
{
    return model.data(model.index(row, column), role).toString();
}

} // namespace

class TestPlanAndMoModels : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void planRows();
    void planChangesRowByRow();
    void moRows();
    void shortNames();
};

void TestPlanAndMoModels::planRows()
{
    PlanModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    const Tree source = test::treeOf("A\n  B = 1\n");
    Plan plan;
    plan.append(*planCopy(source, source.find(*Uri::parse("./A")), Tree(), *Uri::parse("./A"), Side::Device));
    plan.append({replaceValue("./X/Y", "old", "")});
    model.setPlan(plan);
    QCOMPARE(model.rowCount(), 2);
    QCOMPARE(text(model, 0, PlanModel::SideColumn), QStringLiteral("device"));
    QCOMPARE(text(model, 0, PlanModel::KindColumn), QStringLiteral("add"));
    QVERIFY(text(model, 0, PlanModel::ChangeColumn).startsWith(u'2'));
    QCOMPARE(text(model, 1, PlanModel::UriColumn), QStringLiteral("./X/Y"));
    QCOMPARE(text(model, 1, PlanModel::PropertyColumn), QStringLiteral("value"));
    QCOMPARE(text(model, 1, PlanModel::ChangeColumn), QStringLiteral("old \u2192 (empty)"));
    QCOMPARE(text(model, 1, PlanModel::ResultColumn), QString());
    model.setResult(1, 420, QStringLiteral("device full"));
    QCOMPARE(text(model, 1, PlanModel::ResultColumn), QStringLiteral("420 device full"));
    QVERIFY(model.data(model.index(1, 0), PlanModel::FailedRole).toBool());
    QVERIFY(!model.data(model.index(0, 0), PlanModel::FailedRole).toBool());
    for (int row = 0; row < 2; ++row)
        for (int column = 0; column < PlanModel::ColumnCount; ++column)
            QVERIFY(!text(model, row, column, Qt::AccessibleTextRole).isEmpty());
    model.clearResults();
    QCOMPARE(text(model, 1, PlanModel::ResultColumn), QString());
}

void TestPlanAndMoModels::planChangesRowByRow()
{
    PlanModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
    Plan plan;
    for (const char* uri : {"./A", "./B", "./C"})
        plan.append({replaceValue(uri, "1", "2")});
    model.setPlan(plan);
    model.setResult(2, 200, {});
    Plan less;
    less.append({plan.operations()[0], plan.operations()[2]});
    model.setPlan(less);
    QCOMPARE(model.rowCount(), 2);
    QCOMPARE(text(model, 1, PlanModel::ResultColumn), QStringLiteral("200"));
    model.setPlan(Plan());
    QCOMPARE(model.rowCount(), 0);
    QCOMPARE(resets.count(), 0);
}

void TestPlanAndMoModels::moRows()
{
    Workspace workspace;
    workspace.setCommitted(Side::Device, std::make_shared<const Tree>(test::treeOf(R"(
        DMAcc
          Op  node  urn:oma:mo:oma-dm-dmacc:1.0
            Name = A
            Old = 1
        DevInfo  node  urn:oma:mo:oma-dm-devinfo:1.0
          Man = x
        Loose = 1)")));
    workspace.setCommitted(Side::Card, std::make_shared<const Tree>(test::treeOf(R"(
        S
          One  node  urn:oma:mo:oma-dm-dmacc:1.0
            Name = B)")));
    MoModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.update(workspace);
    QCOMPARE(model.rowCount(), 2);
    QCOMPARE(text(model, 0, MoModel::TypeColumn), QStringLiteral("dmacc 1.0"));
    QCOMPARE(text(model, 0, MoModel::UriColumn), QStringLiteral("./DMAcc/Op"));
    QCOMPARE(text(model, 0, MoModel::DifferColumn), QStringLiteral("2"));
    QCOMPARE(text(model, 0, MoModel::OnlyDeviceColumn), QStringLiteral("1"));
    QVERIFY(model.data(model.index(0, 0), MoModel::MovedRole).toBool());
    QCOMPARE(text(model, 1, MoModel::UriColumn), QStringLiteral("./DevInfo"));
    QCOMPARE(model.rowOf(PairNo{model.data(model.index(0, 0), MoModel::PairRole).toUInt() + 1}), 0);
    QCOMPARE(model.rowOf(kRootPair), -1);
    QVERIFY(!text(model, 1, 0, Qt::AccessibleTextRole).isEmpty());
    QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
    model.update(workspace);
    QCOMPARE(resets.count(), 0);
}

void TestPlanAndMoModels::shortNames()
{
    QCOMPARE(moShortName("urn:oma:mo:oma-fumo:1.0"), QStringLiteral("fumo 1.0"));
    QCOMPARE(moShortName("urn:wfa:mo:hotspot2dot0-perprovidersubscription:1.0"),
        QStringLiteral("hotspot2dot0-perprovidersubscription 1.0"));
    QCOMPARE(moShortName("com.example/1.0/Phone"), QStringLiteral("Phone 1.0"));
    QCOMPARE(moShortName("odd"), QStringLiteral("odd"));
    QCOMPARE(moShortName("a/b"), QStringLiteral("a/b"));
    QCOMPARE(moShortName("::"), QStringLiteral("::"));
}

int run(int argc, char** argv)
{
    return test::run<QCoreApplication, TestPlanAndMoModels>(argc, argv);
}

} // namespace dmsc::tst_plan_and_mo_models

#include "tst_plan_and_mo_models.moc"
