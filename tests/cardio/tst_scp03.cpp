// SPDX-License-Identifier: Apache-2.0
#include "cardio/channel/scp03_card.h"
#include "cardio/channel/scp03_host.h"
#include "cardio/link/in_process_link.h"
#include "cardio/link/recorded_link.h"
#include "tests/cardio/test_cards.h"
#include "tests/support/faulty_link.h"
#include "tests/support/run_test.h"

#include <QTest>

namespace dmsc::tst_scp03 {

using dmsc::test::EchoCard;
using dmsc::test::fixedRandom;
using dmsc::test::hex;
using dmsc::test::pattern;

namespace {

constexpr SecurityLevel kLevels[] = {SecurityLevel::CommandMac, SecurityLevel::CommandMacEnc, SecurityLevel::BothMac,
    SecurityLevel::BothMacCommandEnc, SecurityLevel::All};
constexpr SequenceCounter kCounter = static_cast<SequenceCounter>(41);
const Bytes kAid = {0xF0, 0x44, 0x4D, 0x53, 0x43};

Scp03KeySet keysOf(std::size_t size)
{
    const Bytes enc = pattern(size);
    Bytes mac = pattern(size + 1);
    mac.erase(mac.begin());
    const AesKey macKey = AesKey::from(mac).value();
    return {AesKey::from(enc).value(), macKey, macKey, static_cast<KeyVersion>(1)};
}

Scp03CardConfig configOf(Scp03KeySet keys, MacSize macSize = MacSize::S8,
    ChallengeKind challenge = ChallengeKind::PseudoRandom, SecurityLevel minimum = SecurityLevel::CommandMac)
{
    return {std::move(keys), macSize, challenge, minimum, kAid, {}};
}

EchoCard testCard(ChallengeKind challenge = ChallengeKind::PseudoRandom)
{
    return {configOf(Scp03KeySet::test(), MacSize::S8, challenge), kCounter};
}

Scp03Options strictOptions()
{
    Scp03Options options;
    options.diversification = Bytes(10);
    options.aid = kAid;
    return options;
}

CommandApdu echo(Bytes data)
{
    return {0x80, 0x10, 0, 0, std::move(data), kMaxExtendedLe, true};
}

} // namespace

class TestScp03 : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void round_trips_data();
    void round_trips();
    void logical_channels_data();
    void logical_channels();
    void DM_SC_SEC_8_each_flipped_handshake_byte_is_refused();
    void DM_SC_SEC_8_replayed_handshake_is_refused_data();
    void DM_SC_SEC_8_replayed_handshake_is_refused();
    void flipped_command_bytes_close_the_session();
    void flipped_answer_bytes_close_the_channel();
    void replayed_and_reordered_commands_are_refused();
    void wrong_keys_data();
    void wrong_keys();
    void refusals();
    void DM_SC_SEC_6_weaker_level_is_refused();
    void unprotected_command_closes_the_session();
    void bad_padding_closes_the_session();
    void errors_go_bare_and_warnings_protected();
    void counter_is_stored_before_a_session_opens();
    void session_keys_differ_with_the_same_host_challenge();
    void host_checks_what_the_card_offers();
    void cancelled_chain_leaves_the_channel_usable();
    void DM_SC_GEN_16_five_megabytes_through_the_channel();
};

void TestScp03::round_trips_data()
{
    QTest::addColumn<int>("level");
    QTest::addColumn<int>("keySize");
    QTest::addColumn<int>("macSize");
    QTest::addColumn<bool>("random");
    QTest::addColumn<bool>("extended");
    for (const SecurityLevel level : kLevels)
        for (const int keySize : {16, 24, 32})
            for (const int macSize : {8, 16})
                for (const bool random : {false, true})
                    for (const bool extended : {false, true})
                        QTest::addRow("level %02x AES-%d S%d %s %s", static_cast<unsigned>(level), keySize * 8, macSize,
                            random ? "random" : "pseudo-random", extended ? "extended" : "short")
                            << static_cast<int>(level) << keySize << macSize << random << extended;
}

void TestScp03::round_trips()
{
    QFETCH(const int, level);
    QFETCH(const int, keySize);
    QFETCH(const int, macSize);
    QFETCH(const bool, random);
    QFETCH(const bool, extended);
    const Scp03KeySet keys = keysOf(static_cast<std::size_t>(keySize));
    const auto mac = static_cast<MacSize>(macSize);
    EchoCard card(
        configOf(keys, mac, random ? ChallengeKind::Random : ChallengeKind::PseudoRandom), kCounter, {}, extended);
    InProcessLink link(card);
    Scp03Options options = strictOptions();
    options.level = static_cast<SecurityLevel>(level);
    options.macSize = mac;
    Result<Scp03Host> host = openScp03(link, keys, options);
    QVERIFY2(host.has_value(), qPrintable(host ? QString() : host.error().text()));
    QCOMPARE(host->handshake().sequence.has_value(), !random);
    for (const std::size_t size :
        std::initializer_list<std::size_t>{0, 1, 15, 16, 239, 240, 247, 248, 255, 256, 32768, 61440, 65526}) {
        const Bytes data = pattern(size);
        const Result<ResponseApdu> answer = send(link, *host, echo(data));
        QVERIFY2(answer.has_value(), qPrintable(answer ? QString() : answer.error().text()));
        QCOMPARE(answer->sw, StatusWord::Ok);
        QVERIFY2(answer->data == data, qPrintable(QString::number(size)));
    }
}

void TestScp03::logical_channels_data()
{
    QTest::addColumn<int>("channel");
    QTest::addColumn<int>("cla");
    QTest::newRow("1") << 1 << 0x85;
    QTest::newRow("3") << 3 << 0x87;
    QTest::newRow("4") << 4 << 0xE0;
    QTest::newRow("19") << 19 << 0xEF;
}

void TestScp03::logical_channels()
{
    QFETCH(const int, channel);
    QFETCH(const int, cla);
    EchoCard card = testCard();
    InProcessLink inner(card);
    std::vector<Bytes> sent;
    RecordedLink link(inner, [&sent](const Exchange& exchange) { sent.push_back(exchange.command); });
    Scp03Options options;
    options.channel = static_cast<LogicalChannel>(channel);
    Result<Scp03Host> host = openScp03(link, Scp03KeySet::test(), options);
    QVERIFY(host.has_value());
    CommandApdu command = echo(pattern(5));
    command.cla = claFor(true, options.channel);
    QCOMPARE(send(link, *host, command)->data, pattern(5));
    QCOMPARE(static_cast<int>(sent.back()[0]), cla);
    // The same session's next command on another channel is not part of it.
    Result<CommandApdu> wrapped = host->wrap(command);
    wrapped->cla = 0x84;
    QCOMPARE(link.transmit(wrapped->encode().value()).value(), hex("6982"));
    QVERIFY(!card.channel.isOpen());
}

void TestScp03::DM_SC_SEC_8_each_flipped_handshake_byte_is_refused()
{
    EchoCard good = testCard();
    InProcessLink direct(good);
    std::vector<std::size_t> commandSizes;
    std::vector<std::size_t> answerSizes;
    RecordedLink recorded(direct, [&](const Exchange& exchange) {
        commandSizes.push_back(exchange.command.size());
        answerSizes.push_back(exchange.response->size());
    });
    QVERIFY(openScp03(recorded, Scp03KeySet::test(), strictOptions()).has_value());
    QCOMPARE(commandSizes, (std::vector<std::size_t>{14, 21}));
    QCOMPARE(answerSizes, (std::vector<std::size_t>{34, 2}));
    const auto refused = [](const test::LinkFault& fault, bool cardIsThrough) {
        EchoCard card = testCard();
        InProcessLink inner(card);
        test::FaultyLink link(inner, fault);
        const Result<Scp03Host> host = openScp03(link, Scp03KeySet::test(), strictOptions());
        return !host.has_value() && card.channel.isOpen() == cardIsThrough && card.executed == 0;
    };
    for (const int flip : {0x01, 0x02, 0x04, 0x08, 0x10, 0x20, 0x40, 0x80, 0xFF})
        for (std::size_t exchange = 0; exchange < 2; ++exchange) {
            const auto mask = static_cast<std::uint8_t>(flip);
            for (std::size_t at = 0; at < commandSizes[exchange]; ++at) {
                // Le 20 asks for exactly the 32 bytes that there are: the same question in other words.
                if (exchange == 0 && at == 13 && mask == 0x20)
                    continue;
                const test::LinkFault fault{[&](std::size_t index, Bytes& command) {
                                                if (index == exchange)
                                                    command[at] ^= mask;
                                            },
                    {}};
                QVERIFY2(refused(fault, false),
                    qPrintable(QStringLiteral("command %1 byte %2 mask %3").arg(exchange).arg(at).arg(mask)));
            }
            for (std::size_t at = 0; at < answerSizes[exchange]; ++at) {
                const test::LinkFault fault{{}, [&](std::size_t index, Result<Bytes>& answer) {
                                                if (index == exchange)
                                                    (*answer)[at] ^= mask;
                                            }};
                QVERIFY2(refused(fault, exchange == 1),
                    qPrintable(QStringLiteral("answer %1 byte %2 mask %3").arg(exchange).arg(at).arg(mask)));
            }
        }
}

void TestScp03::DM_SC_SEC_8_replayed_handshake_is_refused_data()
{
    QTest::addColumn<bool>("random");
    QTest::newRow("pseudo-random challenge") << false;
    QTest::newRow("random challenge") << true;
}

void TestScp03::DM_SC_SEC_8_replayed_handshake_is_refused()
{
    QFETCH(const bool, random);
    EchoCard card = testCard(random ? ChallengeKind::Random : ChallengeKind::PseudoRandom);
    InProcessLink inner(card);
    std::vector<Bytes> sent;
    RecordedLink link(inner, [&sent](const Exchange& exchange) { sent.push_back(exchange.command); });
    Result<Scp03Host> host = openScp03(link, Scp03KeySet::test());
    QVERIFY(send(link, *host, echo(pattern(20))).has_value());
    QCOMPARE(card.executed, 1);
    card.reset();
    QCOMPARE(inner.transmit(sent[2]).value(), hex("6982"));
    QVERIFY(inner.transmit(sent[0])->size() > 2);
    QCOMPARE(inner.transmit(sent[1]).value(), hex("6300"));
    QCOMPARE(inner.transmit(sent[2]).value(), hex("6982"));
    QCOMPARE(inner.transmit(sent[1]).value(), hex("6985"));
    QCOMPARE(card.executed, 1);
}

void TestScp03::flipped_command_bytes_close_the_session()
{
    for (const SecurityLevel level : kLevels)
        for (std::size_t at = 0; at < 45; ++at) {
            EchoCard card = testCard();
            InProcessLink link(card);
            Scp03Options options;
            options.level = level;
            Result<Scp03Host> host = openScp03(link, Scp03KeySet::test(), options);
            Bytes wrapped = host->wrap({0x80, 0x10, 0, 0, pattern(20), {}, false})->encode().value();
            if (at >= wrapped.size())
                break;
            wrapped[at] ^= 0x01;
            QVERIFY(link.transmit(wrapped).has_value());
            QCOMPARE(card.executed, 0);
        }
}

void TestScp03::flipped_answer_bytes_close_the_channel()
{
    for (const SecurityLevel level : {SecurityLevel::BothMac, SecurityLevel::BothMacCommandEnc, SecurityLevel::All})
        for (std::size_t at = 0; at < 29; ++at) {
            EchoCard card = testCard();
            InProcessLink inner(card);
            test::FaultyLink link(inner, {{}, [at](std::size_t index, Result<Bytes>& answer) {
                                              if (index == 2)
                                                  (*answer)[at] ^= 0x01;
                                          }});
            Scp03Options options;
            options.level = level;
            Result<Scp03Host> host = openScp03(link, Scp03KeySet::test(), options);
            const Result<ResponseApdu> answer = send(link, *host, echo(pattern(20)));
            QCOMPARE(answer.error().kind, ErrorKind::Security);
            QVERIFY(!host->isOpen());
            QCOMPARE(host->wrap(echo({})).error().kind, ErrorKind::NotAllowed);
        }
}

void TestScp03::replayed_and_reordered_commands_are_refused()
{
    for (const SecurityLevel level : kLevels) {
        EchoCard card = testCard();
        InProcessLink link(card);
        Scp03Options options;
        options.level = level;
        Result<Scp03Host> host = openScp03(link, Scp03KeySet::test(), options);
        const Bytes first = host->wrap(echo(pattern(3)))->encode().value();
        const Bytes second = host->wrap(echo(pattern(4)))->encode().value();
        QVERIFY(link.transmit(first)->size() > 2);
        QCOMPARE(link.transmit(first).value(), hex("6988"));
        QCOMPARE(link.transmit(second).value(), hex("6982"));
        QCOMPARE(card.executed, 1);
        host = openScp03(link, Scp03KeySet::test(), options);
        QVERIFY(host->wrap(echo(pattern(3))).has_value());
        QCOMPARE(link.transmit(host->wrap(echo(pattern(4)))->encode().value()).value(), hex("6988"));
        QCOMPARE(card.executed, 1);
    }
}

void TestScp03::wrong_keys_data()
{
    QTest::addColumn<bool>("wrongEnc");
    QTest::addColumn<bool>("wrongMac");
    QTest::newRow("ENC") << true << false;
    QTest::newRow("MAC") << false << true;
    QTest::newRow("both") << true << true;
}

void TestScp03::wrong_keys()
{
    QFETCH(const bool, wrongEnc);
    QFETCH(const bool, wrongMac);
    const Scp03KeySet other = keysOf(16);
    Scp03KeySet keys = Scp03KeySet::test();
    if (wrongEnc)
        keys.enc = other.enc;
    if (wrongMac)
        keys.mac = other.mac;
    EchoCard card = testCard();
    InProcessLink link(card);
    const Result<Scp03Host> strict = openScp03(link, keys, strictOptions());
    QCOMPARE(strict.error().kind, ErrorKind::Security);
    Result<Scp03Host> host = openScp03(link, keys);
    if (wrongMac) {
        QCOMPARE(host.error().kind, ErrorKind::Security);
        QVERIFY(!card.channel.isOpen());
        return;
    }
    // ENC takes no part in the handshake; the first encrypted command shows it.
    const Result<ResponseApdu> answer = send(link, *host, echo(pattern(20)));
    QCOMPARE(answer->sw, StatusWord::SecureMessagingWrong);
    QCOMPARE(card.executed, 0);
    QVERIFY(!card.channel.isOpen() && !host->isOpen());
}

void TestScp03::refusals()
{
    EchoCard card = testCard();
    InProcessLink link(card);
    const auto ask = [&link](const char* command) { return toHex(*link.transmit(hex(command))).right(4); };
    QCOMPARE(ask("805031000801020304050607080 0"), QStringLiteral("6A88"));
    QCOMPARE(ask("8050300108010203040506070800"), QStringLiteral("6A86"));
    QCOMPARE(ask("805030000701020304050607 00"), QStringLiteral("6700"));
    QCOMPARE(ask("8050300010010203040506070801020304050607 0800"), QStringLiteral("6700"));
    QCOMPARE(ask("8050300008010203040506070810"), QStringLiteral("6700"));
    QCOMPARE(ask("9050300008010203040506070800"), QStringLiteral("6884"));
    QCOMPARE(ask("8482330010000000000000000000000000000000 00"), QStringLiteral("6985"));
    QCOMPARE(ask("8050000008010203040506070800"), QStringLiteral("9000"));
    QCOMPARE(ask("8482330010000000000000000000000000000000 00"), QStringLiteral("6300"));
    QCOMPARE(ask("8050000008010203040506070820"), QStringLiteral("9000"));
    QCOMPARE(ask("8482020010000000000000000000000000000000 00"), QStringLiteral("6A86"));
    QCOMPARE(ask("80500000080102030405060708"), QStringLiteral("9000"));
    QCOMPARE(ask("8082330010000000000000000000000000000000 00"), QStringLiteral("6982"));
    QVERIFY(!card.channel.isOpen());
    EchoCard used({configOf(Scp03KeySet::test())}, SequenceCounter::UsedUp);
    InProcessLink toUsed(used);
    QCOMPARE(openScp03(toUsed, Scp03KeySet::test()).error().kind, ErrorKind::Card);
}

void TestScp03::DM_SC_SEC_6_weaker_level_is_refused()
{
    for (const SecurityLevel minimum : kLevels)
        for (const SecurityLevel level : kLevels) {
            EchoCard card(configOf(Scp03KeySet::test(), MacSize::S8, ChallengeKind::PseudoRandom, minimum), kCounter);
            InProcessLink link(card);
            Scp03Options options;
            options.level = level;
            const Result<Scp03Host> host = openScp03(link, Scp03KeySet::test(), options);
            QCOMPARE(host.has_value(), covers(level, minimum));
            QCOMPARE(card.channel.isOpen(), covers(level, minimum));
            if (!host)
                QVERIFY2(host.error().what.contains(QStringLiteral("6982")), qPrintable(host.error().text()));
        }
}

void TestScp03::unprotected_command_closes_the_session()
{
    EchoCard card = testCard();
    InProcessLink link(card);
    Result<Scp03Host> host = openScp03(link, Scp03KeySet::test());
    QCOMPARE(link.transmit(hex("80100000020102")).value(), hex("6982"));
    QVERIFY(!card.channel.isOpen());
    QCOMPARE(send(link, *host, echo(pattern(2)))->sw, StatusWord::SecurityStatusNotSatisfied);
    QCOMPARE(card.executed, 0);
}

void TestScp03::bad_padding_closes_the_session()
{
    // The other end knows the MAC key but encrypts under another key, so that the padding comes out wrong.
    const Bytes context = pattern(16);
    const SessionKeys right = deriveSessionKeys(Scp03KeySet::test(), context).value();
    const SessionKeys wrong{right.rmac, right.mac, right.rmac};
    Scp03Session host = Scp03Session::create(wrong, SecurityLevel::All, MacSize::S8).value();
    Scp03Session card = Scp03Session::create(right, SecurityLevel::All, MacSize::S8).value();
    const Result<CommandApdu> opened = card.unwrapCommand(host.wrapCommand(echo(pattern(7))).value());
    QCOMPARE(opened.error().kind, ErrorKind::Security);
    // Not a row of whole blocks, under a good MAC.
    host = Scp03Session::create(right, SecurityLevel::CommandMac, MacSize::S8).value();
    card = Scp03Session::create(right, SecurityLevel::CommandMacEnc, MacSize::S8).value();
    QCOMPARE(card.unwrapCommand(host.wrapCommand(echo(pattern(7))).value()).error().kind, ErrorKind::Security);
}

void TestScp03::errors_go_bare_and_warnings_protected()
{
    for (const SecurityLevel level : {SecurityLevel::BothMac, SecurityLevel::All}) {
        EchoCard card = testCard();
        InProcessLink inner(card);
        Bytes last;
        RecordedLink link(inner, [&last](const Exchange& exchange) { last = exchange.response.value(); });
        Scp03Options options;
        options.level = level;
        Result<Scp03Host> host = openScp03(link, Scp03KeySet::test(), options);
        card.status = StatusWord::MoreData;
        QCOMPARE(send(link, *host, echo(pattern(3)))->data, pattern(3));
        card.status = StatusWord::NotEnoughMemory;
        QCOMPARE(send(link, *host, echo(pattern(3)))->sw, StatusWord::NotEnoughMemory);
        QCOMPARE(last, hex("6A84"));
        QVERIFY(host->isOpen());
        card.status = triesLeft(2);
        QCOMPARE(send(link, *host, echo({}))->sw, triesLeft(2));
        QCOMPARE(last.size(), std::size_t{10});
        QVERIFY(!host->unwrap({pattern(3), StatusWord::NotEnoughMemory}).has_value());
    }
}

void TestScp03::counter_is_stored_before_a_session_opens()
{
    std::vector<SequenceCounter> stored;
    bool works = true;
    Scp03CardOutside outside;
    outside.storeCounter = [&](SequenceCounter next) -> Result<void> {
        if (!works)
            return fail(ErrorKind::Io, QStringLiteral("full"));
        stored.push_back(next);
        return {};
    };
    EchoCard card(configOf(Scp03KeySet::test()), kCounter, outside);
    InProcessLink link(card);
    QCOMPARE(openScp03(link, keysOf(16)).error().kind, ErrorKind::Card);
    QVERIFY(stored.empty());
    const Result<Scp03Host> first = openScp03(link, Scp03KeySet::test(), strictOptions());
    const Result<Scp03Host> second = openScp03(link, Scp03KeySet::test(), strictOptions());
    QCOMPARE(first->handshake().sequence.value(), kCounter);
    QVERIFY(second->handshake().cardChallenge != first->handshake().cardChallenge);
    QCOMPARE(stored, (std::vector<SequenceCounter>{SequenceCounter{42}, SequenceCounter{43}}));
    works = false;
    const Result<Scp03Host> third = openScp03(link, Scp03KeySet::test());
    QVERIFY(third.error().what.contains(QStringLiteral("6581")));
    QVERIFY(!card.channel.isOpen());
    QCOMPARE(card.channel.nextCounter(), SequenceCounter{43});
}

void TestScp03::session_keys_differ_with_the_same_host_challenge()
{
    EchoCard card = testCard();
    InProcessLink inner(card);
    std::vector<Bytes> sent;
    RecordedLink link(inner, [&sent](const Exchange& exchange) { sent.push_back(exchange.command); });
    Scp03Options options;
    options.random = fixedRandom(pattern(8));
    for (int i = 0; i < 2; ++i) {
        Result<Scp03Host> host = openScp03(link, Scp03KeySet::test(), options);
        QVERIFY(send(link, *host, echo(pattern(20))).has_value());
    }
    QCOMPARE(sent[0], sent[3]);
    QVERIFY(sent[1] != sent[4]);
    QVERIFY(sent[2] != sent[5]);
}

void TestScp03::host_checks_what_the_card_offers()
{
    EchoCard card = testCard();
    InProcessLink inner(card);
    const auto openWith = [&](std::size_t at, std::uint8_t byte, SecurityLevel level) {
        test::FaultyLink link(inner, {{}, [at, byte](std::size_t index, Result<Bytes>& answer) {
                                          if (index == 0)
                                              (*answer)[at] = byte;
                                      }});
        Scp03Options options;
        options.level = level;
        return openScp03(link, Scp03KeySet::test(), options);
    };
    QCOMPARE(openWith(11, 0x02, SecurityLevel::All).error().kind, ErrorKind::Unsupported);
    QCOMPARE(openWith(12, 0x30, SecurityLevel::All).error().kind, ErrorKind::Unsupported);
    QCOMPARE(openWith(12, 0x10, SecurityLevel::BothMac).error().kind, ErrorKind::Unsupported);
    QCOMPARE(openWith(12, 0x71, SecurityLevel::All).error().kind, ErrorKind::Unsupported);
    QCOMPARE(openWith(10, 0x31, SecurityLevel::All).error().kind, ErrorKind::Security);
    QVERIFY(openWith(12, 0x30, SecurityLevel::BothMac).has_value());
    Scp03Options options;
    options.macSize = MacSize::S16;
    QCOMPARE(openScp03(inner, Scp03KeySet::test(), options).error().kind, ErrorKind::Card);
}

void TestScp03::cancelled_chain_leaves_the_channel_usable()
{
    EchoCard card(configOf(Scp03KeySet::test()), kCounter, {}, false);
    InProcessLink link(card);
    Result<Scp03Host> host = openScp03(link, Scp03KeySet::test());
    SendOptions options;
    options.progress = [](std::size_t done, std::size_t total) { return done < total / 2; };
    QCOMPARE(send(link, *host, echo(pattern(5000)), options).error().kind, ErrorKind::Cancelled);
    QVERIFY(host->isOpen());
    QCOMPARE(send(link, *host, echo(pattern(5)))->sw, StatusWord::Ok);
}

void TestScp03::DM_SC_GEN_16_five_megabytes_through_the_channel()
{
    EchoCard card = testCard();
    InProcessLink link(card);
    Result<Scp03Host> host = openScp03(link, Scp03KeySet::test());
    const Bytes data = pattern(5'000'000);
    SendOptions options;
    QCOMPARE(send(link, *host, echo(data), options).error().kind, ErrorKind::Limit); // unless that much is wanted
    options.maxResponse = 2 * data.size(); // wrapped it is longer
    host = openScp03(link, Scp03KeySet::test());
    const Result<ResponseApdu> answer = send(link, *host, echo(data), options);
    QVERIFY2(answer.has_value(), qPrintable(answer ? QString() : answer.error().text()));
    QVERIFY(answer->data == data);
}

int run(int argc, char** argv)
{
    return test::run<QCoreApplication, TestScp03>(argc, argv);
}

} // namespace dmsc::tst_scp03

#include "tst_scp03.moc"
