// SPDX-License-Identifier: Apache-2.0
// Handshakes of every method in process, and what the channel behind them costs.
#include "cardio/channel/aes.h"
#include "cardio/link/recorded_link.h"
#include "tests/bench/bench.h"
#include "tests/cardio/handshake_rig.h"

#include <cstdio>
#include <malloc.h>
#include <stdexcept>

namespace dmsc::bench {

namespace {

constexpr int kHandshakes = 100;
constexpr int kMessages = 100;
constexpr std::size_t kPayload = 64'000; ///< fits one command, protected or not
constexpr HandshakeMethod kMethods[] = {
    HandshakeMethod::Scp03, HandshakeMethod::Scp11a, HandshakeMethod::Scp11b, HandshakeMethod::Scp11c};

Credential credentialFor(HandshakeMethod method)
{
    return method == HandshakeMethod::Scp03 ? test::keysOf(Role::Dms) : Credential(test::certificateOf(Role::Dms));
}

std::string nameOf(HandshakeMethod method)
{
    return "handshake." + methodName(method).toLower().toStdString();
}

void reportHandshakes(HandshakeMethod method)
{
    test::HandshakeCard card;
    InProcessLink link(card);
    const Credential credential = credentialFor(method);
    const HandshakeOptions options = test::optionsFor(method);
    std::size_t pairs = 0;
    std::size_t bytes = 0;
    RecordedLink counted(link, [&](const Exchange& exchange) {
        ++pairs;
        bytes += exchange.command.size() + (exchange.response ? exchange.response->size() : 0);
    });
    (void)must(shakeHands(counted, credential, options));
    report({.name = nameOf(method) + ".pairs", .value = static_cast<double>(pairs), .unit = "command pairs"});
    report({.name = nameOf(method) + ".bytes", .value = static_cast<double>(bytes), .unit = "bytes"});
    const double ms = cpuMs([&] {
        for (int i = 0; i < kHandshakes; ++i)
            (void)must(shakeHands(link, credential, options));
    });
    report({.name = nameOf(method) + ".per_second", .value = kHandshakes / ms * 1e3, .unit = "1/s"});
}

/// Gives back what it gets, without a channel.
class PlainCard final : public CardEndpoint
{
public:
    [[nodiscard]] Bytes process(ByteView command) override
    {
        Result<CommandApdu> parsed = parseCommand(command);
        return parsed ? ResponseApdu{std::move(parsed->data), StatusWord::Ok}.encode().value_or(Bytes{}) : Bytes{};
    }
    void reset() override { }
    [[nodiscard]] Bytes atr() const override { return emulatedCardAtr(); }
};

CommandApdu message()
{
    return {0x80, 0x10, 0, 0, Bytes(kPayload, 0x5A), kMaxExtendedLe, true};
}

/// Milliseconds for kMessages there and back.
double plainMs()
{
    PlainCard card;
    InProcessLink link(card);
    const CommandApdu command = message();
    return medianMs(5, [&] {
        for (int i = 0; i < kMessages; ++i)
            (void)must(send(link, command));
    });
}

double securedMs(SecurityLevel level)
{
    test::HandshakeCard card;
    InProcessLink link(card);
    const Handshake shaken =
        must(shakeHands(link, test::keysOf(Role::Issuer), test::optionsFor(HandshakeMethod::Scp03, level)));
    const CommandApdu command = message();
    return medianMs(5, [&] {
        for (int i = 0; i < kMessages; ++i)
            (void)must(send(link, *shaken.channel, command));
    });
}

/// Of that, AES alone at level 33: both ends encrypt or decrypt and take a MAC, there and back.
double cipherMs()
{
    const AesKey key = AesKey::from(Bytes(16, 0x11)).value();
    AesCmac mac = must(AesCmac::create(key));
    AesCbc encrypt = must(AesCbc::create(key, AesCbc::Direction::Encrypt));
    AesCbc decrypt = must(AesCbc::create(key, AesCbc::Direction::Decrypt));
    Bytes data(kPayload, 0x5A);
    const auto oneWay = [&] {
        (void)encrypt.run({}, data);
        (void)must(mac.over({data}));
        (void)must(mac.over({data}));
        (void)decrypt.run({}, data);
    };
    return medianMs(5, [&] {
        for (int i = 0; i < 2 * kMessages; ++i)
            oneWay();
    });
}

void reportThroughput()
{
    // Else pages are given back to the kernel and taken again with each message, and that is what is measured.
    constexpr int kKeep = 64 << 20;
    (void)mallopt(M_TRIM_THRESHOLD, kKeep);
    const double plain = plainMs();
    const auto megabytes = [](double ms) { return 2.0 * kPayload * kMessages / ms / 1e3; };
    for (const SecurityLevel level : {SecurityLevel::CommandMac, SecurityLevel::BothMac, SecurityLevel::All}) {
        const double ms = securedMs(level);
        const std::string name =
            "handshake.channel.level_" + QString::number(static_cast<int>(level), 16).toStdString();
        report({.name = name + ".throughput",
            .value = megabytes(ms),
            .unit = "MB/s",
            .peer = "the same messages without a channel",
            .peerValue = megabytes(plain)});
        // In process nothing but memory is copied without a channel: what share is wanted is the reader group's.
        report({.name = name + ".share", .value = 100 * plain / ms, .unit = "%"});
        // What is left of 100 is ours: copies, pages of memory, bookkeeping.
        if (level == SecurityLevel::All)
            report({.name = name + ".cipher", .value = 100 * cipherMs() / ms, .unit = "% of the time"});
    }
}

} // namespace

void handshake()
{
    try {
        for (const HandshakeMethod method : kMethods)
            reportHandshakes(method);
        reportThroughput();
    } catch (const std::runtime_error& error) {
        std::fprintf(stderr, "dmsc-bench: %s\n", error.what());
    }
}

} // namespace dmsc::bench
