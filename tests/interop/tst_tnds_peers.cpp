// SPDX-License-Identifier: Apache-2.0
#include "model/formats/document.h"
#include "tests/model/formats/document_help.h"
#include "tests/support/run_test.h"
#include "tests/support/shared_data.h"

#include <QFile>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

namespace dmsc::tst_tnds_peers {

using namespace dmsc::test;

namespace {

Document sample()
{
    Document document;
    Tree& tree = document.tree;
    const auto mo = tree.add(Tree::root(), {"MO", Format::Node, "urn:oma:mo:test:1.0", "", "Get=*", "T", "", {}});
    for (const Format format : {Format::Chr, Format::Xml})
        (void)tree.add(*mo, {std::string(formatName(format)), format, "text/plain", "a<b>&\xC3\xA4", "", "", "", {}});
    (void)tree.add(*mo, {"int", Format::Int, "text/plain", "5", "", "", "20260101T000000Z", std::uint16_t{2}});
    (void)tree.add(*mo, {"Empty", Format::Node, "", "", "", "", "", {}});
    return document;
}

} // namespace

class TstTndsPeers : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void xmllintAcceptsOurXml();
    void xmllintFindsOurXmlValid_data();
    void xmllintFindsOurXmlValid();
    void wbxml2xmlReadsOurWbxml();
    void weReadXml2wbxml();
    void provisioningBothWays();

private:
    /// Writes `bytes` into `file`, runs the program; true if it ends with 0.
    bool run(const QString& program, const QStringList& arguments);
    QString write(const QString& file, const Bytes& bytes);
    Bytes read(const QString& file);

    QTemporaryDir m_folder;
    QString m_said;
};

bool TstTndsPeers::run(const QString& program, const QStringList& arguments)
{
    QProcess process;
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(program, arguments);
    const bool ended = process.waitForFinished(60'000);
    m_said = QString::fromUtf8(process.readAll());
    return ended && process.exitStatus() == QProcess::NormalExit && process.exitCode() == 0;
}

QString TstTndsPeers::write(const QString& file, const Bytes& bytes)
{
    QFile out(m_folder.filePath(file));
    if (out.open(QIODevice::WriteOnly))
        out.write(reinterpret_cast<const char*>(bytes.data()), static_cast<qint64>(bytes.size()));
    return out.fileName();
}

Bytes TstTndsPeers::read(const QString& file)
{
    QFile in(m_folder.filePath(file));
    if (!in.open(QIODevice::ReadOnly))
        return {};
    const QByteArray bytes = in.readAll();
    return {bytes.begin(), bytes.end()};
}

void TstTndsPeers::xmllintAcceptsOurXml()
{
    const QString xmllint = QStandardPaths::findExecutable(QStringLiteral("xmllint"));
    if (xmllint.isEmpty())
        QSKIP("no xmllint");
    const auto bytes = writeDocument(sample(), DocumentFormat::TndsXml);
    QVERIFY(bytes);
    QVERIFY2(
        run(xmllint, {QStringLiteral("--noout"), QStringLiteral("--nonet"), write(QStringLiteral("a.xml"), *bytes)}),
        qPrintable(m_said));
}

void TstTndsPeers::xmllintFindsOurXmlValid_data()
{
    QTest::addColumn<int>("format");
    QTest::newRow("tnds") << static_cast<int>(DocumentFormat::TndsXml);
    QTest::newRow("ddf") << static_cast<int>(DocumentFormat::Ddf);
}

void TstTndsPeers::xmllintFindsOurXmlValid()
{
    QFETCH(int, format);
    const QString xmllint = QStandardPaths::findExecutable(QStringLiteral("xmllint"));
    const auto dtd = sharedData(QStringLiteral("ddf/oma/dm_ddf-v1_2.dtd"));
    if (xmllint.isEmpty() || !dtd)
        QSKIP("no xmllint, or no DTD");
    const auto bytes = writeDocument(sample(), static_cast<DocumentFormat>(format));
    QVERIFY(bytes);
    // The DTD knows nothing of namespaces, so the one that the standard asks for has to go for this test.
    std::string xml = text(*bytes);
    const std::string space = " xmlns=\"syncml:dmddf1.2\"";
    QVERIFY(xml.find(space) != std::string::npos);
    xml.erase(xml.find(space), space.size());
    const QString file = write(QStringLiteral("v.xml"), Bytes(xml.begin(), xml.end()));
    QVERIFY2(
        run(xmllint, {QStringLiteral("--noout"), QStringLiteral("--nonet"), QStringLiteral("--dtdvalid"), *dtd, file}),
        qPrintable(m_said));
}

void TstTndsPeers::wbxml2xmlReadsOurWbxml()
{
    const QString wbxml2xml = QStandardPaths::findExecutable(QStringLiteral("wbxml2xml"));
    if (wbxml2xml.isEmpty())
        QSKIP("no wbxml2xml");
    const Document document = sample();
    const auto bytes = writeDocument(document, DocumentFormat::TndsWbxml);
    QVERIFY(bytes);
    const QString in = write(QStringLiteral("a.wbxml"), *bytes);
    QVERIFY2(run(wbxml2xml,
                 {QStringLiteral("-m"), QStringLiteral("0"), QStringLiteral("-k"), QStringLiteral("-o"),
                     m_folder.filePath(QStringLiteral("b.xml")), in}),
        qPrintable(m_said));
    const auto again = parseDocument(read(QStringLiteral("b.xml")));
    QVERIFY2(again, again ? "" : qPrintable(again.error().text()));
    QCOMPARE(linesOf(again->tree), linesOf(document.tree));
}

void TstTndsPeers::weReadXml2wbxml()
{
    const QString xml2wbxml = QStandardPaths::findExecutable(QStringLiteral("xml2wbxml"));
    if (xml2wbxml.isEmpty())
        QSKIP("no xml2wbxml");
    const Document document = sample();
    const auto bytes = writeDocument(document, DocumentFormat::TndsXml);
    QVERIFY(bytes);
    const QString in = write(QStringLiteral("c.xml"), *bytes);
    QVERIFY2(
        run(xml2wbxml, {QStringLiteral("-o"), m_folder.filePath(QStringLiteral("c.wbxml")), in}), qPrintable(m_said));
    const auto again = parseDocument(read(QStringLiteral("c.wbxml")));
    QVERIFY2(again, again ? "" : qPrintable(again.error().text()));
    QCOMPARE(linesOf(again->tree), linesOf(document.tree));
}

void TstTndsPeers::provisioningBothWays()
{
    const QString wbxml2xml = QStandardPaths::findExecutable(QStringLiteral("wbxml2xml"));
    if (wbxml2xml.isEmpty())
        QSKIP("no wbxml2xml");
    const auto document =
        parseDocument(view("<wap-provisioningdoc version='1.0'><characteristic type='NAPDEF'><parm name='NAPID' "
                           "value='N'/><parm name='INTERNET'/></characteristic><characteristic type='APPLICATION'>"
                           "<parm name='APPID' value='w7'/><parm name='PROVIDER-ID' value='p'/></characteristic>"
                           "</wap-provisioningdoc>"));
    QVERIFY(document);
    const auto bytes = writeDocument(*document, DocumentFormat::ProvisioningWbxml);
    QVERIFY(bytes);
    QVERIFY2(run(wbxml2xml,
                 {QStringLiteral("-o"), m_folder.filePath(QStringLiteral("p.xml")),
                     write(QStringLiteral("p.wbxml"), *bytes)}),
        qPrintable(m_said));
    const auto again = parseDocument(read(QStringLiteral("p.xml")));
    QVERIFY2(again, again ? "" : qPrintable(again.error().text()));
    QCOMPARE(linesOf(again->tree), linesOf(document->tree));
}

int run(int argc, char** argv)
{
    return test::run<QCoreApplication, TstTndsPeers>(argc, argv);
}

} // namespace dmsc::tst_tnds_peers

#include "tst_tnds_peers.moc"
