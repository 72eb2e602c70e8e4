// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "widgets/theme/colors.h"

#include <QByteArray>
#include <QHash>
#include <QIconEngine>
#include <QPixmap>
#include <QString>

#include <functional>
#include <utility>

namespace dmsc {

/// Paints an SVG file with `currentColor` replaced by a colour of the application's palette at that moment.
/// Keeps the pictures that it has made, by size and colour.
class TintedIconEngine : public QIconEngine
{
public:
    /// The colour in an enabled state; empty: the text's.
    using Tint = std::function<QColor(const ThemeColors& colors, bool selected)>;

    TintedIconEngine(QString file, Tint tint);

    void paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State state) override;
    QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State state) override;
    QPixmap scaledPixmap(const QSize& size, QIcon::Mode mode, QIcon::State state, qreal scale) override;
    QString key() const override;
    QIconEngine* clone() const override;

private:
    using PictureKey = std::pair<std::pair<int, int>, QRgb>;

    QByteArray source();
    QColor color(QIcon::Mode mode) const;

    QString m_file;
    Tint m_tint;
    QByteArray m_source;
    QHash<PictureKey, QPixmap> m_pictures;
};

} // namespace dmsc
