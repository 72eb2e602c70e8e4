// SPDX-License-Identifier: Apache-2.0
#include "widgets/details/details_pane.h"

#include "widgets/details/edit_panel.h"
#include "widgets/details/edit_rules.h"
#include "widgets/details/property_model.h"
#include "widgets/details/value_view.h"
#include "widgets/theme/grid.h"
#include "widgets/theme/theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QMenu>
#include <QSplitter>
#include <QStackedWidget>
#include <QTableView>
#include <QToolButton>
#include <QVBoxLayout>

namespace dmsc {

DetailsPane::DetailsPane(QWidget* parent)
    : QWidget(parent)
    , m_pages(new QStackedWidget(this))
    , m_model(new PropertyModel(this))
{
    setObjectName(QStringLiteral("detailsPane"));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_pages);
    buildEmptyPage();
}

void DetailsPane::buildEmptyPage()
{
    auto* empty =
        new QLabel(tr("The properties and the value of the selected row appear here.\n\nSelect a row in the trees."));
    empty->setObjectName(QStringLiteral("detailsEmpty"));
    empty->setAlignment(Qt::AlignCenter);
    empty->setWordWrap(true);
    empty->setMargin(2 * kGrid);
    empty->setForegroundRole(QPalette::PlaceholderText);
    m_pages->addWidget(empty);
}

void DetailsPane::buildPage()
{
    auto* page = new QWidget(m_pages);
    auto* layout = new QVBoxLayout(page);
    layout->setContentsMargins(kHalfGrid, kHalfGrid, kHalfGrid, kHalfGrid);
    layout->setSpacing(kHalfGrid);

    m_properties = new QTableView(page);
    m_properties->setObjectName(QStringLiteral("properties"));
    m_properties->setAccessibleName(tr("Properties of both sides"));
    m_properties->setModel(m_model);
    m_properties->setShowGrid(false);
    m_properties->setWordWrap(false);
    m_properties->setTabKeyNavigation(false);
    m_properties->setTextElideMode(Qt::ElideMiddle);
    m_properties->setSelectionBehavior(QAbstractItemView::SelectItems);
    m_properties->setSelectionMode(QAbstractItemView::SingleSelection);
    m_properties->verticalHeader()->hide();
    m_properties->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_properties->verticalHeader()->setDefaultSectionSize(rowHeight(fontMetrics().height()));
    m_properties->horizontalHeader()->setSectionResizeMode(PropertyModel::Name, QHeaderView::ResizeToContents);
    m_properties->horizontalHeader()->setSectionResizeMode(PropertyModel::Device, QHeaderView::Stretch);
    m_properties->horizontalHeader()->setSectionResizeMode(PropertyModel::Card, QHeaderView::Stretch);
    m_properties->horizontalHeader()->setHighlightSections(false);
    m_properties->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);

    m_values = new ValueView(page);
    auto* splitter = new QSplitter(Qt::Vertical, page);
    splitter->setChildrenCollapsible(false);
    splitter->addWidget(m_properties);
    splitter->addWidget(m_values);
    splitter->setStretchFactor(0, 4);
    splitter->setStretchFactor(1, 3);

    m_editor = new EditPanel(page);
    auto* buttons = new QHBoxLayout;
    m_editDevice = addButton(Side::Device, tr("Edit on device"));
    m_editCard = addButton(Side::Card, tr("Edit on card"));
    buttons->addWidget(m_editDevice);
    buttons->addWidget(m_editCard);
    buttons->addStretch();

    layout->addWidget(splitter, 1);
    layout->addWidget(m_editor);
    layout->addLayout(buttons);
    m_pages->addWidget(page);
    updateColours();

    connect(m_editor, &EditPanel::operationReady, this, &DetailsPane::operationReady);
    connect(m_editor, &EditPanel::dismissed, this, &DetailsPane::editDismissed);
    connect(m_properties, &QTableView::activated, this, [this](const QModelIndex& index) {
        const auto side = PropertyModel::sideAt(index.column());
        const auto property = m_model->propertyAt(index.row());
        if (side && property)
            editProperty(*side, *property);
    });
}

QToolButton* DetailsPane::addButton(Side side, const QString& name)
{
    auto* button = new QToolButton(this);
    button->setObjectName(side == Side::Device ? QStringLiteral("editDevice") : QStringLiteral("editCard"));
    button->setText(name);
    button->setAccessibleName(name);
    button->setPopupMode(QToolButton::MenuButtonPopup);
    button->setFocusPolicy(Qt::StrongFocus);
    auto* menu = new QMenu(button);
    button->setMenu(menu);
    connect(menu, &QMenu::aboutToShow, this, [this, button, side] { fillMenu(button, side); });
    connect(button, &QToolButton::clicked, this, [this, side] { editValue(side); });
    return button;
}

void DetailsPane::fillMenu(QToolButton* button, Side side)
{
    QMenu* menu = button->menu();
    menu->clear();
    const NodeView& view = m_pair.of(side);
    const bool interior = view.exists() && view.tree->isInterior(view.node);
    menu->addAction(tr("Value..."), this, [this, side] { editValue(side); })->setEnabled(!interior);
    menu->addAction(tr("Title..."), this, [this, side] { editProperty(side, Property::Title); });
    menu->addAction(tr("Type..."), this, [this, side] { editProperty(side, Property::Type); });
    menu->addAction(tr("ACL..."), this, [this, side] { editProperty(side, Property::Acl); });
    menu->addAction(tr("Rename..."), this, [this, side] { editProperty(side, Property::Name); });
    menu->addSeparator();
    menu->addAction(tr("Add a node below..."), this, [this, side] { addChild(side); })->setEnabled(interior);
    menu->addAction(tr("Delete"), this, [this, side] { removeNode(side); });
}

void DetailsPane::setPair(const PairView& pair)
{
    if (!pair.device.exists() && !pair.card.exists()) {
        clear();
        return;
    }
    if (m_properties == nullptr)
        buildPage();
    m_editor->dismiss();
    m_pair = pair;
    m_model->setPair(pair);
    m_values->setPair(pair);
    updateButtons();
    m_pages->setCurrentIndex(1);
}

void DetailsPane::clear()
{
    m_pair = {};
    m_model->setPair({});
    if (m_editor != nullptr)
        m_editor->dismiss();
    m_pages->setCurrentIndex(0);
}

void DetailsPane::updateButtons()
{
    for (const Side side : kSides) {
        const NodeView& view = m_pair.of(side);
        QToolButton* button = side == Side::Device ? m_editDevice : m_editCard;
        button->setEnabled(view.exists() && view.writable);
        button->setToolTip(!view.exists() ? tr("There is no such node on this side")
                : !view.writable          ? tr("This side is open for reading only")
                                          : tr("Change the value, or another property by the arrow"));
    }
}

void DetailsPane::editValue(Side side)
{
    const NodeView& view = m_pair.of(side);
    if (view.exists() && view.tree->isInterior(view.node)) {
        addChild(side);
        return;
    }
    editProperty(side, Property::Value);
}

void DetailsPane::editProperty(Side side, Property property)
{
    const NodeView& view = m_pair.of(side);
    if (!view.exists() || !view.writable) {
        Q_EMIT refused(
            !view.exists() ? tr("There is no such node on this side") : tr("This side is open for reading only"));
        return;
    }
    m_editor->edit(side, view, property);
}

void DetailsPane::addChild(Side side)
{
    const NodeView& view = m_pair.of(side);
    if (!view.exists() || !view.writable || !view.tree->isInterior(view.node)) {
        Q_EMIT refused(!view.exists() ? tr("There is no such node on this side")
                : !view.writable      ? tr("This side is open for reading only")
                                      : tr("A leaf has no children; select the node above"));
        return;
    }
    m_editor->addChild(side, view);
}

void DetailsPane::removeNode(Side side)
{
    const auto operation = dmsc::removeNode(side, m_pair.of(side));
    if (operation)
        Q_EMIT operationReady(*operation);
    else
        Q_EMIT refused(operation.error().text());
}

void DetailsPane::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        updateColours();
}

void DetailsPane::updateColours()
{
    if (m_properties == nullptr)
        return;
    const ThemeColors& colors = colorsFor(palette());
    m_model->setMarkColours(colors.row(StateTone::Differs), colors.mark(StateTone::Differs));
}

} // namespace dmsc
