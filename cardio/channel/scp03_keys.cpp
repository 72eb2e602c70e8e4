// SPDX-License-Identifier: Apache-2.0
#include "cardio/channel/scp03_keys.h"

#include <QCoreApplication>

#include <algorithm>

namespace dmsc {

namespace {

constexpr std::size_t kMaxDerived = 64;
constexpr KeyVersion kTestVersion = static_cast<KeyVersion>(0x30);

Result<AesKey> deriveKey(const AesKey& key, Derivation constant, ByteView context)
{
    const Result<SecretBytes> bytes = derive(key, constant, context, key.size());
    if (!bytes)
        return tl::unexpected(bytes.error());
    return AesKey::from(*bytes);
}

} // namespace

Scp03KeySet Scp03KeySet::test()
{
    static constexpr std::uint8_t kKey[16] = {
        0x40, 0x41, 0x42, 0x43, 0x44, 0x45, 0x46, 0x47, 0x48, 0x49, 0x4A, 0x4B, 0x4C, 0x4D, 0x4E, 0x4F};
    return {AesKey::of(kKey), AesKey::of(kKey), AesKey::of(kKey), kTestVersion};
}

Result<SecretBytes> derive(const AesKey& key, Derivation constant, ByteView context, std::size_t size)
{
    if (size == 0 || size > kMaxDerived)
        return fail(ErrorKind::BadValue,
            QCoreApplication::translate("Scp03", "1 to %1 bytes can be derived, not %2").arg(kMaxDerived).arg(size));
    Result<AesCmac> cmac = AesCmac::create(key);
    if (!cmac)
        return tl::unexpected(cmac.error());
    const std::size_t bits = size * 8;
    AesBlock label{};
    label[11] = static_cast<std::uint8_t>(constant);
    label[13] = static_cast<std::uint8_t>(bits >> 8U);
    label[14] = static_cast<std::uint8_t>(bits & 0xFFU);
    SecretBytes out;
    out.reserve(size);
    while (out.size() < size) {
        ++label[15];
        Result<AesBlock> block = cmac->over({label, context});
        if (!block)
            return tl::unexpected(block.error());
        const std::size_t count = std::min(block->size(), size - out.size());
        out.insert(out.end(), block->begin(), block->begin() + static_cast<std::ptrdiff_t>(count));
        wipe(block->data(), block->size());
    }
    return out;
}

Result<SessionKeys> deriveSessionKeys(const Scp03KeySet& keys, ByteView context)
{
    Result<AesKey> enc = deriveKey(keys.enc, Derivation::SEnc, context);
    if (!enc)
        return tl::unexpected(enc.error());
    Result<AesKey> mac = deriveKey(keys.mac, Derivation::SMac, context);
    if (!mac)
        return tl::unexpected(mac.error());
    Result<AesKey> rmac = deriveKey(keys.mac, Derivation::SRmac, context);
    if (!rmac)
        return tl::unexpected(rmac.error());
    return SessionKeys{std::move(*enc), std::move(*mac), std::move(*rmac)};
}

Result<SecretBytes> cryptogram(const SessionKeys& keys, Derivation constant, ByteView context, MacSize size)
{
    return derive(keys.mac, constant, context, bytesOf(size));
}

std::array<std::uint8_t, 3> threeBytes(SequenceCounter counter)
{
    const auto value = static_cast<std::uint32_t>(counter);
    return {static_cast<std::uint8_t>((value >> 16U) & 0xFFU), static_cast<std::uint8_t>((value >> 8U) & 0xFFU),
        static_cast<std::uint8_t>(value & 0xFFU)};
}

Result<SecretBytes> pseudoRandomChallenge(const AesKey& staticEnc, SequenceCounter counter, ByteView aid, MacSize size)
{
    const auto sequence = threeBytes(counter);
    Bytes context(sequence.begin(), sequence.end());
    context.insert(context.end(), aid.begin(), aid.end());
    return derive(staticEnc, Derivation::CardChallenge, context, bytesOf(size));
}

} // namespace dmsc
