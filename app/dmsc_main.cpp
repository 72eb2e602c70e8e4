// SPDX-License-Identifier: Apache-2.0
#include "app/cli/arguments.h"

#include <QCoreApplication>

#include <cstdio>

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

} // namespace

int main(int argc, char** argv)
{
    const QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("dmsc"));
    const auto invocation = dmsc::cli::readCommandLine(QCoreApplication::arguments().mid(1));
    if (!invocation)
        return trouble(invocation.error());
    if (!invocation->command)
        return print(invocation->text) ? 0 : static_cast<int>(dmsc::cli::Exit::Trouble);
    const auto answer = invocation->command->run(invocation->arguments);
    if (!answer)
        return trouble(answer.error());
    if (!print(answer->output))
        return trouble({dmsc::ErrorKind::Io, QStringLiteral("standard output cannot be written"), {}});
    if (!answer->note.isEmpty())
        say(answer->note);
    return static_cast<int>(answer->exit);
}
