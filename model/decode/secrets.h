// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/record/record.h"

#include <vector>

namespace dmsc {

/// What of a record must not be shown unless asked for, found by what its bytes are: PINs (VERIFY, CHANGE, DISABLE,
/// ENABLE, UNBLOCK PIN), hidden GET INPUT, keys (PUT KEY, STORE DATA of keys), Cred and NextNonce of DM messages, and
/// values of leaves whose names say that they are secret (isSecret). For records from outside, whose writer marked
/// nothing; writers that know more add to it.
[[nodiscard]] std::vector<ByteRange> findSecrets(Layer layer, QByteArrayView request, QByteArrayView response);

} // namespace dmsc
