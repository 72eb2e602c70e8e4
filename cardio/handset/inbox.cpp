// SPDX-License-Identifier: Apache-2.0
#include "cardio/handset/accounts.h"
#include "cardio/handset/confirmation.h"
#include "cardio/handset/graft.h"
#include "cardio/handset/handset_hooks.h"
#include "cardio/handset/provenance.h"
#include "cardio/session/executor.h"
#include "cardio/session/item_document.h"
#include "cardio/session/node_rights.h"
#include "cardio/session/request_uri.h"
#include "model/compare/mo_match.h"
#include "model/formats/tnds.h"
#include "model/uicc/secret_type.h"

#include <QCoreApplication>

#include <algorithm>

// What comes in by a session: MOs for ./Inbox, and the user's consent to whatever is marked.
namespace dmsc {

using syncml::CommandKind;
using syncml::Item;
using syncml::StatusCode;

namespace {

constexpr std::size_t kMostMoves = 10'000;

/// A card is the authority for what it provides; a server has the rights that ACLs give it.
bool isCard(const Tree& tree, const std::string& server)
{
    return isCardOwner(server) && !accountOf(tree, server);
}

/// The outermost MO that the node is in; the node itself outside of MOs.
NodeId moOf(const Tree& tree, NodeId node)
{
    NodeId found = node;
    for (NodeId above = node; above != kNoNode; above = tree.parent(above))
        if (tree.isInterior(above) && !tree.type(above).empty())
            found = above;
    return found;
}

QString shortText(const std::string& value)
{
    constexpr qsizetype kShown = 60;
    const QString whole = QString::fromStdString(value).simplified();
    return whole.size() > kShown ? whole.left(kShown - 1) + QStringLiteral("…") : whole;
}

QString shown(const Tree& tree, NodeId node)
{
    return isBinary(tree.format(node))
        ? QCoreApplication::translate("MoChange", "%1 bytes").arg(tree.value(node).size())
        : shortText(std::string(tree.value(node)));
}

QString shown(const Item& item)
{
    const std::string data = item.data.value_or(std::string());
    return isBinary(item) ? QCoreApplication::translate("MoChange", "%1 bytes").arg(data.size()) : shortText(data);
}

/// What a command on a single node would change.
PromptChange nodeChange(CommandKind kind, const Uri& target, const Item& item, const Tree& tree)
{
    const NodeId node = tree.find(target);
    PromptChange change;
    change.uri = target.text();
    change.what = QString::fromStdString(std::string(target.name()));
    change.kind = kind == CommandKind::Delete ? PromptChange::Kind::Delete
        : node == kNoNode                     ? PromptChange::Kind::Add
                                              : PromptChange::Kind::Replace;
    change.secret = isSecretName(target.name());
    if (node != kNoNode) {
        const NodeId mo = moOf(tree, node);
        change.what = mo == node ? moName(tree, mo) : change.what + QStringLiteral(", ") + moName(tree, mo);
        change.before = tree.isInterior(node) || change.secret ? QString() : shown(tree, node);
    }
    if (kind != CommandKind::Delete && !change.secret)
        change.after = kind == CommandKind::Copy ? QString::fromStdString(item.source.uri) : shown(item);
    return change;
}

std::vector<PromptChange> changesOf(CommandKind kind, const Uri& target, const Item& item, const Tree& tree)
{
    if ((kind != CommandKind::Add && kind != CommandKind::Replace) || !isTnds(item))
        return {nodeChange(kind, target, item, tree)};
    const auto document = readTnds(item, target.name());
    std::vector<PromptChange> changes;
    if (!document)
        return changes; // the executor will refuse it
    for (const NodeId top : document->children(Tree::root())) {
        const bool below = document->children(Tree::root()).size() > 1
            || (kind == CommandKind::Add && tree.find(target) != kNoNode && document->name(top) != target.name());
        const Uri place = below ? target.child(document->name(top)) : target;
        const NodeId there = tree.find(place);
        const auto edits = there == kNoNode ? std::vector<MoEdit>() : editsFor(tree, there, *document, top);
        changes.push_back(promptChange(tree, place, *document, top, edits));
    }
    return changes;
}

/// A whole MO comes in, not a value of one.
bool bringsMo(CommandKind kind, const Uri& target, const Item& item)
{
    if (kind != CommandKind::Add && kind != CommandKind::Replace)
        return false;
    if (!isTnds(item))
        return item.meta.format == syncml::format::kNode && !item.meta.type.empty();
    const auto document = readTnds(item, target.name());
    std::vector<NodeId> mos;
    if (document)
        collectMos(*document, Tree::root(), mos);
    return !mos.empty();
}

Prompt question(const PromptAsker& asker, std::vector<PromptChange> changes, const QString& why)
{
    Prompt prompt;
    prompt.kind = PromptKind::Confirm;
    prompt.asker = asker;
    prompt.why = why;
    const int count = static_cast<int>(changes.size());
    prompt.text =
        QCoreApplication::translate("Consent", "Let %n setting(s) of this device be changed?", nullptr, count);
    prompt.ifYes = QCoreApplication::translate("Consent", "The change is made");
    prompt.ifNo = QCoreApplication::translate("Consent", "The change is refused, and who asks is told");
    prompt.changes = std::move(changes);
    return prompt;
}

} // namespace

StatusCode HandsetHooks::addToInbox(const Item& item, const std::string& server)
{
    const NodeId there = tree().child(Tree::root(), "Inbox");
    if (!NodeRights(tree(), server).allows(there == kNoNode ? Tree::root() : there, AclCommand::Add))
        return StatusCode::PermissionDenied;
    if (!isTnds(item))
        return StatusCode::UnsupportedTypeOrFormat;
    const auto request = parseRequestUri(item.target.uri);
    const auto document = readTnds(item, request ? request->uri.name() : std::string_view());
    if (!document || !checkValues(*document, Tree::root()) || !areSegments(*document, Tree::root()))
        return StatusCode::CommandFailed;
    std::vector<NodeId> nodes;
    collectMos(*document, Tree::root(), nodes);
    if (nodes.empty())
        return StatusCode::UnsupportedTypeOrFormat; // it could not be placed by its MO identifier
    const Uri inbox = *Uri::parse("./Inbox");
    std::vector<OfferedMo> mos;
    mos.reserve(nodes.size());
    for (const NodeId node : nodes)
        mos.push_back(
            {std::string(document->type(node)), takeSubtree(*document, node), inbox.child(document->name(node)),
                confirmMarkOf(std::string_view(item.meta.mark)), item.meta.mark == kConfirmedMark});
    return graft(std::move(mos), server);
}

StatusCode HandsetHooks::graft(std::vector<OfferedMo> mos, const std::string& server)
{
    // An MO that came with "confirm" is not replaced unasked by one without a mark (USE-5).
    const ConfirmationMarks marks = ConfirmationMarks::onDevice(tree());
    for (OfferedMo& mo : mos)
        if (mo.mark == ConfirmMark::Absent && !mo.confirmed && marks.of(placeFor(tree(), mo)) == ConfirmMark::Confirm)
            mo.mark = ConfirmMark::Confirm;
    const GraftPlan plan(tree(), mos, m_parts.settings, m_moves);
    const NodeRights rights(tree(), server);
    for (const GraftPlan::Step& step : plan.steps()) {
        if (step.what == GraftResult::What::Failed)
            return StatusCode::UriTooLong;
        const NodeId there = tree().find(step.place);
        if (step.what == GraftResult::What::Replaced && !isCard(tree(), server)
            && !rights.allows(there, AclCommand::Replace))
            return StatusCode::PermissionDenied;
    }
    PromptAnswer answer;
    if (plan.mustAsk()) {
        Prompt prompt = plan.prompt(tree(), m_parts.asker);
        prompt.partial = false; // one command is carried out whole or not at all
        for (std::size_t i = 0; i < prompt.changes.size(); ++i)
            answer.accepted.push_back(i);
        if (const auto refused = ask(prompt))
            return *refused;
        answer.verdict = PromptAnswer::Verdict::Yes;
    }
    std::optional<TreeEditor> own;
    if (!m_editor)
        own.emplace(m_parts.device->edit(server));
    TreeEditor& editor = m_editor ? *m_editor : *own;
    const std::size_t before = editor.mark();
    const auto results = plan.carryOut(editor, answer, server);
    if (std::ranges::any_of(results, [](const GraftResult& one) { return one.what == GraftResult::What::Failed; })) {
        editor.rollBack(before);
        return StatusCode::CommandFailed;
    }
    if (own && !own->changes().touched.empty() && !m_parts.device->commit(*own, server))
        return StatusCode::DataStoreFailure;
    for (const GraftPlan::Step& step : plan.steps())
        if (m_moves.size() < kMostMoves)
            m_moves.insert_or_assign(step.mo->onCard.text(), step.place.text());
    return StatusCode::Ok;
}

std::optional<StatusCode> HandsetHooks::consent(
    CommandKind kind, const Uri& target, const Item& item, const Tree& tree, const std::string& server)
{
    const bool confirmed = item.meta.mark == kConfirmedMark;
    const ConfirmMark mark = confirmed ? ConfirmMark::Confirm : confirmMarkOf(std::string_view(item.meta.mark));
    const bool brings = (mark != ConfirmMark::Absent || m_parts.settings.askUnmarked) && bringsMo(kind, target, item);
    const auto accept = [&](bool asked) -> std::optional<StatusCode> {
        std::optional<Consent> consent;
        if (asked && brings)
            consent =
                Consent{tree.find(target) == kNoNode ? Consent::What::Added : Consent::What::Replaced, target, server};
        if (brings && (mark != ConfirmMark::Absent || consent))
            m_marks.push_back({target, mark, consent});
        return std::nullopt;
    };
    if (confirmed || mark == ConfirmMark::DoNotConfirm)
        return accept(false);
    QString why;
    if (mark == ConfirmMark::Confirm)
        why = QCoreApplication::translate("Bootstrap", "marked to be confirmed");
    else if (ConfirmationMarks::onDevice(tree).of(target) == ConfirmMark::Confirm)
        why = QCoreApplication::translate("Consent", "what is there now was marked to be confirmed");
    else if (brings)
        why = QCoreApplication::translate("Bootstrap", "this device is set to ask about unmarked settings too");
    if (why.isEmpty())
        return std::nullopt;
    const auto refused = ask(question(m_parts.asker, changesOf(kind, target, item, tree), why));
    return refused ? refused : accept(true);
}

} // namespace dmsc
