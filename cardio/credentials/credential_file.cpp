// SPDX-License-Identifier: Apache-2.0
#include "cardio/credentials/credential_file.h"

#include "cardio/channel/openssl_handles.h"
#include "model/byte_array.h"
#include "model/bytes.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QJsonObject>

#include <openssl/pkcs12.h>

#include <algorithm>
#include <string_view>

namespace dmsc {

namespace {

constexpr std::size_t kMaxFile = std::size_t{1} << 20U;

using Pkcs12Handle = std::unique_ptr<PKCS12, OpenSslFree<PKCS12_free>>;

tl::unexpected<Error> bad(const char* text)
{
    return fail(ErrorKind::BadValue, QCoreApplication::translate("Credentials", text));
}

bool contains(ByteView bytes, std::string_view mark)
{
    return std::search(bytes.begin(), bytes.end(), mark.begin(), mark.end()) != bytes.end();
}

/// Sorts out whose is which: ours leads, those that issued themselves are the authorities.
Result<Credential> certified(PrivateKey key, std::vector<Certificate> certificates)
{
    const EcPoint mine = key.publicKey();
    const auto own = std::find_if(
        certificates.begin(), certificates.end(), [&](const Certificate& one) { return one.publicKey() == mine; });
    if (own == certificates.end())
        return bad(QT_TRANSLATE_NOOP("Credentials", "the file has no certificate of its private key"));
    std::rotate(certificates.begin(), own, own + 1);
    CertificateCredential credential{std::move(key), {}, {}, 0};
    for (Certificate& one : certificates) {
        const bool authority = !credential.chain.empty() && one.subject() == one.issuer();
        (authority ? credential.anchors : credential.chain).push_back(std::move(one));
    }
    if (credential.anchors.empty())
        return bad(QT_TRANSLATE_NOOP("Credentials",
            "the file has no certificate of an authority; without one the card cannot be checked: add the CA"));
    return credential;
}

Result<Credential> readPem(ByteView file, const SecretBytes& passphrase)
{
    auto key = PrivateKey::parse(file, passphrase);
    if (!key)
        return tl::unexpected(key.error());
    auto certificates = Certificate::parseAll(file);
    if (!certificates)
        return tl::unexpected(certificates.error());
    return certified(*std::move(key), *std::move(certificates));
}

Result<PrivateKey> ourKey(EVP_PKEY* key)
{
    unsigned char* der = nullptr;
    const int size = i2d_PrivateKey(key, &der);
    const OpenSslMemory owned(der);
    if (size <= 0)
        return fail(
            ErrorKind::Unsupported, QCoreApplication::translate("Credentials", "the file has no usable private key"));
    const SecretBytes bytes(der, der + size);
    wipe(der, static_cast<std::size_t>(size));
    return PrivateKey::parse(bytes);
}

Result<Certificate> ourCertificate(X509* certificate)
{
    unsigned char* der = nullptr;
    const int size = i2d_X509(certificate, &der);
    const OpenSslMemory owned(der);
    return Certificate::parse(ByteView(der, size > 0 ? static_cast<std::size_t>(size) : 0));
}

Result<Credential> readPkcs12(ByteView file, const SecretBytes& passphrase)
{
    const unsigned char* at = file.data();
    const Pkcs12Handle box(d2i_PKCS12(nullptr, &at, static_cast<long>(file.size())));
    if (!box || at != file.data() + file.size())
        return fail(ErrorKind::Syntax,
            QCoreApplication::translate("Credentials", "expected PKCS#12, PEM or a key set in JSON"));
    SecretBytes zeroEnded = passphrase;
    zeroEnded.push_back(0);
    EVP_PKEY* rawKey = nullptr;
    X509* rawOwn = nullptr;
    STACK_OF(X509)* rawOthers = nullptr;
    const int parsed =
        PKCS12_parse(box.get(), reinterpret_cast<const char*>(zeroEnded.data()), &rawKey, &rawOwn, &rawOthers);
    const KeyHandle key(rawKey);
    const CertificateHandle own(rawOwn);
    const CertificateStackHandle others(rawOthers);
    if (parsed != 1)
        return fail(ErrorKind::Security,
            QCoreApplication::translate(
                "Credentials", "the passphrase does not open the PKCS#12 file, or it was changed"));
    if (!key || !own)
        return bad(QT_TRANSLATE_NOOP("Credentials", "the PKCS#12 file has no private key with a certificate"));
    auto ours = ourKey(key.get());
    if (!ours)
        return tl::unexpected(ours.error());
    std::vector<Certificate> certificates;
    for (int i = -1; i < (others ? sk_X509_num(others.get()) : 0); ++i) {
        auto one = ourCertificate(i < 0 ? own.get() : sk_X509_value(others.get(), i));
        if (!one)
            return tl::unexpected(one.error());
        certificates.push_back(*std::move(one));
    }
    return certified(*std::move(ours), std::move(certificates));
}

Result<AesKey> jsonKey(const QJsonObject& object, const char* name)
{
    auto bytes = fromHex(object.value(QLatin1String(name)).toString());
    auto key = bytes ? AesKey::from(*bytes) : tl::unexpected(bytes.error());
    if (bytes)
        wipe(bytes->data(), bytes->size());
    if (!key)
        return fail(ErrorKind::BadValue,
            QCoreApplication::translate("Credentials", "a key set needs \"%1\": 16, 24 or 32 bytes in hex")
                .arg(QLatin1String(name)));
    return key;
}

Result<Credential> readKeySet(ByteView file)
{
    QJsonParseError problem;
    const QJsonObject object = QJsonDocument::fromJson(toByteArray(file), &problem).object();
    if (problem.error != QJsonParseError::NoError)
        return fail(ErrorKind::Syntax, problem.errorString(), QStringLiteral("%1").arg(problem.offset));
    const auto version = fromHex(object.value(QLatin1String("version")).toString());
    if (!version || version->size() != 1)
        return bad(QT_TRANSLATE_NOOP("Credentials", "a key set needs \"version\": a byte in hex like \"31\""));
    const int macSize = object.value(QLatin1String("macSize")).toInt(8);
    if (macSize != 8 && macSize != 16)
        return bad(QT_TRANSLATE_NOOP("Credentials", "\"macSize\" of a key set is 8 or 16"));
    auto enc = jsonKey(object, "enc");
    auto mac = enc ? jsonKey(object, "mac") : enc;
    auto dek = mac ? jsonKey(object, "dek") : mac;
    if (!dek)
        return tl::unexpected(dek.error());
    return KeySetCredential{{*std::move(enc), *std::move(mac), *std::move(dek), static_cast<KeyVersion>((*version)[0])},
        macSize == 16 ? MacSize::S16 : MacSize::S8};
}

/// Fields one after the other, each with its length in four bytes before it.
class Packer
{
public:
    void add(ByteView field)
    {
        for (const unsigned shift : {24U, 16U, 8U, 0U})
            m_bytes.push_back(static_cast<std::uint8_t>((field.size() >> shift) & 0xFFU));
        m_bytes.insert(m_bytes.end(), field.begin(), field.end());
    }
    [[nodiscard]] SecretBytes take() { return std::move(m_bytes); }

private:
    SecretBytes m_bytes;
};

std::optional<std::vector<ByteView>> fieldsOf(ByteView packed)
{
    std::vector<ByteView> fields;
    while (!packed.empty()) {
        if (packed.size() < 4)
            return std::nullopt;
        const std::size_t size = (std::size_t{packed[0]} << 24U) | (std::size_t{packed[1]} << 16U)
            | (std::size_t{packed[2]} << 8U) | std::size_t{packed[3]};
        packed = packed.subspan(4);
        if (size > packed.size())
            return std::nullopt;
        fields.push_back(packed.first(size));
        packed = packed.subspan(size);
    }
    return fields;
}

constexpr std::uint8_t kKeySetMark = 1;
constexpr std::uint8_t kCertificateMark = 2;

tl::unexpected<Error> damaged()
{
    return fail(
        ErrorKind::Damaged, QCoreApplication::translate("Credentials", "what is stored here is no credential of ours"));
}

Result<Credential> unpackKeySet(const std::vector<ByteView>& fields)
{
    if (fields.size() != 4 || fields[0].size() != 3 || (fields[0][2] != 8 && fields[0][2] != 16))
        return damaged();
    auto enc = AesKey::from(fields[1]);
    auto mac = AesKey::from(fields[2]);
    auto dek = AesKey::from(fields[3]);
    if (!enc || !mac || !dek)
        return damaged();
    return KeySetCredential{{*std::move(enc), *std::move(mac), *std::move(dek), static_cast<KeyVersion>(fields[0][1])},
        static_cast<MacSize>(fields[0][2])};
}

Result<Credential> unpackCertificate(const std::vector<ByteView>& fields)
{
    if (fields.size() < 3 || fields[0].size() != 3 || fields.size() < 2U + fields[0][1])
        return damaged();
    auto key = PrivateKey::parse(fields[1]);
    if (!key)
        return tl::unexpected(key.error());
    CertificateCredential credential{*std::move(key), {}, {}, fields[0][2]};
    for (std::size_t i = 2; i < fields.size(); ++i) {
        auto one = Certificate::parse(fields[i]);
        if (!one)
            return tl::unexpected(one.error());
        (i < 2U + fields[0][1] ? credential.chain : credential.anchors).push_back(*std::move(one));
    }
    return credential;
}

QString curveText(const EcPoint& point)
{
    return point.curve == Curve::P256 ? QStringLiteral("P-256") : QStringLiteral("P-384");
}

} // namespace

Result<Credential> readCredential(ByteView file, const SecretBytes& passphrase)
{
    const ErrorQueueGuard guard;
    if (file.empty() || file.size() > kMaxFile)
        return fail(ErrorKind::Limit,
            QCoreApplication::translate(
                "Credentials", "the file has %1 bytes; a PKCS#12, PEM or key set file of 1 byte to 1 MiB was expected")
                .arg(file.size()));
    const auto first = std::find_if(
        file.begin(), file.end(), [](std::uint8_t c) { return c != ' ' && c != '\n' && c != '\r' && c != '\t'; });
    if (first != file.end() && *first == '{')
        return readKeySet(file);
    return contains(file, "-----BEGIN") ? readPem(file, passphrase) : readPkcs12(file, passphrase);
}

CredentialInfo describe(const Credential& credential)
{
    CredentialInfo info;
    if (const auto* keys = std::get_if<KeySetCredential>(&credential)) {
        info.kind = CredentialInfo::Kind::KeySet;
        info.methods = {HandshakeMethod::Scp03};
        info.detail = QCoreApplication::translate("Credentials", "AES-%1, key version %2, %3-byte MACs")
                          .arg(keys->keys.enc.size() * 8)
                          .arg(hexDigits(static_cast<std::uint32_t>(keys->keys.version)))
                          .arg(static_cast<int>(keys->macSize));
        return info;
    }
    const auto& own = std::get<CertificateCredential>(credential);
    info.kind = CredentialInfo::Kind::Certificate;
    info.methods = {HandshakeMethod::Scp11a, HandshakeMethod::Scp11b, HandshakeMethod::Scp11c};
    if (own.chain.empty())
        return info;
    info.detail =
        QCoreApplication::translate("Credentials", "%1, %2, issued by %3")
            .arg(own.chain.front().subject(), curveText(own.chain.front().publicKey()), own.chain.front().issuer());
    info.notAfter = own.chain.front().notAfter();
    return info;
}

Result<SecretBytes> pack(const Credential& credential)
{
    Packer packer;
    if (const auto* keys = std::get_if<KeySetCredential>(&credential)) {
        const std::uint8_t head[] = {
            kKeySetMark, static_cast<std::uint8_t>(keys->keys.version), static_cast<std::uint8_t>(keys->macSize)};
        packer.add(head);
        for (const AesKey* key : {&keys->keys.enc, &keys->keys.mac, &keys->keys.dek})
            packer.add(key->bytes());
        return packer.take();
    }
    const auto& own = std::get<CertificateCredential>(credential);
    const auto key = own.key.der();
    if (!key)
        return tl::unexpected(key.error());
    const std::uint8_t head[] = {kCertificateMark, static_cast<std::uint8_t>(own.chain.size()), own.cardKeyVersion};
    packer.add(head);
    packer.add(*key);
    for (const std::vector<Certificate>* list : {&own.chain, &own.anchors})
        for (const Certificate& one : *list)
            packer.add(one.der());
    return packer.take();
}

Result<Credential> unpack(ByteView packed)
{
    const auto fields = fieldsOf(packed);
    if (!fields || fields->empty() || fields->front().empty())
        return damaged();
    switch (fields->front()[0]) {
    case kKeySetMark:
        return unpackKeySet(*fields);
    case kCertificateMark:
        return unpackCertificate(*fields);
    default:
        return damaged();
    }
}

} // namespace dmsc
