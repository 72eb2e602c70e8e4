// SPDX-License-Identifier: Apache-2.0
// The emulated UICC as other programs read it.
#include "cardio/card/card_client.h"
#include "cardio/files/pkcs15.h"
#include "cardio/link/in_process_link.h"
#include "cardio/session/tree_client.h"
#include "cardio/uicc/published_objects.h"
#include "model/formats/document.h"
#include "tests/cardio/uicc_rig.h"
#include "tests/support/run_test.h"

namespace dmsc::tst_uicc_read {

using namespace dmsc::test;

namespace {

constexpr const char* kTree = "DMAcc  node  urn:oma:mo:oma-dm-dmacc:1.0\n  AppID = w7\n  Secret [acl Get=srv] = x\n"
                              "Vendor\n  Other  node  urn:example:mo:other:1.0\n    A = 1\n";

} // namespace

class TestUiccRead : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatOpenScSends()
    {
        UiccRig rig;
        QCOMPARE(rig.tell("00A4000C023F00"), rig.ok());
        QCOMPARE(rig.tell("00A4020C022F00"), rig.ok());
        QCOMPARE(rig.tell("00A40800022F00"), sw("6120"));
        QCOMPARE(rig.tell("00C0000020"), sw("6F1E8205422100300483022F008A01058B032F0601800200C0810200E08801F09000"));
        QCOMPARE(rig.tell("00A4080002 2F00 00").left(4), sw("6F1E"));
        const QString first = rig.tell("00B2010400");
        QVERIFY(first.startsWith(sw("61144F0CA0000000871002FF49FF05895004"
                                    "5553494D")));
        QCOMPARE(first.size(), (48 + 2) * 2);
        QVERIFY(rig.tell("00B2030400")
                    .startsWith(sw("611E4F0CA000000063504B43532D313550084D4F2073746F726551043F005015FFFF")));
        QVERIFY(rig.tell("00B2040400").contains(sw("F0444D5F534301")));
        QCOMPARE(rig.tell("00B2050400"), sw("6A83"));
        QCOMPARE(rig.tell("00A4080C025015"), rig.ok());
        const Fcp odf = rig.fcpOf("00A40800 04 50155031 00");
        QCOMPARE(*odf.size, std::uint64_t{24}); // data objects and PINs
        QCOMPARE(rig.tell("00B000000C"),
            sw("A70A3008040"
               "63F0050154401"
               "9000"));
        // Probes for other cards.
        for (const char* probe : {"00CADF3005", "00CB3FFF035C017E", "A0A40000023F00", "00A4040009A00000030800001000"})
            QVERIFY(!rig.tell(probe).endsWith(rig.ok()));
    }

    void whatPySimSends()
    {
        UiccRig rig;
        QVERIFY(rig.tell("00A40004023F00").startsWith(sw("61")));
        const Fcp mf = rig.fcpOf("00A40004023F0000");
        QCOMPARE(*mf.kind, CardFileKind::Mf);
        QVERIFY(*mf.freeMemory > 500'000);
        QCOMPARE(mf.pins.size(), std::size_t{4});
        QCOMPARE(mf.access->records.size(), std::size_t{1});
        QCOMPARE(*mf.lifeCycle, LifeCycle::Activated);
        for (const char* probe : {"00A40004027F20", "00A40004027FE0", "00A40404 10 A0000005591010FFFFFFFF8900000200"})
            QCOMPARE(rig.tell(probe), sw("6A82"));
        QCOMPARE(rig.tell("00A4000C022FE2"), rig.ok());
        QCOMPARE(rig.tell("00B000000A"), sw("989410000000000010F69000"));
        QCOMPARE(rig.tell("00A404040CA0000000871002FF49FF0589").left(2), sw("61"));
        QCOMPARE(rig.tell("00A40004027FFF00").left(2), sw("62"));
    }

    void filesAreFoundAsTheStandardSays()
    {
        UiccRig rig;
        QCOMPARE(rig.tell("00A4000C027F10"), rig.ok());
        QCOMPARE(rig.tell("00A4000C025F3D"), rig.ok()); // child
        QCOMPARE(rig.tell("00A4000C024F01"), rig.ok());
        QCOMPARE(rig.tell("00A4000C025F3D"), rig.ok()); // the current directory itself
        QCOMPARE(rig.tell("00A4000C027F10"), rig.ok()); // its parent
        QCOMPARE(rig.tell("00A4000C025015"), rig.ok()); // beside the current directory
        QCOMPARE(rig.tell("00A4000C022FE2"), sw("6A82")); // a file of the MF, seen from below
        QCOMPARE(rig.tell("00A4030C"), rig.ok());
        QCOMPARE(rig.tell("00A4030C"), sw("6A82")); // nothing above the MF
        QCOMPARE(rig.tell("00A4000C022FE2"), rig.ok());
        QCOMPARE(rig.tell("00A4080C 06 7F105F3D4F02"), rig.ok());
        QCOMPARE(rig.tell("00A4080C 08 3F007F105F3D4F02"), rig.ok());
        QCOMPARE(rig.tell("00A4090C 02 4F01"), rig.ok());
        QCOMPARE(rig.tell("00A4080C 04 2FE20001"), sw("6A82"));
        QCOMPARE(rig.tell("00A4010C 02 4F01"), sw("6A82")); // a file where a directory is wanted
        QCOMPARE(rig.tell("00A4020C 02 4F01"), rig.ok());
        QCOMPARE(rig.tell("00A4080C 04 7FFF6F07"), sw("6A82")); // no application is current
        QCOMPARE(rig.tell("00A4040C 07 A0000000871002"), rig.ok());
        QCOMPARE(rig.tell("00A4080C 04 7FFF6F07"), rig.ok());
        QCOMPARE(rig.tell("00A4000C"), rig.ok());
        QCOMPARE(rig.tell("00A4080C 04 7FFF6F07"), rig.ok()); // it stays the current application
        for (const char* wrong : {"00A4070C023F00", "00A40010023F00"})
            QCOMPARE(rig.tell(wrong), sw("6A86"));
        QCOMPARE(rig.tell("00A4000C013F"), sw("6700"));
    }

    void applicationsByPartOfTheirNames()
    {
        UiccRig rig;
        const QString usim = rig.tell("00A40404 05 A000000087 00");
        QVERIFY(usim.contains(sw("840CA0000000871002")));
        QVERIFY(rig.tell("00A40406 05 A000000087 00").contains(sw("840CA0000000871004")));
        QCOMPARE(rig.tell("00A40406 05 A000000087 00"), sw("6A82"));
        QVERIFY(rig.tell("00A40407 05 A000000087 00").contains(sw("840CA0000000871002")));
        QVERIFY(rig.tell("00A40405 05 A000000087 00").contains(sw("840CA0000000871004")));
        QCOMPARE(rig.tell("00A40404 04 A0000000 00"), sw("6A82"));
        QVERIFY(rig.tell("80F2000100").startsWith(sw("840CA0000000871004")));
        QCOMPARE(rig.tell("80F2000C"), rig.ok());
        QVERIFY(rig.tell("80F20000 00 0000").startsWith(sw("62"))); // extended Le
        QCOMPARE(rig.tell("80F2030000"), sw("6A86"));
    }

    void issuerDomain()
    {
        UiccRig rig;
        QCOMPARE(rig.tell("00A4040408A00000000300000000"), sw("6F108408A000000003000000A5049F6501FF9000"));
        QCOMPARE(rig.tell("80CA006600"),
            sw("6631732F06072A864886FC6B01600C060A2A864886FC6B02020301630906072A864886FC6B03"
               "640B06092A864886FC6B0403709000"));
        QCOMPARE(rig.tell("80CA00E000"), sw("E012C00401308810C00402308810C004033088109000"));
        const Bytes memory = *fromHex(rig.tell("80CAFF2100"));
        const auto outer = parseTlvs(ByteView(memory).first(memory.size() - 2));
        QVERIFY(outer && outer->front().tag == TlvTag{0xFF21});
        const auto inside = childrenOf(outer->front());
        QCOMPARE(*numberOf(*findTlv(*inside, TlvTag{0x81})), std::uint64_t{6});
        QVERIFY(*numberOf(*findTlv(*inside, TlvTag{0x82})) > 16'000'000);
        QCOMPARE(rig.tell("80CA012300"), sw("6A88"));
        const QString challenged = rig.tell("8050300008000102030405060700"); // pseudo-random, of the key set 30
        QVERIFY(challenged.startsWith(sw("00000000000000000000300370")) && challenged.endsWith(sw("9000")));
        QCOMPARE(rig.tell("00B0000000"), sw("6D00"));
        QCOMPARE(rig.tell("00A4040000"), sw("6F108408A000000003000000A5049F6501FF9000"));
        QCOMPARE(rig.tell("00A40404 07 A0000001510000 00").left(8), sw("6F108408"));
    }

    void transparentFiles()
    {
        UiccRig rig;
        rig.verifyAll();
        QCOMPARE(rig.tell("00B0000001"), sw("6986"));
        QCOMPARE(rig.tell("00B08200 00"), sw("989410000000000010F69000")); // by short id
        QCOMPARE(rig.tell("00B0000002"), sw("98949000")); // which made it current
        QCOMPARE(rig.tell("00B0000902"), sw("6C01"));
        QCOMPARE(rig.tell("00B00009 00 0002"), sw("F66282")); // extended: what there is, and that it ended
        QCOMPARE(rig.tell("00B0000A01"), sw("6B00"));
        QCOMPARE(rig.tell("00B0900001"), sw("6A82"));
        QCOMPARE(rig.tell("00B0E00001"), sw("6A86"));
        QCOMPARE(rig.tell("00B10000 03 540109 00"), sw("5301F69000"));
        QCOMPARE(rig.tell("00B10002 03 540100 05"), sw("53039894109000"));
        QCOMPARE(rig.tell("00B10000 04 54020000 00").left(4), sw("530A"));
        QCOMPARE(rig.tell("00B10000 03 54010A 00"), sw("6B00"));
        QCOMPARE(rig.tell("00B10000 02 5301 00"), sw("6A80"));
        QCOMPARE(rig.tell("00A4000C022F00"), rig.ok());
        QCOMPARE(rig.tell("00B0000001"), sw("6981"));
    }

    void records()
    {
        UiccRig rig;
        rig.verifyAll();
        QCOMPARE(rig.tell("00A4000C022F00"), rig.ok());
        QVERIFY(rig.tell("00B2000200").contains(sw("5553494D"))); // next: the first
        QVERIFY(rig.tell("00B2000200").contains(sw("4953494D")));
        QVERIFY(rig.tell("00B2000400").contains(sw("4953494D"))); // the current one
        QVERIFY(rig.tell("00B2000300").contains(sw("5553494D")));
        QCOMPARE(rig.tell("00B2000300"), sw("6A83"));
        QCOMPARE(rig.tell("00B2010410"), sw("6C30"));
        QCOMPARE(rig.tell("00B2010430").size(), 100);
        QVERIFY(rig.tell("00B202F400").contains(sw("4953494D"))); // by short id 1E
        QCOMPARE(rig.tell("00B2010700"), sw("6A86"));
        QCOMPARE(rig.tell("00A20104 04 4953494D 00"), sw("029000"));
        QCOMPARE(rig.tell("00A20405 02 4F0C 00"), sw("0302019000"));
        QCOMPARE(rig.tell("00A20104 02 AAAA 00"), sw("6282"));
    }

    void readingNeedsThePin()
    {
        UiccRig rig;
        QCOMPARE(rig.tell("00A4040C07A0000000871002"), rig.ok());
        QCOMPARE(rig.tell("00A4000C026F07"), rig.ok());
        QCOMPARE(rig.tell("00B0000009"), sw("6982"));
        QCOMPARE(rig.tell("0020000108 31323334FFFFFFFF"), rig.ok());
        QCOMPARE(rig.tell("00B0000009"), sw("0809101010325476989000"));
        QCOMPARE(rig.tell("00A4000C026F38"), rig.ok());
        const Bytes ust = *fromHex(rig.tell("00B0000000"));
        for (const auto& [at, mask] :
            {std::pair{4, 0x04}, {11, 0x80}, {13, 0x10}, {14, 0x04}, {14, 0x10}, {14, 0x80}, {16, 0x20}})
            QVERIFY((ust[static_cast<std::size_t>(at)] & mask) != 0);
        rig.card->reset();
        QCOMPARE(rig.tell("00B0000009"), sw("6986")); // nothing is selected any more
        QCOMPARE(rig.tell("00A4080C047FFF6F07"), sw("6A82"));
        QCOMPARE(rig.tell("00A4080C047FF06F07"), rig.ok());
        QCOMPARE(rig.tell("00B0000009"), sw("6982")); // and nothing verified
    }

    void whatIsWrongIsSaid()
    {
        UiccRig rig;
        QCOMPARE(rig.tell("00FF0000"), sw("6D00"));
        QCOMPARE(rig.tell("80FF0000"), sw("6D00"));
        for (const char* inOtherClass :
            {"80A40000023F00", "80700000", "80B0000000", "80A2010400", "80840000", "80E00000", "80E40000", "80200001",
                "00F2000000", "00CB008000", "00DB0080", "00320000", "00D40000", "00100000"})
            QCOMPARE(rig.tell(inOtherClass), sw("6E00"));
        QCOMPARE(rig.tell("20A40000023F00"), sw("6E00"));
        QCOMPARE(rig.tell("0CA40000023F00"), sw("6882"));
        QCOMPARE(rig.tell("00B00000 05 00"), sw("6700"));
        QCOMPARE(toHex(rig.card->process(Bytes{0x00})), sw("6700"));
        QCOMPARE(toHex(rig.card->process({})), sw("6700"));
        QCOMPARE(rig.tell("0084000008").size(), 20);
        QCOMPARE(rig.tell("00840000"), sw("6700"));
        QCOMPARE(rig.tell("8010000001FF"), rig.ok());
    }

    void logicalChannels()
    {
        UiccRig rig(treeOf(kTree));
        InProcessLink link(*rig.card);
        auto client = CardClient::open(link, Scp03KeySet::test());
        QVERIFY(client);
        QCOMPARE(rig.tell("0170000001"), sw("6881"));
        QCOMPARE(rig.tell("0070000001"), sw("019000"));
        QCOMPARE(rig.tell("01A4000C022FE2"), rig.ok());
        QCOMPARE(rig.tell("01B0000002"), sw("98949000"));
        // Meanwhile on channel 0.
        QVERIFY((*client)->syncStatus());
        QCOMPARE(rig.tell("01A4040007F0444D5F53430100"), sw("6985")); // one channel has it
        QVERIFY((*client)->syncStatus());
        QCOMPARE(rig.tell("01A40004022FE2"), sw("611D"));
        QVERIFY((*client)->syncStatus());
        QVERIFY(rig.tell("01C000001D").startsWith(sw("62"))); // waits on its own channel
        // Further channels have their own class.
        QCOMPARE(rig.tell("0070000500"), rig.ok());
        QCOMPARE(rig.tell("41A4000C022FE2"), rig.ok());
        QCOMPARE(rig.tell("0070000500"), sw("6A81"));
        QCOMPARE(rig.tell("0070001400"), sw("6A86"));
        QCOMPARE(rig.tell("00708001"), rig.ok());
        QCOMPARE(rig.tell("01B0000002"), sw("6881"));
        QCOMPARE(rig.tell("00708000"), sw("6A86"));
        for (int i = 0; i < 18; ++i)
            QVERIFY(rig.tell("0070000001").endsWith(rig.ok()));
        QCOMPARE(rig.tell("0070000001"), sw("6A81"));
        rig.card->reset();
        QCOMPARE(rig.tell("41B0000002"), sw("6881"));
        QVERIFY(!(*client)->syncStatus());
    }

    void theStoreIsPublished()
    {
        UiccRig rig(treeOf(kTree));
        const auto read = [&](const char* path) {
            const Fcp fcp = rig.fcpOf(path);
            Bytes all;
            while (all.size() < fcp.size.value_or(0)) {
                const Bytes part = rig.fetch({0x00, 0xB0, static_cast<std::uint8_t>(all.size() >> 8U),
                    static_cast<std::uint8_t>(all.size() & 0xFFU), {}, 256});
                if (part.empty())
                    return all;
                all.insert(all.end(), part.begin(), part.end());
            }
            return all;
        };
        const Bytes tokenFile = read("00A40800045015503200");
        const auto token = pkcs15::readTokenInfo(tokenFile);
        QVERIFY2(token, token ? "" : qPrintable(token.error().text()));
        QCOMPARE(token->label, QStringLiteral("OMA MO store"));
        QCOMPARE(toHex(token->serial), sw("8949010000000000016F"));
        const Bytes dodfFile = read("00A40800045015440100");
        const auto dodf = pkcs15::readDodf(dodfFile);
        QVERIFY2(dodf, dodf ? "" : qPrintable(dodf.error().text()));
        QCOMPARE(dodf->objects.size(), std::size_t{2});
        QCOMPARE(dodf->objects[0].label, QStringLiteral("DMAcc"));
        QCOMPARE(dodf->objects[0].applicationName, QStringLiteral("urn:oma:mo:oma-dm-dmacc:1.0"));
        QCOMPARE(pkcs15::oidText(dodf->objects[1].applicationOid), QStringLiteral("2.23.43.1.2"));
        QVERIFY(!dodf->objects[0].isPrivate && !dodf->objects[0].modifiable);
        const Bytes document = read("00A408000450154D0100");
        QCOMPARE(std::uint64_t{document.size()}, std::uint64_t{*dodf->objects[0].path.length});
        const auto parsed = parseDocument(document);
        QVERIFY(parsed);
        // What only one server may read stays where it is.
        QCOMPARE(textOf(parsed->tree), normalText("DMAcc  node  urn:oma:mo:oma-dm-dmacc:1.0\n  AppID = w7\n"));
        // Changed by a session, published anew; nothing of it can be changed here.
        InProcessLink link(*rig.card);
        auto client = CardClient::open(link, Scp03KeySet::test());
        TreeClient session(**client);
        const auto results = session.apply({[] {
            Operation operation;
            operation.side = Side::Card;
            operation.kind = Operation::Kind::Delete;
            operation.uri = *Uri::parse("./Vendor");
            operation.removed = takeSubtree(treeOf(kTree), treeOf(kTree).find(*Uri::parse("./Vendor")));
            return operation;
        }()},
            treeOf(kTree));
        QVERIFY(results && allGood(*results));
        QCOMPARE(pkcs15::readDodf(read("00A40800045015440100"))->objects.size(), std::size_t{1});
        QCOMPARE(rig.tell("00A4080C0450154D02"), sw("6A82"));
        rig.verifyAll();
        QCOMPARE(rig.tell("00A4080C0450154D01"), rig.ok());
        QCOMPARE(rig.tell("00D6000001AA"), sw("6982"));
        QCOMPARE(rig.tell("00E40000024D01"), sw("6985"));
        QCOMPARE(rig.tell("00A4040C0CA000000063504B43532D3135"), rig.ok());
        QCOMPARE(rig.tell("00E0000013 6211 82024121 83024D7F 8B032F0601 80020010"), sw("6985"));
    }

    void DM_SC_PRV_2_whatThePolicyKeepsFromSomeNeedsThePinAndWhatItKeepsFromAllIsNotThere()
    {
        UiccRig rig(treeOf("Open  node  urn:example:mo:open:1.0\n  A = 1\n"
                           "User  node  urn:example:mo:user:1.0\n  B = 2\n"
                           "Issuer  node  urn:example:mo:issuer:1.0\n  C = 3\n"));
        rig.card.reset();
        {
            auto image = CardImage::open(rig.path(), {}, rig.folder.filePath(QStringLiteral("seal.key")));
            IssuerPolicy policy = image->policy();
            const Rights look{0x23}; // explore and read what others stored
            for (EntityPolicy& entity : policy.entities) {
                if (entity.role == Role::Issuer)
                    continue;
                entity.conditions = {{look, {}, "urn:example:mo:open:1.0"}};
                if (entity.role == Role::Device)
                    entity.conditions.push_back({look, {}, "urn:example:mo:user:1.0"});
            }
            QVERIFY(image->savePolicy(policy));
        }
        rig.insert();
        const Fcp listed = rig.fcpOf("00A40800045015440100");
        const Bytes dodf = rig.fetch({0x00, 0xB0, 0, 0, {}, static_cast<std::size_t>(*listed.size)});
        const auto objects = pkcs15::readDodf(dodf)->objects;
        QCOMPARE(objects.size(), std::size_t{2});
        QCOMPARE(objects[0].label, QStringLiteral("Open"));
        QVERIFY(!objects[0].isPrivate);
        QCOMPARE(objects[1].label, QStringLiteral("User"));
        QVERIFY(objects[1].isPrivate);
        // It names the PIN by which it is read, and the directory of PINs has that one.
        QCOMPARE(toHex(objects[0].authId), sw(""));
        QCOMPARE(toHex(objects[1].authId), sw("01"));
        QCOMPARE(rig.tell("00A4080C0450154301"), rig.ok());
        QCOMPARE(rig.tell("00B0000000"),
            sw("302F"
               "30070C0550494E2031"
               "3003040101"
               "A11F301D"
               "0303070C80"
               "0A0101"
               "020104"
               "020108"
               "020108"
               "800101"
               "0401FF"
               "300404023F00"
               "9000"));
        const Fcp odf = rig.fcpOf("00A40800045015503100");
        const auto directories =
            pkcs15::readOdf(rig.fetch({0x00, 0xB0, 0, 0, {}, static_cast<std::size_t>(*odf.size)}));
        QCOMPARE(directories->back().kind, pkcs15::Kind::AuthObjects);
        QCOMPARE(toHex(directories->back().path.file), sw("3F0050154301"));
        QCOMPARE(rig.tell("00A4080C0450154D01"), rig.ok());
        QVERIFY(rig.tell("00B0000001").endsWith(QStringLiteral("9000")));
        QCOMPARE(rig.tell("00A4080C0450154D02"), rig.ok());
        QCOMPARE(rig.tell("00B0000001"), sw("6982"));
        QCOMPARE(rig.tell("00200001 08 31323334FFFFFFFF"), rig.ok());
        QVERIFY(rig.tell("00B0000001").endsWith(QStringLiteral("9000")));
        QCOMPARE(rig.tell("00D6000001AA"), sw("6982"));
        QCOMPARE(rig.tell("00A4080C0450154D03"), sw("6A82"));
    }

    void manyObjectsHaveSeveralDirectories()
    {
        Tree tree;
        for (int i = 0; i < 760; ++i) {
            NodeData mo;
            mo.name = "Object" + std::to_string(i);
            mo.type = "urn:example:mo:one-of-many:1.0";
            QVERIFY(tree.add(Tree::root(), mo));
        }
        std::size_t listed = 0;
        for (const PublishedFile& file : publishedFiles(tree, "89")) {
            QVERIFY(file.content.size() <= kMaxDataObject);
            if (file.number >> 8U == 0x44)
                listed += pkcs15::readDodf(file.content)->objects.size();
            if (file.number == pkcs15::kOdfFile)
                QVERIFY(pkcs15::readOdf(file.content)->size() > 1);
        }
        QCOMPARE(listed, std::size_t{760});
    }

    void largeObjectsAreSplit_data()
    {
        QTest::addColumn<int>("over");
        QTest::addColumn<int>("parts");
        QTest::newRow("32,766") << -1 << 1;
        QTest::newRow("32,767") << 0 << 1;
        QTest::newRow("32,768") << 1 << 2;
        QTest::newRow("twice") << 32767 << 2;
        QTest::newRow("three") << 32768 << 3;
    }

    void largeObjectsAreSplit()
    {
        QFETCH(int, over);
        QFETCH(int, parts);
        const auto treeWith = [](std::size_t size) {
            Tree tree = treeOf("Big  node  urn:example:mo:big:1.0\n");
            NodeData leaf;
            leaf.name = "L";
            leaf.format = Format::Chr;
            leaf.value = std::string(size, 'x');
            (void)tree.add(tree.find(*Uri::parse("./Big")), leaf);
            return tree;
        };
        const auto bare = publishedFiles(treeWith(1000), "89");
        const std::size_t frame = bare.front().content.size() - 1000;
        const Tree tree = treeWith(static_cast<std::size_t>(32767 + over) - frame);
        const auto files = publishedFiles(tree, "89");
        QCOMPARE(int(files.size()), parts + 4);
        Bytes whole;
        for (int i = 0; i < parts; ++i) {
            QVERIFY(files[std::size_t(i)].content.size() <= kMaxDataObject);
            whole.insert(whole.end(), files[std::size_t(i)].content.begin(), files[std::size_t(i)].content.end());
        }
        QCOMPARE(int(whole.size()), 32767 + over);
        const auto dodf = pkcs15::readDodf(files[std::size_t(parts)].content);
        QCOMPARE(
            dodf->objects.front().label, parts == 1 ? QStringLiteral("Big") : QStringLiteral("Big 1/%1").arg(parts));
    }
};

int run(int argc, char** argv)
{
    return test::run<QCoreApplication, TestUiccRead>(argc, argv);
}

} // namespace dmsc::tst_uicc_read

#include "tst_uicc_read.moc"
