// SPDX-License-Identifier: Apache-2.0
#pragma once

// For .cpp files only: OpenSSL's objects as owned values.

#include "model/bytes.h"

#include <openssl/bio.h>
#include <openssl/bn.h>
#include <openssl/crypto.h>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/x509.h>
#include <openssl/x509_vfy.h>

#include <memory>

namespace dmsc {

template <auto Free> struct OpenSslFree
{
    template <class T> void operator()(T* object) const { Free(object); }
};

inline void freeCertificateStack(STACK_OF(X509) * stack)
{
    sk_X509_pop_free(stack, X509_free);
}
/// OPENSSL_free() is a macro.
inline void freeOpenSslMemory(void* memory)
{
    CRYPTO_free(memory, "", 0);
}

using BioHandle = std::unique_ptr<BIO, OpenSslFree<BIO_free>>;
using KeyHandle = std::unique_ptr<EVP_PKEY, OpenSslFree<EVP_PKEY_free>>;
using KeyContextHandle = std::unique_ptr<EVP_PKEY_CTX, OpenSslFree<EVP_PKEY_CTX_free>>;
using CertificateHandle = std::unique_ptr<X509, OpenSslFree<X509_free>>;
using CertificateStackHandle = std::unique_ptr<STACK_OF(X509), OpenSslFree<freeCertificateStack>>;
using CertificateStoreHandle = std::unique_ptr<X509_STORE, OpenSslFree<X509_STORE_free>>;
using StoreContextHandle = std::unique_ptr<X509_STORE_CTX, OpenSslFree<X509_STORE_CTX_free>>;
using OpenSslMemory = std::unique_ptr<unsigned char, OpenSslFree<freeOpenSslMemory>>;

/// Leaves the library's list of errors as it was.
class ErrorQueueGuard
{
public:
    ErrorQueueGuard() { ERR_set_mark(); }
    ~ErrorQueueGuard() { ERR_pop_to_mark(); }
    ErrorQueueGuard(const ErrorQueueGuard&) = delete;
    ErrorQueueGuard& operator=(const ErrorQueueGuard&) = delete;
};

[[nodiscard]] inline BioHandle readFrom(ByteView bytes)
{
    return BioHandle(BIO_new_mem_buf(bytes.data(), static_cast<int>(bytes.size())));
}

} // namespace dmsc
