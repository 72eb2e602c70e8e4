// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/decode/apdu_secrets.h"
#include "model/decode/message_secrets.h"
#include "model/record/record.h"
#include "model/record/record_view.h"

#include <cstdint>
#include <map>
#include <tuple>
#include <vector>

namespace dmsc {

/// Which rules SecretWatch goes by: one more whenever it finds what it did not find before. Recordings tell by which
/// their rows were marked.
inline constexpr std::uint32_t kSecretRules = 2;

/// The one place that decides what of a row must not be shown unless asked for, by what its bytes are: PINs (VERIFY,
/// CHANGE, DISABLE, ENABLE, UNBLOCK PIN), hidden GET INPUT, keys (PUT KEY, STORE DATA of keys, key templates in PUT
/// DATA), session keys of AUTHENTICATE, the files that a SIM or USIM keeps keys in (EF.Keys, EF.Kc and the like), and
/// in DM messages Cred, NextNonce, values of leaves whose names say that they are secret (isSecret), what these were
/// copied to, the same values elsewhere, and what a user entered unseen. What cannot be read but might be one counts as
/// one.
///
/// It wants the rows of a session in their order, since a row alone does not tell: GET RESPONSE fetches what another
/// command asked for, READ BINARY reads what another selected, a message comes in parts, a Status answers an Alert of
/// an earlier message.
class SecretWatch
{
public:
    /// Adds what it finds to what the row's writer, who may know more, marked already.
    void mark(Record& record);
    /// What it finds of the next row besides what is `marked`.
    [[nodiscard]] std::vector<ByteRange> unmarked(const RecordView& row, const std::vector<ByteRange>& marked);
    /// Knows from now on what an earlier session, of which parts are said again, told of values and copied nodes.
    void learn(const SecretWatch& earlier) { m_memory.known = earlier.m_memory.known; }

private:
    using Way = std::tuple<Layer, Actor, Actor>; ///< relayed commands are rows twice

    MessageMemory m_memory;
    std::map<Way, ApduSecrets> m_apdus;
};

} // namespace dmsc
