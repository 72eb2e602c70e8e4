// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cardio/flows/flow_run.h"

namespace dmsc {

/// What a DM server asks the device to do with its card, noted on its way to the hooks that do it.
class CardRequests final : public DeviceHooks
{
public:
    /// `toStore` is called as the server asks for ./SmartCard/Store; may be empty.
    explicit CardRequests(DeviceHooks& inner, std::function<void()> toStore = {})
        : m_inner(&inner)
        , m_toStore(std::move(toStore))
    {
    }

    /// Commands that went over the relay to the card.
    [[nodiscard]] std::size_t relayed() const { return m_relayed; }
    struct Store
    {
        QString uri;
        syncml::StatusCode status = syncml::StatusCode::None;
    };
    /// The last Exec of ./SmartCard/Store and its Status; nullopt: there was none.
    [[nodiscard]] const std::optional<Store>& lastStore() const { return m_store; }

    [[nodiscard]] bool takesOnlyAdd(const Uri& target) const override { return m_inner->takesOnlyAdd(target); }
    void work(TreeEditor* editor) override { m_inner->work(editor); }
    [[nodiscard]] std::optional<HookOutcome> run(syncml::CommandKind kind, const Uri& target, const syncml::Item& item,
        const std::string& correlator, const std::string& server) override;
    [[nodiscard]] std::optional<syncml::StatusCode> consent(syncml::CommandKind kind, const Uri& target,
        const syncml::Item& item, const Tree& tree, const std::string& server) override
    {
        return m_inner->consent(kind, target, item, tree, server);
    }
    [[nodiscard]] std::vector<syncml::Command> takeAlerts() override { return m_inner->takeAlerts(); }

private:
    DeviceHooks* m_inner;
    std::function<void()> m_toStore;
    std::size_t m_relayed = 0;
    std::optional<Store> m_store;
};

} // namespace dmsc
