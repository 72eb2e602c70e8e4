// SPDX-License-Identifier: Apache-2.0
#include "cardio/link/faulty_link.h"

#include <utility>

namespace dmsc {

FaultyLink::FaultyLink(Link& inner, LinkFault fault)
    : m_inner(&inner)
    , m_fault(std::move(fault))
{
}

Result<Bytes> FaultyLink::transmit(ByteView command)
{
    const std::size_t index = m_index++;
    Bytes sent(command.begin(), command.end());
    if (m_fault.onCommand)
        m_fault.onCommand(index, sent);
    Result<Bytes> response = m_inner->transmit(sent);
    if (m_fault.onResponse)
        m_fault.onResponse(index, response);
    return response;
}

} // namespace dmsc
