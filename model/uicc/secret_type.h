// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

namespace dmsc {

/// The Type of a leaf whose value is a key or a password from a card's file, for views to show as dots. It exists in
/// our trees only and is written nowhere.
inline constexpr std::string_view kSecretType = "application/x-secret";

} // namespace dmsc
