// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/error.h"
#include "model/recording/recording.h"
#include "model/trace/trace_progress.h"

#include <QByteArrayView>

namespace dmsc {

/// DM messages in XML, one after the other with anything between them; comments that hold a date and a time, as
/// SyncMLViewer writes them, say when the next one was seen. A message that cannot be read is a row, too.
[[nodiscard]] Result<Recording> readXmlMessages(QByteArrayView text, const TraceProgress& progress = {});
/// One DM message in WBXML.
[[nodiscard]] Result<Recording> readWbxmlMessage(QByteArrayView message);

} // namespace dmsc
