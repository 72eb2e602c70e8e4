// SPDX-License-Identifier: Apache-2.0
#include "widgets/theme/tinted_icon_engine.h"

#include <QFile>
#include <QGuiApplication>
#include <QPainter>
#include <QPalette>
#include <QSvgRenderer>

namespace dmsc {

namespace {

/// Pictures of one icon: a few sizes times a few colours. Beyond that somebody resizes or changes themes.
constexpr qsizetype kMaxPictures = 24;

QPixmap render(const QByteArray& svg, const QSize& size)
{
    QPixmap picture(size);
    picture.fill(Qt::transparent);
    QSvgRenderer renderer(svg);
    renderer.setAspectRatioMode(Qt::KeepAspectRatio);
    QPainter painter(&picture);
    renderer.render(&painter);
    return picture;
}

} // namespace

TintedIconEngine::TintedIconEngine(QString file, Tint tint)
    : m_file(std::move(file))
    , m_tint(std::move(tint))
{
}

QByteArray TintedIconEngine::source()
{
    if (m_source.isEmpty()) {
        QFile file(m_file);
        if (file.open(QIODevice::ReadOnly)) {
            m_source = file.readAll();
        }
    }
    return m_source;
}

QColor TintedIconEngine::color(QIcon::Mode mode) const
{
    const QPalette palette = QGuiApplication::palette();
    if (mode == QIcon::Disabled) {
        return palette.color(QPalette::Disabled, QPalette::ButtonText);
    }
    const bool selected = mode == QIcon::Selected;
    if (m_tint) {
        return m_tint(colorsFor(palette), selected);
    }
    return palette.color(selected ? QPalette::HighlightedText : QPalette::ButtonText);
}

void TintedIconEngine::paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State state)
{
    const qreal scale = painter->device()->devicePixelRatioF();
    painter->drawPixmap(rect, scaledPixmap(rect.size() * scale, mode, state, scale));
}

QPixmap TintedIconEngine::pixmap(const QSize& size, QIcon::Mode mode, QIcon::State state)
{
    return scaledPixmap(size, mode, state, 1.0);
}

QPixmap TintedIconEngine::scaledPixmap(const QSize& size, QIcon::Mode mode, QIcon::State, qreal)
{
    if (size.isEmpty()) {
        return {};
    }
    const QColor tint = color(mode);
    const PictureKey key{{size.width(), size.height()}, tint.rgba()};
    const auto known = m_pictures.constFind(key);
    if (known != m_pictures.cend()) {
        return known.value();
    }
    if (m_pictures.size() >= kMaxPictures) {
        m_pictures.clear();
    }
    QByteArray svg = source();
    svg.replace("currentColor", tint.name().toLatin1());
    return *m_pictures.insert(key, render(svg, size));
}

QString TintedIconEngine::key() const
{
    return QStringLiteral("dmsc-tinted");
}

QIconEngine* TintedIconEngine::clone() const
{
    return new TintedIconEngine(*this);
}

} // namespace dmsc
