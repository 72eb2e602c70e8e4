// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cardio/apdu/cla.h"
#include "cardio/channel/card_handshakes.h"
#include "cardio/channel/demo_pki.h"
#include "cardio/channel/handshake.h"
#include "cardio/link/atr.h"
#include "cardio/link/card_endpoint.h"
#include "cardio/link/in_process_link.h"
#include "tests/cardio/parted_answer.h"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

namespace dmsc::test {

/// A time at which all demo certificates are valid.
inline QDateTime goodTime()
{
    return {QDate(2026, 1, 1), QTime(12, 0), Qt::UTC};
}

/// A card with every handshake and one command that gives back its data, chained ones put together.
class HandshakeCard final : public CardEndpoint
{
public:
    /// The same without a channel, for comparison.
    static constexpr std::uint8_t kInsPlainEcho = 0x12;

    explicit HandshakeCard(bool extended = true)
        : handshakes(store(), Bytes{0xF0, 0x44, 0x4D, 0x53, 0x43})
        , m_extended(extended)
    {
        for (const Role role : {Role::Issuer, Role::Device, Role::Dms, Role::Application}) {
            const DemoKeySet demo = demoKeySet(role);
            add({.keys = demo.keys, .macSize = demo.macSize});
        }
    }
    HandshakeCard(const HandshakeCard&) = delete;
    HandshakeCard& operator=(const HandshakeCard&) = delete;

    void add(Scp03CardConfig config)
    {
        const auto version = static_cast<std::uint8_t>(config.keys.version);
        keySets.insert_or_assign(version, CardKeySet{std::move(config), SequenceCounter::First, 3});
    }

    [[nodiscard]] Bytes process(ByteView bytes) override
    {
        const Result<CommandApdu> command = parseCommand(bytes);
        if (!command)
            return encodeStatus(StatusWord::WrongLength);
        if (command->ins == 0xC0)
            return m_answer.next(*command);
        if (command->ins == kInsPlainEcho)
            return m_answer.begin({command->data, StatusWord::Ok}, *command);
        if (!CardHandshakes::isHandshake(*command))
            return secured(*command);
        if (hasSecureMessaging(command->cla))
            return m_answer.begin(handshakes.handshake(*command), *command);
        const std::optional<CommandApdu> whole = add(m_bare, *command);
        return whole ? m_answer.begin(handshakes.handshake(*whole), *command) : encodeStatus(StatusWord::Ok);
    }
    void reset() override
    {
        handshakes.close();
        m_bare.clear();
        m_answer.drop();
        chain.clear();
    }
    [[nodiscard]] Bytes atr() const override { return m_extended ? emulatedCardAtr() : Bytes{0x3B, 0x00}; }

    std::map<std::uint8_t, CardKeySet> keySets;
    QDateTime now = goodTime();
    std::function<CardResult<void>(const CardPeer&)> accept;
    DemoPki pki = demoPki().value();
    std::vector<Certificate> anchors = {pki.authority};
    bool storesTries = true; ///< and marks
    std::set<Digest> used; ///< by SCP11c
    CardHandshakes handshakes;
    Bytes chain; ///< of a command under the channel, half sent
    int executed = 0;

private:
    CardHandshakeStore store()
    {
        CardHandshakeStore made;
        made.keySet = [this](std::uint8_t version) -> std::optional<CardKeySet> {
            const auto found = version == 0 ? keySets.begin() : keySets.find(version);
            return found == keySets.end() ? std::nullopt : std::optional<CardKeySet>(found->second);
        };
        made.keyPair = [this](std::uint8_t version) { return keyPair(version); };
        made.storeCounter = [this](std::uint8_t version, SequenceCounter next) -> Result<void> {
            keySets.at(version).next = next;
            return {};
        };
        made.storeTry = [this](std::uint8_t version, bool succeeded) -> Result<void> {
            if (!storesTries)
                return fail(ErrorKind::Io, QStringLiteral("full"));
            std::uint8_t& tries = keySets.at(version).triesLeft;
            tries = succeeded ? std::uint8_t{3} : static_cast<std::uint8_t>(tries - 1);
            return {};
        };
        made.accept = [this](const CardPeer& peer) { return accept ? accept(peer) : CardResult<void>(); };
        made.now = [this] { return now; };
        made.isUsed = [this](const Digest& key) { return used.contains(key); };
        made.markUsed = [this](const Digest& key) -> Result<void> {
            if (!storesTries)
                return fail(ErrorKind::Io, QStringLiteral("full"));
            used.insert(key);
            return {};
        };
        made.ephemeral = [this](Curve curve) { return ephemeral ? ephemeral(curve) : PrivateKey::generate(curve); };
        return made;
    }

    std::optional<CardKeyPair> keyPair(std::uint8_t version) const
    {
        if (version == 0 || version == kDemoCardKeyP256)
            return CardKeyPair{kDemoCardKeyP256, pki.card.key, {pki.card.certificate}, anchors};
        if (version == kDemoCardKeyP384)
            return CardKeyPair{kDemoCardKeyP384, pki.cardP384.key, {pki.cardP384.certificate}, anchors};
        return std::nullopt;
    }

    static std::optional<CommandApdu> add(Bytes& begun, CommandApdu part)
    {
        begun.insert(begun.end(), part.data.begin(), part.data.end());
        if (isChained(part.cla))
            return std::nullopt;
        part.data = std::exchange(begun, {});
        return part;
    }

    Bytes secured(const CommandApdu& command)
    {
        const CardResult<CommandApdu> plain = handshakes.unwrap(command);
        if (!plain) {
            chain.clear();
            return encodeStatus(plain.error());
        }
        const bool inside = CardHandshakes::isHandshakeInside(*plain);
        const std::optional<CommandApdu> whole = add(inside ? m_bare : chain, *plain);
        if (!whole)
            return m_answer.begin(handshakes.wrap({}), command);
        if (inside)
            return m_answer.begin(handshakes.wrap(handshakes.handshakeInside(*whole)), command);
        ++executed;
        return m_answer.begin(handshakes.wrap({whole->data, StatusWord::Ok}), command);
    }

public:
    std::function<Result<PrivateKey>(Curve)> ephemeral;

private:
    Bytes m_bare;
    PartedAnswer m_answer;
    bool m_extended;
};

inline Credential keysOf(Role role)
{
    const DemoKeySet demo = demoKeySet(role);
    return KeySetCredential{demo.keys, demo.macSize};
}

inline CertificateCredential certificateOf(Role role, Curve curve = Curve::P256)
{
    CertifiedKey own = demoCertifiedKey(role, curve).value();
    return {std::move(own.key), {std::move(own.certificate)}, {demoPki().value().authority},
        curve == Curve::P256 ? kDemoCardKeyP256 : kDemoCardKeyP384};
}

inline HandshakeOptions optionsFor(HandshakeMethod method, SecurityLevel level = SecurityLevel::All)
{
    HandshakeOptions options;
    options.method = method;
    options.level = level;
    options.as = Role::Dms;
    options.aid = Bytes{0xF0, 0x44, 0x4D, 0x53, 0x43};
    options.time = goodTime();
    return options;
}

/// The channel works in both directions.
inline bool echoes(Link& link, SecureChannel& channel, const Bytes& data)
{
    const Result<ResponseApdu> answer = send(link, channel, {0x80, 0x10, 0, 0, data, kMaxShortLe, false});
    return answer && answer->sw == StatusWord::Ok && answer->data == data;
}

} // namespace dmsc::test
