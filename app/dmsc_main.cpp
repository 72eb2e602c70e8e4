// SPDX-License-Identifier: Apache-2.0
#include "app/cli/arguments.h"
#include "app/cli/command_recorder.h"
#include "app/cli/text.h"

#include <QCoreApplication>

#include <cstdio>
#include <new>
#include <utility>

namespace {

void say(const QString& text)
{
    // One line that does nothing to a terminal, whatever the message holds.
    const QByteArray shown = QByteArray::fromStdString(dmsc::cli::shownName(text.simplified().toStdString()));
    const QByteArray line = "dmsc: " + shown + '\n';
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

/// Runs a command, recorded where --record wants that.
dmsc::Result<dmsc::cli::Answer> run(dmsc::cli::Invocation& invocation)
{
    dmsc::cli::Arguments& arguments = invocation.arguments;
    if (arguments.record.isEmpty())
        return invocation.command->run(arguments);
    auto recorder = dmsc::cli::CommandRecorder::start(arguments.record);
    if (!recorder)
        return tl::unexpected(recorder.error());
    arguments.recorder = *std::move(recorder);
    auto answer = invocation.command->run(arguments);
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
        say(answer->note);
    return static_cast<int>(answer->exit);
}
