// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/formats/description.h"
#include "model/items/visible_rows.h"

#include <QAbstractTableModel>
#include <QString>
#include <QStringList>

#include <array>
#include <memory>
#include <optional>
#include <vector>

namespace dmsc {

/// Both sides of the desk as rows that line up: the pairs of a Workspace that are unfolded and pass the filter.
/// A row is a pair; the root "." is row 0. Rows keep their selection over unfolding, filtering and plan changes, which
/// come as row insertions and removals wherever these are few enough to be worth it.
class CompareModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { DeviceName, DeviceValue, StateColumn, CardName, CardValue, CardOwner, ColumnCount };
    enum Role {
        DepthRole = Qt::UserRole, ///< int, 0 for the root
        HasChildrenRole, ///< bool: there is something to unfold
        ExpandedRole, ///< bool
        StateRole, ///< int, of PairState
        MovedRole, ///< bool
        DifferencesRole, ///< int: differences from this row on down that pass the filter
        PairRole, ///< uint, of PairNo
        PendingRole, ///< bool: the plan touches this column's side; State column: either
        DeletedRole, ///< bool: the plan takes this column's node away; its name is still told
        GapRole, ///< bool: this column's side has no such node
        ShortTextRole, ///< QString: of the State column, where there is no room for its text
        UriRole, ///< QString: on this column's side, of a gap where it would be; State column: wherever it is
    };
    static constexpr const char* kMimeType = "application/x-dmsc-pairs";

    /// Where next/previous difference leads.
    struct Jump
    {
        int row = -1;
        bool wrapped = false; ///< went over the end
    };

    explicit CompareModel(QObject* parent = nullptr);

    [[nodiscard]] const Workspace& workspace() const { return m_workspace; }
    /// A side was opened, read again or changed: gives back the operations that left the plan. What is unfolded stays
    /// so, by URI.
    std::vector<Operation> setCommitted(Side side, std::shared_ptr<const Tree> tree);
    Result<void> stage(std::vector<Operation> operations);
    void unstage(std::size_t count);
    std::size_t removeAt(std::size_t position);

    [[nodiscard]] PairNo pairAt(int row) const; ///< kNoPair outside
    [[nodiscard]] int rowOf(PairNo pair) const; ///< -1 if it is not a row now
    /// Unfolds what is above; -1 where there is no such node or the filter hides it.
    int rowForUri(Side side, const Uri& uri);
    int reveal(PairNo pair);
    [[nodiscard]] bool isExpanded(int row) const;
    void setExpanded(int row, bool expanded);
    void setExpandedBelow(int row, bool expanded); ///< the row and everything below it
    void expandAll();
    void collapseAll(); ///< only the root stays unfolded
    void expandDifferences(); ///< exactly what leads to a difference is unfolded
    /// The next row that differs, wrapping at the end; unfolds what is above it. Nothing where none is left.
    std::optional<Jump> nextDifference(int row);
    std::optional<Jump> previousDifference(int row);

    /// Who stored what on the card (ADM-5); null where nobody tells.
    void setOwners(std::shared_ptr<const Owners> owners);
    /// What a DDF lets nobody Get is shown as dots; null where there is none.
    void setDescriptions(Side side, std::shared_ptr<const DescriptionSet> descriptions);
    [[nodiscard]] bool hasOwners() const { return m_owners && !m_owners->told().empty(); }
    [[nodiscard]] QStringList ownerNames() const; ///< in alphabetical order
    /// Of a pair's node on the card; empty where it has none, or where only the plan has it.
    [[nodiscard]] QString ownerOf(PairNo pair) const;

    void setFilter(const CompareFilter& filter);
    [[nodiscard]] const CompareFilter& filter() const { return m_filter; }

    /// The pairs in data dragged from a model like this, and the side they were dragged from.
    struct Dragged
    {
        Side from = Side::Device;
        std::vector<PairNo> pairs;
    };
    [[nodiscard]] std::optional<Dragged> dragged(const QMimeData* data) const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex& index) const override;
    [[nodiscard]] QStringList mimeTypes() const override;
    [[nodiscard]] QMimeData* mimeData(const QModelIndexList& indexes) const override;
    [[nodiscard]] bool canDropMimeData(
        const QMimeData* data, Qt::DropAction action, int row, int column, const QModelIndex& parent) const override;
    bool dropMimeData(
        const QMimeData* data, Qt::DropAction action, int row, int column, const QModelIndex& parent) override;
    [[nodiscard]] Qt::DropActions supportedDropActions() const override { return Qt::CopyAction; }

Q_SIGNALS:
    /// Rows were dropped on the other side; whoever keeps the undo stack stages workspace().copyPlan(from, pairs).
    void copyRequested(dmsc::Side from, const std::vector<dmsc::PairNo>& pairs);
    /// The plan, the trees or the alignment are others than before.
    void workspaceChanged();
    void ownersChanged();

private:
    struct Nodes
    {
        NodeId device;
        NodeId card;
    };

    [[nodiscard]] static std::optional<Side> sideOf(int column);
    [[nodiscard]] bool isOpen(PairNo pair) const;
    void setOpen(PairNo pair, bool open);
    [[nodiscard]] bool hasShownChildren(PairNo pair) const;
    [[nodiscard]] std::uint32_t shownDifferences(PairNo pair) const;
    [[nodiscard]] QString nodeText(int column, PairNo pair) const;
    [[nodiscard]] QString valueText(Side side, NodeId node) const;
    [[nodiscard]] QString stateCell(PairNo pair) const;
    [[nodiscard]] QString shortState(PairNo pair) const;
    [[nodiscard]] std::uint32_t differencesInside(PairNo pair) const;
    [[nodiscard]] bool isDeleted(Side side, PairNo pair) const;
    [[nodiscard]] QString goneText(Side side, PairNo pair) const; ///< what the plan deletes below and no row tells of
    [[nodiscard]] QString accessibleText(PairNo pair) const;
    [[nodiscard]] QString accessibleSide(Side side, PairNo pair) const;
    [[nodiscard]] Side anySide(PairNo pair) const;
    [[nodiscard]] bool isPending(std::optional<Side> side, PairNo pair) const;

    [[nodiscard]] std::vector<PairNo> allRows() const;
    void syncRows(); ///< after unfolding; pair numbers are the same
    [[nodiscard]] std::vector<Nodes> nodesOfRows() const;
    void syncRowsByNodes(const std::vector<Nodes>& before); ///< after a change of the trees
    /// Rows [oldBegin, oldEnd) give way to [newBegin, newEnd) of the new list.
    struct RowStep
    {
        std::uint32_t oldBegin, oldEnd;
        std::uint32_t newBegin, newEnd;
    };
    [[nodiscard]] std::vector<RowStep> keepRows(
        const RowStep& within, const std::vector<Nodes>& before, const std::vector<PairNo>& fresh);
    void takeRows(const std::vector<RowStep>& steps, std::vector<PairNo> fresh);
    void workspaceHasChanged(const std::vector<Nodes>& before);
    [[nodiscard]] std::vector<Uri> openUris() const;
    [[nodiscard]] std::optional<Jump> jumpTo(PairNo pair, bool wrapped);

    Workspace m_workspace;
    std::shared_ptr<const Owners> m_owners;
    std::array<std::shared_ptr<const DescriptionSet>, 2> m_descriptions;
    CompareFilter m_filter;
    FilterMarks m_marks;
    Expansion m_expansion;
    Expansion m_folded; // while a filter is active all is unfolded but these
    std::vector<PairNo> m_rows;
};

} // namespace dmsc
