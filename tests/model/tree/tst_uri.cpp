// SPDX-License-Identifier: Apache-2.0
#include "model/tree/limits.h"
#include "model/tree/uri.h"
#include "tests/support/run_test.h"

#include <QTest>

namespace dmsc::tst_uri {

namespace {

Uri uri(std::string_view text)
{
    return *Uri::parse(text);
}

} // namespace

class TestUri : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void TND_8_1_normalForm();
    void TND_8_1_refused_data();
    void TND_8_1_refused();
    void limits_();
    void parts();
    void contains();
    void rebased();
    void names_data();
    void names();
};

void TestUri::TND_8_1_normalForm()
{
    QCOMPARE(uri(".").text(), std::string("."));
    QCOMPARE(uri("./A/B").text(), std::string("./A/B"));
    QCOMPARE(uri("A/B").text(), std::string("./A/B"));
    QVERIFY(uri("A/B") == uri("./A/B"));
    QVERIFY(uri("./a") != uri("./A"));
    QCOMPARE(uri("./\xC3\xA4 \xE2\x82\xAC").name(), std::string_view("\xC3\xA4 \xE2\x82\xAC"));
    QCOMPARE(uri("./...").name(), std::string_view("..."));
    QVERIFY(Uri() == uri("."));
}

void TestUri::TND_8_1_refused_data()
{
    QTest::addColumn<QByteArray>("text");
    for (const char* text : {"", "./", "/", "/A", "A/", "./A/", "A//B", ".//A", "..", "../A", "./A/../B", "./A/./B",
             "./././A", "A\xFF", "./\xC3", "\xED\xA0\x80"})
        QTest::newRow(QByteArray(text).toPercentEncoding().constData()) << QByteArray(text);
    QTest::newRow("NUL") << QByteArray("A\0B", 3);
}

void TestUri::TND_8_1_refused()
{
    QFETCH(QByteArray, text);
    const auto parsed = Uri::parse({text.constData(), static_cast<std::size_t>(text.size())});
    QVERIFY(!parsed);
    QCOMPARE(parsed.error().kind, ErrorKind::BadValue);
    QVERIFY(!parsed.error().what.isEmpty());
}

void TestUri::limits_()
{
    const std::string longest(limits::kMaxNameBytes, 'x');
    QVERIFY(Uri::parse("./" + longest));
    QCOMPARE(Uri::parse("./" + longest + "x").error().kind, ErrorKind::Limit);
    std::string deep = ".";
    for (std::size_t i = 0; i < limits::kMaxDepth; ++i)
        deep += "/a";
    QVERIFY(Uri::parse(deep));
    QCOMPARE(Uri::parse(deep + "/a").error().kind, ErrorKind::Limit);
}

void TestUri::parts()
{
    QVERIFY(uri(".").isRoot());
    QVERIFY(uri(".").name() == ".");
    QVERIFY(uri(".").segments().empty());
    QVERIFY(uri(".").parent() == uri("."));
    QVERIFY(uri("./A").parent() == uri("."));
    QVERIFY(uri("./A/B").parent() == uri("./A"));
    QVERIFY(uri("./A/B").name() == "B");
    QVERIFY((uri("./A/B").segments() == std::vector<std::string_view>{"A", "B"}));
    QVERIFY(uri(".").child("A") == uri("./A"));
    QVERIFY(uri("./A").child("B") == uri("./A/B"));
}

void TestUri::contains()
{
    QVERIFY(uri(".").contains(uri(".")));
    QVERIFY(uri(".").contains(uri("./A")));
    QVERIFY(uri("./A").contains(uri("./A/B")));
    QVERIFY(!uri("./A").contains(uri("./AB")));
    QVERIFY(!uri("./A/B").contains(uri("./A")));
}

void TestUri::rebased()
{
    QVERIFY(uri("./A/B/C").rebased(uri("./A"), uri("./X/Y")) == uri("./X/Y/B/C"));
    QVERIFY(uri("./A/B").rebased(uri("./A/B"), uri("./C")) == uri("./C"));
    QVERIFY(uri("./A/B").rebased(uri("./A"), uri(".")) == uri("./B"));
    QVERIFY(uri("./A/B").rebased(uri("."), uri("./C")) == uri("./C/A/B"));
}

void TestUri::names_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<bool>("good");
    QTest::newRow("plain") << QByteArray("Name") << true;
    QTest::newRow("blank") << QByteArray(" ") << true;
    QTest::newRow("percent") << QByteArray("%2F") << true;
    QTest::newRow("empty") << QByteArray() << false;
    QTest::newRow("dot") << QByteArray(".") << false;
    QTest::newRow("dots") << QByteArray("..") << false;
    QTest::newRow("slash") << QByteArray("a/b") << false;
    QTest::newRow("NUL") << QByteArray("a\0", 2) << false;
    QTest::newRow("Latin-1") << QByteArray("\xE4") << false;
}

void TestUri::names()
{
    QFETCH(QByteArray, name);
    QTEST(static_cast<bool>(checkName({name.constData(), static_cast<std::size_t>(name.size())})), "good");
}

int run(int argc, char** argv)
{
    return test::run<QCoreApplication, TestUri>(argc, argv);
}

} // namespace dmsc::tst_uri

#include "tst_uri.moc"
