// SPDX-License-Identifier: Apache-2.0
#include "tests/support/run_test.h"

// The .ts files as text: complete, and true to the sources in all that a program relies on.
#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>
#include <QSet>
#include <QTest>
#include <QXmlStreamReader>

#include <optional>
#include <vector>

namespace dmsc::tst_translations {

namespace {

struct Message
{
    QString context;
    QString source;
    QStringList forms; ///< one, or one per plural form
    bool plural = false;
    bool finished = true;
};

QString repository(const QString& path)
{
    return QDir(QStringLiteral(DMSC_SOURCE_DIR)).filePath(path);
}

void readTranslation(QXmlStreamReader& xml, Message& message)
{
    message.finished = xml.attributes().value(QLatin1String("type")).isEmpty();
    if (!message.plural) {
        message.forms << xml.readElementText();
        return;
    }
    while (xml.readNextStartElement())
        message.forms << xml.readElementText();
}

Message readMessage(QXmlStreamReader& xml, const QString& context)
{
    Message message{context, {}, {}, xml.attributes().value(QLatin1String("numerus")) == QLatin1String("yes"), true};
    while (xml.readNextStartElement()) {
        if (xml.name() == QLatin1String("source"))
            message.source = xml.readElementText();
        else if (xml.name() == QLatin1String("translation"))
            readTranslation(xml, message);
        else
            xml.skipCurrentElement();
    }
    return message;
}

/// What `language` translates; nothing when the file cannot be read.
std::optional<std::vector<Message>> messagesOf(const QString& language)
{
    QFile file(repository(QStringLiteral("translations/dmsc_%1.ts").arg(language)));
    if (!file.open(QIODevice::ReadOnly))
        return std::nullopt;
    std::vector<Message> messages;
    QXmlStreamReader xml(&file);
    QString context;
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement)
            continue;
        if (xml.name() == QLatin1String("name"))
            context = xml.readElementText();
        else if (xml.name() == QLatin1String("message"))
            messages.push_back(readMessage(xml, context));
    }
    if (xml.hasError())
        return std::nullopt;
    return messages;
}

QStringList matches(const QString& pattern, const QString& text)
{
    QStringList found;
    QRegularExpressionMatchIterator each = QRegularExpression(pattern).globalMatch(text);
    while (each.hasNext())
        found << each.next().captured();
    found.sort();
    return found;
}

QStringList placeholders(const QString& text)
{
    return matches(QStringLiteral("%(n|L?[0-9]+)"), text);
}

/// How often a letter is a key: `&File` is one, `&&` and `&%1;` are none.
qsizetype keys(const QString& text)
{
    return matches(QStringLiteral("(?<!&)&\\w"), text).size();
}

/// The marks and spaces that a text ends with.
QString ending(const QString& text)
{
    return QRegularExpression(QStringLiteral("[\\s.:;,!?]*$")).match(text).captured();
}

/// The text of adjacent string literals.
QString unescaped(const QString& literals)
{
    QString text;
    QRegularExpressionMatchIterator each =
        QRegularExpression(QStringLiteral("\"((?:[^\"\\\\]|\\\\.)*)\"")).globalMatch(literals);
    while (each.hasNext())
        text += each.next().captured(1);
    return text.replace(QLatin1String("\\n"), QLatin1String("\n")).replace(QLatin1String("\\\""), QLatin1String("\""));
}

using Key = std::pair<QString, QString>; ///< context, source

/// What a source file passes to translate() or QT_TRANSLATE_NOOP() as literals.
std::vector<Key> literalsOf(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    static const QRegularExpression call(
        QStringLiteral("(?:QT_TRANSLATE_NOOP|translate)\\(\\s*\"([^\"]*)\",\\s*((?:\"(?:[^\"\\\\]|\\\\.)*\"\\s*)+)"));
    std::vector<Key> found;
    QRegularExpressionMatchIterator each = call.globalMatch(QString::fromUtf8(file.readAll()));
    while (each.hasNext()) {
        const QRegularExpressionMatch match = each.next();
        found.emplace_back(match.captured(1), unescaped(match.captured(2)));
    }
    return found;
}

} // namespace

class TestTranslations : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyTextIsTranslated_data() { languages(); }
    void everyTextIsTranslated()
    {
        QFETCH(const QString, language);
        const auto messages = messagesOf(language);
        QVERIFY(messages && !messages->empty());
        for (const Message& message : *messages) {
            QVERIFY2(message.finished, qPrintable(message.source));
            QCOMPARE(message.forms.size(), message.plural ? 2 : 1);
            for (const QString& form : message.forms)
                QVERIFY2(!form.trimmed().isEmpty(), qPrintable(message.source));
        }
    }

    void placeholdersKeysAndEndingsStay_data() { languages(); }
    void placeholdersKeysAndEndingsStay()
    {
        QFETCH(const QString, language);
        const auto messages = messagesOf(language);
        QVERIFY(messages && !messages->empty());
        for (const Message& message : *messages) {
            for (const QString& form : message.forms) {
                const QByteArray what = (message.source + QLatin1String(" => ") + form).toUtf8();
                QVERIFY2(placeholders(form) == placeholders(message.source), what.constData());
                QVERIFY2(keys(form) == keys(message.source), what.constData());
                QVERIFY2(ending(form) == ending(message.source), what.constData());
                QVERIFY2(form.count(QLatin1Char('\n')) == message.source.count(QLatin1Char('\n')), what.constData());
            }
        }
    }

    /// lupdate passes over texts without a word when it cannot follow the call.
    void germanHasEveryTextOfTheSources()
    {
        const auto german = messagesOf(QStringLiteral("de"));
        QVERIFY(german);
        QSet<Key> known;
        for (const Message& message : *german)
            known.insert({message.context, message.source});
        int seen = 0;
        for (const char* floor : {"app", "widgets", "cardio", "model"}) {
            QDirIterator files(repository(QString::fromLatin1(floor)), {QStringLiteral("*.cpp"), QStringLiteral("*.h")},
                QDir::Files, QDirIterator::Subdirectories);
            while (files.hasNext()) {
                const QString path = files.next();
                for (const Key& key : literalsOf(path)) {
                    ++seen;
                    QVERIFY2(known.contains(key), qPrintable(path + QLatin1String(": ") + key.second));
                }
            }
        }
        QVERIFY(seen > 400); // else it looked in the wrong place
    }

private:
    static void languages()
    {
        QTest::addColumn<QString>("language");
        QTest::newRow("German") << QStringLiteral("de");
        QTest::newRow("English plural forms") << QStringLiteral("en");
    }
};

int run(int argc, char** argv)
{
    return test::run<QCoreApplication, TestTranslations>(argc, argv);
}

} // namespace dmsc::tst_translations

#include "tst_translations.moc"
