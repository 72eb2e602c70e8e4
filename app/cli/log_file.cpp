// SPDX-License-Identifier: Apache-2.0
#include "app/cli/log_file.h"

#include <QCoreApplication>

namespace dmsc::cli {

Result<RecordFilter> filterOf(const QString& text)
{
    auto parsed = RecordFilter::parse(text);
    if (!parsed)
        return fail(ErrorKind::Syntax, parsed.error().text,
            QCoreApplication::translate("CommandLine", "--filter, character %1").arg(parsed.error().offset + 1));
    return *std::move(parsed);
}

Result<SelectedLog> openLog(const QString& path, const Arguments& arguments)
{
    auto recording = importRecording(path);
    if (!recording)
        return tl::unexpected(recording.error());
    const auto filter = filterOf(arguments.filter);
    if (!filter)
        return tl::unexpected(filter.error());
    SelectedLog log{*std::move(recording), {}};
    log.rows = select(log.recording, *filter);
    return log;
}

QString incompleteNote(const QString& path, const Recording& recording)
{
    return recording.incomplete.isEmpty() ? QString() : Error{ErrorKind::Damaged, recording.incomplete, path}.text();
}

Exit exitOf(const Recording& recording)
{
    return recording.incomplete.isEmpty() ? Exit::Same : Exit::Trouble;
}

Secrets secretsOf(const Arguments& arguments)
{
    return arguments.reveal ? Secrets::Shown : Secrets::Masked;
}

} // namespace dmsc::cli
