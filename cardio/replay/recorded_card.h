// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cardio/link/link.h"
#include "model/recording/recording.h"

namespace dmsc {

/// The card in a recorded device: answers each command as it was answered then, in the order in which they came; Io
/// error for one that was not sent then.
class RecordedCard final : public Link
{
public:
    /// The recording outlives it.
    explicit RecordedCard(const Recording& recording)
        : m_store(&recording.store)
    {
    }

    [[nodiscard]] Result<Bytes> transmit(ByteView command) override;
    [[nodiscard]] Result<void> reset() override { return {}; }
    [[nodiscard]] Bytes atr() const override { return {}; }
    [[nodiscard]] bool extendedLength() const override { return true; }

private:
    const RecordStore* m_store;
    std::uint32_t m_next = 0; ///< row to look on from
};

} // namespace dmsc
