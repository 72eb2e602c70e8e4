// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QString>

namespace dmsc::html {

/// As text or inside double quotes; control characters, which HTML cannot carry, become a replacement character.
[[nodiscard]] QByteArray escaped(const QString& text);

/// "<name>text</name>".
[[nodiscard]] QByteArray element(const char* name, const QString& text);

/// The page up to its body: title, language, colours for light and dark.
[[nodiscard]] QByteArray pageHead(const QString& title);

} // namespace dmsc::html
