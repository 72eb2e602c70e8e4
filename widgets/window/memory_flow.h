// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "widgets/memory/memory_pane.h"
#include "widgets/theme/colors.h"
#include "widgets/window/desk_controller.h"

#include <QObject>
#include <QTimer>

namespace dmsc {

class CompareView;
class PlanPane;

/// What stands between the memory editor and the desk: which card it shows, where the MO chosen in the trees would go,
/// whether the plan fits, and that a queue is carried out.
class MemoryFlow : public QObject
{
    Q_OBJECT

public:
    MemoryFlow(DeskController& controller, CompareView& rows, MemoryPane& pane, PlanPane& plan, QObject* parent);

Q_SIGNALS:
    void noticed(dmsc::StatusTone tone, const QString& text);

private:
    void showSides();
    void takeResults(Side side, const std::vector<MemoryResult>& results);
    void update();
    void updateCandidate();
    void updatePlan();
    void takeDrop(const QMimeData* data);
    [[nodiscard]] std::optional<MemoryCandidate> candidateFor(PairNo pair) const;
    [[nodiscard]] PairNo moAround(PairNo pair) const;
    [[nodiscard]] QString whyNothing() const;

    DeskController& m_controller;
    CompareView& m_rows;
    MemoryPane& m_pane;
    PlanPane& m_plan;
    QTimer m_timer; ///< many changes in one turn are looked at once
    PairNo m_chosen = kNoPair; ///< dropped on the bar; until the next row is chosen
};

} // namespace dmsc
