// SPDX-License-Identifier: Apache-2.0
#include "widgets/window/source_picker.h"

#include "widgets/theme/icon.h"

#include <QMenu>

namespace dmsc {

namespace {

constexpr int kMaxTitle = 28; // characters; the rest is in the tool tip

} // namespace

SourcePicker::SourcePicker(Side side, QWidget* parent)
    : MenuButton(parent)
    , m_side(side)
{
    setObjectName(side == Side::Device ? QStringLiteral("devicePicker") : QStringLiteral("cardPicker"));
    setIcon(themedIcon(side == Side::Device ? Icon::Device : Icon::Card));
    setSource({}, {});
}

void SourcePicker::setSource(const QString& title, const QString& detail)
{
    QString shown = title.isEmpty() ? tr("nothing open") : title;
    if (shown.size() > kMaxTitle)
        shown = shown.left(kMaxTitle / 2) + QChar(0x2026) + shown.right(kMaxTitle / 2);
    setTitle(m_side == Side::Device ? tr("Device: %1").arg(shown) : tr("Card: %1").arg(shown));
    setToolTip(detail.isEmpty() ? tr("Open something on this side") : detail);
}

} // namespace dmsc
