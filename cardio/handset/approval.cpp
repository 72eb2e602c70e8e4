// SPDX-License-Identifier: Apache-2.0
#include "cardio/handset/approval.h"

#include "cardio/channel/openssl_handles.h"
#include "cardio/channel/secret.h"
#include "model/tree/digest.h"

#include <QCoreApplication>

#include <openssl/asn1.h>
#include <openssl/cms.h>
#include <openssl/x509.h>

#include <string_view>

namespace dmsc {

namespace {

using CmsHandle = std::unique_ptr<CMS_ContentInfo, OpenSslFree<CMS_ContentInfo_free>>;

constexpr int kMaxAttributes = 32;
constexpr unsigned char kSetOf = 0x31;
constexpr std::size_t kHashSize = 32;

tl::unexpected<Error> noSignature(const QString& why)
{
    return fail(ErrorKind::Syntax,
        QCoreApplication::translate("Approval", "a detached CMS signature of one signer was expected: %1").arg(why));
}

Result<CmsHandle> parse(ByteView bytes)
{
    if (bytes.size() > kMaxApproval)
        return fail(ErrorKind::Limit,
            QCoreApplication::translate("Approval", "an approval has at most %1 bytes").arg(kMaxApproval));
    const unsigned char* at = bytes.data();
    CmsHandle cms(bytes.empty() ? nullptr : d2i_CMS_ContentInfo(nullptr, &at, static_cast<long>(bytes.size())));
    if (!cms || at != bytes.data() + bytes.size() || OBJ_obj2nid(CMS_get0_type(cms.get())) != NID_pkcs7_signed)
        return noSignature(QCoreApplication::translate("Approval", "this is no DER of a SignedData"));
    if (CMS_is_detached(cms.get()) != 1)
        return noSignature(QCoreApplication::translate("Approval", "the content is inside"));
    return cms;
}

Result<CMS_SignerInfo*> onlySigner(const CmsHandle& cms)
{
    const STACK_OF(CMS_SignerInfo)* signers = CMS_get0_SignerInfos(cms.get());
    const int count = signers == nullptr ? 0 : sk_CMS_SignerInfo_num(signers);
    if (count != 1)
        return noSignature(QCoreApplication::translate("Approval", "it has %1 signers").arg(count));
    return sk_CMS_SignerInfo_value(signers, 0);
}

QString nameText(const X509_NAME* name)
{
    const BioHandle out(BIO_new(BIO_s_mem()));
    if (!out || name == nullptr || X509_NAME_print_ex(out.get(), name, 0, XN_FLAG_RFC2253 & ~ASN1_STRFLGS_ESC_MSB) < 0)
        return {};
    char* data = nullptr;
    const long size = BIO_get_mem_data(out.get(), &data);
    return QString::fromUtf8(data, static_cast<qsizetype>(size));
}

QString serialText(const ASN1_INTEGER* serial)
{
    const std::unique_ptr<BIGNUM, OpenSslFree<BN_free>> number(ASN1_INTEGER_to_BN(serial, nullptr));
    const OpenSslMemory hex(number ? reinterpret_cast<unsigned char*>(BN_bn2hex(number.get())) : nullptr);
    return hex ? QString::fromLatin1(reinterpret_cast<const char*>(hex.get())) : QString();
}

/// The subject of the certificate that came along; else what the signature says of it.
QString signerName(const CmsHandle& cms, CMS_SignerInfo* signer)
{
    const CertificateStackHandle certificates(CMS_get1_certs(cms.get()));
    const int count = certificates ? sk_X509_num(certificates.get()) : 0;
    for (int i = 0; i < count; ++i) {
        X509* certificate = sk_X509_value(certificates.get(), i);
        if (CMS_SignerInfo_cert_cmp(signer, certificate) == 0)
            return nameText(X509_get_subject_name(certificate));
    }
    ASN1_OCTET_STRING* keyId = nullptr;
    X509_NAME* issuer = nullptr;
    ASN1_INTEGER* serial = nullptr;
    if (CMS_SignerInfo_get0_signer_id(signer, &keyId, &issuer, &serial) != 1)
        return {};
    if (keyId != nullptr)
        return QCoreApplication::translate("Approval", "key %1")
            .arg(toHex({ASN1_STRING_get0_data(keyId), static_cast<std::size_t>(ASN1_STRING_length(keyId))}));
    return QCoreApplication::translate("Approval", "certificate %1 of %2").arg(serialText(serial), nameText(issuer));
}

int algorithm(const X509_ALGOR* one)
{
    const ASN1_OBJECT* object = nullptr;
    if (one != nullptr)
        X509_ALGOR_get0(&object, nullptr, nullptr, one);
    return object == nullptr ? NID_undef : OBJ_obj2nid(object);
}

/// What the card can check: SHA-256 with ECDSA or RSA PKCS#1.
bool isKnown(CMS_SignerInfo* signer)
{
    X509_ALGOR* digest = nullptr;
    X509_ALGOR* signature = nullptr;
    CMS_SignerInfo_get0_algs(signer, nullptr, nullptr, &digest, &signature);
    const int way = algorithm(signature);
    return algorithm(digest) == NID_sha256
        && (way == NID_ecdsa_with_SHA256 || way == NID_sha256WithRSAEncryption || way == NID_rsaEncryption);
}

void addLength(Bytes& out, std::size_t length)
{
    if (length < 0x80) {
        out.push_back(static_cast<std::uint8_t>(length));
        return;
    }
    Bytes digits;
    for (; length > 0; length >>= 8U)
        digits.insert(digits.begin(), static_cast<std::uint8_t>(length & 0xFFU));
    out.push_back(static_cast<std::uint8_t>(0x80U | digits.size()));
    out.insert(out.end(), digits.begin(), digits.end());
}

/// The signature is over the SET OF, not over the [0] that stands in the message (RFC 5652 clause 5.4).
Result<Bytes> signedAttributes(CMS_SignerInfo* signer)
{
    const int count = CMS_signed_get_attr_count(signer);
    if (count > kMaxAttributes)
        return noSignature(QCoreApplication::translate("Approval", "it has too many attributes"));
    Bytes content;
    for (int i = 0; i < count; ++i) {
        unsigned char* der = nullptr;
        const int size = i2d_X509_ATTRIBUTE(CMS_signed_get_attr(signer, i), &der);
        const OpenSslMemory owned(der);
        if (size <= 0)
            return noSignature(QCoreApplication::translate("Approval", "an attribute cannot be read"));
        content.insert(content.end(), der, der + size);
    }
    Bytes set{kSetOf};
    addLength(set, content.size());
    set.insert(set.end(), content.begin(), content.end());
    return set;
}

/// The one messageDigest attribute is that of the package.
bool speaksOf(CMS_SignerInfo* signer, ByteView hash)
{
    const auto* value = static_cast<const ASN1_OCTET_STRING*>(
        CMS_signed_get0_data_by_OBJ(signer, OBJ_nid2obj(NID_pkcs9_messageDigest), -3, V_ASN1_OCTET_STRING));
    return value != nullptr
        && equalInConstantTime(
            {ASN1_STRING_get0_data(value), static_cast<std::size_t>(ASN1_STRING_length(value))}, hash);
}

/// The contentType attribute is that of the content, so that the signature cannot be taken for one of another kind.
bool isAboutContent(const CmsHandle& cms, CMS_SignerInfo* signer)
{
    const auto* type = static_cast<const ASN1_OBJECT*>(
        CMS_signed_get0_data_by_OBJ(signer, OBJ_nid2obj(NID_pkcs9_contentType), -3, V_ASN1_OBJECT));
    return type != nullptr && OBJ_cmp(type, CMS_get0_eContentType(cms.get())) == 0;
}

Bytes signatureOf(CMS_SignerInfo* signer)
{
    const ASN1_OCTET_STRING* value = CMS_SignerInfo_get0_signature(signer);
    const unsigned char* data = ASN1_STRING_get0_data(value);
    return {data, data + ASN1_STRING_length(value)};
}

/// The hash that the signature is over; empty and a problem where it cannot be the package's.
/// `looksLikeAttributes`: the package could be the attributes of a signature made for something else.
Result<Bytes> signedHash(const CmsHandle& cms, CMS_SignerInfo* signer, Approval& approval, bool looksLikeAttributes)
{
    if (!isKnown(signer)) {
        approval.problem =
            QCoreApplication::translate("Approval", "the signature is neither ECDSA nor RSA PKCS#1 with SHA-256");
        return Bytes();
    }
    if (CMS_signed_get_attr_count(signer) <= 0) {
        if (!looksLikeAttributes)
            return approval.digest;
        approval.problem = QCoreApplication::translate(
            "Approval", "the package is what another signature was made over, not firmware");
        return Bytes();
    }
    if (!isAboutContent(cms, signer) || !speaksOf(signer, approval.digest)) {
        approval.problem =
            QCoreApplication::translate("Approval", "the signature is for another package, or the package was changed");
        return Bytes();
    }
    auto attributes = signedAttributes(signer);
    if (!attributes)
        return tl::unexpected(attributes.error());
    const Digest digest = digestOf(ByteView(*attributes));
    return Bytes(digest.begin(), digest.end());
}

} // namespace

Result<Approval> checkApproval(ByteView package, ByteView cms, SignatureVerifier& card)
{
    const ErrorQueueGuard guard;
    const auto message = parse(cms);
    if (!message)
        return tl::unexpected(message.error());
    const auto signer = onlySigner(*message);
    if (!signer)
        return tl::unexpected(signer.error());
    Approval approval;
    const Digest digest = digestOf(package);
    approval.digest.assign(digest.begin(), digest.end());
    approval.signer = signerName(*message, *signer);
    const auto hash = signedHash(*message, *signer, approval, !package.empty() && package.front() == kSetOf);
    if (!hash)
        return tl::unexpected(hash.error());
    if (hash->size() != kHashSize)
        return approval;
    const auto good = card.verifySignature(kFirmwareAuthority, *hash, signatureOf(*signer));
    if (!good && good.error().kind == ErrorKind::NotFound) {
        approval.problem = QCoreApplication::translate("Approval", "the card keeps no key of a firmware authority");
        return approval;
    }
    if (!good)
        return tl::unexpected(good.error());
    approval.approved = *good;
    if (!approval.approved)
        approval.problem =
            QCoreApplication::translate("Approval", "the card says that the signature is not the firmware authority's");
    return approval;
}

} // namespace dmsc
