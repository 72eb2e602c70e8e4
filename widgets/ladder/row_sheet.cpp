// SPDX-License-Identifier: Apache-2.0
#include "widgets/ladder/row_sheet.h"

#include "model/files/output_file.h"
#include "widgets/ladder/ladder_row.h"
#include "widgets/ladder/sheet_text.h"

#include <QCoreApplication>
#include <QPainter>

#include <algorithm>
#include <limits>

namespace dmsc {

namespace {

constexpr QSizeF kA4{1123, 794}; // landscape, at 96 dots an inch
constexpr double kMargin = 4 * kGrid;
constexpr double kHead = 9 * kGrid;
constexpr double kRow = 18;

/// Where the rows of a sheet come to lie.
class Layout
{
public:
    Layout(const RowSheet& sheet, SheetFormat format)
        : m_sheet(sheet)
        , m_paged(format == SheetFormat::Pdf)
    {
        ActorSet actors;
        for (const RecordNo row : sheet.rows)
            addActors(actors, sheet.recording.store.at(row));
        actors.reset(std::size_t(Actor::None));
        m_style.lanes = lanesOf(actors);
        m_style.colors = &lightColors();
        m_style.font.setPixelSize(SheetText::kBody);
        m_style.scale = 0.8;
    }

    [[nodiscard]] SheetPages pages() const
    {
        const std::size_t perPage = rowsPerPage();
        SheetPages pages;
        pages.title = m_sheet.title;
        pages.size = m_paged ? kA4 : QSizeF(kA4.width(), 2 * kMargin + kHead + kRow * double(m_sheet.rows.size()));
        pages.count = int(std::max<std::size_t>(1, (m_sheet.rows.size() + perPage - 1) / perPage));
        pages.paint = [this, count = pages.count, size = pages.size](
                          QPainter& painter, int page) { paint(painter, size, page, count); };
        return pages;
    }

private:
    [[nodiscard]] std::size_t rowsPerPage() const
    {
        return m_paged ? std::size_t((kA4.height() - 2 * kMargin - kHead) / kRow)
                       : std::max<std::size_t>(1, m_sheet.rows.size());
    }

    void paint(QPainter& painter, const QSizeF& size, int page, int count) const
    {
        painter.save();
        painter.setRenderHint(QPainter::Antialiasing);
        painter.fillRect(QRectF(QPointF(), size), Qt::white);
        paintHead(painter, page, count);
        const std::size_t first = std::size_t(page) * rowsPerPage();
        const std::size_t end = std::min(m_sheet.rows.size(), first + rowsPerPage());
        for (std::size_t i = first; i < end; ++i) {
            const QRectF rect(kMargin, kMargin + kHead + kRow * double(i - first), size.width() - 2 * kMargin, kRow);
            paintLadderRow(painter, rect, ladderRow(m_sheet.recording.store.at(m_sheet.rows[i])), m_style);
        }
        painter.restore();
    }

    void paintHead(QPainter& painter, int page, int count) const
    {
        const QColor muted = QColor::fromRgb(m_style.colors->mutedText);
        SheetText title(&painter, {kMargin, kMargin - kGrid, kA4.width() - 2 * kMargin});
        title.add(m_sheet.title, SheetText::kHeading, QColor::fromRgb(m_style.colors->text));
        const QString place =
            count == 1 ? QString() : QCoreApplication::translate("RowSheet", "Page %1 of %2").arg(page + 1).arg(count);
        SheetText number(&painter, {kMargin, kMargin - kGrid, kA4.width() - 2 * kMargin}, Qt::AlignRight);
        number.add(place, SheetText::kBody, muted);
        for (std::size_t i = 0; i < m_style.lanes.size(); ++i) {
            SheetText name(&painter,
                {kMargin + m_style.laneWidth * double(i), kMargin + kHead - 3 * kGrid, m_style.laneWidth},
                Qt::AlignHCenter);
            name.add(m_style.lanes[i].name, SheetText::kBody, QColor::fromRgb(m_style.colors->text));
        }
    }

    const RowSheet& m_sheet;
    bool m_paged;
    LadderStyle m_style;
};

std::size_t mostRows(SheetFormat format)
{
    switch (format) {
    case SheetFormat::Svg:
        return RowSheet::kMaxSvgRows;
    case SheetFormat::Png:
        return RowSheet::kMaxPngRows;
    case SheetFormat::Pdf:
        break;
    }
    return std::numeric_limits<std::size_t>::max();
}

} // namespace

Result<void> saveRowSheet(const RowSheet& sheet, SheetFormat format, const QString& path, const SheetProgress& progress)
{
    if (sheet.rows.size() > mostRows(format))
        return fail(ErrorKind::Limit,
            QCoreApplication::translate(
                "RowSheet", "Such a picture holds at most %1 rows, and there are %2; save as PDF, or filter first")
                .arg(mostRows(format))
                .arg(sheet.rows.size()),
            path);
    auto file = OutputFile::open(path);
    if (!file)
        return tl::unexpected(std::move(file.error()));
    const Layout layout(sheet, format);
    if (auto written = writeSheet(file->device(), format, layout.pages(), progress); !written)
        return written;
    return file->commit();
}

} // namespace dmsc
