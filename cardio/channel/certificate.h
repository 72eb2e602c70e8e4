// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cardio/channel/secret.h"
#include "model/bytes.h"

#include <QDateTime>
#include <QString>

#include <memory>
#include <vector>

struct evp_pkey_st;
struct x509_st;

namespace dmsc {

enum class Curve : std::uint8_t { P256, P384 };

/// A public key on one of the curves, as SCP11 carries it: 04 | x | y.
struct EcPoint
{
    Curve curve = Curve::P256;
    Bytes bytes;
    friend bool operator==(const EcPoint&, const EcPoint&) = default;
};

/// A private key on P-256 or P-384. Moves only; OpenSSL wipes it.
class PrivateKey
{
public:
    [[nodiscard]] static Result<PrivateKey> generate(Curve curve);
    /// PKCS#8 or SEC 1, PEM or DER; a passphrase for encrypted PEM. Unsupported for other kinds of key.
    [[nodiscard]] static Result<PrivateKey> parse(ByteView bytes, const SecretBytes& passphrase = {});
    /// From the number alone, as vectors give it.
    [[nodiscard]] static Result<PrivateKey> fromScalar(Curve curve, ByteView scalar);

    [[nodiscard]] EcPoint publicKey() const;
    /// PKCS#8 DER, for sealing it.
    [[nodiscard]] Result<SecretBytes> der() const;
    /// ECDH: the x coordinate. Security error for a point that is not on the curve, or another curve's.
    [[nodiscard]] Result<SecretBytes> agree(const EcPoint& other) const;
    [[nodiscard]] evp_pkey_st* native() const { return m_key.get(); }

private:
    explicit PrivateKey(std::shared_ptr<evp_pkey_st> key)
        : m_key(std::move(key))
    {
    }
    std::shared_ptr<evp_pkey_st> m_key; ///< shared by copies: it never changes
};

/// An X.509 certificate with a key on one of our curves.
class Certificate
{
public:
    /// PEM or DER, exactly one.
    [[nodiscard]] static Result<Certificate> parse(ByteView bytes);
    /// All of a PEM file, or a concatenation of DER.
    [[nodiscard]] static Result<std::vector<Certificate>> parseAll(ByteView bytes);

    [[nodiscard]] Bytes der() const;
    [[nodiscard]] QString subject() const; ///< "CN=dms,O=Demo"
    [[nodiscard]] QString commonName() const;
    [[nodiscard]] QString issuer() const;
    [[nodiscard]] QDateTime notBefore() const;
    [[nodiscard]] QDateTime notAfter() const;
    [[nodiscard]] EcPoint publicKey() const;
    [[nodiscard]] x509_st* native() const { return m_certificate.get(); }

private:
    explicit Certificate(std::shared_ptr<x509_st> certificate)
        : m_certificate(std::move(certificate))
    {
    }
    std::shared_ptr<x509_st> m_certificate;
};

/// Checks that `leaf` leads over `between` to one of `anchors` at the time (X.509 path, key usage digitalSignature or
/// keyAgreement). Security error that says which certificate is expired, not yet valid, unknown or wrongly signed.
[[nodiscard]] Result<void> checkChain(const Certificate& leaf, const std::vector<Certificate>& between,
    const std::vector<Certificate>& anchors, const QDateTime& time);

} // namespace dmsc
