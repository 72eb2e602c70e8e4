// SPDX-License-Identifier: Apache-2.0
#include "cardio/channel/certificate.h"
#include "cardio/channel/scp11_protocol.h"

#include <cstdlib>

using namespace dmsc;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const ByteView input(data, size);
    const Result<std::vector<Certificate>> all = Certificate::parseAll(input);
    if (all) {
        const Certificate& first = all->front();
        (void)first.subject();
        (void)first.issuer();
        (void)first.commonName();
        (void)first.notBefore();
        (void)first.notAfter();
        if (first.publicKey().bytes.empty())
            std::abort();
        (void)checkChain(first, *all, *all, QDateTime({2026, 1, 1}, {0, 0}, Qt::UTC));
        // Written out it is a certificate again.
        if (!Certificate::parse(first.der()))
            std::abort();
    }
    if (const Result<PrivateKey> key = PrivateKey::parse(input); key && !key->der())
        std::abort();
    (void)scp11::parseStore(input);
    (void)scp11::parseRequest(input);
    (void)scp11::parseAnswer(input);
    return 0;
}
