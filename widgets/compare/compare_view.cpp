// SPDX-License-Identifier: Apache-2.0
#include "widgets/compare/compare_view.h"

#include "widgets/compare/compare_delegate.h"
#include "widgets/theme/grid.h"
#include "widgets/theme/left_to_right.h"

#include <QContextMenuEvent>
#include <QHeaderView>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QToolTip>

#include <algorithm>

namespace dmsc {

namespace {

constexpr int kStateWidth = 24 * kGrid;
constexpr int kMinColumn = 4 * kGrid;
constexpr int kOwnerWidth = 8 * kGrid;

} // namespace

CompareView::CompareView(CompareModel& model, QWidget* parent)
    : QTableView(parent)
    , m_model(model)
    , m_delegate(new CompareDelegate(this))
{
    setObjectName(QStringLiteral("compareView"));
    setAccessibleName(tr("Device and card, row by row"));
    setItemDelegate(m_delegate);
    setModel(&model);
    setShowGrid(false);
    setWordWrap(false);
    setFrameShape(QFrame::NoFrame);
    setTabKeyNavigation(false);
    setMouseTracking(true);
    setSelectionBehavior(SelectRows);
    setSelectionMode(ExtendedSelection);
    setEditTriggers(NoEditTriggers);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setDragEnabled(true);
    setAcceptDrops(true);
    setDragDropMode(DragDrop);
    setDropIndicatorShown(false); // the preview is ours
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    verticalHeader()->setDefaultSectionSize(dmsc::rowHeight(fontMetrics().height()));
    horizontalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    horizontalHeader()->setSectionResizeMode(CompareModel::DeviceName, QHeaderView::Interactive);
    horizontalHeader()->setSectionResizeMode(CompareModel::CardName, QHeaderView::Interactive);
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setSectionsClickable(false);
    horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    horizontalHeader()->setMinimumSectionSize(kMinColumn);
    setColumnHidden(CompareModel::CardOwner, true);
    connect(&model, &CompareModel::ownersChanged, this, [this] {
        setColumnHidden(CompareModel::CardOwner, !m_model.hasOwners());
        layOutColumns();
    });
    connect(horizontalHeader(), &QHeaderView::sectionResized, this, [this](int section, int, int size) {
        if (m_layingOut || (section != CompareModel::DeviceName && section != CompareModel::CardName))
            return;
        const int half = (viewport()->width() - kStateWidth) / 2;
        m_nameShare = half > 0 ? std::clamp(double(size) / half, 0.2, 0.8) : 0.5;
        layOutColumns(); // the other side follows
    });
}

void CompareView::layOutColumns()
{
    m_layingOut = true;
    const int half = std::max(2 * kMinColumn, (viewport()->width() - kStateWidth) / 2);
    const int name = int(half * m_nameShare);
    setColumnWidth(CompareModel::DeviceName, name);
    setColumnWidth(CompareModel::DeviceValue, half - name);
    setColumnWidth(CompareModel::StateColumn, kStateWidth);
    // The owner takes its room from the card's values: what stands in a row has to be told by its name.
    const int owner =
        isColumnHidden(CompareModel::CardOwner) ? 0 : std::max(kOwnerWidth, headerWidth(CompareModel::CardOwner));
    // What is left to the values shows at least what they are called.
    const int room = half - owner;
    const int value = std::min(headerWidth(CompareModel::CardValue), room / 2);
    const int cardName = std::max(std::min(name, room - value), std::min(int(room * m_nameShare), room - kMinColumn));
    setColumnWidth(CompareModel::CardName, cardName);
    setColumnWidth(CompareModel::CardValue, viewport()->width() - kStateWidth - half - cardName - owner);
    if (owner > 0)
        setColumnWidth(CompareModel::CardOwner, owner);
    m_layingOut = false;
}

int CompareView::headerWidth(int column) const
{
    const QString text = m_model.headerData(column, Qt::Horizontal, Qt::DisplayRole).toString();
    return horizontalHeader()->fontMetrics().horizontalAdvance(text) + 2 * kGrid;
}

void CompareView::resizeEvent(QResizeEvent* event)
{
    QTableView::resizeEvent(event);
    layOutColumns();
}

void CompareView::setFocusSide(Side side)
{
    m_side = side;
    m_delegate->setCurrentSide(side);
    updateRow(currentIndex().row());
}

PairNo CompareView::currentPair() const
{
    return currentIndex().isValid() ? m_model.pairAt(currentIndex().row()) : kNoPair;
}

std::vector<PairNo> CompareView::selectedPairs() const
{
    std::vector<PairNo> pairs;
    for (const QModelIndex& index : selectionModel()->selectedRows())
        pairs.push_back(m_model.pairAt(index.row()));
    if (pairs.empty() && currentPair() != kNoPair)
        pairs.push_back(currentPair());
    std::sort(pairs.begin(), pairs.end());
    return pairs;
}

void CompareView::goToRow(int row)
{
    if (row < 0 || row >= m_model.rowCount())
        return;
    const int column = m_side == Side::Device ? CompareModel::DeviceName : CompareModel::CardName;
    setCurrentIndex(m_model.index(row, column));
    scrollTo(currentIndex());
}

int CompareView::nearestRow(PairNo pair) const
{
    const AlignedTree& aligned = m_model.workspace().aligned();
    int row = m_model.rowOf(pair);
    while (row < 0 && pair != kRootPair) {
        pair = aligned.parent(pair);
        row = m_model.rowOf(pair);
    }
    return row;
}

void CompareView::selectAgain(const std::vector<PairNo>& pairs)
{
    QItemSelection rows;
    for (const PairNo pair : pairs) {
        const int row = m_model.rowOf(pair);
        if (row >= 0)
            rows.select(m_model.index(row, 0), m_model.index(row, CompareModel::ColumnCount - 1));
    }
    selectionModel()->select(rows, QItemSelectionModel::ClearAndSelect);
}

void CompareView::keepingNode(const std::function<void()>& change)
{
    const PairNo pair = currentPair();
    const std::vector<PairNo> selected = selectedPairs();
    const bool inView = currentIndex().isValid() && viewport()->rect().intersects(visualRect(currentIndex()));
    change();
    const int row = pair == kNoPair ? -1 : nearestRow(pair);
    if (row < 0)
        return;
    const bool moved = m_model.pairAt(row) != pair;
    if (currentIndex().row() != row)
        goToRow(row);
    if (moved)
        selectAgain({m_model.pairAt(row)});
    else if (selectedPairs() != selected)
        selectAgain(selected);
    if (inView || moved)
        scrollTo(currentIndex());
}

void CompareView::expandAll()
{
    keepingNode([this] { m_model.expandAll(); });
    scrollTo(currentIndex());
}

void CompareView::collapseAll()
{
    keepingNode([this] { m_model.collapseAll(); });
    scrollTo(currentIndex());
}

void CompareView::expandDifferences()
{
    keepingNode([this] { m_model.expandDifferences(); });
    scrollTo(currentIndex());
}

bool CompareView::goToUri(const Uri& uri)
{
    for (const Side side : {m_side, other(m_side)}) {
        const int row = m_model.rowForUri(side, uri);
        if (row >= 0) {
            setFocusSide(side);
            goToRow(row);
            return true;
        }
    }
    return false;
}

void CompareView::goToDifference(bool forward)
{
    const int row = currentIndex().isValid() ? currentIndex().row() : -1;
    const auto jump = forward ? m_model.nextDifference(row) : m_model.previousDifference(row);
    if (!jump || jump->row < 0) {
        Q_EMIT noticed(tr("No differences are shown"));
        return;
    }
    goToRow(jump->row);
    if (jump->wrapped)
        Q_EMIT noticed(forward ? tr("Continued from the first difference") : tr("Continued from the last difference"));
}

void CompareView::currentChanged(const QModelIndex& current, const QModelIndex& previous)
{
    QTableView::currentChanged(current, previous);
    if (current.column() == CompareModel::DeviceName || current.column() == CompareModel::DeviceValue)
        m_side = Side::Device;
    else if (current.column() == CompareModel::CardName || current.column() == CompareModel::CardValue
        || current.column() == CompareModel::CardOwner)
        m_side = Side::Card;
    m_delegate->setCurrentSide(m_side);
    updateRow(previous.row());
    updateRow(current.row());
    Q_EMIT currentPairChanged();
}

void CompareView::updateRow(int row)
{
    if (row >= 0)
        viewport()->update(0, rowViewportPosition(row), viewport()->width(), rowHeight(row));
}

void CompareView::keyPressEvent(QKeyEvent* event)
{
    const int row = currentIndex().row();
    if (row >= 0 && (expandKey(event) || moveAlong(event)))
        return;
    switch (event->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_F2:
        if (event->modifiers() == Qt::NoModifier || event->modifiers() == Qt::KeypadModifier) {
            Q_EMIT editRequested(m_side);
            return;
        }
        break;
    case Qt::Key_Delete:
        Q_EMIT deleteRequested(m_side);
        return;
    default:
        break;
    }
    QTableView::keyPressEvent(event);
}

bool CompareView::expandKey(QKeyEvent* event)
{
    const int row = currentIndex().row();
    switch (event->key()) {
    case Qt::Key_Plus:
        m_model.setExpanded(row, true);
        return true;
    case Qt::Key_Minus:
        m_model.setExpanded(row, false);
        return true;
    case Qt::Key_Asterisk:
        keepingNode([this, row] { m_model.setExpandedBelow(row, true); });
        return true;
    case Qt::Key_Slash:
        keepingNode([this, row] { m_model.setExpandedBelow(row, false); });
        return true;
    default:
        return false;
    }
}

bool CompareView::moveAlong(QKeyEvent* event)
{
    const bool left = event->key() == Qt::Key_Left;
    if (!left && event->key() != Qt::Key_Right)
        return false;
    const bool outwards = left != isRightToLeft(); // towards the root, or towards the device's half
    if (event->modifiers() == Qt::ControlModifier) {
        setFocusSide(outwards ? Side::Device : Side::Card);
        return true;
    }
    if (event->modifiers() != Qt::NoModifier && event->modifiers() != Qt::KeypadModifier)
        return false;
    const QModelIndex index = currentIndex();
    const bool expanded = index.data(CompareModel::ExpandedRole).toBool();
    const bool hasChildren = index.data(CompareModel::HasChildrenRole).toBool();
    if (outwards) {
        expanded ? m_model.setExpanded(index.row(), false) : toParent(index.row());
    } else if (hasChildren) {
        expanded ? goToRow(index.row() + 1) : m_model.setExpanded(index.row(), true);
    }
    return true;
}

void CompareView::toParent(int row)
{
    const int depth = m_model.index(row, 0).data(CompareModel::DepthRole).toInt();
    for (int above = row - 1; above >= 0; --above) {
        if (m_model.index(above, 0).data(CompareModel::DepthRole).toInt() < depth) {
            goToRow(above);
            return;
        }
    }
}

Side CompareView::sideAt(const QPoint& position) const
{
    const bool left = position.x() < viewport()->width() / 2;
    return left != isRightToLeft() ? Side::Device : Side::Card;
}

QRect CompareView::copyButtonRect(int row, Side to) const
{
    return CompareDelegate::buttonRect(visualRect(m_model.index(row, CompareModel::StateColumn)), to, isRightToLeft());
}

std::optional<Side> CompareView::copyButtonAt(const QPoint& position) const
{
    const QModelIndex index = indexAt(position);
    if (index.column() != CompareModel::StateColumn)
        return std::nullopt;
    for (const Side to : kSides) {
        if (copyButtonRect(index.row(), to).contains(position) && CompareDelegate::canCopy(index, to))
            return to;
    }
    return std::nullopt;
}

bool CompareView::onBranch(const QPoint& position) const
{
    const QModelIndex index = indexAt(position);
    return (index.column() == CompareModel::DeviceName || index.column() == CompareModel::CardName)
        && CompareDelegate::branchRect(visualRect(index), index, isRightToLeft()).contains(position);
}

void CompareView::mousePressEvent(QMouseEvent* event)
{
    const QPoint position = event->position().toPoint();
    const int row = indexAt(position).row();
    if (event->button() == Qt::LeftButton && onBranch(position)) {
        keepingNode([this, row] { m_model.setExpanded(row, !m_model.isExpanded(row)); });
        return;
    }
    if (event->button() == Qt::LeftButton) {
        if (const auto to = copyButtonAt(position)) {
            // A button in a selection works on all of it, elsewhere on its row.
            const bool selected = selectionModel()->isRowSelected(row);
            const std::vector<PairNo> pairs = selected ? selectedPairs() : std::vector<PairNo>{m_model.pairAt(row)};
            Q_EMIT copyRequested(*to, pairs);
            return;
        }
    }
    QTableView::mousePressEvent(event);
}

void CompareView::mouseDoubleClickEvent(QMouseEvent* event)
{
    const QPoint position = event->position().toPoint();
    const QModelIndex index = indexAt(position);
    if (!index.isValid() || event->button() != Qt::LeftButton || onBranch(position) || copyButtonAt(position)) {
        mousePressEvent(event);
        return;
    }
    if (index.data(CompareModel::HasChildrenRole).toBool())
        m_model.setExpanded(index.row(), !m_model.isExpanded(index.row()));
    else if (index.column() != CompareModel::StateColumn)
        Q_EMIT editRequested(m_side);
}

void CompareView::mouseMoveEvent(QMouseEvent* event)
{
    const QPoint position = event->position().toPoint();
    setHoverRow(indexAt(position).row());
    viewport()->setCursor(copyButtonAt(position) ? Qt::PointingHandCursor : Qt::ArrowCursor);
    QTableView::mouseMoveEvent(event);
}

bool CompareView::viewportEvent(QEvent* event)
{
    if (event->type() != QEvent::ToolTip)
        return QTableView::viewportEvent(event);
    const auto* help = static_cast<QHelpEvent*>(event);
    const QModelIndex index = indexAt(help->pos());
    const bool isName = index.column() == CompareModel::DeviceName || index.column() == CompareModel::CardName;
    QString text = isName ? index.data(CompareModel::UriRole).toString() : index.data().toString();
    if (index.data(CompareModel::DeletedRole).toBool())
        text = tr("%1 is deleted when the plan is applied")
                   .arg(leftToRight(index.data(CompareModel::UriRole).toString(), layoutDirection()));
    if (const auto to = copyButtonAt(help->pos()))
        text = *to == Side::Card ? tr("Copy to the card") : tr("Copy to the device");
    text.isEmpty() ? QToolTip::hideText() : QToolTip::showText(help->globalPos(), text.toHtmlEscaped(), viewport());
    return true;
}

void CompareView::leaveEvent(QEvent* event)
{
    setHoverRow(-1);
    QTableView::leaveEvent(event);
}

void CompareView::setHoverRow(int row)
{
    if (row == m_hoverRow)
        return;
    updateRow(m_hoverRow);
    m_hoverRow = row;
    m_delegate->setHoverRow(row);
    updateRow(row);
}

void CompareView::contextMenuEvent(QContextMenuEvent* event)
{
    QPoint position = event->globalPos();
    if (event->reason() == QContextMenuEvent::Keyboard && currentIndex().isValid())
        position = viewport()->mapToGlobal(visualRect(currentIndex()).bottomLeft());
    Q_EMIT menuRequested(position);
}

} // namespace dmsc
