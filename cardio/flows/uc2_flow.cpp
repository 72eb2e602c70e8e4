// SPDX-License-Identifier: Apache-2.0
#include "cardio/card/card_client.h"
#include "cardio/flows/flow_run.h"
#include "cardio/flows/insert_card.h"
#include "cardio/handset/emulated_handset.h"

#include <QCoreApplication>

#include <algorithm>

// UC2-N: the device is bootstrapped from its card.
namespace dmsc {

namespace {

Result<void> detect(FlowRun& run)
{
    return run.step(QStringLiteral("detect"), [&]() -> Result<void> {
        // SELECT has told; a card without the application was not opened as one with it.
        if (run.card().state().offers.empty())
            return fail(ErrorKind::Unsupported,
                QCoreApplication::translate("FlowRun", "the card's interface is 1.0, it does not say who may come in"));
        return {};
    });
}

Result<BootstrapReport> graft(FlowRun& run)
{
    const QString id = QStringLiteral("graft");
    if (auto begun = run.begin(id); !begun)
        return tl::unexpected(begun.error());
    auto report = insertCard(run.device().handset()->managed(), run.card(), run.outside().settings, run);
    const auto isTaken = [](const GraftResult& mo) {
        return mo.what == GraftResult::What::Added || mo.what == GraftResult::What::Replaced;
    };
    if (!report)
        run.fail(id, report.error());
    else if (run.isRefused() && std::ranges::none_of(report->mos, isTaken))
        run.skip(id); // the user has refused all of it
    else
        run.end(id);
    return report;
}

QString outcomeOf(const BootstrapReport& report)
{
    int taken = 0;
    int refused = 0;
    for (const GraftResult& mo : report.mos) {
        taken += mo.what == GraftResult::What::Added || mo.what == GraftResult::What::Replaced ? 1 : 0;
        refused += mo.what == GraftResult::What::Refused || mo.what == GraftResult::What::Failed ? 1 : 0;
    }
    return QCoreApplication::translate(
        "FlowRun", "Objects of the card: %1 taken in, %2 refused, %3 here already; %4 of other cards removed.")
        .arg(taken)
        .arg(refused)
        .arg(static_cast<int>(report.mos.size()) - taken - refused)
        .arg(report.removed.size());
}

} // namespace

Result<QString> runUc2(FlowRun& run)
{
    if (auto detected = detect(run); !detected)
        return tl::unexpected(detected.error());
    const auto shaken = shakeInFlow(run, Role::Device);
    if (!shaken)
        return tl::unexpected(shaken.error());
    if (auto told = run.step(QStringLiteral("access"), [] { return Result<void>(); }); !told)
        return tl::unexpected(told.error());
    if (auto read = run.step(QStringLiteral("session"), [&] { return run.card().reload(run.outside().progress); });
        !read)
        return tl::unexpected(read.error());
    const auto report = run.outside().settings.bootstrapFromCard ? graft(run) : Result<BootstrapReport>{};
    if (!report)
        return tl::unexpected(report.error());
    if (auto ended = run.step(QStringLiteral("end"), [&] { return run.card().cardClient()->endSession(); }); !ended)
        return tl::unexpected(ended.error());
    const QString outcome = outcomeOf(*report);
    tellFinished(run, cardAsker(run.card()), outcome);
    return outcome;
}

} // namespace dmsc
