// SPDX-License-Identifier: Apache-2.0
#include "widgets/prompts/asker_line.h"

#include "widgets/theme/grid.h"
#include "widgets/theme/icon.h"

#include <QPainter>

#include <algorithm>

namespace dmsc {

namespace {

constexpr int kMark = 3 * kGrid;
constexpr int kPadding = kGrid;
constexpr int kFar = 10'000;

} // namespace

AskerLine::AskerLine(QWidget* parent)
    : QWidget(parent)
{
    setObjectName(QStringLiteral("promptAsker"));
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void AskerLine::setAsker(const PromptAsker& asker)
{
    m_verified = asker.verified;
    m_name = asker.name.isEmpty() ? tr("Unknown") : asker.name;
    m_proof = !asker.verified   ? tr("not verified: anyone could have sent this")
        : asker.proof.isEmpty() ? tr("verified")
                                : tr("verified by %1").arg(asker.proof);
    setAccessibleName(text());
    updateGeometry();
    update();
}

QString AskerLine::text() const
{
    return m_name + QStringLiteral(", ") + m_proof;
}

QFont AskerLine::nameFont() const
{
    QFont bold = font();
    bold.setBold(true);
    return bold;
}

QRect AskerLine::wordsRect(int width) const
{
    const int leading = kPadding + kMark + kGrid;
    return {leading, kPadding, std::max(width - leading - kPadding, 8 * kGrid), kFar};
}

int AskerLine::heightForWidth(int width) const
{
    const QRect words = wordsRect(width);
    const int name = QFontMetrics(nameFont()).boundingRect(words, Qt::TextWordWrap, m_name).height();
    const int proof = fontMetrics().boundingRect(words, Qt::TextWordWrap, m_proof).height();
    return std::max(name + proof, kMark) + 2 * kPadding;
}

QSize AskerLine::sizeHint() const
{
    return {32 * kGrid, heightForWidth(std::max(width(), 32 * kGrid))};
}

QSize AskerLine::minimumSizeHint() const
{
    return {20 * kGrid, 2 * fontMetrics().height() + 2 * kPadding};
}

void AskerLine::paintEvent(QPaintEvent*)
{
    const ThemeColors& colors = colorsFor(palette());
    const StatusTone tone = m_verified ? StatusTone::Ok : StatusTone::Warning;
    const bool mirrored = layoutDirection() == Qt::RightToLeft;
    QPainter painter(this);
    painter.fillRect(rect(), colors.row(tone));
    QRect words = wordsRect(width());
    const int markX = mirrored ? width() - kPadding - kMark : kPadding;
    if (mirrored)
        words.moveLeft(kPadding);
    themedIcon(m_verified ? Icon::Lock : Icon::Warning, tone)
        .paint(&painter, QRect(markX, (height() - kMark) / 2, kMark, kMark));
    const int flags = int(mirrored ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignTop | Qt::TextWordWrap;
    QRect used;
    painter.setFont(nameFont());
    painter.setPen(QColor::fromRgb(colors.text));
    painter.drawText(words, flags, m_name, &used);
    words.setTop(used.bottom() + 1);
    painter.setFont(font());
    painter.setPen(m_verified ? QColor::fromRgb(colors.mutedText) : colors.mark(tone));
    painter.drawText(words, flags, m_proof);
}

} // namespace dmsc
