// SPDX-License-Identifier: Apache-2.0
#include "cardio/channel/secret.h"

#include <QCoreApplication>

#include <openssl/crypto.h>

namespace dmsc {

void wipe(void* memory, std::size_t size)
{
    OPENSSL_cleanse(memory, size);
}

bool equalInConstantTime(ByteView left, ByteView right)
{
    return left.size() == right.size() && CRYPTO_memcmp(left.data(), right.data(), left.size()) == 0;
}

Result<AesKey> AesKey::from(ByteView bytes)
{
    if (bytes.size() != 16 && bytes.size() != 24 && bytes.size() != 32)
        return fail(ErrorKind::BadValue,
            QCoreApplication::translate("AesKey", "an AES key has 16, 24 or 32 bytes, not %1").arg(bytes.size()));
    return AesKey(SecretBytes(bytes.begin(), bytes.end()));
}

} // namespace dmsc
