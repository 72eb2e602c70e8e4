// SPDX-License-Identifier: Apache-2.0
#include "widgets/handshake/value_pane.h"

#include "widgets/theme/grid.h"
#include "widgets/theme/icon.h"
#include "widgets/theme/theme.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QPushButton>
#include <QStyledItemDelegate>
#include <QTreeView>
#include <QVBoxLayout>

namespace dmsc {

namespace {

/// Bytes in the fixed-width font, rows as high as in other tables.
class ValueDelegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        return {QStyledItemDelegate::sizeHint(option, index).width(), rowHeight(option.fontMetrics.height())};
    }

protected:
    void initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const override
    {
        QStyledItemDelegate::initStyleOption(option, index);
        if (index.column() == HandshakeValueModel::Value) {
            option->font = fixedFont();
            option->features |= QStyleOptionViewItem::HasDecoration; // none: room beside the numbers
            option->decorationSize = {kGrid, 1};
        }
        option->textElideMode = index.column() == HandshakeValueModel::Value ? Qt::ElideMiddle : Qt::ElideRight;
    }
};

} // namespace

ValuePane::ValuePane(QWidget* parent)
    : QWidget(parent)
    , m_view(new QTreeView(this))
    , m_reveal(new QPushButton(themedIcon(Icon::Reveal), tr("&Reveal secrets"), this))
    , m_copy(new QPushButton(tr("&Copy value"), this))
    , m_export(new QPushButton(themedIcon(Icon::Export), tr("&Export test vector..."), this))
{
    setObjectName(QStringLiteral("valuePane"));
    m_view->setObjectName(QStringLiteral("handshakeValues"));
    m_view->setAccessibleName(tr("Values of the handshake"));
    m_view->setModel(&m_model);
    m_view->setItemDelegate(new ValueDelegate(m_view));
    m_view->setUniformRowHeights(true);
    m_view->setAlternatingRowColors(true);
    m_view->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_view->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_view->header()->setObjectName(QStringLiteral("handshakeValuesHeader"));
    m_view->header()->setAccessibleName(tr("Columns of the handshake's values"));
    m_view->header()->resizeSection(HandshakeValueModel::Name, 48 * kGrid);
    m_view->header()->resizeSection(HandshakeValueModel::Length, 9 * kGrid);
    auto* copy = new QAction(m_view);
    copy->setShortcut(QKeySequence::Copy);
    copy->setShortcutContext(Qt::WidgetShortcut);
    m_view->addAction(copy);
    m_reveal->setObjectName(QStringLiteral("valuesReveal"));
    m_reveal->setCheckable(true);
    m_copy->setObjectName(QStringLiteral("valuesCopy"));
    m_export->setObjectName(QStringLiteral("valuesExport"));
    for (QPushButton* button : {m_reveal, m_copy, m_export})
        button->setAutoDefault(false);

    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(kGrid);
    buttons->addWidget(m_reveal);
    buttons->addWidget(m_copy);
    buttons->addStretch(1);
    buttons->addWidget(m_export);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(kGrid);
    layout->addWidget(m_view, 1);
    layout->addLayout(buttons);
    connect(m_reveal, &QPushButton::toggled, this, &ValuePane::reveal);
    connect(m_copy, &QPushButton::clicked, this, &ValuePane::copyValue);
    connect(copy, &QAction::triggered, this, &ValuePane::copyValue);
    connect(m_export, &QPushButton::clicked, this, &ValuePane::exportRequested);
    connect(m_view->selectionModel(), &QItemSelectionModel::currentChanged, this, &ValuePane::updateButtons);
    updateButtons();
}

void ValuePane::setSteps(const std::vector<HandshakeStep>& steps)
{
    m_model.setSteps(steps);
    m_reveal->setChecked(false);
    updateButtons();
}

void ValuePane::take(const HandshakeStep& step)
{
    m_model.take(step);
    updateButtons();
}

void ValuePane::showStep(const QString& id)
{
    const QModelIndex step = m_model.step(id);
    if (!step.isValid() || m_model.rowCount(step) == 0)
        return;
    m_view->expand(step);
    m_view->scrollTo(step, QAbstractItemView::PositionAtTop);
}

void ValuePane::setExportable(bool exportable, const QString& whyNot)
{
    m_export->setEnabled(exportable);
    m_export->setToolTip(
        exportable ? tr("Write every value of this run to a file, the session keys among them") : whyNot);
}

void ValuePane::reveal(bool on)
{
    m_model.setRevealed(on);
    m_reveal->setText(on ? tr("&Hide secrets") : tr("&Reveal secrets"));
    updateButtons();
}

void ValuePane::updateButtons()
{
    m_reveal->setEnabled(m_model.hasSecrets());
    m_reveal->setToolTip(m_model.hasSecrets() ? tr("Session keys: who sees them can read and forge this session")
                                              : tr("There are no secret values yet"));
    const QModelIndex current = m_view->currentIndex();
    const bool copyable = !current.data(HandshakeValueModel::CopyRole).toString().isEmpty();
    m_copy->setEnabled(copyable);
    m_copy->setToolTip(copyable ? QString() : tr("Select a value that is not hidden"));
}

void ValuePane::copyValue()
{
    const QString text = m_view->currentIndex().data(HandshakeValueModel::CopyRole).toString();
    if (!text.isEmpty())
        QApplication::clipboard()->setText(text);
}

} // namespace dmsc
