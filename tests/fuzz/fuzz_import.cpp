// SPDX-License-Identifier: Apache-2.0
#include "model/trace/import_recording.h"
#include "model/trace/record_json.h"

#include <cstdlib>

/// Whatever a file holds, reading it ends; what was read can be written, and read again as the same rows.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const auto read = dmsc::importTrace(QByteArray(reinterpret_cast<const char*>(data), static_cast<qsizetype>(size)));
    if (!read) {
        if (read.error().what.isEmpty())
            std::abort();
        return 0;
    }
    if (size > 4096)
        return 0;
    const auto again = dmsc::recordingFromJson(dmsc::toJson(read->store, read->startedAt, dmsc::Secrets::Shown));
    if (!again || again->store.size() != read->store.size())
        std::abort();
    return 0;
}
