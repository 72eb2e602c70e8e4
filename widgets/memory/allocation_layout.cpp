// SPDX-License-Identifier: Apache-2.0
#include "widgets/memory/allocation_layout.h"

#include <algorithm>
#include <cmath>

namespace dmsc {

namespace {

int leastWidth(const MemoryRow& row)
{
    if (row.kind == MemoryRow::Kind::Entity)
        return kLeastHandled;
    return row.size == Blocks{} ? 0 : kLeastSegment;
}

} // namespace

AllocationLayout layOutAllocation(const std::vector<MemoryRow>& rows, int width)
{
    AllocationLayout layout;
    std::vector<bool> fixed(rows.size());
    int pixels = width;
    double blocks = 0;
    for (const MemoryRow& row : rows)
        blocks += double(number(row.size));
    // Whatever would be too thin gets its least width; the rest shares what is left, until nothing more is too thin.
    for (bool again = true; again;) {
        again = false;
        layout.pixelsPerBlock = blocks > 0 ? std::max(0.0, double(pixels) / blocks) : 0;
        for (std::size_t i = 0; i < rows.size(); ++i) {
            const int least = leastWidth(rows[i]);
            if (fixed[i] || double(number(rows[i].size)) * layout.pixelsPerBlock >= least)
                continue;
            fixed[i] = true;
            pixels -= least;
            blocks -= double(number(rows[i].size));
            again = true;
        }
    }
    double at = 0; // rounded where it is used, so that no error adds up
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const double wide = fixed[i] ? leastWidth(rows[i]) : double(number(rows[i].size)) * layout.pixelsPerBlock;
        const int begin = int(std::lround(at));
        at += wide;
        layout.spans.push_back({begin, int(std::lround(at)) - begin});
    }
    return layout;
}

StateTone allocationTone(const MemoryRow& row)
{
    if (row.kind != MemoryRow::Kind::Entity)
        return StateTone::Same;
    switch (row.role) {
    case Role::Issuer:
        return StateTone::OnlyCard;
    case Role::Device:
        return StateTone::OnlyDevice;
    case Role::Dms:
        return StateTone::Moved;
    case Role::Application:
        break;
    }
    return StateTone::Differs;
}

} // namespace dmsc
