// SPDX-License-Identifier: Apache-2.0
#include "tests/bench/bench.h"

#include <QApplication>
#include <QStringList>

#include <algorithm>

int main(int argc, char** argv)
{
    // Figures of painting are of the offscreen platform unless asked for otherwise.
    if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    const QApplication application(argc, argv);
    // Other processes first: they are measured best while this one is small.
    const std::vector<dmsc::bench::Group> groups = {
        {"launch", dmsc::bench::launch},
        {"process", dmsc::bench::process},
        {"card", dmsc::bench::card},
        {"handshake", dmsc::bench::handshake},
        {"session", dmsc::bench::session},
        {"reader", dmsc::bench::reader},
        {"tree", dmsc::bench::tree},
        {"compare", dmsc::bench::compare},
        {"merge", dmsc::bench::merge},
        {"items", dmsc::bench::items},
        {"log", dmsc::bench::log},
        {"window", dmsc::bench::window},
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
