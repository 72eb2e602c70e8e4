// SPDX-License-Identifier: Apache-2.0
// Documents in a card's files, in whatever way these are read and written: no row shows a secret of one.
#include "model/decode/secrets.h"
#include "tests/support/run_test.h"

#include <QTest>

namespace dmsc::tst_file_documents {

namespace {

// An unusual secret, no two characters of which stand together anywhere else.
const QByteArray kUnusual = "ZQZWZXZYZK";
const QByteArray kDone = QByteArray::fromHex("9000");

QByteArray documentWith(const QByteArray& secret)
{
    return "<MgmtTree><VerDTD>1.2</VerDTD><Node><NodeName>acc</NodeName><Node><NodeName>Name</NodeName><Value>open"
           "</Value></Node><Node><NodeName>AAuthSecret</NodeName><Value>"
        + secret + "</Value></Node></Node></MgmtTree>";
}

QByteArray lengthField(qsizetype length)
{
    if (length < 0x80)
        return QByteArray(1, static_cast<char>(length));
    return length < 0x100 ? '\x81' + QByteArray(1, static_cast<char>(length))
                          : '\x82' + QByteArray(1, static_cast<char>(length >> 8)) + static_cast<char>(length);
}

QByteArray object(const char* tag, const QByteArray& value)
{
    return QByteArray::fromHex(tag) + lengthField(value.size()) + value;
}

QByteArray pair(qsizetype number)
{
    return QByteArray(1, static_cast<char>(number >> 8)) + static_cast<char>(number);
}

/// A command with data and their length, extended where they are long.
QByteArray command(const QByteArray& header, const QByteArray& data)
{
    const bool isLong = data.size() > 255;
    return QByteArray::fromHex(header)
        + (isLong ? '\0' + pair(data.size()) : QByteArray(1, static_cast<char>(data.size()))) + data;
}

/// One card's rows, and what of their content is to be seen.
class Watched
{
public:
    explicit Watched(Layer layer = Layer::Apdu)
        : m_layer(layer)
    {
    }

    /// The row with dots, command and response.
    QByteArray row(const QByteArray& request, const QByteArray& response = kDone)
    {
        Record record;
        record.layer = m_layer;
        record.status = QStringLiteral("9000");
        record.request = request;
        record.response = response;
        m_watch.mark(record);
        for (const ByteRange& range : record.secrets) {
            QByteArray& part = range.part == RecordPart::Request ? record.request : record.response;
            part.replace(range.offset, range.length, QByteArray(range.length, '.'));
        }
        return record.request + record.response;
    }
    QByteArray row(const char* request, const QByteArray& response)
    {
        return row(QByteArray::fromHex(request), response);
    }

private:
    Layer m_layer;
    SecretWatch m_watch;
};

/// How one block of a file is read or written.
struct Access
{
    const char* name;
    QByteArray (*row)(Watched& watched, qsizetype offset, int number, const QByteArray& block);
};

QByteArray odd(const QByteArray& block, qsizetype offset)
{
    return object("54", pair(offset)) + object("53", block);
}

const Access kTransparent[] = {
    {"READ BINARY",
        [](Watched& to, qsizetype at, int, const QByteArray& block) {
            return to.row(QByteArray::fromHex("00B0") + pair(at) + '\0', block + kDone);
        }},
    {"UPDATE BINARY",
        [](Watched& to, qsizetype at, int, const QByteArray& block) {
            return to.row(command("00D6" + pair(at).toHex(), block));
        }},
    {"READ BINARY, odd",
        [](Watched& to, qsizetype at, int, const QByteArray& block) {
            return to.row(command("00B10000", object("54", pair(at))) + '\0', object("53", block) + kDone);
        }},
    {"READ BINARY, odd, of a file by its identifier",
        [](Watched& to, qsizetype at, int, const QByteArray& block) {
            return to.row(command("00B16F01", object("54", pair(at))) + '\0', object("73", block) + kDone);
        }},
    {"UPDATE BINARY, odd",
        [](Watched& to, qsizetype at, int, const QByteArray& block) {
            return to.row(command("00D70000", odd(block, at)));
        }},
    {"UPDATE BINARY, odd, as a chain",
        [](Watched& to, qsizetype at, int, const QByteArray& block) {
            const QByteArray data = odd(block, at);
            QByteArray seen;
            for (qsizetype from = 0; from < data.size(); from += 3)
                seen += to.row(command(from + 3 < data.size() ? "10D70000" : "00D70000", data.mid(from, 3)));
            return seen;
        }},
    {"UPDATE BINARY as a chain",
        [](Watched& to, qsizetype at, int, const QByteArray& block) {
            QByteArray seen;
            for (qsizetype from = 0; from < block.size(); from += 7)
                seen += to.row(
                    command(((from + 7 < block.size() ? "10D6" : "00D6") + pair(at).toHex()), block.mid(from, 7)));
            return seen;
        }},
    {"RETRIEVE DATA",
        [](Watched& to, qsizetype at, int, const QByteArray& block) {
            return to.row(at == 0 ? "80CB00800180" : "80CB000000", block + kDone);
        }},
};

const Access kLinear[] = {
    {"READ RECORD",
        [](Watched& to, qsizetype, int number, const QByteArray& block) {
            return to.row(QByteArray::fromHex("00B2") + char(number) + QByteArray::fromHex("0400"), block + kDone);
        }},
    {"READ RECORD, by SFI first",
        [](Watched& to, qsizetype, int number, const QByteArray& block) {
            return to.row(
                QByteArray::fromHex("00B2") + char(number) + (number == 1 ? '\x2C' : '\x04') + '\0', block + kDone);
        }},
    {"READ RECORD, the next one",
        [](Watched& to, qsizetype, int, const QByteArray& block) { return to.row("00B2000200", block + kDone); }},
    {"READ RECORD of a SIM, fetched",
        [](Watched& to, qsizetype, int number, const QByteArray& block) {
            to.row(
                QByteArray::fromHex("A0B2") + char(number) + QByteArray::fromHex("0400"), QByteArray::fromHex("61FF"));
            return to.row("A0C0000000", block + kDone);
        }},
    {"READ RECORD, odd",
        [](Watched& to, qsizetype, int number, const QByteArray& block) {
            return to.row(
                command("00B3" + QByteArray(1, char(number)).toHex() + "04", QByteArray::fromHex("540100")) + '\0',
                object("53", block) + kDone);
        }},
    {"UPDATE RECORD",
        [](Watched& to, qsizetype, int number, const QByteArray& block) {
            return to.row(command("00DC" + QByteArray(1, char(number)).toHex() + "04", block));
        }},
    {"UPDATE RECORD, odd",
        [](Watched& to, qsizetype, int number, const QByteArray& block) {
            return to.row(command("00DD" + QByteArray(1, char(number)).toHex() + "04", odd(block, 0)));
        }},
    {"APPEND RECORD",
        [](Watched& to, qsizetype, int, const QByteArray& block) { return to.row(command("00E20000", block)); }},
};

QByteArray readableContent(const Access& access, const QByteArray& content, qsizetype size)
{
    Watched watched;
    QByteArray seen;
    int number = 0;
    for (qsizetype at = 0; at < content.size(); at += size)
        seen += access.row(watched, at, ++number, content.mid(at, size));
    return seen;
}

/// No two characters of it that follow each other.
bool shows(const QByteArray& seen, const QByteArray& secret)
{
    for (qsizetype at = 0; at + 1 < secret.size(); ++at)
        if (seen.contains(secret.mid(at, 2)))
            return true;
    return false;
}

} // namespace

class TestFileDocuments : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void SEC_documentInTransparentFile_data();
    void SEC_documentInTransparentFile();
    void SEC_documentInRecords_data();
    void SEC_documentInRecords();
    void SEC_documentBehindSeveralHeads_data();
    void SEC_documentBehindSeveralHeads();
    void SEC_severalDocumentsInAFile();
    void SEC_eachRecordHasADocument();
    void SEC_recordOutOfOrder();
    void SEC_channelsByTheirNumber_data();
    void SEC_channelsByTheirNumber();
    void SEC_selectThatFailedChangesNothing();
    void SEC_openContentIsShown_data();
    void SEC_openContentIsShown();
};

void TestFileDocuments::SEC_documentInTransparentFile_data()
{
    QTest::addColumn<int>("access");
    for (int i = 0; i < static_cast<int>(std::size(kTransparent)); ++i)
        QTest::newRow(kTransparent[i].name) << i;
}

void TestFileDocuments::SEC_documentInTransparentFile()
{
    QFETCH(int, access);
    const QByteArray content = documentWith(kUnusual) + QByteArray(20, '\xFF');
    for (qsizetype size = 8; size < 240; ++size) {
        const QByteArray seen = readableContent(kTransparent[access], content, size);
        QVERIFY2(!shows(seen, kUnusual), qPrintable(QString::number(size)));
        QVERIFY(seen.contains('\xFF'));
    }
    // In one block nothing else is hidden.
    const QByteArray whole = readableContent(kTransparent[access], content, content.size());
    if (!QByteArray(kTransparent[access].name).contains("chain")) {
        QVERIFY(whole.contains(".........."));
        QVERIFY(whole.contains(content.first(content.indexOf(kUnusual))));
        QVERIFY(whole.contains(content.mid(content.indexOf(kUnusual) + kUnusual.size())));
    }
}

void TestFileDocuments::SEC_documentInRecords_data()
{
    QTest::addColumn<int>("access");
    for (int i = 0; i < static_cast<int>(std::size(kLinear)); ++i)
        QTest::newRow(kLinear[i].name) << i;
}

void TestFileDocuments::SEC_documentInRecords()
{
    QFETCH(int, access);
    const QByteArray content = documentWith(kUnusual) + QByteArray(20, '\xFF');
    for (qsizetype size = 8; size < 250; ++size) {
        const QByteArray seen = readableContent(kLinear[access], content, size);
        QVERIFY2(!shows(seen, kUnusual), qPrintable(QString::number(size)));
        QVERIFY(size < 150 || seen.contains("<VerDTD>1.2</VerDTD>"));
    }
}

void TestFileDocuments::SEC_documentBehindSeveralHeads_data()
{
    QTest::addColumn<QByteArray>("content");
    const QByteArray document = documentWith(kUnusual);
    QTest::newRow("constructed") << object("A0", object("80", document));
    QTest::newRow("primitive") << object("53", object("81", document));
    QTest::newRow("three") << object("7F50", object("A1", object("80", document)));
    QTest::newRow("after another object") << object("80", QByteArray(1, '\1')) + object("81", document);
    QTest::newRow("inside, after others") << object(
        "9F1F", object("80", "XML") + object("A2", object("81", QByteArray(40, 'n')) + object("82", document)));
    QTest::newRow("tag of three bytes") << object("BF8101", object("80", document));
    QTest::newRow("WBXML") << object("A0",
        object("80", QByteArray(1, '\0'))
            + object("81", QByteArray::fromHex("030B6A0045870E0603") + kUnusual + QByteArray::fromHex("000101")));
}

void TestFileDocuments::SEC_documentBehindSeveralHeads()
{
    QFETCH(QByteArray, content);
    for (const Access& access : {kTransparent[0], kTransparent[1], kTransparent[4], kTransparent[7], kLinear[0]}) {
        for (qsizetype size = 8; size < content.size(); ++size)
            QVERIFY2(!shows(readableContent(access, content, size), kUnusual), access.name);
        QByteArray whole = readableContent(access, content, content.size());
        const qsizetype at = content.indexOf(kUnusual);
        QVERIFY(
            whole.contains(content.first(at) + QByteArray(kUnusual.size(), '.') + content.mid(at + kUnusual.size())));
    }
}

void TestFileDocuments::SEC_severalDocumentsInAFile()
{
    const QByteArray second = "ZVZUZTZRZB";
    const QByteArray between = object("85", "between");
    const QByteArray content =
        object("80", documentWith(kUnusual)) + between + object("A1", object("80", documentWith(second)));
    for (qsizetype size = 8; size < content.size(); ++size) {
        const QByteArray seen = readableContent(kTransparent[0], content, size);
        QVERIFY(!shows(seen, kUnusual));
        QVERIFY(!shows(seen, second));
    }
    const QByteArray whole = readableContent(kTransparent[0], content, content.size());
    QCOMPARE(whole.count(".........."), 2);
    QVERIFY(whole.contains(between));
}

void TestFileDocuments::SEC_eachRecordHasADocument()
{
    Watched watched;
    for (const char* header : {"00B2010400", "00B2020400", "00B2030400", "00B2020400", "00B2090400"}) {
        const QByteArray record = object("80", documentWith(kUnusual)) + QByteArray(9, '\xFF');
        const QByteArray seen = watched.row(header, record + kDone);
        QVERIFY2(!shows(seen, kUnusual), header);
        QCOMPARE(seen.count('.') - record.count('.'), kUnusual.size());
    }
}

void TestFileDocuments::SEC_recordOutOfOrder()
{
    const QByteArray document = documentWith(kUnusual);
    const qsizetype cut = document.indexOf("<Value>" + kUnusual);
    Watched watched;
    watched.row("00B2010400", document.first(60) + kDone);
    // Something is missing before it, and the one after it goes on with what nobody knows.
    QVERIFY(!shows(watched.row("00B2030400", document.mid(cut, 12) + kDone), kUnusual));
    QVERIFY(!shows(watched.row("00B2040400", document.mid(cut + 12) + kDone), kUnusual));
    // Once more from the begin, and a record twice.
    watched.row("00B2010400", document.first(60) + kDone);
    for (int i = 0; i < 2; ++i) {
        const QByteArray seen = watched.row("00B2020400", document.mid(60) + kDone);
        QVERIFY(!shows(seen, kUnusual));
        QVERIFY(seen.contains("</Value></Node></Node></MgmtTree>"));
    }
}

void TestFileDocuments::SEC_channelsByTheirNumber_data()
{
    QTest::addColumn<QByteArray>("first");
    QTest::addColumn<QByteArray>("other");
    QTest::addColumn<bool>("isSame");
    const auto row = [](const char* first, const char* other, bool isSame) {
        QTest::addRow("%s and %s", first, other) << QByteArray(first) << QByteArray(other) << isSame;
    };
    row("00", "04", true);
    row("00", "0C", true);
    row("01", "09", true);
    row("41", "61", true);
    row("61", "41", true);
    row("00", "01", false);
    row("01", "41", false);
    row("4F", "43", false);
}

void TestFileDocuments::SEC_channelsByTheirNumber()
{
    QFETCH(QByteArray, first);
    QFETCH(QByteArray, other);
    QFETCH(bool, isSame);
    const QByteArray document = documentWith(kUnusual);
    const qsizetype cut = document.indexOf(kUnusual);
    // Of the secure channel's layer: protection is taken off.
    Watched watched(Layer::SecureChannel);
    watched.row(QByteArray::fromHex(first + "B0000000"), document.first(cut) + kDone);
    const QByteArray place = pair(cut).toHex();
    const QByteArray seen = watched.row(QByteArray::fromHex(other + "B0" + place + "00"), document.mid(cut) + kDone);
    QCOMPARE(shows(seen, kUnusual), !isSame);
    QCOMPARE(seen.contains(".........."), isSame);
}

void TestFileDocuments::SEC_selectThatFailedChangesNothing()
{
    const QByteArray document = documentWith(kUnusual);
    const qsizetype cut = document.indexOf(kUnusual);
    Watched watched;
    watched.row("00B0000000", document.first(cut) + kDone);
    watched.row("00A4000C026F07", QByteArray::fromHex("6A82"));
    const QByteArray read = QByteArray::fromHex("00B0") + pair(cut) + '\0';
    QVERIFY(!shows(watched.row(read, document.mid(cut) + kDone), kUnusual));
    watched.row("00A4000C026F07", kDone);
    QVERIFY(shows(watched.row(read, document.mid(cut) + kDone), kUnusual));
}

void TestFileDocuments::SEC_openContentIsShown_data()
{
    QTest::addColumn<QByteArray>("command");
    QTest::addColumn<QByteArray>("content");
    const auto row = [](const char* name, const char* command, const char* content) {
        QTest::newRow(name) << QByteArray::fromHex(command) << QByteArray::fromHex(content);
    };
    // PKCS#15 TokenInfo: version 0, a serial number of four bytes, who made it.
    row("numbers that look like a WBXML header", "00B0000000", "3012020100040401020304800744656D6F204341");
    row("record of a phone book", "00B2010400", "414C494345FFFFFFFFFF06912143658709FFFFFFFFFFFF");
    row("short message", "00B2010400", "0107911234567890F0040B911234567890F00000");
    row("odd instruction", "00B10000035401000000", "5306414243444546");
    row("EF.DIR", "00B2010400", "61124F10A0000000871002FF34FF078909FF00FF");
}

void TestFileDocuments::SEC_openContentIsShown()
{
    QFETCH(QByteArray, command);
    QFETCH(QByteArray, content);
    Watched watched;
    QCOMPARE(watched.row(command, content + kDone), command + content + kDone);
}

int run(int argc, char** argv)
{
    return test::run<QCoreApplication, TestFileDocuments>(argc, argv);
}

} // namespace dmsc::tst_file_documents

#include "tst_file_documents.moc"
