// SPDX-License-Identifier: Apache-2.0
#include "widgets/window/desk_controller.h"

#include "widgets/details/edit_rules.h"

#include <algorithm>

namespace dmsc {

namespace {

QString shown(const std::string& text)
{
    return QString::fromUtf8(text.data(), qsizetype(text.size()));
}

bool isRefused(const OperationResult& result)
{
    return result.status < 200 || result.status >= 300;
}

} // namespace

DeskController::DeskController(const QString& cacheFolder, const QString& credentialsFile, QObject* parent)
    : QObject(parent)
    , m_desk(nullptr, cacheFolder, credentialsFile)
{
    connect(&m_compare, &CompareModel::workspaceChanged, this, &DeskController::updateModels);
    connect(&m_compare, &CompareModel::copyRequested, this,
        [this](Side from, const std::vector<PairNo>& pairs) { copyTo(other(from), pairs); });
    connect(&m_desk, &Desk::busyChanged, this, &DeskController::busyChanged);
    connect(&m_desk, &Desk::progressed, this, &DeskController::progressed);
    connect(&m_desk, &Desk::opened, this, &DeskController::takeSide);
    connect(&m_desk, &Desk::closed, this, &DeskController::dropSide);
    connect(&m_desk, &Desk::applied, this, &DeskController::takeResults);
    connect(&m_desk, &Desk::saved, this, &DeskController::saved);
    connect(&m_desk, &Desk::failed, this, [this](const Error& error) {
        endApplying();
        Q_EMIT failed(error);
    });
    connect(&m_desk, &Desk::cancelled, this, [this] {
        endApplying();
        Q_EMIT cancelled();
    });
}

DeskController::~DeskController() = default;

PairView DeskController::pairView(PairNo pair) const
{
    PairView view;
    if (index(pair) >= workspace().aligned().size())
        return view;
    for (const Side side : kSides) {
        NodeView& node = side == Side::Device ? view.device : view.card;
        const std::optional<SideState>& state = m_sides[std::size_t(side)];
        if (!state)
            continue;
        node.tree = &workspace().working(side);
        node.node = workspace().aligned().node(pair, side);
        node.descriptions = state->descriptions;
        node.writable = state->writable;
        if (side == Side::Card)
            node.owner = m_compare.ownerOf(pair);
    }
    return view;
}

void DeskController::open(Side side, const Where& where)
{
    m_takeBack.clear();
    dismissResults();
    m_desk.open(side, where);
}

void DeskController::openDemo(const QString& folder)
{
    m_takeBack.clear();
    dismissResults();
    m_desk.openDemo(folder);
}

void DeskController::renewDemo(const QString& folder)
{
    m_takeBack.clear();
    dismissResults();
    m_desk.renewDemo(folder);
}

void DeskController::close(Side side)
{
    m_takeBack.clear();
    dismissResults();
    m_desk.close(side);
}

void DeskController::reload()
{
    for (const Side side : kSides) {
        if (m_sides[std::size_t(side)])
            m_desk.reload(side);
    }
}

void DeskController::saveAs(Side side, const QString& path)
{
    m_desk.saveAs(side, path);
}

void DeskController::apply()
{
    if (workspace().plan().empty() || m_desk.busy())
        return;
    m_applying = workspace().plan().operations();
    m_planModel.clearResults();
    m_phase = Phase::Applying;
    m_desk.apply(m_applying);
}

PlanTarget DeskController::planTarget()
{
    return {&m_compare, [this](const Error& error) { Q_EMIT failed(error); }};
}

void DeskController::stage(std::vector<Operation> operations, const QString& text)
{
    if (operations.empty())
        return;
    m_undo.push(new StageCommand(planTarget(), std::move(operations), text));
}

QString DeskController::nameOf(const std::vector<PairNo>& pairs, Side side) const
{
    if (pairs.size() != 1)
        return tr("%n row(s)", nullptr, int(pairs.size()));
    const Uri uri = workspace().uriOn(side, pairs.front());
    return shown(std::string(uri.name()));
}

void DeskController::copyTo(Side to, const std::vector<PairNo>& pairs)
{
    const std::optional<SideState>& target = m_sides[std::size_t(to)];
    if (pairs.empty() || !target) {
        Q_EMIT noticed(to == Side::Card ? tr("Open a card or a document on the card side first")
                                        : tr("Open a handset or a document on the device side first"));
        return;
    }
    if (!target->writable) {
        Q_EMIT noticed(tr("%1 is open for reading only").arg(target->title));
        return;
    }
    auto operations = workspace().copyPlan(other(to), pairs);
    if (!operations) {
        Q_EMIT failed(operations.error());
        return;
    }
    if (operations->empty()) {
        Q_EMIT noticed(tr("Both sides are the same here: there is nothing to copy"));
        return;
    }
    const QString name = nameOf(pairs, to);
    stage(std::move(*operations),
        to == Side::Card ? tr("copy %1 to the card").arg(name) : tr("copy %1 to the device").arg(name));
}

void DeskController::remove(Side side, const std::vector<PairNo>& pairs)
{
    std::vector<Operation> operations;
    PairNo covered = kNoPair; // the subtree that went last: what lies in it goes with it
    std::vector<PairNo> sorted = pairs;
    std::sort(sorted.begin(), sorted.end());
    for (const PairNo pair : sorted) {
        if (covered != kNoPair && index(pair) < index(covered) + workspace().aligned().subtreeSize(covered))
            continue;
        covered = pair;
        const auto operation = removeNode(side, pairView(pair).of(side));
        if (!operation) {
            Q_EMIT failed(operation.error());
            return;
        }
        operations.push_back(*operation);
    }
    const QString name = nameOf(pairs, side);
    stage(std::move(operations),
        side == Side::Card ? tr("delete %1 on the card").arg(name) : tr("delete %1 on the device").arg(name));
}

void DeskController::removeFromPlan(const std::vector<std::size_t>& positions)
{
    if (!positions.empty())
        m_undo.push(new RemoveCommand(
            planTarget(), positions, tr("remove %n operation(s) from the plan", nullptr, int(positions.size()))));
}

void DeskController::clearPlan()
{
    std::vector<std::size_t> all(workspace().plan().operations().size());
    for (std::size_t i = 0; i < all.size(); ++i)
        all[i] = i;
    removeFromPlan(all);
}

void DeskController::takeSide(Side side, const SideState& state)
{
    std::optional<SideState>& mine = m_sides[std::size_t(side)];
    // Files that were found or written leave the tree alone, and with it what is undone and redone.
    const bool sameTree =
        m_phase == Phase::Plan && mine && state.tree && mine->tree == state.tree && mine->where == state.where;
    mine = state;
    m_compare.setDescriptions(side, state.descriptions);
    if (!sameTree) {
        commit(side, state.tree);
        Q_EMIT sideChanged(side);
    }
    if (side == Side::Card)
        m_compare.setOwners(state.owners);
    Q_EMIT sideUpdated(side);
}

void DeskController::dropSide(Side side)
{
    m_sides[std::size_t(side)].reset();
    if (side == Side::Card)
        m_compare.setOwners(nullptr);
    commit(side, std::make_shared<const Tree>());
    Q_EMIT sideChanged(side);
    Q_EMIT sideUpdated(side);
}

void DeskController::commit(Side side, std::shared_ptr<const Tree> tree)
{
    Q_EMIT aboutToCommit();
    m_committing = true;
    const std::vector<Operation> gone = m_compare.setCommitted(side, std::move(tree));
    m_committing = false;
    restartUndo();
    if (m_phase == Phase::Plan && !gone.empty())
        Q_EMIT noticed(tr("%n operation(s) no longer fit and were taken out of the plan", nullptr, int(gone.size())));
}

void DeskController::restartUndo()
{
    // The commands on the stack speak of a plan that is no more.
    m_undo.clear();
    if (!m_takeBack.empty())
        m_undo.push(
            new AppliedCommand(planTarget(), m_takeBack, tr("apply %n operation(s)", nullptr, int(m_takeBack.size()))));
}

void DeskController::takeResults(const std::vector<OperationResult>& results)
{
    std::size_t refused = 0;
    if (m_phase != Phase::Applying) { // of a synchronisation: no rows of ours
        refused = std::size_t(std::count_if(results.begin(), results.end(), isRefused));
        Q_EMIT applied(results.size(), refused);
        return;
    }
    for (const OperationResult& result : results) {
        refused += isRefused(result) ? 1 : 0;
        const QString code = QString::number(result.status) + QLatin1Char(' ');
        m_planModel.setResult(int(result.operation), result.status,
            result.text.startsWith(code) ? result.text.mid(code.size()) : result.text);
    }
    m_takeBack = refused == 0 ? inverse(m_applying) : std::vector<Operation>();
    m_phase = refused == 0 ? Phase::Results : Phase::Plan;
    if (refused == 0)
        restartUndo();
    Q_EMIT workspaceChanged();
    Q_EMIT applied(results.size(), refused);
}

void DeskController::endApplying()
{
    if (m_phase == Phase::Applying) {
        m_phase = Phase::Plan;
        updateModels();
    }
}

void DeskController::dismissResults()
{
    if (m_phase == Phase::Results) {
        m_phase = Phase::Plan;
        updateModels();
    }
}

void DeskController::updateModels()
{
    m_mos.update(workspace());
    if (!m_committing && m_phase == Phase::Results)
        m_phase = Phase::Plan; // a new plan begins
    if (m_phase == Phase::Plan)
        m_planModel.setPlan(workspace().plan());
    Q_EMIT workspaceChanged();
}

} // namespace dmsc
