// SPDX-License-Identifier: Apache-2.0
#include "model/syncml/message_xml.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>

using namespace dmsc;

/// A message that was read and can be written reads back, and is then written the same.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const auto message = syncml::decodeXml(ByteView(data, size));
    if (!message)
        return 0;
    const auto written = syncml::encodeXml(*message);
    if (!written)
        return 0;
    const auto* octets = reinterpret_cast<const std::uint8_t*>(written->data());
    const auto again = syncml::decodeXml(ByteView(octets, written->size()));
    if (!again)
        std::abort();
    if (const auto twice = syncml::encodeXml(*again); !twice || *twice != *written)
        std::abort();
    return 0;
}
