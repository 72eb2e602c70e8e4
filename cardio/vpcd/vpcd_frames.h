// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cardio/link/card_endpoint.h"
#include "model/bytes.h"

#include <optional>

namespace dmsc {

/// The stream between vpcd and a card: a length of two bytes, big endian, then so many bytes, both ways. Cuts what
/// arrives, in whatever portions, into frames.
class VpcdFrames
{
public:
    void add(ByteView bytes);
    /// The next whole frame without its length, 0 to 65535 bytes; nothing when more must arrive first.
    [[nodiscard]] std::optional<Bytes> next();

private:
    Bytes m_bytes;
    std::size_t m_taken = 0;
};

/// A frame with its length; `content` has at most 65535 bytes.
[[nodiscard]] Bytes vpcdFrame(ByteView content);

/// What the card says to a frame: one byte is a control (0 off, 1 on, 2 reset, 4 "your ATR"), anything else a command.
/// The first three are not answered.
[[nodiscard]] std::optional<Bytes> answerVpcd(CardEndpoint& card, ByteView frame);

} // namespace dmsc
