// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cardio/apdu/apdu.h"
#include "cardio/channel/security_level.h"
#include "cardio/link/apdu_client.h"

#include <QString>

#include <cstddef>

namespace dmsc {

/// The host's end of an open secure channel, whatever handshake opened it (SCP03, later SCP11). Commands are wrapped
/// and responses unwrapped in turn, each exactly once. Used by one thread at a time.
class SecureChannel
{
public:
    virtual ~SecureChannel() = default;

    /// "SCP03", the name that the user sees.
    [[nodiscard]] virtual QString method() const = 0;
    [[nodiscard]] virtual SecurityLevel level() const = 0;
    /// False after an answer whose protection was wrong, or after the card said that ours was.
    [[nodiscard]] virtual bool isOpen() const = 0;
    /// Forgets the session; keys are wiped.
    virtual void close() = 0;

    /// Protects one command, which may be a part of a chain. NotAllowed error when the channel is closed, Limit when
    /// the protected command is over 65535 bytes.
    [[nodiscard]] virtual Result<CommandApdu> wrap(CommandApdu command) = 0;
    /// Checks and opens the whole answer to the command wrapped last. Security error, and a closed channel, when the
    /// answer is not the card's. Answers with an error status word are not protected and may carry no data.
    [[nodiscard]] virtual Result<ResponseApdu> unwrap(ResponseApdu response) = 0;
    /// The most data bytes whose protected form has at most `wrapped` bytes.
    [[nodiscard]] virtual std::size_t plainCapacity(std::size_t wrapped) const = 0;

protected:
    SecureChannel() = default;
    SecureChannel(const SecureChannel&) = default;
    SecureChannel(SecureChannel&&) = default;
    SecureChannel& operator=(const SecureChannel&) = default;
    SecureChannel& operator=(SecureChannel&&) = default;
};

/// send() through a secure channel: chained in blocks that are wrapped each on its own, answers fetched whole (GET
/// RESPONSE is transport and goes unprotected) and then unwrapped.
[[nodiscard]] Result<ResponseApdu> send(
    Link& link, SecureChannel& channel, const CommandApdu& command, const SendOptions& options = {});

} // namespace dmsc
