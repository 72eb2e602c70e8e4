// SPDX-License-Identifier: Apache-2.0
#include "cardio/handset/handset_hooks.h"
#include "cardio/handset/mo_change.h"

#include <QCoreApplication>

#include <algorithm>

// Exec on a FUMO's nodes (FUMO 1.0): accepted at once, carried out between messages, told by a generic alert.
namespace dmsc {

using syncml::StatusCode;

namespace {

constexpr std::string_view kDownload = "Download";
constexpr std::string_view kUpdate = "Update";
constexpr std::string_view kBoth = "DownloadAndUpdate";

std::string alertType(std::string_view node)
{
    if (node == kDownload)
        return std::string(kFumoDownloadAlert);
    return std::string(kFumoAlert).append(node == kUpdate ? "update" : "downloadandupdate");
}

QString resultText(int code, bool installs, const QString& problem)
{
    if (code == kNotApproved)
        return QCoreApplication::translate("Approval", "The firmware package is not approved and was deleted");
    if (code == kUserRefused)
        return QCoreApplication::translate("Approval", "The firmware package was refused and deleted");
    if (code == kDownloadFailedCode)
        return QCoreApplication::translate("Approval", "The firmware package could not be fetched: %1").arg(problem);
    if (code != kFirmwareOk)
        return QCoreApplication::translate("Approval", "The firmware could not be updated: %1").arg(problem);
    return installs ? QCoreApplication::translate("Approval", "The firmware is updated")
                    : QCoreApplication::translate("Approval", "The firmware package is ready to be installed");
}

Bytes valueOf(const Tree& tree, const Uri& uri)
{
    const NodeId node = tree.find(uri);
    const std::string_view value = node == kNoNode ? std::string_view() : tree.value(node);
    return {value.begin(), value.end()};
}

/// FUMO has no node for a signature: unless its Ext names an URL, it lies beside the package.
FirmwareSource sourceOf(const Tree& tree, const Uri& fumo, std::string_view node)
{
    const std::string package(textOf(valueOf(tree, fumo.child(node).child("PkgURL"))));
    const Bytes named = valueOf(tree, fumo.child("Ext").child("SignatureURL"));
    if (!named.empty())
        return {package, std::string(textOf(named))};
    std::string beside = package;
    beside.insert(std::min(beside.find_first_of("?#"), beside.size()), ".p7s");
    return {package, beside};
}

} // namespace

std::optional<StatusCode> HandsetHooks::firmware(const Uri& target, const std::string& correlator)
{
    const std::string_view name = target.name();
    if (name != kDownload && name != kUpdate && name != kBoth)
        return std::nullopt;
    const Uri fumo = target.parent();
    const NodeId mo = tree().find(fumo);
    if (mo == kNoNode || moFamily(tree().type(mo)) != kFumoMo || tree().child(mo, name) == kNoNode)
        return std::nullopt;
    // Without a card nothing can be checked, and nothing unchecked is installed (GEN-11).
    if ((!m_parts.verifier && !m_parts.cardBusy) || !m_parts.user || (name != kUpdate && !m_parts.download))
        return StatusCode::NotSupported;
    if (name == kUpdate && valueOf(tree(), fumo.child("Update").child("PkgData")).empty())
        return StatusCode::CommandFailed; // there is nothing to update from
    m_jobs.push_back({fumo, std::string(name), correlator});
    return StatusCode::Accepted;
}

std::vector<syncml::Command> HandsetHooks::finishFirmware(SignatureVerifier& verifier)
{
    m_parts.verifier = &verifier;
    m_parts.cardBusy = false;
    return takeAlerts();
}

Result<FirmwareDownload> HandsetHooks::packageFor(const FirmwareJob& job) const
{
    const Tree& tree = m_parts.device->tree();
    if (job.node == kUpdate)
        return FirmwareDownload{valueOf(tree, job.fumo.child("Update").child("PkgData")),
            valueOf(tree, job.fumo.child("Ext").child("Signature"))};
    return downloadPackage(*m_parts.device, job.fumo,
        [&, source = sourceOf(tree, job.fumo, job.node)] { return m_parts.download(source); });
}

HandsetHooks::FirmwareEnd HandsetHooks::endOf(const FirmwareJob& job)
{
    const auto files = packageFor(job);
    if (!files)
        return {kDownloadFailedCode, files.error().text()};
    const auto taken = takePackage(*m_parts.device, job.fumo, files->package, files->signature, *m_parts.verifier,
        m_parts.settings, m_parts.asker, *m_parts.user);
    if (!taken)
        return {taken.error().kind == ErrorKind::Limit ? static_cast<int>(StatusCode::TooLarge) : kUpdateFailed,
            taken.error().text()};
    if (taken->resultCode != kFirmwareOk || job.node == kDownload)
        return {taken->resultCode, taken->approval.problem};
    const auto installed = installPackage(*m_parts.device, job.fumo);
    return installed ? FirmwareEnd{kFirmwareOk} : FirmwareEnd{kUpdateFailed, installed.error().text()};
}

void HandsetHooks::carryOut(const FirmwareJob& job)
{
    const auto [code, problem] = endOf(job);
    alert(resultAlert(job.fumo.text(), alertType(job.node), code, job.correlator));
    Notice notice;
    notice.asker = m_parts.asker;
    notice.kind = code == kFirmwareOk ? Notice::Kind::Finished : Notice::Kind::Warning;
    notice.text = resultText(code, job.node != kDownload, problem);
    m_parts.user->tell(notice);
}

} // namespace dmsc
