// SPDX-License-Identifier: Apache-2.0
#include "tests/support/run_test.h"

// dmsc exchange: recorded messages of a DM server, answered from the shell.
#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

namespace dmsc::tst_dmsc_exchange {

namespace {

struct Run
{
    int exit = -1;
    QByteArray out;
    QByteArray err;
    [[nodiscard]] QList<QByteArray> lines() const { return out.trimmed().split('\n'); }
};

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

struct Rig
{
    Rig()
    {
        environment.insert(QStringLiteral("LC_ALL"), QStringLiteral("C.UTF-8"));
        if (run({QStringLiteral("handset"), QStringLiteral("create"), path("phone"), QStringLiteral("--demo")}).exit
            != 0)
            qFatal("no handset");
    }
    [[nodiscard]] QString path(const char* name) const { return folder.filePath(QString::fromLatin1(name)); }
    [[nodiscard]] Run run(const QStringList& words) const
    {
        QProcess process;
        process.setProcessEnvironment(environment);
        process.setStandardInputFile(QProcess::nullDevice());
        process.start(qEnvironmentVariable("DMSC_BIN_DIR") + QStringLiteral("/dmsc"), words);
        process.waitForFinished(60'000);
        return {process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1, process.readAllStandardOutput(),
            process.readAllStandardError()};
    }
    [[nodiscard]] Run exchange(const QList<QByteArray>& messages, const QStringList& options = {}) const
    {
        QStringList words{QStringLiteral("exchange"), QStringLiteral("--handset"), path("phone")};
        words += options;
        for (qsizetype i = 0; i < messages.size(); ++i) {
            QFile file(folder.filePath(QStringLiteral("m%1").arg(i)));
            if (!file.open(QIODevice::WriteOnly) || file.write(messages[i]) != messages[i].size())
                qFatal("not written");
            words += file.fileName();
        }
        return run(words);
    }

    QTemporaryDir folder;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
};

} // namespace

class TestDmscExchange : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void DM_SC_GEN_20_packageOneThenAnAnswerEach()
    {
        const Rig rig;
        const Run run = rig.exchange({message(4, get("./DevInfo/DevId") + get("./Nothing", 2)), message(5, "")});
        QCOMPARE(run.exit, 0);
        const auto lines = run.lines();
        QCOMPARE(lines.size(), 3);
        QVERIFY(lines[0].contains("<SessionID>B7</SessionID><MsgID>1</MsgID>"));
        QVERIFY(lines[0].contains("<Data>1201</Data>"));
        QVERIFY(lines[0].contains("<LocURI>./DevInfo/DevId</LocURI>"));
        QVERIFY(!lines[0].contains("<Cred>"));
        QVERIFY(lines[1].contains("<MsgRef>4</MsgRef>"));
        QVERIFY(lines[1].contains("<Data>200</Data>"));
        QVERIFY(lines[1].contains("<Data>404</Data>"));
        QVERIFY(lines[1].contains("<Results>"));
        QCOMPARE(lines[2], QByteArray("<!-- 02: no answer -->"));
    }

    void DM_SC_USE_9_theAnswersOfTheUser()
    {
        const Rig rig;
        const auto with = [&](const QString& answer) {
            return rig.exchange({message(1, kConfirm)}, {QStringLiteral("--answer"), answer}).lines().last();
        };
        const auto code = [](const char* number) { return QByteArray("<Cmd>Alert</Cmd><Data>") + number + "</Data>"; };
        QVERIFY(with(QStringLiteral("yes")).contains(code("200")));
        QVERIFY(with(QStringLiteral("no")).contains(code("304")));
        QFile file(rig.path("answers"));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(R"([{"verdict":"timeout"}])");
        file.close();
        QVERIFY(with(file.fileName()).contains(code("408")));
    }

    void C27_theSourceIsWhoCommands()
    {
        const Rig rig;
        const QByteArray replace = "<Replace><CmdID>1</CmdID><Item><Target><LocURI>./DMAcc/%1/Name</LocURI></Target>"
                                   "<Data>New</Data></Item></Replace>";
        const QByteArray list = rig.exchange({message(1, get("./DMAcc"))}).lines().last();
        const QByteArray names = list.mid(list.lastIndexOf("<Data>") + 6);
        const QByteArray name = names.left(names.indexOf('<')).split('/').first();
        QVERIFY(!name.isEmpty());
        QByteArray body = replace;
        body.replace("%1", name);
        const QByteArray stranger = rig.exchange({message(1, body, "nobody")}).lines().last();
        QVERIFY2(stranger.contains("<Data>425</Data>"), stranger.constData());
    }

    void outHoldsTheExactBytes()
    {
        const Rig rig;
        const QString out = rig.path("out");
        QCOMPARE(rig.exchange({message(1, get("./DevInfo/DevId"))}, {QStringLiteral("--out"), out}).exit, 0);
        QCOMPARE(QDir(out).entryList(QDir::Files), (QStringList{QStringLiteral("00.xml"), QStringLiteral("01.xml")}));
        QFile file(out + QStringLiteral("/01.xml"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(file.readAll().contains("<Results>"));
    }

    void whatIsWrongIsSaid()
    {
        const Rig rig;
        const Run broken = rig.exchange({message(1, get("./DevInfo/DevId")), "<SyncML>"});
        QCOMPARE(broken.exit, 2);
        QCOMPARE(broken.lines().size(), 2); // what was said before
        QVERIFY(broken.err.startsWith("dmsc: ") && broken.err.count('\n') == 1);
        QCOMPARE(rig.run({QStringLiteral("exchange"), rig.path("m0")}).exit, 2);
        QCOMPARE(rig.run({QStringLiteral("exchange"), QStringLiteral("--handset"), rig.path("phone")}).exit, 2);
        QCOMPARE(rig.exchange({message(1, "")}, {QStringLiteral("--auth"), QStringLiteral("x509")}).exit, 2);
    }
};

int run(int argc, char** argv)
{
    return test::run<QCoreApplication, TestDmscExchange>(argc, argv);
}

} // namespace dmsc::tst_dmsc_exchange

#include "tst_dmsc_exchange.moc"
