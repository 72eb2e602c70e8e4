// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QTest>

namespace dmsc::test {

/// Runs a test class as QTEST_MAIN would; for tests that share a program, see tests/CMakeLists.txt.
template <class Application, class Test> int run(int argc, char** argv)
{
    QCoreApplication::setAttribute(Qt::AA_Use96Dpi);
    const Application application(argc, argv);
    Test test;
    return QTest::qExec(&test, argc, argv);
}

} // namespace dmsc::test
