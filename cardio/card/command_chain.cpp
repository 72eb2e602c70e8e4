// SPDX-License-Identifier: Apache-2.0
#include "cardio/card/command_chain.h"

#include <utility>

namespace dmsc {

void CommandChain::drop()
{
    m_active = false;
    m_data = {};
}

CardResult<std::optional<CommandApdu>> CommandChain::add(CommandApdu part)
{
    const bool continues = m_active && m_ins == part.ins && m_p1 == part.p1 && m_p2 == part.p2;
    if (!continues)
        drop();
    if (m_data.size() + part.data.size() > m_limit) {
        drop();
        return tl::unexpected(StatusWord::NotEnoughMemory);
    }
    const bool more = isChained(part.cla);
    if (!continues && !more)
        return std::optional<CommandApdu>(std::move(part));
    m_data.insert(m_data.end(), part.data.begin(), part.data.end());
    if (more) {
        m_active = true;
        m_ins = part.ins;
        m_p1 = part.p1;
        m_p2 = part.p2;
        return std::optional<CommandApdu>{};
    }
    part.data = std::exchange(m_data, {});
    m_active = false;
    return std::optional<CommandApdu>(std::move(part));
}

} // namespace dmsc
