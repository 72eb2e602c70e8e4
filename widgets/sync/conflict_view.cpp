// SPDX-License-Identifier: Apache-2.0
#include "widgets/sync/conflict_view.h"

#include "widgets/sync/conflict_delegate.h"
#include "widgets/theme/grid.h"
#include "widgets/theme/icon.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QMenu>
#include <QTableView>
#include <QToolButton>
#include <QVBoxLayout>

namespace dmsc {

ConflictView::ConflictView(QWidget* parent)
    : QWidget(parent)
    , m_table(new QTableView(this))
    , m_count(new QLabel(this))
    , m_means(new QLabel(this))
    , m_all(new QToolButton(this))
    , m_next(new QToolButton(this))
    , m_previous(new QToolButton(this))
{
    setObjectName(QStringLiteral("conflictView"));
    buildTable();
    m_count->setObjectName(QStringLiteral("conflictCount"));
    m_means->setObjectName(QStringLiteral("conflictMeans"));
    m_means->setWordWrap(true);
    m_means->setTextFormat(Qt::PlainText);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(kHalfGrid);
    auto* head = new QHBoxLayout;
    head->addWidget(m_count, 1);
    head->addWidget(m_previous);
    head->addWidget(m_next);
    layout->addLayout(head);
    layout->addWidget(m_table, 1);
    layout->addWidget(buildButtons());
    layout->addWidget(m_means);
    connect(&m_model, &ConflictModel::openCountChanged, this, &ConflictView::check);
    connect(&m_model, &QAbstractItemModel::dataChanged, this, [this] {
        check();
        Q_EMIT choicesChanged();
    });
    connect(m_table->selectionModel(), &QItemSelectionModel::currentChanged, this, &ConflictView::check);
    check();
}

ConflictView::~ConflictView()
{
    delete m_table; // before the model that it shows
}

void ConflictView::buildTable()
{
    m_table->setObjectName(QStringLiteral("conflictTable"));
    m_table->setAccessibleName(tr("Conflicts"));
    m_table->setModel(&m_model);
    m_table->setItemDelegate(new ConflictDelegate(m_table));
    m_table->setShowGrid(false);
    m_table->setWordWrap(false);
    m_table->setTabKeyNavigation(false);
    m_table->setAlternatingRowColors(true);
    m_table->setTextElideMode(Qt::ElideMiddle);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_table->verticalHeader()->setDefaultSectionSize(rowHeight(fontMetrics().height()));
    m_table->horizontalHeader()->setHighlightSections(false);
    QHeaderView* header = m_table->horizontalHeader();
    header->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    const int character = fontMetrics().averageCharWidth();
    header->setMinimumSectionSize(8 * character);
    // Values can be long and give way; our own words are shown whole.
    header->setSectionResizeMode(ConflictModel::WhereColumn, QHeaderView::Stretch);
    for (const int column : {ConflictModel::WhatColumn, ConflictModel::BaseColumn, ConflictModel::ChoiceColumn})
        header->setSectionResizeMode(column, QHeaderView::ResizeToContents);
    for (const int column : {ConflictModel::DeviceColumn, ConflictModel::CardColumn})
        m_table->setColumnWidth(column, 17 * character);
    m_table->installEventFilter(this);
}

QToolButton* ConflictView::addChoice(Choice choice, const QString& text, const QString& name, QWidget* parent)
{
    auto* button = new QToolButton(parent);
    button->setObjectName(name);
    button->setCheckable(true); // before it has a name: its face is made then (letAssistivePress)
    button->setText(text);
    button->setAccessibleName(QString(text).remove(QLatin1Char('&')));
    button->setFocusPolicy(Qt::TabFocus);
    connect(button, &QToolButton::clicked, this, [this, choice] { choose(choice); });
    m_choices.push_back({choice, button});
    return button;
}

QWidget* ConflictView::buildButtons()
{
    auto* bar = new QWidget(this);
    auto* row = new QHBoxLayout(bar);
    row->setContentsMargins({});
    row->setSpacing(kHalfGrid);
    row->addWidget(addChoice(Choice::Base, tr("Use &base"), QStringLiteral("conflictBase"), bar));
    row->addWidget(addChoice(Choice::Device, tr("> Use &device"), QStringLiteral("conflictDevice"), bar));
    row->addWidget(addChoice(Choice::Card, tr("< Use &card"), QStringLiteral("conflictCard"), bar));
    row->addWidget(addChoice(Choice::Open, tr("Leave &open"), QStringLiteral("conflictOpen"), bar));
    row->addStretch(1);
    auto* menu = new QMenu(m_all);
    const std::pair<Choice, QString> all[] = {{Choice::Base, tr("All from the base")},
        {Choice::Device, tr("All from the device")}, {Choice::Card, tr("All from the card")},
        {Choice::Open, tr("As the policies suggest")}};
    for (const auto& [choice, text] : all) {
        const Choice taken = choice;
        menu->addAction(text, this, [this, taken] { m_model.chooseAll(taken); });
    }
    m_all->setObjectName(QStringLiteral("conflictAll"));
    m_all->setText(tr("Take all"));
    m_all->setAccessibleName(tr("Take all"));
    m_all->setMenu(menu);
    m_all->setPopupMode(QToolButton::InstantPopup);
    row->addWidget(m_all);
    m_previous->setObjectName(QStringLiteral("conflictPrevious"));
    m_previous->setIcon(themedIcon(Icon::PreviousDifference));
    m_previous->setText(tr("Previous"));
    m_next->setObjectName(QStringLiteral("conflictNext"));
    m_next->setIcon(themedIcon(Icon::NextDifference));
    m_next->setText(tr("Next"));
    for (QToolButton* button : {m_previous, m_next, m_all})
        button->setFocusPolicy(Qt::TabFocus);
    for (QToolButton* button : {m_previous, m_next}) {
        button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        button->setAutoRaise(true);
        button->setAccessibleName(button->text());
    }
    m_previous->setToolTip(tr("Previous conflict (Shift+F7)"));
    m_next->setToolTip(tr("Next conflict (F7)"));
    connect(m_previous, &QToolButton::clicked, this, [this] { go(-1); });
    connect(m_next, &QToolButton::clicked, this, [this] { go(1); });
    return bar;
}

void ConflictView::setInput(const ConflictInput& input)
{
    m_model.setInput(input);
    goToOpen();
    check();
}

void ConflictView::goToOpen()
{
    const int open = m_model.nextOpen(-1);
    const int row = open >= 0 ? open : 0;
    if (row < m_model.rowCount())
        m_table->setCurrentIndex(m_model.index(row, 0));
}

void ConflictView::choose(Choice choice)
{
    const int row = m_table->currentIndex().row();
    if (!m_model.choose(row, choice))
        return;
    check();
    // On to what is still to be decided.
    if (const int open = m_model.nextOpen(row); open >= 0 && choice != Choice::Open)
        m_table->setCurrentIndex(m_model.index(open, 0));
}

void ConflictView::go(int step)
{
    const int count = m_model.rowCount();
    if (count == 0)
        return;
    const int row = (m_table->currentIndex().row() + step + count) % count;
    m_table->setCurrentIndex(m_model.index(row, 0));
}

void ConflictView::check()
{
    const int count = m_model.rowCount();
    const int open = m_model.openCount();
    m_count->setText(count == 0 ? tr("No conflicts")
            : open == 0
            ? tr("%n conflict(s), all decided", nullptr, count)
            : tr("%n conflict(s)", nullptr, count) + QStringLiteral(", ") + tr("%n still open", nullptr, open));
    const int row = m_table->currentIndex().row();
    const QVariantList allowed = m_table->currentIndex().data(ConflictModel::AllowedRole).toList();
    const int taken = m_table->currentIndex().data(ConflictModel::ChoiceRole).toInt();
    for (const ChoiceButton& each : m_choices) {
        const bool can = row >= 0 && allowed.contains(int(each.choice));
        each.button->setEnabled(can);
        each.button->setChecked(can && taken == int(each.choice));
        each.button->setToolTip(can ? m_model.choiceMeans(row, each.choice)
                : row < 0           ? tr("Select a conflict first")
                                    : tr("There is no base: these two sides meet for the first time"));
    }
    m_means->setText(row >= 0 ? m_model.choiceMeans(row, Choice(taken)) : QString());
    m_means->setVisible(row >= 0);
    for (QToolButton* button : {m_next, m_previous, m_all})
        button->setEnabled(count > 0);
}

bool ConflictView::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_table && event->type() == QEvent::KeyPress) {
        const auto* key = static_cast<QKeyEvent*>(event);
        if (key->key() == Qt::Key_F7) {
            go(key->modifiers().testFlag(Qt::ShiftModifier) ? -1 : 1);
            return true;
        }
        if (key->modifiers() == Qt::AltModifier) {
            const bool mirrored = layoutDirection() == Qt::RightToLeft;
            if (key->key() == Qt::Key_Left) { // from the right, as in the trees
                choose(mirrored ? Choice::Device : Choice::Card);
                return true;
            }
            if (key->key() == Qt::Key_Right) {
                choose(mirrored ? Choice::Card : Choice::Device);
                return true;
            }
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace dmsc
