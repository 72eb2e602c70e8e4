// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/error.h"

#include <QSizeF>
#include <QString>

#include <functional>
#include <optional>

class QIODevice;
class QPainter;

namespace dmsc {

enum class SheetFormat : std::uint8_t { Pdf, Svg, Png };
/// By the suffix of a file; nullopt for every other.
[[nodiscard]] std::optional<SheetFormat> sheetFormatOf(const QString& path);

/// What is to be put on paper. Only PDF has several pages.
struct SheetPages
{
    QString title;
    QString description;
    QSizeF size; ///< of a page, in device-independent pixels
    int count = 1;
    std::function<void(QPainter& painter, int page)> paint;
};

/// Told before each page; false stops the work, which then fails with Cancelled.
using SheetProgress = std::function<bool(std::size_t done, std::size_t total)>;

/// Paints the pages into an open device. Limit where a picture would be larger than pictures can be. Safe to be used on
/// any thread.
[[nodiscard]] Result<void> writeSheet(
    QIODevice& device, SheetFormat format, const SheetPages& pages, const SheetProgress& progress = {});

} // namespace dmsc
