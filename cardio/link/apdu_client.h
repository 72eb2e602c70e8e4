// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cardio/apdu/apdu.h"
#include "cardio/link/link.h"

#include <cstddef>
#include <functional>

namespace dmsc {

/// Told the data bytes of the command that the card has taken, and all there are; answers false to cancel.
using ProgressHook = std::function<bool(std::size_t done, std::size_t total)>;

/// Watches an answer that comes in parts: a card that goes on giving next to nothing never ends.
class AnswerParts
{
public:
    /// Counts a part; false when there were too many that brought next to nothing.
    [[nodiscard]] bool add(std::size_t bytes);
    [[nodiscard]] std::size_t count() const { return m_count; }

private:
    std::size_t m_count = 0;
    std::size_t m_scant = 0;
};

/// Told a command as it was before it was protected, and its answer opened.
using PlainTap = std::function<void(const CommandApdu& command, const ResponseApdu& response)>;

struct SendOptions
{
    ProgressHook progress; ///< called after each block of a chain but the last, empty for none
    std::size_t maxResponse = std::size_t{1} << 20U; ///< bytes that an answer of several parts may have in all
    PlainTap plain; ///< where a channel protects what is sent: each part of a chain; empty for none
};

/// Sends one command that fits one APDU, fetches what the card keeps ready (61xx, GET RESPONSE on the same logical
/// channel) and repeats with the right Le (6Cxx). The answer's data is whole and its status word the last one.
/// A status word that tells of an error is a value here, not an Error.
/// Io error when the link fails, Limit for an answer over options.maxResponse, Card for a card that never comes to an
/// end.
[[nodiscard]] Result<ResponseApdu> sendOne(Link& link, const CommandApdu& command, const SendOptions& options = {});

/// sendOne() for a command with any amount of data: what does not fit one APDU of the link goes as a chain (ISO/IEC
/// 7816-4 5.3.3, CLA bit 10 in all but the last). An answer other than 9000 within the chain ends it and is returned.
/// Cancelled error when the hook says so; the card drops the half chain at the next command.
[[nodiscard]] Result<ResponseApdu> send(Link& link, const CommandApdu& command, const SendOptions& options = {});

/// Short form and an Le of at most 256 for a link without extended length.
void fitToLink(CommandApdu& command, const Link& link);

/// Data bytes of one APDU of this link, with room for Le.
[[nodiscard]] std::size_t blockSize(const Link& link);

/// The chaining of send() over any way of carrying out one APDU; `block` is the most data bytes that one takes.
using ExchangeOne = std::function<Result<ResponseApdu>(CommandApdu&&)>;
[[nodiscard]] Result<ResponseApdu> sendChained(
    const CommandApdu& command, std::size_t block, const ExchangeOne& exchange, const ProgressHook& progress);

} // namespace dmsc
