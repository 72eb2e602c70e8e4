// SPDX-License-Identifier: Apache-2.0
#include "tests/bench/bench.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>

int main(int argc, char** argv)
{
    const QCoreApplication app(argc, argv);
    const std::vector<dmsc::bench::Group> groups = {
        {"tree", dmsc::bench::tree},
        {"compare", dmsc::bench::compare},
        {"items", dmsc::bench::items},
    };
    const QStringList wanted = QCoreApplication::arguments().mid(1);
    for (const auto& group : groups) {
        const QString name = QString::fromStdString(group.name);
        if (wanted.isEmpty()
            || std::any_of(wanted.begin(), wanted.end(), [&](const QString& w) { return name.startsWith(w); }))
            group.run();
    }
    return 0;
}
