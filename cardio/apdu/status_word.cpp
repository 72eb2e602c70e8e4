// SPDX-License-Identifier: Apache-2.0
#include "cardio/apdu/status_word.h"

#include "model/decode/apdu_names.h"

namespace dmsc {

QString describe(StatusWord sw)
{
    return QStringLiteral("%1: %2").arg(statusWordHex(value(sw)), statusWordText(value(sw)));
}

} // namespace dmsc
