// SPDX-License-Identifier: Apache-2.0
#include "cardio/toolkit/toolkit_session.h"

#include "cardio/apdu/apdu.h"
#include "cardio/link/apdu_client.h"
#include "cardio/toolkit/toolkit_prompt.h"

#include <QCoreApplication>

namespace dmsc {

namespace {

constexpr std::uint8_t kClass = 0x80;
constexpr std::uint8_t kInsTerminalProfile = 0x10;
constexpr std::uint8_t kInsFetch = 0x12;
constexpr std::uint8_t kInsTerminalResponse = 0x14;
constexpr int kMostTries = 3; // at a text that the card would not take

/// ETSI TS 102 223 5.2: profile download; command result, UCS2 in and out; DISPLAY TEXT to REFRESH without PLAY TONE;
/// SELECT ITEM; SET UP EVENT LIST.
constexpr std::uint8_t kProfile[] = {0x01, 0x31, 0xEF, 0x01, 0x01};

tl::unexpected<Error> refused(const char* what, StatusWord sw)
{
    return fail(ErrorKind::Card, QCoreApplication::translate("Toolkit", what), describe(sw));
}

TerminalResponse ask(const ProactiveCommand& command, UserAgent& user, const PromptAsker& asker)
{
    auto prompt = promptFor(command, asker);
    if (!prompt)
        return responseWithoutAsking(command);
    PromptAnswer answer;
    for (int tries = 0; tries < kMostTries; ++tries) {
        answer = user.ask(*prompt);
        const bool entered = prompt->kind == PromptKind::TextInput && answer.verdict == PromptAnswer::Verdict::Yes;
        if (!entered || isAcceptable(command, answer.text))
            break;
        prompt->why = QCoreApplication::translate("Toolkit", "the card does not take what was entered");
    }
    return responseTo(command, *prompt, answer);
}

/// FETCH, ask, TERMINAL RESPONSE: one round. Gives back the card's next status word.
Result<StatusWord> serveOne(Link& link, StatusWord sw, UserAgent& user, const PromptAsker& asker)
{
    const std::size_t length = sw2(sw) == 0 ? kMaxShortLe : sw2(sw);
    const auto fetched = sendOne(link, {kClass, kInsFetch, 0, 0, {}, length});
    if (!fetched)
        return tl::unexpected(fetched.error());
    if (!isSuccess(fetched->sw))
        return refused(
            QT_TRANSLATE_NOOP("Toolkit", "the card does not give out the command that it announced"), fetched->sw);
    const auto command = parseProactiveCommand(fetched->data);
    if (!command)
        return tl::unexpected(command.error());
    auto response = encode(ask(*command, user, asker));
    if (!response)
        return tl::unexpected(response.error());
    const auto answered = sendOne(link, {kClass, kInsTerminalResponse, 0, 0, std::move(*response), std::nullopt});
    if (!answered)
        return tl::unexpected(answered.error());
    if (!isSuccess(answered->sw))
        return refused(
            QT_TRANSLATE_NOOP("Toolkit", "the card refuses the answer to its toolkit command"), answered->sw);
    return answered->sw;
}

} // namespace

Result<StatusWord> announceTerminal(Link& link)
{
    const auto answer =
        sendOne(link, {kClass, kInsTerminalProfile, 0, 0, {std::begin(kProfile), std::end(kProfile)}, std::nullopt});
    if (!answer)
        return tl::unexpected(answer.error());
    return answer->sw;
}

Result<std::size_t> serveToolkit(Link& link, StatusWord sw, UserAgent& user, const PromptAsker& asker)
{
    std::size_t served = 0;
    while (sw1(sw) == toolkit_tags::kPending) {
        if (served == kMaxProactiveCommands)
            return fail(ErrorKind::Limit,
                QCoreApplication::translate(
                    "Toolkit", "the card has sent more than 100 toolkit commands without an end"));
        const auto next = serveOne(link, sw, user, asker);
        if (!next)
            return tl::unexpected(next.error());
        sw = *next;
        ++served;
    }
    return served;
}

} // namespace dmsc
