// SPDX-License-Identifier: Apache-2.0
#include "model/access/handshake_step.h"
#include "model/access/permission.h"
#include "model/access/placement.h"
#include "tests/support/run_test.h"
#include "tests/support/tree_text.h"

#include <QRandomGenerator>
#include <QTest>

#include <numeric>

namespace dmsc::tst_access {

using namespace dmsc::test;

namespace {

Uri uri(std::string_view text)
{
    return *Uri::parse(text);
}

/// 1000 blocks of 100 bytes: 10 of the card, 90 kept back, 300 granted, 600 free.
MemoryMap someMap()
{
    MemoryMap map;
    map.blockSize = 100;
    map.total = Blocks{1000};
    map.system = Blocks{10};
    map.reserve = Blocks{90};
    map.reserveLimit = Blocks{90};
    map.free = Blocks{600};
    map.entities = {{"issuer", Role::Issuer, Blocks{1000}, Blocks{100}, Blocks{50}, 4'950},
        {"device", Role::Device, Blocks{400}, Blocks{150}, Blocks{20}, 1'980},
        {"dms", Role::Dms, Blocks{60}, Blocks{50}, Blocks{50}, 5'000}};
    map.types = {{"urn:oma:mo:test:1.0", Blocks{30}, Blocks{12}}};
    map.self = "device";
    return map;
}

Result<MemoryMap> asked(MemoryAction action, std::uint64_t blocks, const char* entity = "")
{
    return afterRequest(someMap(), {action, entity, Blocks{blocks}});
}

std::uint64_t granted(const Result<MemoryMap>& map, std::size_t entity)
{
    return map ? number(map->entities[entity].granted) : UINT64_MAX;
}

constexpr std::size_t kIssuer = 0;
constexpr std::size_t kDevice = 1;
constexpr std::size_t kDms = 2;

bool addsUp(const MemoryMap& map)
{
    return std::accumulate(map.entities.begin(), map.entities.end(),
               number(map.system) + number(map.reserve) + number(map.free),
               [](std::uint64_t sum, const EntityMemory& one) { return sum + number(one.granted); })
        == number(map.total);
}

} // namespace

class TestAccess : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // Rights of one condition are not said of what another is about.
    void DM_SC_PRV_2_aMissingPermissionIsToldConditionByCondition()
    {
        AccessConditions access;
        access.entity = "application";
        access.role = Role::Application;
        access.conditions = {{Rights{0x23}, ".", {}}, {Rights{0x04}, {}, "urn:x"}};
        const QString text = missingPermission(access, Right::Write, "issuer");
        QVERIFY2(text.contains(QStringLiteral("\"write\" for what issuer stored")), qPrintable(text));
        QVERIFY2(text.endsWith(QStringLiteral("application below .: explore, read, also what others stored; "
                                              "in MOs of the Type urn:x: write")),
            qPrintable(text));
        access.conditions.clear();
        QVERIFY(missingPermission(access, Right::Read).endsWith(QStringLiteral("application nothing")));
    }

    void blocksAreWhole()
    {
        QCOMPARE(blocksFor(0, 100), Blocks{0});
        QCOMPARE(blocksFor(1, 100), Blocks{1});
        QCOMPARE(blocksFor(100, 100), Blocks{1});
        QCOMPARE(blocksFor(101, 100), Blocks{2});
        QCOMPARE(blocksFor(UINT64_MAX, 1), Blocks{UINT64_MAX});
        QCOMPARE(blocksFor(5, 0), Blocks{0});
    }

    void DM_SC_ADM_6_aPreviewKeepsTheCardsRules()
    {
        QCOMPARE(granted(asked(MemoryAction::Request, 30), kDevice), std::uint64_t{30});
        QCOMPARE(granted(asked(MemoryAction::Request, 300), kDevice), std::uint64_t{300});
        QCOMPARE(granted(asked(MemoryAction::Request, 500), kDevice), std::uint64_t{400}); // the limit
        QCOMPARE(granted(asked(MemoryAction::Extend, UINT64_MAX), kDevice), std::uint64_t{400});
        QCOMPARE(granted(asked(MemoryAction::Extend, 20, "dms"), kDms), std::uint64_t{60});
        QCOMPARE(
            granted(asked(MemoryAction::Extend, 5'000, "issuer"), kIssuer), std::uint64_t{790}); // with the reserve
        QCOMPARE(granted(asked(MemoryAction::Reduce, 130), kDevice), std::uint64_t{20});
        QCOMPARE(granted(asked(MemoryAction::Release, 0), kDevice), std::uint64_t{20});
        const auto deleted = asked(MemoryAction::Delete, 0);
        QCOMPARE(granted(deleted, kDevice), std::uint64_t{0});
        QCOMPARE(deleted->entities[kDevice].usedBytes, std::uint64_t{0});
    }

    void DM_SC_ADM_6_aPreviewRefusesWhatTheCardWould()
    {
        QCOMPARE(asked(MemoryAction::Reduce, 131).error().kind, ErrorKind::NotAllowed);
        QCOMPARE(asked(MemoryAction::Reduce, UINT64_MAX).error().kind, ErrorKind::NotAllowed);
        QCOMPARE(asked(MemoryAction::Request, 19).error().kind, ErrorKind::NotAllowed);
        QCOMPARE(asked(MemoryAction::Extend, 1, "nobody").error().kind, ErrorKind::NotFound);
        MemoryMap full = someMap();
        full.free = Blocks{0};
        QCOMPARE(afterRequest(full, {MemoryAction::Extend, "device", Blocks{1}}).error().kind, ErrorKind::Full);
        QVERIFY(afterRequest(full, {MemoryAction::Extend, "issuer", Blocks{1}})); // out of the reserve
    }

    void DM_SC_ADM_7_whatIsGrantedAboveALimitMayShrinkStepByStep()
    {
        MemoryMap map = someMap();
        map.entities[kDevice].limit = Blocks{10}; // the policy was made stricter
        const auto fewer = afterRequest(map, {MemoryAction::Request, "device", Blocks{100}});
        QCOMPARE(granted(fewer, kDevice), std::uint64_t{100});
        QCOMPARE(afterRequest(map, {MemoryAction::Extend, "device", Blocks{1}}).error().kind, ErrorKind::Full);
    }

    void DM_SC_ADM_7_whatIsGivenBackFillsTheReserveFirst()
    {
        const auto all = asked(MemoryAction::Extend, 650, "issuer");
        QVERIFY(all);
        QCOMPARE(all->free, Blocks{0});
        QCOMPARE(all->reserve, Blocks{40});
        const auto back = afterRequest(*all, {MemoryAction::Reduce, "device", Blocks{60}});
        QVERIFY(back);
        QCOMPARE(back->reserve, Blocks{90});
        QCOMPARE(back->free, Blocks{10});
    }

    void DM_SC_ADM_6_whateverIsAskedTheMapAddsUp()
    {
        QRandomGenerator random(4);
        MemoryMap map = someMap();
        QVERIFY(addsUp(map));
        int done = 0;
        for (int round = 0; round < 5'000; ++round) {
            MemoryRequest request;
            request.action = static_cast<MemoryAction>(1 + random.bounded(5));
            request.entity = map.entities[random.bounded(3U)].entity;
            request.blocks = Blocks{random.bounded(900U)};
            if (const auto after = afterRequest(map, request)) {
                map = *after;
                ++done;
            }
            QVERIFY(addsUp(map));
            for (EntityMemory& entity : map.entities) {
                QVERIFY(entity.granted >= entity.used);
                QVERIFY(entity.granted <= entity.limit);
                // Somebody stores something.
                entity.used = std::min(entity.granted, Blocks{random.bounded(300U)});
            }
        }
        QVERIFY(done > 1'000);
    }

    void DM_SC_ADM_5_aNodesOwnerIsTheNearestThatIsTold()
    {
        Owners owners;
        owners.set(uri("."), "issuer");
        owners.set(uri("./A"), "device");
        owners.set(uri("./A/B/C"), "dms");
        QCOMPARE(owners.of(uri("./Else")), std::string("issuer"));
        QCOMPARE(owners.of(uri("./A/B")), std::string("device"));
        QCOMPARE(owners.of(uri("./A/B/C/D")), std::string("dms"));
        QCOMPARE(owners.of(uri("./AB")), std::string("issuer"));
        const Tree tree = treeOf("A\n  B\n    C\n      D = 1\nAB = 2\n");
        const auto all = owners.ofAll(tree);
        for (std::uint32_t i = 0; i < tree.idEnd(); ++i)
            QCOMPARE(std::string(all[i]), owners.of(tree.uri(NodeId{i})));
        QVERIFY(Owners().of(uri("./A")).empty());
    }

    void DM_SC_ADM_6_aPlacementSaysWhatIsShort()
    {
        const Tree card = treeOf("MOs\n  There  node  urn:oma:mo:test:1.0\n");
        const Tree mo = treeOf("M  node  urn:oma:mo:test:1.0\n  A = 1\n"); // 33 + 19 + 34
        const NodeId root = mo.child(Tree::root(), "M");
        Owners owners;
        owners.set(uri("."), "issuer");
        const auto placed = [&](const char* where, const char* entity, const MemoryMap& map) {
            return placementOf(map, owners, card, uri(where), mo, root, entity);
        };
        auto good = placed("./MOs/M", "device", someMap());
        QVERIFY(good);
        QVERIFY(good->fits());
        QCOMPARE(good->bytes, std::uint64_t{86});
        QCOMPARE(good->needed, Blocks{1}); // 1980 bytes in 20 blocks, 2066 in 21
        QCOMPARE(good->free, Blocks{130});
        QCOMPARE(good->unused, Blocks{130});
        const auto issuers = placed("./MOs/M", "issuer", someMap()); // 50 granted, the rest it can grow into
        QCOMPARE(issuers->unused, Blocks{50});
        QVERIFY(issuers->free > issuers->unused);
        QVERIFY(good->extents.empty());
        const auto there = placed("./MOs/There", "device", someMap());
        QVERIFY(!there->fits());
        QVERIFY(there->occupied);
        QCOMPARE(there->occupiedBy, std::string("issuer"));
        const auto full = placed("./MOs/M", "dms", someMap()); // uses all that it has, to the last byte
        QVERIFY(!full->fits());
        QCOMPARE(full->shortOfGrant, Blocks{1});
        QCOMPARE(full->shortOfMemory, Blocks{0}); // could be granted
        MemoryMap strict = someMap();
        strict.entities[kDms].limit = Blocks{50};
        QCOMPARE(placed("./MOs/M", "dms", strict)->shortOfMemory, Blocks{1});
        strict.types.front().limit = Blocks{12};
        QCOMPARE(placed("./MOs/M", "device", strict)->shortOfType, Blocks{1});
        QVERIFY(!placed("./MOs/M", "nobody", strict));
        // The issuer's grant grows by itself.
        MemoryMap own = someMap();
        own.entities[kIssuer].granted = own.entities[kIssuer].used;
        QVERIFY(placed("./MOs/M", "issuer", own)->fits());
    }

    void DM_SC_GEN_16_aLongMoIsShownWithItsExtents()
    {
        Tree mo;
        const NodeData leaf{"Big", Format::Bin, {}, std::string(70'000, 'x'), {}, {}, {}, {}};
        const NodeId root = *mo.add(Tree::root(), leaf);
        const auto placed = placementOf(someMap(), {}, Tree(), uri("./Big"), mo, root, "device");
        QVERIFY(placed);
        const std::vector<Extent> expected{{0, 32'767}, {32'767, 32'767}, {65'534, 70'035 - 65'534}};
        QVERIFY(placed->extents == expected);
        const auto known = placementOf(someMap(), {}, Tree(), uri("./Big"), mo, root, "device", 32'768);
        QVERIFY(known->extents == (std::vector<Extent>{{0, 32'767}, {32'767, 1}}));
        QVERIFY(placementOf(someMap(), {}, Tree(), uri("./Big"), mo, root, "device", 32'767)->extents.empty());
    }

    void rightsAndMethodsAreSaidInWords()
    {
        QCOMPARE(rightsText({0x03}), QStringLiteral("explore, read"));
        QCOMPARE(rightsText({}), QStringLiteral("nothing"));
        QCOMPARE(methodOf(u"scp11A"), std::optional(HandshakeMethod::Scp11a));
        QVERIFY(!methodOf(u"scp02"));
        for (int number = 0; number < 256; ++number) {
            const auto method = methodOf(static_cast<std::uint8_t>(number));
            QCOMPARE(method.has_value(), number == 0x03 || (number >= 0x1A && number <= 0x1C));
            const auto role = roleOf(static_cast<std::uint8_t>(number));
            QCOMPARE(role.has_value(), number >= 1 && number <= 4);
        }
    }

    void everyMethodHasItsSteps()
    {
        for (const HandshakeMethod method :
            {HandshakeMethod::Scp03, HandshakeMethod::Scp11a, HandshakeMethod::Scp11b}) {
            const auto steps = plannedSteps(method, Role::Dms);
            QVERIFY(steps.size() >= 4);
            QCOMPARE(steps.front().id, QStringLiteral("select"));
            QCOMPARE(steps.back().id, QStringLiteral("accessConditions"));
            for (const HandshakeStep& step : steps)
                QVERIFY(step.state == StepState::Waiting && !step.title.isEmpty());
        }
    }
};

int run(int argc, char** argv)
{
    return test::run<QCoreApplication, TestAccess>(argc, argv);
}

} // namespace dmsc::tst_access

#include "tst_access.moc"
