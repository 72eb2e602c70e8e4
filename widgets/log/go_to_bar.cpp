// SPDX-License-Identifier: Apache-2.0
#include "widgets/log/go_to_bar.h"

#include "widgets/theme/grid.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QSpinBox>

namespace dmsc {

GoToBar::GoToBar(QWidget* parent)
    : QWidget(parent)
    , m_number(new QSpinBox(this))
{
    setObjectName(QStringLiteral("logGoToBar"));
    m_number->setObjectName(QStringLiteral("logGoTo"));
    m_number->setAccessibleName(tr("Number of the row to go to"));
    auto* label = new QLabel(tr("Go to row"), this);
    label->setBuddy(m_number);
    auto* line = new QHBoxLayout(this);
    line->setContentsMargins(kHalfGrid, 0, kHalfGrid, kHalfGrid);
    line->setSpacing(kHalfGrid);
    line->addWidget(label);
    line->addWidget(m_number);
    line->addWidget(new QLabel(tr("Enter goes there, Escape stays here"), this));
    line->addStretch();
    hide();
}

void GoToBar::open(int current, int last)
{
    m_number->setRange(1, last);
    m_number->setValue(current);
    show();
    m_number->setFocus(Qt::ShortcutFocusReason);
    m_number->selectAll();
}

void GoToBar::keyPressEvent(QKeyEvent* event)
{
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (!enter && event->key() != Qt::Key_Escape) {
        QWidget::keyPressEvent(event);
        return;
    }
    hide();
    if (enter) {
        m_number->interpretText();
        Q_EMIT chosen(RecordNo{static_cast<std::uint32_t>(m_number->value()) - 1});
    }
    Q_EMIT closed();
}

} // namespace dmsc
