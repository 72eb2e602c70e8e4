// SPDX-License-Identifier: Apache-2.0
#include "cardio/channel/secure_channel.h"

namespace dmsc {

Result<ResponseApdu> send(Link& link, SecureChannel& channel, const CommandApdu& command, const SendOptions& options)
{
    const ExchangeOne one = [&](CommandApdu&& part) -> Result<ResponseApdu> {
        fitToLink(part, link);
        const CommandApdu plain = options.plain ? part : CommandApdu();
        const Result<CommandApdu> wrapped = channel.wrap(std::move(part));
        if (!wrapped)
            return tl::unexpected(wrapped.error());
        Result<ResponseApdu> response = sendOne(link, *wrapped, options);
        if (!response) {
            // Whether the card took the command is unknown, so the two ends may count differently from here.
            channel.close();
            return response;
        }
        auto opened = channel.unwrap(std::move(*response));
        if (opened && options.plain)
            options.plain(plain, *opened);
        return opened;
    };
    return sendChained(command, channel.plainCapacity(blockSize(link)), one, options.progress);
}

} // namespace dmsc
