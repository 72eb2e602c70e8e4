// SPDX-License-Identifier: Apache-2.0
#include "cardio/replay/recorded_card.h"

#include <QCoreApplication>

#include <algorithm>

namespace dmsc {

Result<Bytes> RecordedCard::transmit(ByteView command)
{
    const QByteArrayView wanted(command.data(), static_cast<qsizetype>(command.size()));
    for (std::uint32_t i = m_next; i < m_store->size(); ++i) {
        const RecordView row = m_store->at(RecordNo{i});
        if (row.layer != Layer::Apdu || row.from != Actor::Device || row.request != wanted)
            continue;
        m_next = i + 1;
        return Bytes(row.response.begin(), row.response.end());
    }
    return fail(ErrorKind::Io,
        QCoreApplication::translate("Replay", "the recorded card was not asked this, and cannot answer"));
}

} // namespace dmsc
