// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/flow/flow.h"
#include "model/items/handshake_step_model.h"

#include <QAbstractListModel>

#include <vector>

namespace dmsc {

/// The steps of a flow in the order in which they go, for the ladder: its roles are those of HandshakeStepModel and one
/// more.
class FlowModel : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role {
        IdRole = HandshakeStepModel::IdRole,
        FromRole = HandshakeStepModel::FromRole,
        ToRole = HandshakeStepModel::ToRole,
        StateRole = HandshakeStepModel::StateRole,
        StateTextRole = HandshakeStepModel::StateTextRole,
        DurationRole = HandshakeStepModel::DurationRole,
        ProblemRole = HandshakeStepModel::ProblemRole,
        ExchangeRole = HandshakeStepModel::ExchangeRole,
        CaptionRole, ///< one plain sentence for the back of the room
    };

    explicit FlowModel(QObject* parent = nullptr);

    void setSteps(std::vector<FlowStep> steps);
    /// A step begins or ends; one that was not planned comes after the one told before it. Where an id comes more than
    /// once, the last row of it that has not ended is meant.
    void take(const FlowStep& step);
    /// Nothing more comes: what runs failed for this, and what waits is skipped. Without a problem nothing failed.
    void stop(const QString& problem);

    [[nodiscard]] const std::vector<FlowStep>& steps() const { return m_steps; }
    /// The row that was told last; -1 before the first.
    [[nodiscard]] int currentRow() const { return m_current; }
    [[nodiscard]] int failedRow() const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;

private:
    [[nodiscard]] int rowFor(const FlowStep& step) const;
    void set(std::size_t row, StepState state, const QString& problem = {});
    [[nodiscard]] QString spoken(int row) const;

    std::vector<FlowStep> m_steps;
    int m_current = -1;
};

/// Who takes part in these steps, from the left of the ladder to its right: user, server, device, card.
[[nodiscard]] std::vector<Actor> flowActors(const std::vector<FlowStep>& steps);

} // namespace dmsc
