// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cardio/session/record_outlet.h"
#include "cardio/session/user_agent.h"

namespace dmsc {

/// Passes questions on to another user, who outlives it, and writes a row for each with its answer, and one for what
/// the user is told. Whoever asks, there is one of these on the way, so that nothing is written twice.
class RecordedUser final : public UserAgent
{
public:
    RecordedUser(UserAgent& inner, RecordOutlet records)
        : m_inner(&inner)
        , m_records(std::move(records))
    {
    }

    [[nodiscard]] PromptAnswer ask(const Prompt& prompt) override;
    void tell(const Notice& notice) override;

private:
    UserAgent* m_inner;
    RecordOutlet m_records;
};

} // namespace dmsc
