// SPDX-License-Identifier: Apache-2.0
#include "model/decode/command_targets.h"

#include "model/decode/apdu_frame.h"

namespace dmsc {

void CommandTargets::name(Record& record)
{
    if (!isApduPair(record.layer, record.status.toLatin1()) || record.request.size() < kApduHeader) {
        return;
    }
    const std::uint8_t cla = byteOrZero(record.request, 0);
    if (record.layer == Layer::Apdu && secureMessaging(cla) != SecureMessaging::None) {
        return;
    }
    Host& host = m_hosts[{record.layer, record.from, record.to}];
    if (byteOrZero(record.request, 1) != kGetResponse) {
        const auto meant = host.files.meantBy(record.request);
        host.last = meant ? meant->text() : QString();
        host.files.follow(record.request, record.response);
    }
    if (record.target.isEmpty()) {
        record.target = host.last;
    }
}

} // namespace dmsc
