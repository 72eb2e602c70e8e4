// SPDX-License-Identifier: Apache-2.0
#include "widgets/prompts/handset_screen.h"

#include "widgets/prompts/idle_page.h"
#include "widgets/prompts/prompt_page.h"
#include "widgets/theme/colors.h"
#include "widgets/theme/grid.h"

#include <QEvent>
#include <QPainter>
#include <QStackedLayout>

#include <algorithm>

namespace dmsc {

namespace {

constexpr int kBezel = kGrid;
constexpr int kTopBezel = 2 * kGrid;
constexpr int kRadius = 2 * kGrid;
constexpr int kSlit = 6 * kGrid;
constexpr int kColumns = 46; // characters in a line of the screen at the most
constexpr double kTallest = 1.9; // height to width

} // namespace

HandsetScreen::HandsetScreen(QWidget* parent)
    : QWidget(parent)
    , m_glass(new QWidget(this))
    , m_pages(new QStackedLayout(m_glass))
    , m_idle(new IdlePage)
    , m_page(new PromptPage)
{
    setObjectName(QStringLiteral("handsetScreen"));
    setAccessibleName(tr("Screen of the handset"));
    m_pages->addWidget(m_idle);
    m_pages->addWidget(m_page);
    connect(m_page, &PromptPage::answered, this, &HandsetScreen::answered);
}

void HandsetScreen::setHandset(const QString& name)
{
    m_idle->setHandset(name);
}

void HandsetScreen::ask(PromptId id, const Prompt& prompt)
{
    m_open = id;
    m_page->ask(id, prompt);
    m_pages->setCurrentWidget(m_page);
}

void HandsetScreen::close(PromptId id)
{
    if (id != m_open)
        return;
    m_open = PromptId::None;
    m_page->clear();
    m_pages->setCurrentWidget(m_idle);
}

void HandsetScreen::tell(const Notice& notice, const QTime& when)
{
    m_idle->tell(notice, when);
}

const Prompt& HandsetScreen::prompt() const
{
    return m_page->prompt();
}

QString HandsetScreen::notice() const
{
    return m_idle->notice();
}

void HandsetScreen::takeFocus()
{
    m_page->takeFocus();
}

int HandsetScreen::widest() const
{
    return fontMetrics().averageCharWidth() * kColumns + 2 * kBezel;
}

QSize HandsetScreen::sizeHint() const
{
    return {std::min(widest(), 40 * kGrid), 52 * kGrid};
}

QSize HandsetScreen::minimumSizeHint() const
{
    return {28 * kGrid, 26 * kGrid};
}

QRect HandsetScreen::bodyRect() const
{
    const int wide = std::min(width(), widest());
    const int high = std::min(height(), int(wide * kTallest));
    return {(width() - wide) / 2, (height() - high) / 2, wide, high};
}

void HandsetScreen::place()
{
    m_glass->setGeometry(bodyRect().adjusted(kBezel, kTopBezel, -kBezel, -kBezel));
    update();
}

void HandsetScreen::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    place();
}

void HandsetScreen::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange) {
        updateGeometry();
        place();
    }
}

void HandsetScreen::paintEvent(QPaintEvent*)
{
    const ThemeColors& colors = colorsFor(palette());
    const QRectF body = bodyRect();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(QColor::fromRgb(isAsking() ? colors.accent : colors.border), isAsking() ? 2 : 1));
    painter.setBrush(QColor::fromRgb(colors.alternate));
    painter.drawRoundedRect(body.adjusted(1, 1, -1, -1), kRadius, kRadius);
    painter.setPen(Qt::NoPen);
    painter.setBrush(QColor::fromRgb(colors.border));
    painter.drawRoundedRect(
        QRectF(body.center().x() - kSlit / 2.0, body.top() + kTopBezel / 2.0 - 1.5, kSlit, 3), 1.5, 1.5);
    const QRectF glass = m_glass->geometry();
    painter.setPen(QColor::fromRgb(colors.separator));
    painter.setBrush(QColor::fromRgb(colors.base));
    painter.drawRoundedRect(glass.adjusted(-0.5, -0.5, 0.5, 0.5), kHalfGrid, kHalfGrid);
}

} // namespace dmsc
