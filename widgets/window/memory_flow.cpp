// SPDX-License-Identifier: Apache-2.0
#include "widgets/window/memory_flow.h"

#include "model/items/cell_text.h"
#include "model/items/memory_plan.h"
#include "widgets/compare/compare_view.h"
#include "widgets/plan/plan_pane.h"

#include <algorithm>

namespace dmsc {

MemoryFlow::MemoryFlow(DeskController& controller, CompareView& rows, MemoryPane& pane, PlanPane& plan, QObject* parent)
    : QObject(parent)
    , m_controller(controller)
    , m_rows(rows)
    , m_pane(pane)
    , m_plan(plan)
{
    m_timer.setSingleShot(true);
    m_timer.setInterval(0);
    connect(&m_timer, &QTimer::timeout, this, &MemoryFlow::update);
    connect(&controller, &DeskController::sideUpdated, this, &MemoryFlow::showSides);
    connect(&controller, &DeskController::workspaceChanged, this, [this] {
        m_chosen = kNoPair; // pairs have other numbers now
        m_timer.start();
    });
    connect(&controller, &DeskController::busyChanged, &pane, &MemoryPane::setBusy);
    connect(&controller, &DeskController::failed, &pane, &MemoryPane::giveUp);
    connect(&controller, &DeskController::cancelled, &pane, &MemoryPane::giveUp);
    connect(&controller.desk(), &Desk::memoryManaged, this, &MemoryFlow::takeResults);
    connect(&rows, &CompareView::currentPairChanged, this, [this] {
        m_chosen = kNoPair;
        m_timer.start();
    });
    connect(&pane, &MemoryPane::applyRequested, this, [this](Side side, const std::vector<MemoryRequest>& requests) {
        m_controller.desk().manageMemory(side, requests);
    });
    connect(&pane, &MemoryPane::shown, &m_timer, qOverload<>(&QTimer::start));
    connect(&pane, &MemoryPane::dropped, this, &MemoryFlow::takeDrop);
    connect(&pane, &MemoryPane::discarded, this, [this](int changes) {
        Q_EMIT noticed(StatusTone::Warning,
            tr("%n change(s) of the card's memory went with the card: not applied", nullptr, changes));
    });
    showSides();
}

void MemoryFlow::showSides()
{
    for (const Side side : {Side::Card, Side::Device}) {
        const std::optional<SideState>& state = m_controller.side(side);
        if (!state || !state->memory)
            continue;
        m_pane.showCard({side, state->title, *state->memory, state->access});
        m_timer.start();
        return;
    }
    m_pane.showNothing(whyNothing());
    m_timer.start();
}

QString MemoryFlow::whyNothing() const
{
    for (const Side side : {Side::Card, Side::Device}) {
        const std::optional<SideState>& state = m_controller.side(side);
        if (state
            && (state->card || state->where.kind == Where::Kind::Card || state->where.kind == Where::Kind::Reader))
            return tr("%1 does not say how its memory is divided.\n\nA card with DM_SC does so after a handshake: what "
                      "it keeps for itself, what each entity has been granted and uses, and what is free.")
                .arg(state->title);
    }
    return {};
}

void MemoryFlow::takeResults(Side side, const std::vector<MemoryResult>& results)
{
    Q_UNUSED(side)
    m_pane.takeResults(results);
    const auto done =
        std::count_if(results.begin(), results.end(), [](const MemoryResult& result) { return result.done(); });
    const auto refused = std::find_if(results.begin(), results.end(),
        [](const MemoryResult& result) { return !result.done() && result.statusWord != 0; });
    if (refused == results.end())
        Q_EMIT noticed(StatusTone::Ok, tr("Memory: %n change(s) done", nullptr, int(done)));
    else
        Q_EMIT noticed(StatusTone::Warning,
            tr("Memory: %1 of %2 changes done, then the card refused: %3")
                .arg(done)
                .arg(results.size())
                .arg(refused->text));
}

void MemoryFlow::update()
{
    updatePlan();
    updateCandidate();
}

void MemoryFlow::updatePlan()
{
    const std::optional<MemoryCard>& card = m_pane.card();
    QString warning;
    Blocks missing{};
    if (card && card->side == Side::Card) {
        const PlanMemory memory = planMemory(m_controller.workspace().plan(), card->map);
        warning = planMemoryWarning(memory, card->map);
        missing = memory.missing;
    }
    m_pane.setPlanWarning(warning, missing);
    m_plan.setWarning(warning);
}

void MemoryFlow::updateCandidate()
{
    if (m_pane.isVisible())
        m_pane.setCandidate(candidateFor(m_chosen != kNoPair ? m_chosen : m_rows.currentPair()));
    else
        m_pane.setCandidate(std::nullopt);
}

PairNo MemoryFlow::moAround(PairNo pair) const
{
    const AlignedTree& aligned = m_controller.workspace().aligned();
    if (index(pair) >= aligned.size())
        return kNoPair;
    for (PairNo at = pair;; at = aligned.parent(at)) {
        for (const Side side : kSides) {
            const Tree& tree = m_controller.workspace().working(side);
            const NodeId node = aligned.node(at, side);
            if (at != kRootPair && node != kNoNode && tree.isInterior(node) && tree.hasType(node))
                return at;
        }
        if (at == kRootPair)
            return kNoPair;
    }
}

std::optional<MemoryCandidate> MemoryFlow::candidateFor(PairNo pair) const
{
    const std::optional<MemoryCard>& card = m_pane.card();
    const PairNo mo = moAround(pair);
    if (!card || card->side != Side::Card || mo == kNoPair)
        return std::nullopt;
    const Workspace& workspace = m_controller.workspace();
    const std::optional<SideState>& state = m_controller.side(Side::Card);
    const auto& stored = workspace.committed(Side::Card);
    const Uri target = workspace.uriOn(Side::Card, mo);
    const bool onCard = stored && stored->find(target) != kNoNode;
    const NodeId device = workspace.aligned().node(mo, Side::Device);
    const Tree& tree = onCard || device == kNoNode ? workspace.working(Side::Card) : workspace.working(Side::Device);
    const NodeId root = onCard || device == kNoNode ? workspace.aligned().node(mo, Side::Card) : device;
    MemoryCandidate candidate;
    candidate.uri = shownText(target.text());
    candidate.onCard = onCard;
    if (root == kNoNode)
        return std::nullopt;
    auto placement = placementOf(card->map, state && state->owners ? *state->owners : Owners(),
        stored ? *stored : workspace.working(Side::Card), target, tree, root, card->map.self);
    if (placement)
        candidate.placement = std::move(*placement);
    else
        candidate.problem = placement.error().text();
    return candidate;
}

void MemoryFlow::takeDrop(const QMimeData* data)
{
    const auto dragged = m_controller.compare().dragged(data);
    if (!dragged || dragged->pairs.empty())
        return;
    m_chosen = dragged->pairs.front();
    m_timer.start();
}

} // namespace dmsc
