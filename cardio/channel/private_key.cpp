// SPDX-License-Identifier: Apache-2.0
#include "cardio/channel/certificate.h"
#include "cardio/channel/openssl_handles.h"
#include "cardio/channel/public_key.h"

#include <QCoreApplication>

#include <openssl/core_names.h>
#include <openssl/params.h>
#include <openssl/pem.h>

#include <algorithm>
#include <array>
#include <cstring>

namespace dmsc {

namespace {

/// A key in PEM has well below 1 KiB, with certificates around it some more.
constexpr std::size_t kMaxKeyFile = std::size_t{256} * 1024;

tl::unexpected<Error> failed(ErrorKind kind, const char* text)
{
    return fail(kind, QCoreApplication::translate("Certificate", text));
}

tl::unexpected<Error> noKey()
{
    return failed(ErrorKind::Syntax, QT_TRANSLATE_NOOP("Certificate", "this is no private key in PEM or DER"));
}

const char* groupName(Curve curve)
{
    return curve == Curve::P256 ? "P-256" : "P-384";
}

/// For PEM files: gives the passphrase, and never asks at the terminal.
int givePassphrase(char* buffer, int size, int /*writing*/, void* passphrase)
{
    const auto* secret = static_cast<const SecretBytes*>(passphrase);
    if (secret->empty() || secret->size() > static_cast<std::size_t>(size))
        return -1;
    std::copy(secret->begin(), secret->end(), buffer);
    return static_cast<int>(secret->size());
}

bool looksLikePem(ByteView bytes)
{
    static constexpr std::string_view kMark = "-----BEGIN";
    return std::search(bytes.begin(), bytes.end(), kMark.begin(), kMark.end()) != bytes.end();
}

KeyHandle readPemKey(ByteView bytes, const SecretBytes& passphrase)
{
    const BioHandle bio = readFrom(bytes);
    if (!bio)
        return {};
    SecretBytes secret = passphrase;
    return KeyHandle(PEM_read_bio_PrivateKey(bio.get(), nullptr, givePassphrase, &secret));
}

KeyHandle readDerKey(ByteView bytes)
{
    const unsigned char* at = bytes.data();
    KeyHandle key(d2i_AutoPrivateKey(nullptr, &at, static_cast<long>(bytes.size())));
    return at == bytes.data() + bytes.size() ? std::move(key) : KeyHandle{};
}

/// The parts belong together: the number is in range, the point is on the curve and is the number's.
bool isConsistent(EVP_PKEY* key)
{
    const KeyContextHandle context(EVP_PKEY_CTX_new_from_pkey(nullptr, key, nullptr));
    return context && EVP_PKEY_check(context.get()) == 1;
}

bool isEncryptedPem(ByteView bytes)
{
    static constexpr std::string_view kMark = "ENCRYPTED";
    return std::search(bytes.begin(), bytes.end(), kMark.begin(), kMark.end()) != bytes.end();
}

/// A bare SEC 1 ECPrivateKey; the library works out the public key.
SecretBytes sec1(Curve curve, ByteView scalar)
{
    static constexpr std::uint8_t kP256[] = {0xA0, 0x0A, 0x06, 0x08, 0x2A, 0x86, 0x48, 0xCE, 0x3D, 0x03, 0x01, 0x07};
    static constexpr std::uint8_t kP384[] = {0xA0, 0x07, 0x06, 0x05, 0x2B, 0x81, 0x04, 0x00, 0x22};
    const ByteView oid = curve == Curve::P256 ? ByteView(kP256) : ByteView(kP384);
    SecretBytes der{0x30, static_cast<std::uint8_t>(5 + scalar.size() + oid.size()), 0x02, 0x01, 0x01, 0x04,
        static_cast<std::uint8_t>(scalar.size())};
    der.insert(der.end(), scalar.begin(), scalar.end());
    der.insert(der.end(), oid.begin(), oid.end());
    return der;
}

} // namespace

std::size_t coordinateSize(Curve curve)
{
    return curve == Curve::P256 ? 32 : 48;
}

QString curveName(Curve curve)
{
    return QLatin1String(groupName(curve));
}

std::optional<Curve> curveOf(evp_pkey_st* key)
{
    std::array<char, 32> name{};
    std::size_t size = 0;
    if (EVP_PKEY_is_a(key, "EC") != 1
        || EVP_PKEY_get_utf8_string_param(key, OSSL_PKEY_PARAM_GROUP_NAME, name.data(), name.size(), &size) != 1)
        return std::nullopt;
    const std::string_view text(name.data(), size);
    if (text == "prime256v1" || text == "P-256")
        return Curve::P256;
    if (text == "secp384r1" || text == "P-384")
        return Curve::P384;
    return std::nullopt;
}

EcPoint pointOf(evp_pkey_st* key)
{
    EcPoint point;
    point.curve = curveOf(key).value_or(Curve::P256);
    unsigned char* bytes = nullptr;
    const std::size_t size = EVP_PKEY_get1_encoded_public_key(key, &bytes);
    const OpenSslMemory owned(bytes);
    if (size != 0)
        point.bytes.assign(bytes, bytes + size);
    return point;
}

std::optional<EcPoint> parsePoint(ByteView bytes)
{
    for (const Curve curve : {Curve::P256, Curve::P384})
        if (bytes.size() == 1 + 2 * coordinateSize(curve) && bytes[0] == kUncompressedPoint)
            return EcPoint{curve, Bytes(bytes.begin(), bytes.end())};
    return std::nullopt;
}

Result<PrivateKey> PrivateKey::generate(Curve curve)
{
    const ErrorQueueGuard guard;
    std::shared_ptr<evp_pkey_st> key(EVP_PKEY_Q_keygen(nullptr, nullptr, "EC", groupName(curve)), EVP_PKEY_free);
    if (!key)
        return failed(
            ErrorKind::Security, QT_TRANSLATE_NOOP("Certificate", "the cryptographic library made no new key"));
    return PrivateKey(std::move(key));
}

Result<PrivateKey> PrivateKey::parse(ByteView bytes, const SecretBytes& passphrase)
{
    const ErrorQueueGuard guard;
    if (bytes.empty() || bytes.size() > kMaxKeyFile)
        return noKey();
    const bool pem = looksLikePem(bytes);
    KeyHandle key = pem ? readPemKey(bytes, passphrase) : readDerKey(bytes);
    if (!key && pem && isEncryptedPem(bytes))
        return failed(ErrorKind::Security,
            QT_TRANSLATE_NOOP("Certificate", "the private key is encrypted, and the passphrase does not open it"));
    if (!key)
        return noKey();
    if (!curveOf(key.get()))
        return failed(
            ErrorKind::Unsupported, QT_TRANSLATE_NOOP("Certificate", "a key on the curve P-256 or P-384 was expected"));
    if (!isConsistent(key.get()))
        return failed(ErrorKind::Damaged,
            QT_TRANSLATE_NOOP("Certificate", "the parts of the private key do not belong together"));
    return PrivateKey(std::shared_ptr<evp_pkey_st>(std::move(key)));
}

Result<PrivateKey> PrivateKey::fromScalar(Curve curve, ByteView scalar)
{
    if (scalar.size() != coordinateSize(curve))
        return fail(ErrorKind::BadValue,
            QCoreApplication::translate("Certificate", "a private key on %1 has %2 bytes, not %3")
                .arg(curveName(curve))
                .arg(coordinateSize(curve))
                .arg(scalar.size()));
    return parse(sec1(curve, scalar));
}

EcPoint PrivateKey::publicKey() const
{
    return pointOf(m_key.get());
}

Result<SecretBytes> PrivateKey::der() const
{
    const ErrorQueueGuard guard;
    const std::unique_ptr<PKCS8_PRIV_KEY_INFO, OpenSslFree<PKCS8_PRIV_KEY_INFO_free>> info(EVP_PKEY2PKCS8(m_key.get()));
    unsigned char* bytes = nullptr;
    const int size = info ? i2d_PKCS8_PRIV_KEY_INFO(info.get(), &bytes) : 0;
    if (size <= 0)
        return failed(ErrorKind::Security, QT_TRANSLATE_NOOP("Certificate", "the private key cannot be written out"));
    const OpenSslMemory owned(bytes);
    SecretBytes der(bytes, bytes + size);
    wipe(bytes, static_cast<std::size_t>(size));
    return der;
}

Result<SecretBytes> PrivateKey::agree(const EcPoint& other) const
{
    const ErrorQueueGuard guard;
    const std::optional<Curve> curve = curveOf(m_key.get());
    const std::optional<EcPoint> checked = parsePoint(other.bytes);
    if (!curve || !checked || checked->curve != *curve)
        return failed(
            ErrorKind::Security, QT_TRANSLATE_NOOP("Certificate", "the other side's public key is on another curve"));
    std::string name = groupName(*curve);
    Bytes point = checked->bytes;
    const OSSL_PARAM params[] = {OSSL_PARAM_construct_utf8_string(OSSL_PKEY_PARAM_GROUP_NAME, name.data(), 0),
        OSSL_PARAM_construct_octet_string(OSSL_PKEY_PARAM_PUB_KEY, point.data(), point.size()),
        OSSL_PARAM_construct_end()};
    const KeyContextHandle maker(EVP_PKEY_CTX_new_from_name(nullptr, "EC", nullptr));
    EVP_PKEY* made = nullptr;
    if (!maker || EVP_PKEY_fromdata_init(maker.get()) != 1
        || EVP_PKEY_fromdata(maker.get(), &made, EVP_PKEY_PUBLIC_KEY, const_cast<OSSL_PARAM*>(params)) != 1)
        return failed(
            ErrorKind::Security, QT_TRANSLATE_NOOP("Certificate", "the other side's public key is not on the curve"));
    const KeyHandle peer(made);
    const KeyContextHandle context(EVP_PKEY_CTX_new_from_pkey(nullptr, m_key.get(), nullptr));
    SecretBytes shared(coordinateSize(*curve));
    std::size_t size = shared.size();
    if (!context || EVP_PKEY_derive_init(context.get()) != 1
        || EVP_PKEY_derive_set_peer_ex(context.get(), peer.get(), 1) != 1
        || EVP_PKEY_derive(context.get(), shared.data(), &size) != 1 || size != shared.size())
        return failed(
            ErrorKind::Security, QT_TRANSLATE_NOOP("Certificate", "the other side's public key is not on the curve"));
    return shared;
}

} // namespace dmsc
