// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/support/sanitized.h"

#include <QDeadlineTimer>
#include <QDir>
#include <QTest>

namespace dmsc::test {

/// Qt's watchdog may still be ending: LeakSanitizer would take what it holds for lost.
inline void awaitOtherThreads()
{
    const QDeadlineTimer patience(2000);
    while (QDir(QStringLiteral("/proc/self/task")).entryList(QDir::Dirs | QDir::NoDotAndDotDot).size() > 1
        && !patience.hasExpired())
        QThread::msleep(1);
}

/// Runs a test class as QTEST_MAIN would; for tests that share a program, see tests/CMakeLists.txt.
template <class Application, class Test> int run(int argc, char** argv)
{
    QCoreApplication::setAttribute(Qt::AA_Use96Dpi);
    const auto runIt = [&] {
        const Application application(argc, argv);
        Test test;
        return QTest::qExec(&test, argc, argv);
    };
    const int failures = runIt();
    if constexpr (kAddressSanitized)
        awaitOtherThreads();
    return failures;
}

} // namespace dmsc::test
