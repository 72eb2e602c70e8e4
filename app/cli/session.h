// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/cli/command.h"
#include "cardio/desk/side_session.h"
#include "cardio/session/record_outlet.h"

namespace dmsc::cli {

/// How a card is opened: what --keys, --as, --method and --level come to.
struct SessionChoice
{
    HandshakeRequest request;
    std::optional<Credential> credential; ///< not set: the demo desk's
    RecordOutlet records; ///< --record
    std::shared_ptr<ReceiptFiles> receipts; ///< --receipt; null without it

    /// Reads files and the store of credentials as far as the arguments need them.
    [[nodiscard]] static Result<SessionChoice> from(const Arguments& arguments);
    [[nodiscard]] SideOptions options() const;
};

/// Where --record has everything written; nowhere without it.
[[nodiscard]] RecordOutlet recordsOf(const Arguments& arguments);

/// DMSC_PASSPHRASE, or what a person types at the terminal without echo. NotAllowed without either.
[[nodiscard]] Result<SecretBytes> passphrase(const QString& question);

/// The same for another secret and its environment variable.
[[nodiscard]] Result<SecretBytes> secretFrom(const char* variable, const QString& what);

/// A credential's file. Nobody is asked for a passphrase that is not needed; where `variable` is set in the environment
/// it has it, else passphrase() does.
[[nodiscard]] Result<Credential> readCredentialFile(const QString& path, const char* variable = nullptr);

/// What the credential itself tells: a certificate's name, else the issuer.
[[nodiscard]] Role credentialRole(const Credential& credential);

/// A file from outside, of 1 MiB at most.
[[nodiscard]] Result<Bytes> readFile(const QString& path);
/// One of `most` bytes; a longer one is an error that says `tooLarge`.
[[nodiscard]] Result<Bytes> readFile(const QString& path, qint64 most, const QString& tooLarge);

/// Says that the published demo credentials were used: in the JSON, else as the answer's note.
void sayDemo(Answer& answer, const Arguments& arguments);
/// Says what was put up with in a document, as the answer's note.
void sayOddities(Answer& answer, const QString& path, const std::vector<QString>& warnings);
void sayOddities(Answer& answer, const SideState& side);

} // namespace dmsc::cli
