// SPDX-License-Identifier: Apache-2.0
#include "app/stop_notice.h"
#include "app/version.h"
#include "app/workbench_options.h"
#include "widgets/theme/icon.h"
#include "widgets/window/language.h"
#include "widgets/window/main_window.h"
#include "widgets/window/session_state.h"
#include "widgets/window/tour.h"

#include <QApplication>
#include <QEvent>
#include <QSettings>
#include <QTimer>

#include <cstdio>
#include <memory>

namespace {

using namespace dmsc;

/// `--lang`, else what the last session was set to.
QString languageOf(const WorkbenchOptions& options)
{
    if (!options.language.isEmpty() || options.tour)
        return options.language.isEmpty() ? QStringLiteral("en") : options.language;
    const std::unique_ptr<QSettings> settings = openSettings(options.window.settingsFile);
    return readSession(*settings).language;
}

int runTour(QApplication& application, const WorkbenchOptions& options)
{
    Tour tour(options.window, *options.tour);
    QObject::connect(&tour, &Tour::took, [](const QString& file) { std::puts(qPrintable(file)); });
    QObject::connect(&tour, &Tour::finished, &application, [](const QString& error) {
        if (!error.isEmpty())
            std::fprintf(stderr, "dmsc-workbench: %s\n", qPrintable(error));
        QApplication::exit(error.isEmpty() ? 0 : 1);
    });
    tour.start();
    return QApplication::exec();
}

/// Prints a line after the first paint of what it watches, before anything that the window puts off until then.
class PaintReport : public QObject
{
public:
    bool eventFilter(QObject* watched, QEvent* event) override
    {
        if (event->type() != QEvent::Paint)
            return false;
        watched->removeEventFilter(this);
        QTimer::singleShot(0, [] {
            std::puts("painted");
            std::fflush(stdout);
        });
        return false;
    }
};

} // namespace

int main(int argc, char** argv)
{
    QCoreApplication::setApplicationName(QStringLiteral("dmsc-workbench"));
    QCoreApplication::setOrganizationName(QStringLiteral("dmsc"));
    QCoreApplication::setApplicationVersion(QString::fromLatin1(kVersion));

    // Asked before there is an application: help and version need no display.
    const WorkbenchOptions options = parseWorkbenchOptions(argc, argv);
    if (!options.message.isEmpty()) {
        std::fputs(qPrintable(options.message + QLatin1Char('\n')), options.exitCode == 0 ? stdout : stderr);
        return options.exitCode;
    }

    const StopNotice stopNotice;
    QApplication application(argc, argv);
    QApplication::setWindowIcon(applicationIcon());
    applyLanguage(application, languageOf(options));
    if (options.tour) {
        stopNotice.call(application, [] { QApplication::exit(1); });
        return runTour(application, options);
    }
    PaintReport paintReport;
    MainWindow window(options.window);
    stopNotice.call(window, [&window] {
        window.closeUnasked();
        QApplication::quit(); // a dialog may be open
    });
    if (options.reportPaint)
        window.installEventFilter(&paintReport);
    window.show();
    return QApplication::exec();
}
