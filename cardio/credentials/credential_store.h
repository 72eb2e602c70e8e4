// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cardio/channel/handshake.h"
#include "cardio/channel/sealed_box.h"
#include "cardio/credentials/passphrase_key.h"
#include "model/access/credential_info.h"

#include <optional>
#include <vector>

class QJsonObject;

namespace dmsc {

/// What is told about a credential, as the file has it and the command line prints it.
[[nodiscard]] QJsonObject factsOf(const CredentialInfo& info);

/// Credentials in one file, each encrypted with AES-256-GCM under a key that scrypt makes of a passphrase; what
/// CredentialInfo tells stands beside them in clear, bound to them. The demo desk's are built in and need no
/// passphrase.
class CredentialStore
{
public:
    /// A file that does not exist yet is an empty store, whose passphrase will cost `scryptCost` (a power of 2, memory
    /// is that many KiB). Damaged when it is not one of ours.
    [[nodiscard]] static Result<CredentialStore> open(
        const QString& path, std::uint64_t scryptCost = ScryptParameters().n);
    [[nodiscard]] static QString defaultPath(); ///< in the user's data folder

    /// The built-in ones first.
    [[nodiscard]] std::vector<CredentialInfo> list() const;
    [[nodiscard]] bool isLocked() const; ///< something in it needs the passphrase, and it was not given yet
    /// Security error for a wrong one. The first one given to an empty store becomes its passphrase.
    Result<void> unlock(const SecretBytes& passphrase);
    void lock();

    /// A file as readCredential() takes it. NotAllowed while locked.
    Result<CredentialInfo> import(ByteView file, const SecretBytes& passphrase, const QString& label, Role role);
    Result<void> remove(const QString& id);

    /// NotFound, or NotAllowed while locked.
    [[nodiscard]] Result<Credential> get(const QString& id) const;
    /// The one that stands for a role on the demo desk.
    [[nodiscard]] static Result<Credential> builtIn(Role role, HandshakeMethod method);
    /// An empty id stands for the demo desk's too.
    [[nodiscard]] static bool isBuiltIn(const QString& id);

private:
    struct Entry
    {
        CredentialInfo info;
        SealedBox box;
    };

    CredentialStore() = default;
    [[nodiscard]] QByteArray document(bool sealed) const;
    Result<void> read(const QByteArray& bytes);
    Result<void> save();
    [[nodiscard]] Result<std::size_t> find(const QString& id) const; ///< errors as get()
    [[nodiscard]] bool isSame(const Entry& entry, const SecretBytes& packed) const;
    [[nodiscard]] QString freeId(const QString& label) const;

    QString m_path;
    ScryptParameters m_scrypt;
    std::vector<Entry> m_entries;
    SealedBox m_check; ///< nothing, sealed: tells a wrong passphrase
    SealedBox m_seal; ///< nothing, bound to all of the document: tells a changed file
    std::optional<SecretBytes> m_key;
};

} // namespace dmsc
