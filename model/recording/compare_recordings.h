// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/decode/decode.h"
#include "model/recording/recording.h"

#include <functional>
#include <optional>
#include <vector>

namespace dmsc {

/// How a pair of rows, or of fields, stands.
enum class Agreement : std::uint8_t { Same, Differs, OnlyLeft, OnlyRight };

/// One field of two rows, or one that only one of them has.
struct FieldDifference
{
    QString path; ///< "Response/FCP template/File size"
    Agreement state = Agreement::Differs; ///< never Same
    QString left;
    QString right;
    ByteRange leftBytes; ///< length 0 where there is none
    ByteRange rightBytes;
    bool expected = false; ///< differs from run to run by nature: nonces, cryptograms, challenges, times, ids
    QString why; ///< of an expected one: what makes it differ, in the user's language
};

/// What a pair of rows is to a comparison besides.
enum class PairNote : std::uint8_t {
    None,
    NotPlayed, ///< only left: nobody said it again, since its secrets are masked
    NotCompared, ///< the recording has no answers: there is nothing to compare, and nothing differs
};

/// Two rows that stand beside each other; one is missing where only one recording has it.
struct RowPair
{
    std::optional<RecordNo> left;
    std::optional<RecordNo> right;
    Agreement state = Agreement::Same; ///< Same too where all differences are expected
    bool expected = false; ///< of a pair that is the same: something differs by nature
    PairNote note = PairNote::None; ///< by who made the pair
};

struct ComparedRecordings
{
    std::vector<RowPair> rows; ///< in the order of both recordings
    std::size_t same = 0;
    std::size_t differs = 0;
    std::size_t onlyLeft = 0;
    std::size_t onlyRight = 0;
    std::size_t notPlayed = 0; ///< these two are in none of the others
    std::size_t notCompared = 0;
    bool stopped = false; ///< before the end: the last rows, or all, are missing or were not looked at
    [[nodiscard]] bool agree() const
    {
        return !stopped && differs == 0 && onlyLeft == 0 && onlyRight == 0 && notPlayed == 0;
    }
};

/// Told now and then, in steps; false stops the comparison.
using CompareProgress = std::function<bool(std::size_t done, std::size_t total)>;

/// Aligns the selected rows of two recordings by what was asked, and compares what was answered. Rows that ask the same
/// (layer, name, target, the request but for what differs by nature) pair first, longest common subsequence; between
/// those, rows of the same name and target; README.md has the bounds.
[[nodiscard]] ComparedRecordings compareRecordings(const Recording& left, const RecordSelection& leftRows,
    const Recording& right, const RecordSelection& rightRows, const CompareProgress& progress = {});

/// Fills in how these pairs stand, and counts them. What is masked in one recording counts as masked in both.
[[nodiscard]] ComparedRecordings comparePairs(
    const Recording& left, const Recording& right, std::vector<RowPair> pairs, const CompareProgress& progress = {});

/// The fields in which two rows differ, request and response, by the decoders. What carries a part of a secured command
/// is known by the row before it.
[[nodiscard]] std::vector<FieldDifference> differences(
    const Recording& left, RecordNo leftRow, const Recording& right, RecordNo rightRow);
/// The same for rows that stand alone.
[[nodiscard]] std::vector<FieldDifference> differences(const RecordView& left, const RecordView& right);

/// Puts dots in place of values that lie in these secrets of the rows.
void hideSecrets(
    std::vector<FieldDifference>& fields, const std::vector<ByteRange>& left, const std::vector<ByteRange>& right);

} // namespace dmsc
