// SPDX-License-Identifier: Apache-2.0
#include "widgets/compare/dropped_files.h"

#include <QMimeData>
#include <QUrl>

namespace dmsc {

QStringList droppedFiles(const QMimeData* data)
{
    QStringList paths;
    for (const QUrl& url : data->urls()) {
        if (url.isLocalFile())
            paths << url.toLocalFile();
    }
    return paths;
}

} // namespace dmsc
