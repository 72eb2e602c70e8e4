// SPDX-License-Identifier: Apache-2.0
#include "widgets/handshake/choice_row.h"

#include "widgets/handshake/tone_label.h"
#include "widgets/theme/colors.h"
#include "widgets/theme/grid.h"

#include <QMouseEvent>
#include <QPainter>
#include <QRadioButton>
#include <QStyle>
#include <QVBoxLayout>

namespace dmsc {

namespace {

constexpr int kIconSize = 3 * kGrid;
constexpr int kIconBand = kIconSize + 2 * kGrid;

} // namespace

ChoiceRow::ChoiceRow(const ChoiceList::Choice& choice, QWidget* parent)
    : QFrame(parent)
    , m_id(choice.id)
    , m_icon(choice.icon)
    , m_button(new QRadioButton(this))
    , m_text(new QLabel(choice.text, this))
    , m_lack(new ToneLabel(this))
    , m_reason(new ToneLabel(this))
{
    m_button->setObjectName(choice.name);
    m_button->setText(QString(choice.title).replace(QLatin1Char('&'), QLatin1String("&&")));
    m_button->setAccessibleName(choice.title);
    m_words = choice.lack.isEmpty() ? choice.text : choice.text + QLatin1Char(' ') + choice.lack;
    QFont bold = m_button->font();
    bold.setBold(true);
    m_button->setFont(bold);
    m_text->setWordWrap(true);
    m_text->setTextFormat(Qt::PlainText);
    m_lack->setText(choice.lack);
    m_lack->setVisible(!choice.lack.isEmpty());
    m_reason->setTone(StatusTone::Warning);

    const int indent = style()->pixelMetric(QStyle::PM_ExclusiveIndicatorWidth)
        + style()->pixelMetric(QStyle::PM_RadioButtonLabelSpacing);
    auto* words = new QVBoxLayout;
    words->setContentsMargins(indent, 0, 0, 0);
    words->setSpacing(2);
    for (QLabel* label : {m_text, static_cast<QLabel*>(m_lack), static_cast<QLabel*>(m_reason)})
        words->addWidget(label);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(m_icon.isNull() ? kGrid + kHalfGrid : kIconBand, kGrid, kGrid, kGrid);
    layout->setSpacing(2);
    layout->addWidget(m_button);
    layout->addLayout(words);
    connect(m_button, &QRadioButton::toggled, this, qOverload<>(&QWidget::update));
    setWhyNot({});
}

void ChoiceRow::setWhyNot(const QString& why)
{
    m_why = why;
    m_button->setEnabled(why.isEmpty());
    m_text->setEnabled(why.isEmpty());
    m_reason->setText(QStringLiteral("! ") + why);
    m_reason->setVisible(!why.isEmpty());
    m_lack->setVisible(why.isEmpty() && !m_lack->text().isEmpty());
    m_button->setToolTip(why);
    m_button->setAccessibleDescription(why.isEmpty() ? m_words : why);
    update();
}

void ChoiceRow::mousePressEvent(QMouseEvent* event)
{
    if (event->button() == Qt::LeftButton && m_button->isEnabled()) {
        m_button->setFocus(Qt::MouseFocusReason);
        m_button->setChecked(true);
    }
}

void ChoiceRow::paintEvent(QPaintEvent*)
{
    const ThemeColors& colors = colorsFor(palette());
    const bool chosen = m_button->isChecked();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(QColor::fromRgb(chosen ? colors.accent : colors.separator), chosen ? 2 : 1));
    painter.setBrush(m_why.isEmpty() ? QBrush(QColor::fromRgb(colors.base)) : QBrush(Qt::NoBrush));
    painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), kHalfGrid, kHalfGrid);
    if (m_button->hasFocus()) {
        painter.setPen(QPen(QColor::fromRgb(colors.selectionFrame), 1, Qt::DashLine));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(QRectF(rect()).adjusted(4, 4, -4, -4), 2, 2);
    }
    if (m_icon.isNull())
        return;
    const int x = layoutDirection() == Qt::RightToLeft ? width() - kGrid - kIconSize : kGrid;
    m_icon.paint(&painter, QRect(x, (height() - kIconSize) / 2, kIconSize, kIconSize), Qt::AlignCenter,
        m_button->isEnabled() ? QIcon::Normal : QIcon::Disabled);
}

} // namespace dmsc
