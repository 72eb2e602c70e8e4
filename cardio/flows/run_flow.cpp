// SPDX-License-Identifier: Apache-2.0
#include "cardio/card/card_client.h"
#include "cardio/flows/flow_run.h"
#include "cardio/handset/emulated_handset.h"
#include "cardio/handset/provenance.h"
#include "cardio/server/firmware_fetch.h"
#include "model/byte_array.h"
#include "model/flow/server_url.h"

#include <QCoreApplication>

namespace dmsc {

namespace {

/// Both ends are there and can do what the flow needs.
Result<void> check(const FlowRequest& request, const FlowSides& sides)
{
    if (!request.server.empty())
        if (auto url = serverUrl(QString::fromStdString(request.server)); !url)
            return tl::unexpected(url.error());
    if (!sides.device || !sides.device->handset())
        return fail(ErrorKind::NotFound,
            QCoreApplication::translate(
                "FlowRun", "a flow needs an emulated handset on the device's side; open one first"));
    if (!sides.card || !sides.card->cardClient())
        return fail(ErrorKind::NotFound,
            QCoreApplication::translate(
                "FlowRun", "a flow needs a card with the DM_SC application on the card's side; open one first"));
    return {};
}

Result<QString> runKind(FlowRun& run)
{
    switch (run.request().kind) {
    case FlowKind::Uc1:
    case FlowKind::Uc1A1:
        return runUc1(run);
    case FlowKind::Uc1A2:
        return runUc1A2(run);
    case FlowKind::Uc2:
        return runUc2(run);
    case FlowKind::Uc2A1:
        return runUc2A1(run);
    case FlowKind::Sync:
        return runSync(run);
    case FlowKind::Store:
        return runStore(run);
    case FlowKind::Approve:
        return runApprove(run);
    }
    return fail(ErrorKind::Unsupported, {});
}

/// The session that was open before, for whoever works with the card next.
void restoreSession(SideSession& card, const HandshakeRequest& before)
{
    (void)card.handshake(before, {});
    (void)card.reload();
}

} // namespace

PromptAsker cardAsker(const SideSession& card)
{
    const SideState& state = card.state();
    PromptAsker asker;
    asker.name = state.card && !state.card->iccid.isEmpty()
        ? QCoreApplication::translate("FlowRun", "card %1").arg(state.card->iccid)
        : state.title;
    asker.proof = state.security;
    asker.verified = state.secured;
    return asker;
}

HandsetSettings settingsOf(const FlowRun& run)
{
    HandsetSettings settings = run.outside().settings;
    settings.rejectUnapproved = settings.rejectUnapproved || run.request().rejectUnapproved;
    return settings;
}

HandsetParts handsetParts(FlowRun& run, const PromptAsker& asker, HttpClient& http)
{
    HandsetParts parts;
    parts.device = &run.device().handset()->managed();
    parts.user = &run;
    parts.settings = settingsOf(run);
    parts.asker = asker;
    parts.verifier = run.card().cardClient();
    parts.download = [&run, &http](
                         const FirmwareSource& source) { return fetchFirmware(http, source, run.outside().progress); };
    return parts;
}

HttpOptions httpOptions(const FlowRun& run)
{
    HttpOptions options;
    if (!run.request().anchor.isEmpty())
        options.anchors = {run.request().anchor};
    return options;
}

std::string cardOwner(const SideSession& card)
{
    return cardOwner(card.state().card ? card.state().card->iccid.toStdString() : std::string());
}

void tellFinished(FlowRun& run, const PromptAsker& asker, const QString& text)
{
    const QString told = QStringLiteral("told");
    if (!run.begin(told))
        return;
    run.tell(Notice{run.isRefused() ? Notice::Kind::Information : Notice::Kind::Finished, asker, text});
    run.end(told);
}

HandshakeRequest handshakeAs(const FlowRun& run, Role as)
{
    HandshakeRequest request = run.request().handshake;
    request.asItSays = request.asItSays && request.as == as; // else the flow says as whom
    request.as = as;
    return request;
}

Result<HandshakeReport> shakeInFlow(FlowRun& run, Role as)
{
    const QString id = QStringLiteral("handshake");
    if (auto begun = run.begin(id); !begun)
        return tl::unexpected(begun.error());
    const HandshakeOutcome outcome = run.card().handshake(handshakeAs(run, as), {}, run.outside().progress);
    if (outcome.error) {
        run.fail(id, *outcome.error);
        return tl::unexpected(*outcome.error);
    }
    run.end(id);
    return outcome.report;
}

FlowReport runFlow(const FlowRequest& request, const FlowSides& sides, const FlowOutside& outside)
{
    FlowRun run(request, sides, outside);
    if (auto good = check(request, sides); !good)
        return run.finish(tl::unexpected(good.error()));
    const HandshakeRequest before = sides.card->sessionRequest();
    const std::size_t pairs = sides.card->cardClient()->pairs();
    sides.card->setHost(Actor::Device);
    auto outcome = runKind(run);
    const std::size_t now = sides.card->cardClient() ? sides.card->cardClient()->pairs() : 0;
    // The change is made; that a side cannot be read back at once does not unmake it.
    (void)sides.device->reload();
    sides.card->setHost(Actor::Workbench);
    restoreSession(*sides.card, before);
    FlowReport report = run.finish(outcome);
    report.pairs = now >= pairs ? now - pairs : now;
    return report;
}

} // namespace dmsc
