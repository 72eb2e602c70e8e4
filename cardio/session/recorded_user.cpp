// SPDX-License-Identifier: Apache-2.0
#include "cardio/session/recorded_user.h"

#include <utility>

namespace dmsc {

namespace {

/// The screen is the device's, whoever asks: the target says who.
Record screenRow(const QString& name, const PromptAsker& asker, const QString& text)
{
    Record record;
    record.layer = Layer::Ui;
    record.from = Actor::Device;
    record.to = Actor::User;
    record.name = name;
    record.target = asker.name;
    record.request = text.toUtf8();
    return record;
}

QString nameOf(PromptKind kind)
{
    switch (kind) {
    case PromptKind::Display:
        return QStringLiteral("PROMPT display");
    case PromptKind::Confirm:
        return QStringLiteral("PROMPT confirm");
    case PromptKind::TextInput:
        return QStringLiteral("PROMPT input");
    case PromptKind::SingleChoice:
        return QStringLiteral("PROMPT choice");
    case PromptKind::MultipleChoice:
        return QStringLiteral("PROMPT choices");
    }
    return {};
}

/// What was entered, else what the log says for it.
QByteArray answerBytes(const Prompt& prompt, const PromptAnswer& answer)
{
    const bool entered = prompt.kind == PromptKind::TextInput && answer.verdict == PromptAnswer::Verdict::Yes;
    return (entered ? answer.text : answerText(prompt, answer)).toUtf8();
}

} // namespace

PromptAnswer RecordedUser::ask(const Prompt& prompt)
{
    const auto begin = m_records.now();
    PromptAnswer answer = m_inner->ask(prompt);
    if (!m_records)
        return answer;
    Record record = screenRow(nameOf(prompt.kind), prompt.asker, prompt.text);
    record.status = answerText(prompt, answer);
    record.level = answer.verdict == PromptAnswer::Verdict::Yes ? StatusLevel::Ok : StatusLevel::Warning;
    record.response = answerBytes(prompt, answer);
    if (prompt.options.hidden && !record.response.isEmpty())
        record.secrets.push_back({RecordPart::Response, 0, static_cast<std::uint32_t>(record.response.size())});
    m_records.write(std::move(record), begin);
    return answer;
}

void RecordedUser::tell(const Notice& notice)
{
    m_inner->tell(notice);
    if (!m_records)
        return;
    Record record = screenRow(QStringLiteral("NOTICE"), notice.asker, notice.text);
    record.level = notice.kind == Notice::Kind::Warning ? StatusLevel::Warning : StatusLevel::Ok;
    m_records.write(std::move(record));
}

} // namespace dmsc
