// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cardio/store/store_probe.h"
#include "cardio/store/tree_editor.h"
#include "model/access/owners.h"
#include "model/bytes.h"

#include <QString>

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>

namespace dmsc {

class Database;

/// What an image file holds; the number is SQLite's application_id.
enum class ImageKind : std::uint32_t { Card = 0x444D5363, Handset = 0x444D5368, Snapshot = 0x444D5373 };

/// Looks at a regular file's first 100 bytes: an image of ours and of which kind, or nothing.
[[nodiscard]] std::optional<ImageKind> imageKindOf(const QString& path);

/// A copy of an image of that kind as it stands now, at a path where there is nothing yet; others may go on using and
/// changing it meanwhile. Errors as TreeImage::open().
Result<void> copyImage(const QString& path, ImageKind kind, const QString& copy);

using ImageMeta = std::map<std::string, Bytes>;

/// A tree in a SQLite file. Every change set is one transaction; checked as a whole on opening and never touched
/// when it is not right. Lives in the thread that opened it.
class TreeImage
{
public:
    TreeImage(TreeImage&&) noexcept;
    TreeImage& operator=(TreeImage&&) noexcept;
    ~TreeImage();

    /// Writes a new file (under another name first); Exists when there is one already.
    static Result<void> create(
        const QString& path, ImageKind kind, const Tree& tree, const ImageMeta& meta, const Owners& owners = {});
    /// NotFound; Syntax for a foreign file; Unsupported for another version or kind; Damaged.
    [[nodiscard]] static Result<TreeImage> open(const QString& path, ImageKind kind, StoreProbe probe = {});

    [[nodiscard]] const QString& path() const;
    /// The tree may be changed by a TreeEditor whose ChangeSet is then given to commit().
    [[nodiscard]] Tree& tree() { return m_tree; }
    [[nodiscard]] const Tree& tree() const { return m_tree; }
    [[nodiscard]] const ImageMeta& meta() const { return m_meta; }
    [[nodiscard]] Bytes meta(const std::string& key) const;
    [[nodiscard]] std::uint64_t changes() const; ///< what was stored since it was created, one by one
    [[nodiscard]] const std::string& owner(NodeId id) const { return m_ledger.nameOf(id); } ///< who stored the node
    [[nodiscard]] const OwnerLedger& ledger() const { return m_ledger; }
    /// For changes by `owner`: what it adds is its own, what others stored stays theirs.
    [[nodiscard]] TreeEditor edit(const std::string& owner, StampClock clock)
    {
        return TreeEditor(m_tree, std::move(clock), m_ledger, owner);
    }

    /// Stores what the editor changed, in one transaction, and takes it off the editor. When that fails nothing is
    /// written and the editor is rolled back. Conflict when another program has changed the file since.
    /// `owner` counts for editors that edit() did not make.
    Result<void> commit(TreeEditor& editor, const std::string& owner, const ImageMeta& changed = {});
    /// `also` writes into tables that are not ours, in the same transaction.
    Result<void> saveMeta(const ImageMeta& changed, const std::function<Result<void>(Database&)>& also = {})
    {
        return save({}, changed, also);
    }
    [[nodiscard]] Database& database() { return *m_database; }

private:
    struct Row
    {
        qint64 id = 0; ///< 0 = not in the file
        std::uint64_t sum = 0;
    };
    struct PendingRow
    {
        NodeId node;
        Row row;
    };

    TreeImage();
    Result<void> load(ImageKind kind);
    Result<void> loadMeta();
    Result<void> loadNodes();
    Result<void> fillNew(ImageKind kind, const Tree& tree, const ImageMeta& meta, const Owners& owners);
    [[nodiscard]] Row rowOf(NodeId id) const;
    [[nodiscard]] std::vector<PendingRow> pendingRows(std::vector<NodeId> ids);
    /// Brings the ledger up to date where an editor without it has been.
    void settle(const std::vector<NodeId>& touched, const std::string& owner);
    /// Gives the rows back with their sums.
    Result<std::vector<PendingRow>> write(std::vector<PendingRow> rows, ImageMeta& meta, std::uint64_t& sum);
    Result<void> checkGeneration();
    Result<void> save(const std::vector<NodeId>& touched, const ImageMeta& changed,
        const std::function<Result<void>(Database&)>& also = {});
    Result<void> writeMeta(const ImageMeta& meta);
    [[nodiscard]] tl::unexpected<Error> damaged(const char* what) const;

    std::unique_ptr<Database> m_database;
    Tree m_tree;
    ImageMeta m_meta;
    std::vector<Row> m_rows; // by NodeId
    OwnerLedger m_ledger;
    std::uint64_t m_sum = 0; // of all rows, modulo 2^64
    std::vector<NodeId> m_stale; // nodes that a failed commit and its rolling back have moved
    qint64 m_nextRow = 1;
    Hasher m_hasher;
};

} // namespace dmsc
