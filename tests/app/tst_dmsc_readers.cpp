// SPDX-License-Identifier: Apache-2.0
#include "cardio/desk/side_session.h"
#include "tests/support/pcscd_rig.h"
#include "tests/support/run_test.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

namespace dmsc::tst_dmsc_readers {

using namespace dmsc::test;

namespace {

QString program()
{
    return qEnvironmentVariable("DMSC_BIN_DIR") + QStringLiteral("/dmsc");
}

struct Run
{
    int exit = -1;
    QByteArray out;
    QByteArray err;
};

Run runDmsc(const QStringList& words)
{
    QProcess process;
    process.start(program(), words);
    process.waitForFinished(60'000);
    return {process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1, process.readAllStandardOutput(),
        process.readAllStandardError()};
}

/// `dmsc card serve` while it lasts, and what it says.
class Serving
{
public:
    Serving(const QString& card, const QString& address)
    {
        m_process.setProcessChannelMode(QProcess::MergedChannels);
        m_process.start(
            program(), {QStringLiteral("card"), QStringLiteral("serve"), card, QStringLiteral("--vpcd"), address});
    }
    bool says(const char* words)
    {
        return PcscdRig::waitUntil([&] {
            m_process.waitForReadyRead(10);
            m_said += m_process.readAll();
            return m_said.contains(words);
        });
    }
    void freeze() { send(SIGSTOP); }
    void thaw() { send(SIGCONT); }
    int stop(int signal)
    {
        send(signal);
        m_process.waitForFinished(3000);
        m_said += m_process.readAll();
        return m_process.exitStatus() == QProcess::NormalExit ? m_process.exitCode() : -1;
    }
    [[nodiscard]] QByteArray said() const { return m_said; }
    void forget() { m_said.clear(); }

private:
    void send(int signal) { ::kill(static_cast<pid_t>(m_process.processId()), signal); }

    QProcess m_process;
    QByteArray m_said;
};

/// A command of dmsc while somebody does not answer it.
class Waiting
{
public:
    explicit Waiting(const QString& words) { m_process.start(program(), words.split(QLatin1Char('|'))); }
    ~Waiting()
    {
        m_process.kill();
        m_process.waitForFinished();
    }
    /// Within a second, and some time for the program to start.
    bool says(const char* words)
    {
        return PcscdRig::waitUntil(
            [&] {
                m_process.waitForReadyRead(10);
                m_said += m_process.readAllStandardError();
                return m_said.contains(words);
            },
            1500);
    }
    int finish()
    {
        m_process.waitForFinished(20'000);
        m_said += m_process.readAllStandardError();
        return m_process.exitStatus() == QProcess::NormalExit ? m_process.exitCode() : -1;
    }
    [[nodiscard]] QByteArray said() const { return m_said; }

private:
    QProcess m_process;
    QByteArray m_said;
};

} // namespace

/// The command line with readers: a private pcscd, the real programs.
class TestDmscReaders : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    std::unique_ptr<PcscdRig> m_pcscd;

    [[nodiscard]] QString card(const char* name) const
    {
        return QStringLiteral("card:") + m_folder.filePath(QString::fromLatin1(name));
    }

private Q_SLOTS:
    void initTestCase()
    {
        if (const QString lacks = PcscdRig::missing(); !lacks.isEmpty())
            QSKIP(qPrintable(lacks));
        qputenv("XDG_CACHE_HOME", m_folder.filePath(QStringLiteral("cache")).toLocal8Bit());
        m_pcscd = std::make_unique<PcscdRig>();
        QCOMPARE(
            runDmsc({QStringLiteral("card"), QStringLiteral("create"), card("a"), QStringLiteral("--demo")}).exit, 0);
        QCOMPARE(
            runDmsc({QStringLiteral("card"), QStringLiteral("create"), card("b"), QStringLiteral("--demo")}).exit, 0);
    }
    void init() { QVERIFY(m_pcscd->start()); }
    void cleanupTestCase() { m_pcscd.reset(); }

    void withoutPcscdItSaysSoInOneLine()
    {
        m_pcscd->stop();
        for (const QStringList& words : {QStringList{QStringLiteral("readers")},
                 QStringList{QStringLiteral("show"), QStringLiteral("pcsc:Virtual")}}) {
            const Run run = runDmsc(words);
            QCOMPARE(run.exit, 2);
            QVERIFY(run.out.isEmpty());
            QVERIFY2(run.err.contains("pcscd") && run.err.count('\n') == 1, run.err.constData());
        }
    }

    void readersAreListed()
    {
        const Run text = runDmsc({QStringLiteral("readers")});
        QCOMPARE(text.exit, 0);
        QVERIFY2(text.out.contains("Virtual PCD 00 00  empty\n"), text.out.constData());
        Serving serving(card("a"), m_pcscd->address());
        QVERIFY2(serving.says("is in the virtual reader"), serving.said().constData());
        QVERIFY(PcscdRig::waitFor(ReaderStatus::Card));
        const QJsonArray readers =
            QJsonDocument::fromJson(runDmsc({QStringLiteral("readers"), QStringLiteral("--json")}).out)
                .object()
                .value(QStringLiteral("readers"))
                .toArray();
        QCOMPARE(readers.size(), 2);
        QCOMPARE(readers[0].toObject().value(QStringLiteral("status")).toString(), QStringLiteral("card"));
        QVERIFY(readers[0].toObject().value(QStringLiteral("card")).toString().contains(QStringLiteral("DM_SC")));
        QVERIFY(readers[0].toObject().value(QStringLiteral("extendedLength")).toBool());
        QCOMPARE(readers[1].toObject().value(QStringLiteral("status")).toString(), QStringLiteral("empty"));
        QCOMPARE(serving.stop(SIGTERM), 0);
        QVERIFY2(serving.said().contains("out of the virtual reader"), serving.said().constData());
        QVERIFY(PcscdRig::waitFor(ReaderStatus::Empty));
    }

    void everyCommandTakesACardInAReader()
    {
        Serving serving(card("a"), m_pcscd->address());
        QVERIFY(serving.says("is in the virtual reader"));
        QVERIFY(PcscdRig::waitFor(ReaderStatus::Card));
        const QString there = QStringLiteral("pcsc:pcd 00 00");
        const Run shown = runDmsc({QStringLiteral("show"), there});
        QVERIFY2(shown.exit == 0, shown.err.constData());
        QCOMPARE(shown.out, runDmsc({QStringLiteral("show"), card("a")}).out);
        QCOMPARE(runDmsc({QStringLiteral("diff"), card("b"), there}).exit, 0);
        QCOMPARE(runDmsc({QStringLiteral("copy"), card("b"), there, QStringLiteral("--uri"),
                             QStringLiteral("./Contract"), QStringLiteral("--to"), QStringLiteral("./Second")})
                     .exit,
            0);
        const Run different = runDmsc({QStringLiteral("diff"), card("b"), there});
        QVERIFY2(different.exit == 1 && different.out.contains("./Second"), different.out.constData());
        const Run info = runDmsc({QStringLiteral("card"), QStringLiteral("info"), there});
        QVERIFY2(info.exit == 0 && info.out.contains("./Second"), info.out.constData());
        const Run many = runDmsc({QStringLiteral("show"), QStringLiteral("pcsc:virtual")});
        QCOMPARE(many.exit, 2);
        QVERIFY2(
            many.err.contains("Virtual PCD 00 00") && many.err.contains("Virtual PCD 00 01"), many.err.constData());
        const Run empty = runDmsc({QStringLiteral("show"), QStringLiteral("pcsc:00 01")});
        QCOMPARE(empty.exit, 2);
        QVERIFY2(empty.err.contains("put one in"), empty.err.constData());
        QCOMPARE(serving.stop(SIGINT), 0);
        // What was changed through the reader is in the image.
        const Run changed =
            runDmsc({QStringLiteral("show"), card("a"), QStringLiteral("--uri"), QStringLiteral("./Second")});
        QCOMPARE(changed.exit, 0);
    }

    void aServedCardWaitsForPcscdAndForItsSlot()
    {
        m_pcscd->stop();
        Serving first(card("a"), m_pcscd->address());
        QVERIFY2(first.says("nobody listens"), first.said().constData());
        QVERIFY(m_pcscd->start());
        QVERIFY2(first.says("is in the virtual reader"), first.said().constData());
        Serving second(card("b"), m_pcscd->address());
        QVERIFY2(second.says("another card"), second.said().constData());
        QCOMPARE(first.stop(SIGTERM), 0);
        QVERIFY2(second.says("is in the virtual reader"), second.said().constData());
        second.forget();
        m_pcscd->stop();
        QVERIFY2(second.says("nobody listens"), second.said().constData());
        second.forget();
        QVERIFY(m_pcscd->start());
        QVERIFY2(second.says("is in the virtual reader"), second.said().constData());
        QCOMPARE(second.stop(SIGTERM), 0);
    }

    void aServedImageThatIsChangedFromElsewhereIsSaid()
    {
        Serving serving(card("a"), m_pcscd->address());
        QVERIFY(serving.says("is in the virtual reader"));
        QVERIFY(PcscdRig::waitFor(ReaderStatus::Card));
        const auto side = SideSession::open({Where::Kind::Reader, PcscdRig::reader()});
        QVERIFY2(side, side ? "" : qPrintable(side.error().text()));
        QCOMPARE(runDmsc({QStringLiteral("copy"), card("b"), card("a"), QStringLiteral("--uri"),
                             QStringLiteral("./Contract"), QStringLiteral("--to"), QStringLiteral("./Elsewhere")})
                     .exit,
            0);
        QVERIFY2(serving.says("was changed from elsewhere"), serving.said().constData());
        QVERIFY2(serving.said().contains("programs that use it must begin anew"), serving.said().constData());
        QCOMPARE(serving.stop(SIGTERM), 0);
    }

    void aCardThatHangsIsToldWhileItIsWaitedFor_data()
    {
        QTest::addColumn<QString>("words");
        QTest::newRow("info") << QStringLiteral("card|info|pcsc:00 00");
        QTest::newRow("apdu") << QStringLiteral("card|apdu|pcsc:00 00|00A4000C023F00");
        QTest::newRow("diff") << QStringLiteral("diff|pcsc:00 00|pcsc:00 00");
    }

    void aCardThatHangsIsToldWhileItIsWaitedFor()
    {
        QFETCH(QString, words);
        Serving serving(card("a"), m_pcscd->address());
        QVERIFY(serving.says("is in the virtual reader"));
        QVERIFY(PcscdRig::waitFor(ReaderStatus::Card));
        serving.freeze();
        Waiting waiting(words);
        const bool told = waiting.says("The card in Virtual PCD 00 00 has not answered");
        serving.thaw();
        QVERIFY2(told, waiting.said().constData());
        QCOMPARE(waiting.finish(), 0);
        QCOMPARE(serving.stop(SIGTERM), 0);
    }

    void aServiceThatHangsIsToldWhileItIsWaitedFor_data()
    {
        QTest::addColumn<QString>("words");
        QTest::addColumn<int>("exit");
        QTest::newRow("readers") << QStringLiteral("readers") << 0;
        QTest::newRow("info") << QStringLiteral("card|info|pcsc:00 00") << 2;
    }

    void aServiceThatHangsIsToldWhileItIsWaitedFor()
    {
        QFETCH(QString, words);
        QFETCH(int, exit);
        m_pcscd->freeze();
        Waiting waiting(words);
        const bool told = waiting.says("The reader service pcscd has not answered");
        m_pcscd->thaw();
        QVERIFY2(told, waiting.said().constData());
        QCOMPARE(waiting.finish(), exit); // there is no card
    }

    void whatCannotBeServedIsRefused()
    {
        const QString file = m_folder.filePath(QStringLiteral("none"));
        for (const QStringList& words :
            {QStringList{QStringLiteral("card:") + file}, QStringList{QStringLiteral("handset:") + file},
                QStringList{card("a"), QStringLiteral("--vpcd"), QStringLiteral("192.0.2.1:35963")},
                QStringList{card("a"), QStringLiteral("--vpcd"), QStringLiteral("127.0.0.1:none")}}) {
            const Run run = runDmsc(QStringList{QStringLiteral("card"), QStringLiteral("serve")} + words);
            QCOMPARE(run.exit, 2);
            QVERIFY2(run.err.count('\n') == 1, run.err.constData());
        }
    }
};

int run(int argc, char** argv)
{
    return test::run<QCoreApplication, TestDmscReaders>(argc, argv);
}

} // namespace dmsc::tst_dmsc_readers

#include "tst_dmsc_readers.moc"
