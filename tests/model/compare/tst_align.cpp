// SPDX-License-Identifier: Apache-2.0
#include "tests/support/compare_text.h"
#include "tests/support/random_tree.h"
#include "tests/support/run_test.h"

#include <QTest>

namespace dmsc::tst_align {

namespace {

std::string alignedText(std::string_view device, std::string_view card)
{
    const Tree left = test::treeOf(device);
    const Tree right = test::treeOf(card);
    return test::textOf(AlignedTree::align(left, right), left, right);
}

/// Everything that must hold within an aligned tree.
bool isSound(const AlignedTree& aligned, const Tree& device, const Tree& card)
{
    std::size_t devices = 0, cards = 0;
    for (std::uint32_t i = 0; i < aligned.size(); ++i) {
        const AlignedTree::Pair pair = aligned.at(PairNo{i});
        devices += pair.device != kNoNode ? 1 : 0;
        cards += pair.card != kNoNode ? 1 : 0;
        if (pair.device == kNoNode && pair.card == kNoNode)
            return false;
        if (i > 0
            && (pair.parent >= i || aligned.at(PairNo{pair.parent}).end < pair.end
                || aligned.at(PairNo{pair.parent}).depth + 1 != pair.depth))
            return false;
        if (pair.device != kNoNode && aligned.find(Side::Device, pair.device, device) != PairNo{i})
            return false;
        if (pair.card != kNoNode && aligned.find(Side::Card, pair.card, card) != PairNo{i})
            return false;
    }
    return devices == device.size() && cards == card.size() && aligned.at(kRootPair).end == aligned.size();
}

bool equal(const AlignedTree& a, const AlignedTree& b)
{
    if (a.size() != b.size())
        return false;
    for (std::uint32_t i = 0; i < a.size(); ++i)
        if (!(a.at(PairNo{i}) == b.at(PairNo{i})))
            return false;
    return true;
}

} // namespace

class TestAlign : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void rowsLineUp();
    void MO_rowsStandWhereTheDeviceHasThem();
    void leafAgainstInteriorNode();
    void countsAreThoseOfDiff();
    void walksFromDifferenceToDifference();
    void refreshedEqualsAlignedAnew();
    void refreshStaysLocal();
};

void TestAlign::rowsLineUp()
{
    QCOMPARE(alignedText("A\n  B = 1\n  C = 2\n  D\n    E = 5\nF [acl Get=a] = 3\n",
                 "A\n  B = 9\n  BB = 7\n  D\n    E = 5\nF = 3\nG\n  H\n"),
        test::golden(R"(
            = A [3]
              # B [1]
              < BB [1]
              > C [1]
              = D
                = E
            % F [1]
            < G [1]
              < H [1])"));
}

void TestAlign::MO_rowsStandWhereTheDeviceHasThem()
{
    QCOMPARE(alignedText("DMAcc\n  Op  node  urn:x\n    Name = A\n    Old = 1\n",
                 "S\n  One  node  urn:x\n    Name = B\n  T = 2\n"),
        test::golden(R"(
            > DMAcc [3]
              =~ Op (./S/One) [3]
                # Name [1]
                > Old [1]
            < S [1]
              < T [1])"));
}

void TestAlign::leafAgainstInteriorNode()
{
    QCOMPARE(alignedText("A = 1\n", "A\n  B = 1\n"), test::golden("> A [1]\n< A [1]\n  < B [1]\n"));
}

void TestAlign::countsAreThoseOfDiff()
{
    for (std::uint32_t seed = 0; seed < 300; ++seed) {
        test::RandomTrees random(seed);
        const Tree device = random.tree(10 + seed % 90);
        Tree card = random.chance(70) ? device : random.tree(40);
        for (std::uint32_t i = random.below(30); i-- > 0;)
            random.edit(card);
        const AlignedTree aligned = AlignedTree::align(device, card);
        QVERIFY2(isSound(aligned, device, card), qPrintable(QString::number(seed)));
        StateCounts counted;
        NodeId last = kNoNode; // properties of one node follow each other; a value comes last
        for (const Difference& d : diff(device, card)) {
            const bool again = d.kind == Operation::Kind::Replace && d.left == last;
            last = d.property == Property::Name ? kNoNode : d.left;
            counted.onlyCard += d.kind == Operation::Kind::Add ? 1 : 0;
            counted.onlyDevice += d.kind == Operation::Kind::Delete ? 1 : 0;
            if (d.kind != Operation::Kind::Replace)
                continue;
            counted.moved += d.property == Property::Name ? 1 : 0;
            counted.valueDiffers += d.property == Property::Value ? 1 : 0;
            counted.propertiesDiffer += d.property != Property::Value && d.property != Property::Name && !again ? 1 : 0;
            counted.propertiesDiffer -= d.property == Property::Value && again ? 1 : 0;
        }
        QVERIFY2(aligned.at(kRootPair).counts == counted, qPrintable(QString::number(seed)));
    }
}

void TestAlign::walksFromDifferenceToDifference()
{
    for (std::uint32_t seed = 0; seed < 50; ++seed) {
        test::RandomTrees random(seed);
        const Tree device = random.tree(60);
        Tree card = device;
        for (int i = 0; i < 6; ++i)
            random.edit(card);
        const AlignedTree aligned = AlignedTree::align(device, card);
        std::vector<PairNo> forth, back, all;
        for (PairNo at = aligned.nextDifference(kRootPair); at != kNoPair; at = aligned.nextDifference(at))
            forth.push_back(at);
        for (PairNo at = aligned.previousDifference(PairNo{static_cast<std::uint32_t>(aligned.size())}); at != kNoPair;
             at = aligned.previousDifference(at))
            if (at != kRootPair)
                back.insert(back.begin(), at);
        for (std::uint32_t i = 1; i < aligned.size(); ++i)
            if (aligned.at(PairNo{i}).differs())
                all.push_back(PairNo{i});
        QVERIFY(forth == all);
        QVERIFY(back == all);
    }
}

void TestAlign::refreshedEqualsAlignedAnew()
{
    for (std::uint32_t seed = 0; seed < 150; ++seed) {
        test::RandomTrees random(seed);
        Tree device = random.tree(60);
        Tree card = device;
        for (std::uint32_t i = random.below(20); i-- > 0;)
            random.edit(card);
        AlignedTree aligned = AlignedTree::align(device, card);
        for (int step = 0; step < 60; ++step) {
            const Side side = random.chance(50) ? Side::Device : Side::Card;
            Tree& tree = side == Side::Device ? device : card;
            const NodeId id = random.anyNode(tree);
            const PairNo own = aligned.find(side, id, tree);
            const PairNo above = id == Tree::root() ? kRootPair : aligned.find(side, tree.parent(id), tree);
            PairNo changed = above;
            switch (random.below(5)) {
            case 0:
                (void)tree.remove(id);
                break;
            case 1:
                (void)tree.rename(id, random.name());
                break;
            case 2:
                changed = own;
                if (tree.isInterior(id))
                    (void)tree.add(id, random.chance(50) ? random.leaf() : random.interior());
                break;
            case 3:
                changed = own;
                (void)tree.setType(id, random.chance(50) ? "" : "urn:oma:mo:" + random.name() + ":1.0");
                break;
            default:
                changed = own;
                (void)tree.setValue(id, std::to_string(random.below(5)));
                break;
            }
            aligned.refresh(changed, device, card);
            QVERIFY2(equal(aligned, AlignedTree::align(device, card)),
                qPrintable(QStringLiteral("seed %1 step %2").arg(seed).arg(step)));
        }
        QVERIFY(isSound(aligned, device, card));
    }
}

void TestAlign::refreshStaysLocal()
{
    Tree device = test::treeOf("A\n  B\n    C = 1\n  D = 2\nE\n  F = 3\n");
    Tree card = device;
    AlignedTree aligned = AlignedTree::align(device, card);
    const NodeId c = card.find(*Uri::parse("./A/B/C"));
    const PairNo pair = aligned.find(Side::Card, c, card);
    QVERIFY(card.setValue(c, "9"));
    QVERIFY(aligned.refresh(pair, device, card) == pair);
    const NodeId b = card.find(*Uri::parse("./A/B"));
    QVERIFY(card.add(b, {"New", Format::Chr, {}, "1", {}, {}, {}, {}}));
    const PairNo around = aligned.find(Side::Card, b, card);
    QVERIFY(aligned.refresh(around, device, card) == around);
    QCOMPARE(test::textOf(aligned, device, card),
        test::golden("= A [2]\n  = B [2]\n    # C [1]\n    < New [1]\n  = D\n= E\n  = F\n"));
}

int run(int argc, char** argv)
{
    return test::run<QCoreApplication, TestAlign>(argc, argv);
}

} // namespace dmsc::tst_align

#include "tst_align.moc"
