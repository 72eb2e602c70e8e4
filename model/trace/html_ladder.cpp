// SPDX-License-Identifier: Apache-2.0
#include "model/trace/html_ladder.h"

#include "model/trace/html_text.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <vector>

namespace dmsc::html {

namespace {

constexpr int kLaneWidth = 220;
constexpr int kRowHeight = 22;
constexpr int kTop = 34;
constexpr int kMargin = 110;
constexpr int kArrow = 7;
constexpr qsizetype kMostCharacters = 34;

struct Lane
{
    Actor actor;
    int x;
};

class Ladder
{
public:
    Ladder(const Recording& recording, const RecordSelection& rows)
        : m_recording(&recording)
        , m_rows(rows.begin(), rows.begin() + qsizetype(std::min(rows.size(), kLadderRows)))
    {
        // The workbench stands where the device would.
        for (const Actor actor : {Actor::Workbench, Actor::Device, Actor::Card, Actor::Server, Actor::User})
            if (speaks(actor))
                m_lanes.push_back({actor, kMargin + int(m_lanes.size()) * kLaneWidth});
    }

    [[nodiscard]] QByteArray draw() const
    {
        const int width = 2 * kMargin + std::max(int(m_lanes.size()) - 1, 0) * kLaneWidth;
        const int height = kTop + int(m_rows.size()) * kRowHeight + 10;
        QByteArray svg = "<svg role=\"img\" width=\"" + number(width) + "\" height=\"" + number(height)
            + "\" viewBox=\"0 0 " + number(width) + ' ' + number(height) + "\">\n"
            + element("title", QCoreApplication::translate("TraceHtml", "Sequence ladder")) + '\n';
        for (const Lane& lane : m_lanes) {
            svg += text(lane.x, 18, "middle", actorName(lane.actor));
            svg += "<line class=\"lane\" x1=\"" + number(lane.x) + "\" x2=\"" + number(lane.x) + "\" y1=\"24\" y2=\""
                + number(height) + "\"/>\n";
        }
        int y = kTop + kRowHeight / 2;
        for (const RecordNo row : m_rows) {
            svg += arrow(m_recording->store.at(row), y);
            y += kRowHeight;
        }
        return svg + "</svg>\n";
    }

private:
    static QByteArray number(int value) { return QByteArray::number(value); }
    static QByteArray text(int x, int y, const char* anchor, const QString& words)
    {
        return "<text x=\"" + number(x) + "\" y=\"" + number(y) + "\" text-anchor=\"" + anchor + "\">" + escaped(words)
            + "</text>\n";
    }

    [[nodiscard]] bool speaks(Actor actor) const
    {
        return std::any_of(m_rows.begin(), m_rows.end(), [&](RecordNo row) {
            const RecordView record = m_recording->store.at(row);
            return record.from == actor || record.to == actor;
        });
    }
    [[nodiscard]] const Lane* lane(Actor actor) const
    {
        const auto found =
            std::find_if(m_lanes.begin(), m_lanes.end(), [actor](const Lane& lane) { return lane.actor == actor; });
        return found == m_lanes.end() ? nullptr : &*found;
    }

    [[nodiscard]] QByteArray arrow(const RecordView& record, int y) const
    {
        const Lane* from = lane(record.from);
        const Lane* to = lane(record.to);
        from = from ? from : to;
        to = to ? to : from;
        if (!from)
            return {};
        static constexpr std::array<const char*, 4> kLevels{"none", "ok", "warning", "error"};
        QByteArray svg = QByteArray("<a class=\"") + kLevels.at(std::size_t(record.level)) + "\" href=\"#row"
            + number(int(record.number.shown())) + "\">";
        const QString status = QString::fromUtf8(record.status);
        const QString name = QString::fromUtf8(record.name).left(kMostCharacters)
            + (status.isEmpty() ? QString() : QStringLiteral(" \u2192 ") + status.left(kMostCharacters));
        if (from->x == to->x)
            return svg + "<circle class=\"arrow\" r=\"3\" cx=\"" + number(from->x) + "\" cy=\"" + number(y) + "\"/>"
                + text(from->x + 8, y + 4, "start", name) + "</a>\n";
        const int tip = to->x > from->x ? -kArrow : kArrow;
        svg += "<line x1=\"" + number(from->x) + "\" x2=\"" + number(to->x + tip) + "\" y1=\"" + number(y) + "\" y2=\""
            + number(y) + "\"/><path class=\"arrow\" d=\"M" + number(to->x) + ' ' + number(y) + "l" + number(tip)
            + " -4v8z\"/>";
        return svg + text((from->x + to->x) / 2, y - 4, "middle", name) + "</a>\n";
    }

    const Recording* m_recording;
    RecordSelection m_rows;
    std::vector<Lane> m_lanes;
};

} // namespace

QByteArray ladder(const Recording& recording, const RecordSelection& rows)
{
    return Ladder(recording, rows).draw();
}

} // namespace dmsc::html
