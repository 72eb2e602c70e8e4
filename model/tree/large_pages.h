// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <sys/mman.h>

#include <cstddef>
#include <cstdint>

namespace dmsc {

/// Asks for large pages under what a container has reserved but not touched yet: filling tens of megabytes page by
/// page takes longer than what is written there. A hint; nothing depends on it.
template <class Container> void preferLargePages(const Container& reserved)
{
    constexpr std::uintptr_t kPage = std::uintptr_t{2} << 20U;
    const auto begin = reinterpret_cast<std::uintptr_t>(reserved.data());
    const auto end = begin + reserved.capacity() * sizeof(*reserved.data());
    const auto first = (begin + kPage - 1) / kPage * kPage;
    const auto last = end / kPage * kPage;
    if (first < last)
        ::madvise(reinterpret_cast<void*>(first), last - first, MADV_HUGEPAGE);
}

} // namespace dmsc
