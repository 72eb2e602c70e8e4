// SPDX-License-Identifier: Apache-2.0
#include "model/syncml/notification.h"
#include "model/syncml/wsp_push.h"

#include <algorithm>
#include <cstdlib>

using namespace dmsc;

/// Header and notification are what came, in its order, and what is pushed again reads as the same.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const ByteView datagram(data, size);
    const auto push = syncml::readPush(datagram);
    if (!push)
        return 0;
    if (push->header.data() != data || push->notification.data() != data + push->header.size()
        || push->header.size() + push->notification.size() != size)
        std::abort();
    const Bytes made = syncml::pushOf(push->notification);
    const auto again = syncml::readPush(made);
    if (!again || !std::ranges::equal(again->notification, push->notification))
        std::abort();
    (void)syncml::decodeNotification(push->notification);
    return 0;
}
