// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/bytes.h"
#include "model/error.h"

#include <array>
#include <string>

namespace dmsc::syncml {

/// What the client does before the session (NOTI 6.2.2.7).
enum class UiMode : std::uint8_t { Unspecified = 0, Background = 1, Informative = 2, Interaction = 3 };

/// Package 0, the notification that asks for a session (NOTI 6.2), without its digest.
struct Notification
{
    UiMode uiMode = UiMode::Unspecified;
    bool serverInitiated = false;
    std::uint16_t sessionId = 1; ///< 1 to FFFF; as SessionID upper-case hexadecimal without leading zeros
    std::string serverId; ///< at most 255 bytes
    Bytes vendor; ///< vendor body
    friend bool operator==(const Notification&, const Notification&) = default;
};
inline constexpr std::size_t kNotificationDigestSize = 16;

/// The trigger: everything that the digest covers.
[[nodiscard]] Result<Bytes> encodeTrigger(const Notification& notification);
/// Digest and trigger apart. Syntax for what is too short, Unsupported for another version than 1.1.
struct ReceivedNotification
{
    std::array<std::uint8_t, kNotificationDigestSize> digest{};
    Bytes trigger;
    Notification notification;
};
[[nodiscard]] Result<ReceivedNotification> decodeNotification(ByteView package);
[[nodiscard]] std::string sessionIdText(std::uint16_t sessionId);

} // namespace dmsc::syncml
