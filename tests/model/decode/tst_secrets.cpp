// SPDX-License-Identifier: Apache-2.0
#include "model/decode/secrets.h"

#include "model/syncml/message_wbxml.h"
#include "tests/support/run_test.h"

#include <QTest>

namespace dmsc::tst_secrets {

class TestSecrets : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void SEC_apdus_data();
    void SEC_apdus();
    void sessionKeysOfAuthenticate();
    void credAndNextNonceInXml();
    void secretLeavesInXml();
    void secretLeavesInEscapedTnds();
    void namesInPieces();
    void sameInWbxml();
    void messageInsideOfDmMessage();
    void nothingInOpenMessages();
};

namespace {

/// What would be masked, in order, one after the other.
QByteArrayList masked(Layer layer, const QByteArray& request, const QByteArray& response = {})
{
    QByteArrayList texts;
    for (const ByteRange& range : findSecrets(layer, request, response)) {
        const QByteArray& part = range.part == RecordPart::Request ? request : response;
        texts.append(part.mid(range.offset, range.length));
    }
    return texts;
}

} // namespace

void TestSecrets::SEC_apdus_data()
{
    QTest::addColumn<QByteArray>("apdu");
    QTest::addColumn<QByteArray>("secret");
    const auto row = [](const char* name, const char* apdu, const char* secret) {
        QTest::newRow(name) << QByteArray::fromHex(apdu) << QByteArray::fromHex(secret);
    };
    row("VERIFY", "002000010831323334FFFFFFFF", "31323334FFFFFFFF");
    row("VERIFY of a SIM", "A02000010831323334FFFFFFFF", "31323334FFFFFFFF");
    row("VERIFY, extended", "0020000100000431323334", "31323334");
    row("how many tries are left", "00200001", "");
    row("UNBLOCK", "002C00010A31323334353637383132", "31323334353637383132");
    row("PUT KEY", "80D8000104AABBCCDD", "AABBCCDD");
    row("STORE DATA, group of keys", "80E28800058113021122", "8113021122");
    row("STORE DATA, BER-TLV", "80E2910006BF3E035C015A", "");
    row("POLICY put keys", "8454020006810131820141", "810131820141");
    row("POLICY put", "8454010003800101", "");
    row("GET INPUT hidden", "801400001081030123048202828183 01008D020431", "81030123048202828183 01008D020431");
    row("GET INPUT shown", "801400001081030123008202828183 01008D020431", "");
    row("terminal response that cannot be read", "801400000281FF", "81FF");
    row("SELECT", "00A4040007F0444D5F534301", "");
}

void TestSecrets::SEC_apdus()
{
    QFETCH(QByteArray, apdu);
    QFETCH(QByteArray, secret);
    const QByteArrayList found = masked(Layer::Apdu, apdu, QByteArray::fromHex("9000"));
    QCOMPARE(found.join(), secret);
}

void TestSecrets::sessionKeysOfAuthenticate()
{
    const QByteArray answer = QByteArray::fromHex("DB0211220233440255669000");
    QCOMPARE(
        masked(Layer::Apdu, QByteArray::fromHex("008800810401AA01BB00"), answer), QByteArrayList{answer.chopped(2)});
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

void TestSecrets::messageInsideOfDmMessage()
{
    const QByteArray message = "<Item><Target><LocURI>./A/AAuthSecret</LocURI></Target><Data>geheim</Data></Item>";
    const QByteArray command =
        QByteArray::fromHex("8040000000") + char(0) + char(32 + message.size()) + QByteArray(32, '\1') + message;
    QCOMPARE(masked(Layer::SecureChannel, command, message + QByteArray::fromHex("9000")),
        (QByteArrayList{"geheim", "geheim"}));
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
