// SPDX-License-Identifier: Apache-2.0
#include "widgets/window/hint_bar.h"

#include "widgets/theme/grid.h"
#include "widgets/theme/icon.h"
#include "widgets/window/icon_label.h"

#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>

namespace dmsc {

HintBar::HintBar(QWidget* parent)
    : QFrame(parent)
    , m_text(new QLabel(this))
{
    setObjectName(QStringLiteral("hintBar"));
    setFrameShape(QFrame::StyledPanel);
    auto* icon = new IconLabel(this);
    icon->setIcon(themedIcon(Icon::Info, StatusTone::Ok));
    m_text->setObjectName(QStringLiteral("hintText"));
    m_text->setWordWrap(true);
    auto* next = new QToolButton(this);
    next->setObjectName(QStringLiteral("hintNext"));
    next->setText(tr("Got it"));
    next->setAccessibleName(tr("Got it, close this hint"));
    auto* never = new QToolButton(this);
    never->setObjectName(QStringLiteral("hintNever"));
    never->setText(tr("No more hints"));
    never->setAccessibleName(never->text());
    for (QToolButton* button : {next, never}) {
        button->setAutoRaise(true);
        button->setFocusPolicy(Qt::TabFocus);
    }
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(kGrid, kHalfGrid, kHalfGrid, kHalfGrid);
    layout->setSpacing(kGrid);
    layout->addWidget(icon);
    layout->addWidget(m_text, 1);
    layout->addWidget(next);
    layout->addWidget(never);
    connect(next, &QToolButton::clicked, this, [this] {
        ++m_hint;
        showHint();
        Q_EMIT moved(m_hint);
    });
    connect(never, &QToolButton::clicked, this, [this] {
        m_hint = kCount;
        showHint();
        Q_EMIT moved(m_hint);
    });
    hide();
}

void HintBar::start(int hint)
{
    m_hint = hint;
    showHint();
}

void HintBar::showHint()
{
    setVisible(m_hint < kCount);
    if (m_hint < kCount)
        m_text->setText(tr("%1 of %2: %3").arg(m_hint + 1).arg(kCount).arg(hintText(m_hint)));
}

QString HintBar::hintText(int hint)
{
    switch (hint) {
    case 0:
        return QGuiApplication::isRightToLeft()
            ? tr("Device on the right, card on the left, equal nodes in one row. F7 goes to the next difference.")
            : tr("Device on the left, card on the right, equal nodes in one row. F7 goes to the next difference.");
    case 1:
        return QGuiApplication::isRightToLeft()
            ? tr("Alt+Left copies the row to the card, Alt+Right to the device. It is only planned until you apply.")
            : tr("Alt+Right copies the row to the card, Alt+Left to the device. It is only planned until you apply.");
    default:
        return tr("Ctrl+K finds every command by its words.");
    }
}

} // namespace dmsc
