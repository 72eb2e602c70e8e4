// SPDX-License-Identifier: Apache-2.0
#include "cardio/files/pkcs15.h"

#include <cstdint>
#include <cstdlib>

using namespace dmsc;

/// Directories that were read are written so that they read back the same, and one length changes alone.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const ByteView bytes(data, size);
    if (const auto odf = pkcs15::readOdf(bytes)) {
        const auto again = pkcs15::readOdf(pkcs15::writeOdf(*odf));
        if (!again || *again != *odf)
            std::abort();
    }
    (void)pkcs15::readTokenInfo(bytes);
    const auto dodf = pkcs15::readDodf(bytes);
    if (!dodf)
        return 0;
    for (const pkcs15::DataObject& object : dodf->objects) {
        (void)object.name();
        (void)pkcs15::oidText(object.applicationOid);
        const auto changed = pkcs15::withObjectLength(bytes, object.entry, 0x1234);
        if (!changed)
            continue;
        const auto again = pkcs15::readDodf(*changed);
        if (changed->size() != size || !again || again->objects.size() != dodf->objects.size())
            std::abort();
    }
    return 0;
}
