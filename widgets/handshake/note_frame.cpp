// SPDX-License-Identifier: Apache-2.0
#include "widgets/handshake/note_frame.h"

#include "widgets/theme/grid.h"
#include "widgets/theme/icon.h"

#include <QAccessible>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>

namespace dmsc {

namespace {

constexpr int kMark = 2 * kGrid;
constexpr int kMarkMargin = kGrid + kHalfGrid;

Icon markOf(StatusTone tone)
{
    return tone == StatusTone::Ok ? Icon::Info : tone == StatusTone::Warning ? Icon::Warning : Icon::Error;
}

} // namespace

NoteFrame::NoteFrame(QWidget* parent)
    : QFrame(parent)
    , m_text(new QLabel(this))
    , m_button(new QPushButton(this))
{
    m_text->setObjectName(QStringLiteral("noteText"));
    m_text->setWordWrap(true);
    m_text->setTextFormat(Qt::PlainText);
    m_button->setObjectName(QStringLiteral("noteButton"));
    m_button->setAutoDefault(false);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(kMarkMargin + kMark + kGrid, kGrid, kGrid, kGrid);
    layout->setSpacing(kGrid);
    layout->addWidget(m_text, 1);
    layout->addWidget(m_button);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    connect(m_button, &QPushButton::clicked, this, &NoteFrame::actionPressed);
    hide();
}

void NoteFrame::say(StatusTone tone, const QString& text, const QString& action)
{
    m_tone = tone;
    m_text->setText(text);
    m_text->setAccessibleName(text);
    m_button->setText(action);
    m_button->setAccessibleName(action);
    m_button->setVisible(!action.isEmpty());
    show();
    update();
    QAccessibleEvent announcement(m_text, QAccessible::Alert);
    QAccessible::updateAccessibility(&announcement);
}

void NoteFrame::clear()
{
    m_text->clear();
    hide();
}

QString NoteFrame::text() const
{
    return m_text->text();
}

void NoteFrame::paintEvent(QPaintEvent*)
{
    const ThemeColors& colors = colorsFor(palette());
    const bool mirrored = layoutDirection() == Qt::RightToLeft;
    QPainter painter(this);
    painter.fillRect(rect(), colors.row(m_tone));
    painter.fillRect(QRect(mirrored ? width() - kHalfGrid : 0, 0, kHalfGrid, height()), colors.mark(m_tone));
    const QRect mark(mirrored ? width() - kMarkMargin - kMark : kMarkMargin, (height() - kMark) / 2, kMark, kMark);
    themedIcon(markOf(m_tone), m_tone).paint(&painter, mark);
}

} // namespace dmsc
