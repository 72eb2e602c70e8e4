// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QChar>
#include <QPaintDevice>
#include <QPaintEngine>
#include <QString>

#include <algorithm>
#include <utility>
#include <vector>

namespace dmsc::test {

/// Paper that keeps what was written on it, and where: what stands left of what, as an eye sees it.
class PaintedText : public QPaintDevice
{
public:
    explicit PaintedText(const QSize& size)
        : m_size(size)
        , m_engine(m_runs)
    {
    }

    [[nodiscard]] QPaintEngine* paintEngine() const override { return &m_engine; }

    /// From the left edge to the right one, without isolates, which nobody sees.
    [[nodiscard]] QString line() const
    {
        auto runs = m_runs;
        std::ranges::stable_sort(runs, {}, [](const auto& run) { return run.first; });
        QString text;
        for (const auto& run : runs)
            text += run.second;
        text.remove(QChar(u'\u2066')).remove(QChar(u'\u2069'));
        return text;
    }

protected:
    [[nodiscard]] int metric(PaintDeviceMetric metric) const override
    {
        switch (metric) {
        case PdmWidth:
        case PdmWidthMM:
            return m_size.width();
        case PdmHeight:
        case PdmHeightMM:
            return m_size.height();
        case PdmDpiX:
        case PdmDpiY:
        case PdmPhysicalDpiX:
        case PdmPhysicalDpiY:
            return 96;
        case PdmDepth:
            return 32;
        case PdmDevicePixelRatio:
            return 1;
        case PdmDevicePixelRatioScaled:
            return int(devicePixelRatioFScale());
        default:
            return 0;
        }
    }

private:
    using Runs = std::vector<std::pair<qreal, QString>>;

    class Engine : public QPaintEngine
    {
    public:
        explicit Engine(Runs& runs)
            : QPaintEngine(AllFeatures)
            , m_runs(runs)
        {
        }
        bool begin(QPaintDevice*) override { return true; }
        bool end() override { return true; }
        void updateState(const QPaintEngineState& change) override
        {
            if (change.state().testFlag(DirtyTransform))
                m_transform = change.transform();
        }
        void drawPixmap(const QRectF&, const QPixmap&, const QRectF&) override { }
        void drawPolygon(const QPointF*, int, PolygonDrawMode) override { }
        void drawTextItem(const QPointF& place, const QTextItem& item) override
        {
            m_runs.emplace_back(m_transform.map(place).x(), item.text());
        }
        [[nodiscard]] Type type() const override { return User; }

    private:
        Runs& m_runs;
        QTransform m_transform;
    };

    QSize m_size;
    Runs m_runs;
    mutable Engine m_engine;
};

} // namespace dmsc::test
