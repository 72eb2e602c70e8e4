// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cardio/session/dm_packet.h"
#include "model/syncml/message.h"
#include "model/syncml/notification.h"
#include "model/tree/digest.h"

#include <array>
#include <optional>
#include <string>

// Authentication of DM sessions (SEC 5.1, PRO 2.4): Basic, MD5, HMAC. Nonces are octets, never text.
namespace dmsc {

enum class AuthScheme : std::uint8_t { None, Basic, Md5, Hmac };
/// "syncml:auth-basic", "syncml:auth-md5", "syncml:auth-MAC"; empty for None.
[[nodiscard]] std::string_view authType(AuthScheme scheme);
/// None for every other type. Case of the scheme's name does not count.
[[nodiscard]] AuthScheme authSchemeOf(std::string_view type);

/// Unsupported where OpenSSL does not give MD5 (its FIPS mode): then nobody is authenticated but by Basic.
[[nodiscard]] Result<void> digestsAvailable();

/// One direction of an account: who proves itself with what.
struct DmSecret
{
    AuthScheme scheme = AuthScheme::None;
    std::string user; ///< or the server id
    std::string password;
    Bytes nonce; ///< that the next digest uses
};

/// What a Cred or an HMAC proves itself by.
using DmDigest = std::array<std::uint8_t, 16>;
/// Of a message that an HMAC goes with.
struct MessageDigests
{
    DmDigest md5{}; ///< what the HMAC is made over
    Digest sha256{}; ///< for receipts: MD5 alone binds nobody to a message
};
/// nullopt where OpenSSL has no MD5.
[[nodiscard]] std::optional<MessageDigests> messageDigests(ByteView body);
/// H(B64(H(user:password)):nonce[:B64(H(message))]), with the message for an HMAC; nullopt where OpenSSL has no MD5.
[[nodiscard]] std::optional<DmDigest> dmDigestOf(const DmSecret& secret, const std::optional<MessageDigests>& message);
/// Both as they travel.
[[nodiscard]] syncml::Cred md5Cred(const DmDigest& digest);
[[nodiscard]] std::string hmacHeader(std::string_view user, const DmDigest& digest);
/// And back; nullopt for what is none, of another type or (HMAC) of another user.
[[nodiscard]] std::optional<DmDigest> digestIn(const syncml::Cred& cred);
[[nodiscard]] std::optional<DmDigest> digestIn(std::string_view header, std::string_view user);

/// The Cred for a SyncHdr; nullopt for None and Hmac.
[[nodiscard]] std::optional<syncml::Cred> credOf(const DmSecret& secret);
/// The value of x-syncml-hmac for exactly these bytes.
[[nodiscard]] std::string hmacOf(const DmSecret& secret, ByteView body);
enum class Proof : std::uint8_t { Missing, Wrong, Right };
/// Compares in constant time. `cred` null: none was there.
[[nodiscard]] Proof checkCred(const DmSecret& secret, const syncml::Cred* cred);
[[nodiscard]] Proof checkHmac(const DmSecret& secret, std::string_view header, ByteView body);
/// Bytes of a nonce that we choose: no base64 of it ends in exactly one =, which some peers cannot read.
inline constexpr std::size_t kNonceSize = 16;

/// A challenge for the scheme with this nonce (base64).
[[nodiscard]] syncml::Chal challengeOf(AuthScheme scheme, ByteView nonce);
/// The nonce of a challenge as octets; empty when there is none.
[[nodiscard]] Bytes nonceOf(const syncml::Chal& chal);

/// Package 0 with its digest (NOTI 6.2): H(B64(H(serverId:password)):nonce:B64(H(trigger))).
[[nodiscard]] Result<Bytes> notificationPackage(
    const syncml::Notification& notification, const std::string& password, ByteView nonce);
[[nodiscard]] bool checkNotification(
    const syncml::ReceivedNotification& received, const std::string& password, ByteView nonce);
/// The default nonce for resynchronisation: the spec writes 0x00000000, and peers read it in two ways.
enum class ResyncNonce : std::uint8_t { FourZeroBytes, TenCharacters };
[[nodiscard]] Bytes resyncNonce(ResyncNonce form);

} // namespace dmsc
