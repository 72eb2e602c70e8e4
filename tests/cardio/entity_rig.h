// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/cardio/card_rig.h"
#include "tests/cardio/handshake_rig.h"

#include "cardio/card/card_interface.h"

namespace dmsc::test {

/// Remembers the status word of the last answer, and how many commands went.
struct LastWord final : Link
{
    explicit LastWord(Link& link)
        : inner(&link)
    {
    }
    [[nodiscard]] Result<Bytes> transmit(ByteView command) override
    {
        ++sent;
        auto answer = inner->transmit(command);
        if (answer && answer->size() >= 2)
            sw = statusWord((*answer)[answer->size() - 2], answer->back());
        return answer;
    }
    [[nodiscard]] Result<void> reset() override { return inner->reset(); }
    [[nodiscard]] Bytes atr() const override { return inner->atr(); }
    [[nodiscard]] bool extendedLength() const override { return inner->extendedLength(); }
    Link* inner;
    StatusWord sw = StatusWord::Ok;
    int sent = 0;
};

/// An emulated card on an image of its own, and a host that shakes hands with it as one entity after the other.
struct EntityRig
{
    explicit EntityRig(CardSetup setup = {})
    {
        setup.sealKey = sealKey();
        if (const auto made = CardImage::create(path(), setup, systemRandom()); !made)
            qFatal("%s", qPrintable(made.error().text()));
        insert();
    }

    [[nodiscard]] QString path() const { return folder.filePath(QStringLiteral("card")); }
    [[nodiscard]] QString sealKey() const { return folder.filePath(QStringLiteral("keys/seal.key")); }

    void insert(StoreProbe probe = {})
    {
        channel.reset();
        link.reset();
        process.reset();
        card.reset();
        CardOutside outside;
        outside.clock = fixedClock();
        outside.now = [this] { return now; };
        outside.sealKey = sealKey();
        auto opened = UiccCard::open(path(), outside, std::move(probe));
        if (!opened)
            qFatal("%s", qPrintable(opened.error().text()));
        card = std::move(*opened);
        process = std::make_unique<InProcessLink>(*card);
        link = std::make_unique<LastWord>(*process);
    }

    StatusWord select()
    {
        channel.reset();
        const CommandApdu command{
            0, card::kInsSelect, 4, 0, Bytes(std::begin(card::kAid), std::end(card::kAid)), kMaxShortLe};
        const auto answer = sendOne(*link, command);
        if (!answer)
            return StatusWord::NoDiagnosis;
        selected = answer->data;
        return answer->sw;
    }

    /// Within the channel that is open, or, without one, after SELECT. Gives the last status word that the card said.
    StatusWord shakeWith(const Credential& credential, HandshakeMethod method, SecurityLevel level = SecurityLevel::All)
    {
        if (!channel)
            (void)select();
        HandshakeOptions options = optionsFor(method, level);
        options.aid = Bytes(std::begin(card::kAid), std::end(card::kAid));
        auto shaken = shakeHands(*link, credential, options, channel.get());
        problem = shaken ? QString() : shaken.error().text();
        if (shaken) {
            channel = std::move(shaken->channel);
            facts = std::move(shaken->facts);
        }
        // The host may see what is wrong before the card does.
        return !shaken && link->sw == StatusWord::Ok ? StatusWord::AuthenticationFailed : link->sw;
    }
    StatusWord shake(Role role, HandshakeMethod method = HandshakeMethod::Scp03,
        SecurityLevel level = SecurityLevel::All, Curve curve = Curve::P256)
    {
        return shakeWith(
            method == HandshakeMethod::Scp03 ? keysOf(role) : Credential(certificateOf(role, curve)), method, level);
    }

    ResponseApdu ask(std::uint8_t ins, std::uint8_t p1 = 0, Bytes data = {})
    {
        if (!channel)
            return {{}, StatusWord::NoDiagnosis};
        auto answer = send(*link, *channel, {0x80, ins, p1, 0, std::move(data), kMaxExtendedLe, true});
        return answer ? *std::move(answer) : ResponseApdu{{}, StatusWord::NoDiagnosis};
    }

    /// The tree that the image holds, read behind the card's back.
    [[nodiscard]] std::string stored() const
    {
        const auto image = CardImage::open(path(), {}, sealKey());
        return image ? textOf(image->tree()) : image.error().text().toStdString();
    }
    [[nodiscard]] int triesLeft(std::uint8_t version) const
    {
        const auto image = CardImage::open(path(), {}, sealKey());
        const auto keys = image ? image->keySet(version) : std::nullopt;
        return keys ? keys->triesLeft : -1;
    }

    QTemporaryDir folder;
    QDateTime now = goodTime();
    std::unique_ptr<UiccCard> card;
    std::unique_ptr<InProcessLink> process;
    std::unique_ptr<LastWord> link;
    std::unique_ptr<SecureChannel> channel;
    HandshakeFacts facts;
    Bytes selected;
    QString problem;
};

inline Scp03CardConfig someKeys(
    std::uint8_t version, std::uint8_t seed, ChallengeKind challenge = ChallengeKind::PseudoRandom)
{
    const auto key = [&seed] {
        std::uint8_t bytes[16];
        for (std::uint8_t& byte : bytes)
            byte = static_cast<std::uint8_t>(seed = static_cast<std::uint8_t>(seed * 7 + 13));
        return AesKey::of(bytes);
    };
    AesKey enc = key();
    AesKey mac = key();
    AesKey dek = key();
    return {.keys = {std::move(enc), std::move(mac), std::move(dek), KeyVersion{version}}, .challenge = challenge};
}

} // namespace dmsc::test
