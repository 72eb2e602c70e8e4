// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cardio/session/dm_packet.h"

#include <optional>
#include <string_view>

// What an application on the terminal and the handset say to each other (GEN-15); README.md of this folder has the
// protocol.
namespace dmsc {

enum class FrameKind : std::uint8_t {
    Notify = 'N', ///< application to handset: package 0 with its digest
    Message = 'M', ///< a DM message, both ways
    Refused = 'R', ///< handset to application: there is no session, and why
    End = 'E', ///< handset to application: the session is over, and how
};

struct Frame
{
    FrameKind kind = FrameKind::End;
    Bytes body;
};
inline constexpr std::size_t kMaxFrame = std::size_t{8} << 20U; ///< bytes of a body

/// Length of the body in 4 bytes, big endian, the kind, the body.
[[nodiscard]] Bytes encodeFrame(FrameKind kind, ByteView body);
/// Cuts what arrives, in whatever portions, into frames.
class FrameReader
{
public:
    void add(ByteView bytes) { m_bytes.insert(m_bytes.end(), bytes.begin(), bytes.end()); }
    /// nullopt: more must arrive. Limit or Syntax as soon as the head of a frame is wrong.
    [[nodiscard]] Result<std::optional<Frame>> next();

private:
    Bytes m_bytes;
};

/// Body of a Message: content type, NUL, x-syncml-hmac, NUL, the message.
[[nodiscard]] Bytes messageBody(const DmPacket& packet);
[[nodiscard]] Result<DmPacket> packetIn(ByteView body);

} // namespace dmsc
