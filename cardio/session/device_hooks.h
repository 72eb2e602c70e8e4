// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/syncml/message.h"
#include "model/tree/tree.h"

#include <optional>
#include <string>
#include <vector>

namespace dmsc {

class TreeEditor;

/// What a command came to where the device itself, not its tree, carried it out.
struct HookOutcome
{
    syncml::StatusCode status = syncml::StatusCode::Ok;
    std::vector<syncml::Item> results; ///< Get only
};

/// Nodes behind which the device does something: ./Inbox, a FUMO's Exec nodes, the relay to the card. Asked by the
/// executor before a command touches the tree; ACLs have been looked at by then.
class DeviceHooks
{
public:
    DeviceHooks() = default;
    DeviceHooks(const DeviceHooks&) = delete;
    DeviceHooks& operator=(const DeviceHooks&) = delete;
    virtual ~DeviceHooks() = default;

    /// At or below it there is nothing but Add, whatever an ACL says; 405 for the rest.
    [[nodiscard]] virtual bool takesOnlyAdd(const Uri& /*target*/) const { return false; }

    /// What the commands that follow are executed with: what the hooks change in the tree goes through it, and is
    /// stored or rolled back with the rest. Null: nothing is being executed.
    virtual void work(TreeEditor* /*editor*/) { }

    /// nullopt: no such node here, the executor goes on with the tree. `server`: who commands.
    [[nodiscard]] virtual std::optional<HookOutcome> run(syncml::CommandKind kind, const Uri& target,
        const syncml::Item& item, const std::string& correlator, const std::string& server) = 0;

    /// Before an Add, Replace, Copy or Delete that the tree would carry out: the user's consent where the data are
    /// marked (USE-1, USE-2, USE-4, USE-5). nullopt: go on; else the Status that refuses it.
    [[nodiscard]] virtual std::optional<syncml::StatusCode> consent(syncml::CommandKind kind, const Uri& target,
        const syncml::Item& item, const Tree& tree, const std::string& server) = 0;

    /// Generic alerts (1226) that wait to be sent: results of Execs that were accepted with 202, requests for MOs.
    /// Called when a message's changes have been stored: what an Exec has begun is carried out now, on the tree too.
    [[nodiscard]] virtual std::vector<syncml::Command> takeAlerts() = 0;
};

} // namespace dmsc
