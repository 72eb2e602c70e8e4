// SPDX-License-Identifier: Apache-2.0
#include "widgets/theme/workbench_style.h"

#include "widgets/theme/colors.h"
#include "widgets/theme/grid.h"
#include "widgets/theme/icon.h"

#include <QApplication>
#include <QHeaderView>
#include <QPainter>
#include <QPlainTextEdit>
#include <QStyleOption>

#include <algorithm>

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

/// A radio button's ring has to be seen on any ground.
void drawRadio(QPainter* painter, const QStyleOption& option)
{
    const ThemeColors& colors = colorsFor(option.palette);
    const bool enabled = option.state.testFlag(QStyle::State_Enabled);
    const bool focus = option.state.testFlag(QStyle::State_HasFocus);
    const QRgb line = !enabled ? colors.disabledText : focus ? colors.accent : colors.border;
    const QRectF ring = QRectF(option.rect).adjusted(1, 1, -1, -1);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(QColor::fromRgb(line), focus ? 2 : 1));
    painter->setBrush(QColor::fromRgb(colors.base));
    painter->drawEllipse(ring);
    if (option.state.testFlag(QStyle::State_On)) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(QColor::fromRgb(enabled ? colors.text : colors.disabledText));
        const qreal inset = ring.width() / 4;
        painter->drawEllipse(ring.adjusted(inset, inset, -inset, -inset));
    }
    painter->restore();
}

/// Round lists and texts: plain where there is something to read, as a field's where one can write.
void drawFrame(QPainter* painter, const QStyleOption& option, const QWidget* widget)
{
    const ThemeColors& colors = colorsFor(option.palette);
    const auto* text = qobject_cast<const QPlainTextEdit*>(widget);
    const bool focus = option.state.testFlag(QStyle::State_HasFocus);
    const bool field = text != nullptr && !text->isReadOnly();
    painter->save();
    painter->setPen(QColor::fromRgb(focus ? colors.accent : field ? colors.border : colors.separator));
    painter->setBrush(Qt::NoBrush);
    painter->drawRect(option.rect.adjusted(0, 0, -1, -1));
    painter->restore();
}

/// A button that stays pressed shows it by a bar below, not by a shade alone.
void drawToggle(QPainter* painter, const QStyleOption& option)
{
    const ThemeColors& colors = colorsFor(option.palette);
    const QRect bar(option.rect.left() + 2, option.rect.bottom() - 2, option.rect.width() - 4, 2);
    painter->fillRect(bar, QColor::fromRgb(colors.accent));
}

/// The dock with the focus shows it below its title.
void drawFocusedTitle(QPainter* painter, const QStyleOption& option, const QWidget* dock)
{
    const QWidget* focus = QApplication::focusWidget();
    if (dock == nullptr || focus == nullptr || !dock->isAncestorOf(focus))
        return;
    const QRect bar(option.rect.left(), option.rect.bottom() - 2, option.rect.width(), 3);
    painter->fillRect(bar, QColor::fromRgb(colorsFor(option.palette).accent));
}

} // namespace

WorkbenchStyle::WorkbenchStyle()
    : QProxyStyle(QStringLiteral("fusion"))
{
}

void WorkbenchStyle::polish(QWidget* widget)
{
    QProxyStyle::polish(widget);
    if (auto* header = qobject_cast<QHeaderView*>(widget))
        header->setTextElideMode(Qt::ElideRight); // Qt cuts words in the middle otherwise
}

void WorkbenchStyle::drawPrimitive(
    PrimitiveElement element, const QStyleOption* option, QPainter* painter, const QWidget* widget) const
{
    if (element == PE_FrameLineEdit)
        drawOutline(painter, *option);
    else if (element == PE_IndicatorRadioButton)
        drawRadio(painter, *option);
    else if (element == PE_Frame)
        drawFrame(painter, *option, widget);
    else
        QProxyStyle::drawPrimitive(element, option, painter, widget);
    // Fusion's own outline is lost on dark ground.
    if (element == PE_IndicatorCheckBox || element == PE_PanelMenu)
        drawOutline(painter, *option);
}

void WorkbenchStyle::drawComplexControl(
    ComplexControl control, const QStyleOptionComplex* option, QPainter* painter, const QWidget* widget) const
{
    QProxyStyle::drawComplexControl(control, option, painter, widget);
    if (control == CC_SpinBox || control == CC_ComboBox)
        drawOutline(painter, *option);
    if (control == CC_ToolButton && !option->state.testFlag(State_AutoRaise))
        drawOutline(painter, *option);
    if (control == CC_ToolButton && option->state.testFlag(State_On))
        drawToggle(painter, *option);
}

void WorkbenchStyle::drawControl(
    ControlElement element, const QStyleOption* option, QPainter* painter, const QWidget* widget) const
{
    QProxyStyle::drawControl(element, option, painter, widget);
    const auto* button = qstyleoption_cast<const QStyleOptionButton*>(option);
    if (element == CE_PushButtonBevel && button != nullptr && !button->features.testFlag(QStyleOptionButton::Flat))
        drawOutline(painter, *option);
    if (element == CE_DockWidgetTitle)
        drawFocusedTitle(painter, *option, widget);
}

QSize WorkbenchStyle::sizeFromContents(
    ContentsType type, const QStyleOption* option, const QSize& size, const QWidget* widget) const
{
    QSize wanted = QProxyStyle::sizeFromContents(type, option, size, widget);
    if (type != CT_MenuItem || widget == nullptr)
        return wanted;
    const QVariant picture = widget->property("pictureSize");
    const auto* item = qstyleoption_cast<const QStyleOptionMenuItem*>(option);
    if (picture.isValid() && item != nullptr && !item->icon.isNull())
        wanted.setHeight(std::max(wanted.height(), picture.toInt() + kHalfGrid));
    return wanted;
}

QIcon WorkbenchStyle::standardIcon(StandardPixmap picture, const QStyleOption* option, const QWidget* widget) const
{
    return picture == SP_DialogCancelButton ? themedIcon(Icon::Cancel)
                                            : QProxyStyle::standardIcon(picture, option, widget);
}

int WorkbenchStyle::pixelMetric(PixelMetric metric, const QStyleOption* option, const QWidget* widget) const
{
    if (metric == PM_SmallIconSize && widget != nullptr) {
        if (const QVariant size = widget->property("pictureSize"); size.isValid())
            return size.toInt();
    }
    return QProxyStyle::pixelMetric(metric, option, widget);
}

} // namespace dmsc
