// SPDX-License-Identifier: Apache-2.0
#include "field_text.h"

#include "model/decode/apdu_names.h"
#include "tests/support/run_test.h"

#include <QTest>

namespace dmsc::tst_decode {

class TestDecode : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void commandCases_data();
    void commandCases();
    void malformedCommandIsAField();
    void responseExplainsTheStatusWord();
    void statusWords_data();
    void statusWords();
    void tlvOfAnFcpTemplate();
    void tlvRefusesWhatIsNotTlv_data();
    void tlvRefusesWhatIsNotTlv();
    void plainTextFallsBackToHex();
    void truncatedWbxmlKeepsWhatWasRead();
    void hostileBytesNeverFail();
};

void TestDecode::commandCases_data()
{
    QTest::addColumn<QByteArray>("hex");
    QTest::addColumn<QString>("tail"); // what follows P2
    QTest::newRow("case 1") << QByteArray("00700000") << QString();
    QTest::newRow("case 2") << QByteArray("00B0000000") << QStringLiteral("Le 256 @4+1\n");
    QTest::newRow("case 3") << QByteArray("00A4000C023F00") << QStringLiteral("Lc 2 @4+1\nData 3F 00 MF @5+2\n");
    QTest::newRow("case 4") << QByteArray("00A40004022F0010")
                            << QStringLiteral("Lc 2 @4+1\nData 2F 00 EF.DIR @5+2\nLe 16 @7+1\n");
    QTest::newRow("case 2 extended") << QByteArray("00B00000000000") << QStringLiteral("Le 65536 @4+3\n");
    QTest::newRow("case 3 extended") << QByteArray("00D60000000002AABB")
                                     << QStringLiteral("Lc 2 @4+3\nData AA BB @7+2\n");
    QTest::newRow("case 4 extended") << QByteArray("00D60000000002AABB0100")
                                     << QStringLiteral("Lc 2 @4+3\nData AA BB @7+2\nLe 256 @9+2\n");
}

void TestDecode::commandCases()
{
    QFETCH(QByteArray, hex);
    QFETCH(QString, tail);
    std::vector<Field> fields = decodeCommandApdu(QByteArray::fromHex(hex));
    QVERIFY(fields.size() >= 4);
    fields.erase(fields.begin(), fields.begin() + 4);
    QCOMPARE(print(fields), tail);
}

void TestDecode::malformedCommandIsAField()
{
    const auto fields = decodeCommandApdu(QByteArray::fromHex("84E2910018AABB"));
    QCOMPARE(fields.size(), std::size_t{5});
    QCOMPARE(fields[1].value, QStringLiteral("E2 STORE DATA"));
    QVERIFY(fields[4].level == StatusLevel::Error);
    QCOMPARE(decodeCommandApdu(QByteArray("\0", 1)).size(), std::size_t{1});
}

void TestDecode::responseExplainsTheStatusWord()
{
    const auto fields = decodeResponseApdu(QByteArray::fromHex("AABB6982"));
    QCOMPARE(print(fields),
        QStringLiteral("Data AA BB @0+2\nSW 6982 security status not satisfied, authenticate with sufficient rights "
                       "first @2+2\n"));
    QVERIFY(fields[1].level == StatusLevel::Error);
    QVERIFY(decodeResponseApdu(QByteArray("\x90", 1))[0].level == StatusLevel::Error);
}

void TestDecode::statusWords_data()
{
    QTest::addColumn<int>("word");
    QTest::addColumn<QString>("text");
    QTest::addColumn<StatusLevel>("level");
    const auto row = [](int word, const char* text, StatusLevel level) {
        QTest::newRow(qPrintable(statusWordHex(static_cast<std::uint16_t>(word))))
            << word << QString::fromLatin1(text) << level;
    };
    row(0x9000, "ok", StatusLevel::Ok);
    row(0x6100, "ok, 256 more bytes available", StatusLevel::Ok);
    row(0x9F1B, "ok, 27 more bytes available", StatusLevel::Ok);
    row(0x910B, "ok, proactive command of 11 bytes pending", StatusLevel::Ok);
    row(0x9203, "ok after 3 tries of writing", StatusLevel::Ok);
    row(0x9240, "memory problem", StatusLevel::Error);
    row(0x63C2, "verification failed, tries left: 2", StatusLevel::Warning);
    row(0x62F2, "more data available, proactive command pending", StatusLevel::Warning);
    row(0x6C12, "wrong Le, 18 bytes available", StatusLevel::Warning);
    row(0x9300, "card application toolkit busy", StatusLevel::Warning);
    row(0x6A84, "not enough memory", StatusLevel::Error);
    row(0x6A85, "Lc inconsistent with the TLV structure", StatusLevel::Error);
    row(0x9485, "key check value is wrong", StatusLevel::Error);
    row(0x9863, "security session expired", StatusLevel::Error);
    row(0x9899, "authentication or security problem", StatusLevel::Error);
    row(0x6E12, "class not supported", StatusLevel::Error);
    row(0x1234, "unknown status word", StatusLevel::Error);
}

void TestDecode::statusWords()
{
    QFETCH(int, word);
    QFETCH(QString, text);
    QFETCH(StatusLevel, level);
    QCOMPARE(statusWordText(static_cast<std::uint16_t>(word)), text);
    QVERIFY(statusWordLevel(static_cast<std::uint16_t>(word)) == level);
}

void TestDecode::tlvOfAnFcpTemplate()
{
    // FCP of EF_ODF, from a published bootstrap trace (LwM2M, appendix G).
    const QByteArray fcp = QByteArray::fromHex("62168202412183025031 8A0105 8B036F0602 80020020 8800");
    QCOMPARE(print(decodeTlv(fcp, RecordPart::Response, 10)),
        QStringLiteral("62 FCP template  @10+24\n"
                       "  82 File descriptor working EF, transparent @12+4\n"
                       "    Shareable yes @14+1/40\n"
                       "    File type working EF @14+1/38\n"
                       "    Structure transparent @14+1/07\n"
                       "    Data coding 21 @15+1\n"
                       "  83 File identifier 50 31 EF.ODF @16+4\n"
                       "  8A Life cycle status 05 operational, activated @20+3\n"
                       "  8B Security attributes, referenced record 2 of 6F 06 EF.ARR @23+5\n"
                       "    File of rules 6F 06 EF.ARR @25+2\n"
                       "    Record 2 @27+1\n"
                       "  80 File size 32 bytes @28+4\n"
                       "  88 Short file identifier none @32+2\n"));
    QCOMPARE(print(decodeTlv(QByteArray::fromHex("BF0C0450023132"), RecordPart::Response, 0)),
        QStringLiteral("BF0C  @0+7\n  50 Application label 12 @3+4\n"));
}

void TestDecode::tlvRefusesWhatIsNotTlv_data()
{
    QTest::addColumn<QByteArray>("hex");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("length too long") << QByteArray("620582");
    QTest::newRow("padding tag") << QByteArray("000102");
    QTest::newRow("indefinite") << QByteArray("6280820141");
    QTest::newRow("tag without end") << QByteArray("5FFFFFFF01AA");
    QTest::newRow("4 GB") << QByteArray("6284FFFFFFFF00");
}

void TestDecode::tlvRefusesWhatIsNotTlv()
{
    QFETCH(QByteArray, hex);
    QVERIFY(decodeTlv(QByteArray::fromHex(hex), RecordPart::Request, 0).empty());
}

void TestDecode::plainTextFallsBackToHex()
{
    QCOMPARE(plainText("Operator \xC3\xA4"), QStringLiteral("Operator \u00E4"));
    QCOMPARE(plainText(QByteArrayView("\x00\xFF", 2)), QStringLiteral("00 FF"));
    // The cut falls into the two bytes of one character.
    QCOMPARE(plainText("abc\xC3\xA4"
                       "def",
                 4),
        QStringLiteral("abc\u2026"));
    QCOMPARE(hexText("abcd", 2), QStringLiteral("61 62 \u2026"));
}

void TestDecode::truncatedWbxmlKeepsWhatWasRead()
{
    RecordView view;
    view.layer = Layer::SyncMl;
    const QByteArray message = QByteArray::fromHex("03A4016A00 6D6C71 03312E3200 01");
    view.request = message;
    const std::vector<Field> fields = decode(view).at(0).children;
    QCOMPARE(valueOf(fields, QStringLiteral("VerDTD")), QStringLiteral("1.2"));
    QVERIFY(find(fields, QStringLiteral("Note"))->level == StatusLevel::Error);
    QVERIFY(isWellFormed(fields, message.size(), 0));
}

void TestDecode::hostileBytesNeverFail()
{
    std::uint32_t state = 12345;
    for (int round = 0; round < 3000; ++round) {
        QByteArray bytes;
        for (int i = 0; i < round % 60; ++i) {
            state = state * 1664525 + 1013904223;
            bytes += static_cast<char>(state >> 24);
        }
        RecordView view;
        view.request = bytes;
        view.response = bytes;
        for (int layer = 0; layer < kLayerCount; ++layer) {
            view.layer = static_cast<Layer>(layer);
            const std::vector<Field> fields = decode(view);
            QVERIFY(bytes.isEmpty() || !fields.empty());
            QVERIFY(isWellFormed(fields, bytes.size(), bytes.size()));
        }
    }
    // Depth: 2,000 constructed objects inside each other end at the limit, not in the stack.
    QByteArray deep;
    for (int i = 0; i < 2000; ++i) {
        deep.prepend(QByteArray::fromHex("6284")
            + QByteArray::fromHex(QByteArray::number(deep.size(), 16).rightJustified(8, '0')));
    }
    QCOMPARE(decodeTlv(deep, RecordPart::Request, 0).size(), std::size_t{1});
}

int run(int argc, char** argv)
{
    return test::run<QCoreApplication, TestDecode>(argc, argv);
}

} // namespace dmsc::tst_decode

#include "tst_decode.moc"
