// SPDX-License-Identifier: Apache-2.0
#include "field_text.h"
#include "tests/support/run_test.h"

#include <QTest>

namespace dmsc::tst_decode_pkcs15 {

/// The files of a minimal token with one data object, as OpenSC reads them by READ BINARY.
class TestDecodePkcs15 : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void odf();
    void tokenInfo();
    void dataObject();
    void otherDerIsTyped();
};

namespace {

std::vector<Field> read(const char* hex)
{
    const QByteArray content = QByteArray::fromHex(hex) + QByteArray::fromHex("9000");
    std::vector<Field> fields = decodeResponseApdu(content, QByteArray::fromHex("00B0000000"));
    return isWellFormed(fields, 5, content.size()) ? fields : std::vector<Field>{};
}

} // namespace

void TestDecodePkcs15::odf()
{
    QCOMPARE(print(read("A70A300804063F0050154401").at(0).children),
        QStringLiteral("A7 dataObjects  @0+12\n"
                       "  30 Path  @2+10\n"
                       "    04 path MF/DF.PKCS#15/EF.DODF @4+8\n"
                       "      File identifier 3F 00 MF @6+2\n"
                       "      File identifier 50 15 DF.PKCS#15 @8+2\n"
                       "      File identifier 44 01 EF.DODF @10+2\n"));
}

void TestDecodePkcs15::tokenInfo()
{
    const auto fields = read("302D02010004088988210000000001 0C0C444D20776F726B62656E6368 800C4F4D41204D4F2073746F7265"
                             "03020420");
    QCOMPARE(valueOf(fields, QStringLiteral("0C manufacturerID")), QStringLiteral("DM workbench"));
    QCOMPARE(valueOf(fields, QStringLiteral("80 label")), QStringLiteral("OMA MO store"));
    QCOMPARE(valueOf(fields, QStringLiteral("04 serialNumber")), QStringLiteral("89 88 21 00 00 00 00 01"));
    QCOMPARE(valueOf(fields, QStringLiteral("generates random numbers")), QStringLiteral("yes"));
    QCOMPARE(valueOf(fields, QStringLiteral("login required")), QStringLiteral("no"));
}

void TestDecodePkcs15::dataObject()
{
    const auto fields = read("304C 30120C0C4F4D4120444D20444D41636303020640"
                             "30230C1B75726E3A6F6D613A6D6F3A6F6D612D646D2D646D6163633A312E300604672B0104"
                             "A111300F04063F0050154D01020100800201F8");
    QCOMPARE(valueOf(fields, QStringLiteral("0C label")), QStringLiteral("OMA DM DMAcc"));
    QCOMPARE(valueOf(fields, QStringLiteral("private")), QStringLiteral("no"));
    QCOMPARE(valueOf(fields, QStringLiteral("modifiable")), QStringLiteral("yes"));
    QCOMPARE(valueOf(fields, QStringLiteral("0C applicationName")), QStringLiteral("urn:oma:mo:oma-dm-dmacc:1.0"));
    QCOMPARE(valueOf(fields, QStringLiteral("06 applicationOID")), QStringLiteral("2.23.43.1.4"));
    QCOMPARE(valueOf(fields, QStringLiteral("80 length")), QStringLiteral("504 bytes"));
}

void TestDecodePkcs15::otherDerIsTyped()
{
    const auto typed = read("30083106 0101FF0A0105");
    QCOMPARE(valueOf(typed, QStringLiteral("01 BOOLEAN")), QStringLiteral("TRUE"));
    QCOMPARE(valueOf(typed, QStringLiteral("0A ENUMERATED")), QStringLiteral("5"));
}

int run(int argc, char** argv)
{
    return test::run<QCoreApplication, TestDecodePkcs15>(argc, argv);
}

} // namespace dmsc::tst_decode_pkcs15

#include "tst_decode_pkcs15.moc"
