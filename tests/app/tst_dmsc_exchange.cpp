// SPDX-License-Identifier: Apache-2.0
#include "tests/app/shell.h"
#include "tests/support/run_test.h"

// dmsc exchange: recorded messages of a DM server, answered from the shell.
#include <QDir>
#include <QFile>
#include <QTest>

namespace dmsc::tst_dmsc_exchange {

using namespace dmsc::test;

namespace {

QList<QByteArray> lines(const ShellRun& run)
{
    return run.out.trimmed().split('\n');
}

QByteArray message(int id, const QByteArray& body, const QByteArray& source = "dm.fjordnet")
{
    return "<SyncML xmlns='SYNCML:SYNCML1.2'><SyncHdr><VerDTD>1.2</VerDTD><VerProto>DM/1.2</VerProto>"
           "<SessionID>B7</SessionID><MsgID>"
        + QByteArray::number(id) + "</MsgID><Target><LocURI>device</LocURI></Target><Source><LocURI>" + source
        + "</LocURI></Source></SyncHdr><SyncBody>" + body + "<Final/></SyncBody></SyncML>";
}

QByteArray get(const QByteArray& uri, int id = 1)
{
    return "<Get><CmdID>" + QByteArray::number(id) + "</CmdID><Item><Target><LocURI>" + uri
        + "</LocURI></Target></Item></Get>";
}

constexpr const char* kConfirm = "<Alert><CmdID>1</CmdID><Data>1101</Data><Item><Data>MAXDT=10&amp;DR=0</Data></Item>"
                                 "<Item><Data>Sure?</Data></Item></Alert>";

/// A shell with a demo handset.
struct Rig : Shell
{
    Rig() { require("handset create phone --demo"); }
    /// `options`: with a blank before each.
    [[nodiscard]] ShellRun exchange(const QList<QByteArray>& messages, const QString& options = {}) const
    {
        QString line = QStringLiteral("exchange --handset phone") + options;
        for (qsizetype i = 0; i < messages.size(); ++i) {
            const QString name = QStringLiteral("m%1").arg(i);
            write(name, messages[i]);
            line += QLatin1Char(' ') + name;
        }
        return run(line);
    }
};

} // namespace

class TestDmscExchange : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void DM_SC_GEN_20_packageOneThenAnAnswerEach()
    {
        const Rig rig;
        const ShellRun run = rig.exchange({message(4, get("./DevInfo/DevId") + get("./Nothing", 2)), message(5, "")});
        QCOMPARE(run.exit, 0);
        const auto answers = lines(run);
        QCOMPARE(answers.size(), 3);
        QVERIFY(answers[0].contains("<SessionID>B7</SessionID><MsgID>1</MsgID>"));
        QVERIFY(answers[0].contains("<Data>1201</Data>"));
        QVERIFY(answers[0].contains("<LocURI>./DevInfo/DevId</LocURI>"));
        QVERIFY(!answers[0].contains("<Cred>"));
        QVERIFY(answers[1].contains("<MsgRef>4</MsgRef>"));
        QVERIFY(answers[1].contains("<Data>200</Data>"));
        QVERIFY(answers[1].contains("<Data>404</Data>"));
        QVERIFY(answers[1].contains("<Results>"));
        QCOMPARE(answers[2], QByteArray("<!-- 02: no answer -->"));
    }

    void DM_SC_USE_9_theAnswersOfTheUser()
    {
        const Rig rig;
        const auto with = [&](const QString& answer) {
            return lines(rig.exchange({message(1, kConfirm)}, QStringLiteral(" --answer ") + answer)).last();
        };
        const auto code = [](const char* number) { return QByteArray("<Cmd>Alert</Cmd><Data>") + number + "</Data>"; };
        QVERIFY(with(QStringLiteral("yes")).contains(code("200")));
        QVERIFY(with(QStringLiteral("no")).contains(code("304")));
        rig.write(QStringLiteral("answers"), R"([{"verdict":"timeout"}])");
        QVERIFY(with(QStringLiteral("answers")).contains(code("408")));
    }

    void C27_theSourceIsWhoCommands()
    {
        const Rig rig;
        const QByteArray replace = "<Replace><CmdID>1</CmdID><Item><Target><LocURI>./DMAcc/%1/Name</LocURI></Target>"
                                   "<Data>New</Data></Item></Replace>";
        const QByteArray list = lines(rig.exchange({message(1, get("./DMAcc"))})).last();
        const QByteArray names = list.mid(list.lastIndexOf("<Data>") + 6);
        const QByteArray name = names.left(names.indexOf('<')).split('/').first();
        QVERIFY(!name.isEmpty());
        QByteArray body = replace;
        body.replace("%1", name);
        const QByteArray stranger = lines(rig.exchange({message(1, body, "nobody")})).last();
        QVERIFY2(stranger.contains("<Data>425</Data>"), stranger.constData());
    }

    void TND_8_5_whoMakesAnAccountMakesAllOfIt()
    {
        const Rig rig;
        const auto add = [](int id, const QByteArray& uri, const QByteArray& data, const QByteArray& meta = {}) {
            return "<Add><CmdID>" + QByteArray::number(id) + "</CmdID><Item><Target><LocURI>" + uri
                + "</LocURI></Target><Meta>" + meta + "</Meta><Data>" + data + "</Data></Item></Add>";
        };
        const QByteArray account = "<Format xmlns='syncml:metinf'>node</Format>"
                                   "<Type xmlns='syncml:metinf'>urn:oma:mo:oma-dm-dmacc:1.0</Type>";
        const QByteArray said = lines(
            rig.exchange({message(1,
                add(1, "./DMAcc/Mine", "", account) + add(2, "./DMAcc/Mine/AppID", "w7")
                    + add(3, "./DMAcc/Mine/Name", "Mine") + add(4, "./DMAcc/Mine/AppAuth/1/AAuthLevel", "CLCRED"))}))
                                    .last();
        QList<QByteArray> codes;
        for (qsizetype at = said.indexOf("<Cmd>Add"); at >= 0; at = said.indexOf("<Cmd>Add", at + 1))
            codes += said.mid(said.indexOf("<Data>", at) + 6, 3);
        QCOMPARE(codes, (QList<QByteArray>{"200", "200", "200", "200"}));
    }

    void outHoldsTheExactBytes()
    {
        const Rig rig;
        const QString out = rig.path(QStringLiteral("out"));
        QCOMPARE(rig.exchange({message(1, get("./DevInfo/DevId"))}, QStringLiteral(" --out out")).exit, 0);
        QCOMPARE(QDir(out).entryList(QDir::Files), (QStringList{QStringLiteral("00.xml"), QStringLiteral("01.xml")}));
        QFile file(out + QStringLiteral("/01.xml"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(file.readAll().contains("<Results>"));
    }

    void theMessagesAreNotWrittenOver()
    {
        const Rig rig;
        const QByteArray asked = message(1, get("./DevInfo/DevId"));
        rig.write(QStringLiteral("01.xml"), asked);
        const ShellRun run = rig.run("exchange --handset phone 01.xml --out .");
        QCOMPARE(run.exit, 2);
        QVERIFY2(run.isOneLine("needs another one"), run.err.constData());
        QFile file(rig.path(QStringLiteral("01.xml")));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), asked);
    }

    void aSessionThatIsAbortedIsTrouble_data()
    {
        QTest::addColumn<QList<QByteArray>>("messages");
        QTest::addColumn<QByteArray>("said");
        const QByteArray good = message(1, get("./DevInfo/DevId"));
        const QByteArray abort = "<Alert><CmdID>1</CmdID><Data>1223</Data></Alert>";
        QByteArray other = message(2, get("./DevInfo/DevId"));
        other.replace("B7", "B8");
        const QByteArray refusal = "<Status><CmdID>1</CmdID><MsgRef>2</MsgRef><CmdRef>0</CmdRef><Cmd>SyncHdr</Cmd>"
                                   "<Data>500</Data></Status>";
        QTest::newRow("Alert 1223") << QList{good, message(2, abort)} << QByteArray("1223");
        QTest::newRow("another SessionID") << QList{good, other} << QByteArray("SessionID");
        QTest::newRow("refused") << QList{good, message(2, refusal)} << QByteArray("refused");
    }

    void aSessionThatIsAbortedIsTrouble()
    {
        QFETCH(QList<QByteArray>, messages);
        QFETCH(QByteArray, said);
        const Rig rig;
        const ShellRun run = rig.exchange(messages);
        QCOMPARE(run.exit, 2);
        QVERIFY2(run.isOneLine(said) && run.err.trimmed().endsWith("m1"), run.err.constData());
        QCOMPARE(lines(run).size(), 3); // what was said is printed all the same
    }

    void aMessageAfterTheSessionsEndIsTrouble()
    {
        const Rig rig;
        const ShellRun run =
            rig.exchange({message(1, get("./DevInfo/DevId")), message(2, ""), message(3, get("./DevInfo/Man"))});
        QCOMPARE(run.exit, 2);
        QVERIFY2(run.isOneLine("over before"), run.err.constData());
        QVERIFY(run.err.trimmed().endsWith("m2"));
    }

    void whatIsWrongIsSaid()
    {
        const Rig rig;
        const ShellRun broken = rig.exchange({message(1, get("./DevInfo/DevId")), "<SyncML>"});
        QCOMPARE(broken.exit, 2);
        QCOMPARE(lines(broken).size(), 2); // what was said before
        QVERIFY(broken.isOneLine());
        QCOMPARE(rig.run("exchange m0").exit, 2);
        QCOMPARE(rig.run("exchange --handset phone").exit, 2);
        QCOMPARE(rig.exchange({message(1, "")}, QStringLiteral(" --auth x509")).exit, 2);
    }
};

int run(int argc, char** argv)
{
    return test::run<QCoreApplication, TestDmscExchange>(argc, argv);
}

} // namespace dmsc::tst_dmsc_exchange

#include "tst_dmsc_exchange.moc"
