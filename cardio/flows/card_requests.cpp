// SPDX-License-Identifier: Apache-2.0
#include "cardio/flows/card_requests.h"

namespace dmsc {

std::optional<HookOutcome> CardRequests::run(syncml::CommandKind kind, const Uri& target, const syncml::Item& item,
    const std::string& correlator, const std::string& server)
{
    const bool stores = target.text() == kStoreOnCard && kind == syncml::CommandKind::Exec;
    if (stores && m_toStore)
        m_toStore();
    auto outcome = m_inner->run(kind, target, item, correlator, server);
    if (!outcome)
        return outcome;
    if (target.text() == kRelayCommand && syncml::isSuccess(outcome->status))
        ++m_relayed;
    if (stores)
        m_store = Store{QString::fromStdString(item.data.value_or(std::string())), outcome->status};
    return outcome;
}

} // namespace dmsc
