// SPDX-License-Identifier: Apache-2.0
#include "cardio/files/mo_codec.h"

#include <algorithm>
#include <cstdint>
#include <cstdlib>

using namespace dmsc;

/// The first byte chooses the codec. What decodes and is not changed keeps every byte.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    if (size == 0)
        return 0;
    const MoCodec codecs[] = {nasConfigCodec(), xcapConfigCodec(), psDataOffCodec(), accessPointsCodec(),
        lwm2mBootstrapCodec(), documentCodec()};
    const MoCodec& codec = codecs[data[0] % std::size(codecs)];
    const ByteView bytes(data + 1, size - 1);
    Tree tree;
    NodeData root;
    root.name = "MO";
    root.type = "urn:test";
    const auto node = tree.add(Tree::root(), root);
    if (!node || !codec.decode(bytes, tree, *node) || !codec.encode)
        return 0;
    const auto again = codec.encode(bytes, tree, *node);
    if (!again || !std::equal(again->begin(), again->end(), bytes.begin(), bytes.end()))
        std::abort();
    return 0;
}
