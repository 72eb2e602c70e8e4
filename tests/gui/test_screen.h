// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QFile>
#include <QSize>
#include <QTemporaryDir>

namespace dmsc::test {

/// Gives the off-screen platform one screen of that size, where it has 800 x 800 otherwise. Made before the
/// application, and outlives it.
class TestScreen
{
public:
    explicit TestScreen(QSize size)
    {
        QFile screens(m_folder.filePath(QStringLiteral("screens.json")));
        if (!screens.open(QIODevice::WriteOnly))
            qFatal("no description of screens");
        screens.write(QByteArrayLiteral(R"({"screens":[{"name":"test","x":0,"y":0,"logicalDpi":96,"width":)")
            + QByteArray::number(size.width()) + R"(,"height":)" + QByteArray::number(size.height()) + "}]}");
        qputenv("QT_QPA_PLATFORM", "offscreen:configfile=" + QFile::encodeName(screens.fileName()));
    }

private:
    QTemporaryDir m_folder;
};

} // namespace dmsc::test
