// SPDX-License-Identifier: Apache-2.0
#include "cardio/replay/recorded_firmware.h"

#include "cardio/handset/demo_content.h"

#include <QCoreApplication>

#include <algorithm>

namespace dmsc {

void RecordedFirmware::addTo(HandsetParts& parts)
{
    if (m_codes.empty())
        return;
    parts.verifier = this;
    parts.download = [this](const FirmwareSource&) { return fetch(); };
    // What is not approved is deleted at once by a device that answers 404, and asked about by others.
    parts.settings.rejectUnapproved = std::ranges::find(m_codes, kNotApproved) != m_codes.end();
}

Result<FirmwareDownload> RecordedFirmware::fetch()
{
    if (m_next < m_codes.size() && m_codes[m_next] != kDownloadFailedCode)
        return demoFirmware();
    ++m_next;
    return fail(ErrorKind::NotFound, QCoreApplication::translate("Replay", "it could not be fetched then either"));
}

Result<bool> RecordedFirmware::verifySignature(std::uint8_t /*key*/, ByteView /*hash*/, ByteView /*signature*/)
{
    return m_next < m_codes.size() && m_codes[m_next++] == kFirmwareOk;
}

} // namespace dmsc
