// SPDX-License-Identifier: Apache-2.0
#include "cardio/server/push_port.h"

#include "model/byte_array.h"
#include "model/syncml/notification.h"
#include "model/syncml/wsp_push.h"

#include <QCoreApplication>
#include <QHostAddress>
#include <QNetworkDatagram>
#include <QUdpSocket>

namespace dmsc {

std::optional<Bytes> notificationIn(ByteView datagram)
{
    if (datagram.size() > kMostPush || datagram.size() <= syncml::kNotificationDigestSize)
        return std::nullopt;
    const auto push = syncml::readPush(datagram);
    const ByteView package = push ? push->notification : datagram;
    return Bytes(package.begin(), package.end());
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
    const QByteArray push = toByteArray(syncml::pushOf(notification));
    const QHostAddress host(address);
    if (host.isNull())
        return fail(
            ErrorKind::BadValue, QCoreApplication::translate("PushPort", "an IP address was expected"), address);
    if (socket.writeDatagram(push, host, port) == push.size())
        return {};
    return fail(ErrorKind::Io, socket.errorString(), QStringLiteral("%1:%2").arg(address).arg(port));
}

} // namespace dmsc
