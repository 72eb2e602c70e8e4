// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QChar>
#include <QString>
#include <QStringList>

namespace dmsc {

/// Technical text (URIs, APDU names, hex, "0.8 ms") for a place of this direction: it reads from left to right whatever
/// stands around it, and alone or inside a sentence it does not turn that round. Cut a text first: an isolate must end.
[[nodiscard]] inline QString leftToRight(const QString& text, Qt::LayoutDirection around)
{
    constexpr QChar kIsolate(u'\u2066');
    constexpr QChar kEnd(u'\u2069');
    return around != Qt::RightToLeft || text.isEmpty() ? text : kIsolate + text + kEnd;
}

/// The same for a text of several lines, each of which is a paragraph of its own.
[[nodiscard]] inline QString leftToRightLines(const QString& text, Qt::LayoutDirection around)
{
    QStringList lines = text.split(u'\n');
    for (QString& line : lines)
        line = leftToRight(line, around);
    return lines.join(u'\n');
}

} // namespace dmsc
