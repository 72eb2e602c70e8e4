// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/items/handshake_step_model.h"

#include <QVariant>

namespace dmsc {

/// What the rungs of a handshake and the steps of a flow have in common, by the roles of HandshakeStepModel; invalid
/// for other roles.
template <class Step> [[nodiscard]] QVariant stepData(const Step& step, int role)
{
    using Model = HandshakeStepModel;
    switch (role) {
    case Qt::DisplayRole:
        return step.title;
    case Model::IdRole:
        return step.id;
    case Model::FromRole:
        return int(step.from);
    case Model::ToRole:
        return int(step.to);
    case Model::StateRole:
        return int(step.state);
    case Model::StateTextRole:
        return QStringLiteral("%1 %2").arg(stepStateGlyph(step.state), stepStateWord(step.state));
    case Model::DurationRole:
        return stepTime(step);
    case Model::ProblemRole:
        return step.problem;
    case Model::ExchangeRole:
        return step.exchange.value;
    default:
        return {};
    }
}

} // namespace dmsc
