// SPDX-License-Identifier: Apache-2.0
#include "widgets/flows/flow_sheet.h"

#include "widgets/flows/flow_lanes.h"
#include "widgets/flows/flow_tone.h"
#include "widgets/flows/sheet_screen.h"
#include "widgets/ladder/rung.h"
#include "widgets/ladder/sheet_text.h"

#include "model/items/handshake_step_model.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace dmsc {

namespace {

constexpr double kWidth = 960;
constexpr double kMargin = 32;
constexpr double kLaneWidth = 112;
constexpr double kGap = 16;

QColor colorOf(StepState state)
{
    const ThemeColors& colors = lightColors();
    switch (state) {
    case StepState::Done:
        return colors.mark(StatusTone::Ok);
    case StepState::Failed:
        return colors.mark(StatusTone::Error);
    case StepState::Refused:
    case StepState::TimedOut:
        return colors.mark(StatusTone::Warning);
    default:
        return QColor::fromRgb(colors.mutedText);
    }
}

double laneX(const std::vector<Lane>& lanes, Actor actor)
{
    const auto found =
        std::find_if(lanes.begin(), lanes.end(), [actor](const Lane& lane) { return lane.actor == actor; });
    return kMargin + kLaneWidth * (double(found - lanes.begin()) + 0.5);
}

void paintArrow(QPainter& painter, const std::vector<Lane>& lanes, const FlowStep& step, double y)
{
    const QColor color = colorOf(step.state);
    paintRung(painter, {laneX(lanes, step.from), laneX(lanes, step.to), y, color, hasEnded(step.state)});
}

QString stateLine(const FlowStep& step)
{
    QString line = QStringLiteral("%1 %2").arg(stepStateGlyph(step.state), stepStateWord(step.state));
    if (const QString time = stepTime(step); !time.isEmpty())
        line += QStringLiteral(", ") + time;
    return line;
}

} // namespace

FlowSheet::FlowSheet(FlowReport report)
    : m_report(std::move(report))
{
}

double FlowSheet::paintHead(QPainter* painter, double y) const
{
    const ThemeColors& colors = lightColors();
    SheetText words(painter, {kMargin, y, kWidth - 2 * kMargin});
    words.add(flowTitle(m_report.request.kind), SheetText::kTitle, QColor::fromRgb(colors.text));
    words.add(flowSummary(m_report.request.kind), SheetText::kBody, QColor::fromRgb(colors.mutedText));
    if (!m_report.outcome.isEmpty()) {
        words.add(flowGlyph(m_report) + QLatin1Char(' ') + m_report.outcome, SheetText::kHeading,
            colors.mark(flowTone(m_report)));
    }
    return words.bottom() + kGap;
}

double FlowSheet::paintLadder(QPainter* painter, double y) const
{
    const ThemeColors& colors = lightColors();
    const std::vector<Lane> lanes = flowLanes(m_report.steps);
    const double wordsX = kMargin + kLaneWidth * double(lanes.size()) + kGap;
    double bottom = y;
    for (std::size_t i = 0; i < lanes.size(); ++i) {
        SheetText name(painter, {kMargin + kLaneWidth * double(i), y, kLaneWidth}, Qt::AlignHCenter);
        name.add(lanes[i].name, SheetText::kHeading, QColor::fromRgb(colors.text));
        bottom = std::max(bottom, name.bottom());
    }
    const double linesTop = bottom + kGap / 4;
    bottom += kGap / 2;
    struct StepPlace
    {
        const FlowStep* step;
        double y;
    };
    std::vector<StepPlace> places;
    for (const FlowStep& step : m_report.steps) {
        SheetText words(painter, {wordsX, bottom, kWidth - kMargin - wordsX});
        words.add(step.title, SheetText::kHeading, QColor::fromRgb(colors.text));
        words.add(step.caption, SheetText::kBody, QColor::fromRgb(colors.mutedText));
        words.add(stateLine(step), SheetText::kBody, colorOf(step.state));
        if (!step.problem.isEmpty())
            words.add(step.problem, SheetText::kBody, colors.mark(StatusTone::Error));
        places.push_back({&step, (bottom + words.bottom()) / 2});
        bottom = words.bottom() + kGap / 2;
    }
    if (painter != nullptr) {
        for (const Lane& lane : lanes) {
            const double x = laneX(lanes, lane.actor);
            painter->setPen(QPen(lane.color(colors), 2));
            painter->drawLine(QPointF(x, linesTop), QPointF(x, bottom));
        }
        for (const StepPlace& place : places)
            paintArrow(*painter, lanes, *place.step, place.y);
    }
    return bottom + kGap;
}

double FlowSheet::paintScreens(QPainter* painter, double y) const
{
    if (m_report.decisions.empty())
        return y;
    SheetText title(painter, {kMargin, y, kWidth - 2 * kMargin});
    title.add(QCoreApplication::translate("FlowSheet", "What the user was asked"), SheetText::kHeading,
        QColor::fromRgb(lightColors().text));
    double top = title.bottom() + kGap / 2;
    const double wide = (kWidth - 2 * kMargin - 2 * kGap) / 3;
    for (std::size_t i = 0; i < m_report.decisions.size(); i += 3) {
        double tallest = 0;
        const std::size_t end = std::min(i + 3, m_report.decisions.size());
        for (std::size_t j = i; j < end; ++j)
            tallest = std::max(tallest, sheetScreenHeight(m_report.decisions[j], wide));
        for (std::size_t j = i; painter != nullptr && j < end; ++j) {
            const QRectF rect(kMargin + double(j - i) * (wide + kGap), top, wide, tallest);
            paintSheetScreen(*painter, rect, m_report.decisions[j]);
        }
        top += tallest + kGap;
    }
    return top;
}

double FlowSheet::layOut(QPainter* painter) const
{
    return paintScreens(painter, paintLadder(painter, paintHead(painter, kMargin))) + kMargin - kGap;
}

QSizeF FlowSheet::size() const
{
    return {kWidth, std::ceil(layOut(nullptr))};
}

void FlowSheet::paint(QPainter& painter) const
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillRect(QRectF(QPointF(), size()), Qt::white);
    (void)layOut(&painter);
    painter.restore();
}

Result<QByteArray> FlowSheet::render(SheetFormat format) const
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    const SheetPages pages{flowTitle(m_report.request.kind), flowSummary(m_report.request.kind), size(), 1,
        [this](QPainter& painter, int) { paint(painter); }};
    if (const auto written = writeSheet(buffer, format, pages); !written)
        return tl::unexpected(written.error());
    return bytes;
}

} // namespace dmsc
