// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <sys/mman.h>

#include <cstddef>
#include <memory>

namespace dmsc {

/// Asks for large pages under what a container has reserved but not touched yet: filling tens of megabytes page by
/// page takes longer than what is written there. A hint; nothing depends on it.
template <class Container> void preferLargePages(const Container& reserved)
{
    constexpr std::size_t kPage = std::size_t{2} << 20U;
    void* first = const_cast<void*>(static_cast<const void*>(reserved.data()));
    std::size_t space = reserved.capacity() * sizeof(*reserved.data());
    if (std::align(kPage, kPage, first, space) != nullptr)
        ::madvise(first, space / kPage * kPage, MADV_HUGEPAGE);
}

} // namespace dmsc
