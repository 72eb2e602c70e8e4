// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/tree/tree.h"

#include <QString>

#include <string_view>

namespace dmsc {

/// The Type of a leaf whose value is a key or a password from a card's file, for views to show as dots. It exists in
/// our trees only and is written nowhere.
inline constexpr std::string_view kSecretType = "application/x-secret";
/// A leaf of such a name holds a password, a key, a PIN, a token or a nonce: those of DM accounts (STD 7.1.3, which
/// servers can never Get), of provisioning documents, connection, proxy, WLAN, certificate and subscription objects.
/// Whole words of the name count, whatever its case, hyphens and percent escapes: KeyMaterial, but not Keyboard.
[[nodiscard]] bool isSecretName(std::string_view name);
/// By its Type or its name. See hidesValue() for what a DDF says besides.
[[nodiscard]] bool isSecret(const Tree& tree, NodeId leaf);
/// What stands for a secret until it is revealed; says nothing about its length.
[[nodiscard]] inline QString secretDots()
{
    return QStringLiteral("••••••••");
}

} // namespace dmsc
