// SPDX-License-Identifier: Apache-2.0
#include "cardio/card/policy_rules.h"

#include <QCoreApplication>

#include <algorithm>

namespace dmsc {

namespace {

bool hasAllRights(const EntityPolicy& issuer)
{
    return std::any_of(issuer.conditions.begin(), issuer.conditions.end(),
        [](const ScopedRights& one) { return one.uri == "." && one.rights == kAllRights; });
}

/// With the card's certificate alone anybody could be the issuer: that is no way in for it.
bool proves(const EntityPolicy& entity, const AcceptedMethod& method)
{
    return method.method == HandshakeMethod::Scp03
        || (method.method != HandshakeMethod::Scp11b && !entity.commonName.empty());
}

bool isUnproved(const EntityPolicy& entity)
{
    return std::any_of(entity.methods.begin(), entity.methods.end(),
        [](const AcceptedMethod& method) { return method.method == HandshakeMethod::Scp11b; });
}

bool onlyLooks(const EntityPolicy& entity)
{
    constexpr unsigned kHarmless = static_cast<unsigned>(Right::Explore) | static_cast<unsigned>(Right::Read)
        | static_cast<unsigned>(Right::Others);
    return std::none_of(entity.conditions.begin(), entity.conditions.end(),
        [](const ScopedRights& one) { return (one.rights.bits & ~kHarmless) != 0; });
}

tl::unexpected<Error> against(const QString& rule, const EntityPolicy& entity)
{
    return fail(ErrorKind::NotAllowed, rule, QString::fromStdString(entity.name));
}

Result<void> checkIssuer(const EntityPolicy& issuer, const HasKeys& hasKeys)
{
    if (!hasAllRights(issuer))
        return against(QCoreApplication::translate("PolicyRules", "the issuer keeps all rights below \".\""), issuer);
    const auto isWayIn = [&](const AcceptedMethod& method) { return proves(issuer, method); };
    if (std::none_of(issuer.methods.begin(), issuer.methods.end(), isWayIn))
        return against(
            QCoreApplication::translate("PolicyRules",
                "the issuer keeps a way in by which it proves itself: SCP03, or SCP11a or SCP11c with a common name"),
            issuer);
    if (std::none_of(issuer.methods.begin(), issuer.methods.end(),
            [&](const AcceptedMethod& method) { return isWayIn(method) && hasKeys(method); }))
        return against(
            QCoreApplication::translate("PolicyRules", "the card has the keys of none of the issuer's methods"),
            issuer);
    return {};
}

} // namespace

Result<void> checkPolicy(const IssuerPolicy& policy, std::uint32_t blockSize, const HasKeys& hasKeys)
{
    // Grants are stored in blocks.
    if (policy.blockSize != blockSize)
        return fail(ErrorKind::NotAllowed,
            QCoreApplication::translate(
                "PolicyRules", "the block size stays as the card was made with: %1 bytes, not %2")
                .arg(blockSize)
                .arg(policy.blockSize));
    if (auto issuer = checkIssuer(policy.entities.front(), hasKeys); !issuer)
        return issuer;
    for (const EntityPolicy& entity : policy.entities)
        if (isUnproved(entity) && !onlyLooks(entity))
            return against(QCoreApplication::translate("PolicyRules",
                               "who comes in by SCP11b proves nothing: it may explore and read, and nothing else"),
                entity);
    return {};
}

} // namespace dmsc
