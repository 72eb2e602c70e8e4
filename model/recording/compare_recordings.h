// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/decode/decode.h"
#include "model/recording/recording.h"

#include <optional>
#include <vector>

namespace dmsc {

/// How a pair of rows, or of fields, stands.
enum class PairState : std::uint8_t { Same, Differs, OnlyLeft, OnlyRight };

/// One field of two answers, or one that only one of them has.
struct FieldDifference
{
    QString path; ///< "Response/FCP template/File size"
    PairState state = PairState::Same; ///< never Same
    QString left;
    QString right;
    ByteRange leftBytes; ///< length 0 where there is none
    ByteRange rightBytes;
    bool expected = false; ///< differs from run to run by nature: nonces, cryptograms, challenges, times, ids
};

/// Two rows that stand beside each other; one is missing where only one recording has it.
struct RowPair
{
    std::optional<RecordNo> left;
    std::optional<RecordNo> right;
    PairState state = PairState::Same; ///< Same too where all differences are expected
};

struct ComparedRecordings
{
    std::vector<RowPair> rows; ///< in the order of both recordings
    std::size_t same = 0;
    std::size_t differs = 0;
    std::size_t onlyLeft = 0;
    std::size_t onlyRight = 0;
    [[nodiscard]] bool agree() const { return differs == 0 && onlyLeft == 0 && onlyRight == 0; }
};

/// Aligns the selected rows of two recordings by what was asked (layer, name, target, request), longest common
/// subsequence, and compares what was answered.
[[nodiscard]] ComparedRecordings compareRecordings(
    const Recording& left, const RecordSelection& leftRows, const Recording& right, const RecordSelection& rightRows);

/// The fields in which two rows differ, request and response, by the decoders.
[[nodiscard]] std::vector<FieldDifference> differences(const RecordView& left, const RecordView& right);

} // namespace dmsc
