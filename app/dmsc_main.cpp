// SPDX-License-Identifier: Apache-2.0
#include "app/cli/arguments.h"
#include "app/cli/command_recorder.h"
#include "app/cli/receipt_files.h"
#include "app/cli/standard_error.h"

#include <QCoreApplication>
#include <QTranslator>

#include <cstdio>
#include <new>
#include <utility>

namespace {

int trouble(const dmsc::Error& error)
{
    dmsc::cli::announce(error.text());
    return static_cast<int>(dmsc::cli::Exit::Trouble);
}

bool print(const std::string& text)
{
    return std::fwrite(text.data(), 1, text.size(), stdout) == text.size() && std::fflush(stdout) == 0;
}

/// Runs a command, with its sessions' receipts where --receipt wants them: they have ended with it.
dmsc::Result<dmsc::cli::Answer> runWithReceipts(dmsc::cli::Invocation& invocation)
{
    dmsc::cli::Arguments& arguments = invocation.arguments;
    if (arguments.receipt.isEmpty())
        return invocation.command->run(arguments);
    arguments.receipts = std::make_shared<dmsc::cli::ReceiptFiles>(arguments.receipt);
    auto answer = invocation.command->run(arguments);
    if (const auto kept = arguments.receipts->finish(); answer && answer->exit != dmsc::cli::Exit::Trouble && !kept) {
        answer->exit = dmsc::cli::Exit::Trouble;
        answer->note = kept.error().text();
    }
    return answer;
}

/// The same, recorded where --record wants that.
dmsc::Result<dmsc::cli::Answer> run(dmsc::cli::Invocation& invocation)
{
    dmsc::cli::Arguments& arguments = invocation.arguments;
    if (arguments.record.isEmpty())
        return runWithReceipts(invocation);
    auto recorder = dmsc::cli::CommandRecorder::start(arguments.record);
    if (!recorder)
        return tl::unexpected(recorder.error());
    arguments.recorder = *std::move(recorder);
    auto answer = runWithReceipts(invocation);
    if (const auto kept = arguments.recorder->finish(); answer && !kept) {
        answer->exit = dmsc::cli::Exit::Trouble;
        answer->note = kept.error().text();
    }
    return answer;
}

/// What is larger than the machine's memory is trouble like any other.
dmsc::Result<dmsc::cli::Answer> runInMemory(dmsc::cli::Invocation& invocation)
{
    try {
        return run(invocation);
    } catch (const std::bad_alloc&) {
        return dmsc::fail(
            dmsc::ErrorKind::Limit, QCoreApplication::translate("CommandLine", "there is not enough memory for this"));
    }
}

} // namespace

int main(int argc, char** argv)
{
    const QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("dmsc"));
    QTranslator plurals; // the shell speaks English
    if (plurals.load(QStringLiteral(":/i18n/dmsc_en.qm")))
        QCoreApplication::installTranslator(&plurals);
    auto invocation = dmsc::cli::readCommandLine(QCoreApplication::arguments().mid(1));
    if (!invocation)
        return trouble(invocation.error());
    if (!invocation->command)
        return print(invocation->text) ? 0 : static_cast<int>(dmsc::cli::Exit::Trouble);
    const auto answer = runInMemory(*invocation);
    if (!answer)
        return trouble(answer.error());
    if (!print(answer->output))
        return trouble({dmsc::ErrorKind::Io, QStringLiteral("standard output cannot be written"), {}});
    if (!answer->note.isEmpty())
        dmsc::cli::announce(answer->note);
    return static_cast<int>(answer->exit);
}
