// SPDX-License-Identifier: Apache-2.0
#include "widgets/window/kept_decisions.h"

#include "cardio/handset/confirmation.h"
#include "cardio/handset/provenance.h"

#include <QCoreApplication>

namespace dmsc {

namespace {

QString askerOf(const std::string& owner)
{
    return isCardOwner(owner) ? QCoreApplication::translate("KeptDecisions", "card %1")
                                    .arg(QString::fromStdString(owner.substr(kCardOwner.size())))
                              : QString::fromStdString(owner);
}

} // namespace

std::vector<KeptDecision> keptDecisions(const SideState& device)
{
    std::vector<KeptDecision> kept;
    if (device.where.kind != Where::Kind::Handset)
        return kept;
    for (const Consent& consent : consentsOf(*device.tree)) {
        const bool replaced = consent.what == Consent::What::Replaced;
        const QString uri = QString::fromStdString(consent.mo.text());
        Decision decision;
        decision.device = device.where.text();
        decision.prompt.asker.name = askerOf(consent.from);
        decision.prompt.text = replaced
            ? QCoreApplication::translate("KeptDecisions", "%1 was to be replaced").arg(uri)
            : QCoreApplication::translate("KeptDecisions", "%1 was to be taken in").arg(uri);
        PromptChange change;
        change.kind = replaced ? PromptChange::Kind::Replace : PromptChange::Kind::Add;
        change.uri = consent.mo.text();
        decision.prompt.changes = {change};
        decision.answer.verdict = PromptAnswer::Verdict::Yes;
        kept.push_back({decision, consent.what == Consent::What::Revoked});
    }
    return kept;
}

} // namespace dmsc
