// SPDX-License-Identifier: Apache-2.0
#include "widgets/window/language.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>

namespace dmsc {

namespace {

void install(QCoreApplication& application, const QLocale& locale, const QString& name, const QString& folder)
{
    auto* translator = new QTranslator(&application);
    if (translator->load(locale, name, QStringLiteral("_"), folder))
        QCoreApplication::installTranslator(translator);
    else
        delete translator;
}

} // namespace

void applyLanguage(QCoreApplication& application, const QString& language)
{
    const QLocale locale = language.isEmpty() ? QLocale::system() : QLocale(language);
    QLocale::setDefault(locale);
    // Qt's own first: what is installed last is asked first.
    if (locale.language() != QLocale::English && locale.language() != QLocale::C)
        install(application, locale, QStringLiteral("qtbase"), QLibraryInfo::path(QLibraryInfo::TranslationsPath));
    const bool translated = locale.language() == QLocale::German;
    // English too has a file: its plural forms.
    install(
        application, translated ? locale : QLocale(QLocale::English), QStringLiteral("dmsc"), QStringLiteral(":/i18n"));
}

} // namespace dmsc
