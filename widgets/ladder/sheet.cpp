// SPDX-License-Identifier: Apache-2.0
#include "widgets/ladder/sheet.h"

#include <QCoreApplication>
#include <QIODevice>
#include <QImage>
#include <QPageSize>
#include <QPainter>
#include <QPdfWriter>
#include <QSvgGenerator>

#include <algorithm>

namespace dmsc {

namespace {

constexpr int kPdfDpi = 96 * 4;
constexpr double kPointsPerPixel = 72.0 / 96;
constexpr double kMaxPngSide = 32'767; // more is beyond QPainter

Result<void> writePng(QIODevice& device, const SheetPages& pages)
{
    const double side = std::max(pages.size.width(), pages.size.height());
    const int scale = 2 * side <= kMaxPngSide ? 2 : 1;
    QImage image;
    if (side <= kMaxPngSide)
        image = QImage((pages.size * scale).toSize(), QImage::Format_RGB32);
    if (image.isNull())
        return fail(ErrorKind::Limit, QCoreApplication::translate("Sheet", "The picture would be too large"));
    image.setDevicePixelRatio(scale);
    QPainter painter(&image);
    pages.paint(painter, 0);
    painter.end();
    if (!image.save(&device, "PNG"))
        return fail(ErrorKind::Io, device.errorString());
    return {};
}

Result<void> writeSvg(QIODevice& device, const SheetPages& pages)
{
    QSvgGenerator generator;
    generator.setOutputDevice(&device);
    generator.setSize(pages.size.toSize());
    generator.setViewBox(QRectF(QPointF(), pages.size));
    generator.setTitle(pages.title);
    generator.setDescription(pages.description);
    QPainter painter(&generator);
    pages.paint(painter, 0);
    painter.end(); // writes the document
    return {};
}

Result<void> writePdf(QIODevice& device, const SheetPages& pages, const SheetProgress& progress)
{
    QPdfWriter writer(&device);
    writer.setResolution(kPdfDpi);
    writer.setTitle(pages.title);
    writer.setPageSize(QPageSize(pages.size * kPointsPerPixel, QPageSize::Point, {}, QPageSize::ExactMatch));
    writer.setPageMargins({});
    QPainter painter(&writer);
    painter.scale(kPdfDpi / 96.0, kPdfDpi / 96.0);
    for (int page = 0; page < pages.count; ++page) {
        if (progress && !progress(std::size_t(page), std::size_t(pages.count)))
            return fail(ErrorKind::Cancelled, {});
        if (page > 0)
            writer.newPage();
        pages.paint(painter, page);
    }
    return {};
}

} // namespace

std::optional<SheetFormat> sheetFormatOf(const QString& path)
{
    if (path.endsWith(QLatin1String(".pdf"), Qt::CaseInsensitive))
        return SheetFormat::Pdf;
    if (path.endsWith(QLatin1String(".svg"), Qt::CaseInsensitive))
        return SheetFormat::Svg;
    if (path.endsWith(QLatin1String(".png"), Qt::CaseInsensitive))
        return SheetFormat::Png;
    return std::nullopt;
}

Result<void> writeSheet(QIODevice& device, SheetFormat format, const SheetPages& pages, const SheetProgress& progress)
{
    switch (format) {
    case SheetFormat::Pdf:
        return writePdf(device, pages, progress);
    case SheetFormat::Svg:
        return writeSvg(device, pages);
    case SheetFormat::Png:
        break;
    }
    return writePng(device, pages);
}

} // namespace dmsc
