// SPDX-License-Identifier: Apache-2.0
#include "model/syncml/notification.h"

#include <QCoreApplication>

#include <algorithm>

namespace dmsc::syncml {

namespace {

constexpr unsigned kVersion = 11; ///< 1.1 in tenths, 10 bits
constexpr std::size_t kFixedSize = 8; ///< of the trigger before the server id: flags 5, session id 2, length 1
constexpr std::size_t kMaxServerId = 255;
constexpr std::size_t kMaxPackage = std::size_t{64} << 10;

} // namespace

Result<Bytes> encodeTrigger(const Notification& notification)
{
    if (notification.sessionId == 0)
        return fail(ErrorKind::BadValue,
            QCoreApplication::translate("Notification", "a notification needs a session id from 1 to FFFF"));
    if (notification.serverId.empty() || notification.serverId.size() > kMaxServerId)
        return fail(ErrorKind::BadValue,
            QCoreApplication::translate("Notification", "the server id of a notification has 1 to 255 bytes, not %1")
                .arg(notification.serverId.size()));
    // 10 bits version, 2 ui-mode, 1 initiator, 27 zero.
    const unsigned head = kVersion << 6U | static_cast<unsigned>(notification.uiMode) << 4U
        | static_cast<unsigned>(notification.serverInitiated) << 3U;
    Bytes trigger = {static_cast<std::uint8_t>(head >> 8U), static_cast<std::uint8_t>(head), 0, 0, 0,
        static_cast<std::uint8_t>(notification.sessionId >> 8U), static_cast<std::uint8_t>(notification.sessionId),
        static_cast<std::uint8_t>(notification.serverId.size())};
    trigger.insert(trigger.end(), notification.serverId.begin(), notification.serverId.end());
    trigger.insert(trigger.end(), notification.vendor.begin(), notification.vendor.end());
    return trigger;
}

Result<ReceivedNotification> decodeNotification(ByteView package)
{
    if (package.size() > kMaxPackage)
        return fail(ErrorKind::Limit,
            QCoreApplication::translate("Notification", "the notification has over %1 bytes").arg(kMaxPackage));
    if (package.size() < kNotificationDigestSize + kFixedSize)
        return fail(ErrorKind::Syntax,
            QCoreApplication::translate("Notification", "the notification has %1 bytes, expected %2 at least")
                .arg(package.size())
                .arg(kNotificationDigestSize + kFixedSize));
    ReceivedNotification received;
    std::copy_n(package.begin(), kNotificationDigestSize, received.digest.begin());
    const ByteView trigger = package.subspan(kNotificationDigestSize);
    received.trigger.assign(trigger.begin(), trigger.end());
    const unsigned head = static_cast<unsigned>(trigger[0]) << 8U | trigger[1];
    if (head >> 6U != kVersion)
        return fail(ErrorKind::Unsupported,
            QCoreApplication::translate("Notification", "the notification is of version %1.%2, expected 1.1")
                .arg((head >> 6U) / 10)
                .arg((head >> 6U) % 10));
    Notification& content = received.notification;
    content.uiMode = static_cast<UiMode>(head >> 4U & 3U);
    content.serverInitiated = (head >> 3U & 1U) != 0;
    content.sessionId = static_cast<std::uint16_t>(trigger[5] << 8U | trigger[6]);
    const std::size_t length = trigger[7];
    if (content.sessionId == 0 || length == 0 || trigger.size() < kFixedSize + length)
        return fail(ErrorKind::Syntax,
            QCoreApplication::translate(
                "Notification", "the notification names no session or no server, or ends within the server id"),
            QCoreApplication::translate("Notification", "byte %1").arg(kNotificationDigestSize + kFixedSize - 1));
    const ByteView rest = trigger.subspan(kFixedSize);
    content.serverId.assign(rest.begin(), rest.begin() + static_cast<std::ptrdiff_t>(length));
    content.vendor.assign(rest.begin() + static_cast<std::ptrdiff_t>(length), rest.end());
    return received;
}

std::string sessionIdText(std::uint16_t sessionId)
{
    return QString::number(sessionId, 16).toUpper().toStdString();
}

} // namespace dmsc::syncml
