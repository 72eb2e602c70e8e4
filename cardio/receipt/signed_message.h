// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cardio/channel/certificate.h"

#include <vector>

namespace dmsc {

/// One signature of a CMS SignedData.
struct FoundSignature
{
    Certificate certificate;
    bool holds = false; ///< over the content, with the certificate's key
    Result<void> trusted; ///< the certificate leads to an anchor and is meant for signatures
};

struct SignedMessage
{
    Bytes content;
    std::vector<FoundSignature> signatures;
};

/// Reads a SignedData and judges each signature by itself. Syntax error for anything else, and for a signature without
/// its certificate; Limit over 16 MiB or 16 certificates.
[[nodiscard]] Result<SignedMessage> readSigned(
    ByteView cms, const std::vector<Certificate>& anchors, const QDateTime& time);

} // namespace dmsc
