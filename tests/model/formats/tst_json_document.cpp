// SPDX-License-Identifier: Apache-2.0
#include "model/formats/json_document.h"
#include "tests/model/formats/document_help.h"
#include "tests/support/run_test.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

namespace dmsc::tst_json_document {

using namespace dmsc::test;

class TstJsonDocument : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void writesWhatShowPrints();
    void nodesComeInUriOrder();
    void readsTolerantly();
    void errors_data();
    void errors();
};

void TstJsonDocument::writesWhatShowPrints()
{
    Tree tree;
    QVERIFY(tree.setAcl(Tree::root(), "Get=*"));
    QVERIFY(tree.add(Tree::root(), {"bin", Format::Bin, "", std::string("\0\xFF", 2), "", "", "", {}}));
    QVERIFY(tree.add(Tree::root(), {"chr", Format::Chr, "text/plain", "a\"\\\n\x01\xC3\xA4", "", "T", "2", {}}));
    QVERIFY(tree.add(Tree::root(), {"in", Format::Node, "urn:x", "", "", "", "", std::uint16_t{3}}));
    const std::string json = text(writeJsonTree(tree, Tree::root(), QStringLiteral("card:x")));
    QCOMPARE(QString::fromStdString(json),
        QStringLiteral(
            "{\"where\":\"card:x\",\"nodes\":[\n"
            "{\"uri\":\".\",\"format\":\"node\",\"type\":\"\",\"acl\":\"Get=*\"},\n"
            "{\"uri\":\"./"
            "bin\",\"format\":\"bin\",\"type\":\"\",\"value\":\"AP8=\",\"encoding\":\"base64\",\"acl\":\"\"},\n"
            "{\"uri\":\"./chr\",\"format\":\"chr\",\"type\":\"text/plain\","
            "\"value\":\"a\\\"\\\\\\n\\u0001\u00E4\",\"encoding\":\"text\",\"acl\":\"\",\"title\":\"T\",\"tstamp\":"
            "\"2\"},\n"
            "{\"uri\":\"./in\",\"format\":\"node\",\"type\":\"urn:x\",\"acl\":\"\",\"verno\":3}\n]}\n"));
    const auto read = readJsonTree(view(json));
    QVERIFY(read);
    QCOMPARE(read->where, QStringLiteral("card:x"));
    QCOMPARE(linesOf(read->tree), linesOf(tree));
}

void TstJsonDocument::nodesComeInUriOrder()
{
    Tree tree;
    for (const char* name : {"A", "A-B", "A-B-C", "A0", "AB", "A B"}) {
        const auto id = tree.add(Tree::root(), {name, Format::Node, "", "", "", "", "", {}});
        QVERIFY(id);
        QVERIFY(tree.add(*id, {"x", Format::Chr, "", "", "", "", "", {}}));
    }
    const auto json = QJsonDocument::fromJson(QByteArray::fromStdString(text(writeJsonTree(tree))));
    std::vector<std::string> uris;
    for (const QJsonValue& node : json.object().value(QStringLiteral("nodes")).toArray())
        uris.push_back(node.toObject().value(QStringLiteral("uri")).toString().toStdString());
    QCOMPARE(uris.size(), std::size_t{12});
    QVERIFY(std::is_sorted(uris.begin(), uris.end()));
}

void TstJsonDocument::readsTolerantly()
{
    QCOMPARE(parsed(" {\"other\":1,\"nodes\":[{\"uri\":\"A/B/C\",\"value\":\"x\",\"more\":[]},"
                    "{\"uri\":\"./A/B-1\",\"format\":\"int\",\"value\":5},"
                    "{\"uri\":\"./A/b\",\"format\":\"bool\",\"value\":true,\"title\":null},"
                    "{\"uri\":\"./A\",\"type\":\"urn:x\"}]}"),
        lines("./A node urn:x\n./A/B node\n./A/B/C chr =x\n./A/B-1 int =5\n./A/b bool =true"));
    QCOMPARE(parsed(R"({"nodes":[{"uri":"./A","format":"null","value":"x"}]})"), lines("./A null ="));
}

void TstJsonDocument::errors_data()
{
    QTest::addColumn<QByteArray>("document");
    QTest::addColumn<QString>("part");
    const auto row = [](const char* name, const char* document, const char* part) {
        QTest::newRow(name) << QByteArray(document) << QString::fromLatin1(part);
    };
    row("not json", "{\"nodes\":[", "not JSON");
    row("an array", "[1,2]", "expected a JSON object with a \"nodes\" array");
    row("no uri", "{\"nodes\":[{}]}", "expected an object with a \"uri\", node 1");
    row("bad uri", "{\"nodes\":[{\"uri\":\"/A\"}]}", "node 1");
    row("twins", "{\"nodes\":[{\"uri\":\"./A\"},{\"uri\":\"A\"}]}", "two nodes of one URI, ./A");
    row("format", "{\"nodes\":[{\"uri\":\"./A\",\"format\":\"foo\"}]}", "unknown Format \"foo\", ./A");
    row("base64", "{\"nodes\":[{\"uri\":\"./A\",\"value\":\"%\",\"encoding\":\"base64\"}]}", "expected base64");
    row("encoding", "{\"nodes\":[{\"uri\":\"./A\",\"value\":\"\",\"encoding\":\"hex\"}]}", "\"hex\", ./A");
    row("nul", "{\"nodes\":[{\"uri\":\"./A\",\"value\":\"a\\u0000\"}]}", "NUL byte, ./A");
    row("below a leaf", "{\"nodes\":[{\"uri\":\"./A\",\"value\":\"x\"},{\"uri\":\"./A/B\"}]}",
        "a leaf has no children, ./A/B");
    row("interior value", "{\"nodes\":[{\"uri\":\"./A\",\"format\":\"node\",\"value\":\"x\"}]}", "has no value, ./A");
    row("verno", "{\"nodes\":[{\"uri\":\"./A\",\"verno\":1.5}]}", "verno");
    row("lone surrogate", R"({"nodes":[{"uri":"./A","value":"x\ud800"}]})", "surrogate");
    row("lone surrogate in a name", R"({"nodes":[{"uri":"./\udc00","value":"x"}]})", "surrogate");
    row("name twice", R"({"nodes":[{"uri":"./A","value":"\"{1","format" : "chr","value":"2"}]})", "\"value\", byte 56");
    row("root leaf", "{\"nodes\":[{\"uri\":\".\",\"value\":\"x\"}]}", "the root is an interior node");
}

void TstJsonDocument::errors()
{
    QFETCH(QByteArray, document);
    QFETCH(QString, part);
    const QString found = parsed(document.toStdString(), DocumentFormat::Json).front();
    QVERIFY2(found.startsWith(QStringLiteral("! ")) && found.contains(part), qPrintable(found));
}

int run(int argc, char** argv)
{
    return test::run<QCoreApplication, TstJsonDocument>(argc, argv);
}

} // namespace dmsc::tst_json_document

#include "tst_json_document.moc"
