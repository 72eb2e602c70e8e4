// SPDX-License-Identifier: Apache-2.0
#include "cardio/card/card_client.h"

namespace dmsc {

Result<bool> CardClient::verifySignature(std::uint8_t, ByteView, ByteView)
{
    return fail(ErrorKind::Unsupported, {});
}

} // namespace dmsc
