// SPDX-License-Identifier: Apache-2.0
#include "widgets/theme/workbench_style.h"

#include "widgets/theme/colors.h"

#include <QPainter>
#include <QStyleOption>

namespace dmsc {

namespace {

/// The outline of a field; of one that has the focus, thicker and in the accent's colour.
void drawOutline(QPainter* painter, const QStyleOption& option)
{
    const ThemeColors& colors = colorsFor(option.palette);
    const bool enabled = option.state.testFlag(QStyle::State_Enabled);
    const bool focus = option.state.testFlag(QStyle::State_HasFocus);
    const QRgb color = !enabled ? colors.separator : focus ? colors.accent : colors.border;
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(QColor::fromRgb(color), focus ? 2 : 1));
    painter->setBrush(Qt::NoBrush);
    const qreal inset = focus ? 1.0 : 0.5;
    painter->drawRoundedRect(QRectF(option.rect).adjusted(inset, inset, -inset, -inset), 2, 2);
    painter->restore();
}

} // namespace

WorkbenchStyle::WorkbenchStyle()
    : QProxyStyle(QStringLiteral("fusion"))
{
}

void WorkbenchStyle::drawPrimitive(
    PrimitiveElement element, const QStyleOption* option, QPainter* painter, const QWidget* widget) const
{
    if (element == PE_FrameLineEdit)
        drawOutline(painter, *option);
    else
        QProxyStyle::drawPrimitive(element, option, painter, widget);
}

void WorkbenchStyle::drawComplexControl(
    ComplexControl control, const QStyleOptionComplex* option, QPainter* painter, const QWidget* widget) const
{
    QProxyStyle::drawComplexControl(control, option, painter, widget);
    if (control == CC_SpinBox || control == CC_ComboBox)
        drawOutline(painter, *option);
}

void WorkbenchStyle::drawControl(
    ControlElement element, const QStyleOption* option, QPainter* painter, const QWidget* widget) const
{
    QProxyStyle::drawControl(element, option, painter, widget);
    const auto* button = qstyleoption_cast<const QStyleOptionButton*>(option);
    if (element == CE_PushButtonBevel && button != nullptr && !button->features.testFlag(QStyleOptionButton::Flat))
        drawOutline(painter, *option);
}

} // namespace dmsc
