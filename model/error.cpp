// SPDX-License-Identifier: Apache-2.0
#include "model/error.h"

#include <algorithm>

namespace dmsc {

namespace {

constexpr QLatin1String kBetween(": ");

} // namespace

QString Error::text() const
{
    return where.isEmpty() ? what : what + QStringLiteral(", ") + where;
}

tl::unexpected<Error> fail(ErrorKind kind, QString what, QString where)
{
    return tl::unexpected<Error>(Error{kind, std::move(what), std::move(where)});
}

tl::unexpected<Error> at(Error error, const QString& where)
{
    // "pcsc:READER" and, from below, "command: READER": a place is named once.
    const QString last = error.where.section(kBetween, -1);
    if (!last.isEmpty() && where.endsWith(QLatin1Char(':') + last))
        error.where.chop(std::min(error.where.size(), last.size() + kBetween.size()));
    if (error.where.isEmpty())
        error.where = where;
    else if (error.where != where)
        error.where = where + kBetween + error.where;
    return tl::unexpected<Error>(std::move(error));
}

} // namespace dmsc
