// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cardio/pcsc/waiting_sink.h"

#include <QString>

namespace dmsc::cli {

/// One line on standard error that does nothing to a terminal, whatever the text holds.
void announce(const QString& text);

/// Says what a command waits for, once until it has come.
[[nodiscard]] WaitingSink announceWaiting();

} // namespace dmsc::cli
