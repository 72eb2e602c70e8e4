// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>

namespace dmsc::limits {

/// What a tree accepts, whoever wrote it: far above real devices (Motorola: 120 characters a segment, 255 in all),
/// low enough that hostile input cannot hurt.
inline constexpr std::size_t kMaxDepth = 128;
inline constexpr std::size_t kMaxNameBytes = 1024;
inline constexpr std::size_t kMaxTitleBytes = 255; // TND 8.3.7.9
inline constexpr std::size_t kMaxAclBytes = std::size_t{64} * 1024;
inline constexpr std::size_t kMaxTypeBytes = 1024;
inline constexpr std::size_t kMaxTypes = 65'535;
inline constexpr std::size_t kMaxValueBytes = std::size_t{256} * 1024 * 1024;
inline constexpr std::size_t kMaxNodes = 16'000'000;
inline constexpr std::size_t kMaxWarnings = 100; // kept of what a document has to complain about

} // namespace dmsc::limits
