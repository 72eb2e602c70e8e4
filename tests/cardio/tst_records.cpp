// SPDX-License-Identifier: Apache-2.0
#include "cardio/desk/card_wire.h"
#include "cardio/desk/reader_records.h"
#include "cardio/flows/flow.h"
#include "cardio/handset/accounts.h"
#include "cardio/handset/emulated_handset.h"
#include "cardio/session/recorded_user.h"
#include "cardio/session/scripted_user.h"
#include "cardio/session/tree_client.h"
#include "tests/support/run_test.h"

#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <set>

namespace dmsc::tst_records {

namespace {

/// The demo pair and everything that it says.
struct Rig
{
    Rig()
    {
        if (!createHandset(path("handset"), {true, {}}) || !createCard(path("card"), {true, {}}))
            qFatal("no images");
        SideOptions options;
        options.records = records;
        auto left = SideSession::open({Where::Kind::Handset, path("handset")}, options);
        auto right = SideSession::open({Where::Kind::Card, path("card")}, options);
        if (!left || !right)
            qFatal("not opened");
        device = std::move(*left);
        card = std::move(*right);
    }
    [[nodiscard]] QString path(const char* name) const { return folder.filePath(QLatin1String(name)); }
    FlowReport run(FlowKind kind)
    {
        said.clear();
        ScriptedUser user(PromptAnswer::Verdict::Yes);
        FlowOutside outside;
        outside.user = &user;
        outside.records = records;
        request.kind = kind;
        FlowReport report = runFlow(request, {device.get(), card.get()}, outside);
        asked = user.asked().size();
        return report;
    }

    QTemporaryDir folder;
    FlowRequest request;
    std::vector<Record> said;
    RecordOutlet records{[this](Record record) { said.push_back(std::move(record)); }, steadyRecordClock()};
    std::size_t asked = 0;
    std::unique_ptr<SideSession> device;
    std::unique_ptr<SideSession> card;
};

QStringList troubles(const std::vector<Record>& said)
{
    QStringList all;
    for (const Record& record : said)
        if (record.level == StatusLevel::Error || record.level == StatusLevel::Warning)
            all += record.name + QLatin1Char(' ') + record.target + QLatin1Char(' ') + record.status;
    return all;
}

/// A reader's card that other programs share; it answers 9000, and 6102 to what ends a chain.
class SharedCard final : public Link
{
public:
    Result<Bytes> transmit(ByteView command) override
    {
        return command[1] == 0xE2 && command[0] == 0x80 ? Bytes{0x61, 0x02} : Bytes{0x90, 0x00};
    }
    Result<void> reset() override { return {}; }
    Bytes atr() const override { return {0x3B, 0x00}; }
    bool extendedLength() const override { return false; }
    bool isShared() const override { return true; }
};

std::size_t count(const std::vector<Record>& records, Layer layer, ExchangeId exchange)
{
    return static_cast<std::size_t>(std::count_if(records.begin(), records.end(),
        [&](const Record& one) { return one.layer == layer && one.exchange == exchange; }));
}

bool isMessage(const Record& record)
{
    return record.layer == Layer::SyncMl && !record.continuation;
}

bool isStatus(const Record& record)
{
    return record.layer == Layer::SyncMl && record.continuation;
}

const Record* named(const std::vector<Record>& records, Layer layer, const QString& name)
{
    const auto found = std::find_if(
        records.begin(), records.end(), [&](const Record& one) { return one.layer == layer && one.name == name; });
    return found == records.end() ? nullptr : &*found;
}

/// Where `secret` can be read although nothing marks it; empty: nowhere.
QString leak(const std::vector<Record>& records, const QByteArray& secret)
{
    for (const Record& record : records)
        for (const RecordPart part : {RecordPart::Request, RecordPart::Response}) {
            const QByteArray& bytes = part == RecordPart::Request ? record.request : record.response;
            for (qsizetype at = bytes.indexOf(secret); at >= 0; at = bytes.indexOf(secret, at + 1)) {
                const bool hidden =
                    std::any_of(record.secrets.begin(), record.secrets.end(), [&](const ByteRange& range) {
                        return range.part == part && range.offset <= at
                            && at + secret.size() <= qsizetype{range.offset} + range.length;
                    });
                if (!hidden)
                    return layerName(record.layer) + QLatin1Char(' ') + record.name + QLatin1Char(' ') + record.target;
            }
        }
    return {};
}

} // namespace

class TestRecords : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void DM_SC_GEN_20_aMessageKnowsTheApdusThatCarriedIt_data();
    void DM_SC_GEN_20_aMessageKnowsTheApdusThatCarriedIt();
    void DM_SC_GEN_20_everyStatusFollowsItsMessage_data();
    void DM_SC_GEN_20_everyStatusFollowsItsMessage();
    void DM_SC_GEN_20_whatIsAskedForAndGoneIsNoError();
    void DM_SC_GEN_20_whatIsLookedForAndNotThereIsNoError();
    void DM_SC_GEN_20_theRelayedMessageIsOneExchange();
    void DM_SC_GEN_20_promptsHandshakesNotificationsAndFilesAreRows();
    void DM_SC_GEN_20_whatWasSealedIsShownOpen();
    void DM_SC_GEN_20_secretsAreMarkedInEveryFlow_data();
    void DM_SC_GEN_20_secretsAreMarkedInEveryFlow();
    void DM_SC_GEN_20_whatTheUserEntersUnseenIsSecret();
    void DM_SC_GEN_20_aChainIsOneGroup();
    void DM_SC_GEN_20_transactionsAreRows();
    void DM_SC_GEN_20_readersAndTheirCardsAreRows();
};

void TestRecords::DM_SC_GEN_20_aMessageKnowsTheApdusThatCarriedIt_data()
{
    QTest::addColumn<int>("kind");
    QTest::newRow("uc1") << static_cast<int>(FlowKind::Uc1);
    QTest::newRow("uc1-a1") << static_cast<int>(FlowKind::Uc1A1);
    QTest::newRow("uc2") << static_cast<int>(FlowKind::Uc2);
    QTest::newRow("uc2-a1") << static_cast<int>(FlowKind::Uc2A1);
}

void TestRecords::DM_SC_GEN_20_aMessageKnowsTheApdusThatCarriedIt()
{
    QFETCH(int, kind);
    Rig rig;
    const FlowReport report = rig.run(static_cast<FlowKind>(kind));
    QVERIFY2(report.done, qPrintable(report.outcome));
    std::set<std::uint32_t> seen;
    for (const Record& record : rig.said) {
        const bool overCard = isMessage(record) && (record.from == Actor::Card || record.to == Actor::Card);
        if (!overCard)
            continue;
        QVERIFY2(record.exchange.value != 0, qPrintable(record.target));
        QVERIFY2(count(rig.said, Layer::Apdu, record.exchange) > 0, qPrintable(record.target));
        seen.insert(record.exchange.value);
    }
    QVERIFY(!seen.empty());
    for (const Record& record : rig.said)
        if (record.layer == Layer::Apdu)
            QVERIFY2(record.exchange.value != 0, qPrintable(record.name));
    // A step leads to its rows.
    for (const FlowStep& step : report.steps)
        if (step.state == StepState::Done && step.from != step.to && step.to != Actor::User)
            QVERIFY2(step.exchange.value == 0
                    || std::any_of(rig.said.begin(), rig.said.end(),
                        [&](const Record& one) { return one.exchange == step.exchange; }),
                qPrintable(step.id));
}

void TestRecords::DM_SC_GEN_20_everyStatusFollowsItsMessage_data()
{
    DM_SC_GEN_20_aMessageKnowsTheApdusThatCarriedIt_data();
}

void TestRecords::DM_SC_GEN_20_everyStatusFollowsItsMessage()
{
    QFETCH(int, kind);
    Rig rig;
    QVERIFY(rig.run(static_cast<FlowKind>(kind)).done);
    const Record* head = nullptr;
    std::size_t statuses = 0;
    for (const Record& record : rig.said) {
        if (isStatus(record)) {
            QVERIFY2(head && isMessage(*head), qPrintable(record.name));
            QVERIFY(record.exchange == head->exchange);
            QVERIFY2(!record.name.isEmpty() && record.status.toInt() >= 200, qPrintable(record.name));
            QVERIFY(record.level != StatusLevel::None);
            ++statuses;
        } else {
            head = &record;
        }
    }
    QVERIFY(statuses > 0);
}

void TestRecords::DM_SC_GEN_20_whatIsAskedForAndGoneIsNoError()
{
    Rig rig;
    const auto uri = Uri::parse("./AP/mms");
    for (SideSession* side : {rig.device.get(), rig.card.get()}) {
        const NodeId there = side->tree().find(*uri);
        QVERIFY(there != kNoNode);
        Operation gone;
        gone.side = side == rig.card.get() ? Side::Card : Side::Device;
        gone.kind = Operation::Kind::Delete;
        gone.uri = *uri;
        gone.removed = takeSubtree(side->tree(), there);
        const auto results = side->apply({gone});
        QVERIFY(results && allGood(*results));
        QVERIFY(side->reload());
        QVERIFY(side->tree().find(*uri) == kNoNode);
    }
    QCOMPARE(troubles(rig.said), QStringList());
}

void TestRecords::DM_SC_GEN_20_whatIsLookedForAndNotThereIsNoError()
{
    Rig rig;
    rig.said.clear();
    QVERIFY(rig.card->explore());
    QVERIFY(std::ranges::any_of(rig.said, [](const Record& record) { return record.status == u"6982"; }));
    QCOMPARE(troubles(rig.said), QStringList());
    // A card without the application, which is read as files.
    rig.card.reset();
    QVERIFY(createCard(rig.path("uicc"), {true, {}, true}));
    rig.said.clear();
    SideOptions options;
    options.records = rig.records;
    QVERIFY(SideSession::open({Where::Kind::Card, rig.path("uicc")}, options));
    QVERIFY(!rig.said.empty());
    QCOMPARE(troubles(rig.said), QStringList());
}

void TestRecords::DM_SC_GEN_20_theRelayedMessageIsOneExchange()
{
    Rig rig;
    QVERIFY(rig.run(FlowKind::Uc2A1).done);
    std::size_t relayed = 0;
    for (const Record& record : rig.said) {
        if (!isMessage(record) || record.from != Actor::Server || record.to != Actor::Card)
            continue;
        ++relayed;
        // The server's message to the card, the DM messages to the device that carried it, and the APDUs.
        QVERIFY(count(rig.said, Layer::SyncMl, record.exchange) > 2);
        QVERIFY(count(rig.said, Layer::Apdu, record.exchange) > 0);
    }
    QCOMPARE(relayed, std::size_t{2}); // Get, then Add in an Atomic
    for (const Record& record : rig.said)
        if (record.layer == Layer::Apdu && record.name != QLatin1String("SELECT"))
            QVERIFY2(record.to == Actor::Card, qPrintable(record.name));
}

void TestRecords::DM_SC_GEN_20_promptsHandshakesNotificationsAndFilesAreRows()
{
    Rig rig;
    QVERIFY(named(rig.said, Layer::Storage, QStringLiteral("READ")));
    const Record* reset = named(rig.said, Layer::Reader, QStringLiteral("RESET"));
    QVERIFY(reset && !reset->response.isEmpty()); // the ATR
    QVERIFY(rig.run(FlowKind::Uc1).done);
    // One row per question, however many layers it went through.
    const auto prompts = std::count_if(rig.said.begin(), rig.said.end(),
        [](const Record& one) { return one.layer == Layer::Ui && one.name.startsWith(QLatin1String("PROMPT")); });
    QCOMPARE(static_cast<std::size_t>(prompts), rig.asked);
    QVERIFY(rig.asked > 0);
    QVERIFY(named(rig.said, Layer::Ui, QStringLiteral("NOTICE")));
    const Record* notified = named(rig.said, Layer::Notification, QStringLiteral("Notification"));
    QVERIFY(notified && !notified->request.isEmpty() && !notified->response.isEmpty());
    QVERIFY(count(rig.said, Layer::Apdu, notified->exchange) > 0);
    QVERIFY(named(rig.said, Layer::Storage, QStringLiteral("WRITE"))); // the handset's image
    std::vector<QString> handshake;
    for (const Record& record : rig.said)
        if (record.layer == Layer::SecureChannel && record.name == QLatin1String("SCP03"))
            handshake.push_back(record.status);
    QVERIFY(handshake.size() >= 4); // the flow's, and the one from before again
    for (std::size_t i = 0; i < handshake.size(); ++i)
        QCOMPARE(handshake[i], i % 2 == 0 ? QStringLiteral("begin") : QStringLiteral("ok"));
    // In a flow it is the device that speaks to its card.
    QVERIFY(std::any_of(rig.said.begin(), rig.said.end(),
        [](const Record& one) { return one.layer == Layer::Apdu && one.from == Actor::Device; }));
}

void TestRecords::DM_SC_GEN_20_whatWasSealedIsShownOpen()
{
    Rig rig;
    QVERIFY(rig.card->reload());
    const Record* sealed = nullptr;
    const Record* open = nullptr;
    for (const Record& record : rig.said) {
        if (record.layer == Layer::Apdu && record.name == QLatin1String("SYNC STATUS"))
            sealed = &record;
        if (record.layer == Layer::SecureChannel && record.name == QLatin1String("SYNC STATUS"))
            open = &record;
    }
    QVERIFY(sealed && open);
    QVERIFY(open->continuation && open->exchange == sealed->exchange);
    QVERIFY(open->request.size() < sealed->request.size());
    QVERIFY(open->response.size() < sealed->response.size());
    QCOMPARE(open->status, QStringLiteral("9000"));
}

void TestRecords::DM_SC_GEN_20_secretsAreMarkedInEveryFlow_data()
{
    DM_SC_GEN_20_aMessageKnowsTheApdusThatCarriedIt_data();
}

void TestRecords::DM_SC_GEN_20_secretsAreMarkedInEveryFlow()
{
    QFETCH(int, kind);
    Rig rig;
    std::vector<QByteArray> secrets;
    const auto know = [&](const Tree& tree) {
        for (const DmAccount& account : accountsOf(tree))
            for (const DmSecret* secret : {&account.client, &account.server})
                if (secret->password.size() >= 4)
                    secrets.push_back(QByteArray::fromStdString(secret->password));
    };
    know(rig.device->tree());
    know(rig.card->tree());
    QVERIFY(!secrets.empty());
    const std::vector<Record> opening = rig.said;
    QVERIFY(rig.run(static_cast<FlowKind>(kind)).done);
    for (const QByteArray& secret : secrets) {
        QCOMPARE(leak(opening, secret), QString());
        QCOMPARE(leak(rig.said, secret), QString());
    }
    // And nothing else of a message that was unwrapped: it begins as messages do.
    for (const Record& record : rig.said) {
        const bool unwrapped = record.layer == Layer::SecureChannel && record.name == QStringLiteral("DM MESSAGE");
        const bool fromTheBegin = std::any_of(record.secrets.begin(), record.secrets.end(),
            [](const ByteRange& range) { return range.part == RecordPart::Response && range.offset == 0; });
        QVERIFY(!unwrapped || !fromTheBegin);
    }
    // What proves somebody is marked where it stands.
    if (static_cast<FlowKind>(kind) == FlowKind::Uc2A1)
        QVERIFY(std::any_of(rig.said.begin(), rig.said.end(), [](const Record& one) {
            return one.layer == Layer::SyncMl && one.from == Actor::Server && !one.secrets.empty();
        }));
}

void TestRecords::DM_SC_GEN_20_whatTheUserEntersUnseenIsSecret()
{
    std::vector<Record> said;
    const RecordOutlet records([&](Record record) { said.push_back(std::move(record)); });
    ScriptedUser inner({{PromptAnswer::Verdict::Yes, QStringLiteral("4711"), {}, {}}});
    RecordedUser user(inner, records);
    Prompt prompt;
    prompt.kind = PromptKind::TextInput;
    prompt.options.hidden = true;
    (void)user.ask(prompt);
    QCOMPARE(said.size(), std::size_t{1});
    QCOMPARE(said.front().response, QByteArray("4711"));
    QCOMPARE(leak(said, "4711"), QString());
    QVERIFY(!said.front().status.contains(QLatin1String("4711")));
}

void TestRecords::DM_SC_GEN_20_aChainIsOneGroup()
{
    std::vector<Record> said;
    const RecordOutlet records([&](Record record) { said.push_back(std::move(record)); });
    CardWire wire(std::make_unique<SharedCard>(), records, {});
    const std::vector<Bytes> commands = {{0x00, 0xA4, 0x00, 0x00}, {0x90, 0xE2, 0x00, 0x00, 0x01, 0x11},
        {0x90, 0xE2, 0x00, 0x01, 0x01, 0x22}, {0x80, 0xE2, 0x80, 0x02, 0x01, 0x33}, {0x00, 0xC0, 0x00, 0x00, 0x02},
        {0x00, 0xA4, 0x00, 0x00}};
    for (const Bytes& command : commands)
        QVERIFY(wire.transmit(command));
    QCOMPARE(said.size(), commands.size());
    const std::vector<bool> continues = {false, false, true, true, true, false};
    for (std::size_t i = 0; i < said.size(); ++i) {
        QCOMPARE(said[i].continuation, continues[i]);
        QCOMPARE(said[i].exchange == said[1].exchange, i >= 1 && i <= 4);
    }
}

void TestRecords::DM_SC_GEN_20_transactionsAreRows()
{
    std::vector<Record> said;
    const RecordOutlet records([&](Record record) { said.push_back(std::move(record)); });
    CardWire wire(std::make_unique<SharedCard>(), records, {});
    {
        const auto alone = LinkClaim::take(wire);
        QVERIFY(alone);
        QVERIFY(wire.transmit(Bytes{0x00, 0xA4, 0x00, 0x00}));
    }
    QCOMPARE(said.size(), std::size_t{3});
    QCOMPARE(said[0].name, QStringLiteral("BEGIN TRANSACTION"));
    QCOMPARE(said[1].layer, Layer::Apdu);
    QCOMPARE(said[2].name, QStringLiteral("END TRANSACTION"));
    QVERIFY(said[0].layer == Layer::Reader && said[2].layer == Layer::Reader);
}

void TestRecords::DM_SC_GEN_20_readersAndTheirCardsAreRows()
{
    std::vector<Record> said;
    const RecordOutlet records([&](Record record) { said.push_back(std::move(record)); });
    ReaderList now;
    auto tell = [&, before = ReaderList()]() mutable {
        writeReaderEvents(records, before, now);
        before = now;
    };
    const auto names = [&] {
        QStringList list;
        for (const Record& record : std::exchange(said, {}))
            list << record.name;
        return list.join(QLatin1Char(','));
    };
    now.readers = {{QStringLiteral("Reader"), ReaderStatus::Empty, {}, {}}};
    tell();
    QCOMPARE(names(), QStringLiteral("READER PRESENT"));
    now.readers.front().status = ReaderStatus::Card;
    now.readers.front().atr = {0x3B, 0x00};
    tell();
    QCOMPARE(said.front().response, QByteArray::fromHex("3B00"));
    QCOMPARE(names(), QStringLiteral("CARD PRESENT"));
    tell();
    QCOMPARE(names(), QString()); // nothing has changed
    now.readers.front() = {QStringLiteral("Reader"), ReaderStatus::Empty, {}, {}};
    tell();
    QCOMPARE(names(), QStringLiteral("CARD EMPTY"));
    now = {{}, Error{ErrorKind::Io, QStringLiteral("no service"), {}}};
    tell();
    QCOMPARE(names(), QStringLiteral("PC/SC PROBLEM,READER LOST"));
    now = {};
    tell();
    QCOMPARE(names(), QStringLiteral("PC/SC READY"));
}

int run(int argc, char** argv)
{
    return test::run<QCoreApplication, TestRecords>(argc, argv);
}

} // namespace dmsc::tst_records

#include "tst_records.moc"
