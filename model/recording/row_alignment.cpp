// SPDX-License-Identifier: Apache-2.0
#include "model/recording/row_alignment.h"

#include <algorithm>
#include <optional>
#include <unordered_map>
#include <unordered_set>

namespace dmsc {

namespace {

/// Steps away from the diagonal that a search takes before it keeps what it has and begins anew from there.
constexpr std::ptrdiff_t kMostSteps = 512;

/// A part of both sequences, whose places are counted in the whole ones.
struct Window
{
    std::size_t left = 0;
    std::size_t leftEnd = 0;
    std::size_t right = 0;
    std::size_t rightEnd = 0;
};

class Aligner
{
public:
    Aligner(std::span<const RowKey> left, std::span<const RowKey> right, const std::function<bool()>& goesOn)
        : m_left(left)
        , m_right(right)
        , m_goesOn(goesOn)
    {
    }

    std::vector<AlignedPlaces> run()
    {
        Window window{0, m_left.size(), 0, m_right.size()};
        takeHead(window);
        const std::vector<AlignedPlaces> tail = takeTail(window);
        splitAtAnchors(window);
        m_pairs.insert(m_pairs.end(), tail.rbegin(), tail.rend());
        return std::move(m_pairs);
    }

private:
    void takeHead(Window& window)
    {
        while (window.left < window.leftEnd && window.right < window.rightEnd
            && m_left[window.left] == m_right[window.right])
            m_pairs.push_back({window.left++, window.right++});
    }

    /// From the last one backwards.
    [[nodiscard]] std::vector<AlignedPlaces> takeTail(Window& window) const
    {
        std::vector<AlignedPlaces> tail;
        while (window.left < window.leftEnd && window.right < window.rightEnd
            && m_left[window.leftEnd - 1] == m_right[window.rightEnd - 1])
            tail.push_back({--window.leftEnd, --window.rightEnd});
        return tail;
    }

    /// Keys that each side has exactly once hold the rest in place (patience): what lies between two of them is
    /// aligned by itself.
    void splitAtAnchors(Window window)
    {
        for (const AlignedPlaces& anchor : anchors(window)) {
            search({window.left, anchor.left, window.right, anchor.right});
            m_pairs.push_back(anchor);
            window.left = anchor.left + 1;
            window.right = anchor.right + 1;
        }
        search(window);
    }

    [[nodiscard]] std::vector<AlignedPlaces> anchors(const Window& window) const
    {
        struct Seen
        {
            std::size_t lefts = 0;
            std::size_t rights = 0;
            std::size_t right = 0;
        };
        std::unordered_map<RowKey, Seen> seen;
        seen.reserve(window.leftEnd - window.left);
        for (std::size_t i = window.left; i < window.leftEnd; ++i)
            ++seen[m_left[i]].lefts;
        for (std::size_t i = window.right; i < window.rightEnd; ++i) {
            if (const auto found = seen.find(m_right[i]); found != seen.end()) {
                ++found->second.rights;
                found->second.right = i;
            }
        }
        std::vector<AlignedPlaces> unique;
        for (std::size_t i = window.left; i < window.leftEnd; ++i) {
            const Seen& one = seen[m_left[i]];
            if (one.lefts == 1 && one.rights == 1)
                unique.push_back({i, one.right});
        }
        return longestRising(unique);
    }

    /// The longest part whose right places rise too.
    [[nodiscard]] static std::vector<AlignedPlaces> longestRising(const std::vector<AlignedPlaces>& pairs)
    {
        constexpr std::size_t kNone = static_cast<std::size_t>(-1);
        std::vector<std::size_t> ends; // of the best run of each length
        std::vector<std::size_t> before(pairs.size(), kNone);
        for (std::size_t i = 0; i < pairs.size(); ++i) {
            const auto place = std::ranges::lower_bound(
                ends, pairs[i].right, {}, [&pairs](std::size_t end) { return pairs[end].right; });
            if (place != ends.begin())
                before[i] = *std::prev(place);
            if (place == ends.end())
                ends.push_back(i);
            else
                *place = i;
        }
        std::vector<AlignedPlaces> rising(ends.size());
        std::size_t at = ends.empty() ? kNone : ends.back();
        for (auto place = rising.rbegin(); place != rising.rend(); ++place) {
            *place = pairs[at];
            at = before[at];
        }
        return rising;
    }

    /// Rows whose key the other side does not have at all cannot pair and are not searched.
    void search(const Window& window)
    {
        if (window.left == window.leftEnd || window.right == window.rightEnd)
            return;
        const std::vector<std::size_t> left = commonPlaces(
            m_left, window.left, window.leftEnd, m_right.subspan(window.right, window.rightEnd - window.right));
        const std::vector<std::size_t> right = commonPlaces(
            m_right, window.right, window.rightEnd, m_left.subspan(window.left, window.leftEnd - window.left));
        std::size_t leftAt = 0;
        std::size_t rightAt = 0;
        while (leftAt < left.size() && rightAt < right.size() && (!m_goesOn || m_goesOn())) {
            const auto [x, y] = step(std::span(left).subspan(leftAt), std::span(right).subspan(rightAt));
            leftAt += x;
            rightAt += y;
        }
    }

    [[nodiscard]] static std::vector<std::size_t> commonPlaces(
        std::span<const RowKey> keys, std::size_t begin, std::size_t end, std::span<const RowKey> others)
    {
        const std::unordered_set<RowKey> there(others.begin(), others.end());
        std::vector<std::size_t> places;
        for (std::size_t i = begin; i < end; ++i)
            if (there.contains(keys[i]))
                places.push_back(i);
        return places;
    }

    struct Point
    {
        std::ptrdiff_t x = 0;
        std::ptrdiff_t y = 0;
    };

    /// The greedy search of Myers' O(ND) algorithm, to the end or for kMostSteps; writes down the pairs of its farthest
    /// path and tells how far that came.
    AlignedPlaces step(std::span<const std::size_t> left, std::span<const std::size_t> right)
    {
        const auto width = static_cast<std::ptrdiff_t>(left.size());
        const auto height = static_cast<std::ptrdiff_t>(right.size());
        const std::ptrdiff_t most = std::min(kMostSteps, width + height);
        std::vector<std::ptrdiff_t> reach(static_cast<std::size_t>(2 * most + 3), 0); // x by diagonal, most + 1 is 0
        std::vector<std::vector<std::ptrdiff_t>> trace; // reach before each step, its 2d + 1 diagonals
        const auto at = [&reach, most](std::ptrdiff_t diagonal) -> std::ptrdiff_t& {
            return reach[static_cast<std::size_t>(diagonal + most + 1)];
        };
        std::optional<Point> best;
        for (std::ptrdiff_t d = 0; d <= most; ++d) {
            trace.emplace_back(reach.begin() + (most + 1 - d), reach.begin() + (most + 2 + d));
            best.reset();
            for (std::ptrdiff_t k = -d; k <= d; k += 2) {
                const bool down = k == -d || (k != d && at(k - 1) < at(k + 1));
                std::ptrdiff_t x = d == 0 ? 0 : down ? at(k + 1) : at(k - 1) + 1;
                while (x < width && x - k < height && keyAt(m_left, left, x) == keyAt(m_right, right, x - k))
                    ++x;
                at(k) = x;
                const Point point{x, x - k};
                if (point.x == width && point.y == height)
                    return trackBack(trace, point, left, right);
                if (point.x <= width && point.y <= height && (!best || point.x + point.y > best->x + best->y))
                    best = point;
            }
        }
        return best ? trackBack(trace, *best, left, right) : AlignedPlaces{left.size(), right.size()};
    }

    [[nodiscard]] static RowKey keyAt(
        std::span<const RowKey> keys, std::span<const std::size_t> places, std::ptrdiff_t at)
    {
        return keys[places[static_cast<std::size_t>(at)]];
    }

    AlignedPlaces trackBack(const std::vector<std::vector<std::ptrdiff_t>>& trace, Point end,
        std::span<const std::size_t> left, std::span<const std::size_t> right)
    {
        std::vector<AlignedPlaces> found;
        Point point = end;
        for (auto d = static_cast<std::ptrdiff_t>(trace.size()) - 1; d >= 0; --d) {
            const auto& reach = trace[static_cast<std::size_t>(d)];
            const auto at = [&reach, d](
                                std::ptrdiff_t diagonal) { return reach[static_cast<std::size_t>(diagonal + d)]; };
            const std::ptrdiff_t k = point.x - point.y;
            // The trace of step d holds the diagonals from -d to d as the step before left them.
            const bool down = k == -d || (k != d && at(k - 1) < at(k + 1));
            const std::ptrdiff_t before = down ? k + 1 : k - 1;
            const Point begin = d == 0 ? Point{0, 0} : Point{at(before), at(before) - before};
            const Point start = d == 0 ? begin : down ? Point{begin.x, begin.y + 1} : Point{begin.x + 1, begin.y};
            while (point.x > start.x && point.y > start.y) {
                --point.x;
                --point.y;
                found.push_back({left[static_cast<std::size_t>(point.x)], right[static_cast<std::size_t>(point.y)]});
            }
            point = begin;
        }
        m_pairs.insert(m_pairs.end(), found.rbegin(), found.rend());
        return {static_cast<std::size_t>(end.x), static_cast<std::size_t>(end.y)};
    }

    std::span<const RowKey> m_left;
    std::span<const RowKey> m_right;
    const std::function<bool()>& m_goesOn;
    std::vector<AlignedPlaces> m_pairs;
};

} // namespace

std::vector<AlignedPlaces> alignRows(
    std::span<const RowKey> left, std::span<const RowKey> right, const std::function<bool()>& goesOn)
{
    return Aligner(left, right, goesOn).run();
}

} // namespace dmsc
