// SPDX-License-Identifier: Apache-2.0
#include "cardio/toolkit/toolkit_link.h"

#include "cardio/toolkit/toolkit_session.h"

#include <utility>

namespace dmsc {

ToolkitLink::ToolkitLink(Link& card, UserAgent& user, RecordOutlet records, std::function<PromptAsker()> asker)
    : m_card(&card)
    , m_records(std::move(records))
    , m_user(user, m_records)
    , m_asker(std::move(asker))
{
}

Result<Bytes> ToolkitLink::transmit(ByteView command)
{
    auto answer = m_card->transmit(command);
    if (!answer || answer->size() < 2)
        return answer;
    std::uint8_t& high = (*answer)[answer->size() - 2];
    if (high != toolkit_tags::kPending)
        return answer;
    serve(statusWord(high, answer->back()));
    high = sw1(StatusWord::Ok);
    answer->back() = sw2(StatusWord::Ok);
    return answer;
}

Result<void> ToolkitLink::reset()
{
    if (auto done = m_card->reset(); !done)
        return done;
    const auto sw = announceTerminal(*m_card);
    if (!sw)
        return tl::unexpected(sw.error());
    serve(*sw);
    return {};
}

void ToolkitLink::serve(StatusWord sw)
{
    if (sw1(sw) != toolkit_tags::kPending)
        return;
    const ExchangeScope scope(m_records);
    const PromptAsker asker = m_asker();
    if (const auto served = serveToolkit(*m_card, sw, m_user, asker); !served)
        m_user.tell({Notice::Kind::Warning, asker, served.error().text()});
}

} // namespace dmsc
