// SPDX-License-Identifier: Apache-2.0
#include "cardio/store/tree_image.h"

#include "cardio/store/database.h"
#include "cardio/store/row_codec.h"
#include "cardio/store/tree_loader.h"
#include "model/files/input_file.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>

#include <algorithm>
#include <unordered_map>

namespace dmsc {

namespace {

/// Since version 2 a card's keys are sealed.
constexpr int versionOf(ImageKind kind)
{
    return kind == ImageKind::Card ? 2 : 1;
}

constexpr const char* kGeneration = "generation"; // counts commits
constexpr const char* kNodeSum = "node-sum";
constexpr const char* kMetaSum = "meta-sum"; // over all other entries

Bytes metaSum(const ImageMeta& meta, Hasher& hasher)
{
    hasher.begin();
    for (const auto& [key, value] : meta) {
        if (key == kMetaSum)
            continue;
        hasher.addLength(key.size());
        hasher.add(key);
        hasher.addLength(value.size());
        hasher.add(textOf(value));
    }
    const Digest digest = hasher.end();
    return {digest.begin(), digest.end()};
}

} // namespace

std::optional<ImageKind> imageKindOf(const QString& path)
{
    QFile file(path);
    if (!isDatabase(path) || !file.open(QIODevice::ReadOnly))
        return std::nullopt;
    const QByteArray head = file.read(100);
    if (head.size() < 100)
        return std::nullopt;
    const auto id = static_cast<std::uint32_t>(numberFrom(toBytes(head.mid(68, 4))));
    for (const ImageKind kind : {ImageKind::Card, ImageKind::Handset, ImageKind::Snapshot})
        if (static_cast<std::uint32_t>(kind) == id)
            return kind;
    return std::nullopt;
}

TreeImage::TreeImage() = default;
TreeImage::TreeImage(TreeImage&&) noexcept = default;
TreeImage& TreeImage::operator=(TreeImage&&) noexcept = default;
TreeImage::~TreeImage() = default;

const QString& TreeImage::path() const
{
    return m_database->path();
}

tl::unexpected<Error> TreeImage::damaged(const char* what) const
{
    return fail(ErrorKind::Damaged,
        QCoreApplication::translate("TreeImage", "the image is damaged: %1")
            .arg(QCoreApplication::translate("TreeImage", what)),
        path());
}

Result<void> copyImage(const QString& path, ImageKind kind, const QString& copy)
{
    auto image = TreeImage::open(path, kind);
    return image ? image->database().run(QStringLiteral("VACUUM INTO ?"), {copy}) : tl::unexpected(image.error());
}

Result<void> TreeImage::create(
    const QString& path, ImageKind kind, const Tree& tree, const ImageMeta& meta, const Owners& owners)
{
    if (QFileInfo::exists(path))
        return fail(
            ErrorKind::Exists, QCoreApplication::translate("TreeImage", "there is a file of that name already"), path);
    if (const QString folder = QFileInfo(path).absolutePath(); path.isEmpty() || !QFileInfo(folder).isDir())
        return fail(ErrorKind::NotFound,
            path.isEmpty() ? QCoreApplication::translate("TreeImage", "the name of a file was expected")
                           : QCoreApplication::translate("TreeImage", "there is no such folder"),
            path.isEmpty() ? QString() : folder);
    // A half-written file never bears the final name.
    const QString partial = path + QStringLiteral(".part");
    QFile::remove(partial);
    {
        TreeImage image;
        auto database = Database::open(partial, Database::Mode::Create);
        if (!database)
            return fail(
                database.error().kind, QCoreApplication::translate("TreeImage", "the image cannot be written"), path);
        image.m_database = std::move(*database);
        auto filled = image.m_database->transaction([&] { return image.fillNew(kind, tree, meta, owners); });
        if (!filled) {
            image.m_database.reset();
            QFile::remove(partial);
            return filled;
        }
    }
    if (!QFile::rename(partial, path)) {
        QFile::remove(partial);
        return fail(ErrorKind::Io, QCoreApplication::translate("TreeImage", "the image cannot be written"), path);
    }
    return {};
}

Result<void> TreeImage::fillNew(ImageKind kind, const Tree& tree, const ImageMeta& meta, const Owners& owners)
{
    for (const QString& statement : {QStringLiteral("PRAGMA application_id=%1").arg(static_cast<std::uint32_t>(kind)),
             QStringLiteral("PRAGMA user_version=%1").arg(versionOf(kind)), QString::fromLatin1(kNodeTable),
             QString::fromLatin1(kMetaTable)})
        if (auto done = m_database->run(statement); !done)
            return done;
    m_tree = tree;
    const auto names = owners.ofAll(m_tree);
    std::vector<NodeId> all;
    for (std::uint32_t i = 0; i < m_tree.idEnd(); ++i)
        if (m_tree.contains(NodeId{i}))
            all.push_back(NodeId{i});
    std::vector<NodeId> open{Tree::root()};
    while (!open.empty()) { // parents first
        const NodeId node = open.back();
        open.pop_back();
        m_ledger.put(m_tree, node, m_ledger.intern(std::string(names[index(node)])));
        const auto below = m_tree.children(node);
        open.insert(open.end(), below.begin(), below.end());
    }
    m_meta = meta;
    m_meta[kGeneration] = numberBytes(0);
    auto written = write(pendingRows(std::move(all)), m_meta, m_sum);
    return written ? Result<void>() : tl::unexpected(written.error());
}

Result<TreeImage> TreeImage::open(const QString& path, ImageKind kind, StoreProbe probe)
{
    if (!QFileInfo(path).isFile())
        return fail(ErrorKind::NotFound, QCoreApplication::translate("TreeImage", "there is no such image"), path);
    const auto found = imageKindOf(path);
    if (!found)
        return fail(ErrorKind::Syntax,
            QCoreApplication::translate("TreeImage", "this is not an image of a card or a handset"), path);
    if (*found != kind)
        return fail(ErrorKind::Unsupported,
            kind == ImageKind::Card
                ? QCoreApplication::translate("TreeImage", "a card's image was expected, this is another kind")
                : QCoreApplication::translate("TreeImage", "a handset's image was expected, this is another kind"),
            path);
    auto database = Database::open(path, Database::Mode::Open, std::move(probe));
    if (!database)
        return tl::unexpected(database.error());
    TreeImage image;
    image.m_database = std::move(*database);
    if (auto loaded = image.load(kind); !loaded)
        return tl::unexpected(loaded.error());
    return image;
}

Result<void> TreeImage::load(ImageKind kind)
{
    auto version = m_database->ask(QStringLiteral("PRAGMA user_version"));
    if (!version)
        return tl::unexpected(version.error());
    const int found = version->next() ? version->value(0).toInt() : 0;
    if (found < 1 || found > versionOf(kind))
        return fail(ErrorKind::Unsupported,
            QCoreApplication::translate("TreeImage", "an image of version %1 at most was expected, this is version %2")
                .arg(versionOf(kind))
                .arg(found),
            path());
    version->finish();
    if (auto meta = loadMeta(); !meta)
        return meta;
    return loadNodes();
}

Result<void> TreeImage::loadMeta()
{
    auto query = m_database->ask(QStringLiteral("SELECT key,value FROM meta"));
    if (!query)
        return tl::unexpected(query.error());
    while (query->next())
        m_meta[query->value(0).toString().toStdString()] = toBytes(query->value(1).toByteArray());
    if (m_meta[kMetaSum] != metaSum(m_meta, m_hasher))
        return damaged(QT_TRANSLATE_NOOP("TreeImage", "its header entries do not agree with their digest"));
    m_sum = numberFrom(m_meta[kNodeSum]);
    return {};
}

Result<void> TreeImage::loadNodes()
{
    auto query =
        m_database->ask(QStringLiteral("SELECT %1 FROM nodes ORDER BY parent,name").arg(QLatin1String(kNodeColumns)));
    if (!query)
        return tl::unexpected(query.error());
    TreeLoader loader;
    if (auto read = loader.read(*query, m_hasher); !read)
        return fail(ErrorKind::Damaged,
            QCoreApplication::translate("TreeImage", "the image is damaged: %1").arg(read.error().text()), path());
    if (loader.sum() != m_sum)
        return damaged(QT_TRANSLATE_NOOP("TreeImage", "its nodes do not agree with their digest"));
    const auto order = loader.build();
    if (!order)
        return fail(ErrorKind::Damaged,
            QCoreApplication::translate("TreeImage", "the image is damaged: %1").arg(order.error().text()), path());
    auto tree = loader.finish();
    if (!tree)
        return fail(ErrorKind::Damaged,
            QCoreApplication::translate("TreeImage", "the image is damaged: %1").arg(tree.error().text()), path());
    if (order->size() != loader.size())
        return damaged(QT_TRANSLATE_NOOP("TreeImage", "it has nodes without a parent"));
    m_tree = std::move(*tree);
    m_rows.reserve(order->size());
    for (const std::size_t i : *order) {
        const auto node = static_cast<NodeId>(m_rows.size());
        m_rows.push_back({loader.row(i).id, loader.sumAt(i)});
        m_ledger.put(m_tree, node, m_ledger.intern(loader.row(i).owner));
        m_nextRow = std::max(m_nextRow, loader.row(i).id + 1);
    }
    return {};
}

Bytes TreeImage::meta(const std::string& key) const
{
    const auto found = m_meta.find(key);
    return found == m_meta.end() ? Bytes() : found->second;
}

std::uint64_t TreeImage::changes() const
{
    return numberFrom(meta(kGeneration));
}

void TreeImage::settle(const std::vector<NodeId>& touched, const std::string& owner)
{
    const OwnerLedger::Owner stores = m_ledger.intern(owner);
    for (const NodeId id : touched)
        if (!m_tree.contains(id))
            m_ledger.drop(id);
        else if (m_ledger.has(id))
            m_ledger.measure(m_tree, id);
        else
            m_ledger.put(m_tree, id, stores);
}

TreeImage::Row TreeImage::rowOf(NodeId id) const
{
    return index(id) < m_rows.size() ? m_rows[index(id)] : Row{};
}

std::vector<TreeImage::PendingRow> TreeImage::pendingRows(std::vector<NodeId> ids)
{
    std::sort(ids.begin(), ids.end());
    ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
    std::vector<PendingRow> rows;
    rows.reserve(ids.size());
    for (const NodeId id : ids) {
        Row row = rowOf(id);
        if (!m_tree.contains(id)) {
            if (row.id != 0)
                rows.push_back({id, {row.id, 0}});
            continue;
        }
        if (row.id == 0)
            row = {m_nextRow++, 0};
        rows.push_back({id, row});
    }
    return rows;
}

Result<std::vector<TreeImage::PendingRow>> TreeImage::write(
    std::vector<PendingRow> rows, ImageMeta& meta, std::uint64_t& sum)
{
    // Rows of new nodes are known before any of them is written: a child may come before its parent.
    std::unordered_map<std::uint32_t, qint64> fresh;
    for (const PendingRow& pending : rows)
        if (m_tree.contains(pending.node))
            fresh.emplace(index(pending.node), pending.row.id);
    const auto rowIdOf = [&](NodeId id) {
        const auto found = fresh.find(index(id));
        return found == fresh.end() ? rowOf(id).id : found->second;
    };
    auto put = m_database->prepare(QStringLiteral("INSERT OR REPLACE INTO nodes(%1) VALUES(?,?,?,?,?,?,?,?,?,?,?)")
                                       .arg(QLatin1String(kNodeColumns)));
    auto drop = m_database->prepare(QStringLiteral("DELETE FROM nodes WHERE id=?"));
    if (!put || !drop)
        return tl::unexpected(put ? drop.error() : put.error());
    for (PendingRow& pending : rows) {
        sum -= rowOf(pending.node).sum;
        if (!m_tree.contains(pending.node)) {
            if (auto done = m_database->run(*drop, {pending.row.id}); !done)
                return tl::unexpected(done.error());
            pending.row = {};
            continue;
        }
        const NodeId parent = m_tree.parent(pending.node);
        const NodeRow row{pending.row.id, parent == kNoNode ? 0 : rowIdOf(parent), m_tree.data(pending.node),
            m_ledger.nameOf(pending.node)};
        pending.row.sum = sumOf(row, m_hasher);
        sum += pending.row.sum;
        if (auto done = m_database->run(*put, values(row)); !done)
            return tl::unexpected(done.error());
    }
    meta[kNodeSum] = numberBytes(sum);
    meta[kMetaSum] = metaSum(meta, m_hasher);
    if (auto done = writeMeta(meta); !done)
        return tl::unexpected(done.error());
    return rows;
}

Result<void> TreeImage::writeMeta(const ImageMeta& meta)
{
    auto put = m_database->prepare(QStringLiteral("INSERT OR REPLACE INTO meta(key,value) VALUES(?,?)"));
    if (!put)
        return tl::unexpected(put.error());
    for (const auto& [key, value] : meta) {
        // Everything is written into a new file; later only what changed.
        if (const auto old = m_meta.find(key); &m_meta != &meta && old != m_meta.end() && old->second == value)
            continue;
        // Of no bytes a null array is made, and of that NULL.
        const QByteArray octets = value.empty() ? QByteArray("") : toByteArray(value);
        if (auto done = m_database->run(*put, {QString::fromStdString(key), octets}); !done)
            return done;
    }
    return {};
}

Result<void> TreeImage::checkGeneration()
{
    auto stored = m_database->ask(QStringLiteral("SELECT value FROM meta WHERE key='generation'"));
    if (!stored)
        return tl::unexpected(stored.error());
    if (!stored->next() || toBytes(stored->value(0).toByteArray()) != m_meta[kGeneration])
        return fail(ErrorKind::Conflict,
            QCoreApplication::translate("TreeImage", "another program has changed the image; open it again"), path());
    return {};
}

Result<void> TreeImage::commit(TreeEditor& editor, const std::string& owner, const ImageMeta& changed)
{
    std::vector<NodeId> touched = editor.changes().touched;
    touched.insert(touched.end(), m_stale.begin(), m_stale.end());
    const bool keepsLedger = editor.ledger() == &m_ledger;
    if (!keepsLedger)
        settle(touched, owner);
    auto done = save(touched, changed);
    if (!done)
        editor.rollBack(0);
    std::vector<NodeId> moved = editor.take().touched;
    if (!done && !keepsLedger)
        settle(moved, owner);
    if (done)
        m_stale.clear();
    else
        m_stale.insert(m_stale.end(), moved.begin(), moved.end());
    return done;
}

Result<void> TreeImage::save(
    const std::vector<NodeId>& touched, const ImageMeta& changed, const std::function<Result<void>(Database&)>& also)
{
    auto rows = pendingRows(touched);
    ImageMeta meta = m_meta;
    for (const auto& [key, value] : changed)
        meta[key] = value;
    meta[kGeneration] = numberBytes(numberFrom(meta[kGeneration]) + 1);
    std::uint64_t sum = m_sum;
    auto done = m_database->transaction([&]() -> Result<void> {
        if (auto ours = checkGeneration(); !ours)
            return ours;
        if (also)
            if (auto theirs = also(*m_database); !theirs)
                return theirs;
        auto written = write(std::move(rows), meta, sum);
        if (!written)
            return tl::unexpected(written.error());
        rows = std::move(*written);
        return {};
    });
    if (!done)
        return done;
    for (const PendingRow& pending : rows) {
        if (index(pending.node) >= m_rows.size())
            m_rows.resize(index(pending.node) + 1);
        m_rows[index(pending.node)] = pending.row;
    }
    m_meta = std::move(meta);
    m_sum = sum;
    return {};
}

} // namespace dmsc
