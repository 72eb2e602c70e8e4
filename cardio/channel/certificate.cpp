// SPDX-License-Identifier: Apache-2.0
#include "cardio/channel/certificate.h"

#include "cardio/channel/openssl_handles.h"
#include "cardio/channel/public_key.h"

#include <QCoreApplication>

#include <openssl/pem.h>
#include <openssl/x509v3.h>

#include <algorithm>
#include <ctime>
#include <string_view>

namespace dmsc {

namespace {

constexpr std::size_t kMaxCertificateFile = std::size_t{256} * 1024;
constexpr std::size_t kMaxCertificates = 32;
constexpr int kMaxPathLength = 4;
/// 128 bits: P-256 and SHA-256 and what is stronger.
constexpr int kSecurityLevel = 3;

tl::unexpected<Error> noCertificate()
{
    return fail(
        ErrorKind::Syntax, QCoreApplication::translate("Certificate", "this is no X.509 certificate in PEM or DER"));
}

bool isPem(ByteView bytes)
{
    static constexpr std::string_view kMark = "-----BEGIN";
    return std::search(bytes.begin(), bytes.end(), kMark.begin(), kMark.end()) != bytes.end();
}

std::vector<CertificateHandle> readPem(ByteView bytes)
{
    std::vector<CertificateHandle> found;
    const BioHandle bio = readFrom(bytes);
    while (bio && found.size() <= kMaxCertificates) {
        CertificateHandle one(PEM_read_bio_X509(bio.get(), nullptr, nullptr, nullptr));
        if (!one)
            break;
        found.push_back(std::move(one));
    }
    return found;
}

std::vector<CertificateHandle> readDer(ByteView bytes)
{
    std::vector<CertificateHandle> found;
    const unsigned char* at = bytes.data();
    const unsigned char* const end = at + bytes.size();
    while (at != end && found.size() <= kMaxCertificates) {
        CertificateHandle one(d2i_X509(nullptr, &at, static_cast<long>(end - at)));
        if (!one)
            return {};
        found.push_back(std::move(one));
    }
    return found;
}

QString nameText(const X509_NAME* name)
{
    const BioHandle bio(BIO_new(BIO_s_mem()));
    const unsigned long form = XN_FLAG_RFC2253 & ~static_cast<unsigned long>(ASN1_STRFLGS_ESC_MSB);
    if (!bio || X509_NAME_print_ex(bio.get(), name, 0, form) < 0)
        return {};
    char* text = nullptr;
    const long size = BIO_get_mem_data(bio.get(), &text);
    return QString::fromUtf8(text, static_cast<qsizetype>(size));
}

QDateTime timeOf(const ASN1_TIME* time)
{
    std::tm parts{};
    if (ASN1_TIME_to_tm(time, &parts) != 1)
        return {};
    return {QDate(parts.tm_year + 1900, parts.tm_mon + 1, parts.tm_mday),
        QTime(parts.tm_hour, parts.tm_min, parts.tm_sec), Qt::UTC};
}

QString dateText(const QDateTime& time)
{
    return time.toString(Qt::ISODate);
}

CertificateStackHandle stackOf(const std::vector<Certificate>& certificates)
{
    CertificateStackHandle stack(sk_X509_new_null());
    for (const Certificate& one : certificates)
        if (X509_up_ref(one.native()) == 1)
            sk_X509_push(stack.get(), one.native());
    return stack;
}

/// In words that say which certificate and what to do about it.
QString chainProblem(int code, const Certificate& certificate)
{
    switch (code) {
    case X509_V_ERR_CERT_HAS_EXPIRED:
        return QCoreApplication::translate("Certificate", "the certificate %1 expired at %2, a new one is needed")
            .arg(certificate.subject(), dateText(certificate.notAfter()));
    case X509_V_ERR_CERT_NOT_YET_VALID:
        return QCoreApplication::translate("Certificate", "the certificate %1 is not valid before %2")
            .arg(certificate.subject(), dateText(certificate.notBefore()));
    case X509_V_ERR_UNABLE_TO_GET_ISSUER_CERT:
    case X509_V_ERR_UNABLE_TO_GET_ISSUER_CERT_LOCALLY:
    case X509_V_ERR_UNABLE_TO_VERIFY_LEAF_SIGNATURE:
    case X509_V_ERR_DEPTH_ZERO_SELF_SIGNED_CERT:
    case X509_V_ERR_SELF_SIGNED_CERT_IN_CHAIN:
        return QCoreApplication::translate(
            "Certificate", "the certificate %1 was issued by %2, which is no authority that is trusted here")
            .arg(certificate.subject(), certificate.issuer());
    case X509_V_ERR_CERT_SIGNATURE_FAILURE:
        return QCoreApplication::translate("Certificate", "the signature on the certificate %1 is wrong")
            .arg(certificate.subject());
    default:
        return QCoreApplication::translate("Certificate", "the certificate %1 cannot be relied on: %2")
            .arg(certificate.subject(), QString::fromLatin1(X509_verify_cert_error_string(code)));
    }
}

Result<void> checkUsage(const Certificate& leaf)
{
    if ((X509_get_key_usage(leaf.native()) & (KU_DIGITAL_SIGNATURE | KU_KEY_AGREEMENT)) != 0)
        return {};
    return fail(ErrorKind::Security,
        QCoreApplication::translate("Certificate", "the certificate %1 is not meant for signatures or key agreement")
            .arg(leaf.subject()));
}

} // namespace

Result<std::vector<Certificate>> Certificate::parseAll(ByteView bytes)
{
    const ErrorQueueGuard guard;
    if (bytes.empty() || bytes.size() > kMaxCertificateFile)
        return noCertificate();
    std::vector<CertificateHandle> found = isPem(bytes) ? readPem(bytes) : readDer(bytes);
    if (found.empty())
        return noCertificate();
    if (found.size() > kMaxCertificates)
        return fail(ErrorKind::Limit,
            QCoreApplication::translate("Certificate", "more than %1 certificates in one file").arg(kMaxCertificates));
    std::vector<Certificate> certificates;
    for (CertificateHandle& one : found) {
        const EVP_PKEY* key = X509_get0_pubkey(one.get());
        if (key == nullptr || !curveOf(const_cast<EVP_PKEY*>(key)))
            return fail(ErrorKind::Unsupported,
                QCoreApplication::translate("Certificate", "the certificate %1 has no key on the curve P-256 or P-384")
                    .arg(nameText(X509_get_subject_name(one.get()))));
        certificates.push_back(Certificate(std::shared_ptr<x509_st>(std::move(one))));
    }
    return certificates;
}

Result<Certificate> Certificate::parse(ByteView bytes)
{
    Result<std::vector<Certificate>> all = parseAll(bytes);
    if (!all)
        return tl::unexpected(all.error());
    if (all->size() != 1)
        return fail(ErrorKind::Syntax,
            QCoreApplication::translate("Certificate", "one certificate was expected, here are %1").arg(all->size()));
    return std::move(all->front());
}

Bytes Certificate::der() const
{
    unsigned char* bytes = nullptr;
    const int size = i2d_X509(m_certificate.get(), &bytes);
    const OpenSslMemory owned(bytes);
    return size > 0 ? Bytes(bytes, bytes + size) : Bytes{};
}

QString Certificate::subject() const
{
    return nameText(X509_get_subject_name(m_certificate.get()));
}

QString Certificate::issuer() const
{
    return nameText(X509_get_issuer_name(m_certificate.get()));
}

QString Certificate::commonName() const
{
    const X509_NAME* name = X509_get_subject_name(m_certificate.get());
    const int at = X509_NAME_get_index_by_NID(name, NID_commonName, -1);
    // With two of them it would be anybody's guess who is meant.
    if (at < 0 || X509_NAME_get_index_by_NID(name, NID_commonName, at) >= 0)
        return {};
    unsigned char* text = nullptr;
    const int size = ASN1_STRING_to_UTF8(&text, X509_NAME_ENTRY_get_data(X509_NAME_get_entry(name, at)));
    const OpenSslMemory owned(text);
    return size < 0 ? QString() : QString::fromUtf8(reinterpret_cast<const char*>(text), size);
}

QDateTime Certificate::notBefore() const
{
    return timeOf(X509_get0_notBefore(m_certificate.get()));
}

QDateTime Certificate::notAfter() const
{
    return timeOf(X509_get0_notAfter(m_certificate.get()));
}

EcPoint Certificate::publicKey() const
{
    return pointOf(X509_get0_pubkey(m_certificate.get()));
}

Result<void> checkChain(const Certificate& leaf, const std::vector<Certificate>& between,
    const std::vector<Certificate>& anchors, const QDateTime& time)
{
    const ErrorQueueGuard guard;
    const CertificateStoreHandle store(X509_STORE_new());
    const StoreContextHandle context(X509_STORE_CTX_new());
    const CertificateStackHandle untrusted = stackOf(between);
    for (const Certificate& anchor : anchors)
        X509_STORE_add_cert(store.get(), anchor.native());
    if (!store || !context || X509_STORE_CTX_init(context.get(), store.get(), leaf.native(), untrusted.get()) != 1)
        return fail(
            ErrorKind::Security, QCoreApplication::translate("Certificate", "the certificates cannot be checked"));
    X509_VERIFY_PARAM* param = X509_STORE_CTX_get0_param(context.get());
    X509_VERIFY_PARAM_set_time(param, static_cast<std::time_t>(time.toSecsSinceEpoch()));
    X509_VERIFY_PARAM_set_depth(param, kMaxPathLength);
    X509_VERIFY_PARAM_set_auth_level(param, kSecurityLevel);
    // An authority in the middle that is trusted by name ends the path.
    X509_VERIFY_PARAM_set_flags(param, X509_V_FLAG_PARTIAL_CHAIN);
    if (X509_verify_cert(context.get()) == 1)
        return checkUsage(leaf);
    X509* current = X509_STORE_CTX_get_current_cert(context.get());
    const auto all = [&] {
        std::vector<Certificate> certificates{leaf};
        certificates.insert(certificates.end(), between.begin(), between.end());
        certificates.insert(certificates.end(), anchors.begin(), anchors.end());
        return certificates;
    }();
    const auto blamed = std::find_if(all.begin(), all.end(),
        [current](const Certificate& one) { return current != nullptr && X509_cmp(one.native(), current) == 0; });
    return fail(ErrorKind::Security,
        chainProblem(X509_STORE_CTX_get_error(context.get()), blamed == all.end() ? leaf : *blamed));
}

} // namespace dmsc
