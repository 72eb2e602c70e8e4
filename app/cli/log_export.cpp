// SPDX-License-Identifier: Apache-2.0
// dmsc log export: a log, or what a filter leaves of it, in another format.
#include "app/cli/log_file.h"

#include <QCoreApplication>

#include <array>

namespace dmsc::cli {

namespace {

Result<TraceFormat> formatOf(const QString& path, const Arguments& arguments)
{
    const std::array<std::pair<bool, TraceFormat>, 4> options{{{arguments.json, TraceFormat::Json},
        {arguments.pcap, TraceFormat::Pcap}, {arguments.html, TraceFormat::Html}, {arguments.text, TraceFormat::Text}}};
    std::optional<TraceFormat> format;
    for (const auto& [isGiven, named] : options) {
        if (isGiven && format)
            return fail(ErrorKind::BadValue,
                QCoreApplication::translate("CommandLine", "--pcap, --html, --json and --text exclude each other"));
        if (isGiven)
            format = named;
    }
    if (!format)
        format = traceFormatOf(path);
    if (!format)
        return fail(ErrorKind::Unsupported,
            QCoreApplication::translate("CommandLine",
                "the suffix names the format; expected .dmsclog, .pcap, .html, .json, .txt, .apdu, or DIR/ for "
                "messages"),
            path);
    return *format;
}

} // namespace

Result<Answer> exportLog(const Arguments& arguments)
{
    const QString& path = arguments.positional[1];
    const auto format = formatOf(path, arguments);
    if (!format)
        return tl::unexpected(format.error());
    if (auto kept = checkKeeps({arguments.positional[0]}, path); !kept)
        return tl::unexpected(kept.error());
    const auto log = openLog(arguments.positional[0], arguments);
    if (!log)
        return tl::unexpected(log.error());
    if (auto written = exportRecording(log->recording, log->rows, *format, path, secretsOf(arguments)); !written)
        return tl::unexpected(written.error());
    return Answer{{}, exitOf(log->recording), incompleteNote(arguments.positional[0], log->recording)};
}

} // namespace dmsc::cli
