// SPDX-License-Identifier: Apache-2.0
#include "model/formats/tnds.h"
#include "model/recording/compare_recordings.h"
#include "model/recording/row_alignment.h"
#include "model/syncml/message_wbxml.h"
#include "model/syncml/message_xml.h"
#include "tests/support/run_test.h"
#include "tests/support/sanitized.h"

#include <QRandomGenerator>
#include <QTest>

#include <algorithm>
#include <tuple>

namespace dmsc::tst_compare_recordings {

namespace {

Record apdu(const char* name, const char* request, const char* response)
{
    Record record;
    record.from = Actor::Workbench;
    record.to = Actor::Card;
    record.name = QString::fromLatin1(name);
    record.request = QByteArray::fromHex(request);
    record.response = QByteArray::fromHex(response);
    record.status = QString::fromLatin1(record.response.right(2).toHex().toUpper());
    return record;
}

Record message(const QByteArray& request, const QByteArray& response = {})
{
    Record record;
    record.layer = Layer::SyncMl;
    record.from = Actor::Server;
    record.to = Actor::Device;
    record.name = QStringLiteral("SyncML");
    record.request = request;
    record.response = response;
    return record;
}

Recording recordingOf(const std::vector<Record>& records)
{
    Recording recording;
    for (const Record& record : records)
        recording.store.append(record);
    return recording;
}

ComparedRecordings compared(const Recording& left, const Recording& right)
{
    return compareRecordings(left, allOf(left), right, allOf(right));
}

/// "=#<>": how the pairs stand, in their order.
QString drawn(const ComparedRecordings& compared)
{
    QString text;
    for (const RowPair& pair : compared.rows)
        text += QStringLiteral("=#<>")[static_cast<int>(pair.state)];
    return text;
}

syncml::Message dmMessage(const std::string& session, std::uint32_t number, const std::string& nonce)
{
    using namespace syncml;
    Message message;
    message.header.sessionId = session;
    message.header.msgId = static_cast<MessageId>(number);
    message.header.target.uri = "IMEI:1";
    message.header.source.uri = "server";
    message.header.cred = Cred{{"b64", "syncml:auth-md5", {}, {}, {}, {}, {}, {}}, nonce + "cred"};
    Command status;
    status.kind = CommandKind::Status;
    status.id = CommandId{1};
    status.reference.message = static_cast<MessageId>(number);
    status.reference.name = "SyncHdr";
    status.status = StatusCode::Authenticated;
    status.chal = Chal{{"b64", "syncml:auth-md5", {}, nonce, {}, {}, {}, {}}};
    message.commands.push_back(status);
    Command replace;
    replace.kind = CommandKind::Replace;
    replace.id = CommandId{2};
    Item& item = replace.items.emplace_back();
    item.target.uri = "./DevInfo/Man";
    item.data = "dmsc";
    message.commands.push_back(replace);
    message.final = true;
    return message;
}

QByteArray xmlOf(const syncml::Message& message)
{
    return QByteArray::fromStdString(*syncml::encodeXml(message));
}

QByteArray wbxmlOf(const syncml::Message& message)
{
    const Bytes bytes = *syncml::encodeWbxml(message);
    return {reinterpret_cast<const char*>(bytes.data()), static_cast<qsizetype>(bytes.size())};
}

std::size_t longestCommon(const std::vector<RowKey>& left, const std::vector<RowKey>& right)
{
    std::vector<std::vector<std::size_t>> best(left.size() + 1, std::vector<std::size_t>(right.size() + 1));
    for (std::size_t i = 0; i < left.size(); ++i)
        for (std::size_t j = 0; j < right.size(); ++j)
            best[i + 1][j + 1] = left[i] == right[j] ? best[i][j] + 1 : std::max(best[i][j + 1], best[i + 1][j]);
    return best[left.size()][right.size()];
}

std::vector<RowKey> randomKeys(QRandomGenerator& random, int most, int kinds)
{
    std::vector<RowKey> keys(static_cast<std::size_t>(random.bounded(most)));
    std::ranges::generate(keys, [&] { return static_cast<RowKey>(random.bounded(kinds)); });
    return keys;
}

const FieldDifference* find(const std::vector<FieldDifference>& all, const QString& end)
{
    const auto found = std::ranges::find_if(all, [&end](const FieldDifference& one) { return one.path.endsWith(end); });
    return found == all.end() ? nullptr : &*found;
}

const char* const kSelect = "00A4040007F0444D5F534301";
const char* const kRead = "00B0000010";

constexpr std::string_view kSomeTree =
    "<MgmtTree><VerDTD>1.2</VerDTD><Node><NodeName>X</NodeName><Node><NodeName>A</NodeName><Value>one</Value></Node>"
    "<Node><NodeName>B</NodeName><Value>two</Value></Node><Node><NodeName>C</NodeName><Value>three</Value></Node>"
    "<Node><NodeName>D</NodeName><RTProperties><Format><chr/></Format></RTProperties><Value>4</Value></Node>"
    "</Node></MgmtTree>";
/// In another order.
constexpr std::string_view kOtherTree =
    "<MgmtTree><VerDTD>1.2</VerDTD><Node><NodeName>X</NodeName><Node><NodeName>E</NodeName><Value>five</Value></Node>"
    "<Node><NodeName>D</NodeName><RTProperties><Format><int/></Format></RTProperties><Value>4</Value></Node>"
    "<Node><NodeName>B</NodeName><Value>zwei</Value></Node><Node><NodeName>A</NodeName><Value>one</Value></Node>"
    "</Node></MgmtTree>";

/// A message that adds this TNDS, as XML or as a WBXML document of its own.
syncml::Message addOf(std::string_view document, bool asWbxml)
{
    syncml::Message made = dmMessage("1", 1, "bm9uY2Ux");
    syncml::Command add;
    add.kind = syncml::CommandKind::Add;
    add.id = syncml::CommandId{9};
    syncml::Item& item = add.items.emplace_back();
    item.target.uri = "./X";
    item.meta.type = asWbxml ? "application/vnd.syncml.dmtnds+wbxml" : "application/vnd.syncml.dmtnds+xml";
    item.data = std::string(document);
    if (asWbxml) {
        const auto tree = readMgmtTreeXml(viewOf(document));
        const auto bytes = writeTndsWbxml(tree->tree);
        item.data = std::string(textOf(*bytes));
    }
    made.commands.push_back(std::move(add));
    return made;
}

} // namespace

class CompareRecordingsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void alignment_pairs_equal_keys_in_rising_order()
    {
        QRandomGenerator random(4711);
        for (int run = 0; run < test::fewerIfSanitized(2000); ++run) {
            const auto left = randomKeys(random, 40, 1 + run % 12);
            const auto right = randomKeys(random, 40, 1 + run % 12);
            const auto pairs = alignRows(left, right);
            for (std::size_t i = 0; i < pairs.size(); ++i) {
                QCOMPARE(left.at(pairs[i].left), right.at(pairs[i].right));
                QVERIFY(i == 0 || (pairs[i].left > pairs[i - 1].left && pairs[i].right > pairs[i - 1].right));
            }
            QVERIFY(pairs.size() <= longestCommon(left, right));
        }
    }

    void alignment_without_unique_keys_is_as_long_as_can_be()
    {
        QRandomGenerator random(815);
        for (int run = 0; run < test::fewerIfSanitized(500); ++run) {
            auto left = randomKeys(random, 60, 3);
            auto right = randomKeys(random, 60, 3);
            // Each key twice at least on one side: no anchors, so the search alone decides.
            for (RowKey key = 0; key < 3; ++key)
                for (int twice = 0; twice < 2; ++twice) {
                    left.push_back(key);
                    right.insert(right.begin(), key);
                }
            QCOMPARE(alignRows(left, right).size(), longestCommon(left, right));
        }
    }

    void alignment_of_long_strangers_comes_to_an_end()
    {
        QRandomGenerator random(99);
        std::vector<RowKey> left(60'000);
        std::vector<RowKey> right(60'000);
        std::ranges::generate(left, [&] { return static_cast<RowKey>(random.bounded(500)); });
        std::ranges::generate(right, [&] { return static_cast<RowKey>(random.bounded(500)); });
        const auto pairs = alignRows(left, right);
        QVERIFY(pairs.size() > 1'000);
        for (std::size_t i = 1; i < pairs.size(); ++i)
            QVERIFY(pairs[i].left > pairs[i - 1].left && pairs[i].right > pairs[i - 1].right);
    }

    void a_copy_agrees_with_its_original()
    {
        const Recording left =
            recordingOf({apdu("SELECT", kSelect, "6F009000"), apdu("READ BINARY", kRead, "01029000")});
        const auto result = compared(left, Recording(left));
        QVERIFY(result.agree());
        QCOMPARE(drawn(result), QStringLiteral("=="));
        QVERIFY(!result.rows.front().expected);
    }

    void another_answer_differs_and_names_its_field()
    {
        const Recording left = recordingOf({apdu("READ BINARY", kRead, "01029000")});
        const Recording right = recordingOf({apdu("READ BINARY", kRead, "01036A82")});
        const auto result = compared(left, right);
        QVERIFY(!result.agree());
        QCOMPARE(drawn(result), QStringLiteral("#"));
        const auto fields = differences(left, RecordNo{0}, right, RecordNo{0});
        const FieldDifference* word = find(fields, QStringLiteral("SW"));
        QVERIFY(word != nullptr);
        QVERIFY(word->left.startsWith(QLatin1String("9000")) && word->right.startsWith(QLatin1String("6A82")));
        QCOMPARE(word->rightBytes, (ByteRange{RecordPart::Response, 2, 2}));
        QVERIFY(!word->expected && word->why.isEmpty());
    }

    void rows_of_one_side_alone_stand_where_they_were()
    {
        const Recording left = recordingOf({apdu("SELECT", kSelect, "9000"), apdu("STATUS", "80F2000000", "9000"),
            apdu("READ BINARY", kRead, "9000")});
        const Recording right = recordingOf({apdu("SELECT", kSelect, "9000"), apdu("READ BINARY", kRead, "9000"),
            apdu("GET CHALLENGE", "0084000008", "9000")});
        const auto result = compared(left, right);
        QCOMPARE(drawn(result), QStringLiteral("=<=>"));
        QCOMPARE(result.same, std::size_t{2});
        QCOMPARE(result.onlyLeft, std::size_t{1});
        QCOMPARE(result.onlyRight, std::size_t{1});
    }

    void rows_that_ask_something_else_by_the_same_name_pair()
    {
        const Recording left =
            recordingOf({apdu("SELECT", kSelect, "9000"), apdu("UPDATE BINARY", "00D600000101", "9000")});
        const Recording right =
            recordingOf({apdu("SELECT", kSelect, "9000"), apdu("UPDATE BINARY", "00D600000102", "9000")});
        QCOMPARE(drawn(compared(left, right)), QStringLiteral("=#"));
        const auto fields = differences(left, RecordNo{1}, right, RecordNo{1});
        QVERIFY(!fields.empty());
        QCOMPARE(fields.front().leftBytes.part, RecordPart::Request);
    }

    void selections_leave_the_others_out()
    {
        const Recording left = recordingOf({apdu("SELECT", kSelect, "9000"), apdu("READ BINARY", kRead, "9000")});
        const Recording right = recordingOf({apdu("SELECT", kSelect, "9000"), apdu("READ BINARY", kRead, "6A82")});
        const auto result = compareRecordings(left, {RecordNo{0}}, right, {RecordNo{0}});
        QVERIFY(result.agree());
        QCOMPARE(result.rows.size(), std::size_t{1});
    }

    void handshakes_differ_as_expected()
    {
        const auto handshake = [](const char* host, const char* card) {
            return recordingOf({apdu("INITIALIZE UPDATE", (QByteArray("8050300008") + host + "00").constData(),
                                    (QByteArray("00000000000000000000300370") + card + "9000").constData()),
                apdu("EXTERNAL AUTHENTICATE", (QByteArray("8482330010") + host + card).left(42).constData(), "9000")});
        };
        const Recording left = handshake("0102030405060708", "1112131415161718212223242526272800000A");
        const Recording right = handshake("AAAAAAAAAAAAAAAA", "BBBBBBBBBBBBBBBBCCCCCCCCCCCCCCCC00000B");
        const auto result = compared(left, right);
        QVERIFY(result.agree());
        QVERIFY(result.rows[0].expected && result.rows[1].expected);
        for (const FieldDifference& one : differences(left, RecordNo{0}, right, RecordNo{0}))
            if (one.leftBytes.offset >= 13 || one.leftBytes.part == RecordPart::Request)
                QVERIFY2(one.expected && !one.why.isEmpty(), qPrintable(one.path));
        const Recording refused = recordingOf({apdu("INITIALIZE UPDATE", "805030000801020304050607080", "6A88"),
            apdu("EXTERNAL AUTHENTICATE", "848233001001", "6300")});
        QVERIFY(!compared(left, refused).agree());
    }

    void another_key_version_is_no_expected_difference()
    {
        const Recording left = recordingOf(
            {apdu("INITIALIZE UPDATE", "8050300008010203040506070800", "00000000000000000000300370119000")});
        const Recording right = recordingOf(
            {apdu("INITIALIZE UPDATE", "8050300008010203040506070800", "00000000000000000000310370119000")});
        QCOMPARE(drawn(compared(left, right)), QStringLiteral("#"));
    }

    void secured_commands_differ_as_expected_and_so_does_what_fetches_their_answer()
    {
        const auto secured = [](const char* data, const char* answer) {
            Record fetch = apdu("GET RESPONSE", "00C0000004", answer);
            fetch.continuation = true;
            return recordingOf({apdu("DM MESSAGE", (QByteArray("8440000004") + data).constData(), "6104"), fetch});
        };
        const Recording left = secured("11223344", "010203049000");
        QVERIFY(compared(left, secured("55667788", "090909099000")).agree());
        const auto refused = compared(left, secured("55667788", "090909096988"));
        QCOMPARE(drawn(refused), QStringLiteral("=#"));
        const auto fields = differences(left, RecordNo{1}, secured("55667788", "090909099000"), RecordNo{1});
        QVERIFY(!fields.empty());
        QVERIFY(std::ranges::all_of(fields, &FieldDifference::expected));
    }

    void session_numbers_nonces_and_creds_differ_as_expected()
    {
        const auto encodings = {xmlOf, wbxmlOf};
        for (const auto& encoded : encodings) {
            const Recording left = recordingOf({message(encoded(dmMessage("A1", 1, "bm9uY2Ux")))});
            const Recording right = recordingOf({message(encoded(dmMessage("FF02", 12, "bm9uY2Uyxx")))});
            const auto result = compared(left, right);
            QVERIFY(result.agree());
            QVERIFY(result.rows.front().expected);
            syncml::Message other = dmMessage("A1", 1, "bm9uY2Ux");
            other.commands[1].items[0].data = "somebody";
            const Recording changed = recordingOf({message(encoded(other))});
            QCOMPARE(drawn(compared(left, changed)), QStringLiteral("#"));
        }
    }

    void the_same_message_in_xml_and_wbxml_says_the_same()
    {
        const syncml::Message said = dmMessage("1", 1, "bm9uY2Ux");
        const Recording left = recordingOf({message(xmlOf(said))});
        const Recording right = recordingOf({message(wbxmlOf(dmMessage("2", 7, "bm9uY2Uy")))});
        const auto result = compared(left, right);
        QVERIFY(result.agree());
        QVERIFY(result.rows.front().expected);
    }

    void fields_of_messages_say_what_is_expected()
    {
        syncml::Message other = dmMessage("FF02", 1, "bm9uY2Uy");
        other.commands[1].items[0].data = "somebody";
        const Recording left = recordingOf({message(wbxmlOf(dmMessage("A1", 1, "bm9uY2Ux")))});
        const Recording right = recordingOf({message(wbxmlOf(other))});
        const auto fields = differences(left, RecordNo{0}, right, RecordNo{0});
        const FieldDifference* session = find(fields, QStringLiteral("SessionID"));
        QVERIFY(session != nullptr && session->expected && !session->why.isEmpty());
        QCOMPARE(session->left, QStringLiteral("A1"));
        const FieldDifference* data = find(fields, QStringLiteral("Item/Data"));
        QVERIFY(data != nullptr && !data->expected);
        QVERIFY(data->right.contains(QLatin1String("somebody")));
    }

    void a_command_on_another_node_is_compared_down_to_its_data()
    {
        const auto encodings = {xmlOf, wbxmlOf};
        for (const auto& encoded : encodings) {
            syncml::Message other = dmMessage("A1", 1, "bm9uY2Ux");
            other.commands[1].items[0].target.uri = "./DevInfo/DevId";
            other.commands[1].items[0].data = "IMEI:1";
            const Recording left = recordingOf({message(encoded(dmMessage("A1", 1, "bm9uY2Ux")))});
            const Recording right = recordingOf({message(encoded(other))});
            const auto fields = differences(left, RecordNo{0}, right, RecordNo{0});
            QCOMPARE(fields.size(), std::size_t(2));
            const FieldDifference* target = find(fields, QStringLiteral("Replace/Item/Target/LocURI"));
            QVERIFY(target != nullptr);
            QCOMPARE(target->right, QStringLiteral("./DevInfo/DevId"));
            const FieldDifference* data = find(fields, QStringLiteral("Replace/Item/Data"));
            QVERIFY(data != nullptr);
            QCOMPARE(data->left, QStringLiteral("dmsc"));
        }
    }

    void what_only_one_message_has_is_told_by_its_content()
    {
        const auto encodings = {xmlOf, wbxmlOf};
        for (const auto& encoded : encodings) {
            syncml::Message other = dmMessage("A1", 1, "bm9uY2Ux");
            other.commands[0].chal.reset();
            const Recording left = recordingOf({message(encoded(dmMessage("A1", 1, "bm9uY2Ux")))});
            const Recording right = recordingOf({message(encoded(other))});
            const auto fields = differences(left, RecordNo{0}, right, RecordNo{0});
            const FieldDifference* type = find(fields, QStringLiteral("Chal/Meta/Type"));
            QVERIFY(type != nullptr);
            QCOMPARE(type->state, Agreement::OnlyLeft);
            QCOMPARE(type->left, QStringLiteral("syncml:auth-md5"));
            QVERIFY(find(fields, QStringLiteral("Chal")) == nullptr);
        }
    }

    void another_way_to_prove_a_secret_is_no_expected_difference()
    {
        const auto encodings = {xmlOf, wbxmlOf};
        for (const auto& encoded : encodings) {
            syncml::Message other = dmMessage("A1", 1, "bm9uY2Ux");
            other.header.cred->meta.type = "syncml:auth-basic";
            const Recording left = recordingOf({message(encoded(dmMessage("A1", 1, "bm9uY2Ux")))});
            const Recording right = recordingOf({message(encoded(other))});
            QCOMPARE(drawn(compared(left, right)), QStringLiteral("#"));
            const auto fields = differences(left, RecordNo{0}, right, RecordNo{0});
            const FieldDifference* type = find(fields, QStringLiteral("Cred/Meta/Type"));
            QVERIFY(type != nullptr && !type->expected);
        }
    }

    void trees_in_messages_are_compared_as_trees_data()
    {
        QTest::addColumn<QByteArray>("left");
        QTest::addColumn<QByteArray>("right");
        const auto inXml = [](std::string_view document) { return xmlOf(addOf(document, false)); };
        const auto xmlInWbxml = [](std::string_view document) { return wbxmlOf(addOf(document, false)); };
        const auto inWbxml = [](std::string_view document) { return wbxmlOf(addOf(document, true)); };
        QTest::newRow("XML") << inXml(kSomeTree) << inXml(kOtherTree);
        QTest::newRow("XML in WBXML") << xmlInWbxml(kSomeTree) << xmlInWbxml(kOtherTree);
        QTest::newRow("WBXML in WBXML") << inWbxml(kSomeTree) << inWbxml(kOtherTree);
    }

    void trees_in_messages_are_compared_as_trees()
    {
        QFETCH(const QByteArray, left);
        QFETCH(const QByteArray, right);
        const Recording l = recordingOf({message(left)});
        const Recording r = recordingOf({message(right)});
        QStringList told;
        for (const FieldDifference& one : differences(l, RecordNo{0}, r, RecordNo{0})) {
            told += one.path.section(QLatin1String("MgmtTree/"), 1) + QStringLiteral(": ") + one.left
                + QStringLiteral(" | ") + one.right;
            // What is told lies where it is said to lie.
            for (const auto& [text, bytes, record] :
                {std::tuple(one.left, one.leftBytes, left), std::tuple(one.right, one.rightBytes, right)})
                QVERIFY2(text.isEmpty() || one.path.contains(QLatin1String("?prop=")) // a token in WBXML
                        || record.mid(bytes.offset, bytes.length).contains(text.toUtf8()),
                    qPrintable(text));
        }
        QCOMPARE(told.join(QLatin1Char('\n')),
            QStringLiteral("./X/B: two | zwei\n./X/C: three | \n./X/D?prop=format: chr | int\n./X/E:  | five"));
    }

    void trees_of_more_fields_than_are_shown_are_compared_as_trees()
    {
        const auto document = [](const char* value) {
            std::string text = "<MgmtTree><VerDTD>1.2</VerDTD><Node><NodeName>X</NodeName>";
            for (int i = 0; i < 1000; ++i)
                text += "<Node><NodeName>N" + std::to_string(i) + "</NodeName><Value>"
                    + (i == 990 ? value : std::to_string(i)) + "</Value></Node>";
            return text + "</Node></MgmtTree>";
        };
        const Recording left = recordingOf({message(wbxmlOf(addOf(document("one"), true)))});
        const Recording right = recordingOf({message(wbxmlOf(addOf(document("a longer one"), true)))});
        const auto fields = differences(left, RecordNo{0}, right, RecordNo{0});
        QCOMPARE(fields.size(), std::size_t(1));
        QVERIFY2(fields.front().path.endsWith(QLatin1String("MgmtTree/./X/N990")), qPrintable(fields.front().path));
        QCOMPARE(fields.front().right, QStringLiteral("a longer one"));
    }

    void hostile_messages_are_compared_as_bytes()
    {
        QRandomGenerator random(13);
        const QByteArray good = xmlOf(dmMessage("1", 1, "bm9uY2Ux"));
        const QByteArray binary = wbxmlOf(dmMessage("1", 1, "bm9uY2Ux"));
        for (int run = 0; run < test::fewerIfSanitized(300); ++run) {
            QByteArray bytes = run % 2 == 0 ? good : binary;
            for (int i = 0; i < 4; ++i)
                bytes[random.bounded(bytes.size())] = static_cast<char>(random.bounded(256));
            bytes.truncate(1 + random.bounded(bytes.size()));
            const Recording left = recordingOf({message(bytes), apdu("X", bytes.toHex().constData(), "9000")});
            const Recording right = recordingOf({message(good), apdu("X", kSelect, "6F00")});
            QCOMPARE(compared(left, right).rows.size(), std::size_t{2});
            (void)differences(left, RecordNo{0}, right, RecordNo{0});
            (void)differences(left, RecordNo{1}, right, RecordNo{1});
        }
        // Start tags without end must not be looked for again and again.
        const Recording open = recordingOf({message(QByteArray("<SessionID>").repeated(200'000))});
        QVERIFY(compared(open, open).agree());
        QCOMPARE(drawn(compared(open, recordingOf({message(QByteArray("<SessionID>").repeated(200'001))}))),
            QStringLiteral("#"));
    }

    void rows_without_bytes_are_compared_by_their_words()
    {
        Record status = message({});
        status.name = QStringLiteral("Replace");
        status.target = QStringLiteral("./A");
        status.status = QStringLiteral("200");
        Record other = status;
        other.status = QStringLiteral("405");
        const Recording left = recordingOf({status});
        const Recording right = recordingOf({other});
        QCOMPARE(drawn(compared(left, right)), QStringLiteral("#"));
        const auto fields = differences(left, RecordNo{0}, right, RecordNo{0});
        QCOMPARE(fields.size(), std::size_t{1});
        QCOMPARE(fields.front().left, QStringLiteral("200"));
    }

    void a_million_rows_are_compared()
    {
        constexpr std::uint32_t kRows = test::fewerIfSanitized(1'000'000U);
        Recording left;
        Recording right;
        for (std::uint32_t i = 0; i < kRows; ++i) {
            Record record;
            record.name = QStringLiteral("READ RECORD");
            record.status = QStringLiteral("9000");
            record.request = QByteArray::fromHex("00B20104") + QByteArray::number(i % 5000);
            record.response = QByteArray::number(i % 7) + QByteArray::fromHex("9000");
            left.store.append(record);
            if (i % 1000 == 3)
                record.response[0] = 'x';
            if (i % 1000 != 500)
                right.store.append(record);
        }
        const auto result = compared(left, right);
        QCOMPARE(result.differs, std::size_t{kRows / 1000});
        QCOMPARE(result.onlyLeft, std::size_t{kRows / 1000});
        QCOMPARE(result.onlyRight, std::size_t{0});
        QCOMPARE(result.same, std::size_t{kRows - 2 * kRows / 1000});
    }

    void a_comparison_can_be_stopped()
    {
        const Recording left = recordingOf(std::vector<Record>(5000, apdu("READ BINARY", kRead, "9000")));
        constexpr std::size_t kSteps = 3 * 2 * 5000;
        std::vector<std::size_t> told;
        const auto all = [&told](std::size_t done, std::size_t total) {
            told.push_back(done);
            return total == kSteps;
        };
        const auto whole = compareRecordings(left, allOf(left), left, allOf(left), all);
        QVERIFY(!whole.stopped && whole.agree());
        QVERIFY(std::ranges::is_sorted(told));
        QVERIFY(told.front() < kSteps / 10 && told.back() > kSteps * 9 / 10);
        // Wherever it is stopped: while rows get keys, are paired, are judged.
        for (std::size_t last = 1; last <= told.size(); ++last) {
            std::size_t asked = 0;
            const auto result = compareRecordings(
                left, allOf(left), left, allOf(left), [&](std::size_t, std::size_t) { return ++asked < last; });
            QVERIFY(result.stopped);
            QVERIFY(!result.agree());
            QCOMPARE(asked, last);
        }
    }
};

int run(int argc, char** argv)
{
    return test::run<QCoreApplication, CompareRecordingsTest>(argc, argv);
}

} // namespace dmsc::tst_compare_recordings

#include "tst_compare_recordings.moc"
