// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cardio/store/owner_ledger.h"
#include "model/tree/tree.h"

#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace dmsc {

/// The wall clock in UTC basic ISO 8601 ("20010711T163817Z"), for TStamp (TND 8.3.7.10). Comes in from outside.
using StampClock = std::function<std::string()>;
[[nodiscard]] StampClock systemStampClock();

/// What happened to one node, as the journal tells it.
struct Change
{
    enum class Kind : std::uint8_t {
        Added = 1, ///< the subtree at `uri` is new
        Deleted = 2, ///< the subtree that was at `uri` is gone
        Changed = 3, ///< value or properties of the node itself, not of those below
    };
    Kind kind = Kind::Changed;
    Uri uri;
    friend bool operator==(const Change&, const Change&) = default;
};

/// What one store transaction has to write.
struct ChangeSet
{
    std::vector<NodeId> touched; ///< every id whose node was added, changed or removed; may repeat
    std::vector<Change> changes; ///< in order
};

/// A node as it was, and whose, before it was changed or removed.
struct FormerNode
{
    Uri uri;
    NodeData data;
    OwnerLedger::Owner owner = OwnerLedger::Owner::Nobody;
};

/// Changes a tree, notes what was changed for the store and how to take it back.
class TreeEditor
{
public:
    explicit TreeEditor(Tree& tree, StampClock clock = {});
    /// What is added belongs to `owner`, what is changed stays whose it was; the ledger goes along with the tree.
    TreeEditor(Tree& tree, StampClock clock, OwnerLedger& ledger, const std::string& owner);

    [[nodiscard]] const Tree& tree() const { return *m_tree; }

    Result<NodeId> add(NodeId parent, const NodeData& data);
    Result<NodeId> addSubtree(NodeId parent, std::string_view name, const Tree& other, NodeId from);
    Result<void> remove(NodeId id);
    Result<void> rename(NodeId id, std::string_view name);
    Result<void> setValue(NodeId id, std::string_view value);
    Result<void> setFormat(NodeId id, Format format);
    Result<void> setType(NodeId id, std::string_view type);
    Result<void> setAcl(NodeId id, std::string_view acl);
    Result<void> setTitle(NodeId id, std::string_view title);
    /// All at once but name and stamps; the Format's kind (interior or leaf) must be the node's.
    Result<void> setData(NodeId id, const NodeData& data);
    /// setAcl() that follows from something else and is nobody's own change: formers() does not tell of it.
    Result<void> tidyAcl(NodeId id, std::string_view acl);
    /// The node alone passes to another owner; nothing without a ledger.
    void setOwner(NodeId id, const std::string& owner);
    /// The subtree at `id` becomes a copy of `from`'s, its name kept; all of it is the editor's owner's.
    Result<NodeId> replaceSubtree(NodeId id, const Tree& other, NodeId from);

    /// A point to go back to.
    [[nodiscard]] std::size_t mark() const { return m_undo.size(); }
    void rollBack(std::size_t mark);

    /// Bytes that the changes since the start took (or gave back, when negative), counted as storedBytes does.
    [[nodiscard]] std::int64_t growth() const { return m_growth; }
    [[nodiscard]] const OwnerLedger* ledger() const { return m_ledger; } ///< null: without one
    [[nodiscard]] const ChangeSet& changes() const { return m_changes; }
    /// Every node that was changed or removed, step by step: the first of a URI tells how it was at the start.
    [[nodiscard]] std::vector<FormerNode> formers() const;
    /// Hands over what is to be written and forgets how to take it back.
    [[nodiscard]] ChangeSet take();

private:
    struct Undo
    {
        enum class Kind : std::uint8_t { Remove, Restore, Rename, Put, Owner } kind = Kind::Put;
        Uri uri; ///< where the node is after the change
        std::string name; ///< Rename: the one before
        std::shared_ptr<const Tree> subtree; ///< Restore: what was removed, below the root
        NodeData data; ///< Put: the node as it was
        std::vector<OwnerLedger::Owner> owners; ///< Restore: of the subtree; Put: of the node; Owner: the one before
        bool tidying = false; ///< Put: it followed from something else
        std::size_t changes = 0; ///< length of the journal before
        std::int64_t growth = 0;
    };

    [[nodiscard]] Undo begin(Undo::Kind kind) const;
    void undo(const Undo& step);
    void touch(NodeId id) { m_changes.touched.push_back(id); }
    void touchSubtree(NodeId id);
    void own(NodeId subtree);
    void measure(NodeId id);
    /// Remembers the node, runs `change` and stamps the node when it succeeded.
    Result<void> change(NodeId id, const std::function<Result<void>()>& change, bool stamps);
    void put(NodeId id, const NodeData& data);

    Tree* m_tree;
    StampClock m_clock;
    OwnerLedger* m_ledger = nullptr;
    OwnerLedger::Owner m_owner = OwnerLedger::Owner::Nobody;
    std::vector<Undo> m_undo;
    ChangeSet m_changes;
    std::int64_t m_growth = 0;
};

/// What a node takes of the store's memory: its texts and 32 bytes for the rest.
[[nodiscard]] std::uint64_t storedBytes(const NodeData& data);
[[nodiscard]] std::uint64_t storedNodeBytes(const Tree& tree, NodeId node);
[[nodiscard]] std::uint64_t storedBytes(const Tree& tree, NodeId subtree = Tree::root());

} // namespace dmsc
