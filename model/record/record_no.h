// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QtGlobal> // moc cannot read <compare> alone

#include <compare>
#include <cstdint>

namespace dmsc {

/// Place of a record in its store, counted from 0. People see it counted from 1 (`shown`).
struct RecordNo
{
    std::uint32_t value = 0;

    [[nodiscard]] constexpr std::uint32_t shown() const { return value + 1; }
    friend constexpr auto operator<=>(const RecordNo&, const RecordNo&) = default; // NOLINT(modernize-use-nullptr)
};

} // namespace dmsc
