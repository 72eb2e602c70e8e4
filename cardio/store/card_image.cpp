// SPDX-License-Identifier: Apache-2.0
#include "cardio/store/card_image.h"

#include "cardio/channel/demo_pki.h"
#include "cardio/store/database.h"
#include "model/byte_array.h"
#include "model/bytes.h"

#include <QCoreApplication>

#include <algorithm>

namespace dmsc {

namespace {

constexpr const char* kEpoch = "epoch";
constexpr const char* kSeq = "seq";
constexpr const char* kJournal = "journal";
constexpr const char* kIccid = "iccid";
constexpr const char* kMemory = "memory-size";
constexpr const char* kGrants = "memory-grants";
constexpr const char* kSequences = "authentication-sequences";
constexpr const char* kPolicy = "policy";
constexpr const char* kPlain = "plain-uicc";
constexpr const char* kFileSum = "file-sum";
constexpr const char* kScripts = "scripts";
/// Half a SHA-256 each: nobody finds two keys for one.
constexpr std::size_t kScriptSize = 16;
constexpr std::size_t kMaxScripts = 4096;

Bytes bytesOf(ByteView view)
{
    return {view.begin(), view.end()};
}

std::string pinEntry(std::uint8_t reference)
{
    return "pin." + toHex({&reference, 1}).toStdString();
}

std::string authorityEntry(std::uint8_t reference)
{
    return "authority." + toHex({&reference, 1}).toStdString();
}

std::string deliveryEntry(const std::string& entity)
{
    return "delivered." + entity;
}

Result<void> addAuthority(ImageMeta& meta)
{
    auto key = demoFirmwareAuthorityKey();
    if (!key)
        return tl::unexpected(key.error());
    meta[authorityEntry(kDemoFirmwareAuthority)] = *std::move(key);
    return {};
}

Result<void> addKeys(ImageMeta& meta, const CardSetup& setup, std::uint8_t tries, const RandomSource& random)
{
    const KeyVault vault{Seal(setup.sealKey, random)};
    auto entries = KeyVault::identity(random);
    if (!entries)
        return tl::unexpected(entries.error());
    merge(meta, *entries);
    if (setup.publishedKeys) {
        auto published = vault.published(meta, tries);
        if (!published)
            return tl::unexpected(published.error());
        merge(meta, *published);
        if (auto added = addAuthority(meta); !added)
            return added;
    }
    for (const Scp03CardConfig& keys : setup.keySets) {
        auto put = vault.put(meta, keys, tries);
        if (!put)
            return tl::unexpected(put.error());
        merge(meta, *put);
    }
    for (const CardKeyPair& pair : setup.keyPairs) {
        auto put = vault.put(meta, pair);
        if (!put)
            return tl::unexpected(put.error());
        merge(meta, *put);
    }
    return {};
}

} // namespace

Result<void> CardImage::create(const QString& path, const CardSetup& setup, const RandomSource& random)
{
    Epoch epoch{};
    if (auto filled = random(epoch); !filled)
        return filled;
    ImageMeta meta;
    meta[kEpoch] = bytesOf(epoch);
    meta[kSeq] = numberBytes(0);
    meta[kJournal] = Journal().encode();
    meta[kIccid] = Bytes(setup.iccid.begin(), setup.iccid.end());
    meta[kMemory] = numberBytes(setup.memorySize);
    const IssuerPolicy policy = setup.policy ? *setup.policy : defaultPolicy(setup.memorySize);
    meta[kPolicy] = encode(policy);
    if (auto added = addKeys(meta, setup, policy.handshakeTries, random); !added)
        return added;
    if (!setup.dmsc)
        meta[kPlain] = numberBytes(1);
    return TreeImage::create(path, ImageKind::Card, setup.tree, meta, setup.owners);
}

CardImage::CardImage(TreeImage image, KeyVault vault)
    : m_image(std::move(image))
    , m_vault(std::move(vault))
    , m_used(storedBytes(m_image.tree()))
{
}

Result<CardImage> CardImage::open(const QString& path, StoreProbe probe, const QString& sealKey)
{
    auto image = TreeImage::open(path, ImageKind::Card, std::move(probe));
    if (!image)
        return tl::unexpected(image.error());
    CardImage card(std::move(*image), KeyVault(Seal(sealKey)));
    auto journal = Journal::decode(card.m_image.meta(kJournal));
    if (!journal)
        return at(Error{ErrorKind::Damaged, journal.error().what, {}}, path);
    card.m_journal = std::move(*journal);
    if (card.m_image.meta(kEpoch).size() != Epoch().size())
        return fail(
            ErrorKind::Damaged, QCoreApplication::translate("CardImage", "the card's image has no epoch"), path);
    if (auto policy = card.loadPolicy(); !policy)
        return at(Error{ErrorKind::Damaged, policy.error().what, {}}, path);
    card.bringKeysOver();
    card.tree().refreshDigests();
    return card;
}

std::string CardImage::iccid() const
{
    const Bytes bytes = m_image.meta(kIccid);
    return {bytes.begin(), bytes.end()};
}

bool CardImage::hasDmsc() const
{
    return numberFrom(m_image.meta(kPlain)) == 0;
}

Epoch CardImage::epoch() const
{
    Epoch epoch{};
    const Bytes bytes = m_image.meta(kEpoch);
    std::copy_n(bytes.begin(), std::min(bytes.size(), epoch.size()), epoch.begin());
    return epoch;
}

CardSeq CardImage::seq() const
{
    return CardSeq{static_cast<std::uint32_t>(numberFrom(m_image.meta(kSeq)))};
}

std::uint64_t CardImage::memorySize() const
{
    return numberFrom(m_image.meta(kMemory));
}

std::uint64_t CardImage::memoryFree() const
{
    return memorySize() - std::min(memorySize(), m_used);
}

Result<void> CardImage::loadPolicy()
{
    const Bytes bytes = m_image.meta(kPolicy);
    if (bytes.empty()) { // an image from before there were policies: its one key set is the issuer's
        m_policy = defaultPolicy(memorySize());
        if (const auto old = KeyVault::oldKeySet(m_image.meta()))
            m_policy.entities.front().methods.front().keyVersion = static_cast<std::uint8_t>(old->config.keys.version);
        return {};
    }
    auto policy = decodePolicy(bytes);
    if (!policy)
        return tl::unexpected(policy.error());
    m_policy = *std::move(policy);
    return {};
}

Result<void> CardImage::saveOverwriting(const ImageMeta& changed)
{
    // What stood there before must not stay in the file's free space.
    if (auto set = m_image.database().run(QStringLiteral("PRAGMA secure_delete=ON")); !set)
        return set;
    return m_image.saveMeta(
        changed, [](Database& database) { return database.run(QStringLiteral("PRAGMA user_version=2")); });
}

/// Where the file cannot be written the keys stay as they are and are used all the same.
void CardImage::bringKeysOver()
{
    auto changed = m_vault.broughtOver(m_image.meta(), m_policy.handshakeTries);
    if (!changed || changed->empty())
        return;
    (*changed)[kPolicy] = encode(m_policy);
    (void)saveOverwriting(*changed);
}

Result<void> CardImage::savePolicy(const IssuerPolicy& policy)
{
    auto saved = m_image.saveMeta({{kPolicy, encode(policy)}});
    if (!saved)
        return saved;
    m_policy = policy;
    ++m_policyChanges;
    return saved;
}

std::optional<CardKeySet> CardImage::keySet(std::uint8_t version) const
{
    auto keys = m_vault.keySet(m_image.meta(), version);
    if (keys)
        return keys;
    keys = KeyVault::oldKeySet(m_image.meta());
    if (!keys || (version != 0 && version != static_cast<std::uint8_t>(keys->config.keys.version)))
        return std::nullopt;
    keys->triesLeft = m_policy.handshakeTries;
    return keys;
}

std::optional<CardKeyPair> CardImage::keyPair(std::uint8_t version) const
{
    return m_vault.keyPair(m_image.meta(), version);
}

Bytes CardImage::authorityKey(std::uint8_t reference) const
{
    return m_image.meta(authorityEntry(reference));
}

Result<void> CardImage::saveAuthorityKey(std::uint8_t reference, const Bytes& publicKey)
{
    return m_image.saveMeta({{authorityEntry(reference), publicKey}});
}

Bytes CardImage::deliveries(const std::string& entity) const
{
    return m_image.meta(deliveryEntry(entity));
}

Result<void> CardImage::saveDeliveries(const std::string& entity, const Bytes& deliveries)
{
    return m_image.saveMeta({{deliveryEntry(entity), deliveries}});
}

Result<void> CardImage::saveKeySet(const Scp03CardConfig& keys)
{
    const auto changed = m_vault.put(m_image.meta(), keys, m_policy.handshakeTries);
    return changed ? saveOverwriting(*changed) : tl::unexpected(changed.error());
}

Result<void> CardImage::saveKeyPair(const CardKeyPair& pair)
{
    const auto changed = m_vault.put(m_image.meta(), pair);
    return changed ? saveOverwriting(*changed) : tl::unexpected(changed.error());
}

Result<void> CardImage::saveCounter(std::uint8_t keyVersion, SequenceCounter next)
{
    return m_image.saveMeta(KeyVault::withCounter(keyVersion, next));
}

Result<void> CardImage::saveTry(std::uint8_t keyVersion, bool succeeded)
{
    const auto keys = keySet(keyVersion);
    if (!keys)
        return fail(ErrorKind::NotFound,
            QCoreApplication::translate("CardImage", "the card has no key set %1").arg(hexDigits(keyVersion)));
    const int tries = succeeded ? m_policy.handshakeTries : std::max(0, keys->triesLeft - 1);
    return m_image.saveMeta(KeyVault::withTries(keyVersion, static_cast<std::uint8_t>(tries)));
}

bool CardImage::isScriptUsed(const Digest& key) const
{
    const Bytes used = m_image.meta(kScripts);
    for (std::size_t at = 0; at + kScriptSize <= used.size(); at += kScriptSize)
        if (std::equal(key.begin(), key.begin() + kScriptSize, used.begin() + static_cast<std::ptrdiff_t>(at)))
            return true;
    return false;
}

Result<void> CardImage::saveScriptUsed(const Digest& key)
{
    Bytes used = m_image.meta(kScripts);
    if (used.size() >= kMaxScripts * kScriptSize)
        return fail(ErrorKind::Full, QCoreApplication::translate("CardImage", "the card takes no more scripts"));
    used.insert(used.end(), key.begin(), key.begin() + kScriptSize);
    return m_image.saveMeta({{kScripts, std::move(used)}});
}

Result<Bytes> CardImage::closed(ByteView secret, const std::string& use) const
{
    return m_vault.close(m_image.meta(), secret, use);
}

Result<SecretBytes> CardImage::opened(ByteView sealed, const std::string& use) const
{
    return m_vault.open(m_image.meta(), sealed, use);
}

Result<std::vector<StoredFile>> CardImage::readFiles()
{
    auto files = FileTable::read(m_image.database(), m_image.meta(kFileSum));
    if (files)
        m_files.remember(*files);
    return files;
}

Result<void> CardImage::saveFiles(const FileChanges& changes)
{
    auto saved = m_image.saveMeta({{kFileSum, m_files.sumAfter(changes)}},
        [&changes](Database& database) { return FileTable::write(database, changes); });
    if (saved)
        m_files.done(changes);
    return saved;
}

Bytes CardImage::pin(std::uint8_t reference) const
{
    return m_image.meta(pinEntry(reference));
}

Result<void> CardImage::savePin(std::uint8_t reference, const Bytes& state)
{
    return saveOverwriting({{pinEntry(reference), state}});
}

Bytes CardImage::sequences() const
{
    return m_image.meta(kSequences);
}

Result<void> CardImage::saveSequences(const Bytes& sequences)
{
    return m_image.saveMeta({{kSequences, sequences}});
}

Bytes CardImage::memoryGrants() const
{
    return m_image.meta(kGrants);
}

Result<void> CardImage::saveMemoryGrants(const Bytes& grants)
{
    return m_image.saveMeta({{kGrants, grants}});
}

Result<void> CardImage::commit(TreeEditor& editor, const std::string& owner)
{
    return editor.changes().touched.empty() ? Result<void>() : commitWith(editor, owner, {});
}

Result<void> CardImage::commit(TreeEditor& editor, const std::string& owner, const Bytes& memoryGrants)
{
    return commitWith(editor, owner, {{kGrants, memoryGrants}});
}

Result<void> CardImage::commitWith(TreeEditor& editor, const std::string& owner, ImageMeta meta)
{
    Journal journal = m_journal;
    if (!editor.changes().changes.empty()) {
        const CardSeq next{number(seq()) + 1};
        journal.append(next, editor.changes().changes, owner);
        meta[kSeq] = numberBytes(number(next));
        meta[kJournal] = journal.encode();
    }
    const std::uint64_t used = m_used + static_cast<std::uint64_t>(editor.growth());
    auto done = m_image.commit(editor, owner, meta);
    m_image.tree().refreshDigests();
    if (!done)
        return done;
    m_journal = std::move(journal);
    m_used = used;
    return {};
}

} // namespace dmsc
