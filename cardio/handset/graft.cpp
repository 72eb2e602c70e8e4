// SPDX-License-Identifier: Apache-2.0
#include "cardio/handset/graft.h"

#include "cardio/handset/approval.h"
#include "cardio/handset/confirmation.h"
#include "cardio/session/node_rights.h"
#include "model/compare/mo_match.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>
#include <map>

namespace dmsc {

namespace {

constexpr std::string_view kInInbox = "./Inbox/";

/// Where the standard, or what most devices do, hangs MOs of which there is none yet.
std::string_view usualParent(std::string_view family)
{
    if (family == "urn:oma:mo:oma-dm-dmacc")
        return "./DMAcc";
    if (family == "urn:oma:mo:oma-dm-connmo")
        return "./AP";
    return family == kFumoMo ? "./FUMO" : "";
}

std::vector<NodeId> relatives(const Tree& device, std::string_view type)
{
    std::vector<NodeId> mos;
    collectMos(device, Tree::root(), mos);
    std::erase_if(mos, [&](NodeId mo) { return moFamily(device.type(mo)) != moFamily(type); });
    return mos;
}

/// By its key where both have one, else by name.
NodeId sameMo(const Tree& device, const std::vector<NodeId>& relatives, const OfferedMo& mo)
{
    const NodeId root = rootOf(mo.mo);
    const std::string_view key = moKey(*mo.mo, root);
    for (const NodeId node : relatives)
        if (!key.empty() && moKey(device, node) == key)
            return node;
    for (const NodeId node : relatives)
        if (device.name(node) == mo.mo->name(root) && (key.empty() || moKey(device, node).empty()))
            return node;
    return kNoNode;
}

/// Nodes can be added at and below `uri`: no leaf is in the way.
bool isOpen(const Tree& device, const Uri& uri)
{
    NodeId node = Tree::root();
    for (const std::string_view name : uri.segments()) {
        node = device.child(node, name);
        if (node == kNoNode)
            return true;
        if (!device.isInterior(node))
            return false;
    }
    return true;
}

Uri freePlace(const Tree& device, const Uri& parent, const std::string& name, const std::set<Uri>& taken)
{
    Uri place = parent.child(name);
    for (int number = 2; device.find(place) != kNoNode || taken.contains(place); ++number)
        place = parent.child(name + "-" + std::to_string(number));
    return place;
}

Uri parentFor(const Tree& device, const std::vector<NodeId>& relatives, const OfferedMo& mo)
{
    if (!relatives.empty())
        return device.uri(device.parent(relatives.front()));
    const std::string_view usual = usualParent(moFamily(mo.moType));
    if (const auto uri = usual.empty() ? Result<Uri>(Uri()) : Uri::parse(usual);
        uri && !uri->isRoot() && isOpen(device, *uri))
        return *uri;
    const Uri parent = mo.onCard.parent();
    const bool inInbox = parent.text() == "./Inbox" || parent.text().starts_with(kInInbox);
    return !inInbox && isOpen(device, parent) ? parent : Uri();
}

/// The value with the longest known place in front replaced; the same when there is none.
std::string moved(const std::string& value, const Moves& moves)
{
    const std::string* best = nullptr;
    for (const auto& [from, to] : moves)
        if (value.starts_with(from) && (value.size() == from.size() || value[from.size()] == '/')
            && (!best || from.size() > best->size()))
            best = &from;
    return best ? moves.at(*best) + value.substr(best->size()) : value;
}

void bringOver(Tree& tree, NodeId node, const Moves& inbox, const Moves& card)
{
    if (tree.isInterior(node)) {
        const auto span = tree.children(node);
        const std::vector<NodeId> children(span.begin(), span.end());
        for (const NodeId child : children)
            bringOver(tree, child, inbox, card);
        return;
    }
    const std::string value(tree.value(node));
    if (tree.format(node) != Format::Chr || !value.starts_with("./"))
        return;
    const bool isReference = value.starts_with(kInInbox) || tree.name(node).ends_with("Ref");
    const std::string now = value.starts_with(kInInbox) ? moved(value, inbox) : moved(value, card);
    if (isReference && now != value)
        (void)tree.setValue(node, now);
}

bool mustAskAbout(const GraftPlan::Step& step, const HandsetSettings& settings)
{
    if (step.what == GraftResult::What::Failed || step.mo->confirmed)
        return false;
    if (step.revoked)
        return step.mo->mark != ConfirmMark::DoNotConfirm; // USE-2
    if (step.what == GraftResult::What::Same)
        return false;
    return step.mo->mark == ConfirmMark::Confirm || (step.mo->mark == ConfirmMark::Absent && settings.askUnmarked);
}

/// The user has agreed to the step.
Result<void> rememberAnswer(TreeEditor& editor, const GraftPlan::Step& step, const std::string& bringer)
{
    const NodeId node = editor.tree().find(step.place);
    Consent consent{Consent::What::Replaced, step.place, bringer};
    // What came by a consent is still there by one when it is replaced by another, and whose it was then.
    const auto before = consentTo(editor.tree(), step.place);
    if (step.what == GraftResult::What::Added || (before && before->what == Consent::What::Added))
        consent.what = Consent::What::Added;
    if (consent.what == Consent::What::Added && editor.ledger() != nullptr && node != kNoNode)
        consent.from = editor.ledger()->nameOf(node);
    return rememberConsent(editor, consent);
}

QString whyAsked(const std::vector<GraftPlan::Step>& steps)
{
    bool marked = false;
    bool replaces = false;
    bool unmarked = false;
    bool revoked = false;
    for (const GraftPlan::Step& step : steps) {
        revoked = revoked || (step.ask && step.revoked);
        marked = marked || (step.ask && step.mo->mark == ConfirmMark::Confirm);
        unmarked = unmarked || (step.ask && !step.revoked && step.mo->mark == ConfirmMark::Absent);
        replaces = replaces || (step.ask && step.what == GraftResult::What::Replaced);
    }
    QStringList reasons;
    if (marked)
        reasons += QCoreApplication::translate("Bootstrap", "marked to be confirmed");
    if (replaces)
        reasons += QCoreApplication::translate("Bootstrap", "settings of this device would be replaced");
    if (unmarked)
        reasons += QCoreApplication::translate("Bootstrap", "this device is set to ask about unmarked settings too");
    if (revoked)
        reasons += QCoreApplication::translate("Bootstrap", "you had taken back your consent");
    return reasons.join(QStringLiteral("; "));
}

} // namespace

Uri placeFor(const Tree& device, const OfferedMo& mo, const std::set<Uri>& taken)
{
    const auto others = relatives(device, mo.moType);
    const NodeId same = sameMo(device, others, mo);
    if (same != kNoNode && !taken.contains(device.uri(same)))
        return device.uri(same);
    return freePlace(device, parentFor(device, others, mo), std::string(mo.mo->name(rootOf(mo.mo))), taken);
}

Uri placeFor(const Tree& device, const OfferedMo& mo)
{
    return placeFor(device, mo, {});
}

GraftPlan::GraftPlan(
    const Tree& device, const std::vector<OfferedMo>& mos, const HandsetSettings& settings, const Moves& before)
{
    place(device, mos);
    bringReferencesOver(before);
    compare(device, settings);
}

void GraftPlan::place(const Tree& device, const std::vector<OfferedMo>& mos)
{
    std::set<Uri> taken;
    m_steps.reserve(mos.size());
    for (const OfferedMo& mo : mos) {
        const NodeId root = rootOf(mo.mo);
        if (root == kNoNode)
            continue;
        Step step;
        step.mo = &mo;
        step.place = placeFor(device, mo, taken);
        taken.insert(step.place);
        (void)step.incoming.addSubtree(Tree::root(), mo.mo->name(root), *mo.mo, root);
        m_steps.push_back(std::move(step));
    }
}

void GraftPlan::bringReferencesOver(const Moves& before)
{
    Moves inbox = before;
    Moves card;
    for (const Step& step : m_steps) {
        inbox.insert_or_assign(std::string(kInInbox) + std::string(step.incoming.name(step.root())), step.place.text());
        inbox.insert_or_assign(step.mo->onCard.text(), step.place.text());
        card.emplace(step.mo->onCard.text(), step.place.text());
    }
    for (Step& step : m_steps)
        bringOver(step.incoming, step.root(), inbox, card);
}

void GraftPlan::compare(const Tree& device, const HandsetSettings& settings)
{
    const UriLimits limits = UriLimits::of(device);
    for (Step& step : m_steps) {
        const NodeId there = device.find(step.place);
        if (!limits.allow(step.place, step.incoming, step.root())) {
            step.what = GraftResult::What::Failed;
            step.why =
                QCoreApplication::translate("Bootstrap", "its URIs are longer or deeper than this device allows");
            continue;
        }
        if (there == kNoNode) {
            step.edits = {{MoEdit::Kind::Add, step.place, step.root()}};
        } else {
            step.edits = editsFor(device, there, step.incoming, step.root());
            step.what = step.edits.empty() ? GraftResult::What::Same : GraftResult::What::Replaced;
        }
        const auto consent = consentTo(device, step.place);
        step.revoked = consent && consent->what == Consent::What::Revoked;
        step.ask = mustAskAbout(step, settings);
    }
}

bool GraftPlan::mustAsk() const
{
    return std::ranges::any_of(m_steps, [](const Step& step) { return step.ask; });
}

Prompt GraftPlan::prompt(const Tree& device, const PromptAsker& asker) const
{
    Prompt prompt;
    prompt.kind = PromptKind::Confirm;
    prompt.asker = asker;
    prompt.why = whyAsked(m_steps);
    prompt.ifYes = QCoreApplication::translate("Bootstrap", "What is chosen is stored on this device");
    prompt.ifNo = QCoreApplication::translate("Bootstrap", "None of this is stored; the device works as before");
    prompt.partial = true;
    for (const Step& step : m_steps)
        if (step.ask)
            prompt.changes.push_back(promptChange(device, step.place, step.incoming, step.root(), step.edits));
    const int count = static_cast<int>(prompt.changes.size());
    prompt.text = QCoreApplication::translate("Bootstrap", "Take over %n setting(s)?", nullptr, count);
    return prompt;
}

std::vector<GraftResult> GraftPlan::carryOut(
    TreeEditor& editor, const PromptAnswer& answer, const std::string& bringer) const
{
    std::vector<GraftResult> results;
    std::size_t asked = 0;
    for (const Step& step : m_steps) {
        GraftResult result{step.what, step.mo->moType, step.place, step.why};
        const bool accepted = !step.ask
            || (answer.verdict == PromptAnswer::Verdict::Yes
                && std::ranges::find(answer.accepted, asked) != answer.accepted.end());
        asked += step.ask ? 1 : 0;
        if (!accepted) {
            result.what = GraftResult::What::Refused;
            result.why = QCoreApplication::translate("Bootstrap", "the user did not agree");
        } else if (step.what != GraftResult::What::Failed) {
            const std::size_t before = editor.mark();
            auto done = dmsc::carryOut(editor, step.edits, step.incoming);
            if (done)
                done = rememberMark(editor, step.place, step.mo->confirmed ? ConfirmMark::Confirm : step.mo->mark);
            if (done && (step.ask || (step.mo->confirmed && step.what != GraftResult::What::Same)))
                done = rememberAnswer(editor, step, bringer);
            if (!done) {
                editor.rollBack(before);
                result.what = GraftResult::What::Failed;
                result.why = done.error().text();
            }
        }
        results.push_back(std::move(result));
    }
    return results;
}

} // namespace dmsc
