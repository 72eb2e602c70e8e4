// SPDX-License-Identifier: Apache-2.0
// Secrets that a session moved to names which do not tell: rows after that hide them, too.
#include "model/decode/secrets.h"

#include "model/byte_array.h"
#include "model/syncml/base64.h"
#include "model/syncml/message_wbxml.h"
#include "tests/support/run_test.h"

#include <QTest>

namespace dmsc::tst_known_secrets {

namespace {

const QByteArray kSource = "./DMAcc/x/AppAuth/y/AAuthSecret";

QByteArray uri(const char* role, const QByteArray& name)
{
    return QByteArray("<") + role + "><LocURI>" + name + "</LocURI></" + role + ">";
}

QByteArray message(const QByteArray& commands)
{
    return "<SyncML><SyncHdr><SessionID>1</SessionID><MsgID>2</MsgID></SyncHdr><SyncBody>" + commands
        + "</SyncBody></SyncML>";
}

QByteArray copy(const QByteArray& source, const QByteArray& target)
{
    return "<Copy><CmdID>3</CmdID><Item>" + uri("Target", target) + uri("Source", source) + "</Item></Copy>";
}

QByteArray results(const QByteArray& name, const QByteArray& data)
{
    return "<Results><CmdID>4</CmdID><Item>" + uri("Source", name) + "<Data>" + data + "</Data></Item></Results>";
}

QByteArray replace(const QByteArray& name, const QByteArray& data)
{
    return "<Replace><CmdID>5</CmdID><Item>" + uri("Target", name) + "<Data>" + data + "</Data></Item></Replace>";
}

/// One session's rows.
class Session
{
public:
    /// What is hidden of the next row.
    QByteArrayList said(const QByteArray& request, const QByteArray& response = {})
    {
        Record record;
        record.layer = Layer::SyncMl;
        record.request = request;
        record.response = response;
        m_watch.mark(record);
        QByteArrayList hidden;
        for (const ByteRange& range : record.secrets)
            hidden += (range.part == RecordPart::Request ? request : response).mid(range.offset, range.length);
        return hidden;
    }

private:
    SecretWatch m_watch;
};

} // namespace

class TestKnownSecrets : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void SEC_copyOfASecretLeaf_data();
    void SEC_copyOfASecretLeaf();
    void SEC_copyInOneMessageWithItsResults();
    void SEC_copyInWbxml();
    void SEC_copyCarriedByApdus();
    void SEC_copyInATndsDocument_data();
    void SEC_copyInATndsDocument();
    void SEC_sameValueElsewhere();
    void SEC_openNodesStayOpen();
};

void TestKnownSecrets::SEC_copyOfASecretLeaf_data()
{
    QTest::addColumn<QByteArray>("copies");
    QTest::addColumn<QByteArray>("read");
    QTest::newRow("leaf") << copy(kSource, "./Foo/Name") << QByteArray("./Foo/Name");
    QTest::newRow("without the dot") << copy(kSource.mid(2), "Foo/Name") << QByteArray("./Foo/Name");
    QTest::newRow("with a query") << copy(kSource, "./Foo/Name") << QByteArray("./Foo/Name?prop=Value");
    QTest::newRow("in an Atomic") << "<Atomic>" + copy(kSource, "./Foo/Name") + "</Atomic>" << QByteArray("./Foo/Name");
    QTest::newRow("copy of the copy") << copy(kSource, "./Foo/Name") + copy("./Foo/Name", "./Bar")
                                      << QByteArray("./Bar");
    QTest::newRow("copy of what the copy is in")
        << copy(kSource, "./Foo/Name") + copy("./Foo", "./Bar") << QByteArray("./Bar/Name");
    QTest::newRow("what is below") << copy("./Vendor/Password", "./Foo") << QByteArray("./Foo/1/Text");
}

void TestKnownSecrets::SEC_copyOfASecretLeaf()
{
    QFETCH(QByteArray, copies);
    QFETCH(QByteArray, read);
    Session session;
    QVERIFY(session.said(message(copies)).isEmpty());
    QCOMPARE(session.said({}, message(results(read, "geheim"))), QByteArrayList{"geheim"});
    QCOMPARE(session.said(message(replace(read, "anders"))), QByteArrayList{"anders"});
    // Another session knows nothing of it.
    QVERIFY(Session().said({}, message(results(read, "geheim"))).isEmpty());
}

void TestKnownSecrets::SEC_copyInOneMessageWithItsResults()
{
    Session session;
    QCOMPARE(session.said(message(copy(kSource, "./Foo/Name")), message(results("./Foo/Name", "geheim"))),
        QByteArrayList{"geheim"});
}

void TestKnownSecrets::SEC_copyInWbxml()
{
    syncml::Message written;
    written.header.msgId = syncml::MessageId{1};
    syncml::Command command;
    command.kind = syncml::CommandKind::Copy;
    command.id = syncml::CommandId{1};
    syncml::Item item;
    item.source.uri = kSource.toStdString();
    item.target.uri = "./Foo/Name";
    command.items.push_back(item);
    written.commands.push_back(command);
    const auto bytes = syncml::encodeWbxml(written);
    QVERIFY(bytes);
    Session session;
    QVERIFY(session.said(toByteArray(*bytes)).isEmpty());
    QCOMPARE(session.said(message(results("./Foo/Name", "geheim"))), QByteArrayList{"geheim"});
}

/// DM MESSAGE to a card, in parts.
void TestKnownSecrets::SEC_copyCarriedByApdus()
{
    const QByteArray sent = QByteArray(32, '\1') + message(copy(kSource, "./Foo/Name"));
    SecretWatch watch;
    const auto row = [&watch](const QByteArray& request, const QByteArray& response) {
        Record record;
        record.request = request;
        record.response = response;
        record.status = QStringLiteral("9000");
        watch.mark(record);
        return record;
    };
    constexpr qsizetype kPart = 100;
    for (qsizetype at = 0; at < sent.size(); at += kPart) {
        const QByteArray part = sent.mid(at, kPart);
        const bool isLast = at + kPart >= sent.size();
        row(QByteArray::fromHex(isLast ? "80400000" : "90400000") + static_cast<char>(part.size()) + part,
            QByteArray::fromHex(isLast ? "61FF" : "9000"));
    }
    const QByteArray answer = message(results("./Foo/Name", "geheim"));
    const Record fetched = row(QByteArray::fromHex("00C0000000"), answer + QByteArray::fromHex("9000"));
    QCOMPARE(fetched.secrets.size(), std::size_t(1));
    QCOMPARE(answer.mid(fetched.secrets.front().offset, fetched.secrets.front().length), QByteArray("geheim"));
}

void TestKnownSecrets::SEC_copyInATndsDocument_data()
{
    QTest::addColumn<bool>("inBase64");
    QTest::addColumn<QByteArray>("document");
    const QByteArray leaf = "<Node><NodeName>Name</NodeName><Value>geheim</Value></Node>";
    const QByteArray nested = "<Node><NodeName>Foo</NodeName>" + leaf + "</Node>";
    const QByteArray deeper = "<Node><NodeName>Name</NodeName>" + leaf + "</Node>";
    for (const bool inBase64 : {false, true}) {
        const char* way = inBase64 ? "in base64" : "escaped";
        QTest::addRow("leaf, %s", way) << inBase64 << leaf;
        QTest::addRow("with the node above, %s", way) << inBase64 << nested;
        QTest::addRow("below, %s", way) << inBase64 << deeper;
    }
}

void TestKnownSecrets::SEC_copyInATndsDocument()
{
    QFETCH(bool, inBase64);
    QFETCH(QByteArray, document);
    document = "<MgmtTree><VerDTD>1.2</VerDTD>" + document + "</MgmtTree>";
    const QByteArray data = inBase64 ? toByteArray(syncml::toBase64(document.toStdString()))
                                     : QString::fromUtf8(document).toHtmlEscaped().toUtf8();
    Session session;
    QVERIFY(session.said(message(results("./Other", data))).isEmpty());
    session.said(message(copy(kSource, "./Foo/Name")));
    const QByteArray hidden = session.said(message(results("./Other", data))).join();
    if (inBase64)
        QVERIFY(!hidden.isEmpty() && hidden.size() <= 12);
    else
        QCOMPARE(hidden, QByteArray("geheim"));
}

void TestKnownSecrets::SEC_sameValueElsewhere()
{
    Session session;
    session.said(message(replace(kSource, "geheim77")));
    QCOMPARE(session.said(message(replace("./Foo/Name", "geheim77"))), QByteArrayList{"geheim77"});
    QVERIFY(session.said(message(replace("./Foo/Name", "geheim777"))).isEmpty());
    // A short one may be there by chance.
    session.said(message(replace(kSource, "12345")));
    QVERIFY(session.said(message(replace("./Foo/Name", "12345"))).isEmpty());
    // Nothing is known of it in another session.
    QVERIFY(Session().said(message(replace("./Foo/Name", "geheim77"))).isEmpty());
}

void TestKnownSecrets::SEC_openNodesStayOpen()
{
    Session session;
    session.said(message(copy("./DMAcc/x/Name", "./Foo/Name") + copy(kSource, "./Foo/Copy")));
    QVERIFY(session.said(message(results("./Foo/Name", "open text"))).isEmpty());
    QVERIFY(session.said(message(results("./Foo/Copy2", "open text"))).isEmpty());
    QVERIFY(session.said(message(results("./Foo", "Name/Copy"))).isEmpty());
    QVERIFY(session.said(message(results("./Bar/Copy", "open text"))).isEmpty());
}

int run(int argc, char** argv)
{
    return test::run<QCoreApplication, TestKnownSecrets>(argc, argv);
}

} // namespace dmsc::tst_known_secrets

#include "tst_known_secrets.moc"
