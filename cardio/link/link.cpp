// SPDX-License-Identifier: Apache-2.0
#include "cardio/link/link.h"

#include "cardio/apdu/apdu.h"

#include <QCoreApplication>

namespace dmsc {

Result<LinkClaim> LinkClaim::take(Link& link)
{
    if (auto claimed = link.claim(); !claimed)
        return tl::unexpected(claimed.error());
    return LinkClaim(link);
}

Result<void> checkCommandSize(ByteView command)
{
    if (command.size() < 4)
        return fail(ErrorKind::BadValue,
            QCoreApplication::translate("Link", "a command has at least 4 bytes, this one has %1").arg(command.size()));
    if (command.size() > kMaxCommandSize)
        return fail(ErrorKind::Limit,
            QCoreApplication::translate("Link", "a command of %1 bytes is too long, at most %2 can be sent")
                .arg(command.size())
                .arg(kMaxCommandSize));
    return {};
}

Result<void> checkResponseSize(ByteView response)
{
    if (response.size() < 2)
        return fail(ErrorKind::Io,
            QCoreApplication::translate("Link", "the card did not answer, %1 bytes came instead of at least 2")
                .arg(response.size()));
    if (response.size() > kMaxResponseSize)
        return fail(ErrorKind::Io,
            QCoreApplication::translate("Link", "the card answered %1 bytes, at most %2 were expected")
                .arg(response.size())
                .arg(kMaxResponseSize));
    return {};
}

} // namespace dmsc
