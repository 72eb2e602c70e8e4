// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/recording/compare_recordings.h"

#include <optional>
#include <span>

namespace dmsc {

/// A MgmtTree element among a row's fields.
struct TreeField
{
    const Field* element = nullptr;
    std::span<const Field* const> above; ///< the fields that it lies in, outermost first
    RecordView row;
};

/// How two TNDS documents differ as trees, one entry a property of a node, `path` before its URI; of a node that only
/// one has, one entry. The bytes are the value's or the node's. Nothing where one cannot be read as a tree.
[[nodiscard]] std::optional<std::vector<FieldDifference>> treeDifferences(
    const QString& path, const TreeField& left, const TreeField& right);

} // namespace dmsc
