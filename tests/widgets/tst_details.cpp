// SPDX-License-Identifier: Apache-2.0
#include "tests/support/run_test.h"
#include "widgets/details/bytes_editor.h"
#include "widgets/details/edit_rules.h"
#include "widgets/details/property_model.h"
#include "widgets/details/value_editor.h"
#include "widgets/details/value_text.h"

#include <QAbstractItemModelTester>
#include <QComboBox>
#include <QFile>
#include <QPlainTextEdit>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

namespace dmsc::tst_details {

namespace {

/// What a value's marks stand over.
QStringList marked(const ShownValue& value)
{
    QStringList parts;
    for (const TextSpan& span : value.marks)
        parts << value.text.mid(qsizetype(span.begin), qsizetype(span.length));
    return parts;
}

} // namespace

namespace {

NodeData leaf(std::string name)
{
    NodeData data;
    data.name = std::move(name);
    data.format = Format::Chr;
    data.value = "v";
    return data;
}

} // namespace

class DetailsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void text_marks_words_that_differ()
    {
        const ShownPair pair = showText("use DIGEST today", "use HMAC today", true);
        QCOMPARE(marked(pair.device), QStringList{QStringLiteral("DIGEST")});
        QCOMPARE(marked(pair.card), QStringList{QStringLiteral("HMAC")});
        QVERIFY(showText("one", "", false).device.marks.empty());
        QVERIFY(showText("same", "same", true).card.marks.empty());
    }

    void text_shows_what_the_widget_would_swallow()
    {
        const ShownPair pair = showText(std::string_view("a\0b\r\n", 5), "", false);
        QCOMPARE(pair.device.text.size(), 5);
        QVERIFY(!pair.device.text.contains(QChar(0)));
    }

    void big_text_is_shown_from_its_first_difference()
    {
        std::string left(5'000'000, 'a');
        std::string right = left;
        right[4'000'000] = 'b';
        const ShownPair pair = showText(left, right, true);
        QVERIFY(std::size_t(pair.device.text.size()) <= kShownTextBytes);
        QVERIFY(pair.card.text.contains(QLatin1Char('b')));
        QVERIFY(!pair.card.note.isEmpty());
    }

    void hex_marks_bytes_in_both_halves()
    {
        const ShownPair pair = showHex("abcdefgh01234567XY", "abcdefgh01234567XZ", true);
        QCOMPARE(marked(pair.device), (QStringList{QStringLiteral("59"), QStringLiteral("Y")}));
        QCOMPARE(marked(pair.card), (QStringList{QStringLiteral("5A"), QStringLiteral("Z")}));
        QVERIFY(pair.device.text.contains(QStringLiteral("\n00000010  58 59")));
    }

    void xml_is_indented_and_what_is_not_xml_says_so()
    {
        const ShownPair pair = showXml("<a><b>1</b></a>", "<a><b>2</b>", true);
        QVERIFY(pair.device.text.contains(QStringLiteral("\n  <b>1</b>")));
        QVERIFY(pair.device.note.isEmpty());
        QVERIFY(!pair.card.note.isEmpty());
        std::string deep;
        for (int i = 0; i < 50'000; ++i)
            deep += "<a>";
        QVERIFY(showXml(deep, {}, false).device.note.contains(QStringLiteral("100")));
        QVERIFY(!showXml(std::string(kPrettyXmlBytes + 1, '<'), {}, false).device.note.isEmpty());
    }

    void properties_say_where_the_ACL_comes_from()
    {
        Tree tree;
        const NodeId top = *tree.add(Tree::root(), {"A", Format::Node, "", "", "Get=*&Replace=srv", "", "", {}});
        const NodeId node = *tree.add(top, {"B", Format::Chr, "", "value", "", "Name", "", std::uint16_t(3)});
        PropertyModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setPair({{&tree, node, nullptr, true}, {}});
        QHash<QString, QString> shown;
        for (int row = 0; row < model.rowCount(); ++row)
            shown.insert(
                model.index(row, 0).data().toString(), model.index(row, PropertyModel::Device).data().toString());
        QCOMPARE(shown.value(QStringLiteral("URI")), QStringLiteral("./A/B"));
        QCOMPARE(shown.value(QStringLiteral("VerNo")), QStringLiteral("3"));
        QCOMPARE(shown.value(QStringLiteral("Effective ACL")), QStringLiteral("Get=*&Replace=srv"));
        QCOMPARE(shown.value(QStringLiteral("ACL written at")), QStringLiteral("./A"));
    }

    void edits_are_checked_by_format_and_place()
    {
        Tree tree;
        const NodeId node = *tree.add(Tree::root(), {"N", Format::Int, "", "1", "", "", "", {}});
        const NodeView view{&tree, node, nullptr, true};
        QVERIFY(replaceValue(Side::Card, view, "2").has_value());
        QVERIFY(!replaceValue(Side::Card, view, "two").has_value());
        QVERIFY(!replaceValue(Side::Card, {&tree, node, nullptr, false}, "2").has_value());
        QVERIFY(!addNode(Side::Card, view, leaf("x")).has_value()); // below a leaf
        const NodeView root{&tree, Tree::root(), nullptr, true};
        QVERIFY(addNode(Side::Card, root, leaf("x")).has_value());
        QCOMPARE(addNode(Side::Card, root, leaf("N")).error().kind, ErrorKind::Exists);
        QVERIFY(!addNode(Side::Card, root, leaf("a/b")).has_value());
        QVERIFY(!removeNode(Side::Card, root).has_value());
        QVERIFY(!replaceProperty(Side::Card, view, Property::Acl, "Nonsense").has_value());
        QVERIFY(!replaceProperty(Side::Card, view, Property::Title, std::string(300, 't')).has_value());
    }

    void every_format_has_an_editor_that_gives_back_what_it_got_data()
    {
        QTest::addColumn<int>("format");
        QTest::addColumn<QByteArray>("value");
        QTest::newRow("bool") << int(Format::Bool) << QByteArray("false");
        QTest::newRow("int") << int(Format::Int) << QByteArray("-7");
        QTest::newRow("float") << int(Format::Float) << QByteArray("1.5");
        QTest::newRow("date") << int(Format::Date) << QByteArray("2026-03-31");
        QTest::newRow("time") << int(Format::Time) << QByteArray("10:11:12");
        QTest::newRow("chr") << int(Format::Chr) << QByteArray("text");
        QTest::newRow("lines") << int(Format::Chr) << QByteArray("one\r\ntwo\n");
        QTest::newRow("xml") << int(Format::Xml) << QByteArray("<a/>");
        QTest::newRow("bin") << int(Format::Bin) << QByteArray("\x00\xff\x10", 3);
        QTest::newRow("b64") << int(Format::B64) << QByteArray("\x01\x02");
        QTest::newRow("null") << int(Format::Null) << QByteArray();
    }

    void every_format_has_an_editor_that_gives_back_what_it_got()
    {
        QFETCH(const int, format);
        QFETCH(const QByteArray, value);
        QWidget parent;
        ValueEditor* editor = ValueEditor::make(Format(format), &parent);
        editor->setValue(value.toStdString());
        QCOMPARE(QByteArray::fromStdString(editor->value()), value);
    }

    void bytes_come_from_a_file_without_waiting()
    {
        const QTemporaryDir folder;
        QFile file(folder.filePath(QStringLiteral("bytes")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(QByteArray(40'000, '\x7f'));
        file.close();
        BytesEditor editor;
        QSignalSpy edited(&editor, &ValueEditor::edited);
        editor.load(file.fileName());
        QCOMPARE(edited.size(), 0);
        QTRY_COMPARE(edited.size(), 1);
        QCOMPARE(editor.value().size(), std::size_t(40'000));
        editor.save(folder.filePath(QStringLiteral("copy")));
        QTRY_COMPARE(QFile(folder.filePath(QStringLiteral("copy"))).size(), 40'000);
        QSignalSpy failed(&editor, &ValueEditor::failed);
        editor.load(folder.filePath(QStringLiteral("none")));
        QTRY_COMPARE(failed.size(), 1);
        QVERIFY(failed.at(0).at(0).toString().contains(QStringLiteral("none")));
    }

    void half_a_byte_of_hex_is_refused()
    {
        BytesEditor editor;
        editor.setValue("A");
        QSignalSpy failed(&editor, &ValueEditor::failed);
        editor.findChild<QPlainTextEdit*>(QStringLiteral("hexEditor"))->setPlainText(QStringLiteral("414"));
        QCOMPARE(failed.size(), 1);
        QCOMPARE(editor.value(), std::string("A"));
        editor.findChild<QPlainTextEdit*>(QStringLiteral("hexEditor"))->setPlainText(QStringLiteral("41 42"));
        QCOMPARE(editor.value(), std::string("AB"));
    }
};

int run(int argc, char** argv)
{
    return test::run<QApplication, DetailsTest>(argc, argv);
}

} // namespace dmsc::tst_details

#include "tst_details.moc"
