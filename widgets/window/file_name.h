// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

namespace dmsc {

/// A name that every file system takes, made of a title; without an ending.
[[nodiscard]] inline QString fileNameOf(const QString& title)
{
    QString name = title.simplified();
    for (QChar& character : name) {
        if (!character.isLetterOrNumber() && character != u' ' && character != u'-' && character != u'_')
            character = u'_';
    }
    return name.left(80);
}

} // namespace dmsc
