// SPDX-License-Identifier: Apache-2.0
#include "cardio/handset/bootstrap.h"

#include "cardio/handset/confirmation.h"
#include "cardio/handset/graft.h"
#include "cardio/handset/provenance.h"
#include "cardio/session/account_rights.h"
#include "model/compare/mo_match.h"

#include <QCoreApplication>

#include <algorithm>
#include <set>

namespace dmsc {

namespace {

/// MOs of ours speak about the card itself; LwM2M objects are no Management Objects; a device is described by itself.
bool concernsDevices(const Tree& card, NodeId mo)
{
    const std::string_view type = card.type(mo);
    if (type.starts_with("org.dmsc/") || type.starts_with("urn:oma:lwm2m:"))
        return false;
    const std::string_view family = moFamily(type);
    if (family == "urn:oma:mo:oma-dm-devinfo" || family == "urn:oma:mo:oma-dm-devdetail")
        return false;
    // A file of that MO whose content could not be read as one.
    const auto children = card.children(mo);
    return !(children.size() == 1 && !card.isInterior(children.front()) && card.name(children.front()) == "Document");
}

/// Entries about what was agreed to and taken back: they outlive the card, or it would bring that in again unasked.
std::set<NodeId> revokedEntries(const Tree& device)
{
    std::set<NodeId> revoked;
    for (const auto& [entry, mo] : markEntries(device))
        if (const auto consent = consentTo(device, mo); consent && consent->what == Consent::What::Revoked)
            revoked.insert(entry);
    return revoked;
}

/// What the card still lists, with what is remembered about it.
std::set<NodeId> listedNodes(const Tree& device, const GraftPlan& plan)
{
    std::set<NodeId> listed = revokedEntries(device);
    const auto isListed = [&](const Uri& uri) {
        return std::ranges::any_of(plan.steps(), [&](const GraftPlan::Step& step) {
            return step.what != GraftResult::What::Failed && step.place.contains(uri);
        });
    };
    for (const GraftPlan::Step& step : plan.steps())
        if (step.what != GraftResult::What::Failed)
            if (const NodeId node = device.find(step.place); node != kNoNode)
                listed.insert(node);
    for (const auto& [entry, mo] : markEntries(device))
        if (isListed(mo))
            listed.insert(entry);
    return listed;
}

std::vector<Uri> listedPlaces(const GraftPlan& plan)
{
    std::vector<Uri> places;
    for (const GraftPlan::Step& step : plan.steps())
        if (step.what != GraftResult::What::Failed)
            places.push_back(step.place);
    return places;
}

/// What this card brought before and does not list any more (F03): whole MOs, and single nodes in those of others.
Result<CardLeft> removeUnlisted(
    TreeEditor& editor, const EarlierNodes* earlier, const GraftPlan& plan, const std::string& owner)
{
    const Tree& tree = editor.tree();
    const OwnerLedger* ledger = editor.ledger();
    if (!ledger)
        return CardLeft();
    const auto before = serversBelow(tree, Tree::root());
    const std::set<NodeId> listed = listedNodes(tree, plan);
    std::vector<NodeId> mos;
    collectMos(tree, Tree::root(), mos);
    std::vector<Uri> gone;
    for (const NodeId mo : mos)
        if (ledger->nameOf(mo) == owner && !listed.contains(mo))
            gone.push_back(tree.uri(mo));
    const OwnerCheck goes = [&](const std::string& name) { return name == owner; };
    Remover remover(editor, goes, listed);
    auto done = remover.remove(Tree::root());
    auto restored = done ? restoreEarlier(editor, earlier, goes, listedPlaces(plan)) : tl::unexpected(done.error());
    if (!restored)
        return tl::unexpected(restored.error());
    for (const Uri& mo : gone)
        if (done)
            done = rememberMark(editor, mo, ConfirmMark::Absent);
    if (done && !remover.removed.empty())
        done = stripGoneServers(editor, before);
    // Our own bookkeeping is nothing that the card had listed.
    if (const auto marks = Uri::parse(kDeviceMarks))
        std::erase_if(remover.removed, [&](const Uri& uri) { return uri.contains(*marks) || marks->contains(uri); });
    if (!done)
        return tl::unexpected(done.error());
    return CardLeft{std::move(remover.removed), *std::move(restored)};
}

void tellFinished(const BootstrapReport& report, const PromptAsker& asker, UserAgent& user)
{
    int taken = 0;
    int refused = 0;
    int failed = 0;
    for (const GraftResult& result : report.mos) {
        taken += result.what == GraftResult::What::Added || result.what == GraftResult::What::Replaced ? 1 : 0;
        refused += result.what == GraftResult::What::Refused ? 1 : 0;
        failed += result.what == GraftResult::What::Failed ? 1 : 0;
    }
    const auto gone = static_cast<int>(report.removed.size());
    if (taken + refused + failed + gone == 0)
        return; // nothing was managed: the device had all of it
    Notice notice;
    notice.kind = failed > 0 ? Notice::Kind::Warning : Notice::Kind::Finished;
    notice.asker = asker;
    QStringList sentences;
    sentences += QCoreApplication::translate("Bootstrap", "%n setting(s) taken over from the card", nullptr, taken);
    if (refused > 0)
        sentences += QCoreApplication::translate("Bootstrap", "%n refused", nullptr, refused);
    if (failed > 0)
        sentences += QCoreApplication::translate("Bootstrap", "%n could not be stored", nullptr, failed);
    if (gone > 0)
        sentences +=
            QCoreApplication::translate("Bootstrap", "%n removed, the card does not list them any more", nullptr, gone);
    notice.text = sentences.join(QStringLiteral("; "));
    user.tell(notice);
}

} // namespace

CardOffer offerOf(const Tree& card, const std::string& iccid, const PromptAsker& asker)
{
    CardOffer offer{iccid, asker, {}};
    const ConfirmationMarks marks(card);
    std::vector<NodeId> mos;
    collectMos(card, Tree::root(), mos);
    for (const NodeId mo : mos)
        if (concernsDevices(card, mo)) {
            const Uri uri = card.uri(mo);
            offer.mos.push_back({std::string(card.type(mo)), takeSubtree(card, mo), uri, marks.of(uri)});
        }
    return offer;
}

Result<BootstrapReport> takeIn(
    ManagedTree& device, const CardOffer& offer, const HandsetSettings& settings, UserAgent& user)
{
    BootstrapReport report;
    if (!settings.bootstrapFromCard)
        return report;
    const std::string owner = cardOwner(offer.iccid);
    const GraftPlan plan(device.tree(), offer.mos, settings);
    if (plan.mustAsk()) {
        report.asked = true;
        report.answer = user.ask(plan.prompt(device.tree(), offer.asker));
    }
    TreeEditor editor = device.edit(owner);
    report.mos = plan.carryOut(editor, report.answer, owner);
    auto left = removeUnlisted(editor, device.earlier(), plan, owner);
    if (!left) {
        editor.rollBack(0);
        return tl::unexpected(left.error());
    }
    report.removed = std::move(left->removed);
    report.restored = std::move(left->restored);
    if (!editor.changes().touched.empty())
        if (auto stored = device.commit(editor, owner); !stored)
            return tl::unexpected(stored.error());
    tellFinished(report, offer.asker, user);
    return report;
}

Result<CardLeft> dropCard(ManagedTree& device, const std::string& iccid, const std::string& keep)
{
    const std::string kept = cardOwner(keep);
    const std::string owner = cardOwner(iccid);
    const OwnerCheck goes = [&](const std::string& name) {
        return iccid.empty() ? isCardOwner(name) && (keep.empty() || name != kept) : name == owner;
    };
    TreeEditor editor = device.edit({});
    if (!editor.ledger())
        return CardLeft();
    const auto before = serversBelow(device.tree(), Tree::root());
    Remover remover(editor, goes, revokedEntries(device.tree()));
    auto done = remover.remove(Tree::root());
    auto restored = done ? restoreEarlier(editor, device.earlier(), goes) : tl::unexpected(done.error());
    if (!restored)
        done = tl::unexpected(restored.error());
    else if (!remover.removed.empty())
        done = stripGoneServers(editor, before);
    if (done && !editor.changes().touched.empty())
        done = device.commit(editor, {}); // nobody's own change: what others have stays theirs
    if (!done) {
        editor.rollBack(0);
        return tl::unexpected(done.error());
    }
    return CardLeft{std::move(remover.removed), *std::move(restored)};
}

} // namespace dmsc
