// SPDX-License-Identifier: Apache-2.0
#include "cardio/replay/replay_credentials.h"

#include "cardio/credentials/credential_store.h"
#include "model/byte_array.h"

#include <algorithm>

namespace dmsc {

namespace {

std::optional<Credential> fitted(KeySetCredential credential, const RecordedHandshake& handshake)
{
    if (handshake.method != HandshakeMethod::Scp03 || credential.keys.version != KeyVersion{handshake.keyVersion})
        return std::nullopt;
    if (handshake.challengeSize != 0)
        credential.macSize = handshake.challengeSize == bytesOf(MacSize::S16) ? MacSize::S16 : MacSize::S8;
    return credential;
}

std::optional<Credential> fitted(CertificateCredential credential, const RecordedHandshake& handshake)
{
    if (handshake.method == HandshakeMethod::Scp03)
        return std::nullopt;
    const bool isShown = handshake.method == HandshakeMethod::Scp11b
        || (!credential.chain.empty() && handshake.certificates.endsWith(toByteArray(credential.chain.front().der())));
    if (!isShown)
        return std::nullopt;
    credential.cardKeyVersion = handshake.keyVersion;
    return credential;
}

std::optional<Credential> fittedAny(const Credential& credential, const RecordedHandshake& handshake)
{
    return std::visit([&handshake](const auto& one) { return fitted(one, handshake); }, credential);
}

} // namespace

std::optional<Credential> credentialOf(const RecordedHandshake& handshake, std::span<const Credential> given)
{
    for (const Credential& credential : given)
        if (auto found = fittedAny(credential, handshake))
            return found;
    for (const Role role : kRoles)
        if (const auto demo = CredentialStore::builtIn(role, handshake.method))
            if (auto found = fittedAny(*demo, handshake))
                return found;
    return std::nullopt;
}

} // namespace dmsc
