// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/bytes.h"

#include <QString>

namespace dmsc {

/// What an emulated card implements, whoever drives it: an InProcessLink here, a virtual reader in another process.
/// Used by one thread at a time.
class CardEndpoint
{
public:
    virtual ~CardEndpoint() = default;

    /// Executes one command of 4 to 65535 bytes. Always answers, with at least a status word: a card has no other way
    /// to fail.
    [[nodiscard]] virtual Bytes process(ByteView command) = 0;
    /// Power on or reset: selections, authentications and half-received chains are gone, stored data stays.
    virtual void reset() = 0;
    /// Answer to reset, at most 33 bytes.
    [[nodiscard]] virtual Bytes atr() const = 0;
    /// What came over the card from outside since this was asked last, in words, with what to do; mostly nothing.
    [[nodiscard]] virtual QString takeNotice() { return {}; }

protected:
    CardEndpoint() = default;
    CardEndpoint(const CardEndpoint&) = default;
    CardEndpoint(CardEndpoint&&) = default;
    CardEndpoint& operator=(const CardEndpoint&) = default;
    CardEndpoint& operator=(CardEndpoint&&) = default;
};

} // namespace dmsc
