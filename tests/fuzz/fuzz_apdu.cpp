// SPDX-License-Identifier: Apache-2.0
#include "cardio/apdu/apdu.h"

#include <cstdlib>

/// Whatever is taken as a command or response is written back as the same bytes.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const dmsc::ByteView input(data, size);
    const dmsc::Bytes bytes(input.begin(), input.end());
    if (const auto command = dmsc::parseCommand(input); command && command->encode() != bytes)
        std::abort();
    if (const auto response = dmsc::parseResponse(input); response && response->encode() != bytes)
        std::abort();
    return 0;
}
