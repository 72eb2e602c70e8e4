// SPDX-License-Identifier: Apache-2.0
#include "cardio/uicc/answer_queue.h"

#include <algorithm>

namespace dmsc {

Bytes AnswerQueue::deliver(ResponseApdu response, const CommandApdu& command)
{
    const std::size_t room = std::min(command.le.value_or(0), kMaxResponseData);
    if (response.data.size() <= room || response.data.empty()) {
        Bytes whole = std::move(response.data);
        whole.insert(whole.end(), {sw1(response.sw), sw2(response.sw)});
        return whole;
    }
    m_waiting = std::move(response.data);
    m_taken = 0;
    m_status = response.sw;
    return room == 0 ? encodeStatus(bytesWaiting(m_waiting.size())) : nextPart(room);
}

Bytes AnswerQueue::getResponse(const CommandApdu& command)
{
    if (command.p1 != 0 || command.p2 != 0)
        return encodeStatus(StatusWord::WrongP1P2);
    if (!command.data.empty())
        return encodeStatus(StatusWord::WrongLength);
    if (m_waiting.empty())
        return encodeStatus(StatusWord::ConditionsNotSatisfied);
    const std::size_t left = m_waiting.size() - m_taken;
    if (command.le && !command.extended && *command.le != kMaxShortLe && *command.le > left)
        return encodeStatus(statusWord(0x6C, static_cast<std::uint8_t>(left))); // and it goes on waiting
    return nextPart(std::min(command.le.value_or(kMaxShortLe), kMaxResponseData));
}

Bytes AnswerQueue::nextPart(std::size_t room)
{
    const std::size_t size = std::min(m_waiting.size() - m_taken, room);
    Bytes part(size + 2);
    std::copy_n(m_waiting.data() + m_taken, size, part.data());
    m_taken += size;
    const bool more = m_taken < m_waiting.size();
    const StatusWord sw = more ? bytesWaiting(m_waiting.size() - m_taken) : m_status;
    if (!more)
        m_waiting.clear();
    part[size] = sw1(sw);
    part[size + 1] = sw2(sw);
    return part;
}

} // namespace dmsc
