// SPDX-License-Identifier: Apache-2.0
#include "cardio/store/card_image.h"

#include "cardio/store/byte_codec.h"

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
constexpr const char* kKeyVersion = "scp03.version";
constexpr const char* kKeyEnc = "scp03.enc";
constexpr const char* kKeyMac = "scp03.mac";
constexpr const char* kKeyDek = "scp03.dek";
constexpr const char* kCounter = "scp03.counter";
constexpr const char* kPlain = "plain-uicc";
constexpr const char* kFileSum = "file-sum";

Bytes bytesOf(ByteView view)
{
    return {view.begin(), view.end()};
}

std::string pinEntry(std::uint8_t reference)
{
    return "pin." + toHex({&reference, 1}).toStdString();
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
    meta[kKeyVersion] = numberBytes(static_cast<std::uint64_t>(setup.keys.version));
    meta[kKeyEnc] = bytesOf(setup.keys.enc.bytes());
    meta[kKeyMac] = bytesOf(setup.keys.mac.bytes());
    meta[kKeyDek] = bytesOf(setup.keys.dek.bytes());
    meta[kCounter] = numberBytes(0);
    if (!setup.dmsc)
        meta[kPlain] = numberBytes(1);
    return TreeImage::create(path, ImageKind::Card, setup.tree, meta, setup.owners);
}

CardImage::CardImage(TreeImage image)
    : m_image(std::move(image))
    , m_used(storedBytes(m_image.tree()))
{
}

Result<CardImage> CardImage::open(const QString& path, StoreProbe probe)
{
    auto image = TreeImage::open(path, ImageKind::Card, std::move(probe));
    if (!image)
        return tl::unexpected(image.error());
    CardImage card(std::move(*image));
    auto journal = Journal::decode(card.m_image.meta(kJournal));
    if (!journal)
        return at(Error{ErrorKind::Damaged, journal.error().what, {}}, path);
    card.m_journal = std::move(*journal);
    if (card.m_image.meta(kEpoch).size() != Epoch().size())
        return fail(
            ErrorKind::Damaged, QCoreApplication::translate("CardImage", "the card's image has no epoch"), path);
    if (auto keys = card.keys(); !keys)
        return at(Error{ErrorKind::Damaged, keys.error().what, {}}, path);
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

Result<Scp03KeySet> CardImage::keys() const
{
    auto enc = AesKey::from(m_image.meta(kKeyEnc));
    auto mac = AesKey::from(m_image.meta(kKeyMac));
    auto dek = AesKey::from(m_image.meta(kKeyDek));
    if (!enc || !mac || !dek)
        return fail(ErrorKind::Damaged,
            QCoreApplication::translate("CardImage", "the card's image has no complete set of keys"));
    const auto version = static_cast<KeyVersion>(numberFrom(m_image.meta(kKeyVersion)));
    return Scp03KeySet{std::move(*enc), std::move(*mac), std::move(*dek), version};
}

SequenceCounter CardImage::counter() const
{
    return static_cast<SequenceCounter>(numberFrom(m_image.meta(kCounter)));
}

Result<void> CardImage::setCounter(SequenceCounter counter)
{
    return m_image.saveMeta({{kCounter, numberBytes(static_cast<std::uint64_t>(counter))}});
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
    return m_image.saveMeta({{pinEntry(reference), state}});
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
