// SPDX-License-Identifier: Apache-2.0
#include "model/items/card_file_model.h"
#include "model/items/card_file_text.h"
#include "tests/support/run_test.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QSortFilterProxyModel>
#include <QTest>

namespace dmsc::tst_card_file_model {

namespace {

CardFile file(int parent, CardFileKind kind, const char* path, const char* id, const char* name)
{
    CardFile made;
    made.parent = parent;
    made.kind = kind;
    made.path = QLatin1String(path);
    made.id = QLatin1String(id);
    made.name = QLatin1String(name);
    return made;
}

CardFileTree usim()
{
    CardFileTree tree;
    tree.files = {file(-1, CardFileKind::Mf, "3F00", "3F00", "MF"),
        file(0, CardFileKind::LinearFixed, "3F00/2F00", "2F00", "EF_DIR"),
        file(0, CardFileKind::Adf, "A0000000871002", "A0000000871002", "ADF.USIM"),
        file(2, CardFileKind::BerTlv, "A0000000871002/6FE8", "6FE8", "EF_NASCONFIG"),
        file(2, CardFileKind::Transparent, "A0000000871002/6F07", "6F07", "")};
    tree.files[1].recordCount = 3;
    tree.files[1].recordLength = 48;
    tree.files[3].size = 1234;
    tree.files[3].access = {{QStringLiteral("read"), QStringLiteral("PIN 1 verified")},
        {QStringLiteral("update"), QStringLiteral("ADM 1 verified")}};
    tree.files[3].findings = {QStringLiteral("announced by UST service 96 but not there")};
    return tree;
}

CardPin pin(std::uint8_t reference, const char* name, std::optional<int> tries)
{
    return {reference, QLatin1String(name), false, true, tries};
}

} // namespace

class TestCardFileModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void rows_hang_as_files_do();
    void a_new_reading_changes_rows_where_they_stand();
    void a_parent_that_comes_later_is_none();
    void a_filter_keeps_the_way_to_what_it_finds();
    void keys_are_found_in_conditions();
    void keys_say_how_they_stand();
};

void TestCardFileModel::rows_hang_as_files_do()
{
    CardFileModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QCOMPARE(model.rowCount(), 0);
    model.setTree(std::make_shared<const CardFileTree>(usim()));
    QCOMPARE(model.rowCount(), 1);
    const QModelIndex mf = model.index(0, 0);
    QCOMPARE(model.rowCount(mf), 2);
    const QModelIndex nas = model.indexOf(QStringLiteral("A0000000871002/6FE8"));
    QVERIFY(nas.isValid());
    QCOMPARE(nas.parent().data().toString(), QStringLiteral("ADF.USIM"));
    QCOMPARE(nas.parent().parent(), mf);
    const auto text = [&](int column) { return nas.siblingAtColumn(column).data().toString(); };
    QCOMPARE(text(CardFileModel::NameColumn), QStringLiteral("EF_NASCONFIG"));
    QCOMPARE(text(CardFileModel::IdColumn), QStringLiteral("6FE8"));
    QCOMPARE(text(CardFileModel::StructureColumn), QStringLiteral("BER-TLV"));
    QVERIFY(text(CardFileModel::SizeColumn).endsWith(QStringLiteral(" B")));
    QCOMPARE(text(CardFileModel::ReadColumn), QStringLiteral("PIN 1 verified"));
    QCOMPARE(text(CardFileModel::UpdateColumn), QStringLiteral("ADM 1 verified"));
    QCOMPARE(nas.data(CardFileModel::FindingsRole).toInt(), 1);
    QVERIFY(nas.data(Qt::AccessibleTextRole).toString().contains(QStringLiteral("finding")));
    // A file without a name is called by its id.
    QCOMPARE(model.indexOf(QStringLiteral("A0000000871002/6F07")).data().toString(), QStringLiteral("6F07"));
    QVERIFY(model.index(0, CardFileModel::StructureColumn, mf).data().toString().contains(QStringLiteral("48")));
    for (int column = 0; column < CardFileModel::ColumnCount; ++column)
        QVERIFY(!nas.siblingAtColumn(column).data(Qt::AccessibleTextRole).toString().isEmpty());
}

void TestCardFileModel::a_new_reading_changes_rows_where_they_stand()
{
    CardFileModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setTree(std::make_shared<const CardFileTree>(usim()));
    const QPersistentModelIndex nas = model.indexOf(QStringLiteral("A0000000871002/6FE8"));
    QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
    CardFileTree again = usim();
    again.files[3].size = 2;
    model.setTree(std::make_shared<const CardFileTree>(again));
    QCOMPARE(resets.count(), 0);
    QVERIFY(nas.sibling(nas.row(), CardFileModel::SizeColumn).data().toString().startsWith(QLatin1Char('2')));
    again.files.pop_back();
    model.setTree(std::make_shared<const CardFileTree>(again));
    QCOMPARE(resets.count(), 1);
    model.setTree(nullptr);
    QCOMPARE(model.rowCount(), 0);
}

void TestCardFileModel::a_parent_that_comes_later_is_none()
{
    CardFileTree tree = usim();
    tree.files[0].parent = 3;
    tree.files[3].parent = 99;
    tree.files[4].parent = 4;
    CardFileModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setTree(std::make_shared<const CardFileTree>(tree));
    QCOMPARE(model.rowCount(), 3);
}

void TestCardFileModel::a_filter_keeps_the_way_to_what_it_finds()
{
    CardFileModel model;
    model.setTree(std::make_shared<const CardFileTree>(usim()));
    QSortFilterProxyModel filter;
    filter.setSourceModel(&model);
    filter.setFilterRole(CardFileModel::FilterRole);
    filter.setRecursiveFilteringEnabled(true);
    filter.setFilterFixedString(QStringLiteral("6FE8"));
    QCOMPARE(filter.rowCount(), 1);
    const QModelIndex mf = filter.index(0, 0);
    QCOMPARE(filter.rowCount(mf), 1);
    QCOMPARE(filter.rowCount(filter.index(0, 0, mf)), 1);
}

void TestCardFileModel::keys_are_found_in_conditions()
{
    CardFileTree tree;
    tree.pins = {pin(0x01, "PIN 1", 3), pin(0x0A, "ADM 1", 10), pin(0x0B, "ADM 10", 10)};
    QCOMPARE(missingKey(tree, QStringLiteral("ADM 1 verified"))->reference, 0x0A);
    QCOMPARE(missingKey(tree, QStringLiteral("ADM 10 verified"))->reference, 0x0B);
    tree.pins.push_back(pin(0x81, "second PIN 1", 3));
    QCOMPARE(missingKey(tree, QStringLiteral("second PIN 1 verified"))->reference, 0x81);
    QVERIFY(!missingKey(tree, QStringLiteral("always")));
    QVERIFY(!missingKey(tree, QStringLiteral("never")));
    QCOMPARE(missingKey(tree, QStringLiteral("PIN 1 or ADM 1 verified"))->reference, 0x01);
    tree.pins[0].triesLeft = 0; // the other one still helps
    QCOMPARE(missingKey(tree, QStringLiteral("PIN 1 or ADM 1 verified"))->reference, 0x0A);
    tree.pins[1].verified = true;
    QVERIFY(!missingKey(tree, QStringLiteral("PIN 1 or ADM 1 verified")));
    QCOMPARE(pinOf(tree, 0x0B)->name, QStringLiteral("ADM 10"));
    QVERIFY(!pinOf(tree, 0x77));
}

void TestCardFileModel::keys_say_how_they_stand()
{
    CardPin one = pin(0x01, "PIN 1", 3);
    QVERIFY(pinStateText(one).contains(QLatin1Char('3')));
    one.triesLeft.reset();
    QCOMPARE(pinStateText(one), QStringLiteral("not verified"));
    one.verified = true;
    QCOMPARE(pinStateText(one), QStringLiteral("verified"));
    one.triesLeft = 0;
    QCOMPARE(pinStateText(one), QStringLiteral("blocked"));
    QVERIFY(isBlocked(one));
}

int run(int argc, char** argv)
{
    return test::run<QCoreApplication, TestCardFileModel>(argc, argv);
}

} // namespace dmsc::tst_card_file_model

#include "tst_card_file_model.moc"
