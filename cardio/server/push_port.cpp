// SPDX-License-Identifier: Apache-2.0
#include "cardio/server/push_port.h"

#include "model/byte_array.h"
#include "model/syncml/notification.h"

#include <QCoreApplication>
#include <QHostAddress>
#include <QNetworkDatagram>
#include <QUdpSocket>

#include <string_view>

namespace dmsc {

namespace {

constexpr std::uint8_t kPushPdu = 0x06;
constexpr std::uint8_t kNotificationType = 0x44 | 0x80; ///< application/vnd.syncml.notification, as a short integer
constexpr std::string_view kNotificationName = "application/vnd.syncml.notification";
constexpr std::uint8_t kApplicationId = 0x2F | 0x80; ///< X-Wap-Application-Id
constexpr std::uint8_t kDmApplication = 0x07 | 0x80; ///< x-wap-application:syncml.dm
constexpr int kMostLengthOctets = 5;
constexpr std::size_t kLengthBits = 7;

/// A WSP uintvar; the octets that it took, 0 where there is none.
std::size_t readLength(ByteView bytes, std::size_t& value)
{
    value = 0;
    for (std::size_t i = 0; i < bytes.size() && i < kMostLengthOctets; ++i) {
        value = value << kLengthBits | (bytes[i] & 0x7FU);
        if ((bytes[i] & 0x80U) == 0)
            return i + 1;
    }
    return 0;
}

/// The headers begin with the content type, as number, text or with parameters (then its length comes first).
bool tellsNotification(ByteView headers)
{
    if (headers.empty())
        return false;
    if (headers.front() == kNotificationType)
        return true;
    if (headers.front() < 0x20) // a value of that length
        return headers.size() > 1 && tellsNotification(headers.subspan(1));
    return headers.size() > kNotificationName.size()
        && std::equal(kNotificationName.begin(), kNotificationName.end(), headers.begin(),
            [](char letter, std::uint8_t octet) { return static_cast<std::uint8_t>(letter) == octet; })
        && headers[kNotificationName.size()] == 0;
}

} // namespace

std::optional<Bytes> notificationIn(ByteView datagram)
{
    if (datagram.size() > kMostPush || datagram.size() <= syncml::kNotificationDigestSize)
        return std::nullopt;
    std::size_t length = 0;
    // Transaction id, PDU type, length of the headers.
    if (const std::size_t octets = datagram[1] == kPushPdu ? readLength(datagram.subspan(2), length) : 0; octets > 0) {
        const ByteView rest = datagram.subspan(2 + octets);
        if (length <= rest.size() && tellsNotification(rest.first(length)))
            return Bytes(rest.begin() + static_cast<std::ptrdiff_t>(length), rest.end());
    }
    return Bytes(datagram.begin(), datagram.end());
}

Bytes pushOf(ByteView notification)
{
    Bytes push = {0x01, kPushPdu, 0x03, kNotificationType, kApplicationId, kDmApplication};
    push.insert(push.end(), notification.begin(), notification.end());
    return push;
}

PushPort::PushPort(std::unique_ptr<QUdpSocket> socket)
    : m_socket(std::move(socket))
{
}

PushPort::~PushPort() = default;
PushPort::PushPort(PushPort&& other) noexcept = default;
PushPort& PushPort::operator=(PushPort&& other) noexcept = default;

Result<PushPort> PushPort::listen(const QString& address, std::uint16_t port)
{
    auto socket = std::make_unique<QUdpSocket>();
    QHostAddress host;
    if (!host.setAddress(address))
        return fail(ErrorKind::BadValue, QCoreApplication::translate("PushPort", "this is no address of this machine"),
            address);
    if (!socket->bind(host, port, QAbstractSocket::DontShareAddress))
        return fail(ErrorKind::Io, socket->errorString(), QStringLiteral("%1:%2").arg(address).arg(port));
    return PushPort(std::move(socket));
}

QString PushPort::text() const
{
    const QHostAddress host = m_socket->localAddress();
    const bool isLong = host.protocol() == QAbstractSocket::IPv6Protocol;
    return (isLong ? QStringLiteral("[%1]:%2") : QStringLiteral("%1:%2"))
        .arg(host.toString())
        .arg(m_socket->localPort());
}

std::optional<Bytes> PushPort::receive(int milliseconds)
{
    if (!m_socket->hasPendingDatagrams() && !m_socket->waitForReadyRead(milliseconds))
        return std::nullopt;
    // One more than is taken, so that a longer one is known as such.
    const QByteArray bytes = m_socket->receiveDatagram(static_cast<qint64>(kMostPush) + 1).data();
    return notificationIn(viewOf(bytes));
}

Result<void> sendPush(const QString& address, std::uint16_t port, ByteView notification)
{
    QUdpSocket socket;
    const QByteArray push = toByteArray(pushOf(notification));
    const QHostAddress host(address);
    if (host.isNull())
        return fail(
            ErrorKind::BadValue, QCoreApplication::translate("PushPort", "an IP address was expected"), address);
    if (socket.writeDatagram(push, host, port) == push.size())
        return {};
    return fail(ErrorKind::Io, socket.errorString(), QStringLiteral("%1:%2").arg(address).arg(port));
}

} // namespace dmsc
