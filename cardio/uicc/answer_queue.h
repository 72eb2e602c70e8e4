// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cardio/apdu/apdu.h"

#include <cstddef>

namespace dmsc {

/// Hands out an answer in the parts that commands ask for: 61xx and GET RESPONSE (ISO/IEC 7816-4 7.6.1). One for each
/// logical channel.
class AnswerQueue
{
public:
    /// As much as Le allows; without Le, and with data to give, 61xx alone. What is left waits.
    [[nodiscard]] Bytes deliver(ResponseApdu response, const CommandApdu& command);
    /// GET RESPONSE. 6A86 for P1 P2, 6700 for data, 6985 when nothing waits, 6Cxx for a short Le over what waits.
    [[nodiscard]] Bytes getResponse(const CommandApdu& command);
    [[nodiscard]] bool isEmpty() const { return m_waiting.empty(); }
    void drop() { m_waiting.clear(); }

private:
    [[nodiscard]] Bytes nextPart(std::size_t room);

    Bytes m_waiting; // taken from m_taken on
    std::size_t m_taken = 0;
    StatusWord m_status = StatusWord::Ok;
};

} // namespace dmsc
