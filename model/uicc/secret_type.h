// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/tree/tree.h"

#include <QString>

#include <string_view>

namespace dmsc {

/// The Type of a leaf whose value is a key or a password from a card's file, for views to show as dots. It exists in
/// our trees only and is written nowhere.
inline constexpr std::string_view kSecretType = "application/x-secret";
/// The password of a DM account (STD 7.1.3, DMAcc): servers can never Get it.
inline constexpr std::string_view kAccountSecret = "AAuthSecret";
[[nodiscard]] inline bool isSecret(const Tree& tree, NodeId leaf)
{
    return tree.type(leaf) == kSecretType || tree.name(leaf) == kAccountSecret;
}
/// What stands for a secret until it is revealed; says nothing about its length.
[[nodiscard]] inline QString secretDots()
{
    return QStringLiteral("••••••••");
}

} // namespace dmsc
