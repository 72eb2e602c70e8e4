// SPDX-License-Identifier: Apache-2.0
#include "tests/support/run_test.h"
#include "widgets/theme/icon.h"
#include "widgets/theme/theme.h"

#include <QApplication>
#include <QDir>
#include <QFile>
#include <QImage>
#include <QTest>

#include <algorithm>
#include <vector>

namespace dmsc::tst_theme {

namespace {

constexpr double kTextContrast = 4.5;
constexpr double kMarkContrast = 3.0;

QColor rgb(QRgb value)
{
    return QColor::fromRgb(value);
}

void check(double needed, QRgb front, QRgb back, const QString& what)
{
    const double ratio = contrastRatio(rgb(front), rgb(back));
    QVERIFY2(ratio >= needed,
        qPrintable(QStringLiteral("%1: %2 on %3 is %4:1, needs %5:1")
                       .arg(what, rgb(front).name(), rgb(back).name())
                       .arg(ratio, 0, 'f', 2)
                       .arg(needed)));
}

/// Marks carry the words of a state too, so they are held to the contrast of text.
template <class Marks> void checkMarks(const ThemeColors& colors, const Marks& marks, const QString& what)
{
    int number = 0;
    for (const MarkColors& mark : marks) {
        const QString name = QStringLiteral("%1 %2").arg(what).arg(number++);
        for (const QRgb back : {colors.window, colors.base, colors.alternate, mark.row}) {
            check(kTextContrast, mark.mark, back, name + QStringLiteral(" mark"));
        }
        check(kTextContrast, mark.selectedMark, colors.selection, name + QStringLiteral(" selected mark"));
        check(kTextContrast, colors.text, mark.row, name + QStringLiteral(" text"));
        check(kTextContrast, colors.mutedText, mark.row, name + QStringLiteral(" muted text"));
        check(kMarkContrast, colors.border, mark.row, name + QStringLiteral(" border"));
    }
}

QImage picture(const QIcon& icon, int size, qreal scale, QIcon::Mode mode = QIcon::Normal)
{
    return icon.pixmap(QSize(size, size), scale, mode).toImage().convertToFormat(QImage::Format_ARGB32);
}

/// The colour of the most opaque pixel.
QColor inkOf(const QImage& image)
{
    QRgb best = 0;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            best = qAlpha(image.pixel(x, y)) > qAlpha(best) ? image.pixel(x, y) : best;
        }
    }
    return QColor::fromRgba(best);
}

bool isNear(const QColor& one, const QColor& other)
{
    return std::abs(one.red() - other.red()) <= 3 && std::abs(one.green() - other.green()) <= 3
        && std::abs(one.blue() - other.blue()) <= 3;
}

} // namespace

class TestTheme : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void contrastIsThatOfTheGuideline();
    void everyPairReadable_data();
    void everyPairReadable();
    void statesDifferFromEachOther_data();
    void statesDifferFromEachOther();
    void paletteLeadsBackToItsTable();
    void systemPaletteGetsTheTableThatSuitsIt();
    void keysSurviveTheSettings();
    void everyIconHasItsFileAndEveryFileItsIcon();
    void iconsTakeTheColourOfTheTheme();
    void iconsAreSharpAtEveryScale();
    void statesHaveGlyphsAndWords();
};

void TestTheme::contrastIsThatOfTheGuideline()
{
    QCOMPARE(contrastRatio(Qt::black, Qt::white), 21.0);
    QCOMPARE(contrastRatio(Qt::white, Qt::white), 1.0);
    // #767676 is the lightest grey that passes on white.
    QVERIFY(contrastRatio(QColor(0x76, 0x76, 0x76), Qt::white) >= 4.5);
    QVERIFY(contrastRatio(QColor(0x77, 0x77, 0x77), Qt::white) < 4.5);
}

void TestTheme::everyPairReadable_data()
{
    QTest::addColumn<const ThemeColors*>("colors");
    QTest::newRow("light") << &lightColors();
    QTest::newRow("dark") << &darkColors();
    QTest::newRow("high contrast") << &highContrastColors();
}

void TestTheme::everyPairReadable()
{
    QFETCH(const ThemeColors*, colors);
    for (const QRgb back : {colors->window, colors->base, colors->alternate}) {
        check(kTextContrast, colors->text, back, QStringLiteral("text"));
        check(kTextContrast, colors->mutedText, back, QStringLiteral("muted text"));
        // What is disabled says why.
        check(kTextContrast, colors->disabledText, back, QStringLiteral("disabled text"));
        check(kTextContrast, colors->accent, back, QStringLiteral("accent"));
        check(kMarkContrast, colors->border, back, QStringLiteral("border"));
    }
    check(kTextContrast, colors->selectionText, colors->selection, QStringLiteral("selection"));
    check(kMarkContrast, colors->selectionFrame, colors->selection, QStringLiteral("selection frame"));
    check(kTextContrast, colors->text, colors->difference, QStringLiteral("differing text"));
    checkMarks(*colors, colors->states, QStringLiteral("state"));
    checkMarks(*colors, colors->statuses, QStringLiteral("status"));
}

void TestTheme::statesDifferFromEachOther_data()
{
    everyPairReadable_data();
}

void TestTheme::statesDifferFromEachOther()
{
    QFETCH(const ThemeColors*, colors);
    std::vector<QRgb> marks;
    for (const MarkColors& state : colors->states) {
        marks.push_back(state.mark);
    }
    std::sort(marks.begin(), marks.end());
    QVERIFY(std::adjacent_find(marks.begin(), marks.end()) == marks.end());
}

void TestTheme::paletteLeadsBackToItsTable()
{
    for (const ThemeColors* colors : {&lightColors(), &darkColors(), &highContrastColors()}) {
        QCOMPARE(&colorsFor(paletteFor(*colors)), colors);
    }
}

void TestTheme::systemPaletteGetsTheTableThatSuitsIt()
{
    QPalette dark(QColor(40, 40, 40), QColor(30, 30, 30));
    dark.setColor(QPalette::Base, QColor(20, 20, 20));
    dark.setColor(QPalette::Text, Qt::white);
    QCOMPARE(&colorsFor(dark), &darkColors());
    QPalette light;
    light.setColor(QPalette::Base, QColor(250, 250, 240));
    light.setColor(QPalette::Text, Qt::black);
    QCOMPARE(&colorsFor(light), &lightColors());
}

void TestTheme::keysSurviveTheSettings()
{
    for (const Theme theme : allThemes()) {
        QVERIFY(themeFromKey(themeKey(theme)) == theme);
        QVERIFY(!themeName(theme).isEmpty());
    }
    QVERIFY(themeFromKey(QStringLiteral("damaged")) == Theme::System);
}

void TestTheme::everyIconHasItsFileAndEveryFileItsIcon()
{
    QStringList files{QStringLiteral("app.svg")};
    for (int i = 0; i < kIconCount; ++i) {
        const QString file = iconFile(static_cast<Icon>(i));
        QVERIFY2(QFile::exists(file), qPrintable(file));
        QFile svg(file);
        QVERIFY(svg.open(QIODevice::ReadOnly));
        const QByteArray text = svg.readAll();
        QVERIFY2(text.contains("stroke=\"currentColor\"") && text.contains("viewBox=\"0 0 24 24\""), qPrintable(file));
        QVERIFY2(inkOf(picture(themedIcon(static_cast<Icon>(i)), 24, 1)).alpha() > 200, qPrintable(file));
        files.append(file.section(QLatin1Char('/'), -1));
    }
    files.sort();
    QCOMPARE(QDir(QStringLiteral(":/dmsc/icons")).entryList(QDir::Files, QDir::Name), files);
    QVERIFY(!picture(applicationIcon(), 64, 1).isNull());
}

void TestTheme::iconsTakeTheColourOfTheTheme()
{
    const QIcon plain = themedIcon(Icon::Save);
    const QIcon card = stateIcon(StateTone::OnlyCard);
    for (const Theme theme : {Theme::Light, Theme::Dark, Theme::HighContrast}) {
        applyTheme(theme);
        const ThemeColors& colors = colorsFor(QApplication::palette());
        QVERIFY(isNear(inkOf(picture(plain, 48, 1)), rgb(colors.text)));
        QVERIFY(isNear(inkOf(picture(plain, 48, 1, QIcon::Disabled)), rgb(colors.disabledText)));
        QVERIFY(isNear(inkOf(picture(plain, 48, 1, QIcon::Selected)), rgb(colors.selectionText)));
        QVERIFY(isNear(inkOf(picture(card, 48, 1)), colors.mark(StateTone::OnlyCard)));
        QVERIFY(isNear(inkOf(picture(card, 48, 1, QIcon::Selected)), colors.mark(StateTone::OnlyCard, true)));
    }
}

void TestTheme::iconsAreSharpAtEveryScale()
{
    for (const qreal scale : {1.0, 1.5, 2.0}) {
        const QPixmap pixmap = themedIcon(Icon::Filter).pixmap(QSize(16, 16), scale);
        QCOMPARE(pixmap.size(), QSize(16, 16) * scale);
        QCOMPARE(pixmap.devicePixelRatio(), scale);
    }
}

void TestTheme::statesHaveGlyphsAndWords()
{
    QStringList glyphs;
    for (int i = 0; i < kStateToneCount; ++i) {
        glyphs.append(stateGlyph(static_cast<StateTone>(i)));
        QVERIFY(!stateWord(static_cast<StateTone>(i)).isEmpty());
    }
    QCOMPARE(glyphs.join(QString()), QStringLiteral("=#><~!"));
}

int run(int argc, char** argv)
{
    return test::run<QApplication, TestTheme>(argc, argv);
}

} // namespace dmsc::tst_theme

#include "tst_theme.moc"
