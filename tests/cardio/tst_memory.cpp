// SPDX-License-Identifier: Apache-2.0
#include "memory_rig.h"
#include "tests/support/run_test.h"

#include <QRandomGenerator>

namespace dmsc::tst_memory {

using namespace dmsc::test;
using syncml::CommandKind;

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
};

int run(int argc, char** argv)
{
    return test::run<QCoreApplication, TestMemory>(argc, argv);
}

} // namespace dmsc::tst_memory

#include "tst_memory.moc"
