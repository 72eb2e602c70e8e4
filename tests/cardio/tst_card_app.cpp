// SPDX-License-Identifier: Apache-2.0
#include "card_rig.h"
#include "short_link.h"

#include "cardio/channel/scp03_host.h"

#include "cardio/card/card_interface.h"
#include "model/syncml/message_wbxml.h"
#include "tests/support/faulty_link.h"
#include "tests/support/run_test.h"

namespace dmsc::tst_card_app {

using namespace dmsc::test;

namespace {

constexpr const char* kTree = "MO  node  urn:oma:mo:test:1.0\n  A = 1\n  B : int = 2\n";

/// The whole answer to a command in hex, as hex.
QString tell(CardEndpoint& card, const char* hex)
{
    return toHex(card.process(*fromHex(QString::fromLatin1(hex))));
}

QString select()
{
    return QStringLiteral("00A4040007F0444D5F53430100");
}

std::string randomBytes(std::size_t size)
{
    std::string bytes(size, '\0');
    std::uint32_t state = 1;
    for (char& byte : bytes)
        byte = static_cast<char>((state = state * 1664525U + 1013904223U) >> 24U);
    return bytes;
}

} // namespace

class TestCardApp : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void DM_SC_GEN_12_selectTellsWhatTheCardCanDo()
    {
        CardRig rig(treeOf(kTree));
        const QString answer = tell(*rig.card, "00A4040007F0444D5F53430100");
        QVERIFY2(
            answer.startsWith(QStringLiteral("6F")) && answer.endsWith(QStringLiteral("9000")), qPrintable(answer));
        QVERIFY(answer.contains(QStringLiteral("8407F0444D5F534301")));
        QVERIFY(answer.contains(QStringLiteral("81020333")));
        QVERIFY(!answer.contains(QStringLiteral("8008"))); // no epoch before the handshake
        QCOMPARE(tell(*rig.card, "00A4040C07F0444D5F534301"), QStringLiteral("9000"));
        QCOMPARE(tell(*rig.card, "00A4040007A000000152000000"), QStringLiteral("6A82"));
    }

    void statusWordsOfWhatIsWrong()
    {
        CardRig rig;
        QCOMPARE(tell(*rig.card, "80420000"), QStringLiteral("6985")); // nothing selected
        tell(*rig.card, "00A4040007F0444D5F53430100");
        QCOMPARE(tell(*rig.card, "80990000"), QStringLiteral("6D00"));
        QCOMPARE(tell(*rig.card, "00B0000000"), QStringLiteral("6D00"));
        QCOMPARE(tell(*rig.card, "FF420000"), QStringLiteral("6E00"));
        QCOMPARE(tell(*rig.card, "81420000"), QStringLiteral("6881"));
        QCOMPARE(tell(*rig.card, "00A4080007F0444D5F534301"), QStringLiteral("6700"));
        QCOMPARE(tell(*rig.card, "00C0000010"), QStringLiteral("6985"));
        QCOMPARE(toHex(rig.card->process(*fromHex(QStringLiteral("8042000005AA")))), QStringLiteral("6700"));
    }

    void DM_SC_SEC_8_nothingBeforeAuthentication()
    {
        CardRig rig(treeOf(kTree));
        tell(*rig.card, "00A4040007F0444D5F53430100");
        for (const char* command :
            {"80420000", "8044000000", "8046000000", "8048000000", "84420000080000000000000000", "804000000100"})
            QCOMPARE(tell(*rig.card, command), QStringLiteral("6982"));
        // Lower levels than 33 are refused.
        Scp03Options weak;
        weak.level = SecurityLevel::BothMac;
        QVERIFY(!openScp03(*rig.link, Scp03KeySet::test(), weak));
        QCOMPARE(tell(*rig.card, "80420000"), QStringLiteral("6982"));
    }

    void DM_SC_SEC_8_aResetDropsAuthentication()
    {
        CardRig rig(treeOf(kTree));
        rig.connect();
        QVERIFY(rig.client->syncStatus());
        rig.card->reset();
        QVERIFY(!rig.client->syncStatus());
        rig.connect();
        QVERIFY(rig.client->syncStatus());
        // An unprotected command in the session ends it.
        QCOMPARE(tell(*rig.card, "80420000"), QStringLiteral("6982"));
        QVERIFY(!rig.client->syncStatus());
    }

    void DM_SC_SEC_1_wrongKeysOpenNothing()
    {
        CardRig rig;
        Scp03KeySet keys = Scp03KeySet::test();
        keys.enc = AesKey::of({1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16});
        keys.mac = AesKey::of({1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16});
        const auto client = CardClient::open(*rig.link, keys);
        QVERIFY(!client);
        QCOMPARE(client.error().kind, ErrorKind::Security);
    }

    void DM_SC_SEC_1_theSequenceCounterOutlivesTheCard()
    {
        CardRig rig;
        const auto shaken = [&rig] {
            const auto selected = CardClient::select(*rig.link);
            const auto channel = openScp03(*rig.link, Scp03KeySet::test());
            return selected && channel ? channel->handshake() : Scp03Handshake{};
        };
        const auto first = shaken().sequence;
        rig.insert();
        const auto second = shaken().sequence;
        QVERIFY(first && second && *first < *second);
        QVERIFY(shaken().cardChallenge.size() == 8);
    }

    void DM_SC_SEC_2_aChangedByteIsNotExecuted()
    {
        CardRig rig(treeOf(kTree));
        bool spoil = false;
        FaultyLink link(*rig.link,
            {[&](std::size_t, Bytes& command) {
                 if (spoil && command.size() > 20)
                     command[15] ^= 1;
             },
                {}});
        rig.connect(&link);
        QVERIFY(rig.reader->refresh());
        spoil = true;
        const auto done = rig.session->apply({valueChange(rig.reader->tree(), "./MO/A", "other")}, rig.reader->tree());
        QVERIFY(!done);
        QCOMPARE(rig.stored(), normalText(kTree));
    }

    void DM_SC_GEN_4_theCardIsReadAndChangedNodeByNode()
    {
        CardRig rig(treeOf(kTree));
        rig.connect();
        QVERIFY(rig.reader->refresh());
        QCOMPARE(textOf(rig.reader->tree()), normalText(kTree));
        const Tree& tree = rig.reader->tree();
        std::vector<Operation> plan{
            valueChange(tree, "./MO/A", "one"), deletion(tree, "./MO/B"), addition("./MO/C", leafTree("C", "three"))};
        Operation acl;
        acl.side = Side::Card;
        acl.uri = uri("./MO");
        acl.property = Property::Acl;
        acl.after = "Get=*";
        plan.push_back(acl);
        acl.property = Property::Type;
        acl.before = "urn:oma:mo:test:1.0";
        acl.after = "urn:oma:mo:test:1.1";
        plan.push_back(acl);
        acl.property = Property::Name;
        acl.before = "MO";
        acl.after = "Moved";
        plan.push_back(acl);
        const auto results = rig.session->apply(plan, tree);
        QVERIFY2(results, results ? "" : qPrintable(results.error().text()));
        QVERIFY(allGood(*results));
        QCOMPARE(results->size(), plan.size());
        QVERIFY(rig.reader->refresh());
        Tree expected = treeOf(kTree);
        QVERIFY(applyAll(expected, plan));
        expected.refreshDigests();
        Tree now = rig.reader->tree();
        now.refreshDigests();
        QCOMPARE(*now.contentDigest(Tree::root()), *expected.contentDigest(Tree::root()));
        QCOMPARE(*now.aclDigest(Tree::root()), *expected.aclDigest(Tree::root()));
    }

    void DM_SC_GEN_20_aRefusedPlanChangesNothing()
    {
        CardRig rig(treeOf(kTree), 4096);
        rig.connect();
        QVERIFY(rig.reader->refresh());
        const auto results = rig.session->apply({valueChange(rig.reader->tree(), "./MO/A", "one"),
                                                    addition("./Big", leafTree("Big", randomBytes(8000), Format::Bin))},
            rig.reader->tree());
        QVERIFY(results);
        QVERIFY(!allGood(*results));
        QCOMPARE((*results)[0].status, 216);
        QCOMPARE((*results)[1].status, 420);
        QCOMPARE(rig.stored(), normalText(kTree));
    }

    void F07_DM_SC_GEN_16_largeData_data()
    {
        QTest::addColumn<bool>("extended");
        QTest::addColumn<int>("size");
        QTest::newRow("33 KB, short APDUs") << false << 33 * 1024;
        QTest::newRow("33 KB, extended") << true << 33 * 1024;
        QTest::newRow("5 MB, extended") << true << 5 * 1024 * 1024;
    }

    void F07_DM_SC_GEN_16_largeData()
    {
        QFETCH(bool, extended);
        QFETCH(int, size);
        CardRig rig(treeOf(kTree));
        ShortLink shortLink(*rig.link);
        rig.connect(extended ? static_cast<Link*>(rig.link.get()) : &shortLink);
        QVERIFY(rig.reader->refresh());
        const std::string value = randomBytes(static_cast<std::size_t>(size));
        int calls = 0;
        const auto results = rig.session->apply({addition("./Big", leafTree("Big", value, Format::Bin))},
            rig.reader->tree(), [&](std::size_t done, std::size_t total) { return ++calls, done <= total; });
        QVERIFY(results && allGood(*results));
        QVERIFY(extended || (calls > 100 && shortLink.longest <= 261));
        rig.insert();
        ShortLink again(*rig.link);
        rig.connect(extended ? static_cast<Link*>(rig.link.get()) : &again);
        const auto read = rig.session->get({"./Big"});
        QVERIFY(read);
        QVERIFY(*read->front().items.front().data == value);
    }

    void D09_D12_theCardPutsChunksTogether()
    {
        CardRig rig(treeOf(kTree));
        rig.connect();
        const auto chunk = [](const char* data, bool more, std::optional<std::uint64_t> size) {
            syncml::Command replace;
            replace.kind = syncml::CommandKind::Replace;
            replace.id = syncml::CommandId{1};
            syncml::Item& item = replace.items.emplace_back();
            item.target.uri = "./MO/A";
            item.data = data;
            item.moreData = more;
            item.meta.size = size;
            return replace;
        };
        std::uint32_t messages = 0;
        const auto say = [&](const syncml::Command& command, bool final) {
            syncml::Message message;
            message.header.sessionId = "7";
            message.header.msgId = syncml::MessageId{++messages};
            message.commands = {command};
            message.final = final;
            const auto bytes = syncml::encodeWbxml(message);
            const auto answer = bytes ? rig.client->exchange(*bytes, {}) : bytes;
            auto read = answer ? syncml::decodeWbxml(*answer) : tl::unexpected(answer.error());
            return read ? *std::move(read) : syncml::Message();
        };
        const syncml::Message first = say(chunk("one ", true, 7), false);
        QCOMPARE(static_cast<int>(first.commands.at(1).status), 213);
        QCOMPARE(static_cast<int>(first.commands.back().alert), 1222); // the rest is asked for
        QVERIFY(!first.final);
        QCOMPARE(rig.stored(), normalText(kTree)); // nothing of it before the end
        const syncml::Message last = say(chunk("two", false, {}), true);
        QCOMPARE(static_cast<int>(last.commands.at(1).status), 200);
        QVERIFY(last.final);
        QVERIFY(rig.stored().find("one two") != std::string::npos);
        // What does not come to its Size, and what is left of it, is not stored.
        QCOMPARE(static_cast<int>(say(chunk("abc", true, 2), false).commands.at(1).status), 424);
        QCOMPARE(static_cast<int>(say(chunk("TAIL", false, {}), true).commands.at(1).status), 424);
        QCOMPARE(static_cast<int>(say(chunk("abc", true, {}), false).commands.at(1).status), 411);
        // Another session knows nothing of that.
        messages = 0;
        QCOMPARE(static_cast<int>(say(chunk("whole", false, {}), true).commands.at(1).status), 200);
        QVERIFY(rig.stored().find("whole") != std::string::npos);
    }

    void F07_DM_SC_GEN_19_aMessageThatDoesNotAgreeWithItsDigestIsRefused()
    {
        CardRig rig(treeOf(kTree));
        auto channel = [&] {
            const auto selected = rig.card->process(*fromHex(select()));
            Q_UNUSED(selected)
            return openScp03(*rig.link, Scp03KeySet::test());
        }();
        QVERIFY(channel);
        CommandApdu message{0x80, card::kInsDmMessage, 0, 0, Bytes(200, 7), kMaxShortLe};
        const auto refused = send(*rig.link, *channel, message);
        QVERIFY(refused);
        QCOMPARE(refused->sw, StatusWord::DataInvalid);
        message.data.resize(10);
        QCOMPARE(send(*rig.link, *channel, message)->sw, StatusWord::WrongLength);
        message.p2 = 1;
        QCOMPARE(send(*rig.link, *channel, message)->sw, StatusWord::WrongP1P2);
        QCOMPARE(send(*rig.link, *channel, {0x80, card::kInsNodeDigests, 0, 0, Bytes(3, 0x82), 256})->sw,
            StatusWord::WrongData);
        QCOMPARE(send(*rig.link, *channel, {0x80, card::kInsReadJournal, 0, 0, {}, 256})->sw, StatusWord::WrongData);
        QCOMPARE(send(*rig.link, *channel, {0x80, card::kInsGetMemory, 0, 0, {}, 256})->sw, StatusWord::Ok);
    }

    void aCancelledMessageLeavesNothing()
    {
        CardRig rig(treeOf(kTree));
        rig.connect();
        QVERIFY(rig.reader->refresh());
        const Operation add = addition("./Big", leafTree("Big", randomBytes(500'000), Format::Bin));
        const auto stopped =
            rig.session->apply({add}, rig.reader->tree(), [](std::size_t done, std::size_t) { return done < 200'000; });
        QVERIFY(!stopped);
        QCOMPARE(stopped.error().kind, ErrorKind::Cancelled);
        QCOMPARE(rig.stored(), normalText(kTree));
        // The same session goes on, and the half message is not in its way.
        const auto again = rig.session->apply({add}, rig.reader->tree());
        QVERIFY(again && allGood(*again));
    }
};

int run(int argc, char** argv)
{
    return test::run<QCoreApplication, TestCardApp>(argc, argv);
}

} // namespace dmsc::tst_card_app

#include "tst_card_app.moc"
