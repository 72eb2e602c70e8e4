// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace dmsc::test {

/// Built with a sanitizer: several times slower, so that times say nothing about what people run.
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
inline constexpr bool kSanitized = true;
#elif defined(__has_feature)
inline constexpr bool kSanitized = __has_feature(address_sanitizer) || __has_feature(thread_sanitizer);
#else
inline constexpr bool kSanitized = false;
#endif

/// Built with AddressSanitizer, which looks for leaks when a program ends.
#if defined(__SANITIZE_ADDRESS__)
inline constexpr bool kAddressSanitized = true;
#elif defined(__has_feature)
inline constexpr bool kAddressSanitized = __has_feature(address_sanitizer);
#else
inline constexpr bool kAddressSanitized = false;
#endif

/// Built with ThreadSanitizer, which cannot see calls queued into another thread by a Qt that is not.
#if defined(__SANITIZE_THREAD__)
inline constexpr bool kThreadSanitized = true;
#else
inline constexpr bool kThreadSanitized = false;
#endif

/// How often a test repeats itself, or how much it takes: a part of `whole` where a sanitizer watches each step.
template <typename Number> constexpr Number fewerIfSanitized(Number whole)
{
    return kSanitized ? whole / 5 : whole;
}

} // namespace dmsc::test
