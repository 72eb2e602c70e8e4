// SPDX-License-Identifier: Apache-2.0
#include "widgets/handshake/pairing_picture.h"

#include "widgets/handshake/handshake_text.h"
#include "widgets/handshake/lanes.h"
#include "widgets/theme/grid.h"

#include <QPainter>

namespace dmsc {

namespace {

constexpr int kHeight = 11 * kGrid;
constexpr int kBoxWidth = 18 * kGrid;
constexpr int kBoxHeight = 9 * kGrid;
constexpr int kPartyIcon = 4 * kGrid;
constexpr int kArrow = kHalfGrid + 2;

} // namespace

PairingPicture::PairingPicture(QWidget* parent)
    : QWidget(parent)
{
    setObjectName(QStringLiteral("pairingPicture"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setRole(Role::Device);
}

void PairingPicture::setRole(Role role)
{
    m_role = role;
    setAccessibleName(pairingTitle(role));
    setAccessibleDescription(pairingText(role));
    update();
}

QSize PairingPicture::sizeHint() const
{
    return {4 * kBoxWidth, kHeight};
}

QSize PairingPicture::minimumSizeHint() const
{
    return {int(lanesFor(m_role).size()) * kBoxWidth, kHeight};
}

void PairingPicture::paintEvent(QPaintEvent*)
{
    const ThemeColors& colors = colorsFor(palette());
    const std::vector<Lane> lanes = lanesFor(m_role);
    const int count = int(lanes.size());
    const int gap = count < 2 ? 0 : qMin(26 * kGrid, (width() - count * kBoxWidth) / (count - 1));
    const int left = (width() - count * kBoxWidth - (count - 1) * gap) / 2;
    const bool mirrored = layoutDirection() == Qt::RightToLeft;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const auto boxAt = [&](int i) {
        const int place = mirrored ? count - 1 - i : i;
        return QRect(left + place * (kBoxWidth + gap), (height() - kBoxHeight) / 2, kBoxWidth, kBoxHeight);
    };
    // One line from the first to the card: what lies between only carries.
    const QRect first = boxAt(0);
    const QRect last = boxAt(count - 1);
    const int y = first.center().y();
    painter.setPen(QPen(QColor::fromRgb(colors.accent), 2));
    painter.drawLine(QPoint(qMin(first.right(), last.right()), y), QPoint(qMax(first.left(), last.left()), y));
    for (int i = 0; i < count; ++i) {
        const QRect box = boxAt(i);
        const bool carries = i > 0 && i < count - 1;
        painter.setBrush(QColor::fromRgb(colors.base));
        painter.setPen(
            QPen(lanes[std::size_t(i)].color(colors), carries ? 1 : 2, carries ? Qt::DashLine : Qt::SolidLine));
        painter.drawRoundedRect(QRectF(box).adjusted(1, 1, -1, -1), kHalfGrid, kHalfGrid);
        const QRect icon(box.center().x() - kPartyIcon / 2, box.top() + kGrid, kPartyIcon, kPartyIcon);
        themedIcon(lanes[std::size_t(i)].icon).paint(&painter, icon);
        painter.setPen(QColor::fromRgb(colors.text));
        const QRect words(box.left() + kHalfGrid, icon.bottom() + kHalfGrid, box.width() - kGrid,
            box.bottom() - icon.bottom() - kHalfGrid);
        painter.drawText(words, Qt::AlignHCenter | Qt::AlignTop | Qt::TextSingleLine,
            painter.fontMetrics().elidedText(lanes[std::size_t(i)].name, Qt::ElideRight, words.width()));
        // Heads of the arrows, on both ends of the whole way.
        if (i == 0 || i == count - 1) {
            const bool towardsRight = (i == 0) == mirrored;
            const int tip = towardsRight ? box.left() : box.right() + 1;
            const int back = towardsRight ? -kArrow : kArrow;
            painter.setPen(Qt::NoPen);
            painter.setBrush(QColor::fromRgb(colors.accent));
            painter.drawPolygon(QPolygon({{tip, y}, {tip + back, y - kArrow}, {tip + back, y + kArrow}}));
        }
    }
}

} // namespace dmsc
