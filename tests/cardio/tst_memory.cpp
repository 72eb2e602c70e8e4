// SPDX-License-Identifier: Apache-2.0
#include "rights_rig.h"

#include "cardio/card/card_interface.h"

#include <QRandomGenerator>

#include <numeric>

using namespace dmsc;
using namespace dmsc::test;
using syncml::Command;
using syncml::CommandKind;

namespace {

constexpr const char* kType = "urn:oma:mo:test:1.0";
constexpr std::uint32_t kBlock = 100;

/// 1000 blocks of 100 bytes: 10 of the card, 90 kept back, limits 1000, 400, 300 and 50.
IssuerPolicy smallPolicy()
{
    IssuerPolicy policy = testPolicy({{{kOwn}, ".", {}}});
    policy.blockSize = kBlock;
    policy.system = Blocks{10};
    policy.reserve = Blocks{90};
    const std::uint64_t limits[] = {1000, 400, 300, 50};
    for (std::size_t i = 0; i < 4; ++i) {
        policy.entities[i].memoryLimit = Blocks{limits[i]};
        policy.entities[i].firstGrant = Blocks{i == 0 ? 0U : 20U};
    }
    return policy;
}

RightsRig smallRig(const char* tree = "", std::vector<std::pair<const char*, const char*>> owners = {},
    IssuerPolicy policy = smallPolicy())
{
    return RightsRig(tree, std::move(owners), std::move(policy), 1000 * kBlock);
}

StatusWord send(EntitySession& session, MemoryAction action, std::uint64_t blocks = 0, const char* entity = "")
{
    const MemoryRequest request{action, entity, Blocks{blocks}};
    return session
        .manageMemory({.ins = card::kInsManageMemory,
            .p1 = static_cast<std::uint8_t>(action),
            .data = encodeMemoryRequest(request),
            .le = {}})
        .sw;
}

MemoryMap mapOf(const RightsRig& rig)
{
    return MemoryGrants(const_cast<CardImage&>(*rig.image), rig.policy).map();
}

EntityMemory memoryOf(const RightsRig& rig, const char* entity)
{
    for (const EntityMemory& memory : mapOf(rig).entities)
        if (memory.entity == entity)
            return memory;
    return {};
}
std::uint64_t granted(const RightsRig& rig, const char* entity)
{
    return number(memoryOf(rig, entity).granted);
}

/// total = system + reserve + all granted + free.
bool addsUp(const MemoryMap& map)
{
    const std::uint64_t sum = std::accumulate(map.entities.begin(), map.entities.end(),
        number(map.system) + number(map.reserve) + number(map.free),
        [](std::uint64_t all, const EntityMemory& one) { return all + number(one.granted); });
    return sum == number(map.total);
}

Command leaf(std::string target, std::size_t bytes)
{
    return command(CommandKind::Add, std::move(target), std::string(bytes, 'x'));
}

/// The Data of the Item in the first Status that has one.
std::string said(const std::vector<Command>& answers)
{
    for (const Command& answer : answers)
        if (answer.kind == CommandKind::Status && !answer.items.empty())
            return answer.items.front().data.value_or("no data");
    return "nothing";
}

constexpr std::uint64_t kNode = 32;

} // namespace

class TestMemory : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void DM_SC_ADM_6_memoryIsRequestedExtendedReducedAndReleased()
    {
        RightsRig rig = smallRig();
        const auto device = rig.as("device");
        QCOMPARE(granted(rig, "device"), std::uint64_t{20}); // the first grant
        QCOMPARE(send(*device, MemoryAction::Request, 100), StatusWord::Ok);
        QCOMPARE(granted(rig, "device"), std::uint64_t{100});
        QCOMPARE(send(*device, MemoryAction::Extend, 50), StatusWord::Ok);
        QCOMPARE(granted(rig, "device"), std::uint64_t{150});
        QCOMPARE(send(*device, MemoryAction::Reduce, 30), StatusWord::Ok);
        QCOMPARE(granted(rig, "device"), std::uint64_t{120});
        QCOMPARE(send(*device, MemoryAction::Request, 40), StatusWord::Ok);
        QCOMPARE(granted(rig, "device"), std::uint64_t{40});
        QCOMPARE(rig.code("device", leaf("./A", 500)), 200);
        QCOMPARE(send(*device, MemoryAction::Release), StatusWord::Ok);
        QCOMPARE(granted(rig, "device"), std::uint64_t{6}); // 533 bytes
        QVERIFY(addsUp(mapOf(rig)));
        rig.open();
        QCOMPARE(granted(rig, "device"), std::uint64_t{6});
    }

    void DM_SC_ADM_6_deleteTakesAllThatTheEntityStored()
    {
        RightsRig rig = smallRig("A\n  B = 1\nC  node  urn:oma:mo:test:1.0\n  D = 2\nE\n  F\n    G = 3\n",
            {{".", "issuer"}, {"./A", "device"}, {"./C/D", "device"}, {"./E", "device"}, {"./E/F/G", "issuer"}});
        const auto device = rig.as("device");
        QVERIFY(memoryOf(rig, "device").used > Blocks{0});
        QCOMPARE(send(*device, MemoryAction::Delete), StatusWord::Ok);
        QCOMPARE(textOf(rig.image->tree()),
            normalText("C  node  urn:oma:mo:test:1.0\nE\n  F\n    G = 3\n")); // what holds another's data stays
        QCOMPARE(rig.owner("./E/F"), std::string("issuer"));
        QCOMPARE(granted(rig, "device"), std::uint64_t{0});
        QCOMPARE(memoryOf(rig, "device").usedBytes, std::uint64_t{0});
        QVERIFY(addsUp(mapOf(rig)));
        (void)rig.as("device");
        QCOMPARE(granted(rig, "device"), std::uint64_t{0}); // the first grant was the first
    }

    void DM_SC_ADM_6_theCardMayGrantLess()
    {
        RightsRig rig = smallRig();
        const auto device = rig.as("device");
        const auto dms = rig.as("dms");
        QCOMPARE(send(*device, MemoryAction::Extend, 1'000'000), StatusWord::Ok);
        QCOMPARE(granted(rig, "device"), std::uint64_t{400}); // the issuer's limit
        QCOMPARE(send(*device, MemoryAction::Extend, 1), StatusWord::NotEnoughMemory);
        QCOMPARE(send(*dms, MemoryAction::Request, UINT64_MAX), StatusWord::Ok);
        QCOMPARE(granted(rig, "dms"), std::uint64_t{300});
        QCOMPARE(number(mapOf(rig).free), std::uint64_t{200});
        const auto issuer = rig.as("issuer");
        QCOMPARE(send(*issuer, MemoryAction::Request, 195), StatusWord::Ok);
        const auto application = rig.as("application");
        QCOMPARE(granted(rig, "application"), std::uint64_t{5}); // no more was there for a first grant
        QCOMPARE(send(*application, MemoryAction::Extend, 1), StatusWord::NotEnoughMemory);
        QCOMPARE(number(mapOf(rig).reserve), std::uint64_t{90});
        QVERIFY(addsUp(mapOf(rig)));
    }

    void DM_SC_ADM_6_whatIsRefusedChangesNothing()
    {
        RightsRig rig = smallRig();
        const auto device = rig.as("device");
        const auto dms = rig.as("dms");
        QCOMPARE(rig.code("device", leaf("./A", 1000)), 200); // 11 blocks
        const MemoryMap before = mapOf(rig);
        QCOMPARE(send(*device, MemoryAction::Reduce, 10), StatusWord::ConditionsNotSatisfied);
        QCOMPARE(send(*device, MemoryAction::Reduce, UINT64_MAX), StatusWord::ConditionsNotSatisfied);
        QCOMPARE(send(*device, MemoryAction::Request, 10), StatusWord::ConditionsNotSatisfied);
        QCOMPARE(send(*device, MemoryAction::Extend, 5, "dms"), StatusWord::SecurityStatusNotSatisfied);
        QCOMPARE(send(*device, MemoryAction::Extend, 5, "nobody"), StatusWord::SecurityStatusNotSatisfied);
        QCOMPARE(send(*rig.as("issuer"), MemoryAction::Extend, 5, "nobody"), StatusWord::ReferenceNotFound);
        rig.policy.entities[2].conditions = {{{0x0F}, ".", {}}};
        QCOMPARE(send(*rig.as("dms"), MemoryAction::Extend, 5), StatusWord::SecurityStatusNotSatisfied);
        QVERIFY(mapOf(rig) == before);
        QCOMPARE(send(*device, MemoryAction::Reduce, 9), StatusWord::Ok); // the last that may go
    }

    void DM_SC_ADM_6_aRequestThatIsNoneIsRefused()
    {
        RightsRig rig = smallRig();
        const auto device = rig.as("device");
        const auto raw = [&](std::uint8_t p1, std::uint8_t p2, Bytes data) {
            return device
                ->manageMemory({.ins = card::kInsManageMemory, .p1 = p1, .p2 = p2, .data = std::move(data), .le = {}})
                .sw;
        };
        QCOMPARE(raw(0, 0, {0x81, 1, 1}), StatusWord::WrongP1P2);
        QCOMPARE(raw(6, 0, {0x81, 1, 1}), StatusWord::WrongP1P2);
        QCOMPARE(raw(1, 1, {0x81, 1, 1}), StatusWord::WrongP1P2);
        QCOMPARE(raw(1, 0, {}), StatusWord::WrongData);
        QCOMPARE(raw(1, 0, {0x81, 9, 1, 0, 0, 0, 0, 0, 0, 0, 0}), StatusWord::WrongData);
        QCOMPARE(raw(1, 0, {0x81, 2, 1}), StatusWord::WrongData);
        QCOMPARE(raw(1, 0, {0x80, 0, 0x81, 1, 1}), StatusWord::WrongData);
        QCOMPARE(raw(4, 0, {0x81, 1, 1}), StatusWord::WrongData); // Release has no number
        QCOMPARE(granted(rig, "device"), std::uint64_t{20});
    }

    void DM_SC_ADM_6_whoMayManageOthersMemoryDoes()
    {
        RightsRig rig = smallRig();
        (void)rig.as("device");
        const auto issuer = rig.as("issuer");
        QCOMPARE(send(*issuer, MemoryAction::Extend, 30, "device"), StatusWord::Ok);
        QCOMPARE(granted(rig, "device"), std::uint64_t{50});
        QCOMPARE(rig.code("device", leaf("./A", 100)), 200);
        QCOMPARE(send(*issuer, MemoryAction::Delete, 0, "device"), StatusWord::Ok);
        QCOMPARE(granted(rig, "device"), std::uint64_t{0});
        QVERIFY(rig.image->tree().find(uri("./A")) == kNoNode);
    }

    void DM_SC_ADM_6_deletingThroughTheGrantNeedsTheRightToDelete()
    {
        RightsRig rig = smallRig();
        QCOMPARE(rig.code("device", leaf("./A", 100)), 200);
        rig.policy.entities[1].conditions = {{{0x17}, ".", {}}}; // all but delete
        QCOMPARE(send(*rig.as("device"), MemoryAction::Delete), StatusWord::SecurityStatusNotSatisfied);
        QVERIFY(rig.image->tree().find(uri("./A")) != kNoNode);
        QCOMPARE(granted(rig, "device"), std::uint64_t{20});
    }

    void DM_SC_ADM_6_aWritePastTheGrantSaysWhatIsShortAndChangesNothing()
    {
        RightsRig rig = smallRig("D = 1\n", {{".", "issuer"}, {"./D", "device"}}); // 34 bytes
        const std::string before = textOf(rig.image->tree());
        const std::uint64_t free = 2000 - kNode - 2;
        QCOMPARE(said(rig.run("device", {leaf("./A", 4096)})),
            "free " + std::to_string(free) + ", needed " + std::to_string(4096 + kNode + 1));
        QCOMPARE(rig.code("device", leaf("./A", 4096)), 420);
        QCOMPARE(rig.code("device", leaf("./A", free - kNode)), 420); // one byte too many, its name
        QCOMPARE(rig.code("device", command(CommandKind::Replace, "./D", std::string(2000, 'x'))), 420);
        QCOMPARE(rig.code("device", copyOf("./D", "./" + std::string(990, 'n') + "/" + std::string(990, 'm'))), 420);
        QCOMPARE(textOf(rig.image->tree()), before);
        // Someone else's change of it counts for it too.
        const auto answers = rig.run("issuer", {command(CommandKind::Replace, "./D", std::string(2000, 'x'))});
        QCOMPARE(said(answers), "free " + std::to_string(free) + ", needed 1999, entity device");
        QCOMPARE(rig.code("device", leaf("./A", free - kNode - 1)), 200); // to the last byte
        QCOMPARE(memoryOf(rig, "device").usedBytes, std::uint64_t{2000});
        QCOMPARE(rig.code("device", leaf("./B", 0)), 420);
        QCOMPARE(rig.code("device", command(CommandKind::Delete, "./D")), 200);
        QCOMPARE(rig.code("device", leaf("./B", 0)), 200);
    }

    void DM_SC_ADM_6_insideAnAtomicTheMemberSaysWhatIsShort()
    {
        RightsRig rig = smallRig();
        Command atomic;
        atomic.kind = CommandKind::Atomic;
        atomic.members = {leaf("./A", 1000), leaf("./B", 1000), leaf("./C", 1)};
        const auto answers = rig.run("device", {atomic});
        QCOMPARE(said(answers), std::string("free 967, needed 1033"));
        QCOMPARE(rig.codes("device", {atomic}), (std::vector<int>{507, 216, 420, 215}));
        QCOMPARE(rig.image->tree().size(), std::size_t{1});
        // One after the other, what fits is stored.
        QCOMPARE(rig.codes("device", {leaf("./A", 1000), leaf("./B", 1000), leaf("./C", 1)}),
            (std::vector<int>{200, 420, 200}));
    }

    void DM_SC_ADM_6_deletingFreesItsOwnersBlocks()
    {
        RightsRig rig = smallRig();
        QCOMPARE(rig.code("device", leaf("./A", 1000)), 200);
        QCOMPARE(memoryOf(rig, "device").used, Blocks{11});
        QCOMPARE(memoryOf(rig, "issuer").used, Blocks{0});
        QCOMPARE(rig.code("issuer", command(CommandKind::Delete, "./A")), 200);
        QCOMPARE(memoryOf(rig, "device").used, Blocks{0});
        QCOMPARE(granted(rig, "device"), std::uint64_t{20});
    }

    void DM_SC_ADM_7_theIssuersLimitsPerTypeAreKept()
    {
        IssuerPolicy policy = smallPolicy();
        policy.types = {{kType, Blocks{5}, {}}};
        RightsRig rig = smallRig("", {}, policy);
        const Tree mo = treeOf("M  node  urn:oma:mo:test:1.0\n  A = 1\n"); // 33 + 19 + 34
        QCOMPARE(rig.code("device", tnds(CommandKind::Add, "./M", mo)), 200);
        QCOMPARE(rig.code("dms", tnds(CommandKind::Add, "./N", mo)), 200); // all together, whoever stores them
        QCOMPARE(mapOf(rig).types.front().used, Blocks{2});
        const std::string before = textOf(rig.image->tree());
        QCOMPARE(said(rig.run("device", {leaf("./M/B", 300)})),
            std::string("free 328, needed 333, type urn:oma:mo:test:1.0"));
        QCOMPARE(rig.code("issuer", leaf("./N/B", 300)), 420);
        QCOMPARE(textOf(rig.image->tree()), before);
        QCOMPARE(rig.code("device", leaf("./M/B", 295)), 200);
        QCOMPARE(rig.code("device", leaf("./Else", 300)), 200); // in no MO
        QCOMPARE(rig.code("dms", command(CommandKind::Delete, "./N")), 200);
        QCOMPARE(mapOf(rig).types.front().used, Blocks{5}); // 414 bytes
    }

    void DM_SC_ADM_7_theIssuersOwnGrantGrowsIntoTheReserveLast()
    {
        RightsRig rig = smallRig();
        (void)rig.as("device");
        QCOMPARE(number(mapOf(rig).free), std::uint64_t{880});
        QCOMPARE(rig.code("issuer", leaf("./A", 88'000 - kNode - 1)), 200);
        QCOMPARE(granted(rig, "issuer"), std::uint64_t{880});
        QCOMPARE(number(mapOf(rig).free), std::uint64_t{0});
        QCOMPARE(number(mapOf(rig).reserve), std::uint64_t{90});
        QCOMPARE(rig.code("dms", leaf("./B", 0)), 420);
        QCOMPARE(rig.code("issuer", leaf("./B", 8'500)), 200);
        QCOMPARE(number(mapOf(rig).reserve), std::uint64_t{4});
        QCOMPARE(said(rig.run("issuer", {leaf("./C", 1'000)})), std::string("free 467, needed 1033"));
        QCOMPARE(rig.code("issuer", command(CommandKind::Delete, "./B")), 200);
        QCOMPARE(number(mapOf(rig).reserve), std::uint64_t{90}); // comes back first
        QCOMPARE(number(mapOf(rig).free), std::uint64_t{0});
        QVERIFY(addsUp(mapOf(rig)));
    }

    void DM_SC_ADM_7_aPolicyThatTakesBackMoreThanIsFreeStopsWritingAlone()
    {
        RightsRig rig = smallRig();
        QCOMPARE(rig.code("device", leaf("./A", 1000)), 200);
        rig.policy.entities[1].memoryLimit = Blocks{5};
        rig.policy.system = Blocks{990};
        const auto device = rig.as("device");
        QCOMPARE(granted(rig, "device"), std::uint64_t{20}); // what was granted stays
        QCOMPARE(send(*device, MemoryAction::Extend, 1), StatusWord::NotEnoughMemory);
        QCOMPARE(rig.code("device", leaf("./B", 100)), 200);
        QCOMPARE(rig.code("dms", leaf("./C", 100)), 420);
        QCOMPARE(rig.code("device", command(CommandKind::Delete, "./A")), 200);
        QVERIFY(addsUp(mapOf(rig)));
    }

    void DM_SC_ADM_7_whatNobodyOfThePolicyStoredIsTheIssuers()
    {
        RightsRig rig = smallRig("A = 1\nB = 22\n", {{"./B", "formerly"}});
        QCOMPARE(memoryOf(rig, "issuer").usedBytes, 2 * kNode + 5);
        QCOMPARE(rig.code("device", command(CommandKind::Replace, "./B", "x")), 425);
    }

    // The root is the card's own.
    void DM_SC_ADM_6_anEmptyCardUsesNoBlocks()
    {
        RightsRig rig = smallRig();
        for (const EntityMemory& memory : mapOf(rig).entities)
            QCOMPARE(memory.used, Blocks{0});
        QVERIFY(addsUp(mapOf(rig)));
    }

    void DM_SC_ADM_6_getMemoryTellsTheMap()
    {
        IssuerPolicy policy = smallPolicy();
        policy.types = {{kType, Blocks{5}, {}}};
        RightsRig rig = smallRig("", {}, policy);
        (void)rig.as("device");
        const auto issuer = rig.as("issuer");
        const ResponseApdu answer = issuer->getMemory();
        const auto tlvs = parseTlvs(answer.data);
        QVERIFY(tlvs);
        const auto at = [&](TlvTag tag) {
            const auto tlv = findTlv(*tlvs, tag);
            return tlv ? numberOf(*tlv).value_or(UINT64_MAX) : UINT64_MAX;
        };
        QCOMPARE(at(card::tag::kMemorySize), std::uint64_t{100'000});
        QCOMPARE(at(card::tag::kBlockSize), std::uint64_t{100});
        QCOMPARE(at(card::tag::kBlocksTotal), std::uint64_t{1000});
        QCOMPARE(at(card::tag::kBlocksSystem), std::uint64_t{10});
        QCOMPARE(at(card::tag::kBlocksReserve), std::uint64_t{90});
        QCOMPARE(at(card::tag::kBlocksFree), std::uint64_t{880});
        const auto count = [&](TlvTag tag) {
            return std::count_if(tlvs->begin(), tlvs->end(), [&](const Tlv& one) { return one.tag == tag; });
        };
        QCOMPARE(count(card::tag::kEntityMemory), 4);
        QCOMPARE(count(card::tag::kTypeMemory), 1);
        // Who has no right to others' data is told of itself.
        const auto own = parseTlvs(rig.as("device")->getMemory().data);
        QVERIFY(own);
        QCOMPARE(std::count_if(
                     own->begin(), own->end(), [&](const Tlv& one) { return one.tag == card::tag::kEntityMemory; }),
            1);
    }

    // What the preview of the window says is what the card does.
    void DM_SC_ADM_6_theCardKeepsTheRulesOfThePreview()
    {
        QRandomGenerator random(7);
        RightsRig rig = smallRig();
        const char* const entities[] = {"issuer", "device", "dms", "application"};
        for (const char* entity : entities)
            (void)rig.as(entity);
        int done = 0;
        int refused = 0;
        for (int round = 0; round < 600; ++round) {
            const char* entity = entities[random.bounded(4)];
            if (random.bounded(3) == 0) { // something is stored or deleted
                const std::string where = std::string("./") + entity + char('0' + random.bounded(4));
                (void)rig.codes(entity,
                    {random.bounded(2) == 0 ? leaf(where, random.bounded(4000U))
                                            : command(CommandKind::Delete, where)});
                QVERIFY(addsUp(mapOf(rig)));
                continue;
            }
            MemoryRequest request;
            request.action = static_cast<MemoryAction>(1 + random.bounded(random.bounded(8) == 0 ? 5 : 4));
            const bool counts = request.action <= MemoryAction::Reduce;
            request.blocks = Blocks{counts ? random.bounded(random.bounded(5) == 0 ? 1200U : 60U) : 0U};
            const char* asking = random.bounded(3) == 0 ? "issuer" : entity;
            if (std::string_view(asking) != entity)
                request.entity = entity;
            MemoryMap before = mapOf(rig);
            before.self = asking;
            const auto expected = afterRequest(before, request);
            const StatusWord sw = send(*rig.as(asking), request.action, number(request.blocks), request.entity.c_str());
            QCOMPARE(sw == StatusWord::Ok, expected.has_value());
            MemoryMap after = mapOf(rig);
            QVERIFY(addsUp(after));
            if (!expected) {
                ++refused;
                QCOMPARE(sw,
                    expected.error().kind == ErrorKind::Full ? StatusWord::NotEnoughMemory
                                                             : StatusWord::ConditionsNotSatisfied);
                after.self = asking;
                QVERIFY(after == before);
                continue;
            }
            ++done;
            after.self = asking;
            QVERIFY(after == *expected);
        }
        QVERIFY(done > 100);
        QVERIFY(refused > 50);
    }

    void DM_SC_ADM_6_powerLossLeavesTheGrantBeforeOrAfter_data()
    {
        QTest::addColumn<int>("action");
        QTest::newRow("extend") << static_cast<int>(MemoryAction::Extend);
        QTest::newRow("release") << static_cast<int>(MemoryAction::Release);
        QTest::newRow("delete") << static_cast<int>(MemoryAction::Delete);
    }

    void DM_SC_ADM_6_powerLossLeavesTheGrantBeforeOrAfter()
    {
        QFETCH(int, action);
        const auto tree = "A\n  B = 1\n  C = 2\nD = 3\n";
        const auto state = [](const RightsRig& rig) {
            return std::to_string(granted(rig, "device")) + " " + ledgerText(*rig.image);
        };
        bool toldDone = false;
        for (int cut = 0; !toldDone; ++cut) {
            RightsRig rig = smallRig(tree, {{".", "issuer"}, {"./A", "device"}});
            (void)rig.as("device");
            const std::string before = state(rig);
            int step = 0;
            bool armed = false;
            rig.open([&](StoreStep) { return !armed || step++ < cut; });
            const auto device = rig.as("device");
            armed = true;
            const StatusWord sw = send(*device, static_cast<MemoryAction>(action), 7);
            armed = false;
            const std::string live = state(rig);
            rig.open();
            QCOMPARE(state(rig), live); // what the card believes is what is in the file
            if (sw == StatusWord::Ok) {
                QVERIFY(live != before);
                toldDone = step <= cut;
            } else {
                QCOMPARE(sw, StatusWord::MemoryProblem);
                QCOMPARE(live, before);
            }
            QVERIFY(cut < 100);
        }
    }

    void aShortageIsReadAsItIsWritten()
    {
        const Shortage all{120, 4096, "dms", "urn:x, y"};
        QCOMPARE(all.text(), std::string("free 120, needed 4096, entity dms, type urn:x, y"));
        QVERIFY(Shortage::parse(all.text()) == all);
        const Shortage plain{0, 1, {}, {}};
        QVERIFY(Shortage::parse(plain.text()) == plain);
        for (const char* text :
            {"", "free", "free x, needed 1", "free 1", "free 1, needed 2 ", "free 1, needed 2, odd"})
            QVERIFY(!Shortage::parse(text));
    }
};

QTEST_GUILESS_MAIN(TestMemory)
#include "tst_memory.moc"
