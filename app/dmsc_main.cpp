// SPDX-License-Identifier: Apache-2.0
#include "app/cli/arguments.h"
#include "app/cli/command_recorder.h"
#include "app/cli/receipt_files.h"

#include <QCoreApplication>

#include <cstdio>
#include <utility>

namespace {

void say(const QString& text)
{
    // One line, whatever the message holds.
    const QByteArray line = QStringLiteral("dmsc: %1\n").arg(text.simplified()).toUtf8();
    std::fwrite(line.constData(), 1, static_cast<std::size_t>(line.size()), stderr);
}

int trouble(const dmsc::Error& error)
{
    say(error.text());
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

} // namespace

int main(int argc, char** argv)
{
    const QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("dmsc"));
    auto invocation = dmsc::cli::readCommandLine(QCoreApplication::arguments().mid(1));
    if (!invocation)
        return trouble(invocation.error());
    if (!invocation->command)
        return print(invocation->text) ? 0 : static_cast<int>(dmsc::cli::Exit::Trouble);
    const auto answer = run(*invocation);
    if (!answer)
        return trouble(answer.error());
    if (!print(answer->output))
        return trouble({dmsc::ErrorKind::Io, QStringLiteral("standard output cannot be written"), {}});
    if (!answer->note.isEmpty())
        say(answer->note);
    return static_cast<int>(answer->exit);
}
