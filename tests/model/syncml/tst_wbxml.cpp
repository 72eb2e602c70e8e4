// SPDX-License-Identifier: Apache-2.0
#include "model/syncml/wbxml_reader.h"
#include "model/syncml/wbxml_writer.h"
#include "tests/support/run_test.h"
#include "tests/support/shared_data.h"

#include <QFile>
#include <QTest>

#include <initializer_list>
#include <string>

namespace dmsc::tst_wbxml {

using namespace dmsc::wbxml;

namespace {

Bytes bytesOf(std::string_view text)
{
    return {text.begin(), text.end()};
}

/// A SyncML 1.2 document: header with the given string table, then the body.
Bytes document(std::initializer_list<int> body, std::string_view table = {}, int version = 3)
{
    Bytes out{static_cast<std::uint8_t>(version), 0xA4, 0x01, 0x6A, static_cast<std::uint8_t>(table.size())};
    out.insert(out.end(), table.begin(), table.end());
    for (const int unit : body)
        out.push_back(static_cast<std::uint8_t>(unit));
    return out;
}

/// Golden form: `<` name, `@name=value`, text in quotes, opaque in brackets, `>`.
struct Dump
{
    std::string text;
    std::string error;
    bool tiles = true;
};

Dump dump(ByteView octets, const ReaderOptions& options = {})
{
    Dump result;
    auto reader = Reader::open(octets, options);
    if (!reader) {
        result.error = reader.error().text().toStdString();
        return result;
    }
    std::size_t at = reader->header().length;
    while (true) {
        const auto event = reader->next();
        if (!event) {
            result.error = event.error().text().toStdString();
            return result;
        }
        result.tiles = result.tiles && event->offset == at;
        at = event->offset + event->length;
        const std::string text(event->text);
        switch (event->kind) {
        case Event::Kind::Start:
            result.text += "<" + std::string(event->name) + " ";
            break;
        case Event::Kind::Attribute:
            result.text += "@" + std::string(event->name) + "=" + text + " ";
            break;
        case Event::Kind::Text:
            result.text += "'" + text + "' ";
            break;
        case Event::Kind::Opaque:
            result.text += "[" + text + "] ";
            break;
        case Event::Kind::End:
            result.text += "> ";
            break;
        case Event::Kind::EndDocument:
            result.tiles = result.tiles && at == octets.size();
            return result;
        }
    }
}

Result<Bytes> rewrite(ByteView octets)
{
    auto reader = Reader::open(octets);
    if (!reader)
        return tl::unexpected<Error>(reader.error());
    Writer writer(reader->header().vocabulary);
    while (true) {
        const auto event = reader->next();
        if (!event)
            return tl::unexpected<Error>(event.error());
        switch (event->kind) {
        case Event::Kind::Start:
            writer.start(event->tag);
            break;
        case Event::Kind::Attribute:
            writer.attribute(event->name, event->text);
            break;
        case Event::Kind::Text:
            writer.text(event->text);
            break;
        case Event::Kind::Opaque:
            writer.opaque(event->text);
            break;
        case Event::Kind::End:
            writer.end();
            break;
        case Event::Kind::EndDocument:
            return std::move(writer).finish();
        }
    }
}

Bytes load(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const QByteArray all = file.readAll();
    return {all.begin(), all.end()};
}

} // namespace

class TestWbxml : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyTokenIsOneEventThatTilesTheDocument();
    void stringsComeFromTheTableWithAndWithoutNul();
    void publicIdByNumberAndByText_data();
    void publicIdByNumberAndByText();
    void entitiesAndLatin1BecomeUtf8();
    void unknownAndLiteralElementsCanBeSkipped();
    void attributesOfProv();
    void embeddedDocumentKeepsOuterOffsets();
    void errorsNameTheByte_data();
    void errorsNameTheByte();
    void depthIsBounded();
    void tableTextIsBounded();
    void writerIsMinimal();
    void writerRefusesWhatCannotBeWritten();
    void tndsHeaderHasItsIdInTheTable();
    void provFilesOfOperatorsComeBackByteForByte_data();
    void provFilesOfOperatorsComeBackByteForByte();
    void privateDdfOfMotorolaIsRefused();
    void truncationAndMutationNeverCrash();
    void bigOpaqueIsNotCopied();
};

void TestWbxml::everyTokenIsOneEventThatTilesTheDocument()
{
    // SyncML( SyncHdr( Cred( Meta( page 1 Format "b64" ) page 0 Data opaque ) ) Final )
    const Bytes doc = document({0x6D, 0x6C, 0x4E, 0x5A, 0x00, 0x01, 0x47, 0x03, 'b', '6', '4', 0, 0x01, 0x01, 0x00,
        0x00, 0x4F, 0xC3, 0x03, 'a', 0x00, 'b', 0x01, 0x01, 0x01, 0x12, 0x01});
    const Dump result = dump(doc);
    QCOMPARE(result.error, std::string());
    QCOMPARE(result.text,
        "<SyncML <SyncHdr <Cred <Meta <Format 'b64' > > <Data [a" + std::string(1, '\0') + "b] > > > <Final > > ");
    QVERIFY(result.tiles);
}

void TestWbxml::stringsComeFromTheTableWithAndWithoutNul()
{
    const std::string table("one\0two", 7);
    QCOMPARE(dump(document({0x6D, 0x83, 0, 0x83, 4, 0x83, 5, 0x01}, table)).text,
        std::string("<SyncML 'one' 'two' 'wo' > "));
}

void TestWbxml::publicIdByNumberAndByText_data()
{
    QTest::addColumn<QByteArray>("header");
    QTest::addColumn<int>("vocabulary");
    const auto byText = [](const char* id, char version) {
        QByteArray out;
        out.append(version).append('\0').append('\0').append('\x6A').append(static_cast<char>(qstrlen(id))).append(id);
        return out;
    };
    const int syncml = static_cast<int>(Vocabulary::SyncMl);
    QTest::newRow("SyncML 1.2") << QByteArray::fromHex("03A4016A00") << syncml;
    QTest::newRow("SyncML 1.2 in WBXML 1.1") << QByteArray::fromHex("01A4016A00") << syncml;
    QTest::newRow("SyncML 1.2 in WBXML 1.2") << QByteArray::fromHex("02A4016A00") << syncml;
    QTest::newRow("SyncML 1.1") << QByteArray::fromHex("029F536A00") << syncml;
    QTest::newRow("SyncML 1.0") << QByteArray::fromHex("019F516A00") << syncml;
    QTest::newRow("text without NUL") << byText("-//SYNCML//DTD SyncML 1.2//EN", 2) << syncml;
    QTest::newRow("text with blank") << byText(" -//SYNCML//DTD SyncML 1.1//EN", 2) << syncml;
    QTest::newRow("DDF") << byText("-//OMA//DTD-DM-DDF 1.2//EN", 3) << static_cast<int>(Vocabulary::DmDdf);
    QTest::newRow("PROV") << QByteArray::fromHex("030B6A00") << static_cast<int>(Vocabulary::Prov);
}

void TestWbxml::publicIdByNumberAndByText()
{
    QFETCH(QByteArray, header);
    QFETCH(int, vocabulary);
    header.append('\x2D');
    const Bytes doc(header.begin(), header.end());
    const auto reader = Reader::open(doc);
    QVERIFY2(reader.has_value(), reader ? "" : qPrintable(reader.error().text()));
    QCOMPARE(static_cast<int>(reader->header().vocabulary), vocabulary);
    QCOMPARE(reader->header().length, doc.size() - 1);
    QVERIFY(isWbxml(doc));
}

void TestWbxml::entitiesAndLatin1BecomeUtf8()
{
    QCOMPARE(dump(document({0x6D, 0x02, 0x81, 0x20, 0x01})).text, std::string("<SyncML '\xC2\xA0' > "));
    const Bytes latin1{0x03, 0xA4, 0x01, 0x04, 0x00, 0x6D, 0x03, 'M', 0xFC, 0x00, 0xC3, 0x01, 0xFC, 0x01};
    QCOMPARE(dump(latin1).text, std::string("<SyncML 'M\xC3\xBC' [\xFC] > "));
}

void TestWbxml::unknownAndLiteralElementsCanBeSkipped()
{
    // SyncML( token 0x30 ( "x" SyncHdr( ) ) literal "Foo" Final )
    const Bytes doc = document({0x6D, 0x70, 0x03, 'x', 0, 0x6C, 0x01, 0x01, 0x04, 0x00, 0x12, 0x01}, "Foo");
    QCOMPARE(dump(doc).text, std::string("<SyncML < 'x' <SyncHdr > > <Foo > <Final > > "));
    auto reader = Reader::open(doc);
    QVERIFY(reader.has_value());
    QVERIFY(reader->next().has_value());
    const auto unknown = reader->next();
    QCOMPARE(unknown->tag, makeTag(0, 0x30));
    QVERIFY(reader->skipElement().has_value());
    QCOMPARE(reader->next()->tag, Tag::Literal);
    QVERIFY(reader->skipElement().has_value()); // has no content: only its End is skipped
    QCOMPARE(reader->next()->tag, Tag::Final);
}

void TestWbxml::attributesOfProv()
{
    // version 1.0; characteristic APPLICATION (page 1); parm APPID w7; parm INTERNET without value; page 0 again
    const Bytes doc{0x03, 0x0B, 0x6A, 0x04, 'N', 'A', 'P', 0x00, 0xC5, 0x46, 0x01, 0xC6, 0x00, 0x01, 0x55, 0x01, 0x87,
        0x36, 0x06, 0x03, 'w', '7', 0x00, 0x01, 0x87, 0x14, 0x01, 0x01, 0xC6, 0x00, 0x00, 0x55, 0x01, 0x87, 0x22, 0x06,
        0x83, 0x00, 0x03, '1', 0x00, 0x01, 0x87, 0x10, 0x06, 0xAB, 0x01, 0x01, 0x01};
    const Dump result = dump(doc);
    QCOMPARE(result.error, std::string());
    QCOMPARE(result.text,
        std::string("<wap-provisioningdoc @version=1.0 <characteristic @type=APPLICATION <parm @name=APPID @value=w7 > "
                    "<parm @name=INTERNET > > <characteristic @type=NAPDEF <parm @name=TO-NAPID @value=NAP1 > "
                    "<parm @name=BEARER @value=GSM-GPRS > > > "));
    QVERIFY(result.tiles);
}

void TestWbxml::embeddedDocumentKeepsOuterOffsets()
{
    Writer inner(Vocabulary::DmDdf);
    inner.start(Tag::DdfMgmtTree);
    inner.element(Tag::DdfVerDTD, "1.2");
    inner.end();
    const auto tree = std::move(inner).finish();
    Writer outer(Vocabulary::SyncMl);
    outer.start(Tag::SyncML);
    outer.start(Tag::Data);
    outer.opaque({reinterpret_cast<const char*>(tree->data()), tree->size()});
    outer.end();
    outer.end();
    const auto message = std::move(outer).finish();

    auto reader = Reader::open(*message);
    QVERIFY(reader->next().has_value());
    QVERIFY(reader->next().has_value());
    const auto data = reader->next();
    QCOMPARE(data->kind, Event::Kind::Opaque);
    auto embedded = openEmbedded(*data);
    QVERIFY(embedded.has_value());
    const auto root = embedded->next();
    QCOMPARE(root->name, std::string_view("MgmtTree"));
    QCOMPARE((*message)[root->offset + root->length - 1], std::uint8_t(0x60));
}

void TestWbxml::errorsNameTheByte_data()
{
    QTest::addColumn<QByteArray>("octets");
    QTest::addColumn<QByteArray>("says");
    const auto add = [](const char* name, const Bytes& octets, const char* says) {
        QTest::newRow(name) << QByteArray(reinterpret_cast<const char*>(octets.data()), qsizetype(octets.size()))
                            << QByteArray(says);
    };
    add("empty", {}, "byte 0");
    add("version 1.0", {0x00, 0x04, 0x6A, 0x00}, "version byte 0x00, byte 0");
    add("XML", bytesOf("<?xml version='1.0'?>"), "version byte 0x3C");
    add("public id 1", {0x01, 0x01, 0x6A, 0x00, 0x5E}, "unknown public id 0x1");
    add("WML", {0x03, 0x04, 0x6A, 0x00, 0x7F}, "unknown public id 0x4");
    add("UTF-16", {0x03, 0xA4, 0x01, 0x87, 0x77, 0x00, 0x2D}, "character set 1015");
    add("table too long", {0x03, 0xA4, 0x01, 0x6A, 0x7F, 0x2D}, "string table of 127 bytes, but 1 are left, byte 4");
    add("public id outside", {0x03, 0x00, 0x05, 0x6A, 0x00, 0x2D}, "outside of the string table");
    add("number too long", {0x03, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0x01}, "more than 32 bits");
    add("no root", document({}), "the document ends");
    add("text first", document({0x03, 'x', 0}), "text before the first element, byte 5");
    add("end first", document({0x01}), "before the first one, byte 5");
    add("unclosed", document({0x6D}), "byte 6");
    add("trailing", document({0x2D, 0x2D}), "1 bytes follow the end of the document, byte 6");
    add("opaque too long", document({0x6D, 0xC3, 0x8F, 0xFF, 0xFF, 0xFF, 0x7F, 'x', 0x01}), "2 are left, byte 7");
    add("no NUL", document({0x6D, 0x03, 'x'}), "without the NUL");
    add("table index", document({0x6D, 0x83, 0x09, 0x01}, "abc"), "string 9 is outside");
    add("surrogate", document({0x6D, 0x02, 0x83, 0xB0, 0x00, 0x01}), "not a character");
    add("extension", document({0x6D, 0x40, 0x01}), "0x40 has no meaning");
    add("attribute in SyncML", document({0xAD, 0x05, 0x01}), "unknown attribute token 0x05");
    add("page at the end", document({0x6D, 0x00}), "a code page");
}

void TestWbxml::errorsNameTheByte()
{
    QFETCH(QByteArray, octets);
    QFETCH(QByteArray, says);
    const Dump result = dump(Bytes(octets.begin(), octets.end()));
    QVERIFY2(QByteArray::fromStdString(result.error).contains(says), result.error.c_str());
}

void TestWbxml::depthIsBounded()
{
    Bytes deep = document({});
    deep.insert(deep.end(), 100'000, 0x6D);
    const Dump result = dump(deep);
    QVERIFY2(result.error.find("nested more than 512 deep") != std::string::npos, result.error.c_str());
}

void TestWbxml::tableTextIsBounded()
{
    // Every reference of two bytes stands for 120 characters of text.
    Bytes bomb = document({0x6D}, std::string(120, 'x'));
    for (int i = 0; i < 200'000; ++i)
        bomb.insert(bomb.end(), {0x83, 0x00});
    bomb.push_back(0x01);
    const Dump result = dump(bomb);
    QVERIFY2(result.error.find("too much text") != std::string::npos, result.error.c_str());
}

void TestWbxml::writerIsMinimal()
{
    Writer writer(Vocabulary::SyncMl);
    writer.start(Tag::SyncML);
    writer.start(Tag::Meta);
    writer.element(Tag::MetFormat, "bin");
    writer.element(Tag::MetType);
    writer.end();
    writer.start(Tag::Data);
    writer.opaque(std::string(130, 'z'));
    writer.end();
    writer.element(Tag::Final);
    writer.end();
    const auto written = std::move(writer).finish();
    QVERIFY(written.has_value());
    Bytes expected = document(
        {0x6D, 0x5A, 0x00, 0x01, 0x47, 0x03, 'b', 'i', 'n', 0, 0x01, 0x13, 0x01, 0x00, 0x00, 0x4F, 0xC3, 0x81, 0x02});
    expected.insert(expected.end(), 130, 'z');
    expected.insert(expected.end(), {0x01, 0x12, 0x01});
    QCOMPARE(*written, expected);
}

void TestWbxml::writerRefusesWhatCannotBeWritten()
{
    const auto errorOf = [](auto&& write, Vocabulary vocabulary) {
        Writer writer(vocabulary);
        write(writer);
        const auto written = std::move(writer).finish();
        return written ? QString() : written.error().text();
    };
    const auto nul = [](Writer& writer) { writer.element(Tag::LocURI, std::string_view("a\0b", 3)); };
    QVERIFY(errorOf(nul, Vocabulary::SyncMl).contains(QLatin1String("NUL")));
    const auto open = [](Writer& writer) { writer.start(Tag::SyncML); };
    QVERIFY(errorOf(open, Vocabulary::SyncMl).contains(QLatin1String("1 elements were not ended")));
    const auto stray = [](Writer& writer) { writer.end(); };
    QVERIFY(errorOf(stray, Vocabulary::SyncMl).contains(QLatin1String("more elements")));
    const auto attribute = [](Writer& writer) {
        writer.start(Tag::ProvParm);
        writer.attribute("colour", "red");
        writer.end();
    };
    QVERIFY(errorOf(attribute, Vocabulary::Prov).contains(QLatin1String("colour")));
}

void TestWbxml::tndsHeaderHasItsIdInTheTable()
{
    Writer writer(Vocabulary::DmDdf);
    writer.start(Tag::DdfMgmtTree);
    writer.end();
    const auto written = std::move(writer).finish();
    Bytes expected = bytesOf(std::string_view("\x03\0\0\x6A\x1B-//OMA//DTD-DM-DDF 1.2//EN\0", 32));
    expected.insert(expected.end(), {0x00, 0x02, 0x20});
    QCOMPARE(*written, expected);
    QCOMPARE(dump(*written).text, std::string("<MgmtTree > "));
}

void TestWbxml::provFilesOfOperatorsComeBackByteForByte_data()
{
    QTest::addColumn<QString>("path");
    const auto folder = test::sharedData(QStringLiteral("wapprov/sailfish-operators"));
    if (!folder)
        QSKIP("shared data is missing");
    const QDir dir(*folder);
    for (const QString& name : dir.entryList({QStringLiteral("*.wbxml")}, QDir::Files))
        QTest::newRow(qPrintable(name)) << dir.filePath(name);
}

void TestWbxml::provFilesOfOperatorsComeBackByteForByte()
{
    QFETCH(QString, path);
    const Bytes original = load(path);
    QVERIFY(!original.empty());
    QVERIFY(dump(original).tiles);
    const auto again = rewrite(original);
    QVERIFY2(again.has_value(), again ? "" : qPrintable(again.error().text()));
    QCOMPARE(*again, original);
}

void TestWbxml::privateDdfOfMotorolaIsRefused()
{
    const auto path = test::sharedData(QStringLiteral("ddf/motorola-aosp/root.wbxml"));
    if (!path)
        QSKIP("shared data is missing");
    const auto reader = Reader::open(load(*path));
    QVERIFY(!reader.has_value());
    QCOMPARE(reader.error().kind, ErrorKind::Unsupported);
    QVERIFY(!isWbxml(load(*path)));
}

void TestWbxml::truncationAndMutationNeverCrash()
{
    const std::string table("one\0two", 7);
    const Bytes doc =
        document({0x6D, 0x6C, 0x83, 0x04, 0x44, 0x00, 0x02, 0x81, 0x20, 0x01, 0x4E, 0x5A, 0x00, 0x01, 0x47, 0x03, 'b',
                     0, 0x01, 0x01, 0x00, 0x00, 0x4F, 0xC3, 0x03, 'a', 0x00, 'b', 0x01, 0x01, 0x01, 0x12, 0x01},
            table);
    QCOMPARE(dump(doc).error, std::string());
    for (std::size_t length = 0; length < doc.size(); ++length) {
        const Bytes cut(doc.begin(), doc.begin() + static_cast<std::ptrdiff_t>(length));
        QVERIFY2(!dump(cut).error.empty(), qPrintable(QString::number(length)));
    }
    for (std::size_t at = 0; at < doc.size(); ++at) {
        Bytes changed = doc;
        for (int value = 0; value < 256; ++value) {
            changed[at] = static_cast<std::uint8_t>(value);
            const Dump result = dump(changed);
            QVERIFY(!result.error.empty() || result.tiles);
        }
    }
}

void TestWbxml::bigOpaqueIsNotCopied()
{
    Writer writer(Vocabulary::SyncMl);
    writer.start(Tag::Data);
    writer.opaque(std::string(5'000'000, '\0'));
    writer.end();
    const auto written = std::move(writer).finish();
    auto reader = Reader::open(*written);
    QVERIFY(reader->next().has_value());
    const auto data = reader->next();
    QCOMPARE(data->text.size(), std::size_t(5'000'000));
    const auto* start = reinterpret_cast<const std::uint8_t*>(data->text.data());
    QVERIFY(start > written->data() && start < written->data() + written->size());
}

int run(int argc, char** argv)
{
    return test::run<QCoreApplication, TestWbxml>(argc, argv);
}

} // namespace dmsc::tst_wbxml

#include "tst_wbxml.moc"
