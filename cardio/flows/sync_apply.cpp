// SPDX-License-Identifier: Apache-2.0
#include "cardio/flows/sync_apply.h"

#include "cardio/desk/pair_apply.h"
#include "cardio/handset/emulated_handset.h"
#include "model/byte_array.h"
#include "model/syncml/status_code.h"

#include <QCoreApplication>

#include <algorithm>

// Carrying a synchronisation out, and what is kept of it.
namespace dmsc {

namespace {

/// A side that refuses this many is not in the mood for the rest either.
constexpr std::size_t kMostLeftOut = 50;

SyncPeer peerOf(SideSession& side)
{
    const SideState& state = side.state();
    SyncPeer peer;
    peer.id = state.detail;
    // Emulated handsets and cards' copies keep their digests: it costs what changed.
    EmulatedHandset* handset = side.handset();
    Hasher hasher;
    peer.content = handset ? handset->content() : side.tree().computeContentDigest(Tree::root(), hasher);
    if (state.card) {
        peer.epoch = state.card->epoch;
        peer.seq = state.card->seq;
    } else if (handset) {
        peer.epoch = toHex(handset->epoch());
        peer.seq = handset->changes();
    }
    return peer;
}

/// The operation that made an Atomic fail; not set: it was something else, or what was done could not be taken back.
std::optional<std::size_t> refusedOne(const ApplyOutcome& applied)
{
    using syncml::StatusCode;
    std::optional<std::size_t> refused;
    for (const OperationResult& result : applied.results) {
        const auto code = static_cast<StatusCode>(result.status);
        if (code == StatusCode::AtomicRollBackFailed)
            return std::nullopt;
        if (!refused && code != StatusCode::Ok && code != StatusCode::AtomicRolledBack
            && code != StatusCode::NotExecuted)
            refused = result.operation;
    }
    return refused;
}

/// With what stands below it on that side: it cannot be without the one.
void moveOut(std::vector<Operation>& operations, const Operation& refused, std::vector<Operation>& leftOut)
{
    const auto stays = [&](const Operation& one) {
        const bool same = one.uri == refused.uri && one.kind == refused.kind && one.property == refused.property;
        const bool below = refused.kind == Operation::Kind::Add && refused.uri.contains(one.uri);
        return one.side != refused.side || !(same || below);
    };
    const auto gone = std::stable_partition(operations.begin(), operations.end(), stays);
    leftOut.insert(leftOut.end(), gone, operations.end());
    operations.erase(gone, operations.end());
}

/// All or nothing of what is not left out.
Result<void> carryOut(SideSession& device, SideSession& card, std::vector<Operation>& operations, SyncOutcome& outcome,
    const LeaveOut& leaveOut, const Progress& progress)
{
    while (!operations.empty()) {
        ApplyOutcome applied = applyToPair({&device, &card}, operations, progress);
        if (!applied.error) {
            outcome.results = std::move(applied.results);
            return {};
        }
        const auto refused = refusedOne(applied);
        if (!refused || !leaveOut || outcome.leftOut.size() >= kMostLeftOut
            || !leaveOut({operations[*refused], *applied.error}))
            return tl::unexpected(*applied.error);
        const Operation left = operations[*refused];
        moveOut(operations, left, outcome.leftOut);
    }
    return {};
}

} // namespace

SyncPair syncPair(SideSession& device, SideSession& card)
{
    return {peerOf(card), peerOf(device)};
}

Result<Tree> baseWithout(const Tree& device, const Tree& card, const std::vector<Operation>& leftOut)
{
    Tree base = card;
    if (std::ranges::none_of(leftOut, [](const Operation& one) { return one.side == Side::Device; }))
        return base;
    // Against the card as it is, all that the device has else is a change for the card. What the card itself refused
    // is not meant: there its own tree is what both had.
    for (const Operation& operation : mergeTrees(&card, device, card).operations) {
        const auto refusedHere = [&](const Operation& one) {
            return one.side == Side::Card && (one.uri.contains(operation.uri) || operation.uri.contains(one.uri));
        };
        if (std::ranges::any_of(leftOut, refusedHere))
            continue;
        if (auto done = apply(base, operation); !done)
            return tl::unexpected(done.error());
    }
    return base;
}

bool askToLeaveOut(UserAgent& user, const SyncRefusal& refusal)
{
    const Operation& operation = refusal.operation;
    const QString uri = QString::fromStdString(operation.uri.text());
    Prompt prompt;
    prompt.asker.name = QCoreApplication::translate("FlowRun", "this handset");
    prompt.asker.verified = true;
    prompt.text = operation.side == Side::Card
        ? QCoreApplication::translate("FlowRun", "The card refuses to change %1. Synchronise the rest without it?")
              .arg(uri)
        : QCoreApplication::translate("FlowRun", "The device refuses to change %1. Synchronise the rest without it?")
              .arg(uri);
    prompt.why = refusal.why.what;
    return user.ask(prompt).verdict == PromptAnswer::Verdict::Yes;
}

QString leftOutText(const SyncOutcome& outcome)
{
    if (outcome.leftOut.empty())
        return {};
    QStringList uris;
    for (const Operation& one : outcome.leftOut)
        uris += QString::fromStdString(one.uri.text());
    return QLatin1Char(' ')
        + QCoreApplication::translate("FlowRun", "Left out, because it was refused: %1.")
              .arg(uris.join(QStringLiteral(", ")));
}

Result<SyncOutcome> applySync(SideSession& device, SideSession& card, const QString& folder, const SyncPlan& plan,
    const std::vector<Choice>& choices, const LeaveOut& leaveOut, const Progress& progress)
{
    auto operations = resolve(*plan.merge, choices, plan.base.get(), *plan.device, *plan.card);
    if (!operations)
        return tl::unexpected(operations.error());
    SyncOutcome outcome;
    if (auto done = carryOut(device, card, *operations, outcome, leaveOut, progress); !done)
        return tl::unexpected(done.error());
    outcome.operations = operations->size();
    if (folder.isEmpty())
        return outcome;
    const auto base = baseWithout(device.tree(), card.tree(), outcome.leftOut);
    if (!base)
        return tl::unexpected(base.error());
    // The base comes last: an interruption before it only makes the next sync find everything equal.
    if (auto saved = SyncBases(folder).save(syncPair(device, card), *base); !saved)
        return tl::unexpected(saved.error());
    return outcome;
}

} // namespace dmsc
