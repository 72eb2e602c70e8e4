// SPDX-License-Identifier: Apache-2.0
#include "model/items/compare_model.h"
#include "tests/support/compare_text.h"
#include "tests/support/random_tree.h"
#include "tests/support/run_test.h"

#include <QAbstractItemModelTester>
#include <QMimeData>
#include <QPersistentModelIndex>
#include <QSignalSpy>
#include <QTest>

#include <memory>

namespace dmsc::tst_compare_model {

namespace {

std::shared_ptr<const Tree> shared(Tree tree)
{
    return std::make_shared<const Tree>(std::move(tree));
}

/// A model whose every signal and answer is checked.
struct Fixture
{
    CompareModel model;
    QAbstractItemModelTester tester{&model, QAbstractItemModelTester::FailureReportingMode::QtTest};

    Fixture(Tree device, Tree card)
    {
        model.setCommitted(Side::Device, shared(std::move(device)));
        model.setCommitted(Side::Card, shared(std::move(card)));
    }
    Fixture(std::string_view device, std::string_view card)
        : Fixture(test::treeOf(device), test::treeOf(card))
    {
    }

    [[nodiscard]] QVariant at(int row, int column, int role = Qt::DisplayRole) const
    {
        return model.data(model.index(row, column), role);
    }
    [[nodiscard]] QString text(int row, int column) const { return at(row, column).toString(); }

    /// One line a row: indentation, the device's name or "-", the card's name or "-".
    [[nodiscard]] QString rows() const
    {
        QString out;
        for (int row = 0; row < model.rowCount(); ++row) {
            const auto name = [&](int column) {
                return at(row, column, CompareModel::GapRole).toBool() ? QStringLiteral("-") : text(row, column);
            };
            out += QString(at(row, 0, CompareModel::DepthRole).toInt() * 2, u' ') + name(CompareModel::DeviceName)
                + u'|' + name(CompareModel::CardName) + u'\n';
        }
        return out;
    }

    int row(const char* uri, Side side = Side::Device) { return model.rowForUri(side, *Uri::parse(uri)); }

    Result<void> copy(Side from, int row) { return model.stage(*model.workspace().copyPlan(from, model.pairAt(row))); }

    /// The rows are exactly what unfolding says they should be.
    [[nodiscard]] bool isSound() const
    {
        for (int row = 0; row < model.rowCount(); ++row)
            if (model.rowOf(model.pairAt(row)) != row || at(row, 2, Qt::AccessibleTextRole).toString().isEmpty())
                return false;
        return true;
    }
};

constexpr const char* kDevice = R"(
    DMAcc
      OperatorA
        Name = Operator A
        Pref = DIGEST
        Conn = ./AP/internet
      OperatorB
        Name = B
    DevInfo
      Man = x)";
constexpr const char* kCard = R"(
    DMAcc
      OperatorA
        Name = Operator A
        Pref = HMAC
      OperatorC
        Name = C
    DevInfo
      Man = x)";

} // namespace

class TestCompareModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void emptyDesk();
    void unfolds();
    void cells();
    void accessibleTextSaysEverything();
    void longAndBinaryValues();
    void expandsDifferencesOnly();
    void unfoldingMovesNoOtherRow();
    void goesFromDifferenceToDifference();
    void findsUris();
    void filters();
    void stagingKeepsRowsAndUnfolding();
    void deletionsAreMarked();
    void propertiesThatDifferTellWhatIsInside();
    void reloadKeepsUnfoldingByUri();
    void dragsToTheOtherSideOnly();
    void DM_SC_ADM_5_owners_are_a_column();
    void DM_SC_ADM_5_owners_are_a_filter();
    void DM_SC_ADM_5_the_filter_by_owner_agrees_with_the_owners();
    void randomWork();
    void hundredThousandNodes();
};

void TestCompareModel::emptyDesk()
{
    Fixture desk{Tree(), Tree()};
    QCOMPARE(desk.rows(), QStringLiteral(".|.\n"));
    QVERIFY(!desk.model.nextDifference(0));
    QVERIFY(!desk.model.previousDifference(0));
    desk.model.expandAll();
    desk.model.collapseAll();
    desk.model.expandDifferences();
    QCOMPARE(desk.model.rowCount(), 1);
}

void TestCompareModel::unfolds()
{
    Fixture desk(kDevice, kCard);
    QCOMPARE(desk.rows(), QStringLiteral(".|.\n  DMAcc|DMAcc\n  DevInfo|DevInfo\n"));
    desk.model.setExpanded(1, true);
    QCOMPARE(desk.rows(),
        QStringLiteral(".|.\n  DMAcc|DMAcc\n    OperatorA|OperatorA\n    OperatorB|-\n    -|OperatorC\n"
                       "  DevInfo|DevInfo\n"));
    desk.model.setExpanded(2, true);
    desk.model.setExpanded(1, false);
    QCOMPARE(desk.model.rowCount(), 3);
    desk.model.setExpanded(1, true); // what was unfolded inside still is
    QCOMPARE(desk.model.rowCount(), 9);
    desk.model.setExpandedBelow(1, false);
    desk.model.setExpanded(1, true);
    QCOMPARE(desk.model.rowCount(), 6);
    desk.model.expandAll();
    QCOMPARE(desk.model.rowCount(), static_cast<int>(desk.model.workspace().aligned().size()));
    desk.model.collapseAll();
    QCOMPARE(desk.model.rowCount(), 3);
    QVERIFY(!desk.model.isExpanded(2));
    QVERIFY(desk.isSound());
}

void TestCompareModel::cells()
{
    Fixture desk(kDevice, kCard);
    const int pref = desk.row("./DMAcc/OperatorA/Pref");
    QCOMPARE(desk.text(pref, CompareModel::DeviceName), QStringLiteral("Pref"));
    QCOMPARE(desk.text(pref, CompareModel::DeviceValue), QStringLiteral("DIGEST"));
    QCOMPARE(desk.text(pref, CompareModel::StateColumn), QStringLiteral("# value differs"));
    QCOMPARE(desk.text(pref, CompareModel::CardValue), QStringLiteral("HMAC"));
    QCOMPARE(desk.at(pref, 0, CompareModel::StateRole).toInt(), static_cast<int>(PairState::ValueDiffers));
    QCOMPARE(desk.at(pref, 0, CompareModel::DepthRole).toInt(), 3);
    QVERIFY(!desk.at(pref, 0, CompareModel::HasChildrenRole).toBool());
    const int conn = desk.row("./DMAcc/OperatorA/Conn");
    QVERIFY(desk.at(conn, CompareModel::CardName, CompareModel::GapRole).toBool());
    QVERIFY(!desk.at(conn, CompareModel::DeviceName, CompareModel::GapRole).toBool());
    QCOMPARE(desk.text(conn, CompareModel::CardName), QString());
    QCOMPARE(desk.at(conn, CompareModel::CardName, CompareModel::UriRole).toString(),
        QStringLiteral("./DMAcc/OperatorA/Conn"));
    const int account = desk.row("./DMAcc/OperatorA");
    QVERIFY(desk.at(account, 0, CompareModel::ExpandedRole).toBool());
    QCOMPARE(desk.at(account, 0, CompareModel::DifferencesRole).toInt(), 2);
    QVERIFY(desk.text(account, CompareModel::StateColumn).startsWith(u'2'));
    for (int column = 0; column < CompareModel::ColumnCount; ++column)
        QVERIFY(!desk.model.headerData(column, Qt::Horizontal, Qt::DisplayRole).toString().isEmpty());
}

void TestCompareModel::accessibleTextSaysEverything()
{
    Fixture desk(kDevice, kCard);
    const auto text = [&](const char* uri, Side side) {
        return desk.at(desk.row(uri, side), CompareModel::StateColumn, Qt::AccessibleTextRole).toString();
    };
    QCOMPARE(text("./DMAcc/OperatorA/Pref", Side::Device),
        QStringLiteral("./DMAcc/OperatorA/Pref, level 3, value differs, device: DIGEST, card: HMAC"));
    QCOMPARE(text("./DMAcc/OperatorC/Name", Side::Card),
        QStringLiteral("./DMAcc/OperatorC/Name, level 3, only on the card, device: missing, card: C"));
    const QString folder = text("./DevInfo", Side::Device);
    QVERIFY2(folder.startsWith(QStringLiteral("./DevInfo, level 1, same")), qPrintable(folder));
    QVERIFY2(folder.endsWith(QStringLiteral("collapsed")), qPrintable(folder));
}

void TestCompareModel::longAndBinaryValues()
{
    Tree tree = test::treeOf("B : bin = \\x00\\xFF\nC = line\\x0Aend\nE = \\xC3\\xA4\nX = \\xFF\n");
    QVERIFY(tree.add(Tree::root(), {"A", Format::Chr, {}, std::string(5000, 'a') + "end", {}, {}, {}, {}}));
    Fixture desk(std::move(tree), Tree());
    const auto value = [&](const char* uri) { return desk.text(desk.row(uri), CompareModel::DeviceValue); };
    QVERIFY(value("./A").size() <= 202);
    QVERIFY(value("./A").endsWith(QStringLiteral("end")));
    QVERIFY(value("./A").contains(QChar(0x2026)));
    QCOMPARE(value("./B"), QStringLiteral("00 FF (2 bytes)"));
    QCOMPARE(value("./C"), QStringLiteral("line\u23CEend"));
    QCOMPARE(value("./E"), QStringLiteral("\u00E4"));
    QCOMPARE(value("./X"), QStringLiteral("FF (1 bytes)"));
}

void TestCompareModel::expandsDifferencesOnly()
{
    Fixture desk(kDevice, kCard);
    desk.model.setExpanded(2, true);
    desk.model.expandDifferences();
    QCOMPARE(desk.rows(),
        QStringLiteral(".|.\n  DMAcc|DMAcc\n    OperatorA|OperatorA\n      Conn|-\n      Name|Name\n      Pref|Pref\n"
                       "    OperatorB|-\n      Name|-\n    -|OperatorC\n      -|Name\n  DevInfo|DevInfo\n"));
}

void TestCompareModel::unfoldingMovesNoOtherRow()
{
    Fixture desk(kDevice, kCard);
    const QPersistentModelIndex last = desk.model.index(2, 0);
    QSignalSpy resets(&desk.model, &QAbstractItemModel::modelReset);
    desk.model.expandAll();
    QVERIFY(last.isValid());
    QCOMPARE(last.data().toString(), QStringLiteral("DevInfo"));
    desk.model.collapseAll();
    QCOMPARE(last.row(), 2);
    QCOMPARE(resets.count(), 0);
}

void TestCompareModel::goesFromDifferenceToDifference()
{
    Fixture desk(kDevice, kCard);
    QStringList visited;
    int row = 0;
    for (int i = 0; i < 7; ++i) {
        const auto jump = desk.model.nextDifference(row);
        QVERIFY(jump && jump->row >= 0);
        row = jump->row;
        visited << desk.at(row, CompareModel::StateColumn, CompareModel::UriRole).toString()
                + (jump->wrapped ? QStringLiteral(" wrapped") : QString());
    }
    QCOMPARE(visited,
        (QStringList{QStringLiteral("./DMAcc/OperatorA/Conn"), QStringLiteral("./DMAcc/OperatorA/Pref"),
            QStringLiteral("./DMAcc/OperatorB"), QStringLiteral("./DMAcc/OperatorB/Name"),
            QStringLiteral("./DMAcc/OperatorC"), QStringLiteral("./DMAcc/OperatorC/Name"),
            QStringLiteral("./DMAcc/OperatorA/Conn wrapped")}));
    const auto back = desk.model.previousDifference(row);
    QVERIFY(back && back->wrapped);
    QCOMPARE(desk.at(back->row, 2, CompareModel::UriRole).toString(), QStringLiteral("./DMAcc/OperatorC/Name"));
    QVERIFY(!desk.model.previousDifference(back->row)->wrapped);
    // The only difference, from itself: once around.
    Fixture one("A\n  B = 1\nC = 1\n", "A\n  B = 2\nC = 1\n");
    const int only = one.model.nextDifference(0)->row;
    QCOMPARE(one.model.nextDifference(only)->row, only);
    QVERIFY(one.model.nextDifference(only)->wrapped);
    QCOMPARE(one.model.previousDifference(only)->row, only);
}

void TestCompareModel::findsUris()
{
    Fixture desk(kDevice, kCard);
    QCOMPARE(desk.row("."), 0);
    const int row = desk.row("./DMAcc/OperatorC/Name", Side::Card);
    QVERIFY(row > 0);
    QCOMPARE(desk.text(row, CompareModel::CardValue), QStringLiteral("C"));
    QCOMPARE(desk.row("./DMAcc/OperatorC/Name", Side::Device), -1);
    QCOMPARE(desk.row("./None"), -1);
}

void TestCompareModel::filters()
{
    Fixture desk(kDevice, kCard);
    CompareFilter filter;
    filter.text = QStringLiteral("operator a");
    desk.model.setFilter(filter);
    QCOMPARE(desk.rows(), QStringLiteral(".|.\n  DMAcc|DMAcc\n    OperatorA|OperatorA\n      Name|Name\n"));
    desk.model.setExpanded(1, false);
    QCOMPARE(desk.model.rowCount(), 2);
    filter = {};
    filter.states = CompareFilter::States().set(CompareFilter::OnlyDevice);
    desk.model.setFilter(filter);
    QCOMPARE(desk.rows(),
        QStringLiteral(".|.\n  DMAcc|DMAcc\n    OperatorA|OperatorA\n      Conn|-\n    OperatorB|-\n      Name|-\n"));
    // Counts speak of what is shown.
    QCOMPARE(desk.at(1, 0, CompareModel::DifferencesRole).toInt(), 2);
    QCOMPARE(desk.row("./DevInfo/Man"), -1);
    const auto jump = desk.model.nextDifference(desk.row("./DMAcc/OperatorA/Conn"));
    QCOMPARE(desk.text(jump->row, CompareModel::DeviceName), QStringLiteral("OperatorB"));
    filter.uriGlob = QStringLiteral("./*/OperatorB");
    desk.model.setFilter(filter);
    QCOMPARE(desk.rows(), QStringLiteral(".|.\n  DMAcc|DMAcc\n    OperatorB|-\n      Name|-\n"));
    desk.model.setFilter({});
    QCOMPARE(desk.rows(), QStringLiteral(".|.\n  DMAcc|DMAcc\n  DevInfo|DevInfo\n"));
    filter.text = QStringLiteral("nothing like this");
    desk.model.setFilter(filter);
    QCOMPARE(desk.model.rowCount(), 0);
    QVERIFY(!desk.model.nextDifference(-1));
}

void TestCompareModel::stagingKeepsRowsAndUnfolding()
{
    Fixture desk(kDevice, kCard);
    desk.model.expandAll();
    const int all = desk.model.rowCount();
    const QPersistentModelIndex man = desk.model.index(desk.row("./DevInfo/Man"), 0);
    const int operatorB = desk.row("./DMAcc/OperatorB");
    QSignalSpy resets(&desk.model, &QAbstractItemModel::modelReset);
    QVERIFY(desk.copy(Side::Device, operatorB));
    QCOMPARE(desk.model.rowCount(), all);
    QVERIFY(desk.at(operatorB, CompareModel::CardName, CompareModel::PendingRole).toBool());
    QVERIFY(!desk.at(operatorB, CompareModel::DeviceName, CompareModel::PendingRole).toBool());
    QVERIFY(desk.model.isExpanded(operatorB));
    const int operatorC = desk.row("./DMAcc/OperatorC", Side::Card);
    QVERIFY(desk.copy(Side::Device, operatorC)); // a gap: it goes
    QCOMPARE(desk.model.rowCount(), all - 2);
    QCOMPARE(man.data().toString(), QStringLiteral("Man"));
    desk.model.unstage(1);
    QCOMPARE(desk.model.rowCount(), all);
    desk.model.unstage(1);
    QVERIFY(man.isValid() && man.row() == all - 1);
    QCOMPARE(resets.count(), 0);
    QVERIFY(desk.isSound());
}

void TestCompareModel::deletionsAreMarked()
{
    Fixture desk(kDevice, kCard);
    desk.model.expandAll();
    const auto remove = [&desk](const char* uri) {
        Operation operation;
        operation.side = Side::Device;
        operation.kind = Operation::Kind::Delete;
        operation.uri = *Uri::parse(uri);
        return desk.model.stage({operation}).has_value();
    };
    // The card has it too: its row stays, the name is still told.
    const int operatorA = desk.row("./DMAcc/OperatorA");
    QVERIFY(remove("./DMAcc/OperatorA"));
    for (const int row : {operatorA, operatorA + 1}) {
        QVERIFY(desk.at(row, CompareModel::DeviceName, CompareModel::GapRole).toBool());
        QVERIFY(desk.at(row, CompareModel::DeviceName, CompareModel::DeletedRole).toBool());
        QVERIFY(desk.at(row, CompareModel::DeviceName, CompareModel::PendingRole).toBool());
        QVERIFY(!desk.at(row, CompareModel::CardName, CompareModel::DeletedRole).toBool());
    }
    QCOMPARE(desk.text(operatorA, CompareModel::DeviceName), QStringLiteral("OperatorA"));
    QVERIFY(desk.at(operatorA, CompareModel::StateColumn, Qt::AccessibleTextRole)
                .toString()
                .contains(QStringLiteral("deleted by the plan")));
    // The device alone had it: no row is left, the one above tells.
    const int accounts = desk.row("./DMAcc");
    QVERIFY(!desk.at(accounts, CompareModel::DeviceName, CompareModel::PendingRole).toBool());
    QVERIFY(remove("./DMAcc/OperatorB"));
    QVERIFY(desk.at(accounts, CompareModel::DeviceName, CompareModel::PendingRole).toBool());
    QVERIFY(!desk.at(accounts, CompareModel::CardName, CompareModel::PendingRole).toBool());
    QCOMPARE(desk.text(accounts, CompareModel::DeviceValue), QStringLiteral("1 deleted: OperatorB"));
    desk.model.unstage(2);
    QCOMPARE(desk.text(accounts, CompareModel::DeviceValue), QString());
    QVERIFY(!desk.at(operatorA, CompareModel::DeviceName, CompareModel::DeletedRole).toBool());
    QVERIFY(desk.isSound());
}

void TestCompareModel::propertiesThatDifferTellWhatIsInside()
{
    Tree device = test::treeOf(kDevice);
    (void)device.setTitle(device.find(*Uri::parse("./DMAcc")), "Accounts");
    Fixture desk(std::move(device), test::treeOf(kCard));
    const int accounts = desk.row("./DMAcc");
    const int all = desk.at(accounts, CompareModel::StateColumn, CompareModel::DifferencesRole).toInt();
    QVERIFY(all > 2);
    QCOMPARE(
        desk.text(accounts, CompareModel::StateColumn), QStringLiteral("\u2248 properties, %1 inside").arg(all - 1));
    // Those that pass the filter, as in every other row.
    CompareFilter filter;
    filter.states = CompareFilter::States();
    filter.states.set(CompareFilter::ValueDiffers);
    desk.model.setFilter(filter);
    QCOMPARE(desk.text(desk.row("./DMAcc"), CompareModel::StateColumn), QStringLiteral("\u2248 properties, 1 inside"));
}

void TestCompareModel::reloadKeepsUnfoldingByUri()
{
    Fixture desk(kDevice, kCard);
    (void)desk.row("./DMAcc/OperatorA/Name");
    const QString before = desk.rows();
    desk.model.setCommitted(Side::Card, shared(test::treeOf(kCard)));
    QCOMPARE(desk.rows(), before);
    desk.model.setCommitted(Side::Card, nullptr);
    QVERIFY(desk.model.isExpanded(desk.row("./DMAcc/OperatorA")));
}

void TestCompareModel::dragsToTheOtherSideOnly()
{
    Fixture desk(kDevice, kCard);
    desk.model.expandAll();
    const int row = desk.row("./DMAcc/OperatorA/Conn");
    const QModelIndex dragged = desk.model.index(row, CompareModel::DeviceName);
    QVERIFY(desk.model.flags(dragged) & Qt::ItemIsDragEnabled);
    QVERIFY(!(desk.model.flags(desk.model.index(row, CompareModel::CardName)) & Qt::ItemIsDragEnabled));
    const std::unique_ptr<QMimeData> data(desk.model.mimeData({dragged, desk.model.index(row, 1)}));
    QSignalSpy copies(&desk.model, &CompareModel::copyRequested);
    QVERIFY(!desk.model.dropMimeData(data.get(), Qt::CopyAction, row, CompareModel::DeviceName, {}));
    QVERIFY(desk.model.dropMimeData(data.get(), Qt::CopyAction, row, CompareModel::CardName, {}));
    QCOMPARE(copies.count(), 1);
    QCOMPARE(desk.model.dragged(data.get())->pairs.size(), std::size_t{1});
    QMimeData broken;
    broken.setData(QString::fromLatin1(CompareModel::kMimeType), "x");
    QVERIFY(!desk.model.dropMimeData(&broken, Qt::CopyAction, row, CompareModel::CardName, {}));
    Fixture other(kDevice, kCard);
    QVERIFY(!other.model.dragged(data.get()));
}

namespace {

std::shared_ptr<const Owners> ownersOf(std::initializer_list<std::pair<const char*, const char*>> told)
{
    auto owners = std::make_shared<Owners>();
    for (const auto& each : told)
        owners->set(*Uri::parse(each.first), each.second);
    return owners;
}

CompareFilter storedBy(const char* owner)
{
    CompareFilter filter;
    filter.owner = QLatin1String(owner);
    return filter;
}

} // namespace

void TestCompareModel::DM_SC_ADM_5_owners_are_a_column()
{
    Fixture f("A\n  X = 1\n  Y = 2\nB\n  Z = 3\n", "A\n  X = 1\nB\n  Z = 3\n");
    QVERIFY(!f.model.hasOwners());
    f.model.expandAll();
    QVERIFY(f.text(f.row("./A"), CompareModel::CardOwner).isEmpty());
    QSignalSpy changed(&f.model, &CompareModel::ownersChanged);
    f.model.setOwners(ownersOf({{".", "issuer"}, {"./A", "dms"}}));
    QCOMPARE(changed.size(), 1);
    QCOMPARE(f.model.ownerNames(), (QStringList{QStringLiteral("dms"), QStringLiteral("issuer")}));
    QCOMPARE(f.text(f.row("./A"), CompareModel::CardOwner), QStringLiteral("dms"));
    QCOMPARE(f.text(f.row("./A/X"), CompareModel::CardOwner), QStringLiteral("dms"));
    QCOMPARE(f.text(f.row("./B/Z"), CompareModel::CardOwner), QStringLiteral("issuer"));
    QVERIFY(f.text(f.row("./A/Y"), CompareModel::CardOwner).isEmpty()); // the card has none
    QVERIFY(f.at(f.row("./A/X"), 2, Qt::AccessibleTextRole).toString().contains(QStringLiteral("stored by dms")));
    // What the plan adds is nobody's until it is stored.
    QVERIFY(f.copy(Side::Device, f.row("./A/Y")).has_value());
    QVERIFY(f.text(f.row("./A/Y"), CompareModel::CardOwner).isEmpty());
    f.model.setOwners(ownersOf({{".", "issuer"}, {"./A", "dms"}})); // the same again
    QCOMPARE(changed.size(), 1);
    f.model.setOwners(nullptr);
    QCOMPARE(changed.size(), 2);
    QVERIFY(f.text(f.row("./A"), CompareModel::CardOwner).isEmpty());
}

void TestCompareModel::DM_SC_ADM_5_owners_are_a_filter()
{
    Fixture f("A\n  X = 1\n  Y = 2\nB\n  Z = 3\n", "A\n  X = 1\nB\n  Z = 3\n");
    f.model.setOwners(ownersOf({{".", "issuer"}, {"./A/X", "dms"}}));
    f.model.setFilter(storedBy("dms"));
    QCOMPARE(f.rows(), QStringLiteral(".|.\n  A|A\n    X|X\n"));
    f.model.setFilter(storedBy("issuer"));
    QCOMPARE(f.rows(), QStringLiteral(".|.\n  A|A\n  B|B\n    Z|Z\n"));
    CompareFilter both = storedBy("issuer");
    both.text = QStringLiteral("z"); // typed on
    f.model.setFilter(both);
    QCOMPARE(f.rows(), QStringLiteral(".|.\n  B|B\n    Z|Z\n"));
    f.model.setFilter(storedBy("nobody"));
    QCOMPARE(f.model.rowCount(), 0);
    // The filter follows when owners become known or are others.
    f.model.setOwners(ownersOf({{".", "issuer"}, {"./B", "nobody"}}));
    QCOMPARE(f.rows(), QStringLiteral(".|.\n  B|B\n    Z|Z\n"));
    f.model.setOwners(nullptr);
    QCOMPARE(f.model.rowCount(), 0);
    // A planned addition is nobody's, also where its parent is somebody's.
    f.model.setFilter({});
    f.model.setOwners(ownersOf({{".", "issuer"}}));
    f.model.expandAll();
    QVERIFY(f.copy(Side::Device, f.row("./A/Y")).has_value());
    f.model.setFilter(storedBy("issuer"));
    QVERIFY(!f.rows().contains(u'Y'));
}

void TestCompareModel::DM_SC_ADM_5_the_filter_by_owner_agrees_with_the_owners()
{
    for (std::uint32_t seed = 1; seed <= 8; ++seed) {
        test::RandomTrees random(seed);
        const Tree card = random.tree(200);
        Fixture f(random.tree(200), Tree(card));
        auto owners = std::make_shared<Owners>();
        const char* names[] = {"issuer", "dms", "device"};
        owners->set(*Uri::parse("."), names[0]);
        for (std::uint32_t id = 1; id < card.idEnd(); ++id)
            if (card.contains(NodeId{id}) && (id * 7 + seed) % 11 == 0)
                owners->set(card.uri(NodeId{id}), names[(id + seed) % 3]);
        f.model.setOwners(owners);
        for (const char* name : names) {
            f.model.setFilter(storedBy(name));
            const AlignedTree& aligned = f.model.workspace().aligned();
            std::size_t matching = 0;
            for (std::uint32_t i = 0; i < aligned.size(); ++i) {
                const NodeId node = aligned.node(PairNo{i}, Side::Card);
                const bool mine = node != kNoNode && owners->of(card.uri(node)) == name;
                matching += mine ? 1 : 0;
                if (mine)
                    QVERIFY(f.model.rowOf(PairNo{i}) >= 0);
            }
            for (int row = 0; row < f.model.rowCount(); ++row)
                if (!f.at(row, 0, CompareModel::HasChildrenRole).toBool())
                    QCOMPARE(f.text(row, CompareModel::CardOwner), QLatin1String(name));
            QVERIFY(matching == 0 || f.model.rowCount() > 0);
        }
    }
}

void TestCompareModel::randomWork()
{
    for (std::uint32_t seed = 0; seed < 40; ++seed) {
        test::RandomTrees random(seed);
        Tree device = random.tree(60);
        Tree card = device;
        for (int i = 0; i < 15; ++i)
            random.edit(card);
        Fixture desk(std::move(device), std::move(card));
        for (int step = 0; step < 30; ++step) {
            const int row = static_cast<int>(random.below(static_cast<std::uint32_t>(desk.model.rowCount()) + 1)) - 1;
            CompareFilter filter;
            switch (random.below(10)) {
            case 0:
            case 1:
                desk.model.setExpanded(row, random.chance(70));
                break;
            case 2:
                desk.model.expandAll();
                break;
            case 3:
                desk.model.expandDifferences();
                break;
            case 4:
                (void)desk.model.nextDifference(row);
                (void)desk.model.previousDifference(row);
                break;
            case 5:
                filter.text = random.chance(60) ? QString::fromStdString(random.name()) : QString();
                filter.states = random.chance(50) ? CompareFilter::differences() : filter.states;
                desk.model.setFilter(filter);
                break;
            case 6:
                desk.model.unstage(random.below(3));
                break;
            case 7:
                desk.model.setExpandedBelow(row, random.chance(50));
                break;
            default:
                if (row > 0)
                    (void)desk.copy(random.chance(50) ? Side::Device : Side::Card, row);
                break;
            }
            QVERIFY2(desk.isSound(), qPrintable(QStringLiteral("seed %1 step %2").arg(seed).arg(step)));
        }
    }
}

void TestCompareModel::hundredThousandNodes()
{
    CompareModel model;
    model.setCommitted(Side::Device, shared(test::bigTree(100'000)));
    model.setCommitted(Side::Card, shared(test::bigTree(100'000, 1000)));
    model.expandAll();
    QCOMPARE(model.rowCount(), static_cast<int>(model.workspace().aligned().size()));
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.expandDifferences();
    CompareFilter filter;
    filter.states = CompareFilter::differences();
    model.setFilter(filter);
    QCOMPARE(model.data(model.index(0, 0), CompareModel::DifferencesRole).toInt(), 100);
    const auto jump = model.nextDifference(0);
    QVERIFY(jump);
    QVERIFY(model.stage(*model.workspace().copyPlan(Side::Device, model.pairAt(jump->row))));
    QCOMPARE(model.data(model.index(0, 0), CompareModel::DifferencesRole).toInt(), 99);
}

int run(int argc, char** argv)
{
    return test::run<QCoreApplication, TestCompareModel>(argc, argv);
}

} // namespace dmsc::tst_compare_model

#include "tst_compare_model.moc"
