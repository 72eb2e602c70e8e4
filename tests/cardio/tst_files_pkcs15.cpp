// SPDX-License-Identifier: Apache-2.0
#include "cardio/files/pkcs15.h"
#include "tests/support/run_test.h"

#include <QTest>

namespace dmsc::tst_files_pkcs15 {

namespace {

Bytes hex(const char* text)
{
    return fromHex(QString::fromLatin1(text)).value();
}

pkcs15::DataObject demoObject()
{
    pkcs15::DataObject object;
    object.label = QStringLiteral("OMA DM DMAcc");
    object.modifiable = true;
    object.applicationName = QStringLiteral("urn:oma:mo:oma-dm-dmacc:1.0");
    object.applicationOid = pkcs15::oidOf(QStringLiteral("2.23.43.1.4")).value();
    object.path = {hex("3F0050154D01"), 0, 504};
    return object;
}

/// The DODF that pkcs15-tool lists.
Bytes demoDodf()
{
    return hex("304C 3012 0C0C 4F4D4120444D20444D416363 0302 0640"
               "3023 0C1B 75726E3A6F6D613A6D6F3A6F6D612D646D2D646D6163633A312E30 0604 672B0104"
               "A111 300F 0406 3F0050154D01 020100 800201F8");
}

} // namespace

class TestFilesPkcs15 : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void DM_SC_GEN_10_theDirectoryIsWrittenAsReadersWantIt();
    void directoriesReadBack();
    void aBootstrapObjectOfARealCard();
    void theLengthOfAnObjectChangesAlone();
    void unknownEntriesStay();
    void malformedDirectoriesAreRefused();
    void objectIdentifiers();
};

void TestFilesPkcs15::DM_SC_GEN_10_theDirectoryIsWrittenAsReadersWantIt()
{
    QCOMPARE(pkcs15::writeDodf({demoObject()}), demoDodf());
    QCOMPARE(pkcs15::writeOdf({{pkcs15::Kind::DataObjects, {hex("3F0050154401"), {}, {}}}}),
        hex("A70A 3008 0406 3F0050154401"));
    pkcs15::TokenInfo info;
    info.serial = hex("8988210000000001");
    info.manufacturer = QStringLiteral("DM workbench");
    info.label = QStringLiteral("OMA MO store");
    info.flags = hex("0420");
    QCOMPARE(pkcs15::writeTokenInfo(info),
        hex("302D 020100 0408 8988210000000001 0C0C 444D20776F726B62656E6368 800C 4F4D41204D4F2073746F7265 0302 0420"));
    QCOMPARE(pkcs15::readTokenInfo(pkcs15::writeTokenInfo(info)).value(), info);

    // Sizes from 32,768 need a leading zero, or readers take them for negative.
    pkcs15::DataObject large = demoObject();
    large.path.length = 32768;
    large.isPrivate = true;
    const Bytes written = pkcs15::writeDodf({large});
    QVERIFY(toHex(written).endsWith(QStringLiteral("8003008000")));
    QVERIFY(toHex(written).contains(QStringLiteral("030206C0")));
    large.modifiable = false;
    QVERIFY(toHex(pkcs15::writeDodf({large})).contains(QStringLiteral("03020780")));
}

void TestFilesPkcs15::directoriesReadBack()
{
    pkcs15::DataObject other;
    other.label = QStringLiteral("zwei");
    other.isPrivate = true;
    other.path = {hex("4D02"), {}, 40000};
    Bytes file = pkcs15::writeDodf({demoObject(), other});
    file.insert(file.end(), 20, 0xFF);
    const auto read = pkcs15::readDodf(file);
    QVERIFY(read);
    QCOMPARE(read->objects.size(), std::size_t{2});
    other.entry = 1;
    QCOMPARE(read->objects[0], demoObject());
    QCOMPARE(read->objects[1], other);

    const std::vector<pkcs15::Directory> directories = {
        {pkcs15::Kind::Certificates, {hex("5033"), {}, {}}}, {pkcs15::Kind::DataObjects, {hex("6430"), 0, 65536}}};
    QCOMPARE(pkcs15::readOdf(pkcs15::writeOdf(directories)).value(), directories);
}

void TestFilesPkcs15::aBootstrapObjectOfARealCard()
{
    QCOMPARE(pkcs15::readOdf(hex("A706 3004 0402 6430 FFFF")).value().at(0).path.file, hex("6430"));
    const auto read = pkcs15::readDodf(hex("A127 3000 3011 0C0F 4C774D324D20426F6F747374726170"
                                           "A110 300E 0606 0604 672B0901 3004 0402 6432"));
    QVERIFY(read && read->warnings.empty());
    QCOMPARE(read->objects.size(), std::size_t{1});
    const pkcs15::DataObject& object = read->objects[0];
    QCOMPARE(object.name(), QStringLiteral("LwM2M Bootstrap"));
    QCOMPARE(pkcs15::oidText(object.applicationOid), QStringLiteral("2.23.43.9.1"));
    QVERIFY(std::ranges::equal(object.applicationOid, pkcs15::kLwm2mBootstrapOid));
    QCOMPARE(object.path.file, hex("6432"));
}

void TestFilesPkcs15::theLengthOfAnObjectChangesAlone()
{
    Bytes file = demoDodf();
    file.resize(file.size() + 4, 0xFF);
    const auto grown = pkcs15::withObjectLength(file, 0, 40000);
    QVERIFY(grown);
    QCOMPARE(grown->size(), file.size());
    QCOMPARE(pkcs15::readDodf(*grown)->objects.at(0).path.length, std::optional<std::uint32_t>(40000));
    QVERIFY(toHex(*grown).endsWith(QStringLiteral("8003009C40FFFFFF")));
    const auto shrunk = pkcs15::withObjectLength(file, 0, 7);
    QVERIFY(toHex(shrunk.value()).endsWith(QStringLiteral("800107FFFFFFFFFF")));
    QCOMPARE(pkcs15::withObjectLength(file, 0, 504).value(), file);
    QCOMPARE(pkcs15::withObjectLength(demoDodf(), 0, 40000).error().kind, ErrorKind::Full);
    QCOMPARE(pkcs15::withObjectLength(file, 1, 1).error().kind, ErrorKind::NotFound);
    Bytes guarded = demoDodf(); // something else follows the filling: it is neither written over nor laid bare
    guarded.insert(guarded.end(), {0xFF, 0x30, 0x05});
    QCOMPARE(pkcs15::withObjectLength(guarded, 0, 40000).error().kind, ErrorKind::Full);
    const Bytes without = hex("3011 3000 3000 A10B 3009 0402 4D01 8003 010203");
    QCOMPARE(pkcs15::withObjectLength(without, 0, 66051).value(), without);
}

void TestFilesPkcs15::unknownEntriesStay()
{
    // A form that we do not know between two that we do; the second changes, the rest stands as it was.
    Bytes file = demoDodf();
    const Bytes strange = hex("A2 05 3000 0403 AA");
    const Bytes unknown = hex("A2 04 3000 3000");
    file.insert(file.end(), unknown.begin(), unknown.end());
    const Bytes second = demoDodf();
    file.insert(file.end(), second.begin(), second.end());
    const auto read = pkcs15::readDodf(file);
    QVERIFY(read);
    QCOMPARE(read->objects.size(), std::size_t{2});
    QCOMPARE(read->warnings.size(), std::size_t{1});
    QCOMPARE(read->objects[1].entry, std::size_t{2});
    const auto changed = pkcs15::withObjectLength(file, 2, 505);
    QVERIFY(changed);
    QVERIFY(std::equal(file.begin(), file.end() - 1, changed->begin()));
    QCOMPARE(changed->back(), std::uint8_t{0xF9});
    QVERIFY(!pkcs15::readOdf(strange) || pkcs15::readOdf(strange)->empty());
}

void TestFilesPkcs15::malformedDirectoriesAreRefused()
{
    QVERIFY(!pkcs15::readDodf(hex("30 7F 30 00")));
    QVERIFY(!pkcs15::readOdf(hex("A7 04 30 06 04 02")));
    QVERIFY(!pkcs15::readOdf(hex("A7 05 30 03 04 01 64")));
    QVERIFY(!pkcs15::readTokenInfo(hex("")));
    QVERIFY(!pkcs15::readTokenInfo(hex("31 00")));
    const auto odd = pkcs15::readDodf(hex("30 0B 3000 3000 A1 05 30 03 04 01 64"));
    QVERIFY(odd && odd->objects.empty() && odd->warnings.size() == 1);
    const Bytes whole = demoDodf();
    for (std::size_t n = 1; n < whole.size(); ++n)
        QVERIFY(!pkcs15::readDodf(ByteView(whole).first(n)));
}

void TestFilesPkcs15::objectIdentifiers()
{
    QCOMPARE(pkcs15::oidText(hex("2A864886F70D010101")), QStringLiteral("1.2.840.113549.1.1.1"));
    QCOMPARE(pkcs15::oidOf(QStringLiteral("1.2.840.113549.1.1.1")).value(), hex("2A864886F70D010101"));
    QCOMPARE(pkcs15::oidText(hex("8837")), QStringLiteral("2.999"));
    QCOMPARE(pkcs15::oidText(hex("6787")), QStringLiteral("6787")); // cut off
    QVERIFY(!pkcs15::oidOf(QStringLiteral("1.40")));
    QVERIFY(!pkcs15::oidOf(QStringLiteral("2.x")));
    QVERIFY(!pkcs15::oidOf({}));
}

int run(int argc, char** argv)
{
    return test::run<QCoreApplication, TestFilesPkcs15>(argc, argv);
}

} // namespace dmsc::tst_files_pkcs15

#include "tst_files_pkcs15.moc"
