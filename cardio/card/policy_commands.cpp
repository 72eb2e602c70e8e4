// SPDX-License-Identifier: Apache-2.0
#include "cardio/card/policy_commands.h"

#include "cardio/card/card_interface.h"
#include "cardio/card/policy_rules.h"
#include "cardio/channel/authority_key.h"

namespace dmsc {

namespace {

using Refusal = tl::unexpected<StatusWord>;

constexpr TlvTag kKeyVersion = card::tag::kPolicyKeyVersion;
constexpr TlvTag kEnc{0x82};
constexpr TlvTag kMac{0x83};
constexpr TlvTag kDek{0x84};
constexpr TlvTag kMacSize{0x85};
constexpr TlvTag kChallenge{0x86};
constexpr std::uint8_t kHighestKeyVersion = 0x7F;

std::optional<std::uint8_t> byteIn(const std::vector<Tlv>& tlvs, TlvTag tag)
{
    const auto found = findTlv(tlvs, tag);
    return found && found->value.size() == 1 ? std::optional(found->value[0]) : std::nullopt;
}

std::optional<AesKey> keyIn(const std::vector<Tlv>& tlvs, TlvTag tag)
{
    const auto found = findTlv(tlvs, tag);
    auto key = found ? AesKey::from(found->value) : tl::unexpected(Error{});
    return key ? std::optional(*std::move(key)) : std::nullopt;
}

std::optional<Scp03CardConfig> decodeKeySet(ByteView data)
{
    const auto tlvs = parseTlvs(data);
    if (!tlvs)
        return std::nullopt;
    const auto version = byteIn(*tlvs, kKeyVersion);
    auto enc = keyIn(*tlvs, kEnc);
    auto mac = keyIn(*tlvs, kMac);
    auto dek = keyIn(*tlvs, kDek);
    const std::uint8_t macSize = byteIn(*tlvs, kMacSize).value_or(bytesOf(MacSize::S8));
    const std::uint8_t challenge = byteIn(*tlvs, kChallenge).value_or(1);
    if (!version || *version == 0 || *version > kHighestKeyVersion || !enc || !mac || !dek || challenge > 1
        || (macSize != bytesOf(MacSize::S8) && macSize != bytesOf(MacSize::S16)))
        return std::nullopt;
    return Scp03CardConfig{.keys = {*std::move(enc), *std::move(mac), *std::move(dek), KeyVersion{*version}},
        .macSize = static_cast<MacSize>(macSize),
        .challenge = challenge == 0 ? ChallengeKind::Random : ChallengeKind::PseudoRandom};
}

StatusWord put(ByteView data, CardImage& image)
{
    const auto policy = decodePolicy(data);
    if (!policy)
        return StatusWord::WrongData;
    const HasKeys hasKeys = [&image](const AcceptedMethod& method) {
        return method.method == HandshakeMethod::Scp03 ? image.keySet(method.keyVersion).has_value()
                                                       : image.hasKeyPair(method.keyVersion);
    };
    if (!checkPolicy(*policy, image.policy().blockSize, hasKeys))
        return StatusWord::ConditionsNotSatisfied;
    return image.savePolicy(*policy) ? StatusWord::Ok : StatusWord::MemoryProblem;
}

StatusWord putKeys(ByteView data, CardImage& image)
{
    const auto keys = decodeKeySet(data);
    if (!keys)
        return StatusWord::WrongData;
    return image.saveKeySet(*keys) ? StatusWord::Ok : StatusWord::MemoryProblem;
}

StatusWord resetTries(ByteView data, CardImage& image)
{
    const auto tlvs = parseTlvs(data);
    const auto version = tlvs ? byteIn(*tlvs, kKeyVersion) : std::nullopt;
    if (!version || *version == 0)
        return StatusWord::WrongData;
    if (!image.keySet(*version))
        return StatusWord::ReferenceNotFound;
    return image.saveTry(*version, true) ? StatusWord::Ok : StatusWord::MemoryProblem;
}

/// What the policy accepts but the card has no keys for is left out: nobody comes in by it.
Bytes tries(const CardImage& image)
{
    TlvWriter answer;
    for (const EntityPolicy& entity : image.policy().entities)
        for (const AcceptedMethod& accepted : entity.methods) {
            const auto keys =
                accepted.method == HandshakeMethod::Scp03 ? image.keySet(accepted.keyVersion) : std::nullopt;
            if (!keys)
                continue;
            TlvWriter one;
            one.add(card::tag::kTriesEntity, viewOf(entity.name));
            one.addNumber(card::tag::kTriesKeyVersion, accepted.keyVersion);
            one.addNumber(card::tag::kTriesLeft, keys->triesLeft);
            one.addNumber(card::tag::kTriesMost, image.policy().handshakeTries);
            answer.add(card::tag::kKeySetTries, one);
        }
    return answer.take();
}

StatusWord putAuthority(ByteView data, CardImage& image)
{
    const auto tlvs = parseTlvs(data);
    const auto reference = tlvs ? byteIn(*tlvs, card::tag::kAuthorityReference) : std::nullopt;
    const auto key = tlvs ? findTlv(*tlvs, card::tag::kAuthorityKey) : std::nullopt;
    if (!reference || *reference == 0 || !key || !AuthorityKey::parse(key->value))
        return StatusWord::WrongData;
    const Bytes publicKey(key->value.begin(), key->value.end());
    return image.saveAuthorityKey(*reference, publicKey) ? StatusWord::Ok : StatusWord::MemoryProblem;
}

void append(SecretBytes& bytes, TlvTag tag, ByteView value)
{
    bytes.push_back(static_cast<std::uint8_t>(tag));
    bytes.push_back(static_cast<std::uint8_t>(value.size()));
    bytes.insert(bytes.end(), value.begin(), value.end());
}

void appendByte(SecretBytes& bytes, TlvTag tag, std::uint8_t value)
{
    append(bytes, tag, {&value, 1});
}

} // namespace

SecretBytes encodeKeySet(const Scp03CardConfig& keys)
{
    SecretBytes bytes;
    appendByte(bytes, kKeyVersion, static_cast<std::uint8_t>(keys.keys.version));
    append(bytes, kEnc, keys.keys.enc.bytes());
    append(bytes, kMac, keys.keys.mac.bytes());
    append(bytes, kDek, keys.keys.dek.bytes());
    appendByte(bytes, kMacSize, static_cast<std::uint8_t>(keys.macSize));
    appendByte(bytes, kChallenge, keys.challenge == ChallengeKind::Random ? 0 : 1);
    return bytes;
}

ResponseApdu runPolicy(const CommandApdu& command, CardImage& image, Role role, const CardPeer& peer)
{
    if (command.p1 > card::kPolicyTries)
        return statusOnly(StatusWord::WrongP1P2);
    if (role != Role::Issuer)
        return statusOnly(StatusWord::SecurityStatusNotSatisfied);
    if (command.p1 == card::kPolicyGet || command.p1 == card::kPolicyTries) {
        if (!command.data.empty())
            return statusOnly(StatusWord::WrongLength);
        return {command.p1 == card::kPolicyGet ? encode(image.policy()) : tries(image), StatusWord::Ok};
    }
    if (command.data.empty())
        return statusOnly(StatusWord::WrongLength);
    switch (command.p1) {
    case card::kPolicyPut:
        return statusOnly(put(command.data, image));
    case card::kPolicyPutKeys:
        // Keys never come in clear, whatever level the policy accepts.
        return statusOnly(
            encryptsCommands(peer.level) ? putKeys(command.data, image) : StatusWord::SecurityStatusNotSatisfied);
    case card::kPolicyPutAuthority:
        return statusOnly(putAuthority(command.data, image));
    default:
        return statusOnly(resetTries(command.data, image));
    }
}

} // namespace dmsc
