// SPDX-License-Identifier: Apache-2.0
#include "cardio/channel/random.h"

#include <QCoreApplication>

#include <openssl/rand.h>

namespace dmsc {

RandomSource systemRandom()
{
    return [](std::span<std::uint8_t> out) -> Result<void> {
        if (RAND_bytes(out.data(), static_cast<int>(out.size())) != 1)
            return fail(
                ErrorKind::Security, QCoreApplication::translate("Random", "the system gave no random numbers"));
        return {};
    };
}

} // namespace dmsc
