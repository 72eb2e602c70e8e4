// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cardio/channel/random.h"
#include "cardio/channel/secret.h"

#include <QString>

#include <string_view>

namespace dmsc {

/// Seals what must not be read from a card's image by who copies the file: AES-256-GCM under a key in a file of its
/// own (32 bytes, mode 0600). The key is made when something is sealed for the first time.
class Seal
{
public:
    /// An empty path: defaultPath().
    explicit Seal(QString keyPath = {}, RandomSource random = systemRandom());

    /// In the user's configuration folder.
    [[nodiscard]] static QString defaultPath();
    [[nodiscard]] const QString& keyPath() const { return m_keyPath; }

    /// nonce | ciphertext | tag. `context` (what it is and of which image) is bound to it. Io when the key can be
    /// neither read nor made.
    [[nodiscard]] Result<Bytes> close(ByteView secret, std::string_view context) const;
    /// NotFound without a key; Security when it was sealed with another key or for another context, or was changed.
    [[nodiscard]] Result<SecretBytes> open(ByteView sealed, std::string_view context) const;

private:
    [[nodiscard]] Result<SecretBytes> readKey() const;
    [[nodiscard]] Result<SecretBytes> makeKey() const;

    QString m_keyPath;
    RandomSource m_random;
};

} // namespace dmsc
