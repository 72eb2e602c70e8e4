// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/compare/merge.h"

#include <memory>

namespace dmsc {

/// What a synchronisation would do, for people to look at before it is carried out.
struct SyncPlan
{
    std::shared_ptr<const Merge> merge; ///< never null
    std::shared_ptr<const Tree> base; ///< of the last sync of this card and device; null: first contact
    std::shared_ptr<const Tree> device;
    std::shared_ptr<const Tree> card;
    QString cardName;
    QString deviceName;
};

} // namespace dmsc
