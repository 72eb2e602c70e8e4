// SPDX-License-Identifier: Apache-2.0
#include "widgets/compare/compare_pane.h"

#include "model/items/uri_completion.h"
#include "widgets/compare/address_bar.h"
#include "widgets/compare/compare_view.h"
#include "widgets/compare/dropped_files.h"
#include "widgets/compare/filter_bar.h"
#include "widgets/theme/grid.h"
#include "widgets/theme/left_to_right.h"

#include <QAction>
#include <QDragEnterEvent>
#include <QDropEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QMimeData>
#include <QScrollBar>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

namespace dmsc {

ComparePane::ComparePane(CompareModel& model, const QList<QAction*>& openActions, QWidget* parent)
    : QWidget(parent)
    , m_model(model)
    , m_layout(new QVBoxLayout(this))
    , m_pages(new QStackedWidget(this))
    , m_address(new AddressBar(this))
    , m_filter(new FilterBar(this))
    , m_view(new CompareView(model, this))
{
    setObjectName(QStringLiteral("comparePane"));
    setAcceptDrops(true);
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(0);
    m_layout->addWidget(m_pages, 1);
    m_pages->addWidget(buildEmpty(openActions));
    m_pages->addWidget(buildDesk(model));

    m_address->setCompletion(
        [this](const QString& typed, int most) { return completeUri(m_model.workspace(), typed, most); });
    connect(m_address, &AddressBar::uriEntered, this, &ComparePane::goTo);
    connect(m_filter, &FilterBar::changed, this, &ComparePane::applyFilter);
    connect(m_filter, &FilterBar::left, m_view, [this] { m_view->setFocus(Qt::OtherFocusReason); });
    connect(m_view, &CompareView::currentPairChanged, this, &ComparePane::showAddress);
    connect(&model, &CompareModel::workspaceChanged, this, &ComparePane::updateAfterModel);
    connect(&model, &CompareModel::ownersChanged, this, [this] { m_filter->setOwners(m_model.ownerNames()); });
}

QWidget* ComparePane::buildDesk(CompareModel& model)
{
    m_desk = new QWidget(m_pages);
    auto* layout = new QVBoxLayout(m_desk);
    layout->setContentsMargins(0, kHalfGrid, 0, 0);
    layout->setSpacing(kHalfGrid);
    auto* first = new QHBoxLayout;
    first->setContentsMargins(kHalfGrid, 0, kHalfGrid, 0);
    first->setSpacing(kHalfGrid);
    first->addWidget(m_address, 3);
    first->addWidget(m_filter->textField(), 2);
    first->addWidget(m_filter->ownerField());
    auto* second = new QHBoxLayout;
    second->setContentsMargins(kHalfGrid, 0, kHalfGrid, 0);
    second->addWidget(m_filter);
    layout->addLayout(first);
    layout->addLayout(second);
    layout->addWidget(m_view, 1);

    m_nothing = new QLabel(tr("No row passes the filter. Escape in the filter field clears it."), m_view);
    m_nothing->setObjectName(QStringLiteral("filterEmpty"));
    m_nothing->setAlignment(Qt::AlignCenter);
    m_nothing->setForegroundRole(QPalette::PlaceholderText);
    m_nothing->hide();
    auto* over = new QVBoxLayout(m_view->viewport());
    over->addWidget(m_nothing);
    const auto update = [this, &model] { m_nothing->setVisible(model.rowCount() == 0); };
    connect(&model, &QAbstractItemModel::modelReset, m_nothing, update);
    connect(&model, &QAbstractItemModel::rowsInserted, m_nothing, update);
    connect(&model, &QAbstractItemModel::rowsRemoved, m_nothing, update);
    return m_desk;
}

QWidget* ComparePane::buildEmpty(const QList<QAction*>& openActions)
{
    auto* empty = new QWidget(m_pages);
    auto* layout = new QVBoxLayout(empty);
    auto* title = new QLabel(tr("Open a handset, a card or a document"), empty);
    title->setObjectName(QStringLiteral("emptyTitle"));
    QFont font = title->font();
    font.setPointSizeF(font.pointSizeF() * 1.5);
    title->setFont(font);
    title->setAlignment(Qt::AlignCenter);
    auto* text = new QLabel(
        tr("A device's tree stands on one side, a card's MO store on the other.\nFiles can also be dropped here."),
        empty);
    text->setAlignment(Qt::AlignCenter);
    text->setForegroundRole(QPalette::PlaceholderText);
    layout->addStretch();
    layout->addWidget(title);
    layout->addSpacing(kGrid);
    layout->addWidget(text);
    layout->addSpacing(2 * kGrid);
    for (QAction* action : openActions) {
        auto* button = new QToolButton(empty);
        button->setObjectName(QStringLiteral("empty.") + action->objectName());
        button->setDefaultAction(action);
        button->setAccessibleName(action->iconText());
        button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        button->setFocusPolicy(Qt::TabFocus);
        button->setMinimumWidth(28 * kGrid);
        layout->addWidget(button, 0, Qt::AlignHCenter);
        layout->addSpacing(kHalfGrid);
    }
    layout->addStretch();
    return empty;
}

void ComparePane::addBar(QWidget* bar)
{
    m_layout->insertWidget(m_layout->indexOf(m_pages), bar);
}

void ComparePane::addActions(const QList<QAction*>& actions)
{
    auto* line = qobject_cast<QHBoxLayout*>(m_filter->layout());
    for (QAction* action : actions) {
        auto* button = new QToolButton(m_filter);
        button->setObjectName(QStringLiteral("desk.") + action->objectName());
        button->setDefaultAction(action);
        button->setAccessibleName(action->iconText());
        button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        button->setAutoRaise(true);
        button->setFocusPolicy(Qt::TabFocus);
        line->addWidget(button);
    }
}

void ComparePane::setOpen(bool open)
{
    const bool first = open && m_pages->currentIndex() == 0;
    m_pages->setCurrentIndex(open ? 1 : 0);
    if (first)
        m_view->setFocus(Qt::OtherFocusReason);
    if (open && !m_view->currentIndex().isValid() && m_model.rowCount() > 0)
        m_view->goToRow(0);
}

void ComparePane::keepPlace()
{
    const QModelIndex index = m_view->currentIndex();
    if (!index.isValid())
        return;
    m_place = {index.data(CompareModel::UriRole).toString(), m_view->focusSide(), m_view->visualRect(index).top()};
}

void ComparePane::backToPlace()
{
    const auto uri = Uri::parse(m_place.uri.toStdString());
    if (m_place.uri.isEmpty() || !uri)
        return;
    m_view->setFocusSide(m_place.side);
    if (m_view->goToUri(*uri))
        m_view->verticalScrollBar()->setValue(
            m_view->verticalScrollBar()->value() + m_view->visualRect(m_view->currentIndex()).top() - m_place.y);
}

void ComparePane::setHideIdentical(bool hide)
{
    CompareFilter::States states = m_filter->states();
    states.set(CompareFilter::Same, !hide);
    m_filter->setStates(states);
}

void ComparePane::applyFilter()
{
    m_view->keepingNode([this] { m_model.setFilter(m_filter->filter()); });
}

void ComparePane::goTo(const QString& text)
{
    const auto uri = Uri::parse(text.toStdString());
    if (!uri) {
        Q_EMIT refused(uri.error().text());
        return;
    }
    if (!m_view->goToUri(*uri)) {
        Q_EMIT refused(tr("Neither side shows a node %1").arg(leftToRight(text, layoutDirection())));
        return;
    }
    m_address->setModified(false);
    m_view->setFocus(Qt::OtherFocusReason);
}

void ComparePane::showAddress()
{
    const QModelIndex index = m_view->currentIndex();
    m_address->showUri(index.isValid() ? index.data(CompareModel::UriRole).toString() : QString());
}

void ComparePane::updateAfterModel()
{
    const Workspace& workspace = m_model.workspace();
    m_filter->setCounts(workspace.aligned().size() > 0 ? workspace.aligned().at(kRootPair).counts : StateCounts());
    showAddress();
    m_view->viewport()->update();
}

void ComparePane::dragEnterEvent(QDragEnterEvent* event)
{
    if (event->mimeData()->hasUrls())
        event->acceptProposedAction();
}

void ComparePane::dropEvent(QDropEvent* event)
{
    const QStringList paths = droppedFiles(event->mimeData());
    if (paths.isEmpty())
        return;
    event->acceptProposedAction();
    Q_EMIT filesDropped(paths);
}

} // namespace dmsc
