// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArrayView>

namespace dmsc {

/// Takes the first line off `text`, which must not be empty; without its end, LF or CR LF.
[[nodiscard]] inline QByteArrayView takeLine(QByteArrayView& text)
{
    const qsizetype end = text.indexOf('\n');
    QByteArrayView line = text.first(end < 0 ? text.size() : end);
    text = text.sliced(end < 0 ? text.size() : end + 1);
    if (line.endsWith('\r'))
        line.chop(1);
    return line;
}

} // namespace dmsc
