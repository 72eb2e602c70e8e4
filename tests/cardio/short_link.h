// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cardio/link/link.h"

#include <algorithm>

namespace dmsc::test {

/// A reader without extended length.
struct ShortLink final : Link
{
    explicit ShortLink(Link& link)
        : inner(&link)
    {
    }
    [[nodiscard]] Result<Bytes> transmit(ByteView command) override
    {
        longest = std::max(longest, command.size());
        return inner->transmit(command);
    }
    [[nodiscard]] Result<void> reset() override { return inner->reset(); }
    [[nodiscard]] Bytes atr() const override { return inner->atr(); }
    [[nodiscard]] bool extendedLength() const override { return false; }
    Link* inner;
    std::size_t longest = 0;
};

} // namespace dmsc::test
