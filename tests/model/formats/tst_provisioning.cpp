// SPDX-License-Identifier: Apache-2.0
#include "model/formats/provisioning.h"
#include "tests/model/formats/document_help.h"
#include "tests/support/run_test.h"

#include <QTest>

namespace dmsc::tst_provisioning {

using namespace dmsc::test;

namespace {

const std::string kW7 = "<?xml version=\"1.0\"?>\n"
                        "<!DOCTYPE wap-provisioningdoc PUBLIC \"-//WAPFORUM//DTD PROV 1.0//EN\" \"prov.dtd\">\n"
                        "<wap-provisioningdoc version=\"1.1\">\n"
                        "<characteristic type=\"NAPDEF\"><parm name=\"NAPID\" value=\"N1\"/>"
                        "<parm name=\"DNS-ADDR\" value=\"1.1.1.1\"/><parm name=\"DNS-ADDR\" value=\"1.1.1.2\"/>"
                        "<parm name=\"INTERNET\"/><parm name=\"A/B\" value=\"x\"/></characteristic>\n"
                        "<characteristic type=\"NAPDEF\"><parm name=\"NAPID\" value=\"N2\"/></characteristic>\n"
                        "<characteristic type=\"APPLICATION\">\n"
                        "<parm name=\"APPID\" value=\"w7\"/><parm name=\"PROVIDER-ID\" value=\"srv &amp; Co\"/>\n"
                        "<parm name=\"NAME\" value=\"Server\"/><parm name=\"TO-NAPID\" value=\"N1\"/>\n"
                        "<parm name=\"INIT\" value=\"1\"/>\n"
                        "<characteristic type=\"APPADDR\"><parm name=\"ADDR\" value=\"https://dm.example.com\"/>"
                        "<parm name=\"ADDRTYPE\" value=\"IPV4\"/>"
                        "<characteristic type=\"PORT\"><parm name=\"PORTNBR\" value=\"443\"/>"
                        "<parm name=\"SERVICE\" value=\"x\"/></characteristic></characteristic>\n"
                        "<characteristic type=\"APPAUTH\"><parm name=\"AAUTHLEVEL\" value=\"APPSRV\"/>"
                        "<parm name=\"AAUTHTYPE\" value=\"DIGEST\"/><parm name=\"AAUTHNAME\" value=\"me\"/>"
                        "<parm name=\"AAUTHSECRET\" value=\"secret\"/><parm name=\"AAUTHDATA\" value=\"QUI=\"/>"
                        "</characteristic>\n"
                        "<characteristic type=\"APPAUTH\"><parm name=\"AAUTHLEVEL\" value=\"CLIENT\"/>"
                        "</characteristic>\n</characteristic>\n</wap-provisioningdoc>\n";

const char* const kW7Tree = "./DMAcc node\n"
                            "./DMAcc/w7 node urn:oma:mo:oma-dm-dmacc:1.0\n"
                            "./DMAcc/w7/AppAddr node\n./DMAcc/w7/AppAddr/1 node\n"
                            "./DMAcc/w7/AppAddr/1/Addr chr text/plain =https://dm.example.com\n"
                            "./DMAcc/w7/AppAddr/1/AddrType chr text/plain =IPv4\n"
                            "./DMAcc/w7/AppAddr/1/Port node\n./DMAcc/w7/AppAddr/1/Port/1 node\n"
                            "./DMAcc/w7/AppAddr/1/Port/1/PortNbr chr text/plain =443\n"
                            "./DMAcc/w7/AppAuth node\n./DMAcc/w7/AppAuth/1 node\n"
                            "./DMAcc/w7/AppAuth/1/AAuthData bin application/octet-stream =AB\n"
                            "./DMAcc/w7/AppAuth/1/AAuthLevel chr text/plain =CLCRED\n"
                            "./DMAcc/w7/AppAuth/1/AAuthName chr text/plain =me\n"
                            "./DMAcc/w7/AppAuth/1/AAuthSecret chr text/plain =secret\n"
                            "./DMAcc/w7/AppAuth/1/AAuthType chr text/plain =DIGEST\n"
                            "./DMAcc/w7/AppAuth/2 node\n"
                            "./DMAcc/w7/AppAuth/2/AAuthLevel chr text/plain =SRVCRED\n"
                            "./DMAcc/w7/AppID chr text/plain =w7\n"
                            "./DMAcc/w7/Ext node\n./DMAcc/w7/Ext/APPADDR node\n./DMAcc/w7/Ext/APPADDR/PORT node\n"
                            "./DMAcc/w7/Ext/APPADDR/PORT/SERVICE chr text/plain =x\n"
                            "./DMAcc/w7/Ext/INIT chr text/plain =1\n"
                            "./DMAcc/w7/Name chr text/plain =Server\n"
                            "./DMAcc/w7/ServerID chr text/plain =srv & Co\n"
                            "./DMAcc/w7/ToConRef node\n./DMAcc/w7/ToConRef/1 node\n"
                            "./DMAcc/w7/ToConRef/1/ConRef chr text/plain =N1 title=TO-NAPID\n"
                            "./Provisioning node title=1.1\n"
                            "./Provisioning/NAPDEF node\n"
                            "./Provisioning/NAPDEF/A%2FB chr text/plain =x title=A/B\n"
                            "./Provisioning/NAPDEF/DNS-ADDR chr text/plain =1.1.1.1\n"
                            "./Provisioning/NAPDEF/DNS-ADDR-2 chr text/plain =1.1.1.2 title=DNS-ADDR\n"
                            "./Provisioning/NAPDEF/INTERNET null =\n"
                            "./Provisioning/NAPDEF/NAPID chr text/plain =N1\n"
                            "./Provisioning/NAPDEF-2 node title=NAPDEF\n"
                            "./Provisioning/NAPDEF-2/NAPID chr text/plain =N2";

} // namespace

class TstProvisioning : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void w7BecomesAnAccount() { QCOMPARE(parsed(kW7), lines(kW7Tree)); }
    void writtenIsReadBack_data();
    void writtenIsReadBack();
    void numberedNamesStayApart();
    void refusesTreesWithNothingInThem();
    void errors_data();
    void errors();
};

void TstProvisioning::writtenIsReadBack_data()
{
    QTest::addColumn<int>("format");
    QTest::newRow("xml") << static_cast<int>(DocumentFormat::ProvisioningXml);
    QTest::newRow("wbxml") << static_cast<int>(DocumentFormat::ProvisioningWbxml);
}

void TstProvisioning::writtenIsReadBack()
{
    QFETCH(int, format);
    const auto read = parseDocument(view(kW7));
    QVERIFY(read);
    const auto bytes = writeDocument(*read, static_cast<DocumentFormat>(format));
    QVERIFY2(bytes, bytes ? "" : qPrintable(bytes.error().text()));
    const auto again = parseDocument(*bytes);
    QVERIFY2(again, again ? "" : qPrintable(again.error().text()));
    QCOMPARE(static_cast<int>(again->format), format);
    QCOMPARE(linesOf(again->tree), lines(kW7Tree));
}

void TstProvisioning::numberedNamesStayApart()
{
    QCOMPARE(parsed("<wap-provisioningdoc><characteristic type='X-2'/><characteristic type='X'/>"
                    "<characteristic type='X'/><characteristic type=''/></wap-provisioningdoc>"),
        lines("./Provisioning node\n./Provisioning/X node\n./Provisioning/X-2 node\n"
              "./Provisioning/X-3 node title=X\n./Provisioning/_ node"));
}

void TstProvisioning::refusesTreesWithNothingInThem()
{
    Document document;
    QVERIFY(document.tree.add(Tree::root(), {"A", Format::Node, "", "", "", "", "", {}}));
    const auto bytes = writeDocument(document, DocumentFormat::ProvisioningXml);
    QVERIFY(!bytes);
    QCOMPARE(bytes.error().kind, ErrorKind::NotFound);
}

void TstProvisioning::errors_data()
{
    QTest::addColumn<QByteArray>("document");
    QTest::addColumn<QString>("error");
    QTest::newRow("parm in parm") << QByteArray("<wap-provisioningdoc>\n<parm name='A'>\n<parm name='B'/></parm>"
                                                "</wap-provisioningdoc>")
                                  << QStringLiteral("expected </parm>, found <parm>, line 3");
    QTest::newRow("unknown") << QByteArray("<wap-provisioningdoc><foo/></wap-provisioningdoc>")
                             << QStringLiteral("expected <characteristic> or <parm>, found <foo>, line 1");
    QTest::newRow("text") << QByteArray("<wap-provisioningdoc>hello</wap-provisioningdoc>")
                          << QStringLiteral("expected <characteristic> or <parm>, found the text \"hello\", line 1");
    QByteArray deep("<wap-provisioningdoc>");
    for (int i = 0; i < 100'000; ++i)
        deep += "<characteristic type='A'>";
    QTest::newRow("deep") << deep << QStringLiteral("elements nested more than 32 deep, line 1");
}

void TstProvisioning::errors()
{
    QFETCH(QByteArray, document);
    QFETCH(QString, error);
    QCOMPARE(parsed(document.toStdString()), QStringList{QStringLiteral("! ") + error});
}

int run(int argc, char** argv)
{
    return test::run<QCoreApplication, TstProvisioning>(argc, argv);
}

} // namespace dmsc::tst_provisioning

#include "tst_provisioning.moc"
