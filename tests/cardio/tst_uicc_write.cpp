// SPDX-License-Identifier: Apache-2.0
// The emulated UICC as it is written to: files, data objects, PINs, and what of it outlives the card's power.
#include "cardio/uicc/default_files.h"
#include "tests/cardio/uicc_rig.h"
#include "tests/support/run_test.h"

namespace dmsc::tst_uicc_write {

using namespace dmsc::test;

namespace {

constexpr const char* kPin = "31323334FFFFFFFF";
constexpr const char* kWrong = "39393939FFFFFFFF";
constexpr const char* kSelectNas = "00A4080C 04 7FF06FE8";
constexpr const char* kSelectIms = "00A4080C 04 7FF06FF8";

QString command(const char* head, const char* first, const char* second = "")
{
    const QString data = QString::fromLatin1(first) + QString::fromLatin1(second);
    return QString::fromLatin1(head) + QStringLiteral("%1").arg(data.size() / 2, 2, 16, QLatin1Char('0')) + data;
}

/// CREATE FILE of an EF with the rule "Public" of EF.ARR.
CommandApdu creation(std::uint16_t number, std::uint64_t size, CardFileKind kind = CardFileKind::Transparent)
{
    Fcp fcp;
    fcp.kind = kind;
    fcp.fileId = number;
    fcp.access = ruleFor(DefaultRule::Public);
    if (kind == CardFileKind::BerTlv)
        fcp.maximumSize = size;
    else if (kind != CardFileKind::Df)
        fcp.size = size;
    if (kind == CardFileKind::LinearFixed || kind == CardFileKind::Cyclic)
        fcp.recordLength = 10;
    if (kind == CardFileKind::Df)
        fcp.access = ruleFor(DefaultRule::Directory);
    return {0x00, 0xE0, 0, 0, encodeFcp(fcp), std::nullopt};
}

} // namespace

class TestUiccWrite : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aTransparentFileIsUpdatedAndKept()
    {
        UiccRig rig;
        QCOMPARE(rig.tell(kSelectNas), rig.ok());
        QCOMPARE(rig.tell("00D6000003800100"), sw("6982"));
        rig.verifyAll();
        QCOMPARE(rig.tell("00D6000003800100"), rig.ok());
        QCOMPARE(rig.tell("00D6003F02AABB"), sw("6700")); // over the end
        QCOMPARE(rig.tell("00D6004001AA"), sw("6B00"));
        QCOMPARE(rig.tell("00D70000 08 54013F 5303AABBCC"), sw("6700"));
        QCOMPARE(rig.tell("00D70000 06 54013F 5301EE"), rig.ok());
        QCOMPARE(rig.tell("00D70000 03 54013F"), sw("6A80"));
        rig.insert();
        rig.verifyAll();
        QCOMPARE(rig.tell(kSelectNas), rig.ok());
        QCOMPARE(rig.tell("00B0000003"), sw("8001009000"));
        QCOMPARE(rig.tell("00B0003F01"), sw("EE9000"));
    }

    void sizesAroundTheEdges_data()
    {
        QTest::addColumn<int>("size");
        for (const int size : {1, 255, 256, 257, 32767, 32768, 40000, 65533, 65534, 70000})
            QTest::addRow("%d", size) << size;
    }

    void sizesAroundTheEdges()
    {
        QFETCH(int, size);
        UiccRig rig;
        rig.verifyAll();
        QCOMPARE(toHex(rig.send(creation(0x6F70, std::uint64_t(size)))), rig.ok());
        const Bytes content = pattern(std::size_t(size));
        // Written in the largest commands there are, beyond 32 KB with the odd INS.
        for (std::size_t at = 0; at < content.size();) {
            const ByteView block = ByteView(content).subspan(at, std::min<std::size_t>(65000, content.size() - at));
            TlvWriter data;
            data.addNumber(TlvTag{0x54}, at).add(TlvTag{0x53}, block);
            QCOMPARE(toHex(rig.send({0x00, 0xD7, 0, 0, data.take(), std::nullopt})), rig.ok());
            at += block.size();
        }
        rig.insert();
        rig.verifyAll();
        QCOMPARE(rig.fcpOf("00A40004026F7000").size, std::optional<std::uint64_t>(size));
        // Read with short commands, odd INS for all of it.
        Bytes read;
        while (read.size() < content.size()) {
            TlvWriter offset;
            offset.addNumber(TlvTag{0x54}, read.size());
            const Bytes answer = rig.fetch({0x00, 0xB1, 0, 0, offset.take(), 256});
            const auto object = parseTlvs(answer);
            QVERIFY(object && object->front().tag == TlvTag{0x53} && !object->front().value.empty());
            read.insert(read.end(), object->front().value.begin(), object->front().value.end());
        }
        QVERIFY(read == content);
        // And with one extended command, as much as it carries.
        const Bytes all = rig.send({0x00, 0xB0, 0, 0, {}, kMaxExtendedLe, true});
        const std::size_t most = std::min<std::size_t>(content.size(), kMaxResponseData);
        QCOMPARE(all.size(), most + 2);
        QVERIFY(std::equal(content.begin(), content.begin() + std::ptrdiff_t(most), all.begin()));
        // Case 2 without Le: as many bytes as a short command gets, by GET RESPONSE.
        QCOMPARE(
            rig.tell("00B00000"), QStringLiteral("61%1").arg(size < 256 ? size : 0, 2, 16, QLatin1Char('0')).toUpper());
        QCOMPARE(rig.fetch({0x00, 0xB0, 0, 0, {}, std::nullopt}).size(), std::min<std::size_t>(256, content.size()));
    }

    void aCommandOf65535Bytes()
    {
        UiccRig rig;
        rig.verifyAll();
        QCOMPARE(toHex(rig.send(creation(0x6F70, 65528))), rig.ok());
        const CommandApdu update{0x00, 0xD6, 0, 0, pattern(65528), std::nullopt};
        QCOMPARE(update.encode()->size(), std::size_t{65535});
        QCOMPARE(toHex(rig.send(update)), rig.ok());
        QCOMPARE(rig.send({0x00, 0xB0, 0, 0, {}, kMaxExtendedLe, true}).size(), std::size_t{65530});
    }

    void aChainIsOneCommand()
    {
        UiccRig rig;
        rig.verifyAll();
        QCOMPARE(rig.tell(kSelectNas), rig.ok());
        QCOMPARE(rig.tell("10D6000002AABB"), rig.ok());
        QCOMPARE(rig.tell("10D6000002CCDD"), rig.ok());
        QCOMPARE(rig.tell("00B0000004"), sw("800101849000")); // nothing came of it: another command drops the chain
        QCOMPARE(rig.tell("10D6000002AABB"), rig.ok());
        QCOMPARE(rig.tell("00D6000001CC"), rig.ok());
        QCOMPARE(rig.tell("00B0000004"), sw("AABBCC849000"));
    }

    void recordsAreUpdated()
    {
        UiccRig rig;
        rig.verifyAll();
        QCOMPARE(toHex(rig.send(creation(0x6F71, 30, CardFileKind::LinearFixed))), rig.ok());
        QCOMPARE(rig.fcpOf("00A40004026F7100").recordCount, 3U);
        QCOMPARE(rig.tell("00DC02040A00010203040506070809"), rig.ok());
        QCOMPARE(rig.tell("00DC020402 AABB"), sw("6700"));
        QCOMPARE(rig.tell("00DC04040A00010203040506070809"), sw("6A83"));
        QCOMPARE(rig.tell("00DC00020AAAAAAAAAAAAAAAAAAAAA"), rig.ok()); // next: the first
        QCOMPARE(rig.tell("00B2020400"), sw("000102030405060708099000"));
        QCOMPARE(rig.tell("00B2000400"), sw("AAAAAAAAAAAAAAAAAAAA9000"));
        // Cyclic: the newest is record 1.
        QCOMPARE(toHex(rig.send(creation(0x6F72, 30, CardFileKind::Cyclic))), rig.ok());
        QCOMPARE(rig.tell("00DC01040A00010203040506070809"), sw("6A86"));
        QCOMPARE(rig.tell("00DC00030A00000000000000000001"), rig.ok());
        QCOMPARE(rig.tell("00DC00030A00000000000000000002"), rig.ok());
        QCOMPARE(rig.tell("00B2010400"), sw("000000000000000000029000"));
        QCOMPARE(rig.tell("00B2020400"), sw("000000000000000000019000"));
        QCOMPARE(rig.tell("80320000 02 00FF 00"), sw("0000000000000000010100FF9000"));
        QCOMPARE(rig.tell("00B2010400"), sw("000000000000000001019000"));
        QCOMPARE(rig.tell("00B2030400"), sw("000000000000000000019000"));
        QCOMPARE(rig.tell("80320000 0A FFFFFFFFFFFFFFFFFFFF"), sw("9850"));
    }

    void objectsOf40000BytesBothWays()
    {
        UiccRig rig;
        rig.verifyAll();
        QCOMPARE(rig.tell(kSelectIms), rig.ok());
        TlvWriter writer;
        writer.add(TlvTag{0x81}, pattern(40000));
        const Bytes object = writer.take();
        // As pySim does: blocks of 255 bytes, a GET RESPONSE between them.
        for (std::size_t at = 0; at < object.size();) {
            const ByteView block = ByteView(object).subspan(at, std::min<std::size_t>(255, object.size() - at));
            const CommandApdu set{0x80, 0xDB, 0, static_cast<std::uint8_t>(at == 0 ? 0x80 : 0x00),
                Bytes(block.begin(), block.end()), std::nullopt};
            at += block.size();
            QCOMPARE(toHex(rig.send(set)), at == object.size() ? rig.ok() : sw("63F1"));
            if (at != object.size())
                QCOMPARE(rig.tell("80C00000F1"), rig.ok());
        }
        rig.insert();
        rig.verifyAll();
        QCOMPARE(rig.tell(kSelectIms), rig.ok());
        QCOMPARE(rig.tell("80CB0080015C00"), sw("5C0280819000"));
        // Without Le: 61xx until all of it is out.
        QVERIFY(rig.fetch({0x80, 0xCB, 0, 0x80, {0x81}, std::nullopt}) == object);
        // With Le: blocks, 62F1 behind all but the last; the last can be had again.
        Bytes read;
        Bytes answer = rig.send({0x80, 0xCB, 0, 0x80, {0x81}, 256});
        const auto ends = [&](StatusWord word) { return statusWord(answer[answer.size() - 2], answer.back()) == word; };
        for (;;) {
            read.insert(read.end(), answer.begin(), answer.end() - 2);
            if (!ends(StatusWord::MoreData))
                break;
            if (read.size() == 512)
                QVERIFY(rig.send({0x80, 0xCB, 0, 0x40, {}, 256}) == answer);
            answer = rig.send({0x80, 0xCB, 0, 0x00, {}, 256});
        }
        QVERIFY(ends(StatusWord::Ok));
        QVERIFY(read == object);
        QCOMPARE(rig.tell("80CB000000"), sw("6985"));
        // In one extended command.
        QCOMPARE(rig.send({0x80, 0xCB, 0, 0x80, {0x81}, kMaxExtendedLe, true}).size(), object.size() + 2);
        // Another selection ends a transfer.
        QVERIFY(rig.tell("80CB0080018100").endsWith(sw("62F1")));
        QCOMPARE(rig.tell(kSelectIms), rig.ok());
        QCOMPARE(rig.tell("80CB000000"), sw("6985"));
    }

    void objectsAreAddedReplacedAndDeleted()
    {
        UiccRig rig;
        rig.verifyAll();
        QCOMPARE(rig.tell(kSelectIms), rig.ok());
        QCOMPARE(rig.tell("80DB0080058203AABBCC"), rig.ok());
        QCOMPARE(rig.tell("80DB008006BF1F03820155"), rig.ok());
        QCOMPARE(rig.tell("80CB0080015C00"), sw("5C05808182BF1F9000"));
        QCOMPARE(rig.tell("80CB008002BF1F00"), sw("BF1F038201559000"));
        QCOMPARE(rig.tell("80DB0080038201DD"), rig.ok());
        QCOMPARE(rig.tell("80CB0080018200"), sw("8201DD9000"));
        QCOMPARE(rig.tell("80CB0080015C00"), sw("5C05808182BF1F9000")); // where it was
        QCOMPARE(rig.tell("80DB00800182"), rig.ok());
        QCOMPARE(rig.tell("80DB00800182"), sw("6A88"));
        QCOMPARE(rig.tell("80CB0080018200"), sw("6A88"));
        for (const char* wrong : {"80DB0080035C0100", "80DB0080034F0100", "80DB00800482010000", "80DB0080028480",
                 "80DB008005 9F80010141", "80DB008004 9F050141", "80DB008004 9F1E0141", "80DB008005 8281024142",
                 "80DB008006 828200024142", "80DB008007 82830000024142", "80DB008003 828100"})
            QCOMPARE(rig.tell(wrong), sw("6A80"));
        QCOMPARE(rig.tell("80DB008005 84 83020000"), sw("6A84")); // announced: more than the file may hold
        QCOMPARE(rig.tell("80DB000001AA"), sw("6985"));
        QCOMPARE(rig.tell("80DB0120028200"), sw("6A86"));
        const Fcp fcp = rig.fcpOf("00A40804 04 7FF06FF8 00");
        QCOMPARE(*fcp.kind, CardFileKind::BerTlv);
        QCOMPARE(*fcp.maximumSize, std::uint64_t{65536});
        QCOMPARE(*fcp.freeMemory, 65536 - *fcp.size);
        QCOMPARE(rig.tell("00B0000001"), sw("6981"));
        QCOMPARE(rig.tell(kSelectNas), rig.ok());
        QCOMPARE(rig.tell("80CB0080015C00"), sw("6981"));
        rig.insert();
        QCOMPARE(rig.tell(kSelectIms), rig.ok());
        QCOMPARE(rig.tell("80CB0080018000"), sw("6982"));
        QCOMPARE(rig.tell("80DB0080038201DD"), sw("6982"));
    }

    void filesAreCreatedResizedAndDeleted()
    {
        UiccRig rig;
        QCOMPARE(toHex(rig.send(creation(0x6F70, 100))), sw("6982"));
        rig.verifyAll();
        // As pySim writes it.
        QCOMPARE(rig.tell("00E0000018 6216 82020121 83026F02 8A0105 8B032F0601 80020FA0 8800"), rig.ok());
        QCOMPARE(rig.tell("00E0000018 6216 82020121 83026F02 8A0105 8B032F0601 80020FA0 8800"), sw("6A89"));
        QCOMPARE(*rig.fcpOf("00A40004026F0200").size, std::uint64_t{4000});
        QCOMPARE(rig.tell("80D400000A 6208 83026F02 80021000"), rig.ok());
        QCOMPARE(*rig.fcpOf("00A40004026F0200").size, std::uint64_t{4096});
        QCOMPARE(rig.tell("80D400000A 6208 83026F03 80021000"), sw("6A82"));
        QCOMPARE(rig.tell("80D400000A 6208 83025015 80021000"), sw("6981"));
        QCOMPARE(toHex(rig.send(creation(0x6F70, 2'000'000))), sw("6A84"));
        QCOMPARE(rig.tell("00E0000002 6200"), sw("6A80"));
        QCOMPARE(rig.tell("00E0000001 62"), sw("6A80"));
        const std::uint64_t before = *rig.fcpOf("00A40004023F0000").freeMemory;
        QCOMPARE(toHex(rig.send(creation(0x5F01, 0, CardFileKind::Df))), rig.ok());
        QCOMPARE(toHex(rig.send(creation(0x6F70, 100, CardFileKind::BerTlv))), rig.ok());
        QCOMPARE(rig.tell("80DB0080058203AABBCC"), rig.ok());
        rig.insert();
        QCOMPARE(rig.tell("00A4080C 04 5F016F70"), rig.ok());
        QCOMPARE(rig.tell("80CB0080018200"), sw("8203AABBCC9000"));
        QCOMPARE(rig.tell("00E40000026F70"), sw("6982"));
        rig.verifyAll();
        QCOMPARE(rig.tell("00E40000026F71"), sw("6A82"));
        QCOMPARE(rig.tell("00A4000C023F00"), rig.ok());
        QCOMPARE(rig.tell("00E40000025F01"), rig.ok()); // with what is in it
        QCOMPARE(*rig.fcpOf("00A40004023F0000").freeMemory, before);
        QCOMPARE(rig.tell("00A4080C 04 5F016F70"), sw("6A82"));
        QCOMPARE(rig.tell("00A4000C023F00"), rig.ok());
        QCOMPARE(rig.tell("00E40000"), sw("6985")); // not the MF
        QCOMPARE(rig.tell("00E40000025015"), sw("6985"));
        rig.insert();
        QCOMPARE(rig.tell("00A4000C025F01"), sw("6A82"));
    }

    void filesAreDeactivated()
    {
        UiccRig rig;
        QCOMPARE(rig.tell(kSelectNas), rig.ok());
        QCOMPARE(rig.tell("00040000"), sw("6982"));
        rig.verifyAll();
        QCOMPARE(rig.tell("00040000"), rig.ok());
        QCOMPARE(rig.tell("00B0000001"), sw("6985"));
        rig.insert();
        rig.verifyAll();
        QCOMPARE(rig.tell(kSelectNas), sw("6283"));
        QCOMPARE(rig.tell("00440000"), rig.ok());
        QCOMPARE(rig.tell("00B0000001"), sw("809000"));
        QCOMPARE(rig.tell("00040000023F01"), sw("6A82"));
    }

    void triesAreCounted()
    {
        UiccRig rig;
        QCOMPARE(rig.tell("00200001"), sw("63C3"));
        QCOMPARE(rig.tell(command("00200001", kWrong)), sw("63C2"));
        rig.insert(); // no try comes back
        QCOMPARE(rig.tell("00200001"), sw("63C2"));
        QCOMPARE(rig.tell(command("00200001", kPin)), rig.ok());
        QCOMPARE(rig.tell("00200001"), rig.ok());
        rig.card->reset();
        QCOMPARE(rig.tell("00200001"), sw("63C3"));
        for (const char* left : {"63C2", "63C1", "63C0"})
            QCOMPARE(rig.tell(command("00200001", kWrong)), sw(left));
        QCOMPARE(rig.tell(command("00200001", kPin)), sw("6983"));
        QCOMPARE(rig.tell("00200001"), sw("6983"));
        // Unblocked by its own key, with a new value.
        QCOMPARE(rig.tell("002C0001"), sw("63CA"));
        QCOMPARE(rig.tell(command("002C0001", kWrong, "34343434FFFFFFFF")), sw("63C9"));
        QCOMPARE(rig.tell(command("002C0001", "3132333435363738", "34343434FFFFFFFF")), rig.ok());
        QCOMPARE(rig.tell("002C0001"), sw("63CA"));
        rig.insert();
        QCOMPARE(rig.tell(command("00200001", kPin)), sw("63C2"));
        QCOMPARE(rig.tell(command("00200001", "34343434FFFFFFFF")), rig.ok());
        QCOMPARE(rig.tell("002C000A"), sw("6985")); // nothing unblocks ADM 1
        QCOMPARE(rig.tell("0020000A"), sw("63CA"));
        QCOMPARE(rig.tell("00200007"), sw("6A88"));
        QCOMPARE(rig.tell("00200101"), sw("6A86"));
        QCOMPARE(rig.tell("0020000104 31323334"), sw("6700"));
    }

    void pinsAreChangedAndSwitchedOff()
    {
        UiccRig rig;
        QCOMPARE(rig.tell(command("00240001", kWrong, "35353535FFFFFFFF")), sw("63C2"));
        QCOMPARE(rig.tell(command("00240001", kPin, "3535FFFFFFFFFFFF")), sw("6A80"));
        QCOMPARE(rig.tell(command("00240001", kPin, "35353535FFFFFFFF")), rig.ok());
        rig.insert();
        QCOMPARE(rig.tell(command("00200001", "35353535FFFFFFFF")), rig.ok());
        rig.card->reset();
        QCOMPARE(rig.tell(command("00260001", "35353535FFFFFFFF")), rig.ok());
        rig.insert();
        QCOMPARE(rig.tell("00A4080C 04 7FF06F07"), rig.ok());
        QCOMPARE(rig.tell("00B0000001"), sw("089000")); // no PIN, no question
        QCOMPARE(rig.tell("00200001"), rig.ok());
        QCOMPARE(rig.tell(command("00200001", "35353535FFFFFFFF")), sw("6984"));
        QVERIFY(!rig.fcpOf("00A40004023F0000").pins.front().enabled);
        QCOMPARE(rig.tell(command("00280001", kWrong)), sw("63C2"));
        QCOMPARE(rig.tell(command("00280001", "35353535FFFFFFFF")), rig.ok());
        rig.insert();
        QCOMPARE(rig.tell("00200001"), sw("63C3"));
        QCOMPARE(rig.tell(command("0026000A", "3131323233333434")), sw("6985"));
    }

    void onlyTheSecondPinChangesTheAccessPoints()
    {
        UiccRig rig;
        QCOMPARE(rig.tell("00A4080C 04 7FF06F57"), rig.ok());
        QCOMPARE(rig.tell(command("00200001", kPin)), rig.ok());
        QCOMPARE(rig.tell("0020000A 08 3131323233333434"), rig.ok());
        QCOMPARE(rig.tell("00D600000102"), sw("6982"));
        QCOMPARE(rig.tell("00200081 08 35363738FFFFFFFF"), rig.ok());
        QCOMPARE(rig.tell("00D600000102"), rig.ok());
    }
};

int run(int argc, char** argv)
{
    return test::run<QCoreApplication, TestUiccWrite>(argc, argv);
}

} // namespace dmsc::tst_uicc_write

#include "tst_uicc_write.moc"
