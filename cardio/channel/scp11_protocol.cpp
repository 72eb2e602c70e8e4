// SPDX-License-Identifier: Apache-2.0
#include "cardio/channel/scp11_protocol.h"

#include "cardio/channel/openssl_handles.h"
#include "cardio/channel/public_key.h"

#include <QCoreApplication>

#include <openssl/core_names.h>
#include <openssl/kdf.h>
#include <openssl/params.h>

#include <algorithm>

namespace dmsc::scp11 {

namespace {

constexpr std::uint8_t kScpNumber = 0x11;
/// Commands and answers authenticated and encrypted.
constexpr std::uint8_t kKeyUsageAll = 0x3C;
constexpr std::uint8_t kKeyTypeAes = 0x88;
/// Receipt key, S-ENC, S-MAC, S-RMAC, DEK.
constexpr std::size_t kDerivedKeys = 5;

tl::unexpected<Error> malformed(const char* text)
{
    return fail(ErrorKind::Syntax, QCoreApplication::translate("Scp11", text));
}

std::uint8_t parametersOf(HandshakeMethod method)
{
    switch (method) {
    case HandshakeMethod::Scp11a:
        return 0x01;
    case HandshakeMethod::Scp11c:
        return 0x03;
    default:
        return 0x00;
    }
}

std::optional<HandshakeMethod> methodOfParameters(std::uint8_t parameters)
{
    for (const HandshakeMethod method : {HandshakeMethod::Scp11a, HandshakeMethod::Scp11b, HandshakeMethod::Scp11c})
        if (parametersOf(method) == parameters)
            return method;
    return std::nullopt;
}

bool isOneByte(const Tlv& tlv, TlvTag tag, std::uint8_t value)
{
    return tlv.tag == tag && tlv.value.size() == 1 && tlv.value[0] == value;
}

TlvWriter controlReference(HandshakeMethod method, std::size_t keySize)
{
    TlvWriter control;
    control.add(tag::kScpParameters, std::array<std::uint8_t, 2>{kScpNumber, parametersOf(method)})
        .addNumber(tag::kKeyUsage, kKeyUsageAll)
        .addNumber(tag::kKeyType, kKeyTypeAes)
        .addNumber(tag::kKeyLength, keySize);
    return control;
}

Result<void> readControl(const Tlv& tlv, AgreementRequest& request)
{
    const Result<std::vector<Tlv>> parts = childrenOf(tlv);
    if (!parts)
        return tl::unexpected(parts.error());
    const bool fits = parts->size() == 4 && (*parts)[0].tag == tag::kScpParameters && (*parts)[0].value.size() == 2
        && (*parts)[0].value[0] == kScpNumber && isOneByte((*parts)[1], tag::kKeyUsage, kKeyUsageAll)
        && isOneByte((*parts)[2], tag::kKeyType, kKeyTypeAes) && (*parts)[3].tag == tag::kKeyLength
        && (*parts)[3].value.size() == 1;
    if (!fits)
        return malformed(QT_TRANSLATE_NOOP("Scp11", "the control reference 90, 95 3C, 80 88, 81 was expected"));
    const std::optional<HandshakeMethod> method = methodOfParameters((*parts)[0].value[1]);
    request.keySize = (*parts)[3].value[0];
    if (!method || (request.keySize != 16 && request.keySize != 24 && request.keySize != 32))
        return malformed(QT_TRANSLATE_NOOP("Scp11", "SCP11a, b or c with AES keys of 16, 24 or 32 bytes was expected"));
    request.method = *method;
    return {};
}

Result<EcPoint> readPoint(const Tlv& tlv)
{
    const std::optional<EcPoint> point =
        tlv.tag == tag::kPublicKey ? parsePoint(tlv.value) : std::optional<EcPoint>(std::nullopt);
    if (!point)
        return fail(ErrorKind::Unsupported,
            QCoreApplication::translate("Scp11", "a public key 5F49 on the curve P-256 or P-384 was expected"));
    return *point;
}

} // namespace

std::uint8_t keyId(HandshakeMethod method)
{
    switch (method) {
    case HandshakeMethod::Scp11b:
        return 0x13;
    case HandshakeMethod::Scp11c:
        return 0x15;
    default:
        return 0x11;
    }
}

std::optional<HandshakeMethod> methodOfKeyId(std::uint8_t id)
{
    for (const HandshakeMethod method : {HandshakeMethod::Scp11a, HandshakeMethod::Scp11b, HandshakeMethod::Scp11c})
        if (keyId(method) == id)
            return method;
    return std::nullopt;
}

bool isGetCertificates(const CommandApdu& command)
{
    return command.ins == kInsGetData && command.p1 == kStoreP1 && command.p2 == kStoreP2;
}

bool isScp11(HandshakeMethod method)
{
    return method != HandshakeMethod::Scp03;
}

Bytes encode(const AgreementRequest& request)
{
    TlvWriter writer;
    writer.add(tag::kControlReference, controlReference(request.method, request.keySize))
        .add(tag::kPublicKey, request.ephemeral.bytes);
    return writer.take();
}

Result<AgreementRequest> parseRequest(ByteView data)
{
    const Result<std::vector<Tlv>> parts = parseTlvs(data);
    if (!parts)
        return tl::unexpected(parts.error());
    if (parts->size() != 2 || parts->front().tag != tag::kControlReference)
        return malformed(QT_TRANSLATE_NOOP("Scp11", "a control reference A6 and a public key 5F49 were expected"));
    AgreementRequest request;
    if (const Result<void> read = readControl(parts->front(), request); !read)
        return tl::unexpected(read.error());
    Result<EcPoint> point = readPoint(parts->back());
    if (!point)
        return tl::unexpected(point.error());
    request.ephemeral = std::move(*point);
    return request;
}

Bytes encode(const AgreementAnswer& answer)
{
    TlvWriter writer;
    writer.add(tag::kPublicKey, answer.card.bytes).add(tag::kReceipt, answer.receipt);
    return writer.take();
}

Result<AgreementAnswer> parseAnswer(ByteView data)
{
    const Result<std::vector<Tlv>> parts = parseTlvs(data);
    if (!parts)
        return tl::unexpected(parts.error());
    if (parts->size() != 2 || parts->back().tag != tag::kReceipt || parts->back().value.size() != kReceiptSize)
        return malformed(QT_TRANSLATE_NOOP("Scp11", "a public key 5F49 and a receipt 86 of 16 bytes were expected"));
    Result<EcPoint> point = readPoint(parts->front());
    if (!point)
        return tl::unexpected(point.error());
    const ByteView receipt = parts->back().value;
    return AgreementAnswer{std::move(*point), Bytes(receipt.begin(), receipt.end())};
}

Result<AgreedKeys> agreedKeys(const SecretBytes& ephemeral, const SecretBytes& fixed, std::size_t keySize)
{
    const ErrorQueueGuard guard;
    SecretBytes secret(ephemeral);
    secret.insert(secret.end(), fixed.begin(), fixed.end());
    std::uint8_t info[] = {kKeyUsageAll, kKeyTypeAes, static_cast<std::uint8_t>(keySize)};
    char hash[] = "SHA256";
    const OSSL_PARAM params[] = {OSSL_PARAM_construct_utf8_string(OSSL_KDF_PARAM_DIGEST, hash, 0),
        OSSL_PARAM_construct_octet_string(OSSL_KDF_PARAM_SECRET, secret.data(), secret.size()),
        OSSL_PARAM_construct_octet_string(OSSL_KDF_PARAM_INFO, info, sizeof info), OSSL_PARAM_construct_end()};
    const std::unique_ptr<EVP_KDF, OpenSslFree<EVP_KDF_free>> kdf(EVP_KDF_fetch(nullptr, "X963KDF", nullptr));
    const std::unique_ptr<EVP_KDF_CTX, OpenSslFree<EVP_KDF_CTX_free>> context(EVP_KDF_CTX_new(kdf.get()));
    SecretBytes out(kDerivedKeys * keySize);
    if (!kdf || !context || EVP_KDF_derive(context.get(), out.data(), out.size(), params) != 1)
        return fail(ErrorKind::Security,
            QCoreApplication::translate("Scp11", "the cryptographic library derived no session keys"));
    const auto key = [&](std::size_t number) { return AesKey::from(ByteView(out).subspan(number * keySize, keySize)); };
    Result<AesKey> receiptKey = key(0);
    Result<AesKey> enc = key(1);
    Result<AesKey> mac = key(2);
    Result<AesKey> rmac = key(3);
    // All of one size: either none fails or the first does.
    if (!receiptKey || !enc || !mac || !rmac)
        return tl::unexpected(receiptKey.error());
    return AgreedKeys{std::move(*receiptKey), {std::move(*enc), std::move(*mac), std::move(*rmac)}};
}

Result<AesBlock> receipt(const AesKey& key, ByteView requestData, const EcPoint& card)
{
    Result<AesCmac> mac = AesCmac::create(key);
    if (!mac)
        return tl::unexpected(mac.error());
    TlvWriter writer;
    writer.add(tag::kPublicKey, card.bytes);
    return mac->over({requestData, writer.bytes()});
}

Bytes encodeStore(const std::vector<Certificate>& leafFirst)
{
    Bytes all;
    for (auto one = leafFirst.rbegin(); one != leafFirst.rend(); ++one) {
        const Bytes der = one->der();
        all.insert(all.end(), der.begin(), der.end());
    }
    TlvWriter writer;
    writer.add(tag::kCertificateStore, all);
    return writer.take();
}

Result<std::vector<Certificate>> parseStore(ByteView data)
{
    const Result<std::vector<Tlv>> parts = parseTlvs(data);
    if (!parts)
        return tl::unexpected(parts.error());
    const bool wrapped = parts->size() == 1 && parts->front().tag == tag::kCertificateStore;
    Result<std::vector<Certificate>> all = Certificate::parseAll(wrapped ? parts->front().value : data);
    if (!all)
        return all;
    if (all->size() > kMaxChain)
        return malformed(QT_TRANSLATE_NOOP("Scp11", "the chain of certificates is too long"));
    std::reverse(all->begin(), all->end());
    return all;
}

} // namespace dmsc::scp11
