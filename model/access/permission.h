// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/access/entity.h"

#include <QStringList>

namespace dmsc {

/// Everything that the conditions let the entity do somewhere.
[[nodiscard]] Rights rightsAnywhere(const AccessConditions& access);

/// "below ./DMAcc: explore, read", condition by condition: rights of one do not count for the other.
[[nodiscard]] QStringList conditionTexts(const AccessConditions& access);

/// Which permission a refusal is about: "the permission "write" is missing: ...", naming what the entity has. `owner`
/// is who stored what was refused; empty where it is nobody's in particular.
[[nodiscard]] QString missingPermission(const AccessConditions& access, Right needed, const std::string& owner = {});

} // namespace dmsc
