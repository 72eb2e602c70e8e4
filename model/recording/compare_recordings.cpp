// SPDX-License-Identifier: Apache-2.0
#include "model/recording/compare_recordings.h"

#include "model/recording/field_differences.h"
#include "model/recording/message_content.h"
#include "model/recording/row_alignment.h"
#include "model/recording/run_variance.h"
#include "model/trace/masked_row.h"

#include <algorithm>
#include <array>
#include <functional>
#include <string>
#include <string_view>

namespace dmsc {

namespace {

constexpr std::size_t kProgressEvery = 1'024;
/// A command has at most as many parts of its answer between it and its last GET RESPONSE.
constexpr std::uint32_t kMostParts = 512;

std::string_view textOf(QByteArrayView bytes)
{
    return {bytes.data(), static_cast<std::size_t>(bytes.size())};
}

/// A row with the command whose answer it fetches.
struct Row
{
    RecordView view;
    std::optional<RecordView> lead;
    MaskedRow filled; ///< holds the bytes of `view` where its secrets were filled
    [[nodiscard]] const RecordView* leadOrNull() const { return lead ? &*lead : nullptr; }
    void fill(std::vector<ByteRange> secrets)
    {
        filled = masked(view, std::move(secrets));
        view = filled.view;
    }
};

Row rowAt(const RecordStore& store, RecordNo number)
{
    Row row{store.at(number), std::nullopt, {}};
    if (!fetchesAnswer(row.view))
        return row;
    for (std::uint32_t back = 1; back <= std::min(number.value, kMostParts); ++back) {
        const RecordView before = store.at(RecordNo{number.value - back});
        if (before.layer == Layer::Apdu && !fetchesAnswer(before)) {
            row.lead = before;
            break;
        }
    }
    return row;
}

/// Two rows that are compared. Where secrets of one are not known any more, those of the other count for nothing.
struct RowsBeside
{
    Row left;
    Row right;
};

RowsBeside rowsBeside(const RecordStore& left, RecordNo leftRow, const RecordStore& right, RecordNo rightRow)
{
    RowsBeside rows{rowAt(left, leftRow), rowAt(right, rightRow)};
    std::vector<ByteRange> leftSecrets = left.secrets(leftRow);
    std::vector<ByteRange> rightSecrets = right.secrets(rightRow);
    const bool isMasked =
        std::ranges::any_of(std::array{RecordPart::Request, RecordPart::Response}, [&](RecordPart part) {
            return isFilled(rows.left.view, leftSecrets, part) || isFilled(rows.right.view, rightSecrets, part);
        });
    if (isMasked) {
        rows.left.fill(std::move(leftSecrets));
        rows.right.fill(std::move(rightSecrets));
    }
    return rows;
}

/// The bytes of one part without those that vary by nature.
std::string steadyBytes(const RecordView& row, const std::vector<VaryingRange>& varying, RecordPart part)
{
    const QByteArrayView bytes = part == RecordPart::Request ? row.request : row.response;
    std::string steady;
    qsizetype at = 0;
    for (const VaryingRange& one : varying) {
        if (one.bytes.part != part)
            continue;
        steady += textOf(bytes.sliced(at, one.bytes.offset - at));
        at = one.bytes.offset + qsizetype{one.bytes.length};
    }
    return steady += textOf(bytes.sliced(at));
}

void mix(RowKey& key, std::string_view bytes)
{
    constexpr RowKey kGolden = 0x9E3779B97F4A7C15ULL;
    key ^= std::hash<std::string_view>()(bytes) + kGolden + (key << 6U) + (key >> 2U);
}

/// What a row is about in a few words; a message's target is only the number of its session.
RowKey nameKey(const RecordView& row)
{
    auto key = static_cast<RowKey>(row.layer);
    mix(key, textOf(row.name));
    if (!isDmMessage(row))
        mix(key, textOf(row.target));
    return key;
}

/// What was asked.
RowKey requestKey(const Row& row)
{
    RowKey key = nameKey(row.view);
    const auto varying = varyingRanges(row.view, row.leadOrNull());
    mix(key, steadyBytes(row.view, varying, RecordPart::Request));
    return key;
}

bool isEqual(const RecordView& left, const RecordView& right)
{
    return left.request == right.request && left.response == right.response;
}

/// Equal but for what varies by nature.
bool isSteady(const Row& left, const Row& right)
{
    const auto leftVarying = varyingRanges(left.view, left.leadOrNull());
    const auto rightVarying = varyingRanges(right.view, right.leadOrNull());
    if (leftVarying.empty() && rightVarying.empty())
        return false;
    return std::ranges::all_of(std::array{RecordPart::Request, RecordPart::Response}, [&](RecordPart part) {
        return steadyBytes(left.view, leftVarying, part) == steadyBytes(right.view, rightVarying, part);
    });
}

bool isSameStatus(const Row& left, const Row& right)
{
    const QByteArrayView more("61");
    return left.view.status == right.view.status
        || (left.view.status.startsWith(more) && right.view.status.startsWith(more));
}

void judge(const RecordStore& left, const RecordStore& right, RowPair& pair)
{
    pair.expected = false;
    if (!pair.left || !pair.right) {
        pair.state = pair.left ? Agreement::OnlyLeft : Agreement::OnlyRight;
        return;
    }
    if (pair.note == PairNote::NotCompared) {
        pair.state = Agreement::Same;
        return;
    }
    const auto [l, r] = rowsBeside(left, *pair.left, right, *pair.right);
    const bool isMessage = isDmMessage(l.view) && isDmMessage(r.view);
    const bool sameWords = l.view.layer == r.view.layer && l.view.name == r.view.name && isSameStatus(l, r)
        && (isMessage || l.view.target == r.view.target);
    pair.state = Agreement::Same;
    if (sameWords && isEqual(l.view, r.view))
        return;
    pair.expected = sameWords && (isSteady(l, r) || (isMessage && sameContent(l.view, r.view)));
    if (!pair.expected)
        pair.state = Agreement::Differs;
}

void count(ComparedRecordings& compared)
{
    for (const RowPair& pair : compared.rows) {
        if (pair.note != PairNote::None) {
            ++(pair.note == PairNote::NotPlayed ? compared.notPlayed : compared.notCompared);
            continue;
        }
        switch (pair.state) {
        case Agreement::Same:
            ++compared.same;
            break;
        case Agreement::Differs:
            ++compared.differs;
            break;
        case Agreement::OnlyLeft:
            ++compared.onlyLeft;
            break;
        case Agreement::OnlyRight:
            ++compared.onlyRight;
            break;
        }
    }
}

/// How far a pairing is, in rows that have got a key.
class PairingWatch
{
public:
    PairingWatch(const CompareProgress& progress, std::size_t total)
        : m_progress(progress)
        , m_total(total)
    {
    }

    [[nodiscard]] bool takesStep() { return ++m_done % kProgressEvery != 0 ? !m_stopped : goesOn(); }
    [[nodiscard]] bool goesOn()
    {
        m_stopped = m_stopped || (m_progress && !m_progress(m_done, m_total));
        return !m_stopped;
    }
    [[nodiscard]] bool isStopped() const { return m_stopped; }

private:
    const CompareProgress& m_progress;
    std::size_t m_total;
    std::size_t m_done = 0;
    bool m_stopped = false;
};

template <class KeyOf> std::vector<RowKey> keysOf(const RecordSelection& rows, PairingWatch& watch, KeyOf keyOf)
{
    std::vector<RowKey> keys(rows.size());
    for (std::size_t i = 0; i < rows.size() && watch.takesStep(); ++i)
        keys[i] = keyOf(rows[i]);
    return keys;
}

/// Puts the rows of both selections beside each other; one that was stopped is of no use.
class RowPairing
{
public:
    RowPairing(const Recording& left, const RecordSelection& leftRows, const Recording& right,
        const RecordSelection& rightRows, PairingWatch& watch)
        : m_watch(watch)
        , m_leftRows(&leftRows)
        , m_rightRows(&rightRows)
        , m_leftNames(keysOf(leftRows, watch, [&](RecordNo no) { return nameKey(left.store.at(no)); }))
        , m_rightNames(keysOf(rightRows, watch, [&](RecordNo no) { return nameKey(right.store.at(no)); }))
    {
        const auto leftKeys = keysOf(leftRows, watch, [&](RecordNo no) { return requestKey(rowAt(left.store, no)); });
        const auto rightKeys =
            keysOf(rightRows, watch, [&](RecordNo no) { return requestKey(rowAt(right.store, no)); });
        m_pairs.reserve(std::max(leftRows.size(), rightRows.size()));
        AlignedPlaces at;
        for (const AlignedPlaces& pair : aligned(leftKeys, rightKeys)) {
            fillGap(at, pair);
            both(pair);
            at = {pair.left + 1, pair.right + 1};
        }
        fillGap(at, {leftRows.size(), rightRows.size()});
    }

    [[nodiscard]] std::vector<RowPair> take() { return std::move(m_pairs); }

private:
    [[nodiscard]] std::vector<AlignedPlaces> aligned(std::span<const RowKey> left, std::span<const RowKey> right)
    {
        if (m_watch.isStopped())
            return {};
        return alignRows(left, right, [this] { return m_watch.goesOn(); });
    }

    /// Rows that ask something else, by their names.
    void fillGap(const AlignedPlaces& begin, const AlignedPlaces& end)
    {
        AlignedPlaces at = begin;
        const auto alone = [&](const AlignedPlaces& to) {
            for (; at.left < to.left; ++at.left)
                m_pairs.push_back({(*m_leftRows)[at.left], std::nullopt});
            for (; at.right < to.right; ++at.right)
                m_pairs.push_back({std::nullopt, (*m_rightRows)[at.right]});
        };
        const auto left = std::span(m_leftNames).subspan(begin.left, end.left - begin.left);
        const auto right = std::span(m_rightNames).subspan(begin.right, end.right - begin.right);
        for (const AlignedPlaces& pair : aligned(left, right)) {
            const AlignedPlaces place{begin.left + pair.left, begin.right + pair.right};
            alone(place);
            both(place);
            at = {place.left + 1, place.right + 1};
        }
        alone(end);
    }

    void both(const AlignedPlaces& place)
    {
        m_pairs.push_back({(*m_leftRows)[place.left], (*m_rightRows)[place.right]});
    }

    PairingWatch& m_watch;
    const RecordSelection* m_leftRows;
    const RecordSelection* m_rightRows;
    std::vector<RowKey> m_leftNames;
    std::vector<RowKey> m_rightNames;
    std::vector<RowPair> m_pairs;
};

} // namespace

ComparedRecordings comparePairs(
    const Recording& left, const Recording& right, std::vector<RowPair> pairs, const CompareProgress& progress)
{
    ComparedRecordings compared;
    compared.rows = std::move(pairs);
    std::size_t done = 0;
    for (RowPair& pair : compared.rows) {
        if (progress && done % kProgressEvery == 0 && !progress(done, compared.rows.size())) {
            compared.stopped = true;
            break;
        }
        judge(left.store, right.store, pair);
        ++done;
    }
    count(compared);
    return compared;
}

ComparedRecordings compareRecordings(const Recording& left, const RecordSelection& leftRows, const Recording& right,
    const RecordSelection& rightRows, const CompareProgress& progress)
{
    // A third is left for the judgement: each row gets two keys before.
    const std::size_t rows = leftRows.size() + rightRows.size();
    PairingWatch watch(progress, 3 * rows);
    auto pairs = RowPairing(left, leftRows, right, rightRows, watch).take();
    if (watch.isStopped()) {
        ComparedRecordings compared;
        compared.stopped = true;
        return compared;
    }
    if (!progress)
        return comparePairs(left, right, std::move(pairs));
    return comparePairs(left, right, std::move(pairs),
        [&](std::size_t done, std::size_t total) { return progress(2 * rows + rows * done / total, 3 * rows); });
}

std::vector<FieldDifference> differences(
    const Recording& left, RecordNo leftRow, const Recording& right, RecordNo rightRow)
{
    const auto [l, r] = rowsBeside(left.store, leftRow, right.store, rightRow);
    return fieldDifferences(l.view, l.leadOrNull(), r.view, r.leadOrNull());
}

std::vector<FieldDifference> differences(const RecordView& left, const RecordView& right)
{
    return fieldDifferences(left, nullptr, right, nullptr);
}

} // namespace dmsc
