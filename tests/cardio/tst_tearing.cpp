// SPDX-License-Identifier: Apache-2.0
#include "card_rig.h"

#include "cardio/desk/pair_apply.h"
#include "cardio/desk/side_session.h"
#include "tests/support/faulty_link.h"

#include <QCoreApplication>
#include <QProcess>
#include <QRandomGenerator>

namespace dmsc::tst_tearing {

using namespace dmsc::test;

namespace {

constexpr const char* kTree = "MO  node  urn:oma:mo:test:1.0\n  A = 1\n";

Tree bigSubtree()
{
    Tree tree;
    NodeData top;
    top.name = "Big";
    grow(tree, *tree.add(Tree::root(), top), 2);
    return tree;
}

/// Copies a subtree to the card and deletes it again until somebody ends the process.
int childMain(const QString& path)
{
    auto side = SideSession::open({Where::Kind::Card, path});
    if (!side)
        return 2;
    const Tree big = bigSubtree();
    while (true) {
        const bool there = (*side)->tree().find(uri("./Big")) != kNoNode;
        const auto results = (*side)->apply({there ? deletion((*side)->tree(), "./Big") : addition("./Big", big)}, {});
        if (!results || !allGood(*results))
            return 3;
    }
}

} // namespace

class TestTearing : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aCardThatIsPulledAtAnyApduIsBeforeOrAfter_data()
    {
        QTest::addColumn<bool>("answerLost");
        QTest::newRow("command lost") << false;
        QTest::newRow("answer lost") << true;
    }

    void aCardThatIsPulledAtAnyApduIsBeforeOrAfter()
    {
        QFETCH(bool, answerLost);
        const Operation add = addition("./Big", leafTree("Big", std::string(150'000, 'x')));
        const Operation remove = deletion(treeOf(kTree), "./MO/A");
        Tree after = treeOf(kTree);
        QVERIFY(applyAll(after, {remove, add}));
        for (std::size_t pulled = 0; pulled < 100; ++pulled) {
            CardRig rig(treeOf(kTree));
            bool gone = false;
            std::size_t count = 0;
            LinkFault fault;
            const auto lost = [](Result<Bytes>& response) { response = fail(ErrorKind::Io, QStringLiteral("pulled")); };
            fault.onCommand = [&](std::size_t, Bytes& command) {
                gone = gone || (count == pulled && !answerLost);
                ++count;
                if (gone)
                    command = {0x00, 0x00, 0x00, 0x00}; // what arrives is nothing
            };
            fault.onResponse = [&](std::size_t, Result<Bytes>& response) {
                gone = gone || count == pulled + 1;
                if (gone)
                    lost(response);
            };
            FaultyLink link(*rig.link, fault);
            auto client = CardClient::open(link, Scp03KeySet::test());
            bool finished = false;
            if (client) {
                TreeClient session(**client);
                const auto results = session.apply({remove, add}, treeOf(kTree));
                finished = results && allGood(*results);
            }
            const std::string stored = rig.stored();
            QVERIFY2(stored == normalText(kTree) || stored == textOf(after), stored.substr(0, 300).c_str());
            if (finished) {
                QCOMPARE(stored, textOf(after));
                return;
            }
            // Put in again it works, and doing the rest leads to the same end.
            rig.insert();
            rig.connect();
            QVERIFY(rig.reader->refresh());
            if (stored != textOf(after))
                QVERIFY(allGood(*rig.session->apply({remove, add}, rig.reader->tree())));
            QCOMPARE(rig.stored(), textOf(after));
        }
        QFAIL("an endless exchange");
    }

    void aKilledProgramLeavesBeforeOrAfter()
    {
        CardRig rig(treeOf(kTree));
        rig.card.reset();
        const std::string without = normalText(kTree);
        Tree tree = treeOf(kTree);
        QVERIFY(apply(tree, addition("./Big", bigSubtree())));
        const std::string with = textOf(tree);
        for (int i = 0; i < 15; ++i) {
            QProcess child;
            child.start(QCoreApplication::applicationFilePath(),
                {QStringLiteral("tst_tearing"), QStringLiteral("--child"), rig.path()});
            QVERIFY(child.waitForStarted());
            QTest::qSleep(60 + static_cast<int>(QRandomGenerator::global()->bounded(120)));
            child.kill(); // SIGKILL
            QVERIFY(child.waitForFinished());
            QCOMPARE(child.exitStatus(), QProcess::CrashExit);
            const std::string stored = rig.stored();
            QVERIFY2(stored == with || stored == without, stored.substr(0, 300).c_str());
        }
    }

    void aPlanOverBothSidesIsAllOrNothing()
    {
        QTemporaryDir folder;
        const QString cardPath = folder.filePath(QStringLiteral("card"));
        const QString handsetPath = folder.filePath(QStringLiteral("handset"));
        QVERIFY(createCard(cardPath, {true, {}}));
        QVERIFY(createHandset(handsetPath, {true, {}}));
        auto card = SideSession::open({Where::Kind::Card, cardPath});
        auto handset = SideSession::open({Where::Kind::Handset, handsetPath});
        QVERIFY2(card && handset, card ? "" : qPrintable(card.error().text()));
        const std::string cardBefore = textOf((*card)->tree());
        const std::string handsetBefore = textOf((*handset)->tree());
        // The device's part is refused: DevId is permanent.
        Operation forbidden = deletion((*handset)->tree(), "./DevInfo/DevId");
        forbidden.side = Side::Device;
        const std::vector<Operation> plan{
            addition("./Extra", leafTree("Extra", "1")), forbidden, deletion((*card)->tree(), "./Contract")};
        const auto outcome = applyToPair({handset->get(), card->get()}, plan, {});
        QVERIFY(outcome.error);
        QCOMPARE(outcome.results[0].status, 216);
        QCOMPARE(outcome.results[1].status, 405);
        QCOMPARE(outcome.results[2].status, 216);
        QCOMPARE(textOf((*card)->tree()), cardBefore);
        QCOMPARE(textOf((*handset)->tree()), handsetBefore);
        // Without it all of it is done.
        const auto good = applyToPair({handset->get(), card->get()}, {plan[0], plan[2]}, {});
        QVERIFY(!good.error);
        QVERIFY((*card)->tree().find(uri("./Contract")) == kNoNode);
    }
};

int run(int argc, char** argv)
{
    QCoreApplication app(argc, argv);
    if (argc == 3 && QByteArrayView(argv[1]) == QByteArrayView("--child"))
        return childMain(QString::fromLocal8Bit(argv[2]));
    TestTearing test;
    return QTest::qExec(&test, argc, argv);
}

} // namespace dmsc::tst_tearing

#include "tst_tearing.moc"
