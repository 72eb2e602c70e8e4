// SPDX-License-Identifier: Apache-2.0
// The window on a screen that is smaller than its usual size.
#include "tests/gui/test_screen.h"
#include "tests/gui/window_bench.h"
#include "tests/support/run_test.h"

#include <QScreen>

namespace dmsc::tst_window_screen {

using dmsc::test::WindowBench;

namespace {

constexpr QSize kSmall(1100, 720);

bool fits(const QWidget& window)
{
    return window.screen()->availableGeometry().contains(window.frameGeometry());
}

QByteArray placeOf(const QWidget& window)
{
    return QDebug::toString(window.frameGeometry()).toUtf8();
}

} // namespace

class WindowScreenTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        if (QGuiApplication::primaryScreen()->size() != kSmall)
            QSKIP("the platform takes no screens by configuration");
    }

    void the_main_window_fits_a_screen_that_is_smaller_than_its_usual_size()
    {
        const WindowBench bench;
        MainWindow window(bench.options());
        QVERIFY(window.minimumSizeHint().width() <= kSmall.width()); // or nothing could be done
        window.show();
        QTRY_VERIFY(window.hasStarted());
        QVERIFY2(fits(window), placeOf(window).constData());
    }

    void the_main_window_fits_a_screen_that_is_smaller_than_where_it_was_saved()
    {
        const WindowBench bench;
        {
            MainWindow large(bench.options());
            large.show();
            QTRY_VERIFY(large.hasStarted());
            large.move(500, 300);
            large.resize(2400, 1400);
            QVERIFY(!fits(large));
            large.close();
        }
        MainWindow window(bench.options());
        window.show();
        QTRY_VERIFY(window.hasStarted());
        QVERIFY2(fits(window), placeOf(window).constData());
    }
};

int run(int argc, char** argv)
{
    const test::TestScreen screen(kSmall);
    return test::run<QApplication, WindowScreenTest>(argc, argv);
}

} // namespace dmsc::tst_window_screen

#include "tst_window_screen.moc"
