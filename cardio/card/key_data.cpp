// SPDX-License-Identifier: Apache-2.0
#include "cardio/card/key_data.h"

#include "cardio/card/card_interface.h"
#include "cardio/channel/scp11_protocol.h"
#include "cardio/store/issuer_policy.h"

namespace dmsc {

namespace {

constexpr TlvTag kVersionOfKeys = card::tag::kPolicyKeyVersion;
constexpr TlvTag kEnc{0x82};
constexpr TlvTag kMac{0x83};
constexpr TlvTag kDek{0x84};
constexpr TlvTag kMacSize{0x85};
constexpr TlvTag kChallenge{0x86};
constexpr TlvTag kPrivateKey{0x82}; // PKCS #8, DER
constexpr TlvTag kOwnCertificate{0x83}; // its own first, then those above
constexpr TlvTag kAuthorityCertificate{0x84}; // that certificates of entities must lead to
constexpr std::size_t kMaxAuthorities = 16;

std::optional<std::uint8_t> versionOf(const std::vector<Tlv>& tlvs)
{
    const auto version = byteIn(tlvs, kVersionOfKeys);
    return version && *version != 0 && *version <= kHighestKeyVersion ? version : std::nullopt;
}

std::optional<AesKey> keyOf(const std::vector<Tlv>& tlvs, TlvTag tag)
{
    const auto found = findTlv(tlvs, tag);
    auto key = found ? AesKey::from(found->value) : tl::unexpected(Error{});
    return key ? std::optional(*std::move(key)) : std::nullopt;
}

/// All with the tag, one to `most` of them.
std::optional<std::vector<Certificate>> certificatesOf(const std::vector<Tlv>& tlvs, TlvTag tag, std::size_t most)
{
    std::vector<Certificate> all;
    for (const Tlv& tlv : tlvs) {
        if (tlv.tag != tag)
            continue;
        auto one = Certificate::parse(tlv.value);
        if (!one || all.size() == most)
            return std::nullopt;
        all.push_back(*std::move(one));
    }
    return all.empty() ? std::nullopt : std::optional(std::move(all));
}

/// Into memory that wipes itself.
void append(SecretBytes& bytes, TlvTag tag, ByteView value)
{
    bytes.push_back(static_cast<std::uint8_t>(tag));
    const std::size_t size = value.size();
    if (size > 0xFF)
        bytes.insert(bytes.end(), {0x82, static_cast<std::uint8_t>(size >> 8U)});
    else if (size > 0x7F)
        bytes.push_back(0x81);
    bytes.push_back(static_cast<std::uint8_t>(size & 0xFFU));
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
    appendByte(bytes, kVersionOfKeys, static_cast<std::uint8_t>(keys.keys.version));
    append(bytes, kEnc, keys.keys.enc.bytes());
    append(bytes, kMac, keys.keys.mac.bytes());
    append(bytes, kDek, keys.keys.dek.bytes());
    appendByte(bytes, kMacSize, static_cast<std::uint8_t>(keys.macSize));
    appendByte(bytes, kChallenge, keys.challenge == ChallengeKind::Random ? 0 : 1);
    return bytes;
}

std::optional<Scp03CardConfig> decodeKeySet(ByteView data)
{
    const auto tlvs = parseTlvs(data);
    if (!tlvs)
        return std::nullopt;
    const auto version = versionOf(*tlvs);
    auto enc = keyOf(*tlvs, kEnc);
    auto mac = keyOf(*tlvs, kMac);
    auto dek = keyOf(*tlvs, kDek);
    const std::uint8_t macSize = byteIn(*tlvs, kMacSize).value_or(bytesOf(MacSize::S8));
    const std::uint8_t challenge = byteIn(*tlvs, kChallenge).value_or(1);
    if (!version || !enc || !mac || !dek || challenge > 1
        || (macSize != bytesOf(MacSize::S8) && macSize != bytesOf(MacSize::S16)))
        return std::nullopt;
    return Scp03CardConfig{.keys = {*std::move(enc), *std::move(mac), *std::move(dek), KeyVersion{*version}},
        .macSize = static_cast<MacSize>(macSize),
        .challenge = challenge == 0 ? ChallengeKind::Random : ChallengeKind::PseudoRandom};
}

Result<SecretBytes> encodeKeyPair(const CardKeyPair& pair)
{
    const auto key = pair.key.der();
    if (!key)
        return tl::unexpected(key.error());
    SecretBytes bytes;
    appendByte(bytes, kVersionOfKeys, pair.version);
    append(bytes, kPrivateKey, *key);
    for (const Certificate& one : pair.chain)
        append(bytes, kOwnCertificate, one.der());
    for (const Certificate& one : pair.anchors)
        append(bytes, kAuthorityCertificate, one.der());
    return bytes;
}

std::optional<CardKeyPair> decodeKeyPair(ByteView data)
{
    const auto tlvs = parseTlvs(data);
    if (!tlvs)
        return std::nullopt;
    const auto version = versionOf(*tlvs);
    const auto found = findTlv(*tlvs, kPrivateKey);
    auto key = found ? PrivateKey::parse(found->value) : tl::unexpected(Error{});
    auto chain = certificatesOf(*tlvs, kOwnCertificate, scp11::kMaxChain);
    auto anchors = certificatesOf(*tlvs, kAuthorityCertificate, kMaxAuthorities);
    if (!version || !key || !chain || !anchors || key->publicKey() != chain->front().publicKey())
        return std::nullopt;
    return CardKeyPair{*version, *std::move(key), *std::move(chain), *std::move(anchors)};
}

} // namespace dmsc
