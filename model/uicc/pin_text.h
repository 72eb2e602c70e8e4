// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QString>

#include <cstdint>

namespace dmsc {

/// An administrative key (ADM 1 to 10): issuers write some of them as hex.
[[nodiscard]] bool isAdministrativeKey(std::uint8_t reference);
/// Why a text is no value of that key: four to eight digits, or sixteen hex digits for an administrative key (ETSI
/// TS 102 221 9.5.1); empty where it is one.
[[nodiscard]] QString whyNoPin(std::uint8_t reference, const QString& text);
/// The same for what unblocks a PIN: eight digits.
[[nodiscard]] QString whyNoPuk(const QString& text);
/// The bytes that the card gets, before they are filled up with FF.
[[nodiscard]] QByteArray pinBytes(std::uint8_t reference, const QString& text);

} // namespace dmsc
