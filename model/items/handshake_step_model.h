// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/access/handshake_step.h"
#include "model/error.h"

#include <QAbstractListModel>
#include <QString>

#include <vector>

namespace dmsc {

/// The rungs of a handshake's ladder, in the order in which they are climbed.
class HandshakeStepModel : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role {
        IdRole = Qt::UserRole, ///< HandshakeStep::id
        FromRole, ///< Actor as int
        ToRole,
        StateRole, ///< StepState as int
        StateTextRole, ///< glyph and word
        DurationRole, ///< "1.2 ms", empty before it ended
        ProblemRole, ///< of a failed rung
        ExchangeRole, ///< number of its exchange in the log; 0: nothing was sent
    };

    explicit HandshakeStepModel(QObject* parent = nullptr);

    void setSteps(std::vector<HandshakeStep> steps);
    /// The rung of this id begins or ends; one that was not planned is put behind those that ran.
    void take(const HandshakeStep& step);
    /// Nothing more comes: the rung that runs or would have come next failed for this, those behind it are skipped.
    void stop(const QString& problem);
    [[nodiscard]] const std::vector<HandshakeStep>& steps() const { return m_steps; }
    /// The row that failed, or -1.
    [[nodiscard]] int failedRow() const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;

private:
    [[nodiscard]] int rowOf(const QString& id) const;
    void skipFrom(std::size_t first);
    [[nodiscard]] QString spoken(int row) const;

    std::vector<HandshakeStep> m_steps;
};

/// "waiting", "running", "done", "failed", "skipped", "refused", "no answer", in the user's language.
[[nodiscard]] QString stepStateWord(StepState state);
/// Well or badly.
[[nodiscard]] constexpr bool hasEnded(StepState state)
{
    return state == StepState::Done || state == StepState::Failed || state == StepState::Refused
        || state == StepState::TimedOut;
}
/// "< 0.1 ms", "0.4 ms", "12 ms", "1.20 s"
[[nodiscard]] QString durationText(std::chrono::microseconds duration);
/// "12 ms" of a step that has ended; empty for what waits, and for a question, whose time is the user's.
template <class Step> [[nodiscard]] QString stepTime(const Step& step)
{
    return hasEnded(step.state) && step.duration.count() > 0 ? durationText(step.duration) : QString();
}
/// The state without colour and words.
[[nodiscard]] QString stepStateGlyph(StepState state);

} // namespace dmsc
