// SPDX-License-Identifier: Apache-2.0
#include "cardio/card/policy_gate.h"

#include <algorithm>
#include <set>

namespace dmsc {

namespace {

using Refusal = tl::unexpected<StatusWord>;

bool accepts(const AcceptedMethod& method, const CardPeer& peer)
{
    return method.method == peer.method && method.keyVersion == peer.keyVersion;
}

const AcceptedMethod* methodFor(const EntityPolicy& entity, const CardPeer& peer)
{
    const auto found = std::find_if(entity.methods.begin(), entity.methods.end(),
        [&](const AcceptedMethod& method) { return accepts(method, peer); });
    return found == entity.methods.end() ? nullptr : &*found;
}

/// By the certificate's common name, or, where the other side has shown none, by the key that it used.
const EntityPolicy* named(const IssuerPolicy& policy, const CardPeer& peer)
{
    if (!peer.certificate) {
        const auto found = std::find_if(policy.entities.begin(), policy.entities.end(),
            [&](const EntityPolicy& entity) { return methodFor(entity, peer) != nullptr; });
        return found == policy.entities.end() ? nullptr : &*found;
    }
    const std::string name = peer.certificate->commonName().toStdString();
    const auto found = std::find_if(policy.entities.begin(), policy.entities.end(),
        [&](const EntityPolicy& entity) { return !name.empty() && entity.commonName == name; });
    return found == policy.entities.end() ? nullptr : &*found;
}

/// The key versions that the card can use, of those that the policy names.
std::set<std::uint8_t> usable(const CardImage& image, bool keySets)
{
    std::set<std::uint8_t> all;
    for (const EntityPolicy& entity : image.policy().entities)
        for (const AcceptedMethod& method : entity.methods)
            if ((method.method == HandshakeMethod::Scp03) == keySets)
                all.insert(method.keyVersion);
    std::erase_if(all, [&](std::uint8_t version) {
        return keySets ? !image.keySet(version).has_value() : !image.hasKeyPair(version);
    });
    return all;
}

void addOffer(std::vector<OfferedMethod>& offers, Role role, const AcceptedMethod& method)
{
    const auto known = std::find_if(offers.begin(), offers.end(),
        [&](const OfferedMethod& offer) { return offer.role == role && offer.method == method.method; });
    OfferedMethod& offer =
        known != offers.end() ? *known : offers.emplace_back(OfferedMethod{role, method.method, method.leastLevel, {}});
    offer.leastLevel = std::min(offer.leastLevel, method.leastLevel);
    auto& versions = offer.keyVersions;
    if (std::find(versions.begin(), versions.end(), method.keyVersion) == versions.end())
        versions.push_back(method.keyVersion);
}

} // namespace

CardResult<const EntityPolicy*> entityFor(const IssuerPolicy& policy, const CardPeer& peer)
{
    const EntityPolicy* entity = named(policy, peer);
    if (!entity)
        return Refusal(peer.method == HandshakeMethod::Scp11b ? StatusWord::ConditionsNotSatisfied
                                                              : StatusWord::ReferenceNotFound);
    const AcceptedMethod* method = methodFor(*entity, peer);
    if (!method)
        return Refusal(StatusWord::ConditionsNotSatisfied);
    const auto least = securityLevelOf(method->leastLevel);
    if (!least || !covers(peer.level, *least))
        return Refusal(StatusWord::SecurityStatusNotSatisfied);
    return entity;
}

std::vector<OfferedMethod> offersOf(const CardImage& image)
{
    const auto keySets = usable(image, true);
    const auto keyPairs = usable(image, false);
    std::vector<OfferedMethod> offers;
    for (const EntityPolicy& entity : image.policy().entities)
        for (const AcceptedMethod& method : entity.methods) {
            const auto& versions = method.method == HandshakeMethod::Scp03 ? keySets : keyPairs;
            if (versions.count(method.keyVersion) != 0)
                addOffer(offers, entity.role, method);
        }
    return offers;
}

CardHandshakeStore handshakeStore(
    CardImage& image, RandomSource random, std::function<QDateTime()> now, std::optional<Role> only)
{
    CardHandshakeStore store;
    store.keySet = [&image](std::uint8_t version) { return image.keySet(version); };
    store.keyPair = [&image](std::uint8_t version) { return image.keyPair(version); };
    store.storeCounter = [&image](
                             std::uint8_t version, SequenceCounter next) { return image.saveCounter(version, next); };
    store.storeTry = [&image](std::uint8_t version, bool succeeded) { return image.saveTry(version, succeeded); };
    store.accept = [&image, only](const CardPeer& peer) -> CardResult<void> {
        const auto entity = entityFor(image.policy(), peer);
        if (!entity)
            return Refusal(entity.error());
        if (only && (*entity)->role != *only)
            return Refusal(StatusWord::ConditionsNotSatisfied);
        return {};
    };
    store.isUsed = [&image](const Digest& key) { return image.isScriptUsed(key); };
    store.markUsed = [&image](const Digest& key) { return image.saveScriptUsed(key); };
    store.now = std::move(now);
    store.random = std::move(random);
    return store;
}

std::string credentialText(const CardPeer& peer)
{
    if (peer.certificate)
        return peer.certificate->subject().toStdString();
    return "key version " + toHex({&peer.keyVersion, 1}).toStdString();
}

} // namespace dmsc
