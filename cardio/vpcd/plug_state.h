// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

#include <cstdint>

namespace dmsc {

/// How an emulated card stands with the virtual reader of vpcd. Waiting: nobody listens (pcscd is not running or has
/// no vpcd); it goes on trying. Taken: another card is in the slot.
struct PlugState
{
    enum class Phase : std::uint8_t { Pulled, Waiting, Taken, Plugged };
    Phase phase = Phase::Pulled;
    QString address; ///< "127.0.0.1:35963"
    QString text; ///< in words, with what to do
    bool isNotice = false; ///< the phase goes on; the text says what came over the card from outside
    friend bool operator==(const PlugState&, const PlugState&) = default;
};

} // namespace dmsc
