// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/bytes.h"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace dmsc {

/// Overwrites memory in a way that the compiler does not leave out.
void wipe(void* memory, std::size_t size);

/// Equal in length and content; takes the same time wherever the first difference is.
[[nodiscard]] bool equalInConstantTime(ByteView left, ByteView right);

/// Wipes what it gives back, also when a vector grows.
template <class T> struct WipingAllocator
{
    using value_type = T;

    WipingAllocator() = default;
    template <class U> explicit WipingAllocator(const WipingAllocator<U>& /*other*/) { }

    T* allocate(std::size_t count) { return std::allocator<T>().allocate(count); }
    void deallocate(T* memory, std::size_t count)
    {
        wipe(memory, count * sizeof(T));
        std::allocator<T>().deallocate(memory, count);
    }
    friend bool operator==(const WipingAllocator& /*left*/, const WipingAllocator& /*right*/) { return true; }
};

/// Secret bytes; wiped when they go.
using SecretBytes = std::vector<std::uint8_t, WipingAllocator<std::uint8_t>>;

/// An AES key of 16, 24 or 32 bytes. Has no ==, no text form; wipes itself.
class AesKey
{
public:
    /// BadValue for any other length.
    [[nodiscard]] static Result<AesKey> from(ByteView bytes);
    /// Any 16, 24 or 32 bytes given as an array.
    template <std::size_t N> [[nodiscard]] static AesKey of(const std::uint8_t (&bytes)[N])
    {
        static_assert(N == 16 || N == 24 || N == 32);
        return AesKey(SecretBytes(bytes, bytes + N));
    }

    [[nodiscard]] ByteView bytes() const { return m_bytes; }
    [[nodiscard]] std::size_t size() const { return m_bytes.size(); }

private:
    explicit AesKey(SecretBytes bytes)
        : m_bytes(std::move(bytes))
    {
    }

    SecretBytes m_bytes;
};

} // namespace dmsc
