// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cardio/handset/approval.h"
#include "cardio/link/link.h"
#include "cardio/session/device_hooks.h"

#include <functional>

namespace dmsc {

/// The relay's nodes: a DM server writes a command APDU and gets the card's answer (UC2-A1, ADM-1). The handset looks
/// into neither.
inline constexpr std::string_view kRelayMo = "org.dmsc/1.0/CardRelay";
inline constexpr std::string_view kRelayCommand = "./SmartCard/Command";
inline constexpr std::string_view kRelayResponse = "./SmartCard/Response";
/// GEN-9: Exec stores the device's MO that Data names (a URI) on the card.
inline constexpr std::string_view kStoreOnCard = "./SmartCard/Store";

/// What a handset's hooks need.
struct HandsetParts
{
    ManagedTree* device = nullptr;
    UserAgent* user = nullptr;
    HandsetSettings settings;
    PromptAsker asker; ///< the peer of the session
    Link* card = nullptr; ///< for the relay; null: no card, 404
    SignatureVerifier* verifier = nullptr; ///< for approvals
    /// Stores the subtree on the card; the Status to answer. Empty: 406.
    std::function<syncml::StatusCode(const Tree& device, NodeId mo)> store;
};

/// The device behind its tree: ./Inbox, FUMO's Exec nodes, the relay to the card, and consent to marked data.
class HandsetHooks final : public DeviceHooks
{
public:
    explicit HandsetHooks(HandsetParts parts);

    [[nodiscard]] std::optional<HookOutcome> run(syncml::CommandKind kind, const Uri& target, const syncml::Item& item,
        const std::string& correlator, const std::string& server) override;
    [[nodiscard]] std::optional<syncml::StatusCode> consent(syncml::CommandKind kind, const Uri& target,
        const syncml::Item& item, const Tree& tree, const std::string& server) override;
    [[nodiscard]] std::vector<syncml::Command> takeAlerts() override;

private:
    HandsetParts m_parts;
    std::vector<syncml::Command> m_alerts;
    Bytes m_response; ///< of the relay's last command
};

} // namespace dmsc
