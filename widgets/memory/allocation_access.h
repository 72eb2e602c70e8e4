// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QAccessible>

namespace dmsc {

/// What assistive programs are told of an AllocationBar (its segments and handles as children) and of its handles
/// (sliders in blocks); for QAccessible::installFactory. Null for anything else.
[[nodiscard]] QAccessibleInterface* accessibleAllocation(const QString& className, QObject* object);

} // namespace dmsc
