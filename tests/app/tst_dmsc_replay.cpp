// SPDX-License-Identifier: Apache-2.0
#include "tests/support/run_test.h"

// dmsc log replay and dmsc log compare from outside.
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

namespace dmsc::tst_dmsc_replay {

namespace {

struct Run
{
    int exit = -1;
    QByteArray out;
    QByteArray err;
    [[nodiscard]] QJsonObject json() const { return QJsonDocument::fromJson(out).object(); }
    [[nodiscard]] qint64 count(const char* name) const
    {
        return json().value(QLatin1String("counts")).toObject().value(QLatin1String(name)).toInteger(-1);
    }
};

/// A person's folder with a demo handset and a demo card, and what both were before UC1 was recorded.
struct Rig
{
    Rig()
    {
        for (const char* name : {"XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME"})
            environment.insert(QLatin1String(name), path(name));
        environment.insert(QStringLiteral("LC_ALL"), QStringLiteral("C.UTF-8"));
        require(run("card create CARD --demo"));
        require(run("handset create HANDSET --demo"));
        require(run("card create EMPTYCARD"));
        require(run("handset create EMPTYHANDSET"));
        if (!QFile::copy(path("CARD"), path("CARD.before")) || !QFile::copy(path("HANDSET"), path("HANDSET.before")))
            qFatal("no copies");
        require(run("session uc1 --handset HANDSET --card CARD --answer yes --record LOG.dmsclog"));
    }
    [[nodiscard]] QString path(const char* name) const { return folder.filePath(QLatin1String(name)); }
    static void require(const Run& run)
    {
        if (run.exit != 0)
            qFatal("%s", run.err.constData());
    }
    /// Words in capitals are files of the folder.
    [[nodiscard]] Run run(const char* line, const QStringList& more = {}) const
    {
        QProcess process;
        process.setProcessEnvironment(environment);
        process.setWorkingDirectory(folder.path());
        process.setStandardInputFile(QProcess::nullDevice());
        process.start(qEnvironmentVariable("DMSC_BIN_DIR") + QStringLiteral("/dmsc"),
            QString::fromLatin1(line).split(QLatin1Char(' ')) + more);
        process.waitForFinished(120'000);
        return {process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1, process.readAllStandardOutput(),
            process.readAllStandardError()};
    }

    QTemporaryDir folder;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
};

} // namespace

class TestDmscReplay : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_rig = std::make_unique<Rig>(); }
    void cleanupTestCase() { m_rig.reset(); }

    void an_unchanged_card_answers_the_same()
    {
        const Run run = m_rig->run("log replay LOG.dmsclog --to card:CARD.before --json --out AGAIN.dmsclog");
        QVERIFY2(run.exit == 0, run.out.left(4000) + run.err);
        QVERIFY(run.json().value(QLatin1String("same")).toBool());
        QVERIFY(run.count("same") > 10);
        QCOMPARE(run.count("differs"), 0);
        const Run shown = m_rig->run("log show AGAIN.dmsclog --filter layer==apdu");
        QVERIFY2(shown.exit == 0, shown.err);
        QVERIFY(shown.out.contains("SELECT"));
    }

    void another_card_answers_otherwise()
    {
        const Run run = m_rig->run("log replay LOG.dmsclog --to card:EMPTYCARD");
        QVERIFY2(run.exit == 1, run.err);
        QVERIFY(run.out.contains("#"));
    }

    void a_handset_answers_its_servers_again()
    {
        const Run same = m_rig->run("log replay LOG.dmsclog --to handset:HANDSET.before --json");
        QVERIFY2(same.exit == 0, same.out.left(4000) + same.err);
        QVERIFY(same.count("same") >= 2);
        const Run other = m_rig->run("log replay LOG.dmsclog --to handset:EMPTYHANDSET");
        QVERIFY2(other.exit == 1, other.err);
    }

    void a_message_can_be_edited()
    {
        const Run shown = m_rig->run("log show LOG.dmsclog --json --filter layer==apdu");
        QVERIFY2(shown.exit == 0, shown.err);
        const QJsonArray rows = shown.json().value(QLatin1String("records")).toArray();
        int row = 0;
        for (const QJsonValue one : rows)
            if (row == 0 && one.toObject().value(QLatin1String("name")).toString().startsWith(QLatin1String("SELECT")))
                row = one.toObject().value(QLatin1String("no")).toInt();
        QVERIFY(row > 0);
        const QString edit = QStringLiteral("--edit=%1=00A4040002F099").arg(row);
        const Run run = m_rig->run("log replay LOG.dmsclog --to card:CARD.before", {edit});
        QVERIFY2(run.exit == 1, run.err);
        QVERIFY(run.out.contains("6A82"));
        QFile file(m_rig->path("EDIT"));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write("00 A4 04 00 02 F0 99") > 0);
        file.close();
        const Run fromFile =
            m_rig->run("log replay LOG.dmsclog --to card:CARD.before", {QStringLiteral("--edit=%1=@EDIT").arg(row)});
        QCOMPARE(fromFile.exit, 1);
        QCOMPARE(fromFile.out, run.out);
    }

    void what_is_wrong_is_said_data()
    {
        QTest::addColumn<QString>("more");
        QTest::newRow("no target") << QString();
        QTest::newRow("a document") << QStringLiteral("--to EDIT");
        QTest::newRow("no such card") << QStringLiteral("--to card:NOTHING");
        QTest::newRow("no such row") << QStringLiteral("--to card:CARD.before --edit 99999=00");
        QTest::newRow("no bytes") << QStringLiteral("--to card:CARD.before --edit 1=xyz");
        QTest::newRow("a wrong filter") << QStringLiteral("--to card:CARD.before --filter ==");
    }
    void what_is_wrong_is_said()
    {
        QFETCH(QString, more);
        const Run run = m_rig->run("log replay LOG.dmsclog", more.split(QLatin1Char(' '), Qt::SkipEmptyParts));
        QCOMPARE(run.exit, 2);
        QVERIFY(run.err.startsWith("dmsc: "));
        QVERIFY(run.out.isEmpty());
    }

    void a_log_agrees_with_itself_and_not_with_another()
    {
        const Run same = m_rig->run("log compare LOG.dmsclog LOG.dmsclog");
        QVERIFY2(same.exit == 0, same.err);
        Rig::require(m_rig->run("card info card:CARD --record OTHER.dmsclog"));
        const Run other = m_rig->run("log compare LOG.dmsclog OTHER.dmsclog --json");
        QCOMPARE(other.exit, 1);
        QVERIFY(!other.json().value(QLatin1String("same")).toBool(true));
        QVERIFY(!other.json().value(QLatin1String("rows")).toArray().isEmpty());
        // Of the rows that both ask for, a filter can leave what agrees.
        const Run filtered = m_rig->run("log compare LOG.dmsclog LOG.dmsclog --json --filter layer==apdu");
        QCOMPARE(filtered.exit, 0);
        QVERIFY(filtered.count("same") < m_rig->run("log compare LOG.dmsclog LOG.dmsclog --json").count("same"));
    }

    void a_page_is_written()
    {
        const Run run = m_rig->run("log compare LOG.dmsclog OTHER.dmsclog --html --out PAGE.html");
        QCOMPARE(run.exit, 1);
        QVERIFY(run.out.isEmpty());
        QFile page(m_rig->path("PAGE.html"));
        QVERIFY(page.open(QIODevice::ReadOnly));
        const QByteArray html = page.readAll();
        QVERIFY(html.startsWith("<!DOCTYPE html>") && html.contains("LOG.dmsclog") && html.contains("</html>"));
    }

    void what_cannot_be_read_is_trouble()
    {
        const Run run = m_rig->run("log compare LOG.dmsclog NOTHING.dmsclog");
        QCOMPARE(run.exit, 2);
        QVERIFY(run.err.contains("NOTHING.dmsclog"));
    }

private:
    std::unique_ptr<Rig> m_rig;
};

int run(int argc, char** argv)
{
    return test::run<QCoreApplication, TestDmscReplay>(argc, argv);
}

} // namespace dmsc::tst_dmsc_replay

#include "tst_dmsc_replay.moc"
