// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/bytes.h"
#include "model/error.h"

#include <functional>

namespace dmsc {

/// Called with bytes done and bytes in all; answers false to cancel before the peer has the whole message.
using Progress = std::function<bool(std::size_t done, std::size_t total)>;

/// Carries whole DM messages (SyncML, WBXML) to a peer that answers each with one message: an emulated handset in
/// process, or a card through its secure channel and chained APDUs. Nothing but bytes crosses.
class MessageLink
{
public:
    virtual ~MessageLink() = default;
    virtual Result<Bytes> exchange(ByteView message, const Progress& progress) = 0;
};

} // namespace dmsc
