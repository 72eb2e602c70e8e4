// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cardio/apdu/apdu.h"

#include <algorithm>

namespace dmsc::test {

/// A card's answer that goes out in as many parts as the host's Le makes of it, GET RESPONSE after GET RESPONSE.
class PartedAnswer
{
public:
    Bytes begin(ResponseApdu response, const CommandApdu& command)
    {
        m_rest = std::move(response.data);
        m_status = response.sw;
        return next(command);
    }
    Bytes next(const CommandApdu& command)
    {
        const std::size_t room = std::min(command.le.value_or(kMaxShortLe), kMaxResponseData);
        const std::size_t size = std::min(room, m_rest.size());
        const auto end = m_rest.begin() + static_cast<std::ptrdiff_t>(size);
        ResponseApdu part{Bytes(m_rest.begin(), end), m_status};
        m_rest.erase(m_rest.begin(), end);
        if (!m_rest.empty())
            part.sw = bytesWaiting(m_rest.size());
        return part.encode().value_or(Bytes{});
    }
    void drop() { m_rest.clear(); }

private:
    Bytes m_rest;
    StatusWord m_status = StatusWord::Ok;
};

} // namespace dmsc::test
