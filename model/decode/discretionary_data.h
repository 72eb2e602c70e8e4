// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/decode/message_walk.h"

#include <QByteArray>
#include <QByteArrayView>

namespace dmsc {

/// What commands of odd instruction carry, and their answers, in the parts in which it comes: an offset data object
/// (54), if there is one, and the content of the file in a discretionary data object (53, 73); ISO 7816-4 11.3, 11.4.
/// Without such an object all is content.
class DiscretionaryData
{
public:
    /// Which of the next bytes are content of the file.
    [[nodiscard]] ByteSpan next(QByteArrayView fresh);
    [[nodiscard]] qsizetype offset() const { return m_offset; } ///< 0 where none is told

private:
    [[nodiscard]] bool passOffset();

    QByteArray m_head; ///< until the content begins
    qsizetype m_at = 0; ///< read up to here
    qsizetype m_offset = 0;
    bool m_isContent = false;
};

} // namespace dmsc
