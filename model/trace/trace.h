// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/error.h"
#include "model/recording/recording.h"
#include "model/trace/record_json.h"
#include "model/trace/trace_progress.h"

#include <QString>
#include <QStringList>

#include <optional>

namespace dmsc {

/// What a recording can be written as.
enum class TraceFormat : std::uint8_t {
    Recording, ///< .dmsclog, our own (model/recording)
    Json, ///< .json, record_json.h
    Pcap, ///< .pcap, GSMTAP: one packet per command and response, as they went over the wire
    Html, ///< .html, one page to read: ladder, rows, fields, what was changed
    Text, ///< .txt, .log: a paragraph a row
    Scriptor, ///< .apdu: the commands as scriptor(1) takes them
    Messages, ///< a folder: each DM message as a file of its own
};

/// By the suffix; Messages where the path names a folder or ends in a slash.
[[nodiscard]] std::optional<TraceFormat> traceFormatOf(const QString& path);

/// Writes the rows to `path`, whole or not at all. Secrets are dots unless `secrets` says otherwise. NotFound error
/// where there are rows and the format has none of them.
[[nodiscard]] Result<void> exportRecording(const Recording& recording, const RecordSelection& rows, TraceFormat format,
    const QString& path, Secrets secrets, const TraceProgress& progress = {});

/// Exists error where writing to `path` would replace one of the files that are read, by whatever name: what an export
/// leaves out would be lost.
[[nodiscard]] Result<void> checkKeeps(const QStringList& read, const QString& path);

/// Reads what this or another program recorded, whatever it is, by its content: our own, our JSON, pcap with GSMTAP,
/// APDU logs as text (pcscd -a, opensc, pySim-trace, our own), SyncML in XML or WBXML, SyncMLViewer's saves.
[[nodiscard]] Result<Recording> importRecording(const QString& path, const TraceProgress& progress = {});

} // namespace dmsc
