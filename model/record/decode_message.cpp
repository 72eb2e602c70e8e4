// SPDX-License-Identifier: Apache-2.0
#include "model/record/decode_message.h"

#include <QCoreApplication>

namespace dmsc {

std::vector<Field> decodeMessage(QByteArrayView message, RecordPart part)
{
    return {{QCoreApplication::translate("Decode", "Message"), plainText(message, 4096),
        {part, 0, static_cast<std::uint32_t>(message.size())}, StatusLevel::None, {}}};
}

} // namespace dmsc
