// SPDX-License-Identifier: Apache-2.0
#include "app/workbench_options.h"

#include "app/version.h"
#include "model/compare/side.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QStringList>

namespace dmsc {

namespace {

WorkbenchOptions wrong(const QString& what)
{
    WorkbenchOptions options;
    options.message = QStringLiteral("dmsc-workbench: ") + what;
    options.exitCode = 2;
    return options;
}

std::optional<Theme> themeOf(const QString& word)
{
    if (word == QLatin1String("light"))
        return Theme::Light;
    if (word == QLatin1String("dark"))
        return Theme::Dark;
    if (word == QLatin1String("contrast"))
        return Theme::HighContrast;
    if (word == QLatin1String("system"))
        return Theme::System;
    return std::nullopt;
}

/// What Qt itself takes from the command line, with and without a value; it is gone once there is an application.
QStringList withoutQtOptions(int argc, char** argv)
{
    static constexpr const char* kWithValue[] = {
        "platform", "style", "platformtheme", "platformpluginpath", "qwindowgeometry", "display", "session"};
    QStringList left;
    for (int i = 0; i < argc; ++i) {
        const QString argument = QString::fromLocal8Bit(argv[i]);
        QString name = argument;
        while (name.startsWith(QLatin1Char('-')))
            name.remove(0, 1);
        const bool isOption = argument.startsWith(QLatin1Char('-'));
        bool known = isOption && name == QLatin1String("reverse");
        for (const char* option : kWithValue) {
            if (isOption && name == QLatin1String(option)) {
                known = true;
                ++i;
            }
        }
        if (!known)
            left << argument;
    }
    return left;
}

void describe(QCommandLineParser& parser)
{
    parser.setApplicationDescription(QCoreApplication::translate("Main",
        "Shows a device's DM tree and a card's MO store side by side, and copies Management Objects both ways."));
    const auto add = [&parser](const QString& name, const QString& text, const QString& value = {}) {
        parser.addOption({name, text, value});
    };
    const QString where = QStringLiteral("WHERE");
    add(QStringLiteral("device"), QCoreApplication::translate("Main", "open on the device side"), where);
    add(QStringLiteral("card"), QCoreApplication::translate("Main", "open on the card side"), where);
    add(QStringLiteral("demo"), QCoreApplication::translate("Main", "open the demo desk"));
    add(QStringLiteral("empty"), QCoreApplication::translate("Main", "open nothing"));
    add(QStringLiteral("log"),
        QCoreApplication::translate("Main", "open a recording or trace beside the log; may be given more than once"),
        QStringLiteral("FILE"));
    add(QStringLiteral("recordings"), QCoreApplication::translate("Main", "record the session into this folder"),
        QStringLiteral("FOLDER"));
    add(QStringLiteral("theme"), QCoreApplication::translate("Main", "light, dark, contrast or system"),
        QStringLiteral("THEME"));
    add(QStringLiteral("lang"), QCoreApplication::translate("Main", "en or de"), QStringLiteral("LANGUAGE"));
    add(QStringLiteral("tour"),
        QCoreApplication::translate("Main", "walk through the demo desk, leave pictures in a folder"),
        QStringLiteral("FOLDER"));
    add(QStringLiteral("report-paint"),
        QCoreApplication::translate("Main", "print a line when the window has been painted for the first time"));
    add(QStringLiteral("settings"), QCoreApplication::translate("Main", "keep the session in this file"),
        QStringLiteral("FILE"));
}

} // namespace

WorkbenchOptions parseWorkbenchOptions(int argc, char** argv)
{
    QCommandLineParser parser;
    describe(parser);
    const QCommandLineOption help = parser.addHelpOption();
    const QCommandLineOption version = parser.addVersionOption();
    if (!parser.parse(withoutQtOptions(argc, argv)))
        return wrong(parser.errorText());

    WorkbenchOptions options;
    if (parser.isSet(version)) {
        options.message = QStringLiteral("dmsc-workbench %1").arg(QString::fromLatin1(kVersion));
        return options;
    }
    if (parser.isSet(help)) {
        int count = 1;
        const QCoreApplication application(count, argv); // helpText() asks it for the program's name
        options.message = parser.helpText().trimmed();
        return options;
    }
    if (!parser.positionalArguments().isEmpty())
        return wrong(QCoreApplication::translate("Main", "unexpected word '%1'; files go with --device and --card")
                         .arg(parser.positionalArguments().constFirst()));
    for (const Side side : kSides) {
        const QString name = side == Side::Device ? QStringLiteral("device") : QStringLiteral("card");
        if (!parser.isSet(name))
            continue;
        const auto where = Where::parse(parser.value(name));
        if (!where)
            return wrong(where.error().text());
        (side == Side::Device ? options.window.device : options.window.card) = *where;
    }
    if (parser.isSet(QStringLiteral("theme"))) {
        options.window.theme = themeOf(parser.value(QStringLiteral("theme")));
        if (!options.window.theme)
            return wrong(QCoreApplication::translate("Main", "there is no theme '%1'; light, dark, contrast or system")
                             .arg(parser.value(QStringLiteral("theme"))));
    }
    options.language = parser.value(QStringLiteral("lang"));
    if (!options.language.isEmpty() && options.language != QLatin1String("en")
        && options.language != QLatin1String("de"))
        return wrong(QCoreApplication::translate("Main", "there is no language '%1'; en or de").arg(options.language));
    options.window.demo = parser.isSet(QStringLiteral("demo"));
    options.window.empty = parser.isSet(QStringLiteral("empty"));
    options.reportPaint = parser.isSet(QStringLiteral("report-paint"));
    options.window.recordings = parser.values(QStringLiteral("log"));
    options.window.recordingsFolder = parser.value(QStringLiteral("recordings"));
    options.window.settingsFile = parser.value(QStringLiteral("settings"));
    if (parser.isSet(QStringLiteral("tour")))
        options.tour = parser.value(QStringLiteral("tour"));
    return options;
}

} // namespace dmsc
