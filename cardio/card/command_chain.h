// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cardio/apdu/apdu.h"
#include "cardio/channel/scp03_card.h"

#include <cstddef>
#include <optional>

namespace dmsc {

/// Puts together a command that comes as a chain (ISO/IEC 7816-4 5.3.3). A command with another INS, P1 or P2 in
/// between drops what was collected and counts as a new one.
class CommandChain
{
public:
    /// Data bytes that a command may have in all; more: 6A84, dropped.
    explicit CommandChain(std::size_t limit)
        : m_limit(limit)
    {
    }

    /// The whole command with its last part, nothing before it (to be answered 9000).
    [[nodiscard]] CardResult<std::optional<CommandApdu>> add(CommandApdu part);
    void drop();

private:
    std::size_t m_limit;
    bool m_active = false;
    std::uint8_t m_ins = 0;
    std::uint8_t m_p1 = 0;
    std::uint8_t m_p2 = 0;
    Bytes m_data;
};

} // namespace dmsc
