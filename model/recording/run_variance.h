// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/record/record_store.h"

#include <QString>

#include <cstdint>
#include <vector>

namespace dmsc {

/// Why bytes differ from run to run although the same was asked and answered.
enum class Variance : std::uint8_t {
    Challenge, ///< what a side drew at random
    Cryptogram, ///< proves a key, over challenges
    Secured, ///< protected by the keys of one session
    Signature,
    Cred, ///< Cred of a DM message, over a nonce
    Nonce,
    Number, ///< SessionID, MsgID and references to it
    Time,
};

/// In the user's language: "drawn at random each time".
[[nodiscard]] QString varianceText(Variance variance);

/// Bytes of a row that differ from run to run by nature.
struct VaryingRange
{
    ByteRange bytes;
    Variance variance = Variance::Challenge;
};

/// All of them, in the order of the bytes, each byte at most once. `lead`: the command whose answer a GET RESPONSE
/// fetches; null where the row stands alone. Handshakes (SCP03, SCP11), secured commands, receipts; of DM messages
/// SessionID, MsgID, MsgRef, Cred, NextNonce and TStamp, in XML and WBXML.
[[nodiscard]] std::vector<VaryingRange> varyingRanges(const RecordView& row, const RecordView* lead = nullptr);

/// Whether the row fetches a part of an answer (GET RESPONSE).
[[nodiscard]] bool fetchesAnswer(const RecordView& row);
/// Whether the row is a DM message, or carries one.
[[nodiscard]] bool isDmMessage(const RecordView& row);

} // namespace dmsc
