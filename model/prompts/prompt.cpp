// SPDX-License-Identifier: Apache-2.0
#include "model/prompts/prompt.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QStringList>
#include <QUrlQuery>

#include <algorithm>
#include <string_view>

namespace dmsc {

namespace {

constexpr std::string_view kConfirm = "confirm";
constexpr std::string_view kDoNotConfirm = "do-not-confirm";

std::optional<int> numberOf(const QString& value)
{
    bool good = false;
    const int number = value.toInt(&good);
    return good && number >= 0 ? std::optional(number) : std::nullopt;
}

PromptOptions::Input inputOf(const QString& word)
{
    using Input = PromptOptions::Input;
    if (word == QLatin1String("N"))
        return Input::Number;
    if (word == QLatin1String("D"))
        return Input::Date;
    if (word == QLatin1String("T"))
        return Input::Time;
    if (word == QLatin1String("P"))
        return Input::Phone;
    return word == QLatin1String("I") ? Input::IpAddress : Input::Alphanumeric;
}

bool isDigit(QChar c)
{
    return c >= QLatin1Char('0') && c <= QLatin1Char('9');
}

bool isDigits(const QString& text)
{
    return !text.isEmpty() && std::all_of(text.begin(), text.end(), isDigit);
}

bool isIpAddress(const QString& text)
{
    const QStringList parts = text.split(QLatin1Char('.'));
    return parts.size() == 4 && std::all_of(parts.begin(), parts.end(), [](const QString& part) {
        return isDigits(part) && part.size() <= 3 && part.toInt() <= 255;
    });
}

bool isPhone(const QString& text)
{
    const QString digits = text.startsWith(QLatin1Char('+')) ? text.mid(1) : text;
    return std::all_of(
        digits.begin(), digits.end(), [](QChar c) { return isDigit(c) || QStringLiteral("*#pPwW").contains(c); });
}

} // namespace

bool isInput(PromptOptions::Input input, const QString& text)
{
    switch (input) {
    case PromptOptions::Input::Number:
        return isDigits(text);
    case PromptOptions::Input::Date:
        return text.size() == 8 && isDigits(text) && QDate::fromString(text, QStringLiteral("ddMMyyyy")).isValid();
    case PromptOptions::Input::Time:
        return text.size() == 6 && isDigits(text) && QTime::fromString(text, QStringLiteral("hhmmss")).isValid();
    case PromptOptions::Input::Phone:
        return isPhone(text);
    case PromptOptions::Input::IpAddress:
        return isIpAddress(text);
    case PromptOptions::Input::Alphanumeric:
        break;
    }
    return true;
}

std::string_view confirmWord(ConfirmMark mark)
{
    if (mark == ConfirmMark::Absent)
        return {};
    return mark == ConfirmMark::Confirm ? kConfirm : kDoNotConfirm;
}

ConfirmMark confirmMarkOf(std::string_view word)
{
    if (word == kConfirm)
        return ConfirmMark::Confirm;
    return word == kDoNotConfirm ? ConfirmMark::DoNotConfirm : ConfirmMark::Absent;
}

PromptOptions promptOptionsOf(std::string_view encoded)
{
    QString query = QString::fromUtf8(encoded.data(), qsizetype(encoded.size()));
    query.replace(QLatin1Char('+'), QLatin1String("%20"));
    PromptOptions options;
    for (const auto& [key, value] : QUrlQuery(query).queryItems(QUrl::FullyDecoded)) {
        if (key == QLatin1String("MINDT"))
            options.minDisplay = std::chrono::seconds(numberOf(value).value_or(0));
        else if (key == QLatin1String("MAXDT")) {
            if (const auto seconds = numberOf(value))
                options.maxDisplay = std::chrono::seconds(*seconds);
        } else if (key == QLatin1String("DR"))
            options.defaultResponse = value;
        else if (key == QLatin1String("MAXLEN"))
            options.maxLength = numberOf(value);
        else if (key == QLatin1String("IT"))
            options.input = inputOf(value);
        else if (key == QLatin1String("ET"))
            options.hidden = value == QLatin1String("P");
    }
    return options;
}

QString answerText(const Prompt& prompt, const PromptAnswer& answer)
{
    switch (answer.verdict) {
    case PromptAnswer::Verdict::No:
        return QCoreApplication::translate("Prompt", "no");
    case PromptAnswer::Verdict::Cancelled:
        return QCoreApplication::translate("Prompt", "cancelled");
    case PromptAnswer::Verdict::TimedOut:
        return QCoreApplication::translate("Prompt", "no answer in time");
    case PromptAnswer::Verdict::TooLarge:
        return QCoreApplication::translate("Prompt", "cannot be displayed");
    case PromptAnswer::Verdict::Yes:
        break;
    }
    if (prompt.kind == PromptKind::Display)
        return QCoreApplication::translate("Prompt", "seen");
    if (prompt.kind == PromptKind::TextInput)
        return QCoreApplication::translate("Prompt", "entered a text of length %1").arg(answer.text.size());
    if (prompt.kind == PromptKind::SingleChoice || prompt.kind == PromptKind::MultipleChoice) {
        QStringList numbers;
        for (const int number : answer.chosen)
            numbers += QString::number(number);
        return QCoreApplication::translate("Prompt", "chose %1").arg(numbers.join(QStringLiteral(", ")));
    }
    if (prompt.partial && answer.accepted.size() < prompt.changes.size())
        return QCoreApplication::translate("Prompt", "yes to %1 of %2")
            .arg(answer.accepted.size())
            .arg(prompt.changes.size());
    return QCoreApplication::translate("Prompt", "yes");
}

} // namespace dmsc
