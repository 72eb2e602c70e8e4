// SPDX-License-Identifier: Apache-2.0
#include "model/decode/secrets.h"

#include "model/syncml/base64.h"
#include "model/syncml/message_wbxml.h"
#include "tests/model/decode/secret_rig.h"
#include "tests/support/run_test.h"

#include <QTest>

namespace dmsc::tst_secrets {

using test::masked;

class TestSecrets : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void SEC_messageInParts_data();
    void SEC_messageInParts();
    void SEC_unreadableMessageInClear();
    void SEC_textThatWasTypedUnseen_data();
    void SEC_textThatWasTypedUnseen();
    void SEC_proposedAnswer();
    void SEC_whatCannotBeRead();
    void marksOfTheWriterStay();
    void credAndNextNonceInXml();
    void secretLeavesInXml();
    void secretLeavesInEscapedTnds();
    void namesInPieces();
    void sameInWbxml();
    void SEC_documentInBase64_data();
    void SEC_documentInBase64();
    void SEC_provisioning_data();
    void SEC_provisioning();
    void SEC_provisioningInWbxml();
    void SEC_objectInParts_data();
    void SEC_objectInParts();
    void SEC_partWithoutWhatCameBefore();
    void SEC_partSeenTwice();
    void SEC_plainObjectInParts();
    void SEC_documentInSeveralTexts();
    void SEC_documentInFile_data();
    void SEC_documentInFile();
    void SEC_otherContentOfFiles();
    void messageInsideOfDmMessage();
    void SEC_answerThatDoesNotNameItsNode_data();
    void SEC_answerThatDoesNotNameItsNode();
    void SEC_elementOfAnotherDocument();
    void SEC_dotsFromBefore();
    void SEC_proofs();
    void nothingInOpenMessages();
};

namespace {

/// A message with dots for what is masked of its request.
QByteArray dotted(SecretWatch& watch, Layer layer, const QByteArray& request)
{
    Record record;
    record.layer = layer;
    record.request = request;
    watch.mark(record);
    QByteArray text = request;
    for (const ByteRange& range : record.secrets)
        text.replace(range.offset, range.length, QByteArray(range.length, '.'));
    return text;
}

QByteArray base64(const QByteArray& octets)
{
    return QByteArray::fromStdString(syncml::toBase64(octets.toStdString()));
}

QByteArray tnds(const QByteArray& name, const QByteArray& value)
{
    return "<MgmtTree><VerDTD>1.2</VerDTD><Node><NodeName>acc</NodeName><Node><NodeName>Name</NodeName><Value>open"
           "</Value></Node><Node><NodeName>"
        + name + "</NodeName><Value>" + value + "</Value></Node></Node></MgmtTree>";
}

QByteArray addOf(const QByteArray& data)
{
    return "<SyncML><Add><Item><Target><LocURI>./Inbox/x</LocURI></Target><Data>" + data
        + "</Data></Item></Add></SyncML>";
}

/// A message with a part of an object of `size` bytes; 0: none is told.
QByteArray partOf(int message, const QByteArray& data, bool goesOn, qsizetype size = 0)
{
    const QByteArray told = size == 0 ? QByteArray() : "<Meta><Size>" + QByteArray::number(size) + "</Size></Meta>";
    return "<SyncML><SyncHdr><SessionID>1</SessionID><MsgID>" + QByteArray::number(message)
        + "</MsgID><Source><LocURI>dm.x</LocURI></Source></SyncHdr><SyncBody><Add><Item><Target><LocURI>./A/acc</"
          "LocURI>"
          "</Target>"
        + told + "<Data>" + data + "</Data>" + (goesOn ? "<MoreData/>" : "") + "</Item></Add></SyncBody></SyncML>";
}

QByteArray dataIn(const QByteArray& message)
{
    const qsizetype from = message.indexOf("<Data>") + 6;
    return message.mid(from, message.lastIndexOf("</Data>") - from);
}

QByteArray escaped(const QByteArray& text)
{
    return QString::fromUtf8(text).toHtmlEscaped().toUtf8();
}

/// What of an object stays readable when it comes in parts of `size` bytes.
QByteArray readableObject(const QByteArray& object, qsizetype size, QByteArray (*written)(const QByteArray&))
{
    SecretWatch watch;
    QByteArray readable;
    for (qsizetype at = 0; at < object.size(); at += size) {
        const bool goesOn = at + size < object.size();
        const QByteArray message =
            partOf(static_cast<int>(at / size) + 1, written(object.mid(at, size)), goesOn, at == 0 ? object.size() : 0);
        readable += dataIn(dotted(watch, Layer::SyncMl, message));
    }
    return readable;
}

QByteArray bytesOf(const std::vector<std::uint8_t>& bytes)
{
    return {reinterpret_cast<const char*>(bytes.data()), static_cast<qsizetype>(bytes.size())};
}

QByteArray alert(const char* options)
{
    return QByteArray("<SyncML><SyncHdr><SessionID>7</SessionID><MsgID>1</MsgID></SyncHdr><SyncBody><Alert><CmdID>4"
                      "</CmdID><Data>1102</Data><Item><Data>")
        + options + "</Data></Item><Item><Data>Code?</Data></Item></Alert></SyncBody></SyncML>";
}

QByteArray answerTo(const char* session, const char* command)
{
    return QByteArray("<SyncML><SyncHdr><SessionID>") + session
        + "</SessionID><MsgID>2</MsgID></SyncHdr><SyncBody><Status><CmdID>1</CmdID><MsgRef>1</MsgRef><CmdRef>" + command
        + "</CmdRef><Cmd>Alert</Cmd><Data>200</Data><Item><Data>typed</Data></Item></Status></SyncBody>"
          "</SyncML>";
}

/// A DM message in parts of `size` bytes, as the answers to GET RESPONSE or as a chain: what of it stays readable.
QByteArray readableInParts(const QByteArray& message, qsizetype size, bool asAnswer)
{
    SecretWatch watch;
    QByteArray readable;
    const QByteArray whole = asAnswer ? message : QByteArray(32, '\1') + message;
    if (asAnswer)
        masked(watch, Layer::Apdu, QByteArray::fromHex("8040000000"), QByteArray::fromHex("61FF"));
    for (qsizetype at = 0; at < whole.size(); at += size) {
        const QByteArray part = whole.mid(at, size);
        const bool isLast = at + size >= whole.size();
        Record record;
        if (asAnswer) {
            record.request = QByteArray::fromHex("00C0000000");
            record.response = part + QByteArray::fromHex(isLast ? "9000" : "61FF");
        } else {
            record.request = QByteArray::fromHex(isLast ? "80400000" : "90400000") + char(part.size()) + part;
            record.response = QByteArray::fromHex("9000");
        }
        watch.mark(record);
        QByteArray seen = part;
        const qsizetype before = asAnswer ? 0 : 5;
        for (const ByteRange& range : record.secrets)
            seen.replace(range.offset - before, range.length, QByteArray(range.length, '.'));
        readable += seen;
    }
    return asAnswer ? readable : readable.mid(32);
}

} // namespace

void TestSecrets::SEC_messageInParts_data()
{
    QTest::addColumn<QByteArray>("message");
    QTest::newRow("XML") << QByteArray(
        "<SyncML><SyncHdr><Cred><Data>QnJ1Y2UyOk9</Data></Cred></SyncHdr><SyncBody><Replace><Item><Target><LocURI>"
        "./A/AAuthSecret</LocURI></Target><Data>geheim</Data></Item></Replace></SyncBody></SyncML>");
    QTest::newRow("data first") << QByteArray(
        "<SyncML><Item><Data>geheim</Data><Source><LocURI>./A/AAuthSecret</LocURI></Source></Item><Cred><Data>"
        "QnJ1Y2UyOk9</Data></Cred></SyncML>");
    QTest::newRow("escaped") << QByteArray(
        "<SyncML><Cred><Data>QnJ1Y2UyOk9</Data></Cred><Item><Target><LocURI>./A</LocURI></Target><Data>&lt;MgmtTree&gt;"
        "&lt;Node&gt;&lt;NodeName&gt;AAuthSecret&lt;/NodeName&gt;&lt;Value&gt;geheim&lt;/Value&gt;&lt;/Node&gt;"
        "&lt;/MgmtTree&gt;</Data></Item></SyncML>");
    QTest::newRow("CDATA") << QByteArray(
        "<SyncML><Cred><Data>QnJ1Y2UyOk9</Data></Cred><Item><Target><LocURI>./A</LocURI></Target><Data><![CDATA["
        "<MgmtTree><Node><NodeName>AAuthSecret</NodeName><Value>geheim</Value></Node></MgmtTree>]]></Data></Item>"
        "</SyncML>");
    syncml::Message message;
    message.header.cred = syncml::Cred{{}, "QnJ1Y2UyOk9"};
    syncml::Command replace;
    replace.kind = syncml::CommandKind::Replace;
    replace.id = syncml::CommandId{1};
    syncml::Item item;
    item.target.uri = "./A/AAuthSecret";
    item.data = "geheim";
    replace.items.push_back(item);
    message.commands.push_back(replace);
    if (const auto bytes = syncml::encodeWbxml(message))
        QTest::newRow("WBXML") << bytesOf(*bytes);
}

/// However it is cut: no byte of a secret is seen, and of the last part nothing else is hidden.
void TestSecrets::SEC_messageInParts()
{
    QFETCH(QByteArray, message);
    for (qsizetype size = 1; size <= message.size(); ++size) {
        for (const bool asAnswer : {false, true}) {
            const QByteArray seen = readableInParts(message, std::min<qsizetype>(size, 255), asAnswer);
            QCOMPARE(seen.size(), message.size());
            for (const QByteArray& secret : {QByteArray("geheim"), QByteArray("QnJ1Y2UyOk9")}) {
                const qsizetype at = message.indexOf(secret);
                QVERIFY(at >= 0);
                QVERIFY2(seen.mid(at, secret.size()) == QByteArray(secret.size(), '.'), seen.constData());
            }
        }
    }
    QCOMPARE(readableInParts(message, 100, true).right(4), message.right(4));
}

void TestSecrets::SEC_unreadableMessageInClear()
{
    const QByteArray body = QByteArray(32, '\1') + "no message";
    const auto command = [&body](const char* header) { return QByteArray::fromHex(header) + char(body.size()) + body; };
    QCOMPARE(masked(Layer::Apdu, command("80400000")), QByteArrayList{"no message"});
    QCOMPARE(masked(Layer::SecureChannel, command("84400000")), QByteArrayList{"no message"});
    // What the channel has encrypted needs no dots.
    QVERIFY(masked(Layer::Apdu, command("84400000")).isEmpty());
    // A step of a handshake is no command.
    Record step;
    step.layer = Layer::SecureChannel;
    step.status = QStringLiteral("ok");
    step.request = QByteArray::fromHex("002000010431323334");
    SecretWatch().mark(step);
    QVERIFY(step.secrets.empty());
}

void TestSecrets::SEC_textThatWasTypedUnseen_data()
{
    QTest::addColumn<QByteArray>("asked");
    QTest::addColumn<QByteArray>("answer");
    QTest::addColumn<bool>("hidden");
    const QByteArray yes = alert("MINDT=5&amp;ET=P");
    QTest::newRow("unseen") << yes << answerTo("7", "4") << true;
    QTest::newRow("seen") << alert("MINDT=5") << answerTo("7", "4") << false;
    QTest::newRow("nobody knows the Alert") << QByteArray() << answerTo("7", "4") << true;
    QTest::newRow("another Alert") << alert("MINDT=5") << answerTo("7", "5") << true;
    QTest::newRow("another session") << alert("MINDT=5") << answerTo("8", "4") << true;
}

void TestSecrets::SEC_textThatWasTypedUnseen()
{
    QFETCH(QByteArray, asked);
    QFETCH(QByteArray, answer);
    QFETCH(bool, hidden);
    const QByteArrayList expected = hidden ? QByteArrayList{"typed"} : QByteArrayList{};
    // In one row, and in two.
    QCOMPARE(masked(Layer::SyncMl, asked, answer), expected);
    SecretWatch watch;
    QVERIFY(masked(watch, Layer::SyncMl, {}, asked).isEmpty());
    QCOMPARE(masked(watch, Layer::SyncMl, answer), expected);
}

void TestSecrets::SEC_proposedAnswer()
{
    SecretWatch watch;
    QCOMPARE(dotted(watch, Layer::SyncMl, alert("DR=1234&amp;ET=P")), alert("DR=....&amp;ET=P"));
    QCOMPARE(dotted(watch, Layer::SyncMl, alert("ET=P&amp;DR=1234")), alert("ET=P&amp;DR=...."));
    QCOMPARE(dotted(watch, Layer::SyncMl, alert("DR=1234")), alert("DR=1234"));
}

void TestSecrets::SEC_whatCannotBeRead()
{
    const QByteArray head = "<SyncML><Item><Target><LocURI>./A/Name</LocURI></Target>";
    QCOMPARE(masked(Layer::SyncMl, head + "<Data 'x>geheim</Data></Item></SyncML>").join(),
        QByteArray("<Data 'x>geheim</Data></Item></SyncML>"));
    QVERIFY(masked(Layer::SyncMl, head + "</Item></SyncML>\n<!-- said at noon -->\n").isEmpty());
    // A value of a secret name that looks like a document.
    QCOMPARE(masked(Layer::SyncMl, "<Item><Target><LocURI>./A/Password</LocURI></Target><Data>&lt;a&gt;b</Data></Item>")
                 .join(),
        QByteArray("&lt;a&gt;b"));
}

void TestSecrets::marksOfTheWriterStay()
{
    Record record;
    record.request = QByteArray::fromHex("002000010431323334");
    record.status = QStringLiteral("9000");
    record.secrets = {{RecordPart::Request, 4, 5}};
    SecretWatch().mark(record);
    QCOMPARE(record.secrets, (std::vector<ByteRange>{{RecordPart::Request, 4, 5}}));
}

void TestSecrets::credAndNextNonceInXml()
{
    const QByteArray message =
        "<SyncML><SyncHdr><Cred><Meta><Type>syncml:auth-basic</Type></Meta><Data>QnJ1Y2UyOk9oQmVoYXZl"
        "</Data></Cred></SyncHdr><SyncBody><Status><Chal><Meta><NextNonce>Tm9uY2U=</NextNonce></Meta>"
        "</Chal><Data>401</Data></Status></SyncBody></SyncML>";
    QCOMPARE(masked(Layer::SyncMl, message), (QByteArrayList{"QnJ1Y2UyOk9oQmVoYXZl", "Tm9uY2U="}));
    // Either side of a row.
    QCOMPARE(masked(Layer::SyncMl, {}, message).size(), 2);
}

void TestSecrets::secretLeavesInXml()
{
    QCOMPARE(
        masked(Layer::SyncMl,
            "<Replace><Item><Target><LocURI>./DMAcc/x/AppAuth/1/AAuthSecret</LocURI></Target><Data>geheim</Data></Item>"
            "<Item><Target><LocURI>./DMAcc/x/Name</LocURI></Target><Data>open</Data></Item></Replace>"),
        QByteArrayList{"geheim"});
    // The Data may come first.
    QCOMPARE(masked(Layer::SyncMl, "<Item><Data>geheim</Data><Source><LocURI>./A/Password</LocURI></Source></Item>"),
        QByteArrayList{"geheim"});
}

void TestSecrets::secretLeavesInEscapedTnds()
{
    const QByteArray message =
        "<Item><Target><LocURI>./DMAcc</LocURI></Target><Data>&lt;MgmtTree&gt;&lt;Node&gt;"
        "&lt;NodeName&gt;AAuthSecret&lt;/NodeName&gt;&lt;Value&gt;ge&amp;amp;heim&lt;/Value&gt;"
        "&lt;/Node&gt;&lt;Node&gt;&lt;NodeName&gt;Name&lt;/NodeName&gt;&lt;Value&gt;open&lt;/Value&gt;"
        "&lt;/Node&gt;&lt;/MgmtTree&gt;</Data></Item>";
    QCOMPARE(masked(Layer::SyncMl, message), QByteArrayList{"ge&amp;amp;heim"});
}

void TestSecrets::namesInPieces()
{
    QCOMPARE(masked(Layer::SyncMl,
                 "<Item><Target><LocURI>./A/AAuth<!-- -->Secret</LocURI></Target><Data>geheim</Data></Item>"),
        QByteArrayList{"geheim"});
}

void TestSecrets::sameInWbxml()
{
    syncml::Message message;
    message.header.msgId = syncml::MessageId{1};
    message.header.cred = syncml::Cred{{}, "QnJ1Y2UyOk9oQmVoYXZl"};
    syncml::Command replace;
    replace.kind = syncml::CommandKind::Replace;
    replace.id = syncml::CommandId{1};
    syncml::Item item;
    item.target.uri = "./DMAcc/x/AAuthSecret";
    item.data = "geheim";
    replace.items.push_back(item);
    message.commands.push_back(replace);
    const auto bytes = syncml::encodeWbxml(message);
    QVERIFY(bytes);
    const QByteArray wbxml(reinterpret_cast<const char*>(bytes->data()), static_cast<qsizetype>(bytes->size()));
    QCOMPARE(masked(Layer::SyncMl, wbxml), (QByteArrayList{"QnJ1Y2UyOk9oQmVoYXZl", "geheim"}));
}

void TestSecrets::SEC_documentInBase64_data()
{
    QTest::addColumn<QByteArray>("document");
    QTest::newRow("TNDS") << tnds("AAuthSecret", "geheim");
    QTest::newRow("TNDS, declared") << QByteArray("<?xml version='1.0'?>\n") + tnds("AAuthSecret", "geheim");
    QTest::newRow("provisioning") << QByteArray(
        "<wap-provisioningdoc><characteristic type=\"APPAUTH\"><parm name=\"AAUTHSECRET\" value=\"geheim\"/>"
        "</characteristic></wap-provisioningdoc>");
    QTest::newRow("in base64 once more") << tnds("x", base64(tnds("AAuthSecret", "geheim")));
    QTest::newRow("provisioning in WBXML") << QByteArray::fromHex("030B6A0045870E060367656865696D000101");
}

/// The same bytes as in the document are hidden, and no others but for those that share a digit with them.
void TestSecrets::SEC_documentInBase64()
{
    QFETCH(QByteArray, document);
    const QByteArray whole = base64(document);
    for (const QByteArray& before : {QByteArray(), QByteArray("\n "), QByteArray("&#10;")}) {
        SecretWatch watch;
        const QByteArray message = addOf(before + whole);
        const QByteArray seen = dotted(watch, Layer::SyncMl, message);
        QCOMPARE(seen.size(), message.size());
        QVERIFY(seen != message);
        QByteArray readable = dataIn(seen).mid(before.size());
        QVERIFY(readable.contains('.'));
        QVERIFY(readable.count('.') < 24);
        readable.replace('.', 'A');
        QVERIFY(!QByteArray::fromBase64(readable).contains("geheim"));
        QVERIFY(!QByteArray::fromBase64(readable).contains(base64("geheim").left(4)));
    }
}

void TestSecrets::SEC_provisioning_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<bool>("hidden");
    for (const char* name : {"AAUTHSECRET", "AAUTHDATA", "AUTHSECRET", "PXAUTH-PW", "BASAUTH-PW"})
        QTest::newRow(name) << QByteArray(name) << true;
    for (const char* name : {"AAUTHNAME", "PROVIDER-ID", "ADDR"})
        QTest::newRow(name) << QByteArray(name) << false;
}

void TestSecrets::SEC_provisioning()
{
    QFETCH(QByteArray, name);
    QFETCH(bool, hidden);
    const QByteArrayList expected = hidden ? QByteArrayList{"geheim"} : QByteArrayList{};
    const QByteArray inOrder =
        "<wap-provisioningdoc><parm name=\"" + name + "\" value=\"geheim\"/></wap-provisioningdoc>";
    const QByteArray turned =
        "<wap-provisioningdoc><parm value = 'geheim'\n name='" + name + "'/></wap-provisioningdoc>";
    for (const QByteArray& document : {inOrder, turned}) {
        QCOMPARE(masked(Layer::SyncMl, document), expected);
        QCOMPARE(masked(Layer::SyncMl, addOf(escaped(document))), expected);
        QCOMPARE(masked(Layer::SyncMl, addOf("<![CDATA[" + document + "]]>")), expected);
    }
}

void TestSecrets::SEC_provisioningInWbxml()
{
    // <parm name="AUTHSECRET" value="geheim"/>, as a token and as a string; then from the table of strings.
    QCOMPARE(
        masked(Layer::SyncMl, QByteArray::fromHex("030B6A0045870E060367656865696D000101")), QByteArrayList{"geheim"});
    QCOMPARE(masked(Layer::SyncMl,
                 QByteArray::fromHex("030B6A0045870503") + "PXAUTH-PW" + QByteArray::fromHex("000603") + "geheim"
                     + QByteArray::fromHex("000101")),
        QByteArrayList{"geheim"});
    QCOMPARE(
        masked(Layer::SyncMl, QByteArray::fromHex("030B6A07") + "geheim" + QByteArray::fromHex("0045870E0683000101")),
        QByteArrayList{"geheim"});
}

void TestSecrets::SEC_objectInParts_data()
{
    QTest::addColumn<bool>("inBase64");
    QTest::addColumn<bool>("literal");
    QTest::newRow("escaped") << false << false;
    QTest::newRow("CDATA") << false << true;
    QTest::newRow("base64") << true << false;
}

/// However an object is cut, no part shows any of its secret.
void TestSecrets::SEC_objectInParts()
{
    QFETCH(bool, inBase64);
    QFETCH(bool, literal);
    const QByteArray document = tnds("AAuthSecret", "Zq7geheim");
    const QByteArray object = inBase64 ? base64(document) : document;
    auto* const written = literal ? +[](const QByteArray& text) { return "<![CDATA[" + text + "]]>"; }
                                  : +[](const QByteArray& text) { return escaped(text); };
    for (qsizetype size = 1; size <= object.size(); ++size) {
        QByteArray seen = readableObject(object, size, written);
        if (literal)
            seen.replace("<![CDATA[", "").replace("]]>", "");
        else
            seen.replace("&lt;", "<").replace("&gt;", ">");
        if (inBase64)
            seen = QByteArray::fromBase64(seen.replace('.', 'A'));
        const qsizetype at = document.indexOf("Zq7geheim");
        if (inBase64 || seen.size() == document.size()) {
            for (qsizetype i = 0; i < 9; ++i)
                QVERIFY2(seen.at(at + i) != document.at(at + i), QByteArray::number(size).constData());
        }
        QVERIFY(!seen.contains("Zq7"));
        QVERIFY2(!seen.contains("heim"), seen.constData());
        // What comes before it in whole parts is open.
        if (size > 100 && !inBase64)
            QVERIFY(seen.contains("<VerDTD>1.2</VerDTD>"));
        QVERIFY(inBase64 || seen.endsWith('>'));
    }
}

void TestSecrets::SEC_partWithoutWhatCameBefore()
{
    const QByteArray rest = "SECRET</NodeName><Value>geheim</Value></Node></MgmtTree>";
    SecretWatch watch;
    // Nothing tells what "heim<" ends.
    QCOMPARE(
        masked(watch, Layer::SyncMl, partOf(5, "heim&lt;/Value&gt;", true)).join(), QByteArray("heim&lt;/Value&gt;"));
    QCOMPARE(masked(watch, Layer::SyncMl, partOf(6, "more", false)).join(), QByteArray("more"));
    QCOMPARE(masked(Layer::SyncMl, partOf(7, escaped(rest), false)).join(), escaped(rest));
    QCOMPARE(masked(Layer::SyncMl, partOf(7, "<![CDATA[" + rest + "]]>", false)).join(), rest);
    QVERIFY(masked(Layer::SyncMl, partOf(7, "plain", false)).isEmpty());
}

/// A message that is seen on its way and when it has arrived is one.
void TestSecrets::SEC_partSeenTwice()
{
    const QByteArray document = tnds("AAuthSecret", "geheim");
    const qsizetype cut = document.indexOf("heim");
    const QByteArray first = partOf(1, escaped(document.first(cut)), true, document.size());
    const QByteArray second = partOf(2, escaped(document.mid(cut)), false);
    SecretWatch watch;
    for (const QByteArray& message : {first, first, second, second}) {
        const QByteArrayList found = masked(watch, Layer::SyncMl, message);
        QCOMPARE(found, QByteArrayList{message == first ? "ge" : "heim"});
    }
    // A session that begins anew.
    QCOMPARE(masked(watch, Layer::SyncMl, first), QByteArrayList{"ge"});
    QCOMPARE(masked(watch, Layer::SyncMl, second), QByteArrayList{"heim"});
}

void TestSecrets::SEC_plainObjectInParts()
{
    const QByteArray object(4000, 'x');
    QCOMPARE(readableObject(object, 1000, escaped), object);
    const QByteArray octets = base64(QByteArray(9000, '\1'));
    QVERIFY(readableObject(octets, 6000, escaped) == octets);
}

void TestSecrets::SEC_documentInSeveralTexts()
{
    const QByteArray document = tnds("AAuthSecret", "geheim");
    const qsizetype cut = document.indexOf("heim");
    QCOMPARE(
        masked(Layer::SyncMl, addOf("<![CDATA[" + document.first(cut) + "]]><![CDATA[" + document.mid(cut) + "]]>")),
        (QByteArrayList{"ge", "heim"}));
}

void TestSecrets::SEC_documentInFile_data()
{
    QTest::addColumn<QByteArray>("head");
    QTest::addColumn<QByteArray>("document");
    QTest::newRow("TNDS") << QByteArray() << tnds("AAuthSecret", "geheim");
    QTest::newRow("TNDS in a data object") << QByteArray::fromHex("8081CC") << tnds("AAuthSecret", "geheim");
    QTest::newRow("provisioning in WBXML") << QByteArray()
                                           << QByteArray::fromHex("030B6A0045870503414243000603313233000187"
                                                                  "0E060367656865696D000101");
}

/// However it is cut into blocks, read or written: no block shows any of it.
void TestSecrets::SEC_documentInFile()
{
    QFETCH(QByteArray, head);
    QFETCH(QByteArray, document);
    const QByteArray content = head + document + QByteArray(20, '\xFF');
    for (const bool isWritten : {false, true}) {
        for (int size = 8; size < 240; ++size) {
            SecretWatch watch;
            QByteArray readable;
            for (int at = 0; at < content.size(); at += size) {
                const QByteArray block = content.mid(at, size);
                const QByteArray place = QByteArray(1, static_cast<char>(at >> 8)) + static_cast<char>(at);
                Record record;
                record.request = QByteArray::fromHex(isWritten ? "00D6" : "00B0") + place + char(block.size())
                    + (isWritten ? block : QByteArray());
                record.response = (isWritten ? QByteArray() : block) + QByteArray::fromHex("9000");
                record.status = QStringLiteral("9000");
                watch.mark(record);
                QByteArray seen = block;
                for (const ByteRange& range : record.secrets)
                    seen.replace(range.offset - (isWritten ? 5 : 0), range.length, QByteArray(range.length, '.'));
                readable += seen;
            }
            QCOMPARE(readable.size(), content.size());
            QCOMPARE(readable.mid(content.indexOf("geheim"), 6), QByteArray("......"));
            QCOMPARE(readable.right(20), content.right(20));
            QVERIFY(size < content.size() || readable.count('.') - content.count('.') == 6);
        }
    }
}

void TestSecrets::SEC_otherContentOfFiles()
{
    SecretWatch watch;
    const QByteArray digits(200, '4');
    QVERIFY(
        masked(watch, Layer::Apdu, QByteArray::fromHex("00B00000C8"), digits + QByteArray::fromHex("9000")).isEmpty());
    // In a gap after the begin of a document nothing tells what there is.
    const QByteArray begin = tnds("AAuthSecret", "geheim").first(100);
    masked(watch, Layer::Apdu, QByteArray::fromHex("00B0000064"), begin + QByteArray::fromHex("9000"));
    QCOMPARE(masked(watch, Layer::Apdu, QByteArray::fromHex("00B000A006"), "geheim" + QByteArray::fromHex("9000")),
        QByteArrayList{"geheim"});
    // Another file.
    masked(watch, Layer::Apdu, QByteArray::fromHex("00A4000C026F01"), QByteArray::fromHex("9000"));
    QVERIFY(masked(watch, Layer::Apdu, QByteArray::fromHex("00B000A006"), "geheim" + QByteArray::fromHex("9000"))
                .isEmpty());
}

void TestSecrets::messageInsideOfDmMessage()
{
    const QByteArray message = "<Item><Target><LocURI>./A/AAuthSecret</LocURI></Target><Data>geheim</Data></Item>";
    const QByteArray command =
        QByteArray::fromHex("8040000000") + char(0) + char(32 + message.size()) + QByteArray(32, '\1') + message;
    QCOMPARE(masked(Layer::SecureChannel, command, message + QByteArray::fromHex("9000")),
        (QByteArrayList{"geheim", "geheim"}));
}

namespace {

QByteArray message(const char* source, const char* body)
{
    return "<SyncML><SyncHdr><SessionID>1</SessionID><MsgID>1</MsgID><Source><LocURI>" + QByteArray(source)
        + "</LocURI></Source></SyncHdr><SyncBody>" + body + "</SyncBody></SyncML>";
}

} // namespace

void TestSecrets::SEC_answerThatDoesNotNameItsNode_data()
{
    QTest::addColumn<QByteArray>("asked");
    QTest::addColumn<QByteArray>("answer");
    QTest::addColumn<bool>("secret");
    const QByteArray secret = message(
        "server", "<Get><CmdID>5</CmdID><Item><Target><LocURI>./DMAcc/x/AAuthSecret</LocURI></Target></Item></Get>");
    const QByteArray open =
        message("server", "<Get><CmdID>5</CmdID><Item><Target><LocURI>./DevInfo/Man</LocURI></Target></Item></Get>");
    const auto results = [](const QByteArray& more) {
        return "<Results><CmdID>2</CmdID><MsgRef>1</MsgRef><CmdRef>5</CmdRef>" + more
            + "<Item><Data>geheim</Data></Item></Results>";
    };
    const auto status = [](const QByteArray& more) {
        return "<Status><CmdID>2</CmdID><MsgRef>1</MsgRef><CmdRef>5</CmdRef><Cmd>Get</Cmd>" + more
            + "<Data>200</Data><Item><Data>geheim</Data></Item></Status>";
    };
    const auto row = [](const char* name, const QByteArray& asked, const QByteArray& body, bool isSecret) {
        QTest::newRow(name) << asked << message("device", body.constData()) << isSecret;
    };
    row("Results by its Get", secret, results({}), true);
    row("Results by an open Get", open, results({}), false);
    row("Results by TargetRef", open, results("<TargetRef>./A/PIN</TargetRef>"), true);
    row("Results by SourceRef", open, results("<SourceRef>./A/PIN</SourceRef>"), true);
    row("Results by an open TargetRef", secret, results("<TargetRef>./A/B</TargetRef>"), false);
    row("Results of what nobody saw", message("server", ""), results({}), true);
    row("Status by its Get", secret, status({}), true);
    row("Status by an open Get", open, status({}), false);
    row("Status by TargetRef", open, status("<TargetRef>./A/PIN</TargetRef>"), true);
    // The device's own command of that number is another.
    row("Results by the server's Get", secret + message("device", "<Alert><CmdID>5</CmdID></Alert>"), results({}),
        true);
}

void TestSecrets::SEC_answerThatDoesNotNameItsNode()
{
    QFETCH(QByteArray, asked);
    QFETCH(QByteArray, answer);
    QFETCH(bool, secret);
    SecretWatch watch;
    masked(watch, Layer::SyncMl, asked);
    QCOMPARE(masked(watch, Layer::SyncMl, answer), secret ? QByteArrayList{"geheim"} : QByteArrayList{});
}

void TestSecrets::SEC_elementOfAnotherDocument()
{
    const auto item = [](const QByteArray& data) {
        return "<Item><Target><LocURI>./A/WlanXml</LocURI></Target><Data>" + data + "</Data></Item>";
    };
    QCOMPARE(masked(Layer::SyncMl, item("&lt;W&gt;&lt;keyMaterial&gt;geheim&lt;/keyMaterial&gt;&lt;/W&gt;")),
        QByteArrayList{"geheim"});
    QCOMPARE(masked(Layer::SyncMl, item("<![CDATA[<W><n:keyMaterial>geheim</n:keyMaterial><a>b</a></W>]]>")),
        QByteArrayList{"geheim"});
    QVERIFY(masked(Layer::SyncMl, item("&lt;W&gt;&lt;keyIndex&gt;0&lt;/keyIndex&gt;&lt;/W&gt;")).isEmpty());
}

void TestSecrets::SEC_dotsFromBefore()
{
    const QByteArray copied = "<Item><Target><LocURI>./A/B</LocURI></Target><Data>......</Data></Item>";
    QCOMPARE(masked(Layer::SyncMl, copied), QByteArrayList{"......"});
}

void TestSecrets::SEC_proofs()
{
    const QByteArray xml = "<SyncML><SyncHdr><Cred><Data>abc</Data></Cred></SyncHdr><SyncBody><Status><Chal><Meta>"
                           "<NextNonce>def</NextNonce></Meta></Chal><Data>212</Data></Status></SyncBody></SyncML>";
    QByteArrayList found;
    for (const ByteSpan span : proofsOfMessage(xml))
        found.append(xml.mid(qsizetype(span.offset), qsizetype(span.length)));
    QCOMPARE(found, (QByteArrayList{"abc", "def"}));
}

void TestSecrets::nothingInOpenMessages()
{
    QVERIFY(masked(Layer::SyncMl,
        "<SyncML><SyncBody><Get><Item><Target><LocURI>./A</LocURI></Target></Item></Get></SyncBody>"
        "</SyncML>")
                .isEmpty());
    QVERIFY(masked(Layer::Ui, "PIN?", "1234").isEmpty());
    QVERIFY(masked(Layer::Apdu, "", "").isEmpty());
}

int run(int argc, char** argv)
{
    return test::run<QCoreApplication, TestSecrets>(argc, argv);
}

} // namespace dmsc::tst_secrets

#include "tst_secrets.moc"
