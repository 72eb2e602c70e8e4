// SPDX-License-Identifier: Apache-2.0
#include "app/cli/access_text.h"
#include "app/cli/sides.h"
#include "model/bytes.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace dmsc::cli {

namespace {

void finish(Answer& answer, const Arguments& arguments, const SideState& state)
{
    if (state.demoCredentials)
        sayDemo(answer, arguments);
}

/// "10" blocks, "4KB" or "512B".
Result<Blocks> blocksOf(const QString& text, const MemoryMap& map)
{
    const QString upper = text.toUpper();
    const bool kilo = upper.endsWith(QLatin1String("KB"));
    const bool bytes = kilo || upper.endsWith(QLatin1Char('B'));
    const QStringView digits = QStringView(upper).chopped(kilo ? 2 : bytes ? 1 : 0);
    bool good = false;
    const auto count = digits.toULongLong(&good);
    if (!good || digits.startsWith(QLatin1Char('+')) || count > (std::uint64_t{1} << 40U))
        return fail(ErrorKind::BadValue,
            QCoreApplication::translate("CommandLine", "expected a number of blocks like 10, or 4KB, or 512B, not %1")
                .arg(text));
    return bytes ? blocksFor(kilo ? count * 1024 : count, map.blockSize) : Blocks{count};
}

struct Wish
{
    QString text;
    MemoryAction action = MemoryAction::Request;
};

Result<std::vector<MemoryRequest>> requestsOf(const Arguments& arguments, const MemoryMap& map)
{
    std::vector<Wish> wishes;
    for (const Wish& wish : {Wish{arguments.request, MemoryAction::Request},
             Wish{arguments.extend, MemoryAction::Extend}, Wish{arguments.reduce, MemoryAction::Reduce}})
        if (!wish.text.isEmpty())
            wishes.push_back(wish);
    if (arguments.release)
        wishes.push_back({{}, MemoryAction::Release});
    if (arguments.del)
        wishes.push_back({{}, MemoryAction::Delete});
    if (wishes.size() > 1)
        return fail(ErrorKind::BadValue,
            QCoreApplication::translate(
                "CommandLine", "memory takes one of --request, --extend, --reduce, --release and --delete at a time"));
    std::vector<MemoryRequest> requests;
    for (const Wish& wish : wishes) {
        const auto blocks = wish.text.isEmpty() ? Result<Blocks>(Blocks{0}) : blocksOf(wish.text, map);
        if (!blocks)
            return tl::unexpected(blocks.error());
        requests.push_back({wish.action, {}, *blocks});
    }
    return requests;
}

QJsonArray resultsJson(const std::vector<MemoryResult>& results)
{
    QJsonArray array;
    for (const MemoryResult& result : results)
        array.append(QJsonObject{{QStringLiteral("statusWord"), hexDigits(result.statusWord, 4)},
            {QStringLiteral("done"), result.done()},
            {QStringLiteral("granted"), static_cast<qint64>(number(result.granted))},
            {QStringLiteral("text"), result.text}});
    return array;
}

} // namespace

Result<Answer> handshake(const Arguments& arguments)
{
    const auto choice = SessionChoice::from(arguments);
    if (!choice)
        return tl::unexpected(choice.error());
    const auto side = selectCard(arguments.positional[0], *choice);
    if (!side)
        return tl::unexpected(side.error());
    const HandshakeOutcome outcome = (*side)->handshake(choice->request, {});
    Answer answer;
    answer.output = arguments.json ? QJsonDocument(asJson(outcome.report)).toJson().toStdString()
                                   : asText(outcome.report).toStdString();
    if (outcome.error) {
        answer.exit = Exit::Trouble;
        answer.note = at(*outcome.error, arguments.positional[0]).value().text();
        return answer;
    }
    finish(answer, arguments, (*side)->state());
    return answer;
}

Result<Answer> memory(const Arguments& arguments)
{
    const auto choice = SessionChoice::from(arguments);
    if (!choice)
        return tl::unexpected(choice.error());
    const auto side = openCard(arguments.positional[0], *choice);
    if (!side)
        return tl::unexpected(side.error());
    if (!(*side)->state().memory)
        return fail(ErrorKind::Unsupported,
            QCoreApplication::translate("CommandLine", "the card's interface is 1.0, it divides no memory"),
            arguments.positional[0]);
    const auto requests = requestsOf(arguments, *(*side)->state().memory);
    if (!requests)
        return tl::unexpected(requests.error());
    const auto results = requests->empty() ? Result<std::vector<MemoryResult>>(std::vector<MemoryResult>{})
                                           : (*side)->manageMemory(*requests);
    if (!results)
        return tl::unexpected(results.error());
    const SideState& state = (*side)->state();
    Answer answer;
    QJsonObject object = asJson(*state.memory);
    QString text;
    for (const MemoryResult& result : *results)
        text += QStringLiteral("%1       %2\n")
                    .arg(result.done() ? QStringLiteral("done") : QStringLiteral("no  "), result.text);
    object.insert(QStringLiteral("results"), resultsJson(*results));
    answer.output =
        arguments.json ? QJsonDocument(object).toJson().toStdString() : (text + asText(*state.memory)).toStdString();
    const auto refused =
        std::find_if(results->begin(), results->end(), [](const MemoryResult& one) { return !one.done(); });
    if (refused != results->end()) {
        answer.exit = Exit::Trouble;
        answer.note = Error{ErrorKind::Card, refused->text, arguments.positional[0]}.text();
        return answer;
    }
    finish(answer, arguments, state);
    return answer;
}

} // namespace dmsc::cli
