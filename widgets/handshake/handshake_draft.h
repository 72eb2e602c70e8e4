// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cardio/desk/side_state.h"
#include "model/access/credential_info.h"

#include <optional>
#include <vector>

namespace dmsc {

/// What was chosen and learned so far: the wizard owns it, its pages read it and write their part.
struct HandshakeDraft
{
    SideState side; ///< the card, with what its policy offers
    HandshakeRequest request;
    std::vector<CredentialInfo> credentials;
    bool locked = false; ///< the own ones need their passphrase
    std::optional<HandshakeReport> report; ///< of the last run
};

} // namespace dmsc
