// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/error.h"

#include <QString>
#include <QUrl>

namespace dmsc {

/// The address of a DM server, http://HOST/PATH or https://…; BadValue says what is expected for everything else.
[[nodiscard]] Result<QUrl> serverUrl(const QString& text);

} // namespace dmsc
