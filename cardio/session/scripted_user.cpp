// SPDX-License-Identifier: Apache-2.0
#include "cardio/session/scripted_user.h"

#include "model/byte_array.h"
#include "model/files/input_file.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QStringList>

#include <numeric>

namespace dmsc {

using Verdict = PromptAnswer::Verdict;

namespace {

constexpr qint64 kMaxFile = qint64{1} << 20;

std::optional<Verdict> verdictOf(const QString& word)
{
    if (word == QLatin1String("yes"))
        return Verdict::Yes;
    if (word == QLatin1String("no"))
        return Verdict::No;
    if (word == QLatin1String("cancel"))
        return Verdict::Cancelled;
    if (word == QLatin1String("timeout"))
        return Verdict::TimedOut;
    return word == QLatin1String("too-large") ? std::optional(Verdict::TooLarge) : std::nullopt;
}

Result<ScriptedAnswer> answerOf(const QJsonValue& value, qsizetype place)
{
    const QJsonObject object = value.toObject();
    const auto verdict = verdictOf(object.value(QLatin1String("verdict")).toString());
    if (!verdict)
        return fail(ErrorKind::BadValue,
            QCoreApplication::translate(
                "ScriptedUser", "answer %1 has no verdict yes, no, cancel, timeout or too-large")
                .arg(place + 1));
    ScriptedAnswer scripted;
    scripted.saysText = object.contains(QLatin1String("text"));
    scripted.saysChosen = object.contains(QLatin1String("chosen"));
    scripted.saysAccepted = object.contains(QLatin1String("accepted"));
    PromptAnswer& answer = scripted.answer;
    answer.verdict = *verdict;
    answer.text = object.value(QLatin1String("text")).toString();
    for (const auto& one : object.value(QLatin1String("chosen")).toArray())
        answer.chosen.push_back(one.toInt());
    for (const auto& one : object.value(QLatin1String("accepted")).toArray())
        if (one.toInt(-1) >= 0)
            answer.accepted.push_back(static_cast<std::size_t>(one.toInt()));
    return scripted;
}

/// Yes without more is yes to what is offered, as it stands.
PromptAnswer completed(const ScriptedAnswer& scripted, const Prompt& prompt)
{
    PromptAnswer answer = scripted.answer;
    if (answer.verdict != Verdict::Yes)
        return answer;
    PromptAnswer offered = acceptAsItStands(prompt);
    if (!scripted.saysText)
        answer.text = std::move(offered.text);
    if (!scripted.saysChosen)
        answer.chosen = std::move(offered.chosen);
    if (!scripted.saysAccepted)
        answer.accepted = std::move(offered.accepted);
    return answer;
}

} // namespace

Result<std::vector<ScriptedAnswer>> readAnswers(ByteView json)
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(toByteArray(json), &error);
    if (!document.isArray())
        return fail(ErrorKind::Syntax,
            QCoreApplication::translate("ScriptedUser", "a JSON list of answers is expected"),
            error.error == QJsonParseError::NoError ? QString() : error.errorString());
    std::vector<ScriptedAnswer> answers;
    const QJsonArray list = document.array();
    for (qsizetype i = 0; i < list.size(); ++i) {
        auto answer = answerOf(list[i], i);
        if (!answer)
            return tl::unexpected(answer.error());
        answers.push_back(*std::move(answer));
    }
    return answers;
}

PromptAnswer acceptAsItStands(const Prompt& prompt)
{
    PromptAnswer answer;
    answer.verdict = Verdict::Yes;
    const QString& given = prompt.options.defaultResponse;
    if (prompt.kind == PromptKind::TextInput)
        answer.text = given;
    if (prompt.kind == PromptKind::SingleChoice || prompt.kind == PromptKind::MultipleChoice)
        for (const QString& word : given.split(QLatin1Char('-'), Qt::SkipEmptyParts))
            if (const int number = word.toInt(); number >= 1 && number <= static_cast<int>(prompt.choices.size()))
                answer.chosen.push_back(number);
    if (prompt.kind == PromptKind::SingleChoice && answer.chosen.empty())
        answer.chosen = {1};
    if (prompt.partial) {
        answer.accepted.resize(prompt.changes.size());
        std::iota(answer.accepted.begin(), answer.accepted.end(), std::size_t{0});
    }
    return answer;
}

Result<std::unique_ptr<ScriptedUser>> ScriptedUser::make(const QString& answers)
{
    if (answers == QLatin1String("yes"))
        return std::make_unique<ScriptedUser>(Verdict::Yes);
    if (answers == QLatin1String("no"))
        return std::make_unique<ScriptedUser>(Verdict::No);
    const auto json = readWholeFile(
        answers, kMaxFile, QCoreApplication::translate("ScriptedUser", "a file of answers has at most 1 MiB"));
    if (!json)
        return tl::unexpected(json.error());
    auto list = readAnswers(viewOf(*json));
    if (!list)
        return at(list.error(), answers);
    return playing(*std::move(list));
}

ScriptedUser::ScriptedUser(const std::vector<PromptAnswer>& answers)
{
    m_answers.reserve(answers.size());
    for (const PromptAnswer& answer : answers)
        m_answers.push_back({answer, true, true, true});
}

std::unique_ptr<ScriptedUser> ScriptedUser::playing(std::vector<ScriptedAnswer> script)
{
    auto user = std::make_unique<ScriptedUser>(Verdict::Cancelled);
    user->m_answers = std::move(script);
    return user;
}

PromptAnswer ScriptedUser::ask(const Prompt& prompt)
{
    const std::lock_guard lock(m_mutex);
    m_asked.push_back(prompt);
    if (m_next < m_answers.size())
        return completed(m_answers[m_next++], prompt);
    if (m_always == Verdict::Yes)
        return acceptAsItStands(prompt);
    PromptAnswer answer;
    answer.verdict = m_always;
    return answer;
}

void ScriptedUser::tell(const Notice& notice)
{
    const std::lock_guard lock(m_mutex);
    m_told.push_back(notice);
}

std::vector<Prompt> ScriptedUser::asked() const
{
    const std::lock_guard lock(m_mutex);
    return m_asked;
}

std::vector<Notice> ScriptedUser::told() const
{
    const std::lock_guard lock(m_mutex);
    return m_told;
}

} // namespace dmsc
