// SPDX-License-Identifier: Apache-2.0
#include "cardio/card/policy_commands.h"

#include "cardio/card/card_interface.h"
#include "cardio/card/key_data.h"
#include "cardio/card/policy_rules.h"
#include "cardio/channel/authority_key.h"
#include "cardio/channel/card_name.h"

namespace dmsc {

namespace {

using Refusal = tl::unexpected<StatusWord>;

constexpr TlvTag kKeyVersion = card::tag::kPolicyKeyVersion;

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

StatusWord putKeyPair(ByteView data, CardImage& image)
{
    const auto pair = decodeKeyPair(data);
    if (!pair)
        return StatusWord::WrongData;
    const auto name = cardNameOf(pair->chain.front());
    if (!name || !name->fits(image.iccid()))
        return StatusWord::ConditionsNotSatisfied;
    return image.saveKeyPair(*pair) ? StatusWord::Ok : StatusWord::MemoryProblem;
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

} // namespace

ResponseApdu runPolicy(const CommandApdu& command, CardImage& image, Role role, const CardPeer& peer)
{
    if (command.p1 > card::kPolicyPutKeyPair)
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
    case card::kPolicyPutKeyPair:
        return statusOnly(
            encryptsCommands(peer.level) ? putKeyPair(command.data, image) : StatusWord::SecurityStatusNotSatisfied);
    case card::kPolicyPutAuthority:
        return statusOnly(putAuthority(command.data, image));
    default:
        return statusOnly(resetTries(command.data, image));
    }
}

} // namespace dmsc
