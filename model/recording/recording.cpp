// SPDX-License-Identifier: Apache-2.0
#include "model/recording/recording.h"

namespace dmsc {

RecordSelection allOf(const Recording& recording)
{
    RecordSelection rows(recording.store.size());
    std::uint32_t next = 0;
    for (RecordNo& row : rows)
        row = RecordNo{next++};
    return rows;
}

} // namespace dmsc
