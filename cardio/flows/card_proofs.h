// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cardio/flows/flow_run.h"
#include "cardio/session/client_session.h"
#include "cardio/session/secret_keeper.h"

namespace dmsc {

/// The card as keeper of the account's passwords, in steps of the ladder: the first proof and the first check each. The
/// others of the session are counted.
class CardProofs final : public SecretKeeper
{
public:
    /// `card` outlives it.
    CardProofs(FlowRun& run, SecretKeeper& card);

    [[nodiscard]] Result<DmDigest> prove(const KeptProof& proof) override;
    [[nodiscard]] Result<bool> check(const KeptProof& proof, const DmDigest& given) override;

private:
    template <class Ask> [[nodiscard]] auto counted(const char* id, int& times, Ask&& ask) -> decltype(ask());

    FlowRun* m_run;
    SecretKeeper* m_card;
    int m_proofs = 0;
    int m_checks = 0;
};

/// Whether the flow's session with a DM server is secured by the card.
[[nodiscard]] bool isProvedByCard(const FlowRun& run);
/// The card is open as the device's, the only one for which it proves.
[[nodiscard]] Result<SecretKeeper*> cardKeeper(FlowRun& run);
/// The device's first account that the card has too. The emulated server is told the passwords that the card has, as
/// far as the session that was open before the flow could read them.
[[nodiscard]] Result<DmAccount> provenAccount(const FlowRun& run);

} // namespace dmsc
