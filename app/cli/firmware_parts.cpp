// SPDX-License-Identifier: Apache-2.0
#include "app/cli/firmware_parts.h"

#include "app/cli/sides.h"
#include "app/cli/stop_signals.h"
#include "cardio/card/card_client.h"
#include "cardio/server/firmware_fetch.h"

#include <QCoreApplication>

namespace dmsc::cli {

Result<std::unique_ptr<FirmwareParts>> FirmwareParts::from(const Arguments& arguments)
{
    HttpOptions http;
    if (!arguments.ca.isEmpty())
        http.anchors = QStringList{arguments.ca};
    std::unique_ptr<SideSession> card;
    if (!arguments.card.isEmpty()) {
        Arguments device = arguments;
        device.as = QStringLiteral("device"); // --as is the server here
        const auto choice = SessionChoice::from(device);
        if (!choice)
            return tl::unexpected(choice.error());
        auto opened = openCard(arguments.card, *choice);
        if (!opened)
            return tl::unexpected(opened.error());
        card = *std::move(opened);
    }
    const SignalsKeptBack keptBack; // by the thread of the network
    return std::unique_ptr<FirmwareParts>(new FirmwareParts(std::move(http), std::move(card), arguments.reject));
}

void FirmwareParts::addTo(HandsetParts& parts)
{
    parts.settings.rejectUnapproved = m_rejects;
    parts.verifier = m_card ? m_card->cardClient() : nullptr;
    parts.download = [this](const FirmwareSource& source) { return fetchFirmware(m_http, source); };
}

Result<SecretKeeper*> FirmwareParts::keeper()
{
    SecretKeeper* const card = m_card ? m_card->cardClient() : nullptr;
    if (!card)
        return fail(ErrorKind::NotFound,
            QCoreApplication::translate(
                "CommandLine", "--prove-by-card needs --card, and a card with the DM_SC application"));
    return card;
}

} // namespace dmsc::cli
