// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/cli/command.h"
#include "cardio/desk/side_session.h"
#include "cardio/handset/handset_hooks.h"
#include "cardio/server/http_client.h"
#include "cardio/session/secret_keeper.h"

namespace dmsc::cli {

/// By what the handset of a command fetches firmware and has it checked: the network, and the card that --card names,
/// which may prove who the handset is as well.
/// Without a card Exec on a FUMO is answered with 406.
class FirmwareParts
{
public:
    /// Opens the card as the device.
    [[nodiscard]] static Result<std::unique_ptr<FirmwareParts>> from(const Arguments& arguments);
    /// It outlives the hooks.
    void addTo(HandsetParts& parts);
    [[nodiscard]] SideSession* card() { return m_card.get(); } ///< shaken hands with, not read; null: none
    /// NotFound without a card that could keep passwords.
    [[nodiscard]] Result<SecretKeeper*> keeper();
    [[nodiscard]] HttpClient& http() { return m_http; }

private:
    FirmwareParts(HttpOptions http, std::unique_ptr<SideSession> card, bool rejects)
        : m_http(std::move(http))
        , m_card(std::move(card))
        , m_rejects(rejects)
    {
    }

    HttpClient m_http;
    std::unique_ptr<SideSession> m_card; ///< null: none
    bool m_rejects;
};

} // namespace dmsc::cli
