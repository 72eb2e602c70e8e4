// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace dmsc {

/// What the handset's owner has set about data that come in.
struct HandsetSettings
{
    bool askUnmarked = false; ///< USE-4: ask also for MOs without a mark
    bool rejectUnapproved = false; ///< USE-6: reject and delete what fails its approval; otherwise ask (USE-7)
    bool bootstrapFromCard = true; ///< BOOT 3.1.4.6: a policy may switch it off

    friend bool operator==(const HandsetSettings&, const HandsetSettings&) = default;
};

} // namespace dmsc
