// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/formats/description.h"

namespace dmsc {

/// The tree of the demo handset, and of the demo card: partly the same MOs, partly changed, partly only here or there.
[[nodiscard]] Result<Tree> demoHandsetTree();
[[nodiscard]] Result<Tree> demoCardTree();
/// What a handset has that nobody wrote anything into yet: DevInfo and DevDetail.
[[nodiscard]] Result<Tree> emptyHandsetTree();

/// DDF rules of the standard's own MOs, known for every side: DevInfo, DevDetail, DMAcc, FUMO, PerProviderSubscription.
[[nodiscard]] Result<DescriptionSet> builtInDescriptions();

} // namespace dmsc
