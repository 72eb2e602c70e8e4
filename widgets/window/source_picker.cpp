// SPDX-License-Identifier: Apache-2.0
#include "widgets/window/source_picker.h"

#include "widgets/theme/icon.h"

#include <QMenu>
#include <QStyleOptionToolButton>
#include <QStylePainter>

namespace dmsc {

namespace {

constexpr int kMaxTitle = 28; // characters; the rest is in the tool tip

} // namespace

SourcePicker::SourcePicker(Side side, QWidget* parent)
    : QToolButton(parent)
    , m_side(side)
{
    setObjectName(side == Side::Device ? QStringLiteral("devicePicker") : QStringLiteral("cardPicker"));
    setIcon(themedIcon(side == Side::Device ? Icon::Device : Icon::Card));
    setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    setPopupMode(QToolButton::InstantPopup);
    setFocusPolicy(Qt::TabFocus);
    setSource({}, {});
}

void SourcePicker::setSource(const QString& title, const QString& detail)
{
    QString shown = title.isEmpty() ? tr("nothing open") : title;
    if (shown.size() > kMaxTitle)
        shown = shown.left(kMaxTitle / 2) + QChar(0x2026) + shown.right(kMaxTitle / 2);
    const QString text = m_side == Side::Device ? tr("Device: %1").arg(shown) : tr("Card: %1").arg(shown);
    setText(QString(text).replace(QLatin1Char('&'), QLatin1String("&&")) + QStringLiteral(" \u25be"));
    setAccessibleName(text);
    setToolTip(detail.isEmpty() ? tr("Open something on this side") : detail);
}

void SourcePicker::paintEvent(QPaintEvent*)
{
    // The arrow is part of the text: the style would squeeze its own into a corner.
    QStyleOptionToolButton option;
    initStyleOption(&option);
    option.features &= ~QStyleOptionToolButton::HasMenu;
    QStylePainter(this).drawComplexControl(QStyle::CC_ToolButton, option);
}

} // namespace dmsc
