// SPDX-License-Identifier: Apache-2.0
#include "model/items/row_filter.h"
#include "model/items/uri_completion.h"
#include "tests/support/run_test.h"
#include "tests/support/tree_text.h"

#include <QTest>

namespace dmsc::tst_row_filter {

class TestRowFilter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void globs_data();
    void globs();
    void hostileGlobsEnd();
    void marks();
    void countsWhatTheRowsCount();
    void completes();
};

void TestRowFilter::globs_data()
{
    QTest::addColumn<QByteArray>("pattern");
    QTest::addColumn<QByteArray>("uri");
    QTest::addColumn<bool>("matches");
    const auto row = [](const char* pattern, const char* uri, bool matches) {
        QTest::addRow("%s %s", pattern, uri) << QByteArray(pattern) << QByteArray(uri) << matches;
    };
    row("./A/B", "./A/B", true);
    row("./A/B", "./A/BC", false);
    row("./*/B", "./A/B", true);
    row("./*/B", "./A/X/B", false);
    row("./**/B", "./A/X/B", true);
    row("**/Name", "./A/X/Name", true);
    row("**", "./A", true);
    row("./A*", "./ABC", true);
    row("./A*", "./ABC/D", false);
    row("./A?C", "./ABC", true);
    row("./A?C", "./A/C", false);
    row("./*a*b", "./xaxab", true);
    row("./**/a*/b", "./a/x/aa/b", true);
    row("", "", true);
    row("", "x", false);
    row("*", "", true);
    row("x", "", false);
    row("./*/*", "./A", false);
}

void TestRowFilter::globs()
{
    QFETCH(QByteArray, pattern);
    QFETCH(QByteArray, uri);
    QTEST(matchesGlob(pattern.toStdString(), uri.toStdString()), "matches");
}

void TestRowFilter::hostileGlobsEnd()
{
    std::string pattern;
    for (int i = 0; i < 60; ++i)
        pattern += "a*";
    QVERIFY(!matchesGlob(pattern + "b", std::string(2000, 'a')));
    std::string deep;
    for (int i = 0; i < 60; ++i)
        deep += "**a";
    QVERIFY(!matchesGlob(deep + "b", std::string(2000, 'a')));
}

void TestRowFilter::marks()
{
    Workspace workspace;
    workspace.setCommitted(Side::Device, std::make_shared<const Tree>(test::treeOf("A\n  B = Hello\nC = 1\n")));
    workspace.setCommitted(Side::Card, std::make_shared<const Tree>(test::treeOf("A\n  B = World\nC = 1\n")));
    FilterMarks marks;
    const auto shown = [&](const CompareFilter& filter) {
        marks.apply(filter, workspace);
        QString out;
        for (std::uint32_t i = 0; i < workspace.aligned().size(); ++i)
            out += marks.matches(PairNo{i}) ? u'x' : marks.shows(PairNo{i}) ? u'o' : u'.';
        return out;
    };
    CompareFilter filter;
    QCOMPARE(shown(filter), QStringLiteral("xxxx"));
    QVERIFY(!marks.active());
    filter.text = QStringLiteral("wORLD");
    QCOMPARE(shown(filter), QStringLiteral("oox."));
    QCOMPARE(marks.differences(kRootPair), std::uint32_t{1});
    filter.uriGlob = QStringLiteral("A");
    QCOMPARE(shown(filter), QStringLiteral("oox."));
    filter.uriGlob = QStringLiteral("C");
    QCOMPARE(shown(filter), QStringLiteral("...."));
    filter = {};
    filter.states = CompareFilter::differences();
    QCOMPARE(shown(filter), QStringLiteral("oox."));
}

void TestRowFilter::countsWhatTheRowsCount()
{
    // The card's MO stands where the device has it, and leaves its old parent with no row below it.
    Workspace workspace;
    workspace.setCommitted(
        Side::Device, std::make_shared<const Tree>(test::treeOf("Mms  node  urn:x\n  A = 1\nD = 1\n")));
    workspace.setCommitted(
        Side::Card, std::make_shared<const Tree>(test::treeOf("Cards\n  Mms  node  urn:x\n    A = 2\nEmpty\n")));
    const std::uint32_t all = workspace.aligned().at(kRootPair).counts.total();
    QCOMPARE(all, std::uint32_t{4}); // moved, A, D, Empty; Cards is none
    FilterMarks marks;
    CompareFilter filter;
    filter.states = CompareFilter::differences();
    marks.apply(filter, workspace);
    QCOMPARE(marks.differences(kRootPair), all);
}

void TestRowFilter::completes()
{
    Workspace workspace;
    workspace.setCommitted(Side::Device, std::make_shared<const Tree>(test::treeOf("DMAcc\n  OpA\n  OpB\nDevInfo\n")));
    workspace.setCommitted(Side::Card, std::make_shared<const Tree>(test::treeOf("DMAcc\n  OpA\n  OpC\n")));
    const auto completed = [&](const char* text) { return completeUri(workspace, QString::fromUtf8(text)); };
    QCOMPARE(completed("./DMAcc/o"),
        (QStringList{QStringLiteral("./DMAcc/OpA"), QStringLiteral("./DMAcc/OpB"), QStringLiteral("./DMAcc/OpC")}));
    QCOMPARE(completed("d"), (QStringList{QStringLiteral("./DMAcc"), QStringLiteral("./DevInfo")}));
    QCOMPARE(completed("./"), (QStringList{QStringLiteral("./DMAcc"), QStringLiteral("./DevInfo")}));
    QCOMPARE(completed("."), QStringList{QStringLiteral(".")});
    QCOMPARE(completed("./None/x"), QStringList());
    QCOMPARE(completed("//"), QStringList());
    QCOMPARE(completeUri(workspace, QStringLiteral("./DMAcc/"), 2).size(), 2);
}

int run(int argc, char** argv)
{
    return test::run<QCoreApplication, TestRowFilter>(argc, argv);
}

} // namespace dmsc::tst_row_filter

#include "tst_row_filter.moc"
