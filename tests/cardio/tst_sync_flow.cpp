// SPDX-License-Identifier: Apache-2.0
#include "cardio/flows/sync_flow.h"
#include "cardio/session/scripted_user.h"
#include "cardio/store/card_image.h"
#include "cardio/store/handset_image.h"
#include "tests/support/run_test.h"
#include "tests/support/tree_text.h"

#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

namespace dmsc::tst_sync_flow {

using namespace dmsc::test;

namespace {

constexpr const char* kHandset = R"(
    DevInfo  node  urn:oma:mo:oma-dm-devinfo:1.0
      DevId = IMEI:490154203237518
    DevDetail  node  urn:oma:mo:oma-dm-devdetail:1.1
      HwV = 7
    Vendor  node  urn:vendor:mo:test:1.0
      A = precious
      B = 1
)";

/// A handset and a card on their images, either of which can be made anew.
struct Pair
{
    Pair()
    {
        makeHandset();
        makeCard();
        open();
    }
    void makeHandset() const
    {
        QFile::remove(path("handset"));
        QVERIFY(HandsetImage::create(path("handset"), treeOf(kHandset)));
    }
    /// The number stays what it was.
    void makeCard() const
    {
        QFile::remove(path("card"));
        QVERIFY(CardImage::create(path("card"), {}, systemRandom()));
    }
    void open()
    {
        close();
        auto left = SideSession::open({Where::Kind::Handset, path("handset")});
        auto right = SideSession::open({Where::Kind::Card, path("card")});
        if (!left || !right)
            qFatal("not opened");
        device = *std::move(left);
        card = *std::move(right);
    }
    void close()
    {
        device.reset();
        card.reset();
    }
    [[nodiscard]] QString path(const char* name) const { return folder.filePath(QLatin1String(name)); }
    FlowReport sync(UserAgent& user)
    {
        FlowRequest request;
        request.kind = FlowKind::Sync;
        FlowOutside outside;
        outside.user = &user;
        outside.syncFolder = path("sync");
        return runFlow(request, {device.get(), card.get()}, outside);
    }
    /// Without a question.
    void require()
    {
        ScriptedUser nobody(PromptAnswer::Verdict::No);
        const FlowReport report = sync(nobody);
        QVERIFY2(report.done, qPrintable(report.outcome));
        QVERIFY(nobody.asked().empty());
    }
    static std::string value(const SideSession& side, const char* uri)
    {
        const NodeId node = side.tree().find(*Uri::parse(uri));
        return node == kNoNode ? "none" : std::string(side.tree().value(node));
    }
    static void change(SideSession& side, Side which, const char* uri, const char* to)
    {
        Operation operation;
        operation.side = which;
        operation.uri = *Uri::parse(uri);
        operation.before = value(side, uri);
        operation.after = to;
        const auto changed = side.apply({operation});
        QVERIFY(changed && changed->front().status == 200);
    }
    static void remove(SideSession& side, Side which, const char* uri)
    {
        Operation operation;
        operation.side = which;
        operation.kind = Operation::Kind::Delete;
        operation.uri = *Uri::parse(uri);
        const auto removed = side.apply({operation});
        QVERIFY(removed && removed->front().status == 200);
    }

    QTemporaryDir folder;
    std::unique_ptr<SideSession> device;
    std::unique_ptr<SideSession> card;
};

} // namespace

/// What a synchronisation may never do: lose what is on one side because the other is not what it was.
class TestSyncFlow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void DM_SC_GEN_7_aCardMadeAnewDeletesNothing();
    void DM_SC_GEN_7_aHandsetMadeAnewDeletesNothing();
    void DM_SC_GEN_7_aCardSetBackDeletesNothing();
    void DM_SC_GEN_7_aHandsetSetBackDeletesNothing();
    void DM_SC_GEN_7_whatWasDeletedIsDeletedStill();
    void whatASideRefusesCanBeLeftOut();
    void whatTheCardRefusesIsTriedAgain();
};

void TestSyncFlow::DM_SC_GEN_7_aCardMadeAnewDeletesNothing()
{
    Pair pair;
    pair.require();
    QCOMPARE(Pair::value(*pair.card, "./Vendor/A"), std::string("precious"));
    pair.close();
    pair.makeCard();
    pair.open();
    pair.require();
    QCOMPARE(Pair::value(*pair.device, "./Vendor/A"), std::string("precious"));
    QCOMPARE(Pair::value(*pair.card, "./Vendor/A"), std::string("precious"));
}

void TestSyncFlow::DM_SC_GEN_7_aHandsetMadeAnewDeletesNothing()
{
    Pair pair;
    Pair::change(*pair.device, Side::Device, "./Vendor/B", "2");
    pair.require();
    pair.close();
    QFile::remove(pair.path("handset"));
    QVERIFY(HandsetImage::create(pair.path("handset"),
        treeOf("DevInfo  node  urn:oma:mo:oma-dm-devinfo:1.0\n  DevId = IMEI:490154203237518\n")));
    pair.open();
    pair.require();
    QCOMPARE(Pair::value(*pair.card, "./Vendor/B"), std::string("2"));
    QCOMPARE(Pair::value(*pair.device, "./Vendor/B"), std::string("2"));
}

void TestSyncFlow::DM_SC_GEN_7_aCardSetBackDeletesNothing()
{
    Pair pair;
    pair.close();
    QVERIFY(QFile::copy(pair.path("card"), pair.path("copy")));
    pair.open();
    pair.require();
    pair.close();
    QVERIFY(QFile::remove(pair.path("card")) && QFile::rename(pair.path("copy"), pair.path("card")));
    pair.open();
    pair.require();
    QCOMPARE(Pair::value(*pair.device, "./Vendor/A"), std::string("precious"));
}

void TestSyncFlow::DM_SC_GEN_7_aHandsetSetBackDeletesNothing()
{
    Pair pair;
    pair.require();
    Pair::remove(*pair.device, Side::Device, "./Vendor");
    pair.require(); // gone on both
    pair.close();
    QVERIFY(QFile::copy(pair.path("handset"), pair.path("copy")));
    pair.open();
    Pair::change(*pair.device, Side::Device, "./DevInfo/DevId", "IMEI:490154203237518");
    Operation add;
    add.kind = Operation::Kind::Add;
    add.uri = *Uri::parse("./Vendor");
    add.added = std::make_shared<const Tree>(treeOf("Vendor  node  urn:vendor:mo:test:1.0\n  A = again\n"));
    const auto added = pair.device->apply({add});
    QVERIFY(added && added->front().status == 200);
    pair.require();
    QCOMPARE(Pair::value(*pair.card, "./Vendor/A"), std::string("again"));
    pair.close();
    QVERIFY(QFile::remove(pair.path("handset")) && QFile::rename(pair.path("copy"), pair.path("handset")));
    pair.open();
    pair.require();
    QCOMPARE(Pair::value(*pair.card, "./Vendor/A"), std::string("again"));
    QCOMPARE(Pair::value(*pair.device, "./Vendor/A"), std::string("again"));
}

void TestSyncFlow::DM_SC_GEN_7_whatWasDeletedIsDeletedStill()
{
    Pair pair;
    pair.require();
    Pair::remove(*pair.card, Side::Card, "./Vendor/B");
    pair.open(); // the same stores in new sessions
    pair.require();
    QCOMPARE(Pair::value(*pair.device, "./Vendor/B"), std::string("none"));
    QCOMPARE(Pair::value(*pair.device, "./Vendor/A"), std::string("precious"));
}

void TestSyncFlow::whatASideRefusesCanBeLeftOut()
{
    Pair pair;
    pair.require();
    Pair::remove(*pair.card, Side::Card, "./DevDetail"); // the device has to have one
    Pair::change(*pair.card, Side::Card, "./Vendor/B", "2");
    Pair::change(*pair.device, Side::Device, "./Vendor/A", "dear");
    ScriptedUser no(PromptAnswer::Verdict::No);
    QVERIFY(!pair.sync(no).done);
    QCOMPARE(no.asked().size(), std::size_t{1});
    QVERIFY2(no.asked().front().text.contains(QLatin1String("./DevDetail")), qPrintable(no.asked().front().text));
    QCOMPARE(Pair::value(*pair.device, "./Vendor/B"), std::string("1")); // all or nothing
    QCOMPARE(Pair::value(*pair.card, "./Vendor/A"), std::string("precious"));
    for (int round = 0; round < 2; ++round) {
        ScriptedUser yes(PromptAnswer::Verdict::Yes);
        const FlowReport report = pair.sync(yes);
        QVERIFY2(report.done, qPrintable(report.outcome));
        QVERIFY2(report.outcome.contains(QLatin1String("./DevDetail")), qPrintable(report.outcome));
        QCOMPARE(yes.asked().size(), std::size_t{1}); // it is not forgotten either
        QCOMPARE(Pair::value(*pair.device, "./Vendor/B"), std::string("2"));
        QCOMPARE(Pair::value(*pair.card, "./Vendor/A"), std::string("dear"));
        QCOMPARE(Pair::value(*pair.device, "./DevDetail/HwV"), std::string("7"));
        QCOMPARE(Pair::value(*pair.card, "./DevDetail/HwV"), std::string("none"));
    }
    // What the device has not taken of a change is no change of the device.
    Pair::change(*pair.device, Side::Device, "./Vendor/A", "precious");
    ScriptedUser yes(PromptAnswer::Verdict::Yes);
    QVERIFY(pair.sync(yes).done);
    QCOMPARE(Pair::value(*pair.card, "./Vendor/A"), std::string("precious"));
    QCOMPARE(Pair::value(*pair.card, "./DevDetail/HwV"), std::string("none"));
}

void TestSyncFlow::whatTheCardRefusesIsTriedAgain()
{
    Pair pair;
    pair.require();
    const std::string large(std::size_t{17} << 20U, 'x'); // more than the card has
    Pair::change(*pair.device, Side::Device, "./Vendor/A", large.c_str());
    Pair::change(*pair.device, Side::Device, "./Vendor/B", "2");
    ScriptedUser yes(PromptAnswer::Verdict::Yes);
    const FlowReport report = pair.sync(yes);
    QVERIFY2(report.done, qPrintable(report.outcome));
    QCOMPARE(yes.asked().size(), std::size_t{1});
    QCOMPARE(Pair::value(*pair.card, "./Vendor/A"), std::string("precious"));
    QCOMPARE(Pair::value(*pair.card, "./Vendor/B"), std::string("2"));
    QVERIFY(Pair::value(*pair.device, "./Vendor/A") == large);
    Pair::change(*pair.device, Side::Device, "./Vendor/A", "short again");
    pair.require();
    QCOMPARE(Pair::value(*pair.card, "./Vendor/A"), std::string("short again"));
}

int run(int argc, char** argv)
{
    return test::run<QCoreApplication, TestSyncFlow>(argc, argv);
}

} // namespace dmsc::tst_sync_flow

#include "tst_sync_flow.moc"
