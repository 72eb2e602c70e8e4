// SPDX-License-Identifier: Apache-2.0
#include "cardio/credentials/passphrase_key.h"

#include "cardio/channel/openssl_handles.h"

#include <QCoreApplication>

namespace dmsc {

namespace {

constexpr std::size_t kKeySize = 32;
constexpr std::size_t kSaltSize = 16;
constexpr std::uint64_t kMaxMemory = std::uint64_t{256} << 20U;
constexpr std::uint32_t kMaxParallel = 16;
constexpr std::uint64_t kBlockFactor = 128;

} // namespace

Result<ScryptParameters> ScryptParameters::fresh(const RandomSource& random)
{
    ScryptParameters parameters;
    parameters.salt.resize(kSaltSize);
    if (auto filled = random(parameters.salt); !filled)
        return tl::unexpected(filled.error());
    return parameters;
}

Result<void> ScryptParameters::check() const
{
    const bool sane = salt.size() >= 8 && salt.size() <= 64 && n >= 2 && (n & (n - 1)) == 0 && r >= 1 && p >= 1
        && p <= kMaxParallel && n <= kMaxMemory / kBlockFactor && r <= kMaxMemory / kBlockFactor / n;
    if (sane)
        return {};
    return fail(ErrorKind::Limit,
        QCoreApplication::translate("Credentials", "scrypt parameters out of bounds: n %1, r %2, p %3")
            .arg(n)
            .arg(r)
            .arg(p));
}

Result<SecretBytes> keyFrom(const SecretBytes& passphrase, const ScryptParameters& parameters)
{
    const ErrorQueueGuard guard;
    if (auto checked = parameters.check(); !checked)
        return tl::unexpected(checked.error());
    if (passphrase.empty())
        return fail(ErrorKind::BadValue, QCoreApplication::translate("Credentials", "the passphrase is empty"));
    SecretBytes key(kKeySize);
    if (EVP_PBE_scrypt(reinterpret_cast<const char*>(passphrase.data()), passphrase.size(), parameters.salt.data(),
            parameters.salt.size(), parameters.n, parameters.r, parameters.p, 2 * kMaxMemory, key.data(), key.size())
        != 1)
        return fail(ErrorKind::Limit,
            QCoreApplication::translate("Credentials", "there is not enough memory to work out the key"));
    return key;
}

} // namespace dmsc
