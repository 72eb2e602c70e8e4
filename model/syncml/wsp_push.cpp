// SPDX-License-Identifier: Apache-2.0
#include "model/syncml/wsp_push.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace dmsc::syncml {

namespace {

constexpr std::uint8_t kPushPdu = 0x06;
constexpr std::uint8_t kNotificationType = 0x44 | 0x80; ///< application/vnd.syncml.notification, as a short integer
constexpr std::string_view kNotificationName = "application/vnd.syncml.notification";
constexpr std::uint8_t kApplicationId = 0x2F | 0x80; ///< X-Wap-Application-Id
constexpr std::uint8_t kDmApplication = 0x07 | 0x80; ///< x-wap-application:syncml.dm
constexpr std::uint8_t kLengthQuote = 0x1F; ///< a uintvar follows; what is below is a length itself
constexpr std::size_t kBeforeLength = 2;
constexpr std::size_t kMostLengthOctets = 5;
constexpr std::size_t kLengthBits = 7;

/// What a uintvar (WAP-230 8.1.2) at the beginning says that there is behind it, and where that begins.
struct Counted
{
    std::size_t from = 0;
    std::size_t length = 0;
};
std::optional<Counted> readLength(ByteView bytes)
{
    std::size_t length = 0;
    for (std::size_t i = 0; i < std::min(bytes.size(), kMostLengthOctets); ++i) {
        length = length << kLengthBits | (bytes[i] & 0x7FU);
        if ((bytes[i] & 0x80U) != 0)
            continue;
        return length <= bytes.size() - i - 1 ? std::optional(Counted{i + 1, length}) : std::nullopt;
    }
    return std::nullopt;
}

/// The headers begin with the content type, as number, text or with parameters (then its length comes first).
bool tellsNotification(ByteView headers)
{
    if (!headers.empty() && headers.front() <= kLengthQuote) {
        const bool quoted = headers.front() == kLengthQuote;
        const auto value = readLength(quoted ? headers.subspan(1) : headers);
        if (!value)
            return false;
        headers = headers.subspan(value->from + (quoted ? 1 : 0), value->length);
    }
    if (!headers.empty() && headers.front() == kNotificationType)
        return true;
    return headers.size() > kNotificationName.size() && textOf(headers).starts_with(kNotificationName)
        && headers[kNotificationName.size()] == 0;
}

} // namespace

std::optional<WspPush> readPush(ByteView datagram)
{
    if (datagram.size() <= kBeforeLength || datagram[1] != kPushPdu)
        return std::nullopt;
    const auto headers = readLength(datagram.subspan(kBeforeLength));
    if (!headers || !tellsNotification(datagram.subspan(kBeforeLength + headers->from, headers->length)))
        return std::nullopt;
    const std::size_t end = kBeforeLength + headers->from + headers->length;
    return WspPush{datagram.first(end), datagram.subspan(end)};
}

Bytes pushOf(ByteView notification)
{
    constexpr std::array kHeader = {
        std::uint8_t{0x01}, kPushPdu, std::uint8_t{0x03}, kNotificationType, kApplicationId, kDmApplication};
    Bytes push;
    push.reserve(kHeader.size() + notification.size());
    push.insert(push.end(), kHeader.begin(), kHeader.end());
    push.insert(push.end(), notification.begin(), notification.end());
    return push;
}

} // namespace dmsc::syncml
