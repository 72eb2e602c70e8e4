// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QChar>
#include <QString>

namespace dmsc {

/// Technical text (URIs, APDU names, hex, "0.8 ms") for a place of this direction: it reads from left to right whatever
/// stands around it, and alone or inside a sentence it does not turn that round. Cut a text first: an isolate must end.
[[nodiscard]] inline QString leftToRight(const QString& text, Qt::LayoutDirection around)
{
    constexpr QChar kIsolate(u'\u2066');
    constexpr QChar kEnd(u'\u2069');
    return around != Qt::RightToLeft || text.isEmpty() ? text : kIsolate + text + kEnd;
}

} // namespace dmsc
