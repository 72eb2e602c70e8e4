// SPDX-License-Identifier: Apache-2.0
#include "model/items/handshake_step_model.h"

#include "model/items/step_data.h"

#include <QCoreApplication>
#include <QLocale>
#include <QStringList>

#include <algorithm>

namespace dmsc {

QString stepStateWord(StepState state)
{
    switch (state) {
    case StepState::Waiting:
        return QCoreApplication::translate("HandshakeStepModel", "waiting");
    case StepState::Running:
        return QCoreApplication::translate("HandshakeStepModel", "running");
    case StepState::Done:
        return QCoreApplication::translate("HandshakeStepModel", "done");
    case StepState::Failed:
        return QCoreApplication::translate("HandshakeStepModel", "failed");
    case StepState::Skipped:
        return QCoreApplication::translate("HandshakeStepModel", "skipped");
    case StepState::Refused:
        return QCoreApplication::translate("HandshakeStepModel", "refused");
    case StepState::TimedOut:
        return QCoreApplication::translate("HandshakeStepModel", "no answer");
    }
    return {};
}

QString stepStateGlyph(StepState state)
{
    switch (state) {
    case StepState::Waiting:
        return QStringLiteral("○");
    case StepState::Running:
        return QStringLiteral("◔");
    case StepState::Done:
        return QStringLiteral("✓");
    case StepState::Failed:
        return QStringLiteral("!");
    case StepState::Skipped:
        return QStringLiteral("–");
    case StepState::Refused:
        return QStringLiteral("×");
    case StepState::TimedOut:
        return QStringLiteral("?");
    }
    return {};
}

QString durationText(std::chrono::microseconds duration)
{
    const QLocale locale;
    const double milliseconds = double(duration.count()) / 1000;
    if (milliseconds < 0.1)
        return QStringLiteral("< %1 ms").arg(locale.toString(0.1, 'f', 1));
    if (milliseconds >= 1000)
        return QStringLiteral("%1 s").arg(locale.toString(milliseconds / 1000, 'f', 2));
    return QStringLiteral("%1 ms").arg(locale.toString(milliseconds, 'f', milliseconds < 10 ? 1 : 0));
}

HandshakeStepModel::HandshakeStepModel(QObject* parent)
    : QAbstractListModel(parent)
{
}

void HandshakeStepModel::setSteps(std::vector<HandshakeStep> steps)
{
    beginResetModel();
    m_steps = std::move(steps);
    endResetModel();
}

int HandshakeStepModel::rowOf(const QString& id) const
{
    const auto found =
        std::find_if(m_steps.begin(), m_steps.end(), [&id](const HandshakeStep& step) { return step.id == id; });
    return found == m_steps.end() ? -1 : int(found - m_steps.begin());
}

void HandshakeStepModel::take(const HandshakeStep& step)
{
    int row = rowOf(step.id);
    if (row >= 0) {
        m_steps[std::size_t(row)] = step;
        Q_EMIT dataChanged(index(row), index(row));
    } else {
        const auto waiting = std::find_if(
            m_steps.begin(), m_steps.end(), [](const HandshakeStep& each) { return each.state == StepState::Waiting; });
        row = int(waiting - m_steps.begin());
        beginInsertRows({}, row, row);
        m_steps.insert(waiting, step);
        endInsertRows();
    }
    if (step.state == StepState::Failed)
        skipFrom(std::size_t(row) + 1);
}

void HandshakeStepModel::skipFrom(std::size_t first)
{
    for (std::size_t i = first; i < m_steps.size(); ++i) {
        if (hasEnded(m_steps[i].state))
            continue;
        m_steps[i].state = StepState::Skipped;
        Q_EMIT dataChanged(index(int(i)), index(int(i)));
    }
}

void HandshakeStepModel::stop(const QString& problem)
{
    if (failedRow() >= 0)
        return;
    const auto open =
        std::find_if(m_steps.begin(), m_steps.end(), [](const HandshakeStep& step) { return !hasEnded(step.state); });
    if (open == m_steps.end())
        return;
    open->state = StepState::Failed;
    open->problem = problem;
    const int row = int(open - m_steps.begin());
    Q_EMIT dataChanged(index(row), index(row));
    skipFrom(std::size_t(row) + 1);
}

int HandshakeStepModel::failedRow() const
{
    const auto failed = std::find_if(
        m_steps.begin(), m_steps.end(), [](const HandshakeStep& step) { return step.state == StepState::Failed; });
    return failed == m_steps.end() ? -1 : int(failed - m_steps.begin());
}

int HandshakeStepModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_steps.size());
}

QString HandshakeStepModel::spoken(int row) const
{
    const HandshakeStep& step = m_steps[std::size_t(row)];
    QStringList words{
        QCoreApplication::translate("HandshakeStepModel", "Step %1 of %2").arg(row + 1).arg(m_steps.size()), step.title,
        QCoreApplication::translate("HandshakeStepModel", "from %1 to %2")
            .arg(actorName(step.from), actorName(step.to)),
        stepStateWord(step.state)};
    if (const QString time = stepTime(step); !time.isEmpty())
        words << time;
    if (!step.problem.isEmpty())
        words << step.problem;
    return words.join(QStringLiteral(", "));
}

QVariant HandshakeStepModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const HandshakeStep& step = m_steps[std::size_t(index.row())];
    switch (role) {
    case Qt::ToolTipRole:
        return step.problem.isEmpty() ? step.title : step.title + QLatin1Char('\n') + step.problem;
    case Qt::AccessibleTextRole:
        return spoken(index.row());
    default:
        return stepData(step, role);
    }
}

} // namespace dmsc
