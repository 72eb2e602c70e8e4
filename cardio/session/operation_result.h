// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

#include <cstddef>

namespace dmsc {

/// What the peer answered to one operation.
struct OperationResult
{
    std::size_t operation = 0; ///< position in the list given to apply()
    int status = 0; ///< SyncML status code, 200 = ok
    QString text;
};

} // namespace dmsc
