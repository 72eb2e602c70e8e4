// SPDX-License-Identifier: Apache-2.0
#include "widgets/handshake/tone_label.h"

#include <QEvent>

namespace dmsc {

ToneLabel::ToneLabel(QWidget* parent)
    : QLabel(parent)
{
    setTextFormat(Qt::PlainText);
    setWordWrap(true);
    tint();
}

void ToneLabel::setTone(std::optional<StatusTone> tone)
{
    m_tone = tone;
    tint();
}

void ToneLabel::changeEvent(QEvent* event)
{
    QLabel::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && !m_tinting)
        tint();
}

void ToneLabel::tint()
{
    const ThemeColors& colors = colorsFor(palette());
    QPalette own; // of the one role alone: all others go on being inherited
    own.setColor(QPalette::WindowText, m_tone ? colors.mark(*m_tone) : QColor::fromRgb(colors.mutedText));
    m_tinting = true;
    setPalette(own);
    m_tinting = false;
}

} // namespace dmsc
