// SPDX-License-Identifier: Apache-2.0
#include "cardio/flows/insert_card.h"

#include "cardio/flows/flow_run.h"

namespace dmsc {

Result<BootstrapReport> insertCard(
    ManagedTree& device, const SideSession& card, const HandsetSettings& settings, UserAgent& user)
{
    const std::string iccid = card.state().card ? card.state().card->iccid.toStdString() : std::string();
    auto gone = dropCard(device, {}, iccid);
    if (!gone)
        return tl::unexpected(gone.error());
    auto report = takeIn(device, offerOf(card.tree(), iccid, cardAsker(card)), settings, user);
    if (report) {
        report->removed.insert(report->removed.begin(), gone->removed.begin(), gone->removed.end());
        report->restored.insert(report->restored.begin(), gone->restored.begin(), gone->restored.end());
    }
    return report;
}

Result<CardLeft> takeCardOut(ManagedTree& device)
{
    return dropCard(device, {});
}

} // namespace dmsc
