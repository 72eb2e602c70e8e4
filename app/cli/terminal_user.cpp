// SPDX-License-Identifier: Apache-2.0
#include "app/cli/terminal_user.h"

#include "cardio/session/scripted_user.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <cstdio>
#include <string>

#include <poll.h>
#include <unistd.h>

namespace dmsc::cli {

namespace {

constexpr std::size_t kMaxLine = 4096;

void sayLine(const QString& line)
{
    const QByteArray bytes = line.toUtf8() + '\n';
    std::fwrite(bytes.constData(), 1, static_cast<std::size_t>(bytes.size()), stderr);
}

void describe(const Prompt& prompt)
{
    sayLine(prompt.asker.verified
            ? QCoreApplication::translate("CommandLine", "%1 (proved by %2) asks:")
                  .arg(prompt.asker.name, prompt.asker.proof)
            : QCoreApplication::translate("CommandLine", "%1 (not proved) asks:").arg(prompt.asker.name));
    sayLine(prompt.text);
    if (!prompt.why.isEmpty())
        sayLine(prompt.why);
    for (const PromptChange& change : prompt.changes)
        sayLine(QStringLiteral("  %1 %2").arg(change.kind == PromptChange::Kind::Add ? QLatin1String("+")
                : change.kind == PromptChange::Kind::Delete                          ? QLatin1String("-")
                                                                                     : QLatin1String("#"),
            QString::fromStdString(change.uri)));
    for (std::size_t i = 0; i < prompt.choices.size(); ++i)
        sayLine(QStringLiteral("  %1. %2").arg(i + 1).arg(prompt.choices[i]));
}

/// A line of standard input; nullopt at its end or when `limit` has passed.
std::optional<QString> readLine(const std::optional<std::chrono::seconds>& limit)
{
    std::string line;
    const auto due = std::chrono::steady_clock::now() + limit.value_or(std::chrono::seconds(0));
    while (line.size() < kMaxLine) {
        using std::chrono::milliseconds;
        const auto left =
            limit ? std::chrono::duration_cast<milliseconds>(due - std::chrono::steady_clock::now()) : milliseconds(-1);
        pollfd input{STDIN_FILENO, POLLIN, 0};
        if ((limit && left.count() <= 0) || poll(&input, 1, static_cast<int>(left.count())) <= 0)
            return std::nullopt;
        char one = 0;
        if (read(STDIN_FILENO, &one, 1) != 1)
            return line.empty() ? std::nullopt : std::optional(QString::fromStdString(line));
        if (one == '\n')
            return QString::fromStdString(line);
        line += one;
    }
    return std::nullopt;
}

bool isYes(const QString& line)
{
    const QString yes = QCoreApplication::translate("CommandLine", "yes");
    return line.compare(yes, Qt::CaseInsensitive) == 0 || line.compare(yes.left(1), Qt::CaseInsensitive) == 0;
}

PromptAnswer answerOf(const Prompt& prompt, const QString& line)
{
    PromptAnswer answer;
    answer.verdict = PromptAnswer::Verdict::Yes;
    switch (prompt.kind) {
    case PromptKind::Display:
        break;
    case PromptKind::Confirm:
        answer = isYes(line) ? acceptAsItStands(prompt) : PromptAnswer{};
        break;
    case PromptKind::TextInput:
        answer.text = prompt.options.maxLength ? line.left(*prompt.options.maxLength) : line;
        break;
    case PromptKind::SingleChoice:
    case PromptKind::MultipleChoice:
        for (const QString& word : line.split(QLatin1Char(' '), Qt::SkipEmptyParts))
            if (const int number = word.toInt(); number >= 1 && number <= static_cast<int>(prompt.choices.size()))
                answer.chosen.push_back(number);
        if (answer.chosen.empty())
            answer.verdict = PromptAnswer::Verdict::Cancelled;
        else if (prompt.kind == PromptKind::SingleChoice)
            answer.chosen.resize(1);
        break;
    }
    return answer;
}

} // namespace

PromptAnswer TerminalUser::ask(const Prompt& prompt)
{
    describe(prompt);
    if (prompt.kind == PromptKind::Confirm)
        sayLine(QCoreApplication::translate("CommandLine", "yes or no? [no]"));
    else if (!prompt.choices.empty())
        sayLine(QCoreApplication::translate("CommandLine", "a number?"));
    const auto line = readLine(prompt.options.maxDisplay);
    if (line)
        return answerOf(prompt, line->trimmed());
    const bool late = prompt.options.maxDisplay.has_value();
    return {late ? PromptAnswer::Verdict::TimedOut : PromptAnswer::Verdict::Cancelled, {}, {}, {}};
}

void TerminalUser::tell(const Notice& notice)
{
    sayLine(notice.text);
}

Result<std::unique_ptr<UserAgent>> userFor(const QString& answer)
{
    const bool ask = answer == QLatin1String("ask") || (answer.isEmpty() && isatty(STDIN_FILENO) != 0);
    if (ask)
        return std::make_unique<TerminalUser>();
    const bool file = !answer.isEmpty() && answer != QLatin1String("yes") && answer != QLatin1String("no");
    if (file && !QFileInfo::exists(answer))
        return fail(ErrorKind::BadValue,
            QCoreApplication::translate("CommandLine", "--answer is yes, no, ask or a file with answers"), answer);
    auto scripted = ScriptedUser::make(answer.isEmpty() ? QStringLiteral("no") : answer);
    if (!scripted)
        return tl::unexpected(scripted.error());
    return std::unique_ptr<UserAgent>(std::move(*scripted));
}

} // namespace dmsc::cli
