// SPDX-License-Identifier: Apache-2.0
#include "app/cli/access_text.h"
#include "app/cli/sides.h"
#include "app/cli/terminal_user.h"
#include "cardio/flows/flow.h"
#include "model/flow/server_url.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QStandardPaths>

#include <algorithm>

namespace dmsc::cli {

namespace {

QJsonObject asJson(const FlowReport& report)
{
    QJsonArray steps;
    for (const FlowStep& step : report.steps)
        steps.append(QJsonObject{{QStringLiteral("id"), step.id}, {QStringLiteral("title"), step.title},
            {QStringLiteral("caption"), step.caption}, {QStringLiteral("from"), actorName(step.from)},
            {QStringLiteral("to"), actorName(step.to)}, {QStringLiteral("state"), stateWord(step.state)},
            {QStringLiteral("microseconds"), static_cast<qint64>(step.duration.count())},
            {QStringLiteral("problem"), step.problem}});
    QJsonArray decisions;
    for (const Decision& decision : report.decisions)
        decisions.append(QJsonObject{{QStringLiteral("asker"), decision.prompt.asker.name},
            {QStringLiteral("verified"), decision.prompt.asker.verified},
            {QStringLiteral("text"), decision.prompt.text},
            {QStringLiteral("answer"), answerText(decision.prompt, decision.answer)}});
    return {{QStringLiteral("flow"), flowWord(report.request.kind)}, {QStringLiteral("done"), report.done},
        {QStringLiteral("refused"), report.refused}, {QStringLiteral("outcome"), report.outcome},
        {QStringLiteral("steps"), steps}, {QStringLiteral("decisions"), decisions},
        {QStringLiteral("messages"), static_cast<qint64>(report.messages)},
        {QStringLiteral("messageBytes"), static_cast<qint64>(report.messageBytes)},
        {QStringLiteral("pairs"), static_cast<qint64>(report.pairs)}};
}

QString asText(const FlowReport& report)
{
    QString text;
    for (const FlowStep& step : report.steps) {
        const QString way = step.from == step.to ? actorName(step.from)
                                                 : actorName(step.from) + QLatin1String(" -> ") + actorName(step.to);
        text += QStringLiteral("%1 %2 %3\n").arg(stateWord(step.state), -9).arg(way, -20).arg(step.title);
        if (!step.problem.isEmpty())
            text += QStringLiteral("          %1\n").arg(step.problem);
    }
    for (const Decision& decision : report.decisions)
        text += QStringLiteral("asked     %1: %2\n")
                    .arg(decision.prompt.text, answerText(decision.prompt, decision.answer));
    return text + report.outcome + QLatin1Char('\n');
}

/// What only some flows look at is not left unsaid for the others.
Result<void> checkOptions(FlowKind kind, const Arguments& arguments)
{
    using enum FlowKind;
    struct Option
    {
        const char* name;
        const QString* value;
        std::vector<FlowKind> flows;
    };
    const Option options[] = {{"server", &arguments.server, {Uc2A1, Store, Approve}},
        {"ca", &arguments.ca, {Uc2A1, Store, Approve}}, {"mo", &arguments.mo, {Uc1, Store}},
        {"package", &arguments.package, {Approve}}, {"signature", &arguments.signature, {Approve}},
        {"out", &arguments.out, {Sync}}};
    for (const Option& option : options) {
        if (option.value->isEmpty() || std::ranges::find(option.flows, kind) != option.flows.end())
            continue;
        QStringList words;
        for (const FlowKind one : option.flows)
            words += flowWord(one);
        return fail(ErrorKind::BadValue,
            QCoreApplication::translate("CommandLine", "--%1 is for %2 alone")
                .arg(QLatin1String(option.name), words.join(QStringLiteral(", "))),
            flowWord(kind));
    }
    if (!arguments.server.isEmpty())
        if (auto url = serverUrl(arguments.server); !url)
            return tl::unexpected(url.error());
    if (!arguments.server.isEmpty() && !arguments.mo.isEmpty())
        return fail(ErrorKind::BadValue,
            QCoreApplication::translate(
                "CommandLine", "the server at a URL says itself what it wants stored; leave out --mo"),
            arguments.mo);
    return {};
}

Result<FlowRequest> requestOf(const Arguments& arguments, const SessionChoice& choice)
{
    const auto kind = flowOf(arguments.positional[0]);
    if (!kind)
        return fail(ErrorKind::Unsupported,
            QCoreApplication::translate("CommandLine",
                "there is no flow of that name; uc1, uc1-a1, uc1-a2, uc2, uc2-a1, sync, store and approve there are"),
            arguments.positional[0]);
    if (arguments.handset.isEmpty() || arguments.card.isEmpty())
        return fail(ErrorKind::BadValue,
            QCoreApplication::translate("CommandLine", "a flow needs --handset FILE and --card WHERE"));
    FlowRequest request;
    request.kind = *kind;
    request.handshake = choice.request;
    request.server = arguments.server.toStdString();
    request.anchor = arguments.ca;
    request.wbxml = !arguments.xml;
    request.proveByCard = arguments.proveByCard;
    if (request.proveByCard && !canProveByCard(*kind))
        return fail(ErrorKind::BadValue,
            QCoreApplication::translate("CommandLine", "--prove-by-card goes with the flows store and approve"),
            arguments.positional[0]);
    if (arguments.package.isEmpty() != arguments.signature.isEmpty())
        return fail(ErrorKind::BadValue,
            QCoreApplication::translate("CommandLine", "--package and --signature belong together"));
    if (auto checked = checkOptions(*kind, arguments); !checked)
        return tl::unexpected(checked.error());
    request.patchFolder = arguments.out;
    request.package = arguments.package;
    request.signature = arguments.signature;
    request.rejectUnapproved = arguments.reject;
    if (!arguments.mo.isEmpty())
        request.wanted = {arguments.mo.toStdString()};
    return request;
}

/// What the device writes to its card is the device's (ADM-5), unless --as or --keys name somebody else.
Arguments asWhoeverActs(Arguments arguments)
{
    const auto kind = flowOf(arguments.positional[0]);
    const bool byDevice = kind == FlowKind::Store || kind == FlowKind::Sync;
    if (byDevice && arguments.as.isEmpty() && arguments.keys.isEmpty())
        arguments.as = roleWord(Role::Device);
    return arguments;
}

/// "handset:FILE", also for what is a path alone.
QString handsetWhere(const QString& text)
{
    return text.startsWith(QLatin1String("handset:")) ? text : QLatin1String("handset:") + text;
}

} // namespace

Result<Answer> runSession(const Arguments& arguments)
{
    const Arguments acting = asWhoeverActs(arguments);
    const auto choice = SessionChoice::from(acting);
    if (!choice)
        return tl::unexpected(choice.error());
    const auto request = requestOf(acting, *choice);
    if (!request)
        return tl::unexpected(request.error());
    const auto user = userFor(acting.answer);
    if (!user)
        return tl::unexpected(user.error());
    const auto device = openSide(handsetWhere(acting.handset), acting);
    if (!device)
        return tl::unexpected(device.error());
    const auto card = openSide(acting.card, acting, user->get());
    if (!card)
        return tl::unexpected(card.error());
    FlowOutside outside;
    outside.records = choice->records;
    outside.user = user->get();
    outside.syncFolder =
        QStandardPaths::writableLocation(QStandardPaths::AppLocalDataLocation) + QLatin1String("/sync");
    const FlowReport report = runFlow(*request, {device->get(), card->get()}, outside);
    Answer answer;
    answer.output = acting.json ? QJsonDocument(asJson(report)).toJson().toStdString() : asText(report).toStdString();
    if (!report.done) {
        answer.exit = Exit::Trouble;
        answer.note = report.outcome;
    } else if ((*card)->state().demoCredentials) {
        sayDemo(answer, acting);
    }
    return answer;
}

} // namespace dmsc::cli
