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

struct Undone
{
    std::vector<Uri> removed;
    std::vector<Uri> restored;
};

/// What cards have replaced from `mo` on.
EarlierNodes earlierBelow(const EarlierNodes* earlier, const Uri& mo)
{
    EarlierNodes below = earlier ? *earlier : EarlierNodes();
    std::erase_if(below, [&](const auto& node) { return !mo.contains(node.first); });
    return below;
}

/// Removes what the consent let in, and puts back what that replaced; accounts that go leave the ACLs. In the device's
/// own MO that is whatever cards brought: of what others have replaced nothing is known any more.
Result<Undone> takeOut(TreeEditor& editor, const EarlierNodes* earlier, const Consent& consent)
{
    if (editor.ledger() == nullptr)
        return Undone();
    const bool added = consent.what == Consent::What::Added;
    const OwnerCheck goes = [&](const std::string& owner) {
        return added ? !owner.empty() && owner == consent.from : isCardOwner(owner);
    };
    const NodeId node = editor.tree().find(consent.mo);
    const auto before = node == kNoNode ? std::vector<std::string>() : serversBelow(editor.tree(), node);
    Remover remover(editor, goes);
    auto done = node == kNoNode ? Result<void>() : remover.remove(node);
    const EarlierNodes below = earlierBelow(earlier, consent.mo);
    auto restored = done ? restoreEarlier(editor, &below, goes) : tl::unexpected(done.error());
    if (!restored)
        return tl::unexpected(restored.error());
    if (auto stripped = stripGoneServers(editor, before); !stripped)
        return tl::unexpected(stripped.error());
    return Undone{std::move(remover.removed), *std::move(restored)};
}

Result<Undone> revokeOne(ManagedTree& device, const Consent& consent)
{
    TreeEditor editor = device.edit(consent.from);
    auto undone = takeOut(editor, device.earlier(), consent);
    auto done = undone ? Result<void>() : tl::unexpected(undone.error());
    if (done)
        done = rememberConsent(editor, {Consent::What::Revoked, consent.mo, consent.from});
    if (done)
        done = rememberMark(editor, consent.mo, ConfirmMark::Confirm);
    if (!done) {
        editor.rollBack(0);
        return tl::unexpected(done.error());
    }
    auto stored = device.commit(editor, consent.from);
    return stored ? undone : tl::unexpected(stored.error());
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
            const auto undone = revokeOne(device, *consent);
            if (!undone)
                return tl::unexpected(undone.error());
            report.removed.insert(report.removed.end(), undone->removed.begin(), undone->removed.end());
            report.restored.insert(report.restored.end(), undone->restored.begin(), undone->restored.end());
            if (undone->removed.empty() && undone->restored.empty())
                report.kept.push_back(mo);
        }
    }
    return report;
}

} // namespace dmsc
