// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QProxyStyle>

namespace dmsc {

/// Fusion, but that fields to type or choose in have an outline that can be seen in every theme: Fusion's own is the
/// window's colour made darker, which is nothing on black.
class WorkbenchStyle : public QProxyStyle
{
    Q_OBJECT

public:
    WorkbenchStyle();

    using QProxyStyle::polish;
    void polish(QWidget* widget) override;
    void drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
        const QWidget* widget = nullptr) const override;
    void drawComplexControl(ComplexControl control, const QStyleOptionComplex* option, QPainter* painter,
        const QWidget* widget = nullptr) const override;
    void drawControl(ControlElement element, const QStyleOption* option, QPainter* painter,
        const QWidget* widget = nullptr) const override;
    /// A menu with the property "pictureSize" has icons of that size.
    [[nodiscard]] QSize sizeFromContents(ContentsType type, const QStyleOption* option, const QSize& size,
        const QWidget* widget = nullptr) const override;
    /// Cancel buttons of dialogs have the family's icon, not one of the desktop.
    [[nodiscard]] QIcon standardIcon(
        StandardPixmap picture, const QStyleOption* option = nullptr, const QWidget* widget = nullptr) const override;
    [[nodiscard]] int pixelMetric(
        PixelMetric metric, const QStyleOption* option = nullptr, const QWidget* widget = nullptr) const override;
};

} // namespace dmsc
