// SPDX-License-Identifier: Apache-2.0
#include "widgets/window/menu_button.h"

#include <QStyleOptionToolButton>
#include <QStylePainter>

namespace dmsc {

MenuButton::MenuButton(QWidget* parent)
    : QToolButton(parent)
{
    setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    setPopupMode(QToolButton::InstantPopup);
    setFocusPolicy(Qt::TabFocus);
}

void MenuButton::setTitle(const QString& text)
{
    setText(QString(text).replace(QLatin1Char('&'), QLatin1String("&&")) + QStringLiteral(" ▾"));
    setAccessibleName(text);
}

void MenuButton::paintEvent(QPaintEvent*)
{
    // The arrow is part of the text: the style would squeeze its own into a corner.
    QStyleOptionToolButton option;
    initStyleOption(&option);
    option.features &= ~QStyleOptionToolButton::HasMenu;
    QStylePainter(this).drawComplexControl(QStyle::CC_ToolButton, option);
}

} // namespace dmsc
