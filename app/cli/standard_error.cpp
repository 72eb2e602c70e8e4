// SPDX-License-Identifier: Apache-2.0
#include "app/cli/standard_error.h"

#include "app/cli/text.h"

#include <cstdio>
#include <string>
#include <utility>

namespace dmsc::cli {

void announce(const QString& text)
{
    const std::string line = "dmsc: " + shownName(text.simplified().toStdString()) + '\n';
    std::fwrite(line.data(), 1, line.size(), stderr);
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
