// SPDX-License-Identifier: Apache-2.0
#include "model/items/flow_model.h"

#include "model/items/step_data.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>

namespace dmsc {

namespace {

bool takesPart(const FlowStep& step, Actor actor)
{
    return step.from == actor || step.to == actor;
}

} // namespace

FlowModel::FlowModel(QObject* parent)
    : QAbstractListModel(parent)
{
}

void FlowModel::setSteps(std::vector<FlowStep> steps)
{
    beginResetModel();
    m_steps = std::move(steps);
    m_current = -1;
    endResetModel();
}

int FlowModel::rowFor(const FlowStep& step) const
{
    int ended = -1;
    for (std::size_t i = 0; i < m_steps.size(); ++i) {
        if (m_steps[i].id != step.id)
            continue;
        if (!hasEnded(m_steps[i].state))
            return int(i);
        ended = int(i);
    }
    // What ended may be told again; that it begins anew is another step.
    return hasEnded(step.state) ? ended : -1;
}

void FlowModel::take(const FlowStep& step)
{
    int row = rowFor(step);
    if (row >= 0) {
        m_steps[std::size_t(row)] = step;
        Q_EMIT dataChanged(index(row), index(row));
    } else {
        row = m_current + 1;
        beginInsertRows({}, row, row);
        m_steps.insert(m_steps.begin() + row, step);
        endInsertRows();
    }
    // What goes back to waiting has what comes next before it.
    m_current = step.state == StepState::Waiting ? row - 1 : row;
}

void FlowModel::set(std::size_t row, StepState state, const QString& problem)
{
    m_steps[row].state = state;
    if (!problem.isEmpty())
        m_steps[row].problem = problem;
    Q_EMIT dataChanged(index(int(row)), index(int(row)));
}

void FlowModel::stop(const QString& problem)
{
    bool failed = problem.isEmpty() || failedRow() >= 0;
    for (std::size_t i = 0; i < m_steps.size(); ++i) {
        if (hasEnded(m_steps[i].state) || m_steps[i].state == StepState::Skipped)
            continue;
        // What waits fails only where nothing else was under way.
        const bool runs = m_steps[i].state == StepState::Running || int(i) == m_current + 1;
        set(i, !failed && runs ? StepState::Failed : StepState::Skipped, !failed && runs ? problem : QString());
        failed = failed || runs;
    }
}

int FlowModel::failedRow() const
{
    const auto failed = std::find_if(
        m_steps.begin(), m_steps.end(), [](const FlowStep& step) { return step.state == StepState::Failed; });
    return failed == m_steps.end() ? -1 : int(failed - m_steps.begin());
}

int FlowModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_steps.size());
}

QString FlowModel::spoken(int row) const
{
    const FlowStep& step = m_steps[std::size_t(row)];
    QStringList words{
        QCoreApplication::translate("FlowModel", "Step %1 of %2").arg(row + 1).arg(m_steps.size()), step.title};
    if (step.from == step.to)
        words << QCoreApplication::translate("FlowModel", "at %1").arg(actorName(step.from));
    else
        words
            << QCoreApplication::translate("FlowModel", "from %1 to %2").arg(actorName(step.from), actorName(step.to));
    words << stepStateWord(step.state);
    if (const QString time = stepTime(step); !time.isEmpty())
        words << time;
    words << (step.problem.isEmpty() ? step.caption : step.problem);
    return words.join(QStringLiteral(", "));
}

QVariant FlowModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const FlowStep& step = m_steps[std::size_t(index.row())];
    switch (role) {
    case Qt::ToolTipRole:
        return step.problem.isEmpty() ? step.caption : step.caption + QLatin1Char('\n') + step.problem;
    case Qt::AccessibleTextRole:
        return spoken(index.row());
    case CaptionRole:
        return step.caption;
    default:
        return stepData(step, role);
    }
}

std::vector<Actor> flowActors(const std::vector<FlowStep>& steps)
{
    std::vector<Actor> actors;
    for (const Actor actor : {Actor::User, Actor::Server, Actor::Device, Actor::Card}) {
        if (std::any_of(steps.begin(), steps.end(), [actor](const FlowStep& step) { return takesPart(step, actor); }))
            actors.push_back(actor);
    }
    return actors;
}

} // namespace dmsc
