// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/bytes.h"
#include "model/error.h"

#include <QString>

#include <optional>
#include <vector>

namespace dmsc {

/// What is in a reader. InUse: another program holds the card exclusively. Mute: a card that gives no ATR.
enum class ReaderStatus : std::uint8_t { Empty, Card, Mute, InUse, Unknown };

struct ReaderInfo
{
    QString name; ///< as pcscd says it
    ReaderStatus status = ReaderStatus::Unknown;
    Bytes atr; ///< empty without a card
    QString card; ///< what the ATR says about it, in words: "DM_SC card", "UICC (T=0, T=1, extended length)"
    friend bool operator==(const ReaderInfo&, const ReaderInfo&) = default;
};

/// The readers, or which of service, reader or right is missing and what to do about it.
struct ReaderList
{
    std::vector<ReaderInfo> readers;
    std::optional<Error> problem; ///< pcscd not running, no right to talk to it, no reader plugged in
    friend bool operator==(const ReaderList&, const ReaderList&) = default;
};

} // namespace dmsc
