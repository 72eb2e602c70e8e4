// SPDX-License-Identifier: Apache-2.0
#include "model/formats/json_document.h"

#include <cstdint>
#include <cstdlib>

using namespace dmsc;

/// What was read is written so that it reads back the same.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const auto read = readJsonTree(ByteView(data, size));
    if (!read)
        return 0;
    const auto again = readJsonTree(writeJsonTree(read->tree));
    Hasher hasher;
    if (!again
        || again->tree.computeContentDigest(Tree::root(), hasher)
            != read->tree.computeContentDigest(Tree::root(), hasher))
        std::abort();
    return 0;
}
