// SPDX-License-Identifier: Apache-2.0
#include "model/formats/tnds.h"

#include <cstdint>
#include <cstdlib>

using namespace dmsc;

/// The fast scanner and libxml2 agree on what a document is; what was read and can be written reads back the same.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const ByteView document(data, size);
    MgmtTreeReadOptions full;
    full.plainScan = false;
    const auto read = readMgmtTreeXml(document);
    const auto same = readMgmtTreeXml(document, full);
    if (read.has_value() && !same.has_value())
        std::abort();
    if (!read)
        return 0;
    Hasher hasher;
    const Digest digest = read->tree.computeContentDigest(Tree::root(), hasher);
    if (digest != same->tree.computeContentDigest(Tree::root(), hasher))
        std::abort();
    if (read->description)
        (void)writeDdf(*read->description);
    const auto written = writeTndsXml(read->tree);
    if (!written)
        return 0;
    const auto again = readMgmtTreeXml(*written);
    if (!again || again->tree.computeContentDigest(Tree::root(), hasher) != digest)
        std::abort();
    return 0;
}
