// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QStringList>

class QMimeData;

namespace dmsc {

/// Paths of the files on this machine that a drag brings.
[[nodiscard]] QStringList droppedFiles(const QMimeData* data);

} // namespace dmsc
