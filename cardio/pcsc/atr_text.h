// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/bytes.h"

#include <QString>

#include <vector>

namespace dmsc {

/// What an answer to reset says, ISO/IEC 7816-3 8.2, ISO/IEC 7816-4 8.1.1 and ETSI TS 102 221 6.3.
struct AtrFacts
{
    bool complete = false; ///< all bytes that it announces are there, its check byte (TCK) agrees
    bool inverse = false; ///< TS 3F
    std::vector<int> protocols; ///< T= of TD1 and on, in their order, without 15; T=0 where none is said
    bool uicc = false; ///< what it says for all protocols (T=15), and of an EF.DIR, is what a UICC says
    bool extendedLength = false; ///< card capabilities
    bool chaining = false;
    Bytes historical;
    friend bool operator==(const AtrFacts&, const AtrFacts&) = default;
};

[[nodiscard]] AtrFacts readAtr(ByteView atr);

/// "DM_SC card (T=0, T=1, extended length)", "UICC (T=0)", "card (T=1)"; empty without an ATR.
[[nodiscard]] QString describeAtr(ByteView atr);

} // namespace dmsc
