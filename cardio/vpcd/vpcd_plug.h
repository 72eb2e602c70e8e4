// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cardio/link/card_endpoint.h"
#include "cardio/vpcd/plug_state.h"
#include "model/error.h"

#include <functional>
#include <memory>
#include <optional>
#include <thread>

namespace dmsc {

/// Where vpcd listens. Only on this machine: the connection has no protection whatever.
struct VpcdAddress
{
    QString host = QStringLiteral("127.0.0.1");
    std::uint16_t port = 35963; ///< of slot 0; slot 1 has the next

    /// HOST:PORT or HOST; BadValue for anything but a loopback address. Empty: the default.
    [[nodiscard]] static Result<VpcdAddress> parse(const QString& text);
    [[nodiscard]] QString text() const;
    friend bool operator==(const VpcdAddress&, const VpcdAddress&) = default;
};

/// An emulated card in the virtual reader of vpcd, from its making to its end, in a thread of its own. Goes in again
/// when pcscd was restarted, waits while there is no vpcd or another card is in the slot.
class VpcdPlug
{
public:
    /// Makes the card in the plug's thread, where it also lives and ends.
    using CardFactory = std::function<Result<std::unique_ptr<CardEndpoint>>()>;
    using Sink = std::function<void(const PlugState& state)>; ///< called in the plug's thread

    VpcdPlug(VpcdAddress address, CardFactory makeCard, Sink sink);
    /// Pulls the card, as soon as a command that it is working on is done; the sink hears of it and of nothing more.
    ~VpcdPlug();
    VpcdPlug(const VpcdPlug&) = delete;
    VpcdPlug& operator=(const VpcdPlug&) = delete;

private:
    class Waker;

    void run(const std::stop_token& stop);
    void connectAgainAndAgain(CardEndpoint& card, const std::stop_token& stop);
    void serve(int socket, CardEndpoint& card, const std::stop_token& stop);
    void tellTaken();
    void tellStuck();
    void tellNotice(const QString& text) const;
    void tell(PlugState::Phase phase, const QString& text);

    VpcdAddress m_address;
    CardFactory m_makeCard;
    Sink m_sink;
    std::optional<PlugState> m_told;
    std::unique_ptr<Waker> m_waker;
    std::jthread m_thread; // last: everything above is there before it starts
};

} // namespace dmsc
