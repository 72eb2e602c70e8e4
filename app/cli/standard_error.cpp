// SPDX-License-Identifier: Apache-2.0
#include "app/cli/standard_error.h"

#include <cstdio>
#include <utility>

namespace dmsc::cli {

void announce(const QString& text)
{
    const QByteArray line = QStringLiteral("dmsc: %1\n").arg(text.simplified()).toUtf8();
    std::fwrite(line.constData(), 1, static_cast<std::size_t>(line.size()), stderr);
}

WaitingSink announceWaiting()
{
    return [said = false](const QString& what) mutable {
        const bool saidBefore = std::exchange(said, !what.isEmpty());
        if (said && !saidBefore)
            announce(what);
    };
}

} // namespace dmsc::cli
