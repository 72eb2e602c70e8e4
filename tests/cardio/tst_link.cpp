// SPDX-License-Identifier: Apache-2.0
#include "cardio/link/apdu_client.h"
#include "cardio/link/in_process_link.h"
#include "cardio/link/recorded_link.h"
#include "tests/cardio/test_cards.h"
#include "tests/support/faulty_link.h"
#include "tests/support/run_test.h"

#include <QTest>

#include <limits>

namespace dmsc::tst_link {

using namespace std::chrono_literals;
using dmsc::test::hex;
using dmsc::test::pattern;
using dmsc::test::ScriptedCard;

class TestLink : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void atr_tells_of_extended_length_data();
    void atr_tells_of_extended_length();
    void commands_out_of_bounds_are_not_sent();
    void silent_card_is_an_error();
    void recorded_link_tells_every_exchange();
    void faulty_link_spoils_both_ways();
    void get_response_on_the_commands_channel();
    void wrong_le_is_corrected_once();
    void endless_answers_end();
    void a_place_is_named_once();
    void long_data_is_chained();
    void chain_ends_at_an_error();
    void DM_SC_GEN_16_data_beyond_one_extended_command();
    void progress_and_stop();
};

void TestLink::atr_tells_of_extended_length_data()
{
    QTest::addColumn<QByteArray>("atr");
    QTest::addColumn<QByteArray>("historical");
    QTest::addColumn<bool>("extended");
    QTest::newRow("ours") << QByteArray("3B8C80811FC78031E073F6A1DF64444D534382")
                          << QByteArray("8031E073F6A1DF64444D5343") << true;
    QTest::newRow("ours, plain") << QByteArray("3B8780811FC78031E073F6A1DFF4") << QByteArray("8031E073F6A1DF") << true;
    QTest::newRow("none") << QByteArray("3B00") << QByteArray() << false;
    QTest::newRow("a USIM") << QByteArray("3B9F96801FC78031A073BE21136743200718000001A5")
                            << QByteArray("8031A073BE21136743200718000001") << false;
    QTest::newRow("a YubiKey") << QByteArray("3BFD1300008131FE158073C021C057597562694B657940")
                               << QByteArray("8073C021C057597562694B6579") << true;
    QTest::newRow("cut off") << QByteArray("3B8C8001") << QByteArray() << false;
    QTest::newRow("endless interface bytes") << QByteArray("3B80808080808080") << QByteArray() << false;
    QTest::newRow("compact TLV too long") << QByteArray("3B02 8073") << QByteArray("8073") << false;
    QTest::newRow("empty") << QByteArray() << QByteArray() << false;
}

void TestLink::atr_tells_of_extended_length()
{
    QFETCH(const QByteArray, atr);
    QFETCH(const QByteArray, historical);
    QFETCH(const bool, extended);
    const Bytes bytes = hex(atr.constData());
    QCOMPARE(toHex(historicalBytes(bytes)), QString::fromLatin1(historical));
    QCOMPARE(announcesExtendedLength(bytes), extended);
    if (qstrcmp(QTest::currentDataTag(), "ours") == 0)
        QCOMPARE(toHex(emulatedCardAtr()), QString::fromLatin1(atr));
    if (qstrcmp(QTest::currentDataTag(), "ours, plain") == 0)
        QCOMPARE(toHex(plainUiccAtr()), QString::fromLatin1(atr));
}

void TestLink::commands_out_of_bounds_are_not_sent()
{
    ScriptedCard card({});
    InProcessLink link(card);
    QCOMPARE(link.transmit(hex("00A404")).error().kind, ErrorKind::BadValue);
    QCOMPARE(link.transmit(Bytes(65536)).error().kind, ErrorKind::Limit);
    QVERIFY(card.asked.empty());
    QVERIFY(link.reset().has_value());
    QCOMPARE(card.resets, 1);
}

void TestLink::silent_card_is_an_error()
{
    ScriptedCard card({Bytes{}, Bytes{0x90}, Bytes(65536)});
    InProcessLink link(card);
    for (int i = 0; i < 3; ++i)
        QCOMPARE(link.transmit(hex("00A40400")).error().kind, ErrorKind::Io);
}

void TestLink::recorded_link_tells_every_exchange()
{
    ScriptedCard card({hex("01029000"), Bytes{}});
    InProcessLink inner(card);
    std::vector<Exchange> told;
    std::chrono::steady_clock::time_point steady;
    const std::chrono::system_clock::time_point wall{1000s};
    const LinkClock clock{[wall] { return wall; }, [&steady] { return steady += 5ms; }};
    RecordedLink link(
        inner, [&told](const Exchange& exchange) { told.push_back(exchange); }, clock);
    QVERIFY(link.transmit(hex("00B0000002")).has_value());
    QVERIFY(!link.transmit(hex("00B0000003")).has_value());
    QCOMPARE(told.size(), std::size_t{2});
    QCOMPARE(told[0].command, hex("00B0000002"));
    QCOMPARE(told[0].response.value(), hex("01029000"));
    QVERIFY(told[0].start == wall && told[0].duration == 5ms);
    QCOMPARE(told[1].response.error().kind, ErrorKind::Io);
    QVERIFY(link.extendedLength());
    QCOMPARE(link.atr(), emulatedCardAtr());
}

void TestLink::faulty_link_spoils_both_ways()
{
    ScriptedCard card({hex("9000"), hex("9000"), hex("9000")});
    InProcessLink inner(card);
    test::FaultyLink link(inner,
        {[](std::size_t index, Bytes& command) { command[1] = static_cast<std::uint8_t>(index); },
            [](std::size_t index, Result<Bytes>& response) {
                if (index == 1)
                    response = fail(ErrorKind::Io, QStringLiteral("pulled"));
            }});
    QVERIFY(link.transmit(hex("00A40400")).has_value());
    QCOMPARE(link.transmit(hex("00A40400")).error().what, QStringLiteral("pulled"));
    QCOMPARE(card.asked[0], hex("00000400"));
    QCOMPARE(card.asked[1], hex("00010400"));
}

void TestLink::get_response_on_the_commands_channel()
{
    ScriptedCard card({hex("6102"), hex("01026101"), hex("03 6A84")});
    InProcessLink link(card);
    const Result<ResponseApdu> response = send(link, {0x82, 0xCA, 0, 0x66, {}, 256, false});
    QVERIFY(response.has_value());
    QCOMPARE(response->data, hex("010203"));
    QCOMPARE(response->sw, StatusWord::NotEnoughMemory);
    QCOMPARE(card.asked, (std::vector<Bytes>{hex("82CA006600"), hex("02C0000002"), hex("02C0000001")}));
}

void TestLink::wrong_le_is_corrected_once()
{
    ScriptedCard card({hex("6C03"), hex("0102039000"), hex("6C03"), hex("6C04")});
    InProcessLink link(card);
    const CommandApdu command{0x00, 0xB0, 0, 0, {}, 256, false};
    QCOMPARE(send(link, command)->data, hex("010203"));
    QCOMPARE(card.asked[1], hex("00B0000003"));
    QCOMPARE(send(link, command)->sw, statusWord(0x6C, 0x04));
    QCOMPARE(card.asked.size(), std::size_t{4});
}

void TestLink::endless_answers_end()
{
    ScriptedCard empty({hex("6110"), hex("6110")});
    InProcessLink first(empty);
    QCOMPARE(send(first, {0x00, 0xCA, 0, 0, {}, 256, false}).error().kind, ErrorKind::Card);
    Bytes part = pattern(200);
    part.insert(part.end(), {0x61, 0x00});
    ScriptedCard endless(std::vector<Bytes>(20, part));
    InProcessLink second(endless);
    const SendOptions options{.progress = {}, .maxResponse = 1000, .plain = {}};
    QCOMPARE(send(second, {0x00, 0xCA, 0, 0, {}, 256, false}, options).error().kind, ErrorKind::Limit);
    QCOMPARE(endless.asked.size(), std::size_t{6});
    // Byte by byte for ever: said long before the bound of bytes.
    ScriptedCard dripping(std::vector<Bytes>(2000, hex("AA6101")));
    InProcessLink third(dripping);
    const auto dripped = send(third, {0x00, 0xCA, 0, 0, {}, 256, false});
    QCOMPARE(dripped.error().kind, ErrorKind::Card);
    QVERIFY2(dripped.error().what.contains(QStringLiteral("258 bytes in 257 parts")), qPrintable(dripped.error().what));
    QCOMPARE(dripping.asked.size(), std::size_t{258});
}

void TestLink::a_place_is_named_once()
{
    const QString reader = QStringLiteral("Virtual PCD 00 00");
    const QString place = QStringLiteral("pcsc:") + reader;
    const auto pulled = fail(ErrorKind::Io, QStringLiteral("pulled"), reader);
    QCOMPARE(at(pulled.value(), place).value().where, place);
    QCOMPARE(at(at(pulled.value(), QStringLiteral("command 00A4")).value(), place).value().where,
        QStringLiteral("pcsc:Virtual PCD 00 00: command 00A4"));
    QCOMPARE(at(pulled.value(), QStringLiteral("pcsc:other")).value().where,
        QStringLiteral("pcsc:other: Virtual PCD 00 00"));
}

void TestLink::long_data_is_chained()
{
    ScriptedCard card({hex("9000"), hex("9000"), hex("AA9000")}, false);
    InProcessLink link(card);
    const Bytes data = pattern(600);
    const Result<ResponseApdu> response = send(link, {0x80, 0xE2, 1, 2, data, 65536, true});
    QVERIFY(response.has_value());
    QCOMPARE(response->data, hex("AA"));
    QCOMPARE(card.asked.size(), std::size_t{3});
    QCOMPARE(toHex(ByteView(card.asked[0]).first(5)), QStringLiteral("90E20102FF"));
    QCOMPARE(toHex(ByteView(card.asked[2]).first(5)), QStringLiteral("80E201025A"));
    Bytes joined;
    for (const Bytes& bytes : card.asked) {
        const Result<CommandApdu> part = parseCommand(bytes);
        joined.insert(joined.end(), part->data.begin(), part->data.end());
    }
    QCOMPARE(joined, data);
    QVERIFY(!parseCommand(card.asked[1])->le.has_value());
    QCOMPARE(parseCommand(card.asked[2])->le.value(), std::size_t{256});
}

void TestLink::chain_ends_at_an_error()
{
    ScriptedCard card({hex("9000"), hex("6A84")}, false);
    InProcessLink link(card);
    QCOMPARE(send(link, {0x80, 0xE2, 0, 0, pattern(2000), 256, false})->sw, StatusWord::NotEnoughMemory);
    QCOMPARE(card.asked.size(), std::size_t{2});
}

void TestLink::DM_SC_GEN_16_data_beyond_one_extended_command()
{
    ScriptedCard card(std::vector<Bytes>(4, hex("9000")));
    InProcessLink link(card);
    QVERIFY(send(link, {0x80, 0xE2, 0, 0, pattern(200000), 65536, true}).has_value());
    QCOMPARE(card.asked.size(), std::size_t{4});
    std::size_t all = 0;
    for (const Bytes& bytes : card.asked) {
        QVERIFY(bytes.size() <= kMaxCommandSize);
        all += parseCommand(bytes)->data.size();
    }
    QCOMPARE(all, std::size_t{200000});
}

void TestLink::progress_and_stop()
{
    ScriptedCard card(std::vector<Bytes>(10, hex("9000")), false);
    InProcessLink link(card);
    std::vector<std::size_t> seen;
    SendOptions options;
    options.progress = [&seen](std::size_t done, std::size_t total) {
        seen.push_back(done);
        return total == 1000 && done < 510;
    };
    const Result<ResponseApdu> response = send(link, {0x80, 0xE2, 0, 0, pattern(1000), 256, false}, options);
    QCOMPARE(response.error().kind, ErrorKind::Cancelled);
    QCOMPARE(seen, (std::vector<std::size_t>{255, 510}));
    QCOMPARE(card.asked.size(), std::size_t{2});
}

int run(int argc, char** argv)
{
    return test::run<QCoreApplication, TestLink>(argc, argv);
}

} // namespace dmsc::tst_link

#include "tst_link.moc"
