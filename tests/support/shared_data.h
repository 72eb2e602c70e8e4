// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDir>
#include <QFileInfo>
#include <QString>
#include <QtGlobal>

#include <optional>

namespace dmsc::test {

/// The path of a file or folder below shared/data (`relative` as in "tnds/w7.xml"; empty for the folder itself).
/// Looked for in $DMSC_SHARED/data, else beside the source folder; nothing when it is not there: QSKIP then.
inline std::optional<QString> sharedData(const QString& relative = {})
{
    const QString given = qEnvironmentVariable("DMSC_SHARED");
    const QString root = given.isEmpty() ? QStringLiteral(DMSC_SOURCE_DIR "/../shared") : given;
    const QString path = QDir::cleanPath(root + QStringLiteral("/data/") + relative);
    if (!QFileInfo::exists(path))
        return std::nullopt;
    return path;
}

} // namespace dmsc::test
