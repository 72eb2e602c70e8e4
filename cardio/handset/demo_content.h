// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cardio/handset/approval.h"
#include "model/access/owners.h"
#include "model/formats/description.h"

namespace dmsc {

/// The tree of the demo handset, and of the demo card: partly the same MOs, partly changed, partly only here or there.
[[nodiscard]] Result<Tree> demoHandsetTree();
[[nodiscard]] Result<Tree> demoCardTree();
/// Who stored what on the demo card: the issuer most of it, the device its access points, a DM server a subscription.
[[nodiscard]] Result<Owners> demoCardOwners();
/// What a handset has that nobody wrote anything into yet: DevInfo and DevDetail.
[[nodiscard]] Result<Tree> emptyHandsetTree();
/// A firmware package and its approval by the published demo authority.
[[nodiscard]] Result<FirmwareDownload> demoFirmware();

/// DDF rules of the standard's own MOs, known for every side: DevInfo, DevDetail, DMAcc, FUMO, PerProviderSubscription.
[[nodiscard]] Result<DescriptionSet> builtInDescriptions();

} // namespace dmsc
