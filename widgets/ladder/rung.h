// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QColor>

class QPainter;

namespace dmsc {

/// What goes from one life line to another, or happens at one alone. In pixels.
struct Rung
{
    double begin = 0;
    double end = 0;
    double y = 0;
    QColor color;
    bool happened = true; ///< else dotted
    double scale = 1;
};

/// An arrow, or a box where it begins and ends at the same line.
void paintRung(QPainter& painter, const Rung& rung);
/// A life line that only carries what goes by, at `x`.
void paintPassing(QPainter& painter, const Rung& rung, double x, const QColor& paper);

} // namespace dmsc
