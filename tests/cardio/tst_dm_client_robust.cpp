// SPDX-License-Identifier: Apache-2.0
// dm-cases.md G, and servers that mean no good: every message ends in a status or a clean abort, and the tree stands.
#include "client_rig.h"

#include "tests/support/run_test.h"
#include "tests/support/shared_data.h"

#include <QFile>

namespace dmsc::tst_dm_client_robust {

using namespace dmsc::test;
using syncml::AlertCode;
using syncml::Command;
using syncml::CommandKind;
using syncml::Message;

namespace {

DmPacket xml(const QByteArray& text)
{
    return {std::string(syncml::mime::kMessageXml), Bytes(text.begin(), text.end()), {}};
}

/// A message of the server around a body.
QByteArray around(const QByteArray& body, const QByteArray& session = "1", const QByteArray& id = "1")
{
    return "<SyncML xmlns='SYNCML:SYNCML1.2'><SyncHdr><VerDTD>1.2</VerDTD><VerProto>DM/1.2</VerProto><SessionID>"
        + session + "</SessionID><MsgID>" + id
        + "</MsgID><Target><LocURI>IMEI:001</LocURI></Target><Source><LocURI>http://server</LocURI></Source></SyncHdr>"
          "<SyncBody>"
        + body + "<Final/></SyncBody></SyncML>";
}

struct XmlRig : ClientRig
{
    XmlRig() { options.encoding = Encoding::Xml; }
};

/// Answers everything with the same message of its own.
class StubbornServer final : public DmTransport
{
public:
    explicit StubbornServer(ClientRig& rig, bool final)
        : m_rig(&rig)
        , m_final(final)
    {
    }
    Result<DmPacket> exchange(const std::string& uri, const DmPacket& packet, const Progress& /*progress*/) override
    {
        ++messages;
        lastUri = uri;
        m_rig->last = packet;
        Message message = m_rig->made({command(CommandKind::Get, "./MO/Text")}, m_final);
        message.header.respUri = "http://server/next";
        return m_rig->packet(message);
    }

    std::size_t messages = 0;
    std::string lastUri;

private:
    ClientRig* m_rig;
    bool m_final;
};

} // namespace

class TestDmClientRobust : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void G01_G02_G03_G09_whatIsNoMessageEndsTheSession_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("G01 NUL") << around(QByteArrayLiteral(
            "<Delete><CmdID>1</CmdID><Item><Target><LocURI>./MO/Te\0xt</LocURI></Target></Item></Delete>"));
        QTest::newRow("G02 not well-formed") << around("<Delete><CmdID>1</Delete>");
        QTest::newRow("G03 namespace") << around("").replace("SYNCML:SYNCML1.2", "urn:something:else");
        QTest::newRow("G09 entities") << QByteArray("<!DOCTYPE x [<!ENTITY a 'aaaa'><!ENTITY b '&a;&a;'>]>")
                + around("<Get><CmdID>1</CmdID><Item><Target><LocURI>&b;</LocURI></Target></Item></Get>");
        QTest::newRow("no SyncHdr") << QByteArray("<SyncML xmlns='SYNCML:SYNCML1.2'><SyncBody/></SyncML>");
        QTest::newRow("HTML") << QByteArray("<html><body>503</body></html>");
        QTest::newRow("WBXML cut off") << QByteArray("\x02\xA4\x01\x6A\x00\x6D\x6C", 7);
        QTest::newRow("random") << QByteArray("\x03\xFF\xFF\xFF\xFF\xFF\xFF\xFF", 8);
    }
    void G01_G02_G03_G09_whatIsNoMessageEndsTheSession()
    {
        QFETCH(QByteArray, bytes);
        XmlRig rig;
        rig.start();
        DmPacket packet = xml(bytes);
        packet.contentType.clear();
        const auto answer = rig.session->receive(packet);
        QVERIFY(!answer);
        QVERIFY(!answer.error().what.isEmpty());
        QVERIFY(rig.session->end() == SessionEnd::Aborted);
        QVERIFY(rig.unchanged());
    }

    void G04_G05_whatIsWrongWithOneCommand()
    {
        XmlRig rig;
        rig.start();
        QVERIFY(rig.send(
            xml(around("<Explode><CmdID>3</CmdID></Explode>"
                       "<Delete><Item><Target><LocURI>./MO/Text</LocURI></Target></Item></Delete>"
                       "<Get><CmdID>0</CmdID><Item><Target><LocURI>./MO/Text</LocURI></Target></Item></Get>"
                       "<Get><CmdID>5</CmdID><Item><Target><LocURI>./MO/Text</LocURI></Target></Item></Get>"))));
        QCOMPARE(rig.codes(), (Codes{200, 400, 400, 400, 200}));
        const QByteArray answer(reinterpret_cast<const char*>(rig.last.body.data()), qsizetype(rig.last.body.size()));
        QVERIFY2(answer.contains("<CmdRef/>") || answer.contains("<CmdRef></CmdRef>"), answer.constData());
        QVERIFY(answer.contains("<Cmd>Explode</Cmd>"));
        QVERIFY(rig.unchanged());
        QVERIFY(rig.session->end() == SessionEnd::Running);
    }

    void B19_aCredInsideACommandIsNothing()
    {
        XmlRig rig;
        rig.account.server = {AuthScheme::Basic, "srv", "secret", {}};
        rig.start();
        QVERIFY(rig.send(xml(around("<Delete><CmdID>1</CmdID><Cred><Meta><Type xmlns='syncml:metinf'>"
                                    "syncml:auth-basic</Type></Meta><Data>c3J2OnNlY3JldA==</Data></Cred>"
                                    "<Item><Target><LocURI>./MO/Text</LocURI></Target></Item></Delete>"))));
        QCOMPARE(rig.codes(), (Codes{407, 407}));
        QVERIFY(rig.unchanged());
    }

    void wrongIds()
    {
        XmlRig rig;
        rig.start();
        const QByteArray body =
            "<Delete><CmdID>1</CmdID><Item><Target><LocURI>./MO/Text</LocURI></Target></Item></Delete>";
        auto answer = rig.send(xml(around(body, "77")));
        QVERIFY(answer && hasAlert(*answer, AlertCode::SessionAbort));
        QCOMPARE(rig.codes(), (Codes{400}));
        QVERIFY(rig.session->end() == SessionEnd::Aborted);
        XmlRig number;
        number.start();
        QVERIFY(number.send(xml(around("<Get><CmdID>1</CmdID></Get>", "1", "5"))));
        answer = number.send(xml(around(body, "1", "5"))); // the same MsgID, another message
        QVERIFY(answer && hasAlert(*answer, AlertCode::SessionAbort));
        QVERIFY(number.session->end() == SessionEnd::Aborted);
        QVERIFY(number.unchanged());
    }

    void recordedMessagesMayHaveAnyIds()
    {
        XmlRig rig;
        rig.options.replay = true;
        rig.start();
        const QByteArray get = "<Get><CmdID>1</CmdID><Item><Target><LocURI>./MO/Text</LocURI></Target></Item></Get>";
        QVERIFY(rig.send(xml(around(get, "B7", "9"))));
        QCOMPARE(rig.lastMessage().header.sessionId, std::string("B7"));
        QVERIFY(rig.send(xml(around(get + get, "B7", "9"))));
        QCOMPARE(rig.codes(), (Codes{200, 200, 200}));
        // The answer is written as the message was.
        rig.options.sessionId = "B7";
        Message message = rig.made({command(CommandKind::Get, "./MO/Text")});
        const auto wbxml = encodePacket(message, Encoding::Wbxml);
        QVERIFY(rig.send(*wbxml));
        QVERIFY(encodingOf(rig.last) == Encoding::Wbxml);
    }

    void A09_recordedMessagesRiseWhereThatIsWanted()
    {
        const QByteArray get = "<Get><CmdID>1</CmdID><Item><Target><LocURI>./MO/Text</LocURI></Target></Item></Get>";
        for (const char* id : {"9", "8"}) {
            XmlRig rig;
            rig.options.replay = true;
            rig.options.risingIds = true;
            rig.start();
            QVERIFY(rig.send(xml(around(get, "B7", "9"))));
            QCOMPARE(rig.codes(), (Codes{200, 200}));
            const auto answer = rig.send(xml(around(get + get, "B7", id)));
            QVERIFY(answer && hasAlert(*answer, AlertCode::SessionAbort));
        }
    }

    void A09_recordedMessagesAreOfOneSession()
    {
        XmlRig rig;
        rig.options.replay = true;
        rig.start();
        const QByteArray get = "<Get><CmdID>1</CmdID><Item><Target><LocURI>./MO/Text</LocURI></Target></Item></Get>";
        const QByteArray change =
            "<Delete><CmdID>1</CmdID><Item><Target><LocURI>./MO/Text</LocURI></Target></Item></Delete>";
        QVERIFY(rig.send(xml(around(get, "B7", "1"))));
        const auto answer = rig.send(xml(around(change, "77", "2")));
        QVERIFY(answer && hasAlert(*answer, AlertCode::SessionAbort));
        QCOMPARE(rig.codes(), (Codes{400}));
        QVERIFY(rig.session->end() == SessionEnd::Aborted);
        QVERIFY(rig.unchanged());
    }

    void G10_twoMegabytesAreRefused()
    {
        XmlRig rig;
        rig.start();
        const QByteArray body = "<Replace><CmdID>1</CmdID><Item><Target><LocURI>./MO/Text</LocURI></Target><Data>"
            + QByteArray(2 << 20, 'x') + "</Data></Item></Replace>";
        QVERIFY(rig.send(xml(around(body))));
        QCOMPARE(rig.codes(), (Codes{413}));
        QVERIFY(rig.unchanged());
        // The session goes on.
        QVERIFY(rig.send(xml(around("<Get><CmdID>1</CmdID><Item><Target><LocURI>./MO/Text</LocURI></Target></Item>"
                                    "</Get>",
            "1", "2"))));
        QCOMPARE(rig.codes(), (Codes{200, 200}));
        // What is larger still is not even read.
        const auto answer = rig.session->receive(xml(QByteArray(17 << 20, '<')));
        QVERIFY(!answer);
        QVERIFY(answer.error().kind == ErrorKind::Limit);
    }

    void G10_whoGoesOnSendingTooMuchIsLeft()
    {
        XmlRig rig;
        rig.start();
        const QByteArray body = "<Replace><CmdID>1</CmdID><Item><Target><LocURI>./MO/Text</LocURI></Target><Data>"
            + QByteArray(20'000, 'x') + "</Data></Item></Replace>";
        int number = 0;
        const auto large = [&] { return rig.send(xml(around(body, "1", QByteArray::number(++number)))); };
        for (int i = 0; i < 3; ++i) {
            QVERIFY(large());
            QCOMPARE(rig.codes(), (Codes{413}));
        }
        const auto last = large();
        QVERIFY(last);
        QCOMPARE(rig.codes(), (Codes{413}));
        QVERIFY(last->commands.back().alert == AlertCode::SessionAbort);
        QVERIFY(rig.session->end() == SessionEnd::Aborted);
        QVERIFY(rig.unchanged());
    }

    void endlessMessages_data()
    {
        QTest::addColumn<bool>("final");
        QTest::newRow("packages without end") << true;
        QTest::newRow("a package without Final") << false;
    }
    void endlessMessages()
    {
        QFETCH(bool, final);
        ClientRig rig;
        rig.options.maxMessages = 60;
        rig.start(); // for the rig's own messages
        ClientSession session(rig.device, rig.account, rig.options);
        StubbornServer server(rig, final);
        const auto report = runClientSession(session, server);
        QVERIFY(report);
        QVERIFY(report->end == SessionEnd::Aborted);
        QVERIFY(report->messages <= 62);
        QVERIFY(server.messages <= 32);
        QVERIFY(hasAlert(rig.lastMessage(), AlertCode::SessionAbort)); // it is told
        QCOMPARE(server.lastUri, std::string("http://server/next")); // RespURI
    }

    void theSameMessageAgainAndAgain()
    {
        XmlRig rig;
        rig.start();
        const DmPacket same = rig.packet(rig.made({command(CommandKind::Get, "./MO/Text")}));
        QVERIFY(rig.send(same));
        const Bytes answer = rig.last.body;
        for (int i = 1; i < 10; ++i) {
            QVERIFY(rig.send(same));
            QCOMPARE(rig.last.body, answer);
        }
        const auto last = rig.send(same);
        QVERIFY(last && hasAlert(*last, AlertCode::SessionAbort));
        QVERIFY(rig.session->end() == SessionEnd::Aborted);
        QVERIFY(rig.session->whyAborted() == SessionAbort::Messages);
    }

    void RespURI_neverLeadsAwayFromTls()
    {
        const auto reply = [](const std::string& account, const std::string& next, ClientRig& rig) {
            rig.account.address = account;
            rig.start();
            Message message = rig.made({command(CommandKind::Get, "./MO/Text")});
            message.header.respUri = next;
            return rig.send(rig.packet(message));
        };
        for (const char* plain : {"http://server/next", "HTTP://server/next", "http://other/"}) {
            ClientRig rig;
            const auto answer = reply("https://server/dm", plain, rig);
            QVERIFY(answer && hasAlert(*answer, AlertCode::SessionAbort));
            QVERIFY(resultsOf(*answer).empty());
            QCOMPARE(rig.session->address(), std::string("https://server/dm"));
            QVERIFY(rig.session->whyAborted() == SessionAbort::PlainUri);
        }
        for (const auto& [account, next] :
            {std::pair("https://server/dm", "https://server/dm;s=1"),
                std::pair("http://server/dm", "https://server/dm"), std::pair("http://server/dm", "http://other/dm")}) {
            ClientRig rig;
            QVERIFY(reply(account, next, rig));
            QCOMPARE(rig.session->address(), std::string(next));
        }
    }

    void anEmptyAnswerEndsTheSession()
    {
        class Silent final : public DmTransport
        {
            Result<DmPacket> exchange(const std::string&, const DmPacket&, const Progress&) override
            {
                return DmPacket{};
            }
        } silent;
        ClientRig rig;
        ClientSession session(rig.device, rig.account, rig.options);
        const auto report = runClientSession(session, silent);
        QVERIFY(report);
        QCOMPARE(report->messages, std::size_t{1});
        QVERIFY(!report->changedTree);
    }

    void chunksWithoutEndAreBounded()
    {
        ClientRig rig;
        rig.options.maxObjSize = 1'000;
        rig.start();
        rig.say({chunk("./MO/Text", std::string(400, 'x'), true, 1'000)}, false);
        rig.say({chunk("./MO/Text", std::string(400, 'x'), true)}, false);
        QCOMPARE(rig.codes({chunk("./MO/Text", std::string(400, 'x'), true)}, false), (Codes{200, 424}));
        QVERIFY(rig.unchanged());
    }

    void G08_realMessagesAreAnswered_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<bool>("good");
        for (const char* name : {"testget.wbxml", "testadd.wbxml", "testreplace.wbxml", "testdelete.wbxml",
                 "testalertdisplay.xml", "testgetscript.xml", "testexecscript.xml", "testnewdatatype.xml"})
            QTest::newRow(name) << QString::fromLatin1(name) << true;
        for (const char* name : {"testalertconfirm.xml", "testalertsinglechoice.xml", "testalerttextinput.xml"})
            QTest::newRow(name) << QString::fromLatin1(name) << false; // not well-formed
    }
    void G08_realMessagesAreAnswered()
    {
        QFETCH(QString, file);
        QFETCH(bool, good);
        const auto folder = sharedData(QStringLiteral("syncml/motorola-aosp-dm12"));
        if (!folder)
            QSKIP("the shared data are not here");
        QFile input(*folder + QLatin1Char('/') + file);
        QVERIFY(input.open(QIODevice::ReadOnly));
        const QByteArray bytes = input.readAll();
        XmlRig rig;
        rig.options.replay = true;
        rig.start();
        DmPacket packet = xml(bytes);
        packet.contentType.clear();
        const auto answer = rig.session->receive(packet);
        QCOMPARE(answer.has_value(), good);
        if (!good)
            return;
        QVERIFY(*answer);
        rig.last = **answer;
        QCOMPARE(rig.codes().front(), 200);
        QVERIFY(rig.codes().size() > 1);
    }
};

int run(int argc, char** argv)
{
    return test::run<QCoreApplication, TestDmClientRobust>(argc, argv);
}

} // namespace dmsc::tst_dm_client_robust

#include "tst_dm_client_robust.moc"
