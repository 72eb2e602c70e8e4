// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cardio/apdu/apdu.h"
#include "cardio/toolkit/proactive_command.h"

#include <deque>
#include <vector>

namespace dmsc {

/// The emulated card's toolkit (ETSI TS 102 223): a row of proactive commands that the terminal is asked to fetch. It
/// keeps still until TERMINAL PROFILE has told that there is a terminal that knows what 91xx means.
class CardToolkit
{
public:
    /// Adds a command, with its tag D0, to the end of the row; Limit error for more than FETCH can give.
    Result<void> add(Bytes command);
    /// Power on or reset: the profile is forgotten, a command that was not answered comes again. Where none waits, the
    /// commands in `file` do, up to what is none.
    void reset(ByteView file);

    [[nodiscard]] static bool takes(const CommandApdu& command);
    /// TERMINAL PROFILE, FETCH, TERMINAL RESPONSE, ENVELOPE.
    [[nodiscard]] ResponseApdu process(const CommandApdu& command);
    /// 91xx in the place of 9000 when a command waits to be fetched.
    [[nodiscard]] StatusWord announced(StatusWord sw) const;

    /// What the terminal has answered since the card was opened, in order.
    [[nodiscard]] const std::vector<TerminalResponse>& responses() const { return m_responses; }
    [[nodiscard]] std::size_t waiting() const { return m_row.size(); } ///< not answered yet

private:
    [[nodiscard]] ResponseApdu fetch(const CommandApdu& command);
    [[nodiscard]] ResponseApdu terminalResponse(const CommandApdu& command);

    std::deque<Bytes> m_row;
    std::vector<TerminalResponse> m_responses;
    bool m_hasTerminal = false;
    bool m_fetched = false; // the first of the row
};

} // namespace dmsc
