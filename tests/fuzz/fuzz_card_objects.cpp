// SPDX-License-Identifier: Apache-2.0
// What a card and a host tell each other around the handshake: access conditions, memory, owners, policy, journal.
#include "tests/support/card_objects.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    dmsc::test::readCardObject({data, size});
    return 0;
}
