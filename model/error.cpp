// SPDX-License-Identifier: Apache-2.0
#include "model/error.h"

namespace dmsc {

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
    if (error.where.isEmpty())
        error.where = where;
    else if (error.where != where)
        error.where = where + QStringLiteral(": ") + error.where;
    return tl::unexpected<Error>(std::move(error));
}

} // namespace dmsc
