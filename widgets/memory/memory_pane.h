// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/compare/side.h"
#include "model/items/memory_model.h"
#include "model/items/memory_queue_model.h"
#include "widgets/memory/placement_line.h"

#include <QMimeData>
#include <QWidget>

#include <optional>

class QAction;
class QLabel;
class QStackedWidget;
class QTableView;
class QToolButton;
class QUndoStack;

namespace dmsc {

class AllocationBar;
class GrantForm;

/// A card as the memory editor sees it.
struct MemoryCard
{
    Side side = Side::Card;
    QString title;
    MemoryMap map;
    std::optional<AccessConditions> access;
};

/// The memory allocation editor: how a card's memory is divided, as a bar and as a table, and the changes that wait to
/// be asked for. Asks for nothing itself: applyRequested() says what is wanted.
class MemoryPane : public QWidget
{
    Q_OBJECT

public:
    /// `open` is offered while there is no card.
    MemoryPane(QUndoStack& undo, const QList<QAction*>& open, QWidget* parent = nullptr);

    void showCard(const MemoryCard& card);
    /// No memory to show, and why.
    void showNothing(const QString& why);
    [[nodiscard]] bool hasCard() const { return m_card.has_value(); }
    void setBusy(bool busy);
    void setCandidate(const std::optional<MemoryCandidate>& candidate);
    /// What the plan lacks; empty: nothing.
    void setPlanWarning(const QString& warning, Blocks missing);
    void takeResults(const std::vector<MemoryResult>& results);
    void giveUp();
    /// Sends the queue on its way, if there is one.
    void apply();
    /// Asks the queue for so many blocks more for ourselves.
    void askForMore(Blocks blocks);

    [[nodiscard]] MemoryQueueModel& queue() { return m_queue; }
    [[nodiscard]] AllocationBar& bar() { return *m_bar; }
    [[nodiscard]] QTableView& table() { return *m_table; }
    [[nodiscard]] const std::optional<MemoryCard>& card() const { return m_card; }
    [[nodiscard]] QSize sizeHint() const override;

Q_SIGNALS:
    void applyRequested(dmsc::Side side, const std::vector<dmsc::MemoryRequest>& requests);
    void dropped(const QMimeData* data);
    void shown(); ///< it can be seen again
    void discarded(int changes); ///< that waited: their card is gone

protected:
    void showEvent(QShowEvent* event) override;

private:
    void build(const QList<QAction*>& open);
    void discardQueue();
    QWidget* buildEditor();
    QWidget* buildQueue();
    QWidget* buildEmpty(const QList<QAction*>& open);
    void connectParts();
    void chooseRow(int row);
    void update();
    void updateRow();
    void updateButtons();
    [[nodiscard]] QString whyNot(const MemoryRow& row) const;
    [[nodiscard]] std::string entityAt(int row) const;
    [[nodiscard]] QString summary() const;
    void change(const std::string& entity, Blocks blocks);
    void push(std::vector<MemoryChange> before, const std::string& entity, const QString& text);
    void refuse(const QString& why);
    void removeSelected();

    QUndoStack& m_undo;
    MemoryModel m_model;
    MemoryQueueModel m_queue;
    std::optional<MemoryCard> m_card;
    std::optional<std::vector<MemoryChange>> m_beforeDrag;
    Blocks m_planMissing{};
    int m_row = -1;
    bool m_busy = false;

    QStackedWidget* m_pages = nullptr;
    QLabel* m_empty = nullptr;
    QLabel* m_summary = nullptr;
    QLabel* m_live = nullptr; ///< what a change would give, or why it cannot be
    QLabel* m_planText = nullptr;
    QToolButton* m_planMore = nullptr;
    AllocationBar* m_bar = nullptr;
    GrantForm* m_form = nullptr;
    PlacementLine* m_placement = nullptr;
    QTableView* m_table = nullptr;
    QStackedWidget* m_queuePages = nullptr;
    QTableView* m_queueTable = nullptr;
    QToolButton* m_apply = nullptr;
    QToolButton* m_remove = nullptr;
    QToolButton* m_clear = nullptr;
};

} // namespace dmsc
