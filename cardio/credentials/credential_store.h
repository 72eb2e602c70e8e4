// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cardio/channel/handshake.h"
#include "model/access/credential_info.h"

#include <vector>

namespace dmsc {

/// Credentials in one file, each encrypted with AES-256-GCM under a key that scrypt makes of a passphrase; what
/// CredentialInfo tells stands beside them in clear, bound to them. The demo desk's are built in and need no
/// passphrase.
class CredentialStore
{
public:
    /// A file that does not exist yet is an empty store. Damaged when it is not one of ours.
    [[nodiscard]] static Result<CredentialStore> open(const QString& path);
    [[nodiscard]] static QString defaultPath(); ///< in the user's data folder

    /// The built-in ones first.
    [[nodiscard]] std::vector<CredentialInfo> list() const;
    [[nodiscard]] bool isLocked() const; ///< something in it needs the passphrase, and it was not given yet
    /// Security error for a wrong one. The first one given to an empty store becomes its passphrase.
    Result<void> unlock(const SecretBytes& passphrase);
    void lock();

    /// PKCS#12, PEM (key and certificates in one) or a key set as JSON
    /// {"version":"31","enc":hex,"mac":hex,"dek":hex,"macSize":8|16}; recognised by content. NotAllowed while locked.
    Result<CredentialInfo> import(ByteView file, const SecretBytes& passphrase, const QString& label, Role role);
    Result<void> remove(const QString& id);

    /// NotFound, or NotAllowed while locked.
    [[nodiscard]] Result<Credential> get(const QString& id) const;
    /// The one that stands for a role on the demo desk.
    [[nodiscard]] static Result<Credential> builtIn(Role role, HandshakeMethod method);
};

} // namespace dmsc
