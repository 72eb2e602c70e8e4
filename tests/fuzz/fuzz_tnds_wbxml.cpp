// SPDX-License-Identifier: Apache-2.0
#include "model/formats/tnds.h"

#include <cstdint>
#include <cstdlib>

using namespace dmsc;

/// What was read and can be written reads back the same.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const auto read = readMgmtTreeWbxml(ByteView(data, size));
    if (!read)
        return 0;
    const auto written = writeTndsWbxml(read->tree);
    if (!written)
        return 0;
    const auto again = readMgmtTreeWbxml(*written);
    Hasher hasher;
    if (!again
        || again->tree.computeContentDigest(Tree::root(), hasher)
            != read->tree.computeContentDigest(Tree::root(), hasher))
        std::abort();
    return 0;
}
