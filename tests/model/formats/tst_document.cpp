// SPDX-License-Identifier: Apache-2.0
#include "model/formats/document.h"
#include "model/tree/limits.h"
#include "tests/model/formats/document_help.h"
#include "tests/support/run_test.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

namespace dmsc::tst_document {

using namespace dmsc::test;

namespace {

const std::string kSmall = "<?xml version=\"1.0\"?>\n<MgmtTree xmlns=\"syncml:dmddf1.2\"><VerDTD>1.2</VerDTD><Node>"
                           "<NodeName>A</NodeName><RTProperties><Format><chr/></Format><Type><MIME>text/plain</MIME>"
                           "</Type></RTProperties><Value>x&amp;y</Value></Node></MgmtTree>";

Document smallDocument()
{
    Document document;
    (void)document.tree.add(Tree::root(), {"A", Format::Chr, "text/plain", "x&y", "", "", "", {}});
    return document;
}

} // namespace

class TstDocument : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void formatsGoBySuffixAndName();
    void sniffs_data();
    void sniffs();
    void everyTruncationIsAnError_data();
    void everyTruncationIsAnError();
    void flippedBitsDoNoHarm();
    void limits();
    void errorsNameFileAndLine();
    void savesInOneStep();
    void attributesAreBounded();
    void utf16IsRead();
};

void TstDocument::formatsGoBySuffixAndName()
{
    QCOMPARE(formatForSuffix(QStringLiteral("/a/b.XML")), DocumentFormat::TndsXml);
    QCOMPARE(formatForSuffix(QStringLiteral("b.wbxml")), DocumentFormat::TndsWbxml);
    QCOMPARE(formatForSuffix(QStringLiteral("b.ddf")), DocumentFormat::Ddf);
    QCOMPARE(formatForSuffix(QStringLiteral("b.json")), DocumentFormat::Json);
    QVERIFY(!formatForSuffix(QStringLiteral("b.txt")));
    QCOMPARE(formatForName(QStringLiteral("prov")), DocumentFormat::ProvisioningXml);
    QCOMPARE(formatForName(QStringLiteral("provwbxml")), DocumentFormat::ProvisioningWbxml);
    QVERIFY(!formatForName(QStringLiteral("")));
}

void TstDocument::sniffs_data()
{
    QTest::addColumn<QByteArray>("document");
    QTest::addColumn<QString>("part");
    const auto row = [](const char* name, const QByteArray& document, const char* part) {
        QTest::newRow(name) << document << QString::fromLatin1(part);
    };
    row("empty", "", "! the file is empty");
    row("blank", " \n ", "! unknown kind of file");
    row("sqlite", QByteArray("SQLite format 3\0abc", 19), "! this is a SQLite file");
    row("syncml", "<SyncML xmlns='SYNCML:SYNCML1.2'/>", "! this is a SyncML message");
    row("syncml wbxml", QByteArray("\x03\xA4\x01\x6A\x00\x6D\x01", 7), "! this is a SyncML message in WBXML");
    row("private wbxml", QByteArray("\x01\x01\x6A\x00\x5E\x01", 6), "! unknown public id 0x1");
    row("plain MO", "<DevInfo xmlns='urn:oma:mo:oma-dm-devinfo:1.0'/>", "! this is a Management Object as plain XML");
    row("html", "<html/>", "! expected <MgmtTree> (TNDS, DDF) or <wap-provisioningdoc>, found <html>, line 1");
    row("binary",
        QByteArray("\x7F"
                   "ELF",
            4),
        "! unknown kind of file");
    row("two blank lines", "\n\n<MgmtTree><VerDTD>1.2</VerDTD><Node><NodeName>A</NodeName></Node></MgmtTree>",
        "./A node");
    row("no namespace", "<MgmtTree><VerDTD>1.2</VerDTD><Node><NodeName>A</NodeName></Node></MgmtTree>", "./A node");
    row("prefix", "<d:MgmtTree xmlns:d='syncml:dmddf1.2'><d:Node><d:NodeName>A</d:NodeName></d:Node></d:MgmtTree>",
        "./A node");
    row("foreign below",
        "<MgmtTree xmlns='syncml:dmddf1.2' xmlns:v='urn:v'><Node><v:Deep><Node/></v:Deep><NodeName>A"
        "</NodeName></Node></MgmtTree>",
        "./A node");
    row("network dtd",
        "<!DOCTYPE MgmtTree SYSTEM 'http://192.0.2.1/x.dtd'><MgmtTree><Node><NodeName>A</NodeName></Node>"
        "</MgmtTree>",
        "./A node");
    row("nul", QByteArray("<MgmtTree><Node><NodeName>A\0B</NodeName></Node></MgmtTree>", 58), "! not well-formed XML");
    row("utf-8", "<MgmtTree><Node><NodeName>\xC3\x28</NodeName></Node></MgmtTree>", "!");
}

void TstDocument::sniffs()
{
    QFETCH(QByteArray, document);
    QFETCH(QString, part);
    const QString found = parsed(document.toStdString()).join(QLatin1Char('\n'));
    QVERIFY2(found.startsWith(part), qPrintable(found));
}

void TstDocument::everyTruncationIsAnError_data()
{
    QTest::addColumn<int>("format");
    for (const auto format : {DocumentFormat::TndsXml, DocumentFormat::TndsWbxml, DocumentFormat::Json})
        QTest::addRow("%d", static_cast<int>(format)) << static_cast<int>(format);
}

void TstDocument::everyTruncationIsAnError()
{
    QFETCH(int, format);
    const auto bytes = writeDocument(smallDocument(), static_cast<DocumentFormat>(format));
    QVERIFY(bytes);
    std::size_t end = bytes->size();
    while (end > 0 && (*bytes)[end - 1] == '\n')
        --end;
    for (std::size_t length = 0; length < end; ++length) {
        const auto read = parseDocument(ByteView(*bytes).first(length));
        QVERIFY2(!read, qPrintable(QString::number(length)));
        QVERIFY(!read.error().what.isEmpty());
    }
    QVERIFY(parseDocument(ByteView(*bytes).first(end)));
}

void TstDocument::flippedBitsDoNoHarm()
{
    for (const auto format : {DocumentFormat::TndsXml, DocumentFormat::TndsWbxml, DocumentFormat::Json}) {
        auto bytes = writeDocument(smallDocument(), format);
        QVERIFY(bytes);
        for (std::size_t i = 0; i < bytes->size() * 8; ++i) {
            const auto bit = static_cast<std::uint8_t>(1U << (i % 8));
            (*bytes)[i / 8] ^= bit;
            if (const auto read = parseDocument(*bytes); !read)
                QVERIFY(!read.error().what.isEmpty());
            (*bytes)[i / 8] ^= bit;
        }
    }
}

void TstDocument::limits()
{
    const std::string longName(limits::kMaxNameBytes + 1, 'n');
    QVERIFY(parsed("<MgmtTree><Node><NodeName>" + longName + "</NodeName></Node></MgmtTree>")
                .front()
                .startsWith(QStringLiteral("! a node name has at most 1024 bytes, line 1")));
    const std::string longTitle(limits::kMaxTitleBytes + 1, 't');
    QCOMPARE(parsed("<MgmtTree><Node><NodeName>A</NodeName><RTProperties><Title>" + longTitle
                 + "</Title></RTProperties></Node></MgmtTree>"),
        lines("! a Title has at most 255 bytes, line 1"));
    const std::string honest(20'000'000, 'v');
    const auto big =
        parseDocument(view("<MgmtTree><Node><NodeName>A</NodeName><Value>" + honest + "</Value></Node></MgmtTree>"));
    QVERIFY(big);
    QCOMPARE(big->tree.value(big->tree.child(Tree::root(), "A")).size(), honest.size());
}

void TstDocument::errorsNameFileAndLine()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("x.xml"));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("<MgmtTree>\n<Node>\n<NodeName>A</NodeNam></Node></MgmtTree>");
    file.close();
    const auto read = readDocument(path);
    QVERIFY(!read);
    QCOMPARE(read.error().where, path + QStringLiteral(": line 3"));
    QVERIFY(read.error().what.contains(QStringLiteral("NodeName")));
    const auto missing = readDocument(folder.filePath(QStringLiteral("none.xml")));
    QVERIFY(!missing);
    QCOMPARE(missing.error().kind, ErrorKind::Io);
    QVERIFY(!readDocument(folder.path()));
}

void TstDocument::savesInOneStep()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("x.xml"));
    QVERIFY(saveDocument(path, smallDocument(), DocumentFormat::TndsXml));
    Document bad = smallDocument();
    QVERIFY(bad.tree.setValue(bad.tree.child(Tree::root(), "A"), "\x01"));
    const auto saved = saveDocument(path, bad, DocumentFormat::TndsXml);
    QVERIFY(!saved);
    QVERIFY(saved.error().where.startsWith(path));
    const auto kept = readDocument(path); // what was there still is
    QVERIFY(kept);
    QCOMPARE(linesOf(kept->tree), lines("./A chr text/plain =x&y"));
    QVERIFY(!saveDocument(folder.filePath(QStringLiteral("no/x.xml")), bad, DocumentFormat::Json));
}

void TstDocument::attributesAreBounded()
{
    std::string many = "<!-- a=\"1\" -->\n<MgmtTree xmlns=\"syncml:dmddf1.2\"";
    for (int i = 0; i < 300'000; ++i)
        many += " a" + std::to_string(i) + "='<x>='";
    const auto refused = parseDocument(view(many + "><VerDTD>1.2</VerDTD></MgmtTree>"));
    QVERIFY(!refused);
    QCOMPARE(refused.error().kind, ErrorKind::Limit);
    QCOMPARE(refused.error().where, QStringLiteral("line 2"));
    std::string comment = "<!-- <a ";
    for (int i = 0; i < 2'000; ++i)
        comment += "x='' ";
    QCOMPARE(parsed("<?xml version='1.0'?>" + comment + "-->" + kSmall.substr(kSmall.find('\n'))),
        lines("./A chr text/plain =x&y"));
}

void TstDocument::utf16IsRead()
{
    const QString xml = QString::fromStdString(kSmall.substr(kSmall.find('\n') + 1));
    QByteArray utf16("\xFF\xFE");
    utf16.append(reinterpret_cast<const char*>(xml.utf16()), xml.size() * 2);
    QCOMPARE(parsed(utf16.toStdString()), lines("./A chr text/plain =x&y"));
}

int run(int argc, char** argv)
{
    return test::run<QCoreApplication, TstDocument>(argc, argv);
}

} // namespace dmsc::tst_document

#include "tst_document.moc"
