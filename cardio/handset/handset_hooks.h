// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cardio/handset/approval.h"
#include "cardio/handset/confirmation.h"
#include "cardio/link/link.h"
#include "cardio/session/device_hooks.h"
#include "model/tree/acl.h"

#include <functional>
#include <map>

namespace dmsc {

/// The relay's nodes: a DM server writes a command APDU and gets the card's answer (UC2-A1, ADM-1). The handset looks
/// into neither.
inline constexpr std::string_view kRelayMo = "org.dmsc/1.0/CardRelay";
inline constexpr std::string_view kRelayCommand = "./SmartCard/Command";
inline constexpr std::string_view kRelayResponse = "./SmartCard/Response";
/// GEN-9: Exec stores the device's MO that Data names (a URI) on the card.
inline constexpr std::string_view kStoreOnCard = "./SmartCard/Store";

/// Type of the generic alert that tells how ./SmartCard/Store ended.
inline constexpr std::string_view kStoreAlert = "org.dmsc.card.store";

/// The generic alert (1226) by which the device tells a server how something ended; `correlator` is that of the Exec
/// that wanted it, empty when no server did.
[[nodiscard]] syncml::Command resultAlert(
    const std::string& source, const std::string& type, int code, const std::string& correlator);

/// What a handset's hooks need.
struct HandsetParts
{
    ManagedTree* device = nullptr;
    UserAgent* user = nullptr;
    HandsetSettings settings;
    PromptAsker asker; ///< the peer of the session
    Link* card = nullptr; ///< for the relay; null: no card, 404
    SignatureVerifier* verifier = nullptr; ///< for approvals
    bool cardBusy = false; ///< the card speaks to somebody else in this session: approvals wait for finishFirmware()
    /// Stores the subtree on the card; the Status to answer. Empty: 406.
    std::function<syncml::StatusCode(const Tree& device, NodeId mo)> store;
    /// Fetches what a FUMO's PkgURL names, and its signature. Empty: Exec of Download is answered with 406.
    std::function<Result<FirmwareDownload>(const FirmwareSource& source)> download;
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

    /// Firmware was accepted that the card had no time for.
    [[nodiscard]] bool waits() const { return !m_jobs.empty(); }
    /// The session is over and the card free: does what was accepted. The alerts are for a session to come.
    [[nodiscard]] std::vector<syncml::Command> finishFirmware(SignatureVerifier& verifier);

    /// ./Inbox (STD 7.1.3.4).
    [[nodiscard]] bool takesOnlyAdd(const Uri& target) const override;
    void work(TreeEditor* editor) override;

private:
    /// An Exec of a FUMO node, accepted with 202.
    struct FirmwareJob
    {
        Uri fumo;
        std::string node; ///< "Download", "Update", "DownloadAndUpdate"
        std::string correlator;
    };
    /// What it came to.
    struct FirmwareEnd
    {
        int code = 0; ///< FUMO's result code
        QString problem = {}; ///< what else is to be said about it
    };
    struct Mark
    {
        Uri mo;
        ConfirmMark mark = ConfirmMark::Absent;
        std::optional<Consent> consent = std::nullopt; ///< the user was asked
    };

    // handset_hooks.cpp
    [[nodiscard]] const Tree& tree() const;
    [[nodiscard]] bool permits(const Uri& uri, AclCommand command, const std::string& server) const;
    [[nodiscard]] HookOutcome relay(
        syncml::CommandKind kind, const Uri& target, const syncml::Item& item, const std::string& server);
    [[nodiscard]] syncml::StatusCode send(const syncml::Item& item);
    [[nodiscard]] syncml::StatusCode storeOnCard(
        const syncml::Item& item, const std::string& correlator, const std::string& server);
    void alert(syncml::Command result);

    // firmware_job.cpp
    [[nodiscard]] std::optional<syncml::StatusCode> firmware(const Uri& target, const std::string& correlator);
    void carryOut(const FirmwareJob& job);
    [[nodiscard]] FirmwareEnd endOf(const FirmwareJob& job);
    [[nodiscard]] Result<FirmwareDownload> packageFor(const FirmwareJob& job) const;

    // inbox.cpp
    [[nodiscard]] syncml::StatusCode addToInbox(const syncml::Item& item, const std::string& server);
    [[nodiscard]] syncml::StatusCode graft(std::vector<OfferedMo> mos, const std::string& server);
    [[nodiscard]] std::optional<syncml::StatusCode> ask(const Prompt& prompt);

    HandsetParts m_parts;
    TreeEditor* m_editor = nullptr;
    std::vector<syncml::Command> m_alerts;
    std::vector<FirmwareJob> m_jobs;
    std::vector<Mark> m_marks; ///< of MOs that the commands being executed bring
    std::map<std::string, std::string> m_moves; ///< from the Inbox to where it was placed, for references
    Bytes m_response; ///< of the relay's last command
};

} // namespace dmsc
