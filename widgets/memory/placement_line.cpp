// SPDX-License-Identifier: Apache-2.0
#include "widgets/memory/placement_line.h"

#include "model/items/memory_rows.h"
#include "widgets/theme/colors.h"
#include "widgets/theme/grid.h"
#include "widgets/theme/icon.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPainter>
#include <QToolButton>

#include <algorithm>

namespace dmsc {

namespace {

constexpr int kStripWidth = 24 * kGrid;
constexpr std::size_t kDrawnExtents = 12; // more than that are told by the number alone

Blocks less(Blocks from, Blocks taken)
{
    return Blocks{number(from) - std::min(number(from), number(taken))};
}

QString textOf(const MemoryCandidate& candidate, std::uint32_t blockSize)
{
    if (!candidate.problem.isEmpty())
        return PlacementLine::tr("%1: %2").arg(candidate.uri, candidate.problem);
    const Placement& place = candidate.placement;
    const QString entity = QString::fromStdString(place.entity);
    if (candidate.onCard)
        return PlacementLine::tr("%1 is on the card: it takes %2, owner %3")
            .arg(candidate.uri, memorySizeText(place.bytes),
                place.occupiedBy.empty() ? PlacementLine::tr("not told") : QString::fromStdString(place.occupiedBy));
    const QString needs = PlacementLine::tr("Store %1 here? It needs %2 of %3's grant")
                              .arg(candidate.uri, blocksText(place.needed, blockSize), entity);
    if (place.shortOfType != Blocks{})
        return PlacementLine::tr("%1; %2 over the issuer's limit for MOs of this type")
            .arg(needs, blockCountText(place.shortOfType));
    if (place.shortOfMemory != Blocks{})
        return PlacementLine::tr("%1; %2 short, of which the card cannot grant %3")
            .arg(needs, blockCountText(place.shortOfGrant), blockCountText(place.shortOfMemory));
    if (place.shortOfGrant != Blocks{})
        return PlacementLine::tr("%1; %2 short: ask for more first").arg(needs, blockCountText(place.shortOfGrant));
    const Blocks left = less(place.unused, place.needed);
    const Blocks growth = less(less(place.free, place.needed), left);
    if (growth != Blocks{})
        return PlacementLine::tr("%1; it fits, %2 stay free in it, and it grows by itself by up to %3")
            .arg(needs, blockCountText(left), blockCountText(growth));
    return PlacementLine::tr("%1; it fits, %2 stay free in it").arg(needs, blockCountText(left));
}

} // namespace

// --- the pieces

ExtentStrip::ExtentStrip(QWidget* parent)
    : QWidget(parent)
{
    setObjectName(QStringLiteral("extentStrip"));
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Preferred);
}

void ExtentStrip::setExtents(std::vector<Extent> extents)
{
    m_extents = std::move(extents);
    setVisible(!m_extents.empty());
    QStringList sizes;
    for (const Extent& extent : m_extents)
        sizes << QLocale().toString(qulonglong(extent.size));
    setAccessibleName(tr("%n extent(s) of at most 32,767 bytes: %1", nullptr, int(m_extents.size()))
                          .arg(sizes.join(QStringLiteral(" + "))));
    setToolTip(accessibleName());
    update();
}

QSize ExtentStrip::sizeHint() const
{
    return {kStripWidth, fontMetrics().height() + kHalfGrid};
}

void ExtentStrip::paintEvent(QPaintEvent*)
{
    if (m_extents.empty())
        return;
    const ThemeColors& colors = colorsFor(palette());
    QPainter painter(this);
    const std::size_t drawn = std::min(m_extents.size(), kDrawnExtents);
    const int step = width() / int(drawn);
    for (std::size_t i = 0; i < drawn; ++i) {
        const double share = double(m_extents[i].size) / double(kExtentBytes);
        const int wide = std::max(kGrid, int(share * (step - kGrid)));
        const int x = isRightToLeft() ? width() - int(i) * step - wide : int(i) * step;
        const QRect box(x, 1, wide, height() - 3);
        painter.setPen(QColor::fromRgb(colors.border));
        painter.setBrush(colors.row(StateTone::OnlyCard));
        painter.drawRect(box);
        if (i + 1 < m_extents.size()) { // the chain goes on
            const int from = isRightToLeft() ? box.left() : box.right() + 1;
            const int to = isRightToLeft() ? width() - int(i + 1) * step : int(i + 1) * step;
            painter.drawLine(from, box.center().y(), to, box.center().y());
        }
        painter.setPen(QColor::fromRgb(colors.text));
        const bool last = i + 1 == drawn && drawn < m_extents.size();
        painter.drawText(box, Qt::AlignCenter, last ? QStringLiteral("…") : QLocale().toString(int(i + 1)));
    }
}

// --- the line

PlacementLine::PlacementLine(QWidget* parent)
    : QWidget(parent)
    , m_text(new QLabel(this))
    , m_extents(new ExtentStrip(this))
    , m_more(new QToolButton(this))
{
    m_text->setObjectName(QStringLiteral("placementText"));
    m_text->setWordWrap(true);
    m_text->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_more->setObjectName(QStringLiteral("placementMore"));
    m_more->setIcon(themedIcon(Icon::Add));
    m_more->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_more->setFocusPolicy(Qt::TabFocus);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(kGrid);
    layout->addWidget(m_text, 1);
    layout->addWidget(m_extents);
    layout->addWidget(m_more);
    connect(m_more, &QToolButton::clicked, this, [this] { Q_EMIT moreWanted(number(m_missing)); });
    showCandidate(std::nullopt, 0);
}

void PlacementLine::showCandidate(const std::optional<MemoryCandidate>& candidate, std::uint32_t blockSize)
{
    m_text->setText(candidate ? textOf(*candidate, blockSize)
                              : tr("Select an MO in the trees, or drop it on the bar, to see where it would go."));
    m_text->setToolTip(m_text->text());
    m_text->setForegroundRole(candidate ? QPalette::WindowText : QPalette::PlaceholderText);
    const bool known = candidate && candidate->problem.isEmpty();
    m_extents->setExtents(known ? candidate->placement.extents : std::vector<Extent>());
    m_missing = known && !candidate->onCard ? candidate->placement.shortOfGrant : Blocks{};
    m_more->setVisible(m_missing != Blocks{});
    m_more->setText(tr("Ask for %1").arg(blockCountText(m_missing)));
    m_more->setAccessibleName(m_more->text());
}

void PlacementLine::setWhyNotMore(const QString& why)
{
    m_more->setEnabled(why.isEmpty());
    m_more->setToolTip(why);
}

QString PlacementLine::text() const
{
    return m_text->text();
}

} // namespace dmsc
