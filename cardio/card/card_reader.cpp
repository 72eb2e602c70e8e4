// SPDX-License-Identifier: Apache-2.0
#include "cardio/card/card_reader.h"

#include "cardio/card/fetch.h"
#include "cardio/card/owners.h"
#include "model/byte_array.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDir>
#include <QFile>

#include <algorithm>

namespace dmsc {

namespace {

constexpr const char* kEpoch = "epoch";
constexpr const char* kSeq = "seq";
constexpr const char* kOwners = "owners";
constexpr const char* kOwnersAt = "owners-at"; ///< epoch and sequence number that they are of

Bytes bytesOf(const Epoch& epoch)
{
    return {epoch.begin(), epoch.end()};
}

Bytes momentOf(const Epoch& epoch, CardSeq seq)
{
    Bytes moment = bytesOf(epoch);
    const Bytes at = numberBytes(number(seq));
    moment.insert(moment.end(), at.begin(), at.end());
    return moment;
}

bool isBelowOneOf(const Uri& uri, const std::vector<Uri>& list)
{
    return std::any_of(list.begin(), list.end(), [&](const Uri& above) { return above.contains(uri); });
}

} // namespace

CardReader::CardReader(CardClient& card, TreeClient& client, QString cacheFolder, RandomSource random)
    : m_card(&card)
    , m_client(&client)
    , m_cacheFolder(std::move(cacheFolder))
    , m_random(std::move(random))
{
}

QString CardReader::snapshotPath(const std::string& iccid) const
{
    // The card says what its ICCID is: only a digest of it becomes part of a path.
    const std::string whose = m_entity.empty() ? iccid : iccid + '\n' + m_entity;
    const QByteArray digest = QCryptographicHash::hash(toByteArray(whose), QCryptographicHash::Sha256).toHex().left(32);
    return QDir(m_cacheFolder).filePath(QString::fromLatin1(digest) + QStringLiteral(".snapshot"));
}

void CardReader::setEntity(const std::string& entity)
{
    if (m_entity == entity)
        return;
    m_entity = entity;
    m_snapshot.reset();
    m_tree = Tree();
    m_known = false;
    m_sent.clear();
}

void CardReader::loadSnapshot(const SyncStatus& status)
{
    if (m_known || m_cacheFolder.isEmpty())
        return;
    const QString path = snapshotPath(status.iccid);
    auto image = TreeImage::open(path, ImageKind::Snapshot);
    if (!image) {
        // A copy that cannot be used any more is no loss.
        if (image.error().kind == ErrorKind::Damaged || image.error().kind == ErrorKind::Unsupported)
            QFile::remove(path);
        return;
    }
    const Bytes epoch = image->meta(kEpoch);
    if (epoch.size() != m_epoch.size())
        return;
    std::copy(epoch.begin(), epoch.end(), m_epoch.begin());
    m_seq = CardSeq{static_cast<std::uint32_t>(numberFrom(image->meta(kSeq)))};
    m_snapshot.emplace(std::move(*image));
    m_known = true;
}

std::optional<Owners> CardReader::knownOwners() const
{
    if (!m_known || !m_snapshot || m_snapshot->meta(kOwnersAt) != momentOf(m_epoch, m_seq))
        return std::nullopt;
    auto owners = decodeOwners(m_snapshot->meta(kOwners));
    return owners ? std::optional(*std::move(owners)) : std::nullopt;
}

void CardReader::rememberOwners(const Owners& owners)
{
    // Where it cannot be written the card is asked again.
    if (m_known && m_snapshot)
        (void)m_snapshot->saveMeta({{kOwners, encodeOwners(owners)}, {kOwnersAt, momentOf(m_epoch, m_seq)}});
}

void CardReader::makeSnapshot(const SyncStatus& status)
{
    if (m_cacheFolder.isEmpty() || !QDir().mkpath(m_cacheFolder))
        return;
    const QString path = snapshotPath(status.iccid);
    QFile::remove(path);
    const ImageMeta meta{{kEpoch, bytesOf(status.epoch)}, {kSeq, numberBytes(number(status.seq))}};
    if (!TreeImage::create(path, ImageKind::Snapshot, m_tree, meta))
        return;
    if (auto image = TreeImage::open(path, ImageKind::Snapshot))
        m_snapshot.emplace(std::move(*image));
}

void CardReader::saveSnapshot(TreeEditor& editor, const SyncStatus& status)
{
    if (!m_snapshot) {
        (void)editor.take();
        return;
    }
    const Tree current = m_snapshot->tree();
    const auto saved =
        m_snapshot->commit(editor, {}, {{kEpoch, bytesOf(status.epoch)}, {kSeq, numberBytes(number(status.seq))}});
    if (saved)
        return;
    // Another program works with the same card's copy, or the disk is full: go on in memory.
    m_tree = current;
    m_snapshot.reset();
    m_tree.refreshDigests();
}

bool CardReader::agrees(const SyncStatus& status)
{
    workTree().refreshDigests();
    Hasher hasher;
    return tree().computeContentDigest(Tree::root(), hasher) == status.content
        && tree().computeAclDigest(Tree::root(), hasher) == status.acl;
}

Result<RefreshReport> CardReader::refresh(const Progress& progress)
{
    RefreshReport report;
    const std::size_t before = m_card->pairs();
    const auto count = [&] { report.pairs = m_card->pairs() - before; };
    // The journal first, then digests that get longer: an unlucky short one, or a card that changed meanwhile.
    for (const std::size_t digestSize : {std::size_t{4}, std::size_t{8}}) {
        auto status = m_card->syncStatus();
        if (!status)
            return tl::unexpected(status.error());
        report.status = *status;
        loadSnapshot(*status);
        if (!m_known)
            break;
        const bool useJournal = digestSize == 4 && m_epoch == status->epoch;
        auto done = update(report, useJournal, digestSize, progress);
        if (!done && done.error().kind == ErrorKind::Cancelled)
            return tl::unexpected(done.error());
        count();
        if (done && *done)
            return report;
        if (!m_card->isOpen())
            return tl::unexpected(done ? Error{ErrorKind::Io, {}, {}} : done.error());
    }
    report.way = RefreshReport::Way::Full;
    if (report.pairsToFind == 0)
        report.pairsToFind = m_card->pairs() - before;
    if (auto read = readWhole(report.status, progress); !read)
        return tl::unexpected(read.error());
    count();
    return report;
}

Result<bool> CardReader::update(
    RefreshReport& report, bool useJournal, std::size_t digestSize, const Progress& progress)
{
    const SyncStatus& status = report.status;
    const std::size_t before = m_card->pairs() - 1; // the sync status
    TreeEditor editor(workTree());
    report.way = RefreshReport::Way::Unchanged;
    report.pairsToFind = 1;
    const bool moved = m_epoch != status.epoch || m_seq != status.seq;
    if (!moved && agrees(status))
        return true;
    std::optional<Wanted> wanted;
    if (useJournal && moved) {
        auto told = fromJournal();
        if (!told)
            return tl::unexpected(told.error());
        wanted = std::move(*told);
        report.way = RefreshReport::Way::Journal;
    }
    if (!wanted) {
        auto found = fromDigests(digestSize);
        if (!found)
            return tl::unexpected(found.error());
        wanted = std::move(*found);
        report.way = RefreshReport::Way::Digests;
    }
    report.pairsToFind = m_card->pairs() - before;
    if (auto fetched = fetch(*wanted, editor, progress); !fetched) {
        editor.rollBack(0);
        return tl::unexpected(fetched.error());
    }
    if (!agrees(status)) {
        editor.rollBack(0);
        return false;
    }
    saveSnapshot(editor, status);
    m_epoch = status.epoch;
    m_seq = status.seq;
    m_sent.clear();
    return true;
}

Result<std::optional<CardReader::Wanted>> CardReader::fromJournal()
{
    auto entries = m_card->journal(m_epoch, m_seq);
    if (!entries)
        return tl::unexpected(entries.error());
    if (!*entries)
        return std::optional<Wanted>();
    Wanted wanted;
    for (const JournalEntry& entry : **entries) {
        const Uri& uri = entry.change.uri;
        if (isBelowOneOf(uri, m_sent))
            continue;
        const NodeId here = tree().find(uri);
        if (entry.change.kind == Change::Kind::Changed && here != kNoNode && tree().isInterior(here))
            wanted.nodes.insert(uri);
        else
            wanted.subtrees.insert(uri);
    }
    return std::optional(std::move(wanted));
}

Result<CardReader::Wanted> CardReader::fromDigests(std::size_t digestSize)
{
    DigestForm form;
    form.size = digestSize;
    form.salt.resize(8);
    if (auto filled = m_random(form.salt); !filled)
        return tl::unexpected(filled.error());
    Wanted wanted;
    DigestDescent descent(tree(), form);
    while (!descent.questions().empty()) {
        const auto answers = m_card->nodeDigests(descent.questions(), form);
        if (!answers)
            return tl::unexpected(answers.error());
        descent.take(*answers);
    }
    wanted.subtrees.insert(descent.subtrees().begin(), descent.subtrees().end());
    wanted.nodes.insert(descent.nodes().begin(), descent.nodes().end());
    wanted.gone = descent.gone();
    return wanted;
}

Result<void> CardReader::fetch(const Wanted& wanted, TreeEditor& editor, const Progress& progress)
{
    for (const Uri& uri : wanted.gone)
        if (const NodeId node = editor.tree().find(uri); node != kNoNode)
            if (auto removed = editor.remove(node); !removed)
                return removed;
    return fetchInto(*m_client, editor, wanted.subtrees, wanted.nodes, progress);
}

Result<void> CardReader::readWhole(const SyncStatus& status, const Progress& progress)
{
    SyncStatus now = status;
    for (int attempt = 0; attempt < 3; ++attempt) {
        auto whole = m_client->readAll(progress);
        if (!whole)
            return tl::unexpected(whole.error());
        m_snapshot.reset();
        m_tree = std::move(*whole);
        m_known = false;
        if (agrees(now)) {
            makeSnapshot(now);
            m_known = true;
            m_epoch = now.epoch;
            m_seq = now.seq;
            m_sent.clear();
            return {};
        }
        auto again = m_card->syncStatus();
        if (!again)
            return tl::unexpected(again.error());
        now = *again;
    }
    return fail(ErrorKind::Damaged,
        QCoreApplication::translate("CardReader",
            "what the card gave does not agree with the digest of its tree; it may be changing all the time"));
}

void CardReader::applied(const std::vector<Operation>& operations)
{
    if (!m_known)
        return;
    TreeEditor editor(workTree());
    for (const Operation& operation : operations) {
        const NodeId node = rootOf(operation.added);
        const NodeId parent = tree().find(operation.uri.parent());
        if (operation.kind != Operation::Kind::Add || node == kNoNode || parent == kNoNode
            || tree().find(operation.uri) != kNoNode)
            continue; // small things are fetched, with the time stamps that the card gave them
        if (editor.addSubtree(parent, operation.uri.name(), *operation.added, node))
            m_sent.push_back(operation.uri);
    }
    if (!m_snapshot)
        return;
    SyncStatus status;
    status.epoch = m_epoch;
    status.seq = m_seq;
    saveSnapshot(editor, status);
}

} // namespace dmsc
