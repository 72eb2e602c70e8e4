// SPDX-License-Identifier: Apache-2.0
#include "card_rig.h"
#include "handshake_rig.h"
#include "rights_rig.h"
#include "tests/support/run_test.h"

namespace dmsc::tst_card_entities {

using namespace dmsc::test;

namespace {

constexpr const char* kTree = R"(
    DMAcc
      Mine  node  urn:oma:mo:oma-dm-dmacc:1.0
        Name = Mine
      Operator  node  urn:oma:mo:oma-dm-dmacc:1.0
        Name = Operator
    Private  node  urn:oma:mo:private:1.0
      Diary = dear diary
)";

/// A card, and entities that shake hands with it one after the other. The device may only touch its own.
struct EntitiesRig
{
    explicit EntitiesRig(std::uint64_t firstGrant = 64)
    {
        CardSetup setup;
        setup.tree = treeOf(kTree);
        setup.owners.set(uri("."), "issuer");
        setup.owners.set(uri("./DMAcc/Mine"), "device");
        setup.policy = defaultPolicy(setup.memorySize);
        for (EntityPolicy& entity : setup.policy->entities)
            if (entity.role == Role::Device) {
                entity.conditions = {{{kOwn}, ".", {}}};
                entity.firstGrant = Blocks{firstGrant};
            }
        if (const auto made = CardImage::create(path(), setup, systemRandom()); !made)
            qFatal("%s", qPrintable(made.error().text()));
        auto opened = UiccCard::open(path(), {fixedClock(), systemRandom()});
        if (!opened)
            qFatal("%s", qPrintable(opened.error().text()));
        card = std::move(*opened);
        link = std::make_unique<InProcessLink>(*card);
    }

    [[nodiscard]] QString path() const { return folder.filePath(QStringLiteral("card")); }

    void connect(Role role, const std::string& name, HandshakeMethod method = HandshakeMethod::Scp03)
    {
        reader.reset();
        session.reset();
        client.reset();
        HandshakeOptions options;
        options.as = role;
        options.method = method;
        auto opened = method == HandshakeMethod::Scp03 ? CardClient::open(*link, keysOf(role), options)
                                                       : CardClient::open(*link, certificateOf(role), options);
        if (!opened)
            qFatal("%s", qPrintable(opened.error().text()));
        client = std::move(*opened);
        session.emplace(*client);
        reader.emplace(*client, *session, folder.filePath(QStringLiteral("cache")));
        reader->setEntity(role == Role::Issuer ? std::string() : name);
    }
    void asIssuer() { connect(Role::Issuer, "issuer"); }
    void asDevice() { connect(Role::Device, "device"); }

    RefreshReport::Way refresh()
    {
        const auto report = reader->refresh();
        if (!report)
            qFatal("%s", qPrintable(report.error().text()));
        return report->way;
    }
    int apply(const Operation& operation)
    {
        const auto results = session->apply({operation}, reader->tree());
        if (!results)
            qFatal("%s", qPrintable(results.error().text()));
        text = results->front().text;
        return results->front().status;
    }

    QTemporaryDir folder;
    std::unique_ptr<UiccCard> card;
    std::unique_ptr<InProcessLink> link;
    std::unique_ptr<CardClient> client;
    std::optional<TreeClient> session;
    std::optional<CardReader> reader;
    QString text; ///< of the last operation
};

constexpr const char* kDevicesTree = R"(
    DMAcc
      Mine  node  urn:oma:mo:oma-dm-dmacc:1.0
        Name = Mine
)";

} // namespace

class TestCardEntities : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void DM_SC_PRV_2_aDevicesCopyOfTheCardIsWhatItMaySee()
    {
        EntitiesRig rig;
        rig.asDevice();
        rig.refresh();
        QCOMPARE(textOf(rig.reader->tree()), normalText(kDevicesTree));
        rig.asIssuer();
        rig.refresh();
        QCOMPARE(textOf(rig.reader->tree()), normalText(kTree));
    }

    // GEN-5: what is private changes without a trace in the device's copy, which stays proven by its digest.
    void DM_SC_PRV_2_GEN_5_aDevicesCopyIsKeptUpToDate()
    {
        EntitiesRig rig;
        rig.asDevice();
        rig.refresh();
        rig.asIssuer();
        rig.refresh();
        QCOMPARE(rig.apply(valueChange(rig.reader->tree(), "./Private/Diary", "today")), 200);
        rig.asDevice();
        QCOMPARE(rig.refresh(), RefreshReport::Way::Journal); // of nothing
        QCOMPARE(textOf(rig.reader->tree()), normalText(kDevicesTree));
        rig.asIssuer();
        rig.refresh();
        QCOMPARE(rig.apply(deletion(rig.reader->tree(), "./Private")), 200);
        QCOMPARE(rig.apply(valueChange(rig.reader->tree(), "./DMAcc/Mine/Name", "theirs")), 200);
        rig.asDevice();
        rig.refresh();
        const Tree& copy = rig.reader->tree();
        QCOMPARE(std::string(copy.value(copy.find(uri("./DMAcc/Mine/Name")))), std::string("theirs"));
        rig.asIssuer();
        rig.refresh();
        QCOMPARE(rig.apply(deletion(rig.reader->tree(), "./DMAcc/Mine/Name")), 200);
        rig.asDevice();
        rig.refresh(); // the journal does not tell, the digests do
        QVERIFY(rig.reader->tree().find(uri("./DMAcc/Mine")) != kNoNode);
        QVERIFY(rig.reader->tree().find(uri("./DMAcc/Mine/Name")) == kNoNode);
    }

    void DM_SC_SEC_2_theCardRefusesWhatThePolicyDoesNotAllow()
    {
        EntitiesRig rig;
        rig.asIssuer();
        rig.refresh();
        const Tree whole = rig.reader->tree();
        const std::string before = textOf(whole);
        rig.asDevice();
        rig.refresh();
        const auto results = rig.session->apply({valueChange(whole, "./DMAcc/Operator/Name", "x")}, whole);
        QVERIFY(results);
        QCOMPARE(results->front().status, 425);
        const auto gone = rig.session->apply({deletion(whole, "./Private")}, whole);
        QCOMPARE(gone->front().status, 425);
        QCOMPARE(rig.apply(valueChange(rig.reader->tree(), "./DMAcc/Mine/Name", "changed")), 200);
        rig.asIssuer();
        rig.refresh();
        QCOMPARE(std::string(rig.reader->tree().value(rig.reader->tree().find(uri("./DMAcc/Mine/Name")))),
            std::string("changed"));
        QVERIFY(rig.reader->tree().find(uri("./Private/Diary")) != kNoNode);
    }

    void DM_SC_ADM_2_aDmsReadsWhatTheCardKnowsOfTheDevice()
    {
        EntitiesRig rig;
        rig.asIssuer();
        rig.refresh();
        const Tree detail =
            treeOf("DevDetail  node  urn:oma:mo:oma-dm-devdetail:1.1\n  HwV = 7\n  LrgObj : bool = true\n");
        QCOMPARE(rig.apply(addition("./DevDetail", detail)), 200);
        rig.connect(Role::Dms, "dms", HandshakeMethod::Scp11a);
        const auto answers = rig.session->get({"./DevDetail/HwV", "./DevDetail/LrgObj"});
        QVERIFY2(answers, answers ? "" : qPrintable(answers.error().text()));
        QCOMPARE(*answers->at(0).items.front().data, std::string("7"));
        QCOMPARE(*answers->at(1).items.front().data, std::string("true"));
        QVERIFY(rig.client->accessConditions()); // and what it may do there
    }

    void DM_SC_ADM_3_DM_SC_ADM_4_aDmsAddsEditsAndDeletes()
    {
        EntitiesRig rig;
        rig.connect(Role::Dms, "dms", HandshakeMethod::Scp11a);
        rig.refresh();
        QCOMPARE(
            rig.apply(addition("./Config", treeOf("Config  node  urn:test:mo:config:1.0\n  A = 1\n  B = 2\n"))), 200);
        rig.refresh();
        QCOMPARE(rig.apply(valueChange(rig.reader->tree(), "./Config/A", "one")), 200);
        rig.refresh();
        QCOMPARE(rig.apply(deletion(rig.reader->tree(), "./Config/B")), 200);
        rig.asIssuer();
        rig.refresh();
        const Tree& tree = rig.reader->tree();
        QCOMPARE(std::string(tree.value(tree.find(uri("./Config/A")))), std::string("one"));
        QVERIFY(tree.find(uri("./Config/B")) == kNoNode);
    }

    void F09_DM_SC_ADM_5_ownersAreToldToTheHost()
    {
        EntitiesRig rig;
        rig.connect(Role::Dms, "dms", HandshakeMethod::Scp11a);
        rig.refresh();
        QCOMPARE(rig.apply(addition("./Ours", leafTree("Ours", "x"))), 200);
        const auto owners = rig.client->owners();
        QVERIFY(owners);
        QCOMPARE(owners->of(uri("./Ours")), std::string("dms"));
        QCOMPARE(owners->of(uri("./DMAcc/Mine/Name")), std::string("device"));
        QCOMPARE(owners->of(uri("./DMAcc/Operator")), std::string("issuer"));
        const auto image = CardImage::open(rig.path());
        QVERIFY(image);
        QCOMPARE(image->owner(image->tree().find(uri("./Ours"))), std::string("dms"));
    }

    void F08_DM_SC_ADM_6_memoryIsNegotiatedOverTheCardsCommands()
    {
        EntitiesRig rig(64);
        rig.asDevice();
        rig.refresh();
        (void)rig.client->accessConditions();
        auto map = rig.client->memory();
        QVERIFY(map);
        QCOMPARE(map->entities.size(), std::size_t{1});
        QCOMPARE(map->entities.front().granted, Blocks{64});
        QCOMPARE(rig.apply(addition("./Big", leafTree("Big", std::string(20'000, 'x')))), 420);
        QVERIFY2(rig.text.contains(QStringLiteral("20035")), qPrintable(rig.text));
        map->self = "device";
        const MemoryRequest more{MemoryAction::Extend, {}, Blocks{40}};
        const auto preview = afterRequest(*map, more);
        const auto done = rig.client->manageMemory(more);
        QVERIFY(done && done->done());
        QCOMPARE(done->granted, Blocks{104});
        auto after = rig.client->memory();
        after->self = "device";
        QVERIFY(preview == *after);
        QCOMPARE(rig.apply(addition("./Big", leafTree("Big", std::string(20'000, 'x')))), 200);
        const auto refused = rig.client->manageMemory({MemoryAction::Reduce, {}, Blocks{60}});
        QVERIFY(refused);
        QCOMPARE(refused->statusWord, std::uint16_t{0x6985});
        const auto deleted = rig.client->manageMemory({MemoryAction::Delete, {}, {}});
        QVERIFY(deleted && deleted->done());
        rig.refresh();
        QCOMPARE(rig.reader->tree().size(), std::size_t{1});
    }

    void DM_SC_ADM_7_theIssuerStoresMegabytesWithoutNegotiating()
    {
        EntitiesRig rig;
        rig.asIssuer();
        rig.refresh();
        QCOMPARE(rig.apply(addition("./Big", leafTree("Big", std::string(std::size_t{6} << 20U, 'x')))), 200);
        const auto map = rig.client->memory();
        QVERIFY(map);
        QVERIFY(number(map->entities.front().granted) * map->blockSize > std::uint64_t{6} << 20U);
        QCOMPARE(map->entities.size(), std::size_t{4});
    }
};

int run(int argc, char** argv)
{
    return test::run<QCoreApplication, TestCardEntities>(argc, argv);
}

} // namespace dmsc::tst_card_entities

#include "tst_card_entities.moc"
