// SPDX-License-Identifier: Apache-2.0
#include "cardio/handset/revocation.h"

#include "cardio/handset/approval.h"
#include "cardio/handset/confirmation.h"
#include "cardio/handset/mo_change.h"
#include "cardio/handset/provenance.h"
#include "cardio/session/account_rights.h"

namespace dmsc {

namespace {

bool isFirmwarePackage(const Tree& tree, const Uri& uri)
{
    const NodeId fumo = tree.find(uri.parent().parent());
    return uri.name() == "PkgData" && fumo != kNoNode && moFamily(tree.type(fumo)) == kFumoMo;
}

/// Removes what the consent let in; accounts that go leave the ACLs.
Result<std::vector<Uri>> takeOut(TreeEditor& editor, const Consent& consent)
{
    const NodeId node = editor.tree().find(consent.mo);
    if (consent.what != Consent::What::Added || node == kNoNode || editor.ledger() == nullptr)
        return std::vector<Uri>();
    const auto before = serversBelow(editor.tree(), node);
    Remover remover(editor, [&](const std::string& owner) { return !owner.empty() && owner == consent.from; });
    auto done = remover.remove(node);
    if (done)
        done = stripGoneServers(editor, before);
    return done ? Result<std::vector<Uri>>(std::move(remover.removed)) : tl::unexpected(done.error());
}

Result<std::vector<Uri>> revokeOne(ManagedTree& device, const Consent& consent)
{
    TreeEditor editor = device.edit(consent.from);
    auto removed = takeOut(editor, consent);
    auto done = removed ? Result<void>() : tl::unexpected(removed.error());
    if (done)
        done = rememberConsent(editor, {Consent::What::Revoked, consent.mo, consent.from});
    if (done)
        done = rememberMark(editor, consent.mo, ConfirmMark::Confirm);
    if (!done) {
        editor.rollBack(0);
        return tl::unexpected(done.error());
    }
    auto stored = device.commit(editor, consent.from);
    return stored ? removed : tl::unexpected(stored.error());
}

} // namespace

Result<Revocation> revokeConsent(ManagedTree& device, const std::vector<Uri>& mos)
{
    Revocation report;
    for (const Uri& mo : mos) {
        const auto consent = consentTo(device.tree(), mo);
        if (!consent || consent->what == Consent::What::Revoked) {
            report.unknown.push_back(mo);
        } else if (isFirmwarePackage(device.tree(), mo)) {
            const auto withdrawn = withdrawPackage(device, mo.parent().parent());
            if (!withdrawn)
                return tl::unexpected(withdrawn.error());
            (*withdrawn ? report.removed : report.unknown).push_back(mo);
        } else {
            const auto removed = revokeOne(device, *consent);
            if (!removed)
                return tl::unexpected(removed.error());
            report.removed.insert(report.removed.end(), removed->begin(), removed->end());
            if (removed->empty())
                report.kept.push_back(mo);
        }
    }
    return report;
}

} // namespace dmsc
