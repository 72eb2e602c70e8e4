// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cardio/session/client_session.h"

#include <optional>
#include <set>
#include <string>
#include <utility>

namespace dmsc {

/// What a package 0 comes to at the device (NOTI 6).
struct Summons
{
    enum class What : std::uint8_t {
        Start, ///< the session is to be started
        Dropped, ///< no proper notification of a server that we know: nobody is told (NOTI 6.1)
        Declined, ///< the user does not want the session (ui-mode 11)
        Duplicate, ///< this session was asked for already (NOTI 6.2.2.10)
    } what = What::Dropped;
    syncml::Notification notification; ///< not for Dropped
    DmAccount account; ///< Start only; with the resync nonce where the server has lost its own
    bool resynced = false;
    Bytes clientNonce; ///< as the account had it
    Bytes serverNonce;

    /// The account to store after its session: the resync nonce, which everybody knows, is for that session only. What
    /// came in it instead stays.
    [[nodiscard]] DmAccount toStore(ResyncNonce form) const;
};

/// Checks notifications against the device's accounts, once each, and tells or asks the user as their ui-mode says
/// (B21 to B25). Used by one thread at a time.
class NotificationGate
{
public:
    /// `user` outlives the gate.
    explicit NotificationGate(UserAgent& user, ResyncNonce resync = ResyncNonce::FourZeroBytes)
        : m_user(&user)
        , m_resync(resync)
    {
    }

    [[nodiscard]] Summons receive(ByteView package, const Tree& device);
    /// Its session never began: the same notification may come again.
    void forget(const Summons& summons);

private:
    [[nodiscard]] bool agrees(const syncml::Notification& notification, const DmAccount& account) const;

    UserAgent* m_user;
    ResyncNonce m_resync;
    std::set<std::pair<std::string, std::uint16_t>> m_seen; ///< server and session, as far as they were good
};

} // namespace dmsc
