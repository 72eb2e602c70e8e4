// SPDX-License-Identifier: Apache-2.0
#include "cardio/toolkit/toolkit_prompt.h"

#include "model/uicc/toolkit_text.h"

#include <QCoreApplication>

#include <algorithm>

namespace dmsc {

namespace {

constexpr std::uint8_t kNoLimit = 0xFF;
constexpr std::chrono::seconds kShown{10}; // a text that goes by itself
constexpr std::chrono::seconds kPollInterval{30};

bool has(const ProactiveCommand& command, std::uint8_t bit)
{
    return (command.qualifier & bit) != 0;
}

TerminalResponse responseFor(const ProactiveCommand& command, ToolkitResult result)
{
    TerminalResponse response;
    response.number = command.number;
    response.type = command.type;
    response.qualifier = command.qualifier;
    response.result = result;
    return response;
}

std::chrono::seconds wholeSeconds(std::chrono::milliseconds duration)
{
    return std::max(std::chrono::seconds(1), std::chrono::ceil<std::chrono::seconds>(duration));
}

int mostCharacters(const ProactiveCommand& command)
{
    if (command.type == ProactiveType::GetInkey)
        return 1;
    // What a response can carry, a byte or two a character.
    constexpr int kRoom = 230;
    const int room = has(command, ProactiveCommand::kUcs2) ? kRoom / 2 : kRoom;
    return command.maxLength == kNoLimit ? room : std::min<int>(room, command.maxLength);
}

void askText(const ProactiveCommand& command, Prompt& prompt)
{
    prompt.kind = PromptKind::TextInput;
    prompt.options.maxLength = mostCharacters(command);
    if (!has(command, ProactiveCommand::kAlphabet))
        prompt.options.input = PromptOptions::Input::Phone; // digits, *, # and +
    prompt.options.hidden = command.type == ProactiveType::GetInput && has(command, ProactiveCommand::kHidden);
    prompt.options.defaultResponse = command.defaultText;
}

void askItem(const ProactiveCommand& command, Prompt& prompt)
{
    prompt.kind = PromptKind::SingleChoice;
    prompt.text = command.title;
    for (const ToolkitItem& item : command.items)
        prompt.choices.push_back(item.text);
    const auto chosen = std::find_if(command.items.begin(), command.items.end(),
        [&](const ToolkitItem& item) { return command.defaultItem == item.id; });
    if (chosen != command.items.end())
        prompt.options.defaultResponse = QString::number(chosen - command.items.begin() + 1);
}

ToolkitResult refusal(const ProactiveCommand& command, PromptAnswer::Verdict verdict)
{
    switch (verdict) {
    case PromptAnswer::Verdict::No:
        return command.type == ProactiveType::DisplayText ? ToolkitResult::NotAccepted : ToolkitResult::BackwardMove;
    case PromptAnswer::Verdict::TimedOut:
        return ToolkitResult::NoAnswer;
    case PromptAnswer::Verdict::TooLarge:
        return ToolkitResult::BeyondCapabilities;
    case PromptAnswer::Verdict::Cancelled:
    case PromptAnswer::Verdict::Yes:
        break;
    }
    return ToolkitResult::EndedByUser;
}

void answerItem(const ProactiveCommand& command, const PromptAnswer& answer, TerminalResponse& response)
{
    const int place = answer.chosen.size() == 1 ? answer.chosen.front() : 0;
    if (place < 1 || static_cast<std::size_t>(place) > command.items.size())
        response.result = ToolkitResult::EndedByUser;
    else
        response.item = command.items[static_cast<std::size_t>(place - 1)].id;
}

} // namespace

bool isAcceptable(const ProactiveCommand& command, const QString& text)
{
    static constexpr std::u16string_view kDigits = u"0123456789*#+";
    const auto length = text.size();
    const int least = command.type == ProactiveType::GetInkey ? 1 : command.minLength;
    if (length < least || length > mostCharacters(command))
        return false;
    if (!has(command, ProactiveCommand::kAlphabet))
        return std::all_of(text.begin(), text.end(),
            [](QChar character) { return kDigits.find(character.unicode()) != std::u16string_view::npos; });
    if (has(command, ProactiveCommand::kUcs2))
        return std::none_of(text.begin(), text.end(), [](QChar character) { return character.isSurrogate(); });
    return fitsGsmAlphabet(text);
}

std::optional<Prompt> promptFor(const ProactiveCommand& command, const PromptAsker& asker)
{
    Prompt prompt;
    prompt.asker = asker;
    prompt.text = command.text;
    prompt.why = QCoreApplication::translate("Toolkit", "the card asks through its toolkit");
    if (command.duration)
        prompt.options.maxDisplay = wholeSeconds(*command.duration);
    if (!command.understood)
        return std::nullopt;
    switch (command.type) {
    case ProactiveType::DisplayText:
        prompt.kind = PromptKind::Display;
        if (!command.duration && !has(command, ProactiveCommand::kUserClears))
            prompt.options.maxDisplay = kShown;
        break;
    case ProactiveType::GetInkey:
        if (has(command, ProactiveCommand::kYesNo))
            prompt.kind = PromptKind::Confirm;
        else
            askText(command, prompt);
        break;
    case ProactiveType::GetInput:
        if (command.minLength > mostCharacters(command))
            return std::nullopt;
        askText(command, prompt);
        break;
    case ProactiveType::SelectItem:
        if (command.items.empty())
            return std::nullopt;
        askItem(command, prompt);
        return prompt;
    default:
        return std::nullopt;
    }
    if (prompt.text.isEmpty())
        return std::nullopt;
    return prompt;
}

TerminalResponse responseTo(const ProactiveCommand& command, const Prompt& prompt, const PromptAnswer& answer)
{
    using Verdict = PromptAnswer::Verdict;
    // A text that goes by itself has been shown when its time is over; "no" to yes or no is an answer.
    const bool shown = prompt.kind == PromptKind::Display && answer.verdict == Verdict::TimedOut
        && !has(command, ProactiveCommand::kUserClears);
    const bool saidNo = prompt.kind == PromptKind::Confirm && answer.verdict == Verdict::No;
    if (answer.verdict != Verdict::Yes && !shown && !saidNo)
        return responseFor(command, refusal(command, answer.verdict));
    TerminalResponse response = responseFor(command, ToolkitResult::Ok);
    if (prompt.kind == PromptKind::Confirm) {
        response.yes = !saidNo;
    } else if (prompt.kind == PromptKind::SingleChoice) {
        answerItem(command, answer, response);
    } else if (prompt.kind == PromptKind::TextInput) {
        if (!isAcceptable(command, answer.text))
            return responseFor(command, ToolkitResult::EndedByUser);
        response.text = answer.text;
        response.ucs2 = has(command, ProactiveCommand::kUcs2);
        response.packed =
            command.type == ProactiveType::GetInput && !response.ucs2 && has(command, ProactiveCommand::kPackedAnswer);
    }
    return response;
}

TerminalResponse responseWithoutAsking(const ProactiveCommand& command)
{
    if (!command.understood)
        return responseFor(command, ToolkitResult::DataNotUnderstood);
    switch (command.type) {
    case ProactiveType::MoreTime:
    case ProactiveType::PollingOff:
    case ProactiveType::Refresh:
    case ProactiveType::SetUpEventList:
        return responseFor(command, ToolkitResult::Ok);
    case ProactiveType::PollInterval: {
        TerminalResponse response = responseFor(command, ToolkitResult::Ok);
        response.duration = command.duration.value_or(kPollInterval);
        return response;
    }
    case ProactiveType::DisplayText:
    case ProactiveType::GetInkey:
    case ProactiveType::GetInput:
    case ProactiveType::SelectItem: // without a text or an item there is nothing to ask
        return responseFor(command, ToolkitResult::ValuesMissing);
    }
    return responseFor(command, ToolkitResult::BeyondCapabilities);
}

} // namespace dmsc
