// SPDX-License-Identifier: Apache-2.0
// The emulated card in process: finding what changed, handshakes, messages through the secure channel.
#include "cardio/card/card_reader.h"
#include "cardio/link/in_process_link.h"
#include "cardio/uicc/uicc_card.h"
#include "tests/bench/bench.h"
#include "tests/support/random_tree.h"

#include <QTemporaryDir>

#include <chrono>
#include <cstdio>
#include <stdexcept>

namespace dmsc::bench {

namespace {

constexpr std::size_t kCardLeaves = 10'000;
constexpr std::size_t kCardChanges = 10;
constexpr int kCardHandshakes = 50;

class CardScene
{
public:
    CardScene()
    {
        CardSetup setup;
        setup.tree = test::bigTree(kCardLeaves);
        setup.memorySize = std::uint64_t{64} << 20U;
        const QString path = m_folder.filePath(QStringLiteral("card"));
        must(CardImage::create(path, setup, systemRandom()));
        m_card = must(UiccCard::open(path));
        m_link = std::make_unique<InProcessLink>(*m_card);
    }

    /// A session like one of a program just started: all it knows of the card is in the cache.
    RefreshReport reopen()
    {
        const auto client = connect();
        TreeClient session(*client);
        CardReader reader(*client, session, m_folder.filePath(QStringLiteral("cache")));
        return must(reader.refresh());
    }
    std::unique_ptr<CardClient> connect() { return must(CardClient::open(*m_link, Scp03KeySet::test())); }
    /// Somebody else changes ten values.
    void change()
    {
        const auto client = connect();
        TreeClient session(*client);
        const Tree now = must(session.readAll());
        std::vector<Operation> plan;
        for (std::size_t i = 0; i < kCardChanges; ++i)
            plan.push_back(changeOf(now, i * kCardLeaves / kCardChanges));
        if (!allGood(must(session.apply(plan, now))))
            throw std::runtime_error("the card refuses changes");
    }

private:
    Operation changeOf(const Tree& tree, std::size_t leaf)
    {
        NodeId node = Tree::root();
        for (std::size_t reach = kCardLeaves; tree.isInterior(node);) {
            reach /= 10;
            node = tree.children(node)[leaf / reach % 10];
        }
        Operation operation;
        operation.side = Side::Card;
        operation.uri = tree.uri(node);
        operation.before = std::string(tree.value(node));
        operation.after = "changed" + std::to_string(++m_changes);
        return operation;
    }

    QTemporaryDir m_folder;
    std::unique_ptr<UiccCard> m_card;
    std::unique_ptr<InProcessLink> m_link;
    int m_changes = 0;
};

void reportReopening(CardScene& scene, const std::string& name, double target, double readAllMs)
{
    RefreshReport result;
    const double ms = wallMs([&] { result = scene.reopen(); });
    report({.name = name + ".pairs_to_find",
        .value = static_cast<double>(result.pairsToFind),
        .unit = "command pairs",
        .target = target});
    report({.name = name + ".pairs", .value = static_cast<double>(result.pairs), .unit = "command pairs"});
    report(
        {.name = name + ".wall", .value = ms, .unit = "ms", .peer = "reading the whole tree", .peerValue = readAllMs});
}

void reportStructure(CardScene& scene)
{
    RefreshReport whole;
    const double readAllMs = wallMs([&] { whole = scene.reopen(); });
    report({.name = "card.first_time.10k.pairs", .value = static_cast<double>(whole.pairs), .unit = "command pairs"});
    report({.name = "card.first_time.10k.wall", .value = readAllMs, .unit = "ms"});
    reportReopening(scene, "card.reopen_unchanged.10k", 1, readAllMs);
    scene.change();
    reportReopening(scene, "card.reopen_10_changes.10k", 2, readAllMs);
    for (int i = 0; i < 30; ++i)
        scene.change(); // more than the journal keeps
    reportReopening(scene, "card.reopen_unknown_base.10k", 10, readAllMs);
}

void reportHandshakes(CardScene& scene)
{
    const double ms = wallMs([&] {
        for (int i = 0; i < kCardHandshakes; ++i)
            (void)scene.connect();
    });
    report({.name = "card.scp03_handshakes", .value = kCardHandshakes / ms * 1e3, .unit = "1/s"});
}

void reportMessages(CardScene& scene)
{
    const auto client = scene.connect();
    TreeClient session(*client);
    constexpr int kMessages = 200;
    const double ms = wallMs([&] {
        for (int i = 0; i < kMessages; ++i)
            (void)must(session.get({"./aa/aa/aa/leaf0"}));
    });
    report({.name = "card.get_messages", .value = kMessages / ms * 1e3, .unit = "1/s"});
    constexpr std::size_t kBytes = 1'000'000;
    Tree big;
    (void)must(big.add(Tree::root(), {"Big", Format::Bin, {}, std::string(kBytes, 'x'), {}, {}, {}, {}}));
    Operation add;
    add.side = Side::Card;
    add.kind = Operation::Kind::Add;
    add.uri = must(Uri::parse("./Big"));
    add.added = takeSubtree(big, big.children(Tree::root()).front());
    const Tree now = must(session.readAll());
    const double writeMs = wallMs([&] { (void)must(session.apply({add}, now)); });
    const double readMs = wallMs([&] { (void)must(session.get({"./Big"})); });
    report({.name = "card.write_1MB", .value = kBytes / writeMs / 1e3, .unit = "MB/s"});
    report({.name = "card.read_1MB", .value = kBytes / readMs / 1e3, .unit = "MB/s"});
}

} // namespace

void card()
{
    try {
        CardScene scene;
        reportStructure(scene);
        reportHandshakes(scene);
        reportMessages(scene);
    } catch (const std::runtime_error& error) {
        std::fprintf(stderr, "dmsc-bench: %s\n", error.what());
    }
}

} // namespace dmsc::bench
