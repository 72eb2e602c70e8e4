// SPDX-License-Identifier: Apache-2.0
#include "cardio/handset/handset_hooks.h"
#include "cardio/handset/mo_change.h"

#include <QCoreApplication>

// Exec on a FUMO's nodes (FUMO 1.0): accepted at once, carried out between messages, told by a generic alert.
namespace dmsc {

using syncml::StatusCode;

namespace {

constexpr std::string_view kDownload = "Download";
constexpr std::string_view kUpdate = "Update";
constexpr std::string_view kBoth = "DownloadAndUpdate";

constexpr int kSuccess = 200;
constexpr int kFailed = 410; ///< update failed
constexpr int kDownloadFailedResult = 500;

std::string alertType(std::string_view node)
{
    if (node == kDownload)
        return "urn:oma:at:fumo:download";
    return node == kUpdate ? "urn:oma:at:fumo:update" : "urn:oma:at:fumo:downloadandupdate";
}

QString resultText(int code, bool installs)
{
    if (code == static_cast<int>(StatusCode::NotFound))
        return QCoreApplication::translate("Approval", "The firmware package is not approved and was deleted");
    if (code == static_cast<int>(StatusCode::Unauthorized))
        return QCoreApplication::translate("Approval", "The firmware package was refused and deleted");
    if (code != kSuccess)
        return QCoreApplication::translate("Approval", "The firmware could not be updated (%1)").arg(code);
    return installs ? QCoreApplication::translate("Approval", "The firmware is updated")
                    : QCoreApplication::translate("Approval", "The firmware package is ready to be installed");
}

Bytes valueOf(const Tree& tree, const Uri& uri)
{
    const NodeId node = tree.find(uri);
    const std::string_view value = node == kNoNode ? std::string_view() : tree.value(node);
    return {value.begin(), value.end()};
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
    if (!m_parts.verifier || !m_parts.user || (name != kUpdate && !m_parts.download))
        return StatusCode::NotSupported;
    if (name == kUpdate && valueOf(tree(), fumo.child("Update").child("PkgData")).empty())
        return StatusCode::CommandFailed; // there is nothing to update from
    m_jobs.push_back({fumo, std::string(name), correlator});
    return StatusCode::Accepted;
}

Result<FirmwareDownload> HandsetHooks::packageFor(const FirmwareJob& job) const
{
    const Tree& tree = m_parts.device->tree();
    if (job.node == kUpdate)
        return FirmwareDownload{valueOf(tree, job.fumo.child("Update").child("PkgData")),
            valueOf(tree, job.fumo.child("Ext").child("Signature"))};
    const Bytes url = valueOf(tree, job.fumo.child(job.node).child("PkgURL"));
    return m_parts.download({url.begin(), url.end()});
}

int HandsetHooks::resultOf(const FirmwareJob& job)
{
    const auto files = packageFor(job);
    if (!files)
        return kDownloadFailedResult;
    const auto taken = takePackage(*m_parts.device, job.fumo, files->package, files->signature, *m_parts.verifier,
        m_parts.settings, m_parts.asker, *m_parts.user);
    if (!taken)
        return taken.error().kind == ErrorKind::Limit ? static_cast<int>(StatusCode::TooLarge) : kFailed;
    if (taken->resultCode != kSuccess || job.node == kDownload)
        return taken->resultCode;
    return installPackage(*m_parts.device, job.fumo) ? kSuccess : kFailed;
}

void HandsetHooks::carryOut(const FirmwareJob& job)
{
    const int code = resultOf(job);
    alert(job.fumo.text(), alertType(job.node), code, job.correlator);
    Notice notice;
    notice.asker = m_parts.asker;
    notice.kind = code == kSuccess ? Notice::Kind::Finished : Notice::Kind::Warning;
    notice.text = resultText(code, job.node != kDownload);
    m_parts.user->tell(notice);
}

} // namespace dmsc
