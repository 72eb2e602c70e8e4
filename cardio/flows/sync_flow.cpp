// SPDX-License-Identifier: Apache-2.0
#include "cardio/flows/sync_flow.h"

#include "cardio/session/tree_client.h"
#include "model/files/output_file.h"
#include "model/uicc/secret_type.h"

#include <QCoreApplication>
#include <QDir>

#include <algorithm>
#include <iterator>

// Three-way synchronisation of the MOs of device and card.
namespace dmsc {

namespace {

/// More than this many questions one after the other are no dialogue any more: the list of conflicts is.
constexpr std::size_t kMaxQuestions = 20;

QString shownText(const std::optional<std::string>& value)
{
    return value ? QString::fromStdString(*value) : QCoreApplication::translate("FlowRun", "not there");
}

bool isSecretAt(const Tree& tree, const Uri& uri)
{
    const NodeId node = tree.find(uri);
    return node != kNoNode && isSecret(tree, node);
}

Prompt questionOf(const MergeConflict& conflict, const SyncPlan& plan)
{
    const bool secret = isSecretAt(*plan.device, conflict.device) || isSecretAt(*plan.card, conflict.card);
    const auto shown = [secret](const std::optional<std::string>& value) {
        return secret && value ? secretDots() : shownText(value);
    };
    Prompt prompt;
    prompt.kind = PromptKind::SingleChoice;
    prompt.asker.name = QCoreApplication::translate("FlowRun", "this handset");
    prompt.asker.verified = true;
    prompt.text = QCoreApplication::translate("FlowRun", "%1 was changed on both sides. Which one shall be kept?")
                      .arg(QString::fromStdString(conflict.device.text()));
    prompt.choices = {
        QCoreApplication::translate("FlowRun", "%1: %2").arg(plan.cardName, shown(conflict.onCard)),
        QCoreApplication::translate("FlowRun", "%1: %2").arg(plan.deviceName, shown(conflict.onDevice)),
    };
    if (conflict.base)
        prompt.choices.push_back(
            QCoreApplication::translate("FlowRun", "as it was before: %1").arg(shown(conflict.base)));
    return prompt;
}

Choice choiceOf(const PromptAnswer& answer, Choice suggested)
{
    if (answer.verdict != PromptAnswer::Verdict::Yes)
        return Choice::Open;
    const int chosen = answer.chosen.empty() ? 0 : answer.chosen.front();
    if (chosen == 1)
        return Choice::Card;
    if (chosen == 2)
        return Choice::Device;
    if (chosen == 3)
        return Choice::Base;
    // Yes without a number: what loses no edit.
    return suggested == Choice::Open ? Choice::Card : suggested;
}

Result<std::vector<Choice>> decide(FlowRun& run, const SyncPlan& plan)
{
    const Merge& merge = *plan.merge;
    std::vector<Choice> choices = merge.suggested;
    choices.resize(merge.conflicts.size(), Choice::Open);
    const auto open = static_cast<std::size_t>(std::count(choices.begin(), choices.end(), Choice::Open));
    if (open > kMaxQuestions)
        return fail(ErrorKind::Limit,
            QCoreApplication::translate(
                "FlowRun", "%1 conflicts are too many to ask about one by one; decide them in the list of Synchronise")
                .arg(open));
    for (std::size_t i = 0; i < choices.size(); ++i) {
        if (choices[i] != Choice::Open)
            continue;
        choices[i] = choiceOf(run.ask(questionOf(merge.conflicts[i], plan)), merge.suggested[i]);
        if (choices[i] == Choice::Open)
            return fail(ErrorKind::Cancelled,
                QCoreApplication::translate("FlowRun", "a conflict was not decided; nothing was changed"));
    }
    return choices;
}

/// That the user decides nothing is an answer, no failure.
Result<std::vector<Choice>> decideInStep(FlowRun& run, const SyncPlan& plan)
{
    const QString id = QStringLiteral("decide");
    if (auto begun = run.begin(id); !begun)
        return tl::unexpected(begun.error());
    auto choices = decide(run, plan);
    if (choices)
        run.end(id);
    else if (choices.error().kind == ErrorKind::Cancelled)
        run.endAsked(id);
    else
        run.fail(id, choices.error());
    return choices;
}

} // namespace

Result<SyncPlan> planSync(
    SideSession& device, SideSession& card, const QString& folder, const std::vector<PolicyRule>& rules)
{
    SyncPlan plan;
    plan.cardName = card.state().title;
    plan.deviceName = device.state().title;
    plan.device = device.state().tree;
    plan.card = card.state().tree;
    if (!folder.isEmpty()) {
        auto base = SyncBases(folder).load(syncPair(device, card));
        if (!base)
            return tl::unexpected(base.error());
        if (*base)
            plan.base = std::make_shared<const Tree>(**std::move(base));
    }
    plan.merge = std::make_shared<const Merge>(mergeTrees(plan.base.get(), *plan.device, *plan.card, rules));
    return plan;
}

Result<QStringList> exportSync(const SyncPlan& plan, const std::vector<Choice>& choices, const QString& folder)
{
    const auto operations = resolve(*plan.merge, choices, plan.base.get(), *plan.device, *plan.card);
    if (!operations)
        return tl::unexpected(operations.error());
    if (!QDir().mkpath(folder))
        return fail(ErrorKind::Io, QCoreApplication::translate("FlowRun", "the folder cannot be made"), folder);
    QStringList written;
    for (const Side side : {Side::Device, Side::Card}) {
        std::vector<Operation> own;
        std::ranges::copy_if(
            *operations, std::back_inserter(own), [side](const Operation& one) { return one.side == side; });
        const auto patch = patchFor(own, side == Side::Card ? *plan.card : *plan.device);
        if (!patch)
            return tl::unexpected(patch.error());
        const QString path =
            QDir(folder).filePath(side == Side::Card ? QStringLiteral("card.xml") : QStringLiteral("device.xml"));
        // There may be passwords in it.
        if (auto done = writeWholeFile(path, viewOf(std::string_view(*patch)), Readers::Owner); !done)
            return tl::unexpected(std::move(done.error()));
        written += path;
    }
    return written;
}

Result<QString> runSync(FlowRun& run)
{
    const Role as = run.request().handshake.as;
    if (auto shaken = shakeInFlow(run, as); !shaken)
        return tl::unexpected(shaken.error());
    const QString folder = run.outside().syncFolder;
    const auto plan = run.step(QStringLiteral("read"), [&]() -> Result<SyncPlan> {
        if (auto read = run.card().reload(run.outside().progress); !read)
            return tl::unexpected(read.error());
        if (auto read = run.device().reload(run.outside().progress); !read)
            return tl::unexpected(read.error());
        return planSync(run.device(), run.card(), folder, {});
    });
    if (!plan)
        return tl::unexpected(plan.error());
    const auto choices = decideInStep(run, *plan);
    if (!choices)
        return tl::unexpected(choices.error());
    if (!run.request().patchFolder.isEmpty()) {
        const auto written = exportSync(*plan, *choices, run.request().patchFolder);
        return written ? Result<QString>(QCoreApplication::translate(
                   "FlowRun", "What would be done is written to %1; nothing was carried out.")
                                             .arg(written->join(QStringLiteral(", "))))
                       : tl::unexpected(written.error());
    }
    const auto outcome = run.step(QStringLiteral("apply"), [&] {
        return applySync(
            run.device(), run.card(), folder, *plan, *choices,
            [&run](const SyncRefusal& refusal) { return askToLeaveOut(run, refusal); }, run.outside().progress);
    });
    if (!outcome)
        return tl::unexpected(outcome.error());
    const auto changes = static_cast<int>(outcome->operations);
    const auto conflicts = static_cast<int>(plan->merge->conflicts.size());
    const QString said = QCoreApplication::translate("FlowRun", "Device and card are synchronised: %1, %2.")
                             .arg(QCoreApplication::translate("FlowRun", "%n change(s)", nullptr, changes),
                                 QCoreApplication::translate("FlowRun", "%n conflict(s) decided", nullptr, conflicts))
        + leftOutText(*outcome);
    tellFinished(run, cardAsker(run.card()), said);
    return said;
}

} // namespace dmsc
