// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/bytes.h"
#include "model/error.h"

#include <QString>

#include <memory>
#include <optional>

class QUdpSocket;

namespace dmsc {

/// Of a device's push port: WAP's is 2948 (WAP-259-WDP).
inline constexpr std::uint16_t kWapPushPort = 2948;
/// Of a datagram with a notification; longer ones are dropped unread.
inline constexpr std::size_t kMostPush = 1500;

/// Package 0 in a datagram: what a WSP Push brings, or the datagram itself where it is no such Push. nullopt for what
/// can be neither. Any bytes may come in.
[[nodiscard]] std::optional<Bytes> notificationIn(ByteView datagram);

/// A handset's UDP port for notifications. Used by one thread, without an event loop.
class PushPort
{
public:
    [[nodiscard]] static Result<PushPort> listen(const QString& address, std::uint16_t port);
    ~PushPort();
    PushPort(PushPort&& other) noexcept;
    PushPort& operator=(PushPort&& other) noexcept;

    [[nodiscard]] QString text() const; ///< "127.0.0.1:2948"
    /// The next notification that comes within the time.
    [[nodiscard]] std::optional<Bytes> receive(int milliseconds);

private:
    explicit PushPort(std::unique_ptr<QUdpSocket> socket);
    std::unique_ptr<QUdpSocket> m_socket;
};

/// Sends one notification to a push port.
[[nodiscard]] Result<void> sendPush(const QString& address, std::uint16_t port, ByteView notification);

} // namespace dmsc
