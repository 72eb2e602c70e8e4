// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/compare/workspace.h"

#include <QString>
#include <QStringList>

namespace dmsc {

/// URIs that begin like `partial` ("./DMAcc/Op"): the children, on either side, of the node before the last '/', whose
/// names begin like what follows it, ASCII letters without regard to case. In order, at most `most`.
[[nodiscard]] QStringList completeUri(const Workspace& workspace, const QString& partial, int most = 200);

} // namespace dmsc
