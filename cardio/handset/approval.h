// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cardio/card/signature_verifier.h"
#include "cardio/handset/bootstrap.h"

#include <functional>
#include <string>

namespace dmsc {

/// Key reference of the firmware authority on a card.
inline constexpr std::uint8_t kFirmwareAuthority = 0x01;

// FUMO 1.0's result codes, as far as they occur here.
inline constexpr int kFirmwareOk = 200;
inline constexpr int kUserRefused = 401;
inline constexpr int kNotApproved = 404;
inline constexpr int kUpdateFailed = 410;
inline constexpr int kDownloadFailedCode = 500;

/// A firmware package and its detached CMS signature, as they were fetched.
struct FirmwareDownload
{
    Bytes package;
    Bytes signature; ///< empty: there is none
};

/// Where they are: URLs.
struct FirmwareSource
{
    std::string package;
    std::string signature;
};

struct Approval
{
    bool approved = false;
    Bytes digest; ///< SHA-256 of the package
    QString signer; ///< as the CMS names it; proved only when approved
    QString problem; ///< why not
};

/// Whether the authority approved the package (GEN-11): the handset hashes it and reads the detached CMS signature, the
/// card checks the signature. Syntax for bytes that are no CMS signature of one signer.
[[nodiscard]] Result<Approval> checkApproval(ByteView package, ByteView cms, SignatureVerifier& card);

/// What became of a download (FUMO 1.0: State and result codes).
struct InstallOutcome
{
    Approval approval;
    int fumoState = 10; ///< 20 download failed, 50 ready, 80 failed and without data
    int resultCode = 200; ///< 200 ok, 401 the user refused, 404 signature
    bool deleted = false; ///< the download is gone (USE-6)
    bool asked = false; ///< the user was asked (USE-7)
};
/// `fetch` for the FUMO MO at `fumo`, whose State says how it goes; what was there before is gone when it fails.
[[nodiscard]] Result<FirmwareDownload> downloadPackage(
    ManagedTree& device, const Uri& fumo, const std::function<Result<FirmwareDownload>()>& fetch);
/// Puts the package into the FUMO MO at `fumo`, checks it, and does what settings and user decide; State is written.
/// NotFound when there is no such MO, Limit above kMaxPackage. What nobody approves is deleted (USE-6).
[[nodiscard]] Result<InstallOutcome> takePackage(ManagedTree& device, const Uri& fumo, ByteView package, ByteView cms,
    SignatureVerifier& card, const HandsetSettings& settings, const PromptAsker& asker, UserAgent& user);
/// Installs what takePackage() found ready: PkgData goes, State ends at 100. Conflict in any other State than 50.
Result<void> installPackage(ManagedTree& device, const Uri& fumo);

/// The user takes back the consent by which an unapproved package was made ready: while it is not installed it is
/// deleted (USE-6), and the next one is asked about again. False: there was no such package.
[[nodiscard]] Result<bool> withdrawPackage(ManagedTree& device, const Uri& fumo);

/// MO identifier of FUMO, without its version.
inline constexpr std::string_view kFumoMo = "urn:oma:mo:oma-fumo";
/// What the types of FUMO's generic alerts begin with.
inline constexpr std::string_view kFumoAlert = "urn:oma:at:fumo:";
/// Of that which tells how a download ended.
inline constexpr std::string_view kFumoDownloadAlert = "urn:oma:at:fumo:download";
inline constexpr std::size_t kMaxPackage = std::size_t{64} << 20U;
/// Of one signature with its certificates.
inline constexpr std::size_t kMaxApproval = std::size_t{1} << 20U;

} // namespace dmsc
