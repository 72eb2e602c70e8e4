// SPDX-License-Identifier: Apache-2.0
#include "cardio/channel/demo_pki.h"
#include "cardio/receipt/receipt.h"

#include <cstdlib>

namespace {

using namespace dmsc;

const DemoPki& pki()
{
    static const DemoPki made = demoPki().value();
    return made;
}

} // namespace

/// First byte even: a transcript; odd: a CMS message.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    if (size < 1)
        return 0;
    const ByteView input(data + 1, size - 1);
    if ((data[0] & 1U) == 0) {
        const Result<Transcript> transcript = decodeTranscript(input);
        // What was read is written as the same meaning again.
        if (transcript && decodeTranscript(encode(*transcript)) != transcript)
            std::abort();
        return 0;
    }
    const QDateTime time({2026, 1, 1}, {0, 0}, Qt::UTC);
    (void)inspectReceipt(input, {pki().authority}, time);
    const Result<SignedContent> content = verify(input, {pki().authority}, time);
    if (content && content->signers.empty())
        std::abort();
    (void)addSignature(input, pki().card.key, {pki().card.certificate});
    return 0;
}
