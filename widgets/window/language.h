// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

class QCoreApplication;

namespace dmsc {

/// Installs the translations for a language ("de", "en"; empty: the system's). Windows made afterwards speak it.
void applyLanguage(QCoreApplication& application, const QString& language);

} // namespace dmsc
