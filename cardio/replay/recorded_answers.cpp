// SPDX-License-Identifier: Apache-2.0
#include "cardio/replay/recorded_answers.h"

#include "cardio/session/scripted_user.h"

#include <QRegularExpression>

#include <algorithm>
#include <array>

namespace dmsc {

namespace {

/// "chose 1, 3" in whatever language.
std::vector<int> numbersIn(const QString& text)
{
    static const QRegularExpression digits(QStringLiteral("[0-9]{1,4}"));
    std::vector<int> numbers;
    for (auto found = digits.globalMatch(text); found.hasNext();)
        numbers.push_back(found.next().captured().toInt());
    return numbers;
}

bool isChoice(const Prompt& prompt)
{
    return prompt.kind == PromptKind::SingleChoice || prompt.kind == PromptKind::MultipleChoice;
}

} // namespace

RecordedAnswers::RecordedAnswers(const Recording& recording)
{
    for (std::uint32_t i = 0; i < recording.store.size(); ++i) {
        const RecordView row = recording.store.at(RecordNo{i});
        if (row.layer == Layer::Ui && row.to == Actor::User && !row.status.isEmpty())
            m_answers.push_back(
                {QString::fromUtf8(row.request), QString::fromUtf8(row.status), QString::fromUtf8(row.response)});
    }
}

PromptAnswer RecordedAnswers::ask(const Prompt& prompt)
{
    using Verdict = PromptAnswer::Verdict;
    const auto then = std::ranges::find_if(
        m_answers, [&prompt](const Answered& one) { return !one.isUsed && one.question == prompt.text; });
    PromptAnswer yes = acceptAsItStands(prompt);
    if (then == m_answers.end())
        return yes;
    then->isUsed = true;
    for (const Verdict verdict : std::array{Verdict::No, Verdict::Cancelled, Verdict::TimedOut, Verdict::TooLarge}) {
        PromptAnswer answer;
        answer.verdict = verdict;
        if (answerText(prompt, answer) == then->status)
            return answer;
    }
    if (prompt.kind == PromptKind::TextInput)
        yes.text = then->entered;
    else if (isChoice(prompt))
        yes.chosen = numbersIn(then->status);
    return yes;
}

} // namespace dmsc
