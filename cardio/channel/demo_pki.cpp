// SPDX-License-Identifier: Apache-2.0
#include "cardio/channel/demo_pki.h"

#include "cardio/channel/authority_key.h"

#include <QFile>
#include <QtGlobal>

// Outside of all namespaces, as Qt wants it: a static library's resources do not register themselves.
static void registerPki()
{
    Q_INIT_RESOURCE(dmsc_pki);
}

namespace dmsc {

namespace {

Result<Bytes> readPem(const QString& name)
{
    registerPki();
    QFile file(QStringLiteral(":/dmsc/pki/%1.pem").arg(name));
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorKind::Io, file.errorString(), name);
    const QByteArray bytes = file.readAll();
    return Bytes(bytes.begin(), bytes.end());
}

Result<Certificate> readCertificate(const QString& name)
{
    return readPem(name).and_then([](const Bytes& bytes) { return Certificate::parse(bytes); });
}

Result<CertifiedKey> readPair(const QString& name)
{
    Result<PrivateKey> key =
        readPem(name + QStringLiteral("-key")).and_then([](const Bytes& bytes) { return PrivateKey::parse(bytes); });
    if (!key)
        return tl::unexpected(key.error());
    Result<Certificate> certificate = readCertificate(name);
    if (!certificate)
        return tl::unexpected(certificate.error());
    return CertifiedKey{std::move(*key), std::move(*certificate)};
}

/// 00 01 02 .. 2F, again and again: three keys of one size and a version.
template <std::size_t Size> Scp03KeySet counted(std::uint8_t version)
{
    const auto key = [](std::size_t number) {
        std::uint8_t bytes[Size];
        for (std::size_t i = 0; i < Size; ++i)
            bytes[i] = static_cast<std::uint8_t>((number * Size + i) % 48);
        return AesKey::of(bytes);
    };
    return {key(0), key(1), key(2), static_cast<KeyVersion>(version)};
}

} // namespace

Result<DemoPki> demoPki()
{
    Result<Certificate> authority = readCertificate(QStringLiteral("ca"));
    if (!authority)
        return tl::unexpected(authority.error());
    Result<CertifiedKey> card = readPair(QStringLiteral("card"));
    if (!card)
        return tl::unexpected(card.error());
    Result<CertifiedKey> cardP384 = readPair(QStringLiteral("card-p384"));
    if (!cardP384)
        return tl::unexpected(cardP384.error());
    return DemoPki{std::move(*authority), std::move(*card), std::move(*cardP384)};
}

Result<CertifiedKey> demoCertifiedKey(Role role, Curve curve)
{
    return readPair(roleWord(role) + (curve == Curve::P384 ? QStringLiteral("-p384") : QString()));
}

Result<CertifiedKey> demoFirmwareAuthority()
{
    return readPair(QStringLiteral("firmware-authority"));
}

Result<Bytes> demoFirmwareAuthorityKey()
{
    return readCertificate(QStringLiteral("firmware-authority")).and_then(publicKeyDer);
}

DemoKeySet demoKeySet(Role role)
{
    switch (role) {
    case Role::Issuer:
        break;
    case Role::Device:
        return {counted<16>(0x31)};
    case Role::Dms:
        return {counted<32>(0x32), MacSize::S16};
    case Role::Application:
        return {counted<24>(0x33)};
    }
    return {Scp03KeySet::test()};
}

} // namespace dmsc
