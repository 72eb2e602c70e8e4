// SPDX-License-Identifier: Apache-2.0
#include "cardio/link/recorded_link.h"
#include "tests/cardio/handshake_rig.h"
#include "tests/cardio/test_cards.h"
#include "tests/support/faulty_link.h"
#include "tests/support/run_test.h"

#include <QRegularExpression>
#include <QTest>

namespace dmsc::tst_handshake {

using namespace dmsc::test;

namespace {

constexpr SecurityLevel kLevels[] = {SecurityLevel::CommandMac, SecurityLevel::CommandMacEnc, SecurityLevel::BothMac,
    SecurityLevel::BothMacCommandEnc, SecurityLevel::All};
constexpr HandshakeMethod kMethods[] = {
    HandshakeMethod::Scp03, HandshakeMethod::Scp11a, HandshakeMethod::Scp11b, HandshakeMethod::Scp11c};

Credential credentialFor(HandshakeMethod method, Role role = Role::Dms)
{
    return method == HandshakeMethod::Scp03 ? keysOf(role) : Credential(certificateOf(role));
}

/// Keeps what went over a link.
struct Tape
{
    explicit Tape(Link& inner)
        : link(inner, [this](const Exchange& exchange) { exchanges.push_back(exchange); })
    {
    }
    std::vector<Exchange> exchanges;
    RecordedLink link;
};

void methodRows()
{
    QTest::addColumn<int>("method");
    for (const HandshakeMethod method : kMethods)
        QTest::addRow("%s", qPrintable(methodName(method))) << static_cast<int>(method);
}

/// Session keys of a run, as its steps tell them.
QByteArray sessionKeysOf(const std::vector<HandshakeStep>& steps)
{
    QByteArray keys;
    for (const HandshakeStep& step : steps)
        for (const HandshakeValue& value : step.values)
            if (value.id == QLatin1String("sEnc") || value.id == QLatin1String("sMac")
                || value.id == QLatin1String("sRmac"))
                keys += value.bytes;
    return keys;
}

} // namespace

class TestHandshake : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void DM_SC_SEC_5_every_method_opens_a_channel_data();
    void DM_SC_SEC_5_every_method_opens_a_channel();
    void DM_SC_SEC_5_scp03_in_all_its_forms_data();
    void DM_SC_SEC_5_scp03_in_all_its_forms();
    void steps_are_those_that_were_planned_data();
    void steps_are_those_that_were_planned();
    void pairs_of_a_handshake_data();
    void pairs_of_a_handshake();
    void DM_SC_SEC_8_each_changed_byte_is_refused_data();
    void DM_SC_SEC_8_each_changed_byte_is_refused();
    void DM_SC_SEC_8_a_replay_is_refused_data();
    void DM_SC_SEC_8_a_replay_is_refused();
    void DM_SC_SEC_3_wrong_keys_use_up_tries_and_block();
    void wrong_keys_are_noticed_before_a_try_is_used();
    void a_try_that_cannot_be_stored_is_none();
    void success_gives_the_tries_back();
    void DM_SC_SEC_6_policy_says_no_data();
    void DM_SC_SEC_6_policy_says_no();
    void DM_SC_SEC_9_again_inside_keeps_what_was_half_sent_data();
    void DM_SC_SEC_9_again_inside_keeps_what_was_half_sent();
    void DM_SC_SEC_9_failing_inside_leaves_the_channel_as_it_was_data();
    void DM_SC_SEC_9_failing_inside_leaves_the_channel_as_it_was();
    void two_sessions_never_share_keys_data();
    void two_sessions_never_share_keys();
    void credential_of_the_wrong_kind();
    void unknown_key_version();
};

void TestHandshake::DM_SC_SEC_5_every_method_opens_a_channel_data()
{
    QTest::addColumn<int>("method");
    QTest::addColumn<bool>("p384");
    QTest::addColumn<int>("keySize");
    QTest::addColumn<bool>("extended");
    QTest::newRow("SCP03") << static_cast<int>(HandshakeMethod::Scp03) << false << 16 << true;
    QTest::newRow("SCP03 short") << static_cast<int>(HandshakeMethod::Scp03) << false << 16 << false;
    for (const HandshakeMethod method : {HandshakeMethod::Scp11a, HandshakeMethod::Scp11b, HandshakeMethod::Scp11c})
        for (const bool p384 : {false, true})
            for (const int keySize : {16, 24, 32})
                for (const bool extended : {false, true})
                    QTest::addRow("%s %s AES-%d %s", qPrintable(methodName(method)), p384 ? "P-384" : "P-256",
                        keySize * 8, extended ? "extended" : "short")
                        << static_cast<int>(method) << p384 << keySize << extended;
}

void TestHandshake::DM_SC_SEC_5_every_method_opens_a_channel()
{
    QFETCH(const int, method);
    QFETCH(const bool, p384);
    QFETCH(const int, keySize);
    QFETCH(const bool, extended);
    HandshakeCard card(extended);
    std::vector<CardPeer> peers;
    card.accept = [&](const CardPeer& peer) {
        peers.push_back(peer);
        return CardResult<void>();
    };
    InProcessLink link(card);
    HandshakeOptions options = optionsFor(static_cast<HandshakeMethod>(method));
    options.sessionKeySize = static_cast<std::size_t>(keySize);
    const Credential credential = options.method == HandshakeMethod::Scp03
        ? keysOf(Role::Dms)
        : Credential(certificateOf(Role::Dms, p384 ? Curve::P384 : Curve::P256));
    const Result<Handshake> shaken = shakeHands(link, credential, options);
    QVERIFY2(shaken, shaken ? "" : qPrintable(shaken.error().text()));
    QVERIFY(card.handshakes.isOpen());
    QCOMPARE(shaken->channel->method(), methodName(options.method));
    QCOMPARE(shaken->channel->level(), SecurityLevel::All);
    // Both ends name the same handshake, and the policy was asked about the one that stands at the other end.
    QCOMPARE(shaken->facts.digest, card.handshakes.digest());
    QVERIFY(shaken->facts.digest != Digest{});
    QCOMPARE(peers.size(), std::size_t{1});
    QCOMPARE(peers.front().method, options.method);
    QCOMPARE(peers.front().keyVersion, shaken->facts.keyVersion);
    const bool mutual = options.method == HandshakeMethod::Scp11a || options.method == HandshakeMethod::Scp11c;
    QCOMPARE(peers.front().certificate.has_value(), mutual);
    if (mutual)
        QCOMPARE(peers.front().certificate->commonName(), QStringLiteral("dms"));
    for (const std::size_t size : {std::size_t{0}, std::size_t{1}, std::size_t{16}, std::size_t{600}})
        QVERIFY(echoes(link, *shaken->channel, pattern(size)));
}

void TestHandshake::DM_SC_SEC_5_scp03_in_all_its_forms_data()
{
    QTest::addColumn<int>("level");
    QTest::addColumn<int>("keySize");
    QTest::addColumn<int>("macSize");
    QTest::addColumn<bool>("random");
    for (const SecurityLevel level : kLevels)
        for (const int keySize : {16, 24, 32})
            for (const int macSize : {8, 16})
                for (const bool random : {false, true})
                    QTest::addRow("level %02x AES-%d S%d %s", static_cast<unsigned>(level), keySize * 8, macSize,
                        random ? "random" : "pseudo-random")
                        << static_cast<int>(level) << keySize << macSize << random;
}

void TestHandshake::DM_SC_SEC_5_scp03_in_all_its_forms()
{
    QFETCH(const int, level);
    QFETCH(const int, keySize);
    QFETCH(const int, macSize);
    QFETCH(const bool, random);
    const AesKey key = AesKey::from(pattern(static_cast<std::size_t>(keySize))).value();
    const Scp03KeySet keys{key, key, key, static_cast<KeyVersion>(0x40)};
    const auto mac = static_cast<MacSize>(macSize);
    HandshakeCard card;
    card.add({.keys = keys, .macSize = mac, .challenge = random ? ChallengeKind::Random : ChallengeKind::PseudoRandom});
    InProcessLink link(card);
    const auto wanted = static_cast<SecurityLevel>(level);
    const Result<Handshake> shaken =
        shakeHands(link, KeySetCredential{keys, mac}, optionsFor(HandshakeMethod::Scp03, wanted));
    QVERIFY2(shaken, shaken ? "" : qPrintable(shaken.error().text()));
    QCOMPARE(card.handshakes.peer()->level, wanted);
    QCOMPARE(shaken->facts.digest, card.handshakes.digest());
    QVERIFY(echoes(link, *shaken->channel, pattern(100)));
}

void TestHandshake::steps_are_those_that_were_planned_data()
{
    methodRows();
}

void TestHandshake::steps_are_those_that_were_planned()
{
    QFETCH(const int, method);
    HandshakeCard card;
    InProcessLink link(card);
    HandshakeOptions options = optionsFor(static_cast<HandshakeMethod>(method));
    std::vector<HandshakeStep> done;
    std::vector<QString> begun;
    options.steps = [&](const HandshakeStep& step) {
        if (step.state == StepState::Running)
            begun.push_back(step.id);
        else
            done.push_back(step);
    };
    QVERIFY(shakeHands(link, credentialFor(options.method), options));
    std::vector<QString> planned;
    for (const HandshakeStep& step : plannedSteps(options.method, options.as))
        planned.push_back(step.id);
    // The first and the last are told by who selects the application and asks for the access conditions.
    QCOMPARE(planned.front(), QStringLiteral("select"));
    QCOMPARE(planned.back(), QStringLiteral("accessConditions"));
    const std::vector<QString> middle(planned.begin() + 1, planned.end() - 1);
    QCOMPARE(begun, middle);
    QCOMPARE(done.size(), middle.size());
    bool secrets = false;
    for (std::size_t i = 0; i < done.size(); ++i) {
        QCOMPARE(done[i].id, middle[i]);
        QCOMPARE(done[i].state, StepState::Done);
        QVERIFY(!done[i].values.empty());
        for (const HandshakeValue& value : done[i].values) {
            QVERIFY(!value.name.isEmpty() && !value.bytes.isEmpty());
            secrets = secrets || value.secret;
        }
    }
    QVERIFY(secrets);
    // The values of a run are a test vector.
    HandshakeReport report;
    report.request.method = options.method;
    report.steps = done;
    const QByteArray vector = testVector(report);
    QVERIFY(vector.contains(sessionKeysOf(done).left(16).toHex()));
    QVERIFY(vector.contains(methodName(options.method).toLatin1()));
    QCOMPARE(sessionKeysOf(done).size(), options.method == HandshakeMethod::Scp03 ? 96 : 48);
}

void TestHandshake::pairs_of_a_handshake_data()
{
    QTest::addColumn<int>("method");
    QTest::addColumn<int>("pairs");
    QTest::newRow("SCP03") << static_cast<int>(HandshakeMethod::Scp03) << 2;
    // The certificates, 450 bytes or so, are asked for in one command and its rest, and sent in one.
    QTest::newRow("SCP11a") << static_cast<int>(HandshakeMethod::Scp11a) << 4;
    QTest::newRow("SCP11b") << static_cast<int>(HandshakeMethod::Scp11b) << 3;
    QTest::newRow("SCP11c") << static_cast<int>(HandshakeMethod::Scp11c) << 4;
}

void TestHandshake::pairs_of_a_handshake()
{
    QFETCH(const int, method);
    QFETCH(const int, pairs);
    HandshakeCard card;
    InProcessLink link(card);
    Tape tape(link);
    const HandshakeOptions options = optionsFor(static_cast<HandshakeMethod>(method));
    QVERIFY(shakeHands(tape.link, credentialFor(options.method), options));
    QCOMPARE(tape.exchanges.size(), static_cast<std::size_t>(pairs));
}

void TestHandshake::DM_SC_SEC_8_each_changed_byte_is_refused_data()
{
    methodRows();
}

void TestHandshake::DM_SC_SEC_8_each_changed_byte_is_refused()
{
    QFETCH(const int, method);
    const HandshakeOptions options = optionsFor(static_cast<HandshakeMethod>(method));
    const Credential credential = credentialFor(options.method);
    HandshakeCard card;
    InProcessLink link(card);
    Tape tape(link);
    QVERIFY(shakeHands(tape.link, credential, options));
    const std::vector<Exchange> plan = tape.exchanges;
    std::size_t refused = 0;
    for (std::size_t index = 0; index < plan.size(); ++index) {
        for (const bool answers : {false, true}) {
            const std::size_t size = answers ? plan[index].response->size() : plan[index].command.size();
            for (std::size_t byte = 0; byte < size; ++byte) {
                card.reset();
                for (auto& [version, keys] : card.keySets)
                    keys.triesLeft = 3;
                const int before = card.executed;
                LinkFault fault;
                fault.onCommand = [&](std::size_t at, Bytes& command) {
                    if (!answers && at == index && byte < command.size())
                        command[byte] ^= 0x01U;
                };
                fault.onResponse = [&](std::size_t at, Result<Bytes>& response) {
                    if (answers && at == index && response && byte < response->size())
                        (*response)[byte] ^= 0x01U;
                };
                FaultyLink bad(link, fault);
                Result<Handshake> shaken = shakeHands(bad, credential, options);
                // Transport may change unnoticed (Le, 61xx, the class byte of what goes unprotected), and the key
                // diversification data, which SCP03 does not protect: never anything else that the two say.
                const bool works = shaken && echoes(link, *shaken->channel, pattern(20));
                QCOMPARE(card.executed, works ? before + 1 : before);
                if (!works) {
                    ++refused;
                    continue;
                }
                const bool unprotected = options.method == HandshakeMethod::Scp03 && answers && index == 0 && byte < 10;
                QVERIFY2(unprotected || shaken->facts.digest == card.handshakes.digest(),
                    qPrintable(QStringLiteral("%1 %2").arg(index).arg(byte)));
            }
        }
    }
    QVERIFY(refused > 100);
}

void TestHandshake::DM_SC_SEC_8_a_replay_is_refused_data()
{
    methodRows();
}

void TestHandshake::DM_SC_SEC_8_a_replay_is_refused()
{
    QFETCH(const int, method);
    const HandshakeOptions options = optionsFor(static_cast<HandshakeMethod>(method));
    HandshakeCard card;
    InProcessLink link(card);
    Tape tape(link);
    Result<Handshake> shaken = shakeHands(tape.link, credentialFor(options.method), options);
    QVERIFY(shaken);
    QVERIFY(echoes(tape.link, *shaken->channel, pattern(40)));
    QCOMPARE(card.executed, 1);
    for (const bool afterReset : {false, true}) {
        if (afterReset)
            card.reset();
        Bytes last;
        for (const Exchange& exchange : tape.exchanges)
            last = card.process(exchange.command);
        QCOMPARE(card.executed, 1);
        QVERIFY(last != encodeStatus(StatusWord::Ok));
    }
}

void TestHandshake::DM_SC_SEC_3_wrong_keys_use_up_tries_and_block()
{
    HandshakeCard card;
    InProcessLink link(card);
    // A host that answers to the right version with a wrong cryptogram: our own would notice the card's first.
    Scp03KeySet right = demoKeySet(Role::Device).keys;
    for (const int left : {2, 1, 0}) {
        const LinkFault fault{[](std::size_t index, Bytes& command) {
                                  if (index == 1)
                                      command[5] ^= 0x80U;
                              },
            {}};
        FaultyLink bad(link, fault);
        std::vector<HandshakeStep> steps;
        HandshakeOptions options = optionsFor(HandshakeMethod::Scp03);
        options.steps = [&](const HandshakeStep& step) { steps.push_back(step); };
        const Result<Handshake> shaken = shakeHands(bad, KeySetCredential{right, MacSize::S8}, options);
        QVERIFY(!shaken);
        QCOMPARE(shaken.error().kind, ErrorKind::Security);
        QCOMPARE(steps.back().state, StepState::Failed);
        QCOMPARE(steps.back().id, QStringLiteral("externalAuthenticate"));
        QCOMPARE(steps.back().problem, shaken.error().text());
        if (left > 0)
            QVERIFY2(shaken.error().what.contains(QStringLiteral("tries left: %1").arg(left)),
                qPrintable(shaken.error().what));
        QCOMPARE(card.keySets.at(0x31).triesLeft, static_cast<std::uint8_t>(left));
        QVERIFY(!card.handshakes.isOpen());
    }
    // Blocked: the right keys do not help any more, other key sets are not touched.
    const Result<Handshake> shaken = shakeHands(link, keysOf(Role::Device), optionsFor(HandshakeMethod::Scp03));
    QVERIFY(!shaken);
    QVERIFY2(shaken.error().what.contains(QStringLiteral("blocked")), qPrintable(shaken.error().what));
    QVERIFY(shakeHands(link, keysOf(Role::Issuer), optionsFor(HandshakeMethod::Scp03)));
}

void TestHandshake::wrong_keys_are_noticed_before_a_try_is_used()
{
    HandshakeCard card;
    InProcessLink link(card);
    Tape tape(link);
    const AesKey wrong = AesKey::from(Bytes(16, 0x77)).value();
    const KeySetCredential credential{{wrong, wrong, wrong, static_cast<KeyVersion>(0x31)}, MacSize::S8};
    std::vector<HandshakeStep> steps;
    HandshakeOptions options = optionsFor(HandshakeMethod::Scp03);
    options.aid.clear();
    options.steps = [&](const HandshakeStep& step) { steps.push_back(step); };
    const Result<Handshake> shaken = shakeHands(tape.link, credential, options);
    QVERIFY(!shaken);
    QCOMPARE(shaken.error().kind, ErrorKind::Security);
    QCOMPARE(steps.back().id, QStringLiteral("checkCard"));
    QCOMPARE(steps.back().problem, shaken.error().text());
    QVERIFY2(
        shaken.error().what.contains(QStringLiteral("no try of the card was used")), qPrintable(shaken.error().what));
    QCOMPARE(tape.exchanges.size(), std::size_t{1});
    QCOMPARE(card.keySets.at(0x31).triesLeft, std::uint8_t{3});
    // Nor may the key set be of the other MAC size.
    const Result<Handshake> size =
        shakeHands(link, KeySetCredential{demoKeySet(Role::Device).keys, MacSize::S16}, options);
    QVERIFY(!size);
    QVERIFY2(size.error().what.contains(QStringLiteral("S8 or S16")), qPrintable(size.error().what));
}

void TestHandshake::a_try_that_cannot_be_stored_is_none()
{
    HandshakeCard card;
    card.storesTries = false;
    InProcessLink link(card);
    const Result<Handshake> shaken = shakeHands(link, keysOf(Role::Device), optionsFor(HandshakeMethod::Scp03));
    QVERIFY(!shaken);
    QVERIFY(!card.handshakes.isOpen());
    QCOMPARE(card.keySets.at(0x31).next, SequenceCounter::First);
}

void TestHandshake::success_gives_the_tries_back()
{
    HandshakeCard card;
    card.keySets.at(0x31).triesLeft = 1;
    InProcessLink link(card);
    QVERIFY(shakeHands(link, keysOf(Role::Device), optionsFor(HandshakeMethod::Scp03)));
    QCOMPARE(card.keySets.at(0x31).triesLeft, std::uint8_t{3});
}

void TestHandshake::DM_SC_SEC_6_policy_says_no_data()
{
    QTest::addColumn<int>("method");
    QTest::addColumn<int>("statusWord");
    QTest::addColumn<QString>("words");
    for (const HandshakeMethod method : kMethods) {
        const QByteArray name = methodName(method).toLatin1();
        QTest::addRow("%s level", name.constData()) << static_cast<int>(method) << 0x6982 << QStringLiteral("too low");
        QTest::addRow("%s method", name.constData())
            << static_cast<int>(method) << 0x6985 << QStringLiteral("no permission to open a session");
        QTest::addRow("%s unknown", name.constData())
            << static_cast<int>(method) << 0x6A88 << QStringLiteral("policy first");
    }
}

void TestHandshake::DM_SC_SEC_6_policy_says_no()
{
    QFETCH(const int, method);
    QFETCH(const int, statusWord);
    QFETCH(const QString, words);
    HandshakeCard card;
    card.accept = [&](const CardPeer&) -> CardResult<void> {
        return tl::unexpected(static_cast<StatusWord>(statusWord));
    };
    InProcessLink link(card);
    HandshakeOptions options = optionsFor(static_cast<HandshakeMethod>(method));
    std::vector<HandshakeStep> steps;
    options.steps = [&](const HandshakeStep& step) { steps.push_back(step); };
    const Result<Handshake> shaken = shakeHands(link, credentialFor(options.method), options);
    QVERIFY(!shaken);
    QVERIFY2(shaken.error().what.contains(words), qPrintable(shaken.error().what));
    QCOMPARE(steps.back().state, StepState::Failed);
    QCOMPARE(steps.back().problem, shaken.error().text());
    QVERIFY(!card.handshakes.isOpen());
    QCOMPARE(card.keySets.at(0x32).next, SequenceCounter::First);
    // Who proved that it knows the keys has used up no try.
    QCOMPARE(card.keySets.at(0x32).triesLeft, std::uint8_t{3});
}

void TestHandshake::DM_SC_SEC_9_again_inside_keeps_what_was_half_sent_data()
{
    QTest::addColumn<int>("first");
    QTest::addColumn<int>("second");
    for (const HandshakeMethod first : kMethods)
        for (const HandshakeMethod second : kMethods)
            QTest::addRow("%s then %s", qPrintable(methodName(first)), qPrintable(methodName(second)))
                << static_cast<int>(first) << static_cast<int>(second);
}

void TestHandshake::DM_SC_SEC_9_again_inside_keeps_what_was_half_sent()
{
    QFETCH(const int, first);
    QFETCH(const int, second);
    HandshakeCard card;
    InProcessLink link(card);
    const auto before = static_cast<HandshakeMethod>(first);
    const auto after = static_cast<HandshakeMethod>(second);
    Result<Handshake> old = shakeHands(link, credentialFor(before), optionsFor(before));
    QVERIFY(old);
    const Result<ResponseApdu> half = send(link, *old->channel, {0x90, 0x10, 0, 0, pattern(50), std::nullopt, false});
    QVERIFY(half && half->sw == StatusWord::Ok);
    QCOMPARE(card.chain.size(), std::size_t{50});
    Tape tape(link);
    Result<Handshake> fresh =
        shakeHands(tape.link, credentialFor(after, Role::Device), optionsFor(after), old->channel.get());
    QVERIFY2(fresh, fresh ? "" : qPrintable(fresh.error().text()));
    QVERIFY(!old->channel->isOpen());
    QCOMPARE(card.chain.size(), std::size_t{50});
    QCOMPARE(fresh->facts.digest, card.handshakes.digest());
    QCOMPARE(card.handshakes.peer()->method, after);
    // Nothing of it went unprotected but GET RESPONSE.
    for (const Exchange& exchange : tape.exchanges)
        QVERIFY(hasSecureMessaging(exchange.command[0]) || exchange.command[1] == 0xC0);
    const Result<ResponseApdu> rest = send(link, *fresh->channel, {0x80, 0x10, 0, 0, pattern(50), kMaxShortLe, false});
    QVERIFY(rest);
    QCOMPARE(rest->data.size(), std::size_t{100});
    QCOMPARE(card.executed, 1);
}

void TestHandshake::DM_SC_SEC_9_failing_inside_leaves_the_channel_as_it_was_data()
{
    methodRows();
}

void TestHandshake::DM_SC_SEC_9_failing_inside_leaves_the_channel_as_it_was()
{
    QFETCH(const int, method);
    HandshakeCard card;
    InProcessLink link(card);
    Result<Handshake> old = shakeHands(link, keysOf(Role::Issuer), optionsFor(HandshakeMethod::Scp03));
    QVERIFY(old);
    const HandshakeOptions options = optionsFor(static_cast<HandshakeMethod>(method));
    card.accept = [](const CardPeer&) -> CardResult<void> {
        return tl::unexpected(StatusWord::ConditionsNotSatisfied);
    };
    QVERIFY(!shakeHands(link, credentialFor(options.method), options, old->channel.get()));
    QVERIFY(old->channel->isOpen());
    QCOMPARE(card.handshakes.peer()->keyVersion, std::uint8_t{0x30});
    QVERIFY(echoes(link, *old->channel, pattern(30)));
}

void TestHandshake::two_sessions_never_share_keys_data()
{
    methodRows();
}

void TestHandshake::two_sessions_never_share_keys()
{
    QFETCH(const int, method);
    HandshakeCard card;
    InProcessLink link(card);
    HandshakeOptions options = optionsFor(static_cast<HandshakeMethod>(method));
    // The worst host: the same challenge every time.
    options.random = fixedRandom({0x5A});
    std::vector<QByteArray> seen;
    for (int i = 0; i < 10; ++i) {
        std::vector<HandshakeStep> steps;
        options.steps = [&](const HandshakeStep& step) {
            if (step.state == StepState::Done)
                steps.push_back(step);
        };
        QVERIFY(shakeHands(link, credentialFor(options.method), options));
        const QByteArray keys = sessionKeysOf(steps);
        QVERIFY(!keys.isEmpty());
        QVERIFY(std::find(seen.begin(), seen.end(), keys) == seen.end());
        seen.push_back(keys);
    }
}

void TestHandshake::credential_of_the_wrong_kind()
{
    HandshakeCard card;
    InProcessLink link(card);
    Tape tape(link);
    const Result<Handshake> first = shakeHands(tape.link, keysOf(Role::Dms), optionsFor(HandshakeMethod::Scp11a));
    QVERIFY(!first);
    QCOMPARE(first.error().kind, ErrorKind::NotAllowed);
    const Result<Handshake> second =
        shakeHands(tape.link, certificateOf(Role::Dms), optionsFor(HandshakeMethod::Scp03));
    QVERIFY(!second);
    QCOMPARE(second.error().kind, ErrorKind::NotAllowed);
    const Result<Handshake> third =
        shakeHands(tape.link, certificateOf(Role::Dms), optionsFor(HandshakeMethod::Scp11a, SecurityLevel::CommandMac));
    QVERIFY(!third);
    QVERIFY(tape.exchanges.empty());
}

void TestHandshake::unknown_key_version()
{
    HandshakeCard card;
    card.keySets.erase(0x32);
    InProcessLink link(card);
    const Result<Handshake> shaken = shakeHands(link, keysOf(Role::Dms), optionsFor(HandshakeMethod::Scp03));
    QVERIFY(!shaken);
    QCOMPARE(shaken.error().kind, ErrorKind::Card);
    QVERIFY2(shaken.error().what.contains(QStringLiteral("version 32")), qPrintable(shaken.error().what));
}

int run(int argc, char** argv)
{
    return test::run<QCoreApplication, TestHandshake>(argc, argv);
}

} // namespace dmsc::tst_handshake

#include "tst_handshake.moc"
