// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/error.h"

#include <QString>

namespace dmsc {

/// What pcsc-lite's functions return; LONG of its pcsclite.h.
using PcscCode = long;

/// Which thing is missing or in the way. Service: pcscd is not running or went away (three codes say so); Reader: not
/// plugged in or unplugged; Card: none, pulled, mute; Reset: another program reset it; Sharing: another program has it
/// for itself.
enum class PcscTrouble : std::uint8_t { None, Service, Right, Reader, Card, Reset, Sharing, Cancelled, Timeout, Other };

[[nodiscard]] PcscTrouble troubleOf(PcscCode code);

/// What is wrong and what to do about it; `where` is the reader, empty when it is about none.
[[nodiscard]] Error pcscError(PcscCode code, const QString& where);

/// The service is there and answers nothing: pcsc-lite has no code for that, it waits for ever.
[[nodiscard]] Error silentService();

} // namespace dmsc
