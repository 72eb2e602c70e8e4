// SPDX-License-Identifier: Apache-2.0
#include "cardio/store/key_vault.h"

#include "cardio/apdu/tlv.h"
#include "cardio/channel/demo_pki.h"
#include "model/byte_array.h"

#include <algorithm>
#include <array>

namespace dmsc {

namespace {

constexpr const char* kIdentity = "image-id";
constexpr std::string_view kKeySet = "keyset.";
constexpr std::string_view kKeyPair = "keypair.";
constexpr std::string_view kCounter = "counter.";
constexpr std::string_view kTriesEntry = "tries.";
constexpr const char* kOldVersion = "scp03.version";
constexpr const char* kOldCounter = "scp03.counter";
constexpr std::array kOldKeys = {"scp03.enc", "scp03.mac", "scp03.dek"};
constexpr std::uint8_t kPreferred = 0x30;

// A key's entry.
constexpr TlvTag kLabel{0x80};
constexpr TlvTag kSealed{0x81};
constexpr TlvTag kCertificate{0x82}; // of the card's pair, its own first
constexpr TlvTag kAnchor{0x83};
// What is sealed of a key set.
constexpr TlvTag kEnc{0x80};
constexpr TlvTag kMac{0x81};
constexpr TlvTag kDek{0x82};
constexpr TlvTag kMacSize{0x83};
constexpr TlvTag kChallenge{0x84};

std::string entryFor(std::string_view kind, std::uint8_t version)
{
    return std::string(kind) + toHex({&version, 1}).toStdString();
}

Bytes entryOf(const ImageMeta& meta, const std::string& key)
{
    const auto found = meta.find(key);
    return found == meta.end() ? Bytes() : found->second;
}

std::vector<std::uint8_t> versionsOf(const ImageMeta& meta, std::string_view kind)
{
    std::vector<std::uint8_t> versions;
    for (const auto& [key, value] : meta) {
        if (!key.starts_with(kind))
            continue;
        const auto number = fromHex(QString::fromStdString(key.substr(kind.size())));
        if (number && number->size() == 1)
            versions.push_back(number->front());
    }
    return versions;
}

Bytes labelEntry(std::string_view label)
{
    TlvWriter writer;
    writer.add(kLabel, viewOf(label));
    return writer.take();
}

std::optional<std::string> labelOf(const std::vector<Tlv>& tlvs)
{
    const auto label = findTlv(tlvs, kLabel);
    return label ? std::optional<std::string>(std::in_place, label->value.begin(), label->value.end()) : std::nullopt;
}

// Labels of the published test credentials.
std::string_view labelFor(Role role)
{
    switch (role) {
    case Role::Issuer:
        return "published:issuer";
    case Role::Device:
        return "published:device";
    case Role::Dms:
        return "published:dms";
    case Role::Application:
        return "published:application";
    }
    return {};
}

constexpr std::string_view kCardP256 = "published:card";
constexpr std::string_view kCardP384 = "published:card-p384";

Scp03CardConfig publishedKeySet(Role role)
{
    DemoKeySet demo = demoKeySet(role);
    return {.keys = std::move(demo.keys),
        .macSize = demo.macSize,
        .challenge = role == Role::Application ? ChallengeKind::Random : ChallengeKind::PseudoRandom};
}

std::optional<Scp03CardConfig> publishedKeySet(std::string_view label)
{
    for (const Role role : kRoles)
        if (label == labelFor(role))
            return publishedKeySet(role);
    return std::nullopt;
}

bool isPublishedPair(std::string_view label)
{
    return label == kCardP256 || label == kCardP384;
}

std::optional<CardKeyPair> readPublishedKeyPair(std::string_view label)
{
    auto pki = isPublishedPair(label) ? demoPki() : tl::unexpected(Error{});
    if (!pki)
        return std::nullopt;
    CertifiedKey& one = label == kCardP256 ? pki->card : pki->cardP384;
    return CardKeyPair{label == kCardP256 ? kDemoCardKeyP256 : kDemoCardKeyP384, std::move(one.key),
        {std::move(one.certificate)}, {std::move(pki->authority)}};
}

bool same(const Scp03CardConfig& left, const Scp03CardConfig& right)
{
    return left.keys.version == right.keys.version && left.macSize == right.macSize && left.challenge == right.challenge
        && equalInConstantTime(left.keys.enc.bytes(), right.keys.enc.bytes())
        && equalInConstantTime(left.keys.mac.bytes(), right.keys.mac.bytes())
        && equalInConstantTime(left.keys.dek.bytes(), right.keys.dek.bytes());
}

std::optional<std::string_view> publishedLabel(const Scp03CardConfig& keys)
{
    for (const Role role : kRoles)
        if (same(keys, publishedKeySet(role)))
            return labelFor(role);
    return std::nullopt;
}

/// Tag, length (one byte) and value into memory that wipes itself.
void append(SecretBytes& bytes, TlvTag tag, ByteView value)
{
    bytes.push_back(static_cast<std::uint8_t>(tag));
    bytes.push_back(static_cast<std::uint8_t>(value.size()));
    bytes.insert(bytes.end(), value.begin(), value.end());
}

SecretBytes written(const Scp03CardConfig& config)
{
    SecretBytes bytes;
    append(bytes, kEnc, config.keys.enc.bytes());
    append(bytes, kMac, config.keys.mac.bytes());
    append(bytes, kDek, config.keys.dek.bytes());
    const auto macSize = static_cast<std::uint8_t>(config.macSize);
    append(bytes, kMacSize, {&macSize, 1});
    const auto challenge = static_cast<std::uint8_t>(config.challenge);
    append(bytes, kChallenge, {&challenge, 1});
    return bytes;
}

std::optional<Scp03CardConfig> readConfig(ByteView bytes, std::uint8_t version)
{
    const auto tlvs = parseTlvs(bytes);
    if (!tlvs)
        return std::nullopt;
    const auto enc = findTlv(*tlvs, kEnc);
    const auto mac = findTlv(*tlvs, kMac);
    const auto dek = findTlv(*tlvs, kDek);
    const auto macSize = findTlv(*tlvs, kMacSize);
    const auto challenge = findTlv(*tlvs, kChallenge);
    if (!enc || !mac || !dek || !macSize || macSize->value.size() != 1 || !challenge || challenge->value.size() != 1)
        return std::nullopt;
    auto encKey = AesKey::from(enc->value);
    auto macKey = AesKey::from(mac->value);
    auto dekKey = AesKey::from(dek->value);
    if (!encKey || !macKey || !dekKey)
        return std::nullopt;
    return Scp03CardConfig{
        .keys = {std::move(*encKey), std::move(*macKey), std::move(*dekKey), static_cast<KeyVersion>(version)},
        .macSize = macSize->value[0] == bytesOf(MacSize::S16) ? MacSize::S16 : MacSize::S8,
        .challenge = challenge->value[0] == 0 ? ChallengeKind::Random : ChallengeKind::PseudoRandom};
}

std::optional<std::vector<Certificate>> certificatesIn(const std::vector<Tlv>& tlvs, TlvTag tag)
{
    std::vector<Certificate> all;
    for (const Tlv& tlv : tlvs) {
        if (tlv.tag != tag)
            continue;
        auto one = Certificate::parse(tlv.value);
        if (!one)
            return std::nullopt;
        all.push_back(*std::move(one));
    }
    return all;
}

} // namespace

void merge(ImageMeta& into, const ImageMeta& from)
{
    for (const auto& [key, value] : from)
        into[key] = value;
}

std::vector<std::uint8_t> KeyVault::keySetVersions(const ImageMeta& meta)
{
    return versionsOf(meta, kKeySet);
}

std::vector<std::uint8_t> KeyVault::keyPairVersions(const ImageMeta& meta)
{
    return versionsOf(meta, kKeyPair);
}

Result<ImageMeta> KeyVault::identity(const RandomSource& random)
{
    Bytes id(16);
    if (auto filled = random(id); !filled)
        return tl::unexpected(filled.error());
    return ImageMeta{{kIdentity, id}};
}

Result<Bytes> KeyVault::close(const ImageMeta& meta, ByteView secret, const std::string& entry) const
{
    return m_seal.close(secret, toHex(entryOf(meta, kIdentity)).toStdString() + "/" + entry);
}

Result<SecretBytes> KeyVault::open(const ImageMeta& meta, ByteView sealed, const std::string& entry) const
{
    return m_seal.open(sealed, toHex(entryOf(meta, kIdentity)).toStdString() + "/" + entry);
}

std::optional<Scp03CardConfig> KeyVault::readKeySet(const ImageMeta& meta, std::uint8_t version) const
{
    const std::string entry = entryFor(kKeySet, version);
    const Bytes bytes = entryOf(meta, entry);
    const auto tlvs = parseTlvs(bytes);
    if (!tlvs)
        return std::nullopt;
    if (const auto label = labelOf(*tlvs))
        return publishedKeySet(*label);
    const auto sealed = findTlv(*tlvs, kSealed);
    const auto opened = sealed ? open(meta, sealed->value, entry) : tl::unexpected(Error{});
    return opened ? readConfig(*opened, version) : std::nullopt;
}

std::optional<CardKeySet> KeyVault::keySet(const ImageMeta& meta, std::uint8_t version) const
{
    if (version == 0) {
        const auto versions = keySetVersions(meta);
        if (versions.empty())
            return std::nullopt;
        const bool preferred = std::find(versions.begin(), versions.end(), kPreferred) != versions.end();
        version = preferred ? kPreferred : versions.front();
    }
    auto config = readKeySet(meta, version);
    if (!config)
        return std::nullopt;
    const auto next = std::min<std::uint64_t>(
        numberFrom(entryOf(meta, entryFor(kCounter, version))), static_cast<std::uint64_t>(SequenceCounter::UsedUp));
    const std::uint64_t tries = numberFrom(entryOf(meta, entryFor(kTriesEntry, version)));
    return CardKeySet{*std::move(config), static_cast<SequenceCounter>(next),
        static_cast<std::uint8_t>(std::min<std::uint64_t>(tries, 15))};
}

std::optional<CardKeyPair> KeyVault::publishedKeyPair(const std::string& label) const
{
    auto known = m_published.find(label);
    if (known == m_published.end()) {
        auto read = readPublishedKeyPair(label);
        if (!read)
            return std::nullopt;
        known = m_published.emplace(label, *std::move(read)).first;
    }
    return known->second;
}

bool KeyVault::hasKeyPair(const ImageMeta& meta, std::uint8_t version) const
{
    const std::string entry = entryFor(kKeyPair, version);
    const Bytes bytes = entryOf(meta, entry);
    const auto tlvs = parseTlvs(bytes);
    if (!tlvs)
        return false;
    if (const auto label = labelOf(*tlvs))
        return isPublishedPair(*label);
    const auto sealed = findTlv(*tlvs, kSealed);
    return sealed && open(meta, sealed->value, entry).has_value();
}

std::optional<CardKeyPair> KeyVault::keyPair(const ImageMeta& meta, std::uint8_t version) const
{
    if (version == 0) {
        const auto versions = keyPairVersions(meta);
        if (versions.empty())
            return std::nullopt;
        version = versions.front();
    }
    const std::string entry = entryFor(kKeyPair, version);
    const Bytes bytes = entryOf(meta, entry);
    const auto tlvs = parseTlvs(bytes);
    if (!tlvs)
        return std::nullopt;
    if (const auto label = labelOf(*tlvs))
        return publishedKeyPair(*label);
    const auto sealed = findTlv(*tlvs, kSealed);
    const auto opened = sealed ? open(meta, sealed->value, entry) : tl::unexpected(Error{});
    auto key = opened ? PrivateKey::parse(*opened) : tl::unexpected(Error{});
    auto chain = certificatesIn(*tlvs, kCertificate);
    auto anchors = certificatesIn(*tlvs, kAnchor);
    if (!key || !chain || chain->empty() || !anchors)
        return std::nullopt;
    return CardKeyPair{version, *std::move(key), *std::move(chain), *std::move(anchors)};
}

Result<ImageMeta> KeyVault::put(const ImageMeta& meta, const Scp03CardConfig& keys, std::uint8_t tries) const
{
    const auto version = static_cast<std::uint8_t>(keys.keys.version);
    const std::string entry = entryFor(kKeySet, version);
    ImageMeta changed = withTries(version, tries);
    changed[entryFor(kCounter, version)] = numberBytes(numberFrom(entryOf(meta, entryFor(kCounter, version))));
    if (const auto label = publishedLabel(keys)) {
        changed[entry] = labelEntry(*label);
        return changed;
    }
    const auto sealed = close(meta, written(keys), entry);
    if (!sealed)
        return tl::unexpected(sealed.error());
    TlvWriter writer;
    writer.add(kSealed, *sealed);
    changed[entry] = writer.take();
    return changed;
}

Result<ImageMeta> KeyVault::put(const ImageMeta& meta, const CardKeyPair& pair) const
{
    const std::string entry = entryFor(kKeyPair, pair.version);
    const auto der = pair.key.der();
    if (!der)
        return tl::unexpected(der.error());
    const auto sealed = close(meta, *der, entry);
    if (!sealed)
        return tl::unexpected(sealed.error());
    TlvWriter writer;
    writer.add(kSealed, *sealed);
    for (const Certificate& certificate : pair.chain)
        writer.add(kCertificate, certificate.der());
    for (const Certificate& anchor : pair.anchors)
        writer.add(kAnchor, anchor.der());
    return ImageMeta{{entry, writer.take()}};
}

ImageMeta KeyVault::withCounter(std::uint8_t version, SequenceCounter next)
{
    return {{entryFor(kCounter, version), numberBytes(static_cast<std::uint64_t>(next))}};
}

ImageMeta KeyVault::withTries(std::uint8_t version, std::uint8_t tries)
{
    return {{entryFor(kTriesEntry, version), numberBytes(tries)}};
}

Result<ImageMeta> KeyVault::published(const ImageMeta& meta, std::uint8_t tries) const
{
    ImageMeta all;
    for (const Role role : kRoles) {
        auto one = put(meta, publishedKeySet(role), tries);
        if (!one)
            return one;
        merge(all, *one);
    }
    all[entryFor(kKeyPair, kDemoCardKeyP256)] = labelEntry(kCardP256);
    all[entryFor(kKeyPair, kDemoCardKeyP384)] = labelEntry(kCardP384);
    return all;
}

std::optional<CardKeySet> KeyVault::oldKeySet(const ImageMeta& meta)
{
    std::vector<AesKey> keys;
    for (const char* name : kOldKeys)
        if (auto key = AesKey::from(entryOf(meta, name)))
            keys.push_back(*std::move(key));
    if (keys.size() != kOldKeys.size())
        return std::nullopt;
    const auto version = static_cast<KeyVersion>(numberFrom(entryOf(meta, kOldVersion)));
    return CardKeySet{{.keys = {keys[0], keys[1], keys[2], version}},
        static_cast<SequenceCounter>(numberFrom(entryOf(meta, kOldCounter))), 0};
}

Result<ImageMeta> KeyVault::broughtOver(const ImageMeta& meta, std::uint8_t tries) const
{
    const auto old = oldKeySet(meta);
    if (!old)
        return ImageMeta{};
    auto id = identity(systemRandom());
    if (!id)
        return id;
    ImageMeta all = meta;
    merge(all, *id);
    auto changed = publishedLabel(old->config) ? published(all, tries) : put(all, old->config, tries);
    if (!changed)
        return changed;
    merge(*changed, *std::move(id));
    merge(*changed, withCounter(static_cast<std::uint8_t>(old->config.keys.version), old->next));
    for (const char* name : kOldKeys)
        (*changed)[name] = {0};
    return changed;
}

} // namespace dmsc
