// SPDX-License-Identifier: Apache-2.0
#include "card_rig.h"
#include "tests/support/run_test.h"

namespace dmsc::tst_sync {

using namespace dmsc::test;

namespace {

using Way = RefreshReport::Way;

Tree tenThousand()
{
    Tree tree;
    grow(tree, Tree::root(), 4);
    return tree;
}

std::string place(int i)
{
    return "./n" + std::to_string(i) + "/n" + std::to_string((i * 3) % 10) + "/n" + std::to_string((i * 7) % 10) + "/n"
        + std::to_string((i * 9) % 10);
}

/// Somebody else changes ten values.
void changeTen(CardRig& rig, const std::string& to)
{
    auto other = CardClient::open(*rig.link, Scp03KeySet::test());
    QVERIFY(other);
    TreeClient session(**other);
    const auto now = session.readAll();
    QVERIFY(now);
    std::vector<Operation> plan;
    for (int i = 0; i < 10; ++i)
        plan.push_back(valueChange(*now, place(i), to));
    const auto results = session.apply(plan, *now);
    QVERIFY(results && allGood(*results));
}

void compareWithImage(const CardRig& rig)
{
    QCOMPARE(textOf(rig.reader->tree()), rig.stored());
}

} // namespace

class TestSync : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void DM_SC_GEN_5_nothingChangedCostsOnePair()
    {
        CardRig rig(tenThousand());
        rig.connect();
        const auto first = rig.reader->refresh();
        QVERIFY(first);
        QCOMPARE(first->way, Way::Full);
        rig.insert();
        rig.connect(); // a new program, but for the cache
        const auto again = rig.reader->refresh();
        QVERIFY(again);
        QCOMPARE(again->way, Way::Unchanged);
        QCOMPARE(again->pairs, std::size_t{1});
        compareWithImage(rig);
    }

    void DM_SC_ADM_5_ownersAreRememberedWithTheCopy()
    {
        CardRig rig(leafTree("A", "1"));
        rig.connect();
        QVERIFY(rig.reader->refresh());
        QVERIFY(!rig.reader->knownOwners());
        const auto owners = rig.client->owners();
        QVERIFY(owners);
        rig.reader->rememberOwners(*owners);
        rig.insert();
        rig.connect();
        QVERIFY(!rig.reader->knownOwners()); // nobody knows yet which card it is
        QVERIFY(rig.reader->refresh());
        QVERIFY(rig.reader->knownOwners().has_value());
        QCOMPARE(*rig.reader->knownOwners(), *owners);
        // Something is stored: they are of another moment now.
        QVERIFY(rig.session->apply({valueChange(rig.reader->tree(), "./A", "2")}, rig.reader->tree()));
        QVERIFY(rig.reader->refresh());
        QVERIFY(!rig.reader->knownOwners());
    }

    void DM_SC_GEN_5_theJournalCostsTwoPairs()
    {
        CardRig rig(tenThousand());
        rig.connect();
        QVERIFY(rig.reader->refresh());
        changeTen(rig, "new");
        rig.connect();
        const auto report = rig.reader->refresh();
        QVERIFY(report);
        QCOMPARE(report->way, Way::Journal);
        QVERIFY(report->pairsToFind <= 2);
        QVERIFY(report->pairs <= 4);
        compareWithImage(rig);
        // And the copy in the cache has moved on too.
        rig.connect();
        QCOMPARE(rig.reader->refresh()->way, Way::Unchanged);
    }

    void DM_SC_GEN_5_anUnknownBaseCostsTenPairs()
    {
        CardRig rig(tenThousand());
        rig.connect();
        QVERIFY(rig.reader->refresh());
        for (int i = 0; i < 30; ++i)
            changeTen(rig, "value " + std::to_string(i)); // more than the journal keeps
        rig.connect();
        const auto report = rig.reader->refresh();
        QVERIFY(report);
        QCOMPARE(report->way, Way::Digests);
        QVERIFY2(report->pairsToFind <= 10, qPrintable(QString::number(report->pairsToFind)));
        compareWithImage(rig);
    }

    void DM_SC_GEN_5_everyKindOfChangeIsFound_data()
    {
        QTest::addColumn<bool>("journal");
        QTest::newRow("by journal") << true;
        QTest::newRow("by digests") << false;
    }

    void DM_SC_GEN_5_everyKindOfChangeIsFound()
    {
        QFETCH(bool, journal);
        CardRig rig(treeOf(R"(
            MO  node  urn:oma:mo:test:1.0 [acl Get=*]
              A = 1
              B : int = 2
              Gone
                X = 1
              Sub [title Old]
                Y = 1
        )"));
        rig.connect();
        QVERIFY(rig.reader->refresh());
        const Tree before = rig.reader->tree();
        std::vector<Operation> plan{valueChange(before, "./MO/A", "one"), deletion(before, "./MO/Gone"),
            addition("./MO/Sub/New", treeOf("New\n  L = 1\n  M\n    N = 2\n"))};
        Operation property;
        property.side = Side::Card;
        property.uri = uri("./MO/Sub");
        property.property = Property::Title;
        property.before = "Old";
        property.after = "New";
        plan.push_back(property);
        property.property = Property::Acl;
        property.before.clear();
        property.after = "Get=a";
        plan.push_back(property);
        property.uri = uri("./MO/B");
        property.property = Property::Format;
        property.before = "int";
        property.after = "chr";
        plan.push_back(property);
        property.uri = uri("./MO/Sub");
        property.property = Property::Name;
        property.before = "Sub";
        property.after = "Renamed";
        plan.push_back(property);
        {
            auto other = CardClient::open(*rig.link, Scp03KeySet::test());
            TreeClient session(**other);
            const auto results = session.apply(plan, before);
            QVERIFY2(results && allGood(*results), results ? "" : qPrintable(results.error().text()));
            if (!journal) {
                // So many changes that the journal forgets the first.
                Tree now = *session.readAll();
                for (int i = 0; i < 300; ++i) {
                    const auto step = valueChange(now, "./MO/A", "x" + std::to_string(i));
                    QVERIFY(session.apply({step}, now));
                    QVERIFY(apply(now, step));
                }
            }
        }
        rig.connect();
        const auto report = rig.reader->refresh();
        QVERIFY2(report, report ? "" : qPrintable(report.error().text()));
        QCOMPARE(report->way, journal ? Way::Journal : Way::Digests);
        compareWithImage(rig);
    }

    void whatWeSentIsNotFetchedAgain()
    {
        CardRig rig(treeOf("MO\n  A = 1\n"));
        rig.connect();
        QVERIFY(rig.reader->refresh());
        const Operation add = addition("./Big", leafTree("Big", std::string(2'000'000, 'x')));
        const auto results = rig.session->apply({add}, rig.reader->tree());
        QVERIFY(results && allGood(*results));
        rig.reader->applied({add});
        const auto report = rig.reader->refresh();
        QVERIFY(report);
        QVERIFY(report->pairs <= 2);
        compareWithImage(rig);
    }

    void aDamagedCopyIsNoHarm()
    {
        CardRig rig(treeOf("MO\n  A = 1\n"));
        rig.connect();
        QVERIFY(rig.reader->refresh());
        rig.drop();
        const QStringList files = QDir(rig.cache()).entryList(QDir::Files);
        QCOMPARE(files.size(), 1);
        QFile file(QDir(rig.cache()).filePath(files.front()));
        QVERIFY(file.open(QIODevice::ReadWrite));
        file.resize(file.size() / 2);
        file.close();
        rig.connect();
        QCOMPARE(rig.reader->refresh()->way, Way::Full);
        compareWithImage(rig);
        rig.connect();
        QCOMPARE(rig.reader->refresh()->way, Way::Unchanged);
    }

    void answersAboutDigestsAreChecked()
    {
        const DigestForm form{4, Bytes(8, 1)};
        Tree tree = treeOf("A\n  B = 1\n  C = 2\n");
        const auto answer = answerDigests(tree, {uri("./A"), {}}, form);
        const Bytes good = encodeAnswers({answer});
        QVERIFY(decodeAnswers(good, 1, form));
        QVERIFY(!decodeAnswers(good, 2, form));
        for (std::size_t size = 1; size < good.size(); ++size)
            QVERIFY(!decodeAnswers(ByteView(good).first(size), 1, form));
        const Bytes question = encodeQuestions({{uri("./A"), Bytes(4, 9)}}, form);
        QVERIFY(decodeQuestions(question));
        for (std::size_t size = 1; size < question.size(); ++size)
            if (const auto cut = decodeQuestions(ByteView(question).first(size)))
                QVERIFY(cut->questions.size() <= 1);
    }
};

int run(int argc, char** argv)
{
    return test::run<QCoreApplication, TestSync>(argc, argv);
}

} // namespace dmsc::tst_sync

#include "tst_sync.moc"
