// SPDX-License-Identifier: Apache-2.0
#include "cardio/session/dm_auth.h"

#include "cardio/channel/secret.h"
#include "model/syncml/base64.h"
#include "model/syncml/xml_text.h"

#include <QCoreApplication>

#include <openssl/evp.h>

#include <algorithm>
#include <array>
#include <memory>

namespace dmsc {

using syncml::Chal;
using syncml::Cred;

namespace {

/// MD5 of the pieces one behind the other; nullopt where OpenSSL has none.
std::optional<DmDigest> md5(std::initializer_list<ByteView> pieces)
{
    const std::unique_ptr<EVP_MD, decltype(&EVP_MD_free)> md{EVP_MD_fetch(nullptr, "MD5", nullptr), &EVP_MD_free};
    const std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)> context{EVP_MD_CTX_new(), &EVP_MD_CTX_free};
    if (!md || !context || EVP_DigestInit_ex2(context.get(), md.get(), nullptr) != 1)
        return std::nullopt;
    for (const ByteView piece : pieces)
        if (EVP_DigestUpdate(context.get(), piece.data(), piece.size()) != 1)
            return std::nullopt;
    DmDigest digest{};
    if (EVP_DigestFinal_ex(context.get(), digest.data(), nullptr) != 1)
        return std::nullopt;
    return digest;
}

/// H(B64(H(user:password)):nonce[:more]).
std::optional<DmDigest> nested(
    std::string_view user, std::string_view password, ByteView nonce, std::optional<std::string_view> more = {})
{
    const ByteView colon = viewOf(std::string_view(":"));
    const auto inner = md5({viewOf(user), colon, viewOf(password)});
    if (!inner)
        return std::nullopt;
    std::string name = syncml::toBase64(textOf(*inner));
    auto outer = more ? md5({viewOf(name), colon, nonce, colon, viewOf(*more)}) : md5({viewOf(name), colon, nonce});
    wipe(name.data(), name.size());
    return outer;
}

char lower(char c)
{
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

bool sameWord(std::string_view left, std::string_view right)
{
    return std::equal(
        left.begin(), left.end(), right.begin(), right.end(), [](char a, char b) { return lower(a) == lower(b); });
}

/// What a Cred proves, as octets.
std::optional<Bytes> proofOf(const Cred& cred)
{
    const std::string_view data = syncml::trimmed(cred.data);
    if (!cred.meta.format.empty() && !sameWord(cred.meta.format, syncml::format::kBase64)) {
        const ByteView raw = viewOf(data);
        return Bytes(raw.begin(), raw.end());
    }
    const auto decoded = syncml::fromBase64(data);
    if (!decoded)
        return std::nullopt;
    return Bytes(decoded->begin(), decoded->end());
}

/// The fields of x-syncml-hmac.
struct MacFields
{
    std::string algorithm = "MD5";
    std::string user;
    std::string mac;
};

/// One `name=value` up to a comma outside quotes; takes it off `rest`.
std::optional<std::pair<std::string, std::string>> takeField(std::string_view& rest)
{
    const std::size_t equals = rest.find('=');
    if (equals == std::string_view::npos)
        return std::nullopt;
    const std::string name(syncml::trimmed(rest.substr(0, equals)));
    rest = syncml::trimmed(rest.substr(equals + 1));
    std::string value;
    std::size_t end = 0;
    if (rest.starts_with('"')) {
        end = rest.find('"', 1);
        if (end == std::string_view::npos)
            return std::nullopt;
        value = rest.substr(1, end - 1);
        end = std::min(rest.find(',', end), rest.size());
    } else {
        end = std::min(rest.find(','), rest.size());
        value = syncml::trimmed(rest.substr(0, end));
    }
    rest.remove_prefix(end == rest.size() ? end : end + 1);
    return std::pair(name, value);
}

std::optional<MacFields> readMac(std::string_view header)
{
    MacFields fields;
    while (!syncml::trimmed(header).empty()) {
        const auto field = takeField(header);
        if (!field)
            return std::nullopt;
        if (sameWord(field->first, "algorithm"))
            fields.algorithm = field->second;
        else if (sameWord(field->first, "username"))
            fields.user = field->second;
        else if (sameWord(field->first, "mac"))
            fields.mac = field->second;
    }
    return fields;
}

std::optional<DmDigest> exactly(ByteView octets)
{
    DmDigest digest{};
    if (octets.size() != digest.size())
        return std::nullopt;
    std::ranges::copy(octets, digest.begin());
    return digest;
}

/// H(B64(H(serverId:password)):nonce:B64(H(trigger))).
std::optional<DmDigest> triggerDigest(
    const std::string& serverId, const std::string& password, ByteView nonce, ByteView trigger)
{
    const auto content = md5({trigger});
    return content ? nested(serverId, password, nonce, syncml::toBase64(textOf(*content))) : std::nullopt;
}

} // namespace

std::string_view authType(AuthScheme scheme)
{
    switch (scheme) {
    case AuthScheme::Basic:
        return "syncml:auth-basic";
    case AuthScheme::Md5:
        return "syncml:auth-md5";
    case AuthScheme::Hmac:
        return "syncml:auth-MAC";
    case AuthScheme::None:
        break;
    }
    return {};
}

AuthScheme authSchemeOf(std::string_view type)
{
    for (const AuthScheme scheme : {AuthScheme::Basic, AuthScheme::Md5, AuthScheme::Hmac})
        if (sameWord(syncml::trimmed(type), authType(scheme)))
            return scheme;
    return AuthScheme::None;
}

Result<void> digestsAvailable()
{
    if (md5({}))
        return {};
    return fail(ErrorKind::Unsupported,
        QCoreApplication::translate("DmAuth",
            "OpenSSL gives no MD5 here, which DM's digests need; use Basic over TLS, or another OpenSSL "
            "configuration"));
}

std::optional<MessageDigests> messageDigests(ByteView body)
{
    const auto content = md5({body});
    return content ? std::optional(MessageDigests{*content, digestOf(body)}) : std::nullopt;
}

std::optional<DmDigest> dmDigestOf(const DmSecret& secret, const std::optional<MessageDigests>& message)
{
    if (!message)
        return nested(secret.user, secret.password, secret.nonce);
    return nested(secret.user, secret.password, secret.nonce, syncml::toBase64(textOf(message->md5)));
}

Cred md5Cred(const DmDigest& digest)
{
    Cred cred;
    cred.meta.format = syncml::format::kBase64;
    cred.meta.type = authType(AuthScheme::Md5);
    cred.data = syncml::toBase64(textOf(digest));
    return cred;
}

std::string hmacHeader(std::string_view user, const DmDigest& digest)
{
    return "algorithm=MD5, username=\"" + std::string(user) + "\", mac=" + syncml::toBase64(textOf(digest));
}

std::optional<DmDigest> digestIn(const Cred& cred)
{
    const auto octets = authSchemeOf(cred.meta.type) == AuthScheme::Md5 ? proofOf(cred) : std::nullopt;
    return octets ? exactly(*octets) : std::nullopt;
}

std::optional<DmDigest> digestIn(std::string_view header, std::string_view user)
{
    const auto fields = readMac(header);
    if (!fields || !sameWord(fields->algorithm, "MD5") || fields->user != user)
        return std::nullopt;
    const auto octets = syncml::fromBase64(fields->mac);
    return octets ? exactly(viewOf(*octets)) : std::nullopt;
}

std::optional<Cred> credOf(const DmSecret& secret)
{
    if (secret.scheme == AuthScheme::Basic) {
        Cred cred;
        cred.meta.format = syncml::format::kBase64;
        cred.meta.type = authType(secret.scheme);
        cred.data = syncml::toBase64(secret.user + ":" + secret.password);
        return cred;
    }
    const auto digest = secret.scheme == AuthScheme::Md5 ? dmDigestOf(secret, {}) : std::nullopt;
    return digest ? std::optional(md5Cred(*digest)) : std::nullopt;
}

std::string hmacOf(const DmSecret& secret, ByteView body)
{
    const auto message = messageDigests(body);
    const auto mac = message ? dmDigestOf(secret, message) : std::nullopt;
    return mac ? hmacHeader(secret.user, *mac) : std::string();
}

Proof checkCred(const DmSecret& secret, const Cred* cred)
{
    if (secret.scheme == AuthScheme::None)
        return Proof::Right;
    if (!cred)
        return Proof::Missing;
    if (secret.scheme == AuthScheme::Hmac || authSchemeOf(cred->meta.type) != secret.scheme)
        return Proof::Wrong;
    const auto given = proofOf(*cred);
    const auto own = credOf(secret);
    const auto expected = own ? proofOf(*own) : std::nullopt;
    return given && expected && equalInConstantTime(*given, *expected) ? Proof::Right : Proof::Wrong;
}

Proof checkHmac(const DmSecret& secret, std::string_view header, ByteView body)
{
    if (secret.scheme == AuthScheme::None)
        return Proof::Right;
    if (syncml::trimmed(header).empty())
        return Proof::Missing;
    const auto given = secret.scheme == AuthScheme::Hmac ? digestIn(header, secret.user) : std::nullopt;
    const auto message = messageDigests(body);
    const auto expected = message ? dmDigestOf(secret, message) : std::nullopt;
    return given && expected && equalInConstantTime(*given, *expected) ? Proof::Right : Proof::Wrong;
}

Chal challengeOf(AuthScheme scheme, ByteView nonce)
{
    Chal chal;
    chal.meta.format = syncml::format::kBase64;
    chal.meta.type = authType(scheme);
    if (scheme != AuthScheme::Basic)
        chal.meta.nextNonce = syncml::toBase64(textOf(nonce));
    return chal;
}

Bytes nonceOf(const Chal& chal)
{
    const std::string& travelled = chal.meta.nextNonce;
    // Peers that leave the Format out mean base64 too.
    const bool encoded = chal.meta.format.empty() || sameWord(chal.meta.format, syncml::format::kBase64);
    const auto decoded = encoded ? syncml::fromBase64(travelled) : std::nullopt;
    const ByteView nonce = viewOf(decoded ? *decoded : travelled);
    return {nonce.begin(), nonce.end()};
}

Result<Bytes> notificationPackage(const syncml::Notification& notification, const std::string& password, ByteView nonce)
{
    const auto trigger = syncml::encodeTrigger(notification);
    if (!trigger)
        return tl::unexpected(trigger.error());
    const auto digest = triggerDigest(notification.serverId, password, nonce, *trigger);
    if (!digest)
        return tl::unexpected(digestsAvailable().error());
    Bytes package(digest->begin(), digest->end());
    package.insert(package.end(), trigger->begin(), trigger->end());
    return package;
}

bool checkNotification(const syncml::ReceivedNotification& received, const std::string& password, ByteView nonce)
{
    const auto expected = triggerDigest(received.notification.serverId, password, nonce, received.trigger);
    return expected && equalInConstantTime(*expected, received.digest);
}

Bytes resyncNonce(ResyncNonce form)
{
    if (form == ResyncNonce::FourZeroBytes)
        return Bytes(4, 0);
    const ByteView written = viewOf(std::string_view("0x00000000"));
    return {written.begin(), written.end()};
}

} // namespace dmsc
