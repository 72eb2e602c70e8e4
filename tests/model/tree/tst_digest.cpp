// SPDX-License-Identifier: Apache-2.0
#include "model/tree/tree.h"
#include "tests/support/random_tree.h"
#include "tests/support/run_test.h"
#include "tests/support/tree_text.h"

#include <QByteArray>
#include <QCryptographicHash>
#include <QTest>

#include <functional>

namespace dmsc::tst_digest {

namespace {

QByteArray hex(const Digest& digest)
{
    return QByteArray(reinterpret_cast<const char*>(digest.data()), static_cast<qsizetype>(digest.size())).toHex();
}

QByteArray contentOf(const Tree& tree, NodeId id = Tree::root())
{
    Hasher hasher;
    return hex(tree.computeContentDigest(id, hasher));
}

QByteArray aclsOf(const Tree& tree)
{
    Hasher hasher;
    return hex(tree.computeAclDigest(Tree::root(), hasher));
}

} // namespace

class TestDigest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sha256();
    void hasherAcrossItsBuffer();
    void CARD_INTERFACE_digestInput();
    void contentLeavesOutRunTimeProperties();
    void contentSeesEverythingElse_data();
    void contentSeesEverythingElse();
    void aclIsApart();
    void refreshedEqualsComputed();
};

void TestDigest::sha256()
{
    Hasher hasher;
    hasher.begin();
    hasher.add("abc");
    QCOMPARE(hex(hasher.end()), QByteArray("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"));
    hasher.begin();
    QCOMPARE(hex(hasher.end()), QByteArray("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"));
}

void TestDigest::hasherAcrossItsBuffer()
{
    for (const int size : {4095, 4096, 4097, 10'000}) {
        Hasher hasher;
        const QByteArray bytes(size, 'x');
        hasher.begin();
        hasher.addByte('a');
        hasher.add({bytes.constData(), static_cast<std::size_t>(size)});
        hasher.addLength(0x01020304);
        hasher.add({bytes.constData(), static_cast<std::size_t>(size)});
        const QByteArray whole = "a" + bytes + QByteArray::fromHex("01020304") + bytes;
        QCOMPARE(hex(hasher.end()), QCryptographicHash::hash(whole, QCryptographicHash::Sha256).toHex());
    }
}

void TestDigest::CARD_INTERFACE_digestInput()
{
    const Tree tree = test::treeOf("A  node  t\n  B : int [title hi] = 5\n");
    const NodeId a = tree.find(*Uri::parse("./A"));
    const auto sha = [](const QByteArray& bytes) {
        return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256);
    };
    const auto text = [](const QByteArray& t) {
        return QByteArray::fromHex(QByteArray::number(t.size(), 16).rightJustified(8, '0')) + t;
    };
    const QByteArray leaf = sha(QByteArray("\x01", 1) + text("int") + text("") + text("hi") + text("5"));
    const QByteArray interior = sha(QByteArray("\x02", 1) + text("node") + text("t") + text("") + text("B") + leaf);
    QCOMPARE(contentOf(tree, a), interior.toHex());
}

void TestDigest::contentLeavesOutRunTimeProperties()
{
    Tree tree = test::treeOf("A\n  B = 1\n");
    const QByteArray before = contentOf(tree);
    tree.setTStamp(tree.find(*Uri::parse("./A/B")), "20261124T000000Z");
    tree.setVerNo(tree.find(*Uri::parse("./A/B")), std::uint16_t{5});
    QCOMPARE(contentOf(tree), before);
}

void TestDigest::contentSeesEverythingElse_data()
{
    QTest::addColumn<QString>("other");
    const std::pair<const char*, const char*> others[] = {{"value", "A\n  B = 2\n"}, {"name", "A\n  C = 1\n"},
        {"format", "A\n  B : int = 1\n"}, {"type", "A\n  B : chr text/x = 1\n"}, {"title", "A\n  B [title t] = 1\n"},
        {"interior type", "A  node  t\n  B = 1\n"}, {"root type", ".  node  t\nA\n  B = 1\n"}, {"moved", "A\nB = 1\n"},
        {"more", "A\n  B = 1\n  C =\n"}, {"interior", "A\n  B\n"}};
    for (const auto& [name, text] : others)
        QTest::newRow(name) << QString::fromUtf8(text);
}

void TestDigest::contentSeesEverythingElse()
{
    QFETCH(QString, other);
    const QByteArray one = contentOf(test::treeOf("A\n  B = 1\n"));
    QVERIFY(contentOf(test::treeOf(other.toStdString())) != one);
}

void TestDigest::aclIsApart()
{
    const Tree plain = test::treeOf("A\n  B = 1\n");
    const Tree withAcl = test::treeOf("A\n  B [acl Get=*] = 1\n");
    const Tree elsewhere = test::treeOf("A [acl Get=*]\n  B = 1\n");
    QCOMPARE(contentOf(plain), contentOf(withAcl));
    QCOMPARE(aclsOf(plain), QByteArray(64, '0'));
    QVERIFY(aclsOf(withAcl) != aclsOf(plain));
    QVERIFY(aclsOf(withAcl) != aclsOf(elsewhere));
}

void TestDigest::refreshedEqualsComputed()
{
    for (std::uint32_t seed = 0; seed < 30; ++seed) {
        test::RandomTrees random(seed);
        Tree tree = random.tree(60);
        tree.refreshDigests();
        for (int round = 0; round < 40; ++round) {
            random.edit(tree);
            if (random.chance(30))
                tree.refreshDigests();
            // The text makes a tree that has never seen a digest.
            const Tree fresh = test::treeOf(test::textOf(tree));
            QCOMPARE(contentOf(tree), contentOf(fresh));
            QCOMPARE(aclsOf(tree), aclsOf(fresh));
        }
        tree.refreshDigests();
        QVERIFY(tree.contentDigest(Tree::root()));
        QVERIFY(tree.aclDigest(Tree::root()));
    }
}

int run(int argc, char** argv)
{
    return test::run<QCoreApplication, TestDigest>(argc, argv);
}

} // namespace dmsc::tst_digest

#include "tst_digest.moc"
