// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/bytes.h"

namespace dmsc {

/// Historical bytes of an answer to reset (ISO/IEC 7816-3 8.2), a view into `atr`; empty when there are none or the
/// ATR is malformed.
[[nodiscard]] ByteView historicalBytes(ByteView atr);

/// The card capabilities (compact TLV 73) say "extended Lc and Le fields", ISO/IEC 7816-4 8.1.1.2.7 table 3.
[[nodiscard]] bool announcesExtendedLength(ByteView atr);

/// The ATR of our emulated card: T=0 and T=1 and what a UICC adds (ETSI TS 102 221 6.3); card capabilities with
/// logical channels, command chaining and extended length.
[[nodiscard]] Bytes emulatedCardAtr();
/// The same for one without the DM_SC application, whose name it leaves out.
[[nodiscard]] Bytes plainUiccAtr();

} // namespace dmsc
