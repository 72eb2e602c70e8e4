// SPDX-License-Identifier: Apache-2.0
#include "model/syncml/message_wbxml.h"
#include "model/syncml/wbxml_reader.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>

using namespace dmsc;

/// Events tile the document; a message that was read and can be written reads back as itself.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const ByteView octets(data, size);
    if (auto reader = wbxml::Reader::open(octets)) {
        std::size_t covered = reader->header().length;
        while (true) {
            const auto event = reader->next();
            if (!event)
                break;
            if (event->offset != covered)
                std::abort();
            covered += event->length;
            if (event->kind == wbxml::Event::Kind::EndDocument)
                break;
        }
    }
    const auto message = syncml::decodeWbxml(octets);
    if (!message)
        return 0;
    const auto written = syncml::encodeWbxml(*message);
    if (!written)
        return 0;
    const auto again = syncml::decodeWbxml(*written);
    if (!again)
        std::abort();
    if (const auto twice = syncml::encodeWbxml(*again); !twice || *twice != *written)
        std::abort();
    return 0;
}
