// SPDX-License-Identifier: Apache-2.0
#include "cardio/apdu/tlv.h"

#include <cstdlib>

namespace {

/// Written anew, objects read as the same tags and values, whatever form their lengths had.
void checkRewritten(const std::vector<dmsc::Tlv>& tlvs)
{
    dmsc::TlvWriter writer;
    for (const dmsc::Tlv& tlv : tlvs)
        writer.add(tlv.tag, tlv.value);
    const auto again = dmsc::parseTlvs(writer.bytes());
    if (!again || again->size() != tlvs.size())
        std::abort();
    for (std::size_t i = 0; i < tlvs.size(); ++i)
        if ((*again)[i].tag != tlvs[i].tag || (*again)[i].value.size() != tlvs[i].value.size())
            std::abort();
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const dmsc::ByteView input(data, size);
    if (const auto tlvs = dmsc::parseTlvs(input))
        checkRewritten(*tlvs);
    const auto tree = dmsc::parseTlvTree(input);
    if (!tree)
        return 0;
    for (const dmsc::Tlv& tlv : *tree)
        if (tlv.valueOffset + tlv.value.size() > size || tlv.depth >= dmsc::kMaxTlvDepth)
            std::abort();
    return 0;
}
