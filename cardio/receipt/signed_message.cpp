// SPDX-License-Identifier: Apache-2.0
#include "cardio/receipt/signed_message.h"

#include "cardio/channel/openssl_handles.h"
#include "cardio/receipt/receipt.h"

#include <QCoreApplication>

#include <openssl/cms.h>
#include <openssl/x509v3.h>

#include <algorithm>
#include <array>

namespace dmsc {

namespace {

constexpr std::size_t kMaxMessage = std::size_t{16} << 20U;
constexpr int kMaxSignatures = 8;
constexpr int kMaxCertificates = 16; ///< two sides, each with as many as a handshake takes, and as many again
constexpr unsigned kSignFlags = CMS_BINARY | CMS_NOSMIMECAP;

using CmsHandle = std::unique_ptr<CMS_ContentInfo, OpenSslFree<CMS_ContentInfo_free>>;
using BioChainHandle = std::unique_ptr<BIO, OpenSslFree<BIO_free_all>>;

tl::unexpected<Error> notSigned()
{
    return fail(ErrorKind::Security,
        QCoreApplication::translate("Receipt", "the cryptographic library made no signature with this key"));
}

Result<CmsHandle> parse(ByteView bytes)
{
    if (bytes.size() > kMaxMessage)
        return fail(ErrorKind::Limit,
            QCoreApplication::translate("Receipt", "a receipt has at most %1 bytes").arg(kMaxMessage));
    const unsigned char* at = bytes.data();
    CmsHandle cms(d2i_CMS_ContentInfo(nullptr, &at, static_cast<long>(bytes.size())));
    const bool fits = cms && at == bytes.data() + bytes.size()
        && OBJ_obj2nid(CMS_get0_type(cms.get())) == NID_pkcs7_signed
        && OBJ_obj2nid(CMS_get0_eContentType(cms.get())) == NID_pkcs7_data;
    ASN1_OCTET_STRING** content = fits ? CMS_get0_content(cms.get()) : nullptr;
    if (content == nullptr || *content == nullptr)
        return fail(ErrorKind::Syntax,
            QCoreApplication::translate(
                "Receipt", "this is no receipt, a CMS SignedData with its content was expected"));
    return cms;
}

Bytes contentOf(const CmsHandle& cms)
{
    const ASN1_OCTET_STRING* content = *CMS_get0_content(cms.get());
    const unsigned char* data = ASN1_STRING_get0_data(content);
    return {data, data + ASN1_STRING_length(content)};
}

Result<Bytes> write(const CmsHandle& cms)
{
    unsigned char* bytes = nullptr;
    const int size = i2d_CMS_ContentInfo(cms.get(), &bytes);
    const OpenSslMemory owned(bytes);
    return size > 0 ? Result<Bytes>(Bytes(bytes, bytes + size)) : notSigned();
}

/// The content read through the digests that the signatures are over.
BioChainHandle digested(const CmsHandle& cms)
{
    BioChainHandle chain(CMS_dataInit(cms.get(), nullptr));
    std::array<unsigned char, 4096> buffer{};
    while (chain && BIO_read(chain.get(), buffer.data(), static_cast<int>(buffer.size())) > 0) { }
    return chain;
}

bool isSha256(CMS_SignerInfo* signer)
{
    X509_ALGOR* digest = nullptr;
    CMS_SignerInfo_get0_algs(signer, nullptr, nullptr, &digest, nullptr);
    const ASN1_OBJECT* object = nullptr;
    X509_ALGOR_get0(&object, nullptr, nullptr, digest);
    return OBJ_obj2nid(object) == NID_sha256;
}

bool holds(CMS_SignerInfo* signer, BIO* chain)
{
    // Without signed attributes the signature would not say what it is over.
    return chain != nullptr && isSha256(signer) && CMS_signed_get_attr_count(signer) > 0
        && CMS_SignerInfo_verify(signer) == 1 && CMS_SignerInfo_verify_content(signer, chain) == 1;
}

Result<std::vector<Certificate>> certificatesIn(const CmsHandle& cms)
{
    std::vector<Certificate> all;
    const CertificateStackHandle stack(CMS_get1_certs(cms.get()));
    const int count = stack ? sk_X509_num(stack.get()) : 0;
    if (count > kMaxCertificates)
        return fail(ErrorKind::Limit,
            QCoreApplication::translate("Receipt", "a receipt has at most %1 certificates, here are %2")
                .arg(kMaxCertificates)
                .arg(count));
    all.reserve(static_cast<std::size_t>(count));
    for (int i = 0; i < count; ++i) {
        unsigned char* der = nullptr;
        const int size = i2d_X509(sk_X509_value(stack.get(), i), &der);
        const OpenSslMemory owned(der);
        if (size <= 0)
            continue;
        Result<Certificate> one = Certificate::parse({der, static_cast<std::size_t>(size)});
        if (!one)
            return tl::unexpected(one.error());
        all.push_back(std::move(*one));
    }
    return all;
}

Result<void> isTrusted(const Certificate& certificate, const std::vector<Certificate>& between,
    const std::vector<Certificate>& anchors, const QDateTime& time)
{
    if ((X509_get_key_usage(certificate.native()) & (KU_DIGITAL_SIGNATURE | KU_NON_REPUDIATION)) == 0)
        return fail(ErrorKind::Security,
            QCoreApplication::translate("Receipt", "the certificate %1 is not meant for signatures")
                .arg(certificate.subject()));
    return checkChain(certificate, between, anchors, time);
}

bool carries(const CmsHandle& cms, const Certificate& certificate)
{
    const CertificateStackHandle all(CMS_get1_certs(cms.get()));
    const int count = all ? sk_X509_num(all.get()) : 0;
    for (int i = 0; i < count; ++i)
        if (X509_cmp(sk_X509_value(all.get(), i), certificate.native()) == 0)
            return true;
    return false;
}

/// A signature, its certificate, and those between it and an anchor.
bool addSigner(const CmsHandle& cms, const PrivateKey& key, const std::vector<Certificate>& chain, unsigned more)
{
    return !chain.empty()
        && CMS_add1_signer(cms.get(), chain.front().native(), key.native(), EVP_sha256(), kSignFlags | more) != nullptr
        && std::all_of(chain.begin() + 1, chain.end(),
            [&](const Certificate& one) { return carries(cms, one) || CMS_add1_cert(cms.get(), one.native()) == 1; });
}

} // namespace

Result<SignedMessage> readSigned(ByteView cms, const std::vector<Certificate>& anchors, const QDateTime& time)
{
    const ErrorQueueGuard guard;
    Result<CmsHandle> parsed = parse(cms);
    if (!parsed)
        return tl::unexpected(parsed.error());
    const Result<std::vector<Certificate>> certificates = certificatesIn(*parsed);
    if (!certificates)
        return tl::unexpected(certificates.error());
    CMS_set1_signers_certs(parsed->get(), nullptr, 0);
    STACK_OF(CMS_SignerInfo)* signers = CMS_get0_SignerInfos(parsed->get());
    const int count = signers == nullptr ? 0 : sk_CMS_SignerInfo_num(signers);
    if (count < 1 || count > kMaxSignatures)
        return fail(ErrorKind::Syntax,
            QCoreApplication::translate("Receipt", "1 to %1 signatures were expected, here are %2")
                .arg(kMaxSignatures)
                .arg(count));
    const BioChainHandle chain = digested(*parsed);
    SignedMessage message{contentOf(*parsed), {}};
    for (int i = 0; i < count; ++i) {
        CMS_SignerInfo* signer = sk_CMS_SignerInfo_value(signers, i);
        X509* certificate = nullptr;
        CMS_SignerInfo_get0_algs(signer, nullptr, &certificate, nullptr, nullptr);
        const auto own = std::find_if(certificates->begin(), certificates->end(),
            [&](const Certificate& one) { return certificate != nullptr && X509_cmp(one.native(), certificate) == 0; });
        if (own == certificates->end())
            return fail(ErrorKind::Syntax,
                QCoreApplication::translate("Receipt", "a signature comes without the certificate of its signer"));
        message.signatures.push_back({*own, holds(signer, chain.get()), isTrusted(*own, *certificates, anchors, time)});
    }
    return message;
}

Result<Bytes> sign(ByteView content, const PrivateKey& key, const std::vector<Certificate>& chain)
{
    const ErrorQueueGuard guard;
    const BioHandle bio = readFrom(content);
    const CmsHandle cms(CMS_sign(nullptr, nullptr, nullptr, nullptr, kSignFlags | CMS_PARTIAL));
    if (!bio || !cms || !addSigner(cms, key, chain, 0) || CMS_final(cms.get(), bio.get(), nullptr, kSignFlags) != 1)
        return notSigned();
    return write(cms);
}

Result<Bytes> addSignature(ByteView cms, const PrivateKey& key, const std::vector<Certificate>& chain)
{
    const ErrorQueueGuard guard;
    // The digest that is signed is copied from the signatures that are there, so they must be over this content.
    const Result<SignedMessage> before = readSigned(cms, {}, QDateTime::currentDateTimeUtc());
    if (!before)
        return tl::unexpected(before.error());
    const bool sound = std::all_of(before->signatures.begin(), before->signatures.end(),
        [](const FoundSignature& signature) { return signature.holds; });
    if (!sound)
        return fail(ErrorKind::Security,
            QCoreApplication::translate("Receipt", "a signature of the receipt is wrong, so no other is added"));
    Result<CmsHandle> parsed = parse(cms);
    if (!parsed)
        return tl::unexpected(parsed.error());
    if (!addSigner(*parsed, key, chain, CMS_REUSE_DIGEST))
        return notSigned();
    return write(*parsed);
}

Result<SignedContent> verify(ByteView cms, const std::vector<Certificate>& anchors, const QDateTime& time)
{
    Result<SignedMessage> message = readSigned(cms, anchors, time);
    if (!message)
        return tl::unexpected(message.error());
    SignedContent content{std::move(message->content), {}};
    for (FoundSignature& signature : message->signatures) {
        if (!signature.holds)
            return fail(ErrorKind::Security,
                QCoreApplication::translate("Receipt", "the signature of %1 is wrong")
                    .arg(signature.certificate.subject()));
        if (!signature.trusted)
            return tl::unexpected(signature.trusted.error());
        content.signers.push_back(std::move(signature.certificate));
    }
    return content;
}

} // namespace dmsc
