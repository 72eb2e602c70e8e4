// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QColor>
#include <QFont>
#include <QPainter>
#include <QRectF>
#include <QString>

namespace dmsc {

/// Paragraphs below one another on paper; without a painter it only measures.
class SheetText
{
public:
    // Heights of the type, in pixels.
    static constexpr int kTitle = 24;
    static constexpr int kHeading = 14;
    static constexpr int kBody = 12;

    struct Column
    {
        double left;
        double top;
        double width;
    };

    SheetText(QPainter* painter, const Column& column, Qt::Alignment alignment = Qt::AlignLeft)
        : m_painter(painter)
        , m_column(column)
        , m_flags(int(alignment) | Qt::AlignTop | Qt::TextWordWrap)
    {
    }

    void add(const QString& text, int pixels, const QColor& color)
    {
        if (text.isEmpty())
            return;
        QFont font;
        font.setPixelSize(pixels);
        font.setBold(pixels != kBody);
        const QRectF room(m_column.left, m_column.top, m_column.width, kFar);
        const QRectF used = QFontMetricsF(font).boundingRect(room, m_flags, text);
        if (m_painter != nullptr) {
            m_painter->setFont(font);
            m_painter->setPen(color);
            m_painter->drawText(room, m_flags, text);
        }
        m_column.top += used.height() + 2;
    }
    void skip(double height) { m_column.top += height; }
    [[nodiscard]] double bottom() const { return m_column.top; }

private:
    static constexpr double kFar = 100'000;

    QPainter* m_painter;
    Column m_column;
    int m_flags;
};

} // namespace dmsc
