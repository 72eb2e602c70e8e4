// SPDX-License-Identifier: Apache-2.0
#include "model/tree/format.h"
#include "tests/support/run_test.h"

#include <QTest>

namespace dmsc::tst_format {

class TestFormat : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void TND_8_3_7_2_names();
    void TND_8_3_7_2_values_data();
    void TND_8_3_7_2_values();
    void hugeValuesCostNothing();
};

void TestFormat::TND_8_3_7_2_names()
{
    for (const Format format : kAllFormats)
        QVERIFY(formatFromName(formatName(format)) == format);
    QVERIFY(!formatFromName("Chr"));
    QVERIFY(!formatFromName(""));
    QVERIFY(formatName(Format::B64) == "b64");
    QVERIFY(isBinary(Format::Bin));
    QVERIFY(!isBinary(Format::B64));
}

void TestFormat::TND_8_3_7_2_values_data()
{
    QTest::addColumn<int>("format");
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<bool>("good");
    const auto rows = [](Format format, std::initializer_list<const char*> values, bool good) {
        for (const char* value : values)
            QTest::addRow("%s %s %s", formatName(format).data(), value, good ? "good" : "bad")
                << static_cast<int>(format) << QByteArray(value) << good;
    };
    rows(Format::Int, {"0", "-1", "+1", "007", "2147483647", "-2147483648"}, true);
    rows(Format::Int, {"", "+", "-", "+-1", "-+1", "++1", "1.0", " 1", "1 ", "2147483648", "-2147483649", "0x1", "one"},
        false);
    rows(Format::Bool, {"true", "false"}, true);
    rows(Format::Bool, {"", "True", "TRUE", "1", "0", "yes"}, false);
    rows(Format::Float, {"0", "-12.5", "1E4", "1.5e-3", "+2", "INF", "-INF", "NaN", ".5"}, true);
    rows(Format::Float, {"", "+", "1,5", "inf", "nan", "+INF", "+-1", "0x1p3", "1e", "1 "}, false);
    rows(Format::Date, {"2026-11-24", "20261124", "2024-02-29"}, true);
    rows(Format::Date, {"", "2026-13-01", "2023-02-29", "24.11.2026", "2026-11-24T10:00:00"}, false);
    rows(Format::Time, {"13:45:00", "134500", "13:45:00Z"}, true);
    rows(Format::Time, {"", "25:00:00", "13:60:00", "1:45"}, false);
    rows(Format::B64, {"", "YQ==", "YWJj", "YW Jj\nYWJj"}, true);
    rows(Format::B64, {"YQ=a", "Y", "YQ", "YQ=", "a*bc", "=YQ="}, false);
    rows(Format::Chr, {"", "any text", "\xC3\xA4"}, true);
    rows(Format::Chr, {"\xE4", "\xC3", "\xED\xA0\x80"}, false);
    rows(Format::Xml, {"<a/>", ""}, true);
    rows(Format::Xml, {"\xFF"}, false);
    rows(Format::Bin, {"", "\xFF\xFE"}, true);
    rows(Format::Null, {""}, true);
    rows(Format::Null, {"x"}, false);
    rows(Format::Node, {""}, true);
    rows(Format::Node, {"x"}, false);
    QTest::newRow("chr NUL") << static_cast<int>(Format::Chr) << QByteArray("a\0b", 3) << false;
    QTest::newRow("bin NUL") << static_cast<int>(Format::Bin) << QByteArray("a\0b", 3) << true;
}

void TestFormat::TND_8_3_7_2_values()
{
    QFETCH(int, format);
    QFETCH(QByteArray, value);
    QFETCH(bool, good);
    const auto checked =
        checkValue(static_cast<Format>(format), {value.constData(), static_cast<std::size_t>(value.size())});
    QCOMPARE(static_cast<bool>(checked), good);
    if (!checked) {
        QCOMPARE(checked.error().kind, ErrorKind::BadValue);
        QVERIFY(!checked.error().what.isEmpty());
    }
}

void TestFormat::hugeValuesCostNothing()
{
    const std::string huge(std::size_t{64} << 20, '1');
    for (const Format format : {Format::Int, Format::Float, Format::Date, Format::Time, Format::Bool})
        QVERIFY(!checkValue(format, huge));
}

int run(int argc, char** argv)
{
    return test::run<QCoreApplication, TestFormat>(argc, argv);
}

} // namespace dmsc::tst_format

#include "tst_format.moc"
