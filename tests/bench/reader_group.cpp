// SPDX-License-Identifier: Apache-2.0
// A card in a reader of the real pcscd, which is vpcd's: our link beside bare SCardTransmit on the same stack.
#include "cardio/card/card_reader.h"
#include "cardio/desk/emulated_card.h"
#include "cardio/desk/side_session.h"
#include "cardio/link/atr.h"
#include "cardio/link/recorded_link.h"
#include "cardio/pcsc/pcsc_link.h"
#include "cardio/vpcd/vpcd_plug.h"
#include "tests/bench/bench.h"
#include "tests/cardio/handshake_rig.h"
#include "tests/support/pcscd_rig.h"

#include <winscard.h>

#include <cstdio>
#include <stdexcept>

namespace dmsc::bench {

namespace {

constexpr int kRounds = 7; ///< bare and ours take turns
constexpr double kShareWanted = 0.9;
constexpr double kTimesWanted = 2;

/// Answers as many bytes as P1 P2 say.
class BytesCard final : public CardEndpoint
{
public:
    [[nodiscard]] Bytes process(ByteView command) override
    {
        Bytes answer((std::size_t{command[2]} << 8U | command[3]) + 2, 0x5A);
        answer[answer.size() - 2] = 0x90;
        answer.back() = 0x00;
        return answer;
    }
    void reset() override { }
    [[nodiscard]] Bytes atr() const override { return emulatedCardAtr(); }
};

Bytes readCommand(std::size_t size)
{
    // Le follows, in the short form where that does.
    Bytes command(size <= kMaxShortLe ? 5 : 7, 0x00);
    command[1] = 0xB0;
    command[2] = static_cast<std::uint8_t>(size >> 8U);
    command[3] = static_cast<std::uint8_t>(size);
    return command;
}

class BareCard
{
public:
    BareCard()
    {
        DWORD protocol = 0;
        if (SCardEstablishContext(SCARD_SCOPE_SYSTEM, nullptr, nullptr, &m_context) != SCARD_S_SUCCESS
            || SCardConnect(m_context, qPrintable(test::PcscdRig::reader()), SCARD_SHARE_SHARED, SCARD_PROTOCOL_T1,
                   &m_card, &protocol)
                != SCARD_S_SUCCESS)
            throw std::runtime_error("the bare program cannot connect");
    }
    ~BareCard()
    {
        SCardDisconnect(m_card, SCARD_LEAVE_CARD);
        SCardReleaseContext(m_context);
    }
    BareCard(const BareCard&) = delete;
    BareCard& operator=(const BareCard&) = delete;

    void transmit(const Bytes& command)
    {
        DWORD size = m_answer.size();
        if (SCardTransmit(m_card, SCARD_PCI_T1, command.data(), command.size(), nullptr, m_answer.data(), &size)
            != SCARD_S_SUCCESS)
            throw std::runtime_error("the bare program cannot transmit");
    }

private:
    SCARDCONTEXT m_context = 0;
    SCARDHANDLE m_card = 0;
    Bytes m_answer = Bytes(MAX_BUFFER_SIZE_EXTENDED);
};

/// Milliseconds per answer of that size.
struct Costs
{
    double bare = 0;
    double ours = 0;
};

Costs measure(BareCard& bare, PcscLink& link, std::size_t size, int times)
{
    const Bytes command = readCommand(size);
    std::vector<double> bareRuns;
    std::vector<double> ourRuns;
    for (int round = 0; round < kRounds; ++round) {
        bareRuns.push_back(wallMs([&] {
            for (int i = 0; i < times; ++i)
                bare.transmit(command);
        }));
        ourRuns.push_back(wallMs([&] {
            for (int i = 0; i < times; ++i)
                (void)must(link.transmit(command));
        }));
    }
    return {median(bareRuns) / times, median(ourRuns) / times};
}

void reportCosts(const std::string& name, const Costs& costs, std::size_t size)
{
    const auto perSecond = [](double ms) { return 1e3 / ms; };
    const auto megabytes = [size](double ms) { return static_cast<double>(size) / ms / 1e3; };
    report({.name = "reader." + name + ".apdus",
        .value = perSecond(costs.ours),
        .unit = "1/s",
        .target = kShareWanted * perSecond(costs.bare),
        .peer = "bare SCardTransmit",
        .peerValue = perSecond(costs.bare)});
    report({.name = "reader." + name + ".bytes",
        .value = megabytes(costs.ours),
        .unit = "MB/s",
        .target = kShareWanted * megabytes(costs.bare),
        .peer = "bare SCardTransmit",
        .peerValue = megabytes(costs.bare)});
}

void waitForCard()
{
    if (!test::PcscdRig::waitFor(ReaderStatus::Card))
        throw std::runtime_error("the card does not go into the reader");
}

VpcdAddress slot(const test::PcscdRig& pcscd)
{
    return must(VpcdAddress::parse(pcscd.address()));
}

/// Milliseconds that a byte takes in the largest blocks.
double reportLink(const test::PcscdRig& pcscd)
{
    const VpcdPlug plug(
        slot(pcscd), [] { return std::unique_ptr<CardEndpoint>(std::make_unique<BytesCard>()); },
        [](const PlugState&) {});
    waitForCard();
    BareCard bare;
    const auto link = must(PcscLink::open(test::PcscdRig::reader()));
    (void)measure(bare, *link, 256, 200); // what is cold is not counted
    reportCosts("256", measure(bare, *link, 256, 1500), 256);
    const Costs large = measure(bare, *link, kMaxResponseData, 300);
    reportCosts("64k", large, kMaxResponseData);
    return large.bare / static_cast<double>(kMaxResponseData);
}

void reportDemoCard(const test::PcscdRig& pcscd, double msPerByte)
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("card"));
    must(createCard(path, {true, {}}));
    const VpcdPlug plug(
        slot(pcscd), [path] { return EmulatedCard::open(path); }, [](const PlugState&) {});
    waitForCard();
    const auto link = must(PcscLink::open(test::PcscdRig::reader()));
    std::size_t bytes = 0;
    RecordedLink counted(*link, [&bytes](const Exchange& exchange) {
        bytes += exchange.command.size() + (exchange.response ? exchange.response->size() : 0);
    });
    std::vector<double> opens;
    std::vector<double> reads;
    std::vector<double> floors;
    RefreshReport last;
    for (int round = 0; round < kRounds; ++round) {
        must(counted.reset());
        std::unique_ptr<CardClient> client;
        opens.push_back(wallMs([&] { client = must(CardClient::open(counted, Scp03KeySet::test())); }));
        TreeClient session(*client);
        CardReader reader(*client, session);
        bytes = 0;
        reads.push_back(wallMs([&] { last = must(reader.refresh()); }));
        floors.push_back(msPerByte * static_cast<double>(bytes));
    }
    report({.name = "reader.demo_card.handshake", .value = median(opens), .unit = "ms"});
    report({.name = "reader.demo_card.read",
        .value = median(reads),
        .unit = "ms",
        .target = kTimesWanted * median(floors),
        .peer = "its bytes in the largest blocks",
        .peerValue = median(floors)});
    report({.name = "reader.demo_card.read.pairs", .value = static_cast<double>(last.pairs), .unit = "command pairs"});
    report({.name = "reader.demo_card.read.bytes", .value = static_cast<double>(bytes), .unit = "bytes"});
}

/// Command pairs that the operations of a side cost, as its records tell.
void reportPairs(const test::PcscdRig& pcscd)
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("card"));
    must(createCard(path, {true, {}}));
    const VpcdPlug plug(
        slot(pcscd), [path] { return EmulatedCard::open(path); }, [](const PlugState&) {});
    waitForCard();
    int pairs = 0;
    SideOptions options;
    options.cacheFolder = folder.filePath(QStringLiteral("cache"));
    options.records = RecordOutlet([&pairs](Record&& record) { pairs += record.layer == Layer::Apdu ? 1 : 0; });
    const auto tell = [&pairs](const char* name) {
        report({.name = std::string("reader.pairs.") + name,
            .value = static_cast<double>(std::exchange(pairs, 0)),
            .unit = "command pairs"});
    };
    auto side = must(SideSession::open({Where::Kind::Reader, test::PcscdRig::reader()}, options));
    tell("open_first_time");
    must(side->reload());
    tell("reload_unchanged");
    Operation change;
    change.side = Side::Card;
    change.kind = Operation::Kind::Add;
    change.uri = must(Uri::parse("./Bench"));
    Tree added;
    (void)must(added.add(Tree::root(), {"Bench", Format::Chr, {}, "1", {}, {}, {}, {}}));
    change.added = takeSubtree(added, added.children(Tree::root()).front());
    if (!allGood(must(side->apply({change}))))
        throw std::runtime_error("the card refuses a change");
    tell("apply_one_change");
    must(side->explore());
    tell("explore_files");
    side.reset();
    side = must(SideSession::open({Where::Kind::Reader, test::PcscdRig::reader()}, options));
    tell("open_again");
}

/// Messages of 64,000 bytes there and back under the channel, beside the same without it.
void reportChannel(const test::PcscdRig& pcscd)
{
    constexpr std::size_t kPayload = 64'000;
    constexpr double kSharePercent = 80;
    const VpcdPlug plug(
        slot(pcscd), [] { return std::unique_ptr<CardEndpoint>(std::make_unique<test::HandshakeCard>()); },
        [](const PlugState&) {});
    waitForCard();
    const auto link = must(PcscLink::open(test::PcscdRig::reader()));
    const Handshake shaken =
        must(shakeHands(*link, test::keysOf(Role::Issuer), test::optionsFor(HandshakeMethod::Scp03)));
    const CommandApdu command{0x80, 0x10, 0, 0, Bytes(kPayload, 0x5A), kMaxExtendedLe, true};
    // An application that gives back what it gets, too, but asks for no handshake.
    const CommandApdu plain{
        0x80, test::HandshakeCard::kInsPlainEcho, 0, 0, Bytes(kPayload, 0x5A), kMaxExtendedLe, true};
    std::vector<double> securedRuns;
    std::vector<double> plainRuns;
    for (int round = 0; round < 5 * kRounds; ++round) {
        plainRuns.push_back(wallMs([&] { (void)must(send(*link, plain)); }));
        securedRuns.push_back(wallMs([&] { (void)must(send(*link, *shaken.channel, command)); }));
    }
    report({.name = "reader.channel.share",
        .value = 100 * median(plainRuns) / median(securedRuns),
        .unit = "%",
        .target = kSharePercent});
}

} // namespace

void reader()
{
    if (const QString lacks = test::PcscdRig::missing(); !lacks.isEmpty()) {
        std::fprintf(stderr, "dmsc-bench: reader: %s\n", qPrintable(lacks));
        return;
    }
    try {
        test::PcscdRig pcscd;
        if (!pcscd.start())
            throw std::runtime_error("pcscd does not start");
        const double msPerByte = reportLink(pcscd);
        QThread::msleep(500); // pcscd notices a card that is out
        reportDemoCard(pcscd, msPerByte);
        QThread::msleep(500);
        reportPairs(pcscd);
        QThread::msleep(500);
        reportChannel(pcscd);
    } catch (const std::runtime_error& error) {
        std::fprintf(stderr, "dmsc-bench: %s\n", error.what());
    }
}

} // namespace dmsc::bench
