// SPDX-License-Identifier: Apache-2.0
#include "widgets/memory/memory_pane.h"

#include "widgets/memory/allocation_bar.h"
#include "widgets/memory/grant_form.h"
#include "widgets/memory/memory_commands.h"

#include <QAccessible>
#include <QLabel>
#include <QSignalBlocker>
#include <QStackedWidget>
#include <QTableView>
#include <QToolButton>
#include <QUndoStack>

#include <algorithm>

namespace dmsc {

MemoryPane::MemoryPane(QUndoStack& undo, const QList<QAction*>& open, QWidget* parent)
    : QWidget(parent)
    , m_undo(undo)
{
    setObjectName(QStringLiteral("memoryPane"));
    build(open);
    connectParts();
    showNothing({});
}

void MemoryPane::connectParts()
{
    connect(&m_queue, &MemoryQueueModel::queueChanged, this, &MemoryPane::update);
    connect(m_bar, &AllocationBar::rowChosen, this, &MemoryPane::chooseRow);
    connect(m_bar, &AllocationBar::dropped, this, &MemoryPane::dropped);
    connect(m_bar, &AllocationBar::moving, this, [this](int row, qulonglong blocks) {
        if (!m_beforeDrag)
            m_beforeDrag = m_queue.queue().changes();
        (void)m_queue.want(entityAt(row), Blocks{blocks}); // within the bounds: refused by nothing
    });
    connect(m_bar, &AllocationBar::wanted, this,
        [this](int row, qulonglong blocks) { change(entityAt(row), Blocks{blocks}); });
    connect(m_bar, &AllocationBar::abandoned, this, [this] {
        if (m_beforeDrag)
            m_queue.setChanges(*m_beforeDrag);
        m_beforeDrag.reset();
    });
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
        [this](const QModelIndex& current) { chooseRow(current.row()); });
    connect(m_form, &GrantForm::wanted, this, [this](qulonglong blocks) { change(entityAt(m_row), Blocks{blocks}); });
    connect(m_form, &GrantForm::releaseWanted, this, [this] {
        const std::string entity = entityAt(m_row);
        change(entity, m_queue.queue().least(entity));
    });
    connect(m_form, &GrantForm::deleteWanted, this, [this] {
        const std::string entity = entityAt(m_row);
        std::vector<MemoryChange> before = m_queue.queue().changes();
        if (const auto done = m_queue.wantDeleted(entity); !done)
            refuse(done.error().text());
        push(std::move(before), {}, tr("delete what %1 stored").arg(QString::fromStdString(entity)));
    });
    connect(m_placement, &PlacementLine::moreWanted, this, [this](qulonglong blocks) { askForMore(Blocks{blocks}); });
    connect(m_planMore, &QToolButton::clicked, this, [this] { askForMore(m_planMissing); });
    connect(m_queueTable->selectionModel(), &QItemSelectionModel::selectionChanged, this, &MemoryPane::updateButtons);
    connect(m_remove, &QToolButton::clicked, this, &MemoryPane::removeSelected);
    connect(m_apply, &QToolButton::clicked, this, &MemoryPane::apply);
    connect(m_clear, &QToolButton::clicked, this, [this] {
        if (m_queue.showsResults()) {
            m_queue.dismissResults();
            return;
        }
        std::vector<MemoryChange> before = m_queue.queue().changes();
        m_queue.setChanges({});
        push(std::move(before), {}, tr("empty the memory queue"));
    });
}

// --- what is shown

void MemoryPane::showCard(const MemoryCard& card)
{
    const bool another = !m_card || m_card->side != card.side || m_card->title != card.title;
    m_card = card;
    m_beforeDrag.reset();
    if (another)
        discardQueue();
    m_queue.setMap(card.map);
    if (another)
        chooseRow(m_model.rowOf(card.map.self));
    m_pages->setCurrentIndex(1);
}

void MemoryPane::showNothing(const QString& why)
{
    m_card.reset();
    m_beforeDrag.reset();
    discardQueue();
    m_queue.setMap({});
    m_row = -1;
    m_empty->setText(why.isEmpty() ? tr("Open a card to see how its memory is divided: what the card keeps for itself, "
                                        "what each entity has been granted and uses, and what is free.")
                                   : why);
    m_pages->setCurrentIndex(0);
}

void MemoryPane::discardQueue()
{
    const auto waiting = int(m_queue.queue().changes().size());
    m_queue.setChanges({});
    if (waiting > 0)
        Q_EMIT discarded(waiting);
}

void MemoryPane::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    Q_EMIT shown();
}

void MemoryPane::setBusy(bool busy)
{
    m_busy = busy;
    updateButtons();
}

void MemoryPane::setCandidate(const std::optional<MemoryCandidate>& candidate)
{
    m_placement->showCandidate(candidate, m_queue.queue().map().blockSize);
    std::optional<AllocationGhost> ghost;
    if (candidate && candidate->problem.isEmpty() && !candidate->onCard)
        ghost = AllocationGhost{
            candidate->placement.entity, candidate->placement.needed, candidate->placement.shortOfGrant};
    m_bar->setGhost(ghost);
}

void MemoryPane::setPlanWarning(const QString& warning, Blocks missing)
{
    m_planMissing = missing;
    m_planText->setText(warning);
    m_planText->setToolTip(warning);
    m_planText->setVisible(!warning.isEmpty());
    m_planMore->setVisible(!warning.isEmpty());
    m_planMore->setText(tr("Ask for %1").arg(blockCountText(missing)));
    m_planMore->setAccessibleName(m_planMore->text());
}

void MemoryPane::update()
{
    const MemoryQueue& queue = m_queue.queue();
    m_model.setMaps(queue.map(), queue.after());
    std::vector<std::optional<AllocationRange>> ranges;
    for (const MemoryRow& row : m_model.rows()) {
        const bool movable = row.kind == MemoryRow::Kind::Entity && whyNot(row).isEmpty();
        ranges.push_back(
            movable ? std::optional(AllocationRange{queue.least(row.entity), queue.most(row.entity)}) : std::nullopt);
    }
    m_bar->setRows(m_model.rows(), m_model.rowsAfter(), std::move(ranges), queue.map().blockSize);
    m_table->setColumnHidden(MemoryModel::PendingColumn, !m_model.hasPending());
    m_summary->setText(summary());
    m_queuePages->setCurrentIndex(m_queue.rowCount() > 0 ? 1 : 0);
    updateRow();
    updateButtons();
}

QString MemoryPane::summary() const
{
    if (!m_card)
        return {};
    const MemoryMap& map = m_card->map;
    const QString size = tr("%1: %2 of %3 bytes, %4")
                             .arg(m_card->title, blockCountText(map.total), QLocale().toString(map.blockSize),
                                 memorySizeText(number(map.total) * map.blockSize));
    const QString own = whyNoMemoryChange(m_card->access, map, map.self);
    if (!own.isEmpty())
        return tr("%1. Read only: %2").arg(size, own);
    return tr("%1. We are %2").arg(size, QString::fromStdString(map.self));
}

void MemoryPane::chooseRow(int row)
{
    m_row = row >= 0 && row < m_model.rowCount() ? row : -1;
    if (m_row >= 0 && m_table->currentIndex().row() != m_row) {
        const QSignalBlocker blocker(m_table->selectionModel());
        m_table->setCurrentIndex(m_model.index(m_row, 0));
        m_table->viewport()->update();
    }
    updateRow();
}

void MemoryPane::updateRow()
{
    if (m_row >= m_model.rowCount())
        m_row = -1;
    m_bar->setCurrentRow(m_row);
    if (m_row < 0 || !m_card) {
        m_form->showNothing(tr("Choose an entity in the bar or in the table"));
        m_live->clear();
        return;
    }
    const MemoryRow& wanted = m_model.rowsAfter()[std::size_t(m_row)];
    if (wanted.kind == MemoryRow::Kind::Entity)
        m_form->showRow(wanted, m_card->map.blockSize, m_card->map.total, whyNot(wanted));
    else
        m_form->showNothing(tr("Only what is granted to an entity can be changed"));
    m_live->setForegroundRole(QPalette::WindowText);
    m_live->setText(tr("%1; %2").arg(m_bar->freeText(), m_bar->rowText(m_row)));
    m_live->setToolTip(m_live->text());
}

void MemoryPane::updateButtons()
{
    const MemoryQueue& queue = m_queue.queue();
    const bool results = m_queue.showsResults();
    const bool waits = !queue.empty() && !m_queue.isSent();
    const bool selected = waits && !results && m_queueTable->selectionModel()->hasSelection();
    m_apply->setEnabled(waits && !m_busy);
    m_apply->setText(waits ? tr("Apply %1", "changes of memory").arg(queue.changes().size()) : tr("Apply"));
    m_apply->setToolTip(m_busy ? tr("Something is running; wait or cancel it")
            : waits            ? tr("Ask the card for these changes, one after the other, until one is refused")
                               : tr("No change waits"));
    m_remove->setEnabled(selected);
    m_remove->setToolTip(selected ? QString() : tr("Select the changes to take out"));
    m_clear->setEnabled(m_queue.rowCount() > 0 && !m_queue.isSent());
    m_clear->setText(results ? tr("Clear results") : tr("Remove all"));
    m_queueTable->setColumnHidden(MemoryQueueModel::BarsColumn, results); // what came of it needs the room
    const QString own =
        m_card ? whyNoMemoryChange(m_card->access, m_card->map, m_card->map.self) : tr("No card is open");
    m_placement->setWhyNotMore(own);
    m_planMore->setEnabled(own.isEmpty());
    m_planMore->setToolTip(own);
}

QString MemoryPane::whyNot(const MemoryRow& row) const
{
    if (!m_card)
        return tr("No card is open");
    return m_queue.isSent() ? tr("The queue is under way") : whyNoMemoryChange(m_card->access, m_card->map, row.entity);
}

std::string MemoryPane::entityAt(int row) const
{
    return row >= 0 && row < m_model.rowCount() ? m_model.rows()[std::size_t(row)].entity : std::string();
}

// --- changes

void MemoryPane::change(const std::string& entity, Blocks blocks)
{
    const bool dragged = m_beforeDrag.has_value();
    std::vector<MemoryChange> before = dragged ? *m_beforeDrag : m_queue.queue().changes();
    m_beforeDrag.reset();
    const auto wanted = m_queue.want(entity, blocks);
    push(std::move(before), dragged ? std::string() : entity,
        tr("memory of %1", "undo").arg(QString::fromStdString(entity)));
    if (!wanted)
        refuse(wanted.error().text());
}

void MemoryPane::push(std::vector<MemoryChange> before, const std::string& entity, const QString& text)
{
    std::vector<MemoryChange> after = m_queue.queue().changes();
    if (before != after)
        m_undo.push(new MemoryCommand(m_queue, std::move(before), std::move(after), entity, text));
}

void MemoryPane::refuse(const QString& why)
{
    m_live->setForegroundRole(QPalette::WindowText);
    m_live->setText(tr("! %1").arg(why));
    m_live->setToolTip(why);
    QAccessibleEvent alert(m_live, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

void MemoryPane::askForMore(Blocks blocks)
{
    if (!m_card)
        return;
    const std::string& self = m_card->map.self;
    const int row = m_model.rowOf(self);
    if (row < 0)
        return;
    chooseRow(row);
    // What waits already counts.
    const Blocks granted = m_model.rows()[std::size_t(row)].size;
    const Blocks wanted = m_model.rowsAfter()[std::size_t(row)].size;
    change(self, std::max(wanted, Blocks{number(granted) + number(blocks)}));
}

void MemoryPane::removeSelected()
{
    std::vector<MemoryChange> before = m_queue.queue().changes();
    std::vector<std::string> entities;
    for (const QModelIndex& index : m_queueTable->selectionModel()->selectedRows())
        entities.push_back(index.data(MemoryQueueModel::EntityRole).toString().toStdString());
    for (const std::string& entity : entities)
        m_queue.remove(entity);
    push(std::move(before), {}, tr("remove %n change(s) of memory", nullptr, int(entities.size())));
}

void MemoryPane::apply()
{
    if (m_card && !m_queue.queue().empty() && !m_queue.isSent())
        Q_EMIT applyRequested(m_card->side, m_queue.send());
}

void MemoryPane::takeResults(const std::vector<MemoryResult>& results)
{
    m_queue.takeResults(results);
}

void MemoryPane::giveUp()
{
    m_queue.giveUp();
}

} // namespace dmsc
